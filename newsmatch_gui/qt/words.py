"""Numbers and dates as the language of the window writes them."""

from datetime import datetime
from string import Formatter
from typing import Any

import numpy as np
from PySide6.QtCore import QDateTime, QLocale


def filled(template: str, *values: object) -> str:
    """Fill a translated text's places, with figures as the language writes them.

    Args:
        template: A text with places as of ``str.format``, such as ``{0:,}`` or ``{1:.3f}``.
        values: What goes there.
    """
    return _FIGURES.format(template, *values)


def figure(value: float | np.number, spec: str = ",") -> str:
    """Return a number, formatted as by ``format``, as the language writes it."""
    return _FIGURES.format_field(value, spec)


def moment(when: datetime) -> str:
    """Return day and time of an aware moment in local time, short."""
    local = QDateTime.fromMSecsSinceEpoch(round(when.timestamp() * 1000))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def marked(number: str) -> str:
    """Return a number as English writes it (1,234.5) as the language writes it."""
    marks = QLocale()
    signs = {",": marks.groupSeparator(), ".": marks.decimalPoint()}
    if marks.language() == QLocale.Language.German:
        signs["%"] = "\u00a0%"
    return number.translate(str.maketrans(signs))


class _Figures(Formatter):
    def format_field(self, value: Any, spec: str) -> str:
        text = super().format_field(value, spec)
        is_figure = spec and isinstance(value, (int, float, np.number))
        return marked(text) if is_figure else text


_FIGURES = _Figures()
