"""Registering a trained model: its folder in open_clip's format, its vectors, what it is."""

import platform
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Adapters, Depth, Gain, TrainedModel, adapt
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.indexing import ModelEntry, write_entry
from newsmatch_gui.services.judging import Trial
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.services.training_run import TrainingRun
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.vectors import VectorFile

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel

_VECTORS = 20_000  # adapted and written at a time


def register(
    pool: Pool, run: TrainingRun, model: "ClipModel", student: Any, best: Trial, *,
    guard: Gain, general: Gain, pairs: int,
) -> Work[TrainedModel]:  # fmt: skip
    """Save a trained model and register it; it does not serve yet.

    Args:
        pool: Of the base model.
        run: The training it came of.
        model: The base model.
        student: With the best epoch's weights.
        best: Which trial was chosen.
        guard: Comparison with the base on decisions held out.
        general: Comparison on articles nobody decided on.
        pairs: How many pairs it learned from.

    Raises:
        NewsMatchError: The disk does not take it, or the adapters cannot be folded in.
    """
    from newsmatch_gui.clip.folding import save_folder

    yield Progress(0, 0, "saving the model")
    network = student.network(model, best.alpha)
    fingerprint = model.fingerprint_of(network)
    with Collection.open(pool.folder) as collection:
        options = asdict(run.options) | {"stopped after": len(run.losses), "best epoch": best.epoch}
        made = TrainedModel(
            fingerprint, _free_name(collection, run.name), pool.model.fingerprint,
            run.depth.value, pool.recipe, pairs, run.curriculum.digest, options, best.alpha,
            guard, general, run.seconds, f"{platform.machine()} {model.device}",
        )  # fmt: skip
        target = collection.model_folder(fingerprint)
        if not target.exists():
            save_folder(model, network, target, _card(made, pool.model.name))
        if run.depth is Depth.QUICK:
            adapters = student.adapters().scaled(best.alpha)
            yield from _write_vectors(collection, pool, made, adapters)
        with collection.batch():
            collection.models.add(made)
            return collection.models.get(fingerprint) or made


def _write_vectors(
    collection: Collection, pool: Pool, made: TrainedModel, adapters: Adapters
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


def checked_name(folder: Path, wanted: str) -> str:
    """Return a name for a model if it is free, empty for a numbered one.

    Raises:
        NewsMatchError: It is taken.
    """
    wanted = wanted.strip()
    with Collection.open(folder) as collection:
        if wanted in {model.name for model in collection.models.all()}:
            raise NewsMatchError(f"there is a model {wanted!r} already; choose another name")
    return wanted


def _free_name(collection: Collection, wanted: str) -> str:
    """Return the wanted name, or a numbered one: it may have been taken while the model trained."""
    taken = {model.name for model in collection.models.all()}
    if wanted and wanted not in taken:
        return wanted
    number = 1
    while f"corrections-{number}" in taken:
        number += 1
    return f"corrections-{number}"


def _card(made: TrainedModel, base: str) -> str:
    how = "linear adapters, folded in" if made.depth == Depth.QUICK else f"depth {made.depth}"
    lines = [f"# {made.name}", "", f"Trained by NewsMatch from {base}: {how}."]
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
