"""Colours and words of verdicts, in light and dark; chrome uses palette roles only.

A palette's own pairs of colours are not always readable, so text that is painted on a selection or
stands back is measured here and mended.
"""

from functools import lru_cache
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
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


_SEEN, _FAINTLY = 3.2, 1.7  # WCAG asks for 3:1 where a line says something
_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
# What Fusion makes of a light and a dark system, for systems that cannot be asked for either.
_PALETTES = {
    Qt.ColorScheme.Light: {
        QPalette.ColorRole.Window: "#efefef",
        QPalette.ColorRole.WindowText: "#000000",
        QPalette.ColorRole.Base: "#ffffff",
        QPalette.ColorRole.AlternateBase: "#f7f7f7",
        QPalette.ColorRole.Text: "#000000",
        QPalette.ColorRole.Button: "#efefef",
        QPalette.ColorRole.ButtonText: "#000000",
        QPalette.ColorRole.BrightText: "#ffffff",
        QPalette.ColorRole.Light: "#ffffff",
        QPalette.ColorRole.Midlight: "#cacaca",
        QPalette.ColorRole.Mid: "#b8b8b8",
        QPalette.ColorRole.Dark: "#9f9f9f",
        QPalette.ColorRole.Shadow: "#767676",
        QPalette.ColorRole.Highlight: "#308cc6",
        QPalette.ColorRole.HighlightedText: "#ffffff",
        QPalette.ColorRole.Link: "#0000ff",
        QPalette.ColorRole.ToolTipBase: "#ffffdc",
        QPalette.ColorRole.ToolTipText: "#000000",
        QPalette.ColorRole.PlaceholderText: "#80000000",
    },
    Qt.ColorScheme.Dark: {
        QPalette.ColorRole.Window: "#323232",
        QPalette.ColorRole.WindowText: "#f0f0f0",
        QPalette.ColorRole.Base: "#242424",
        QPalette.ColorRole.AlternateBase: "#2b2b2b",
        QPalette.ColorRole.Text: "#f0f0f0",
        QPalette.ColorRole.Button: "#323232",
        QPalette.ColorRole.ButtonText: "#f0f0f0",
        QPalette.ColorRole.BrightText: "#373737",
        QPalette.ColorRole.Light: "#4b4b4b",
        QPalette.ColorRole.Midlight: "#4a4a4a",
        QPalette.ColorRole.Mid: "#2b2b2b",
        QPalette.ColorRole.Dark: "#212121",
        QPalette.ColorRole.Shadow: "#141414",
        QPalette.ColorRole.Highlight: "#308cc6",
        QPalette.ColorRole.HighlightedText: "#f0f0f0",
        QPalette.ColorRole.Link: "#7cb8ff",
        QPalette.ColorRole.ToolTipBase: "#3f3f36",
        QPalette.ColorRole.ToolTipText: "#f0f0f0",
        QPalette.ColorRole.PlaceholderText: "#80f0f0f0",
    },
}
_FAINT = ("WindowText", "Text", "ButtonText", "PlaceholderText")  # where something is turned off


def apply_theme(app: QApplication) -> None:
    """Use one style on every system; colours are the system's, made readable."""
    app.setStyle("Fusion")
    _mend_palette(app)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _mend_palette(app))


def set_theme(app: QApplication, theme: str) -> None:
    """Use light or dark colours whatever the system uses, or "system" for its own."""
    app.setProperty("theme", theme)
    app.styleHints().setColorScheme(_SCHEMES.get(theme, Qt.ColorScheme.Unknown))
    _mend_palette(app)


def _mend_palette(app: QApplication) -> None:
    app.setPalette(QPalette())  # without what was mended of the former scheme
    wanted = _SCHEMES.get(str(app.property("theme")))
    palette = app.palette()
    if wanted is not None and is_dark(palette) != (wanted is Qt.ColorScheme.Dark):
        palette = _palette_of(wanted)
        app.setPalette(mended(palette).resolve(palette))
    else:
        app.setPalette(mended(palette))


def _palette_of(scheme: Qt.ColorScheme) -> QPalette:
    palette = QPalette()
    for role, colour in _PALETTES[scheme].items():
        palette.setColor(role, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for name in _FAINT:
        role = QPalette.ColorRole[name]
        palette.setColor(off, role, _mixed(palette.color(role), palette.window().color(), 0.5))
    return palette


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


def readable(colour: QColor, against: QColor, least: float = _READABLE) -> QColor:
    """Return the colour, moved away from another one until text of one on the other is readable.

    Args:
        colour: The colour.
        against: The other one.
        least: Contrast that is wanted.
    """
    darker = _luminance(against) > _luminance(QColor("#777777"))
    end = QColor("black" if darker else "white")
    for step in range(21):
        moved = _mixed(end, colour, step / 20)
        if contrast(moved, against) >= least:
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


def ring_colour(palette: QPalette) -> QColor:
    """Return the colour of the line around what is selected, seen on the base by everybody."""
    return _seen(palette.highlight().color().rgb(), palette.base().color().rgb(), _SEEN)


def edge_colour(palette: QPalette) -> QColor:
    """Return the colour of the line around what is not selected: faint, but there."""
    mid = palette.color(QPalette.ColorRole.Mid).rgb()
    return _seen(mid, palette.base().color().rgb(), _FAINTLY)


@lru_cache
def _seen(colour: int, against: int, least: float) -> QColor:
    return readable(QColor.fromRgb(colour), QColor.fromRgb(against), least)


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
