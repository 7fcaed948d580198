"""A photo that can be looked at from near: to fit, at its own size, and in steps between."""

from math import sqrt

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.theme import readable
from newsmatch_gui.qt.thumbnails import ThumbnailLoader

_SCREEN, _PART_OF_SCREEN = QSize(4096, 4096), QSize(2048, 2048)  # decoded to begin with
_SHARPEST = 24_000_000  # pixels of all photos together; more would push each other out of the cache
_LADDER = (0.05, 0.1, 0.25, 0.33, 0.5, 0.67, 1.0, 1.5, 2.0, 3.0, 4.0, 8.0)
_GROWTH = 2.0  # a small archive photo may grow to fit, or it would be lost on a large screen
_PANNED = 0.15  # of the widget, by a key
_NOTE_AT = 0.8  # of the height, where nothing else is painted
_MIDDLE = QPointF(0.5, 0.5)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


def arrow(event: QKeyEvent) -> tuple[int, int] | None:
    """Return the direction of an arrow key as columns and rows, None for any other key."""
    return _STEPS.get(Qt.Key(event.key()))


class ZoomPicture(QWidget):
    """Shows a photo; + and − zoom, 0 changes between fit and 100 %, Shift and arrows pan.

    Attributes:
        zoom: Device pixels to a pixel of the photo; None to fit.
        centre: The point of the photo in the middle, from 0 to 1 in both directions.
        reveal: Show a sensitive photo as it is.
        note: Words over the photo, "" for none.

    Signals:
        moved: Somebody zoomed or panned.
    """

    moved = Signal()

    def __init__(self, pictures: ThumbnailLoader, parent: QWidget, *, beside: int = 0) -> None:
        """Make the widget.

        Args:
            pictures: Decodes the photo.
            parent: Owner.
            beside: How many others are shown at the same time.
        """
        super().__init__(parent)
        self._pictures = pictures
        self._first_box = _PART_OF_SCREEN if beside else _SCREEN
        self._sharpest = _SHARPEST / (1 + beside)
        self._image = Image("", "")
        self._dragged: QPointF | None = None
        self.zoom: float | None = None
        self.centre = _MIDDLE
        self.reveal = False
        self.note = ""
        self.setMinimumSize(120, 90)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pictures.loaded.connect(self.update)

    def show_image(self, image: Image) -> None:
        """Show a photo, to fit."""
        self._image = image
        self.zoom, self.centre, self.reveal = None, _MIDDLE, False
        self.update()

    # Zooming and panning ---------------------------------------------------------------------

    def natural_size(self) -> QSize:
        """Return the photo's own size in pixels, as far as it is known."""
        pixmap = self._pixmap(self._first_box)
        decoded = QSize() if pixmap is None else pixmap.size()
        kept = QSize(self._image.width, self._image.height)
        # An index made before sizes were kept in full may hold those of a smaller copy.
        return kept if kept.width() >= decoded.width() else decoded

    def scale(self) -> float:
        """Return device pixels to a pixel of the photo, as it is shown."""
        return self._fitting() if self.zoom is None else self.zoom

    def zoom_text(self) -> str:
        """Return the zoom in words."""
        percent = f"{100 * self.scale():.0f} %"
        return self.tr("fit, {0}").format(percent) if self.zoom is None else percent

    def zoom_by(self, step: int, at: QPointF | None = None) -> None:
        """Go up or down the ladder of zooms.

        Args:
            step: 1 for nearer, -1 for farther; farther than to fit is to fit.
            at: The place of the widget that stays where it is, its middle by default.
        """
        before, fitting = self.scale(), self._fitting()
        beyond = [z for z in _LADDER if (z > before * 1.001 if step > 0 else z < before / 1.001)]
        if step > 0 and beyond:
            self._zoom_to(beyond[0], at)
        elif step < 0:
            wanted = beyond[-1] if beyond else fitting
            self._zoom_to(None if wanted <= fitting else wanted, at)

    def toggle_fit(self, at: QPointF | None = None) -> None:
        """Show the photo at 100 %, or to fit when it is not shown so."""
        self._zoom_to(1.0 if self.zoom is None else None, at)

    def pan(self, across: float, down: float) -> None:
        """Look further right and down by logical pixels."""
        size = self._drawn_size()
        if not size.isEmpty():
            moved = QPointF(across / size.width(), down / size.height())
            self._look_at(self._clamped(self.centre) + moved)

    def view(self) -> tuple[float, QPointF]:
        """Return the zoom as a multiple of fit, and the centre; for another picture to follow."""
        fitting = self._fitting()
        return (self.scale() / fitting if fitting else 1.0), self.centre

    def follow(self, times_fit: float, centre: QPointF) -> None:
        """Look at the same part of this photo as somebody looks at of another one."""
        self.zoom = None if abs(times_fit - 1) < 0.001 else times_fit * self._fitting()
        self.centre = centre
        self.update()

    def take_key(self, event: QKeyEvent) -> bool:
        """Zoom or pan if the key is for that; tell whether it was."""
        nearer = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
        if event.key() in (*nearer, Qt.Key.Key_Minus):
            self.zoom_by(1 if event.key() in nearer else -1)
        elif event.key() == Qt.Key.Key_0:
            self.toggle_fit()
        elif (way := arrow(event)) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.pan(way[0] * _PANNED * self.width(), way[1] * _PANNED * self.height())
        else:
            return False
        return True

    def _zoom_to(self, zoom: float | None, at: QPointF | None) -> None:
        # What lies under the pointer stays there.
        share = None if at is None else self.share_at(at)
        self.zoom = zoom
        if share is None or zoom is None:
            self._look_at(_MIDDLE if zoom is None else self.centre)
            return
        assert at is not None
        size, away = self._drawn_size(), at - QPointF(self.rect().center())
        self._look_at(share - QPointF(away.x() / size.width(), away.y() / size.height()))

    def _look_at(self, centre: QPointF) -> None:
        self.centre = self._clamped(centre)
        self.update()
        self.moved.emit()

    def _clamped(self, centre: QPointF) -> QPointF:
        """Return a centre from which no more than needed beyond the photo's edges is seen."""
        size = self._drawn_size()
        if size.isEmpty():
            return _MIDDLE
        half = [min(0.5, side / 2) for side in
                (self.width() / size.width(), self.height() / size.height())]  # fmt: skip
        return QPointF(
            min(1 - half[0], max(half[0], centre.x())), min(1 - half[1], max(half[1], centre.y()))
        )

    def _fitting(self) -> float:
        size, ratio = self.natural_size(), self.devicePixelRatioF()
        if size.isEmpty():
            return 1.0
        fit = min(self.width() / size.width(), self.height() / size.height())
        return min(fit, _GROWTH) * ratio

    def _drawn_size(self) -> QSizeF:
        """Return how large the whole photo is drawn, in logical pixels."""
        return QSizeF(self.natural_size()) * (self.scale() / self.devicePixelRatioF())

    def photo_rect(self) -> QRectF:
        """Return where the whole photo lies in the widget, parts beyond its edges included."""
        size, centre = self._drawn_size(), self._clamped(self.centre)
        middle = QRectF(self.rect()).center()
        corner = middle - QPointF(centre.x() * size.width(), centre.y() * size.height())
        return QRectF(corner, size)

    def share_at(self, spot: QPointF) -> QPointF:
        """Return the point of the photo, from 0 to 1, that is drawn at a place of the widget."""
        rect = self.photo_rect()
        away = spot - rect.topLeft()
        return QPointF(away.x() / max(1.0, rect.width()), away.y() / max(1.0, rect.height()))

    # Painting --------------------------------------------------------------------------------

    def _pixmap(self, box: QSize) -> QPixmap | None:
        return self._pictures.pixmap(self._image.path, box, 1.0, reveal=self.reveal)

    def _best_pixmap(self) -> QPixmap | None:
        """Return the photo in every pixel if these are looked at, else what is decoded first."""
        first, whole = self._pixmap(self._first_box), self.natural_size()
        if first is None or first.isNull() or first.width() >= whole.width():
            return first
        if self.scale() * whole.width() <= first.width():
            return first
        part = min(1.0, sqrt(self._sharpest / (whole.width() * whole.height())))
        sharp = self._pixmap(whole * part)
        return first if sharp is None or sharp.isNull() else sharp

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.palette().color(QPalette.ColorRole.Dark)
        painter.fillRect(self.rect(), ground)
        pixmap = self._best_pixmap()
        if pixmap is None or pixmap.isNull():
            reason = (
                self.tr("Loading …") if pixmap is None else self.tr("This photo cannot be shown")
            )
            painter.setPen(readable(QColor("white"), ground))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, reason)
            return
        rect = self.photo_rect()
        seen = rect.intersected(QRectF(self.rect()))
        across, down = pixmap.width() / rect.width(), pixmap.height() / rect.height()
        part = QRectF((seen.x() - rect.x()) * across, (seen.y() - rect.y()) * down,
                      seen.width() * across, seen.height() * down)  # fmt: skip
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.scale() <= 3)
        painter.drawPixmap(seen, pixmap, part)
        self.paint_over(painter, rect)
        if self.note:
            self._paint_note(painter)

    def paint_over(self, painter: QPainter, rect: QRectF) -> None:
        """Paint over the photo, which lies in a rectangle; a subclass may."""

    def _paint_note(self, painter: QPainter) -> None:
        metrics = painter.fontMetrics()
        box = metrics.boundingRect(self.note).adjusted(-10, -6, 10, 6)
        box.moveCenter(self.rect().center())
        box.moveTop(round(_NOTE_AT * self.height()))
        painter.fillRect(box, QColor(20, 20, 20, 225))
        painter.setPen(QColor("white"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.note)

    # The mouse -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            away = self._dragged - event.position()
            self._dragged = event.position()
            self.pan(away.x(), away.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._dragged = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.toggle_fit(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if turned := event.angleDelta().y():
            self.zoom_by(1 if turned > 0 else -1, event.position())
