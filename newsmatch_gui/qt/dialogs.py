"""Messages and small dialogs; none of them blocks the event loop."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import RowProblem
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.theme import plain_tip
from newsmatch_gui.services.problems import save_problems

_LISTED = 2_000


def show_sentence(parent: QWidget, sentence: str) -> None:
    """Show a fault of the world: one sentence that says what to mend."""
    box = QMessageBox(QMessageBox.Icon.Warning, "NewsMatch", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(in_window_language(sentence))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def ask_collection(parent: QWidget) -> Path | None:
    """Ask where a new collection goes; None when the user thinks better of it."""
    name, _ = QFileDialog.getSaveFileName(
        parent, parent.tr("New collection"), "My Newsroom.newsmatch",
        parent.tr("Collections (*.newsmatch)"),
    )  # fmt: skip
    if not name:
        return None
    return Path(name if name.endswith(".newsmatch") else f"{name}.newsmatch")


class ProblemsDialog(QDialog):
    """The rows and photos that were left out, with what mends each."""

    def __init__(self, folder: Path, problems: tuple[RowProblem, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was left out"))
        give_room(self, 920, 480)
        text = self.tr(
            "%Ln row(s) or photo(s) were left out; everything else is in the collection.",
            "",
            len(problems),
        )
        label = QLabel(text if problems else self.tr("Nothing was left out."), self)
        self.table = self._make_table(problems[:_LISTED])
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        save = buttons.addButton(self.tr("Save as CSV …"), QDialogButtonBox.ButtonRole.ActionRole)
        save.clicked.connect(self._save)
        save.setEnabled(bool(problems))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (label, self.table, buttons):
            layout.addWidget(part)

    def _make_table(self, problems: tuple[RowProblem, ...]) -> QTableWidget:
        table = QTableWidget(len(problems), 4, self)
        table.setHorizontalHeaderLabels(
            [self.tr("Source"), self.tr("Row"), self.tr("Reason"), self.tr("What mends it")]
        )
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)  # Tab leads out of it
        table.setAccessibleName(self.tr("What was left out"))
        for row, problem in enumerate(problems):
            name, number = Path(problem.source).name, str(problem.row or "")
            said = map(in_window_language, (problem.reason, problem.mend))
            for column, text in enumerate((name, number, *said)):
                cell = QTableWidgetItem(text)
                # A path without a blank does not wrap; the source shows only its last part.
                cell.setToolTip(plain_tip(text if column else problem.source))
                table.setItem(row, column, cell)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        # How high a row must be for its text is known once the columns have their widths.
        later = QTimer(table, singleShot=True, interval=0)
        later.timeout.connect(table.resizeRowsToContents)
        header.sectionResized.connect(lambda *_: later.start())
        return table

    def _save(self) -> None:
        target, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the list"), "left-out.csv", self.tr("Tables (*.csv)")
        )
        if target:
            try:
                save_problems(self._folder, Path(target))
            except NewsMatchError as error:
                show_sentence(self, str(error))
