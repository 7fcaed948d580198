"""Tuning what rankers are told, on pairs of the training collection that nothing was fitted to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.fusion import z_norm
from newsmatch_gui.domain.hubness import (
    activated,
    bank_bias,
    bank_mass,
    dual_softmax,
    nearest_neighbour_normalised,
    qb_norm,
)
from newsmatch_gui.domain.measures import measure
from newsmatch_gui.domain.ranking import Scores, true_rank

S = TypeVar("S")

# Shares of the bank instead of numbers, since the bank is smaller in tuning than in use.
SHARES = (1 / 256, 1 / 128, 1 / 64, 1 / 32, 1 / 16, 1 / 8)
ALPHAS = tuple(step / 8 for step in range(13))
# Temperatures in spreads of the scores, so that they carry over between models.
MEMORY_TEMPERATURES = (0.02, 0.03, 0.05, 0.1)
MEMORY_WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0)
TEMPERATURES = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0)


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """Pairs that the scores' model has not seen, and a bank that it may have.

    Attributes:
        scores: Shape (articles, images); row i's true image is column i.
        bank: Scores of other headlines with the same images, shape (headlines, images).
        recall: What the memory of the other pairs says, for a temperature; shape of ``scores``.
    """

    scores: Scores
    bank: Scores
    recall: Callable[[float], Scores]


@dataclass(frozen=True, slots=True)
class Tuned:
    """Settings of the corrections.

    Attributes:
        share: NNN: part of the bank that counts for an image's bias.
        alpha: NNN: strength.
        dual: Temperature of the dual softmax, in spreads of the scores.
        query_bank: Temperature of QB-Norm, in spreads of the bank's scores.
        memory: Temperature of the memory of past pairs, in cosine.
        weight: How much the memory counts beside the cosine, both z-normalised.
    """

    share: float = 1 / 32
    alpha: float = 0.75
    dual: float = 0.5
    query_bank: float = 0.5
    memory: float = 0.05
    weight: float = 0.2

    def k(self, bank: int) -> int:
        """Return how many of a bank of that size count."""
        return max(1, round(self.share * bank))


def tune(folds: Sequence[Fold]) -> Tuned:
    """Return the settings of the best mean MRR@100 over the folds; the first of equals.

    Args:
        folds: At least one.
    """
    share, alpha = _best([_by_nnn(fold) for fold in folds])
    memory, weight = _best([_by_memory(fold) for fold in folds])
    return Tuned(
        share, alpha, _best([_by_dual(f) for f in folds]), _best([_by_bank(f) for f in folds]),
        memory, weight,
    )  # fmt: skip


def _best(folds: Sequence[dict[S, float]]) -> S:
    return max(folds[0], key=lambda setting: sum(found[setting] for found in folds))


def _by_nnn(fold: Fold) -> dict[tuple[float, float], float]:
    found = {}
    for share in SHARES:
        bias = bank_bias(fold.bank, Tuned(share).k(len(fold.bank)))
        for alpha in ALPHAS:
            corrected = nearest_neighbour_normalised(fold.scores, bias, alpha)
            found[share, alpha] = own_mrr(corrected)
    return found


def _by_memory(fold: Fold) -> dict[tuple[float, float], float]:
    found, plain = {}, z_norm(fold.scores)
    for temperature in MEMORY_TEMPERATURES:
        recalled = z_norm(fold.recall(temperature))
        for weight in MEMORY_WEIGHTS:
            found[temperature, weight] = own_mrr(plain + weight * recalled)
    return found


def _by_dual(fold: Fold) -> dict[float, float]:
    return {t: own_mrr(dual_softmax(fold.scores, sharpness(t, fold.scores))) for t in TEMPERATURES}


def _by_bank(fold: Fold) -> dict[float, float]:
    hubs, found = activated(fold.bank), {}
    for temperature in TEMPERATURES:
        sharp = sharpness(temperature, fold.bank)
        found[temperature] = own_mrr(qb_norm(fold.scores, bank_mass(fold.bank, sharp), hubs, sharp))
    return found


def sharpness(temperature: float, scores: Scores) -> float:
    """Return a temperature in units of the scores, given one in spreads; never 0."""
    return max(temperature * float(scores.std()), 1e-6)


def own_mrr(scores: Scores) -> float:
    """Return MRR@100 of scores whose true image is on the diagonal."""
    places = np.arange(len(scores))
    return measure(ranks_in(scores, places, places), scores.shape[1]).mrr


def ranks_in(
    scores: Scores, rows: NDArray[np.int64], places: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the rank from 1 of true images, ties in pool order.

    Args:
        scores: Shape (articles, images).
        rows: Row of each true image's article, shape (pairs,).
        places: Its place in the pool, shape (pairs,).
    """
    pairs = zip(rows, places, strict=True)
    return np.array([true_rank(scores[row], place) for row, place in pairs], np.int64)
