"""Handing pictures over to those who publish them: one package or many."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsmatch_gui.domain.handing_over import HandOver, PictureField
from newsmatch_gui.domain.interest import SIDE
from newsmatch_gui.domain.progress import Progress, Work, finish
from newsmatch_gui.domain.records import RowProblem, Verdict
from newsmatch_gui.exchange.file_names import slug
from newsmatch_gui.exchange.handover_package import (
    Crop,
    cropped,
    jpeg,
    package,
    put,
    scaled,
)
from newsmatch_gui.services.deciding import annotator_name
from newsmatch_gui.services.offers import (
    Offer,
    UnfitError,
    check_complete,
    default_width,
    offer_of,
    picture_name,
    plan_crops,
    snippets,
    template_words,
)
from newsmatch_gui.services.picture_marks import point_in, site_ratios
from newsmatch_gui.store.collection import Collection

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_LAYOUT = "1"  # of a package; another one makes every package anew


@dataclass(frozen=True, slots=True)
class Wish:
    """How pictures are handed over.

    Attributes:
        target: The folder that packages go into.
        templates: Names of templates; all by default.
        width: Most pixels across; 0 for the setting.
        zipped: Make ZIP files instead of folders.
        cropped: Add a crop for each shape that the site shows pictures in.
        annotator: Who hands over; the account's name by default.
    """

    target: Path
    templates: tuple[str, ...] = ()
    width: int = 0
    zipped: bool = False
    cropped: bool = True
    annotator: str = ""


@dataclass(frozen=True, slots=True)
class HandOverReport:
    """What handing over several pictures did.

    Attributes:
        made: Packages made now.
        kept: Packages that were made before from the same picture and texts.
        left_out: Articles whose picture was not handed over, with the reason and what mends it.
    """

    made: tuple[Path, ...]
    kept: int
    left_out: tuple[RowProblem, ...]


def hand_over(folder: Path, article_id: str, image_id: str, wish: Wish) -> Work[Path]:
    """Make the package of one picture for one article, and note that it was handed over.

    The package holds a copy of the picture, scaled down, upright and in sRGB, which says credit,
    licence and caption of itself and nothing else that its file said, such as where it was taken;
    and every template filled in. It appears complete or not at all. One that was made earlier for
    the same article and picture is replaced.

    Returns:
        The folder or ZIP file.

    Raises:
        UnfitError: A required text is missing, or the photo cannot be read.
        NewsMatchError: A template or setting is wrong, or the folder cannot be written.
    """
    with Collection.open(folder) as collection:
        return (yield from _Packer(collection, wish).hand_over(article_id, image_id))


def hand_over_decided(
    folder: Path, wish: Wish, *, article_ids: Iterable[str] = ()
) -> Work[HandOverReport]:
    """Hand over the chosen picture of every article, or of some.

    A package that was made before of the same picture and texts is kept, so that what was stopped
    goes on where it stood.

    Args:
        folder: The collection.
        wish: How.
        article_ids: Which articles; by default all that have a chosen picture.

    Yields:
        Progress in articles.

    Raises:
        NewsMatchError: A template or setting is wrong, or the folder cannot be written.
    """
    made: list[Path] = []
    left_out: list[RowProblem] = []
    kept = 0
    with Collection.open(folder) as collection:
        packer = _Packer(collection, wish)
        wanted = tuple(article_ids) or tuple(
            name for name, state in collection.decisions.states().items() if state is Verdict.CHOSEN
        )
        for done, article_id in enumerate(wanted):
            yield Progress(done, len(wanted), "handing over", {"left out": len(left_out)})
            try:
                image_id = _chosen(collection, article_id)
                if packer.is_there(article_id, image_id):
                    kept += 1
                else:
                    made.append(finish(packer.hand_over(article_id, image_id)))
            except UnfitError as error:
                left_out.append(RowProblem(f"article {article_id}", 0, error.reason, error.mend))
        yield Progress(len(wanted), len(wanted), "handing over", {"left out": len(left_out)})
    return HandOverReport(tuple(made), kept, tuple(left_out))


def _chosen(collection: Collection, article_id: str) -> str:
    for decision in collection.decisions.current(article_id):
        if decision.verdict is Verdict.CHOSEN and decision.image_id is not None:
            return decision.image_id
    raise UnfitError("no picture is chosen for it", "choose one in the window")


class _Packer:
    """Makes packages by one wish; settings and templates are checked before the first of them."""

    def __init__(self, collection: Collection, wish: Wish) -> None:
        self._collection = collection
        self._target = wish.target.expanduser().absolute()
        self._width = wish.width or default_width()
        self._zipped, self._cropped = wish.zipped, wish.cropped
        self._annotator = wish.annotator or annotator_name()
        self._snippets = snippets()
        self._names = self._snippets.wanted(wish.templates)

    def is_there(self, article_id: str, image_id: str) -> bool:
        """Tell whether the package was made before of just this, and lies where it was put."""
        before = self._before(article_id, image_id)
        if before is None or not Path(before.package).exists():
            return False
        return before.stamp == self._stamp(offer_of(self._collection, article_id, image_id))

    def hand_over(self, article_id: str, image_id: str) -> Work[Path]:
        """Make a package."""
        from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo

        offer = offer_of(self._collection, article_id, image_id)
        check_complete(offer, self._collection.folder)
        before = self._before(article_id, image_id)
        name = f"{picture_name(offer)}-{slug(article_id, limit=24, otherwise='article')}"
        steps = 2 + len(self._names)
        yield Progress(0, steps, "reading the photo")
        try:
            photo = decode_photo(read_photo(Path(offer.image.path)).content, srgb=True)
        except UnreadablePhotoError as error:
            reason, _, mend = str(error).partition("; ")
            raise UnfitError(f"{offer.image.path} cannot be handed over: {reason}", mend) from error
        with package(
            self._target, name, zipped=self._zipped,
            ours=lambda place: before is not None and str(place) == before.package,
        ) as (draft, place):  # fmt: skip
            yield Progress(1, steps, "writing the picture")
            copy = scaled(photo, self._width)
            # What nobody has checked goes with the picture, but not into it.
            said = {**offer.texts, PictureField.ALT: offer.checked_alt}
            put(draft, f"{picture_name(offer)}.jpg", jpeg(copy, said))
            planned = self._crops(offer, photo) if self._cropped else ()
            for crop in planned:
                put(draft, crop.file, jpeg(cropped(photo, crop), said))
            words = template_words(offer, copy.size, planned, self._annotator)
            for done, template in enumerate(self._names, start=2):
                yield Progress(done, steps, "filling in templates")
                put(draft, template, self._snippets.fill(template, words).encode("utf-8"))
        self._collection.hand_overs.add(
            article_id, image_id, annotator=self._annotator, target=str(self._target),
            template=", ".join(self._names), package=str(place), stamp=self._stamp(offer),
        )  # fmt: skip
        yield Progress(steps, steps, "filling in templates")
        return place

    def _crops(self, offer: Offer, photo: "Pixels") -> tuple[Crop, ...]:
        """Return how a picture is cropped, around the point that was set or is suggested."""
        point = self._collection.picture_marks.point(offer.image.id)
        if point is None:
            small = scaled(photo, SIDE)
            point = point_in((*small.size, small.tobytes()))
        return plan_crops(offer, photo.size, point, self._width)

    def _before(self, article_id: str, image_id: str) -> HandOver | None:
        """Return what the log says of the package that was made here last."""
        kind = ".zip" if self._zipped else ""
        made = [
            row for row in self._collection.hand_overs.handed_over(image_id)
            if (row.article_id, row.target) == (article_id, str(self._target))
            and Path(row.package).suffix == kind
        ]  # fmt: skip
        return made[-1] if made else None

    def _cropping(self, image_id: str) -> object:
        if not self._cropped:
            return None
        point = self._collection.picture_marks.point(image_id)
        return [ratio.name for ratio in site_ratios()], point and (point.x, point.y)

    def _stamp(self, offer: Offer) -> str:
        """Return a hash of everything that a package is made from, but for the time."""
        path = Path(offer.image.path)
        try:
            state = (path.stat().st_size, path.stat().st_mtime_ns)
        except OSError:
            state = (0, 0)
        made_from = (
            _LAYOUT, self._width, self._cropping(offer.image.id), state, str(path),
            dict(offer.texts), offer.alt_is_proposal,
            offer.article.title, offer.article.url, offer.article.lang,
            [(name, self._snippets.source(name)) for name in self._names],
        )  # fmt: skip
        return hashlib.blake2b(json.dumps(made_from).encode(), digest_size=16).hexdigest()
