"""Which key runs which action: the defaults, what the user changed, and what is refused."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.preferences import Preferences
from newsmatch_gui.services.settings import KEYS

_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText
# They move the selection and the focus, in every list and form.
_MOVING = frozenset({
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up,
    Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
})  # fmt: skip


def plain_text(action: QAction) -> str:
    """Return what an action is called, without the mark of its menu key and without dots."""
    return action.text().replace("&", "").removesuffix("…").strip()


def keys_text(action: QAction) -> str:
    """Return an action's keys as this system writes them, "" for none."""
    return QKeySequence.listToString(action.shortcuts(), _NATIVE).replace("; ", ", ")


class Keys(QObject):
    """Gives actions the keys that the settings name, and never one key to two actions.

    Attributes:
        actions: Every action by its name.
        fixed: Names of those whose key cannot be changed.
    """

    def __init__(
        self, preferences: Preferences, actions: Mapping[str, QAction], fixed: Iterable[str],
        menu_keys: Iterable[QKeySequence], parent: QObject,
    ) -> None:  # fmt: skip
        """Take over the keys of the window.

        Args:
            preferences: Where changed keys are kept.
            actions: Every action by its name, with its default keys.
            fixed: Names of actions that keep their keys.
            menu_keys: What opens the menus.
            parent: Owner.
        """
        super().__init__(parent)
        self._preferences = preferences
        self.actions, self.fixed = actions, frozenset(fixed)
        self._menu_keys = tuple(menu_keys)
        self._defaults = {name: tuple(action.shortcuts()) for name, action in actions.items()}
        preferences.changed.connect(self._follow)
        self.apply()

    def apply(self) -> None:
        """Give every action the keys of the settings, or its own where those cannot be."""
        wanted = {name: self._given(name) for name in self.actions}
        # Of two that want the same key, whoever was given it yields: defaults never collide.
        while (name := self._collision(wanted)) is not None:
            wanted[name] = self._defaults[name]
        for name, keys in wanted.items():
            if tuple(self.actions[name].shortcuts()) != keys:
                self.actions[name].setShortcuts(list(keys))

    def _given(self, name: str) -> tuple[QKeySequence, ...]:
        setting = KEYS + name
        if name in self.fixed or setting not in self._preferences.values():
            return self._defaults[name]
        keys = QKeySequence.listFromString(self._preferences.value(setting), _PORTABLE)
        keys = tuple(key for key in keys if not key.isEmpty())
        usable = all(self._misplaced(key) == "" for key in keys)
        return keys if usable else self._defaults[name]

    def _collision(self, wanted: Mapping[str, tuple[QKeySequence, ...]]) -> str | None:
        """Return an action with a key of the settings that another one has too."""
        for name, keys in wanted.items():
            if keys != self._defaults[name]:
                others = (other for other in wanted if other != name)
                if any(_clash(key, wanted[other]) for other in others for key in keys):
                    return name
        return None

    def refusal(self, name: str, key: QKeySequence) -> str:
        """Return why an action cannot have a key, as a sentence; "" when it can."""
        if name in self.fixed:
            return self.tr("“{0}” keeps its key: digits choose the picture that shows them").format(
                plain_text(self.actions[name])
            )
        if misplaced := self._misplaced(key):
            return misplaced
        for other, action in self.actions.items():
            if other != name and _clash(key, action.shortcuts()):
                text = self.tr("{0} is the key of “{1}”; give that one another key first")
                return text.format(key.toString(_NATIVE), plain_text(action))
        return ""

    def _misplaced(self, key: QKeySequence) -> str:
        shown = key.toString(_NATIVE)
        first: QKeyCombination = key[0]
        if first.key() in (Qt.Key.Key_unknown, Qt.Key(0)):
            return self.tr("This is no key that can be used")
        plain = first.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if first.key() in _MOVING and plain == Qt.KeyboardModifier.NoModifier:
            return self.tr("{0} moves in lists and forms, so it cannot do anything else").format(
                shown
            )
        if _clash(key, self._menu_keys):
            return self.tr("{0} opens a menu; choose another key").format(shown)
        return ""

    def set(self, name: str, keys: Iterable[QKeySequence]) -> None:
        """Give an action other keys, or none, and keep them in the settings.

        Raises:
            NewsMatchError: One of them cannot be, or the settings cannot be written.
        """
        keys = tuple(keys)
        for key in keys:
            if refused := self.refusal(name, key):
                raise NewsMatchError(refused)
        if keys == self._defaults[name]:
            self._preferences.reset(KEYS + name)
        else:
            self._preferences.set(KEYS + name, QKeySequence.listToString(list(keys), _PORTABLE))

    def reset(self, name: str) -> None:
        """Give an action its default keys again.

        Raises:
            NewsMatchError: Another action has one of them now, or the settings cannot be written.
        """
        self.set(name, self._defaults[name])

    def reset_all(self) -> None:
        """Give every action its default keys again.

        Raises:
            NewsMatchError: The settings cannot be written.
        """
        for setting in [key for key in self._preferences.values() if key.startswith(KEYS)]:
            self._preferences.reset(setting)

    def is_changed(self, name: str) -> bool:
        """Tell whether an action has other keys than by default."""
        return tuple(self.actions[name].shortcuts()) != self._defaults[name]

    def _follow(self, setting: str) -> None:
        if setting.startswith(KEYS):
            self.apply()


def _clash(key: QKeySequence, others: Iterable[QKeySequence]) -> bool:
    """Tell whether a key is one of the others, or the beginning of one, or the other way round."""
    none = QKeySequence.SequenceMatch.NoMatch
    return any(key.matches(other) != none or other.matches(key) != none for other in others)
