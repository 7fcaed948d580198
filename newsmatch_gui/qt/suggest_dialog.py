"""A text beside the pictures that fit it, before anybody has stored anything."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.records import Article
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.candidate_view import CandidateView
from newsmatch_gui.qt.card import KEYED
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled

_WIDTHS = [380, 640]


class StoryText(QPlainTextEdit):
    """Takes a text; what was copied from a page is handed on with its markup.

    Signals:
        page_pasted: The HTML of what was pasted while there was no other text.
    """

    page_pasted = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasHtml() and not self.toPlainText().strip():
            self.page_pasted.emit(source.html())
        else:
            super().insertFromMimeData(source)


class SuggestDialog(QDialog):
    """Shows candidates for a pasted text; it can become an article of the collection.

    Signals:
        asked: A text, or the HTML of a page, that pictures are wanted for.
        add_asked: The text whose candidates are shown shall become an article.
        choose_asked: The same, with the candidate in a row chosen for it.
    """

    asked = Signal(str)
    add_asked = Signal()
    choose_asked = Signal(int)

    def __init__(
        self, candidates: CandidateModel, thumbnails: ThumbnailLoader, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._candidates = candidates
        self.setWindowTitle(self.tr("Pictures for a text"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        give_room(self, 980, 680)
        self.text = StoryText(self)
        self.text.setTabChangesFocus(True)
        self.text.setPlaceholderText(
            self.tr("Paste an article, or what you copied from a page: the headline comes first")
        )
        self.text.setAccessibleName(self.tr("Text"))
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.view = CandidateView(candidates, thumbnails, self)
        self.find = QPushButton(self.tr("&Find pictures"), self)
        self.find.setToolTip(self.tr("Ctrl+Enter"))
        self.add = QPushButton(self.tr("Add as &article"), self)
        self.add.setToolTip(
            self.tr("Stores the text in the collection, where its picture can be chosen")
        )
        self.close_button = QPushButton(self.tr("Close"), self)
        for button in (self.find, self.add, self.close_button):
            button.setAutoDefault(False)
        self._lay_out()
        self._connect()
        self.tell("")

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.addWidget(self.text, 1)
        column.addWidget(self.find)
        column.setContentsMargins(0, 0, 0, 0)
        pictures = QVBoxLayout(right)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.addWidget(self.sentence)
        pictures.addWidget(self.view, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.add)
        buttons.addWidget(self.close_button)
        pictures.addLayout(buttons)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.find.clicked.connect(lambda: self.asked.emit(self.text.toPlainText()))
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.find.click)
        self.text.page_pasted.connect(self.asked)
        self.text.textChanged.connect(self._text_changed)
        self.add.clicked.connect(self.add_asked)
        self.close_button.clicked.connect(self.reject)
        for row in range(KEYED):
            self._in_view(str(row + 1), partial(self._choose, row))
        for key in ("Return", "Enter"):
            self._in_view(key, partial(self._choose, None))
        self._in_view("Space", lambda: self.view.preview.turn(self.view.currentIndex().row()))

    def _in_view(self, key: str, do: Callable[[], None]) -> None:
        """Let a key do something while a card has it."""
        shortcut = QShortcut(QKeySequence(key), self.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(do)

    def _choose(self, row: int | None) -> None:
        row = self.view.currentIndex().row() if row is None else row
        if self.add.isEnabled() and self._candidates.image_id(row) is not None:
            self.choose_asked.emit(row)

    @Slot()
    def _text_changed(self) -> None:
        """Take care that no other text is stored than that whose pictures are shown."""
        self.add.setEnabled(False)

    def tell(self, sentence: str) -> None:
        """Say what is going on while there are no candidates."""
        self._candidates.set_ranking((), None, {})
        self.add.setEnabled(False)
        self.sentence.setText(
            sentence or self.tr("The best pictures of the collection appear here.")
        )

    def show_story(self, story: Article) -> None:
        """Show a text as it was understood."""
        self.text.setPlainText("\n\n".join(filter(None, (story.title, story.text))))

    def show_found(self) -> None:
        """Say how many of the candidates that are now shown are likely ones."""
        total, likely = self._candidates.total(), self._candidates.likely()
        text = (
            self.tr("%Ln likely of {0:,} pictures, best first", "", likely)
            if likely
            else self.tr("No picture stands out of {0:,}; best first")
        )
        text += self.tr("  ·  Space: larger  ·  1–9: add the text as an article with that picture")
        if not total:
            text = self.tr("There are no pictures here yet; the text can be added as an article.")
        self.sentence.setText(filled(text, total))
        self.add.setEnabled(True)
        self.view.go_to(0)
        self.view.setFocus()
