"""Two studies of the same articles side by side: what improved, what got worse, and what each saw.

Before and after are the two models or recipes that are compared; neither needs to be the older.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from threading import Event

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.comparison import Tick
from newsmatch_gui.domain.measures import Ranks, credits
from newsmatch_gui.domain.progress import Stopped, Tell, Work
from newsmatch_gui.services.comparing import Comparison, TrueRanks, compare_ranks
from newsmatch_gui.services.interruptible import while_it_runs
from newsmatch_gui.services.studying import StudiedArticle, Study, study

_FACTORS = (1, 2, 4, 8, 16)  # between ranks, where a bin begins


class Turn(StrEnum):
    """Which way an article went."""

    IMPROVED = "improved"
    WORSE = "got worse"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, eq=False)
class SideBySide:
    """Two studies over the true images that both ranked.

    Attributes:
        before: One study.
        after: The other.
        comparison: Their measures, with intervals and p.
        articles: Those with a true image that both ranked, in the order of ``before``; n of them.
        ranks_before: Rank of each one's true image, the best of several; (n,).
        ranks_after: The same after; (n,).
        gains: Change of the reciprocal rank, of which only the first 100 places count; the sum
            over an article's true images, so that all together divided by ``comparison.n`` are
            the difference of MRR@100; (n,).
    """

    before: Study
    after: Study
    comparison: Comparison
    articles: tuple[StudiedArticle, ...]
    ranks_before: Ranks
    ranks_after: Ranks
    gains: NDArray[np.float64]

    @property
    def of_models(self) -> bool:
        """Whether two models are compared; else it is two readings by one."""
        return self.before.pool.model.fingerprint != self.after.pool.model.fingerprint

    @cached_property
    def turns(self) -> NDArray[np.int64]:
        """1 where an article improved, -1 where it got worse, else 0; shape (n,).

        By the reciprocal rank; where it did not change, as beyond the first 100, by the rank.
        """
        by_rank = np.sign(self.ranks_before - self.ranks_after)
        return np.where(self.gains == 0, by_rank, np.sign(self.gains)).astype(np.int64)

    @cached_property
    def order(self) -> NDArray[np.int64]:
        """Numbers of the articles, greatest gain first and greatest loss last; shape (n,)."""
        times = np.log(self.ranks_before / self.ranks_after)
        return np.lexsort((-times, -self.gains))

    def factors(self) -> tuple[list[str], list[int]]:
        """Count articles by the factor between their ranks.

        Returns:
            Names of the bins and how many articles each has: "÷2" for ranks that became twice to
            four times as great, "=" for equal ones, "×2" for those that were divided by as much.
        """
        nearer = self.ranks_before / self.ranks_after
        sides = [np.histogram(t[t > 1], [*_FACTORS, np.inf])[0] for t in (1 / nearer, nearer)]
        farther = [f"÷{factor}" for factor in reversed(_FACTORS)]
        names = [*farther, "=", *(f"×{factor}" for factor in _FACTORS)]
        return names, [*sides[0][::-1].tolist(), int((nearer == 1).sum()), *sides[1].tolist()]

    def turn(self, number: int) -> Turn:
        """Return which way an article went."""
        return (Turn.UNCHANGED, Turn.IMPROVED, Turn.WORSE)[int(self.turns[number])]

    def counts(self) -> dict[Turn, int]:
        """Return how many articles went each way."""
        return {
            Turn.IMPROVED: int((self.turns > 0).sum()),
            Turn.WORSE: int((self.turns < 0).sum()),
            Turn.UNCHANGED: int((self.turns == 0).sum()),
        }


def side_by_side(before: Study, after: Study, *, tick: Tick = lambda: None) -> SideBySide:
    """Lay two studies side by side; ``tick`` is called every now and then, and may end it.

    Raises:
        NewsMatchError: They have no true image in common.
    """
    ours, theirs = true_ranks(before), true_ranks(after)
    comparison = compare_ranks(ours, theirs, tick=tick)
    later = {(article, image): rank for article, image, rank in theirs}
    both = [(article, rank, later[article, image]) for article, image, rank in ours
            if (article, image) in later]  # fmt: skip
    row = {article: number for number, article in enumerate(dict.fromkeys(a for a, _, _ in both))}
    owner = np.array([row[article] for article, _, _ in both], np.int64)
    first, second = (np.array([pair[side] for pair in both], np.int64) for side in (1, 2))
    best = np.full((2, len(row)), np.iinfo(np.int64).max)
    np.minimum.at(best[0], owner, first)
    np.minimum.at(best[1], owner, second)
    gains = np.bincount(owner, credits(second)[:, 0] - credits(first)[:, 0], len(row))
    return SideBySide(
        before, after, comparison, tuple(before.articles[before.row[a]] for a in row),
        best[0], best[1], gains,
    )  # fmt: skip


def compare_with(before: Study, folder: Path, *, model: str, reading: str) -> Work[SideBySide]:
    """Study a collection by another model or reading, and lay it beside a study.

    Args:
        before: What it is compared with.
        folder: The same collection, or one with the same articles and images.
        model: Fingerprint of a model that indexed it.
        reading: Fingerprint of recipe and translator.

    Raises:
        NewsMatchError: Not indexed by them, or no true image in common.
    """
    after = yield from study(folder, model=model, reading=reading)
    return (yield from compared(before, after))


def compared(before: Study, after: Study) -> Work[SideBySide]:
    """Lay two studies side by side; can be cancelled.

    Raises:
        NewsMatchError: They have no true image in common.
    """

    def compare(_tell: Tell, stop: Event) -> SideBySide:
        def end_when_asked() -> None:
            if stop.is_set():
                raise Stopped

        return side_by_side(before, after, tick=end_when_asked)

    return (yield from while_it_runs(compare, "comparing"))


def true_ranks(found: Study) -> TrueRanks:
    """Return (article, true image, its rank), one for each true image."""
    return tuple(
        (found.articles[number].id, found.image_id(place), int(rank))
        for number, place, rank in zip(
            found.pair_articles, found.pair_places, found.pair_ranks, strict=True
        )
    )
