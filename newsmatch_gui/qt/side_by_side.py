"""Two to four candidates beside each other, zoomed and panned together."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
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
from newsmatch_gui.qt.picture_facts import (
    credit_words,
    licence_words,
    score_words,
    size_words,
    uses_words,
)
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.zoom_picture import ZoomPicture

_SHARE = 0.96  # of the window
_IN_A_ROW = 3


class _Part(QWidget):
    """One of the candidates: its picture, what is known of it, and a button that chooses it."""

    def __init__(
        self, number: int, card: Card, picture: ZoomPicture, choose: Callable[[], None],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.card, self.picture = card, picture
        image = card.image
        title = f"#{card.rank}  {image.caption or image.id}"
        picture.setAccessibleName(title)
        self.title = QLabel(title, self)
        facts = (credit_words(image), licence_words(image), size_words(image), score_words(card),
                 uses_words(card.uses))  # fmt: skip
        self.about = QLabel("  ·  ".join(filter(None, facts)), self)
        for label in (self.title, self.about):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton(self.tr("{0}  Choose").format(number), self)
        self.button.setAccessibleName(self.tr("Choose {0}").format(title))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(choose)
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.about)
        below = QHBoxLayout()
        below.addLayout(words, 1)
        below.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(picture, 1)
        layout.addLayout(below)


class SideBySide(QDialog):
    """Shows candidates beside each other; 1 to 4 choose one, Esc closes."""

    def __init__(
        self, pictures: ThumbnailLoader, cards: Sequence[Card], choose: Callable[[str], object],
        parent: QWidget,
    ) -> None:  # fmt: skip
        """Make the view.

        Args:
            pictures: Decodes them.
            cards: Two to four candidates, best first.
            choose: Chooses a picture for the article, by its id.
            parent: The window.
        """
        super().__init__(parent)
        self._choose = choose
        self.setWindowTitle(self.tr("Side by side"))
        self.parts = [self._part(number, card, pictures, len(cards) - 1)
                      for number, card in enumerate(cards, 1)]  # fmt: skip
        grid = QGridLayout()
        across = len(cards) if len(cards) <= _IN_A_ROW else 2
        for number, part in enumerate(self.parts):
            grid.addWidget(part, number // across, number % across)
        for column in range(across):
            grid.setColumnStretch(column, 1)
        self.keys = QLabel(self)
        self.keys.setTextFormat(Qt.TextFormat.PlainText)
        self.keys.setText(
            self.tr(
                "1–{0} choose    + − 0 zoom all    Shift+arrows pan all    R reveals what is "
                "sensitive    Esc closes"
            ).format(len(cards))
        )
        layout = QVBoxLayout(self)
        layout.addLayout(grid, 1)
        layout.addWidget(self.keys)
        self.resize(parent.window().size() * _SHARE)
        self._show_veils()
        self.parts[0].picture.setFocus()

    def _part(self, number: int, card: Card, pictures: ThumbnailLoader, beside: int) -> _Part:
        picture = ZoomPicture(pictures, self, beside=beside)
        picture.show_image(card.image)
        picture.moved.connect(partial(self._follow, picture))
        return _Part(number, card, picture, partial(self._chosen, number), self)

    def _follow(self, led: ZoomPicture) -> None:
        """Look at every picture as somebody now looks at one."""
        times_fit, centre = led.view()
        for part in self.parts:
            if part.picture is not led:
                part.picture.follow(times_fit, centre)

    def _chosen(self, number: int) -> None:
        self.accept()
        self._choose(self.parts[number - 1].card.image.id)

    def _show_veils(self) -> None:
        for part in self.parts:
            veiled = part.card.sensitive and not part.picture.reveal
            part.picture.note = self.tr("Sensitive: R reveals it") if veiled else ""
            part.picture.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and 1 <= number <= len(self.parts):
            self._chosen(number)
        elif event.key() == Qt.Key.Key_R and plain:
            for part in self.parts:
                part.picture.reveal = not part.picture.reveal
            self._show_veils()
        elif not self.parts[0].picture.take_key(event):
            super().keyPressEvent(event)
