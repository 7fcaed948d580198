"""All keys on one page, to look at or to print."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.qt.keys import keys_text, plain_text
from newsmatch_gui.qt.room import give_room


class KeysOverview(QDialog):
    """Lists what each key does, by menus, as the keys are now.

    Signals:
        change_asked: Somebody wants to change keys.
    """

    change_asked = Signal()

    def __init__(self, menus: Mapping[str, Sequence[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        give_room(self, 760, 640)
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(self.tr("All keys"))
        self.page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.page.setHtml(self._html(menus))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        buttons.addButton(self.tr("&Print …"), role).clicked.connect(self._ask_print)
        buttons.addButton(self.tr("&Change keys …"), role).clicked.connect(self._change)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setAutoDefault(False)  # Enter in the page must not print
        layout = QVBoxLayout(self)
        layout.addWidget(self.page)
        layout.addWidget(buttons)

    def _html(self, menus: Mapping[str, Sequence[QAction]]) -> str:
        parts = [f"<p>{escape(self._hint())}</p>"]
        for title, actions in menus.items():
            rows = [(keys_text(action), plain_text(action)) for action in actions]
            parts.append(_table(title, [row for row in rows if row[0]]))
        parts.append(_table(self.tr("In lists and dialogs"), self._moving()))
        return "".join(parts)

    def _hint(self) -> str:
        return self.tr("Single letters and digits work at the desk, wherever nothing is typed.")

    def _moving(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Arrows"), self.tr("Select another picture or article")),
            (self.tr("Shift and arrows"), self.tr("Select several articles of the list")),
            (self.tr("Tab"), self.tr("Go to the next part of the window")),
            (self.tr("Alt and a letter"), self.tr("Open a menu")),
            (self.tr("Enter"), self.tr("In a dialog: do it")),
            (self.tr("Esc"), self.tr("In a dialog: close it")),
        ]

    @Slot()
    def _change(self) -> None:
        self.reject()
        self.change_asked.emit()

    @Slot()
    def _ask_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.page.print_(printer))
        dialog.open()


def _table(title: str, rows: Sequence[tuple[str, str]]) -> str:
    if not rows:
        return ""
    cells = "".join(
        f"<tr><td width='34%'><b>{escape(key)}</b></td><td>{escape(what)}</td></tr>"
        for key, what in rows
    )
    return f"<h3>{escape(title)}</h3><table width='100%' cellpadding='3'>{cells}</table>"
