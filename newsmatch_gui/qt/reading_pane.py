"""The article on screen: headline, text, and what the model read of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from newsmatch_gui.domain.records import Article, Reading

_LONGEST_SHOWN = 200_000
_READ_HEIGHT = 84


class ReadingPane(QWidget):
    """Shows one article; every text is plain text, since it came from other people."""

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
        self.read.setFixedHeight(_READ_HEIGHT)
        self.read.setTabChangesFocus(True)
        self.read.setAccessibleName(self.tr("What the model read"))
        self.note = _plain_label(self)
        self.body = QPlainTextEdit(self)
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setFrameShape(QFrame.Shape.NoFrame)
        self.body.document().setDocumentMargin(10)
        self.body.setAccessibleName(self.tr("Article text"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 8)
        layout.setSpacing(8)
        for part in (self.headline, self.about, self.body, self.read_title, self.read, self.note):
            layout.addWidget(part, 1 if part is self.body else 0)

    def show_article(self, article: Article, place: int, total: int) -> None:
        """Show an article's own words."""
        self.headline.setText(article.title or self.tr("(no headline)"))
        parts = [
            self.tr("{0} of {1}").format(place + 1, total),
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
        self.body.setEnabled(bool(text))
        self.show_reading(None)

    def show_reading(self, reading: Reading | None, note: str = "") -> None:
        """Show what the model read: kept words plain, words past the budget struck through."""
        if reading is None:
            self.read_title.setText(self.tr("What the model read: not indexed yet"))
            self.read.clear()
        else:
            self.read_title.setText(
                self.tr("What the model read: {0}/{1} tokens ({2})").format(
                    reading.tokens, reading.budget, reading.recipe
                )
            )
            self.read.clear()
            cursor = self.read.textCursor()
            cursor.insertText(reading.text[: reading.read_chars])
            _insert_struck(cursor, reading.text[reading.read_chars :], self.palette())
            self.read.moveCursor(QTextCursor.MoveOperation.Start)
            note = "  ".join(filter(None, (reading.note, note)))
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def clear(self) -> None:
        """Show nothing."""
        for part in (self.headline, self.about, self.read_title, self.note):
            part.clear()
        self.read.clear()
        self.body.clear()


def _plain_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _insert_struck(cursor: QTextCursor, text: str, palette: QPalette) -> None:
    if text:
        struck = QTextCharFormat()
        struck.setFontStrikeOut(True)
        struck.setForeground(palette.color(QPalette.ColorRole.PlaceholderText))
        cursor.insertText(text, struck)
