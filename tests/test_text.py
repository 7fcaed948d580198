"""Recipes and reading: golden cases, properties, and what the command prints."""

import json
import os
import shutil
import subprocess
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
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.reading import list_recipes
from newsmatch_gui.text import language
from newsmatch_gui.text.language import expand_contractions, language_code
from newsmatch_gui.text.reading import read
from newsmatch_gui.text.recipes import Recipe, built_in, parse_recipe, recipe
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
    if "sources" in case:
        (translated,) = (step for step in reading.trace if step.step == "translate")
        assert [source for source, _ in translated.changed] == case["sources"]
        (selected,) = (step for step in reading.trace if step.step == "select")
        said = selected.text.replace("\n", " ")
        assert all(english.rstrip(".") in said for _, english in translated.changed)
    if "translator" in case:
        assert reading.translator == case["translator"]
    assert reading.tokens <= case.get("tokens_at_most", reading.budget)


# What the steps look for, and what has gone wrong before: letters that change their length,
# ligatures, combining marks, joined emoji, contractions with either apostrophe.
PIECES = st.sampled_from(
    """can't won’t we'll it's I'd y'all 'tis İ ß ﬁ ﬃ ŉ ǆ Σς \u0301 \u20e3 \ufe0f \u200d 👨‍👩‍👧 🇩🇪 🔥
    \u0bbe \u0650 \u0e47 # @ @user #Tag https://t.co/x :) <3 z. B. 3. Mr. U.S. „ “ ! … - _ 1,5 12. a
    Zug war The \u00a0""".split(" ")
)
LETTERS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300),
    st.lists(PIECES, max_size=40).map("".join),
    st.lists(PIECES, max_size=40).map(" ".join),
)
BODIES = st.lists(LETTERS, max_size=6).map("\n".join)
DOMAINS = st.sampled_from(["rss", "rt", "tw"])


@settings(deadline=None, max_examples=150)
@given(LETTERS, BODIES, DOMAINS, st.sampled_from(["en", "de", "tr", "xx", ""]),
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


@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_contractions_are_found_wherever_they_stand(text: str) -> None:
    said = expand_contractions(f"{text} we won't")
    assert said.endswith("we will not")
    assert said.count("İ") == text.count("İ")


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(["", "Headline"]) | st.text("abc .", max_size=200),
    st.lists(st.text("abc .!?\n", max_size=120), max_size=5), st.integers(8, 40),
)  # fmt: skip
def test_chunks_lose_no_word(title: str, paragraphs: list[str], budget: int) -> None:
    title, text = repair_line(title), repair("\n".join(paragraphs))
    reading = read(
        built_in()["chunks"], Article("1", title, text), ClipTokens(budget), TranslatorChain([])
    )
    read_back = "".join("".join(part.text.split()) for part in reading.parts)
    assert read_back == "".join(f"{title}{text}".split())


SENTENCES = [f"Sentence number {number} tells of the harbour." for number in range(400)]


@pytest.mark.parametrize("title", ["", "A headline", " ".join(SENTENCES)])
def test_chunks_read_one_endless_paragraph_whole(title: str) -> None:
    article = Article("1", title, " ".join(SENTENCES))
    reading = read(built_in()["chunks"], article, ClipTokens(), TranslatorChain([]))
    words = " ".join(part.text for part in reading.parts).split()
    assert words == f"{title} {article.text}".split()
    assert not any(step.dropped for step in reading.trace)


def test_more_parts_than_a_collection_can_bear_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsmatch_gui.text.selection._MOST_PARTS", 3)
    article = Article("1", "A headline", " ".join(SENTENCES))
    reading = read(built_in()["chunks"], article, ClipTokens(), TranslatorChain([]))
    (step,) = reading.trace
    listed = len(step.dropped)
    assert listed == 60
    more = 400 - sum(part.text.count("Sentence") for part in reading.parts) - listed
    assert step.note == (
        f"only the first 3 parts are read; and {more} more dropped that are not listed"
    )


def test_a_cut_headline_is_told_to_the_last_word() -> None:
    article = Article("1", " ".join(SENTENCES))
    for name in ("headline", "reference-t1", "reference-t2"):
        reading = read(built_in()[name], article, ClipTokens(), TranslatorChain([]))
        step = next(step for step in reading.trace if step.step == "select")
        gone = len(article.title.split()) - len(step.text.split())
        assert step.note == f"and {gone - 60:,} more dropped that are not listed"


def test_how_tokens_are_counted_matters_for_a_title_too() -> None:
    title = "The mayor and the council of the town are in the house of the people"
    source = """name = "a"\n[steps]\nall = [
        { step = "select", parts = "title", count = "%s" }, { step = "stop_words" }]"""
    article, chain = Article("1", title), TranslatorChain([])
    raw, final = (
        read(parse_recipe(source % count, "a"), article, ClipTokens(8), chain).text
        for count in ("raw", "final")
    )
    assert (raw, final) == ("mayor council", "mayor council town house people")


def test_each_step_tells_what_it_changed() -> None:
    text = "The buses don't run. They are old.\nNobody was hurt."
    article = Article("1", "Mayors can't say why", text)
    reading = read(built_in()["reference-fixed"], article, ClipTokens(), TranslatorChain([]))
    steps = {step.step: step for step in reading.trace}
    assert steps["select"].dropped == ("They are old.",)
    assert steps["contractions"].changed == (("can't", "cannot"), ("don't", "do not"))
    assert ("The", "the") in steps["lowercase"].changed
    assert ("buses", "bus") in steps["lemmatise"].changed
    assert steps["stem"].note == "2 words changed: bus→bu, nobody→nobodi"
    title = read(built_in()["headline"], article, ClipTokens(), TranslatorChain([]))
    assert title.trace[0].note == "2 paragraphs not read"


def test_a_tweet_tells_what_was_removed_and_rewritten() -> None:
    tweet = "Fire near Athens 🔥🚒 @bbc say the goverment #ClimateChange https://t.co/Xy12"
    reading = read(
        built_in()["reference-t1"], Article("1", tweet, domain="tw"), ClipTokens(),
        TranslatorChain([]),
    )  # fmt: skip
    step = reading.trace[-1]
    assert step.dropped == ("@bbc", "https://t.co/Xy12")
    assert step.changed[1:] == (
        ("goverment", "government"), ("#ClimateChange", "climate change"),
    )  # fmt: skip
    assert step.changed[0] == ("🔥🚒", "fire fire engine")


def test_only_what_is_wanted_is_translated_and_counted_in_english() -> None:
    class Long(GlossTranslator):
        asked = 0

        def translate(self, text: str, source: str, **_: object) -> str:
            self.asked += 1
            return "eight words of English for a German one" if self.asked > 1 else "A title"

    service = Long()
    text = "\n".join(f"Satz {n}. Und noch einer." for n in range(500))
    article = Article("1", "Titel", text, domain="rt", lang="de")
    reading = read(built_in()["reference-t1"], article, ClipTokens(), TranslatorChain([service]))
    (step,) = (step for step in reading.trace if step.step == "select")
    assert step.text.count("eight words") == (77 - 2 - 3) // 9
    assert service.asked < 15


def test_originals_and_translations_are_kept_side_by_side() -> None:
    text = "\n".join(f"Der Hund Nummer {n} schläft. Katze {n} wacht." for n in range(40))
    article = Article("1", "Tiere", text, domain="rt", lang="de")
    reading = read(
        built_in()["chunks"], article, ClipTokens(), TranslatorChain([GlossTranslator()])
    )
    (step,) = (step for step in reading.trace if step.step == "translate")
    assert [source for source, _ in step.changed][-2:] == [
        "Der Hund Nummer 39 schläft.", "Katze 39 wacht.",
    ]  # fmt: skip
    assert all("dog" in english for source, english in step.changed if "Hund" in source)


@pytest.mark.parametrize(
    ("given_", "code"),
    [("de-DE", "de"), ("DE", "de"), ("deu", "de"), ("ger", "de"), ("de_AT", "de"),
     (" German ", "de"), ("en-US", "en"), ("eng", "en"), ("zh-Hant-TW", "zh"), ("pt-BR", "pt"),
     ("und", ""), ("", ""), ("gsw", "gsw")],
)  # fmt: skip
def test_a_language_has_one_code(given_: str, code: str) -> None:
    assert language_code(given_) == code


def test_twenty_thousand_words_are_read_to_the_end() -> None:
    sentence = "The council of the northern harbour town met again on a rainy Tuesday evening."
    text = "\n".join(" ".join([sentence] * 10) for _ in range(143)) + "\nLast words."
    article = Article("1", "A long story", text)
    whole = read(built_in()["chunks"], article, ClipTokens(), TranslatorChain([]))
    assert whole.parts[-1].text.endswith("Last words.")
    assert sum(len(part.text.split()) for part in whole.parts) == 3 + len(text.split())
    short = read(built_in()["reference-t1"], article, ClipTokens(), TranslatorChain([]))
    (step,) = (step for step in short.trace if step.step == "select")
    assert step.note == "135 paragraphs not read; and 26 more dropped that are not listed"
    assert step.text.count(sentence) == 4
    assert len(step.dropped) == 60


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
        ("name = 'a'\n[steps]\nall = [{step = ['select']}]", "step must be a text, not ['select']"),
        ("name = 'a'\n[steps]\nall = [{step = {a = 1}}]", "step must be a text, not {'a': 1}"),
        ("a = " + "[" * 5_000, "nested too deeply"),
        ("a = " + "9" * 5_000, "no valid TOML"),
        ("name = 0x" + "f" * 5_000, "name must be a text, not a huge number"),
        ("name = 'a'\nversion = 0x" + "f" * 5_000, "version must be 1 or more"),
        ("name = 'a'\ntemperature = 1" + "0" * 400, "temperature must lie between"),
        (
            "name = 'a'\n[steps]\nall = [{step = 'translate'}, {step = 'translate'}, "
            "{step = 'select'}]",
            "translates twice",
        ),
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


def test_a_recipe_file_may_come_from_any_editor(tmp_path: Path) -> None:
    path = tmp_path / "MINE.TOML"
    path.write_text(built_in()["chunks"].source, encoding="utf-8-sig")
    assert recipe(str(path)) is built_in()["chunks"]
    for name in ("a\0.toml", "~nobody/a.toml", str(tmp_path / "none.toml")):
        with pytest.raises(NewsMatchError, match="cannot be read as a recipe"):
            recipe(name)


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_shared_installation_is_read(tmp_path: Path) -> None:
    """NLTK refuses data that a group may write; it is ours, and we read it ourselves."""
    shutil.copytree(resource_path("language"), tmp_path / "language")
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(path.stat().st_mode | 0o022)
    code = (
        "import sys; from pathlib import Path; import newsmatch_gui.resources as r; "
        "r._ROOT = Path(sys.argv[1]); from newsmatch_gui.text import language as l; "
        "assert 'the' in l.stop_words(); assert l.lemma('children') == 'child'; "
        "assert l.tag(['dogs'])[0][1] == 'NNS'"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_damaged_language_data_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK nothing")
    monkeypatch.setattr(language, "resource_path", lambda *_: tmp_path / "broken.zip")
    with pytest.raises(NewsMatchError, match="install NewsMatch again"):
        language._shipped("corpora/stopwords")


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
