"""One candidate at full size, with everything that is known of it and the site's crops."""

from collections.abc import Callable, Mapping
from time import monotonic

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.crop_preview import CropPane, CropPicture
from newsmatch_gui.qt.desk_keys import pressed_action
from newsmatch_gui.qt.keys import keys_text
from newsmatch_gui.qt.picture_facts import (
    FactsPanel,
    compare_word,
    facts,
    sensitive_word,
    veil_words,
)
from newsmatch_gui.qt.picture_marks import PictureMarks
from newsmatch_gui.qt.room import grown
from newsmatch_gui.qt.their_words import shortened
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.zoom_picture import arrow

# Actions after which the same picture is still looked at.
_STAYS = ("compared", "sensitive", "copy-picture", "copy-caption", "copy-credit")
_CROPS, _REVEAL = "crops", "reveal"  # actions that mean this view while it is open
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
        actions: Mapping[str, QAction],
        parent: QWidget,
    ) -> None:
        """Make the viewer.

        Args:
            pictures: Decodes them.
            marks: What is marked on them.
            step: Moves the selection by so many candidates and returns the one now selected.
            actions: Those of the window, by name, whose keys work here too.
            parent: The window.
        """
        super().__init__(parent)
        self._step, self._actions = step, actions
        self._card: Card | None = None
        self._revealed_at = 0.0
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
            part.setFixedWidth(grown(_SIDE_WIDTH, self))
            side.addWidget(part, 1 if part is self.facts else 0)
        above = QHBoxLayout()
        above.addWidget(self.picture, 1)
        above.addLayout(side)
        hints = (
            self.tr("← → other pictures"),
            self.tr("+ − 0 zoom"),
            self.tr("Shift and arrows pan"),
            *(f"{keys_text(self._actions[name])} {text}" for name, text in (
                (_CROPS, self.tr("crops")), ("sensitive", sensitive_word()),
                ("compared", compare_word()),
            )),
            self.tr("Space closes"),
        )  # fmt: skip
        self.keys.setText("    ".join(hints))
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
        self.setWindowTitle(f"{card.rank}. {shortened(title)}")
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
        self.picture.note = veil_words(keys_text(self._actions[_REVEAL])) if veiled else ""
        self.picture.update()

    @Slot()
    def _show_zoom(self) -> None:
        self.zoom.setText(self.picture.zoom_text())

    def reveal(self, *, on: bool) -> None:
        """Show a sensitive picture as it is, or blur it again."""
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
        if not plain and (way := arrow(event)):
            self._go(sum(way))
        elif event.key() == Qt.Key.Key_Space:
            self.accept()
        elif (action := pressed_action(self._actions.values(), event)) is not None:
            self._run(action, again=event.isAutoRepeat())
        else:
            super().keyPressEvent(event)

    def _run(self, action: QAction, *, again: bool) -> None:
        if action.objectName() == _CROPS:
            self.crops.turn()
        elif action.objectName() == _REVEAL:
            if not again:
                self._revealed_at = monotonic()
                self.reveal(on=not self.picture.reveal)
        else:
            action.trigger()
            if action.objectName() in _STAYS:
                self.refresh()
            else:
                self.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        # Pressed for a moment, the key turns the blur on or off; held, it reveals while it is held.
        action = pressed_action(self._actions.values(), event)
        if action is None or action.objectName() != _REVEAL:
            super().keyReleaseEvent(event)
        elif not event.isAutoRepeat() and monotonic() - self._revealed_at > _HELD:
            self.reveal(on=False)
