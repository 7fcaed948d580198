"""Images and articles of a study on one map."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.projection import centred, principal_plane
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.services.interruptible import in_own_process
from newsmatch_gui.services.studying import Study

KINDS = 7  # domains or tags that have a colour of their own; the others share one
_LEAST = 4  # points; UMAP itself fails at fewer
RANKS = (1, 10, 100, 1_000)  # last rank of each kind, from the first on


class Method(StrEnum):
    """How vectors are laid on a plane."""

    PCA = "pca"
    UMAP = "umap"


class ColourBy(StrEnum):
    """What the colour of a point says."""

    MODALITY = "modality"
    DOMAIN = "domain"
    RANK = "rank"
    TAG = "tag"


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddingMap:
    """Where the images and articles of a study lie.

    Attributes:
        study: What is shown.
        method: How it was made.
        images: Of each image of the pool, shape (images, 2).
        articles: Of each studied article, shape (n, 2).
        explained: Share of the variance along each axis, shape (2,); None but for PCA.
        article_of: An article that each image is the true one of, -1 for none; (images,).
    """

    study: Study
    method: Method
    images: Vectors
    articles: Vectors
    explained: NDArray[np.float64] | None
    article_of: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Colouring:
    """The kinds of points that differ in colour.

    Attributes:
        names: Of the kinds; a domain or a tag as it stands in the collection, else empty.
        images: Kind of each image, shape (images,).
        articles: Kind of each article, shape (n,).
        others: Kind of articles of rarer domains or tags, or without a tag; None if there is none.
        nothing: Kind of images that are no article's true image; None if there is none.
    """

    names: tuple[str, ...]
    images: NDArray[np.int64]
    articles: NDArray[np.int64]
    others: int | None = None
    nothing: int | None = None


def embedding_map(study: Study, *, method: Method = Method.PCA) -> Work[EmbeddingMap]:
    """Lay the images and articles of a study on one plane.

    Each modality is centred by itself, or the map would show little but the gap between texts and
    images; then both are projected together. PCA is there at once. UMAP (McInnes, Healy and
    Melville 2018; cosine, 15 neighbours, fixed seed) keeps neighbours together and takes minutes
    for ten thousands of points. Both are the same each time.

    Args:
        study: What is laid out.
        method: PCA or UMAP.

    Raises:
        NewsMatchError: UMAP is not installed, or there are too few points for it.
    """
    if method is Method.UMAP and (missing := umap_missing()):
        raise NewsMatchError(missing)
    yield Progress(0, 0, "reading vectors")
    pool = study.pool
    texts = np.stack([pool.article_vector(article.id) for article in study.articles])
    both = np.concatenate([centred(pool.image_vectors()), centred(texts)])
    yield Progress(0, 0, "laying out the map")
    explained = None
    if method is Method.PCA:
        plane = principal_plane(both)
        flat, explained = both @ plane.axes.astype(np.float32), plane.explained
    else:
        flat = yield from _umap(both)
    count = len(pool.image_ids)
    article_of = np.full(count, -1)
    # Backwards, so that the first of several articles stands.
    article_of[study.pair_places[::-1]] = study.pair_articles[::-1]
    return EmbeddingMap(study, method, flat[:count], flat[count:], explained, article_of)


def umap_missing() -> str:
    """Return what to do about UMAP that is not installed, empty when it is."""
    if find_spec("umap") is not None:
        return ""
    return 'UMAP is not installed; run: pip install "newsmatch[umap]", or stay with PCA'


def _umap(vectors: Vectors) -> Work[Vectors]:
    if len(vectors) < _LEAST:
        raise NewsMatchError(f"UMAP needs at least {_LEAST} images and articles; stay with PCA")
    return (yield from in_own_process(_fit_umap, vectors, phase="laying out the map"))


def _fit_umap(vectors: Vectors) -> Vectors:
    from umap import UMAP

    neighbours = min(15, len(vectors) - 1)
    made = UMAP(n_neighbors=neighbours, metric="cosine", random_state=0, n_jobs=1)
    return made.fit_transform(vectors).astype(np.float32)


def colouring(found: EmbeddingMap, by: ColourBy) -> Colouring:
    """Tell points apart by modality, or by domain, rank or tag of their article.

    An image counts as its article; of several tags the one that most articles have counts.
    """
    if by is ColourBy.MODALITY:
        return Colouring(
            ("", ""), np.zeros(len(found.images), np.int64), np.ones(len(found.articles), np.int64)
        )
    articles = found.study.articles
    if by is ColourBy.RANK:
        kinds = np.searchsorted(RANKS, found.study.true_ranks)
        return _with_images(found, ("",) * (len(RANKS) + 1), kinds)
    own = [(article.domain,) if by is ColourBy.DOMAIN else article.tags for article in articles]
    counts = Counter(name for names in own for name in set(names))
    common = [name for name, _ in counts.most_common(KINDS)]
    place = {name: kind for kind, name in enumerate(common)}
    kinds = np.array(
        [min((place[name] for name in names if name in place), default=len(common))
         for names in own], np.int64,
    )  # fmt: skip
    if len(common) in kinds:
        return _with_images(found, (*common, ""), kinds, others=len(common))
    return _with_images(found, tuple(common), kinds)


def _with_images(
    found: EmbeddingMap, names: tuple[str, ...], articles: NDArray[np.int64],
    others: int | None = None,
) -> Colouring:  # fmt: skip
    alone = found.article_of < 0
    images = np.where(alone, len(names), articles[found.article_of])
    if alone.any():
        return Colouring((*names, ""), images, articles, others, len(names))
    return Colouring(names, images, articles, others)
