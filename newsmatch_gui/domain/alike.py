"""Folding pictures that show nearly the same beneath the best ranked of them."""

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.ranking import Vectors

_BLOCK = 150  # rows compared at a time, so that hardly any pair is computed twice


def leaders(vectors: Vectors, threshold: float) -> NDArray[np.int64]:
    """Return for each of several pictures which one it is folded beneath.

    Going down the ranking, a picture is folded beneath the first one above it that is not folded
    itself and lies over the threshold; so whatever is folded is near the picture that is shown,
    not merely near another folded one.

    Args:
        vectors: Unit vectors of the pictures, best ranked first, shape (n, dim).
        threshold: Cosine above which two pictures are taken for the same.

    Returns:
        Place of the picture it is folded beneath, its own place for one that stays; shape (n,).
    """
    count = len(vectors)
    found = np.arange(count)
    for start in range(0, count, _BLOCK):
        near = vectors[start : start + _BLOCK] @ vectors[: start + _BLOCK].T > threshold
        near = np.tril(near, start - 1)  # only what is ranked better
        for row in near.any(axis=1).nonzero()[0]:
            above = near[row].nonzero()[0]
            above = above[found[above] == above]
            if len(above):
                found[start + row] = above[0]
    return found
