"""A progress bar that waits for the next paint like every other widget."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar


class CalmBar(QProgressBar):
    """Shows a new value at the next paint.

    Qt's own bar repaints at once, and with it everything in the window that is dirty: at each key
    the candidates were painted three times.
    """

    _whole = ""

    def setValue(self, value: int) -> None:
        self.setUpdatesEnabled(False)
        try:
            super().setValue(value)
        finally:
            self.setUpdatesEnabled(True)

    def setFormat(self, text: str) -> None:
        """Write one line on it, cut where there is no room."""
        self._whole = text
        room, end = self.width() - 8, Qt.TextElideMode.ElideRight
        super().setFormat(self.fontMetrics().elidedText(text, end, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._whole:
            self.setFormat(self._whole)
