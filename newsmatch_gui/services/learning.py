"""Learning from a collection's decisions, in the background and without fooling anybody."""

import hashlib
import platform
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import (
    Adapters,
    Gain,
    Lesson,
    Lessons,
    adapt,
    gain,
    split,
)
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.services.indexing import ModelEntry, write_entry
from newsmatch_gui.services.model_registry import activate
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.models import TrainedModel
from newsmatch_gui.store.vectors import VectorFile

WEIGHTS = {Verdict.CHOSEN: 1.0, Verdict.ACCEPTABLE: 0.6}
ALPHAS = (0.1, 0.2, 0.35, 0.5, 0.75, 1.0)
_FEWEST = 20  # articles; the guard set is a fifth of them, and each half of it needs some
_GENERAL, _GUARD_POOL = 1_000, 5_000
_VECTORS = 20_000  # adapted and written at a time


@dataclass(frozen=True, slots=True, eq=False)
class _Ground:
    """Vectors and lessons of one collection, in the rows that lessons count in."""

    texts: Vectors
    images: Vectors
    lessons: Lessons
    general: Lessons
    digest: str


def finetune(
    folder: Path, *, name: str = "", epochs: int = 10, batch: int = 64, rank: int = 16,
    seed: int = 0, activate_better: bool = True,
) -> Work[TrainedModel]:  # fmt: skip
    """Train adapters for the active model on the collection's decisions.

    A fifth of the decided articles guards: the epoch and the distance from the base model
    (WiSE-FT's alpha) are chosen on it, each half by the other, and only a model that is better
    there, and no worse on articles nobody decided on, becomes active.

    Args:
        folder: The collection; indexed.
        name: What to call the model; empty for a numbered name.
        epochs: Passes over the decisions.
        batch: Pairs a step.
        rank: Rank of the adapters.
        seed: Of everything random.
        activate_better: Let a better model serve at once.

    Yields:
        Progress in epochs, with the loss and the guard set's MRR.

    Returns:
        The registered model; whether it serves is told by ``active_model``.

    Raises:
        NewsMatchError: Too few decisions, or the model cannot be trained this way.
    """
    from newsmatch_gui.clip.adapters import QuickOptions, train_adapters
    from newsmatch_gui.clip.folding import fold, save_folder

    begun = time.monotonic()
    options = QuickOptions(epochs=epochs, batch=batch, rank=rank, seed=seed)
    yield Progress(0, epochs, "reading decisions")
    pool = load_pool(folder)
    ground = _ground(pool)
    learned, guard = split(ground.lessons, ground.images, seed=seed)
    if not guard.fitting:
        raise NewsMatchError("all decided articles share one picture; decide on some others first")
    trials = _Trials(ground, guard, seed)
    for epoch in train_adapters(ground.texts, ground.images, learned, options):
        trials.add(epoch.adapters)
        figures = {"loss": round(epoch.loss, 4), "guard MRR": round(trials.best_mrr, 4)}
        yield Progress(epoch.number, epochs, "training", figures)
    chosen, alpha = trials.chosen()
    adapters = chosen.scaled(alpha)
    general = _compare(ground, ground.general, adapters, seed)
    yield Progress(epochs, epochs, "saving the model")
    base = loaded_model(pool.model.name)
    network = fold(base, adapters)
    fingerprint = base.fingerprint_of(network)
    with Collection.open(folder) as collection:
        made = TrainedModel(
            fingerprint, _free_name(collection, name), pool.model.fingerprint, "quick",
            pool.recipe, len(learned.fitting), ground.digest, asdict(options), alpha,
            trials.guard_gain(), general, time.monotonic() - begun,
            f"{platform.machine()} {base.device}",
        )  # fmt: skip
        target = collection.model_folder(fingerprint)
        if not target.exists():
            save_folder(base, network, target, _card(made, pool.model.name))
        yield from _write_vectors(collection, pool, made, adapters)
        with collection.batch():
            collection.models.add(made)
    if activate_better and is_better(made):
        activate(folder, made.name)
    return made


def is_better(model: TrainedModel) -> bool:
    """Tell whether a model earned its place: better on the guard set, not worse elsewhere."""
    guard, general = model.guard, model.general
    no_worse = general.n == 0 or general.high >= 0
    return guard.after > guard.before and guard.low >= -0.002 and no_worse


def _ground(pool: Pool) -> _Ground:
    place = {image_id: row for row, image_id in enumerate(pool.image_ids)}
    articles: dict[str, int] = {}
    vectors: list[Vectors] = []

    def row(article_id: str) -> int:
        if article_id not in articles:
            articles[article_id] = len(vectors)
            vectors.append(pool.article_vector(article_id))
        return articles[article_id]

    fitting, rejected, digest = [], [], hashlib.blake2b(digest_size=16)
    with Collection.open(pool.folder) as collection:
        decisions = collection.decisions.all_current()
        truth = collection.articles.truth()
    for d in decisions:
        if d.image_id not in place or not pool.is_indexed(d.article_id):
            continue
        digest.update(f"{d.article_id}\0{d.image_id}\0{d.verdict}\n".encode())
        if d.verdict in WEIGHTS:
            fitting.append(Lesson(row(d.article_id), place[d.image_id], WEIGHTS[d.verdict]))
        elif d.verdict is Verdict.REJECTED:
            rejected.append((row(d.article_id), place[d.image_id]))
    lessons = Lessons(tuple(fitting), tuple(rejected))
    count = len({lesson.article for lesson in fitting})
    if count < _FEWEST:
        raise NewsMatchError(
            f"{count} articles have a chosen picture; learning needs {_FEWEST} or more"
        )
    decided = set(articles)
    undecided = [(a, i) for a, i in truth if a not in decided and i in place and pool.is_indexed(a)]
    picked = np.random.default_rng(0).permutation(len(undecided))[:_GENERAL]
    general = [Lesson(row(undecided[n][0]), place[undecided[n][1]]) for n in sorted(picked)]
    return _Ground(
        np.stack(vectors), np.asarray(pool.image_vectors(), np.float32), lessons,
        Lessons(tuple(general)), digest.hexdigest(),
    )  # fmt: skip


class _Trials:
    """Every epoch at every distance from the base, measured on the guard set."""

    def __init__(self, ground: _Ground, guard: Lessons, seed: int) -> None:
        self._ground, self._guard, self._seed = ground, guard, seed
        self._base = _reciprocal_ranks(ground, guard, None, seed)
        self._tried: list[tuple[Adapters, float, NDArray[np.float64]]] = []
        self.best_mrr = float(self._base.mean())

    def add(self, adapters: Adapters) -> None:
        """Measure one epoch's adapters."""
        for alpha in ALPHAS:
            ranks = _reciprocal_ranks(self._ground, self._guard, adapters.scaled(alpha), self._seed)
            self._tried.append((adapters, alpha, ranks))
            self.best_mrr = max(self.best_mrr, float(ranks.mean()))

    def chosen(self) -> tuple[Adapters, float]:
        """Return the adapters and the alpha that are best on the whole guard set."""
        adapters, alpha, _ = self._best_on(np.arange(len(self._base)))
        return adapters, alpha

    def _best_on(self, articles: NDArray[np.int64]) -> tuple[Adapters, float, NDArray[np.float64]]:
        # Among equals the one nearest to the base model.
        return max(self._tried, key=lambda trial: (trial[2][articles].mean(), -trial[1]))

    def guard_gain(self) -> Gain:
        """Compare with the base on the guard set.

        The best of many trials flatters itself, so each half of the guard set is measured with
        what the other half would have chosen.
        """
        order = np.random.default_rng(self._seed).permutation(len(self._base))
        after = np.empty_like(self._base)
        for chosen_on, measured_on in ((order[::2], order[1::2]), (order[1::2], order[::2])):
            after[measured_on] = self._best_on(chosen_on)[2][measured_on]
        return gain(self._base, after)


def _compare(ground: _Ground, lessons: Lessons, adapters: Adapters | None, seed: int) -> Gain:
    if not lessons.fitting:
        return gain(np.empty(0), np.empty(0))
    before = _reciprocal_ranks(ground, lessons, None, seed)
    return gain(before, _reciprocal_ranks(ground, lessons, adapters, seed))


def _reciprocal_ranks(
    ground: _Ground, lessons: Lessons, adapters: Adapters | None, seed: int
) -> NDArray[np.float64]:
    """Return 1 / rank of each article's best fitting image, 0 beyond the task's depth.

    Ranked against the images of the lessons and at most 5,000 others, always the same ones.
    """
    fitting: dict[int, list[int]] = {}
    for lesson in lessons.fitting:
        fitting.setdefault(lesson.article, []).append(lesson.image)
    own = {image for images in fitting.values() for image in images}
    others = np.setdiff1d(np.arange(len(ground.images)), np.array(sorted(own), np.int64))
    some = np.random.default_rng(seed).permutation(others)[:_GUARD_POOL]
    rows = np.concatenate([np.array(sorted(own), np.int64), some])
    where = {int(row): place for place, row in enumerate(rows)}
    texts, images = ground.texts[list(fitting)], ground.images[rows]
    if adapters is not None:
        texts, images = adapt(texts, adapters.text), adapt(images, adapters.image)
    scores = texts @ images.T
    best = np.array(
        [
            max(line[where[i]] for i in fits)
            for line, fits in zip(scores, fitting.values(), strict=True)
        ]
    )
    ranks = 1 + (scores > best[:, None]).sum(axis=1)
    return np.where(ranks <= DEPTH, 1 / ranks, 0.0)


def _write_vectors(
    collection: Collection, pool: Pool, made: TrainedModel, adapters: Adapters | None
) -> Work[None]:
    """Give the new model every vector its parent has; no photo is read again."""
    parent = collection.vectors_folder(made.parent)
    home = collection.vectors_folder(made.fingerprint)
    for name, matrix in (("images", adapters.image), ("texts", adapters.text)):
        places, vectors = VectorFile(parent, name, pool.model.dim).read()
        target = VectorFile(home, name, pool.model.dim)
        known = target.keys()
        keys = [key for key in places if key not in known]
        for start in range(0, len(keys), _VECTORS):
            part = keys[start : start + _VECTORS]
            target.append(part, adapt(np.asarray(vectors[[places[k] for k in part]]), matrix))
            yield Progress(start + len(part), len(keys), "moving vectors")
    entry = pool.model
    write_entry(home, ModelEntry(made.name, made.fingerprint, entry.dim, entry.budget,
                                 entry.device, entry.multilingual))  # fmt: skip
    with collection.batch():
        collection.readings.copy(pool.recipe, made.parent, made.fingerprint)


def _free_name(collection: Collection, wanted: str) -> str:
    taken = {model.name for model in collection.models.all()}
    if wanted:
        if wanted in taken:
            raise NewsMatchError(f"there is a model {wanted!r} already; choose another name")
        return wanted
    return next(name for name in _numbered() if name not in taken)


def _numbered() -> Iterator[str]:
    number = 1
    while True:
        yield f"corrections-{number}"
        number += 1


def _card(made: TrainedModel, base: str) -> str:
    lines = [f"# {made.name}", "", f"Trained by NewsMatch from {base}: linear adapters, folded in."]
    for about, found in (("held-out decisions", made.guard), ("other articles", made.general)):
        if found.n:
            lines.append(
                f"MRR@{DEPTH} on {found.n} {about}: {found.before:.4f} before, "
                f"{found.after:.4f} after, difference between {found.low:+.4f} and "
                f"{found.high:+.4f} (95 %)."
            )
    lines += [f"Pairs: {made.pairs}, digest {made.digest}; alpha {made.alpha:g}; "
              f"read by {made.recipe}; options {made.options}.", ""]  # fmt: skip
    return "\n".join(lines)
