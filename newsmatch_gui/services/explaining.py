"""Why a picture got its score for an article: which parts of the picture, which words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.explanation import ExplainedPart, Explanation, Method, part_shares
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.domain.records import Image
from newsmatch_gui.services.models import model_title
from newsmatch_gui.services.ranking import Pool, model_of
from newsmatch_gui.store.collection import Collection

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel

_PARTS = 4  # parts of an article whose words are weighed
_COUNTS = 0.02  # share of the score below which a part is left out


def explain(
    pool: Pool, article_id: str, image_id: str, method: str = Method.AUTO
) -> Work[Explanation]:
    """Explain the score of one picture for one article.

    An article of several parts is scored by a weighted mean of its parts' cosines, whatever the
    recipe makes of them: the map explains this mean; words are weighed in the parts with the
    greatest shares of it, four at most. The shares themselves are held still.

    Args:
        pool: What ranked them.
        article_id: An indexed article.
        image_id: A picture of the pool.
        method: ``auto``, ``gradient``, ``grad-cam`` or ``occlusion``.

    Raises:
        NewsMatchError: Not indexed, no such picture, its photo is gone or has changed, the model
            has changed since it indexed them, or has no feature map for Grad-CAM.
    """
    from newsmatch_gui.clip.attribution import picture_methods, picture_weights

    asked, texts = _asked(pool, article_id, image_id, method)
    yield Progress(0, 0, "preparing the model")
    model = model_of(pool)
    parts = _Parts.of(pool, article_id, _vector_of(pool, image_id))
    yield Progress(0, 0, "reading the picture")
    photo = _photo(pool, image_id, model.image_size)
    found = yield from picture_weights(model, photo, parts.query(), asked)
    explained = yield from _explained(model, parts, texts, asked)
    return Explanation(
        article_id=article_id, image_id=image_id, model=model_title(pool.title),
        method=found.method, methods=picture_methods(model), score=found.score, blank=found.blank,
        cells=found.cells, seen=found.seen, parts=explained, part_count=len(texts),
    )  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """The parts of an article as they were scored with a picture.

    Attributes:
        vectors: Shape (parts, dim).
        shares: Of the score, shape (parts,).
        image: The picture's vector, shape (dim,).
    """

    vectors: Vectors
    shares: Vectors
    image: Vectors

    @classmethod
    def of(cls, pool: Pool, article_id: str, image: Vectors) -> "_Parts":
        vectors, how = pool.article_vectors(article_id), pool._combine
        weights = np.array([part.weight for part in pool.parts[article_id]], np.float32)
        shares = part_shares(vectors @ image, weights, how.combine, temperature=how.temperature)
        return cls(vectors, shares, image)

    def query(self) -> Vectors:
        """Return what the score is the dot product of the picture's vector with, shape (dim,)."""
        return self.shares @ self.vectors

    def weighty(self) -> list[int]:
        """Return the parts that make the score, the greatest share first."""
        order = np.argsort(-self.shares, kind="stable")[:_PARTS]
        return [int(part) for part in order if self.shares[part] >= _COUNTS]


def _explained(
    model: "ClipModel", parts: _Parts, texts: Sequence[str], method: Method
) -> Work[tuple[ExplainedPart, ...]]:
    from newsmatch_gui.clip.word_attribution import word_weights

    explained = []
    for part in parts.weighty():
        share = float(parts.shares[part])
        found = yield from word_weights(model, texts[part], parts.image, method)
        words = tuple(replace(word, weight=share * word.weight) for word in found.words)
        explained.append(
            ExplainedPart(part + 1, texts[part], share, found.score, found.blank, words)
        )
    return tuple(explained)


def _asked(
    pool: Pool, article_id: str, image_id: str, method: str
) -> tuple[Method, tuple[str, ...]]:
    """Check what is asked for before the model is loaded; return the texts of the article too."""
    try:
        asked = Method(method)
    except ValueError:
        known = ", ".join(Method)
        raise NewsMatchError(f"there is no method {method!r}; choose one of: {known}") from None
    if image_id not in pool.image_ids:
        raise NewsMatchError(
            f"the picture {image_id} is not indexed; check its id, or run: "
            f'newsmatch index "{pool.folder}"'
        )
    with Collection.open(pool.folder) as collection:
        reading = collection.readings.get(article_id, pool.recipe, pool.model.fingerprint)
    if reading is None or not pool.is_indexed(article_id):
        raise NewsMatchError(
            f"the article {article_id} is not indexed; check its id, or run: "
            f'newsmatch index "{pool.folder}"'
        )
    return asked, tuple(part.text for part in reading.parts)


def _vector_of(pool: Pool, image_id: str) -> Vectors:
    return pool.image_vectors(np.array([pool.image_ids.index(image_id)]))[0]


def image_of(pool: Pool, image_id: str) -> Image:
    """Return a picture of a pool.

    Raises:
        NewsMatchError: The collection has no such picture any more.
    """
    with Collection.open(pool.folder) as collection:
        image = collection.images.get(image_id)
    if image is None:
        raise NewsMatchError(f"{pool.folder} has no picture {image_id}; check its id")
    return image


def is_sensitive(pool: Pool, image_id: str) -> bool:
    """Tell whether somebody marked a picture as sensitive, so that it is shown blurred."""
    with Collection.open(pool.folder) as collection:
        return image_id in collection.picture_marks.sensitive()


def _photo(pool: Pool, image_id: str, target: int) -> object:
    """Decode the photo that was indexed, as indexing does."""
    from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo

    image = image_of(pool, image_id)
    try:
        file = read_photo(Path(image.path))
        if file.content_hash != image.content_hash:
            raise NewsMatchError(
                f"{image.path} has changed since it was indexed; run: "
                f'newsmatch index "{pool.folder}"'
            )
        return decode_photo(file.content, target=target)
    except UnreadablePhotoError as error:
        raise NewsMatchError(f"{image.path}: {error}") from error
