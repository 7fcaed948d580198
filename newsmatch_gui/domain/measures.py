"""The measures of the MediaEval NewsImages task.

Definitions follow the task's own evaluator (NewsImages at MediaEval 2021 and 2022): an article
has one true image, only the first 100 predictions count, a miss adds 0, and every measure is
divided by the number of ground-truth images. What the task calls MeanRecall@k is Success@k
elsewhere, since only one image is relevant.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DEPTH = 100
RECALL_AT = (1, 5, 10, 50, 100)


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of one ranking run over ``n`` articles.

    Attributes:
        n: Number of ground-truth images.
        mrr: MRR@100.
        recall: MeanRecall@k by k.
        match_in_100: How many true images are among the first 100.
        pool: Size of the image pool, which the random floor depends on.
    """

    n: int
    mrr: float
    recall: dict[int, float]
    match_in_100: int
    pool: int

    def as_json(self) -> dict[str, float | int]:
        """Return the measures under the task's names, for reports and ``--json``."""
        recalls = {f"recall@{k}": value for k, value in self.recall.items()}
        return {
            "n": self.n,
            "mrr@100": self.mrr,
            **recalls,
            "match_in_100": self.match_in_100,
            "pool": self.pool,
        }


def measure(ranks: NDArray[np.int64], pool: int) -> Measures:
    """Compute the task's measures from the ranks of the true images.

    Args:
        ranks: Rank of each article's true image counted from 1, shape (articles,).
        pool: Number of images ranked.

    Raises:
        ValueError: No articles, or a rank below 1.
    """
    if len(ranks) == 0:
        raise ValueError("there is no article with a true image to measure")
    if ranks.min() < 1:
        raise ValueError("ranks count from 1")
    found = ranks[ranks <= DEPTH]
    return Measures(
        n=len(ranks),
        mrr=float((1.0 / found).sum() / len(ranks)),
        recall={k: float((ranks <= k).mean()) for k in RECALL_AT},
        match_in_100=len(found),
        pool=pool,
    )


def random_floor(pool: int) -> Measures:
    """Return what random ranking scores on average over a pool of that size.

    The expected reciprocal rank is H(min(100, N)) / N, where H(100) = 5.187 is the harmonic
    number; expected recall@k is min(k, N) / N.
    """
    depth = min(DEPTH, pool)
    harmonic = float((1.0 / np.arange(1, depth + 1)).sum())
    return Measures(
        n=pool,
        mrr=harmonic / pool,
        recall={k: min(k, pool) / pool for k in RECALL_AT},
        match_in_100=depth,
        pool=pool,
    )
