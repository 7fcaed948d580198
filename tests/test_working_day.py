"""What an editor meets on a working day: odd headlines, dead ends, what another collection left."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window, open_window, press, wait_shown

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.filters import Filters
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.ranking import rank
from newsmatch_gui.qt.command_palette import CommandPalette
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.suggest_dialog import SuggestDialog
from newsmatch_gui.qt.viewer import Viewer
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    yield made
    close_window(qtbot, made)


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def table(folder: Path, *headlines: str) -> Path:
    """Write a source of articles without pictures."""
    source = folder / "articles.csv"
    rows = "\n".join(f"{number},{text}" for number, text in enumerate(headlines))
    source.write_text(f"article_id,title\n{rows}\n")
    return source


# Headlines as they come ------------------------------------------------------------------------


@pytest.mark.parametrize("headline", ["https://example.org/" + "a" * 400, "word " * 20_000])
def test_no_headline_pushes_the_window_out_of_shape(
    qtbot: QtBot, tmp_path: Path, headline: str
) -> None:
    window = new_window(qtbot, tmp_path)
    folder = tmp_path / "odd.newsmatch"
    finish(import_source(folder, table(tmp_path, headline)))
    window.open_collection(folder)
    reading = window.desk_view.reading
    qtbot.waitUntil(lambda: bool(reading.headline.text()))
    qtbot.wait(50)
    assert window.width() == 1280
    assert reading.headline.height() < window.height() / 2
    assert headline[:18] in reading.headline.text()
    close_window(qtbot, window)


@pytest.mark.parametrize("caption", ["a" * 3_000, "word " * 20_000])
def test_no_caption_makes_the_preview_larger_than_the_window(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, caption: str
) -> None:
    monkeypatch.setattr("newsmatch_gui.qt.hover_preview.facts", lambda _card: [("Of", caption)] * 9)
    preview = window.desk_view.candidate_panel.view.preview
    preview.show_row(0)
    qtbot.waitUntil(lambda: preview.isVisible() and preview.picture.pixmap().width() > 0)
    assert window.rect().contains(preview.geometry())
    assert preview.words.height() >= preview.words.heightForWidth(preview.words.width())


# The list of articles ----------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_from_the_filter_a_key_leads_into_the_list(
    qtbot: QtBot, window: MainWindow, key: Qt.Key
) -> None:
    panel = window.desk_view.article_panel
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "number 11")
    qtbot.keyClick(panel.filter, key)
    assert panel.list.hasFocus()
    qtbot.waitUntil(lambda: window.desk_view.stage.article_id == "11")


def test_escape_empties_the_filter_before_it_leaves_it(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.desk_view.article_panel
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "number 11")
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.filter.text() == ""
    assert panel.filter.hasFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert window.desk_view.candidate_panel.view.hasFocus()


def test_where_no_article_comes_next_it_is_said(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert "first article" in said(window)
    window.desk_view.article_panel.filter.setText("no such words")
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert "No article passes" in said(window)


def test_another_collection_opens_unfiltered(
    qtbot: QtBot, window: MainWindow, collection: Path, tmp_path: Path
) -> None:
    desk = window.desk_view
    desk.article_panel.filter.setText("number 11")
    desk.article_panel.open_only.setChecked(True)
    desk.candidate_panel.bar.filters.set_filters(Filters(source="nobody"))
    other = tmp_path / "other.newsmatch"
    shutil.copytree(collection, other)
    window.open_collection(other)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("other") and desk.stage.ready)
    assert desk.article_panel.list.model().rowCount() == desk.articles.rowCount()
    assert desk.stage.filters == Filters()
    assert desk.candidates.total() > 1


def test_a_window_that_only_reads_says_so_in_its_title(
    qtbot: QtBot, window: MainWindow, collection: Path, tmp_path: Path
) -> None:
    (tmp_path / "second").mkdir()
    second = open_window(qtbot, collection, tmp_path / "second")
    assert second.windowTitle() == "c (read only) – NewsMatch"
    assert window.windowTitle() == "c – NewsMatch"
    for opened in second.findChildren(QMessageBox):
        opened.close()
    close_window(qtbot, second)


def test_the_palette_says_when_nothing_has_the_words(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["palette"].trigger()
    (palette,) = window.findChildren(CommandPalette)
    for typed, nothing in (("hand", False), ("qqqq", True), ("@", False), ("@qqqq", True)):
        palette.words.setText(typed)
        assert palette.nothing.isVisible() is nothing
    palette.close()


def test_escape_ends_the_preview_and_nothing_else(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    view = desk.candidate_panel.view
    desk.candidate_panel.search.setText("a red bus")
    with qtbot.waitSignal(desk.shown, timeout=20_000):
        desk.candidate_panel.search.returnPressed.emit()
    view.preview.show_row(0)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert view.preview.isHidden()
    assert desk.candidate_panel.search.text() == "a red bus"
    window.menus.actions["suggest"].trigger()
    (dialog,) = window.findChildren(SuggestDialog)
    dialog.text.setPlainText("a red bus")
    dialog.find.click()
    qtbot.waitUntil(lambda: dialog.view.hasFocus(), timeout=20_000)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.view.preview.isVisible()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert dialog.view.preview.isHidden() and dialog.isVisible()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# What cannot be done is said -------------------------------------------------------------------


def test_without_a_collection_no_action_pretends_to_work(qtbot: QtBot, tmp_path: Path) -> None:
    window = new_window(qtbot, tmp_path)
    always = {"new", "open", "demo", "settings", "keys", "quit", "manual", "palette", "overview",
              "report", "about"}  # fmt: skip
    actions = window.menus.actions
    assert {name for name, action in actions.items() if action.isEnabled()} == always
    off = [action for name, action in actions.items() if name not in always]
    assert {action.property("why_off") for action in off} == {"open a collection first"}
    close_window(qtbot, window)


def test_what_undo_said_goes_with_the_next_undo(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_N)
    window.statusBar().showMessage("2 more were decided at once with it; they stand")
    press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert said(window) == ""


@pytest.mark.parametrize(
    "name", ["full", "crops", "reveal", "alike", "compared", "sensitive", "why", "hand-over"]
)
def test_without_pictures_an_action_says_why_it_does_nothing(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    window = new_window(qtbot, tmp_path)
    folder = tmp_path / "words.newsmatch"
    finish(import_source(folder, table(tmp_path, "A headline")))
    window.open_collection(folder)
    qtbot.waitUntil(lambda: window.desk_view.stage.article_id == "0")
    window.menus.actions[name].trigger()
    assert "no pictures in this collection" in said(window)
    close_window(qtbot, window)


@pytest.fixture
def photos_alone(
    qtbot: QtBot, newsroom: Path, tmp_path: Path, tiny_model: str
) -> Iterator[MainWindow]:
    """A window on photos without articles, searched."""
    folder = tmp_path / "photos.newsmatch"
    finish(import_source(folder, newsroom.parent / "newsimages"))
    finish(build_index(folder, model=tiny_model))
    window = new_window(qtbot, tmp_path)
    window.open_collection(folder)
    desk = window.desk_view
    qtbot.waitUntil(lambda: desk.stage.pool is not None, timeout=20_000)
    desk.candidate_panel.search.setText("a red bus")
    with qtbot.waitSignal(desk.shown, timeout=20_000):
        desk.candidate_panel.search.returnPressed.emit()
    yield window
    close_window(qtbot, window)


def test_photos_without_articles_can_be_looked_at(qtbot: QtBot, photos_alone: MainWindow) -> None:
    desk = photos_alone.desk_view
    desk.candidate_panel.take_focus()
    press(qtbot, photos_alone, Qt.Key.Key_Space)
    (viewer,) = desk.findChildren(Viewer)
    viewer.close()
    press(qtbot, photos_alone, Qt.Key.Key_B)
    assert "Marked as sensitive" in said(photos_alone)
    press(qtbot, photos_alone, Qt.Key.Key_C)
    assert desk.candidates.compared_rows() == (0,)
    with qtbot.waitSignal(desk.shown, timeout=20_000):
        press(qtbot, photos_alone, Qt.Key.Key_M)
    assert desk.stage.search.examples


def test_few_pictures_fill_the_width_as_many_do(qtbot: QtBot, photos_alone: MainWindow) -> None:
    view = photos_alone.desk_view.candidate_panel.view
    for number in range(4, 12):
        photos_alone.desk_view.candidates.set_ranking(
            tuple(map(str, range(number))), rank(np.arange(number, 0, -1, dtype=np.float32)), {}
        )
        qtbot.wait(50)
        tops = [view.visualRect(view.model().index(row, 0)).top() for row in range(number)]
        assert tops.count(tops[0]) == view.viewport().width() // view.gridSize().width()


def test_a_photo_without_an_article_is_copied(qtbot: QtBot, photos_alone: MainWindow) -> None:
    photos_alone.desk_view.candidate_panel.take_focus()
    press(qtbot, photos_alone, Qt.Key.Key_C, CONTROL)
    assert said(photos_alone) == "Picture copied"
    assert QApplication.clipboard().mimeData().urls()


@pytest.mark.parametrize("name", ["choose", "acceptable", "none", "why", "hand-over", "next"])
def test_without_articles_it_is_said_that_none_is_there(
    photos_alone: MainWindow, name: str
) -> None:
    photos_alone.menus.actions[name].trigger()
    assert said(photos_alone).startswith("There is no article yet. Search the pictures")


def test_photos_without_articles_say_that_they_can_be_searched(
    qtbot: QtBot, photos_alone: MainWindow
) -> None:
    panel = photos_alone.desk_view.candidate_panel
    panel.take_focus()
    press(qtbot, photos_alone, Qt.Key.Key_Escape)
    assert panel.empty_page.isVisible()
    assert "Ctrl+F" in panel.empty_page.text.text()


def test_a_search_that_fails_goes_back_to_the_article_and_keeps_the_words(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk_view
    before = desk.candidate_panel.source.text()

    def fails(*_args: object, **_named: object) -> None:
        raise NewsMatchError("the photo is gone; put it back")

    monkeypatch.setattr("newsmatch_gui.qt.ranker.search", fails)
    press(qtbot, window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(desk.candidate_panel.search, "a red bus")
    with qtbot.waitSignal(desk.failed, timeout=20_000):
        qtbot.keyClick(desk.candidate_panel.search, Qt.Key.Key_Return)
    wait_shown(qtbot, window)
    for opened in QApplication.topLevelWidgets():
        if opened is not window:
            opened.close()
    assert desk.candidate_panel.source.text() == before
    assert desk.candidate_panel.search.text() == "a red bus"
