"""What words did to the rank of a true picture, as bars with numbers."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.domain.word_changes import WordChange
from newsmatch_gui.qt.theme import plain_tip, verdict_colour
from newsmatch_gui.qt.words import figure
from newsmatch_gui.services.word_effects import Effect, WordEffects

Index = QModelIndex | QPersistentModelIndex
SHARE = Qt.ItemDataRole.UserRole  # of the longest bar, from -1 to 1
_LONGEST = "+00.000"  # number beside a bar
_NONE = "–"


class BarDelegate(QStyledItemDelegate):
    """Paints a bar from the middle, to the right where it helped, and the number beside it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        share = index.data(SHARE)
        if share is None:
            super().paint(painter, option, index)
            return
        painter.save()
        palette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(option.rect, palette.highlight())
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        text = palette.color(role)
        number = painter.fontMetrics().horizontalAdvance(_LONGEST) + 12
        box = option.rect.adjusted(4, 4, -number, -4)
        middle, half = box.center().x(), box.width() // 2
        length = round(abs(share) * half)
        colour = text if selected else self.colour(share, palette)
        start = middle if share > 0 else middle - length
        painter.fillRect(QRect(start, box.top(), length, box.height()), colour)
        painter.setPen(text)
        painter.drawLine(middle, option.rect.top(), middle, option.rect.bottom())
        spot = option.rect.adjusted(option.rect.width() - number, 0, -6, 0)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(spot, flags, str(index.data()))
        painter.restore()

    def colour(self, share: float, palette: QPalette) -> QColor:
        """Return the colour of a bar."""
        return verdict_colour(Verdict.CHOSEN if share > 0 else Verdict.REJECTED, palette)


class WordTable(QTableWidget):
    """Words in the order of the text, with what each did to the true picture's lead and rank."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What words did"))
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setItemDelegate(BarDelegate(self))

    def show_effects(self, found: WordEffects | None) -> None:
        """Show what was found, or nothing."""
        self.clear()
        self.setRowCount(0)
        self.setColumnCount(0)
        if found is None:
            return
        heads = self._heads(found)
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(found.rows))
        effects = [effect for row in found.rows for effect in row.effects if effect is not None]
        most = max((abs(effect.lead) for effect in effects), default=0.0) or 1.0
        for place, row in enumerate(found.rows):
            word = QTableWidgetItem(_change(row.change, of_models=found.of_models))
            word.setToolTip(plain_tip(word.text()))
            self.setItem(place, 0, word)
            for side, effect in enumerate(row.effects):
                self.setItem(place, 1 + 2 * side, _bar(effect, most))
                self.setItem(place, 2 + 2 * side, _rank(effect))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column in range(2, len(heads), 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _heads(self, found: WordEffects) -> list[str]:
        if found.of_models:
            return [
                self.tr("Word"), self.tr("Before, σ"), self.tr("Without"), self.tr("After, σ"),
                self.tr("Without"),
            ]  # fmt: skip
        return [self.tr("Change"), self.tr("Did, σ"), self.tr("Rank without")]


def _change(change: WordChange, *, of_models: bool) -> str:
    """Return a change as text: what was taken away, what was added, or what became what."""
    if change.kept:
        return change.before
    if change.before and change.after:
        return f"{change.before} → {change.after}"
    sign = "" if of_models else "+ " if change.after else "− "
    return sign + (change.after or change.before)


def _bar(effect: Effect | None, most: float) -> QTableWidgetItem:
    cell = QTableWidgetItem(_NONE if effect is None else figure(effect.lead, "+.2f"))
    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if effect is not None:
        cell.setData(SHARE, effect.lead / most)
    return cell


def _rank(effect: Effect | None) -> QTableWidgetItem:
    cell = QTableWidgetItem(_NONE if effect is None else figure(effect.rank))
    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cell
