"""Learning in the window: curves while it trains, pause and resume, models that serve and go."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from learning_fixtures import colour_newsroom
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window

from newsmatch_gui.domain.learning import Depth
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.models_dialog import ModelsDialog
from newsmatch_gui.qt.training_dialog import TrainingDialog
from newsmatch_gui.services.model_registry import list_models
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.training_run import find_run


@pytest.fixture(scope="module")
def prepared(tiny_model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return colour_newsroom(tmp_path_factory.mktemp("colours"), tiny_model)


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "c.newsmatch"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, folder: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, folder, tmp_path)
    yield made
    close_window(qtbot, made)


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def training(window: MainWindow) -> TrainingDialog:
    window.learning.show_training()
    (dialog,) = window.findChildren(TrainingDialog)
    return dialog


def models(window: MainWindow) -> ModelsDialog:
    window.learning.show_models()
    (dialog,) = window.findChildren(ModelsDialog)
    return dialog


def test_training_shows_curves_and_what_came_of_it(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    dialog = training(window)
    assert "64 articles" in dialog.sentence.text()
    dialog.name.setText("mine")
    press(dialog.start)
    assert dialog.pause.isVisible() and not dialog.start.isVisible()
    qtbot.waitUntil(lambda: not window.learning.lane.busy, timeout=60_000)
    assert dialog.sentence.text().startswith("mine: MRR@100")
    assert dialog.guard_plot._base is not None
    (made,), active = list_models(folder)
    assert made.name == "mine"
    # A model that is not surely better is kept; the window goes on with the former one.
    assert (active == made.fingerprint) == made.is_better
    assert dialog.start.isVisible()


@pytest.mark.slow
def test_a_paused_training_goes_on(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    dialog = training(window)
    dialog.depth.setCurrentIndex(dialog.depth.findData(Depth.FULL))
    dialog.epochs.setValue(40)
    dialog.batch.setValue(4)
    press(dialog.start)
    qtbot.waitUntil(lambda: len(dialog._steps) > 3, timeout=60_000)
    press(dialog.pause)
    qtbot.waitUntil(lambda: not window.learning.lane.busy, timeout=2_000)
    assert dialog.resume.isVisible() and dialog.discard.isVisible()
    assert "full" in dialog.sentence.text()
    run = find_run(folder)
    assert run is not None and run.state.exists()
    press(dialog.resume)
    qtbot.waitUntil(lambda: len(dialog._steps) > 3, timeout=60_000)
    assert dialog._steps[0] > 3  # not from the beginning
    press(dialog.pause)
    qtbot.waitUntil(lambda: not window.learning.lane.busy, timeout=2_000)
    press(dialog.discard)
    assert find_run(folder) is None
    assert dialog.start.isVisible()


def test_closing_the_window_keeps_the_training(qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    window = open_window(qtbot, folder, tmp_path)
    dialog = training(window)
    dialog.depth.setCurrentIndex(dialog.depth.findData(Depth.FULL))
    dialog.epochs.setValue(40)
    press(dialog.start)
    qtbot.waitUntil(lambda: bool(dialog._steps), timeout=60_000)
    close_window(qtbot, window)
    assert find_run(folder) is not None
    again = open_window(qtbot, folder, tmp_path)
    assert training(again).resume.isVisible()
    close_window(qtbot, again)


def test_deciding_goes_on_while_a_model_is_trained(qtbot: QtBot, window: MainWindow) -> None:
    dialog = training(window)
    dialog.depth.setCurrentIndex(dialog.depth.findData(Depth.FULL))
    dialog.epochs.setValue(40)
    press(dialog.start)
    qtbot.waitUntil(lambda: bool(dialog._steps), timeout=60_000)
    before = window.desk_view.articles.decided()
    dialog.close()  # the training goes on without it
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5_000)
    window.desk_view.candidate_panel.view.setFocus()
    for _ in range(3):
        with qtbot.waitSignal(window.desk_view.decided, timeout=5_000):
            QTest.keyClick(window.desk_view.candidate_panel.view, Qt.Key.Key_N)
        qtbot.waitUntil(lambda: window.desk_view.stage.on_screen is not None, timeout=5_000)
    assert window.learning.lane.busy
    assert window.desk_view.articles.decided() == before + 3
    assert training(window) is dialog
    press(dialog.pause)
    qtbot.waitUntil(lambda: not window.learning.lane.busy, timeout=5_000)


def test_models_serve_go_back_and_go(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    base = load_pool(folder).model.fingerprint
    dialog = training(window)
    press(dialog.start)
    qtbot.waitUntil(lambda: not window.learning.lane.busy, timeout=60_000)
    qtbot.waitUntil(lambda: not window.background.busy, timeout=30_000)
    table = models(window)
    (made,), active = list_models(folder)
    assert table.table.rowCount() == 1
    assert made.fingerprint[:12] in table.details.text()
    if active != made.fingerprint:
        with qtbot.waitSignal(window.pool_ready, timeout=30_000):
            press(table.activate)
    assert load_pool(folder).model.fingerprint == made.fingerprint
    assert not table.delete.isEnabled() and not table.activate.isEnabled()
    with qtbot.waitSignal(window.pool_ready, timeout=30_000):
        press(table.rollback)
    assert load_pool(folder).model.fingerprint == base
    qtbot.waitUntil(table.delete.isEnabled, timeout=5_000)
    press(table.delete)
    assert list_models(folder)[0] == ()
    assert "No model was trained here yet" in table.sentence.text()


def test_a_wrong_options_file_is_one_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    from PySide6.QtWidgets import QMessageBox

    path = tmp_path / "o.toml"
    path.write_text("speed = 3\n")
    dialog = training(window)
    dialog._file = path
    press(dialog.start)
    QApplication.processEvents()
    (box,) = window.findChildren(QMessageBox)
    assert "speed is not known" in box.text()
    box.close()
    assert dialog.start.isVisible()
