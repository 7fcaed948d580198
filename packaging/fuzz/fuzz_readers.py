"""Change valid files at random and read them, a million times and more: nothing may crash.

    python packaging/fuzz/fuzz_readers.py                     # a million cases of all readers
    python packaging/fuzz/fuzz_readers.py --only photos --cases 10000
    python packaging/fuzz/fuzz_readers.py --only photos --again 4711   # one case, in this process

Each reader runs in a process with bounds of memory; a case that computes for over five seconds,
outgrows the memory, kills the process or raises what the reader does not document is a crash. A
case is named by its number: number and seed give the same bytes again.
"""

import argparse
import faulthandler
import json
import multiprocessing
import os
import platform
import random
import signal
import sqlite3
import sys
import tempfile
import time
import traceback
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]
SLOWEST = 5  # seconds of computing for a case; by the clock a busy machine would count too
MEMORY = 1_000_000_000  # bytes above what the process takes at its start
_TELL = 500  # cases between two words to the parent


class SlowError(Exception):
    """A case took too long."""


@dataclass(slots=True)
class Tally:
    """What became of one reader's cases."""

    reader: str
    seed: int
    cases: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_case: int = 0
    crashes: list[dict[str, object]] = field(default_factory=list)

    @property
    def accepted(self) -> int:
        """Cases that were read without a word."""
        return self.cases - self.refused - len(self.crashes)

    def hear(self, words: dict[str, float]) -> None:
        """Add what a process tells of the cases since it last told."""
        self.refused += int(words["refused"])
        if words["slowest"] > self.slowest:
            self.slowest, self.slowest_case = words["slowest"], int(words["slowest_case"])


def sample_of(name: str, seed: int, number: int) -> bytes:
    """Return the bytes of one case."""
    from mutate import mutated
    from readers import READERS

    rng = random.Random(f"{seed}/{name}/{number}")
    reader = READERS[name]
    return mutated(rng, rng.choice(reader.samples()), *reader.shapes)


def run_some(
    name: str, seed: int, start: int, end: int, skipped: frozenset[int], said: Connection
) -> None:
    """Read cases one after the other in this process, and say how far it got."""
    from readers import READERS, refusal

    # What C libraries say of each case is no news, and a loop in one lets no Python handler run:
    # then the process ends itself, and the parent tells.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGPROF, _too_slow)
    refused, slowest = 0, (0.0, 0)

    def tell(at: int) -> None:
        words = {"at": at, "refused": refused, "slowest": slowest[0], "slowest_case": slowest[1]}
        said.send_bytes(json.dumps(words).encode())

    with (
        tempfile.TemporaryDirectory(dir=_memory_disk()) as folder,
        tempfile.TemporaryDirectory() as made,
    ):
        tempfile.tempdir = made  # a process that others start runs nothing at its end
        refusal(name, READERS[name].samples()[0], Path(folder))  # imports what it needs
        _limit()
        for number in range(start, end):
            if number % _TELL == 0:
                tell(number)
                refused, slowest = 0, (0.0, 0)
            if number in skipped:
                continue
            _note(number)
            raw = sample_of(name, seed, number)
            faulthandler.dump_traceback_later(60 * SLOWEST, exit=True)
            signal.setitimer(signal.ITIMER_PROF, SLOWEST)
            begun = time.process_time()
            try:
                refused += bool(refusal(name, raw, Path(folder)))
            except Exception as error:  # noqa: BLE001 - every kind is a crash
                signal.setitimer(signal.ITIMER_PROF, 0)
                said.send_bytes(json.dumps(_told(number, error)).encode())
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            slowest = max(slowest, (time.process_time() - begun, number))
        tell(end)


def _too_slow(*_: object) -> None:
    raise SlowError(f"over {SLOWEST} seconds")


def _memory_disk() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def _limit() -> None:
    import resource

    import psutil

    most = psutil.Process().memory_info().vms + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _note(number: int) -> None:
    """Leave the number of the case where the parent finds it should this process die."""
    with open(os.environ["FUZZ_AT"], "r+b") as file:  # noqa: PTH123 - a million times
        file.write(b"%12d" % number)


def _told(number: int, error: BaseException) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{Path(f.filename).name}:{f.lineno}" for f in frames][-4:]
    return {"crash": number, "error": f"{type(error).__name__}: {str(error)[:200]}", "where": where}


def fuzz(name: str, seed: int, cases: int) -> Tally:
    """Run a reader's cases in processes; a new one takes over where one died."""
    tally, begun, at = Tally(name, seed), time.monotonic(), 0
    with tempfile.NamedTemporaryFile(dir=_memory_disk()) as place:
        place.write(b"%12d" % 0)
        place.flush()
        os.environ["FUZZ_AT"] = place.name
        while at < cases:
            at = _one_process(tally, at, cases, Path(place.name))
    tally.cases, tally.seconds = cases, time.monotonic() - begun
    return tally


def _one_process(tally: Tally, start: int, end: int, place: Path) -> int:
    """Run cases to the end, or to one that ends the process; return from where to go on."""
    context = multiprocessing.get_context("spawn")
    said, saying = context.Pipe(duplex=False)
    skipped = frozenset(int(crash["crash"]) for crash in tally.crashes)
    process = context.Process(
        target=run_some, args=(tally.reader, tally.seed, start, end, skipped, saying)
    )
    process.start()
    saying.close()
    at = start
    try:
        while True:
            words = json.loads(said.recv_bytes())
            if "crash" in words:
                _add(tally, words)
            else:
                at = int(words["at"])
                tally.hear(words)
                _wait_while_quiet()
    except EOFError:
        process.join()
    if at >= end:
        return end
    # What was read since the last word is read again, without the case that ended it.
    number = max(int(place.read_bytes()), at)
    why = f"the process ended with {process.exitcode}"
    _add(tally, {"crash": number, "error": why, "where": []})
    return at


def _add(tally: Tally, words: dict[str, object]) -> None:
    tally.crashes.append(words)
    print(f"  {tally.reader}: {words}", flush=True)


def _wait_while_quiet() -> None:
    while os.path.exists(os.environ.get("FUZZ_QUIET", "")):  # noqa: PTH110 - may be empty
        time.sleep(3)


def table(tallies: list[Tally]) -> str:
    """Return the tallies as a table in Markdown."""
    rows = ["| Reader | Cases | Refused | Accepted | Crashes | Slowest | Seconds |",
            "|---|---:|---:|---:|---:|---:|---:|"]  # fmt: skip
    rows += [_row(t.reader, [t], "") for t in tallies]
    return "\n".join([*rows, _row("All", tallies, "**")])


def _row(name: str, tallies: list[Tally], bold: str) -> str:
    counts = [
        f"{sum(getattr(t, part) for t in tallies):,}" for part in ("cases", "refused", "accepted")
    ]
    crashes = sum(len(t.crashes) for t in tallies)
    slowest, seconds = max(t.slowest for t in tallies), sum(t.seconds for t in tallies)
    cells = [name, *counts, f"{crashes}", f"{slowest:.2f} s", f"{seconds:,.0f}"]
    return "| " + " | ".join(f"{bold}{cell}{bold}" for cell in cells) + " |"


def versions() -> str:
    """Return what was read with."""
    from importlib.metadata import version

    packages = ("pillow", "feedparser", "Jinja2", "safetensors", "open_clip_torch", "torch")
    said = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"]
    return ", ".join([*said, *(f"{package} {version(package)}" for package in packages)])


def main() -> None:
    """Run what the command line asks for; the exit code is 1 when anything crashed."""
    from readers import READERS, refusal

    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=1_000_000, help="of all readers together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=tuple(READERS), action="append")
    parser.add_argument("--again", type=int, metavar="NUMBER", help="one case, with its traceback")
    parser.add_argument("--save", type=Path, help="write the tallies as JSON")
    said = parser.parse_args()
    names = said.only or tuple(READERS)
    if said.again is not None:
        raw = sample_of(names[0], said.seed, said.again)
        print(raw[:300])
        with tempfile.TemporaryDirectory() as folder:
            print(refusal(names[0], raw, Path(folder)) or "accepted")
        return
    os.nice(10)
    whole = sum(READERS[name].share for name in names)
    tallies = []
    for name in names:
        tallies.append(fuzz(name, said.seed, -(-said.cases * READERS[name].share // whole)))
        print(table(tallies[-1:]).split("\n")[2], flush=True)
        if said.save:
            said.save.write_text(json.dumps([asdict(t) for t in tallies], indent=1))
    print(f"\n{versions()}; seed {said.seed}.\n\n{table(tallies)}")
    sys.exit(any(t.crashes for t in tallies))


if __name__ == "__main__":
    main()
