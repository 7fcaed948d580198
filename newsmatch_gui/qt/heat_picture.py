"""A photo with the map of an explanation over it, and what its colours mean."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.zoom_picture import ZoomPicture
from newsmatch_gui.services.explained_picture import LOWERED, OPACITY, RAISED

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_BAR = QSize(160, 12)


class HeatPicture(ZoomPicture):
    """Lays the colours of a map over the photo.

    Attributes:
        opacity: Of the colours, from 0 to 1.
    """

    def __init__(self, pictures: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(pictures, parent)
        self.opacity = OPACITY
        self._layer = QImage()

    def show_map(self, layer: NDArray[np.uint8] | None) -> None:
        """Lay colours over the whole photo, RGBA of shape (rows, columns, 4); None for none."""
        if layer is None:
            self._layer = QImage()
        else:
            rows, columns = layer.shape[:2]
            shown = QImage(layer.tobytes(), columns, rows, QImage.Format.Format_RGBA8888)
            self._layer = shown.copy()  # its own pixels, which live as long as it does
        self.update()

    def set_opacity(self, percent: int) -> None:
        """Make the colours stronger or weaker, from 0 to 100."""
        self.opacity = percent / 100
        self.update()

    def paint_over(self, painter: QPainter, rect: QRectF) -> None:
        if not self._layer.isNull():
            painter.setOpacity(self.opacity)
            painter.drawImage(rect, self._layer)
            painter.setOpacity(1.0)


class HeatLegend(QWidget):
    """Says which colour means what, and how places are outlined."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = (self.tr("lowered the score"), self.tr("raised it"))
        self._lines = self.tr("Outlined: at least half as strong as the strongest place. "
                              "Grey stripes: not seen.")  # fmt: skip
        self.setAccessibleName(
            self.tr("Blue, broken outline: lowered the score. Orange, solid outline: raised it.")
        )
        lines = self.sizePolicy()
        lines.setHeightForWidth(True)
        self.setSizePolicy(lines)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(word) for word in self._words)
        width = max(words + _BAR.width() + 24, metrics.horizontalAdvance(self._lines))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(max(1, self.width())))

    def heightForWidth(self, width: int) -> int:
        across = self.fontMetrics().boundingRect(0, 0, width, 0, _WRAPPED, self._lines)
        return self.fontMetrics().height() + across.height() + 6

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        metrics, height = self.fontMetrics(), self.fontMetrics().height()
        text = self.palette().windowText().color()
        painter.setPen(text)
        left, right = self._words
        start = metrics.horizontalAdvance(left) + 8
        bar = QRect(start, (height - _BAR.height()) // 2, _BAR.width(), _BAR.height())
        across = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, 0, start, height), across, left)
        painter.drawText(QRect(bar.right() + 8, 0, self.width(), height), across, right)
        below = self.rect().adjusted(0, height + 4, 0, 0)
        painter.drawText(below, _WRAPPED, self._lines)
        colours = QLinearGradient(bar.topLeft(), bar.topRight())
        colours.setColorAt(0, QColor(*LOWERED))
        colours.setColorAt(0.5, self.palette().window().color())
        colours.setColorAt(1, QColor(*RAISED))
        painter.fillRect(bar, colours)
        painter.drawRect(bar)
