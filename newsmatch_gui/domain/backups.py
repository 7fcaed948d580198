"""Backups of a collection: how they are named, when the next one is due, and which are kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

SUFFIX = ".db"
EVERY = timedelta(days=1)
ALL_FOR = timedelta(days=2)
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(days=92)
LATEST = 7
"""How many of the latest are kept whatever their dates say: a clock may be wrong."""

_NAME = re.compile(r"(\d{4,})_(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)_([a-z-]+)\.db")
_DATE = "%Y-%m-%dT%H-%M-%SZ"


class Why(StrEnum):
    """What a backup was made for."""

    DAILY = "daily"
    ASKED = "asked"
    UPDATE = "before-update"
    MERGE = "before-merge"
    MEND = "before-mend"
    SET_ASIDE = "set-aside"
    """Not a copy: the database itself, moved out of the way by a restore."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as its file name tells it.

    Attributes:
        number: Rises with each backup, whatever the clock says; it alone tells which is newer.
        made_at: When, in UTC, by the clock of that moment.
        why: What it was made for; that of a newer version stands for itself.
    """

    number: int
    made_at: datetime
    why: str

    @property
    def name(self) -> str:
        """Its file name."""
        return f"{self.number:04d}_{self.made_at.strftime(_DATE)}_{self.why}{SUFFIX}"


def parse_backup(name: str) -> Backup | None:
    """Return the backup of a file name, or None for a file that is none."""
    if (match := _NAME.fullmatch(name)) is None:
        return None
    try:
        made_at = datetime.strptime(match[2], _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(int(match[1]), made_at, match[3])


def next_backup(backups: Sequence[Backup], now: datetime, why: Why) -> Backup:
    """Return the backup to make now (in UTC), numbered above all others."""
    number = max((backup.number for backup in backups), default=0) + 1
    return Backup(number, now.replace(microsecond=0), why.value)


def is_due(backups: Iterable[Backup], now: datetime) -> bool:
    """Tell whether no backup was made within the last day.

    One that says it was made later than now says nothing, since a clock was wrong.
    """
    return not any(
        timedelta() <= now - backup.made_at < EVERY for backup in backups if _is_copy(backup)
    )


def to_thin(backups: Iterable[Backup], now: datetime) -> tuple[Backup, ...]:
    """Return the backups that need not be kept.

    Kept are all of the last two days, and of the rest the newest of each day for two weeks, of
    each week for three months, and of each month beyond; further the latest ones, those dated
    later than now, and whatever a restore set aside.
    """
    copies = sorted(filter(_is_copy, backups), key=lambda b: b.number, reverse=True)
    thinned, full = [], set()
    for place, backup in enumerate(copies):
        span = _span(backup, now)
        if place >= LATEST and span is not None and span in full:
            thinned.append(backup)
        full.add(span)
    return tuple(reversed(thinned))


def _is_copy(backup: Backup) -> bool:
    return backup.why != Why.SET_ASIDE


def _span(backup: Backup, now: datetime) -> tuple[object, ...] | None:
    """Return the day, week or month of which one backup is kept, None where all are."""
    age, made = now - backup.made_at, backup.made_at
    if age <= ALL_FOR:
        return None
    if age <= DAILY_FOR:
        return ("day", made.date())
    if age <= WEEKLY_FOR:
        return ("week", *made.isocalendar()[:2])
    return ("month", made.year, made.month)
