"""The list of changes: one line for each article that two studies ranked."""

from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from newsmatch_gui.qt.long_table import LongTable
from newsmatch_gui.qt.theme import plain_tip
from newsmatch_gui.qt.words import figure
from newsmatch_gui.services.side_by_side import SideBySide, Turn

Index = QModelIndex | QPersistentModelIndex
# Never by colour alone.
GLYPHS = {Turn.IMPROVED: "▲", Turn.WORSE: "▼", Turn.UNCHANGED: "="}
_SIGNS = {Turn.IMPROVED: 1, Turn.WORSE: -1, Turn.UNCHANGED: 0}


class Column(IntEnum):
    """Columns from the left."""

    GAIN = 0
    BEFORE = 1
    AFTER = 2
    TITLE = 3
    DOMAIN = 4


_WIDTHS = {Column.GAIN: 92, Column.BEFORE: 64, Column.AFTER: 64, Column.DOMAIN: 52}


class ChangeTableModel(QAbstractTableModel):
    """Articles as rows, narrowed and sorted without copying them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sides: SideBySide | None = None
        self._shown: NDArray[np.int64] = np.empty(0, np.int64)
        self._turn: Turn | None = None
        self._words: tuple[str, ...] = ()
        self._sorted = (Column.GAIN, Qt.SortOrder.DescendingOrder)

    def set_sides(self, sides: SideBySide | None) -> None:
        """Show other articles, or none."""
        self._sides = sides
        self._show()

    def narrow(self, turn: Turn | None, words: str) -> None:
        """Show articles that went one way, None for all, and whose headline holds every word."""
        self._turn, self._words = turn, tuple(words.casefold().split())
        self._show()

    def number(self, row: int) -> int | None:
        """Return the number of the article in a row, None when there is no such row."""
        return int(self._shown[row]) if 0 <= row < len(self._shown) else None

    def place(self, number: int | None) -> int | None:
        """Return the row of an article, None while it is not listed."""
        (rows,) = np.nonzero(self._shown == (-1 if number is None else number))
        return int(rows[0]) if len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        text, tip = {
            Column.GAIN: (
                self.tr("Change"),
                self.tr("Change of the reciprocal rank, of which only the first 100 places count"),
            ),
            Column.BEFORE: (self.tr("Before"), self.tr("Rank of the true picture before")),
            Column.AFTER: (self.tr("After"), self.tr("Rank of the true picture after")),
            Column.TITLE: (self.tr("Headline"), self.tr("Headline")),
            Column.DOMAIN: (self.tr("Dom."), self.tr("Domain")),
        }[Column(section)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(tip)
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._sides is None:
            return None
        number, column = int(self._shown[index.row()]), Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(self._sides, number, column)
            case Qt.ItemDataRole.ToolTipRole if column is Column.TITLE:
                return plain_tip(self._text(self._sides, number, column))
            case Qt.ItemDataRole.AccessibleTextRole if column is Column.GAIN:
                word = self.turn_word(self._sides.turn(number))
                return f"{word}, {figure(self._sides.gains[number], '+.4f')}"
            case Qt.ItemDataRole.TextAlignmentRole if column is Column.DOMAIN:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.TextAlignmentRole if column is not Column.TITLE:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, sides: SideBySide, number: int, column: Column) -> str:
        match column:
            case Column.GAIN:
                return f"{GLYPHS[sides.turn(number)]} {figure(sides.gains[number], '+.4f')}"
            case Column.BEFORE:
                return figure(sides.ranks_before[number])
            case Column.AFTER:
                return figure(sides.ranks_after[number])
            case Column.TITLE:
                return sides.articles[number].title or self.tr("(no headline)")
            case Column.DOMAIN:
                return sides.articles[number].domain.upper()

    def turn_word(self, turn: Turn) -> str:
        """Return the word for which way an article went."""
        return {
            Turn.IMPROVED: self.tr("improved"),
            Turn.WORSE: self.tr("got worse"),
            Turn.UNCHANGED: self.tr("unchanged"),
        }[turn]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        numbers = [int(self._shown[index.row()]) for index in before]
        self._sorted = (Column(column), order)
        self._shown = self._arranged()
        places = {int(number): row for row, number in enumerate(self._shown)}
        after = [
            self.index(places[number], index.column())
            for number, index in zip(numbers, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _show(self) -> None:
        self.beginResetModel()
        self._shown = self._arranged()
        self.endResetModel()

    def _arranged(self) -> NDArray[np.int64]:
        """Return the numbers of the articles that are listed, in order."""
        sides = self._sides
        if sides is None:
            return np.empty(0, np.int64)
        column, order = self._sorted
        if column is Column.GAIN:
            # Ascending like the other columns; equal changes by how many times the rank changed.
            arranged = sides.order[::-1]
        else:
            keys = {
                Column.BEFORE: sides.ranks_before,
                Column.AFTER: sides.ranks_after,
                Column.TITLE: np.array([a.title.casefold() for a in sides.articles], object),
                Column.DOMAIN: np.array([a.domain for a in sides.articles], object),
            }
            arranged = np.argsort(keys[column], kind="stable")
        if order == Qt.SortOrder.DescendingOrder:
            arranged = arranged[::-1]
        kept = np.ones(len(sides.articles), np.bool_)
        if self._turn is not None:
            kept &= sides.turns == _SIGNS[self._turn]
        if self._words:
            titles = (a.title.casefold() for a in sides.articles)
            kept &= np.array([all(w in title for w in self._words) for title in titles], np.bool_)
        return arranged[kept[arranged]]


class ChangeTable(LongTable):
    """Articles by how their rank changed."""

    def __init__(self, model: ChangeTableModel, parent: QWidget) -> None:
        super().__init__(model, Column.TITLE, _WIDTHS, parent)
        self._model = model
        self.setAccessibleName(self.tr("Articles by how their rank changed"))
        self.sort_by_change(Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def sort_by_change(self, order: Qt.SortOrder) -> None:
        """Put the greatest gains on top, or the greatest losses when ascending."""
        self.sortByColumn(Column.GAIN, order)

    def selected_numbers(self) -> tuple[int, ...]:
        """Return the numbers of the selected articles from the top."""
        numbers = map(self._model.number, self.selected_rows())
        return tuple(number for number in numbers if number is not None)

    def current_number(self) -> int | None:
        """Return the number of the article that is current."""
        return self._model.number(self.currentIndex().row())
