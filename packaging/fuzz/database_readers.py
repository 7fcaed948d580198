"""Fuzzed readers of a collection's database, its backups and its diary."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from functools import cache
from pathlib import Path

import mutate
from collection_readers import article_lines
from photo_readers import JPEG, made_folder, put

from newsmatch_gui.domain.health import State
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.services.backing_up import back_up
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.doctor_collection import COLLECTION_PARTS, Patient
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import index_pending
from newsmatch_gui.services.model_registry import list_models
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.services.searching import offered
from newsmatch_gui.store.collection import Collection, is_up_to_date
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.faults import SQLITE_ERRORS


def diary_file(raw: bytes, folder: Path) -> str | None:
    """Read a diary, and gather a collection from it that has nothing else."""
    home = _emptied(folder / "d.newsmatch")
    diary = Diary(home)
    diary.path.write_bytes(raw)
    rows, torn = diary.read()
    if sum(map(len, rows.values())):
        finish(restore(home, None, keep=True))
        _look_into(home)
    return f"{torn} lines cannot be read" if torn else None


def _emptied(home: Path) -> Path:
    shutil.rmtree(home, ignore_errors=True)
    (home / "backups").mkdir(parents=True)
    return home


@cache
def _home() -> Path:
    """A small collection with a decision, made once for the process."""
    home = made_folder()
    (home / "a.jpg").write_bytes(JPEG)
    (home / "b.jpg").write_bytes(JPEG)
    (home / "a.jsonl").write_bytes(article_lines()[0])
    (home / "d.jsonl").write_bytes(article_lines()[1])
    for name in ("a.jsonl", "d.jsonl"):
        finish(import_source(home / "c.newsmatch", home / name))
    with sqlite3.connect(home / "c.newsmatch" / "collection.db") as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return home / "c.newsmatch"


def diaries() -> tuple[bytes, ...]:
    """Return one."""
    return ((_home() / "backups" / "diary.jsonl").read_bytes(),)


def databases() -> tuple[bytes, ...]:
    """Return a small collection's database."""
    return ((_home() / "collection.db").read_bytes(),)


def database(raw: bytes, folder: Path) -> str | None:
    """Open a collection and read all of it."""
    home = _emptied(folder / "c.newsmatch")
    put(home, "collection.db", raw)
    return _guarded(lambda: _look_into(home))


def backup(raw: bytes, folder: Path) -> str | None:
    """Restore a backup, put back what came since, and read all of it."""
    home = _emptied(folder / "b.newsmatch")
    shutil.copyfile(_home() / "collection.db", home / "collection.db")
    made = finish(back_up(home))
    put(home / "backups", made.name, raw)
    (home / "collection.db").write_bytes(raw if len(raw) % 2 else databases()[0])

    def restored() -> None:
        finish(restore(home, made if len(raw) % 3 else None, keep=True))
        _look_into(home)

    return _guarded(restored)


def examined(raw: bytes, folder: Path) -> str | None:
    """Let the doctor look at a damaged collection, mend it, and read it."""
    home = _emptied(folder / "e.newsmatch")
    put(home, "collection.db", raw)
    shutil.copyfile(_home() / "backups" / "diary.jsonl", home / "backups" / "diary.jsonl")
    patient = Patient(home, mend=True)
    said = ""
    for part, check in COLLECTION_PARTS.items():
        for finding in patient.examine(part, check):
            if finding.state is not State.SOUND:
                said = said or finding.sentence
    _guarded(lambda: _look_into(home))
    return said


def _look_into(home: Path) -> None:
    with Collection.open(home) as collection:
        collection.images.paths()
        collection.articles.truth()
    list_problems(home)
    list_models(home)
    offered(home)
    with Desk(home) as desk:
        states = desk.states()
        for line in desk.lines():
            desk.article(line.id)
            desk.verdicts(line.id)
            desk.reading(line.id, "r", "m")
        desk.image("a")
        assert all(isinstance(state, Verdict) for state in states.values())
    export_pairs(home, home / "pairs.jsonl")
    if is_up_to_date(home):
        index_pending(home)


def _guarded(act: Callable[[], None]) -> str | None:
    """Do what window and command line do with an error: tell the world's faults, raise ours."""
    try:
        act()
    except Exception as error:
        if (fault := worlds_fault(error)) is None:
            raise
        return str(fault)
    return None


def cell(rng: random.Random, raw: bytes) -> bytes:
    """Write something odd into one cell of a database, whatever its triggers forbid."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(raw)
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = triggers.fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
            "ORDER BY name"
        )
        filled = [
            name for (name,) in tables.fetchall()
            if connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        ]  # fmt: skip
        table = rng.choice(filled)
        columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
        connection.execute(
            f'UPDATE "{table}" SET "{rng.choice(columns)}" = ? '
            f'WHERE rowid = (SELECT rowid FROM "{table}" LIMIT 1 OFFSET ?)',
            (rng.choice(_ODD_CELLS), rng.randrange(2)),
        )
        for _, made_by in triggers:
            connection.execute(made_by)
        connection.commit()
        return connection.serialize()
    except (*SQLITE_ERRORS, IndexError):  # damaged before, or it forbids this
        return mutate.number(rng, raw)
    finally:
        connection.close()


_ODD_CELLS = (
    None, -1, 0, 2**63 - 1, 1e308, "", "x", "x" * 5_000, b"\xff\xfe", b"", "[]", "{}", "null",
    "[" * 5_000, '{"a": 1}', "[[1]]", "../../x", "/etc/passwd", "\x00", "\ufffe", "9" * 5_000,
)  # fmt: skip
