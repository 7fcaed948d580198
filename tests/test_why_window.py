"""Asking why from the desk and from the bench: a key and a button open the same explanation."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window

from newsmatch_gui.qt.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    yield made
    close_window(qtbot, made)


def explained(qtbot: QtBot, window: MainWindow) -> tuple[str, str]:
    """Wait for an explanation and return the article and the picture that it is about."""
    qtbot.waitUntil(lambda: not window.why.lane.busy, timeout=30_000)
    dialog = window.why.dialog
    assert dialog.isVisible() and dialog._shown is not None
    return dialog._asked.article_id, dialog._asked.image.id


def test_a_key_at_the_desk_asks_about_the_selected_picture(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk_view
    for place in (2, 0):
        window.activateWindow()  # the explanation came to the front
        qtbot.waitUntil(window.isActiveWindow)
        desk.candidate_panel.select(place)
        qtbot.keyClick(desk.candidate_panel.view, Qt.Key.Key_W)
        wanted = (desk.stage.article_id, desk.candidates.image_id(place))
        assert explained(qtbot, window) == wanted


def test_the_bench_asks_too_and_another_collection_closes_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_bench()
    qtbot.waitUntil(lambda: window.bench._study is not None, timeout=10_000)
    study = window.bench._study
    tab = window.bench._made[0]
    article_id, image_id = study.articles[1].id, study.image_id(study.top[1, 0])
    tab.why_asked.emit(article_id, image_id)
    assert explained(qtbot, window) == (article_id, image_id)
    window.close_collection()
    assert not window.why.dialog.isVisible()
    assert not window.bench.isVisible()


def test_the_bench_fills_the_review_queue(qtbot: QtBot, window: MainWindow) -> None:
    window.show_bench()
    qtbot.waitUntil(lambda: window.bench._study is not None, timeout=10_000)
    window.bench._made[0].review_asked.emit(["1", "10"], "far off")
    review = window.desk_view.article_panel.review
    assert [(q.article_id, q.why) for q in review._review.waiting()] == [
        ("1", "far off"),
        ("10", "far off"),
    ]
    assert review.isVisibleTo(window.desk_view.article_panel)
