"""What overwritten, altered and cut files do to a collection, and what mends it."""

import os
import random
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from string import ascii_letters, digits

import victims
from ground import Child, Say, Tally, check_sound, fresh, run, said, telling

from newsmatch_gui.domain.errors import DamagedCollectionError
from newsmatch_gui.domain.health import State
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.backing_up import back_up, backups_of
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.doctor_collection import COLLECTION_PARTS, Patient
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.indexing import build_index, index_pending
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.store.backups import DATABASE

_LETTERS = (ascii_letters + digits).encode()


def corrupted(base: Path, home: Path, tries: int) -> Tally:
    """Overwrite random places of the database; then do what the program says."""
    rng = random.Random(3)
    return _damage(
        "corrupted database", base, home, tries, lambda folder: _spoil(folder / DATABASE, rng)
    )


def altered(base: Path, home: Path, tries: int) -> Tally:
    """Exchange single letters and digits, which no check of SQLite sees; then mend."""
    rng = random.Random(9)
    return _damage(
        "altered letters in the database", base, home, tries,
        lambda folder: _alter(folder / DATABASE, rng),
    )  # fmt: skip


def cut_short(base: Path, home: Path, tries: int) -> Tally:
    """Cut the database anywhere; then do what the program says."""
    rng = random.Random(7)
    return _damage(
        "truncated database", base, home, tries, lambda folder: _cut(folder / DATABASE, rng)
    )


def diary_damaged(base: Path, home: Path, tries: int) -> Tally:
    """Overwrite or cut the diary, of which the database has everything."""
    rng = random.Random(8)

    def harm(folder: Path) -> None:
        rng.choice((_spoil, _cut))(folder / "backups" / "diary.jsonl", rng)

    return _damage("corrupted or truncated diary", base, home, tries, harm)


def _damage(
    fault: str, base: Path, home: Path, tries: int, harm: Callable[[Path], None]
) -> Tally:  # fmt: skip
    tally = Tally(fault)
    for number in range(tries):
        folder = fresh(base, home / f"bad-{number}")
        child = Child(lambda say, folder=folder: _decide_around_a_backup(folder, say))
        child.end()
        before = said(folder)
        harm(folder)
        tally.told[_open_or_mend(folder)] += 1
        check_sound(folder)
        if said(folder) - before:
            tally.told["a row of which two letters were altered is there twice"] += 1
        tally.count(child.promised(), folder)
        shutil.rmtree(folder.parent)
    return tally


def _decide_around_a_backup(folder: Path, say: Say) -> None:
    victims.decide(folder, say, most=40)
    finish(back_up(folder))
    victims.decide(folder, say, most=40)


def _spoil(path: Path, rng: random.Random) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        for _ in range(rng.randint(1, 4)):
            length = rng.choice((1, 16, 512, 4_096, 16_384))
            file.seek(rng.randrange(max(1, size - length)))
            file.write(rng.randbytes(length))


def _alter(path: Path, rng: random.Random) -> None:
    content = bytearray(path.read_bytes())
    places = [place for place, byte in enumerate(content) if byte in _LETTERS]
    for place in rng.sample(places, rng.choice((1, 2, 5, 20))):
        content[place] = rng.choice(_LETTERS)
    path.write_bytes(content)


def _cut(path: Path, rng: random.Random) -> None:
    os.truncate(path, rng.randrange(path.stat().st_size))


def _open_or_mend(folder: Path) -> str:
    """Open a collection, restore it when that is what is said, and let the doctor mend the rest."""
    try:
        with Desk(folder) as desk:
            desk.states()
            [desk.article(line.id) for line in desk.lines()]
    except Exception as error:  # noqa: BLE001 - as the window catches it
        fault = worlds_fault(error)
        assert isinstance(fault, DamagedCollectionError), error
        finish(restore(folder, backups_of(folder)[0], keep=True))
        opening = "does not open; restored from the window"
    else:
        opening = "opens"
    findings = [
        finding
        for part in ("database", "logs", "diary", "words")
        for finding in Patient(folder, mend=True).examine(part, COLLECTION_PARTS[part])
    ]
    states = Counter(finding.state for finding in findings)
    assert not states[State.BROKEN], "\n".join(map(str, findings))
    return f"{opening}; the doctor {'mends it' if states[State.MENDED] else 'finds nothing'}"


def truncated(base: Path, home: Path, tries: int) -> Tally:
    """Cut files of the cache anywhere; then index what is lacking."""
    tally, rng = Tally("truncated cache files"), random.Random(4)
    for number in range(tries):
        folder = fresh(base, home / f"cut-{number}")
        files = sorted((folder / "cache" / "vectors").glob("*/*.*"))
        _cut(rng.choice(files), rng)

        def go(say: Say, folder: Path = folder) -> None:
            victims.decide(folder, say, most=5)
            with telling(say):
                load_pool(folder)
            waiting = index_pending(folder)
            say(f"told indexes again what is lacking ({'some' if waiting else 'nothing'})")
            finish(build_index(folder))
            assert index_pending(folder) == 0
            assert len(load_pool(folder).image_ids) == victims.ARTICLES

        run(tally, folder, go)
        shutil.rmtree(folder.parent)
    return tally
