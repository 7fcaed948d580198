"""A small newsroom that faults are tried on, child processes to harm, and counts of losses."""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from select import select

TESTS = Path(__file__).parents[2] / "tests"
sys.path.insert(0, str(TESTS))

from learning_fixtures import COLOURS, colour_newsroom, colour_photo  # noqa: E402

from newsmatch_gui.domain.progress import finish  # noqa: E402
from newsmatch_gui.domain.records import Decision  # noqa: E402
from newsmatch_gui.services.backing_up import back_up  # noqa: E402
from newsmatch_gui.services.faults import worlds_fault  # noqa: E402
from newsmatch_gui.services.importing import import_source  # noqa: E402
from newsmatch_gui.store.backups import DATABASE, quick_check  # noqa: E402
from newsmatch_gui.store.collection import Collection  # noqa: E402

Say = Callable[[str], None]
ARTICLES = 96
_PATIENCE = 120  # seconds without a word


@dataclass(slots=True)
class Tally:
    """One row of the table.

    Attributes:
        fault: What was done.
        tries: How often.
        acknowledged: Decisions of which the program said that they are kept.
        lost: Those of them that were gone afterwards.
        told: What the program said, and how often.
    """

    fault: str
    tries: int = 0
    acknowledged: int = 0
    lost: int = 0
    told: Counter[str] = field(default_factory=Counter)

    def count(self, promised: set[str], folder: Path) -> None:
        """Count one try: what was promised in it, and what of that is gone."""
        self.tries += 1
        self.acknowledged += len(promised)
        self.lost += len(promised - kept(folder))


class Child:
    """A process that works on a collection and says what it was promised, until it is harmed."""

    def __init__(self, work: Callable[[Say], None]) -> None:
        reading, writing = os.pipe()
        sys.stdout.flush()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(reading)
            _live(work, writing)
        os.close(writing)
        self._pipe, self._rest = reading, ""
        self.lines: list[str] = []

    def wait_for(self, word: str) -> None:
        """Wait until it says something that begins so, or ends."""
        self._hear(lambda line: line.startswith(word))

    def kill(self) -> None:
        """End it by kill -9."""
        os.kill(self.pid, signal.SIGKILL)
        self.end()

    def end(self) -> None:
        """Wait until it ends, and hear the rest."""
        self._hear(lambda _line: False)
        os.close(self._pipe)
        os.waitpid(self.pid, 0)
        bugs = [line for line in self.lines if line.startswith("bug ")]
        if bugs:
            raise AssertionError(bugs[0].replace("\\n", "\n"))

    def _hear(self, is_last: Callable[[str], bool]) -> None:
        while select([self._pipe], [], [], _PATIENCE)[0]:
            if not (heard := os.read(self._pipe, 65_536)):
                return
            *lines, self._rest = (self._rest + heard.decode()).split("\n")
            self.lines += lines
            if any(map(is_last, lines)):
                return
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError(f"a child said nothing for {_PATIENCE} s")

    def promised(self) -> set[str]:
        """Return the decisions that were acknowledged."""
        return {line[4:] for line in self.lines if line.startswith("ack ")}

    def told(self) -> Counter[str]:
        """Return what a user would have been told."""
        return Counter(line[5:] for line in self.lines if line.startswith("told "))


def _live(work: Callable[[Say], None], pipe: int) -> None:
    def say(line: str) -> None:
        os.write(pipe, f"{line}\n".encode())

    try:
        tell_faults(say, lambda: work(say))
    finally:
        os._exit(0)


def tell_faults(say: Say, work: Callable[[], None]) -> None:
    """Do something; say what goes wrong, a bug so that the parent raises it."""
    try:
        work()
    except Exception as error:  # noqa: BLE001 - see above
        fault = worlds_fault(error)
        trace = "".join(traceback.format_exception(error)).replace("\n", "\\n")
        say(f"told {fault}" if fault else f"bug {trace}")


def kept(folder: Path) -> set[str]:
    """Return the decisions that are in the log: id, article, picture, verdict, person."""
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        rows = db.execute(
            "SELECT id, article_id, image_id, verdict, annotator FROM decision "
            "WHERE action = 'decide'"
        )
        return {" ".join(map(str, row)) for row in rows}


def said(folder: Path) -> set[tuple]:
    """Return every row of the decision log, undo and redo included."""
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        return set(db.execute("SELECT * FROM decision"))


def words(made: Decision) -> str:
    """Return what is acknowledged of a decision, as ``kept`` does."""
    return f"{made.id} {made.article_id} {made.image_id} {made.verdict.value} {made.annotator}"


def check_sound(folder: Path) -> None:
    """Assert that what a killed process left is a sound database."""
    quick_check(folder / DATABASE)


def pause(rng: random.Random, longest: float) -> None:
    """Wait some time, short ones being as likely as long ones."""
    time.sleep(longest * rng.random() ** 2)


def newsroom(home: Path, model: str) -> Path:
    """Make a collection of 96 articles and pictures; indexed when there is a model."""
    if model:
        return colour_newsroom(home, model, each=ARTICLES // len(COLOURS))
    photos = home / "photos"
    photos.mkdir(parents=True)
    rows = ["article_id,title,image_id,image"]
    for number in range(ARTICLES):
        colour_photo(photos / f"p{number}.png", (number, 90, 200), number)
        rows.append(f"a{number},The house number {number},i{number},p{number}.png")
    (home / "t.csv").write_text("\n".join(rows) + "\n")
    finish(import_source(home / "c.newsmatch", home / "t.csv", images=photos))
    return home / "c.newsmatch"


def fresh(base: Path, home: Path) -> Path:
    """Return a copy of a collection, with a backup."""
    shutil.copytree(base, home / base.name)
    finish(back_up(home / base.name))
    return home / base.name


def run(tally: Tally, folder: Path, work: Callable[[Say], None]) -> None:
    """Do something in a child to its end, and count it; the collection stays."""
    child = Child(work)
    child.end()
    settle(tally, folder, child, remove=False)


def settle(tally: Tally, folder: Path, child: Child, *, remove: bool = True) -> None:
    """Count a try after which the collection must open and be sound."""
    Collection.open(folder).close()
    check_sound(folder)
    tally.count(child.promised(), folder)
    told = {" ".join(sentence.replace(str(folder), "…").split()) for sentence in child.told()}
    tally.told += Counter(told)
    if remove:
        shutil.rmtree(folder.parent)


@contextmanager
def telling(say: Say) -> Iterator[None]:
    """Say what a user would be told; anything else is a bug."""
    try:
        yield
    except Exception as error:
        fault = worlds_fault(error)
        if fault is None:
            raise
        say(f"told {fault}")
