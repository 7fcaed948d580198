"""How long work reports: generators that yield ``Progress`` and return their value."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Progress:
    """One report of a long service.

    Attributes:
        done: Units finished.
        total: Units in all; 0 when not known yet.
        phase: What is going on, as a short English phrase ("reading rows").
        figures: Named figures worth showing, e.g. ``{"broken": 2}``.
        note: What a person should be told once, e.g. that memory ran out.
    """

    done: int
    total: int
    phase: str
    figures: Mapping[str, float] = field(default_factory=dict)
    note: str = ""


Work = Generator[Progress, None, T]
Tell = Callable[[int, int], None]
"""Is told (units finished, units in all) by what reports without being a generator."""


class Stopped(Exception):
    """Somebody asked to stop; what was begun is gone."""


def finish(work: Work[T]) -> T:
    """Drive a long service to its end without showing progress, and return its value."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value


@dataclass(slots=True)
class Pace:
    """Rate and remaining time of one phase, from the reports seen so far.

    The clock is handed in (seconds, monotonic), so that the window, the command line and
    tests share one rule. A phase starts anew when its name changes.
    """

    phase: str = ""
    started: float = 0.0
    first: int = 0

    def update(self, progress: Progress, now: float) -> tuple[float, float | None]:
        """Return (units per second, seconds left or None while unknown)."""
        if progress.phase != self.phase or progress.done < self.first:
            self.phase, self.started, self.first = progress.phase, now, progress.done
        elapsed = now - self.started
        if elapsed <= 0 or progress.done <= self.first:
            return 0.0, None
        rate = (progress.done - self.first) / elapsed
        left = (progress.total - progress.done) / rate if progress.total else None
        return rate, left
