"""How recall grows with the length of the list, and on which ranks true images lie."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.measures import DEPTH, Ranks


@dataclass(frozen=True, slots=True, eq=False)
class RecallCurve:
    """Recall@k for k = 1 … ``DEPTH`` with the ends of its interval, each of shape (DEPTH,)."""

    recall: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


def recall_curve(
    ranks: Ranks, articles: Ranks, *, level: float = 0.95, draws: int = 1_000, seed: int = 0
) -> RecallCurve:
    """Return recall@k with pointwise intervals (percentile bootstrap, Efron and Tibshirani 1993).

    Articles are resampled whole, as in ``comparison.intervals``; the band holds each k by itself,
    not all of them at once.

    Args:
        ranks: Rank of each true image from 1, shape (images,), at least one.
        articles: Number of each true image's article, shape (images,).
        level: Share of the draws within the band.
        draws: How many resamples of the articles.
        seed: Of the resampling.
    """
    _, owner = np.unique(articles, return_inverse=True)
    count = int(owner.max()) + 1
    # Of each article how many true images have which rank, all beyond the depth in one column.
    found = np.zeros((count, DEPTH + 1), np.int16)
    np.add.at(found, (owner, np.minimum(ranks, DEPTH + 1) - 1), 1)
    # Articles of equal ranks are drawn together: there are at most 101 kinds of one image.
    kinds, often = np.unique(found, axis=0, return_counts=True)
    kinds = kinds.astype(np.float64)
    weights = np.random.default_rng(seed).multinomial(count, often / count, draws)
    drawn = _recalls(weights.astype(np.float64) @ kinds)
    ends = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0, method="nearest")
    return RecallCurve(_recalls(often[None, :] @ kinds)[0], ends[0], ends[1])


def _recalls(found: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return recall@k from counts by rank, shape (draws, DEPTH + 1) to (draws, DEPTH)."""
    return np.cumsum(found, axis=1)[:, :DEPTH] / found.sum(axis=1, keepdims=True)


def log_bins(largest: int, *, zero: bool = False) -> tuple[tuple[int, int], ...]:
    """Return bins (first, last) of about equal width on a logarithmic scale: 1, 2–3, 4–10, 11–30 …

    Args:
        largest: The last bin holds it.
        zero: Begin with a bin for 0 alone.
    """
    bins, last, step = [(0, 0)] if zero else [], 0, 1
    while last < largest:
        for end in (step, 3 * step):
            if last < largest:
                bins.append((last + 1, end))
                last = end
        step *= 10
    return tuple(bins)


def binned(values: Ranks, bins: tuple[tuple[int, int], ...]) -> NDArray[np.int64]:
    """Return how many whole numbers lie in each bin, shape (bins,)."""
    return np.array([((values >= a) & (values <= b)).sum() for a, b in bins], np.int64)
