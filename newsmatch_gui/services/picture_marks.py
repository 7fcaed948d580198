"""Marks on pictures: sensitive ones, points of interest, and how often a picture is used."""

from pathlib import Path

import numpy as np
from PIL import Image

from newsmatch_gui.domain.cropping import Point, Ratio, parse_ratios
from newsmatch_gui.domain.interest import suggested_point
from newsmatch_gui.services.pictures import Pixels
from newsmatch_gui.services.settings import read_settings
from newsmatch_gui.store.collection import Collection


class MarkedPictures:
    """The marks of a collection as a window reads and sets them; lives on one thread.

    Every mark is durable when the call returns.
    """

    def __init__(self, folder: Path, annotator: str) -> None:
        """Open the marks.

        Args:
            folder: The collection.
            annotator: Who marks.

        Raises:
            NewsMatchError: No collection there, or it cannot be opened.
        """
        self._collection = Collection.open(folder)
        self._annotator = annotator

    def close(self) -> None:
        """Close the collection."""
        self._collection.close()

    def sensitive(self) -> dict[str, str]:
        """Return where the photo of every sensitive picture lies, by image id."""
        return self._collection.picture_marks.sensitive()

    def say_sensitive(self, image_id: str, *, sensitive: bool) -> None:
        """Mark a picture, and every one of the same content, as sensitive or as not."""
        self._collection.picture_marks.say_sensitive(
            image_id, sensitive=sensitive, annotator=self._annotator
        )

    def point(self, image_id: str) -> Point | None:
        """Return the point of interest that somebody set, None when nobody did."""
        return self._collection.picture_marks.point(image_id)

    def set_point(self, image_id: str, point: Point | None) -> None:
        """Keep a picture's point of interest; None goes back to the suggested one."""
        self._collection.picture_marks.set_point(image_id, point, annotator=self._annotator)

    def uses(self, image_id: str, *, besides: str = "") -> int:
        """Return for how many articles a picture is chosen or acceptable, one left aside."""
        return self._collection.picture_marks.uses(image_id, besides=besides)


def site_ratios() -> tuple[Ratio, ...]:
    """Return the shapes that the site shows pictures in, as set in the settings.

    Raises:
        NewsMatchError: The settings are damaged, or hold something else than ratios.
    """
    return parse_ratios(read_settings()["crop.ratios"])


def point_in(pixels: Pixels) -> Point:
    """Return the suggested point of interest of a small picture of about 64 pixels a side."""
    width, height, rows = pixels
    return suggested_point(np.asarray(Image.frombytes("RGB", (width, height), rows).convert("L")))
