"""One article as a study saw it: its true image, the best ones, and what was read of it."""

from dataclasses import dataclass

from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Image
from newsmatch_gui.services.studying import Study
from newsmatch_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Picture:
    """A ranked image; ``lead`` is in std deviations above the article's average image."""

    rank: int
    image: Image
    lead: float
    is_true: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One article as a study saw it.

    Attributes:
        true: Its true image, the best ranked of several.
        top: The best images, best first.
        reading: What the model read.
    """

    true: Picture
    top: tuple[Picture, ...]
    reading: Reading | None


def sides_of(found: Study, article_ids: tuple[str, ...], *, top: int = 5) -> tuple[Side, ...]:
    """Return how a study saw some of its articles, in their order."""
    with Collection.open(found.pool.folder) as collection:
        return tuple(side_of(found, collection, article_id, top) for article_id in article_ids)


def side_of(found: Study, collection: Collection, article_id: str, top: int) -> Side:
    """Return how a study saw an article, from a collection that is open."""
    number, true_ids = found.row[article_id], collection.articles.true_images(article_id)

    def picture(rank: int, place: int, score: float) -> Picture:
        image_id = found.image_id(place)
        # An image that was taken out of the collection meanwhile keeps its place.
        image = collection.images.get(image_id) or Image(image_id, "")
        return Picture(rank, image, found.lead(number, score), image_id in true_ids)

    places, scores = found.top[number, :top], found.top_scores[number, :top]
    return Side(
        true=picture(int(found.true_ranks[number]), int(found.true_places[number]),
                     float(found.true_scores[number])),
        top=tuple(
            picture(rank, int(place), float(score))
            for rank, (place, score) in enumerate(zip(places, scores, strict=True), 1)
        ),
        reading=collection.readings.get(
            article_id, found.pool.recipe, found.pool.model.fingerprint
        ),
    )  # fmt: skip
