"""The review queue: durable, left by a decision, come back to by undo, driven from the window."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window

from newsmatch_gui.domain.query import Query
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.panels import ArticlePanel
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.reviewing import Review


def waiting(folder: Path) -> dict[str, str]:
    review = Review(folder)
    try:
        return {queued.article_id: queued.why for queued in review.waiting()}
    finally:
        review.close()


def queue(folder: Path, ids: list[str], why: str) -> None:
    review = Review(folder)
    review.add(ids, why)
    review.close()
    time.sleep(0.002)  # a decision of the same millisecond would count as one made before


def test_it_is_durable_in_list_order_and_for_the_latest_reason(collection: Path) -> None:
    queue(collection, ["6", "2", "no such article"], "on the map")
    queue(collection, ["6"], "a hub")
    assert list(waiting(collection).items()) == [("2", "on the map"), ("6", "a hub")]
    review = Review(collection)
    review.remove(["2"])
    review.close()
    assert waiting(collection) == {"6": "a hub"}


def test_an_article_leaves_when_it_is_decided_on_and_comes_back_with_undo(collection: Path) -> None:
    with Desk(collection, annotator="tester") as desk:
        image = next(iter(desk._collection.articles.true_images("1")))
        desk.decide("1", image, Verdict.CHOSEN, Shown())
        time.sleep(0.002)
        queue(collection, ["1", "2"], "look again")
        assert set(waiting(collection)) == {"1", "2"}  # what was said before does not count
        desk.decide("2", image, Verdict.REJECTED, Shown())
        assert set(waiting(collection)) == {"1", "2"}  # nothing but rejected is still open
        desk.decide("2", None, Verdict.NONE_FITS, Shown())
        assert set(waiting(collection)) == {"1"}
        desk.undo()
        assert set(waiting(collection)) == {"1", "2"}
        desk.redo()
        assert set(waiting(collection)) == {"1"}
    queue(collection, ["2"], "once more")
    assert set(waiting(collection)) == {"1", "2"}


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    made.desk_view.article_panel.review.set_folder(collection)
    yield made
    made.desk_view.article_panel.review.set_folder(None)
    close_window(qtbot, made)


def listed(panel: ArticlePanel) -> list[str]:
    model = panel.list.model()
    return [model.article_id(model.place(row)) for row in range(model.rowCount())]


def test_the_list_shows_the_queue_and_a_decision_takes_out(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk, panel = window.desk_view, window.desk_view.article_panel
    assert not panel.review.isVisible()
    panel.review.send(("6", "2"), "picked on the map")
    assert panel.review.only.text() == "Review queue (2)"
    box = panel.review.only
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert listed(panel) == ["2", "6"]
    place = desk.articles.place("2")
    assert "picked on the map" in str(
        desk.articles.index(place).data(Qt.ItemDataRole.AccessibleTextRole)
    )
    desk.show_article("2")
    qtbot.waitUntil(lambda: desk.stage.on_screen == ("2", Query()), timeout=5_000)
    time.sleep(0.002)
    qtbot.keyClick(desk.candidate_panel.view, Qt.Key.Key_1)
    assert set(waiting(collection)) == {"6"}
    assert panel.review.only.text() == "Review queue (1)"
    assert listed(panel) == ["2", "6"]  # not away under the eyes of whoever decided
    assert desk.stage.article_id == "6"  # on to the next one of the queue
    desk.decisions.undo()
    assert set(waiting(collection)) == {"2", "6"}
    assert panel.review.only.text() == "Review queue (2)"


def test_taking_one_out_and_clearing(qtbot: QtBot, window: MainWindow, collection: Path) -> None:
    desk, panel = window.desk_view, window.desk_view.article_panel
    panel.review.send(("1", "2", "6"), "x")
    desk.show_article("2")
    panel.review.menu.aboutToShow.emit()
    panel.review.take_out.trigger()
    assert set(waiting(collection)) == {"1", "6"}
    panel.review.menu.aboutToShow.emit()
    assert not panel.review.take_out.isEnabled()
    panel.review.clear.trigger()
    QApplication.processEvents()
    (box,) = panel.review.findChildren(QMessageBox)
    (clear,) = [button for button in box.buttons() if button.text() == "Clear the queue"]
    qtbot.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert waiting(collection) == {}
    assert not panel.review.isVisible()
