"""Appending to a log: ids that rise, and a transaction in which they cannot be overtaken."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ulid import ULID

from newsmatch_gui.store.diary import Diary, last_ids, rows_after


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold a transaction that takes the write lock first, so read-then-append cannot race.

    What was appended to a log is in the diary too when this ends.
    """
    with exclusively(connection):
        before = last_ids(connection)
        yield
        rows = rows_after(connection, before)
    if rows:
        path = connection.execute("PRAGMA database_list").fetchone()[2]
        Diary(Path(path).parent).add(rows)


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
