"""Exact nearest-neighbour ranking and the honest score shown beside a candidate."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.reading import Combine

Vectors = NDArray[np.float32]
Scores = NDArray[np.floating]
"""Of texts against images; each row is one article's scores of the whole pool."""


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """All candidates of one query, best first.

    Attributes:
        order: Pool positions, best first, shape (candidates,).
        scores: Cosine similarity in the same order, shape (candidates,).
        mean: Mean score over the whole pool.
        spread: Standard deviation of the scores over the whole pool.
        likely: How many of the first stand out, see ``domain.cut_off``; None when nobody asked.
        leaders: For each of the first, the place of the one that it is folded beneath, see
            ``domain.alike``; None when nobody asked.
    """

    order: NDArray[np.int64]
    scores: NDArray[np.float32]
    mean: float
    spread: float
    likely: int | None = None
    leaders: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self.order)

    def first(self, count: int, *, folded: bool) -> NDArray[np.int64]:
        """Return the pool positions of the first candidates, without those folded beneath one."""
        if self.leaders is None or not folded:
            return self.order[:count]
        own = self.leaders == np.arange(len(self.leaders))
        return self.order[: len(own)][own][:count]

    def lead(self, place: int) -> float:
        """Return how far the candidate stands above this query's average, in std deviations.

        A raw cosine means something else for every query and model; the distance from the
        query's own average, in units of its own spread, can be compared between articles.
        """
        if self.spread <= 0:
            return 0.0
        return float((self.scores[place] - self.mean) / self.spread)

    def margin(self, place: int) -> float:
        """Return the distance to the next candidate, in std deviations (0 for the last)."""
        if place + 1 >= len(self.order) or self.spread <= 0:
            return 0.0
        return float((self.scores[place] - self.scores[place + 1]) / self.spread)


def similarity(vectors: Vectors, query: Vectors) -> Vectors:
    """Return the cosine scores (n,) of unit ``vectors`` (n, d) against a unit ``query`` (d,)."""
    return vectors @ query


def combine(
    scores: Vectors, weights: Vectors, how: Combine, *, temperature: float = 0.05
) -> Vectors:
    """Make one score per image of the scores of an article's parts.

    Args:
        scores: Cosines, shape (parts, n).
        weights: How much each part counts, shape (parts,), not all zero.
        how: ``max`` takes the best part and knows no weights; ``mean`` weighs the parts;
            ``softmax`` weighs them, for each image anew, by how well they fit it too.
        temperature: Of the softmax, in cosine; towards 0 it becomes the maximum, towards
            infinity the mean.

    Returns:
        Scores, shape (n,).
    """
    if len(scores) == 1:
        return scores[0]
    if how is Combine.MAX:
        return scores.max(axis=0)
    share = (weights / weights.sum())[:, None].astype(np.float32)
    if how is Combine.MEAN:
        return (share * scores).sum(axis=0)
    # Shifted by the best score, so that the exponential cannot overflow.
    fitting = share * np.exp((scores - scores.max(axis=0)) / temperature)
    return (fitting * scores).sum(axis=0) / fitting.sum(axis=0)


def rank(scores: Vectors, *, top: int | None = None) -> Ranking:
    """Rank the pool by score, ties in pool order.

    Args:
        scores: Cosine scores, shape (n,).
        top: Keep only so many; None keeps all.

    Returns:
        The ranking; an empty pool gives an empty ranking.
    """
    count = len(scores)
    keep = count if top is None else min(top, count)
    if count == 0 or keep == 0:
        return Ranking(np.empty(0, np.int64), np.empty(0, np.float32), 0.0, 0.0)
    if keep < count:
        # The k-th best score, then everything at least as good: equal scores at the edge
        # must be cut in pool order too, which a bare argpartition would not guarantee.
        edge = np.partition(scores, count - keep)[count - keep]
        found = np.flatnonzero(scores >= edge)
        order = found[_descending(scores[found])][:keep]
    else:
        order = _descending(scores)
    return Ranking(order, scores[order], float(scores.mean()), float(scores.std()))


def _descending(scores: Vectors) -> NDArray[np.int64]:
    """Sort positions by falling score, ties in pool order.

    The plain sort is vectorised and several times as fast as the stable one, which is needed
    only where scores are equal: seldom, and then for a few photos that repeat.
    """
    order = np.argsort(-scores)
    ordered = scores[order]
    if (ordered[1:] == ordered[:-1]).any():
        return np.argsort(-scores, kind="stable")
    return order


def true_ranks(text: Vectors, images: Vectors, truth: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rank (from 1) of each article's true image, ties in pool order.

    Args:
        text: Unit article vectors, shape (articles, d).
        images: Unit image vectors, shape (pool, d).
        truth: Pool position of each article's image, shape (articles,).

    Returns:
        Ranks, shape (articles,). Computed in blocks, so memory stays bounded.
    """
    ranks = np.empty(len(text), np.int64)
    positions = np.arange(len(images))
    block = max(1, 20_000_000 // max(1, len(images)))
    for start in range(0, len(text), block):
        scores = text[start : start + block] @ images.T
        wanted = truth[start : start + block]
        own = scores[np.arange(len(wanted)), wanted][:, None]
        ahead = (scores > own).sum(axis=1)
        tied = ((scores == own) & (positions[None, :] < wanted[:, None])).sum(axis=1)
        ranks[start : start + block] = 1 + ahead + tied
    return ranks


def true_rank(scores: Vectors, place: int) -> int:
    """Return the rank (from 1) of the image at a pool position, ties in pool order."""
    ahead = int((scores > scores[place]).sum())
    return 1 + ahead + int((scores[:place] == scores[place]).sum())
