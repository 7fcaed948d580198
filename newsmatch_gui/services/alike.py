"""Pictures of a ranking that show nearly the same as a better ranked one."""

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.alike import leaders
from newsmatch_gui.domain.learning import NEAR_DUPLICATE
from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.services.ranking import Pool

FOLDED = 600  # candidates from the best on that are compared; milliseconds, whatever the pool


def alike(pool: Pool, ranking: Ranking) -> NDArray[np.int64]:
    """Return for each of the first candidates which one it is folded beneath.

    Photos of the same content share a vector, so they are folded too.

    Returns:
        Places in the ranking, its own for a candidate that stays; shape (at most 600,).
    """
    return leaders(pool.image_vectors(ranking.order[:FOLDED]), NEAR_DUPLICATE)
