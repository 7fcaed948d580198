"""Maps, curves, hubs and near-duplicates against naive versions of themselves, and their tabs."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from newsmatch_gui.domain.comparison import intervals
from newsmatch_gui.domain.curves import binned, log_bins, recall_curve
from newsmatch_gui.domain.duplicates import joined, members, near_pairs
from newsmatch_gui.domain.measures import RECALL_AT, measure
from newsmatch_gui.domain.projection import centred, inside, principal_plane

SEEDS = st.integers(0, 2**32 - 1)


# Projection ------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 60), st.integers(2, 24))
def test_the_plane_is_that_of_the_singular_vectors(seed: int, count: int, dim: int) -> None:
    rng = np.random.default_rng(seed)
    spread = rng.uniform(0.1, 3, dim)
    vectors = centred((rng.normal(size=(count, dim)) * spread + 5).astype(np.float32))
    assert np.abs(vectors.mean(axis=0)).max() < 1e-4
    plane = principal_plane(vectors)
    assert np.allclose(plane.axes.T @ plane.axes, np.eye(2), atol=1e-9)
    assert plane.explained[0] >= plane.explained[1] - 1e-12
    assert all(axis[np.abs(axis).argmax()] > 0 for axis in plane.axes.T)
    _, values, rows = np.linalg.svd(vectors.astype(np.float64), full_matrices=False)
    shares = values**2 / max(float((values**2).sum()), 1e-300)
    apart = np.append(values, 0.0)[:3]
    assume(len(values) > 2 and apart[0] - apart[1] > 1e-2 and apart[1] - apart[2] > 1e-2)
    assert np.allclose(plane.explained, shares[:2], atol=1e-6)
    for axis, reference in zip(plane.axes.T, rows[:2], strict=True):
        assert abs(abs(axis @ reference) - 1) < 1e-5


def naive_inside(point: np.ndarray, polygon: np.ndarray) -> bool:
    odd = False
    for number in range(len(polygon)):
        (x, y), (to_x, to_y) = polygon[number], polygon[(number + 1) % len(polygon)]
        if (y > point[1]) != (to_y > point[1]):
            odd ^= bool(point[0] < x + (point[1] - y) / (to_y - y) * (to_x - x))
    return odd


WHOLE = st.integers(-6, 6).map(float)


@settings(max_examples=150, deadline=None)
@given(
    arrays(np.float64, st.tuples(st.integers(0, 40), st.just(2)), elements=WHOLE),
    arrays(np.float64, st.tuples(st.integers(0, 12), st.just(2)), elements=WHOLE),
)
def test_a_lasso_holds_what_a_ray_says(points: np.ndarray, polygon: np.ndarray) -> None:
    # Whole numbers, so that points lie on corners and sides all the time.
    assert list(inside(points, polygon)) == [naive_inside(point, polygon) for point in points]


# Curves ----------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(1, 80), st.integers(1, 3))
def test_a_curve_goes_through_the_measures_within_its_band(
    seed: int, articles: int, each: int
) -> None:
    rng = np.random.default_rng(seed)
    owner = np.sort(rng.integers(0, articles, articles * each))
    ranks = np.ceil(rng.exponential(60, len(owner))).astype(np.int64).clip(1)
    curve = recall_curve(ranks, owner)
    expected = measure(ranks, 500, owner).recall
    assert [curve.recall[k - 1] for k in RECALL_AT] == pytest.approx(list(expected.values()))
    assert (np.diff(curve.recall) >= 0).all()
    assert (curve.low <= curve.recall + 1e-12).all() and (curve.recall <= curve.high + 1e-12).all()
    again = recall_curve(ranks, owner)
    assert np.array_equal(curve.low, again.low)


def test_the_band_is_as_wide_as_the_interval_of_the_measures() -> None:
    rng = np.random.default_rng(3)
    ranks = np.ceil(rng.exponential(60, 900)).astype(np.int64)
    owner = np.repeat(np.arange(300), 3)
    curve, known = recall_curve(ranks, owner), intervals(ranks, owner)
    for k in RECALL_AT:
        interval = known[f"recall@{k}"]
        assert curve.low[k - 1] == pytest.approx(interval.low, abs=0.012)
        assert curve.high[k - 1] == pytest.approx(interval.high, abs=0.012)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5_000), min_size=1, max_size=50), st.booleans())
def test_bins_hold_every_value_once(values: list[int], zero: bool) -> None:
    bins = log_bins(max(values), zero=zero)
    ends = [(0, -1), *bins] if zero else [(1, 0), *bins]
    assert all(b[0] == a[1] + 1 and b[1] >= b[0] for a, b in pairwise(ends))
    assert max(values) == 0 or bins[-1][0] <= max(values) <= bins[-1][1]
    counted = sum(value >= (0 if zero else 1) for value in values)
    assert binned(np.array(values), bins).sum() == counted


# Near-duplicates -------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 40), st.integers(1, 9), st.floats(0.3, 0.99))
def test_groups_are_those_of_brute_force(seed: int, count: int, block: int, over: float) -> None:
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(count, 4)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    groups, seen = np.arange(count), {}
    for start in range(0, count, block):
        first, second, cosines = near_pairs(vectors, start, start + block, over)
        seen |= dict(zip(zip(first, second, strict=True), cosines, strict=True))
        groups = joined(groups, first, second)
    near = {
        (a, b)
        for a in range(count)
        for b in range(a + 1, count)
        if vectors[a] @ vectors[b] > over + 1e-6
    }
    border = {
        (a, b)
        for a in range(count)
        for b in range(a + 1, count)
        if abs(vectors[a] @ vectors[b] - over) <= 1e-6
    }
    assume(not border)
    assert set(seen) == near
    reach = {place: {place} for place in range(count)}
    for a, b in near:
        together = reach[a] | reach[b]
        for place in together:
            reach[place] = together
    expected = {tuple(sorted(group)) for group in reach.values() if len(group) > 1}
    assert {tuple(map(int, group)) for group in members(groups)} == expected
