"""The main job end to end, through the services, with a tiny model."""

import json
from pathlib import Path

import pytest

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.evaluating import evaluate
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import index_pending
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.ranking import candidates, load_pool, rank_article, rank_text


def test_bad_rows_are_told_and_the_rest_goes_in(tmp_path: Path, newsroom: Path) -> None:
    report = finish(import_source(tmp_path / "c", newsroom))
    assert (report.format, report.articles, report.images) == ("newsimages-2025", 12, 11)
    (problem,) = report.problems
    assert problem.row == 7
    assert "missing" in problem.reason


def test_importing_twice_changes_nothing(tmp_path: Path, newsroom: Path) -> None:
    finish(import_source(tmp_path / "c", newsroom))
    report = finish(import_source(tmp_path / "c", newsroom))
    assert (report.articles, report.images, report.known) == (0, 0, 23)


def test_a_broken_photo_shifts_no_row(collection: Path) -> None:
    pool = load_pool(collection)
    assert len(pool.image_ids) == 10
    assert f"{7:032X}" not in pool.image_ids
    reasons = [problem.reason for problem in list_problems(collection)]
    assert any("damaged" in reason or "no photo" in reason for reason in reasons)
    assert index_pending(collection) == 0


def test_each_vector_belongs_to_its_photo(collection: Path, tiny_model: str) -> None:
    from newsmatch_gui.clip.decode import decode_photo
    from newsmatch_gui.services.models import loaded_model

    model, pool = loaded_model(tiny_model), load_pool(collection)
    for place, image_id in enumerate(pool.image_ids):
        content = (collection.parent / "newsimages" / f"{image_id}.jpg").read_bytes()
        vector = model.encode_images([model.preprocess(decode_photo(content))])[0]
        assert vector @ pool.image_vectors()[place] == pytest.approx(1, abs=1e-4)


def test_ranking_an_article_and_a_text_agree(collection: Path) -> None:
    pool = load_pool(collection)
    by_article = rank_article(pool, "4")
    by_text = rank_text(pool, "Headline number 4")
    assert list(by_article.order) == list(by_text.order)
    best = candidates(pool, by_article, 3)
    assert [c.rank for c in best] == [1, 2, 3]
    assert best[0].score >= best[1].score >= best[2].score


def test_evaluate_prints_the_task_measures(collection: Path) -> None:
    result = evaluate(load_pool(collection))
    fields = json.loads(json.dumps(result.measures.as_json()))
    assert fields["n"] == 10
    assert result.left_out == 1  # its photo is broken; the missing photo never went in
    assert 0 < fields["mrr@100"] <= 1
    assert fields["recall@10"] == 1.0
