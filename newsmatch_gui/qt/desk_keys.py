"""The keys of the desk: what each is called, and where it works."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from newsmatch_gui.qt.candidate_view import KEYED

ANYWHERE = ("next", "previous", "search", "back")
# Where there are no pictures, Space and Return are for the button that is there instead.
AT_PICTURES = ("choose", "full")
_UNDO = {"undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z"}


def desk_actions(
    desk: QWidget, run: Mapping[str, Callable[[], object]], choose: Callable[[int], object]
) -> dict[str, QAction]:
    """Make the desk's actions by name; the caller says where they work by adding them.

    Args:
        desk: Owner.
        run: What each of them does.
        choose: Chooses the candidate in a row.
    """
    table = (
        ("acceptable", desk.tr("Acceptable"), ("A",)),
        ("reject", desk.tr("Reject"), ("X",)),
        ("none", desk.tr("None fits"), ("N",)),
        ("choose", desk.tr("Choose the selected picture"), ("Return", "Enter")),
        ("full", desk.tr("Full size"), ("Space",)),
        ("next", desk.tr("Next article"), ("PgDown",)),
        ("previous", desk.tr("Previous article"), ("PgUp",)),
        ("search", desk.tr("Search pictures"), ("Ctrl+F",)),
        ("back", desk.tr("Back to the article"), ("Esc",)),
    )
    made = {name: _action(desk, text, keys, run[name]) for name, text, keys in table}
    for digit in range(1, KEYED + 1):
        text = desk.tr("Choose picture {0}").format(digit)
        made[f"choose{digit}"] = _action(
            desk, text, (str(digit),), lambda digit=digit: choose(digit - 1)
        )
    return made


def viewer_actions(
    desk: QWidget, made: Mapping[str, QAction], run: Mapping[str, Callable[[], object]]
) -> tuple[QAction, ...]:
    """Return the actions for a window in front of the desk, where its shortcuts do not reach."""
    left_out = ("full", "search", "back")
    undo = (_action(desk, "", (keys,), run[name]) for name, keys in _UNDO.items())
    return (*(action for name, action in made.items() if name not in left_out), *undo)


def pressed_action(actions: Iterable[QAction], event: QKeyEvent) -> QAction | None:
    """Return the action whose shortcut was pressed, on the keypad too."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(modifiers, Qt.Key(event.key())))
    return next((action for action in actions if pressed in action.shortcuts()), None)


def _action(desk: QWidget, text: str, keys: tuple[str, ...], run: Callable[[], object]) -> QAction:
    action = QAction(text, desk)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: run())
    return action
