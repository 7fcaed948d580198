"""Which pictures may be ranked at all: what is filtered out never reaches the ranking."""

import re
from calendar import monthrange
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Any

_DAY = re.compile(r"[12]\d{3}(?:[-./]\d\d?){0,2}|(?:\d\d?[-./]){1,2}[12]\d{3}")
NEARLY_SQUARE = 1.05  # longer to shorter side


class Orientation(StrEnum):
    """The shape of a picture; one that is nearly square is neither upright nor wide."""

    LANDSCAPE = "landscape"
    PORTRAIT = "portrait"
    SQUARE = "square"


@dataclass(frozen=True, slots=True)
class Filters:
    """What a picture must be to be ranked; false while everything may be.

    Attributes:
        usable: Only what may be published, see ``domain.rights``.
        source: Words of its credit or source, "" for any.
        person: A name among the people it shows, "" for any.
        since: Earliest date it was taken, ISO, "" for any; a picture without a date is left out.
        until: Latest date, likewise.
        orientation: Its shape, None for any.
        long_side: Fewest pixels of the longer side.
        unused: Not chosen for, or handed over with, another article.
        undecided: Nothing was said of it for the article on the desk.
    """

    usable: bool = False
    source: str = ""
    person: str = ""
    since: str = ""
    until: str = ""
    orientation: Orientation | None = None
    long_side: int = 0
    unused: bool = False
    undecided: bool = False

    def __bool__(self) -> bool:
        return self != Filters()

    @property
    def active(self) -> dict[str, Any]:
        """What is asked for, by attribute, in the order above."""
        found = {part.name: getattr(self, part.name) for part in fields(self)}
        return {name: value for name, value in found.items() if value}

    @property
    def follows_decisions(self) -> bool:
        """Whether a decision changes what passes."""
        return self.unused or self.undecided

    def without(self, name: str) -> "Filters":
        """Return the filters with one of them lifted."""
        return replace(self, **{name: getattr(Filters(), name)})


def day_of(typed: str, *, last: bool) -> str | None:
    """Return the day that somebody typed, as ISO, "" for nothing, None for what is no day.

    Args:
        typed: ``2024-05-31``, ``31.5.2024``, a month such as ``2024-05`` or ``5.2024``, or a year.
        last: A month or a year means its last day, else its first.
    """
    if not typed.strip():
        return ""
    if not _DAY.fullmatch(typed.strip()):
        return None
    parts = [int(part) for part in re.split(r"\D+", typed.strip())]
    if 0 in parts:
        return None
    if parts[0] < 1000:  # the German way round
        parts.reverse()
    year, month, day = (*parts, 0, 0)[:3]
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError:
        return None
