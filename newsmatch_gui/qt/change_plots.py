"""Two plots of what changed: every article's rank before and after, and how many went how far."""

from functools import partial
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from newsmatch_gui.qt.plots import Plot
from newsmatch_gui.qt.words import figure
from newsmatch_gui.services.side_by_side import SideBySide

_SHADE = 150  # of 255: many articles lie on top of each other


class RankPlot(Plot):
    """Ranks on logarithmic axes; what lies below the diagonal improved.

    Signals:
        picked: Number of an article that was clicked.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        title = self.tr("Ranks: ▲ improved, ▼ got worse, ● unchanged")
        super().__init__(parent, title, self.tr("rank before"), self.tr("after"))
        self.showGrid(x=True, y=True, alpha=0.25)
        self._sides: SideBySide | None = None
        self._mark = pg.ScatterPlotItem(size=17, symbol="s", brush=None)
        self._mark.setZValue(10)
        self.addItem(self._mark)

    def set_sides(self, sides: SideBySide | None) -> None:
        """Show the articles of two studies, or none."""
        self._sides = sides
        self.mark(None)
        if sides is None:
            self._draw_parts = None
            self._set_parts([])
            return
        largest = int(max(sides.ranks_before.max(), sides.ranks_after.max()))
        decades = range(int(np.ceil(np.log10(max(10, largest)))) + 1)
        ticks = [[(decade, figure(10**decade)) for decade in decades]]
        for axis in ("bottom", "left"):
            self.getAxis(axis).setTicks(ticks)
        end = np.log10(max(10, largest))
        self.setXRange(0, end, padding=0.04)
        self.setYRange(0, end, padding=0.04)
        self._draw(sides)

    def mark(self, number: int | None) -> None:
        """Frame an article, or none."""
        if number is None or self._sides is None:
            self._mark.setData([], [])
        else:
            sides = self._sides
            self._mark.setData(
                np.log10(sides.ranks_before[[number]]), np.log10(sides.ranks_after[[number]])
            )

    def _draw(self, sides: SideBySide) -> None:
        self._draw_parts = partial(self._draw, sides)
        text = self.palette().color(QPalette.ColorRole.Text)
        self._mark.setPen(pg.mkPen(text, width=2))
        parts: list[pg.GraphicsObject] = [
            pg.InfiniteLine((0, 0), angle=45, pen=pg.mkPen(text, style=Qt.PenStyle.DashLine))
        ]
        quiet = QColor(text)
        for turn, symbol, colour in (
            (0, "o", quiet), (-1, "t", self._colour(1)), (1, "t1", self._colour(0)),
        ):  # fmt: skip
            (numbers,) = np.nonzero(sides.turns == turn)
            colour.setAlpha(_SHADE)
            points = pg.ScatterPlotItem(
                np.log10(sides.ranks_before[numbers]), np.log10(sides.ranks_after[numbers]),
                data=numbers, size=7 if turn else 5, symbol=symbol, brush=colour, pen=None,
            )  # fmt: skip
            points.sigClicked.connect(self._clicked)
            parts.append(points)
        self._set_parts(parts)

    def _clicked(self, _points: object, clicked: Any, _event: object) -> None:
        if len(clicked):
            self.picked.emit(int(clicked[0].data()))


class FactorPlot(Plot):
    """How many articles moved how far, those that got worse on the left."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent, self.tr("How many articles moved how far"),
            self.tr("÷2: two to four times farther, ×2: two to four times nearer"),
            self.tr("articles"),
        )  # fmt: skip
        self.only_whole("left")

    def set_sides(self, sides: SideBySide | None) -> None:
        """Show the articles of two studies, or none."""
        names, counts = sides.factors() if sides is not None else ([], [])
        self.set_columns(names, counts)
