"""Correcting hubs: images that stand near every text and crowd out the fitting ones.

In spaces of many dimensions a few points are the nearest neighbours of very many others
(Radovanović, Nanopoulos and Ivanović 2010). Every correction here asks how well an image suits
*other* texts and takes that off. What the other texts are decides the label: a bank of past
headlines makes it inductive, the articles under test themselves make it transductive.

Scores are matrices (texts, images); each row is one article's cosines with the whole pool.
"""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.measures import occurrence_skew
from newsmatch_gui.domain.ranking import Scores


class Knowledge(StrEnum):
    """What a ranker knows when it ranks the pool for an article.

    ``inductive``: this article, the pool, and what was learned before; fit for an editor.
    ``transductive``: all other articles under test too; fit for a benchmark only.
    """

    INDUCTIVE = "inductive"
    TRANSDUCTIVE = "transductive"


def bank_bias(bank: Scores, k: int) -> NDArray[np.float32]:
    """Return how well each image suits past headlines: the mean of its k best bank scores.

    Args:
        bank: Scores of past headlines, shape (headlines, images).
        k: How many count; all when there are fewer.

    Returns:
        Shape (images,).

    Raises:
        ValueError: An empty bank, or k below 1.
    """
    if len(bank) == 0 or k < 1:
        raise ValueError("the bank needs a headline, and k must be at least 1")
    k = min(k, len(bank))
    best = np.partition(bank, len(bank) - k, axis=0)[len(bank) - k :]
    return best.mean(axis=0, dtype=np.float64).astype(np.float32)


def nearest_neighbour_normalised(scores: Scores, bias: Scores, alpha: float) -> Scores:
    """Return scores minus ``alpha`` times each image's bias.

    Nearest neighbour normalisation (NNN, Chowdhury et al., EMNLP 2024). Inductive: the bias is
    known before an article comes.

    Args:
        scores: Shape (articles, images).
        bias: Of ``bank_bias``, shape (images,).
        alpha: Strength; 0 leaves the scores as they are.
    """
    return scores - alpha * bias[None, :]


def dual_softmax(scores: Scores, temperature: float) -> NDArray[np.float64]:
    """Return scores times the softmax of each image over all articles.

    The dual softmax of Cheng et al. (2021, CAMoE) at inference: s · softmax over articles of
    s / temperature. Transductive: an article's ranking depends on the other articles under test.

    Args:
        scores: Shape (articles, images).
        temperature: In units of the scores.
    """
    sharp = scores.astype(np.float64) / temperature
    sharp = np.exp(sharp - sharp.max(axis=0))
    return scores * (sharp / sharp.sum(axis=0))


def activated(bank: Scores) -> NDArray[np.bool_]:
    """Return which images are the best of at least one past headline, shape (images,).

    The activation set of QB-Norm for k = 1: the hubs, as far as the bank can tell.
    """
    found = np.zeros(bank.shape[1], bool)
    found[bank.argmax(axis=1)] = True
    return found


def bank_mass(bank: Scores, temperature: float) -> NDArray[np.float64]:
    """Return the logarithm of each image's sum of exp(score / temperature), shape (images,)."""
    sharp = bank.astype(np.float64) / temperature
    top = sharp.max(axis=0)
    return top + np.log(np.exp(sharp - top).sum(axis=0))


def qb_norm(
    scores: Scores, mass: NDArray[np.float64], hubs: NDArray[np.bool_], temperature: float
) -> NDArray[np.float64]:
    """Return scores under the dynamic inverted softmax of QB-Norm (Bogolin et al., CVPR 2022).

    An article whose best image is a hub is ranked by exp(s / temperature) over the image's sum in
    the bank; here by the logarithm of it, times the temperature, which ranks alike. Any other
    article keeps its scores. Inductive: bank and hubs are known before an article comes.

    Args:
        scores: Shape (articles, images).
        mass: Of ``bank_mass``, shape (images,).
        hubs: Of ``activated``, shape (images,).
        temperature: In units of the scores, the same as of ``mass``.
    """
    corrected = scores.astype(np.float64) - temperature * mass
    asks_hub = hubs[scores.argmax(axis=1)]
    return np.where(asks_hub[:, None], corrected, scores)


def hub_skew(scores: Scores, k: int = 10) -> float:
    """Return the skewness of how often each image is among an article's k best.

    The measure of hubness of Radovanović et al. (2010): E[(N − μ)³] / σ³ of the k-occurrences N;
    0 without hubs, and 0 when every image occurs equally often.

    Args:
        scores: Shape (articles, images).
        k: Length of the lists that are counted.
    """
    k = min(k, scores.shape[1])
    best = np.argpartition(-scores, k - 1, axis=1)[:, :k]
    return occurrence_skew(np.bincount(best.ravel(), minlength=scores.shape[1]))
