"""Recipes in a collection: indexing, switching, translators, and what is stored of them."""

import json
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.ranking import Combine, combine
from newsmatch_gui.domain.reading import stand_ins
from newsmatch_gui.services import indexing
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.evaluating import evaluate
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index, index_pending
from newsmatch_gui.services.ranking import load_pool, rank_article
from newsmatch_gui.services.reading import translator_faults
from newsmatch_gui.services.settings import read_settings, set_setting
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.text import online
from newsmatch_gui.text.online import OnlineTranslator
from newsmatch_gui.text.translation import (
    GlossTranslator,
    TranslationUnavailableError,
    TranslatorChain,
    never,
)

ROWS = [
    (
        "a1",
        "Snow on the coast",
        "Snow fell all night. Roads were closed.\nSchools stay shut.",
        "en",
    ),
    ("a2", "Neue Brücke über den Fluss", "Der Bau dauerte lange. Nun ist er fertig.", "de"),
    ("a3", "Mayor can't say why", "", "en"),
]


@dataclass
class FakeService:
    """Stands for an online translator."""

    name: str = "fake"
    fingerprint: str = "fake@1"
    works: bool = True
    asked: list[str] = field(default_factory=list)

    def translate(self, text: str, source: str, *, cancelled: Callable[[], bool] = never) -> str:
        self.asked.append(text)
        if not self.works:
            raise TranslationUnavailableError("offline", "the service cannot be reached; go online")
        return f"({source}) {text}"


@dataclass
class StandIn(FakeService):
    name: str = "gloss"
    fingerprint: str = "gloss@test"


@pytest.fixture
def collection(tmp_path: Path, tiny_model: str) -> Path:
    from conftest import make_photo

    rows = []
    for number, (name, title, text, lang) in enumerate(ROWS):
        make_photo(tmp_path / f"{name}.jpg", number)
        row = {"article_id": name, "title": title, "text": text, "lang": lang}
        rows.append(row | {"image": f"{name}.jpg", "domain": "rt" if lang == "de" else "rss"})
    source = tmp_path / "articles.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    folder = tmp_path / "c.newsmatch"
    finish(import_source(folder, source, images=tmp_path))
    finish(build_index(folder, model=tiny_model))
    return folder


@pytest.fixture
def translators(monkeypatch: pytest.MonkeyPatch) -> tuple[FakeService, StandIn]:
    service, stand_in = FakeService(), StandIn()
    monkeypatch.setattr(indexing, "translator_chain", lambda: TranslatorChain([service, stand_in]))
    return service, stand_in


def read_text(folder: Path, article_id: str) -> tuple[str, str]:
    pool = load_pool(folder)
    with Desk(folder) as desk:
        reading = desk.reading(article_id, pool.recipe, pool.model.fingerprint)
        return reading.text, reading.translator


def test_another_recipe_reads_anew_and_stays(collection: Path) -> None:
    assert load_pool(collection).recipe == "headline@1"
    report = finish(build_index(collection, recipe="reference-t2"))
    assert report.articles == 3
    assert load_pool(collection).recipe.startswith("reference-t2@1/")
    assert read_text(collection, "a3")[0] == "mayor cant say"
    assert finish(build_index(collection)).articles == 0
    assert index_pending(collection) == 0


def test_a_recipe_file_may_go_once_it_is_used(collection: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('name = "mine"\n[steps]\nall = [{ step = "select" }, { step = "lowercase" }]\n')
    finish(build_index(collection, recipe=str(mine)))
    mine.unlink()
    assert read_text(collection, "a1")[0] == "snow on the coast"
    assert finish(build_index(collection)).articles == 0
    with pytest.raises(NewsMatchError, match="there is no recipe 'nix'"):
        finish(build_index(collection, recipe="nix"))


def test_every_part_of_an_article_is_ranked(collection: Path) -> None:
    finish(build_index(collection, recipe="chunks"))
    pool = load_pool(collection)
    assert len(pool.parts["a1"]) > 1
    assert len(pool.parts["a3"]) == 1
    rankings = rank_article(pool, "a1")
    assert sorted(rankings.order) == [0, 1, 2]
    expected = combine(
        pool.article_vectors("a1") @ pool.image_vectors().T,
        np.array([part.weight for part in pool.parts["a1"]], np.float32),
        Combine.SOFTMAX,
    )
    assert np.allclose(sorted(expected, reverse=True), rankings.scores, atol=1e-6)
    result = evaluate(load_pool(collection))
    place = {name: position for position, name in enumerate(pool.image_ids)}
    for article_id, true_rank in result.ranks.items():
        order = list(rank_article(pool, article_id).order)
        with Collection.open(collection) as opened:
            (image,) = opened.articles.true_images(article_id)
        assert true_rank == 1 + order.index(place[image])


def test_a_stand_in_is_told_and_gives_way(
    collection: Path, translators: tuple[FakeService, StandIn]
) -> None:
    service, _ = translators
    service.works = False
    report = finish(build_index(collection, recipe="headline-translated"))
    assert report.translation_faults == ("the service cannot be reached; go online",)
    assert read_text(collection, "a2") == ("(de) Neue Brücke über den Fluss", "gloss@test")
    assert evaluate(load_pool(collection)).translators == {"gloss@test": 1}
    service.works = True
    assert finish(build_index(collection)).articles == 1
    assert read_text(collection, "a2")[1] == "fake@1"
    assert finish(build_index(collection)).articles == 0


def test_measures_say_that_a_stand_in_made_all_texts(
    collection: Path, translators: tuple[FakeService, StandIn]
) -> None:
    service, _ = translators
    service.works = False
    finish(build_index(collection, recipe="headline-translated"))
    assert "the recipe names fake@1, but texts were translated by: gloss@test 1" in (
        evaluate(load_pool(collection)).mixed
    )
    said = CliRunner().invoke(cli, ["evaluate", str(collection)]).output
    assert "but texts were translated by: gloss@test 1" in said
    service.works = True
    finish(build_index(collection))
    assert evaluate(load_pool(collection)).mixed == ""


@pytest.mark.parametrize(
    ("recipe", "by", "others"),
    [
        ("r@1/fake@1", ["", "fake@1"], ()),
        ("r@1/fake@1", ["gloss@1+fake@1"], ("gloss@1",)),
        ("r@1/gloss@1", ["google", "untranslated+gloss@1"], ("google", "untranslated")),
        ("r@1", ["gloss@1"], ()),
    ],
)
def test_stand_ins_are_found_in_mixtures(recipe: str, by: list[str], others: tuple) -> None:
    assert stand_ins(recipe, by) == others


def test_a_ranking_names_model_recipe_and_translator(
    collection: Path, translators: tuple[FakeService, StandIn]
) -> None:
    translators[0].works = False
    finish(build_index(collection, recipe="headline-translated"))
    run, folder = CliRunner().invoke, str(collection)
    rows = json.loads(run(cli, ["rank", folder, "--article", "a2", "--json"]).output)
    model = load_pool(collection).model
    assert {(row["model"], row["model_fingerprint"], row["recipe"], row["translator"])
            for row in rows} == {
        (model.name, model.fingerprint, "headline-translated@1/fake@1", "gloss@test")
    }  # fmt: skip
    said = run(cli, ["rank", folder, "--article", "a2"]).output.splitlines()[0]
    assert said == f"{model.name}, headline-translated@1/fake@1, translated by gloss@test"
    said = run(cli, ["rank", folder, "--query", "snow"]).output.splitlines()[0]
    assert said == f"{model.name}, read as typed"


def test_translations_stay_usable_when_their_translator_is_off(
    collection: Path, translators: tuple[FakeService, StandIn], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, stand_in = translators
    finish(build_index(collection, recipe="headline-translated"))
    monkeypatch.setattr(indexing, "translator_chain", lambda: TranslatorChain([stand_in]))
    finish(build_index(collection))
    assert read_text(collection, "a2") == ("(de) Neue Brücke über den Fluss", "fake@1")
    assert stand_in.asked == []
    assert "the recipe names gloss@test, but" in evaluate(load_pool(collection)).mixed
    assert finish(build_index(collection)).articles == 0  # a better translation stays
    monkeypatch.setattr(indexing, "translator_chain", lambda: TranslatorChain([]))
    finish(build_index(collection, recipe="reference-t2"))
    assert read_text(collection, "a2")[1] == "fake@1"


def test_another_service_does_not_live_on_the_first_ones_translations(
    collection: Path, translators: tuple[FakeService, StandIn], monkeypatch: pytest.MonkeyPatch
) -> None:
    finish(build_index(collection, recipe="headline-translated"))
    other = FakeService("other", "other@1")
    chain = TranslatorChain([other, translators[1]])
    monkeypatch.setattr(indexing, "translator_chain", lambda: chain)
    finish(build_index(collection))
    assert read_text(collection, "a2")[1] == "other@1"
    other.works, chain.translators = False, [FakeService("third", "third@1", works=False), other]
    finish(build_index(collection))
    assert read_text(collection, "a2")[1] == "other@1"


@pytest.mark.parametrize("service", ["google", "mymemory", "deepl"])
@pytest.mark.parametrize("silent", ["getaddrinfo", "create_connection"])
def test_a_network_that_swallows_everything_is_told_soon(
    monkeypatch: pytest.MonkeyPatch, service: str, silent: str
) -> None:
    monkeypatch.setattr(online, "_REACH", 0.3)
    monkeypatch.setattr(online, "_QUICK", 0.2)
    monkeypatch.setattr(online, "_reached", {})
    over = threading.Event()

    def swallow(*_: object, **__: object) -> None:
        over.wait(20)
        raise OSError("too late")

    monkeypatch.setattr(socket, silent, swallow)
    made = OnlineTranslator(service, api_key="x:fx" if service == "deepl" else "")
    begun = time.monotonic()
    with pytest.raises(TranslationUnavailableError, match="cannot be reached") as fault:
        made.translate("Tag", "de")
    assert fault.value.reason == "offline"
    assert time.monotonic() - begun < 2
    over.set()


def test_a_text_is_translated_once(
    collection: Path, translators: tuple[FakeService, StandIn]
) -> None:
    service, _ = translators
    finish(build_index(collection, recipe="headline-translated"))
    finish(build_index(collection, recipe="reference-t2"))
    assert service.asked == ["Neue Brücke über den Fluss"]


def test_cancel_reaches_a_service_that_does_not_answer(
    collection: Path, translators: tuple[FakeService, StandIn], monkeypatch: pytest.MonkeyPatch
) -> None:
    service, _ = translators

    def hang(text: str, source: str, *, cancelled: Callable[[], bool] = never) -> str:
        while not cancelled():
            time.sleep(0.01)
        raise TranslationUnavailableError("cancelled", "stopped")

    monkeypatch.setattr(service, "translate", hang)
    work = build_index(collection, recipe="headline-translated")
    phases = [next(work).phase for _ in range(12)]
    assert phases[-1] == "reading articles"
    begun = time.monotonic()
    work.close()
    assert time.monotonic() - begun < 1
    assert load_pool(collection).recipe == "headline@1"


def test_decisions_and_exports_name_the_recipe(collection: Path, tmp_path: Path) -> None:
    finish(build_index(collection, recipe="reference-t2"))
    pool = load_pool(collection)
    from newsmatch_gui.domain.records import Shown, Verdict
    from newsmatch_gui.services.exporting import export_pairs

    with Desk(collection) as desk:
        shown = Shown(pool.model.fingerprint, pool.recipe, 1, 0.5)
        desk.decide("a3", pool.image_ids[0], Verdict.CHOSEN, shown)
    export_pairs(collection, tmp_path / "p.jsonl")
    row = json.loads((tmp_path / "p.jsonl").read_text())
    assert row["shown"]["recipe"] == row["recipe"] == pool.recipe
    assert row["read"] == ["mayor cant say"]
    export_pairs(collection, tmp_path / "p.csv", format="openclip-csv")
    assert (tmp_path / "p.csv").read_text().splitlines()[1].endswith("\tmayor cant say")
    assert json.loads((tmp_path / "p.csv.json").read_text())["recipe"] == pool.recipe


SCORES = st.integers(1, 5).flatmap(
    lambda parts: st.lists(
        st.lists(st.floats(-1, 1, width=32), min_size=3, max_size=3), min_size=parts, max_size=parts
    )
)


@given(SCORES, st.data())
def test_combined_scores_lie_between_the_parts(scores: list, data: st.DataObject) -> None:
    rows = np.array(scores, np.float32)
    weights = np.array(
        data.draw(st.lists(st.floats(0.01, 1), min_size=len(rows), max_size=len(rows)))
    )
    for how in Combine:
        made = combine(rows, weights, how)
        assert (made <= rows.max(axis=0) + 1e-5).all()
        assert (made >= rows.min(axis=0) - 1e-5).all()
    assert (combine(rows, weights, Combine.MAX) == rows.max(axis=0)).all()
    mean = combine(rows, weights, Combine.MEAN)
    assert mean == pytest.approx(np.average(rows, axis=0, weights=weights), abs=1e-5)
    fitting = weights[:, None] * np.exp(rows.astype(np.float64) / 0.05)
    soft = combine(rows, weights, Combine.SOFTMAX, temperature=0.05)
    assert soft == pytest.approx((fitting * rows).sum(axis=0) / fitting.sum(axis=0), abs=1e-4)
    sharp = combine(rows, weights, Combine.SOFTMAX, temperature=1e-3)
    assert (sharp >= mean - 1e-5).all()


def test_settings_are_sparse_and_checked(own_settings: Path) -> None:
    assert read_settings()["translation.online"] == "off"
    set_setting("translation.online", "google")
    assert own_settings.read_text() == '[translation]\nonline = "google"\n'
    assert read_settings()["translation.online"] == "google"
    set_setting("translation.online", "off")
    assert own_settings.read_text() == ""
    with pytest.raises(NewsMatchError, match="must be one of off, google"):
        set_setting("translation.online", "yes")
    own_settings.write_text("[translation\n")
    with pytest.raises(NewsMatchError, match="mend it, or delete it"):
        read_settings()


def test_settings_that_cannot_work_block_nothing(
    own_settings: Path, collection: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DEEPL_API_KEY", raising=False)
    run = CliRunner().invoke
    for service, fault in (("deepl", "DEEPL_API_KEY"), ("libre", "translation.libre_url")):
        done = run(cli, ["settings", "translation.online", service])
        assert done.exit_code == 0
        assert fault in done.stderr
        assert fault in run(cli, ["settings"]).stderr
        index_pending(collection)  # what the window asks when it opens a collection
        report = finish(build_index(collection, recipe="headline"))
        assert report.translation_faults == ()
        report = finish(build_index(collection, recipe="headline-translated"))
        (told,) = report.translation_faults
        assert fault in told
        assert read_text(collection, "a2")[1].startswith("gloss@")
    set_setting("translation.model_folder", "~nobody/model")
    assert len(translator_faults()) == 2
    index_pending(collection)


@pytest.mark.model
def test_the_command_says_who_really_translated(own_settings: Path) -> None:
    set_setting("translation.online", "deepl")
    words = ["text", "--recipe", "reference-t2", "--lang", "de-DE", "Die Katze schläft"]
    done = CliRunner().invoke(cli, words)
    by = GlossTranslator().fingerprint
    assert f"translate (de to en: {by}, not deepl: DeepL needs a key" in done.output
    assert "Die Katze schläft → the cat" in done.output
    assert f"translated by {by}, since deepl could not serve" in done.output
    fields = json.loads(CliRunner().invoke(cli, [*words, "--json"]).stdout)
    assert (fields["recipe"], fields["translator"]) == ("reference-t2@1/deepl", by)
    assert "not deepl" in fields["trace"][0]["note"]


def test_settings_from_the_command_line(own_settings: Path) -> None:
    run = CliRunner().invoke
    assert run(cli, ["settings", "translation.gloss", "off"]).exit_code == 0
    assert "translation.gloss = 'off'" in run(cli, ["settings", "translation.gloss"]).output
    assert run(cli, ["settings", "nix"]).exit_code == 2
    assert run(cli, ["settings", "translation.gloss", "nix"]).exit_code == 1
