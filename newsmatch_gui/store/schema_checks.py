"""Whether a database has the schema that its migrations make, which damage may have changed."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache

from sqlite_utils import Database

from newsmatch_gui.store.schema import STEPS, migrations


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return how tables, indexes, views and triggers were made, by name.

    Without those that SQLite and libraries make by themselves, each version as it likes.
    """
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' "
        "AND name NOT GLOB '*_sqlite_migrations*' AND name NOT GLOB 'picture_words_*'"
    )
    return {name: " ".join(sql.split()) for name, sql in rows}


def has_names(found: Mapping[str, str], steps: int) -> bool:
    """Tell whether a schema has what it has after so many steps, and nothing of a later one."""
    wanted = _schema_after(steps)
    return all((name in found) == (name in wanted) for name in _schema_after(len(STEPS)))


def is_as_made(found: Mapping[str, str], steps: int) -> bool:
    """Tell whether a schema is word for word what it is after so many steps; more may be there."""
    return has_names(found, steps) and found.items() >= _schema_after(steps).items()


@cache
def _schema_after(steps: int) -> dict[str, str]:
    """Return the schema after the first so many steps, as ``schema_of`` does."""
    with closing(sqlite3.connect(":memory:")) as connection:
        migrations.apply(Database(connection), stop_before=STEPS[steps : steps + 1])
        return schema_of(connection)
