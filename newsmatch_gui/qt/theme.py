"""Colours and words of verdicts, in light and dark; chrome uses palette roles only."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from newsmatch_gui.domain.records import Verdict

# Never the colour alone: each verdict has a glyph and a word too.
_GLYPHS = {
    Verdict.CHOSEN: "✓",
    Verdict.ACCEPTABLE: "○",
    Verdict.REJECTED: "✕",
    Verdict.NONE_FITS: "–",
}
# (light, dark), each at least 4.5:1 against the window of its scheme.
_COLOURS = {
    Verdict.CHOSEN: ("#146c43", "#5fd39a"),
    Verdict.ACCEPTABLE: ("#0b5cad", "#7cb8ff"),
    Verdict.REJECTED: ("#b3261e", "#ff9a90"),
    Verdict.NONE_FITS: ("#6b5300", "#e6c34a"),
}


def apply_theme(app: QApplication) -> None:
    """Use one style on every system; the colour scheme stays the system's."""
    app.setStyle("Fusion")


def is_dark(palette: QPalette) -> bool:
    """Tell whether a palette is dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def verdict_colour(verdict: Verdict, palette: QPalette) -> QColor:
    """Return a verdict's colour for a palette."""
    return QColor(_COLOURS[verdict][is_dark(palette)])


def verdict_glyph(verdict: Verdict) -> str:
    """Return a verdict's mark."""
    return _GLYPHS[verdict]


def verdict_word(verdict: Verdict | None) -> str:
    """Return a verdict's word, "open" for none."""
    words = {
        Verdict.CHOSEN: QCoreApplication.translate("Verdict", "chosen"),
        Verdict.ACCEPTABLE: QCoreApplication.translate("Verdict", "acceptable"),
        Verdict.REJECTED: QCoreApplication.translate("Verdict", "rejected"),
        Verdict.NONE_FITS: QCoreApplication.translate("Verdict", "none fits"),
    }
    return QCoreApplication.translate("Verdict", "open") if verdict is None else words[verdict]
