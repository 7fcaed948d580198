"""Recipes and reading: golden cases, properties, and what the command prints."""

import json
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article
from newsmatch_gui.services.reading import list_recipes
from newsmatch_gui.text.reading import read
from newsmatch_gui.text.recipes import Recipe, built_in, parse_recipe
from newsmatch_gui.text.repair import repair, repair_line
from newsmatch_gui.text.translation import GlossTranslator, TranslatorChain

CASES = tomllib.loads((Path(__file__).parent / "data/golden_text.toml").read_text())["case"]
T1 = """
name = "t1"
[steps]
all = [{ step = "select", parts = "first_sentences" }]
"""


class ClipTokens:
    """CLIP's own tokenizer, with any budget."""

    multilingual = False

    def __init__(self, budget: int = 77) -> None:
        self.budget = budget

    def count(self, text: str) -> int:
        return len(_tokenizer().encode(text)) + 2


@cache
def _tokenizer():
    from open_clip.tokenizer import SimpleTokenizer

    return SimpleTokenizer()


def named(name: str) -> Recipe:
    return parse_recipe(T1, "t1.toml") if name == "t1" else built_in()[name]


def read_case(case: dict) -> Reading:
    article = Article(
        "1", repair_line(case["title"]), repair(case.get("text", "")),
        domain=case.get("domain", "rss"), lang=case.get("lang", "en"),
    )  # fmt: skip
    chain = TranslatorChain([GlossTranslator()])
    return read(
        named(case.get("recipe", "headline")), article, ClipTokens(case.get("budget", 77)), chain
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_golden(case: dict) -> None:
    reading = read_case(case)
    if "read" in case:
        assert [part.text for part in reading.parts] == case["read"]
    assert reading.note == case.get("note", "")
    if "dropped" in case:
        assert [piece for step in reading.trace for piece in step.dropped] == case["dropped"]
    if "translator" in case:
        assert reading.translator == case["translator"]
    assert reading.tokens <= case.get("tokens_at_most", reading.budget)


LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
BODIES = st.lists(LETTERS, max_size=6).map("\n".join)


@settings(deadline=None, max_examples=60)
@given(LETTERS, BODIES, st.sampled_from(["rss", "rt"]), st.sampled_from(["en", "de", "xx", ""]),
       st.sampled_from([r.name for r in list_recipes()]), st.integers(6, 77))  # fmt: skip
def test_any_text_is_read_within_the_budget_and_always_the_same(
    title: str, text: str, domain: str, lang: str, name: str, budget: int
) -> None:
    article = Article("1", repair_line(title), repair(text), domain=domain, lang=lang)
    encoder, chain = ClipTokens(budget), TranslatorChain([GlossTranslator()])
    first = read(built_in()[name], article, encoder, chain)
    assert first == read(built_in()[name], article, encoder, chain)
    assert all(encoder.count(part.text) == part.tokens <= budget for part in first.parts)
    assert sum(part.weight for part in first.parts) == pytest.approx(1.0)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text("abc .!?\n", max_size=120), max_size=5), st.integers(8, 40))
def test_chunks_lose_no_word(paragraphs: list[str], budget: int) -> None:
    text = repair("\n".join(paragraphs))
    reading = read(
        built_in()["chunks"], Article("1", "Headline", text), ClipTokens(budget),
        TranslatorChain([]),
    )  # fmt: skip
    read_back = "".join("".join(part.text.split()) for part in reading.parts[1:])
    assert read_back == "".join(text.split())


def test_twenty_thousand_words_are_read_to_the_end() -> None:
    sentence = "The council of the northern harbour town met again on a rainy Tuesday evening."
    text = "\n".join(" ".join([sentence] * 10) for _ in range(143)) + "\nLast words."
    article = Article("1", "A long story", text)
    whole = read(built_in()["chunks"], article, ClipTokens(), TranslatorChain([]))
    assert whole.parts[-1].text.endswith("Last words.")
    assert sum(len(part.text.split()) for part in whole.parts) == 3 + len(text.split())
    short = read(built_in()["reference-t1"], article, ClipTokens(), TranslatorChain([]))
    (step,) = (step for step in short.trace if step.step == "select")
    assert step.note == "paragraphs not looked at: 135"
    assert step.text.count(sentence) == 4


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("", "name is missing"),
        ("name = 3", "name must be a text, not 3"),
        ('name = "A B"', "name may hold small letters"),
        ("name = 'a'\n[steps]\nrss = []", "steps.all is missing"),
        ("name = 'a'\n[steps]\nall = []", "exactly one step 'select'"),
        ("name = 'a'\n[steps]\nall = [{step = 'selekt'}]", "steps.all[1].step 'selekt' is not"),
        ("name = 'a'\n[steps]\nall = [{step = 'stem', by = 'x'}]", "steps.all[1].by must be one"),
        ("name = 'a'\n[steps]\nall = [{step = 'stem', of = 'x'}]", "steps.all[1].of is not known"),
        ("name = 'a'\n[steps]\nall = [{step = 'select'}, {step = 'translate'}]", "comes first"),
        ("name = 'a'\ncombine = 'sum'", "combine must be one of max, mean, softmax"),
        ("name = 'a'\nversion = 0", "version must be 1 or more"),
        ("name = 'a'\ncolour = 1", "colour is not known"),
        ("name = 'a'\n[steps]\nfr = []\nall = []", "steps.fr is not known"),
        ("name = ", "no valid TOML"),
    ],
)
def test_a_bad_recipe_is_refused_with_key_and_reason(source: str, says: str) -> None:
    with pytest.raises(NewsMatchError, match=r"^mine\.toml") as refused:
        parse_recipe(source, "mine.toml")
    assert says in str(refused.value)


def test_an_edited_copy_has_a_fingerprint_of_its_own() -> None:
    source = built_in()["reference-t1"].source
    assert parse_recipe(source, "copy.toml") is built_in()["reference-t1"]
    edited = parse_recipe(source.replace('"porter"', '"snowball"'), "copy.toml")
    assert edited.fingerprint.startswith("reference-t1@1+")
    off = source.replace('{ step = "stem", by = "porter" }', '{ step = "stem", on = false }')
    assert "stem" not in [step.kind for step in parse_recipe(off, "copy.toml").steps_for("rss")]


def test_a_multilingual_model_reads_the_original() -> None:
    class Multilingual(ClipTokens):
        multilingual = True

    article = Article("1", "Feuerwehr löscht Brand", lang="de", domain="rt")
    reading = read(built_in()["headline-translated"], article, Multilingual(), TranslatorChain([]))
    assert (reading.text, reading.translator) == (article.title, "")
    assert "the model reads de" in reading.trace[0].note


@pytest.mark.model
def test_the_command_prints_every_step() -> None:
    run = CliRunner().invoke
    text = "Mayor can't say why\nThe buses don't run. They are old."
    done = run(cli, ["text", "--recipe", "reference-t1", text])
    assert done.exit_code == 0, done.output
    for word in ("select", "stop_words", "dropped: why | the", "/77 tokens"):
        assert word in done.output
    done = run(cli, ["text", "--recipe", "reference-t1", "--json", text])
    fields = json.loads(done.output)
    assert fields["parts"][0]["text"] == "mayor cant say buse dont run"
    assert fields["trace"][0]["step"] == "select"


def test_recipes_are_listed_and_can_be_copied(tmp_path: Path) -> None:
    run = CliRunner().invoke
    assert run(cli, ["recipes"]).output.startswith("headline@1")
    copy = tmp_path / "mine.toml"
    copy.write_text(run(cli, ["recipes", "--show", "chunks"]).output, encoding="utf-8")
    assert parse_recipe(copy.read_text("utf-8"), str(copy)).name == "chunks"
    done = run(cli, ["text", "--recipe", str(tmp_path / "none.toml"), "x"])
    assert done.exit_code == 1
    assert "cannot be read as a recipe" in done.stderr
    assert "torch" not in sys.modules or "Traceback" not in done.output
