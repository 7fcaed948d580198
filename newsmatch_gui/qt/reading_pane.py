"""The article on screen: headline, text, and what the model read of it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.reading import UNTRANSLATED, Reading
from newsmatch_gui.domain.records import Article
from newsmatch_gui.qt.calm_bar import CalmBar
from newsmatch_gui.qt.reading_trace import insert_trace
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.their_words import TheirWords
from newsmatch_gui.qt.words import filled

_LONGEST_SHOWN = 200_000
_LONGEST_HEADLINE, _LONGEST_NOTE = 300, 2_000
_READ_HEIGHT = 150
_PARTS_SHOWN = 200
_SIZES = [420, _READ_HEIGHT + 120]  # of the text and of what was read


class ReadingPane(QWidget):
    """Shows one article; every text is plain text, since it came from other people."""

    _reading: Reading | None = None
    _hint = ""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.headline = _plain_label(self)
        font = self.headline.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setWeight(QFont.Weight.DemiBold)
        self.headline.setFont(font)
        self.headline.setAccessibleName(self.tr("Headline"))
        self.about = _plain_label(self)
        self.read_title = _plain_label(self)
        self.read = QTextEdit(self)
        self.read.setReadOnly(True)
        self.read.setMinimumHeight(_READ_HEIGHT // 2)
        self.read.setTabChangesFocus(True)
        self.read.setAccessibleName(self.tr("What the model read"))
        self.note = _plain_label(self, _LONGEST_NOTE)
        self.body = QPlainTextEdit(self)
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.setMinimumHeight(60)
        self.body.document().setDocumentMargin(10)
        self.body.setAccessibleName(self.tr("Article text"))
        self.budget = CalmBar(self)
        self.budget.setTextVisible(False)
        self.budget.setFixedHeight(6)
        self.budget.setAccessibleName(self.tr("Tokens used of the budget"))
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.body)
        self.splitter.addWidget(_stacked(self, self.read_title, self.budget, self.read, self.note))
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes(_SIZES)
        self._has_text, self._moved = True, False
        self.splitter.splitterMoved.connect(self._keep_sizes)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 8)
        layout.setSpacing(8)
        layout.addWidget(self.headline)
        layout.addWidget(self.about)
        layout.addWidget(self.splitter, 1)

    def show_article(self, article: Article, place: int, total: int) -> None:
        """Show an article's own words."""
        self.headline.setText(article.title or self.tr("(no headline)"))
        parts = [
            filled(self.tr("{0:,} of {1:,}"), place + 1, total),
            article.domain.upper(),
            article.lang,
            article.published,
            article.id,
        ]
        self.about.setText("  ·  ".join(filter(None, parts)))
        text = article.text
        if len(text) > _LONGEST_SHOWN:
            text = text[:_LONGEST_SHOWN] + self.tr("\n\n(the rest of this text is not shown)")
        self.body.setPlainText(text or self.tr("No text came with this article."))
        self._suit(has_text=bool(text))
        self.show_reading(None)

    def _suit(self, *, has_text: bool) -> None:
        """Give the room of a missing text to what was read, until the user divides it."""
        if has_text != self._has_text and not self._moved:
            self.splitter.setStretchFactor(0, int(has_text))
            self.splitter.setStretchFactor(1, int(not has_text))
            self.splitter.setSizes(_SIZES if has_text else [1, sum(_SIZES)])
        self._has_text = has_text

    def _keep_sizes(self, _place: int, _handle: int) -> None:
        self._moved = True

    def show_reading(self, reading: Reading | None, note: str = "") -> None:
        """Show what the model read, and under it what each step made of the article."""
        self._reading, self._hint = reading, note
        self.read.clear()
        self.budget.setVisible(reading is not None)
        if reading is None:
            self.read_title.setText(self.tr("What the model read: not indexed yet"))
        else:
            self._show_title(reading)
            self.budget.setRange(0, reading.budget)
            self.budget.setValue(reading.tokens)
            cursor = self.read.textCursor()
            mark = "• " if len(reading.parts) > 1 else ""
            cursor.insertText("\n".join(mark + p.text for p in reading.parts[:_PARTS_SHOWN]))
            cursor.insertText("\n")
            insert_trace(cursor, reading.trace, self.palette())
            self.read.moveCursor(QTextCursor.MoveOperation.Start)
            note = "  ".join(
                filter(None, (in_window_language(reading.note), self._translation(reading), note))
            )
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self._keep_title_whole()

    def _keep_title_whole(self) -> None:
        # Where height is scarce, the least of a text that wraps would be one line of it.
        least = self.read_title.heightForWidth(self.splitter.width())
        self.read_title.setMinimumHeight(max(0, least))

    def _show_title(self, reading: Reading) -> None:
        recipe = reading.recipe.partition("/")[0]
        if len(reading.parts) == 1:
            text = self.tr("What the model read: {0}/{1} tokens ({2})")
            self.read_title.setText(text.format(reading.tokens, reading.budget, recipe))
        else:
            text = self.tr("What the model read: {0} parts of up to {1}/{2} tokens ({3})")
            self.read_title.setText(
                text.format(len(reading.parts), reading.tokens, reading.budget, recipe)
            )

    def _translation(self, reading: Reading) -> str:
        """Say who translated; a gloss must never pass for a translation."""
        if not reading.translator:
            return ""
        makers = [self._maker(name) for name in reading.translator.split("+")]
        said = self.tr("Translated by {0}.").format(self.tr(" and ").join(makers))
        if reading.translator == UNTRANSLATED:
            said = self.tr("Not translated: no translator for this language is turned on.")
        if reading.stand_ins:
            wanted = reading.recipe.partition("/")[2]
            said += self.tr(" {0} should have done it; index again once it can.").format(wanted)
        return said

    def _maker(self, name: str) -> str:
        if name.startswith("gloss"):
            return self.tr("the built-in dictionary, word by word")
        return self.tr("nobody (left as it was)") if name == UNTRANSLATED else name

    def show_none(self) -> None:
        """Say that there is no article, and how to get some."""
        self.show_reading(None)
        for part in (self.about, self.read_title):
            part.clear()
        self.headline.setText(self.tr("There are no articles here yet"))
        self.body.setPlainText(
            self.tr(
                "Import a table or a feed with Collection > Import a file (Ctrl+I). "
                "The articles in it appear on the left."
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_title_whole()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The colours of the steps are part of the text, so another palette needs it written anew.
        if event.type() == QEvent.Type.PaletteChange and self._reading is not None:
            self.show_reading(self._reading, self._hint)


def _plain_label(parent: QWidget, most: int = _LONGEST_HEADLINE) -> TheirWords:
    label = TheirWords(parent, most=most)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _stacked(parent: QWidget, *parts: QWidget) -> QWidget:
    box = QWidget(parent)
    layout = QVBoxLayout(box)
    layout.setContentsMargins(0, 4, 0, 0)
    layout.setSpacing(6)
    for part in parts:
        layout.addWidget(part, 1 if isinstance(part, QTextEdit) else 0)
    return box
