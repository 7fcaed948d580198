"""Empty windows say that they are empty, and what cannot be done yet says why."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from learning_fixtures import colour_photo
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.qt.dialogs import ProblemsDialog
from newsmatch_gui.qt.keys_dialog import KeysDialog
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.measures_tab import MeasuresTab
from newsmatch_gui.qt.training_dialog import TrainingDialog
from newsmatch_gui.qt.watched_dialog import WatchedDialog
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index


@pytest.fixture
def photos(qtbot: QtBot, tmp_path: Path, tiny_model: str) -> Iterator[MainWindow]:
    """A window on photos without articles."""
    (tmp_path / "photos").mkdir()
    for number in range(3):
        colour_photo(tmp_path / "photos" / f"p{number}.png", (200, 30, 30), number)
    folder = tmp_path / "photos.newsmatch"
    finish(import_source(folder, tmp_path / "photos"))
    finish(build_index(folder, model=tiny_model))
    window = new_window(qtbot, tmp_path)
    window.open_collection(folder)
    qtbot.waitUntil(lambda: window.desk_view.stage.pool is not None, timeout=20_000)
    yield window
    close_window(qtbot, window)


def said(dialog: object) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_bench_without_articles_says_what_it_lacks(qtbot: QtBot, photos: MainWindow) -> None:
    photos.show_bench()
    qtbot.waitUntil(lambda: bool(photos.bench.sentence.text()))
    assert "import rows that hold an article and its image" in photos.bench.sentence.text()
    photos.bench.tabs.setCurrentIndex(1)
    QApplication.processEvents()
    (tab,) = photos.bench.findChildren(MeasuresTab)
    assert tab.pages.currentWidget() is tab.empty and "once the articles" in tab.empty.text()


def test_learning_says_how_many_decisions_it_lacks(qtbot: QtBot, photos: MainWindow) -> None:
    photos.learning.show_training()
    (dialog,) = photos.findChildren(TrainingDialog)
    assert "0 articles have a fitting picture; learning needs 20." in said(dialog)
    assert not dialog.start.isEnabled()
    dialog.set_ready(20, None)
    assert dialog.start.isEnabled()
    dialog.close()


def test_nothing_left_out_is_said_so(qtbot: QtBot, photos: MainWindow, tmp_path: Path) -> None:
    dialog = ProblemsDialog(tmp_path, (), photos)
    dialog.open()
    assert "Nothing was left out." in said(dialog)
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    assert [b.isEnabled() for b in buttons.findChildren(QPushButton) if b is not close] == [False]
    dialog.close()


def test_no_watched_folder_is_said_so(qtbot: QtBot, photos: MainWindow, tmp_path: Path) -> None:
    photos.watching.show_dialog()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, WatchedDialog)
    assert "No folder is watched yet." in said(dialog)
    (tmp_path / "wire").mkdir()
    dialog.watch(tmp_path / "wire")
    assert "No folder" not in said(dialog)
    dialog.close()


def test_no_key_is_taken_from_an_action_that_is_hidden(qtbot: QtBot, photos: MainWindow) -> None:
    photos.commands.show_keys()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    keys = photos.menus.actions["new"].shortcuts()
    qtbot.keyClicks(dialog.words, "xyzzy")
    assert "No action and no key" in dialog.sentence.text()
    assert not dialog.none.isEnabled() and not dialog.edit.isEnabled()
    qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
    assert photos.menus.actions["new"].shortcuts() == keys
    dialog.words.setText("manual")
    assert dialog.edit.keySequence().toString() == "F1" and dialog.none.isEnabled()
    assert not dialog.sentence.text()
    dialog.words.clear()
    assert dialog.table.currentRow() >= 0
    dialog.close()
