"""Suggesting pictures for a text that is in no collection."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_cli import NoWindows, newsmatch
from test_window import close_window, new_window, open_window, wait_shown

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.filters import Filters, Orientation
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.exchange.stories import story_of
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.suggest_dialog import SuggestDialog
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.indexing import index_pending
from newsmatch_gui.services.locking import hold
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.ranking import load_pool, rank_article
from newsmatch_gui.services.suggesting import add_story, read_story, story_from, suggest
from newsmatch_gui.store.collection import Collection

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Flood hits city | Example News</title>
<meta property="og:url" content="https://example.org/flood">
<meta property="article:published_time" content="2024-05-31T10:00:00Z">
<script>var x = "<p>never</p>";</script><style>p { color: red }</style></head>
<body><!-- <p>never</p> --><nav><ul><li>Home</li></ul></nav><header><h1>Example News</h1></header>
<main><article><h1>Flood hits <em>the</em> city</h1><p>By Ann Bee</p>
<p>The river rose &amp; rose.<br>Then it &lt;fell&gt;.</p>
<figure><img alt="a > b"><figcaption>Photo: nobody</figcaption></figure>
<blockquote>We fled</blockquote></article><aside><p>Read more</p></aside></main>
<footer><p>Copyright</p></footer></body></html>"""


# Reading a story ---------------------------------------------------------------------------


def test_a_page_gives_its_headline_and_paragraphs() -> None:
    story = story_of(PAGE)
    assert story.title == "Flood hits the city"
    assert story.text.split("\n\n") == [
        "By Ann Bee",
        "The river rose & rose. Then it <fell>.",
        "We fled",
    ]
    assert (story.url, story.published) == ("https://example.org/flood", "2024-05-31")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Headline\n\nText.\n", "Headline", "Text."),
        ("# Headline\nText", "Headline", "Text"),
        ('---\ntitle: "Headline"\ndate: x\n---\n\nText', "Headline", "Text"),
        ("<p>Headline</p><p>One</p><p>Two", "Headline", "One\n\nTwo"),
        ("<div>Headline<div>One</div></div>", "Headline", "One"),
        ("<nav><p>Headline</p>", "Headline", ""),
        ("a < b and b > c", "a < b and b > c", ""),
        ("", "", ""),
    ],
)
def test_other_texts(text: str, title: str, body: str) -> None:
    story = story_of(text)
    assert (story.title, story.text) == (title, body)


@settings(deadline=None)
@given(st.text() | st.lists(st.sampled_from(
    ["<p>", "</p>", "<", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!x", "<?", "&#x", "&amp", "'",
     '"', "<script>", "</script", "<h1 ", "<article>", "</main>", "<nav", "text", " ", "=", "\x00",
     "<meta content=", "<title>", "\u0130"]
)).map("".join))  # fmt: skip
def test_no_page_breaks_the_reader(text: str) -> None:
    story = story_of(f"<p>{text}")
    assert "\n" not in story.title
    assert len(story.title) <= 300


HOSTILE = (
    "<p", "<", "<!--", '<p a="', "&", "<div>", "<!x", "</", "</scrip", "<?", "<![CDATA[", "a=1 ",
    "<aside>", "</nav>", "<p x='", "&#x", "<script>", "<style", "<meta content='", "<a<b",
    "\u0130<p",
)  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_pages_take_time_in_proportion(part: str) -> None:
    page = "<p>" + part * (300_000 // len(part))
    begun = time.process_time()
    story_of(page)
    assert time.process_time() - begun < 3  # a reader that looks back takes minutes


def test_what_cannot_be_a_story_is_said(tmp_path: Path) -> None:
    with pytest.raises(NewsMatchError, match=r"gone\.txt cannot be read"):
        read_story(tmp_path / "gone.txt")
    (tmp_path / "x.txt").write_bytes(b"PK\x03\x04\x00\x00 a document of some program")
    with pytest.raises(NewsMatchError, match=r"x\.txt is no text"):
        read_story(tmp_path / "x.txt")
    with pytest.raises(NewsMatchError, match="holds no text"):
        story_from(" \n ")


def test_encodings_are_told_apart(tmp_path: Path) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        path = tmp_path / f"{encoding}.txt"
        path.write_bytes("Überschwemmung in Köln\nText".encode(encoding))
        assert read_story(path).title == "Überschwemmung in Köln"


# Suggesting --------------------------------------------------------------------------------


def test_a_suggestion_is_what_the_article_would_get(collection: Path) -> None:
    pool = load_pool(collection)
    found = suggest(pool, story_from("Headline number 3\n\nText"))
    article_id = add_story(pool, found)
    assert add_story(pool, suggest(pool, story_from("Headline number 3\n\nText"))) == article_id
    again = load_pool(collection)
    assert np.array_equal(rank_article(again, article_id).order, found.ranking.order)
    assert index_pending(collection) == 0
    with Collection.open(collection) as opened:
        assert opened.articles.count() == 13
        story = opened.articles.get(article_id)
    assert story is not None
    assert (story.title, story.text, story.lang) == ("Headline number 3", "Text", "en")


def test_filters_count_for_a_suggestion(collection: Path) -> None:
    pool = load_pool(collection)
    nothing = suggest(pool, story_from("A bus"), Filters(orientation=Orientation.PORTRAIT))
    assert len(nothing.ranking) == 0
    assert len(suggest(pool, story_from("A bus"), Filters(long_side=80)).ranking) == 10


def test_a_text_added_while_somebody_indexes_is_indexed_later(collection: Path) -> None:
    pool = load_pool(collection)
    found = suggest(pool, story_from("Another headline"))
    with Collection.open(collection) as opened:
        lock = opened.index_lock
    with hold(lock, "indexing"):
        article_id = add_story(pool, found)
    assert not load_pool(collection).is_indexed(article_id)
    assert index_pending(collection) == 1


# The command line --------------------------------------------------------------------------


def test_suggest_from_the_command_line(collection: Path, tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text(PAGE)
    printed = newsmatch("suggest", collection, path, "--top", "3")
    assert printed.output.splitlines()[0] == "title: Flood hits the city"
    assert "of 10 pictures" in printed.output
    typed = CliRunner().invoke(
        cli, ["suggest", str(collection), "-", "--json", "--add"], obj=NoWindows(), input="A bus\n"
    )
    found = json.loads(typed.stdout)
    assert [c["rank"] for c in found["candidates"]] == list(range(1, 11))
    with Collection.open(collection) as opened:
        assert opened.articles.get(found["article"]).title == "A bus"
    empty = CliRunner().invoke(cli, ["suggest", str(collection), "-"], obj=NoWindows(), input="")
    assert (empty.exit_code, "holds no text" in empty.output) == (1, True)


def test_open_takes_a_story_to_the_window(collection: Path, tmp_path: Path) -> None:
    asked: list[tuple[Path | None, Path | None]] = []

    class Windows(NoWindows):
        def show(self, folder: Path | None, story: Path | None = None) -> int:
            asked.append((folder, story))
            return 0

    story = tmp_path / "story.txt"
    story.write_text("Headline")
    command = ["open", str(story), "--collection", str(collection)]
    assert CliRunner().invoke(cli, command, obj=Windows()).exit_code == 0
    assert asked == [(collection, story)]
    assert newsmatch("open", tmp_path / "gone.txt").exit_code == 2


# The window --------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path, tiny_model: str) -> Iterator[MainWindow]:
    loaded_model(tiny_model)
    made = open_window(qtbot, collection, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


def opened(qtbot: QtBot, window: MainWindow) -> SuggestDialog:
    qtbot.keyClick(window.desk_view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = window.suggesting.dialog
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.text.hasFocus())
    return dialog


def test_a_typed_text_by_keys_and_its_picture_by_number(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    dialog = opened(qtbot, window)
    assert not dialog.add.isEnabled()
    qtbot.keyClicks(dialog.text, "A red bus")
    with qtbot.waitSignal(window.suggesting.shown, timeout=10_000):
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "of 10" in dialog.sentence.text()
    assert dialog.view.hasFocus()
    qtbot.wait(100)  # until the cards are laid out: a change of size ends the preview
    for is_shown in (True, False):  # a larger picture by key
        qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
        assert dialog.view.preview.isVisible() is is_shown
    second = dialog.view.model().image_id(1)
    with Desk(collection) as other:  # nothing is stored by looking
        assert len(other.lines()) == 12
    with qtbot.waitSignal(window.suggesting.added, timeout=10_000):
        qtbot.keyClick(dialog.view, Qt.Key.Key_2)
    wait_shown(qtbot, window)
    article_id = window.desk_view.stage.article_id
    assert window.desk_view.stage.desk.article(article_id).title == "A red bus"
    with Desk(collection) as other:
        assert other.verdicts(article_id) == {second: Verdict.CHOSEN}
    assert not dialog.isVisible()


def test_a_pasted_page_is_read(qtbot: QtBot, window: MainWindow) -> None:
    dialog = opened(qtbot, window)
    mime = QMimeData()
    mime.setHtml(PAGE)
    mime.setText("never")
    with qtbot.waitSignal(window.suggesting.shown, timeout=10_000):
        dialog.text.insertFromMimeData(mime)
    assert dialog.text.toPlainText().startswith("Flood hits the city\n\nBy Ann Bee")
    assert dialog.add.isEnabled()
    dialog.text.insertPlainText("more")  # another text than that whose pictures are shown
    assert not dialog.add.isEnabled()


def test_an_article_file_is_dropped_on_the_window(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "story.md"
    path.write_text("# A headline\n\nText")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    with qtbot.waitSignal(window.suggesting.shown, timeout=10_000):
        assert drop(window, mime)
    assert window.suggesting.dialog.text.toPlainText() == "A headline\n\nText"
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "table.csv"))])
    assert not drop(window, mime)


def drop(window: MainWindow, mime: QMimeData) -> bool:
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    spot = QPoint(5, 5)
    enter = QDragEnterEvent(spot, copy, mime, left, plain)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDragMoveEvent(spot, copy, mime, left, plain))
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(spot), copy, mime, left, plain))
    return enter.isAccepted()


def test_a_file_waits_for_the_index(
    qtbot: QtBot, collection: Path, tmp_path: Path, tiny_model: str
) -> None:
    loaded_model(tiny_model)
    story = tmp_path / "story.txt"
    story.write_text("A headline")
    window = new_window(qtbot, tmp_path)
    window.suggesting.open_file(story)
    assert "Waiting" in window.suggesting.dialog.sentence.text()
    with qtbot.waitSignal(window.suggesting.shown, timeout=10_000):
        window.open_collection(collection)
    close_window(qtbot, window)


@settings(max_examples=30, deadline=None)
@given(text=st.text(min_size=1))
def test_the_same_text_has_the_same_id(text: str) -> None:
    try:
        story = story_from(text)
    except NewsMatchError:
        return
    assert story_from(text).id == story.id
    assert story_from(f"{text}\nand more").id != story.id
