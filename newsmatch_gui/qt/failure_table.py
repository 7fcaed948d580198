"""The list of failures: one line for each article, sorted by any column."""

from collections.abc import Callable, Iterable, Sequence, Set
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.failures import FailureRow, FailureTag
from newsmatch_gui.qt.failure_words import KEYS, tag_words
from newsmatch_gui.qt.long_table import LongTable
from newsmatch_gui.qt.theme import plain_tip
from newsmatch_gui.qt.words import figure

Index = QModelIndex | QPersistentModelIndex
Said = Callable[[str], Set[FailureTag]]


class Column(IntEnum):
    """Columns from the left."""

    RANK = 0
    TITLE = 1
    DOMAIN = 2
    LANG = 3
    LENGTH = 4
    MARGIN = 5
    TAGS = 6


_WIDTHS = {
    Column.RANK: 56, Column.DOMAIN: 44, Column.LANG: 40, Column.LENGTH: 50, Column.MARGIN: 40,
    Column.TAGS: 56,
}  # fmt: skip
_NUMBERS = (Column.RANK, Column.LENGTH, Column.MARGIN)


class FailureTableModel(QAbstractTableModel):
    """Articles as rows; sorting keeps what is selected."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[FailureRow] = []
        self._places: dict[str, int] = {}
        self._said: Said = lambda _article_id: frozenset()
        self._sorted = (Column.RANK, Qt.SortOrder.DescendingOrder)

    def set_rows(self, rows: Iterable[FailureRow], said: Said) -> None:
        """Show other articles.

        Args:
            rows: The articles.
            said: Returns what people said of an article.
        """
        self.beginResetModel()
        self._rows, self._said = list(rows), said
        self._arrange()
        self.endResetModel()

    def rows(self) -> Sequence[FailureRow]:
        """Return the articles as they are shown."""
        return self._rows

    def place(self, article_id: str) -> int | None:
        """Return the line of an article, None while it is not listed."""
        return self._places.get(article_id)

    def tags_changed(self, article_ids: Iterable[str]) -> None:
        """Repaint what people said of some articles."""
        for article_id in article_ids:
            if (place := self._places.get(article_id)) is not None:
                index = self.index(place, Column.TAGS)
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[Column(section)][0]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._heads()[Column(section)][1])
        return None

    def _heads(self) -> dict[Column, tuple[str, str]]:
        """Return what stands over each column, and what it means."""
        return {
            Column.RANK: (self.tr("Rank"), self.tr("Rank of the true picture")),
            Column.TITLE: (self.tr("Headline"), self.tr("Headline")),
            Column.DOMAIN: (self.tr("Dom."), self.tr("Domain")),
            Column.LANG: (self.tr("Lng."), self.tr("Language")),
            Column.LENGTH: (self.tr("Len."), self.tr("Characters of headline and text")),
            Column.MARGIN: (
                self.tr("σ"),
                self.tr("How far the true picture lies behind the best one, in standard "
                        "deviations of the article's scores"),
            ),
            Column.TAGS: (self.tr("Tags"), self.tr("What went wrong, by the keys 1 to 7")),
        }  # fmt: skip

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole if column is Column.TITLE:
                return plain_tip(row.title or self.tr("(no headline)"))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole if (
                column is Column.TAGS
            ):
                return tag_words(self._said(row.id)) or self.tr("no tags")
            case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.TextAlignmentRole if column is not Column.TITLE:
                return Qt.AlignmentFlag.AlignCenter
        return None

    def _text(self, row: FailureRow, column: Column) -> str:
        match column:
            case Column.RANK:
                return figure(row.rank)
            case Column.TITLE:
                return row.title or self.tr("(no headline)")
            case Column.DOMAIN:
                return row.domain.upper()
            case Column.LANG:
                return row.lang
            case Column.LENGTH:
                return figure(row.length)
            case Column.MARGIN:
                return figure(row.margin, ".1f")
            case Column.TAGS:
                said = self._said(row.id)
                return " ".join(key for tag, key in KEYS.items() if tag in said)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._sorted = (Column(column), order)
        self._arrange()
        after = [
            self.index(self._places[article_id], index.column())
            for article_id, index in zip(ids, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._sorted
        keys: dict[Column, Callable[[FailureRow], Any]] = {
            Column.RANK: lambda row: row.rank,
            Column.TITLE: lambda row: row.title.casefold(),
            Column.DOMAIN: lambda row: row.domain,
            Column.LANG: lambda row: row.lang,
            Column.LENGTH: lambda row: row.length,
            Column.MARGIN: lambda row: row.margin,
            Column.TAGS: lambda row: self._text(row, Column.TAGS),
        }
        self._rows.sort(key=keys[column], reverse=order == Qt.SortOrder.DescendingOrder)
        self._places = {row.id: place for place, row in enumerate(self._rows)}


class FailureTable(LongTable):
    """Articles by the rank of their true picture."""

    def __init__(self, model: FailureTableModel, parent: QWidget) -> None:
        super().__init__(model, Column.TITLE, _WIDTHS, parent)
        self._model = model
        self.setAccessibleName(self.tr("Articles by the rank of their true picture"))
        self.horizontalHeader().setSortIndicator(Column.RANK, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)

    def selected_ids(self) -> list[str]:
        """Return the selected articles from the top."""
        return [self._model.rows()[row].id for row in self.selected_rows()]

    def current_row(self) -> FailureRow | None:
        """Return the article that is current."""
        index = self.currentIndex()
        return self._model.rows()[index.row()] if index.isValid() else None
