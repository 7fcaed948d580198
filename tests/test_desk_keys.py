"""Keys at the desk: where they go, which article comes next, and what is said when nothing can."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import make_photo
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window, open_window, wait_shown

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.query import Query, parse
from newsmatch_gui.domain.records import Decision, Verdict
from newsmatch_gui.qt.article_list import ArticleRole
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.ranker import AHEAD
from newsmatch_gui.qt.viewer import Viewer
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.store.collection import Collection

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
PAGE_DOWN, PAGE_UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


@pytest.fixture
def bare(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window without a collection."""
    made = new_window(qtbot, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


def press(qtbot: QtBot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, as a keyboard does."""
    # Without a widget the key would end the process instead of failing the test.
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_filter(qtbot: QtBot, window: MainWindow, text: str) -> None:
    field = window.desk_view.article_panel.filter
    field.setFocus()
    field.selectAll()
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, text)


def go_to(qtbot: QtBot, window: MainWindow, article_id: str) -> None:
    desk = window.desk_view
    desk._select(desk.articles.place(article_id))
    wait_shown(qtbot, window)


def listed(window: MainWindow) -> str:
    """Return the article that the list points at, "" for none."""
    index = window.desk_view.article_panel.list.currentIndex()
    selected = window.desk_view.article_panel.list.selectedIndexes()
    assert selected == ([index] if index.isValid() else [])
    return index.data(ArticleRole.ID) or ""


def states(folder: Path) -> dict[str, Verdict]:
    with Desk(folder) as other:
        return other.states()


# The filter --------------------------------------------------------------------------------


def test_deciding_stays_within_the_filter(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    said: list[str] = []
    desk.said.connect(said.append)
    type_filter(qtbot, window, "number 1")
    go_to(qtbot, window, "10")
    seen = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_1)
        wait_shown(qtbot, window)
        seen.append((desk.stage.article_id, listed(window)))
    assert seen == [("11", "11"), ("1", "1"), ("1", "1")]
    assert set(states(collection)) == {"10", "11", "1"}
    assert said == ["No article of the filtered list is open any more"]


def test_several_articles_are_ranked_ahead_for_fast_keys(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    qtbot.waitUntil(lambda: all(desk._ranker.kept(str(n)) is not None for n in range(1, AHEAD + 1)))
    waited: list[str] = []
    desk._ranker.ranked.connect(lambda article_id, _ranking: waited.append(article_id))
    for number in range(1, AHEAD + 1):
        press(qtbot, Qt.Key.Key_1)
        assert desk.stage.on_screen == (
            str(number),
            Query(),
        )  # at once, without a turn of the event loop
    assert waited == []


def test_an_article_asked_for_during_a_search_is_still_ranked(
    qtbot: QtBot, window: MainWindow
) -> None:
    ranker = window.desk_view._ranker
    go_to(qtbot, window, "1")
    qtbot.waitUntil(lambda: not window.interactive.busy)
    with qtbot.waitSignal(ranker.ranked, check_params_cb=lambda name, _: name == "11"):
        ranker._start("11")
        ranker.search(Query(parse("harbour")), "1")  # replaces it in the lane
        ranker.rank("11")


def test_the_next_article_of_the_filter_is_ranked_ahead(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    go_to(qtbot, window, "1")
    type_filter(qtbot, window, "number 1")
    qtbot.waitUntil(lambda: desk._ranker.kept("10") is not None)
    desk.candidate_panel.view.setFocus()
    press(qtbot, Qt.Key.Key_1)
    assert desk.stage.on_screen == ("10", Query())  # no wait: it was there


def test_a_cleared_filter_leaves_the_article_where_it_was(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    go_to(qtbot, window, "6")
    type_filter(qtbot, window, "zzz")
    assert (desk.stage.article_id, listed(window)) == ("6", "")
    type_filter(qtbot, window, "")
    assert (desk.stage.article_id, listed(window)) == ("6", "6")
    press(qtbot, PAGE_DOWN)
    assert (desk.stage.article_id, listed(window)) == ("7", "7")


@pytest.mark.parametrize(("key", "expected"), [(PAGE_DOWN, "10"), (PAGE_UP, "1")])
def test_moving_on_from_a_hidden_article_starts_at_its_place(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, expected: str
) -> None:
    go_to(qtbot, window, "6")
    type_filter(qtbot, window, "number 1")
    press(qtbot, key)
    assert (window.desk_view.stage.article_id, listed(window)) == (expected, expected)


def test_undo_shows_an_article_that_the_filter_hides(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    go_to(qtbot, window, "6")
    press(qtbot, Qt.Key.Key_1)
    type_filter(qtbot, window, "number 1")
    press(qtbot, PAGE_DOWN)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert (desk.stage.article_id, listed(window)) == ("6", "")
    press(qtbot, PAGE_DOWN)
    assert (desk.stage.article_id, listed(window)) == ("10", "10")


# Where the focus is --------------------------------------------------------------------------


def test_keys_decide_after_a_click_on_open_only(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk, box = window.desk_view, window.desk_view.article_panel.open_only
    first = desk.stage.article_id
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    press(qtbot, Qt.Key.Key_1)
    assert states(collection) == {first: Verdict.CHOSEN}
    qtbot.waitUntil(lambda: desk.stage.ready)
    press(qtbot, Qt.Key.Key_Space)
    assert box.isChecked()
    (viewer,) = desk.findChildren(Viewer)
    viewer.close()


def test_space_toggles_open_only_for_who_tabs_to_it(qtbot: QtBot, window: MainWindow) -> None:
    box = window.desk_view.article_panel.open_only
    window.desk_view.article_panel.filter.setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert box.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert box.isChecked()
    press(qtbot, Qt.Key.Key_Space)
    assert not box.isChecked()


@pytest.mark.parametrize("field", ["search", "filter"])
def test_page_down_in_a_field_leaves_the_field(
    qtbot: QtBot, window: MainWindow, collection: Path, field: str
) -> None:
    desk = window.desk_view
    line = desk.candidate_panel.search if field == "search" else desk.article_panel.filter
    line.setFocus()
    press(qtbot, PAGE_DOWN)
    wait_shown(qtbot, window)
    second = desk.stage.article_id
    press(qtbot, Qt.Key.Key_1)
    assert line.text() == ""
    assert states(collection) == {second: Verdict.CHOSEN}


def test_enter_on_the_keypad_chooses(qtbot: QtBot, window: MainWindow, collection: Path) -> None:
    first = window.desk_view.stage.article_id
    press(qtbot, Qt.Key.Key_Enter, KEYPAD)
    assert states(collection) == {first: Verdict.CHOSEN}


def full_size(qtbot: QtBot, window: MainWindow) -> Viewer:
    qtbot.waitUntil(lambda: window.desk_view.stage.shown)
    press(qtbot, Qt.Key.Key_Space)
    viewers = window.desk_view.findChildren(Viewer)
    qtbot.waitUntil(viewers[-1].isActiveWindow)
    return viewers[-1]


def wait_closed(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.desk_view.findChildren(Viewer))
    window.activateWindow()  # offscreen, there is no window manager to do it
    qtbot.waitUntil(window.isActiveWindow)


def test_undo_and_redo_work_at_full_size(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    first = desk.stage.article_id
    press(qtbot, Qt.Key.Key_1)
    wait_shown(qtbot, window)
    viewer = full_size(qtbot, window)
    qtbot.keyClick(viewer, Qt.Key.Key_Z, CONTROL)
    assert (desk.stage.article_id, states(collection)) == (first, {})
    wait_closed(qtbot, window)
    viewer = full_size(qtbot, window)
    qtbot.keyClick(viewer, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert states(collection) == {first: Verdict.CHOSEN}
    wait_closed(qtbot, window)


def test_page_down_and_the_keypad_work_at_full_size(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    viewer = full_size(qtbot, window)
    qtbot.keyClick(viewer, PAGE_DOWN)
    assert desk.stage.article_id == "1"
    wait_closed(qtbot, window)
    wait_shown(qtbot, window)
    viewer = full_size(qtbot, window)
    qtbot.keyClick(viewer, Qt.Key.Key_Enter, KEYPAD)
    assert states(collection) == {"1": Verdict.CHOSEN}


def test_tab_goes_through_every_part(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    desk.article_panel.filter.setFocus()
    seen = [QApplication.focusWidget()]
    for _ in range(8):
        press(qtbot, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [
        desk.article_panel.filter,
        desk.article_panel.open_only,
        desk.article_panel.list,
        desk.reading.body,
        desk.reading.read,
        desk.candidate_panel.search,
        desk.candidate_panel.bar.slider,
        desk.candidate_panel.bar.filter_button,
        desk.candidate_panel.view,
    ]


def test_a_search_outlives_a_new_index(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    press(qtbot, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(desk.candidate_panel.search, "bus")
    with qtbot.waitSignal(desk.shown, timeout=20_000):
        press(qtbot, Qt.Key.Key_Return)
    first = desk.stage.article_id
    with qtbot.waitSignal(desk.shown, timeout=20_000):
        window.load_pool()
    assert "bus" in desk.candidate_panel.source.text()
    press(qtbot, Qt.Key.Key_1)
    assert desk.stage.article_id != first


def test_an_index_that_arrives_does_not_disturb_typing(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    field = window.desk_view.article_panel.filter
    field.setFocus()
    with qtbot.waitSignal(window.pool_ready, timeout=20_000):
        window.load_pool()
    press(qtbot, Qt.Key.Key_N)
    assert (field.text(), states(collection)) == ("n", {})


# Pages without pictures ------------------------------------------------------------------------


def empty_text(window: MainWindow) -> str:
    page = window.desk_view.candidate_panel.empty_page
    return page.text.text() if page.isVisible() else ""


def test_an_article_that_is_not_indexed_says_so(
    qtbot: QtBot, window: MainWindow, collection: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more.csv"
    photo = make_photo(tmp_path / "newsimages" / "new.jpg", 99)
    more.write_text(f"article_id,title,image_path\nnew,Fresh news,{photo.name}\n")
    with Desk(collection) as other:
        before = len(other.lines())
    finish(import_source(collection, more))
    desk = window.desk_view
    desk.reload()
    assert desk.articles.rowCount() == before + 1
    press(qtbot, Qt.Key.Key_Escape)
    go_on = desk.articles.rowCount() - 1
    desk._select(go_on)
    assert "not indexed" in empty_text(window)
    press(qtbot, Qt.Key.Key_N)
    assert states(collection) == {}
    with qtbot.waitSignal(window.pool_ready, timeout=30_000):
        qtbot.mouseClick(desk.candidate_panel.empty_page.index_now, Qt.MouseButton.LeftButton)
    wait_shown(qtbot, window)
    assert empty_text(window) == ""
    press(qtbot, Qt.Key.Key_N)
    assert states(collection) == {"new": Verdict.NONE_FITS}


def test_the_button_on_the_empty_page_takes_space(
    qtbot: QtBot, bare: MainWindow, tmp_path: Path, newsroom: Path, tiny_model: str
) -> None:
    folder = tmp_path / "c.newsmatch"
    finish(import_source(folder, newsroom))
    desk = bare.desk_view
    bare.open_collection(folder)
    bare.background.cancel()
    qtbot.waitUntil(lambda: not bare.background.busy)
    assert "once they are indexed" in empty_text(bare)
    asked: list[bool] = []
    desk.candidate_panel.index_asked.disconnect(bare.index)
    desk.candidate_panel.index_asked.connect(lambda: asked.append(True))
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    assert asked == [True]


@pytest.fixture
def pictureless(tmp_path: Path, tiny_model: str) -> Path:
    folder = tmp_path / "p.newsmatch"
    with Collection.open(folder, create=True) as made:
        made.set_setting("model", tiny_model)
    source = tmp_path / "headlines.csv"
    source.write_text("article_id,title\na,Storm hits the coast\nb,Mayor opens a bridge\n")
    finish(import_source(folder, source))
    finish(build_index(folder, model=tiny_model))
    return folder


def test_a_collection_without_pictures_says_how_to_get_some(
    qtbot: QtBot, bare: MainWindow, pictureless: Path
) -> None:
    said: list[str] = []
    bare.desk_view.said.connect(said.append)
    with qtbot.waitSignal(bare.pool_ready, timeout=20_000):
        bare.open_collection(pictureless)
    assert "no pictures in this collection" in empty_text(bare)
    assert not bare.desk_view.candidate_panel.empty_page.index_now.isVisible()
    assert bare.desk_view.candidate_panel.source.text() == ""
    press(qtbot, Qt.Key.Key_N)
    press(qtbot, Qt.Key.Key_1)
    assert states(pictureless) == {}
    said.clear()
    press(qtbot, Qt.Key.Key_F, CONTROL)
    assert "no pictures in this collection" in said[0]


def test_an_empty_collection_says_how_to_fill_it(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "e.newsmatch"
    Collection.open(folder, create=True).close()
    reading = window.desk_view.reading
    assert reading.budget.isVisible()
    window.open_collection(folder)
    assert not reading.budget.isVisible()
    assert "Import" in reading.body.toPlainText()
    assert "Headline" not in reading.read.toPlainText()
    assert empty_text(window)


# The chosen picture ----------------------------------------------------------------------------


def test_the_chosen_picture_is_shown_again(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    image = desk.candidates.image_id(8)
    press(qtbot, Qt.Key.Key_9)
    wait_shown(qtbot, window)
    assert "chosen" not in desk.candidate_panel.source.text()
    press(qtbot, PAGE_UP)
    wait_shown(qtbot, window)
    place = desk.candidate_panel.current_place()
    assert (place, desk.candidates.image_id(place)) == (8, image)
    assert "chosen: place 9" in desk.candidate_panel.source.text()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert "chosen" not in desk.candidate_panel.source.text()


def test_a_chosen_picture_far_down_is_laid_out_and_scrolled_to(
    qtbot: QtBot, window: MainWindow
) -> None:
    import numpy as np

    from newsmatch_gui.domain.ranking import rank

    desk, panel = window.desk_view, window.desk_view.candidate_panel
    qtbot.waitUntil(lambda: not window.interactive.busy)
    ids = tuple(f"{number:05}" for number in range(20_000))
    scores = np.linspace(1, 0, len(ids), dtype=np.float32)
    chosen = Decision("", "a", "15000", Verdict.CHOSEN, "ann", "")
    desk.candidates.set_ranking(ids, rank(scores), {"15000": chosen})
    assert desk.candidates.chosen_place() == 15_000
    panel.select(15_000)
    qtbot.waitUntil(
        lambda: panel.view.visualRect(panel.view.currentIndex()).intersects(
            panel.view.viewport().rect()
        )
    )
    assert panel.current_place() == 15_000


# What is said ----------------------------------------------------------------------------------


def test_that_pictures_are_awaited_is_said_only_until_they_come(
    qtbot: QtBot, window: MainWindow
) -> None:
    for _ in range(AHEAD + 1):  # the last one was not ranked ahead
        press(qtbot, PAGE_DOWN)
    press(qtbot, Qt.Key.Key_1)
    assert "not there yet" in window.statusBar().currentMessage()
    wait_shown(qtbot, window)
    assert window.statusBar().currentMessage() == ""


def test_a_picture_without_verdict_is_not_called_open(qtbot: QtBot, window: MainWindow) -> None:
    viewer = full_size(qtbot, window)
    assert "open" not in viewer.facts.toPlainText()
    viewer.close()
    wait_closed(qtbot, window)
    index = window.desk_view.candidates.index(0)
    assert "no verdict" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    press(qtbot, Qt.Key.Key_X)
    viewer = full_size(qtbot, window)
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert "rejected" in viewer.facts.toPlainText()
    viewer.close()
