"""What a site's crops leave of a picture, around a point of interest that can be moved."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from newsmatch_gui.domain.cropping import CENTRE, Box, Point, Ratio, crop_box
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.interest import SIDE, suggested_point
from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.picture_marks import PictureMarks
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.zoom_picture import ZoomPicture, arrow
from newsmatch_gui.services.picture_marks import site_ratios

_ACROSS = 2  # previews in a row
_TALLEST = 118
_GAP = 8
_REACH = 14  # logical pixels around the point in which the mouse takes hold of it
_NUDGE = 0.02  # of the picture, by a key
_PREVIEW = QSize(512, 512)
_DARK = QColor(20, 20, 20, 225)
# Frames are told apart by their label; the dashes only help the eye to follow one.
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine,
           Qt.PenStyle.DashDotLine)  # fmt: skip


class CropPicture(ZoomPicture):
    """A picture that shows the frames of its crops and the point they lie around.

    Attributes:
        ratios: The crops that are framed, none while nobody asked for them.
        point: The point of interest.

    Signals:
        point_moved: Where somebody moves the point.
        point_set: Where somebody let go of it.
    """

    point_moved = Signal(object)
    point_set = Signal(object)

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self.ratios: tuple[Ratio, ...] = ()
        self.point = CENTRE
        self._held = False

    def paint_over(self, painter: QPainter, rect: QRectF) -> None:
        if not self.ratios:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.natural_size()
        scale = rect.width() / size.width()
        metrics = painter.fontMetrics()
        taken: list[QRectF] = []
        for number, ratio in enumerate(self.ratios):
            box = crop_box((size.width(), size.height()), ratio, self.point)
            frame = QRectF(rect.x() + box.left * scale, rect.y() + box.top * scale,
                           box.width * scale, box.height * scale)  # fmt: skip
            inner = frame.adjusted(1, 1, -1, -1)
            painter.setPen(QPen(QColor(0, 0, 0, 150), 4))
            painter.drawRect(inner)
            painter.setPen(QPen(QColor("white"), 2, _DASHES[number % len(_DASHES)]))
            painter.drawRect(inner)
            label = QRectF(0, 0, metrics.horizontalAdvance(ratio.name) + 10, metrics.height() + 4)
            label.moveTopLeft(inner.topLeft())
            while any(label.intersects(other) for other in taken):
                label.translate(0, label.height() + 2)
            taken.append(label)
            painter.fillRect(label, _DARK)
            painter.drawText(label, Qt.AlignmentFlag.AlignCenter, ratio.name)
        self._paint_point(painter)

    def _paint_point(self, painter: QPainter) -> None:
        spot = self._spot()
        for colour, width in ((QColor(0, 0, 0, 200), 5), (QColor("white"), 2)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(spot, 9, 9)
            painter.drawLine(spot - QPointF(14, 0), spot + QPointF(14, 0))
            painter.drawLine(spot - QPointF(0, 14), spot + QPointF(0, 14))

    def _spot(self) -> QPointF:
        rect = self.photo_rect()
        return rect.topLeft() + QPointF(self.point.x * rect.width(), self.point.y * rect.height())

    def move_point(self, across: float, down: float) -> None:
        """Move the point by shares of the picture."""
        self._put_point(QPointF(self.point.x + across, self.point.y + down))
        self.point_set.emit(self.point)

    def _put_point(self, share: QPointF) -> None:
        self.point = Point(min(1.0, max(0.0, share.x())), min(1.0, max(0.0, share.y())))
        self.update()
        self.point_moved.emit(self.point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        away = event.position() - self._spot()
        self._held = bool(self.ratios) and away.manhattanLength() <= 2 * _REACH
        if not self._held:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._put_point(self.share_at(event.position()))
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._held:
            self._held = False
            self.point_set.emit(self.point)
        super().mouseReleaseEvent(event)


class CropPreviews(QWidget):
    """Every crop of a picture, small, with its ratio beneath."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ratios: Sequence[Ratio] = ()
        self._pixmap: QPixmap | None = None
        self._point = CENTRE
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_crops(self, pixmap: QPixmap | None, ratios: Sequence[Ratio], point: Point) -> None:
        """Show the crops of a picture around a point.

        Args:
            pixmap: The picture, None while it is being decoded.
            ratios: Shapes of the crops.
            point: Its point of interest.
        """
        self._pixmap, self._ratios, self._point = pixmap, ratios, point
        names = ", ".join(ratio.name for ratio in ratios)
        self.setAccessibleName(self.tr("Crops: {0}").format(names))
        self.setMinimumHeight(self._rows() * self._row_height())
        self.update()

    def boxes(self) -> tuple[Box, ...]:
        """Return what each crop takes of the picture, in pixels of the one that is shown."""
        if self._pixmap is None or self._pixmap.isNull():
            return ()
        size = (self._pixmap.width(), self._pixmap.height())
        return tuple(crop_box(size, ratio, self._point) for ratio in self._ratios)

    def _rows(self) -> int:
        return -(-len(self._ratios) // _ACROSS)

    def _row_height(self) -> int:
        return _TALLEST + self.fontMetrics().height() + 2 * _GAP

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        width = (self.width() - _GAP) // _ACROSS
        for number, (ratio, box) in enumerate(zip(self._ratios, self.boxes(), strict=False)):
            cell = QRect((number % _ACROSS) * (width + _GAP),
                         (number // _ACROSS) * self._row_height(), width, _TALLEST)  # fmt: skip
            size = QSize(box.width, box.height).scaled(
                cell.size(), Qt.AspectRatioMode.KeepAspectRatio
            )
            spot = QRect(0, 0, max(1, size.width()), max(1, size.height()))
            spot.moveCenter(cell.center())
            assert self._pixmap is not None
            painter.drawPixmap(spot, self._pixmap, QRect(box.left, box.top, box.width, box.height))
            under = QRect(cell.left(), cell.bottom() + 2, width, painter.fontMetrics().height())
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, ratio.name)


class CropPane(QWidget):
    """Turns crops on and off for a picture, shows them small, and keeps its point of interest."""

    def __init__(
        self, picture: CropPicture, pictures: ThumbnailLoader, marks: PictureMarks, parent: QWidget
    ) -> None:
        """Make the pane.

        Args:
            picture: The picture that is looked at.
            pictures: Decodes it in small.
            marks: Keeps points of interest.
            parent: Owner.
        """
        super().__init__(parent)
        self._picture, self._pictures, self._marks = picture, pictures, marks
        self._image = Image("", "")
        self._waits = False  # for the small picture that a point is suggested from
        self.previews = CropPreviews(self)
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.previews)
        layout.addWidget(self.about)
        picture.point_moved.connect(self._show)
        picture.point_set.connect(self._keep)
        pictures.loaded.connect(self._loaded)
        self.hide()

    def show_image(self, image: Image) -> None:
        """Follow the picture that is looked at."""
        self._image = image
        if self.isVisible():
            self._find_point()

    def turn(self) -> None:
        """Show the crops, or no longer."""
        self.setVisible(not self.isVisible())
        try:
            self._picture.ratios = site_ratios() if self.isVisible() else ()
        except NewsMatchError as error:
            self.about.setText(in_window_language(str(error)))
            return
        if self.isVisible():
            self._find_point()
        self._picture.update()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move the point by Ctrl and an arrow, or forget it by Delete; tell whether it was that."""
        if not self._picture.ratios:
            return False
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and (way := arrow(event)):
            self._picture.move_point(_NUDGE * way[0], _NUDGE * way[1])
        elif event.key() == Qt.Key.Key_Delete:
            self._marks.set_point(self._image.id, None)
            self._find_point()
        else:
            return False
        return True

    def _find_point(self) -> None:
        """Take the point that somebody set, or else the suggested one."""
        kept = self._marks.point(self._image.id)
        small = None
        if kept is None:
            # To find the point, a sensitive picture is looked at as it is; it is not shown so.
            small = self._pictures.pixmap(self._image.path, QSize(SIDE, SIDE), 1.0, reveal=True)
        self._waits = kept is None and small is None
        self._picture.point = kept or (CENTRE if small is None else _suggested(small))
        self._say(suggested=kept is None)
        self._show()

    def _say(self, *, suggested: bool) -> None:
        about = (
            self.tr("Point of interest: suggested by where edges are, not by faces.")
            if suggested
            else self.tr("Point of interest: set by hand; Delete suggests one again.")
        )
        how = self.tr("Move it with the mouse or by Ctrl and arrows.")
        self.about.setText(f"{about} {how}")

    @Slot()
    def _show(self) -> None:
        pixmap = self._pictures.pixmap(self._image.path, _PREVIEW, 1.0, reveal=self._picture.reveal)
        self.previews.show_crops(pixmap, self._picture.ratios, self._picture.point)
        self._picture.update()

    @Slot(object)
    def _keep(self, point: Point) -> None:
        self._marks.set_point(self._image.id, point)
        self._find_point()  # the one that is kept now, which is another where nothing can be

    @Slot()
    def _loaded(self) -> None:
        if not self._picture.ratios:
            return
        if self._waits:
            self._find_point()
        else:
            self._show()


def _suggested(pixmap: QPixmap) -> Point:
    if pixmap.isNull():
        return CENTRE
    grey = pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return suggested_point(rows[:, : grey.width()])
