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
MISSED = 2**40
"""Rank of a true image that a ranking does not hold: behind everything."""

Ranks = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Measures:
    """Measures of one ranking run over ``n`` ground-truth images.

    Attributes:
        n: Number of ground-truth images.
        mrr: MRR@100.
        recall: MeanRecall@k by k.
        match_in_100: How many true images are among the first 100.
        pool: Size of the image pool, on which depends what chance alone scores.
        precision: Precision@k by k: the share of true images among the first k, averaged over
            articles (Manning, Raghavan and Schütze 2008, section 8.4).
        median_rank: Median rank of the true images, infinite when half of them were missed.
    """

    n: int
    mrr: float
    recall: dict[int, float]
    match_in_100: int
    pool: int
    precision: dict[int, float]
    median_rank: float

    def as_json(self) -> dict[str, float | int | None]:
        """Return the measures under the task's names, for reports and ``--json``."""
        recalls = {f"recall@{k}": value for k, value in self.recall.items()}
        precisions = {f"precision@{k}": value for k, value in self.precision.items()}
        return {
            "n": self.n,
            "mrr@100": self.mrr,
            **recalls,
            "match_in_100": self.match_in_100,
            "pool": self.pool,
            **precisions,
            "median_rank": self.median_rank if np.isfinite(self.median_rank) else None,
        }


def credits(ranks: Ranks) -> NDArray[np.float64]:
    """Return what each rank adds to the sums that the measures are made of.

    Args:
        ranks: Ranks from 1, shape (images,).

    Returns:
        Shape (images, 1 + len(RECALL_AT)): the reciprocal rank, 0 beyond the first 100, then
        for each k of ``RECALL_AT`` whether the image is among the first k.
    """
    hits = ranks[:, None] <= np.array(RECALL_AT)
    reciprocal = np.where(ranks <= DEPTH, 1.0 / ranks, 0.0)
    return np.column_stack([reciprocal, hits]).astype(np.float64)


def measure(ranks: Ranks, pool: int, articles: Ranks | None = None) -> Measures:
    """Compute the task's measures from the ranks of the true images.

    Args:
        ranks: Rank of each true image counted from 1, shape (images,); ``MISSED`` for one that
            the ranking does not hold.
        pool: Number of images ranked.
        articles: Number of each true image's article, shape (images,), when articles have
            several; only Precision@k depends on it.

    Raises:
        ValueError: No articles, or a rank below 1.
    """
    if len(ranks) == 0:
        raise ValueError("there is no article with a true image to measure")
    if ranks.min() < 1:
        raise ValueError("ranks count from 1")
    sums = credits(ranks).sum(axis=0)
    count = len(ranks) if articles is None else len(np.unique(articles))
    return Measures(
        n=len(ranks),
        mrr=float(sums[0] / len(ranks)),
        recall={k: float(hits / len(ranks)) for k, hits in zip(RECALL_AT, sums[1:], strict=True)},
        match_in_100=int((ranks <= DEPTH).sum()),
        pool=pool,
        precision={
            k: float(hits / (k * count)) for k, hits in zip(RECALL_AT, sums[1:], strict=True)
        },
        median_rank=float(np.median(np.where(ranks >= MISSED, np.inf, ranks))),
    )


def largest_mrr(recall: dict[int, float]) -> float:
    """Return the largest MRR@100 that goes with given recalls.

    Of what is found between two cut-offs j < k the best rank is j + 1, so that MRR@100 is at
    most the sum of (R@k - R@j) / (j + 1). Where R@1 is not among them, j starts at 0.
    """
    total, before, cut = 0.0, 0.0, 0
    for k, value in sorted(recall.items()):
        total += (value - before) / (cut + 1)
        before, cut = value, k
    return total


def occurrence_skew(occurrences: NDArray[np.int64]) -> float:
    """Return the skewness of how often each image is among an article's k best, shape (images,).

    The measure of hubness of Radovanović et al. (2010): E[(N − μ)³] / σ³ of the k-occurrences N;
    0 without hubs, and 0 when every image occurs equally often.
    """
    counts = occurrences.astype(np.float64)
    spread = counts.std()
    return float(((counts - counts.mean()) ** 3).mean() / spread**3) if spread > 0 else 0.0
