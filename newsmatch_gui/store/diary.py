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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zlib import crc32

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.store.logs import Row, is_ours, log_names, rows_of, said

NAME = "diary.jsonl"
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Differences:
    """How the logs of a database differ from their second copy, whose lines have checksums.

    Attributes:
        unwritten: Rows that the diary lacks.
        lost: Rows that only the diary has.
        altered: Rows of the diary that the database has otherwise.
        doubled: Rows that say what a lost one said, whose ids were altered.
        torn: Lines of the diary that cannot be read.
    """

    unwritten: list[Row] = field(default_factory=list)
    lost: list[Row] = field(default_factory=list)
    altered: list[Row] = field(default_factory=list)
    doubled: list[Row] = field(default_factory=list)
    torn: int = 0


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
                found.setdefault(name, {})[row["id"]] = row
            except (ValueError, KeyError, TypeError, AttributeError):
                torn += 1
        return found, torn

    def compare(self, connection: sqlite3.Connection) -> Differences:
        """Compare the logs of a database with the diary.

        Raises:
            NewsMatchError: The diary cannot be read.
        """
        written, torn = self.read()
        found = Differences(torn=torn)
        for name in log_names(connection):
            known, seen = written.get(name, {}), set()
            unknown = []
            for row in rows_of(connection, f"SELECT * FROM {name} ORDER BY id"):
                seen.add(row["id"])
                if (line := known.get(row["id"])) is None:
                    unknown.append(row)
                # A row that was written before a column was added has no such in the diary.
                elif any(row.get(column) != line[column] for column in line):
                    found.altered.append((name, line))
            lost = [row for key, row in known.items() if key not in seen]
            gone = set(map(said, lost))
            found.lost += [(name, row) for row in lost]
            for row in unknown:
                if said(row) in gone:
                    found.doubled.append((name, row))
                elif is_ours(name, row):
                    found.unwritten.append((name, row))
        return found

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


def _line(name: str, row: Mapping[str, Any]) -> str:
    text = json.dumps({"log": name, "row": row}, ensure_ascii=True, separators=(",", ":"))
    # Begun with a line break, so that what a killed writer left behind spoils no other line.
    return f"\n{crc32(text.encode()):08x} {text}"


def _parse(line: bytes) -> Row:
    checksum, _, text = line.partition(b" ")
    if int(checksum, 16) != crc32(text):
        raise ValueError("the checksum differs")
    fields = json.loads(text)
    if not is_ours(fields["log"], fields["row"]):
        raise ValueError("it is no row of ours")
    return fields["log"], fields["row"]
