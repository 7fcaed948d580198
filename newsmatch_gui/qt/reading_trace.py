"""What each step made of an article, written into a text field: dropped, changed, translated."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QFont,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from newsmatch_gui.domain.reading import StepTrace
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.theme import quiet_colour

_CHANGES_SHOWN = 40


def insert_trace(cursor: QTextCursor, trace: tuple[StepTrace, ...], palette: QPalette) -> None:
    """Write the steps that dropped, changed or noted something, one below the other."""
    formats = _Formats(palette)
    for step in trace:
        if not (step.dropped or step.note or step.changed):
            continue
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n", formats.quiet)
        cursor.insertText(f"{step.step}  ", formats.name)
        translated = step.step == "translate"
        note = in_window_language(step.note)
        if step.changed and not translated:
            note = _count(note)
        cursor.insertText(f"{note}  " if note else "", formats.quiet)
        if translated:
            _insert_translation(cursor, step, formats)
        else:
            _insert_changes(cursor, step, formats)
        for number, piece in enumerate(step.dropped):
            cursor.insertText("  " if number else "", formats.quiet)
            cursor.insertText(piece, formats.struck)


def _count(note: str) -> str:
    """Leave out the first few changes that a note repeats; what follows them stays."""
    count, _, rest = note.partition(":")
    more = rest.partition(";")[2].strip()
    return f"{count}; {more}:" if more else f"{count}:"


class _Formats:
    def __init__(self, palette: QPalette) -> None:
        self.quiet, self.name, self.struck = (QTextCharFormat() for _ in range(3))
        for format_ in (self.quiet, self.name, self.struck):
            format_.setForeground(quiet_colour(palette))
        self.name.setFontWeight(QFont.Weight.DemiBold)
        self.struck.setFontStrikeOut(True)


def _insert_changes(cursor: QTextCursor, step: StepTrace, formats: _Formats) -> None:
    for number, (before, after) in enumerate(step.changed[:_CHANGES_SHOWN]):
        cursor.insertText("  " if number else "", formats.quiet)
        cursor.insertText(f"{before} → {after}", formats.quiet)
    if step.changed[_CHANGES_SHOWN:]:
        more = QCoreApplication.translate("ReadingPane", "  and {0} more")
        cursor.insertText(more.format(len(step.changed) - _CHANGES_SHOWN), formats.quiet)
    if step.changed and step.dropped:
        cursor.insertText("  ", formats.quiet)


def _insert_translation(cursor: QTextCursor, step: StepTrace, formats: _Formats) -> None:
    """Write every translated sentence beside its original."""
    if not step.changed:
        cursor.insertText(step.text, formats.quiet)
        return
    layout = QTextTableFormat()
    layout.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    half = QTextLength(QTextLength.Type.PercentageLength, 50)
    layout.setColumnWidthConstraints([half, half])
    layout.setCellPadding(3)
    layout.setCellSpacing(0)
    layout.setBorder(0.5)
    layout.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    layout.setBorderCollapse(True)
    table = cursor.insertTable(len(step.changed), 2, layout)
    for row, pair in enumerate(step.changed):
        for column, text in enumerate(pair):
            table.cellAt(row, column).firstCursorPosition().insertText(text)
    cursor.movePosition(QTextCursor.MoveOperation.End)
