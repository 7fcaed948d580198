"""Tables, feeds and notes from strangers: what can be read is, the rest is told in one sentence.

Where fuzzing (``packaging/fuzz``) found a fault, the case stands here beside those thought up.
"""

import html
import json
import os
import pickle
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from conftest import make_photo
from hostile.corpus import HOSTILE_TEXT
from test_import_faults import ATOM, POST, imported, newsmatch, titles, told

from newsmatch_gui.domain.errors import DamagedCollectionError, NewsMatchError
from newsmatch_gui.domain.learning import Depth
from newsmatch_gui.domain.plain_text import plain
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.exchange.feeds import read_feed
from newsmatch_gui.exchange.pairs import guarded, read_decision
from newsmatch_gui.exchange.run_files import read_run
from newsmatch_gui.exchange.snippets import Snippets
from newsmatch_gui.exchange.stories import story_of
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.problems import save_problems
from newsmatch_gui.services.ranking import load_pool, rank_text
from newsmatch_gui.services.settings import read_settings
from newsmatch_gui.services.train_options import train_options
from newsmatch_gui.services.training_run import find_run
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.vectors import VectorFile
from newsmatch_gui.text.recipes import parse_recipe
from newsmatch_gui.text.repair import repair, repair_line, strip_markup

HUGE = "&#" + "9" * 5_000 + ";"
DEEP = "[" * 100_000
GOOD = "article_id,title\ng1,Good one\ng2,Good two\n"


def sentence(act: Callable[[], object]) -> str:
    with pytest.raises(NewsMatchError) as caught:
        act()
    said = str(caught.value)
    assert said.isprintable()
    assert len(said) < 1_000
    return said


# Tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "rows_told"),
    [
        (b"1,a\x00b\n", []),
        (b"1," + b"x" * 1_000_000 + b"\n", []),
        (b'1,"' + b"x" * 1_000_000 + b'"\n', []),
        (b"1," + b"x" * 11_000_000 + b"\n", [4]),
        (b'1,"unclosed\n', [4]),
        (b'1,"a"b"c\n', [4]),
        (b"1,a,b,c,d\n", [4]),
        (b"1\n", [4]),
        (b"\xff\xfe\x00,x\n", []),
        ("1,Zw\u00f6lf\n".encode("cp1252") + "2,\u20ac".encode(), []),
        (b"\xef\xbb\xbf1,x\n", []),
        (b",\n", []),
        (b"1,\x1b[2J\x1b]0;evil\x07\n", []),
        (b"'; DROP TABLE article; --,x\n", []),
        ("\u202e1,\u202eevil\n".encode(), []),
        (HUGE.encode() + b"," + HUGE.encode() + b"\n", []),
    ],
)
def test_a_bad_row_costs_itself_only(tmp_path: Path, row: bytes, rows_told: list[int]) -> None:
    begun = time.process_time()
    report = imported(tmp_path, "a.csv", GOOD.encode() + row)
    assert {"Good one", "Good two"} <= set(titles(tmp_path).values())
    assert list(told(report)) == rows_told
    assert all(problem.sentence().isprintable() for problem in report.problems)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    "line",
    ["not json", DEEP, '{"a":' * 50_000, '{"article_id": ' + "9" * 5_000 + "}", "[1, 2]", "null",
     '"x"', '{"article_id": NaN, "title": Infinity, "x": 1e999}', '{"article_id": {}, "title": []}',
     r'{"article_id": "\u0000", "title": "\ud800"}', "\x00" * 1_000],
)  # fmt: skip
def test_a_bad_line_costs_itself_only(tmp_path: Path, line: str) -> None:
    good = [json.dumps({"article_id": f"g{n}", "title": f"Good {n}"}) for n in range(2)]
    report = imported(tmp_path, "a.jsonl", "\n".join([good[0], line, good[1]]))
    assert {"Good 0", "Good 1"} <= set(titles(tmp_path).values())
    assert all(problem.sentence().isprintable() for problem in report.problems)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n\n\n", b"\x00" * 10_000, b"\xff" * 10_000, b"PK\x03\x04" + b"\x00" * 500,
     b"%PDF-1.7", b"\x1f\x8b\x08", b'"', b'"' * 10_001, b"SQLite format 3\x00", b"\x1b[2J,\x07"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.xml"])
def test_what_is_no_source_is_one_sentence(tmp_path: Path, name: str, raw: bytes) -> None:
    assert name in sentence(lambda: imported(tmp_path, name, raw))


def decided(**change: object) -> dict[str, str]:
    row = {"decision_id": "01J00000000000000000000000", "verdict": "chosen", "article_id": "1",
           "image_id": "a", "annotator": "x",
           "decided_at": "2025-01-01T00:00:00+00:00"}  # fmt: skip
    return row | {key: value if isinstance(value, str) else json.dumps(value)
                  for key, value in change.items()}  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [{"shown": {"rank": float("inf")}}, {"shown": {"rank": 10**400}}, {"shown": {"rank": -1}},
     {"shown": {"score": float("nan")}}, {"shown": {"score": "1e999"}}, {"shown": [1]},
     {"shown": DEEP}, {"fit": "9" * 5_000}, {"fit": 6}, {"decision_id": "../../x"},
     {"verdict": "evil"}],
)  # fmt: skip
def test_an_odd_decision_is_none(change: dict[str, object]) -> None:
    assert read_decision(decided()) is not None
    assert read_decision(decided(**change)) is None


# Feeds ---------------------------------------------------------------------------------------

LAUGHS = "".join(
    f'<!ENTITY l{n} "{"".join(f"&l{n - 1};" for _ in range(10))}">' for n in range(1, 12)
)


@pytest.mark.parametrize(
    "declared",
    ['<!ENTITY l0 "ha">' + LAUGHS, '<!ENTITY l11 SYSTEM "file:///etc/passwd">',
     '<!ENTITY l11 SYSTEM "http://192.0.2.1/x">',
     '<!ENTITY % l11 SYSTEM "file:///etc/passwd"> %l11;',
     '<!ENTITY l11 "&l11;">'],
)  # fmt: skip
def test_entities_of_a_feed_are_neither_grown_nor_fetched(tmp_path: Path, declared: str) -> None:
    feed = f"<?xml version='1.0'?><!DOCTYPE feed [{declared}]>" + ATOM.partition("?>")[2]
    content = feed + POST.format("a", "Laugh &l11; now") + POST.format("b", "Good") + "</feed>"
    begun = time.process_time()
    imported(tmp_path, "a.xml", content)
    assert time.process_time() - begun < 5
    found = titles(tmp_path)
    assert found["b"] == "Good"
    assert "root:" not in found["a"]
    assert len(found["a"]) < 100


def test_an_address_is_no_feed(tmp_path: Path) -> None:
    """Only bytes are parsed: feedparser would fetch what looks like an address."""
    for content in ("http://192.0.2.1/feed.xml", "file:///etc/passwd", "/etc/passwd"):
        assert "no RSS or Atom" in sentence(lambda text=content: imported(tmp_path, "a.xml", text))


def test_empty_elements_of_a_feed_are_empty_texts(tmp_path: Path) -> None:
    posts = (
        "<entry><id>a</id><title>One</title><content/></entry>"
        "<entry><id>b</id><title>Two</title><content type='xhtml'></content><link/></entry>"
        "<entry><id>c</id><title><title>Three</title></title><summary><b/></summary></entry>"
    )
    read, _ = read_feed(tmp_path / "a.xml", (ATOM + posts + "</feed>").encode())
    for post in read:
        if isinstance(post, tuple):
            assert all(isinstance(getattr(post[1], name), str) for name in post[1].__slots__)


# Texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrap", ["{0}", "a &amp;{1} b</p>", "&amp;amp;{1}<br>", "<p>{0}</p>"])
def test_a_number_that_no_character_has_stops_no_tokenizer(wrap: str) -> None:
    text = wrap.format(HUGE, HUGE[1:])
    for made in (repair(text), repair_line(text), repair(strip_markup(text))):
        assert "\ufffd" in made
        html.unescape(html.unescape(made))
    story = story_of(f"<html><p>{text}</p></html>")
    html.unescape(html.unescape(repair(story.title)))


def test_such_a_headline_can_be_indexed(tmp_path: Path, tiny_model: str) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    rows = f"article_id,title,image\n1,{HUGE},a.jpg\n2,&amp;{HUGE[1:]},a.jpg\n3,Fine,a.jpg\n"
    imported(tmp_path, "a.csv", rows)
    report = finish(build_index(tmp_path / "c.newsmatch", model=tiny_model))
    assert report.articles == 3


@pytest.mark.parametrize("mark", ["<![CDAx", "<![true DATA[", "<![", "<!x", "<?x", "</", "<!-"])
def test_odd_declarations_are_no_text(mark: str) -> None:
    assert strip_markup(f"<p>before</p>{mark} y>after").startswith("before")
    assert strip_markup(mark) is not None


# Run files, settings, recipes, options, templates ----------------------------------------------


def test_bad_run_files(tmp_path: Path) -> None:
    path = tmp_path / "run.tsv"
    for raw in (b"", b"\x00" * 100, b"\xff\xfe", b"x" * 100_000, b"\t" * 100_000, b"9" * 5_000):
        path.write_bytes(raw)
        assert "run.tsv" in sentence(lambda: read_run(path, ["1"], ["a"]))
    path.write_bytes(b"1\t" + b"\t".join(b"a" for _ in range(100_000)))
    assert len(read_run(path, ["1"], ["a"]).lines[0][1]) == 100


BAD_TOML = (
    "a = " + "9" * 5_000, "a = " + DEEP, "[" * 5_000, "a = \x00", "\x1b", "= =", "a.b = 1\na = 2",
    "a = 1e999", "[ui]\ntheme = " + "9" * 5_000, 'x = "' + "y" * 100_000,
)  # fmt: skip


@pytest.mark.parametrize("text", BAD_TOML)
def test_bad_toml_is_one_sentence_wherever_it_stands(
    tmp_path: Path, own_settings: Path, text: str
) -> None:
    own_settings.parent.mkdir(parents=True, exist_ok=True)
    own_settings.write_text(text)
    (tmp_path / "o.toml").write_text(text)
    for act in (
        read_settings,
        lambda: train_options(Depth.FULL, tmp_path / "o.toml"),
        lambda: parse_recipe(text, "r.toml"),
    ):
        with pytest.raises(NewsMatchError):
            act()


@pytest.mark.parametrize(
    "text",
    ["{{ title.__class__.__mro__ }}", "{% include '/etc/passwd' %}",
     "{% include '../../x.md' %}", "{% for a in 'x' * 99999999 %}{{ a }}{% endfor %}",
     "{{ 9 ** 9 ** 9 }}", "{{", "{% if x %}", "{{ self }}{{ x }}",
     "{% set a = title.format %}{{ a() }}",
     "{{ lipsum.__globals__ }}", "{{ cycler }}", "\x00{{ y }}"],
)  # fmt: skip
def test_a_template_gets_at_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "t.md").write_text(text)
    made = Snippets(tmp_path / "none", tmp_path / "own")
    said = sentence(lambda: (made.wanted(["t.md"]), made.fill("t.md", {"title": "T"})))
    assert "root:" not in said


# Parts of a collection -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "raw",
    [b"", b"no database at all", b"SQLite format 3\x00" + bytes(84), b"\x00" * 8_192,
     pickle.dumps({"a": 1})],
)  # fmt: skip
def test_a_database_that_is_none_is_one_sentence(tmp_path: Path, raw: bytes) -> None:
    home = tmp_path / "c.newsmatch"
    home.mkdir()
    (home / "collection.db").write_bytes(raw)
    if raw == b"":  # what SQLite makes before it writes: an empty collection
        Collection.open(home).close()
        return
    done = newsmatch("problems", home)
    assert done.exit_code == 1
    assert "restore it from a backup" in done.output
    assert len(done.output.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "change",
    ["UPDATE sqlite_master SET sql = replace(sql, 'title', CAST(x'ff' AS TEXT)) "
     "WHERE name = 'article'",
     "UPDATE sqlite_master SET sql = replace(sql, 'title', 'other') WHERE name = 'article'",
     "UPDATE sqlite_master SET sql = replace(sql, 'name', 'neme') WHERE name LIKE '%migrations'",
     "UPDATE article SET title = CAST(x'ff41' AS TEXT)", "DROP TABLE image"],
)  # fmt: skip
def test_a_database_with_another_schema_is_told_as_damaged(tmp_path: Path, change: str) -> None:
    imported(tmp_path, "a.csv", GOOD)
    home = tmp_path / "c.newsmatch"
    connection = sqlite3.connect(home / "collection.db")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(change)
    connection.commit()
    connection.close()

    with pytest.raises((DamagedCollectionError, sqlite3.Error)) as caught, Desk(home) as desk:
        desk.lines()
    fault = worlds_fault(caught.value)
    assert fault is not None
    assert "restore it from a backup" in str(fault)


def test_caches_that_are_none_cost_nothing_but_time(tmp_path: Path, tiny_model: str) -> None:
    """Vectors are raw numbers: there is nothing in them that could be unpickled."""
    make_photo(tmp_path / "a.jpg", 1)
    imported(tmp_path, "a.csv", "article_id,title,image\n1,One,a.jpg\n")
    home = tmp_path / "c.newsmatch"
    finish(build_index(home, model=tiny_model))
    (folder,) = (home / "cache" / "vectors").iterdir()
    evil = np.array([{"a": 1}], object)
    np.save(folder / "evil.npy", evil, allow_pickle=True)
    odd = (folder / "evil.npy").read_bytes()
    for name in ("images.f32", "images.keys", "texts.f32", "texts.keys"):
        (folder / name).write_bytes(odd)
    finish(build_index(home, model=tiny_model))
    rank_text(load_pool(home), "anything")
    for content in (b"", b"{", b"[]", DEEP.encode(), b'{"dim": 1e999}', b"\xff"):
        (folder / "model.json").write_bytes(content)
        with pytest.raises(NewsMatchError, match="newsmatch index"):
            load_pool(home)
        finish(build_index(home, model=tiny_model))
        assert load_pool(home).image_ids


def test_no_cache_is_loaded_by_a_function_that_unpickles() -> None:
    root = Path(__file__).parent.parent / "newsmatch_gui"
    for path in root.rglob("*.py"):
        text = path.read_text("utf-8")
        assert "allow_pickle" not in text, path
        assert "np.load(" not in text, path
        assert "pickle.load" not in text, path
        assert "weights_only=False" not in text, path
        if "torch.load(" in text:
            assert text.count("torch.load(") == text.count("weights_only=True"), path


@pytest.mark.parametrize("size", [(0, 0), (31, 16), (32, 15), (10**4, 3)])
def test_a_cut_file_of_vectors_has_its_whole_rows(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "x.f32").write_bytes(bytes(size[0]))
    (tmp_path / "x.keys").write_bytes(bytes(size[1]))
    places, rows = VectorFile(tmp_path, "x", 8).read()
    assert len(rows) == min(size[0] // 32, size[1] // 16)
    assert len(places) <= max(1, len(rows))


@pytest.mark.parametrize(
    "note",
    ["", "{}", "[]", DEEP, '{"depth": "deep"}', '{"depth": "quick", "options": {"x": 1}}',
     '{"depth":"quick","options":{},"base":1,"name":[],"curriculum":[],"losses":5,"trials":9}'],
)  # fmt: skip
def test_the_note_of_a_training_that_is_none(tmp_path: Path, note: str) -> None:
    (tmp_path / "training").mkdir()
    (tmp_path / "training" / "run.json").write_text(note)
    assert find_run(tmp_path) is None


# Exports ---------------------------------------------------------------------------------------


def test_no_cell_of_an_export_is_a_formula(tmp_path: Path) -> None:
    for start in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20":
        assert guarded(f"{start}cmd|' /C calc'!A0").startswith(" ")
    assert guarded("plain") == "plain"
    bad = "id,title,image\n1,x,=HYPERLINK(x).jpg\n2,y,\uff1dcmd.jpg\n"
    imported(tmp_path, "=evil.csv", bad)
    save_problems(tmp_path / "c.newsmatch", tmp_path / "p.csv")
    text = (tmp_path / "p.csv").read_text("utf-8")
    assert "evil" in text
    for row in text.splitlines():
        assert not row.startswith(("=", "+", "-", "@", '"='))
        assert ',"=' not in row
        assert ",=" not in row


@pytest.mark.skipif(sys.platform == "win32", reason="other terminals")
def test_a_terminal_is_not_steered(tmp_path: Path) -> None:
    """What a photo or a table says is printed to a real terminal, and acts on none."""
    import pty

    row = {"article_id": f"a{HOSTILE_TEXT}", "title": HOSTILE_TEXT, "image": f"{HOSTILE_TEXT}.jpg"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row))
    printed = b""
    for words in (["import", "c.newsmatch", "a.jsonl"], ["problems", "c.newsmatch"]):
        ours, theirs = pty.openpty()
        code = "from newsmatch_gui.__main__ import main; main()"
        subprocess.run(
            [sys.executable, "-c", code, *words], cwd=tmp_path, check=True, stdout=theirs,
            stderr=subprocess.PIPE, env={**os.environ, "PYTHONUTF8": "1"},
        )  # fmt: skip
        os.close(theirs)
        with suppress(OSError):  # how a terminal says that it is closed
            while part := os.read(ours, 65_536):
                printed += part
        os.close(ours)
    text = printed.decode()
    assert "onerror" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_file_gets_every_character(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,title\n1,x\u202ey\n", "utf-8")
    newsmatch("import", tmp_path / "c.newsmatch", tmp_path / "a.csv")
    assert titles(tmp_path) == {"1": "x\u202ey"}
    assert plain("a\u200db \U0001f468\u200d\U0001f469 \u202eevil\x1b[2J\x9b") == (
        "a\u200db \U0001f468\u200d\U0001f469 \ufffdevil\ufffd[2J\ufffd"
    )
