"""Colours and words of verdicts, in light and dark; chrome uses palette roles only.

A palette's own pairs of colours are not always readable, so text that is painted on a selection or
stands back is measured here and mended.
"""

from html import escape

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


_READABLE = 4.8  # WCAG asks for 4.5:1; antialiasing takes a little away


def apply_theme(app: QApplication) -> None:
    """Use one style on every system; the colour scheme stays the system's, made readable."""
    app.setStyle("Fusion")
    _mend_palette(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _mend_palette(app))


def _mend_palette(app: QApplication) -> None:
    app.setPalette(QPalette())  # without what was mended of the former scheme
    app.setPalette(mended(app.palette()))


def mended(system: QPalette) -> QPalette:
    """Return the roles of a palette that are hard to read, mended; the others stay unset."""
    palette = QPalette()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        system.setCurrentColorGroup(group)
        palette.setColor(group, QPalette.ColorRole.Highlight, selection_colours(system)[0])
        palette.setColor(group, QPalette.ColorRole.PlaceholderText, quiet_colour(system))
    return palette


def contrast(one: QColor, other: QColor) -> float:
    """Return the WCAG contrast of two opaque colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def readable(colour: QColor, against: QColor) -> QColor:
    """Return the colour, moved away from another one until text of one on the other is readable."""
    darker = _luminance(against) > _luminance(QColor("#777777"))
    end = QColor("black" if darker else "white")
    for step in range(21):
        moved = _mixed(end, colour, step / 20)
        if contrast(moved, against) >= _READABLE:
            return moved
    return end


def _mixed(over: QColor, under: QColor, share: float) -> QColor:
    pairs = zip(over.getRgbF()[:3], under.getRgbF()[:3], strict=True)
    return QColor.fromRgbF(*(share * top + (1 - share) * bottom for top, bottom in pairs))


def quiet_colour(palette: QPalette) -> QColor:
    """Return the colour of text that stands back from the base, and can be read all the same."""
    quiet, base = (palette.color(QPalette.ColorRole.PlaceholderText), palette.base().color())
    return readable(_mixed(quiet, base, quiet.alphaF()), base)


def selection_colours(palette: QPalette) -> tuple[QColor, QColor]:
    """Return ground and text of what is selected; the ground gives way, as it may be any accent."""
    text = palette.color(QPalette.ColorRole.HighlightedText)
    return readable(palette.color(QPalette.ColorRole.Highlight), text), text


def plain_tip(text: str) -> str:
    """Return a tooltip that wraps and shows other people's text as it is, never as markup."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>"


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
    """Return the word for an article's state, "open" for none."""
    words = {
        Verdict.CHOSEN: QCoreApplication.translate("Verdict", "chosen"),
        Verdict.ACCEPTABLE: QCoreApplication.translate("Verdict", "acceptable"),
        Verdict.REJECTED: QCoreApplication.translate("Verdict", "rejected"),
        Verdict.NONE_FITS: QCoreApplication.translate("Verdict", "none fits"),
    }
    return QCoreApplication.translate("Verdict", "open") if verdict is None else words[verdict]


def picture_word(verdict: Verdict | None) -> str:
    """Return the word for a picture; without a verdict it is not "open": nobody has to judge it."""
    if verdict is None:
        return QCoreApplication.translate("Verdict", "no verdict")
    return verdict_word(verdict)
