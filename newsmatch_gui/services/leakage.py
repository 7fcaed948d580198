"""Leakage: what a model may have learned of what it is measured on, told before any score."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.learning import NEAR_DUPLICATE
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.services.evaluating import TruePairs, ground_truth, measurable
from newsmatch_gui.services.indexing import read_entry
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.store.collection import Collection

_CELLS = 4_000_000  # of images against images, held at a time


@dataclass(frozen=True, slots=True)
class _Pictures:
    """Images of one side of a split: content hash of each, and its unit vector, shape (n, dim).

    No vectors when the model did not index that side.
    """

    contents: tuple[str, ...]
    vectors: Vectors | None


def leaks(pool: Pool, *, split_from: Path | None = None) -> tuple[str, ...]:
    """Return what makes the measures of a pool look better than they are, one sentence each.

    Photos are the same when their contents are, and nearly the same when the cosine of their
    vectors is over 0.97, as in splitting decisions for training.

    Args:
        pool: What is measured, against the ground truth of its collection.
        split_from: The collection of the other side of the split, that is of the training set.

    Raises:
        NewsMatchError: No collection there, or nothing to measure.
    """
    pairs = measurable(pool, ground_truth(pool.folder))
    found = [_learned_from_decisions(pool, pairs), _twins(pool, pairs)]
    if split_from is not None:
        found += [_same_headlines(pool, pairs, split_from), _same_photos(pool, pairs, split_from)]
    return tuple(filter(None, found))


def _learned_from_decisions(pool: Pool, pairs: TruePairs) -> str:
    """Warn when the model was trained here, on decisions about what is measured.

    Of its training pairs only a digest is kept, so every decision counts that is no younger than
    the model.
    """
    with Collection.open(pool.folder) as collection:
        model = collection.models.get(pool.model.fingerprint)
        if model is None:
            return ""
        taught = [
            decision
            for decision in collection.decisions.all_current()
            if decision.verdict is not Verdict.NONE_FITS
            and (not model.created_at or decision.decided_at[:19] <= model.created_at[:19])
        ]
    articles = {decision.article_id for decision in taught}
    contents = _contents(pool)
    place = pool.places()
    shown = {
        d.image_id for d in taught if d.image_id in place and d.verdict is not Verdict.REJECTED
    }
    own = _pictures(pool, shown, contents, place)
    decided = {article_id for article_id, _ in pairs if article_id in articles}
    rest = [pair for pair in pairs if pair[0] not in articles]
    same, near = _shared(_pictures(pool, [image for _, image in rest], contents, place), own)
    if not decided and not same and not near:
        return ""
    return (
        f"leakage: the model {model.name} was trained in this collection; {len(decided)} of the "
        f"{len({article_id for article_id, _ in pairs})} measured articles have decisions that it "
        f"may have learned from, and {same + near} others have a true picture that is the same as "
        "or nearly the same as one of those decisions; measure it on articles it has not seen"
    )


def _twins(pool: Pool, pairs: TruePairs) -> str:
    """Tell of true images that another image of the pool repeats."""
    place = pool.places()
    true = list(dict.fromkeys(image_id for _, image_id in pairs))
    places = np.array([place[image_id] for image_id in true], np.int64)
    nearest = best_cosine(pool.image_vectors(places), pool.image_vectors(), places)
    count = int((nearest > NEAR_DUPLICATE).sum())
    if not count:
        return ""
    return (
        f"{count} of the {len(true)} true pictures have a twin in the pool, the same or nearly "
        "the same: a ranking that puts the twin first counts as wrong"
    )


def _same_headlines(pool: Pool, pairs: TruePairs, split_from: Path) -> str:
    with Collection.open(split_from) as collection:
        there = {_words(line.title) for line in collection.articles.lines()} - {""}
    with Collection.open(pool.folder) as collection:
        titles = {line.id: _words(line.title) for line in collection.articles.lines()}
    measured = {article_id for article_id, _ in pairs}
    count = sum(titles.get(article_id) in there for article_id in measured)
    if not count:
        return ""
    return (
        f"leakage: {count} of the {len(measured)} measured articles have the headline of an "
        f"article of {split_from}; leave them out on one side"
    )


def _same_photos(pool: Pool, pairs: TruePairs, split_from: Path) -> str:
    contents = _contents(pool)
    place = pool.places()
    true = list(dict.fromkeys(image_id for _, image_id in pairs))
    other = _other_side(split_from, pool.model.fingerprint)
    same, near = _shared(_pictures(pool, true, contents, place), other)
    if other.vectors is None:
        unsure = (
            f"near-same photos were not looked for, since {pool.model.name} has not indexed "
            f'{split_from}; run: newsmatch index "{split_from}" --model "{pool.model.name}"'
        )
        if not same:
            return unsure
    else:
        unsure = "leave them out on one side"
    if not same and not near:
        return ""
    return (
        f"leakage: of the {len(true)} true pictures {same} are also in {split_from} and {near} "
        f"nearly so; {unsure}"
    )


def _other_side(folder: Path, model: str) -> _Pictures:
    with Collection.open(folder) as collection:
        hashes = collection.images.contents()
        indexed = read_entry(collection.vectors_folder(model)) is not None
    if not indexed:
        return _Pictures(tuple(hashes.values()), None)
    other = load_pool(folder, model=model)
    return _Pictures(tuple(hashes.values()), other.image_vectors())


def _contents(pool: Pool) -> dict[str, str]:
    with Collection.open(pool.folder) as collection:
        return collection.images.contents()


def _pictures(
    pool: Pool, image_ids: Iterable[str | None], contents: dict[str, str], place: dict[str, int]
) -> _Pictures:
    known = [image_id for image_id in image_ids if image_id is not None]
    places = np.array([place[image_id] for image_id in known], np.int64)
    return _Pictures(tuple(contents[i] for i in known), pool.image_vectors(places))


def _shared(own: _Pictures, other: _Pictures) -> tuple[int, int]:
    """Return how many pictures are also on the other side, and how many others nearly are."""
    there = set(other.contents)
    same = np.array([content in there for content in own.contents], np.bool_)
    if other.vectors is None or own.vectors is None or not len(own.contents):
        return int(same.sum()), 0
    near = best_cosine(own.vectors, other.vectors) > NEAR_DUPLICATE
    return int(same.sum()), int((near & ~same).sum())


def best_cosine(
    vectors: Vectors, others: Vectors, itself: NDArray[np.int64] | None = None
) -> Vectors:
    """Return the cosine of each vector with the nearest of the others, shape (n,).

    Args:
        vectors: Unit vectors, shape (n, dim).
        others: Unit vectors, shape (m, dim).
        itself: Row of ``others`` that is the vector itself and does not count, shape (n,).
    """
    best = np.full(len(vectors), -1, np.float32)
    if not len(others):
        return best
    block = max(1, _CELLS // len(others))
    for start in range(0, len(vectors), block):
        scores = vectors[start : start + block] @ others.T
        if itself is not None:
            scores[np.arange(len(scores)), itself[start : start + block]] = -1
        best[start : start + block] = scores.max(axis=1)
    return best


def _words(title: str) -> str:
    return " ".join(title.casefold().split())
