"""Learning from corrections without fooling oneself: splits, batches, and honest comparison."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.duplicates import joined, near_pairs, numbered
from newsmatch_gui.domain.ranking import Vectors

NEAR_DUPLICATE = 0.97  # cosine above which two photos are taken for the same picture
_BLOCK = 1_000  # of images compared with all others at a time


class Depth(StrEnum):
    """How much of a model is trained."""

    QUICK = "quick"
    PARTIAL = "partial"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """How a model is trained; every key of an options file is one of these.

    Attributes:
        epochs: Passes over the lessons, at most.
        batch: Pairs told apart at once; 2 or more.
        accumulate: Batches whose gradients make one step of the optimizer.
        rate: Peak learning rate of AdamW.
        decay: Weight decay of matrices; biases and norms have none.
        temperature: Of the contrastive loss; 0 for the model's own.
        warm_up: Part of the training in which the rate rises; then it falls by a cosine.
        clip: Largest norm of the gradient.
        patience: Epochs without gain on the guard set after which training stops.
        rank: Rank of the adapters (quick).
        shrink: Strength of the prior, in pairs, of the statistics that adapters start from
            (quick); 0 starts at the base model.
        blocks: Last blocks of each tower that are trained (partial).
        lock: Tower that stays as it is: ``none``, ``image`` or ``text`` (full).
        augment: Train on random crops, as open_clip does, instead of whole photos (full).
        seed: Of everything random.
    """

    epochs: int = 10
    batch: int = 64
    accumulate: int = 1
    rate: float = 1e-3
    decay: float = 0.1
    temperature: float = 0.0
    warm_up: float = 0.1
    clip: float = 1.0
    patience: int = 3
    rank: int = 16
    shrink: float = 60.0
    blocks: int = 1
    lock: str = "none"
    augment: bool = False
    seed: int = 0


DEFAULTS = {
    Depth.QUICK: TrainOptions(rate=3e-4),
    Depth.PARTIAL: TrainOptions(epochs=5, rate=1e-4),
    Depth.FULL: TrainOptions(epochs=5, batch=32, rate=1e-5),
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """A fitting pair to learn from: row of the article, row of the image, how much it counts."""

    article: int
    image: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Lessons:
    """What a model learns from.

    Attributes:
        fitting: Pairs that fit; an article may have several images, an image several articles.
        rejected: (article, image) that somebody explicitly rejected. Images that were merely not
            chosen are never among them.
    """

    fitting: tuple[Lesson, ...]
    rejected: tuple[tuple[int, int], ...] = ()

    def of_articles(self, articles: set[int]) -> "Lessons":
        """Return the part that is about some articles."""
        return Lessons(
            tuple(lesson for lesson in self.fitting if lesson.article in articles),
            tuple(pair for pair in self.rejected if pair[0] in articles),
        )


@dataclass(frozen=True, slots=True)
class Gain:
    """A paired comparison of two models over the same articles.

    Attributes:
        before: Mean reciprocal rank of the old model.
        after: Of the new one.
        low: Lower end of the interval of the difference.
        high: Upper end.
        n: Articles compared.
    """

    before: float
    after: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class TrainedModel:
    """One trained model.

    Attributes:
        fingerprint: Hash of weights and preprocessing.
        name: What the user calls it.
        parent: Fingerprint of the model it was trained from.
        depth: How much of it was trained: ``quick``, ``partial`` or ``full``.
        recipe: Fingerprint of the reading it learned from.
        pairs: Fitting pairs it learned from.
        digest: Hash of all pairs it learned from or was guarded by.
        options: How it was trained.
        alpha: How far from its parent (0) towards the trained weights (1) it lies.
        guard: Comparison with its parent on articles held out of the decisions.
        general: Comparison on articles nobody decided on; n is 0 without a ground truth.
        seconds: How long it took.
        machine: Where.
        created_at: When, ISO 8601.
    """

    fingerprint: str
    name: str
    parent: str
    depth: str
    recipe: str
    pairs: int
    digest: str
    options: dict[str, float]
    alpha: float
    guard: Gain
    general: Gain
    seconds: float
    machine: str
    created_at: str = ""

    @property
    def is_better(self) -> bool:
        """Whether it earned its place: better on the guard set, and not worse elsewhere."""
        no_worse = self.general.n == 0 or self.general.high >= 0
        return self.guard.after > self.guard.before and self.guard.low >= -0.002 and no_worse


@dataclass(frozen=True, slots=True, eq=False)
class Adapters:
    """Both towers' adapters: matrices M of shape (dim, dim)."""

    text: Vectors
    image: Vectors

    def scaled(self, alpha: float) -> "Adapters":
        """Return the adapters between the base model (0) and themselves (1).

        Weight interpolation after WiSE-FT (Wortsman et al. 2022); exact here, since the adapter
        is the only difference to the base.
        """
        return Adapters(alpha * self.text, alpha * self.image)


def adapt(vectors: Vectors, matrix: Vectors) -> Vectors:
    """Return unit vectors (n, dim) after an adapter (dim, dim)."""
    moved = vectors + vectors @ matrix
    return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-12)


def pair_statistics(
    texts: Vectors, images: Vectors, weights: NDArray[np.float64], shrink: float
) -> Adapters:
    """Return what the statistics of fitting pairs alone say, in closed form.

    First the directions in which texts differ from their own images count less (within-class
    covariance normalisation, Hatch, Kajarekar and Stolcke 2006), then texts are moved towards
    their images by ridge regression around the identity (Hoerl and Kennard 1970).

    Args:
        texts: Unit article vectors of the pairs, shape (pairs, dim).
        images: Unit image vectors of the pairs, shape (pairs, dim).
        weights: How much each pair counts, shape (pairs,).
        shrink: Strength of the prior that nothing changes, in pairs.
    """
    dim = texts.shape[1]
    share = np.sqrt(weights / weights.mean())[:, None]
    apart = (texts - images).astype(np.float64) * share
    covariance = apart.T @ apart / len(apart)
    mean = np.trace(covariance) / dim
    values, directions = np.linalg.eigh(covariance + shrink * mean * np.eye(dim))
    whiten = directions * (values / values.mean()) ** -0.5 @ directions.T
    moved = [adapt(vectors, whiten - np.eye(dim)) * share for vectors in (texts, images)]
    prior = shrink * np.eye(dim)
    ridge = np.linalg.solve(moved[0].T @ moved[0] + prior, moved[0].T @ moved[1] + prior)
    identity = np.eye(dim)
    return Adapters(
        (whiten @ ridge - identity).astype(np.float32), (whiten - identity).astype(np.float32)
    )


def split(
    lessons: Lessons, images: Vectors, *, share: float = 0.2, seed: int = 0
) -> tuple[Lessons, Lessons]:
    """Split into lessons and guard set so that nothing leaks.

    Articles that share an image, or have images that are nearly the same, stay on one side.

    Args:
        lessons: All lessons.
        images: Unit image vectors, shape (images, dim), indexed by the lessons.
        share: Part of the articles that guards.
        seed: Of the shuffle.

    Returns:
        (lessons, guard set). The guard set is empty when everything hangs together.
    """
    groups = _groups(lessons, images)
    rng = np.random.default_rng(seed)
    rng.shuffle(groups)  # type: ignore[arg-type]
    wanted = share * sum(len(group) for group in groups)
    guard: set[int] = set()
    for group in groups:
        if len(guard) + len(group) <= wanted + 0.5:
            guard |= group
    learned = {lesson.article for lesson in lessons.fitting} - guard
    learned |= {article for article, _ in lessons.rejected} - guard
    return lessons.of_articles(learned), lessons.of_articles(guard)


def _groups(lessons: Lessons, images: Vectors) -> list[set[int]]:
    """Return the articles that share an image, or have nearly equal ones, even through others."""
    pairs = [(lesson.article, lesson.image) for lesson in lessons.fitting]
    pairs += lessons.rejected
    articles, shown = [article for article, _ in pairs], [image for _, image in pairs]
    own, used = list(dict.fromkeys(articles)), list(dict.fromkeys(shown))
    count = len(own)
    # Places of articles, then those of images.
    groups = joined(np.arange(count + len(used)), numbered(articles), count + numbered(shown))
    vectors = images[np.array(used, np.int64)]
    for start in range(0, len(used), _BLOCK):
        first, second, _ = near_pairs(vectors, start, start + _BLOCK, NEAR_DUPLICATE)
        groups = joined(groups, count + first, count + second)
    found: dict[int, set[int]] = {}
    for article, group in zip(own, groups[:count].tolist(), strict=True):
        found.setdefault(group, set()).add(article)
    return list(found.values())


def batches(
    fitting: Sequence[Lesson], size: int, rng: np.random.Generator
) -> Iterator[list[Lesson]]:
    """Yield one epoch in batches that hold each article and each image at most once.

    The same caption or photo twice in a batch would teach that it does not fit itself. A lesson
    that finds no batch any more waits for a later one; batches of one are left out, since they
    teach nothing.
    """
    waiting = [fitting[place] for place in rng.permutation(len(fitting))]
    while waiting:
        batch: list[Lesson] = []
        later: list[Lesson] = []
        articles: set[int] = set()
        images: set[int] = set()
        for place, lesson in enumerate(waiting):
            if len(batch) == size:
                later += waiting[place:]
                break
            if lesson.article in articles or lesson.image in images:
                later.append(lesson)
                continue
            batch.append(lesson)
            articles.add(lesson.article)
            images.add(lesson.image)
        if len(batch) > 1:
            yield batch
        waiting = later if len(batch) > 1 else []


def gain(
    before: NDArray[np.float64], after: NDArray[np.float64], *, level: float = 0.95,
    draws: int = 2_000, seed: int = 0,
) -> Gain:  # fmt: skip
    """Compare two models on the same articles by a paired bootstrap (Efron and Tibshirani 1993).

    Args:
        before: Reciprocal ranks of the old model, shape (articles,).
        after: Reciprocal ranks of the new model, same articles.
        level: Share of the draws within the interval.
        draws: How many resamples.
        seed: Of the resampling.
    """
    if len(before) == 0:
        return Gain(0.0, 0.0, 0.0, 0.0, 0)
    change = after - before
    rng = np.random.default_rng(seed)
    means = [change[rng.integers(0, len(change), len(change))].mean() for _ in range(draws)]
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return Gain(float(before.mean()), float(after.mean()), float(low), float(high), len(change))
