"""Groups of what hangs together: by what it shares, or by high cosines of its images."""

from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.ranking import Vectors

Places = NDArray[np.int64]


def near_pairs(
    vectors: Vectors, start: int, end: int, threshold: float
) -> tuple[Places, Places, Vectors]:
    """Return the pairs of near vectors whose first one lies in a block of rows.

    Args:
        vectors: Unit vectors, shape (n, dim).
        start: First row of the block.
        end: The row after its last one.
        threshold: Cosine that a pair lies above.

    Returns:
        (first, second, cosine), each of shape (pairs,) and the first before the second.
    """
    cosines = vectors[start:end] @ vectors[start:].T
    first, second = np.nonzero(np.triu(cosines > threshold, 1))
    return first + start, second + start, cosines[first, second]


def joined(groups: Places, first: Places, second: Places) -> Places:
    """Return group numbers after pairs were found to belong together.

    Args:
        groups: Number of the group of each place, from 0 without gaps; shape (n,).
        first: Of each pair, a place; shape (pairs,).
        second: The other one.

    Returns:
        New numbers, from 0 without gaps, rising with the first place of each group; shape (n,).
    """
    from scipy.sparse import coo_array  # late: a window shows up before anything is compared
    from scipy.sparse.csgraph import connected_components

    if len(first) == 0:
        return groups
    count = int(groups.max()) + 1
    links = coo_array((np.ones(len(first), bool), (groups[first], groups[second])), (count, count))
    return connected_components(links, directed=False)[1].astype(np.int64)[groups]


def numbered(names: Sequence[Hashable]) -> Places:
    """Return a number for each name, from 0 in the order of their first places; shape (n,)."""
    number = {name: place for place, name in enumerate(dict.fromkeys(names))}
    return np.array([number[name] for name in names], np.int64)


def members(groups: Places) -> tuple[Places, ...]:
    """Return the places of every group of at least two, the group with the first place first."""
    order = np.argsort(groups, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(groups[order])) + 1)
    return tuple(sorted((part for part in parts if len(part) > 1), key=lambda part: int(part[0])))
