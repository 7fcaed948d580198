"""Reading what can still be read of a damaged database, and merging it into a sound one."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from newsmatch_gui.store.backups import DATABASE, backups_folder
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.faults import SQLITE_ERRORS
from newsmatch_gui.store.logs import is_ours, log_names, said

# Beside the logs: what was imported or made, each row known by its key. Everything else in a
# database is made anew from these.
IMPORTED = (
    "article", "image", "ground_truth", "trained_model", "review", "point_of_interest",
    "watched_folder",
)  # fmt: skip
_WAL = "-wal"


@dataclass(frozen=True, slots=True)
class Source:
    """What is left of a collection: its diary, and a copy of its database.

    Attributes:
        diary: Rows by log and id.
        database: A connection to the copy, None where there is no database.
        sound: Whether the database passed SQLite's check.
    """

    diary: dict[str, dict[str, dict[str, Any]]]
    database: sqlite3.Connection | None
    sound: bool

    def rows(self, table: str) -> Iterator[dict[str, Any]]:
        """Yield the rows of a table that can be read; of those in both, the diary's first.

        The diary's lines have checksums, the database's pages have none; what says the same
        under another id has an id that was altered.
        """
        known = self.diary.get(table, {})
        yield from known.values()
        told = set(map(said, known.values()))
        if self.database is not None:
            # From both ends, since a damaged page stops whoever reads over it.
            for order in ("", " DESC"):
                with suppress(*SQLITE_ERRORS):
                    cursor = self.database.execute(
                        f"SELECT * FROM {table} ORDER BY {_KEYS.get(table, 'id')}{order}"
                    )
                    columns = [column[0] for column in cursor.description]
                    for values in cursor:
                        row = dict(zip(columns, values, strict=True))
                        if said(row) not in told:
                            yield row
                    break


# Of the tables whose rows are not known by an id.
_KEYS = {
    "ground_truth": "article_id", "trained_model": "rowid", "review": "article_id",
    "point_of_interest": "image_id", "watched_folder": "path", "article": "position",
    "image": "position",
}  # fmt: skip


@contextmanager
def source_of(folder: Path) -> Iterator[Source]:
    """Read what is left of a collection from a copy; its database itself is not opened.

    Raises:
        NewsMatchError: The diary cannot be read.
        OSError: There is no space for the copy.
    """
    diary, _torn = Diary(folder).read()
    home = backups_folder(folder)
    home.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix=".salvage-", dir=home) as scratch:
        copy = Path(scratch) / DATABASE
        if not (folder / DATABASE).exists():
            yield Source(diary, None, sound=False)
            return
        copy_pair(folder / DATABASE, copy)
        connection = sqlite3.connect(copy)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            yield Source(diary, connection, _is_sound(connection))
        finally:
            connection.close()


def copy_pair(database: Path, target: Path) -> None:
    """Copy a database that nobody writes to, with its write-ahead log if it has one."""
    shutil.copyfile(database, target)
    if (wal := wal_of(database)).exists():
        shutil.copyfile(wal, wal_of(target))


def wal_of(database: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of a database."""
    return database.with_name(database.name + _WAL)


def merge(target: sqlite3.Connection, source: Source) -> dict[str, int]:
    """Add the rows that a sound, up-to-date database lacks; return how many, by table.

    Does not commit.
    """
    logs = log_names(target)
    return {
        table: _insert(target, table, source.rows(table), is_log=table in logs)
        for table in (*IMPORTED, *logs)
    }


def count_missing(target: sqlite3.Connection, source: Source) -> dict[str, int]:
    """Return how many rows ``merge`` would add, by table; the target is rolled back."""
    try:
        return merge(target, source)
    finally:
        target.rollback()


def _insert(
    target: sqlite3.Connection, table: str, rows: Iterable[dict[str, Any]], *, is_log: bool
) -> int:
    columns = {row[1] for row in target.execute(f"PRAGMA table_info({table})")} - {"position"}
    added = 0
    for row in rows:
        if is_log and not is_ours(table, row):
            continue
        names = sorted(columns & row.keys())
        marks = ", ".join("?" * len(names))
        added += target.execute(
            f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})",
            [row[name] for name in names],
        ).rowcount
    return added


def _is_sound(connection: sqlite3.Connection) -> bool:
    try:
        return connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except SQLITE_ERRORS:
        return False
