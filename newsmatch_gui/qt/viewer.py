"""One candidate at full size, with credit and licence."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from newsmatch_gui.qt.candidate_list import Card
from newsmatch_gui.qt.theme import picture_word, readable
from newsmatch_gui.qt.thumbnails import ThumbnailLoader

_LARGEST = QSize(4096, 4096)


class _Picture(QWidget):
    """Paints a photo to fit, never above its own size."""

    def __init__(self, pictures: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self.path = ""
        self.setMinimumSize(320, 240)
        pictures.loaded.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground = self.palette().color(QPalette.ColorRole.Dark)
        painter.fillRect(self.rect(), ground)
        pixmap = self._pictures.pixmap(self.path, _LARGEST, 1.0)
        if pixmap is None or pixmap.isNull():
            reason = (
                self.tr("Loading …") if pixmap is None else self.tr("This photo cannot be shown")
            )
            painter.setPen(readable(QColor("white"), ground))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, reason)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = pixmap.size()
        # Small archive photos may grow a little, or they would be lost on a large screen.
        fitted = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if fitted.width() > 2 * size.width():
            fitted = size * 2
        spot = self.rect()
        spot.setSize(fitted)
        spot.moveCenter(self.rect().center())
        painter.drawPixmap(spot, pixmap)


class Viewer(QDialog):
    """Shows the current candidate; arrows step through the ranking, Space or Esc closes.

    Keys that decide, undo or go to another article work here too: they are handed to the window
    that opened it, and close this one, since it shows a picture of what was on screen before.
    """

    def __init__(
        self,
        pictures: ThumbnailLoader,
        step: Callable[[int], Card | None],
        offer: Callable[[QKeyEvent], bool],
        parent: QWidget,
    ) -> None:
        """Make the viewer.

        Args:
            pictures: Decodes them.
            step: Moves the selection by so many candidates and returns the one now selected.
            offer: Offers a key press to the window; returns whether it took it.
            parent: The window.
        """
        super().__init__(parent)
        self._step, self._offer = step, offer
        self._picture = _Picture(pictures, self)
        self._about = QLabel(self)
        self._about.setTextFormat(Qt.TextFormat.PlainText)
        self._about.setWordWrap(True)
        self._about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.addWidget(self._picture, 1)
        layout.addWidget(self._about)
        self.resize(parent.size() * 0.8)

    def show_card(self, card: Card) -> None:
        """Show a candidate."""
        self._picture.path = card.image.path
        self._picture.update()
        picture = card.image
        title = picture.caption or picture.id
        self.setWindowTitle(f"{card.rank}. {title}")
        size = f"{picture.width} × {picture.height}" if picture.width else ""
        verdict = picture_word(card.verdict) if card.verdict is not None else ""
        rows = (
            f"{card.rank}. {title}",
            self.tr("Credit: {0}").format(picture.credit or self.tr("not known")),
            self.tr("Licence: {0}").format(picture.licence or self.tr("not known")),
            "  ·  ".join(filter(None, (size, Path(picture.path).name, verdict))),
            self.tr("← → other candidates   Space or Esc closes"),
        )
        self._about.setText("\n".join(rows))
        self._about.setAccessibleName(rows[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1,
        }  # fmt: skip
        if event.key() in steps:
            if (card := self._step(steps[Qt.Key(event.key())])) is not None:
                self.show_card(card)
        elif event.key() == Qt.Key.Key_Space or self._offer(event):
            self.accept()
        else:
            super().keyPressEvent(event)
