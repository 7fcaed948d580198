"""A morning at the desk: 50 articles decided by real key events on an X server, at 100,000 images.

    python tests/benchmarks/bench_session.py

Needs ``Xvfb`` and ``xdotool`` (Debian: ``apt install xvfb xdotool``). Keys go through the X server,
as a keyboard's do; latency runs from sending the key to the end of the paint that shows the next
article with its candidates. No model is loaded: what the window needs before torch is measured.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

ARTICLES, IMAGES, DECIDED = 10_000, 100_000, 50
DISPLAY = ":97"
# One article each: the keys that decide it, the last of which goes on to the next.
MOVES = (("1",), ("Right", "x", "2"), ("a", "1"), ("n",), ("Down", "alt+4", "Return"), ("9",))


def main() -> None:
    """Start an X server, decide, and print every figure on a line of its own."""
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        sys.exit("this needs Xvfb and xdotool; on Debian: apt install xvfb xdotool")
    server = subprocess.Popen(
        ["Xvfb", DISPLAY, "-screen", "0", "2560x1440x24", "-nolisten", "tcp"],
        stderr=subprocess.DEVNULL,
    )
    os.environ |= {"DISPLAY": DISPLAY, "QT_QPA_PLATFORM": "xcb"}
    try:
        time.sleep(1)
        with tempfile.TemporaryDirectory() as scratch:
            os.environ["NEWSMATCH_SETTINGS"] = f"{scratch}/settings.toml"
            _session(Path(scratch))
    finally:
        server.terminate()
        server.wait()


def _session(scratch: Path) -> None:
    from PySide6.QtCore import QSettings
    from synthetic import make_collection

    from newsmatch_gui.qt.app import application, keep_fluid
    from newsmatch_gui.qt.main_window import MainWindow
    from newsmatch_gui.services.deciding import Desk
    from newsmatch_gui.services.indexing import ModelEntry

    folder = scratch / "large.newsmatch"
    entry = ModelEntry("newsmatch-starter", "0" * 16, 512, 77, "cpu")
    make_collection(folder, entry, articles=ARTICLES, images=IMAGES)
    keep_fluid()
    application()
    window = MainWindow(QSettings(f"{scratch}/window.ini", QSettings.Format.IniFormat))
    window.resize(1440, 900)
    window.show()
    shown: list[float] = []
    window.desk_view.shown.connect(lambda: shown.append(time.perf_counter()))
    window.open_collection(folder)
    _until(lambda: bool(shown) and not window.background.busy)
    window.activateWindow()
    window.desk_view.candidate_panel.view.setFocus()
    _wait(500)
    _decide(window, shown)
    print(f"memory: {_resident():.0f} MB, torch imported: {'torch' in sys.modules}")
    _scroll(window)
    print(f"memory after scrolling: {_resident():.0f} MB, torch imported: {'torch' in sys.modules}")
    window.close()
    _until(lambda: not window.isVisible())
    with Desk(folder) as desk:
        print(f"decided articles on disk: {len(desk.states())}")


def _decide(window, shown: list[float]) -> None:
    from PySide6.QtWidgets import QApplication

    keyboard = subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)
    assert keyboard.stdin is not None
    latencies = []
    for number in range(DECIDED):
        *before, last = MOVES[number % len(MOVES)]
        for key in before:
            keyboard.stdin.write(f"key {key}\n")
            keyboard.stdin.flush()
            _wait(60)
        shown.clear()
        begun = time.perf_counter()
        keyboard.stdin.write(f"key {last}\n")
        keyboard.stdin.flush()
        _until(lambda: bool(shown))
        QApplication.processEvents()  # paints what became dirty, as the event loop would
        latencies.append(time.perf_counter() - begun)
        _wait(60)
    keyboard.stdin.close()
    keyboard.wait()
    ms = 1000 * np.array(latencies)
    print(
        f"{len(ms)} articles decided by keys: p50 {np.percentile(ms, 50):.0f} ms, "
        f"p99 {np.percentile(ms, 99):.0f} ms, max {ms.max():.0f} ms"
    )


def _scroll(window) -> None:
    """Scroll by less than a row at a time, once to fill the cache of thumbnails, then measured."""
    from PySide6.QtWidgets import QApplication

    view = window.desk_view.candidate_panel.view
    bar = view.verticalScrollBar()
    for measured in (False, True):
        bar.setValue(0)
        _until(lambda: window.thumbnails.quiet)
        frames, begun = 0, time.perf_counter()
        while time.perf_counter() - begun < 3:
            bar.setValue(bar.value() + 37)
            view.viewport().repaint()
            QApplication.processEvents()
            frames += 1
        if measured:
            print(f"scrolling {IMAGES:,} candidates: {frames / 3:.0f} frames/s")
        _wait(1500)


def _resident() -> float:
    """Return the memory of this process in MB, mapped files included."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise AssertionError("no VmRSS")


def _wait(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

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
