"""Plots in the window's own colours, light or dark."""

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

_LINES = {False: ("#0b5cad", "#9a4d00"), True: ("#7cb8ff", "#ffb35c")}


class Plot(pg.PlotWidget):
    """One plot with a title, axis names and colours of the palette."""

    def __init__(self, parent: QWidget, title: str, across: str, upwards: str) -> None:
        super().__init__(parent)
        self._title = title
        self.getPlotItem().setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setLabel("bottom", across)
        self.setLabel("left", upwards)
        for axis in ("left", "bottom"):
            self.getAxis(axis).enableAutoSIPrefix(False)
        self.showGrid(x=False, y=True, alpha=0.25)
        self.setAccessibleName(title)
        self.setMinimumHeight(150)
        self._curves: list[tuple[pg.PlotDataItem, int, bool]] = []
        self._base: pg.InfiniteLine | None = None
        self._bars: list[pg.GraphicsObject] = []
        self._paint()

    def add_curve(self, *, points: bool = False, colour: int = 0) -> pg.PlotDataItem:
        """Add a curve that is drawn with ``setData``."""
        curve = self.plot()
        self._curves.append((curve, colour, points))
        self._paint()
        return curve

    def set_base(self, value: float | None) -> None:
        """Draw a dashed line at a value to compare with; None removes it."""
        if self._base is not None:
            self.removeItem(self._base)
            self._base = None
        if value is not None:
            self._base = pg.InfiniteLine(value, angle=0)
            self.addItem(self._base)
            self._paint()

    def set_intervals(
        self, names: Sequence[str], values: Sequence[float], lows: Sequence[float],
        highs: Sequence[float],
    ) -> None:  # fmt: skip
        """Draw values with their intervals beside each other, named below."""
        for old in self._bars:
            self.removeItem(old)
        heights, below, above = np.array(values), np.array(lows), np.array(highs)
        places, colour = np.arange(len(heights)), self._colour(0)
        bars = pg.ErrorBarItem(
            x=places, y=heights, top=above - heights, bottom=heights - below, beam=0.15,
            pen=pg.mkPen(colour, width=2),
        )  # fmt: skip
        points = pg.ScatterPlotItem(places, heights, size=9, brush=colour, pen=colour)
        self._bars = [bars, points]
        for part in self._bars:
            self.addItem(part)
        self.getAxis("bottom").setTicks([list(enumerate(names))])
        self.setXRange(-0.5, max(0.5, len(heights) - 0.5))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_curves"):
            self._paint()

    def _colour(self, which: int) -> QColor:
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        return QColor(_LINES[dark][which])

    def _paint(self) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        self.setBackground(palette.color(QPalette.ColorRole.Base))
        self.setTitle(self._title, color=text.name(), size="10pt")
        for name in ("bottom", "left"):
            axis = self.getAxis(name)
            axis.setPen(text)
            axis.setTextPen(text)
        for curve, which, points in self._curves:
            colour = self._colour(which)
            curve.setPen(pg.mkPen(colour, width=2))
            if points:
                curve.setSymbol("o")
                curve.setSymbolSize(7)
                curve.setSymbolBrush(colour)
                curve.setSymbolPen(colour)
        if self._base is not None:
            self._base.setPen(pg.mkPen(text, width=1, style=Qt.PenStyle.DashLine))
