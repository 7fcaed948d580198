"""The tables that only grow: which they are, what is new in them, and what cannot be ours."""

import re
import sqlite3
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.store.faults import SQLITE_ERRORS, is_damage
from newsmatch_gui.store.schema import STEPS, migrations
from newsmatch_gui.store.schema_checks import is_as_made, schema_of

DECISIONS = "decision"
Row = tuple[str, dict[str, Any]]
"""A log's name and one of its rows, by column."""

_PLAIN = frozenset((str, int, float, type(None)))
_ULID = re.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}")
_TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')"
)
_VERDICTS = frozenset(verdict.value for verdict in Verdict)


def is_ours(log: str, row: Mapping[str, Any]) -> bool:
    """Tell whether a row of a log can be one that we wrote; SQLite sees no altered bytes."""
    if not _PLAIN.issuperset(map(type, row.values())):
        return False
    proper = isinstance(row.get("id"), str) and _ULID.fullmatch(row["id"])
    return bool(proper) and (log != DECISIONS or row.get("verdict") in _VERDICTS)


def said(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what a row says, whatever its id; with its time, no other row says the same."""
    return tuple(row[column] for column in sorted(row) if column != "id")


def log_names(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the tables that only grow, as the triggers tell that keep them from shrinking."""
    rows = connection.execute(
        "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' "
        "AND name = tbl_name || '_no_delete' ORDER BY tbl_name"
    )
    return tuple(name for (name,) in rows)


def last_ids(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the highest id of each log; ids rise, so that what comes later is above it."""
    return {
        name: connection.execute(f"SELECT coalesce(max(id), '') FROM {name}").fetchone()[0]
        for name in log_names(connection)
    }


def rows_after(connection: sqlite3.Connection, ids: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows above the highest ids of before."""
    return tuple(
        (name, row)
        for name, last in ids.items()
        for row in rows_of(connection, f"SELECT * FROM {name} WHERE id > ? ORDER BY id", last)
    )


def rows_of(connection: sqlite3.Connection, query: str, *values: str) -> Iterator[dict[str, Any]]:
    """Yield the rows that a query finds, by column."""
    cursor = connection.execute(query, values)
    columns = [column[0] for column in cursor.description]
    return (dict(zip(columns, row, strict=True)) for row in cursor)


def altered(connection: sqlite3.Connection) -> str:
    """Return the first thing that we cannot have written into a sound database, "" for none.

    SQLite checks how the rows lie in the file, and not what they say.
    """
    what = "its schema"
    try:
        schema = schema_of(connection)
        if schema and not _is_ours(schema, connection):
            return "its schema is not as it was made"
        logs = log_names(connection)
        for (table,) in connection.execute(_TABLES).fetchall():
            what = f"what {table} holds"
            query = f"SELECT * FROM {table}"
            if table not in logs:
                deque(connection.execute(query), maxlen=0)
            elif not all(is_ours(table, row) for row in rows_of(connection, query)):
                return f"a row of {table} has no proper id or verdict"
    except SQLITE_ERRORS as error:
        if not is_damage(error):
            raise
        return f"{what} cannot be read"
    return ""


def _is_ours(schema: Mapping[str, str], connection: sqlite3.Connection) -> bool:
    # In the order of the table: an index may hold what was there before it was altered.
    rows = connection.execute("SELECT migration_set, name FROM _sqlite_migrations NOT INDEXED")
    steps = tuple(name for made_by, name in rows if made_by == migrations.name)
    return STEPS[: len(steps)] == steps and is_as_made(schema, len(steps))
