"""One image for each article: the benchmark is a re-matching, so its answers exclude each other.

Transductive by nature: which image an article gets depends on all the others under test. An
editor's article comes alone, so this is for experiments only.
"""

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.ranking import Scores

NONE = -1


def assign(scores: Scores) -> NDArray[np.int64]:
    """Return the image of each article in the matching of the largest total score.

    Solves the linear sum assignment problem (Kuhn 1955; SciPy's solver after Crouse 2016). With
    fewer images than articles some articles get none, -1.

    Args:
        scores: Shape (articles, images); finite.

    Returns:
        Places in the pool, shape (articles,).
    """
    from scipy.optimize import linear_sum_assignment

    chosen = np.full(len(scores), NONE, np.int64)
    rows, places = linear_sum_assignment(scores, maximize=True)
    chosen[rows] = places
    return chosen


def assigned_first(scores: Scores, chosen: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return scores that put each article's assigned image first and keep the order of the rest.

    An assignment says one image an article, the task wants a hundred: the others follow by the
    scores they had.

    Args:
        scores: Shape (articles, images).
        chosen: Of ``assign``, shape (articles,).
    """
    made = scores.astype(np.float64)
    rows = np.flatnonzero(chosen != NONE)
    made[rows, chosen[rows]] = np.inf
    return made
