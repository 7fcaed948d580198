"""Appending to a log: ids that rise, and a transaction in which they cannot be overtaken."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from ulid import ULID


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold a transaction that takes the write lock first, so read-then-append cannot race."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.rollback()
        raise
    connection.commit()


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
