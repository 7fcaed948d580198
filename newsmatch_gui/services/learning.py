"""Learning from a collection's decisions, in the background and without fooling anybody."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import (
    DEFAULTS,
    Depth,
    Lessons,
    TrainedModel,
    TrainOptions,
    gain,
)
from newsmatch_gui.domain.learning import split as split_lessons
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.judging import Exam, Judge
from newsmatch_gui.services.lessons import WEIGHTS, lay_ground, read_curriculum
from newsmatch_gui.services.locking import hold
from newsmatch_gui.services.model_registry import activate
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.services.registering import checked_name, register
from newsmatch_gui.services.training_run import TrainingRun, find_run
from newsmatch_gui.store.collection import Collection

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel
    from newsmatch_gui.clip.processes import Group
    from newsmatch_gui.clip.training import Step, Trainer

# How far from the base (0) to the trained weights (1) a model may lie, after WiSE-FT.
ALPHAS = (0.25, 0.5, 0.75, 1.0)
_SAVE_EVERY = 30.0  # seconds between two saves of the state
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
    spare_a_core: bool = False,
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
        spare_a_core: Leave one core to a window that people work in.

    Yields:
        Progress in pairs, with epoch, loss, the guard set's MRR and memory in MiB.

    Returns:
        The registered model.

    Started by ``torchrun``, several processes share each batch, and the first one does the rest.

    Raises:
        NewsMatchError: Too few decisions, nothing to resume, or the model cannot be trained so.
    """
    from newsmatch_gui.clip.processes import join_group

    group = join_group()
    if not group.leads:
        return (yield from _follow(folder, group))
    Collection.open(folder).close()  # says what is wrong with it, before a lock is put there
    with hold(folder / "training" / "lock", f"training in {folder}"):
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
                              checked_name(folder, name), read_curriculum(pool))  # fmt: skip
            run.remove()
        learning = _Learning(pool, run, group)  # refuses what cannot be learned from
        run.write()
        group.meet()
        made = yield from learning.work(spare_a_core=spare_a_core)
        group.meet()
    group.leave()
    if activate_better and made.is_better:
        yield from activate(folder, made.name)
    return made


def _follow(folder: Path, group: "Group") -> Work[TrainedModel]:
    """Train beside the leading process, which measures, saves and reports."""
    yield Progress(0, 0, "waiting for the leading process")
    group.meet()
    run = _resumed(folder)
    yield from _Learning(load_pool(folder, model=run.base), run, group).follow()
    group.meet()
    group.leave()
    with Collection.open(folder) as collection:
        return collection.models.all()[-1]


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

    def __init__(self, pool: Pool, run: TrainingRun, group: "Group") -> None:
        self._pool, self._run, self._group = pool, run, group
        self._begun = time.monotonic()
        self._ground = lay_ground(pool, run.curriculum)
        lessons, images = self._ground.lessons, self._ground.images
        self._learned, self._guard = split_lessons(lessons, images, seed=run.options.seed)
        if not self._guard.fitting or not self._learned.fitting:
            raise NewsMatchError(
                "all decided articles share one picture; decide on some others first"
            )

    def work(self, *, spare_a_core: bool) -> Work[TrainedModel]:
        """Train, choose, measure, save, register."""
        run, pairs = self._run, len(self._learned.fitting)
        exams = self._exams()
        judge, general = Judge(exams[0], exams[1], run.trials), exams[2]
        yield Progress(0, 0, "preparing the model")
        model = loaded_model(self._pool.model.name)
        if spare_a_core:
            model.spare_a_core()
        try:
            student = self._student(model)
            yield from self._warm(student, exams)
            yield from self._train(self._trainer(student), student, judge)
            yield from self._choose(student, judge)
            best = judge.best()
            put_weights(student, run.snapshot(best.epoch))
            after = yield from _reporting(general.sit(student, best.alpha), "measuring")
        finally:
            model.use_all_cores()
        self._note_time()
        made = yield from register(
            self._pool, run, model, student, best, guard=judge.gain(),
            general=gain(general.base, after), pairs=pairs,
        )  # fmt: skip
        run.remove()
        return made

    def follow(self) -> Work[None]:
        """Take the same steps as the leading process, on this process's share of each batch."""
        yield Progress(0, 0, "preparing the model")
        student = self._student(loaded_model(self._pool.model.name))
        yield from self._warm(student, [])
        for step in self._trainer(student).run():
            yield Progress(step.number, 0, "training", {"loss": round(step.loss, 4)})
            if step.epoch_loss is not None and self._group.agree(False):
                return

    def _exams(self) -> list[Exam]:
        """Return the guard set, and two halves of the undecided articles.

        One half helps to choose, the other measures what was chosen.
        """
        size, general = _MEASURED[self._run.depth], self._ground.general.fitting
        return [
            Exam(self._ground, lessons, articles=count, others=size.others)
            for lessons, count in (
                (self._guard, size.guard),
                (Lessons(general[::2]), size.general),
                (Lessons(general[1::2]), size.general),
            )
        ]

    def _warm(self, student: Any, exams: list[Exam]) -> Work[None]:
        """Encode what lies below the trained blocks (partial)."""
        if self._run.depth is not Depth.PARTIAL:
            return
        fitting, rejected = self._learned.fitting, self._learned.rejected
        articles = {lesson.article for lesson in fitting}
        images = {lesson.image for lesson in fitting} | {image for _, image in rejected}
        articles |= {article for exam in exams for article in exam.articles}
        images |= {image for exam in exams for image in exam.images}
        count = len(articles) + len(images)
        for done in student.warm(sorted(articles), sorted(images)):
            yield Progress(done, count, "encoding what stays as it is")

    def _trainer(self, student: Any) -> "Trainer":
        from newsmatch_gui.clip.training import Trainer

        trainer = Trainer(student, self._learned, self._run.options, self._group)
        if self._run.state.exists():
            trainer.load(self._run.state)
        return trainer

    def _student(self, model: "ClipModel") -> Any:
        run, ground = self._run, self._ground
        if run.depth is Depth.QUICK:
            from newsmatch_gui.clip.adapters import AdapterStudent

            return AdapterStudent(
                ground.texts, ground.images, run.options, model.logit_scale, self._learned
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

    def _train(self, trainer: "Trainer", student: Any, judge: Judge) -> Work[None]:
        run = self._run
        total = len(self._learned.fitting) * run.options.epochs
        saved = time.monotonic()
        if self._is_unmeasured(trainer.ended_epoch, judge):
            yield from self._measure(trainer.ended_epoch or 0, student, judge)
        try:
            for step in trainer.run():
                yield self._progress(step, total, judge)
                if step.epoch_loss is not None:
                    yield from self._end_epoch(step, student, judge)
                    trainer.save(run.state)
                    saved = time.monotonic()
                    if self._group.agree(self._should_stop(judge)):
                        break
                elif time.monotonic() - saved > _SAVE_EVERY:
                    trainer.save(run.state)
                    saved = time.monotonic()
        except (GeneratorExit, KeyboardInterrupt):
            # Paused or cancelled: what was learned since the last save is kept. After a fault it
            # is not: weights that are no numbers any more would be gone on with.
            trainer.save(run.state)
            raise
        finally:
            self._note_time()

    def _is_unmeasured(self, epoch: int | None, judge: Judge) -> bool:
        """Tell whether an epoch ended that was not measured: the pairs' statistics, or a pause."""
        if epoch is None or epoch in {trial.epoch for trial in judge.trials}:
            return False
        return epoch > 0 or (self._run.depth is Depth.QUICK and self._run.options.shrink > 0)

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
        from newsmatch_gui.clip.tensors import write_tensors

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


def put_weights(student: Any, path: Path) -> None:
    """Give a student the weights of an earlier epoch.

    Raises:
        NewsMatchError: The file is missing or damaged.
    """
    from newsmatch_gui.clip.tensors import read_tensors, set_weights

    tensors, _ = read_tensors(path)
    weights = student.weights()
    if {n: t.shape for n, t in weights.items()} != {n: t.shape for n, t in tensors.items()}:
        raise NewsMatchError(f"{path} belongs to another training; start anew")
    set_weights(weights, tensors)


def _reporting(steps: Iterator[None], phase: str) -> Work[Any]:
    """Turn the steps of a generator into progress, so that cancel works; returns its value."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value
        yield Progress(0, 0, phase)
