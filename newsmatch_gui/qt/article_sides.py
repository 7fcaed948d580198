"""One article as two studies saw it: what each read, and the pictures each put first."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QTextCharFormat
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.domain.word_changes import word_changes
from newsmatch_gui.qt.failure_pictures import PictureCard
from newsmatch_gui.qt.theme import plain_tip, verdict_colour, verdict_glyph
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.sides import Side

SHOWN = 5  # best pictures of each side
_ACROSS = 3
_LONGEST = 4_000  # characters of a reading
_LEAST = QSize(84, 56)  # of a picture


class SideView(QWidget):
    """One study's view of an article; words that only it read are struck out or underlined.

    Signals:
        why_asked: Id of the picture whose score shall be explained.
    """

    why_asked = Signal(str)
    _words: tuple[tuple[str, bool], ...] = ()

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget, *, before: bool) -> None:
        """Make the view.

        Args:
            thumbnails: Decodes its pictures.
            parent: Owner.
            before: Whether it is the first side, whose scores can be explained.
        """
        super().__init__(parent)
        self._before = before
        self._name = self.tr("Before") if before else self.tr("After")
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.read = QTextEdit(self)
        self.read.setReadOnly(True)
        self.read.setTabChangesFocus(True)
        self.read.setAccessibleName(self.tr("{0}: what the model read").format(self._name))
        self.read.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 14)
        self.cards = [PictureCard(thumbnails, self, _LEAST) for _ in range(SHOWN + 1)]
        grid = QGridLayout()
        grid.setSpacing(6)
        for place, card in enumerate(self.cards):
            grid.addWidget(card, place // _ACROSS, place % _ACROSS)
            card.why.setText("?")  # beside the figures there is no room for more
            card.why_asked.connect(self.why_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.read)
        layout.addLayout(grid, 1)

    def show_side(self, side: Side | None) -> None:
        """Show an article's pictures, or none."""
        title = ""
        if side is not None:
            text = self.tr("{0}: true picture at rank {1:,}, {2:+.1f} σ")
            title = filled(text, self._name, side.true.rank, side.true.lead)
        self.title.setText(title)
        self.title.setToolTip(title)
        glyph = verdict_glyph(Verdict.CHOSEN)
        shown = [] if side is None else [(side.true, "{0} {1:,}  {2:+.1f} σ")]
        if side is not None:
            shown += [(p, "{1}  {2:+.1f} σ  {0}" if p.is_true else "{1}  {2:+.1f} σ")
                      for p in side.top]  # fmt: skip
        for place, card in enumerate(self.cards):
            picture, text = shown[place] if place < len(shown) else (None, "")
            about = filled(text, glyph, picture.rank, picture.lead) if picture else ""
            card.show_picture(picture, about)
            card.why.setVisible(picture is not None and self._before)

    def show_words(self, words: Iterable[tuple[str, bool]]) -> None:
        """Show what was read: words, each with whether the other side lacks it."""
        self._words = tuple(words)
        own, plain = QTextCharFormat(), QTextCharFormat()
        if self._before:
            own.setFontStrikeOut(True)
        else:
            own.setFontUnderline(True)
            own.setFontWeight(QFont.Weight.DemiBold)
        verdict = Verdict.REJECTED if self._before else Verdict.CHOSEN
        own.setForeground(verdict_colour(verdict, self.palette()))
        plain.setForeground(self.palette().color(QPalette.ColorRole.Text))
        self.read.clear()
        cursor = self.read.textCursor()
        for place, (word, differs) in enumerate(self._words):
            cursor.insertText(" " if place else "", plain)
            cursor.insertText(word, own if differs else plain)
        self.read.moveCursor(cursor.MoveOperation.Start)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The colours of words are part of the text, so another palette needs it written anew.
        if event.type() == QEvent.Type.PaletteChange:
            self.show_words(self._words)


class ArticleSides(QWidget):
    """Both views beside each other, under the headline.

    Signals:
        why_asked: Id of a picture of the first side whose score shall be explained.
    """

    why_asked = Signal(str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.headline = QLabel(self)
        self.headline.setTextFormat(Qt.TextFormat.PlainText)
        self.headline.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        font = self.headline.font()
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.headline.setFont(font)
        self.before = SideView(thumbnails, self, before=True)
        self.after = SideView(thumbnails, self, before=False)
        self.before.why_asked.connect(self.why_asked)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.before, 1)
        both.addWidget(self.after, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.headline)
        layout.addLayout(both, 1)

    def show_article(self, headline: str, sides: tuple[Side, Side] | None) -> None:
        """Show an article, or nothing."""
        self.headline.setText(headline)
        self.headline.setToolTip(plain_tip(headline))
        before, after = sides if sides is not None else (None, None)
        self.before.show_side(before)
        self.after.show_side(after)
        changes = word_changes(_words(before), _words(after))
        self.before.show_words((c.before, not c.kept) for c in changes if c.before)
        self.after.show_words((c.after, not c.kept) for c in changes if c.after)


def _words(side: Side | None) -> list[str]:
    reading = side.reading if side is not None else None
    return [] if reading is None else reading.text[:_LONGEST].split()
