"""Watched folders in the window: photos come in by themselves, and nothing moves under a finger."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import make_photo
from filelock import FileLock
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window, press

from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.watched_dialog import WatchedDialog
from newsmatch_gui.services import watching
from newsmatch_gui.services.indexing import index_pending
from newsmatch_gui.services.watching import watch_folder, watched_folders


@pytest.fixture
def wire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(watching, "SETTLED", 0.2)
    made = tmp_path / "wire"
    made.mkdir()
    return made


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path, wire: Path) -> Iterator[MainWindow]:
    watch_folder(collection, wire)
    made = open_window(qtbot, collection, tmp_path)
    qtbot.waitUntil(lambda: str(wire) in made.watching._system.directories(), timeout=10_000)
    qtbot.waitUntil(lambda: not made.background.busy, timeout=20_000)
    yield made
    close_window(qtbot, made)


def test_photos_arrive_from_the_next_article_on(
    qtbot: QtBot, window: MainWindow, wire: Path
) -> None:
    desk = window.desk_view
    before = [desk.candidates.image_id(row) for row in range(desk.candidates.rowCount())]
    broken = wire / "broken.jpg"
    broken.write_bytes(b"nothing")
    with qtbot.waitSignal(window.watching.said, timeout=10_000) as said:
        pass
    assert "broken.jpg: the content is no photo" in said.args[0]
    with qtbot.waitSignal(window.pool_ready, timeout=20_000):
        shutil.move(make_photo(wire.parent / "new.jpg", 77), wire)
    assert [desk.candidates.image_id(row) for row in range(len(before))] == before
    press(qtbot, window, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: desk.stage.ready)
    assert desk.candidates.total() == len(before) + 1
    assert desk.candidates.row_of("new.jpg") is not None


def test_folders_below_are_watched_too(qtbot: QtBot, window: MainWindow, wire: Path) -> None:
    (wire / "today").mkdir()
    qtbot.waitUntil(
        lambda: str(wire / "today") in window.watching._system.directories(), timeout=10_000
    )
    with qtbot.waitSignal(window.pool_ready, timeout=20_000):
        shutil.move(make_photo(wire.parent / "new.jpg", 78), wire / "today")
    assert window.desk_view.stage.pool is not None


def test_photos_that_cannot_be_indexed_now_are_indexed_later(
    qtbot: QtBot, window: MainWindow, wire: Path, collection: Path
) -> None:
    with FileLock(collection / "cache" / "index.lock"):
        with qtbot.waitSignal(window.watching.said, timeout=10_000) as said:
            shutil.move(make_photo(wire.parent / "new.jpg", 79), wire)
        assert "another NewsMatch is indexing" in said.args[0]
    assert not window.findChildren(QMessageBox)
    with qtbot.waitSignal(window.watching.indexed, timeout=10_000):
        window.watching._look()
    assert index_pending(collection) == 0


def test_a_large_tree_does_not_hold_the_window_up(
    qtbot: QtBot, window: MainWindow, wire: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(40):
        (wire / f"{number}").mkdir()
        for name in range(100):
            (wire / f"{number}" / f"{name}.jpg").touch()
    longest, last = 0.0, time.monotonic()
    job = window.watching.lane.start(window.watching._watch.look)
    ended: list[bool] = []
    job.ended.connect(lambda: ended.append(True))
    while not ended:
        qtbot.wait(1)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
    assert job.value.waiting == 4_000
    assert longest < 0.5  # seconds; other work on this machine included
    monkeypatch.setattr(watching, "SETTLED", 60.0)


def test_folders_are_chosen_in_a_dialog(
    qtbot: QtBot, window: MainWindow, wire: Path, collection: Path
) -> None:
    other = wire.parent / "agency"
    other.mkdir()
    window.menus.actions["watched"].trigger()
    (dialog,) = window.findChildren(WatchedDialog)
    assert dialog.list.count() == 1
    dialog.watch(other)
    assert watched_folders(collection) == (other, wire)
    qtbot.waitUntil(lambda: str(other) in window.watching._system.directories(), timeout=10_000)
    dialog.list.setCurrentRow(0)
    dialog.remove.click()
    assert watched_folders(collection) == (wire,)
    dialog.remove.click()
    assert not dialog.remove.isEnabled()
    assert window.watching._watch is None
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Close).click()
