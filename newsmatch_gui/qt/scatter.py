"""Ten thousands of images and articles as points: pan, zoom, point at one, lasso many."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from newsmatch_gui.qt.plots import Plot

Colours = tuple[str, str]  # in a light and in a dark scheme
Mask = NDArray[np.bool_]
_SIZES = (7, 8)  # pixels, of images and articles
_MANY, _SMALLER = 8_000, 2  # points from which on each is so many pixels smaller
_SYMBOLS = ("s", "o")
_RING, _FEW_RINGS = 13, 300
_REACH = 12  # pixels between the mouse and the point that it points at
_PAN, _ZOOM = 0.1, 0.8
_KEYS = {
    Qt.Key.Key_Left: (-_PAN, 0.0), Qt.Key.Key_Right: (_PAN, 0.0),
    Qt.Key.Key_Down: (0.0, -_PAN), Qt.Key.Key_Up: (0.0, _PAN),
}  # fmt: skip
_ZOOMS = {Qt.Key.Key_Plus: _ZOOM, Qt.Key.Key_Equal: _ZOOM, Qt.Key.Key_Minus: 1 / _ZOOM}


@dataclass(frozen=True, slots=True)
class Spot:
    """A point: an article by its number in the study, or an image by its place in the pool."""

    is_article: bool
    number: int


@dataclass(frozen=True, slots=True)
class Kind:
    """What a colour means."""

    name: str
    colours: Colours


class _LassoBox(pg.ViewBox):
    """Drags with Shift, or all drags in lasso mode, draw a line around points.

    Signals:
        drawn: Corners so far, shape (corners, 2), and whether the line is closed now.
    """

    drawn = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(lockAspect=True, enableMenu=False)
        self.lasso_mode = False
        self._corners: list[tuple[float, float]] = []

    def mouseDragEvent(self, event: object, axis: int | None = None) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()  # the right button opens the menu, it does not scale
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.isStart():
            self._corners = []
            if self.lasso_mode or shift:
                self._corners = [self._place(event.buttonDownPos())]
        if not self._corners:
            super().mouseDragEvent(event, axis)
            return
        event.accept()
        self._corners.append(self._place(event.pos()))
        self.drawn.emit(np.array(self._corners), event.isFinish())
        if event.isFinish():
            self._corners = []

    def _place(self, spot: QPointF) -> tuple[float, float]:
        here = self.mapToView(spot)
        return here.x(), here.y()


class Scatter(Plot):
    """Images as squares and articles as circles; colours are given by kind.

    Arrow keys pan, plus and minus zoom, Home shows everything.

    Signals:
        hovered: The ``Spot`` below the mouse, None for none.
        clicked: The ``Spot`` that was clicked, and whether Ctrl was held.
        lassoed: Corners of a lasso, shape (corners, 2), and whether Ctrl was held.
    """

    hovered = Signal(object)
    clicked = Signal(object, bool)
    lassoed = Signal(object, bool)

    def __init__(self, parent: QWidget, title: str) -> None:
        box = _LassoBox()
        super().__init__(parent, title, "", "", box)
        self.box = box
        self.setMouseEnabled(x=True, y=True)
        for axis in ("left", "bottom"):  # their numbers mean nothing, and cost a third of a frame
            self.hideAxis(axis)
        self.setToolTip("")
        empty = np.empty((0, 2))
        self._points = [empty, empty]
        self._shown: list[Mask] = [np.empty(0, bool), np.empty(0, bool)]
        self._kinds = [np.empty(0, np.int64), np.empty(0, np.int64)]
        self.kinds: Sequence[Kind] = ()
        self._hovered: Spot | None = None
        self._layer = pg.ScatterPlotItem()
        self._rings = pg.ScatterPlotItem(size=_RING)
        self._ring = pg.ScatterPlotItem(size=_RING + 6)
        self._lasso = pg.PlotCurveItem()
        self._lines = [pg.PlotCurveItem(antialias=True) for _ in range(2)]
        self._ends = pg.ScatterPlotItem(symbol="s", size=15)
        self._names = [pg.TextItem(), pg.TextItem()]
        marks = (self._rings, self._ring, *self._lines, self._ends, self._lasso)
        for part in (self._layer, *marks):
            self.addItem(part)
        for name in self._names:
            self.addItem(name, ignoreBounds=True)
        self.disableAutoRange()
        self._repaint()
        self.box.drawn.connect(self._draw_lasso)
        self.scene().sigMouseMoved.connect(self._hover)
        self.scene().sigMouseClicked.connect(self._click)

    def set_map(self, images: NDArray[np.floating], articles: NDArray[np.floating]) -> None:
        """Show other points, shapes (images, 2) and (articles, 2), all of them in view."""
        self._points = [images.astype(np.float64), articles.astype(np.float64)]
        self._shown = [np.ones(len(points), bool) for points in self._points]
        self._kinds = [np.zeros(len(points), np.int64) for points in self._points]
        self.mark((), ())
        self.point_at(None)
        self.join(None, ())
        self._fill()
        self.show_all()

    def set_kinds(
        self, images: NDArray[np.int64], articles: NDArray[np.int64], kinds: Sequence[Kind],
        shown: tuple[Mask, Mask],
    ) -> None:  # fmt: skip
        """Colour points by kind.

        Args:
            images: Kind of each image.
            articles: Kind of each article.
            kinds: Their names and colours.
            shown: Which images and which articles are shown.
        """
        self._kinds, self.kinds = [images, articles], kinds
        self.set_shown(*shown)

    def set_shown(self, images: Mask, articles: Mask) -> None:
        """Show only some points; hidden ones cannot be pointed at."""
        self._shown = [images, articles]
        self._fill()

    def shown(self) -> tuple[Mask, Mask]:
        """Return which images and which articles are shown."""
        return self._shown[0], self._shown[1]

    def mark(self, images: Sequence[int], articles: Sequence[int]) -> None:
        """Put rings around points."""
        spots = [
            points[np.asarray(numbers, np.int64)]
            for points, numbers in zip(self._points, (images, articles), strict=True)
        ]
        places = np.concatenate(spots)
        # Many rings would hide what they mark.
        self._rings.setSize(_RING if len(places) <= _FEW_RINGS else _RING - 4)
        self._put(self._rings, places)

    def point_at(self, spot: Spot | None) -> None:
        """Put a thick ring around one point."""
        self._put(self._ring, np.empty((0, 2)) if spot is None else self._place(spot)[None, :])

    def join(self, article: int | None, images: Sequence[tuple[int, str]]) -> None:
        """Draw lines from an article to images, at most two: (place, name); None draws none."""
        ends = [] if article is None else list(images)
        places = self._points[0][[place for place, _ in ends]]
        self._put(self._ends, places)
        for number, (line, name) in enumerate(zip(self._lines, self._names, strict=True)):
            for part in (line, name):
                part.setVisible(number < len(ends))
            if article is None or number >= len(ends):
                continue
            line.setData(*np.array([self._points[1][article], places[number]]).T)
            name.setText(ends[number][1])
            name.setPos(*places[number])
            # The lower one is named below it, so that two names don't lie on each other.
            lower = places[number][1] < places[:, 1].max()
            name.setAnchor((0.5, -0.5) if lower else (0.5, 1.5))

    def bring_into_view(self, spot: Spot) -> None:
        """Pan to a point that lies outside, so that it is in the middle."""
        x, y = self._place(spot)
        (left, right), (bottom, top) = self.box.viewRange()
        if not (left < x < right and bottom < y < top):
            self.box.translateBy(x=x - (left + right) / 2, y=y - (bottom + top) / 2)

    @Slot()
    def show_all(self) -> None:
        """Show every point that is there."""
        points = np.concatenate(self._points)
        if len(points):
            low, high = points.min(axis=0), points.max(axis=0)
            self.box.setRange(xRange=(low[0], high[0]), yRange=(low[1], high[1]), padding=0.03)

    @Slot(bool)
    def set_lasso_mode(self, on: bool) -> None:
        """Let every drag draw a lasso, or pan as usual."""
        self.box.lasso_mode = on
        shape = Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def nearest(self, here: QPointF) -> Spot | None:
        """Return the shown point next to a place of the scene, None when none is near."""
        there = self.box.mapSceneToView(here)
        width, _height = self.box.viewPixelSize()
        found: Spot | None = None
        least = (_REACH * width) ** 2
        for is_article in (True, False):
            points, shown = self._points[is_article], self._shown[is_article]
            if not shown.any():
                continue
            apart = ((points - (there.x(), there.y())) ** 2).sum(axis=1)
            apart[~shown] = np.inf
            number = int(apart.argmin())
            if apart[number] < least:
                found, least = Spot(is_article, number), float(apart[number])
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _KEYS:
            (left, right), (bottom, top) = self.box.viewRange()
            across, upwards = _KEYS[key]
            self.box.translateBy(x=across * (right - left), y=upwards * (top - bottom))
        elif key in _ZOOMS:
            self.box.scaleBy(s=(_ZOOMS[key], _ZOOMS[key]))
        elif key == Qt.Key.Key_Home:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)
        self._hover_spot(None)

    def _put(self, marks: pg.ScatterPlotItem, places: NDArray[np.float64]) -> None:
        marks.setData(pos=places)
        marks.setVisible(len(places) > 0)  # even an empty one takes its part of each frame

    def _place(self, spot: Spot) -> NDArray[np.float64]:
        return self._points[spot.is_article][spot.number]

    def _kind_colour(self, kind: Kind) -> QColor:
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        return QColor(kind.colours[dark])

    def _fill(self) -> None:
        colours = [self._kind_colour(kind) for kind in self.kinds] or [self._colour(0)]
        brushes = np.array([pg.mkBrush(colour) for colour in colours], object)
        # A thin line in the colour of the ground keeps points apart that overlap.
        rim = pg.mkPen(self.palette().color(QPalette.ColorRole.Base), width=0.5)
        smaller = _SMALLER if sum(map(len, self._points)) > _MANY else 0
        # One layer for both, images first, so that articles lie on top.
        points, kinds = (
            np.concatenate([own[shown] for own, shown in zip(both, self._shown, strict=True)])
            for both in (self._points, self._kinds)
        )
        counts = [int(shown.sum()) for shown in self._shown]
        self._layer.setData(
            pos=points,
            brush=brushes[kinds],
            symbol=np.repeat(np.array(_SYMBOLS, object), counts),
            size=np.repeat(np.array(_SIZES) - smaller, counts),
            pen=rim,
        )

    def _paint(self) -> None:
        super()._paint()
        if hasattr(self, "_lines"):
            self._repaint()

    def _repaint(self) -> None:
        """Use the palette's colours for everything beside the points, and fill those anew."""
        text = self.palette().color(QPalette.ColorRole.Text)
        self._rings.setPen(pg.mkPen(text, width=1))
        self._rings.setBrush(None)
        self._ring.setPen(pg.mkPen(text, width=3))
        self._ring.setBrush(None)
        self._ends.setPen(pg.mkPen(text, width=2))
        self._ends.setBrush(None)
        self._lasso.setPen(pg.mkPen(text, width=1, style=Qt.PenStyle.DashLine))
        styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
        for line, name, style in zip(self._lines, self._names, styles, strict=True):
            line.setPen(pg.mkPen(text, width=2, style=style))
            line.setShadowPen(pg.mkPen(self.palette().color(QPalette.ColorRole.Base), width=5))
            name.setColor(text)
            name.fill = pg.mkBrush(self.palette().color(QPalette.ColorRole.Base))
        self._fill()

    @Slot()
    def _ask_save(self) -> None:
        """Save the map with what its colours mean, which the window says beside it."""
        text = self.palette().color(QPalette.ColorRole.Text)
        legend = pg.LegendItem(offset=(8, 8), labelTextColor=text)
        legend.setParentItem(self.getPlotItem())
        for kind in self.kinds:
            mark = pg.ScatterPlotItem(symbol="d", size=10, pen=None)
            mark.setBrush(self._kind_colour(kind))
            legend.addItem(mark, escape(kind.name))
        legend.addItem(pg.ScatterPlotItem(symbol="s", brush=text), self.tr("image"))
        legend.addItem(pg.ScatterPlotItem(symbol="o", brush=text), self.tr("article"))
        try:
            super()._ask_save()
        finally:
            self.scene().removeItem(legend)

    @Slot(object, bool)
    def _draw_lasso(self, corners: NDArray[np.float64], closed: bool) -> None:
        if closed:
            self._lasso.setData([], [])
            add = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
            self.lassoed.emit(corners, add)
        else:
            self._lasso.setData(*np.vstack([corners, corners[:1]]).T)

    @Slot(object)
    def _hover(self, here: QPointF) -> None:
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._hover_spot(self.nearest(here))

    def _hover_spot(self, spot: Spot | None) -> None:
        if spot != self._hovered:
            self._hovered = spot
            self.hovered.emit(spot)

    @Slot(object)
    def _click(self, event: object) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        spot = self.nearest(event.scenePos())
        if spot is not None:
            event.accept()
            add = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.clicked.emit(spot, add)
