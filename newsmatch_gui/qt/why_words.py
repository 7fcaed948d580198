"""What the model read, with every word tinted by what it did, and the same words as a list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QPalette,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QTextEdit, QWidget

from newsmatch_gui.domain.explanation import ExplainedPart, Explanation, Word
from newsmatch_gui.qt.theme import plain_tip, quiet_colour, readable
from newsmatch_gui.qt.word_table import SHARE, BarDelegate
from newsmatch_gui.qt.words import figure, filled
from newsmatch_gui.services.explained_picture import LOWERED, RAISED

_TINT = 0.55  # of the colour behind the strongest word
_UNDERLINED, _BOLD = 0.15, 0.5  # of the strongest word


def effect_colour(share: float, palette: QPalette) -> QColor:
    """Return the colour for what raised or lowered a score, readable on a palette's base."""
    return readable(QColor(*(RAISED if share > 0 else LOWERED)), palette.base().color())


def word_format(share: float, palette: QPalette) -> QTextCharFormat:
    """Return how a word looks: tinted, underlined and bold, by its share of the strongest one.

    What raised the score has a solid line, what lowered it a dotted one.
    """
    base, strength = palette.base().color(), min(1.0, abs(share))
    hue = QColor(*(RAISED if share > 0 else LOWERED))
    mixed = [
        _TINT * strength * over + (1 - _TINT * strength) * under
        for over, under in zip(hue.getRgbF()[:3], base.getRgbF()[:3], strict=True)
    ]
    ground = QColor.fromRgbF(*mixed)
    looks = QTextCharFormat()
    looks.setBackground(QBrush(ground))
    looks.setForeground(readable(palette.text().color(), ground))
    if strength >= _UNDERLINED:
        solid = QTextCharFormat.UnderlineStyle.SingleUnderline
        dotted = QTextCharFormat.UnderlineStyle.DotLine
        looks.setUnderlineStyle(solid if share > 0 else dotted)
    if strength >= _BOLD:
        looks.setFontWeight(QFont.Weight.Bold)
    return looks


class WhyText(QTextEdit):
    """The parts that were read, one after the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("What the model read"))
        self._found: Explanation | None = None
        self._places: dict[tuple[int, int], tuple[int, int]] = {}

    def show_explanation(self, found: Explanation | None) -> None:
        """Show what was read, or nothing."""
        self._found = found
        self.clear()
        self._places.clear()
        if found is None:
            return
        cursor, palette = QTextCursor(self.document()), self.palette()
        strongest = _strongest(found)
        quiet, plain = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(quiet_colour(palette))
        plain.setForeground(palette.text())
        for place, part in enumerate(found.parts):
            if found.part_count > 1:
                said = self.tr("Text {0} of {1}, {2:.0f} % of the score")
                cursor.insertText("\n\n" if place else "", plain)
                cursor.insertText(
                    filled(said, part.number, found.part_count, 100 * part.share) + "\n", quiet
                )
            self._insert(cursor, part, strongest, plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(
        self, cursor: QTextCursor, part: ExplainedPart, strongest: float, plain: QTextCharFormat
    ) -> None:
        done = 0
        for word in part.words:
            cursor.insertText(part.text[done : word.start], plain)
            start = cursor.position()
            cursor.insertText(word.text, word_format(word.weight / strongest, self.palette()))
            self._places[part.number, word.start] = (start, cursor.position())
            done = word.end
        cursor.insertText(part.text[done:], plain)

    def mark(self, part: int, start: int) -> None:
        """Select the word that begins at a character of a part."""
        found = self._places.get((part, start))
        if found is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(found[0])
            cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_found"):
            self.show_explanation(self._found)


class _Bars(BarDelegate):
    def colour(self, share: float, palette: QPalette) -> QColor:
        return effect_colour(share, palette)


class WhyTable(QTableWidget):
    """Words by what they did, the greatest effect first.

    Signals:
        chosen: (number of the part, first character) of the word on the current row.
    """

    chosen = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Words by what they did to the score"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setColumnCount(2)
        self.setHorizontalHeaderLabels([self.tr("Word"), self.tr("What it did to the score")])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegate(_Bars(self))
        self._words: list[tuple[int, Word]] = []
        self.currentCellChanged.connect(lambda row, *_: self._choose(row))

    def show_explanation(self, found: Explanation | None) -> None:
        """Show the words, or none."""
        self._words = []
        self.setRowCount(0)
        if found is None:
            return
        words = [(part.number, word) for part in found.parts for word in part.words]
        words.sort(key=lambda pair: -abs(pair[1].weight))
        self.setRowCount(len(words))
        strongest = _strongest(found)
        for row, (_, word) in enumerate(words):
            self._set_row(row, word, word.weight / strongest)
        self._words = words

    def _set_row(self, row: int, word: Word, share: float) -> None:
        name, bar = QTableWidgetItem(word.text), QTableWidgetItem(figure(word.weight, "+.3f"))
        name.setToolTip(plain_tip(word.text))
        bar.setData(SHARE, share)
        effect = self.tr("raised the score") if share > 0 else self.tr("lowered the score")
        bar.setData(Qt.ItemDataRole.AccessibleTextRole, f"{figure(word.weight, '+.3f')}, {effect}")
        for column, cell in enumerate((name, bar)):
            self.setItem(row, column, cell)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._words):
            part, word = self._words[row]
            self.chosen.emit(part, word.start)


def _strongest(found: Explanation) -> float:
    return max((abs(word.weight) for word in found.words()), default=0.0) or 1.0
