"""A tour over a window: one part at a time stands out, with a sentence beside it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsmatch_gui.qt.room import grown

Step = tuple[QWidget, str, str]  # what stands out, a title, a sentence
_BUBBLE = 340  # pixels wide, with the usual font
_SHADE = QColor(0, 0, 0, 140)


class Tour(QWidget):
    """Lies over the whole window until its last step, or Esc; gives the keys back where they were.

    Return and Space go on, Backspace goes back.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._steps: tuple[Step, ...] = ()
        self._number = 0
        self._before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bubble = QFrame(self)
        self.bubble.setFrameShape(QFrame.Shape.StyledPanel)
        self.bubble.setAutoFillBackground(True)
        self.bubble.setFixedWidth(grown(_BUBBLE, self))
        self.title, self.words = QLabel(self.bubble), QLabel(self.bubble)
        bold = self.title.font()
        bold.setBold(True)
        bold.setPointSizeF(bold.pointSizeF() * 1.2)
        self.title.setFont(bold)
        for label in (self.title, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.skip = QPushButton(self.tr("&Skip"), self.bubble)
        self.skip.clicked.connect(self.close)
        self.on = QPushButton(self.bubble)
        self.on.setDefault(True)
        self.on.clicked.connect(self._go_on)
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.on)
        layout = QVBoxLayout(self.bubble)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addLayout(row)
        window.installEventFilter(self)

    def start(self, steps: tuple[Step, ...]) -> None:
        """Show the first of some steps."""
        self._steps, self._number = steps, 0
        self._before = self.window().focusWidget()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()
        self._show_step()

    def _show_step(self) -> None:
        part, title, words = self._steps[self._number]
        self.title.setText(title)
        self.words.setText(words)
        last = self._number == len(self._steps) - 1
        self.on.setText(self.tr("&Begin") if last else self.tr("&Next"))
        self.on.setAccessibleDescription(f"{title}. {words}")  # read out as the focus comes here
        self.bubble.adjustSize()
        self.bubble.move(self._beside(self._spot(part)))
        self.on.setFocus()
        self.update()

    def _spot(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self.window(), QPoint()), part.size()).adjusted(2, 2, -2, -2)

    def _beside(self, spot: QRect) -> QPoint:
        """Return where the bubble covers least of what stands out."""
        gap, size = 16, self.bubble.size()
        right, left = spot.right() + gap, spot.left() - gap - size.width()
        x = right if right + size.width() < self.width() else left
        if x < 0:  # it is as wide as the window
            x = spot.center().x() - size.width() // 2
        y = min(spot.top() + 80, self.height() - size.height() - gap)
        return QPoint(max(gap, min(x, self.width() - size.width() - gap)), max(gap, y))

    @Slot()
    def _go_on(self) -> None:
        self._number += 1
        if self._number < len(self._steps):
            self._show_step()
        else:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Backspace and self._number:
            self._number -= 1
            self._show_step()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._go_on()
        # Nothing goes further: a digit would decide on an article behind the shade.

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        spot = self._spot(self._steps[self._number][0])
        shade, hole = QPainterPath(), QPainterPath()
        shade.addRect(self.rect())
        hole.addRoundedRect(spot, 8, 8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shade.subtracted(hole), _SHADE)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
        painter.drawPath(hole)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._steps and self.isVisible():
            self.setGeometry(self.window().rect())
            self._show_step()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Keep Tab inside the bubble."""
        other = self.skip if self.on.hasFocus() else self.on
        other.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)
        return True

    def closeEvent(self, event: QEvent) -> None:
        super().closeEvent(event)
        if self._before is not None:
            self._before.setFocus()
