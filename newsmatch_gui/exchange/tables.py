"""Rows of CSV, TSV and JSON Lines files, whatever their encoding."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import RowProblem

JSON_SUFFIXES = (".jsonl", ".ndjson")
_DELIMITERS = "\t,;|"
_LONGEST_CELL = 10_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table in memory as text, read row by row.

    Attributes:
        name: File name, for messages.
        columns: Column names in order; for JSON Lines those of the first object.
        expected: Upper bound of the number of rows, for progress.
    """

    name: str
    columns: tuple[str, ...]
    expected: int
    text: str
    delimiter: str = ""

    def rows(self) -> Iterator[tuple[int, dict[str, str]] | RowProblem]:
        """Yield (row number, cells by column) or what was wrong with the row."""
        return self._json_rows() if not self.delimiter else self._csv_rows()

    def _csv_rows(self) -> Iterator[tuple[int, dict[str, str]] | RowProblem]:
        csv.field_size_limit(_LONGEST_CELL)
        reader = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.delimiter)
        width = len(self.columns)
        number = 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield RowProblem(self.name, number, f"not readable ({error})", "mend the quotes")
                continue
            if number == 1 or not any(cells):
                continue
            if len(cells) != width:
                yield RowProblem(
                    self.name,
                    number,
                    f"{len(cells)} cells under {width} columns",
                    "quote cells that hold the delimiter or a line break",
                )
                continue
            yield number, dict(zip(self.columns, cells, strict=True))

    def _json_rows(self) -> Iterator[tuple[int, dict[str, str]] | RowProblem]:
        for number, line in enumerate(self.text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError):
                yield RowProblem(self.name, number, "not a JSON object", "write one object a line")
                continue
            if not isinstance(row, dict):
                yield RowProblem(self.name, number, "not a JSON object", "write one object a line")
                continue
            yield number, {str(key): _as_text(value) for key, value in row.items()}


def open_table(path: Path, text: str) -> Table:
    """Recognise delimiter and columns of a decoded table.

    Raises:
        NewsMatchError: The file has no header or no row.
    """
    # Old files end lines with a bare carriage return, which csv does not take.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    expected = text.count("\n")
    if path.suffix.lower() in JSON_SUFFIXES:
        columns = _json_columns(text)
        if not columns:
            raise NewsMatchError(
                f"{path.name} holds no JSON object; write one object a line, "
                'e.g. {"article_id": "1", "title": "…"}'
            )
        return Table(path.name, columns, expected, text)
    header = text.split("\n", 1)[0]
    if not header.strip():
        raise NewsMatchError(f"{path.name} is empty; its first row must name the columns")
    delimiter = max(_DELIMITERS, key=header.count)
    cells = next(csv.reader([header], delimiter=delimiter))
    return Table(path.name, tuple(map(str.strip, cells)), expected, text, delimiter)


def _json_columns(text: str) -> tuple[str, ...]:
    # Every object may have its own keys; the first few name them all in practice.
    columns: dict[str, None] = {}
    for line in text.split("\n", 200)[:200]:
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError):
            continue
        if isinstance(row, dict):
            columns.update(dict.fromkeys(map(str, row)))
    return tuple(columns)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(map(_as_text, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
