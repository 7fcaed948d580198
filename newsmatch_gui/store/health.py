"""What can be wrong inside a collection's database, counted and mended.

Reading and counting never changes the database, not even the schema of an older version.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.errors import DamagedCollectionError
from newsmatch_gui.store.appending import exclusively
from newsmatch_gui.store.backups import DATABASE
from newsmatch_gui.store.collection import applied_migrations
from newsmatch_gui.store.diary import Diary, Differences
from newsmatch_gui.store.faults import SQLITE_ERRORS, explain, is_damage
from newsmatch_gui.store.logs import altered

_DANGLING = {
    "undo and redo rows of decisions that are not here": "SELECT count(*) FROM decision AS d "
    "WHERE action <> 'decide' AND NOT EXISTS (SELECT 1 FROM decision AS t WHERE t.id = d.target "
    "AND t.id < d.id AND t.action = 'decide')",
    "decisions about unknown articles": "SELECT count(*) FROM decision AS d "
    "WHERE NOT EXISTS (SELECT 1 FROM article AS a WHERE a.id = d.article_id)",
    "decisions about unknown pictures": "SELECT count(*) FROM decision AS d "
    "WHERE image_id IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM image AS i WHERE i.id = d.image_id)",
    "true pictures of unknown articles": "SELECT count(*) FROM ground_truth AS t "
    "WHERE NOT EXISTS (SELECT 1 FROM article AS a WHERE a.id = t.article_id)",
    "true pictures that are not in the pool": "SELECT count(*) FROM ground_truth AS t "
    "WHERE NOT EXISTS (SELECT 1 FROM image AS i WHERE i.id = t.image_id)",
}


class Examination:
    """A database that is looked at as it is."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self._folder, self._db = folder, connection

    def damage(self) -> str:
        """Return the first thing that is wrong with pages, schema or rows, "" for nothing.

        Raises:
            NewsMatchError: A newer version made it.
        """
        try:
            found = self._db.execute("PRAGMA integrity_check(1)").fetchone()[0]
            if found == "ok":
                applied_migrations(self._db, self._folder / DATABASE)
                found = altered(self._db)
        except DamagedCollectionError:
            found = "its schema is damaged"
        except SQLITE_ERRORS as error:
            if not is_damage(error):
                raise
            found = str(error)
        return " ".join(found.split())

    def rebuild_indexes(self) -> None:
        """Make every index anew from its table; rows that it forbids stay, as ``damage`` tells."""
        with suppress(sqlite3.IntegrityError):
            self._db.execute("REINDEX")

    def tables(self) -> frozenset[str]:
        """Return the names of the tables."""
        rows = self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return frozenset(name for (name,) in rows)

    def dangling(self) -> dict[str, int]:
        """Return how many rows point at what is not in the collection, by what they are."""
        return self._counted(_DANGLING)

    def words_differ(self) -> bool:
        """Tell whether the words that are searched differ from the texts they were taken from."""
        if "picture_words" not in self.tables():
            return False
        try:
            self._db.execute("BEGIN IMMEDIATE")
            # 1 asks to compare with the texts too, which lie in a table of their own.
            self._db.execute(
                "INSERT INTO picture_words(picture_words, rank) VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError as error:
            code = (getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF
            if code != sqlite3.SQLITE_CORRUPT:
                raise
            return True
        finally:
            self._db.rollback()
        return False

    def rebuild_words(self) -> None:
        """Take the words that are searched anew from the texts."""
        with exclusively(self._db):
            self._db.execute("INSERT INTO picture_words(picture_words) VALUES ('rebuild')")

    def differences(self) -> Differences:
        """Compare every log with the diary."""
        return Diary(self._folder).compare(self._db)

    def settle_diary(self) -> None:
        """Give each the rows that the other one has; where they differ, the diary is right."""
        found = self.differences()
        Diary(self._folder).add(found.unwritten)
        changed = (*found.doubled, *found.lost, *found.altered)
        with exclusively(self._db):
            for name in {name for name, _row in changed}:
                with self._may_change(name):
                    for other, row in changed:
                        if other == name:
                            self._db.execute(f"DELETE FROM {name} WHERE id = ?", (row["id"],))
                    for other, row in (*found.lost, *found.altered):
                        if other == name:
                            self._insert(name, row)

    def _insert(self, table: str, row: dict[str, Any]) -> None:
        columns = {found[1] for found in self._db.execute(f"PRAGMA table_info({table})")}
        names = sorted(columns & row.keys())
        self._db.execute(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",
            [row[name] for name in names],
        )

    @contextmanager
    def _may_change(self, log: str) -> Iterator[None]:
        """Put aside the trigger that keeps a log from shrinking, within a transaction."""
        name = f"{log}_no_delete"
        query = "SELECT sql FROM sqlite_master WHERE name = ?"
        (made,) = self._db.execute(query, (name,)).fetchone()
        self._db.execute(f"DROP TRIGGER {name}")
        yield
        self._db.execute(made)

    def _counted(self, queries: Mapping[str, str]) -> dict[str, int]:
        found = {}
        for what, query in queries.items():
            with suppress(sqlite3.OperationalError):  # a table that the older schema lacks
                found[what] = self._db.execute(query).fetchone()[0]
        return {what: count for what, count in found.items() if count}


@contextmanager
def examined(folder: Path) -> Iterator[Examination]:
    """Look at the database of a collection as it is.

    Raises:
        NewsMatchError: It cannot be opened at all, or is damaged where it is looked at.
    """
    path = (folder / DATABASE).absolute()
    connection = None
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True, timeout=10)
        yield Examination(folder, connection)
    except SQLITE_ERRORS as error:
        raise explain(error, path) or error from error
    finally:
        if connection is not None:
            connection.close()
