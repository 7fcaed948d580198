"""Rankers: each equals a naive reference, keeps its label, and one command compares them."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from learning_fixtures import COLOURS, colour_photo

from newsmatch_gui.cli.main import cli
from newsmatch_gui.cli.rankers import rankers
from newsmatch_gui.clip.late_interaction import (
    LateInteraction,
    LateOptions,
    both_ways,
    train_late_interaction,
)
from newsmatch_gui.clip.two_branch import (
    TwoBranch,
    TwoBranchOptions,
    ranking_loss,
    train_two_branch,
)
from newsmatch_gui.domain.assignment import NONE, assign, assigned_first
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.fusion import (
    comb_sum,
    ranks_of,
    reciprocal_rank_fusion,
    reranked,
    z_norm,
)
from newsmatch_gui.domain.hubness import (
    Knowledge,
    activated,
    bank_bias,
    bank_mass,
    dual_softmax,
    hub_skew,
    nearest_neighbour_normalised,
    qb_norm,
)
from newsmatch_gui.domain.memory import Memory
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services import ranker_training
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.ranker_tuning import Fold, ranks_in, tune
from newsmatch_gui.services.rankers import RankerComparison, compare_rankers
from newsmatch_gui.services.ranking import load_pool


@st.composite
def scores(draw, rows: int = 0, images: int = 0) -> np.ndarray:
    shape = (rows or draw(st.integers(1, 6)), images or draw(st.integers(1, 7)))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    made = rng.uniform(-1, 1, shape)
    return np.round(made, 1 if draw(st.booleans()) else 6).astype(np.float32)  # with ties, or not


@st.composite
def with_bank(draw) -> tuple[np.ndarray, np.ndarray]:
    mine = draw(scores())
    return mine, draw(scores(images=mine.shape[1]))


@given(with_bank(), st.integers(1, 9), st.floats(0, 2))
def test_nnn_equals_a_naive_reference(given_: tuple, k: int, alpha: float) -> None:
    mine, bank = given_
    made = nearest_neighbour_normalised(mine, bank_bias(bank, k), alpha)
    for row in range(mine.shape[0]):
        for image in range(mine.shape[1]):
            best = sorted((float(x) for x in bank[:, image]), reverse=True)[:k]
            wanted = float(mine[row, image]) - alpha * sum(best) / len(best)
            assert made[row, image] == pytest.approx(wanted, abs=1e-5)


@given(scores(), st.floats(0.02, 2))
def test_dual_softmax_equals_a_naive_reference(mine: np.ndarray, temperature: float) -> None:
    made = dual_softmax(mine, temperature)
    for image in range(mine.shape[1]):
        column = [float(x) for x in mine[:, image]]
        total = sum(np.exp(x / temperature) for x in column)
        for row, own in enumerate(column):
            wanted = own * np.exp(own / temperature) / total
            assert made[row, image] == pytest.approx(wanted, abs=1e-9)


@given(with_bank(), st.floats(0.05, 2))
def test_qb_norm_ranks_like_a_naive_reference(given_: tuple, temperature: float) -> None:
    mine, bank = given_
    hubs, mass = activated(bank), bank_mass(bank, temperature)
    made = qb_norm(mine, mass, hubs, temperature)
    first = {int(np.argmax(row)) for row in bank}
    for row, own in enumerate(mine):
        wanted = own.astype(np.float64)
        if int(np.argmax(own)) in first:
            sums = [sum(np.exp(float(b) / temperature) for b in column) for column in bank.T]
            wanted = temperature * np.log(np.exp(wanted / temperature) / np.array(sums))
        np.testing.assert_allclose(made[row], wanted, atol=1e-6)


@given(scores())
def test_ranks_count_what_is_better_or_earlier(mine: np.ndarray) -> None:
    made = ranks_of(mine)
    for row, own in enumerate(mine):
        for image, score in enumerate(own):
            ahead = [i for i, s in enumerate(own) if (-s, i) < (-score, image)]
            assert made[row, image] == 1 + len(ahead)
            at = np.array([row]), np.array([image])
            assert ranks_in(mine, *at)[0] == made[row, image]


@given(st.data(), st.integers(1, 3), st.integers(1, 5), st.integers(1, 6))
def test_fusion_equals_a_naive_reference(data, runs: int, rows: int, images: int) -> None:
    given_ = [data.draw(scores(rows, images)) for _ in range(runs)]
    summed, by_rank = comb_sum(given_), reciprocal_rank_fusion(given_)
    for row in range(rows):
        for image in range(images):
            total = fused = 0.0
            for run in given_:
                own = run[row].astype(np.float64)
                flat = own.max() == own.min()
                total += 0.0 if flat else (own[image] - own.mean()) / own.std()
                better = (own > own[image]).sum() + (own[:image] == own[image]).sum()
                fused += 1 / (60 + 1 + better)
            assert summed[row, image] == pytest.approx(total, abs=1e-6)
            assert by_rank[row, image] == pytest.approx(fused)


@given(st.data(), st.integers(1, 4), st.integers(1, 6), st.integers(1, 7))
def test_re_ranking_moves_only_the_first(data, rows: int, images: int, top: int) -> None:
    mine, finer = data.draw(scores(rows, images)), data.draw(scores(rows, images))
    made = np.argsort(-reranked(mine, finer, top), axis=1, kind="stable")
    before = np.argsort(-mine, axis=1, kind="stable")
    for row in range(rows):
        first = sorted(before[row][:top], key=lambda i: (-finer[row, i], i))
        assert list(made[row]) == [*first, *before[row][top:]]


@settings(deadline=None)  # SciPy is imported in the first call
@given(scores())
def test_assignment_equals_trying_all_matchings(mine: np.ndarray) -> None:
    from itertools import permutations

    mine = mine[:4, :5]
    chosen = assign(mine)
    rows, images = mine.shape
    matched = [(row, int(place)) for row, place in enumerate(chosen) if place != NONE]
    assert len({place for _, place in matched}) == len(matched) == min(rows, images)
    if rows <= images:
        best = max(
            sum(mine[row, place] for row, place in enumerate(some))
            for some in permutations(range(images), rows)
        )
    else:
        best = max(
            sum(mine[row, place] for place, row in enumerate(some))
            for some in permutations(range(rows), images)
        )
    assert sum(mine[at] for at in matched) == pytest.approx(best, abs=1e-5)
    order = np.argsort(-assigned_first(mine, chosen), axis=1, kind="stable")
    for row, place in matched:
        rest = [i for i in np.argsort(-mine[row], kind="stable") if i != place]
        assert list(order[row]) == [place, *rest]


@given(with_bank(), st.data())
def test_inductive_rankers_rank_an_article_alone_as_in_a_batch(given_: tuple, data) -> None:
    mine, bank = given_
    other = data.draw(scores(*mine.shape))
    bias, mass, hubs = bank_bias(bank, 3), bank_mass(bank, 0.3), activated(bank)
    inductive = {
        "NNN": lambda own, _: nearest_neighbour_normalised(own, bias, 0.75),
        "QB-Norm": lambda own, _: qb_norm(own, mass, hubs, 0.3),
        "z": lambda own, _: z_norm(own),
        "CombSUM": lambda own, also: comb_sum([own, also]),
        "RRF": lambda own, also: reciprocal_rank_fusion([own, also]),
        "re-ranked": lambda own, also: reranked(own, also, 3),
    }
    for name, ranker in inductive.items():
        batch = ranker(mine, other)
        for row in range(len(mine)):
            alone = ranker(mine[row : row + 1], other[row : row + 1])
            np.testing.assert_array_equal(alone[0], batch[row], err_msg=name)


def test_transductive_rankers_do_depend_on_the_other_articles() -> None:
    mine = np.array([[0.5, 0.4], [0.9, 0.1]], np.float32)
    assert assigned_first(mine, assign(mine))[0].argmax() == 1  # the other one takes image 0
    assert assigned_first(mine[:1], assign(mine[:1]))[0].argmax() == 0
    assert dual_softmax(mine, 0.1)[0].argmax() == 1
    assert dual_softmax(mine[:1], 0.1)[0].argmax() == 0


def test_skew_tells_a_hub_and_nnn_removes_it() -> None:
    rng = np.random.default_rng(0)
    hub = np.zeros(60)
    hub[7] = 1.0
    mine, bank = (rng.normal(0, 0.2, (200, 60)) + hub for _ in range(2))
    corrected = nearest_neighbour_normalised(mine, bank_bias(bank, 20), 1.0)
    assert hub_skew(mine) > 3
    assert abs(hub_skew(corrected)) < 1
    assert hub_skew(np.zeros((3, 2))) == 0


def test_tuning_finds_a_correction_where_hubs_are_and_none_where_not() -> None:
    rng = np.random.default_rng(1)
    hubs = 2 * (rng.random(80) < 0.1)
    own = np.eye(80) + rng.normal(0, 0.2, (80, 80))
    bank = rng.normal(0, 0.2, (300, 80))
    noise = rng.normal(size=(80, 80))
    knows = tune([Fold(own + hubs, bank + hubs, lambda _: np.eye(80) + noise)])
    assert knows.alpha >= 0.5
    assert knows.weight > 0
    knows_not = tune([Fold(own, np.zeros_like(bank), lambda _: -own)])
    assert knows_not.alpha == knows_not.weight == 0


def test_memory_equals_a_naive_reference() -> None:
    rng = np.random.default_rng(2)
    past_texts, past_images = rng.normal(size=(9, 4)), rng.normal(size=(9, 5))
    texts, images = rng.normal(size=(3, 4)), rng.normal(size=(6, 5))
    memory = Memory(past_texts, past_images)
    made = memory.scores(texts, images, 0.2)
    centred = lambda x: (x - past_images.mean(0)) / past_images.std(0)  # noqa: E731
    cosine = lambda a, b: float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))  # noqa: E731
    for row, text in enumerate(texts):
        like = [np.exp(cosine(text - past_texts.mean(0), p - past_texts.mean(0)) / 0.2)
                for p in past_texts]  # fmt: skip
        for place, image in enumerate(images):
            near = [cosine(centred(image), centred(p)) for p in past_images]
            assert made[row, place] == pytest.approx(np.average(near, weights=like))
    np.testing.assert_allclose(memory.scores(texts[:1], images, 0.2)[0], made[0])


def turned_space(pairs: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Texts and images that say the same in turned axes, with noise."""
    rng = np.random.default_rng(5)
    turn = np.linalg.qr(rng.normal(size=(24, 24)))[0]
    rng = np.random.default_rng(seed)
    texts = rng.normal(size=(pairs, 24))
    images = texts @ turn + rng.normal(0, 0.1, (pairs, 24))
    return texts.astype(np.float32), images.astype(np.float32)


def own_rank_one(scores: np.ndarray) -> float:
    return float((scores.argmax(axis=1) == np.arange(len(scores))).mean())


SMALL = TwoBranchOptions(
    hidden=128, dim=32, epochs=60, batch=100, rate=3e-3, drop=0.0, drop_input=0.0
)


def test_two_branch_network_learns_a_turned_space(tmp_path: Path) -> None:
    texts, images = turned_space(600, 0)
    network = list(train_two_branch(texts, images, SMALL))[-1]
    assert network is not None
    texts, images = turned_space(100, 1)
    by = network.texts(texts) @ network.images(images).T
    assert own_rank_one(texts @ images.T) < 0.2
    assert own_rank_one(by) > 0.8
    np.testing.assert_allclose(network.texts(texts[:1])[0], network.texts(texts)[0], atol=1e-5)
    path = tmp_path / "n.safetensors"
    network.save(path)
    again = TwoBranch.load(path)
    np.testing.assert_array_equal(again.images(images), network.images(images))


def test_two_branch_training_repeats_itself() -> None:
    texts, images = turned_space(60, 0)
    options = TwoBranchOptions(hidden=16, dim=8, epochs=2, batch=20, seed=3)
    first, second = (list(train_two_branch(texts, images, options))[-1] for _ in range(2))
    np.testing.assert_array_equal(first.texts(texts), second.texts(texts))


def test_ranking_loss_equals_a_naive_reference() -> None:
    import torch

    options = TwoBranchOptions(margin=0.3, hardest=2, backward=1.5, structure=0.4)
    generator = torch.Generator().manual_seed(0)
    text, image = (
        torch.nn.functional.normalize(torch.randn(5, 4, generator=generator), dim=1)
        for _ in range(2)
    )
    groups = [0, 0, 1, 2, 3]
    far = lambda a, b: float((a - b).norm())  # noqa: E731
    total = 0.0
    for queries, answers, weight in ((text, image, 1.0), (image, text, 1.5)):
        for row in range(5):
            own = far(queries[row], answers[row])
            over = sorted(
                (
                    max(0.0, 0.3 + own - far(queries[row], answers[other]))
                    for other in range(5)
                    if groups[other] != groups[row]
                ),
                reverse=True,
            )
            total += weight * sum(over[:2]) / 5
    for side in (text, image):
        for row, mate in ((0, 1), (1, 0)):
            over = sorted(
                (
                    max(0.0, 0.3 + far(side[row], side[mate]) - far(side[row], side[other]))
                    for other in (2, 3, 4)
                ),
                reverse=True,
            )
            total += 0.4 * sum(over[:2]) / 2
    made = ranking_loss(text, image, torch.tensor(groups), options)
    assert float(made) == pytest.approx(total, abs=1e-4)


def test_late_interaction_equals_a_naive_reference_and_learns(tmp_path: Path) -> None:
    import torch

    texts, images = turned_space(400, 0)
    rng = np.random.default_rng(0)
    tokens = np.zeros((400, 3, 24), np.float32)
    tokens[:, 0] = texts  # the second and third token are not there
    regions = rng.normal(size=(400, 2, 24)).astype(np.float32)
    regions[np.arange(400), rng.integers(0, 2, 400)] = images  # what is shown stands somewhere
    options = LateOptions(dim=24, epochs=30, batch=50, drop=0.0, rate=1e-2, decay=0.0)
    late = list(train_late_interaction(tokens[:300], regions[:300], options))[-1]
    assert late is not None
    shown = np.tile(np.arange(100), (100, 1))
    made = late.scores(tokens[300:], regions[300:], shown)
    assert own_rank_one(made) > 0.8
    alone = late.scores(tokens[300:301], regions[300:], shown[:1])
    np.testing.assert_array_equal(alone[0], made[0])
    late.save(tmp_path / "l.safetensors")
    again = LateInteraction.load(tmp_path / "l.safetensors")
    np.testing.assert_array_equal(again.scores(tokens[300:], regions[300:], shown), made)

    words, cells = torch.randn(2, 3, 4), torch.randn(5, 2, 4)
    mask = torch.tensor([[True, True, False], [True, True, True]])
    by_text, by_image = both_ways(words, cells, mask)
    for a in range(2):
        for b in range(5):
            there = words[a][mask[a]] @ cells[b].T
            assert by_text[a, b] == pytest.approx(float(there.max(1).values.mean()), abs=1e-5)
    assert by_image.shape == (2, 5)


@pytest.mark.parametrize("kind", [TwoBranch, LateInteraction])
def test_a_file_that_is_no_network_is_told(tmp_path: Path, kind) -> None:
    from safetensors.numpy import save_file

    broken, other = tmp_path / "broken.safetensors", tmp_path / "other.safetensors"
    broken.write_bytes(b"no network")
    save_file({"a": np.zeros(2)}, other)
    for path in (broken, other, tmp_path / "missing.safetensors"):
        with pytest.raises(NewsMatchError, match="train again"):
            kind.load(path)


def newsroom_of(home: Path, model: str, numbers: range) -> Path:
    """Make and index a collection of coloured photos."""
    (home / "photos").mkdir(parents=True)
    rows = ["article_id,title,image_id,image"]
    for number in numbers:
        name = list(COLOURS)[number % len(COLOURS)]
        colour_photo(home / "photos" / f"p{number}.png", COLOURS[name], number)
        rows.append(f"a{number},The {name} house number {number},i{number},p{number}.png")
    source = home / "colours.csv"
    source.write_text("\n".join(rows) + "\n")
    folder = home / "c.newsmatch"
    finish(import_source(folder, source, images=home / "photos"))
    finish(build_index(folder, model=model))
    return folder


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory, tiny_model: str) -> Iterator[tuple[Path, Path]]:
    # A model of random weights finds everything alike; only what is the same is left out here.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranker_training, "NEAR_DUPLICATE", 1 - 1e-6)
        yield _rooms(tmp_path_factory.mktemp("rankers"), tiny_model)


def _rooms(home: Path, tiny_model: str) -> tuple[Path, Path]:
    tested = newsroom_of(home / "tested", tiny_model, range(36, 60))
    finish(build_index(tested, recipe="reference-t1", serve=False))
    # Six of its pairs are also under test.
    return tested, newsroom_of(home / "train", tiny_model, range(42))


@pytest.fixture(scope="module")
def found(rooms: tuple[Path, Path]) -> RankerComparison:
    tested, train = rooms
    return finish(compare_rankers(tested, train=train))


def test_every_ranker_is_measured_labelled_and_compared(found: RankerComparison) -> None:
    labels = {row.name: row.knowledge for row in found.rows}
    transductive = {name for name, label in labels.items() if label is Knowledge.TRANSDUCTIVE}
    assert transductive == {"dual softmax", "one-to-one assignment"}
    assert set(labels) - transductive == {
        "cosine", "NNN, as published", "NNN, tuned", "QB-Norm", "CombSUM of runs", "RRF of runs",
        "two-branch network", "cosine + two-branch", "memory of past pairs", "cosine + memory",
        "late interaction, top 100", "cosine + late interaction, top 100",
    }  # fmt: skip
    assert (found.bank, found.trained_on, found.shared) == (36, 36, 6)
    assert len(found.runs) == 2
    assert found.rows[0].name == "cosine"
    assert not found.rows[0].against
    for row in found.rows[1:]:
        for name, apart in row.against.items():
            assert apart.interval.low <= apart.difference <= apart.interval.high, name
        assert row.intervals["mrr@100"].low <= row.measures.mrr <= row.intervals["mrr@100"].high


def test_networks_and_regions_are_kept(
    rooms: tuple[Path, Path], found: RankerComparison, monkeypatch
) -> None:
    tested, train = rooms
    from newsmatch_gui.clip import late_interaction, local_features, two_branch

    def fail(*_: object, **__: object) -> None:
        raise AssertionError("done before")

    monkeypatch.setattr(late_interaction, "train_late_interaction", fail)
    monkeypatch.setattr(local_features.LocalEncoder, "_states", fail)
    calls = []
    real = two_branch.train_two_branch
    monkeypatch.setattr(
        two_branch, "train_two_branch", lambda *a, **k: calls.append(a) or real(*a, **k)
    )
    monkeypatch.setattr(local_features.LocalEncoder, "widths", lambda _: (64, 64))
    assert finish(compare_rankers(tested, train=train)).rows == found.rows
    assert len(calls) == 2  # the halves of the tuning


def test_the_command_prints_tables_and_json(rooms: tuple[Path, Path]) -> None:
    tested, train = map(str, rooms)
    told = CliRunner().invoke(cli, ["rankers", tested, "--train", train, "--no-local"])
    assert told.exit_code == 0, told.output
    assert "| one-to-one assignment | transductive |" in told.output
    assert "6 more were left out because this collection holds" in told.output
    made = CliRunner().invoke(rankers, [tested, "--train", train, "--unseen", "--json"])
    fields = json.loads(made.stdout)
    assert fields["rows"][0]["name"] == "cosine"
    assert set(fields["rows"][1]["against_cosine"]) == set(fields["rows"][0]["intervals"])
    alone = CliRunner().invoke(cli, ["rankers", tested])
    assert alone.exit_code == 0, alone.output
    assert "NNN" not in alone.output


def test_a_training_collection_of_another_model_is_told(
    rooms: tuple[Path, Path], tmp_path: Path, newsroom: Path
) -> None:
    finish(import_source(tmp_path / "n.newsmatch", newsroom))
    told = CliRunner().invoke(
        cli, ["rankers", str(rooms[0]), "--train", str(tmp_path / "n.newsmatch")]
    )
    assert told.exit_code == 1
    model = load_pool(rooms[0]).model.name
    assert f'n.newsmatch" --model "{model}"' in told.output
    told = CliRunner().invoke(cli, ["rankers", str(rooms[0]), "--train", str(tmp_path / "none")])
    assert "holds no NewsMatch collection" in told.output
    assert "--model" not in told.output


def test_the_window_reaches_no_ranker_that_looks_at_all_articles() -> None:
    root = Path(__file__).parent.parent / "newsmatch_gui"
    hidden = {"rankers", "assignment", "hubness", "ranker_list", "ranker_training", "ranker_tuning"}
    seen, waiting = set(), list((root / "qt").glob("*.py"))
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("newsmatch_gui"):
                assert node.module.rpartition(".")[2] not in hidden, path
                found = root.parent / f"{node.module.replace('.', '/')}.py"
                waiting += [found] * found.exists()
