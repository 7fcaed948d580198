"""Judging a student while it learns: on decisions held out, and on articles nobody decided on."""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.learning import Gain, Lessons, gain
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.services.lessons import Ground

Reciprocals = NDArray[np.float64]
"""1 / rank of each article's best fitting image, 0 beyond the task's depth."""


class Encodes(Protocol):
    """A student as its judge sees it."""

    def vectors(
        self, articles: Sequence[int], images: Sequence[int], alpha: float
    ) -> Iterator[tuple[Vectors, Vectors] | None]:
        """Yield None while encoding, then unit vectors of articles and images."""


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """An epoch's weights, ``alpha`` of the way from the base, and the reciprocal ranks found.

    Attributes:
        epoch: 0 for before the first step.
        alpha: How far from the base (0) to the trained weights (1).
        ranks: On the guard set.
        kept: On what should not be forgotten.
    """

    epoch: int
    alpha: float
    ranks: Reciprocals
    kept: Reciprocals

    @property
    def mrr(self) -> float:
        """Mean reciprocal rank on the guard set."""
        return float(self.ranks.mean())


class Exam:
    """Articles whose fitting image has to be found among a fixed choice of images."""

    def __init__(self, ground: Ground, lessons: Lessons, *, articles: int, others: int) -> None:
        """Set an exam.

        Args:
            ground: Vectors of the base model.
            lessons: Pairs to ask.
            articles: At most so many articles are asked.
            others: At most so many images are added to those that fit.
        """
        fitting: dict[int, list[int]] = {}
        for lesson in lessons.fitting:
            fitting.setdefault(lesson.article, []).append(lesson.image)
        rng = np.random.default_rng(0)
        asked = sorted(rng.permutation(list(fitting))[:articles].tolist()) if fitting else []
        own = sorted({image for article in asked for image in fitting[article]})
        rest = np.setdiff1d(np.arange(len(ground.images)), np.array(own, np.int64))
        self.articles: list[int] = asked
        self.images: list[int] = own + sorted(rng.permutation(rest)[:others].tolist())
        place = {image: number for number, image in enumerate(self.images)}
        self._fits = [[place[image] for image in fitting[article]] for article in asked]
        self.base = self.mark(ground.texts[asked], ground.images[self.images])

    def __len__(self) -> int:
        return len(self.articles)

    def mark(self, texts: Vectors, images: Vectors) -> Reciprocals:
        """Return 1 / rank of each article's best fitting image, 0 beyond the task's depth."""
        if not self.articles:
            return np.empty(0)
        scores = texts @ images.T
        best = np.array([line[fits].max() for line, fits in zip(scores, self._fits, strict=True)])
        # The fitting image itself is no rival; equal scores of others count as better.
        rivals = (scores >= best[:, None]).sum(axis=1)
        equal = [
            (line[fits] >= top).sum()
            for line, fits, top in zip(scores, self._fits, best, strict=True)
        ]
        ranks = 1 + rivals - np.array(equal)
        return np.where(ranks <= DEPTH, 1 / ranks, 0.0)

    def sit(self, student: Encodes, alpha: float) -> Generator[None, None, Reciprocals]:
        """Let a student sit the exam and return its reciprocal ranks; yields while it encodes."""
        if not self.articles:
            return np.empty(0)
        for found in student.vectors(self.articles, self.images, alpha):
            yield None
            if found is not None:
                return self.mark(*found)
        raise AssertionError("a student yields its vectors last")


class Judge:
    """Every epoch at several distances from the base, measured on the guard set.

    What is chosen has to be good there and on articles nobody decided on, or a model would be
    chosen that learned the decisions and forgot the rest.
    """

    def __init__(self, exam: Exam, keep: Exam, trials: Sequence[Trial] = ()) -> None:
        self.exam, self.keep = exam, keep
        self.trials = list(trials)

    @property
    def base_mrr(self) -> float:
        """The base model's mean reciprocal rank on the guard set."""
        return float(self.exam.base.mean())

    def look(self, student: Encodes, epoch: int, alphas: Sequence[float]) -> Iterator[None]:
        """Measure a student; an earlier measurement of the same epoch is replaced."""
        for alpha in alphas:
            ranks = yield from self.exam.sit(student, alpha)
            kept = yield from self.keep.sit(student, alpha)
            others = [t for t in self.trials if (t.epoch, t.alpha) != (epoch, alpha)]
            self.trials = [*others, Trial(epoch, alpha, ranks, kept)]

    def best(self) -> Trial:
        """Return the best trial; among equals, the nearest to the base."""
        return self._best_on(np.arange(len(self.exam)))

    def _best_on(self, articles: NDArray[np.int64]) -> Trial:
        def merit(trial: Trial) -> tuple[float, float, int]:
            asked = np.concatenate([trial.ranks[articles], trial.kept])
            return float(asked.mean()), -trial.alpha, -trial.epoch

        return max(self.trials, key=merit)

    def mrr_of(self, epoch: int) -> float:
        """Return the best mean reciprocal rank that an epoch's weights reached."""
        return max(trial.mrr for trial in self.trials if trial.epoch == epoch)

    def epochs_since_best(self) -> int:
        """Return how many epochs ago the guard set was best."""
        return max(t.epoch for t in self.trials) - self.best().epoch

    def gain(self) -> Gain:
        """Compare with the base on the guard set.

        The best of many trials flatters itself, so each half of the guard set is measured with
        what the other half would have chosen.
        """
        order = np.random.default_rng(0).permutation(len(self.exam))
        after = np.empty_like(self.exam.base)
        for chosen_on, measured_on in ((order[::2], order[1::2]), (order[1::2], order[::2])):
            after[measured_on] = self._best_on(chosen_on).ranks[measured_on]
        return gain(self.exam.base, after)
