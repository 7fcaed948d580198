"""Folding pictures that show nearly the same beneath the best ranked of them."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.ranking import Ranking, Vectors


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
    found = np.arange(len(vectors))
    near = np.tril(vectors @ vectors.T > threshold, -1)  # with what is ranked better
    for place in near.any(axis=1).nonzero()[0]:
        above = near[place].nonzero()[0]
        above = above[found[above] == above]
        if len(above):
            found[place] = above[0]
    return found


def leaders_without(found: NDArray[np.int64], place: int) -> NDArray[np.int64]:
    """Return the leaders of a ranking after one candidate has left it.

    What was folded beneath it is now folded beneath the first of them.

    Args:
        found: As ``leaders`` returns them.
        place: Of the candidate that leaves.
    """
    if place >= len(found):
        return found
    kept = found.copy()
    beneath = np.flatnonzero(found == place)
    beneath = beneath[beneath != place]
    kept[beneath] = beneath[:1]
    kept = np.delete(kept, place)
    return kept - (kept > place)


def without(ranking: Ranking, image: int) -> Ranking:
    """Return a ranking that one picture has left; mean and spread stay those of all.

    Args:
        ranking: Of the pool.
        image: Position in the pool of the picture, which need not be ranked.
    """
    (found,) = (ranking.order == image).nonzero()
    if len(found) == 0:
        return ranking
    place = int(found[0])
    likely, folded = ranking.likely, ranking.leaders
    return replace(
        ranking,
        order=np.delete(ranking.order, place),
        scores=np.delete(ranking.scores, place),
        likely=likely - 1 if likely is not None and place < likely else likely,
        leaders=None if folded is None else leaders_without(folded, place),
    )


class Fold:
    """Which candidate is shown in which row, while some are folded beneath better ranked ones."""

    def __init__(self, total: int, leaders: NDArray[np.int64], never: Collection[int] = ()) -> None:
        """Fold the first candidates.

        Args:
            total: How many are ranked.
            leaders: For each of the first, the place of the one that it is folded beneath.
            never: Places that stay in view.
        """
        self._leaders = leaders.tolist()
        self._total = total
        self._beneath: dict[int, list[int]] = {}
        self._shown: list[int] = []  # places of the first candidates, in the order of the rows
        self._spread: set[int] = set()
        for place, leader in enumerate(self._leaders):
            if leader == place or place in never:
                self._shown.append(place)
            else:
                self._beneath.setdefault(leader, []).append(place)

    @property
    def first(self) -> int:
        """Number of rows that the first candidates take."""
        return len(self._shown)

    @property
    def rows(self) -> int:
        """Number of rows of all candidates."""
        return self._total - len(self._leaders) + len(self._shown)

    def place(self, row: int) -> int:
        """Return the place in the ranking, from 0, of the candidate in a row."""
        if row < len(self._shown):
            return self._shown[row]
        return row - len(self._shown) + len(self._leaders)

    def row(self, place: int) -> int:
        """Return the row of a candidate, or of the one that it is folded beneath."""
        if place >= len(self._leaders):
            return place - len(self._leaders) + len(self._shown)
        return self._shown.index(place if place in self._shown else self._leaders[place])

    def leader(self, place: int) -> int:
        """Return the place of the candidate that one is nearly the same as; its own for none."""
        return self._leaders[place] if place < len(self._leaders) else place

    def beneath(self, place: int) -> tuple[int, ...]:
        """Return the places that are folded beneath a candidate, shown after it or not."""
        return tuple(self._beneath.get(place, ()))

    def is_spread(self, place: int) -> bool:
        """Tell whether what is folded beneath a candidate is shown after it."""
        return place in self._spread

    def turn(self, place: int) -> None:
        """Show what is folded beneath a candidate right after it, or fold it again."""
        beneath, start = self._beneath[place], self._shown.index(place) + 1
        if place in self._spread:
            self._spread.remove(place)
            del self._shown[start : start + len(beneath)]
        else:
            self._spread.add(place)
            self._shown[start:start] = beneath

    def next_other(self, place: int) -> int | None:
        """Return the place of the next candidate that is not nearly the same, None for none."""
        own = self.leader(place)
        for other in range(place + 1, self._total):
            if self.leader(other) != own:
                return other
        return None
