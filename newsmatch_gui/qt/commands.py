"""Every action of the window: found by typing, listed with its key, given another one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QMainWindow

from newsmatch_gui.qt.command_palette import Command, CommandPalette
from newsmatch_gui.qt.desk_view import DeskView
from newsmatch_gui.qt.keys import Keys
from newsmatch_gui.qt.keys_dialog import KeysDialog
from newsmatch_gui.qt.keys_overview import KeysOverview
from newsmatch_gui.qt.menus import Menus
from newsmatch_gui.qt.preferences import Preferences


class Commands(QObject):
    """Opens the palette, the overview of keys and the dialog that changes them."""

    def __init__(self, preferences: Preferences, desk: DeskView, window: QMainWindow) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._preferences = preferences
        self._listed: Mapping[str, Sequence[QAction]] = {}

    def take_over(self, menus: Menus) -> None:
        """Give the actions of the menus the keys of the settings, and list them."""
        fixed = (key.name for key in self._desk.keys if key.fixed)
        titles = self._window.menuBar().actions()
        opening = (QKeySequence.mnemonic(title.text()) for title in titles)
        self._listed = menus.listed
        self._keys = Keys(self._preferences, menus.actions, fixed, opening, self)

    def show_palette(self) -> None:
        """Open the command palette."""
        listed = self._listed.items()
        commands = [Command(action, menu) for menu, actions in listed for action in actions]
        palette = CommandPalette(commands, self._desk.articles, self._window)
        palette.article_asked.connect(self._desk.show_article)
        self._open(palette)

    def show_overview(self) -> None:
        """Show all keys."""
        overview = KeysOverview(self._listed, self._window)
        overview.change_asked.connect(self.show_keys)
        self._open(overview)

    def show_keys(self) -> None:
        """Open the dialog that changes keys."""
        self._open(KeysDialog(self._keys, self._listed, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
