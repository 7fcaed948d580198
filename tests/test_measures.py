"""Measures, intervals and tests against naive versions of themselves."""

import time
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmatch_gui.domain import comparison
from newsmatch_gui.domain.comparison import compare, intervals
from newsmatch_gui.domain.measures import MISSED, RECALL_AT, largest_mrr, measure


def naive(rankings: list[list[int]], truths: list[set[int]]) -> dict[str, float]:
    """Walk every ranking from its head, as the task's evaluator does."""
    images = sum(map(len, truths))
    found = {"mrr@100": 0.0} | {f"{m}@{k}": 0.0 for m in ("recall", "precision") for k in RECALL_AT}
    for ranking, truth in zip(rankings, truths, strict=True):
        for place, image in enumerate(ranking[:100], start=1):
            if image not in truth:
                continue
            found["mrr@100"] += 1 / place / images
            for k in RECALL_AT:
                if place <= k:
                    found[f"recall@{k}"] += 1 / images
                    found[f"precision@{k}"] += 1 / k / len(truths)
    return found


@st.composite
def runs(draw: st.DrawFn) -> tuple[list[list[int]], list[set[int]]]:
    """Rankings by scores with many ties, more than 100 candidates, some articles missing."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    articles, pool = draw(st.integers(1, 12)), draw(st.integers(1, 250))
    levels = draw(st.integers(1, 60))
    rankings, truths = [], []
    for _ in range(articles):
        scores = rng.integers(0, levels, pool)
        order = sorted(range(pool), key=lambda place: (-scores[place], place))
        rankings.append([] if rng.random() < 0.2 else order)
        truths.append(set(rng.choice(pool, min(pool, int(rng.integers(1, 4))), replace=False)))
    return rankings, truths


@given(runs())
def test_measures_agree_with_walking_every_ranking(
    run: tuple[list[list[int]], list[set[int]]],
) -> None:
    rankings, truths = run
    pairs = [(article, image) for article, truth in enumerate(truths) for image in sorted(truth)]
    ranks = [
        rankings[article].index(image) + 1 if rankings[article] else MISSED
        for article, image in pairs
    ]
    owner = np.array([article for article, _ in pairs])
    fields = measure(np.array(ranks, np.int64), 250, owner).as_json()
    for name, value in naive(rankings, truths).items():
        assert fields[name] == pytest.approx(value), name
    middle = float(np.median([np.inf if rank == MISSED else rank for rank in ranks]))
    assert fields["median_rank"] == (middle if np.isfinite(middle) else None)
    assert fields["match_in_100"] == sum(rank <= 100 for rank in ranks)


def naive_bootstrap(ranks: list[int], draws: int, seed: int) -> tuple[float, float]:
    rng = np.random.default_rng(seed)
    means = []
    for _ in range(draws):
        drawn = [ranks[place] for place in rng.integers(0, len(ranks), len(ranks))]
        means.append(sum(1 / rank for rank in drawn if rank <= 100) / len(drawn))
    return float(np.quantile(means, 0.025)), float(np.quantile(means, 0.975))


def test_intervals_agree_with_resampling_one_by_one() -> None:
    ranks = [int(rank) for rank in np.random.default_rng(3).integers(1, 300, 120)]
    low, high = naive_bootstrap(ranks, 4_000, 9)
    found = intervals(np.array(ranks), draws=4_000)["mrr@100"]
    assert found.low == pytest.approx(low, abs=0.003)
    assert found.high == pytest.approx(high, abs=0.003)


@pytest.mark.parametrize("count", [1, 2, 41, 120])
def test_intervals_of_the_median_agree_with_resampling(count: int) -> None:
    rng = np.random.default_rng(count)
    ranks = rng.integers(1, 300, count)
    drawn = np.median(ranks[rng.integers(0, count, (4_000, count))], axis=1)
    found = intervals(ranks, draws=4_000)["median_rank"]
    several = intervals(np.append(ranks, ranks), np.append(*[np.arange(count)] * 2), draws=4_000)
    for interval in (found, several["median_rank"]):
        assert interval.low == pytest.approx(np.quantile(drawn, 0.025), abs=12)
        assert interval.high == pytest.approx(np.quantile(drawn, 0.975), abs=12)


@given(st.lists(st.integers(1, 400), min_size=1, max_size=40), st.integers(1, 5))
@settings(max_examples=30)
def test_every_interval_holds_its_measure_or_nearly(ranks: list[int], share: int) -> None:
    owner = np.arange(len(ranks)) // share
    fields = measure(np.array(ranks), 400, owner).as_json()
    found = intervals(np.array(ranks), owner, draws=200)
    assert set(found) == set(fields) - {"n", "pool"}
    for name, interval in found.items():
        assert interval.low <= interval.high
        if len(set(ranks)) == 1 and name not in ("match_in_100",) and share == 1:
            assert interval.low == pytest.approx(fields[name])


def test_intervals_cover_the_truth_about_as_often_as_they_say() -> None:
    rng = np.random.default_rng(5)
    true = sum(0.2 * 0.8 ** (rank - 1) / rank for rank in range(1, 101))
    inside = 0
    for trial in range(200):
        found = intervals(rng.geometric(0.2, 150), draws=300, seed=trial)["mrr@100"]
        inside += found.low <= true <= found.high
    assert 0.9 <= inside / 200 <= 0.99


def test_a_median_that_was_missed_stays_finite_nowhere() -> None:
    ranks = np.array([1, MISSED, MISSED], np.int64)
    assert measure(ranks, 9).as_json()["median_rank"] is None
    assert intervals(ranks, draws=50)["median_rank"].as_json()[1] is None


def p_of(first: np.ndarray, second: np.ndarray, **options: int) -> dict[str, float]:
    return {d.measure: d.p for d in compare(first, second, **options)}


@given(st.lists(st.integers(1, 400), min_size=1, max_size=50), st.integers(1, 4))
@settings(max_examples=25)
def test_identical_rankings_never_differ(ranks: list[int], share: int) -> None:
    same = np.array(ranks)
    for d in compare(same, same.copy(), np.arange(len(ranks)) // share, draws=50, shuffles=200):
        assert (d.p, d.difference) == (1, 0)
        assert (d.interval.low, d.interval.high) == (0, 0)


def test_as_many_are_drawn_in_several_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparison, "_CELLS", 100)
    same = np.arange(1, 31)
    assert all(d.p == 1 for d in compare(same, same.copy(), draws=50, shuffles=200))


def test_strongly_different_rankings_do() -> None:
    rng = np.random.default_rng(0)
    good, bad = rng.integers(1, 10, 300), rng.integers(50, 400, 300)
    for d in compare(bad, good, shuffles=2_000):
        if d.measure in ("mrr@100", "recall@10", "recall@100", "median_rank"):
            assert d.p < 0.001
            falls = d.measure == "median_rank"
            assert (d.interval.low > 0, d.interval.high < 0) == (not falls, falls)
    swapped = {d.measure: d for d in compare(good, bad, shuffles=2_000)}
    assert swapped["mrr@100"].difference < 0 < swapped["median_rank"].difference


def test_chance_is_as_rare_as_it_says() -> None:
    rng = np.random.default_rng(1)
    found = [
        p_of(rng.integers(1, 200, 60), rng.integers(1, 200, 60), shuffles=300, draws=2)["mrr@100"]
        for _ in range(200)
    ]
    assert 0.01 <= np.mean(np.array(found) < 0.05) <= 0.11


def test_the_randomisation_test_agrees_with_all_swaps() -> None:
    first, second = np.array([1, 5, 2, 90, 7, 300, 12]), np.array([2, 1, 1, 30, 9, 40, 3])
    change = np.where(second <= 100, 1 / second, 0) - np.where(first <= 100, 1 / first, 0)
    swaps = 1 - 2 * ((np.arange(2**7)[:, None] >> np.arange(7)) & 1)
    exact = np.mean(np.abs(swaps @ change) >= abs(change.sum()) - 1e-12)
    assert p_of(first, second, shuffles=20_000)["mrr@100"] == pytest.approx(exact, abs=0.015)


def test_comparing_other_images_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="the same images"):
        compare(np.array([1]), np.array([1, 2]))


def test_the_largest_mrr_is_reached_by_the_best_ranks() -> None:
    ranks = np.array([1, 2, 2, 6, 11, 51, MISSED])
    found = measure(ranks, 100)
    assert largest_mrr(found.recall) == pytest.approx(found.mrr)


def test_a_comparison_ends_when_asked() -> None:
    ranks, asked = np.arange(1, 20_001), []

    def tick() -> None:
        asked.append(time.monotonic())
        if len(asked) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        compare(ranks, ranks[::-1], shuffles=10**9, tick=tick)
    assert max(later - earlier for earlier, later in pairwise(asked)) < 1
