"""Copying a report of a bug, which holds no text of a newsroom."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMessageBox, QWidget

from newsmatch_gui.services.bug_report import bug_report


def show_bug(parent: QWidget, error: BaseException) -> None:
    """Show a fault of ours with details to copy; the window lives on."""
    box = QMessageBox(QMessageBox.Icon.Critical, "NewsMatch", "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(parent.tr("Something went wrong inside NewsMatch. Your decisions are safe."))
    box.setInformativeText(parent.tr("The report holds no article, no search and no name."))
    report = bug_report(None, error)
    box.setDetailedText(report)
    copy = box.addButton(parent.tr("&Copy the report"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def copy_report(window: QMainWindow, folder: Path | None) -> None:
    """Copy a report on versions, the open collection and the end of the log."""
    QGuiApplication.clipboard().setText(bug_report(folder))
    said = window.tr("A report is in the clipboard; it holds no article, no search and no name")
    window.statusBar().showMessage(said, 8_000)
