"""The menus of the main window, as one table: what can be done, by which key, and when."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from newsmatch_gui.qt.bug_reports import copy_report
from newsmatch_gui.qt.desk_keys import InMenu
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.services.reading import list_recipes

if TYPE_CHECKING:
    from newsmatch_gui.qt.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Entry:
    """One action of a menu.

    Attributes:
        name: Its name for code, settings and tests; never shown.
        text: What is shown.
        run: What it does.
        keys: Its shortcut.
        always: It also works while no collection is open.
        writes: It changes the collection, which one window may at a time.
    """

    name: str
    text: str
    run: Callable[[], Any]
    keys: str | QKeySequence.StandardKey | None = None
    always: bool = False
    writes: bool = False


class Menus:
    """Makes the menus, and turns off what needs a collection while none is open.

    Attributes:
        actions: Every action by its name.
        listed: The actions of each menu, by its title as it is shown.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.actions: dict[str, QAction] = {}
        self.listed: dict[str, list[QAction]] = {}
        self._needs_collection: list[QAction] = []
        bar = window.menuBar()
        for title, entries in self._table():
            self._fill(bar.addMenu(title), title, entries)
        self.set_collection_open(False)

    def set_collection_open(self, is_open: bool) -> None:
        """Turn on, or off, what needs a collection."""
        for action in self._needs_collection:
            action.setEnabled(is_open)

    def _table(self) -> Iterable[tuple[str, Iterable[Entry | QAction | QMenu | None]]]:
        """Return every menu's title and entries; None is a line between them."""
        w, tr, std = self._window, self._window.tr, QKeySequence.StandardKey
        learning = w.learning
        yield tr("&Collection"), (
            Entry("new", tr("&New …"), w.ask_new, std.New, always=True),
            Entry("open", tr("&Open …"), w.ask_open, std.Open, always=True),
            Entry("demo", tr("Open the &demo"), w.open_demo, always=True),
            None,
            Entry("import", tr("&Import a file …"), w.ask_import, "Ctrl+I", writes=True),
            Entry("import-photos", tr("Import a photo &folder …"), w.ask_photos, "Ctrl+Shift+I",
                  writes=True),
            Entry("watched", tr("&Watched folders …"), w.watching.show_dialog, writes=True),
            Entry("index", tr("Inde&x"), w.index, "F5"),
            Entry("problems", tr("What was &left out …"), w.show_problems),
            Entry("export", tr("&Export decisions …"), w.ask_export, "Ctrl+E"),
            Entry("backups", tr("&Backups …"), w.safekeeping.show_backups),
            None,
            Entry("settings", tr("&Settings …"), w.options.show, "Ctrl+,", always=True),
            Entry("keys", tr("&Keys …"), w.commands.show_keys, always=True),
            None,
            Entry("quit", tr("&Quit"), w.close, std.Quit, always=True),
        )  # fmt: skip
        yield tr("&Decide"), (
            *self._desk(InMenu.UNDO),
            None,
            *self._desk(InMenu.DECIDE),
            self._submenu(tr("&Decide"), tr("&Grade"), InMenu.GRADE),
            self._submenu(tr("&Decide"), tr("Choose by &number"), InMenu.CHOOSE),
            None,
            self._submenu(tr("&Decide"), tr("All &selected articles"), InMenu.SELECTED),
        )  # fmt: skip
        yield tr("&View"), self._desk(InMenu.VIEW)
        yield tr("Hand &over"), self._desk(InMenu.HAND_OVER)
        yield (
            tr("&Text"),
            (
                Entry(
                    "suggest",
                    tr("&Suggest pictures for a text …"),
                    w.suggesting.show_dialog,
                    "Ctrl+T",
                ),
                self._recipes(),
            ),
        )
        yield (
            tr("&Learn"),
            (
                Entry(
                    "learn",
                    tr("&Learn from decisions …"),
                    learning.show_training,
                    "Ctrl+L",
                    writes=True,
                ),
                Entry("models", tr("&Models …"), learning.show_models, "Ctrl+M"),
            ),
        )
        yield tr("&Research"), (Entry("bench", tr("The &bench …"), w.show_bench, "Ctrl+B"),)
        yield tr("&Help"), (
            Entry("manual", tr("&Manual"), w.help.show_manual, "F1", always=True),
            Entry("tour", tr("&Tour"), w.help.show_tour),
            None,
            Entry("palette", tr("Find a &command …"), w.commands.show_palette, "Ctrl+K",
                  always=True),
            Entry("overview", tr("All &keys"), w.commands.show_overview, "?", always=True),
            None,
            Entry("report", tr("Copy a &report"), lambda: copy_report(w, w.safekeeping.folder),
                  always=True),
            Entry("about", tr("&About NewsMatch"), w.help.show_about, always=True),
        )  # fmt: skip

    def _desk(self, menu: InMenu) -> tuple[QAction, ...]:
        desk = self._window.desk_view
        return tuple(desk.actions_by_name[key.name] for key in desk.keys if key.menu is menu)

    def _submenu(self, above: str, title: str, menu: InMenu) -> QMenu:
        self.listed.setdefault(above.replace("&", ""), [])  # what it is in is listed before it
        made = QMenu(title, self._window)
        self._fill(made, f"{above} › {title}", self._desk(menu))
        return made

    def _recipes(self) -> QMenu:
        w = self._window
        menu = QMenu(w.tr("&Recipe"), w)
        entries: list[Entry | None] = [
            Entry(
                f"recipe-{recipe.name}", f"{recipe.name}    {in_window_language(recipe.about)}",
                lambda name=recipe.name: w.index(name),
            )
            for recipe in list_recipes()
        ]  # fmt: skip
        own = Entry("recipe-file", w.tr("From a &file …"), w.ask_recipe, writes=True)
        self._fill(menu, f"{w.tr('&Text')} › {w.tr('&Recipe')}", [*entries, None, own])
        return menu

    def _fill(
        self, menu: QMenu, path: str, entries: Iterable[Entry | QAction | QMenu | None]
    ) -> None:
        listed = self.listed.setdefault(path.replace("&", ""), [])
        for entry in entries:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                action = entry if isinstance(entry, QAction) else self._action(entry)
                if not (isinstance(entry, Entry) and entry.always):
                    action.setProperty("why_off", self._window.tr("open a collection first"))
                    self._needs_collection.append(action)
                menu.addAction(action)
                listed.append(action)
                self.actions[action.objectName()] = action

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self._window)
        action.setObjectName(entry.name)
        if entry.keys is not None:
            action.setShortcut(QKeySequence(entry.keys))
        may_run = self._window.desk_view.decisions.may_write if entry.writes else lambda: True
        action.triggered.connect(lambda _checked=False: entry.run() if may_run() else None)
        return action
