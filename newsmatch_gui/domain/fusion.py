"""Fusing the scores of several models, readings or ways of searching into one ranking.

All of it is inductive: what is done to one article's scores needs only that article and the pool.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.ranking import Scores

RRF_K = 60  # of Cormack et al.; ranks far down the lists hardly count


def z_norm(scores: Scores) -> NDArray[np.float64]:
    """Return each article's scores with mean 0 and spread 1 over the pool; flat rows become 0.

    Args:
        scores: Shape (articles, images).
    """
    scores = scores.astype(np.float64)
    spread = scores.std(axis=1, keepdims=True)
    centred = scores - scores.mean(axis=1, keepdims=True)
    # Rounding alone gives a flat row a spread of some 1e-17.
    return np.where(spread > 1e-12, centred / np.maximum(spread, 1e-12), 0.0)


def comb_sum(runs: Sequence[Scores]) -> NDArray[np.float64]:
    """Return the sum of the runs' z-normalised scores (CombSUM, Fox and Shaw 1994).

    Args:
        runs: Scores of each model over the same articles and images, (articles, images) each.

    Raises:
        ValueError: No runs.
    """
    if not runs:
        raise ValueError("there is nothing to fuse")
    return np.sum([z_norm(run) for run in runs], axis=0)


def ranks_of(scores: Scores) -> NDArray[np.int64]:
    """Return each image's rank from 1 for each article, ties in pool order; same shape."""
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.empty_like(order)
    places = np.broadcast_to(np.arange(1, scores.shape[1] + 1), order.shape)
    np.put_along_axis(ranks, order, places, axis=1)
    return ranks


def reciprocal_rank_fusion(runs: Sequence[Scores], k: int = RRF_K) -> NDArray[np.float64]:
    """Return the sum of 1 / (k + rank) over the runs (Cormack, Clarke and Büttcher 2009).

    Args:
        runs: Scores of each model over the same articles and images, (articles, images) each.
        k: Damps the first ranks.

    Raises:
        ValueError: No runs.
    """
    if not runs:
        raise ValueError("there is nothing to fuse")
    return np.sum([1.0 / (k + ranks_of(run)) for run in runs], axis=0)


def reranked(scores: Scores, finer: Scores, top: int = 100) -> NDArray[np.float64]:
    """Return scores by which each article's first ``top`` images stand in a finer order.

    Args:
        scores: What chooses the first images and orders the rest, shape (articles, images).
        finer: What orders the first images, same shape; only those are looked at.
        top: How many are ordered anew.
    """
    ranks = ranks_of(scores)
    moved = -ranks.astype(np.float64)  # the order as it was
    shown = ranks <= top
    fine = np.where(shown, finer, -np.inf)
    # Ranks again, so that whatever scale the finer scores have they end above all others.
    return np.where(shown, -ranks_of(fine).astype(np.float64), moved)


def hybrid(words: Scores, pictures: Scores, weight: float) -> NDArray[np.float64]:
    """Return scores by words in texts and by what pictures show, fused with a weight.

    Both are put on one scale first: 0 is a picture that nothing speaks for (none of the words; as
    similar as the average picture) and 1 the best of this query. Each picture has both scores
    before they are fused, 0 where no word was found, so that none is left out for lacking one:
    the way of the picture desk of the Guardian (github.com/guardian/grid, ``ElasticSearch.scala``).

    Args:
        words: How well each picture's texts match, 0 for not at all, shape (images,).
        pictures: Similarity of each picture, any scale, shape (images,).
        weight: 0 counts only words, 1 only pictures.
    """
    best = words.max(initial=0.0)
    by_words = words / best if best > 0 else words.astype(np.float64)
    by_sight = z_norm(pictures[None, :])[0] if len(pictures) else pictures.astype(np.float64)
    highest = by_sight.max(initial=0.0)
    if highest > 0:
        by_sight = by_sight / highest
    return (1 - weight) * by_words + weight * by_sight


def compounded(
    wanted: Sequence[tuple[Scores, float]], unwanted: Sequence[Scores]
) -> NDArray[np.float64]:
    """Return one score per picture of what it shall and what it shall not resemble.

    Similarities to a text and to a picture lie on different scales, so each is z-normalised over
    the pool first. What is unwanted only takes away, from pictures that are more like it than the
    average one: unlikeness to it is no merit.

    Args:
        wanted: (scores of shape (images,), weight) each; a negative weight makes it unwanted.
        unwanted: Scores of shape (images,) each.

    Raises:
        ValueError: Nothing is wanted and nothing unwanted.
    """
    parts = [(z_norm(scores[None, :])[0], weight) for scores, weight in wanted]
    parts += [(z_norm(scores[None, :])[0], -1.0) for scores in unwanted]
    if not parts:
        raise ValueError("there is nothing to fuse")
    total = sum(
        weight * (scores if weight > 0 else np.maximum(scores, 0)) for scores, weight in parts
    )
    return np.asarray(total, np.float64)
