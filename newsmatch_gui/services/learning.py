"""Learning from a collection's decisions, in the background and without fooling anybody."""

import platform
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import psutil

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import (
    DEFAULTS,
    Adapters,
    Depth,
    Gain,
    Lessons,
    TrainedModel,
    TrainOptions,
    adapt,
    gain,
)
from newsmatch_gui.domain.learning import split as split_lessons
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.indexing import ModelEntry, build_index, write_entry
from newsmatch_gui.services.judging import Exam, Judge, Trial
from newsmatch_gui.services.lessons import WEIGHTS, Ground, lay_ground, read_curriculum
from newsmatch_gui.services.model_registry import activate
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.services.training_run import TrainingRun, find_run, one_training
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.vectors import VectorFile

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel
    from newsmatch_gui.clip.training import Step, Trainer

# How far from the base (0) to the trained weights (1) a model may lie, after WiSE-FT.
ALPHAS = (0.25, 0.5, 0.75, 1.0)
_SAVE_EVERY = 30.0  # seconds between two saves of the state
_VECTORS = 20_000  # adapted and written at a time
_MEBIBYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class _Size:
    """How much is measured: a network must encode again what adapters only multiply."""

    guard: int
    others: int
    general: int
    alphas: tuple[float, ...]


_MEASURED = {
    Depth.QUICK: _Size(1_000, 2_000, 500, ALPHAS),
    Depth.PARTIAL: _Size(300, 200, 100, (1.0,)),
    Depth.FULL: _Size(300, 200, 100, (1.0,)),
}


def finetune(
    folder: Path, *, depth: Depth = Depth.QUICK, options: TrainOptions | None = None,
    name: str = "", base: str = "", resume: bool = False, activate_better: bool = True,
) -> Work[TrainedModel]:  # fmt: skip
    """Train a model on the collection's decisions.

    A fifth of the decided articles guards: the epoch and the distance from the base model
    (WiSE-FT's alpha) are chosen on it, each half by the other, and only a model that is better
    there, and no worse on articles nobody decided on, becomes active.

    Closed in the middle, or killed, it can be resumed and takes the same steps as if it had not
    been.

    Args:
        folder: The collection; indexed.
        depth: How much of the model is trained.
        options: How; None for what suits the depth.
        name: What to call the model; empty for a numbered name.
        base: Name of the model to start from; empty for the one that serves.
        resume: Go on with the training that was stopped; the other arguments are then its own.
        activate_better: Let a better model serve at once.

    Yields:
        Progress in pairs, with epoch, loss, the guard set's MRR and memory in MiB.

    Returns:
        The registered model.

    Raises:
        NewsMatchError: Too few decisions, nothing to resume, or the model cannot be trained so.
    """
    with one_training(folder):
        run = _resumed(folder) if resume else None
        fingerprint = run.base if run else ""
        if base and not resume:
            report = yield from build_index(folder, model=base, serve=False)
            fingerprint = report.fingerprint
        yield Progress(0, 0, "reading decisions")
        pool = load_pool(folder, model=fingerprint)
        if run is None:
            chosen = options or DEFAULTS[depth]
            run = TrainingRun(folder / "training", depth, chosen, pool.model.fingerprint,
                              _checked_name(folder, name), read_curriculum(pool))  # fmt: skip
            run.remove()
        made = yield from _Learning(pool, run).work()
    if activate_better and made.is_better:
        yield from activate(folder, made.name)
    return made


def count_fitting(folder: Path) -> int:
    """Return how many articles have a chosen or acceptable picture."""
    with Collection.open(folder) as collection:
        decisions = collection.decisions.all_current()
    return len({d.article_id for d in decisions if d.verdict in WEIGHTS})


def _resumed(folder: Path) -> TrainingRun:
    run = find_run(folder)
    if run is None:
        raise NewsMatchError("there is no training to go on with; start one without --resume")
    return run


class _Learning:
    """One training from its lessons to the registered model."""

    def __init__(self, pool: Pool, run: TrainingRun) -> None:
        self._pool, self._run = pool, run
        self._begun = time.monotonic()

    def work(self) -> Work[TrainedModel]:
        """Train, choose, measure, save, register."""
        run = self._run
        ground = lay_ground(self._pool, run.curriculum)
        learned, guard = split_lessons(ground.lessons, ground.images, seed=run.options.seed)
        if not guard.fitting or not learned.fitting:
            raise NewsMatchError(
                "all decided articles share one picture; decide on some others first"
            )
        size = _MEASURED[run.depth]
        # One half of the undecided articles helps to choose, the other measures what was chosen.
        exams = [
            Exam(ground, lessons, articles=count, others=size.others)
            for lessons, count in (
                (guard, size.guard),
                (Lessons(ground.general.fitting[::2]), size.general),
                (Lessons(ground.general.fitting[1::2]), size.general),
            )
        ]
        judge, general = Judge(exams[0], exams[1], run.trials), exams[2]
        yield Progress(0, 0, "preparing the model")
        model = loaded_model(self._pool.model.name)
        student = self._student(model, ground, learned)
        rows = [lesson.article for lesson in learned.fitting], [x.image for x in learned.fitting]
        rejects = [image for _, image in learned.rejected]
        if run.depth is Depth.PARTIAL:
            articles = {*rows[0], *(a for exam in exams for a in exam.articles)}
            images = {*rows[1], *rejects, *(i for exam in exams for i in exam.images)}
            count = len(articles) + len(images)
            for done in student.warm(sorted(articles), sorted(images)):
                yield Progress(done, count, "encoding what stays as it is")
        from newsmatch_gui.clip.training import Trainer

        trainer = Trainer(student, learned, run.options)
        if run.state.exists():
            trainer.load(run.state)
        else:
            run.write()
        yield from self._train(trainer, student, judge, len(learned.fitting))
        yield from self._choose(student, judge)
        best = judge.best()
        put_weights(student, run.snapshot(best.epoch))
        yield Progress(0, 0, "measuring")
        after = yield from _reporting(general.sit(student, best.alpha), "measuring")
        return (yield from self._register(
            model, student, best, judge.gain(), gain(general.base, after), len(learned.fitting)
        ))  # fmt: skip

    def _student(self, model: "ClipModel", ground: Ground, learned: Lessons) -> Any:
        run = self._run
        if run.depth is Depth.QUICK:
            from newsmatch_gui.clip.adapters import AdapterStudent

            return AdapterStudent(
                ground.texts, ground.images, run.options, model.logit_scale, learned
            )
        from newsmatch_gui.clip.towers import TowerStudent

        with Collection.open(self._pool.folder) as collection:
            readings = collection.readings
            texts = readings.first_parts(self._pool.recipe, self._pool.model.fingerprint)
            paths = collection.images.paths()
        return TowerStudent(
            model, [texts[a] for a in ground.article_ids], [paths[i] for i in ground.image_ids],
            run.depth, run.options,
        )  # fmt: skip

    # Training ------------------------------------------------------------------------------

    def _train(self, trainer: "Trainer", student: Any, judge: Judge, pairs: int) -> Work[None]:
        run = self._run
        total = pairs * run.options.epochs
        saved = time.monotonic()
        complete = False
        if run.depth is Depth.QUICK and run.options.shrink and not judge.trials:
            yield from self._measure(0, student, judge)
        try:
            for step in trainer.run():
                yield self._progress(step, total, judge)
                if step.epoch_loss is not None:
                    yield from self._end_epoch(step, student, judge)
                    trainer.save(run.state)
                    saved = time.monotonic()
                    if self._should_stop(judge):
                        break
                elif time.monotonic() - saved > _SAVE_EVERY:
                    trainer.save(run.state)
                    saved = time.monotonic()
            complete = True
        finally:
            if not complete:  # paused or cancelled: what was learned since the last save is kept
                trainer.save(run.state)
            self._note_time()

    def _progress(self, step: "Step", total: int, judge: Judge) -> Progress:
        memory = psutil.Process().memory_info().rss / _MEBIBYTE
        figures = {"epoch": step.epoch, "step": step.number, "loss": round(step.loss, 4),
                   "MiB": round(memory), "guard MRR before": round(judge.base_mrr, 4)}  # fmt: skip
        if judge.trials:
            epoch = max(trial.epoch for trial in judge.trials)
            figures["measured epoch"] = epoch
            figures["guard MRR"] = round(judge.mrr_of(epoch), 4)
        return Progress(round(step.share * total), total, "training", figures, step.note)

    def _end_epoch(self, step: "Step", student: Any, judge: Judge) -> Work[None]:
        run = self._run
        del run.losses[step.epoch - 1 :]
        run.losses.append(step.epoch_loss or 0.0)
        yield from self._measure(step.epoch, student, judge)

    def _measure(self, epoch: int, student: Any, judge: Judge) -> Work[None]:
        from newsmatch_gui.clip.training import write_tensors

        run = self._run
        looking = judge.look(student, epoch, _MEASURED[run.depth].alphas)
        yield from _reporting(looking, "measuring")
        write_tensors(run.snapshot(epoch), student.weights(), {"epoch": epoch})
        if run.depth is not Depth.QUICK:  # whole networks are large: only the best one stays
            run.keep_only(judge.best().epoch)
        run.trials = judge.trials
        self._note_time()

    def _note_time(self) -> None:
        now = time.monotonic()
        self._run.seconds += now - self._begun
        self._begun = now
        self._run.write()

    def _should_stop(self, judge: Judge) -> bool:
        """Stop when the guard set gained nothing for a while, or the loss rises."""
        losses = self._run.losses
        rises = len(losses) > 2 and losses[-1] > losses[-2] > losses[-3]
        return rises or judge.epochs_since_best() >= self._run.options.patience

    def _choose(self, student: Any, judge: Judge) -> Work[None]:
        """Measure the best epoch of a network at every distance from its base."""
        if self._run.depth is Depth.QUICK:
            return
        best = judge.best()
        put_weights(student, self._run.snapshot(best.epoch))
        done = {t.alpha for t in judge.trials if t.epoch == best.epoch}
        rest = [alpha for alpha in ALPHAS if alpha not in done]
        yield from _reporting(judge.look(student, best.epoch, rest), "measuring")

    # Keeping -------------------------------------------------------------------------------

    def _register(
        self, model: "ClipModel", student: Any, best: Trial, guard: Gain, general: Gain, pairs: int
    ) -> Work[TrainedModel]:
        from newsmatch_gui.clip.folding import save_folder

        run, pool = self._run, self._pool
        yield Progress(0, 0, "saving the model")
        network = student.network(model, best.alpha)
        fingerprint = model.fingerprint_of(network)
        self._note_time()
        with Collection.open(pool.folder) as collection:
            options = asdict(run.options) | {"stopped after": len(run.losses)}
            made = TrainedModel(
                fingerprint, run.name or _free_name(collection), pool.model.fingerprint,
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
                made = collection.models.get(fingerprint) or made
        run.remove()
        return made


def put_weights(student: Any, path: Path) -> None:
    """Give a student the weights of an earlier epoch.

    Raises:
        NewsMatchError: The file is missing or damaged.
    """
    from newsmatch_gui.clip.training import read_tensors, set_weights

    tensors, _ = read_tensors(path)
    set_weights(student.weights(), tensors)


def _reporting(steps: Iterator[None], phase: str) -> Work[Any]:
    """Turn the steps of a generator into progress, so that cancel works; returns its value."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value
        yield Progress(0, 0, phase)


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


def _checked_name(folder: Path, wanted: str) -> str:
    with Collection.open(folder) as collection:
        if wanted in {model.name for model in collection.models.all()}:
            raise NewsMatchError(f"there is a model {wanted!r} already; choose another name")
    return wanted


def _free_name(collection: Collection) -> str:
    taken = {model.name for model in collection.models.all()}
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
