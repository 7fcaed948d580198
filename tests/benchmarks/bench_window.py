"""The window at 10,000 articles and 100,000 candidates: opening, keys, scrolling.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_window.py [--model NAME]

Key latency runs from the key press to the end of the paint that shows the next article with its
candidates, with indexing in the background lane, then with a model being trained.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

START = time.perf_counter()

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from synthetic import make_collection  # noqa: E402

from newsmatch_gui.domain.learning import Depth  # noqa: E402
from newsmatch_gui.qt.app import application, keep_fluid  # noqa: E402
from newsmatch_gui.qt.main_window import MainWindow  # noqa: E402

ARTICLES, IMAGES, WAITING, KEYS = 10_000, 100_000, 1_500, 150
PAUSE = 40  # ms between the paint and the next key; nobody decides faster


def main() -> None:
    """Print every figure on a line of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="newsmatch-starter")
    options = parser.parse_args()
    keep_fluid()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "large.newsmatch"
        first_paint = _first_paint(scratch)
        print(f"first paint: {first_paint:.2f} s, torch imported: {'torch' in sys.modules}")
        _run(folder, options.model)


def _first_paint(scratch: str) -> float:
    application()
    window = MainWindow(_settings(scratch))
    window.show()
    window.grab()
    elapsed = time.perf_counter() - START
    window.close()
    window.deleteLater()
    return elapsed


def _settings(scratch: str) -> QSettings:
    return QSettings(f"{scratch}/window.ini", QSettings.Format.IniFormat)


def _run(folder: Path, model: str) -> None:
    from newsmatch_gui.services.indexing import ModelEntry
    from newsmatch_gui.services.models import loaded_model

    clip = loaded_model(model)
    entry = ModelEntry(model, clip.fingerprint, clip.dim, clip.budget, clip.device)
    make_collection(folder, entry, articles=ARTICLES, images=IMAGES, waiting=WAITING)
    window = MainWindow(_settings(str(folder)))
    window.resize(1440, 900)
    window.show()
    shown: list[float] = []
    window.desk_view.shown.connect(lambda: shown.append(time.perf_counter()))
    begun = time.perf_counter()
    window.open_collection(folder)
    _until(lambda: bool(shown))
    print(f"opening {ARTICLES:,} articles and {IMAGES:,} images: {shown[0] - begun:.2f} s")
    _until(lambda: window.job_bar.isVisible() and "indexing" in window.job_bar.text.text())
    _press_keys(window, shown, "indexing")
    print(f"indexing still running at the last key: {window.background.busy}")
    begun = time.perf_counter()
    window.background.cancel()
    _until(lambda: not window.background.busy)
    print(f"cancel took effect after {time.perf_counter() - begun:.2f} s")
    _train(window, shown)
    _scroll(window)
    window.close()
    _until(lambda: not window.isVisible())


def _train(window: MainWindow, shown: list[float]) -> None:
    """Press keys while all weights of the model are trained on what was decided."""
    window.learning.show_training()
    dialog = window.learning._training
    assert dialog is not None
    dialog.depth.setCurrentIndex(dialog.depth.findData(Depth.FULL))
    dialog.batch.setValue(8)
    dialog.start.click()
    _until(lambda: len(dialog._steps) > 1)
    dialog.close()
    window.activateWindow()
    _until(window.isActiveWindow)
    _press_keys(window, shown, "training")
    print(f"training still running at the last key: {window.learning.lane.busy}")
    begun = time.perf_counter()
    window.learning.lane.cancel()
    _until(lambda: not window.learning.lane.busy)
    print(f"training stopped after {time.perf_counter() - begun:.2f} s, its state kept")


def _press_keys(window: MainWindow, shown: list[float], meanwhile: str) -> None:
    latencies = []
    view = window.desk_view.candidate_panel.view
    for number in range(KEYS):
        shown.clear()
        begun = time.perf_counter()
        QTest.keyClick(view, Qt.Key.Key_1 + number % 9)
        _until(lambda: bool(shown))
        application().processEvents()  # paints what became dirty, as the event loop would
        latencies.append(time.perf_counter() - begun)
        _wait(PAUSE)
    ms = 1000 * np.array(latencies)
    print(
        f"key to next article painted while {meanwhile}, {len(ms)} keys: "
        f"p50 {np.percentile(ms, 50):.0f} ms, p99 {np.percentile(ms, 99):.0f} ms, "
        f"max {ms.max():.0f} ms"
    )


def _scroll(window: MainWindow) -> None:
    view = window.desk_view.candidate_panel.view
    bar = view.verticalScrollBar()
    frames, begun = 0, time.perf_counter()
    while time.perf_counter() - begun < 3:
        bar.setValue(bar.value() + 37)
        view.viewport().repaint()
        application().processEvents()
        frames += 1
    rows = view.model().rowCount()
    print(f"scrolling {IMAGES:,} candidates: {frames / 3:.0f} frames/s, {rows:,} laid out by then")


def _wait(milliseconds: int) -> None:
    """Run the event loop; QTest.qWait would keep the interpreter's lock from every other thread."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(done: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + 60
    while not done():
        _wait(1)
        if time.perf_counter() > deadline:
            raise TimeoutError(done)


if __name__ == "__main__":
    main()
