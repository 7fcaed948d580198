"""The window, driven as an editor drives it: real key events on a small collection."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from newsmatch_gui.domain.query import Query
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.settings import set_setting


def new_window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    # To a model of random weights nearly all pictures are the same; they would be folded.
    set_setting("candidates.fold", "off")
    settings = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(settings)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    return window


def open_window(qtbot: QtBot, folder: Path, tmp_path: Path) -> MainWindow:
    window = new_window(qtbot, tmp_path)
    with qtbot.waitSignal(window.desk_view.shown, timeout=20_000):
        window.open_collection(folder)
    return window


def close_window(qtbot: QtBot, window: MainWindow) -> None:
    window.close()
    qtbot.waitUntil(
        lambda: not window.isVisible() and not any(lane.busy for lane in window.lanes),
        timeout=20_000,
    )
    window.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    yield made
    close_window(qtbot, made)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.desk_view.candidate_panel.view, key, modifier)


def wait_shown(qtbot: QtBot, window: MainWindow) -> None:
    stage = window.desk_view.stage
    qtbot.waitUntil(lambda: stage.on_screen == (stage.article_id, Query()))


def test_a_digit_chooses_and_goes_on(qtbot: QtBot, window: MainWindow, collection: Path) -> None:
    desk = window.desk_view
    first = desk.stage.article_id
    image = desk.candidates.image_id(1)
    press(qtbot, window, Qt.Key.Key_2)
    assert desk.stage.article_id != first
    with Desk(collection) as other:
        assert other.verdicts(first) == {image: Verdict.CHOSEN}
        assert other.states() == {first: Verdict.CHOSEN}
    assert desk.article_panel.progress.value() == 1


def test_judging_stays_and_moves_on_to_the_next_picture(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    article = desk.stage.article_id
    first, second = desk.candidates.image_id(0), desk.candidates.image_id(1)
    press(qtbot, window, Qt.Key.Key_X)
    press(qtbot, window, Qt.Key.Key_A)
    assert desk.stage.article_id == article
    with Desk(window._folder()) as other:
        held = other.verdicts(article)
    assert held == {first: Verdict.REJECTED, second: Verdict.ACCEPTABLE}


def test_undo_and_redo_cross_articles_and_restarts(
    qtbot: QtBot, window: MainWindow, collection: Path, tmp_path: Path
) -> None:
    desk = window.desk_view
    first = desk.stage.article_id
    press(qtbot, window, Qt.Key.Key_1)
    wait_shown(qtbot, window)
    second = desk.stage.article_id
    press(qtbot, window, Qt.Key.Key_N)
    window.close_collection()
    again = open_window(qtbot, collection, tmp_path)
    control = Qt.KeyboardModifier.ControlModifier
    press(qtbot, again, Qt.Key.Key_Z, control)
    assert again.desk_view.stage.article_id == second
    press(qtbot, again, Qt.Key.Key_Z, control)
    assert again.desk_view.stage.article_id == first
    with Desk(collection) as other:
        assert other.states() == {}
    press(qtbot, again, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, again, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    with Desk(collection) as other:
        assert other.states() == {first: Verdict.CHOSEN, second: Verdict.NONE_FITS}
    close_window(qtbot, again)


def test_typing_in_a_field_decides_nothing(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    qtbot.keyClicks(window.desk_view.candidate_panel.search, "1 fox and a n x")
    qtbot.keyClicks(window.desk_view.article_panel.filter, "nax1")
    with Desk(collection) as other:
        assert other.states() == {}


def test_enter_in_the_search_field_searches_and_decides_nothing(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    window.desk_view.candidate_panel.search.setFocus()
    qtbot.keyClicks(window.desk_view.candidate_panel.search, "bus")
    qtbot.keyClick(window.desk_view.candidate_panel.search, Qt.Key.Key_Return)
    with Desk(collection) as other:
        assert other.states() == {}


def test_search_ranks_any_words_and_escape_goes_back(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    before = desk.candidates.image_id(0)
    press(qtbot, window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert desk.candidate_panel.search.hasFocus()
    qtbot.keyClicks(desk.candidate_panel.search, "a red bus")
    with qtbot.waitSignal(desk.shown, timeout=20_000):
        qtbot.keyClick(desk.candidate_panel.search, Qt.Key.Key_Return)
    assert "a red bus" in desk.candidate_panel.source.text()
    press(qtbot, window, Qt.Key.Key_Escape)
    wait_shown(qtbot, window)
    assert desk.candidates.image_id(0) == before


def test_space_shows_the_picture_with_its_credit(qtbot: QtBot, window: MainWindow) -> None:
    from newsmatch_gui.qt.viewer import Viewer

    press(qtbot, window, Qt.Key.Key_Space)
    (viewer,) = window.desk_view.findChildren(Viewer)
    qtbot.waitUntil(viewer.isActiveWindow)
    assert "Credit" in viewer.facts.toPlainText()
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer.windowTitle().startswith("2.")
    qtbot.keyClick(viewer, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not window.desk_view.findChildren(Viewer))


def test_the_pane_shows_what_the_model_read(qtbot: QtBot, window: MainWindow) -> None:
    assert "Headline number" in window.desk_view.reading.read.toPlainText()
    assert "/16 tokens" in window.desk_view.reading.read_title.text()


def test_the_bar_follows_the_next_job_when_one_starts_another(
    qtbot: QtBot, window: MainWindow
) -> None:
    from newsmatch_gui.qt.lanes import once

    seen: list[bool] = []

    def second() -> None:
        job = window.background.start(lambda: once(lambda: 2, "second"))
        job.succeeded.connect(lambda _value: seen.append(window.job_bar.isVisible()))

    qtbot.waitUntil(lambda: not window.background.busy)
    first = window.background.start(lambda: once(lambda: 1, "first"))
    first.succeeded.connect(second)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [True]
    qtbot.waitUntil(lambda: not window.job_bar.isVisible())
