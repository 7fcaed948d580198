"""A table of very many lines, for tabs whose letters are keys."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from newsmatch_gui.qt.room import grown


class LongTable(QTableView):
    """Lines of one height, so that ten thousand are as quick as ten; typed letters are ignored."""

    def __init__(
        self, model: QAbstractTableModel, title: int, widths: Mapping[int, int], parent: QWidget
    ) -> None:
        """Make the table.

        Args:
            model: The lines.
            title: The column that takes the room which the others leave.
            widths: Pixels of the others with the usual font, by column.
            parent: Owner.
        """
        super().__init__(parent)
        self._title = title
        self.setModel(model)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(title, QHeaderView.ResizeMode.Stretch)
        for column, width in widths.items():
            header.resizeSection(column, grown(width, self))

    def selected_rows(self) -> list[int]:
        """Return the selected lines from the top."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def select(self, row: int) -> None:
        """Make a line current and show it."""
        index = self.model().index(row, self._title)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def keyboardSearch(self, _search: str) -> None:
        """Ignore typed letters: they are keys of the tab."""
