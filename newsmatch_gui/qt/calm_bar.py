"""A progress bar that waits for the next paint like every other widget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar


class CalmBar(QProgressBar):
    """Shows a new value at the next paint.

    Qt's own bar repaints at once, and with it everything in the window that is dirty: at each key
    the candidates were painted three times.
    """

    def setValue(self, value: int) -> None:
        self.setUpdatesEnabled(False)
        try:
            super().setValue(value)
        finally:
            self.setUpdatesEnabled(True)

    def text(self) -> str:
        """Return what is written on it: one line, cut where there is no room."""
        room, end = self.width() - 8, Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(super().text(), end, room)
