"""Measures with their intervals, the recall curve and the ranks of true images, by domain."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.comparison import Interval
from newsmatch_gui.domain.measures import DEPTH, RECALL_AT
from newsmatch_gui.qt.plots import Plot
from newsmatch_gui.qt.theme import plain_tip
from newsmatch_gui.qt.words import figure
from newsmatch_gui.services.measuring import MeasuredGroup, StudyMeasures

_ROWS_SEEN = 6


class CurvesView(QWidget):
    """A table of all articles and each domain; the plots show the row that is current."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._measures: StudyMeasures | None = None
        self.table = self._make_table()
        self.recall = Plot(
            self, self.tr("Recall"), self.tr("k"), self.tr("share of true images in the first k")
        )
        self.recall.only_whole("bottom")
        self._curve = self.recall.add_curve()
        self.ranks = Plot(self, self.tr("Ranks"), self.tr("rank"), self.tr("true images"))
        self.ranks.only_whole("left")
        plots = QHBoxLayout()
        plots.addWidget(self.recall, 1)
        plots.addWidget(self.ranks, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.table)
        layout.addLayout(plots, 1)

    def _make_table(self) -> QTableWidget:
        names = [self.tr("Articles"), self.tr("Number"), "MRR@100"]
        names += [self.tr("Recall@{0}").format(k) for k in RECALL_AT] + [self.tr("Median rank")]
        table = QTableWidget(0, len(names), self)
        table.setHorizontalHeaderLabels(names)
        table.setAccessibleName(self.tr("Measures with 95 % intervals"))
        table.setToolTip(self.tr("In brackets the 95 % interval: 1,000 resamples of the articles"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(
            max(header.fontMetrics().horizontalAdvance(n) for n in names) + 12
        )
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.currentCellChanged.connect(self._show_row)
        return table

    def show_measures(self, measures: StudyMeasures | None) -> None:
        """Show the measures of a study, all articles first; None shows none."""
        self._measures = measures
        groups = () if measures is None else measures.groups
        self.table.setRowCount(len(groups))
        for row, group in enumerate(groups):
            for column, text in enumerate(self._cells(group)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(plain_tip(text))  # a small window cuts the interval off
                self.table.setItem(row, column, cell)
        rows = min(_ROWS_SEEN, max(1, len(groups)))
        height = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        self.table.setFixedHeight(height + rows * self.table.verticalHeader().defaultSectionSize())
        self.table.setCurrentCell(0, 0)
        self._show_row(0)

    def _name(self, group: MeasuredGroup) -> str:
        return group.domain.upper() or self.tr("all")

    def _cells(self, group: MeasuredGroup) -> list[str]:
        measures, intervals = group.measured.measures, group.measured.intervals
        cells = [self._name(group), figure(group.articles)]
        cells.append(_with_interval(measures.mrr, intervals["mrr@100"], ".3f"))
        cells += [
            _with_interval(measures.recall[k], intervals[f"recall@{k}"], ".3f") for k in RECALL_AT
        ]
        cells.append(_with_interval(measures.median_rank, intervals["median_rank"], ",.0f"))
        return cells

    @Slot(int)
    def _show_row(self, row: int) -> None:
        if self._measures is None or not 0 <= row < len(self._measures.groups):
            return
        group = self._measures.groups[row]
        name = self._name(group)
        k = np.arange(1, DEPTH + 1)
        self.recall.rename(self.tr("Recall@k with its 95 % band, {0}").format(name))
        self._curve.setData(k, group.curve.recall)
        self.recall.set_band(k, group.curve.low, group.curve.high)
        self.recall.setYRange(0, float(group.curve.high.max()))
        self.ranks.rename(self.tr("Ranks of the true images, {0}").format(name))
        self.ranks.set_columns([bin_name(*ends) for ends in self._measures.bins], group.ranks)


def bin_name(first: int, last: int) -> str:
    """Return the name of a bin of whole numbers, in two lines when it is long."""
    if first == last:
        return figure(first)
    return f"{figure(first)}–{'' if last < 1_000 else chr(10)}{figure(last)}"


def _with_interval(value: float, interval: Interval, form: str) -> str:
    ends = f"{figure(interval.low, form)}–{figure(interval.high, form)}"
    return f"{figure(value, form)}  ({ends})"
