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
from collections.abc import Iterator
from pathlib import Path

for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import damage  # noqa: E402
import disks  # noqa: E402
import kills  # noqa: E402
from ground import Child, Tally, newsroom  # noqa: E402

_SENTENCES = 3  # of what was told, in the table


def main() -> None:
    """Try everything and print the table; ends with 1 when a decision was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="seconds instead of minutes")
    parser.add_argument("--only", default="", metavar="NAME", help="those whose name begins so")
    given = parser.parse_args()
    short = given.short
    # A kill is a kill in memory too, where nothing waits for a disk that others use.
    memory = "/dev/shm" if short and Path("/dev/shm").is_dir() else None
    home = Path(tempfile.mkdtemp(prefix="newsmatch-faults-", dir=memory))
    home.chmod(0o755)
    logging.getLogger("newsmatch_gui").addHandler(logging.NullHandler())
    os.environ["NEWSMATCH_SETTINGS"] = str(home / "settings.toml")
    tallies: list[Tally] = []
    try:
        for tally in _try_all(home, given.only, short=short):
            tallies.append(tally)
    finally:  # also of what was counted before something failed
        shutil.rmtree(home, ignore_errors=True)
        print(table(tallies))
    if any(tally.lost for tally in tallies):
        sys.exit(1)


# How it is tried, how often in the short run, which has no model, and in the long one.
_PLAN = (
    (kills.kill_deciding, 3, 40),
    (kills.kill_importing, 2, 40),
    (kills.kill_indexing, 0, 40),
    (kills.kill_training, 0, 30),
    (kills.kill_exporting, 2, 30),
    (kills.kill_backing_up, 2, 30),
    (kills.kill_migrating, 2, 40),
    (kills.kill_restoring, 2, 20),
    (disks.disk_full, 5, 60),
    (disks.read_only, 3, 30),
    (disks.unplugged, 1, 20),
    (damage.corrupted, 4, 200),
    (damage.altered, 3, 200),
    (damage.cut_short, 1, 40),
    (damage.diary_damaged, 1, 40),
    (disks.clock_back, 1, 20),
    (disks.two_processes, 1, 20),
    (damage.truncated, 0, 40),
)


def _try_all(home: Path, only: str, *, short: bool) -> Iterator[Tally]:
    # In a process of its own: one in which torch has computed cannot be forked any more.
    Child(lambda _say: newsroom(home / "base", "" if short else _model(home))).end()
    base = home / "base" / "c.newsmatch"
    if not short:
        import open_clip  # noqa: F401 - once, and not in each child
    for attempt, few, many in _PLAN:
        tries = few if short else many
        if not tries or not attempt.__name__.startswith(only):
            continue
        begun = time.monotonic()
        tally = attempt(base, home, tries)
        print(f"{tally.fault}: {time.monotonic() - begun:.0f} s", file=sys.stderr, flush=True)
        yield tally


def _model(home: Path) -> str:
    """Save a tiny model and return its name."""
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
