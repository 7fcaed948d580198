"""Vectors of many dimensions on a map, and what lies inside a lasso on it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh

from newsmatch_gui.domain.ranking import Vectors

Points = NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Plane:
    """The plane in which vectors spread most.

    Attributes:
        axes: Two orthogonal unit vectors, the one of more variance first; shape (dim, 2).
        explained: Share of the whole variance along each axis, shape (2,).
    """

    axes: NDArray[np.float64]
    explained: NDArray[np.float64]


def centred(vectors: Vectors) -> Vectors:
    """Return vectors minus their mean, shape (n, dim).

    Images and texts of CLIP lie in two narrow cones apart from each other, the modality gap
    (Liang et al., NeurIPS 2022). It is nearly the same shift for every pair, so that taking off
    each modality's own mean lays them over each other (Zhang et al., ICLR 2024) and changes no
    distance within one.
    """
    return vectors - vectors.mean(axis=0, dtype=np.float64).astype(np.float32)


def principal_plane(vectors: Vectors) -> Plane:
    """Return the first two principal components of centred vectors (Pearson 1901).

    They are the first right singular vectors, found as the eigenvectors of the covariance, which
    does not grow with the number of vectors. The sign is made definite: of each axis the component
    of largest size is positive.

    Args:
        vectors: Shape (n, dim), n at least 1 and dim at least 2, with mean 0.
    """
    covariance = (vectors.T @ vectors).astype(np.float64) / len(vectors)
    dim = len(covariance)
    variances, directions = eigh(covariance, subset_by_index=(dim - 2, dim - 1))
    axes = directions[:, ::-1]
    largest = axes[np.abs(axes).argmax(axis=0), [0, 1]]
    total = np.trace(covariance)
    shares = variances[::-1].clip(0) / total if total > 0 else np.zeros(2)
    return Plane(axes * np.where(largest < 0, -1.0, 1.0), shares)


def inside(points: Points, polygon: Points) -> NDArray[np.bool_]:
    """Tell which points lie inside a closed polygon, which may cross itself (even-odd rule).

    A ray to the right crosses its border an odd number of times (Shimrat 1962). Each side is
    tried only against points between its ends, found by one sort.

    Args:
        points: Shape (n, 2).
        polygon: Its corners in order, shape (corners, 2); fewer than 3 hold nothing.

    Returns:
        Shape (n,).
    """
    order = np.argsort(points[:, 1], kind="stable")
    across, upwards = points[order, 0], points[order, 1]
    odd = np.zeros(len(points), bool)
    ends = np.roll(polygon, -1, axis=0)
    low, high = np.minimum(polygon, ends)[:, 1], np.maximum(polygon, ends)[:, 1]
    # Half open, so that a corner between two sides counts once.
    first, last = np.searchsorted(upwards, low), np.searchsorted(upwards, high)
    for (x, y), (to_x, to_y), start, stop in zip(polygon, ends, first, last, strict=True):
        if start < stop:
            share = (upwards[start:stop] - y) / (to_y - y)
            odd[start:stop] ^= across[start:stop] < x + share * (to_x - x)
    found = np.empty_like(odd)
    found[order] = odd
    return found
