"""What rankers learn from: the pairs of a training collection, and the networks made of them."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.duplicates import joined, numbered
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import NEAR_DUPLICATE, Lesson, Lessons, split
from newsmatch_gui.domain.memory import Memory
from newsmatch_gui.domain.paths import join_inside
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.services.local_features import LocalFeatures, local_features
from newsmatch_gui.services.ranker_tuning import Fold
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.store.collection import Collection

if TYPE_CHECKING:
    from newsmatch_gui.clip.late_interaction import LateInteraction
    from newsmatch_gui.clip.two_branch import TwoBranch, TwoBranchOptions

N = TypeVar("N")
_BLOCK = 1_000  # of vectors compared with all others at a time


@dataclass(frozen=True, slots=True, eq=False)
class TrainingPairs:
    """Articles with their true images: one row each.

    Attributes:
        pool: Their collection.
        articles: Ids.
        places: Places of the true images in the pool.
        groups: Equal numbers for pairs that share a text or a photo.
    """

    pool: Pool
    articles: tuple[str, ...]
    places: NDArray[np.int64]
    groups: NDArray[np.int64]

    def text_vectors(self) -> Vectors:
        """Return the articles' unit vectors from the index, shape (pairs, dim)."""
        return np.stack([self.pool.article_vector(article) for article in self.articles])

    def image_vectors(self) -> Vectors:
        """Return the images' unit vectors from the index, shape (pairs, dim)."""
        return self.pool.image_vectors(self.places)


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """Frozen features of some articles and images, and where they come from.

    Attributes:
        texts: Shape (articles, width).
        images: Shape (images, width).
        local: Tokens and regions that they are the means of; None for vectors of the index.
    """

    texts: Vectors
    images: Vectors
    local: LocalFeatures | None = None


def pairs_of(pool: Pool, without: Pool | None = None) -> tuple[TrainingPairs, int]:
    """Return the indexed pairs of a collection's ground truth.

    Args:
        pool: The collection.
        without: Another pool of the same model: pairs that share a text or a photo with it, or
            nearly so (cosine over 0.97), are left out.

    Returns:
        (pairs, how many were left out for what they share).

    Raises:
        NewsMatchError: No ground truth that is indexed.
    """
    with Collection.open(pool.folder) as collection:
        truth = collection.articles.truth()
        photos = collection.images.contents()
    position = pool.places()
    known = [(a, i) for a, i in truth if i in position and pool.is_indexed(a)]
    kept = known if without is None else _apart(pool, without, known, position)
    if not kept:
        raise NewsMatchError(
            f"{pool.folder} holds no indexed article with its image that can be used; import "
            "rows that hold both, then index it"
        )
    groups = _groups([_keys(pool, a)[0] for a, _ in kept], [photos[i] for _, i in kept])
    places = np.array([position[i] for _, i in kept], np.int64)
    return TrainingPairs(pool, tuple(a for a, _ in kept), places, groups), len(known) - len(kept)


def _apart(
    pool: Pool, other: Pool, pairs: list[tuple[str, str]], position: dict[str, int]
) -> list[tuple[str, str]]:
    """Return the pairs whose text and photo another pool has not, nor nearly the same."""
    if not pairs:
        return []
    read = [article for article in other.parts if other.is_indexed(article)]
    texts = np.stack([pool.article_vector(article) for article, _ in pairs])
    theirs = np.stack([other.article_vector(article) for article in read])
    images = pool.image_vectors(np.array([position[image] for _, image in pairs], np.int64))
    near = _near(texts, theirs) | _near(images, other.image_vectors())
    return [pair for pair, taken in zip(pairs, near, strict=True) if not taken]


def _near(vectors: Vectors, others: Vectors) -> NDArray[np.bool_]:
    """Tell which vectors have almost their like among others, shape (n,)."""
    blocks = (vectors[at : at + _BLOCK] @ others.T for at in range(0, len(vectors), _BLOCK))
    return np.concatenate([(block > NEAR_DUPLICATE).any(axis=1) for block in blocks])


def _keys(pool: Pool, article: str) -> list[str]:
    return [part.text_key for part in pool.parts[article]]


def _groups(texts: list[str], photos: list[str]) -> NDArray[np.int64]:
    """Number pairs so that those which share a text or a photo, even through others, have one."""
    own, shown = numbered(texts), numbered(photos)
    apart = np.arange(int(own.max()) + int(shown.max()) + 2)
    return joined(apart, own, own.max() + 1 + shown)[own]


def training_pool(train: Path, pool: Pool) -> Pool:
    """Load a training collection as the same model and recipe read it.

    Raises:
        NewsMatchError: No collection there, or it is not indexed by them.
    """
    Collection.open(train).close()  # says what is wrong with it, before anybody says to index it
    try:
        found = load_pool(train, model=pool.model.fingerprint, reading=pool.recipe)
    except NewsMatchError as error:
        raise NewsMatchError(f'{error} --model "{pool.model.name}"') from error
    if not found.parts:
        raise NewsMatchError(
            f"{train} is not read by {pool.recipe} yet, as {pool.folder} is; run: "
            f'newsmatch index "{train}" --recipe {pool.recipe.partition("@")[0]}'
        )
    return found


def features_of(pool: Pool, articles: tuple[str, ...], *, local: bool) -> Work[Features]:
    """Return frozen features of articles and of the whole pool.

    Args:
        pool: The collection.
        articles: Ids.
        local: Take the towers' pooled features, which no head has changed; reads photos that
            were not read for it before. Otherwise the vectors of the index.
    """
    if local:
        found = yield from local_features(pool, list(articles))
        return Features(*found.pooled(), found)
    texts = np.stack([pool.article_vector(article) for article in articles])
    return Features(texts, pool.image_vectors())


def cross_fitted(
    pairs: TrainingPairs, features: Features, options: "TwoBranchOptions"
) -> Work[list[Fold]]:
    """Return folds whose scores come from a network that has not seen their pairs.

    The pairs are halved so that nothing leaks (`domain.learning.split`); a two-branch network
    trained on one half scores the other, with the headlines it has seen as the bank: what the
    model and the bank are to new articles.
    """
    from newsmatch_gui.clip.two_branch import train_two_branch

    lessons = Lessons(tuple(Lesson(row, row) for row in range(len(pairs.articles))))
    halves = [
        np.array(sorted(lesson.article for lesson in half.fitting), np.int64)
        for half in split(lessons, pairs.image_vectors(), share=0.5)
    ]
    if min(map(len, halves)) < 2:
        return []
    images = features.images[pairs.places]
    folds = []
    for number, (seen, unseen) in enumerate((halves, halves[::-1])):
        work = train_two_branch(features.texts[seen], images[seen], options, pairs.groups[seen])
        network = yield from _trained(work, options.epochs, f"tuning, half {number + 1} of 2")
        pool = network.images(images[unseen])
        texts = (network.texts(features.texts[rows]) for rows in (unseen, seen))
        past = Memory(features.texts[seen], images[seen])
        recall = partial(past.scores, features.texts[unseen], images[unseen])
        folds.append(Fold(*(vectors @ pool.T for vectors in texts), recall))
    return folds


def folds_by_cosine(pairs: TrainingPairs, features: Features) -> list[Fold]:
    """Halve the pairs; each half is ranked by cosine, with the other's headlines as its bank."""
    texts, images = pairs.text_vectors(), pairs.image_vectors()
    photos = features.images[pairs.places]
    half = np.random.default_rng(0).permutation(int(pairs.groups.max()) + 1) % 2
    sides = half[pairs.groups] == 1
    folds = []
    for here in (sides, ~sides):
        if here.sum() < 2 or here.all():
            return []
        recall = partial(
            Memory(features.texts[~here], photos[~here]).scores, features.texts[here], photos[here]
        )
        folds.append(Fold(texts[here] @ images[here].T, texts[~here] @ images[here].T, recall))
    return folds


def two_branch(
    pairs: TrainingPairs, features: Features, options: "TwoBranchOptions"
) -> Work["TwoBranch"]:
    """Return the two-branch network of the pairs, trained unless it was before."""
    from newsmatch_gui.clip.two_branch import TwoBranch, train_two_branch

    images = features.images[pairs.places]
    kind = "two-branch" if features.local else "two-branch-index"
    return (
        yield from _kept(
            _path(pairs, kind, options), TwoBranch.load, options.epochs, "two-branch network",
            lambda: train_two_branch(features.texts, images, options, pairs.groups),
        )
    )  # fmt: skip


def late_interaction(pairs: TrainingPairs, local: LocalFeatures) -> Work["LateInteraction"]:
    """Return the late-interaction maps of the pairs, trained unless they were before."""
    from newsmatch_gui.clip.late_interaction import (
        LateInteraction,
        LateOptions,
        train_late_interaction,
    )

    options = LateOptions()
    regions = local.regions[pairs.places]
    return (
        yield from _kept(
            _path(pairs, "late", options), LateInteraction.load, options.epochs, "words to regions",
            lambda: train_late_interaction(local.tokens, regions, options, pairs.groups),
        )
    )  # fmt: skip


def _kept(
    path: Path, load: Callable[[Path], N], epochs: int, phase: str,
    train: Callable[[], Iterator[N | None]],
) -> Work[N]:  # fmt: skip
    if path.exists():
        return load(path)
    network: Any = yield from _trained(train(), epochs, f"training: {phase}")
    network.save(path)
    return network


def _trained(work: Iterator[N | None], epochs: int, phase: str) -> Work[N]:
    for epoch, network in enumerate(work, 1):
        if network is not None:
            return network
        yield Progress(epoch, epochs, phase)
    raise RuntimeError("training ended without a network")


def _path(pairs: TrainingPairs, kind: str, options: Any) -> Path:
    """Name a network's file by all that it depends on."""
    digest = hashlib.sha256(repr(options).encode())
    for article, place in zip(pairs.articles, pairs.places, strict=True):
        digest.update(f"{_keys(pairs.pool, article)} {pairs.pool.image_ids[place]}".encode())
    rankers = pairs.pool.folder / "cache" / "rankers"
    home = join_inside(rankers, pairs.pool.model.fingerprint)
    return home / f"{kind}-{digest.hexdigest()[:16]}.safetensors"
