"""Room for windows and what is in them: drawn for the usual font, larger where that is larger."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

_MOST_COLUMNS = 4
_USUAL = 16  # pixels that a line has in the font that lengths were drawn for


def grown(pixels: int, widget: QWidget) -> int:
    """Return a length that suits the usual font, as long as the widget's own font asks for."""
    return round(pixels * max(1.0, widget.fontMetrics().height() / _USUAL))


def give_room(window: QWidget, width: int, height: int) -> None:
    """Size a window for its font, but no larger than the screen, or the window that it is over.

    Args:
        window: A window that is not shown yet.
        width: Pixels with the usual font.
        height: Pixels with the usual font.
    """
    most = window.screen().availableSize()
    if window.parentWidget() is not None:
        most = most.expandedTo(window.parentWidget().window().size())
    window.resize(QSize(grown(width, window), grown(height, window)).boundedTo(most))


class CutLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the tooltip tells all of it."""

    def __init__(self, parent: QWidget, least: int) -> None:
        """Make it.

        Args:
            parent: Owner.
            least: Pixels that it may be cut to, with the usual font.
        """
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(grown(least, self))

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        self.setToolTip("" if shown == self.text() else self.text())
        if shown == self.text():
            super().paintEvent(event)
        else:
            QPainter(self).drawText(room, self.alignment(), shown)


class Scrolled(QScrollArea):
    """Lets a page scroll where the screen is too small or the font too large for it."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        held = QWidget(self)
        layout = _Shrinking(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self.setWidget(held)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _Shrinking(QVBoxLayout):
    """Has no height of its own, which Qt would take for the least one and scroll at once."""

    def hasHeightForWidth(self) -> bool:
        return False


class ButtonRows(QWidget):
    """Buttons in rows of four, or of fewer where there is no room for four."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget) -> None:
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        self.setMinimumWidth(1)  # or the rows of today would be the least width
        self._arrange(_MOST_COLUMNS)

    def _arrange(self, columns: int) -> None:
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, *divmod(place, columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for columns in range(_MOST_COLUMNS, 0, -1):
            self._arrange(columns)
            if self._grid.minimumSize().width() <= self.width():
                break
