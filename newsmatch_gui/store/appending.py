"""Appending to a log: ids that rise, and a transaction in which they cannot be overtaken."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ulid import ULID

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.faults import MOVED
from newsmatch_gui.store.logs import last_ids, rows_after


class PlacedConnection(sqlite3.Connection):
    """A connection that knows which file it opened.

    Attributes:
        place: Device and number of the file, None while nobody looked.
    """

    place: tuple[int, int] | None = None


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold a transaction that takes the write lock first, so read-then-append cannot race.

    What was appended to a log is in the diary too when this ends.

    Raises:
        NewsMatchError: The database is no longer where it was opened.
    """
    path = Path(connection.execute("PRAGMA database_list").fetchone()[2])
    with exclusively(connection):
        _check_place(connection, path)
        before = last_ids(connection)
        yield
        rows = rows_after(connection, before)
    if path.name:  # a database in memory has no folder
        Diary(path.parent).add(rows)


def _check_place(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse to write into a file that was moved or deleted: what is said there would be lost."""
    try:
        found = path.stat()
        place = (found.st_dev, found.st_ino)
    except OSError:
        place = None
    if isinstance(connection, PlacedConnection):
        if connection.place is None:
            connection.place = place
        if place is None or place != connection.place:
            raise NewsMatchError(MOVED.format(path))


@contextmanager
def exclusively(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold a transaction that takes the write lock first."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.commit()
    except BaseException:
        connection.rollback()
        raise


def next_id(connection: sqlite3.Connection, table: str) -> str:
    """Return a ULID above every earlier one of a log, even when the clock went backwards."""
    fresh = str(ULID())
    last = connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]
    if last is None or fresh > last:
        return fresh
    return str(ULID.from_int(int(ULID.from_str(last)) + 1))


def now() -> str:
    """Return the time as logs keep it: UTC, in milliseconds."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
