"""One study of a collection: how each article with a true image was ranked, for every view of it.

The failure explorer, the maps, the comparison and the report all show the same study, so that
nothing is ranked twice and their figures cannot differ.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.measures import Measures, Ranks, measure
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors, rank, true_rank
from newsmatch_gui.domain.records import tags_of
from newsmatch_gui.services.evaluating import ground_truth, measurable
from newsmatch_gui.services.models import model_title
from newsmatch_gui.services.pools import indexed_models, model_fingerprint, pool_by
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.store.collection import Collection

TOP = 10  # best images kept of each article
_CELLS = 4_000_000  # of articles against images, held at a time


@dataclass(frozen=True, slots=True)
class StudiedArticle:
    """An article as a table of failures shows it; ``length`` counts characters of all its text."""

    id: str
    title: str
    domain: str
    lang: str
    tags: tuple[str, ...]
    length: int


@dataclass(frozen=True, eq=False)
class Study:
    """One model and recipe over the ground truth of a collection.

    Attributes:
        pool: What was ranked.
        title: Its model and reading, as ``StudyChoice`` names them.
        articles: Those with a true image in the pool, in the collection's order; n of them.
        left_out: Articles with a ground truth that are not indexed, or whose image is not.
        true_places: Pool place of each article's true image, the best ranked of several; (n,).
        true_ranks: Rank of that image from 1; (n,).
        true_scores: Its score; (n,).
        top: Pool places of each article's best images, best first; (n, up to ``TOP``).
        top_scores: Their scores; the same shape.
        means: Mean of each article's scores over the whole pool; (n,).
        spreads: Their standard deviation; (n,).
        pair_ranks: Ranks of all true images, for the task's measures; (pairs,).
        pair_articles: Number of the article of each of those; (pairs,).
        pair_places: Pool place of each of those; (pairs,).
    """

    pool: Pool
    title: str
    articles: tuple[StudiedArticle, ...]
    left_out: int
    true_places: NDArray[np.int64]
    true_ranks: Ranks
    true_scores: Vectors
    top: NDArray[np.int64]
    top_scores: Vectors
    means: Vectors
    spreads: Vectors
    pair_ranks: Ranks
    pair_articles: NDArray[np.int64]
    pair_places: NDArray[np.int64]

    @cached_property
    def measures(self) -> Measures:
        """The task's measures of the whole study."""
        return measure(self.pair_ranks, len(self.pool.image_ids), self.pair_articles)

    @cached_property
    def row(self) -> dict[str, int]:
        """Number of each article by its id."""
        return {article.id: number for number, article in enumerate(self.articles)}

    @cached_property
    def occurrences(self) -> NDArray[np.int64]:
        """How often each image is among an article's best ``TOP``, shape (images,)."""
        return np.bincount(self.top.ravel(), minlength=len(self.pool.image_ids))

    def lead(self, number: int, score: float) -> float:
        """Return how far a score stands above an article's average image, in std deviations."""
        spread = float(self.spreads[number])
        return (score - float(self.means[number])) / spread if spread > 0 else 0.0

    def image_id(self, place: int) -> str:
        """Return the id of the image at a pool place."""
        return self.pool.image_ids[place]


@dataclass(frozen=True, slots=True)
class StudyChoice:
    """A model and a reading that a collection can be studied by, as fingerprints, and a title."""

    model: str
    reading: str
    title: str


def study_choices(folder: Path) -> tuple[StudyChoice, ...]:
    """Return every model and reading that indexed a collection, the pair that serves first.

    Raises:
        NewsMatchError: No collection there, or nothing indexed yet.
    """
    models = indexed_models(folder)
    with Collection.open(folder) as collection:
        serves = (collection.setting("fingerprint"), collection.setting("reading"))
        made = collection.readings.made()
        articles = collection.articles.count()
    found = [
        StudyChoice(model, reading, _title(models[model][0], reading))
        for reading, model in made
        if model in models
    ]
    if not articles:
        raise NewsMatchError(
            f"{folder} has no ground truth; import rows that hold an article and its image"
        )
    if not found:
        raise NewsMatchError(
            f"{folder} is not indexed yet; press F5 in the window, or run: newsmatch index "
            f'"{folder}"'
        )
    return tuple(sorted(found, key=lambda choice: (choice.model, choice.reading) != serves))


def _title(model: str, reading: str) -> str:
    return f"{model_title(model)}, {reading}"


def study(folder: Path, *, model: str = "", recipe: str = "", reading: str = "") -> Work[Study]:
    """Rank every article that has a true image, and keep what the views of the bench show.

    Args:
        folder: The collection.
        model: Name or fingerprint of a model that indexed it; empty for the one that serves.
        recipe: A recipe that it was read by; empty for its own.
        reading: Instead of a recipe, the fingerprint of recipe and translator.

    Raises:
        NewsMatchError: No ground truth, or not indexed by them.
    """
    yield Progress(0, 0, "loading the index")
    if reading:
        pool = load_pool(folder, model=model_fingerprint(folder, model), reading=reading)
    else:
        pool = pool_by(folder, model=model, recipe=recipe)
    return (yield from study_pool(pool))


def study_pool(pool: Pool) -> Work[Study]:
    """Study a pool that is loaded already, as ``study`` does."""
    folder = pool.folder
    truth = ground_truth(folder)
    pairs = measurable(pool, truth)
    ids = tuple(dict.fromkeys(article_id for article_id, _ in pairs))
    row = {article_id: number for number, article_id in enumerate(ids)}
    place = pool.places()
    of_article = np.array([row[article_id] for article_id, _ in pairs], np.int64)
    places = np.array([place[image_id] for _, image_id in pairs], np.int64)
    ranks, own = np.empty(len(pairs), np.int64), np.empty(len(pairs), np.float32)
    kept = min(TOP, len(pool.image_ids))
    top, top_scores = np.empty((len(ids), kept), np.int64), np.empty((len(ids), kept), np.float32)
    means, spreads = np.empty(len(ids), np.float32), np.empty(len(ids), np.float32)
    # Pairs come in the order of articles, so that an article's are neighbours.
    bounds = np.searchsorted(of_article, np.arange(len(ids) + 1))
    for number, scores in _scored(pool, ids):
        if number % 50 == 0:
            yield Progress(number, len(ids), "ranking")
        best = rank(scores, top=kept)
        top[number], top_scores[number] = best.order, best.scores
        means[number], spreads[number] = best.mean, best.spread
        for pair in range(bounds[number], bounds[number + 1]):
            own[pair] = scores[places[pair]]
            ranks[pair] = true_rank(scores, int(places[pair]))
    # The best ranked of an article's true images stands for it.
    best_pairs = np.array(
        [start + int(ranks[start:end].argmin()) for start, end in pairwise(bounds)], np.int64
    )
    model, *_ = indexed_models(folder)[pool.model.fingerprint]
    return Study(
        pool=pool, title=_title(model, pool.recipe), articles=_described(folder, ids),
        left_out=len(truth) - len(pairs),
        true_places=places[best_pairs], true_ranks=ranks[best_pairs], true_scores=own[best_pairs],
        top=top, top_scores=top_scores, means=means, spreads=spreads,
        pair_ranks=ranks, pair_articles=of_article, pair_places=places,
    )  # fmt: skip


def _scored(pool: Pool, ids: tuple[str, ...]) -> Iterator[tuple[int, Vectors]]:
    """Yield each article's number and its scores (images,), one matrix product for many."""
    images = pool.image_vectors()
    block = max(1, _CELLS // max(1, len(images)))
    for start in range(0, len(ids), block):
        some = ids[start : start + block]
        single = [article_id for article_id in some if len(pool.parts[article_id]) == 1]
        scores = {}
        if single:
            texts = np.concatenate([pool.article_vectors(article_id) for article_id in single])
            scores = dict(zip(single, texts @ images.T, strict=True))
        for number, article_id in enumerate(some, start):
            own = scores.get(article_id)
            yield number, pool.article_scores(article_id) if own is None else own


def _described(folder: Path, ids: tuple[str, ...]) -> tuple[StudiedArticle, ...]:
    with Collection.open(folder) as collection:
        described = {
            line.id: StudiedArticle(
                line.id, line.title, line.domain, line.lang, tags_of(tags), length
            )
            for line, tags, length in collection.articles.described()
        }
    return tuple(described[article_id] for article_id in ids)
