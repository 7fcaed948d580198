"""Labels for other people's text, which may be anything: markup, one endless word, a whole book."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from newsmatch_gui.qt.theme import plain_tip

_MOST = 300  # characters of a label
_IN_A_SENTENCE = 80
_TOLD = 2_000  # characters of a tooltip
_ENDLESS = re.compile(r"\S{34}(?=\S)")
_MAY_BREAK = "\u200b"


class TheirWords(QLabel):
    """Shows a text as it is, never as markup; neither its words nor its length stretch the window.

    A text that is too long ends in an ellipsis; the tooltip tells more of it.
    """

    def __init__(self, parent: QWidget, text: str = "", most: int = _MOST) -> None:
        """Make it.

        Args:
            parent: Owner.
            text: What it shows at first.
            most: Characters that it shows of a text.
        """
        super().__init__(parent)
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:
        short = shortened(text, self._most)
        super().setText(_ENDLESS.sub(rf"\g<0>{_MAY_BREAK}", short))
        self.setToolTip("" if short == text else plain_tip(shortened(text, _TOLD)))


def shortened(text: str, most: int = _IN_A_SENTENCE) -> str:
    """Return a text of so many characters at most, cut at a word where that is possible."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    words = kept.rpartition(" ")[0]
    return f"{words if len(words) > most // 2 else kept}…"
