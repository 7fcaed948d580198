"""One candidate at full size, with everything that is known of it and the site's crops."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.crop_preview import CropPane, CropPicture
from newsmatch_gui.qt.picture_facts import FactsPanel, facts
from newsmatch_gui.qt.picture_marks import PictureMarks
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.zoom_picture import arrow

_STAYS = ("compared", "sensitive")  # actions after which the same picture is still looked at
_SIDE_WIDTH = 290
_SHARE = 0.92  # of the window
_HELD = 0.4  # seconds after which a key that is let go counts as held


class Viewer(QDialog):
    """Shows the current candidate; arrows step through the ranking, Space or Esc closes.

    Keys that decide, undo or go to another article work here too: they are handed to the window
    that opened it, and close this one, since it shows a picture of what was on screen before.
    """

    def __init__(
        self,
        pictures: ThumbnailLoader,
        marks: PictureMarks,
        step: Callable[[int], Card | None],
        offer: Callable[[QKeyEvent], str],
        parent: QWidget,
    ) -> None:
        """Make the viewer.

        Args:
            pictures: Decodes them.
            marks: What is marked on them.
            step: Moves the selection by so many candidates and returns the one now selected.
            offer: Offers a key press to the window; returns the name of the action that took it.
            parent: The window.
        """
        super().__init__(parent)
        self._step, self._offer = step, offer
        self._card: Card | None = None
        self._pressed = 0.0
        self.picture = CropPicture(pictures, self)
        self.facts = FactsPanel(self)
        self.crops = CropPane(self.picture, pictures, marks, self)
        self.zoom = QLabel(self)
        self.keys = QLabel(self)
        for label in (self.zoom, self.keys):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.picture.moved.connect(self._show_zoom)
        pictures.loaded.connect(self._show_zoom)
        self.picture.setFocus()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        for part in (self.facts, self.crops):
            part.setFixedWidth(_SIDE_WIDTH)
            side.addWidget(part, 1 if part is self.facts else 0)
        above = QHBoxLayout()
        above.addWidget(self.picture, 1)
        above.addLayout(side)
        self.keys.setText(
            self.tr(
                "← → other pictures    + − 0 zoom    Shift+arrows pan    P crops    B sensitive    "
                "C compare    Space closes"
            )
        )
        self.keys.setWordWrap(True)
        below = QHBoxLayout()
        below.addWidget(self.keys, 1)
        below.addWidget(self.zoom)
        layout = QVBoxLayout(self)
        layout.addLayout(above, 1)
        layout.addLayout(below)
        self.resize(self.parentWidget().window().size() * _SHARE)

    def show_card(self, card: Card) -> None:
        """Show a candidate."""
        fresh = card.image.id != self.image_id
        self._card = card
        title = card.image.caption or card.image.id
        self.setWindowTitle(f"{card.rank}. {title}")
        self.picture.setAccessibleName(title)
        if fresh:
            self.picture.show_image(card.image)
            self.crops.show_image(card.image)
        self.facts.show_facts(facts(card))
        self._show_veil()
        self._show_zoom()

    def refresh(self) -> None:
        """Show the selected candidate as it is now."""
        self._go(0)

    @property
    def image_id(self) -> str:
        """The picture that is shown, "" before there is one."""
        return self._card.image.id if self._card else ""

    def _show_veil(self) -> None:
        veiled = self._card is not None and self._card.sensitive and not self.picture.reveal
        self.picture.note = self.tr("Sensitive: R reveals it") if veiled else ""
        self.picture.update()

    @Slot()
    def _show_zoom(self) -> None:
        self.zoom.setText(self.picture.zoom_text())

    def _reveal(self, *, on: bool) -> None:
        self.picture.reveal = on
        self._show_veil()
        if self._card is not None:
            self.crops.show_image(self._card.image)

    def _go(self, by: int) -> None:
        if (card := self._step(by)) is not None:
            self.show_card(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.picture.take_key(event) or self.crops.take_key(event):
            return
        if plain == Qt.KeyboardModifier.NoModifier and (way := arrow(event)):
            self._go(sum(way))
        elif event.key() == Qt.Key.Key_R and not plain:
            if not event.isAutoRepeat():
                self._pressed = monotonic()
                self._reveal(on=not self.picture.reveal)
        elif event.key() == Qt.Key.Key_P and not plain:
            self.crops.turn()
        elif event.key() == Qt.Key.Key_Space:
            self.accept()
        elif taken := self._offer(event):
            if taken in _STAYS:
                self.refresh()
            else:
                self.accept()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        # Pressed for a moment, R turns the blur on or off; held, it reveals as long as it is held.
        if event.key() == Qt.Key.Key_R and not event.isAutoRepeat():
            if self.picture.reveal and monotonic() - self._pressed > _HELD:
                self._reveal(on=False)
        else:
            super().keyReleaseEvent(event)
