"""Measuring the ranking against the ground truth, by the task's rules."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.measures import Measures, measure
from newsmatch_gui.domain.ranking import true_ranks
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
        recipe: Fingerprint of the recipe.
        ranks: Rank of the true image by article id.
    """

    measures: Measures
    left_out: int
    model: str
    recipe: str
    ranks: dict[str, int]


def evaluate(folder: Path) -> Evaluation:
    """Measure the collection's current ranking over its whole pool.

    Raises:
        NewsMatchError: No ground truth, or nothing indexed yet.
    """
    pool = load_pool(folder)
    with Collection.open(folder) as collection:
        truth = collection.articles.truth()
    if not truth:
        raise NewsMatchError(
            f"{folder} has no ground truth; import rows that hold an article and its image"
        )
    return _evaluate(pool, truth)


def _evaluate(pool: Pool, truth: tuple[tuple[str, str], ...]) -> Evaluation:
    position = {image_id: place for place, image_id in enumerate(pool.image_ids)}
    rows = [
        (article_id, vector, position[image_id])
        for article_id, image_id in truth
        if image_id in position and (vector := pool.article_vector(article_id)) is not None
    ]
    if not rows:
        raise NewsMatchError(
            f'nothing of the ground truth is indexed; run: newsmatch index "{pool.folder}"'
        )
    ranks = true_ranks(
        np.stack([vector for _, vector, _ in rows]),
        pool.image_vectors(),
        np.array([place for _, _, place in rows], np.int64),
    )
    return Evaluation(
        measures=measure(ranks, len(pool.image_ids)),
        left_out=len(truth) - len(rows),
        model=pool.model.name,
        recipe=pool.recipe,
        ranks={article_id: int(r) for (article_id, _, _), r in zip(rows, ranks, strict=True)},
    )
