"""What would be handed over with a picture: its texts, what is required, templates filled in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from newsmatch_gui.domain.cropping import CENTRE, Point
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.handing_over import (
    HandOver,
    PictureField,
    changed,
    lacking,
    parse_fields,
    propose_alt,
)
from newsmatch_gui.domain.records import Article, Image
from newsmatch_gui.exchange.file_names import slug
from newsmatch_gui.exchange.handover_package import Crop, crops, scaled_size
from newsmatch_gui.exchange.snippets import Snippets
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.deciding import annotator_name
from newsmatch_gui.services.picture_marks import site_ratios
from newsmatch_gui.services.settings import read_settings, settings_file
from newsmatch_gui.store.collection import Collection

_TEXTS = {
    PictureField.CREDIT: "its credit",
    PictureField.LICENCE: "its licence",
    PictureField.CAPTION: "its caption",
    PictureField.ALT: "its alternative text",
}


class UnfitError(NewsMatchError):
    """A picture cannot be handed over as it is.

    Attributes:
        reason: Why.
        mend: What to do about it.
    """

    def __init__(self, reason: str, mend: str) -> None:
        super().__init__(f"{reason}; {mend}")
        self.reason, self.mend = reason, mend


@dataclass(frozen=True, slots=True)
class Offer:
    """A picture for an article, with the texts that would go with it.

    Attributes:
        article: The article.
        image: The picture.
        texts: Caption, credit, licence and alternative text.
        alt_is_proposal: Nobody wrote or checked the alternative text.
        required: What a picture may not lack.
    """

    article: Article
    image: Image
    texts: Mapping[PictureField, str]
    alt_is_proposal: bool
    required: tuple[PictureField, ...]

    @property
    def checked_alt(self) -> str:
        """The alternative text if somebody wrote or checked it."""
        return "" if self.alt_is_proposal else self.texts[PictureField.ALT]

    @property
    def lacking(self) -> tuple[PictureField, ...]:
        """What is required and not there."""
        return lacking({**self.texts, PictureField.ALT: self.checked_alt}, self.required)

    def with_texts(self, texts: Mapping[PictureField, str]) -> "Offer":
        """Return the offer as it would be after a correction."""
        proposal = self.alt_is_proposal and PictureField.ALT not in texts
        return replace(self, texts={**self.texts, **texts}, alt_is_proposal=proposal)


def default_width() -> int:
    """Return how many pixels wide a copy may be, as the settings say."""
    return int(read_settings()["handover.width"])


def snippets() -> Snippets:
    """Return the templates there are."""
    return Snippets(resource_path("handover"), settings_file().parent / "handover")


def offer(folder: Path, article_id: str, image_id: str) -> Offer:
    """Return what would be handed over now.

    Raises:
        UnfitError: No such article or picture.
        NewsMatchError: No collection there, or the settings are damaged.
    """
    with Collection.open(folder) as collection:
        return offer_of(collection, article_id, image_id)


def offer_of(collection: Collection, article_id: str, image_id: str) -> Offer:
    """Return what would be handed over now from a collection that is open.

    Raises:
        UnfitError: No such article or picture.
    """
    article, image = collection.articles.get(article_id), collection.images.get(image_id)
    if article is None or image is None:
        what = f"article {article_id!r}" if article is None else f"picture {image_id!r}"
        raise UnfitError(f"{collection.folder} holds no {what}", "check the id")
    alt = collection.corrections.current(image_id).get(PictureField.ALT, "")
    named = (*image.people.split(";"), *image.places.split(";"))
    texts = {
        PictureField.CREDIT: image.credit, PictureField.LICENCE: image.licence,
        PictureField.CAPTION: image.caption,
        PictureField.ALT: alt or propose_alt(image.caption, article.title, named),
    }  # fmt: skip
    return Offer(article, image, texts, not alt, parse_fields(read_settings()["handover.required"]))


def correct_texts(
    folder: Path, image_id: str, texts: Mapping[PictureField, str], *, annotator: str = ""
) -> tuple[PictureField, ...]:
    """Note what the texts about a picture should be; who and when is kept with them.

    Returns:
        The fields that are other than before.

    Raises:
        NewsMatchError: No such picture.
    """
    with Collection.open(folder) as collection:
        image = collection.images.get(image_id)
        if image is None:
            raise NewsMatchError(f"{folder} holds no picture {image_id!r}; check the id")
        before = {
            PictureField.CREDIT: image.credit, PictureField.LICENCE: image.licence,
            PictureField.CAPTION: image.caption, **collection.corrections.current(image_id),
        }  # fmt: skip
        news = changed(before, texts, tuple(PictureField))
        collection.corrections.add(image_id, news, annotator=annotator or annotator_name())
        return tuple(news)


def handed_over(folder: Path, image_id: str) -> tuple[HandOver, ...]:
    """Return when and with which articles a picture was handed over, oldest first."""
    with Collection.open(folder) as collection:
        return collection.hand_overs.handed_over(image_id)


def fill_template(
    offer: Offer, name: str, *, width: int = 0, cropped: bool = True, annotator: str = ""
) -> str:
    """Return a template filled in as it would stand in the package.

    Raises:
        NewsMatchError: No such template, or it cannot be filled in.
    """
    found = snippets()
    found.wanted([name])
    width = width or default_width()
    whole = (offer.image.width, offer.image.height)
    planned = plan_crops(offer, whole, CENTRE, width) if cropped and min(whole) else ()
    size = scaled_size(whole, width)
    return found.fill(name, template_words(offer, size, planned, annotator or annotator_name()))


def plan_crops(offer: Offer, size: tuple[int, int], point: Point, width: int) -> tuple[Crop, ...]:
    """Return the crops that go with a picture: one for each shape that the site shows."""
    return crops(picture_name(offer), size, site_ratios(), point, width)


def template_words(
    offer: Offer, size: tuple[int, int], planned: Iterable[Crop], annotator: str
) -> dict[str, object]:
    """Return everything that a template may say."""
    article, texts = offer.article, offer.texts
    return {
        "article_id": article.id, "headline": article.title, "article_url": article.url,
        "language": article.lang, "image_id": offer.image.id,
        "picture": f"{picture_name(offer)}.jpg", "width": size[0], "height": size[1],
        "caption": texts[PictureField.CAPTION], "credit": texts[PictureField.CREDIT],
        "licence": texts[PictureField.LICENCE], "alt": texts[PictureField.ALT],
        "alt_is_proposal": offer.alt_is_proposal,
        "crops": [
            {"ratio": crop.ratio, "file": crop.file, "width": crop.size[0], "height": crop.size[1]}
            for crop in planned
        ],
        "handed_over_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "handed_over_by": annotator,
    }  # fmt: skip


def picture_name(offer: Offer) -> str:
    """Return what the file of the picture is called, without its suffix."""
    return slug(offer.article.title)


def check_complete(offer: Offer, folder: Path) -> None:
    """Refuse a picture that lacks what is required.

    Raises:
        UnfitError: It does.
    """
    if offer.lacking:
        image = offer.image
        raise UnfitError(
            f"the picture {image.id} lacks {', '.join(_TEXTS[field] for field in offer.lacking)}",
            f'fill it in at Hand over in the window, or with: newsmatch correct "{folder}" '
            f'"{image.id}" ' + " ".join(f"--{field} TEXT" for field in offer.lacking),
        )
