"""Handing over from the window: dragged, copied, filled in and packed, by mouse and by key."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window, press, wait_shown

from newsmatch_gui.domain.handing_over import PictureField
from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.article_view import PICTURE
from newsmatch_gui.qt.drag_out import picture_mime
from newsmatch_gui.qt.hand_over_dialog import HandOverDialog
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.viewer import Viewer
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.offers import correct_texts, handed_over

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
SAID = {PictureField.CREDIT: "Jane Doe", PictureField.LICENCE: "own", PictureField.CAPTION: "A bus"}


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    QGuiApplication.clipboard().clear()
    yield made
    close_window(qtbot, made)


def first_image(window: MainWindow) -> str:
    return window.desk_view.candidates.image_id(0)


def describe(window: MainWindow, image_id: str) -> None:
    correct_texts(window._folder(), image_id, SAID)
    window.desk_view.candidates.forget_images()


def dialog_of(qtbot: QtBot, window: MainWindow) -> HandOverDialog:
    press(qtbot, window, Qt.Key.Key_H, CONTROL)
    (dialog,) = window.findChildren(HandOverDialog)
    return dialog


def test_other_programs_get_the_file_the_words_and_a_figure(tmp_path: Path) -> None:
    path = tmp_path / 'Köln <1> & "2".jpg'
    mime = picture_mime(Image("id<1>", str(path), "A <b>bus</b>", "Jane & Co"), "Headline")
    assert [url.toLocalFile() for url in mime.urls()] == [str(path)]
    assert mime.text() == "A <b>bus</b> (Jane & Co)"
    assert bytes(mime.data(PICTURE)).decode() == "id<1>"
    assert mime.html().startswith('<figure><img src="file:///')
    assert "K%C3%B6ln%20%3C1%3E" in mime.html()
    assert mime.html().endswith(
        'alt="A &lt;b&gt;bus&lt;/b&gt;"><figcaption>A &lt;b&gt;bus&lt;/b&gt; '
        "(Jane &amp; Co)</figcaption></figure>"
    )


def test_a_card_is_dragged_out_and_nothing_else_changes(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[QDrag] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: dragged.append(drag))
    desk = window.desk_view
    view, article = desk.candidate_panel.view, desk.stage.article_id
    start = view.visualRect(view.model().index(2, 0)).center()
    before = desk.candidates.image_id(2)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view.viewport(), start + QPoint(2, 2))
    assert not dragged  # a trembling hand drags nothing
    for step in (20, 200, 400):
        QTest.mouseMove(view.viewport(), start + QPoint(step, 0))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    (drag,) = dragged
    assert bytes(drag.mimeData().data(PICTURE)).decode() == before
    assert not drag.pixmap().isNull()
    assert desk.candidate_panel.selected_rows() == (2,)
    with Desk(window._folder()) as other:
        assert other.states() == {}
    press(qtbot, window, Qt.Key.Key_1)
    assert desk.stage.article_id != article  # keys go on working


def test_keys_copy_the_picture_its_caption_and_its_credit(qtbot: QtBot, window: MainWindow) -> None:
    clipboard = QGuiApplication.clipboard()
    image_id = first_image(window)
    press(qtbot, window, Qt.Key.Key_C, CONTROL)
    assert len(clipboard.mimeData().urls()) == 1
    assert "missing: credit, licence" in window.statusBar().currentMessage()
    press(qtbot, window, Qt.Key.Key_C, CONTROL | SHIFT)
    assert window.statusBar().currentMessage() == "It has no caption"
    describe(window, image_id)
    press(qtbot, window, Qt.Key.Key_C, CONTROL)
    assert clipboard.mimeData().text() == "A bus (Jane Doe)"
    assert window.statusBar().currentMessage() == "Picture copied"
    press(qtbot, window, Qt.Key.Key_C, CONTROL | SHIFT)
    assert clipboard.text() == "A bus"
    press(qtbot, window, Qt.Key.Key_C, CONTROL | ALT)
    assert clipboard.text() == "Jane Doe"


def test_a_text_that_is_read_is_copied_as_text(qtbot: QtBot, window: MainWindow) -> None:
    reading = window.desk_view.reading
    reading.read.setFocus()
    qtbot.waitUntil(reading.read.hasFocus)
    reading.read.selectAll()
    qtbot.keyClick(reading.read, Qt.Key.Key_C, CONTROL)
    assert "Headline number" in QGuiApplication.clipboard().text()
    assert not QGuiApplication.clipboard().mimeData().urls()


def test_the_viewer_copies_and_stays(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_Space)
    (viewer,) = window.desk_view.findChildren(Viewer)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.keyClick(viewer, Qt.Key.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    assert bytes(copied.data(PICTURE)).decode() == window.desk_view.candidates.image_id(1)
    assert viewer.isVisible()
    viewer.close()


def test_what_is_required_is_filled_in_and_handed_over_by_key(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    image_id, out = first_image(window), tmp_path / "out"
    dialog = dialog_of(qtbot, window)
    credit, licence = dialog.fields[PictureField.CREDIT], dialog.fields[PictureField.LICENCE]
    qtbot.waitUntil(credit.hasFocus)  # what lacks first is asked for first
    assert credit.accessibleName() == "Credit – required, missing"
    dialog.target.setText(str(out))
    qtbot.keyClicks(credit, "Jane Doe")
    assert credit.accessibleName() == "Credit – required"
    qtbot.keyClick(credit, Qt.Key.Key_Return)
    assert licence.hasFocus() and not out.exists()
    assert "required" in dialog.told.text()
    qtbot.keyClicks(licence, "CC BY 4.0")
    assert "CC BY 4.0" not in dialog.snippet.toPlainText()  # it follows when typing pauses
    qtbot.waitUntil(lambda: "CC BY 4.0" in dialog.snippet.toPlainText())
    qtbot.keyClick(licence, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Handed over: "), timeout=10_000)
    (place,) = out.iterdir()
    told = json.loads((place / "article.json").read_text("utf-8"))["picture"]
    assert (told["credit"], told["licence"]) == ("Jane Doe", "CC BY 4.0")
    assert told["alt_is_proposal"] is True
    assert [row.target for row in handed_over(window._folder(), image_id)] == [str(out)]
    assert window.desk_view.candidates.card(0).image.credit == "Jane Doe"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(HandOverDialog))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    again = dialog_of(qtbot, window)
    assert again.target.text() == str(out)
    assert again.told.text() == "Handed over 1 time before"
    again.close()


def test_a_checked_proposal_is_no_proposal_any_more(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    describe(window, first_image(window))
    dialog = dialog_of(qtbot, window)
    assert dialog.checked.isVisible()
    assert PictureField.ALT not in dialog.texts()
    assert dialog.fields[PictureField.ALT].accessibleName().endswith("proposal, please check")
    dialog.checked.setChecked(True)
    assert dialog.texts()[PictureField.ALT] == "A bus"
    dialog.checked.setChecked(False)
    dialog.fields[PictureField.ALT].setPlainText("A red bus")
    assert dialog.texts()[PictureField.ALT] == "A red bus"
    assert dialog.fields[PictureField.ALT].accessibleName() == "Alternative text"
    dialog.close()


def test_a_snippet_is_copied_as_it_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    dialog = dialog_of(qtbot, window)
    dialog.template.setCurrentText("figure.html")
    dialog.copy.click()
    assert not QGuiApplication.clipboard().text()  # credit and licence lack
    dialog.fields[PictureField.CREDIT].setText("<Jane>")
    dialog.fields[PictureField.LICENCE].setText("own")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == dialog.snippet.toPlainText()
    assert "&lt;Jane&gt;" in QGuiApplication.clipboard().text()
    assert window.desk_view.candidates.card(0).image.credit == "<Jane>"
    dialog.close()


def test_a_window_that_only_reads_corrects_nothing(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    image_id = first_image(window)
    describe(window, image_id)
    window.desk_view.stage.desk.read_only = "somebody else decides here"
    dialog = dialog_of(qtbot, window)
    dialog.target.setText(str(tmp_path / "out"))
    dialog.fields[PictureField.CREDIT].setText("Somebody else")
    dialog.hand_over.click()
    assert dialog.told.text() == "somebody else decides here"
    dialog.fields[PictureField.CREDIT].setText("Jane Doe")
    dialog.hand_over.click()
    qtbot.waitUntil(lambda: dialog.told.text().startswith("Handed over: "), timeout=10_000)
    dialog.close()


def test_a_folder_that_takes_nothing_is_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    describe(window, first_image(window))
    dialog = dialog_of(qtbot, window)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.hand_over.click()
    assert dialog.target.hasFocus()
    (tmp_path / "file").write_text("")
    dialog.target.setText(str(tmp_path / "file"))
    dialog.hand_over.click()
    qtbot.waitUntil(lambda: "choose another folder" in dialog.told.text(), timeout=10_000)
    assert dialog.hand_over.isEnabled()
    dialog.close()


def test_all_chosen_pictures_are_handed_over(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    desk, described = window.desk_view, first_image(window)
    describe(window, described)
    desk.decisions.choose(0)
    wait_shown(qtbot, window)
    desk.decisions.choose(int(first_image(window) == described))
    desk.handing.hand_over_all(tmp_path / "out")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    (box,) = window.findChildren(QMessageBox)
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert box.text().startswith("1 picture handed over, 0 were there as before, 1 left out:")
    assert "lacks its credit" in box.text()
    box.close()
