"""Small charts as geometry that a template draws as SVG; no script, no font, nothing fetched."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 520, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 14, 44


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on an axis, and where it stands."""

    place: float
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One curve; ``points`` as SVG wants them."""

    name: str
    points: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with its number above it."""

    x: float
    y: float
    width: float
    height: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of lines or bars within ``WIDTH`` × ``HEIGHT``.

    Attributes:
        title: What it shows.
        about: The same in words, for whoever cannot see it.
        across: Name of the horizontal axis.
        upwards: Name of the vertical axis.
        across_ticks: Numbers along the bottom.
        upward_ticks: Numbers along the left side.
        lines: Curves; their order tells them apart.
        bars: Bars.
    """

    title: str
    about: str
    across: str
    upwards: str
    across_ticks: tuple[Tick, ...]
    upward_ticks: tuple[Tick, ...]
    lines: tuple[Line, ...] = ()
    bars: tuple[Bar, ...] = ()

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom of the plotting area."""
        return _LEFT, _TOP, WIDTH - _RIGHT, HEIGHT - _BOTTOM


def share_chart(
    title: str, about: str, curves: Sequence[tuple[str, Sequence[float]]], *, across: str,
    upwards: str,
) -> Chart:  # fmt: skip
    """Draw shares from 0 to 1 for k = 1, 2, … on a logarithmic axis.

    Args:
        title: What it shows.
        about: The same in words.
        curves: (name, share at each k), all of one length.
        across: Name of k.
        upwards: Name of the share.
    """
    depth = len(curves[0][1])
    highest = max(max(values) for _, values in curves)
    top = max(0.1, math.ceil(highest * 10) / 10)

    def x(k: int) -> float:
        return _across(math.log(k) / math.log(max(2, depth)))

    ticks = [k for k in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000) if k <= depth]
    return Chart(
        title, about, across, upwards,
        tuple(Tick(x(k), str(k)) for k in ticks),
        tuple(Tick(_upwards(step / 4), f"{top * step / 4:.3g}") for step in range(5)),
        lines=tuple(
            Line(name, " ".join(
                f"{x(k):.1f},{_upwards(value / top):.1f}" for k, value in enumerate(values, 1)
            ))
            for name, values in curves
        ),
    )  # fmt: skip


def bar_chart(
    title: str, about: str, names: Sequence[str], counts: Sequence[int], *, across: str,
    upwards: str,
) -> Chart:  # fmt: skip
    """Draw whole numbers as bars beside each other."""
    top = max(1, *counts)
    step = (_across(1) - _across(0)) / len(names)
    bars = []
    for place, count in enumerate(counts):
        y = _upwards(count / top)
        bars.append(Bar(_across(0) + (place + 0.15) * step, y, 0.7 * step,
                        _upwards(0) - y, f"{count:,}"))  # fmt: skip
    return Chart(
        title, about, across, upwards,
        tuple(Tick(_across(0) + (place + 0.5) * step, name) for place, name in enumerate(names)),
        (Tick(_upwards(0), "0"), Tick(_upwards(1), f"{top:,}")),
        bars=tuple(bars),
    )  # fmt: skip


def _across(share: float) -> float:
    return _LEFT + share * (WIDTH - _LEFT - _RIGHT)


def _upwards(share: float) -> float:
    # A little room at the top, for the number above the highest bar.
    return HEIGHT - _BOTTOM - share * (HEIGHT - _BOTTOM - _TOP - 12)
