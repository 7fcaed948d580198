"""Tries out faults on small collections and prints what was lost, as a table.

    nice .venv/bin/python packaging/faults/try_faults.py            # all of it, some ten minutes
    nice .venv/bin/python packaging/faults/try_faults.py --short    # seconds; without a model

A decision counts as acknowledged once the program returned from deciding; it counts as lost when
it is not in the log after the fault was over and the program's own advice was followed. Only on
systems that fork. Run by root it also fills a small disk up.
"""

import argparse
import logging
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import disks  # noqa: E402
import kills  # noqa: E402
from ground import Tally, newsroom  # noqa: E402

_SENTENCES = 3  # of what was told, in the table


def main() -> None:
    """Try everything and print the table; ends with 1 when a decision was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="seconds instead of minutes")
    short = parser.parse_args().short
    # A kill is a kill in memory too, where nothing waits for a disk that others use.
    memory = "/dev/shm" if short and Path("/dev/shm").is_dir() else None
    home = Path(tempfile.mkdtemp(prefix="newsmatch-faults-", dir=memory))
    home.chmod(0o755)
    logging.getLogger("newsmatch_gui").addHandler(logging.NullHandler())
    os.environ["NEWSMATCH_SETTINGS"] = str(home / "settings.toml")
    try:
        tallies = list(_try_all(home, short=short))
    finally:
        shutil.rmtree(home, ignore_errors=True)
    print(table(tallies))
    if any(tally.lost for tally in tallies):
        sys.exit(1)


def _try_all(home: Path, *, short: bool):
    base = newsroom(home / "base", "" if short else _model(home))
    plan = [
        lambda: kills.kill_deciding(base, home, 3 if short else 40),
        lambda: kills.kill_importing(base, home, 2 if short else 30),
        lambda: kills.kill_exporting(base, home, 2 if short else 20),
        lambda: kills.kill_backing_up(base, home, 2 if short else 30),
        lambda: kills.kill_migrating(home, 2 if short else 30),
        lambda: kills.kill_restoring(base, home, 2 if short else 20),
        lambda: disks.disk_full(base, home, 5 if short else 60, indexed=not short),
        lambda: disks.read_only(base, home, 3 if short else 30),
        lambda: disks.unplugged(base, home, 1 if short else 20),
        lambda: disks.corrupted(base, home, 4 if short else 200),
        lambda: disks.clock_back(base, home, 1 if short else 20),
        lambda: disks.two_processes(base, home, 1 if short else 20),
    ]
    if not short:
        plan[2:2] = [
            lambda: kills.kill_indexing(base, home, 30),
            lambda: kills.kill_training(base, home, 20),
        ]
        plan.append(lambda: disks.truncated(base, home, 40))
    for attempt in plan:
        begun = time.monotonic()
        tally = attempt()
        print(f"{tally.fault}: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        yield tally


def _model(home: Path) -> str:
    """Make a tiny model in a process of its own, so that this one can be forked with no threads."""
    from conftest import make_tiny_model

    folder = home / "tiny-model"
    folder.mkdir()
    return make_tiny_model(folder)


def table(tallies: list[Tally]) -> str:
    """Return the counts as a table of the manual."""
    lines = [
        "| fault | tries | decisions acknowledged | lost | what is said |",
        "|---|---|---|---|---|",
    ]
    for tally in tallies:
        told = [f"{said} ({times}×)" for said, times in tally.told.most_common(_SENTENCES)]
        lines.append(
            f"| {tally.fault} | {tally.tries} | {tally.acknowledged:,} | {tally.lost} "
            f"| {'; '.join(told).replace('|', '/')} |"
        )
    tries, promised, lost = (
        sum(getattr(tally, name) for tally in tallies) for name in ("tries", "acknowledged", "lost")
    )
    return "\n".join([*lines, f"| **all** | {tries:,} | {promised:,} | **{lost}** | |"])


if __name__ == "__main__":
    main()
