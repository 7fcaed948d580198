"""Measures and ranking against naive versions of themselves."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmatch_gui.domain.measures import DEPTH, measure
from newsmatch_gui.domain.progress import Pace, Progress
from newsmatch_gui.domain.ranking import rank, true_rank, true_ranks
from newsmatch_gui.domain.records import tags_of


def naive_measures(ranks: list[int]) -> dict[str, float]:
    """The task evaluator, word by word: walk the first 100 predictions of each article."""
    reciprocal, hits = 0.0, dict.fromkeys((1, 5, 10, 50, 100), 0)
    for own in ranks:
        for place in range(1, DEPTH + 1):
            if place == own:
                reciprocal += 1 / place
                for k in hits:
                    hits[k] += place <= k
    n = len(ranks)
    return {"mrr@100": reciprocal / n, **{f"recall@{k}": hits[k] / n for k in hits}}


@given(st.lists(st.integers(1, 400), min_size=1, max_size=60))
def test_measures_agree_with_the_naive_evaluator(ranks: list[int]) -> None:
    fields = measure(np.array(ranks), pool=400).as_json()
    for name, value in naive_measures(ranks).items():
        assert fields[name] == pytest.approx(value)
    assert fields["match_in_100"] == sum(r <= 100 for r in ranks)


def test_measures_refuse_nonsense() -> None:
    with pytest.raises(ValueError, match="no article"):
        measure(np.array([], np.int64), pool=3)
    with pytest.raises(ValueError, match="count from 1"):
        measure(np.array([0]), pool=3)


def test_random_ranking_scores_what_chance_gives() -> None:
    pool = 300
    got = measure(np.random.default_rng(0).integers(1, pool + 1, 200_000), pool)
    assert got.mrr == pytest.approx(5.187 / pool, rel=0.05)  # the harmonic number of 100
    for k, found in got.recall.items():
        assert found == pytest.approx(k / pool, rel=0.05)


def naive_ranks(text: np.ndarray, images: np.ndarray, truth: np.ndarray) -> list[int]:
    ranks = []
    for vector, own in zip(text, truth, strict=True):
        scores = [float(vector @ image) for image in images]
        order = sorted(range(len(images)), key=lambda place: (-scores[place], place))
        ranks.append(order.index(own) + 1)
    return ranks


@given(st.integers(0, 2**32 - 1), st.integers(1, 12), st.integers(1, 9))
def test_true_ranks_agree_with_sorting_everything(seed: int, articles: int, pool: int) -> None:
    rng = np.random.default_rng(seed)
    # Few distinct values, so that ties are common.
    text = rng.integers(-1, 2, (articles, 3)).astype(np.float32)
    images = rng.integers(-1, 2, (pool, 3)).astype(np.float32)
    truth = rng.integers(0, pool, articles)
    expected = naive_ranks(text, images, truth)
    assert list(true_ranks(text, images, truth)) == expected
    alone = [true_rank(images @ text[row], int(own)) for row, own in enumerate(truth)]
    assert alone == expected


@given(st.lists(st.floats(-1, 1, width=16), min_size=0, max_size=40), st.integers(1, 50))
def test_top_k_is_the_head_of_the_full_ranking(values: list[float], top: int) -> None:
    scores = np.array(values, np.float32)
    full, head = rank(scores), rank(scores, top=top)
    assert list(head.order) == list(full.order[:top])
    assert list(full.order) == sorted(range(len(values)), key=lambda i: (-scores[i], i))


def test_lead_is_measured_in_the_querys_own_spread() -> None:
    ranking = rank(np.array([0.1, 0.3, 0.2], np.float32))
    scaled = rank(np.array([1.0, 3.0, 2.0], np.float32) + 5)
    assert ranking.lead(0) == pytest.approx(scaled.lead(0), rel=1e-4)
    assert ranking.lead(0) > 0 > ranking.lead(2)
    apart = 0.1 / np.std([0.1, 0.3, 0.2])
    assert ranking.lead(0) == pytest.approx(apart, rel=1e-4)
    assert ranking.margin(0) == pytest.approx(apart, rel=1e-4)
    assert ranking.margin(2) == 0  # there is none behind it
    flat = rank(np.full(3, 0.5, np.float32))
    assert flat.lead(0) == flat.margin(0) == 0


def test_pace_knows_rate_and_time_left() -> None:
    pace = Pace()
    assert pace.update(Progress(10, 100, "indexing"), 0.0) == (0.0, None)
    rate, left = pace.update(Progress(30, 100, "indexing"), 2.0)
    assert (rate, left) == (10.0, 7.0)
    assert pace.update(Progress(0, 50, "reading"), 3.0) == (0.0, None)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("oilers;nate perleberg|parker co", ("oilers", "nate perleberg", "parker co")),
        ("Köln, Deutschland; Sport", ("Köln, Deutschland", "Sport")),
        ("Sport, royal family ,", ("Sport", "royal family")),
        (" ;|", ()),
        ("", ()),
    ],
)
def test_tags_stand_apart(tags: str, found: tuple[str, ...]) -> None:
    assert tags_of(tags) == found
