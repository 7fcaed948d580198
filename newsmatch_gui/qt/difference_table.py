"""Measures of two studies with their difference, its interval and p."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from newsmatch_gui.domain.comparison import Difference
from newsmatch_gui.domain.measures import RECALL_AT
from newsmatch_gui.qt.words import figure
from newsmatch_gui.services.comparing import Comparison

_DIGITS = {"median_rank": 1, "match_in_100": 0}


class DifferenceTable(QTableWidget):
    """One line for each measure of the task."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(0, 6, parent)
        self.setAccessibleName(self.tr("Measures before and after"))
        self.setHorizontalHeaderLabels([
            self.tr("Measure"), self.tr("Before"), self.tr("After"), self.tr("Change"),
            self.tr("95 % interval"), self.tr("p"),
        ])  # fmt: skip
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)

    def show_comparison(self, found: Comparison | None) -> None:
        """Show a comparison, or none."""
        names = self._names()
        shown = [d for d in found.differences if d.measure in names] if found else []
        self.setRowCount(len(shown))
        for row, difference in enumerate(shown):
            for column, text in enumerate((names[difference.measure], *_cells(difference))):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                if column:
                    cell.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.setItem(row, column, cell)
        columns = range(self.columnCount())
        header = self.horizontalHeader()
        wide = sum(max(self.sizeHintForColumn(c), header.sectionSizeHint(c)) for c in columns)
        self.setMinimumWidth(wide + 2 * self.frameWidth())  # an interval has two ends
        lines = max(1, len(shown)) * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(lines + self.horizontalHeader().sizeHint().height() + 4)

    def _names(self) -> dict[str, str]:
        return {
            "mrr@100": "MRR@100",
            **{f"recall@{k}": f"Recall@{k}" for k in RECALL_AT},
            "match_in_100": self.tr("Match-in-100"),
            "median_rank": self.tr("Median rank"),
        }


def _cells(d: Difference) -> tuple[str, ...]:
    digits = _DIGITS.get(d.measure, 4)

    def number(value: float, sign: str = "") -> str:
        return figure(value, f"{sign}.{digits}f") if np.isfinite(value) else f"{value:{sign}}"

    ends = (number(end, "+") for end in (d.interval.low, d.interval.high))
    return (
        number(d.first), number(d.second), number(d.difference, "+"), " … ".join(ends),
        figure(d.p, ".4f"),
    )  # fmt: skip
