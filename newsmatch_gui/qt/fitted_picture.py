"""A photo, to fit."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from newsmatch_gui.qt.thumbnails import ThumbnailLoader


class FittedPicture(QWidget):
    """Shows a photo as large as it fits, never above its own size."""

    def __init__(self, pictures: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures, self._path = pictures, ""
        self.setMinimumSize(300, 200)
        pictures.loaded.connect(self.update)

    def show_photo(self, path: str, name: str) -> None:
        """Show a photo, and say what it shows to those who do not see it."""
        self._path = path
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        pixmap = self._pictures.pixmap(self._path, self.size(), self.devicePixelRatioF())
        if pixmap is None or pixmap.isNull():
            why = self.tr("Loading …") if pixmap is None else self.tr("This photo cannot be shown")
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, why)
            return
        size = pixmap.deviceIndependentSize().toSize()
        spot = QRect(0, 0, size.width(), size.height())
        spot.moveCenter(self.rect().center())
        painter.drawPixmap(spot, pixmap)
