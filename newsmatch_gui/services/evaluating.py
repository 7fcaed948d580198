"""Measuring the ranking against the ground truth, by the task's rules."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.measures import Measures, measure
from newsmatch_gui.domain.ranking import true_rank, true_ranks
from newsmatch_gui.domain.reading import stand_ins
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Measures of a collection.

    Attributes:
        measures: Over all articles whose true image is in the pool.
        left_out: Articles with a ground truth that could not be measured: their image was not
            readable, or they are not indexed. Told, because leaving them out flatters.
        model: Name of the model.
        recipe: Fingerprint of recipe and translator.
        translators: How many articles each translator served; a stand-in's translations are not
            those of the translator that the recipe names, so they are told.
        ranks: Rank of the true image by article id.
    """

    measures: Measures
    left_out: int
    model: str
    recipe: str
    translators: dict[str, int]
    ranks: dict[str, int]

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


def evaluate(folder: Path) -> Evaluation:
    """Measure the collection's current ranking over its whole pool.

    Raises:
        NewsMatchError: No ground truth, or nothing indexed yet.
    """
    pool = load_pool(folder)
    with Collection.open(folder) as collection:
        truth = collection.articles.truth()
        served = collection.readings.translators(pool.recipe, pool.model.fingerprint)
    if not truth:
        raise NewsMatchError(
            f"{folder} has no ground truth; import rows that hold an article and its image"
        )
    ranks = _ranks(pool, truth)
    served.pop("", None)
    return Evaluation(
        measures=measure(np.array([rank for _, rank in ranks], np.int64), len(pool.image_ids)),
        left_out=len(truth) - len(ranks),
        model=pool.model.name,
        recipe=pool.recipe,
        translators=served,
        ranks=dict(ranks),
    )


def _ranks(pool: Pool, truth: tuple[tuple[str, str], ...]) -> list[tuple[str, int]]:
    position = {image_id: place for place, image_id in enumerate(pool.image_ids)}
    rows = [
        (article_id, position[image_id])
        for article_id, image_id in truth
        if image_id in position and pool.is_indexed(article_id)
    ]
    if not rows:
        raise NewsMatchError(
            f'nothing of the ground truth is indexed; run: newsmatch index "{pool.folder}"'
        )
    whole = [row for row in rows if len(pool.parts[row[0]]) == 1]
    # Articles of one part are ranked together, which is a matrix product; the others one by one.
    found = {}
    if whole:
        ranks = true_ranks(
            np.concatenate([pool.article_vectors(article_id) for article_id, _ in whole]),
            pool.image_vectors(),
            np.array([place for _, place in whole], np.int64),
        )
        found = {row: int(rank) for row, rank in zip(whole, ranks, strict=True)}
    for row in rows:
        if row not in found:
            found[row] = true_rank(pool.article_scores(row[0]), row[1])
    return [(row[0], found[row]) for row in rows]
