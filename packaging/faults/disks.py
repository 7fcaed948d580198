"""What disks, clocks and other programs do to a collection."""

import os
import random
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from string import ascii_letters, digits

import victims
from ground import Child, Say, Tally, check_sound, fresh, pause, run, settle, telling, words

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.backing_up import back_up, backups_of
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.store.backups import DATABASE

_NOBODY = 65_534
_LETTERS = (ascii_letters + digits).encode()
_SMALL = 12  # MB of the disk that gets full


# Disks -------------------------------------------------------------------------------------


def disk_full(base: Path, home: Path, tries: int) -> Tally:
    """Fill the disk up to some last bytes, go on with one thing after the other, and free it."""
    tally, rng = Tally("disk full"), random.Random(1)
    with _small_disk(home) as disk:
        if disk is None:
            tally.told["not tried: this account may mount no disk"] += 1
            return tally
        works = _works(home, indexed=any((base / "cache").rglob("images.f32")))
        for number in range(tries):
            work = works[number % len(works)]
            folder = fresh(base, disk / f"{number}")
            leave = rng.choice((0, 4_096, 65_536, 300_000))

            def go(say: Say, folder: Path = folder, leave: int = leave, work=work) -> None:
                victims.decide(folder, say, most=5)
                filler = victims.fill(disk, leave)
                try:
                    for _ in range(60):
                        with telling(say):
                            victims.decide(folder, say, most=3)
                            work(folder)
                finally:
                    filler.unlink()
                victims.decide(folder, say, most=5)

            run(tally, folder, go)
            shutil.rmtree(folder.parent)
    return tally


def _works(home: Path, *, indexed: bool) -> list[Callable[[Path], object]]:
    source = home / "many.csv"
    rows = [f"n{row},Headline {row}," + "word " * 80 for row in range(2_000)]
    source.write_text("\n".join(["article_id,title,text", *rows]) + "\n")
    works: list[Callable[[Path], object]] = [
        lambda folder: None,
        lambda folder: finish(import_source(folder, source)),
        lambda folder: finish(back_up(folder)),
        lambda folder: export_pairs(folder, folder.parent / "out.jsonl"),
        lambda folder: finish(restore(folder, backups_of(folder)[0], keep=True)),
    ]
    if indexed:
        works.append(lambda folder: _index_anew(folder))
    return works


def _index_anew(folder: Path) -> None:
    shutil.rmtree(folder / "cache" / "vectors")
    finish(build_index(folder))


def read_only(base: Path, home: Path, tries: int) -> Tally:
    """Take away the right to write: the folder's, the files', the backups'."""
    tally = Tally("read-only folder")
    for number in range(tries):
        folder = fresh(base, home / f"ro-{number}")
        closed = (folder, folder / DATABASE, folder / "backups")[number % 3]

        def go(say: Say, folder: Path = folder, closed: Path = closed) -> None:
            victims.decide(folder, say, most=10)
            _take_rights(folder, closed)
            for _ in range(3):
                with telling(say):
                    victims.decide(folder, say, most=2)
                    finish(back_up(folder))

        child = Child(go)
        child.end()
        _give_rights(folder)
        settle(tally, folder, child)
    return tally


def unplugged(base: Path, home: Path, tries: int) -> Tally:
    """Take the folder away while decisions are made, and bring it back."""
    tally, rng = Tally("unplugged folder"), random.Random(2)
    for number in range(tries):
        folder = fresh(base, home / f"usb-{number}")
        away = folder.with_name("away")

        def go(say: Say, folder: Path = folder) -> None:
            until = time.monotonic() + 1.5
            while time.monotonic() < until:  # as a person would, who opens it again
                with telling(say):
                    victims.decide(folder, say, wait=0.003, most=400)
                time.sleep(0.02)

        child = Child(go)
        child.wait_for("ack")
        pause(rng, 0.5)
        folder.rename(away)
        pause(rng, 0.5)
        away.rename(folder)
        child.end()
        settle(tally, folder, child)
    return tally


# Clocks and others -------------------------------------------------------------------------


def clock_back(base: Path, home: Path, tries: int) -> Tally:
    """Let the clock jump between decisions and backups, up to ten years back and forth."""
    tally = Tally("clock going backwards")
    for number in range(tries):
        folder = fresh(base, home / f"clock-{number}")
        child = Child(lambda say, folder=folder, number=number: _jumping(folder, say, number))
        child.end()
        settle(tally, folder, child)
    return tally


def _jumping(folder: Path, say: Say, seed: int) -> None:
    from newsmatch_gui.services import backing_up
    from newsmatch_gui.store import appending, backups

    rng, shift = random.Random(seed), [timedelta()]

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.now(tz) + shift[0]

    real = time.time
    time.time = lambda: real() + shift[0].total_seconds()  # which ULIDs are made from
    appending.datetime = backups.datetime = backing_up.datetime = Clock
    last, newest = "", 0
    with Desk(folder, annotator="ann") as desk:
        for number in range(40):
            shift[0] = timedelta(days=rng.uniform(-3_650, 3_650))
            article, image = f"a{number % 7}", f"i{rng.randrange(victims.ARTICLES)}"
            desk.decide(article, image, Verdict.CHOSEN, Shown())
            made = desk.said(article)[image]  # what was decided last holds
            assert made.id > last, "an id went back"
            last = made.id
            say(f"ack {words(made)}")
            if number % 8 == 0:
                if backing_up.backup_is_due(folder):
                    finish(back_up(folder))
                assert not backing_up.backup_is_due(folder), "no backup of today"
                assert backups_of(folder)[0].number >= newest, "the newest backup is gone"
                newest = backups_of(folder)[0].number
    say("told nothing; ids rise all the same, and there is a backup of each day")


def two_processes(base: Path, home: Path, tries: int) -> Tally:
    """Decide in two processes at once while a third one imports; kill one of them."""
    tally, rng = Tally("two processes on one collection"), random.Random(5)
    for number in range(tries):
        folder = fresh(base, home / f"two-{number}")
        thirds = [range(first, victims.ARTICLES, 3) for first in range(3)]

        def few(say: Say, folder: Path = folder, mine: range = thirds[0]) -> None:
            victims.decide(folder, say, wait=0.001, most=150, articles=mine)

        def many(say: Say, folder: Path = folder, mine: range = thirds[1]) -> None:
            victims.decide(folder, say, wait=0.001, articles=mine)

        def importing(say: Say, folder: Path = folder, mine: range = thirds[2]) -> None:
            victims.importing(folder, say, mine)

        children = [Child(few), Child(many), Child(importing)]
        for child in children:
            child.wait_for("ack")
        pause(rng, 1.0)
        for child in children[1:]:
            child.kill()
        children[0].end()
        check_sound(folder)
        tally.count(set.union(*(child.promised() for child in children)), folder)
        tally.told += sum((child.told() for child in children), Counter())
        shutil.rmtree(folder.parent)
    tally.told["nothing; a second window would read, and name who decides"] += 1
    return tally


# How -----------------------------------------------------------------------------------------


@contextmanager
def _small_disk(home: Path) -> Iterator[Path | None]:
    disk = home / "disk"
    disk.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={_SMALL}m", "newsmatch-faults", str(disk)]
    if os.geteuid() or subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)


def _take_rights(folder: Path, closed: Path) -> None:
    """Forbid writing; root may write all the same, so that it becomes nobody first."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, _NOBODY, _NOBODY)
    for path in (closed, *closed.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def _give_rights(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        with suppress(OSError):
            path.chmod(0o755 if path.is_dir() else 0o644)
            if os.geteuid() == 0:
                os.chown(path, 0, 0)
