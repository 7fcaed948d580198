"""The keys below the candidates, always those that count now."""

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QWidget

from newsmatch_gui.qt.keys import keys_text


class Legend(QLabel):
    """Tells the commonest keys of the desk in a line or two."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self._actions: Mapping[str, QAction] = {}

    def follow(self, actions: Mapping[str, QAction]) -> None:
        """Tell the keys of these actions, also when they change."""
        self._actions = actions
        for name in ("choose1", *self._words()):
            actions[name].changed.connect(self._tell)
        self._tell()

    def _words(self) -> dict[str, str]:
        return {
            "acceptable": self.tr("acceptable"),
            "reject": self.tr("reject"),
            "none": self.tr("none fits"),
            "grade1": self.tr("grade"),
            "explain": self.tr("reason"),
            "full": self.tr("full size"),
            "previous": self.tr("article"),
            "undo": self.tr("undo"),
            "search": self.tr("search"),
        }

    def _key(self, name: str) -> str:
        spans = {"grade1": ("grade5", "–"), "previous": ("next", "/\u2060")}  # no line ends there
        first = keys_text(self._actions[name])
        if name not in spans:
            return first
        last, between = spans[name]
        return between.join(filter(None, (first, keys_text(self._actions[last]))))

    def _tell(self) -> None:
        keys = [("1–9", self.tr("choose"))]
        keys += [(self._key(name), what) for name, what in self._words().items()]
        keys = [(key, what) for key, what in keys if key]
        self.setText("&nbsp;&nbsp; ".join(f"<b>{escape(k)}</b>&nbsp;{w}" for k, w in keys))
        self.setAccessibleName(", ".join(f"{key}: {what}" for key, what in keys))
