"""Rows of CSV, TSV and JSON Lines files, whatever their encoding."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import RowProblem

if TYPE_CHECKING:
    import _csv

JSON_SUFFIXES = (".jsonl", ".ndjson", ".json")
_DELIMITERS = "\t,;|"
_LONGEST_CELL = 10_000_000
# Half of a pair of UTF-16 units: Python takes it into a text, no file or database takes it out.
_SURROGATE = re.compile("[\ud800-\udfff]")
# The line by which spreadsheets are told the delimiter; they show none of it.
_SAID_DELIMITER = re.compile(r'"?sep=([\t,;|])"?\n')
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Table:
    """A table in memory as text, read row by row.

    Attributes:
        name: File name, for messages.
        columns: Column names in order; for JSON Lines those of all objects.
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
        lines = list(io.StringIO(self.text, newline=""))
        reader, begun, number = self._reader(lines, 0), 0, 0
        while True:
            number += 1
            start, fault, cells = begun + reader.line_num, None, []
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                fault = error
            taken = lines[start : begun + reader.line_num]
            if self._is_unquoted(taken, cells):
                cells, begun = [_as_written(cell) for cell in taken[0].split("\t")], start + 1
                reader = self._reader(lines, begun)
            elif fault is not None:
                cells = _leniently(taken, self.delimiter)
                if not cells:
                    more = start + len(taken) < len(lines)
                    yield self._unreadable(number, fault, len(taken), more=more)
                    continue
            if number > 1 and any(cells):
                yield self._by_column(number, cells)

    def _reader(self, lines: list[str], start: int) -> "_csv.Reader":
        rest = (lines[number] for number in range(start, len(lines)))
        # Strict, since otherwise a quote that nobody closes swallows every row below it.
        return csv.reader(rest, delimiter=self.delimiter, strict=True)

    def _is_unquoted(self, taken: list[str], cells: list[str]) -> bool:
        """Tell whether the quotes of a row belong to its words, as in many tables with tabs.

        Args:
            taken: The lines that were read as one row.
            cells: What they were read as; empty when they could not be.
        """
        tabs = len(self.columns) - 1
        if self.delimiter != "\t" or not tabs:
            return False
        if len(cells) == tabs + 1:
            # A cell with line breaks in it has no tabs of just that number on each of its lines.
            return len(taken) > 1 and all(line.count("\t") == tabs for line in taken)
        return taken[0].count("\t") == tabs

    def _by_column(self, number: int, cells: list[str]) -> tuple[int, dict[str, str]] | RowProblem:
        if tuple(map(str.strip, cells)) == self.columns:
            return RowProblem(
                self.name, number, "the names of the columns stand here again", "remove the row"
            )
        if len(cells) != len(self.columns):
            return RowProblem(
                self.name,
                number,
                f"{len(cells)} cells under {len(self.columns)} columns",
                "quote cells that hold the delimiter or a line break",
            )
        # Backwards, so that the first of two columns with one name is the one that is read.
        pairs = zip(reversed(self.columns), reversed(cells), strict=True)
        return number, dict(pairs)

    def _unreadable(self, number: int, error: csv.Error, lines: int, *, more: bool) -> RowProblem:
        reason = f"not readable ({error})"
        if lines > 1 and not more:
            reason += "; nothing from this row on could be read"
        elif lines > 1:
            reason += f"; {lines} lines from here on were left out"
        return RowProblem(self.name, number, reason, "close its quotes, and double those inside")

    def _json_rows(self) -> Iterator[tuple[int, dict[str, str]] | RowProblem]:
        for number, line in enumerate(self.text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                row = _loads(line)
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
        NewsMatchError: The file has no header, or is no text.
    """
    # Old files end lines with a bare carriage return, which csv does not take.
    text = _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    expected = text.count("\n")
    if path.suffix.lower() in JSON_SUFFIXES:
        text = _as_lines(text) if path.suffix.lower() == ".json" else text
        columns = _json_columns(text)
        if not columns:
            raise NewsMatchError(
                f"{path.name} holds no JSON object; write one object a line, "
                'e.g. {"article_id": "1", "title": "…"}'
            )
        return Table(path.name, columns, text.count("\n"), text)
    said = _SAID_DELIMITER.match(text)
    text = text[said.end() :] if said else text
    header = text.split("\n", 1)[0]
    if not header.strip():
        raise NewsMatchError(f"{path.name} is empty; its first row must name the columns")
    delimiter = said[1] if said else max(_DELIMITERS, key=header.count)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        cells = next(csv.reader([header], delimiter=delimiter))
    except csv.Error:
        cells = []
    if not cells or _CONTROL.search(header):
        raise NewsMatchError(
            f"{path.name} is no text table: its first row holds no names of columns; "
            "save it as CSV in UTF-8"
        )
    return Table(path.name, tuple(map(str.strip, cells)), expected, text, delimiter)


def bare_utf16(raw: bytes) -> str:
    """Return the byte order of UTF-16 that lacks its mark, empty for anything else.

    A table starts with its columns' names, and every other byte of such a text is zero.
    """
    even, odd = raw[0:32:2], raw[1:32:2]
    if all(even) and odd and not any(odd):
        return "utf-16-le"
    return "utf-16-be" if all(odd) and odd and not any(even) else ""


def _as_written(cell: str) -> str:
    """Return a cell without quotes around the whole of it; all others belong to its words."""
    cell = cell.rstrip("\n")
    inner = cell[1:-1].replace('""', "")
    whole = len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in inner
    return cell[1:-1].replace('""', '"') if whole else cell


def _leniently(lines: list[str], delimiter: str) -> list[str]:
    """Read a row with quotes in the wrong places, if it surely ends where its line does."""
    if len(lines) != 1 or lines[0].count('"') % 2:
        return []
    try:
        return next(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return []


def _loads(line: str) -> object:
    row = json.loads(line)
    if "\\ud" not in line.lower():
        return row
    # An escape may stand for half a character; in keys and at any depth.
    return json.loads(_SURROGATE.sub("\ufffd", json.dumps(row, ensure_ascii=False)))


def _as_lines(text: str) -> str:
    """Return the objects of a JSON file one a line, if it is a list of them or holds just one."""
    try:
        whole = json.loads(text)
        if isinstance(whole, dict):
            lists = [value for value in whole.values() if isinstance(value, list)]
            rows = lists[0] if len(lists) == 1 else []
            whole = rows if any(isinstance(row, dict) for row in rows) else [whole]
        return "\n".join(map(json.dumps, whole)) if isinstance(whole, list) else text
    except (ValueError, RecursionError):
        return text


def _json_columns(text: str) -> tuple[str, ...]:
    # Every object may have its own keys, and pictures alone may come before the first article.
    columns: dict[str, None] = {}
    for line in text.split("\n"):
        try:
            row = _loads(line) if line.strip() else None
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
