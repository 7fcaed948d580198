"""Plots in the window's own colours, light or dark."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QColor, QFocusEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.qt.plot_files import save_plot
from newsmatch_gui.qt.theme import ring_colour
from newsmatch_gui.qt.words import filled, marked

_LINES = {False: ("#0b5cad", "#9a4d00"), True: ("#7cb8ff", "#ffb35c")}


class _Axis(pg.AxisItem):
    """An axis whose numbers are written as the language does.

    Attributes:
        counts: Whether it counts something, so that there is nothing between whole numbers.
    """

    counts = False

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        levels = super().tickSpacing(low, high, size)
        if not self.counts:
            return levels
        return [level for level in levels if level[0] >= 1] or [(1, 0)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [marked(text) for text in super().tickStrings(values, scale, spacing)]


class Plot(pg.PlotWidget):
    """One plot with a title, axis names and colours of the palette; Ctrl+S saves it.

    Attributes:
        save: Asks for a file and writes the plot to it, also in the context menu.
    """

    def __init__(
        self, parent: QWidget, title: str, across: str, upwards: str, box: pg.ViewBox | None = None
    ) -> None:
        axes = {side: _Axis(side) for side in ("left", "bottom")}
        super().__init__(parent, viewBox=box, axisItems=axes)
        self._title = title
        self.getPlotItem().setMenuEnabled(False)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setLabel("bottom", across)
        self.setLabel("left", upwards)
        for axis in ("left", "bottom"):
            self.getAxis(axis).enableAutoSIPrefix(False)
        if across:  # pyqtgraph's own height cuts a name below the line off
            self.getAxis("bottom").setHeight(3 * self.fontMetrics().height() + 6)
            self.getPlotItem().layout.setContentsMargins(0, 0, 10, 4)
        self.showGrid(x=False, y=True, alpha=0.25)
        self.getAxis("left").setZValue(-1)  # its lines lie behind what is drawn
        self.setAccessibleName(title)
        self.setMinimumHeight(150)
        self._curves: list[tuple[pg.PlotDataItem, int, bool]] = []
        self._base: pg.InfiniteLine | None = None
        self._parts: list[pg.GraphicsObject] = []
        self._draw_parts: Callable[[], None] | None = None
        self.save = QAction(self.tr("&Save as PNG or SVG …"), self)
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.save.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.save.triggered.connect(self._ask_save)
        self.addAction(self.save)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setToolTip(self.tr("Right click or Ctrl+S: save as PNG or SVG"))
        self.setFrameStyle(QFrame.Shape.Box | QFrame.Shadow.Plain)
        self._paint()
        self._paint_frame()

    def only_whole(self, *sides: str) -> None:
        """Write whole numbers only at "bottom" or "left"."""
        for side in sides:
            self.getAxis(side).counts = True

    def rename(self, title: str) -> None:
        """Give the plot another title."""
        self._title = title
        self.setAccessibleName(title)
        self._paint()

    def add_curve(self, *, points: bool = False, colour: int = 0) -> pg.PlotDataItem:
        """Add a curve that is drawn with ``setData``."""
        curve = self.plot(antialias=True)
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
        self._draw_parts = partial(self.set_intervals, names, values, lows, highs)
        heights, below, above = np.array(values), np.array(lows), np.array(highs)
        places, colour = np.arange(len(heights)), self._colour(0)
        bars = pg.ErrorBarItem(
            x=places, y=heights, top=above - heights, bottom=heights - below, beam=0.15,
            pen=pg.mkPen(colour, width=2),
        )  # fmt: skip
        points = pg.ScatterPlotItem(places, heights, size=9, brush=colour, pen=colour)
        self._set_parts([bars, points], names)

    def set_columns(
        self, names: Sequence[str], heights: Sequence[float], tell: str = "{:,}"
    ) -> None:
        """Draw upright bars, named below, with their heights above.

        Args:
            names: Of the bars.
            heights: In units of the upward axis, 0 or more.
            tell: Format of a height.
        """
        self._draw_parts = partial(self.set_columns, names, heights, tell)
        colour, text = self._colour(0), self.palette().color(QPalette.ColorRole.Text)
        places = np.arange(len(heights))
        parts = [pg.BarGraphItem(x=places, height=heights, width=0.8, brush=colour, pen=colour)]
        for place, height in enumerate(heights):
            number = pg.TextItem(filled(tell, height), color=text, anchor=(0.5, 1.0))
            number.setPos(place, height)
            parts.append(number)
        self._set_parts(parts, names)
        self.setYRange(0, 1.25 * max([*heights, 1e-9]), padding=0)

    def set_band(
        self, across: Sequence[float], low: Sequence[float], high: Sequence[float]
    ) -> None:
        """Shade what lies between two curves, behind everything else."""
        self._draw_parts = partial(self.set_band, across, low, high)
        shade = self._colour(0)
        shade.setAlpha(70)
        ends = [pg.PlotCurveItem(np.asarray(across), np.asarray(end)) for end in (low, high)]
        band = pg.FillBetweenItem(*ends, brush=shade, pen=pg.mkPen(None))
        band.setZValue(-10)
        self._set_parts([band])

    def _set_parts(self, parts: list[pg.GraphicsObject], names: Sequence[str] = ()) -> None:
        for old in self._parts:
            self.removeItem(old)
        self._parts = parts
        for part in parts:
            self.addItem(part)
        if names:
            self.getAxis("bottom").setTicks([list(enumerate(names))])
            self.setXRange(-0.5, max(0.5, len(names) - 0.5))

    @Slot()
    def _ask_save(self) -> None:
        plain = " ".join(re.sub(r"[^\w\s-]+", " ", self._title).split())  # fit for a file's name
        name, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Save the plot"), f"{plain}.png",
            self.tr("Picture (*.png);;Drawing (*.svg)"),
        )  # fmt: skip
        if not name:
            return
        path = Path(name)
        if path.suffix.lower() not in (".png", ".svg"):
            path = path.with_name(path.name + (".svg" if "svg" in chosen else ".png"))
        try:
            save_plot(self, path)
        except NewsMatchError as error:
            show_sentence(self, str(error))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_draw_parts"):
            self._paint()
            self._paint_frame()
            if self._draw_parts is not None:
                self._draw_parts()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._paint_frame()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_frame()

    def _colour(self, which: int) -> QColor:
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        return QColor(_LINES[dark][which])

    def _paint_frame(self) -> None:
        """Show who has the keys; the frame is no part of what is saved."""
        palette = self.palette()
        colour = ring_colour(palette) if self.hasFocus() else palette.base().color()
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            frame = QPalette()
            frame.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(frame)

    def _paint(self) -> None:
        palette = self.palette()
        text = palette.color(QPalette.ColorRole.Text)
        self.setBackground(palette.color(QPalette.ColorRole.Base))
        size = max(10.0, self.font().pointSizeF() + 1)
        self.setTitle(self._title, color=text.name(), size=f"{size:g}pt")
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
