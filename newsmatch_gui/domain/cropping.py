"""Cutting a picture to the shapes that a site shows, around its point of interest."""

import re
from dataclasses import dataclass
from fractions import Fraction

from newsmatch_gui.domain.errors import NewsMatchError

_RATIO = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*:\s*(\d{1,4}(?:\.\d{1,4})?)")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a picture: 0 is its left and upper edge, 1 its right and lower one."""

    x: float
    y: float


CENTRE = Point(0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Ratio:
    """The shape of a crop: its name, as "16:9", and width divided by height."""

    name: str
    value: Fraction


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture in whole pixels; ``right`` and ``bottom`` are the first outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Columns inside."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Rows inside."""
        return self.bottom - self.top


def parse_ratios(text: str) -> tuple[Ratio, ...]:
    """Read ratios such as "16:9, 1.91:1".

    Raises:
        NewsMatchError: One is no ratio of two positive numbers, or there is none.
    """
    found = []
    for name in filter(None, (part.strip() for part in text.split(","))):
        fit = _RATIO.fullmatch(name)
        sides = [Fraction(side) for side in fit.groups()] if fit else []
        if not sides or not all(sides):
            raise NewsMatchError(
                f"{name!r} is no ratio of width to height; write ratios like: 16:9, 4:3, 1:1"
            )
        found.append(Ratio(name, sides[0] / sides[1]))
    if not found:
        raise NewsMatchError("there is no ratio; write some like: 16:9, 4:3, 1:1")
    return tuple(found)


def crop_box(size: tuple[int, int], ratio: Ratio, point: Point) -> Box:
    """Return the largest crop of a shape, as near around a point as the picture's edges allow.

    The crop spans the picture in one direction. In the other it is within half a pixel of the
    ratio, or one pixel where the ratio leaves less than that. It contains the point's pixel.

    Args:
        size: Width and height of the picture in pixels, at least 1.
        ratio: Shape of the crop.
        point: What is to be in it.
    """
    width = min(size[0], max(1, round(size[1] * ratio.value)))
    height = min(size[1], max(1, round(size[0] / ratio.value)))
    left = _placed(size[0], width, point.x)
    top = _placed(size[1], height, point.y)
    return Box(left, top, left + width, top + height)


def _placed(whole: int, part: int, share: float) -> int:
    """Return where a part begins that lies around a share of the whole, within it."""
    pixel = min(whole - 1, max(0, int(share * whole)))
    return min(whole - part, max(0, pixel - (part - 1) // 2))
