"""Chips: what a search is narrowed by or compared with, each to be taken away by itself."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QToolButton, QWidget

_GAP = 4


class Chip(QToolButton):
    """One thing that holds; a click, Enter or Delete takes it away.

    Signals:
        removed: Somebody took it away.
        weighed: Somebody pressed + or −, as 1 or −1.
    """

    removed = Signal()
    weighed = Signal(int)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(f"{text}  ✕".replace("&", "&&"))
        self.setAccessibleName(self.tr("{0}; Delete takes it away").format(text))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        taking = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in taking:
            self.removed.emit()
        elif event.text() in ("+", "-"):
            self.weighed.emit(1 if event.text() == "+" else -1)
        else:
            super().keyPressEvent(event)


class ChipRow(QWidget):
    """Chips beside each other, on as many lines as they need; hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = _Flow(self)
        self.hide()

    def show_chips(self, chips: list[Chip]) -> None:
        """Show other chips; the focus stays near where it was."""
        focus = self.focusWidget()
        before = self.chips()
        at = before.index(focus) if focus in before and focus.hasFocus() else None
        for chip in before:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        for chip in chips:
            self._flow.addWidget(chip)
            chip.show()  # by itself it would be later, too late for the focus
        self.setVisible(bool(chips))
        if at is not None and chips:
            chips[min(at, len(chips) - 1)].setFocus()

    def chips(self) -> list[Chip]:
        """Return the chips that are shown."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [item.widget() for item in items]  # type: ignore[misc]


class _Flow(QLayout):
    """Lays widgets out like words, line by line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        self._arranged(box, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        return QSize(0, max((size.height() for size in sizes), default=0))

    def _arranged(self, box: QRect, *, move: bool) -> int:
        """Return the height that is needed, and move the chips into their places."""
        x, y, line = box.x(), box.y(), 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(1, box.width()), 10_000))
            if x > box.x() and x + size.width() > box.right() + 1:
                x, y, line = box.x(), y + line + _GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + _GAP
            line = max(line, size.height())
        return y + line - box.y()
