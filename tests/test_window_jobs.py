"""Long work in the window: importing, indexing, cancelling, closing in the middle."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import make_photo
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window

from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, finish
from newsmatch_gui.qt.dialogs import ProblemsDialog
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.settings_dialog import SettingsDialog
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import index_pending
from newsmatch_gui.services.settings import read_settings
from newsmatch_gui.store.collection import Collection


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = new_window(qtbot, tmp_path)
    yield made
    close_window(qtbot, made)


@pytest.fixture
def empty(tmp_path: Path, tiny_model: str) -> Path:
    """A collection that indexes with the tiny model."""
    folder = tmp_path / "c.newsmatch"
    with Collection.open(folder, create=True) as collection:
        collection.set_setting("model", tiny_model)
    return folder


@pytest.fixture
def many(empty: Path, tmp_path: Path) -> Path:
    photos = tmp_path / "many"
    photos.mkdir()
    for number in range(160):
        make_photo(photos / f"{number}.jpg", number)
    finish(import_source(empty, photos))
    return empty


@pytest.fixture
def slow_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that takes as long for a batch as a large one does."""
    encode = ClipModel.encode_images

    def slowly(self: ClipModel, photos: list) -> object:
        time.sleep(0.1)
        return encode(self, photos)

    monkeypatch.setattr(ClipModel, "encode_images", slowly)


def test_importing_in_the_window_indexes_and_ranks(
    qtbot: QtBot, window: MainWindow, empty: Path, newsroom: Path
) -> None:
    with qtbot.waitSignal(window.desk_view.shown, timeout=30_000):
        window.import_from(newsroom, empty)
    assert window.desk_view.articles.rowCount() == 12
    assert window.desk_view.candidates.rowCount() == 10
    (dialog,) = window.findChildren(ProblemsDialog)
    cells = [dialog.table.item(0, column).text() for column in range(4)]
    assert cells[:2] == ["dev.csv", "7"]
    assert "missing" in cells[2]
    dialog.close()
    pairs = newsroom.parent / "truth.csv"
    pairs.write_text(f"article_id,image_id\n1,{3:032X}\n")
    window.import_from(pairs, empty)
    qtbot.waitUntil(lambda: "1 true picture" in window.statusBar().currentMessage(), timeout=30_000)


def test_cancel_stops_within_a_second_and_keeps_what_was_done(
    qtbot: QtBot, window: MainWindow, many: Path, slow_model: None
) -> None:
    window.open_collection(many)
    qtbot.waitUntil(lambda: "indexing" in window.job_bar.text.text(), timeout=30_000)
    qtbot.waitUntil(lambda: index_pending(many) < 150, timeout=30_000)
    begun = time.monotonic()
    window.job_bar.cancel.click()
    qtbot.waitUntil(lambda: not window.background.busy, timeout=5_000)
    assert time.monotonic() - begun < 1
    assert 0 < index_pending(many) < 150


@pytest.mark.slow
def test_closing_while_indexing_goes_on_at_the_next_start(
    qtbot: QtBot, many: Path, tmp_path: Path, slow_model: None
) -> None:
    first = new_window(qtbot, tmp_path)
    first.open_collection(many)
    qtbot.waitUntil(lambda: index_pending(many) < 150, timeout=30_000)
    close_window(qtbot, first)
    left = index_pending(many)
    assert 0 < left < 150
    again = new_window(qtbot, tmp_path)
    again.open_last()
    qtbot.waitUntil(lambda: index_pending(many) == 0, timeout=60_000)
    close_window(qtbot, again)


def test_a_stale_answer_never_arrives(qtbot: QtBot, window: MainWindow) -> None:
    lane = Lane(window, latest_wins=True)
    arrived: list[int] = []

    def answer(number: int) -> Iterator[Progress]:
        yield Progress(0, 0, "thinking")
        time.sleep(0.02)
        return number

    for number in range(20):
        job = lane.start(lambda number=number: answer(number))
        job.succeeded.connect(arrived.append)
        qtbot.wait(3)
    qtbot.waitUntil(lambda: not lane.busy)
    assert arrived[-1] == 19
    assert arrived == sorted(arrived)
    assert len(arrived) < 20


def test_progress_is_throttled(qtbot: QtBot, window: MainWindow) -> None:
    lane = Lane(window, latest_wins=False)
    seen: list[Progress] = []

    def quick() -> Iterator[Progress]:
        for number in range(3_000):
            yield Progress(number, 3_000, "counting")

    job = lane.start(quick)
    job.progressed.connect(seen.append)
    qtbot.waitUntil(lambda: not lane.busy)
    assert len(seen) < 30


def test_a_fault_is_a_sentence_and_a_bug_keeps_its_details(
    qtbot: QtBot, window: MainWindow, caplog: pytest.LogCaptureFixture
) -> None:
    lane = Lane(window, latest_wins=False)
    failures: list[Exception] = []

    def fail(error: Exception) -> Iterator[Progress]:
        yield Progress(0, 0, "failing")
        raise error

    for error in (NewsMatchError("mend it"), ZeroDivisionError("ours")):
        job = lane.start(lambda error=error: fail(error))
        job.failed.connect(failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert [type(error) for error in failures] == [NewsMatchError, ZeroDivisionError]
    assert "ours" in caplog.text
    assert "mend it" not in caplog.text


RACE = """
import sys
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
app = QApplication([])
from newsmatch_gui.qt import thumbnails
thumbnails._THREADS = 8
sys.setswitchinterval(1e-7)
loader = thumbnails.ThumbnailLoader(app)
asked = {path: QSize(40, 40) for path in sys.argv[1:]}
for path, size in asked.items():
    assert loader.pixmap(path, size, 1.0) is None
while not loader.quiet:
    app.processEvents()
print(sum(not loader.pixmap(path, size, 1.0).isNull() for path, size in asked.items()))
loader.stop()
"""


def test_the_first_pictures_may_be_decoded_at_the_same_time(tmp_path: Path) -> None:
    # Decoding with Qt in two threads ended the process without a word: see ThumbnailLoader.
    paths = [str(make_photo(tmp_path / f"{number}.jpg", number)) for number in range(20)]
    done = subprocess.run(
        [sys.executable, "-c", RACE, *paths], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "20"), done.stderr


def test_another_recipe_from_the_menu_ranks_anew(
    qtbot: QtBot, window: MainWindow, empty: Path, newsroom: Path
) -> None:
    finish(import_source(empty, newsroom))
    window.open_collection(empty)
    with qtbot.waitSignal(window.desk_view.shown, timeout=30_000):
        pass
    qtbot.waitUntil(lambda: not window.background.busy, timeout=30_000)
    reading = window.desk_view.reading
    assert "headline@1" in reading.read_title.text()
    action = window.menus.actions["recipe-reference-t2"]
    with qtbot.waitSignal(window.pool_ready, timeout=30_000):
        action.trigger()
    assert "reference-t2@1" in reading.read_title.text()
    assert "headlin number" in reading.read.toPlainText()
    assert "budget" in reading.budget.accessibleName()


def test_settings_take_effect_at_once(qtbot: QtBot, window: MainWindow, own_settings: Path) -> None:
    window.options.show()
    (dialog,) = window.findChildren(SettingsDialog)
    dialog.fields["translation.gloss"].click()
    assert read_settings()["translation.gloss"] == "off"
    own_settings.write_text("broken [")
    window.options.show()
    (box,) = window.findChildren(QMessageBox)
    assert "mend it" in box.text()
    box.close()
