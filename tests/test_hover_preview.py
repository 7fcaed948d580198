"""The preview beside a card on which the mouse rests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window, wait_shown

from newsmatch_gui.qt.candidate_view import CandidateView
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.services.picture_marks import MarkedPictures
from newsmatch_gui.store.collection import Collection


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    wait_shown(qtbot, made)
    yield made
    close_window(qtbot, made)


def rest_on(view: CandidateView, row: int) -> QPoint:
    """Let the mouse rest on a card, as Qt tells it to a view that may show a tooltip."""
    spot = view.visualRect(view.model().index(row, 0)).center()
    here = view.viewport().mapToGlobal(spot)
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, here))
    return spot


def card_box(view: CandidateView, row: int) -> QRect:
    box = view.visualRect(view.model().index(row, 0))
    return QRect(view.viewport().mapTo(view.window(), box.topLeft()), box.size())


def test_a_resting_mouse_shows_the_picture_beside_its_card(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = window.desk_view.candidate_panel.view
    preview = view.preview
    assert preview.isHidden()
    for row in range(3):
        rest_on(view, row)
        assert preview.isVisible()
        qtbot.waitUntil(lambda: not preview.picture.pixmap().isNull())
        image = window.desk_view.candidates.card(row).image
        assert f"Id: {image.id}" in preview.words.text()
        assert not preview.geometry().intersects(card_box(view, row))
        assert window.rect().contains(preview.geometry())
        shown = preview.picture.pixmap()
        assert shown.width() * image.height == pytest.approx(shown.height() * image.width, rel=0.1)
        assert shown.width() <= image.width


def test_keys_clicks_and_moves_end_it(qtbot: QtBot, window: MainWindow) -> None:
    view = window.desk_view.candidate_panel.view
    view.setFocus()
    article_id = window.desk_view.stage.article_id
    spot = rest_on(view, 0)
    qtbot.mouseMove(view.viewport(), spot + QPoint(3, 0))
    assert view.preview.isVisible()  # still on the card
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.preview.isHidden()
    rest_on(view, 0)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.preview.isHidden()
    rest_on(view, 0)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.preview.isHidden()
    rest_on(view, 0)
    qtbot.keyClick(view, Qt.Key.Key_1)  # decides, whatever is shown beside the card
    assert view.preview.isHidden()
    assert window.desk_view.stage.article_id != article_id
    corner = view.viewport().rect().bottomRight()  # no card there
    nowhere = QHelpEvent(QEvent.Type.ToolTip, corner, view.viewport().mapToGlobal(corner))
    QApplication.sendEvent(view.viewport(), nowhere)
    assert view.preview.isHidden()


def test_it_says_as_plain_text_what_others_wrote_and_blurs_what_is_sensitive(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    view = desk.candidate_panel.view
    rest_on(view, 0)
    qtbot.waitUntil(lambda: not view.preview.picture.pixmap().isNull())
    clear = view.preview.picture.pixmap().toImage()
    with Collection.open(collection) as opened, opened.batch():
        opened._db.execute("UPDATE image SET caption = '<b>bold</b>'")
    MarkedPictures(collection, "ann").say_sensitive(desk.candidates.image_id(0), sensitive=True)
    desk.reload()
    wait_shown(qtbot, window)
    assert view.preview.isHidden()
    rest_on(view, 0)
    qtbot.waitUntil(lambda: not view.preview.picture.pixmap().isNull())
    assert "<b>bold</b>" in view.preview.words.text()
    assert view.preview.words.textFormat() is Qt.TextFormat.PlainText
    assert view.preview.picture.pixmap().toImage() != clear
