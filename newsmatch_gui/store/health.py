"""What can be wrong inside a collection's database, counted and mended.

Reading and counting never changes the database, not even the schema of an older version.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.store.appending import exclusively
from newsmatch_gui.store.backups import DATABASE
from newsmatch_gui.store.diary import Diary, log_names
from newsmatch_gui.store.faults import SQLITE_ERRORS, explain

_VERDICTS = ", ".join(f"'{verdict.value}'" for verdict in Verdict)
_SENSELESS = {
    "undo and redo rows that take back nothing": "SELECT count(*) FROM decision AS d "
    "WHERE action <> 'decide' AND NOT EXISTS (SELECT 1 FROM decision AS t WHERE t.id = d.target "
    "AND t.id < d.id AND t.action = 'decide')",
    "decisions with an unknown verdict": "SELECT count(*) FROM decision "
    f"WHERE verdict NOT IN ({_VERDICTS})",
}
_DANGLING = {
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
# No ULID, or above 128 bits, of which 26 signs of base 32 hold more.
_NO_ULID = "length(id) <> 26 OR id GLOB '*[^0-9A-HJKMNP-TV-Z]*' OR id >= '8'"


@dataclass(frozen=True, slots=True)
class DiaryFaults:
    """How the logs differ from their second copy.

    Attributes:
        unwritten: Rows that the diary lacks.
        lost: Rows that only the diary has.
        altered: Rows that say something else than the diary, whose lines have checksums.
        torn: Lines of the diary that cannot be read.
    """

    unwritten: int
    lost: int
    altered: int
    torn: int


class Examination:
    """A database that is looked at as it is."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self._folder, self._db = folder, connection

    def damage(self) -> str:
        """Return the first thing that SQLite's full check finds, "" for a sound database."""
        try:
            found = self._db.execute("PRAGMA integrity_check(1)").fetchone()[0]
        except SQLITE_ERRORS as error:
            found = str(error)
        return "" if found == "ok" else " ".join(found.split())

    def rebuild_indexes(self) -> None:
        """Make every index anew from its table."""
        self._db.execute("REINDEX")

    def tables(self) -> frozenset[str]:
        """Return the names of the tables."""
        rows = self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return frozenset(name for (name,) in rows)

    def senseless(self) -> dict[str, int]:
        """Return how many rows of the logs we cannot have written, by what is wrong with them."""
        queries = dict(_SENSELESS)
        for name in log_names(self._db):
            query = f"SELECT count(*) FROM {name} WHERE {_NO_ULID}"
            queries[f"rows of {name} without a proper id"] = query
        return self._counted(queries)

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

    def diary_faults(self) -> DiaryFaults:
        """Compare every log with the diary."""
        unwritten, lost, altered, torn = self._compare()
        return DiaryFaults(len(unwritten), len(lost), len(altered), torn)

    def settle_diary(self) -> None:
        """Give each the rows that the other one has; where they differ, the diary is right."""
        unwritten, lost, altered, _torn = self._compare()
        Diary(self._folder).add(unwritten)
        with exclusively(self._db):
            for name in {name for name, _row in (*lost, *altered)}:
                with self._may_change(name):
                    for other, row in (*lost, *altered):
                        if other == name:
                            self._replace(name, row)

    def _compare(self) -> tuple[list, list, list, int]:
        said, torn = Diary(self._folder).read()
        unwritten: list[tuple[str, dict[str, Any]]] = []
        lost, altered = list(unwritten), list(unwritten)
        for name in log_names(self._db):
            cursor = self._db.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in cursor.description]
            rows = {row["id"]: row for row in (dict(zip(columns, r, strict=True)) for r in cursor)}
            known = said.get(name, {})
            unwritten += [(name, row) for key, row in rows.items() if key not in known]
            lost += [(name, row) for key, row in known.items() if key not in rows]
            # A row that was written before a column was added does not have it in the diary.
            altered += [
                (name, row)
                for key, row in known.items()
                if key in rows and any(rows[key].get(column) != row[column] for column in row)
            ]
        return unwritten, lost, altered, torn

    def _replace(self, table: str, row: dict[str, Any]) -> None:
        columns = {found[1] for found in self._db.execute(f"PRAGMA table_info({table})")}
        names = sorted(columns & row.keys())
        self._db.execute(f"DELETE FROM {table} WHERE id = ?", (row["id"],))
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
