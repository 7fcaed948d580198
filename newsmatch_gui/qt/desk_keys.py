"""The keys of the desk, as one table: what each is called, where it works, in which menu it is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.records import BEST_FIT
from newsmatch_gui.qt.card import KEYED


class Where(Enum):
    """Where a key of the desk works."""

    WINDOW = auto()
    """Wherever the focus is, as long as the desk is shown."""
    DESK = auto()
    """Anywhere on the desk, from a text field too."""
    DECIDING = auto()
    """Anywhere on the desk where nothing is typed."""
    PICTURES = auto()
    """As DECIDING, but not on the page that stands in for the pictures: its button needs it."""
    LISTS = auto()
    """In the lists of articles and of pictures only: a text that is read keeps its own copying."""


class InMenu(Enum):
    """The menu that a key of the desk is listed in."""

    UNDO = auto()
    DECIDE = auto()
    GRADE = auto()
    CHOOSE = auto()
    SELECTED = auto()
    VIEW = auto()
    HAND_OVER = auto()


@dataclass(frozen=True, slots=True)
class DeskKey:
    """One thing that a key does at the desk.

    Attributes:
        name: Its name for code, settings and tests; never shown, never changed.
        text: What is shown.
        keys: Its shortcuts, until the user gives it others.
        menu: Where it is listed.
        where: Where it works.
        at_full_size: It works in the full-size view too.
        fixed: It cannot be given another key.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    menu: InMenu = InMenu.DECIDE
    where: Where = Where.DECIDING
    at_full_size: bool = True
    fixed: bool = False


def desk_table(desk: QWidget) -> tuple[DeskKey, ...]:
    """Return every key of the desk in the order of the menus."""
    tr = desk.tr
    undo, grade, selected, view = InMenu.UNDO, InMenu.GRADE, InMenu.SELECTED, InMenu.VIEW
    over = InMenu.HAND_OVER
    return (
        DeskKey("undo", tr("&Undo"), ("Ctrl+Z",), undo, Where.WINDOW),
        DeskKey("redo", tr("&Redo"), ("Ctrl+Shift+Z",), undo, Where.WINDOW),
        DeskKey("undo-whole", tr("Undo all that was decided at &once"), ("Ctrl+Alt+Z",), undo,
                Where.WINDOW),
        DeskKey("redo-whole", tr("Redo all that was &decided at once"), ("Ctrl+Alt+Shift+Z",), undo,
                Where.WINDOW),
        DeskKey("choose", tr("Choose the selected &picture"), ("Return", "Enter"),
                where=Where.PICTURES),
        DeskKey("acceptable", tr("&Acceptable"), ("A",)),
        DeskKey("reject", tr("Re&ject"), ("X",)),
        DeskKey("none", tr("None &fits"), ("N",)),
        DeskKey("explain", tr("R&eason and note …"), ("E",), at_full_size=False),
        DeskKey("relabel", tr("&This picture belongs to that article …"), ("T",),
                at_full_size=False),
        DeskKey("queue", tr("Into the review &queue, or out of it"), ("Q",)),
        *(
            DeskKey(f"grade{fit}", tr("Grade &{0} of 5").format(fit), (f"Alt+{fit}",), grade)
            for fit in range(1, BEST_FIT + 1)
        ),
        *(
            DeskKey(f"choose{digit}", tr("Choose picture &{0}").format(digit), (str(digit),),
                    InMenu.CHOOSE, fixed=True)
            for digit in range(1, KEYED + 1)
        ),
        DeskKey("many-none", tr("&None fits any of them …"), (), selected),
        DeskKey("many-first", tr("&Accept the first pictures that are far ahead …"), (), selected),
        DeskKey("many-queue", tr("Into the review &queue …"), (), selected),
        DeskKey("full", tr("&Full size"), ("Space",), view, Where.PICTURES, at_full_size=False),
        DeskKey("alike", tr("Show or fol&d what looks the same"), ("D",), view, Where.PICTURES,
                at_full_size=False),
        DeskKey("compared", tr("Mark to &compare"), ("C",), view, Where.PICTURES),
        DeskKey("compare", tr("Compare side by s&ide"), ("V",), view, Where.PICTURES),
        DeskKey("sensitive", tr("Mark as &sensitive"), ("B",), view, Where.PICTURES),
        DeskKey("reveal", tr("&Reveal what is sensitive"), ("R",), view, Where.PICTURES),
        DeskKey("crops", tr("Cro&ps at the site's shapes"), ("P",), view, Where.PICTURES),
        DeskKey("why", tr("&Why this picture?"), ("W",), view, Where.PICTURES, at_full_size=False),
        DeskKey("next", tr("&Next article"), ("PgDown",), view, Where.DESK),
        DeskKey("previous", tr("Pre&vious article"), ("PgUp",), view, Where.DESK),
        DeskKey("search", tr("Search pic&tures"), ("Ctrl+F",), view, Where.DESK,
                at_full_size=False),
        DeskKey("filters", tr("Fi&lters of the pictures"), ("Ctrl+Shift+F",), view, Where.DESK,
                at_full_size=False),
        DeskKey("like", tr("&More like this"), ("M",), view, Where.PICTURES),
        DeskKey("also-like", tr("&Also like this"), ("Shift+M",), view, Where.PICTURES),
        DeskKey("paste", tr("Search &by the picture on the clipboard"), ("Ctrl+V",), view,
                at_full_size=False),
        DeskKey("back", tr("Bac&k to the article"), ("Esc",), view, Where.DESK,
                at_full_size=False),
        DeskKey("hand-over", tr("&Hand over …"), ("Ctrl+H",), over),
        DeskKey("copy-picture", tr("Copy &picture"), ("Ctrl+C",), over, Where.LISTS),
        DeskKey("copy-caption", tr("Copy &caption"), ("Ctrl+Shift+C",), over, Where.LISTS),
        DeskKey("copy-credit", tr("Copy c&redit"), ("Ctrl+Alt+C",), over, Where.LISTS),
        DeskKey("hand-over-all", tr("Hand over &all chosen pictures …"), (), over,
                at_full_size=False),
    )  # fmt: skip


def desk_actions(
    desk: QWidget, table: Iterable[DeskKey], run: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Make the desk's actions by name; the caller says where they work by adding them.

    Args:
        desk: Owner.
        table: The keys.
        run: What each of them does.
    """
    return {key.name: _action(desk, key, run[key.name]) for key in table}


def pressed_action(actions: Iterable[QAction], event: QKeyEvent) -> QAction | None:
    """Return the action whose shortcut was pressed, on the keypad too."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return next((action for action in actions if pressed in action.shortcuts()), None)


def _action(desk: QWidget, key: DeskKey, run: Callable[[], object]) -> QAction:
    action = QAction(key.text, desk)
    action.setObjectName(key.name)
    action.setShortcuts([QKeySequence(text) for text in key.keys])
    here = Qt.ShortcutContext.WidgetWithChildrenShortcut
    anywhere = Qt.ShortcutContext.WindowShortcut
    action.setShortcutContext(anywhere if key.where is Where.WINDOW else here)
    action.triggered.connect(lambda _checked=False: run())
    return action
