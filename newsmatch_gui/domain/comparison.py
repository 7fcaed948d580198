"""How sure a measure is, and whether two rankings really differ.

Both resample articles, never single images: true images of one article are not independent.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.measures import DEPTH, MISSED, RECALL_AT, Ranks, credits

_CELLS = 4_000_000  # of draws against articles, held at a time
Drawn = NDArray[np.float64]
_Values = dict[str, Drawn]
Tick = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Interval:
    """Ends of an interval in the unit of its measure; infinite where half the images missed."""

    low: float
    high: float

    def as_json(self) -> list[float | None]:
        """Return both ends, None for an infinite one."""
        return [end if np.isfinite(end) else None for end in (self.low, self.high)]


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure of two rankings of the same true images.

    Attributes:
        measure: Its name, as in ``Measures.as_json``.
        first: Of the first ranking.
        second: Of the second one.
        difference: Second minus first.
        interval: 95 % interval of the difference, by a paired bootstrap.
        p: How often chance alone differs as much, by a paired randomisation test.
    """

    measure: str
    first: float
    second: float
    difference: float
    interval: Interval
    p: float


@dataclass(frozen=True, slots=True)
class _Sample:
    """Ranks as sums per article: what resampling adds up."""

    ranks: Ranks
    owner: NDArray[np.int64]
    sums: Drawn
    images: Drawn

    @classmethod
    def of(cls, ranks: Ranks, articles: Ranks | None) -> "_Sample":
        if articles is None:
            return cls(ranks, np.arange(len(ranks)), credits(ranks), np.ones(len(ranks)))
        _, owner = np.unique(articles, return_inverse=True)
        count = int(owner.max()) + 1
        sums = np.zeros((count, 1 + len(RECALL_AT)))
        np.add.at(sums, owner, credits(ranks))
        return cls(ranks, owner, sums, np.bincount(owner, minlength=count).astype(np.float64))

    def values(self, weights: Drawn) -> _Values:
        """Return every measure for weights of the articles, shape (draws, articles)."""
        values = _values(weights @ self.sums, weights @ self.images, weights.sum(axis=1))
        values["match_in_100"] *= len(self.ranks)
        return values | {"median_rank": self._medians(weights)}

    def drawn_medians(self, draws: int, rng: np.random.Generator) -> Drawn:
        """Return the median of each resample of the articles, shape (draws,)."""
        count = len(self.ranks)
        if len(self.images) < count:
            parts = [self._medians(w) for w in _resamples(len(self.images), draws, rng)]
            return np.concatenate(parts)
        # The middle two of a resample, without drawing it: order statistics of uniform numbers
        # are beta-distributed (David and Nagaraja 2003, section 2.1), and each picks a rank.
        ranks = np.sort(_finite(self.ranks))
        lower = (count + 1) // 2
        low = rng.beta(lower, count - lower + 1, draws)
        if count % 2:
            return ranks[(low * count).astype(np.int64).clip(max=count - 1)]
        high = low + (1 - low) * rng.beta(1, count - lower, draws)
        both = (np.stack([low, high]) * count).astype(np.int64).clip(max=count - 1)
        return ranks[both].mean(axis=0)

    def _medians(self, weights: Drawn) -> Drawn:
        """Return the weighted medians, the mean of the two middle ranks of an even number."""
        order = np.argsort(self.ranks)
        ranks = _finite(self.ranks[order])
        reached = np.cumsum(weights[:, self.owner[order]], axis=1)
        half = reached[:, -1:] / 2
        lower, upper = (reached >= half).argmax(axis=1), (reached > half).argmax(axis=1)
        return (ranks[lower] + ranks[upper]) / 2


def intervals(
    ranks: Ranks, articles: Ranks | None = None, *, level: float = 0.95, draws: int = 1_000,
    seed: int = 0,
) -> dict[str, Interval]:  # fmt: skip
    """Return the bootstrap interval of every measure (percentile, Efron and Tibshirani 1993).

    Args:
        ranks: Rank of each true image from 1, shape (images,).
        articles: Number of each true image's article, shape (images,); by default every image
            has an article of its own.
        level: Share of the draws within the interval.
        draws: How many resamples of the articles.
        seed: Of the resampling; the same seed gives the same intervals.

    Returns:
        Intervals by the names of ``Measures.as_json``.
    """
    sample = _Sample.of(ranks, articles)
    count = len(sample.images)
    rng = np.random.default_rng(seed)
    # Articles of equal ranks are drawn together: there are at most 101 kinds of one image.
    kinds, often = np.unique(
        np.column_stack([sample.sums, sample.images]), axis=0, return_counts=True
    )
    weights = rng.multinomial(count, often / count, draws).astype(np.float64)
    drawn = _values(weights @ kinds[:, :-1], weights @ kinds[:, -1], weights.sum(axis=1))
    drawn["match_in_100"] *= len(ranks)
    drawn["median_rank"] = sample.drawn_medians(draws, rng)
    return {name: _interval(values, level) for name, values in drawn.items()}


def compare(
    first: Ranks, second: Ranks, articles: Ranks | None = None, *, level: float = 0.95,
    draws: int = 1_000, shuffles: int = 10_000, seed: int = 0, tick: Tick = lambda: None,
) -> tuple[Difference, ...]:  # fmt: skip
    """Compare two rankings of the same true images, measure by measure.

    The interval is that of a paired bootstrap; p is that of the two-sided paired randomisation
    test (Fisher), which Smucker, Allan and Carterette (2007) recommend for retrieval: if both
    rankings were the same system, swapping them within an article would change nothing. With r of
    ``shuffles`` swaps at least as far apart, p is (r + 1) / (shuffles + 1), never 0.

    Args:
        first: Rank of each true image from 1, shape (images,).
        second: The same of the other ranking, same order.
        articles: As in ``intervals``.
        level: Share of the draws within the interval.
        draws: Resamples of the bootstrap.
        shuffles: Random swaps of the test.
        seed: Of both.
        tick: Called every now and then; what it raises ends the work.

    Raises:
        ValueError: The rankings are not about the same number of images, or about none.
    """
    if len(first) != len(second) or len(first) == 0:
        raise ValueError("two rankings are compared over the same images, at least one")
    a, b = _Sample.of(first, articles), _Sample.of(second, articles)
    whole = np.ones((1, len(a.images)))
    values = [{name: float(v[0]) for name, v in side.values(whole).items()} for side in (a, b)]
    drawn: dict[str, list[Drawn]] = {name: [] for name in values[0]}
    for weights in _resamples(len(a.images), draws, np.random.default_rng(seed)):
        tick()
        before, after = a.values(weights), b.values(weights)
        for name, parts in drawn.items():
            parts.append(_minus(after[name], before[name]))
    chances = _chances(a, b, shuffles, seed + 1, tick)
    return tuple(
        Difference(
            name, values[0][name], values[1][name],
            float(_minus(np.array(values[1][name]), np.array(values[0][name]))),
            _interval(np.concatenate(drawn[name]), level), chances[name],
        )
        for name in drawn
    )  # fmt: skip


def _chances(a: _Sample, b: _Sample, shuffles: int, seed: int, tick: Tick) -> dict[str, float]:
    """Return p of the paired randomisation test by measure."""
    change = b.sums - a.sums
    seen = np.abs(change.sum(axis=0))
    first, second = _finite(a.ranks), _finite(b.ranks)
    apart = abs(_minus(np.median(second), np.median(first)))
    # Recalls are whole numbers of hits; of reciprocal ranks equal sums may differ in the last bit.
    slack = 1e-9
    far, far_median = np.zeros(change.shape[1]), 0
    rng = np.random.default_rng(seed)
    for size in _blocks(shuffles, len(change)):
        tick()
        swap = rng.integers(0, 2, (size, len(change)), np.int8).astype(bool)
        sums = np.where(swap, -1.0, 1.0) @ change
        far += (np.abs(sums) >= seen - slack).sum(axis=0)
        swapped = swap[:, a.owner]
        left = np.median(np.where(swapped, second, first), axis=1)
        right = np.median(np.where(swapped, first, second), axis=1)
        far_median += int((np.abs(_minus(right, left)) >= apart).sum())
    p = (far + 1) / (shuffles + 1)
    # Over the same images these are the same sums, differently divided.
    found = {"mrr@100": float(p[0]), "match_in_100": float(p[1 + RECALL_AT.index(DEPTH)])}
    for place, k in enumerate(RECALL_AT):
        found[f"recall@{k}"] = found[f"precision@{k}"] = float(p[1 + place])
    return found | {"median_rank": (far_median + 1) / (shuffles + 1)}


def _values(sums: Drawn, images: Drawn, articles: Drawn) -> _Values:
    """Return measures from sums: credits (draws, 6), images and articles (draws,).

    ``match_in_100`` is a share yet.
    """
    recall = sums[:, 1:] / images[:, None]
    values = {"mrr@100": sums[:, 0] / images}
    values |= {f"recall@{k}": recall[:, place] for place, k in enumerate(RECALL_AT)}
    values["match_in_100"] = recall[:, RECALL_AT.index(DEPTH)].copy()
    for place, k in enumerate(RECALL_AT):
        values[f"precision@{k}"] = sums[:, 1 + place] / (k * articles)
    return values


def _resamples(articles: int, draws: int, rng: np.random.Generator) -> Iterator[Drawn]:
    """Yield how often each article was drawn, with replacement, shape (draws, articles)."""
    for size in _blocks(draws, articles):
        drawn = rng.integers(0, articles, (size, articles)) + articles * np.arange(size)[:, None]
        counts = np.bincount(drawn.ravel(), minlength=size * articles)
        yield counts.reshape(size, articles).astype(np.float64)


def _blocks(draws: int, articles: int) -> Iterator[int]:
    most = max(1, _CELLS // articles)
    for start in range(0, draws, most):
        yield min(most, draws - start)


def _finite(ranks: Ranks) -> Drawn:
    return np.where(ranks >= MISSED, np.inf, ranks)


def _minus(after: Drawn, before: Drawn) -> Drawn:
    """Subtract, where two medians that were both missed do not differ."""
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(after - before, nan=0.0, posinf=np.inf, neginf=-np.inf)


def _interval(drawn: Drawn, level: float) -> Interval:
    # By position, not interpolated: between infinite medians there is nothing to interpolate.
    ends = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], method="nearest")
    return Interval(float(ends[0]), float(ends[1]))
