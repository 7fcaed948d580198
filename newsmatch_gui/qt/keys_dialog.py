"""Giving actions other keys: a table of all, and a field that takes the new key."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.keys import Keys, keys_text, plain_text
from newsmatch_gui.qt.room import give_room, grown
from newsmatch_gui.qt.theme import plain_tip

_MENU = 200  # pixels for the name of a menu, with the usual font
_NAME = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """Shows every action with its keys; each change counts at once."""

    def __init__(self, keys: Keys, menus: Mapping[str, Sequence[QAction]], parent: QWidget) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setWindowTitle(self.tr("Keys"))
        give_room(self, 720, 600)
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Filter actions and keys"))
        self.words.setAccessibleName(self.tr("Filter actions and keys"))
        self.words.setClearButtonEnabled(True)
        self.table = self._make_table(menus)
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("New key"))
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        label = QLabel(self.tr("&New key:"), self)
        label.setBuddy(self.edit)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.edit, 1)
        self.none = self._button(self.tr("N&o key"), self._take_away)
        self.default = self._button(self.tr("&Default"), self._reset)
        self.all_default = self._button(self.tr("&All defaults"), self._reset_all)
        for button in (self.none, self.default, self.all_default):
            line.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.table, 1)
        layout.addLayout(line)
        layout.addWidget(self.sentence)
        layout.addWidget(buttons)
        self.words.textChanged.connect(self._filter)
        self.table.currentCellChanged.connect(self._follow)
        self.table.activated.connect(self._begin)
        self.edit.editingFinished.connect(self._take)
        self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def _button(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(run)
        return button

    def _make_table(self, menus: Mapping[str, Sequence[QAction]]) -> QTableWidget:
        rows = [(menu, action) for menu, actions in menus.items() for action in actions]
        table = QTableWidget(len(rows), 3, self)
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("Menu")])
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Actions and their keys; Enter gives a new key"))
        for row, (menu, action) in enumerate(rows):
            name = QTableWidgetItem(plain_text(action))
            name.setData(_NAME, action.objectName())
            name.setToolTip(plain_tip(name.text()))
            table.setItem(row, 0, name)
            table.setItem(row, 1, QTableWidgetItem())
            table.setItem(row, 2, QTableWidgetItem(menu))
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(2, grown(_MENU, self))
        self._show_keys(table)
        return table

    def _show_keys(self, table: QTableWidget) -> None:
        for row in range(table.rowCount()):
            name = table.item(row, 0).data(_NAME)
            text = keys_text(self._keys.actions[name])
            changed = self._keys.is_changed(name)
            # Not by the weight of the letters alone, which a screen reader does not tell.
            table.item(row, 1).setText(self.tr("{0} (changed)").format(text) if changed else text)

    def _name(self) -> str | None:
        row = self.table.currentRow()
        return None if row < 0 else self.table.item(row, 0).data(_NAME)

    @Slot()
    def _follow(self) -> None:
        """Show the key of the selected action, and whether it can have another one."""
        name = self._name()
        changeable = name is not None and name not in self._keys.fixed
        for part in (self.edit, self.none, self.default):
            part.setEnabled(changeable)
        if name is None:
            self.edit.clear()
            return
        keys = self._keys.actions[name].shortcuts()
        self.edit.setKeySequence(keys[0] if keys else QKeySequence())
        text = "" if changeable else self._keys.refusal(name, QKeySequence())
        self.sentence.setText(text)

    @Slot(QModelIndex)
    def _begin(self, _index: QModelIndex) -> None:
        if self.edit.isEnabled():
            self.edit.clear()
            self.edit.setFocus()
            self.sentence.setText(self.tr("Press the new key"))

    @Slot()
    def _take(self) -> None:
        name, key = self._name(), self.edit.keySequence()
        if name is None or key.isEmpty() or key in self._keys.actions[name].shortcuts():
            return
        self._try(name, lambda: self._keys.set(name, [key]))
        self.table.setFocus()

    @Slot()
    def _take_away(self) -> None:
        if (name := self._name()) is not None:
            self._try(name, lambda: self._keys.set(name, []))

    @Slot()
    def _reset(self) -> None:
        if (name := self._name()) is not None:
            self._try(name, lambda: self._keys.reset(name))

    @Slot()
    def _reset_all(self) -> None:
        if (name := self._name()) is not None:
            self._try(name, self._keys.reset_all)

    def _try(self, name: str, change: Callable[[], None]) -> None:
        try:
            change()
        except NewsMatchError as error:
            self._follow()  # what was typed does not count
            self.sentence.setText(str(error))
            return
        self._show_keys(self.table)
        self._follow()
        action = self._keys.actions[name]
        text = self.tr("“{0}” has the key {1} now") if action.shortcuts() else self.tr(
            "“{0}” has no key now"
        )  # fmt: skip
        self.sentence.setText(text.format(plain_text(action), keys_text(action)))

    @Slot(str)
    def _filter(self, typed: str) -> None:
        words, before = typed.casefold().split(), self.table.currentRow()
        for row in range(self.table.rowCount()):
            text = " ".join(self.table.item(row, column).text() for column in range(3)).casefold()
            self.table.setRowHidden(row, not all(word in text for word in words))
        shown = [row for row in range(self.table.rowCount()) if not self.table.isRowHidden(row)]
        if self.table.currentRow() not in shown:  # or a key would be given to what nobody sees
            self.table.setCurrentCell(shown[0] if shown else -1, 0)
        if not shown:
            self.sentence.setText(self.tr("No action and no key contains these words."))
        elif before == -1:
            self._follow()
