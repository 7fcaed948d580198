"""Two to four candidates beside each other, zoomed and panned together."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, QSizeF, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.desk_keys import pressed_action
from newsmatch_gui.qt.keys import keys_text
from newsmatch_gui.qt.picture_facts import (
    credit_words,
    licence_words,
    score_words,
    size_words,
    uses_words,
    veil_words,
)
from newsmatch_gui.qt.tab_order import follow_layout
from newsmatch_gui.qt.their_words import TheirWords, shortened
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.zoom_picture import ZoomPicture

_SHARE = 0.96  # of the window
_REVEAL = "reveal"  # the action that shows what is blurred


class _Words(QWidget):
    """What is known of a candidate, and a button that chooses it."""

    def __init__(
        self, number: int, card: Card, choose: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        image = card.image
        title = f"#{card.rank}  {image.caption or image.id}"
        self.title = TheirWords(self, title)
        facts = (credit_words(image), licence_words(image), size_words(image), score_words(card),
                 uses_words(card.uses))  # fmt: skip
        self.about = TheirWords(self, "  ·  ".join(map(shortened, filter(None, facts))))
        for label in (self.title, self.about):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self.tr("{0}  Choose").format(number), self)
        self.button.setAccessibleName(self.tr("Choose {0}").format(title))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(choose)
        lines = QVBoxLayout()
        lines.addWidget(self.title)
        lines.addWidget(self.about)
        lines.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 6)
        layout.addLayout(lines, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


def columns(sizes: Sequence[QSize], room: QSize) -> int:
    """Return in how many columns pictures of these sizes are shown largest together."""

    def seen(across: int) -> float:
        cell = QSizeF(room.width() / across, room.height() / -(-len(sizes) // across))
        fitted = (QSizeF(size).scaled(cell, Qt.AspectRatioMode.KeepAspectRatio) for size in sizes)
        return sum(size.width() * size.height() for size in fitted)

    return max(range(1, len(sizes) + 1), key=seen)


class SideBySide(QDialog):
    """Shows candidates beside each other; 1 to 4 choose one, Esc closes."""

    def __init__(
        self, pictures: ThumbnailLoader, cards: Sequence[Card], choose: Callable[[str], object],
        actions: Mapping[str, QAction], parent: QWidget,
    ) -> None:  # fmt: skip
        """Make the view.

        Args:
            pictures: Decodes them.
            cards: Two to four candidates, best first.
            choose: Chooses a picture for the article, by its id.
            actions: Those of the window, by name, whose keys work here too.
            parent: The window.
        """
        super().__init__(parent)
        self._choose, self._actions = choose, actions
        self.setWindowTitle(self.tr("Side by side"))
        self.cards = tuple(cards)
        self.pictures = [self._picture(card, pictures) for card in cards]
        self.words = [_Words(number, card, partial(self._chosen, number), self)
                      for number, card in enumerate(cards, 1)]  # fmt: skip
        self.resize(parent.window().size() * _SHARE)
        sizes = [QSize(c.image.width or 3, c.image.height or 2) for c in cards]
        across = columns(sizes, self.size() - QSize(0, len(cards) * self.fontMetrics().height()))
        grid = QGridLayout()
        for number, (picture, words) in enumerate(zip(self.pictures, self.words, strict=True)):
            row, column = divmod(number, across)
            grid.addWidget(picture, 2 * row, column)
            grid.addWidget(words, 2 * row + 1, column)
            grid.setRowStretch(2 * row, 1)
            grid.setColumnStretch(column, 1)
        self.keys = QLabel(self)
        self.keys.setTextFormat(Qt.TextFormat.PlainText)
        self.keys.setText(
            self.tr(
                "1–{0} choose    + − 0 zoom all    Shift and arrows pan all    Esc closes"
            ).format(len(cards))
        )
        layout = QVBoxLayout(self)
        layout.addLayout(grid, 1)
        layout.addWidget(self.keys)
        follow_layout(self)
        self._show_veils()
        self.pictures[0].setFocus()

    def _picture(self, card: Card, pictures: ThumbnailLoader) -> ZoomPicture:
        picture = ZoomPicture(pictures, self, beside=len(self.cards) - 1)
        picture.show_image(card.image)
        picture.setAccessibleName(f"#{card.rank}  {card.image.caption or card.image.id}")
        picture.moved.connect(partial(self._follow, picture))
        return picture

    def _follow(self, led: ZoomPicture) -> None:
        """Look at every picture as somebody now looks at one."""
        for picture in self.pictures:
            if picture is not led:
                picture.follow(*led.view())

    def _chosen(self, number: int) -> None:
        self.accept()
        self._choose(self.cards[number - 1].image.id)

    def _show_veils(self) -> None:
        for card, picture in zip(self.cards, self.pictures, strict=True):
            veiled = card.sensitive and not picture.reveal
            picture.note = veil_words(keys_text(self._actions[_REVEAL])) if veiled else ""
            picture.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        action = pressed_action(self._actions.values(), event)
        if plain and 1 <= number <= len(self.cards):
            self._chosen(number)
        elif action is not None and action.objectName() == _REVEAL:
            for picture in self.pictures:
                picture.reveal = not picture.reveal
            self._show_veils()
        elif not self.pictures[0].take_key(event):
            super().keyPressEvent(event)
