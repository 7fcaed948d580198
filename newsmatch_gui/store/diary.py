"""The diary: a second, plain copy of every row that people appended, beside the backups.

A database that was damaged can be replaced by a backup, but a backup does not know what was said
since. The diary does: whatever is committed to a log that only grows is appended to it as a line
of its own, with a checksum. The database stays the truth; a line more or less in the diary matters
only when the database is lost.
"""

import json
import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from newsmatch_gui.domain.errors import NewsMatchError

NAME = "diary.jsonl"
log = logging.getLogger(__name__)

Row = tuple[str, dict[str, Any]]
"""A log's name and one of its rows, by column."""


class Diary:
    """The diary of one collection.

    Attributes:
        path: Its file.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / "backups" / NAME

    def add(self, rows: Iterable[Row]) -> None:
        """Append rows; a disk that does not take them is no reason to lose the decision itself."""
        lines = [_line(name, row) for name, row in rows]
        if not lines:
            return
        try:
            self._append("".join(lines).encode())
        except OSError as error:
            log.warning("the diary cannot be written: error %d", error.errno)

    def read(self) -> tuple[dict[str, dict[str, dict[str, Any]]], int]:
        """Return (rows by log and id, number of lines that cannot be read).

        Raises:
            NewsMatchError: The file is there and cannot be read.
        """
        found: dict[str, dict[str, dict[str, Any]]] = {}
        torn = 0
        for line in self._lines():
            try:
                name, row = _parse(line)
            except (ValueError, KeyError, TypeError):
                torn += 1
                continue
            found.setdefault(name, {})[row["id"]] = row
        return found, torn

    def missing(self, connection: sqlite3.Connection) -> tuple[Row, ...]:
        """Return the rows of a database that the diary lacks."""
        known, _torn = self.read()
        return tuple(
            (name, row)
            for name in log_names(connection)
            for row in _rows(connection, f"SELECT * FROM {name} ORDER BY id")
            if row["id"] not in known.get(name, {})
        )

    def _append(self, lines: bytes) -> None:
        self.path.parent.mkdir(exist_ok=True)
        descriptor = os.open(
            self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666
        )
        try:
            os.write(descriptor, lines)
        finally:
            os.close(descriptor)

    def _lines(self) -> Iterator[bytes]:
        try:
            with self.path.open("rb") as file:
                for line in file:
                    if stripped := line.strip():
                        yield stripped
        except FileNotFoundError:
            return
        except OSError as error:
            raise NewsMatchError(f"{self.path} cannot be read ({error.strerror})") from error


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
        for row in _rows(connection, f"SELECT * FROM {name} WHERE id > ? ORDER BY id", last)
    )


def _rows(connection: sqlite3.Connection, query: str, *values: str) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(query, values)
    columns = [column[0] for column in cursor.description]
    return (dict(zip(columns, row, strict=True)) for row in cursor)


def _line(name: str, row: Mapping[str, Any]) -> str:
    text = json.dumps({"log": name, "row": row}, ensure_ascii=True, separators=(",", ":"))
    # Begun with a line break, so that what a killed writer left behind spoils no other line.
    return f"\n{crc32(text.encode()):08x} {text}"


def _parse(line: bytes) -> Row:
    checksum, _, text = line.partition(b" ")
    if int(checksum, 16) != crc32(text):
        raise ValueError("the checksum differs")
    fields = json.loads(text)
    return fields["log"], fields["row"]
