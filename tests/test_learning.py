"""Learning from decisions: the loss, the split, the depths, resuming, and what is registered."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from learning_fixtures import COLOURS, colour_newsroom, decide
from PIL import Image
from scipy.linalg import inv, sqrtm

from newsmatch_gui.cli.main import cli
from newsmatch_gui.clip.adapters import AdapterStudent
from newsmatch_gui.clip.cutting import CutTower
from newsmatch_gui.clip.loss import CorrectionLoss
from newsmatch_gui.clip.model import load_model
from newsmatch_gui.clip.processes import Group
from newsmatch_gui.clip.tensors import read_tensors, write_tensors
from newsmatch_gui.clip.towers import TowerStudent
from newsmatch_gui.clip.training import Trainer
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import (
    NEAR_DUPLICATE,
    Depth,
    Lesson,
    Lessons,
    TrainedModel,
    TrainOptions,
    adapt,
    batches,
    gain,
    pair_statistics,
    split,
)
from newsmatch_gui.domain.progress import Progress, finish
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.judging import Exam, Judge, Trial
from newsmatch_gui.services.learning import finetune
from newsmatch_gui.services.lessons import Ground
from newsmatch_gui.services.model_registry import (
    activate,
    delete_model,
    export_model,
    list_models,
    rename_model,
    rollback,
)
from newsmatch_gui.services.ranking import load_pool, rank_article
from newsmatch_gui.services.train_options import train_options
from newsmatch_gui.services.training_run import find_run

QUICK = TrainOptions(epochs=12, batch=16, rate=1e-2, temperature=0.1, patience=12)
DEEP = TrainOptions(epochs=3, batch=16, rate=1e-3, temperature=0.1)


def unit(rows: int, dim: int = 8, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(rows, dim)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def loss_of(lessons: Lessons, batch: list[Lesson], texts: Vectors, images: Vectors) -> float:
    loss = CorrectionLoss(lessons, Group())
    targets = loss.targets(batch)
    rows = [lesson.article for lesson in targets.own]
    columns = [lesson.image for lesson in targets.own]
    hard = torch.from_numpy(images[[image for _, image in targets.hard]].reshape(-1, 8))
    text, image = torch.from_numpy(texts[rows]), torch.from_numpy(images[columns])
    return float(loss(targets, text, image, hard, 10.0))


def by_hand(batch: list[Lesson], texts: Vectors, images: Vectors, **more: object) -> float:
    """The loss as its docstring says it, one logit at a time."""
    fits, rejected = more.get("fits", set()), more.get("rejected", {})
    total = weight = 0.0
    for lesson in batch:
        own = 10 * texts[lesson.article] @ images[lesson.image]
        row = [10 * texts[lesson.article] @ images[other.image] for other in batch
               if other is lesson or (lesson.article, other.image) not in fits]  # fmt: skip
        row += [10 * texts[lesson.article] @ images[i] for i in rejected.get(lesson.article, ())]
        column = [10 * texts[other.article] @ images[lesson.image] for other in batch
                  if other is lesson or (other.article, lesson.image) not in fits]  # fmt: skip
        each = (np.logaddexp.reduce(row) - own + np.logaddexp.reduce(column) - own) / 2
        total, weight = total + lesson.weight * each, weight + lesson.weight
    return total / weight


def test_a_plain_batch_has_open_clips_own_loss() -> None:
    texts, images = unit(6), unit(6, seed=1)
    batch = [Lesson(n, n) for n in range(6)]
    plain = open_clip.ClipLoss()(torch.from_numpy(images), torch.from_numpy(texts), 10.0)
    assert loss_of(Lessons(tuple(batch)), batch, texts, images) == pytest.approx(float(plain))


@given(st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_the_loss_is_what_it_says(seed: int) -> None:
    rng = np.random.default_rng(seed)
    texts, images = unit(6, seed=seed), unit(12, seed=seed + 1)
    batch = [Lesson(n, n, float(rng.choice([0.6, 1.0]))) for n in range(6)]
    also = {(int(a), int(i)) for a, i in rng.integers(0, 6, (4, 2))}
    others = tuple(Lesson(a, i) for a, i in also if a != i)
    rejected = tuple(
        (int(a), int(i)) for a, i in zip(rng.integers(0, 6, 3), (7, 8, 9), strict=True)
    )
    lessons = Lessons((*batch, *others), rejected)
    hard: dict[int, list[int]] = {}
    for article, image in rejected:
        hard.setdefault(article, []).append(image)
    expected = by_hand(batch, texts, images, fits=also, rejected=hard)
    assert loss_of(lessons, batch, texts, images) == pytest.approx(expected, rel=1e-4)


def test_two_processes_share_a_batch_without_changing_its_loss() -> None:
    batch = [Lesson(n, n) for n in range(7)]
    lessons = Lessons(tuple(batch), ((1, 8), (4, 9)))
    parts = [CorrectionLoss(lessons, Group(rank, 2)).targets(batch) for rank in (0, 1)]
    assert parts[0].lessons == parts[1].lessons
    assert sorted(x.article for part in parts for x in part.own) == list(range(6))
    assert sorted(parts[p].own[row].article for p in (0, 1) for row, _ in parts[p].hard) == [1, 4]


@given(
    st.lists(
        st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=1, max_size=60, unique=True
    ),
    st.integers(2, 9),
    st.integers(0, 99),
)
def test_no_batch_holds_an_article_or_image_twice(
    pairs: set[tuple[int, int]], size: int, seed: int
) -> None:
    lessons = [Lesson(a, i) for a, i in sorted(pairs)]
    seen = []
    for batch in batches(lessons, size, np.random.default_rng(seed)):
        assert 2 <= len(batch) <= size
        assert len({x.article for x in batch}) == len({x.image for x in batch}) == len(batch)
        seen += batch
    assert len(seen) == len(set(seen))
    assert set(seen) <= set(lessons)


@given(st.integers(0, 500), st.integers(2, 40))
@settings(deadline=None)
def test_nothing_leaks_from_the_lessons_into_the_guard_set(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    images = unit(20, seed=seed)
    images[10:15] = images[:5] + 0.01 * unit(5, seed=seed + 1)  # nearly the same photos
    images /= np.linalg.norm(images, axis=1, keepdims=True)
    pairs = {(int(a), int(i)) for a, i in rng.integers(0, 20, (count, 2))}
    lessons = Lessons(tuple(Lesson(a, i) for a, i in pairs), ((0, 3),))
    learned, guard = split(lessons, images, seed=seed)
    sides = [{x.article for x in part.fitting} for part in (learned, guard)]
    assert not sides[0] & sides[1]
    assert sides[0] | sides[1] == {a for a, _ in pairs}
    pictures = [
        sorted({x.image for x in part.fitting} | {i for _, i in part.rejected})
        for part in (learned, guard)
    ]
    if all(pictures):
        assert (images[pictures[0]] @ images[pictures[1]].T).max() <= NEAR_DUPLICATE


def test_a_paired_bootstrap_tells_a_gain_from_noise() -> None:
    rng = np.random.default_rng(0)
    before = rng.random(300)
    better = gain(before, before + 0.1)
    assert better.low > 0.09 and better.high < 0.11
    noise = gain(before, rng.permutation(before))
    assert noise.low < 0 < noise.high
    # The bootstrap of a mean comes near its normal interval.
    change = rng.normal(size=1_000)
    found = gain(np.zeros(1_000), change, draws=20_000)
    half = 1.96 * change.std() / np.sqrt(1_000)
    assert [found.low, found.high] == pytest.approx(
        [change.mean() - half, change.mean() + half], abs=half / 20
    )


def test_a_fifth_of_the_articles_guards() -> None:
    alone = Lessons(tuple(Lesson(n, n) for n in range(100)))
    learned, guard = split(alone, np.eye(100, dtype=np.float32))
    assert (len(learned.fitting), len(guard.fitting)) == (80, 20)


def exam_of(texts: Vectors, images: Vectors, pairs: set[tuple[int, int]], **size: int) -> Exam:
    nothing = Lessons(())
    ground = Ground((), (), texts, images, nothing, nothing)
    lessons = Lessons(tuple(Lesson(article, image) for article, image in sorted(pairs)))
    return Exam(ground, lessons, **{"articles": 100, "others": 100} | size)


@given(st.integers(0, 10_000), st.integers(1, 15))
@settings(deadline=None, max_examples=50)
def test_an_exam_marks_where_the_best_fitting_image_stands(seed: int, count: int) -> None:
    rng = np.random.default_rng(seed)
    # Few distinct values, so that ties are common.
    texts, images = (rng.integers(-1, 2, (n, 2)).astype(np.float32) for n in (6, 120))
    pairs = {(int(a), int(i)) for a, i in rng.integers(0, (6, 120), (count, 2))}
    exam = exam_of(texts, images, pairs, others=120)
    assert sorted(exam.images) == list(range(120))
    assert exam.articles == sorted({article for article, _ in pairs})
    for article, found in zip(exam.articles, exam.base, strict=True):
        fits = {image for other, image in pairs if other == article}
        scores = images @ texts[article]
        best = max(scores[image] for image in fits)
        rank = 1 + sum(scores[image] >= best for image in range(120) if image not in fits)
        assert found == (pytest.approx(1 / rank) if rank <= 100 else 0)
    few = exam_of(texts, images, pairs, articles=2, others=3)
    assert len(few) == min(2, len(exam))
    assert len(set(few.images)) == len(few.images) <= 3 + count


def test_the_best_of_many_trials_does_not_flatter_itself() -> None:
    rng = np.random.default_rng(0)
    exam = exam_of(unit(40), unit(300, seed=1), {(n, n) for n in range(40)}, others=260)
    nothing = exam_of(unit(1), unit(1), set())
    chance = [Trial(n, 1.0, rng.permutation(exam.base), np.empty(0)) for n in range(1, 4)]
    worse = [
        Trial(n, 1.0, exam.base + rng.normal(-0.2, 0.3, 40), np.empty(0)) for n in range(4, 99)
    ]
    judge = Judge(exam, nothing, [*chance, *worse])
    assert judge.best().mrr == max(trial.mrr for trial in judge.trials)
    assert judge.gain().after < judge.best().mrr  # each half is measured by the other's choice
    sure = Trial(99, 0.5, exam.base + 1, np.empty(0))
    judge = Judge(exam, nothing, [*chance, *worse, sure])
    assert judge.gain().after == pytest.approx(sure.mrr)
    assert (judge.best(), judge.epochs_since_best()) == (sure, 0)
    # What is as good is taken where it is nearer to the base, and earlier.
    alike = [
        Trial(epoch, alpha, exam.base, np.empty(0)) for epoch in (2, 1) for alpha in (1.0, 0.5)
    ]
    best = Judge(exam, nothing, alike).best()
    assert (best.epoch, best.alpha) == (1, 0.5)
    # And what was not decided on counts as well.
    kept = exam_of(unit(40), unit(300, seed=1), {(n, n) for n in range(40)})
    forgets, keeps = (
        Trial(1, 1.0, exam.base + 0.1, kept.base - 0.3),
        Trial(2, 1.0, exam.base, kept.base),
    )
    assert Judge(exam, kept, [forgets, keeps]).best() is keeps


def test_the_statistics_of_pairs_find_a_turned_space() -> None:
    rng = np.random.default_rng(0)
    images = unit(500, 16)
    turn, _ = np.linalg.qr(rng.normal(size=(16, 16)))
    noise = 0.1 * rng.normal(size=images.shape)
    texts = (images @ turn.T + noise).astype(np.float32)
    texts /= np.linalg.norm(texts, axis=1, keepdims=True)
    learn, test = slice(0, 300), slice(300, 500)
    found = pair_statistics(texts[learn], images[learn], np.ones(300), 10.0)

    def hits(left: Vectors, right: Vectors) -> float:
        return float(((left @ right.T).argmax(axis=1) == np.arange(len(left))).mean())

    before = hits(texts[test], images[test])
    after = hits(adapt(texts[test], found.text), adapt(images[test], found.image))
    assert before < 0.1
    assert after > 0.9
    nothing = pair_statistics(texts[learn], images[learn], np.ones(300), 1e9)
    assert np.abs(nothing.text).max() < 1e-3  # a strong prior leaves everything as it was


def test_what_differs_within_pairs_counts_less_by_its_covariance() -> None:
    """Within-class covariance normalisation, written down with SciPy's matrix functions."""
    rng = np.random.default_rng(0)
    images, weights, shrink = unit(200, 6), rng.uniform(0.2, 1, 200), 3.0
    texts = images + rng.normal(size=(200, 6)) * [0.5, 0.2, 0.1, 0.1, 0.05, 0.05]
    apart = texts - images
    covariance = (apart.T * weights) @ apart / weights.sum()
    covariance += shrink * np.trace(covariance) / 6 * np.eye(6)
    whiten = inv(sqrtm(covariance / (np.trace(covariance) / 6)))
    found = pair_statistics(texts, images, weights, shrink)
    assert np.allclose(np.eye(6) + found.image, whiten, atol=1e-4)


# Towers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("tower", ["visual", "text"])
def test_a_cut_tower_gives_what_the_whole_one_gives(tiny_model: str, tower: str) -> None:
    network = load_model(tiny_model)._network
    whole = network.visual if tower == "visual" else network
    photos, tokens = torch.rand(3, 3, 32, 32), torch.randint(1, 400, (3, 16))
    rows = photos if tower == "visual" else tokens
    cut = CutTower(whole, 1)
    with torch.no_grad():
        expected = whole(rows) if tower == "visual" else whole.encode_text(rows)
        below = cut.lower(rows)
        # Of an image only the shape still matters above the cut.
        shape = torch.zeros_like(rows) if tower == "visual" else rows
        assert torch.allclose(cut.upper(shape, below), expected, atol=1e-5)
    trained = {id(p) for p in cut.trained(rows)}
    names = {name for name, p in network.named_parameters() if id(p) in trained}
    assert any("resblocks.1." in name for name in names)
    assert not any("resblocks.0." in name or "embedding" in name for name in names)


@pytest.mark.model
def test_the_starters_towers_can_be_cut() -> None:
    model = load_model()
    tokens = model._tokenizer(["a red bus in the rain", "elections"])
    for tower, rows in ((model._network.visual, torch.rand(2, 3, 256, 384)),
                        (model._network.text, tokens)):  # fmt: skip
        cut = CutTower(tower, 1)
        with torch.no_grad():
            same = cut.upper(rows, cut.lower(rows))
            assert torch.allclose(same, tower(rows), atol=1e-4)


def test_an_architecture_without_a_list_of_blocks_is_one_sentence() -> None:
    with pytest.raises(NewsMatchError, match="choose quick or full"):
        CutTower(torch.nn.Linear(2, 2), 1)


@pytest.mark.slow
def test_full_training_overfits_64_pairs(tiny_model: str, tmp_path: Path) -> None:
    from conftest import make_photo

    photos = [str(make_photo(tmp_path / f"{n}.png", n, (32, 32))) for n in range(64)]
    texts = [f"{'north south east west'.split()[n % 4]} {n // 4} street" for n in range(64)]
    lessons = Lessons(tuple(Lesson(n, n) for n in range(64)))
    options = TrainOptions(epochs=60, batch=64, rate=2e-3, decay=0.0, temperature=0.07)
    student = TowerStudent(load_model(tiny_model), texts, photos, Depth.FULL, options)
    for step in Trainer(student, lessons, options).run():
        if step.epoch_loss is not None and step.epoch_loss < 0.15:
            break
    *_, found = student.vectors(range(64), range(64), 1.0)
    assert found is not None
    assert ((found[0] @ found[1].T).argmax(axis=1) == np.arange(64)).all()  # recall@1 = 1


@pytest.mark.parametrize("lock", ["image", "text"])
def test_a_locked_tower_stays_as_it_is(tiny_model: str, tmp_path: Path, lock: str) -> None:
    from conftest import make_photo

    photos = [str(make_photo(tmp_path / f"{n}.png", n, (32, 32))) for n in range(4)]
    options = TrainOptions(epochs=1, batch=4, rate=1e-2, lock=lock, augment=True)
    model = load_model(tiny_model)
    student = TowerStudent(model, ["a", "b", "c", "d"], photos, Depth.FULL, options)
    *_, before = student.vectors(range(4), range(4), 1.0)
    list(Trainer(student, Lessons(tuple(Lesson(n, n) for n in range(4))), options).run())
    *_, after = student.vectors(range(4), range(4), 1.0)
    assert before is not None and after is not None
    kept, moved = (1, 0) if lock == "image" else (0, 1)
    assert np.allclose(before[kept], after[kept], atol=1e-5)
    assert not np.allclose(before[moved], after[moved], atol=1e-3)


def test_weights_between_base_and_trained(tiny_model: str, tmp_path: Path) -> None:
    from conftest import make_photo

    photos = [str(make_photo(tmp_path / f"{n}.png", n, (32, 32))) for n in range(4)]
    options = TrainOptions(epochs=2, batch=4, rate=1e-2)
    model = load_model(tiny_model)
    student = TowerStudent(model, ["a", "b", "c", "d"], photos, Depth.FULL, options)
    list(Trainer(student, Lessons(tuple(Lesson(n, n) for n in range(4))), options).run())
    *_, base = student.vectors(range(4), range(4), 0.0)
    *_, trained = student.vectors(range(4), range(4), 1.0)
    assert base is not None and trained is not None
    assert np.allclose(base[0], model.encode_texts(["a", "b", "c", "d"]), atol=1e-5)
    assert not np.allclose(base[0], trained[0], atol=1e-3)


@pytest.mark.slow
@pytest.mark.model
def test_two_processes_train_as_one_would(newsroom_folder: Path, tmp_path: Path) -> None:
    alone = Path(shutil.copytree(newsroom_folder, newsroom_folder.parent / "alone.newsmatch"))
    options = tmp_path / "o.toml"
    options.write_text("rate = 1e-3\nbatch = 16\nepochs = 2\ntemperature = 0.1\n")
    losses = []
    for folder, start in ((alone, []), (newsroom_folder, ["-m", "torch.distributed.run",
                          "--standalone", "--nproc-per-node=2"])):  # fmt: skip
        command = [
            sys.executable, *start, "-m", "newsmatch_gui", "finetune", str(folder),
            "--depth", "full", "--options", str(options), "--progress", "json", "--keep-active",
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)
        assert done.returncode == 0, done.stderr[-2_000:]
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        assert sum("fingerprint" in line for line in lines) == 1  # only one of them reports
        losses.append([line["figures"]["loss"] for line in lines if "step" in
                       line.get("figures", {})])  # fmt: skip
    assert len(losses[1]) == len(losses[0])
    made = [list_models(folder)[0] for folder in (alone, newsroom_folder)]
    assert [len(found) for found in made] == [1, 1]
    both = [
        load_model(f"local-dir:{folder / 'models' / found[0].fingerprint}").encode_texts(
            list(COLOURS)
        )
        for folder, found in zip((alone, newsroom_folder), made, strict=True)
    ]
    assert made[0][0].alpha == made[1][0].alpha
    assert (both[0] * both[1]).sum(axis=1).min() > 0.999  # the same gradients, so the same model


# The loop ---------------------------------------------------------------------------------


def adapters(options: TrainOptions, seed: int = 0) -> tuple[AdapterStudent, Lessons]:
    texts, images = unit(40, 16, seed), unit(40, 16, seed + 1)
    lessons = Lessons(tuple(Lesson(n, n) for n in range(40)), ((0, 5), (3, 9)))
    return AdapterStudent(texts, images, options, 10.0), lessons


def test_a_resumed_run_takes_the_steps_of_one_never_stopped(tmp_path: Path) -> None:
    options = TrainOptions(epochs=4, batch=8, accumulate=2, rate=1e-2)
    student, lessons = adapters(options)
    whole = [(s.number, s.loss) for s in Trainer(student, lessons, options).run()]
    for stop in (1, 3, 5, len(whole)):
        student, lessons = adapters(options)
        first = Trainer(student, lessons, options)
        steps = []
        for step in first.run():
            steps.append((step.number, step.loss))
            if len(steps) == stop:
                break
        first.save(tmp_path / "state.safetensors")
        student, lessons = adapters(options, seed=0)
        second = Trainer(student, lessons, options)
        second.load(tmp_path / "state.safetensors")
        steps += [(step.number, step.loss) for step in second.run()]
        assert [n for n, _ in steps] == [n for n, _ in whole]
        assert np.allclose([x for _, x in steps], [x for _, x in whole], atol=1e-5)


def test_memory_that_runs_out_halves_the_batch_and_says_so() -> None:
    options = TrainOptions(epochs=1, batch=16)
    student, lessons = adapters(options)
    encode = student.encode

    def small(prepared: object) -> object:
        if len(prepared[0]) > 5:
            raise MemoryError
        return encode(prepared)

    student.encode = small
    steps = list(Trainer(student, lessons, options).run())
    assert steps[0].note == "memory ran out; going on with batches of 4"
    assert not any(step.note for step in steps[1:])
    assert sum(step.pairs for step in steps) == 40

    def never(_prepared: object) -> object:
        raise MemoryError

    student.encode = never
    with pytest.raises(NewsMatchError, match="not enough memory"):
        list(Trainer(student, lessons, options).run())


def test_a_batch_of_one_is_refused() -> None:
    with pytest.raises(NewsMatchError, match="batch of one"):
        train_options(Depth.QUICK, given={"batch": 1})
    student, lessons = adapters(TrainOptions())
    with pytest.raises(NewsMatchError, match="batch of one"):
        Trainer(student, lessons, TrainOptions(batch=1))
    with pytest.raises(NewsMatchError, match="fewer than two"):
        Trainer(student, Lessons(lessons.fitting[:1]), TrainOptions())


def test_a_state_is_never_executed(tmp_path: Path) -> None:
    import pickle

    fired = tmp_path / "fired"

    class Payload:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return Path.touch, (fired,)

    path = tmp_path / "state.safetensors"
    path.write_bytes(pickle.dumps(Payload()))
    student, lessons = adapters(TrainOptions())
    with pytest.raises(NewsMatchError, match="start anew"):
        Trainer(student, lessons, TrainOptions()).load(path)
    torch.save({"x": Payload()}, path)
    with pytest.raises(NewsMatchError, match="start anew"):
        read_tensors(path)
    assert not fired.exists()


def test_what_is_synced_is_open_for_writing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Windows refuses to sync anything else; here nobody would notice."""
    fcntl = pytest.importorskip("fcntl")
    modes: list[int] = []
    monkeypatch.setattr(
        os, "fsync", lambda number: modes.append(fcntl.fcntl(number, fcntl.F_GETFL))
    )
    write_tensors(tmp_path / "state.safetensors", {"a": torch.zeros(2)}, {})
    assert [mode & os.O_ACCMODE for mode in modes] == [os.O_RDWR]


def test_options_files_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "o.toml"
    path.write_text('rate = 2e-4\nlock = "image"\nepochs = 3\n')
    made = train_options(Depth.FULL, path, {"epochs": 7})
    assert (made.rate, made.lock, made.epochs) == (2e-4, "image", 7)
    for text, says in (("speed = 1", "speed is not known"), ("rate = 'x'", "must be a number"),
                       ("epochs = 2.5", "whole number"), ("lock = 'all'", "must be one of"),
                       ("rate = 50", "between"), ("rate = ", "no TOML")):  # fmt: skip
        path.write_text(text)
        with pytest.raises(NewsMatchError, match=says):
            train_options(Depth.FULL, path)


# In a collection --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def prepared(tiny_model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return colour_newsroom(tmp_path_factory.mktemp("colours"), tiny_model)


@pytest.fixture
def newsroom_folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "c.newsmatch"))


def drive(work: Iterator[Progress]) -> tuple[list[Progress], TrainedModel]:
    reports = []
    while True:
        try:
            reports.append(next(work))
        except StopIteration as stop:
            return reports, stop.value


def test_quick_training_makes_a_model_that_plain_open_clip_opens(
    newsroom_folder: Path, tmp_path: Path, prepared: Path
) -> None:
    before = load_pool(newsroom_folder)
    reports, made = drive(finetune(newsroom_folder, options=QUICK))
    losses = [r.figures["loss"] for r in reports if r.phase == "training"]
    assert losses[-1] < losses[0]
    assert made.pairs + made.guard.n == 64
    assert made.parent == before.model.fingerprint
    pool = load_pool(newsroom_folder)
    assert (pool.model.fingerprint == made.fingerprint) == made.is_better
    finish(activate(newsroom_folder, made.name))
    pool = load_pool(newsroom_folder)
    assert pool.model.fingerprint == made.fingerprint
    # No photo was read again: the adapter moved the vectors. open_clip agrees with them.
    export_model(newsroom_folder, made.name, tmp_path / "exported")
    network, _, preprocess = open_clip.create_model_and_transforms(
        f"local-dir:{tmp_path / 'exported'}"
    )
    tokenizer = open_clip.get_tokenizer(f"local-dir:{tmp_path / 'exported'}")

    photo = newsroom_folder.parent / "p.png"
    row = pool.image_ids.index("i3")
    import sqlite3

    path = (
        sqlite3.connect(newsroom_folder / "collection.db")
        .execute("SELECT path FROM image WHERE id = 'i3'")
        .fetchone()[0]
    )
    assert photo != path
    with torch.no_grad():
        image = network.eval().encode_image(
            preprocess(Image.open(path).convert("RGB"))[None], normalize=True
        )
        text = network.encode_text(tokenizer(["The yellow house number 3"]), normalize=True)
    assert np.allclose(image.numpy()[0], pool.image_vectors()[row], atol=1e-3)
    assert np.allclose(text.numpy()[0], pool.article_vector("a3"), atol=1e-3)


@pytest.mark.parametrize("depth", [Depth.PARTIAL, Depth.FULL])
def test_deep_training_learns_colours_and_serves(newsroom_folder: Path, depth: Depth) -> None:
    _, made = drive(finetune(newsroom_folder, depth=depth, options=DEEP, activate_better=False))
    assert made.depth == depth
    assert made.general.after > made.general.before
    finish(activate(newsroom_folder, made.name))
    pool = load_pool(newsroom_folder)
    assert pool.model.fingerprint == made.fingerprint
    assert len(rank_article(pool, "a1")) == 96  # every photo was embedded anew


def test_a_model_that_is_no_better_does_not_serve(newsroom_folder: Path) -> None:
    serving = load_pool(newsroom_folder).model.fingerprint
    made = finish(finetune(newsroom_folder, options=TrainOptions(epochs=1, rate=1e-8)))
    assert not made.is_better
    found, active = list_models(newsroom_folder)
    assert [model.name for model in found] == ["corrections-1"]
    assert active == serving


def test_a_pause_while_an_epoch_is_measured_loses_nothing(newsroom_folder: Path) -> None:
    options = TrainOptions(epochs=1, batch=16, rate=1e-3, temperature=0.1)
    work = finetune(newsroom_folder, depth=Depth.FULL, options=options, activate_better=False)
    for report in work:
        if report.phase == "measuring":
            break
    work.close()
    reports, made = drive(finetune(newsroom_folder, resume=True, activate_better=False))
    assert not [report for report in reports if report.phase == "training"]
    assert made.options["best epoch"] == 1


def test_what_cannot_be_learned_leaves_nothing_to_resume(newsroom_folder: Path) -> None:
    with Desk(newsroom_folder, annotator="tester") as desk:
        for number in range(64):
            desk.decide(f"a{number}", "i0", Verdict.CHOSEN, Shown())
    with pytest.raises(NewsMatchError, match="share one picture"):
        finish(finetune(newsroom_folder))
    assert find_run(newsroom_folder) is None


def test_training_stops_when_the_guard_set_gains_nothing(newsroom_folder: Path) -> None:
    lazy = TrainOptions(epochs=30, rate=1e-8, shrink=0, patience=2)
    made = finish(finetune(newsroom_folder, options=lazy, activate_better=False))
    assert made.options["stopped after"] == 3


def test_a_cancelled_training_goes_on_as_if_never_stopped(newsroom_folder: Path) -> None:
    other = Path(shutil.copytree(newsroom_folder, newsroom_folder.parent / "other.newsmatch"))
    reports, whole = drive(finetune(other, options=QUICK, activate_better=False))
    curve = [r.figures["loss"] for r in reports if r.phase == "training"]
    work = finetune(newsroom_folder, options=QUICK, activate_better=False)
    first = []
    for report in work:
        if report.phase == "training":
            first.append(report.figures["loss"])
        if len(first) == 11:
            break
    work.close()
    decide(newsroom_folder, range(70, 75))  # deciding goes on meanwhile
    assert find_run(newsroom_folder) is not None
    reports, made = drive(finetune(newsroom_folder, resume=True, activate_better=False))
    second = [r.figures["loss"] for r in reports if r.phase == "training"]
    assert np.allclose(first + second, curve, atol=2e-4)
    assert (made.guard, made.alpha) == (whole.guard, whole.alpha)
    assert find_run(newsroom_folder) is None
    with pytest.raises(NewsMatchError, match="no training to go on with"):
        finish(finetune(newsroom_folder, resume=True))


def test_the_registry_renames_rolls_back_and_deletes(newsroom_folder: Path) -> None:
    base = load_pool(newsroom_folder).model.fingerprint
    first = finish(finetune(newsroom_folder, options=QUICK, name="first", activate_better=False))
    with pytest.raises(NewsMatchError, match="already"):
        finish(finetune(newsroom_folder, name="first"))
    with pytest.raises(NewsMatchError, match="no other model"):
        finish(rollback(newsroom_folder))
    finish(activate(newsroom_folder, "first"))
    assert load_pool(newsroom_folder).model.fingerprint == first.fingerprint
    with pytest.raises(NewsMatchError, match="serves now"):
        delete_model(newsroom_folder, "first")
    finish(rollback(newsroom_folder))
    assert load_pool(newsroom_folder).model.fingerprint == base
    rename_model(newsroom_folder, "first", "second")
    with pytest.raises(NewsMatchError, match="no trained model 'first'"):
        finish(activate(newsroom_folder, "first"))
    delete_model(newsroom_folder, "second")
    assert list_models(newsroom_folder)[0] == ()
    assert not list((newsroom_folder / "models").iterdir())


def test_a_name_that_is_taken_meanwhile_costs_no_model(newsroom_folder: Path) -> None:
    few = TrainOptions(epochs=1, rate=1e-2)
    finish(finetune(newsroom_folder, options=few, name="first", activate_better=False))
    work = finetune(newsroom_folder, options=QUICK, name="second", activate_better=False)
    while next(work).phase != "training":
        pass
    rename_model(newsroom_folder, "first", "second")
    made = finish(work)
    assert {model.name for model in list_models(newsroom_folder)[0]} == {"second", made.name}
    assert made.name != "second"
    with pytest.raises(NewsMatchError, match="taken"):
        rename_model(newsroom_folder, made.name, " second ")


def test_a_folder_that_is_no_collection_stays_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(NewsMatchError, match="no NewsMatch collection"):
        finish(finetune(tmp_path))
    assert not list(tmp_path.iterdir())


def test_a_moved_collection_keeps_its_models(newsroom_folder: Path) -> None:
    made = finish(finetune(newsroom_folder, options=QUICK, activate_better=False))
    finish(activate(newsroom_folder, made.name))
    moved = newsroom_folder.rename(newsroom_folder.with_name("moved.newsmatch"))
    pool = load_pool(moved)
    assert pool.model.name == f"local-dir:{moved / 'models' / made.fingerprint}"
    assert load_model(pool.model.name).fingerprint == made.fingerprint


def test_a_model_moved_to_a_disk_that_takes_nothing_is_one_sentence(
    tiny_model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(shutil.copytree(tiny_model.removeprefix("local-dir:"), tmp_path / "moved"))
    path = folder / "open_clip_config.json"
    configuration = json.loads(path.read_text())
    configuration["model_cfg"]["text_cfg"]["hf_model_name"] = "/where/it/was"
    path.write_text(json.dumps(configuration))
    (folder / "config.json").write_text("{}")

    def read_only(*_given: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "write_text", read_only)
    with pytest.raises(NewsMatchError, match="Read-only file system"):
        load_model(f"local-dir:{folder}")


def test_too_few_decisions_are_one_sentence(newsroom_folder: Path) -> None:
    with pytest.raises(NewsMatchError, match="learning needs 20"):
        with Desk(newsroom_folder, annotator="tester") as desk:
            for _ in range(50):
                desk.undo()
        finish(finetune(newsroom_folder))


def test_the_commands_tell_progress_as_json(newsroom_folder: Path, tmp_path: Path) -> None:
    options = tmp_path / "o.toml"
    options.write_text("rate = 1e-2\ntemperature = 0.1\n")
    done = CliRunner().invoke(cli, [
        "finetune", str(newsroom_folder), "--options", str(options), "--epochs", "3",
        "--progress", "json", "--keep-active", "--name", "mine",
    ])  # fmt: skip
    assert done.exit_code == 0, done.output
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert any(line.get("phase") == "training" and "loss" in line["figures"] for line in lines)
    assert lines[-1]["name"] == "mine" and lines[-1]["guard"]["n"] > 0
    listed = CliRunner().invoke(cli, ["models", "list", str(newsroom_folder)])
    assert "mine: quick" in listed.output


def test_ctrl_c_says_how_a_training_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run again without ``--resume``, it would begin anew."""

    def stopped(*_given: object, **_options: object) -> Iterator[Progress]:
        yield Progress(1, 2, "training")
        raise KeyboardInterrupt

    monkeypatch.setattr("newsmatch_gui.cli.learning.train", stopped)
    done = CliRunner().invoke(cli, ["finetune", "a folder"])
    assert done.exit_code == 1
    assert "run it again with --resume to go on" in done.stderr


def test_exported_pairs_can_be_learned_from(newsroom_folder: Path, tmp_path: Path,
                                            prepared: Path, tiny_model: str) -> None:  # fmt: skip
    decide(newsroom_folder, range(1), Verdict.ACCEPTABLE)
    with Desk(newsroom_folder) as desk:  # a decision that needs no photo
        desk.decide("a0", None, Verdict.NONE_FITS, Shown())
    out = tmp_path / "pairs.jsonl"
    assert CliRunner().invoke(cli, ["export", str(newsroom_folder), str(out)]).exit_code == 0
    command = ["finetune", str(out), "--base", tiny_model, "--epochs", "1"]
    done = CliRunner().invoke(cli, command)
    assert done.exit_code == 1
    assert "--images" in done.output
    done = CliRunner().invoke(cli, [*command, "--images", str(prepared.parent / "photos")])
    assert done.exit_code == 0, done.output
    assert "held-out decisions" in done.output
    folder = tmp_path / "pairs.newsmatch"
    assert list_models(folder)[0][0].pairs > 40
    again = CliRunner().invoke(cli, ["import", str(folder), str(out), "--images",
                                     str(prepared.parent / "photos")])  # fmt: skip
    assert "0 articles and 0 images added" in again.output
    assert "decisions added" not in again.output
