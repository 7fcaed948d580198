"""Measuring the ranking against the ground truth, by the task's rules."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.comparison import Interval, intervals
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.measures import Measures, Ranks, measure
from newsmatch_gui.domain.ranking import true_rank, true_ranks
from newsmatch_gui.domain.reading import stand_ins
from newsmatch_gui.domain.records import tags_of
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.store.collection import Collection

TruePairs = tuple[tuple[str, str], ...]
_CELLS = 4_000_000  # of articles against images, held at a time


@dataclass(frozen=True, slots=True)
class Measured:
    """Measures with the 95 % bootstrap interval of each, by its name in ``Measures.as_json``."""

    measures: Measures
    intervals: dict[str, Interval]

    def as_json(self) -> dict[str, Any]:
        """Return both as plain values."""
        ends = {name: interval.as_json() for name, interval in self.intervals.items()}
        return self.measures.as_json() | {"intervals": ends}


@dataclass(frozen=True, slots=True)
class BothWays:
    """Measures of the images ranked for an article, and of the articles ranked for an image."""

    forward: Measured
    backward: Measured

    def as_json(self) -> dict[str, Any]:
        """Return both as plain values; those for an image under ``image_to_article``."""
        return self.forward.as_json() | {"image_to_article": self.backward.as_json()}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Measures of a collection.

    Attributes:
        whole: Over all articles whose true image is in the pool.
        by_domain: Over the articles of each domain, against the same whole pool.
        by_tag: Over the articles of each tag that was asked for.
        left_out: Articles with a ground truth that could not be measured: their image was not
            readable, or they are not indexed. Told, because leaving them out flatters.
        model: Name of the model.
        recipe: Fingerprint of recipe and translator.
        translators: How many articles each translator served; a stand-in's translations are not
            those of the translator that the recipe names, so they are told.
        true_ranks: (article, true image, rank of that image), one for each image.
    """

    whole: BothWays
    by_domain: dict[str, BothWays]
    by_tag: dict[str, BothWays]
    left_out: int
    model: str
    recipe: str
    translators: dict[str, int]
    true_ranks: tuple[tuple[str, str, int], ...]

    @property
    def measures(self) -> Measures:
        """Measures of the images ranked for all articles."""
        return self.whole.forward.measures

    @property
    def ranks(self) -> dict[str, int]:
        """Rank of the true image by article id, the best where an article has several."""
        best: dict[str, int] = {}
        for article_id, _, rank in self.true_ranks:
            best[article_id] = min(rank, best.get(article_id, rank))
        return best

    @property
    def mixed(self) -> str:
        """One sentence when others than the recipe's translator translated; else empty."""
        others = stand_ins(self.recipe, self.translators)
        if not others:
            return ""
        served = ", ".join(f"{by} {count}" for by, count in sorted(self.translators.items()))
        wanted = self.recipe.partition("/")[2]
        return (
            f"the recipe names {wanted}, but texts were translated by: {served}; "
            "index again when it can serve, or compare these figures with care"
        )

    def as_json(self) -> dict[str, Any]:
        """Return everything but single ranks as plain values; ``measures`` at the top."""
        return self.measures.as_json() | {
            "left_out": self.left_out, "model": self.model, "recipe": self.recipe,
            "translators": self.translators,
            "by_domain": {name: group.as_json() for name, group in self.by_domain.items()},
            "by_tag": {name: group.as_json() for name, group in self.by_tag.items()},
            "image_to_article": self.whole.backward.as_json(),
            "intervals": self.whole.forward.as_json()["intervals"],
        }  # fmt: skip


def evaluate(pool: Pool, *, tags: Sequence[str] = ()) -> Evaluation:
    """Measure the ranking of a collection's whole pool.

    Args:
        pool: What a model and a recipe made of the collection.
        tags: Tags whose articles are measured apart too.

    Raises:
        NewsMatchError: No ground truth, nothing of it is indexed, or no article has such a tag.
    """
    truth = ground_truth(pool.folder)
    pairs = measurable(pool, truth)
    with Collection.open(pool.folder) as collection:
        served = collection.readings.translators(pool.recipe, pool.model.fingerprint)
        domains = {line.id: str(line.domain) for line in collection.articles.lines()}
        tagged = {tag: _with_tag(collection, pairs, tag) for tag in tags}
    served.pop("", None)
    ranking = _Ranked(pool, pairs)
    groups = {
        name: np.array([domains[article_id] == name for article_id, _ in pairs])
        for name in sorted({domains[article_id] for article_id, _ in pairs})
    }
    whole = ranking.measured()
    return Evaluation(
        whole=whole,
        # A collection of one domain is measured once.
        by_domain={
            name: whole if rows.all() else ranking.measured(rows) for name, rows in groups.items()
        },
        by_tag={tag: ranking.measured(rows) for tag, rows in tagged.items()},
        left_out=len(truth) - len(pairs),
        model=pool.title,
        recipe=pool.recipe,
        translators=served,
        true_ranks=tuple(
            (*pair, int(rank)) for pair, rank in zip(pairs, ranking.forward, strict=True)
        ),
    )


def ground_truth(folder: Path) -> TruePairs:
    """Return (article, image published with it).

    Raises:
        NewsMatchError: The collection has none.
    """
    with Collection.open(folder) as collection:
        truth = collection.articles.truth()
    if not truth:
        raise NewsMatchError(
            f"{folder} has no ground truth; import rows that hold an article and its image"
        )
    return truth


def measurable(pool: Pool, truth: TruePairs) -> TruePairs:
    """Return the part of a ground truth that is indexed.

    Raises:
        NewsMatchError: Nothing of it is.
    """
    known = set(pool.image_ids)
    pairs = tuple(
        (article_id, image_id)
        for article_id, image_id in truth
        if image_id in known and pool.is_indexed(article_id)
    )
    if not pairs:
        raise NewsMatchError(
            "nothing of the ground truth is indexed; press F5 in the window, or run: newsmatch "
            f'index "{pool.folder}"'
        )
    return pairs


def measured(ranks: Ranks, pool: int, owner: NDArray[np.int64]) -> Measured:
    """Return measures with intervals; ``owner`` numbers the query of each rank."""
    return Measured(measure(ranks, pool, owner), intervals(ranks, owner))


def pair_ranks(pool: Pool, pairs: TruePairs) -> Ranks:
    """Return the rank (from 1) of each pair's image among all images for its article."""
    return _Ranked(pool, pairs).forward


def _with_tag(collection: Collection, pairs: TruePairs, tag: str) -> NDArray[np.bool_]:
    def has(article_id: str) -> bool:
        article = collection.articles.get(article_id)
        return article is not None and tag.casefold().strip() in tags_of(article.tags.casefold())

    rows = np.array([has(article_id) for article_id, _ in pairs])
    if not rows.any():
        raise NewsMatchError(f"no measured article has the tag {tag!r}; check how it is spelt")
    return rows


class _Ranked:
    """True images among all images for their articles, and the other way round."""

    def __init__(self, pool: Pool, pairs: TruePairs) -> None:
        place = pool.places()
        self._pool = pool
        self._backward: Ranks | None = None
        self._articles = tuple(filter(pool.is_indexed, pool.parts))
        row = {article_id: number for number, article_id in enumerate(self._articles)}
        self._rows = np.array([row[article_id] for article_id, _ in pairs], np.int64)
        self._places = np.array([place[image_id] for _, image_id in pairs], np.int64)
        parts = np.array([len(pool.parts[article_id]) for article_id in self._articles])
        self._single = np.flatnonzero(parts == 1)
        self._several = np.flatnonzero(parts > 1)
        self._texts = (
            np.concatenate([pool.article_vectors(self._articles[row]) for row in self._single])
            if len(self._single)
            else np.empty((0, pool.model.dim), np.float32)
        )
        self.forward = self._image_ranks()

    def measured(self, rows: NDArray[np.bool_] | None = None) -> BothWays:
        """Measure all pairs, or some of them."""
        keep = np.ones(len(self._rows), np.bool_) if rows is None else rows
        if self._backward is None:
            self._backward = self._article_ranks()
        return BothWays(
            measured(self.forward[keep], len(self._pool.image_ids), self._rows[keep]),
            measured(self._backward[keep], len(self._articles), self._places[keep]),
        )

    def _image_ranks(self) -> Ranks:
        """Rank each pair's image among all images."""
        ranks = np.empty(len(self._rows), np.int64)
        # Articles of one part are ranked together, which is a matrix product.
        column = np.full(len(self._articles), -1)
        column[self._single] = np.arange(len(self._single))
        whole = column[self._rows] >= 0
        ranks[whole] = true_ranks(
            self._texts[column[self._rows[whole]]],
            self._pool.image_vectors(),
            self._places[whole],
        )
        last, scores = -1, np.empty(0, np.float32)
        for pair in np.flatnonzero(~whole):
            if self._rows[pair] != last:
                last = int(self._rows[pair])
                scores = self._pool.article_scores(self._articles[last])
            ranks[pair] = true_rank(scores, int(self._places[pair]))
        return ranks

    def _article_ranks(self) -> Ranks:
        """Rank each pair's article among all indexed articles, ties in the order of articles."""
        own = np.empty(len(self._rows), np.float32)
        several = np.isin(self._rows, self._several)
        for pair in np.flatnonzero(several):
            article_id = self._articles[self._rows[pair]]
            own[pair] = self._pool.article_scores(article_id)[self._places[pair]]
        ranks = np.ones(len(self._rows), np.int64)
        ranks += self._ahead_of_one_part(own, several)
        for row in self._several:
            scores = self._pool.article_scores(self._articles[row])[self._places]
            ranks += (scores > own) | ((scores == own) & (row < self._rows))
        return ranks

    def _ahead_of_one_part(self, own: NDArray[np.float32], several: NDArray[np.bool_]) -> Ranks:
        """Count articles of one part ahead of each pair's; note the scores of those in ``own``."""
        ahead = np.zeros(len(self._rows), np.int64)
        block = max(1, _CELLS // max(1, len(self._single)))
        for start in range(0, len(self._rows), block):
            part = slice(start, start + block)
            scores = self._pool.image_vectors(self._places[part]) @ self._texts.T
            rows = self._rows[part]
            there = np.flatnonzero(~several[part])
            # From the same product, since another one may differ in the last bit.
            columns = np.searchsorted(self._single, rows[there])
            own[start + there] = scores[there, columns]
            wanted = own[part, None]
            ahead[part] = (scores > wanted).sum(axis=1)
            equal = (scores >= wanted).sum(axis=1) - ahead[part]
            # Mostly an article's own score alone, so that ties are looked at only where there are.
            for row in np.flatnonzero(equal > ~several[part]):
                before = self._single < rows[row]
                ahead[start + row] += int((scores[row, before] == wanted[row]).sum())
        return ahead
