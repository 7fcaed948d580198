"""The researcher's commands: evaluate, compare, reproduce, submit, score."""

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from conftest import make_photo
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Gain, TrainedModel
from newsmatch_gui.domain.measures import MISSED, measure
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.protocols import TEST, TRAINING, contradictions
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.exchange.run_files import read_run, write_run
from newsmatch_gui.exchange.submission_zip import SIZE, framed, safe_name
from newsmatch_gui.services import submitting
from newsmatch_gui.services.evaluating import evaluate
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.leakage import best_cosine
from newsmatch_gui.services.pools import pool_by
from newsmatch_gui.store.collection import Collection

DOMAINS = ("rss", "rt", "tw")


def newsmatch(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def make_collection(
    folder: Path, model: str, numbers: Sequence[int], *, recipe: str = "headline"
) -> Path:
    """Articles of three domains, each with a photo that depends on its number."""
    folder.mkdir()
    rows = []
    for number in numbers:
        make_photo(folder / f"{number}.png", number)
        text = f"Sentence one of {number}. Sentence two.\nAnother paragraph about {number * 7}."
        rows.append({
            "article_id": str(number), "title": f"Headline number {number}", "text": text,
            "domain": DOMAINS[number % 3], "lang": "en", "image_id": f"img{number}",
            "image": f"{number}.png", "tags": "Sport; city|even" if number % 2 == 0 else "odd",
        })  # fmt: skip
    source = folder / "articles.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    made = folder / "c.newsmatch"
    finish(import_source(made, source, images=folder))
    finish(build_index(made, model=model, recipe=recipe))
    return made


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, tiny_model: str) -> Path:
    """A collection that tests only read."""
    home = tmp_path_factory.mktemp("bench")
    return make_collection(home / "a", tiny_model, range(1, 13))


def test_figures_for_domains_tags_and_both_directions(shared: Path) -> None:
    done = newsmatch("evaluate", shared, "--json", "--tag", "CITY")
    fields = json.loads(done.stdout)
    known = ["n", "mrr@100", *(f"recall@{k}" for k in (1, 5, 10, 50, 100)), "match_in_100", "pool"]
    assert list(fields)[:9] == known
    assert {"left_out", "model", "recipe", "translators", "precision@5", "median_rank"} <= set(
        fields
    )
    assert set(fields["by_domain"]) == set(DOMAINS)
    assert fields["by_tag"]["CITY"]["n"] == 6
    for group in (fields, *fields["by_domain"].values(), fields["image_to_article"]):
        for name, (low, high) in group["intervals"].items():
            assert low <= group[name] <= high
    said = newsmatch("evaluate", shared, "--tag", "odd").stdout
    assert "rt: 4 of them" in said
    assert "tag odd: 6 of them" in said
    assert "has the tag 'nix'" in newsmatch("evaluate", shared, "--tag", "nix").output


@pytest.mark.parametrize("recipe", ["headline", "chunks"])
def test_both_directions_agree_with_ranking_one_by_one(
    tmp_path: Path, tiny_model: str, recipe: str
) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, range(1, 10), recipe=recipe)
    pool = pool_by(folder)
    found = evaluate(pool)
    scores = {a: np.asarray(pool.article_scores(a)) for a in pool.parts}
    forward, backward = [], []
    for article, image, _ in found.true_ranks:
        place = pool.image_ids.index(image)
        forward.append(1 + int((scores[article] > scores[article][place]).sum()))
        backward.append(1 + sum(s[place] > scores[article][place] for s in scores.values()))
    assert [rank for *_, rank in found.true_ranks] == forward
    own = measure(np.array(backward), 9)
    assert found.whole.backward.measures == own


def test_comparing_recipes_of_one_collection(tmp_path: Path, tiny_model: str) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, range(1, 13))
    done = newsmatch("evaluate", folder, "--against", "reference-t2")
    assert "--recipe reference-t2" in done.output
    finish(build_index(folder, recipe="reference-t2"))
    found = json.loads(
        newsmatch("evaluate", folder, "--recipe", "headline", "--against", folder, "--json").stdout
    )
    assert found["first"]["recipe"] == "headline@1"
    assert found["second"]["recipe"].startswith("reference-t2@")
    rows = found["comparison"]["measures"]
    assert found["comparison"]["n"] == 12
    for row in rows.values():
        assert row["difference"] == pytest.approx(row["second"] - row["first"])
        assert 0 < row["p"] <= 1
    same = newsmatch("evaluate", folder, "--against", tiny_model)
    assert same.stdout.count(" 1.0000") >= 13
    assert "neither a collection nor" in newsmatch("evaluate", folder, "--against", "x").output
    assert "by no model 'x'" in newsmatch("evaluate", folder, "--model", "x").output


def test_two_collections_are_paired_over_what_both_have(
    tmp_path: Path, tiny_model: str, shared: Path
) -> None:
    other = make_collection(tmp_path / "b", tiny_model, range(7, 20))
    done = newsmatch("evaluate", shared, "--against", other)
    assert "6 true images ranked by both, 13 by only one of them" in done.stdout
    assert "pools differ in size" in done.stdout


def test_the_papers_tables_beside_ours(tmp_path: Path, tiny_model: str) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, range(1, 13))
    lacking = newsmatch("evaluate", folder, "--protocol", "mediaeval-2022")
    for recipe in ("reference-t1", "reference-t2"):
        assert f"--recipe {recipe}" in lacking.stdout
        finish(build_index(folder, recipe=recipe))
    done = newsmatch("evaluate", folder, "--protocol", "mediaeval-2022")
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[1].split() == ["RSS", "T1", "RSS", "T2", "RT", "T1", "RT", "T2", "TW"]
    row = next(line for line in lines if line.startswith("MRR@100"))
    assert row.split()[1::2] == ["0.42614", "0.40455", "0.35244", "0.33571", "0.41060"]
    assert "1266/1500" in done.stdout
    assert "–" not in row
    fields = json.loads(
        newsmatch("evaluate", folder, "--protocol", "mediaeval-2022", "--json").stdout
    )
    cell = fields["tables"]["Table 1: training set"]["mrr@100"]["RT T2"]
    assert cell["interval"][0] <= cell["ours"] <= cell["interval"][1]


def test_cells_without_ground_truth_stay_empty(tmp_path: Path, tiny_model: str) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, [3, 6, 9], recipe="reference-t1")
    done = newsmatch("evaluate", folder, "--protocol", "mediaeval-2022").stdout
    row = next(line for line in done.splitlines() if line.startswith("MRR@100"))
    assert row.split()[2] != "–"
    assert row.split()[4::2] == ["–", "–", "–", "–"]


def test_the_papers_contradictions_are_found_not_only_told() -> None:
    assert len(TRAINING.impossible()) == 5
    assert TEST.impossible() == ()
    for table in (TRAINING, TEST):
        assert all(len(column) == len(table.rows) for column in table.figures)
    hits, recall = TEST.cells("match_in_100"), TEST.cells("recall@100")
    assert [round(n / 1500, 5) for n in hits] == [round(r, 5) for r in recall]
    assert "RT is best" in contradictions()[0]


def test_a_submitted_run_scores_what_evaluate_says(tmp_path: Path, shared: Path) -> None:
    out = tmp_path / "run.tsv"
    assert "12 articles with 12 images" in newsmatch("submit", shared, out).output
    assert out.read_text().splitlines()[0].split("\t")[0] == "1"
    done = newsmatch("evaluate", shared, "--run-file", out)
    m = evaluate(pool_by(shared)).measures
    assert done.stdout.splitlines() == [
        f"matchIn100 {m.match_in_100} 12",
        f"MeanReciprocalR 100 {m.mrr:.5f}",
        *(f"MeanRecallAt {k} {m.recall[k]:.5f}" for k in (5, 10, 50, 100)),
    ]
    assert done.stderr == ""
    pair = newsmatch("evaluate", shared, "--run-file", out, "--run-file", out)
    assert "12 true images ranked by both" in pair.stdout


def test_odd_run_files_are_read_by_the_tasks_rules(tmp_path: Path, shared: Path) -> None:
    others = [f"img{number}" for number in range(2, 13)]
    rows = [
        ["article_id", "images"],
        ["1", "unknown", "img1", *others],  # second place
        ["2", "img3", "img3", "img2", " "],  # a repeated image takes two places; too few
        ["99", "img1"],  # no such article
        ["3", "img3"],
        ["3", "img1", "img3"],  # the last line that finds it counts
        ["4", *["x"] * 100, "img4"],  # only the first 100 count
    ]
    file = tmp_path / "theirs.tsv"
    file.write_text("\ufeff" + "\r\n".join("\t".join(row) for row in rows), encoding="utf-8")
    found = submitting.score_run(shared, file)
    ranks = {article: rank for article, _, rank in found.true_ranks}
    assert [ranks[a] for a in "1234"] == [2, 3, 2, MISSED]
    m = found.whole.measures
    assert (m.n, m.match_in_100) == (12, 3)
    assert m.mrr == pytest.approx((1 / 2 + 1 / 3 + 1 / 2) / 12)
    told = "\n".join(found.notes)
    for word in ("no such article", "predicted twice", "not predicted", "fewer than 12",
                 "stands there twice", "not in the pool"):  # fmt: skip
        assert word in told


IDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1
).filter(lambda name: name == name.strip() and len(name.splitlines()) == 1)


@given(
    st.dictionaries(IDS, st.lists(IDS, min_size=1, max_size=130), min_size=1, max_size=5),
)
@example({"article_id": ["0"]})
@settings(max_examples=80)
def test_run_files_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, rankings: dict[str, list[str]]
) -> None:
    file = tmp_path_factory.mktemp("run") / "run.tsv"
    images = {image for ranking in rankings.values() for image in ranking}
    assert write_run(file, rankings.items()) == len(rankings)
    back = read_run(file, rankings, images)
    assert back.lines == tuple((a, tuple(found[:100])) for a, found in rankings.items())


def test_a_first_article_without_a_number_is_not_taken_for_a_header(tmp_path: Path) -> None:
    file = tmp_path / "run.tsv"
    write_run(file, [("a1", ["x"]), ("a2", ["y"])])
    assert not file.read_text().startswith("a1")  # the task's evaluator skips the first line
    assert len(read_run(file, {"a1", "a2"}, {"x", "y"}).lines) == 2
    file.write_text("a1\tx\n")
    assert len(read_run(file, {"a1"}, {"x"}).lines) == 1
    # Quotes around every cell belong to no id.
    file.write_text('"a1"\t"x"\t"said ""no"""\n')
    assert read_run(file, {"a1"}, {"x", 'said "no"'}).lines == (("a1", ("x", 'said "no"')),)


@pytest.mark.parametrize("odd", ["a\tb", "a\nb", " a", "", "a\u2028b"])
def test_ids_that_do_not_fit_are_refused(tmp_path: Path, odd: str) -> None:
    with pytest.raises(NewsMatchError, match="another id"):
        write_run(tmp_path / "run.tsv", [("1", ["x", odd])])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"hello\tworld\n"])
def test_what_is_no_run_file_is_one_sentence(tmp_path: Path, shared: Path, content: bytes) -> None:
    file = tmp_path / "odd.tsv"
    file.write_bytes(content)
    done = newsmatch("evaluate", shared, "--run-file", file)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.output


def test_the_zip_of_2025(tmp_path: Path, shared: Path) -> None:
    out = tmp_path / "s.zip"
    words = ["submit", shared, out, "--format", "zip-2025"]
    assert "--group and --approach" in newsmatch(*words).output
    done = newsmatch(*words, "--group", "My Team_1", "--approach", "../CLIP")
    assert "cropped from the centre" in done.output
    with zipfile.ZipFile(out) as file:
        names = file.namelist()
        assert names[0] == "My-Team-1/RET_CLIP_LARGE/1_My-Team-1_CLIP.png"
        assert len(names) == 12
        with file.open(names[0]) as png, Image.open(png) as picture:
            assert (picture.format, picture.size) == ("PNG", (460, 260))
    first = out.read_bytes()
    newsmatch(*words, "--group", "My Team_1", "--approach", "../CLIP")
    assert out.read_bytes() == first
    newsmatch(*words, "--group", "g", "--approach", "a", "--frame", "letterbox")
    assert out.read_bytes() != first
    assert [path.name for path in tmp_path.iterdir()] == ["s.zip"]


def test_a_picture_that_has_gone_gives_way_to_the_next(tmp_path: Path, tiny_model: str) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, [1, 2, 3])
    (tmp_path / "a" / "1.png").unlink()
    made = finish(
        submitting.submit_zip(pool_by(folder), tmp_path / "s.zip", group="g", approach="a")
    )
    assert made.articles == 3
    for number in (2, 3):
        (tmp_path / "a" / f"{number}.png").write_bytes(b"broken")
    made = finish(
        submitting.submit_zip(pool_by(folder), tmp_path / "s.zip", group="g", approach="a")
    )
    assert (made.articles, made.left_out) == (0, 3)


def test_frames_and_names() -> None:
    wide = Image.new("RGB", (1000, 100), "white")
    assert framed(wide, "crop").size == framed(wide, "letterbox").size == SIZE
    assert framed(wide, "crop").getpixel((5, 5)) == (255, 255, 255)
    assert framed(wide, "letterbox").getpixel((5, 5)) == (0, 0, 0)
    assert safe_name("a/b\\..\x00 ü_c") == "a-b-..-c"
    with pytest.raises(NewsMatchError, match="no letter or digit"):
        safe_name("../..")


def test_leakage_is_told_before_the_scores(tmp_path: Path, tiny_model: str, shared: Path) -> None:
    other = make_collection(tmp_path / "b", tiny_model, range(11, 16))
    done = newsmatch("evaluate", shared, "--split-from", other)
    assert "2 of the 12 measured articles have the headline" in done.stderr
    assert "of the 12 true pictures 2 are also in" in done.stderr
    assert done.output.index("leakage") < done.output.index("MRR@100")
    fresh = make_collection(tmp_path / "d", tiny_model, range(30, 33))
    assert "leakage" not in newsmatch("evaluate", fresh, "--json").stderr


def test_a_side_that_the_model_has_not_indexed(tmp_path: Path, shared: Path) -> None:
    rows = [{"article_id": "1", "title": "Other", "image_id": "i", "image": "p.png"}]
    make_photo(tmp_path / "p.png", 99)
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)))
    other = tmp_path / "other.newsmatch"
    finish(import_source(other, tmp_path / "t.jsonl", images=tmp_path))
    assert "near-same photos were not looked for" in (
        newsmatch("evaluate", shared, "--split-from", other).stderr
    )


def test_a_model_trained_here_is_measured_with_a_warning(tmp_path: Path, tiny_model: str) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, range(1, 7))
    nothing = Gain(0, 0, 0, 0, 0)
    with Collection.open(folder) as collection:
        fingerprint = collection.setting("fingerprint")
        collection.decisions.decide("1", "img1", Verdict.CHOSEN, annotator="a")
        with collection.batch():
            collection.models.add(TrainedModel(
                fingerprint, "mine", "base", "quick", "headline@1", 1, "d", {}, 1.0, nothing,
                nothing, 1.0, "here", "2999-01-01T00:00:00+00:00",
            ))  # fmt: skip
    done = newsmatch("evaluate", folder)
    assert "mine was trained in this collection; 1 of the 6 measured" in done.stderr
    # It is called by its name, not by the folder that it loads from.
    assert ", mine, headline@" in done.stdout
    ranked = json.loads(newsmatch("rank", folder, "--article", "1", "--json").stdout)
    assert ranked[0]["model"] == "mine"


def test_what_was_measured_is_said_with_its_numbers(tmp_path: Path, tiny_model: str) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, range(1, 5))
    late, more = tmp_path / "late.csv", tmp_path / "truth.csv"
    late.write_text("article_id,title\n9,Came after the index\n")
    more.write_text("article_id,image_id\n1,img2\n9,img3\n")
    for table in (late, more):
        finish(import_source(folder, table))
    done = newsmatch("evaluate", folder, "--against", "headline")
    assert "both sides are the same" in done.stderr
    assert "first: 4 articles with 5 true images against 4 images, " in done.stdout
    done = newsmatch("evaluate", folder)
    assert "1 true images left out: they or their articles are not indexed" in done.stdout
    assert (
        "both sides are the same" in newsmatch("evaluate", folder, "--against", "headline").stderr
    )


def test_twins_in_the_pool_are_told(tmp_path: Path, tiny_model: str) -> None:
    folder = make_collection(tmp_path / "a", tiny_model, [1, 2])
    make_photo(tmp_path / "a" / "copy.png", 1)
    (tmp_path / "a" / "more.jsonl").write_text(
        json.dumps({"image_id": "copy", "image": "copy.png"}), encoding="utf-8"
    )
    finish(import_source(folder, tmp_path / "a" / "more.jsonl", images=tmp_path / "a"))
    finish(build_index(folder))
    # The tiny model finds every two photos alike, so how many are told says nothing here.
    assert "true pictures have a twin" in newsmatch("evaluate", folder).stderr


@given(st.integers(0, 2**32 - 1), st.integers(1, 20), st.integers(0, 20))
def test_the_nearest_picture_is_found_without_itself(seed: int, own: int, others: int) -> None:
    rng = np.random.default_rng(seed)
    there = rng.normal(size=(own + others, 4)).astype(np.float32)
    there /= np.linalg.norm(there, axis=1, keepdims=True)
    rows = rng.permutation(own + others)[:own]
    found = best_cosine(there[rows], there, rows)
    for value, row in zip(found, rows, strict=True):
        rest = [float(there[row] @ v) for n, v in enumerate(there) if n != row]
        assert value == pytest.approx(max(rest, default=-1), abs=1e-5)


@pytest.mark.parametrize(
    "words",
    [
        ["--against", "x", "--protocol", "mediaeval-2022"],
        ["--test", "x"],
        ["--run-file", "a", "--run-file", "b", "--run-file", "c"],
        ["--recipe", "headline", "--protocol", "mediaeval-2022"],
        ["--tag", "sport", "--protocol", "mediaeval-2022"],
        ["--recipe", "headline", "--run-file", "a"],
        ["--model", "x", "--run-file", "a"],
        ["--tag", "sport", "--against", "reference-t2"],
    ],
)
def test_what_does_not_go_together_is_told(shared: Path, words: list[str]) -> None:
    assert newsmatch("evaluate", shared, *words).exit_code == 2
