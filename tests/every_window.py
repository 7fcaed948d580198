"""Opens every window and dialog there is, one after the other, on a small newsroom."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from learning_fixtures import colour_newsroom
from PySide6.QtCore import QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from newsmatch_gui.domain.records import RowProblem
from newsmatch_gui.qt.bug_reports import show_bug
from newsmatch_gui.qt.dialogs import ProblemsDialog
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.tour import Tour
from newsmatch_gui.services.settings import set_setting

# What an action opens over the desk, in the order in which they are opened.
OVER_THE_DESK = (
    "overview", "palette", "keys", "settings", "watched", "backups", "suggest", "learn", "models",
    "manual", "tour", "about", "full", "crops", "relabel", "hand-over", "why", "many-first",
    "many-none", "many-queue",
)  # fmt: skip


def make_newsroom(home: Path, model: str) -> Path:
    """Make the collection that the windows are opened on: 40 articles, 8 of them decided."""
    return colour_newsroom(home, model, each=5, decided=8)


@contextmanager
def open_desk(folder: Path, home: Path) -> Iterator[MainWindow]:
    """Open the main window without a collection; the caller opens ``folder``."""
    set_setting("candidates.fold", "off")
    window = MainWindow(QSettings(str(home / "window.ini"), QSettings.Format.IniFormat))
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    wait_for(window.isActiveWindow)
    try:
        yield window
    finally:
        window.close()
        wait_for(lambda: not any(lane.busy for lane in window.lanes))
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def every_window(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    """Yield each window by name while it is open; what the caller leaves open is closed.

    Args:
        window: As made by ``open_desk``.
        folder: The collection.
    """
    yield "start", window
    shown: list[bool] = []
    window.desk_view.shown.connect(lambda: shown.append(True))
    window.open_collection(folder)
    wait_for(lambda: bool(shown) and settled(window))
    window.desk_view.actions_by_name["filters"].trigger()
    wait_for(lambda: settled(window))
    yield "desk", window
    window.desk_view.actions_by_name["filters"].trigger()
    window.desk_view.article_panel.list.selectAll()
    for name in OVER_THE_DESK:
        window.activateWindow()
        if name in window.desk_view.actions_by_name and not name.startswith("many"):
            window.desk_view.candidate_panel.take_focus()
        window.menus.actions[name].trigger()
        wait_for(lambda: settled(window))
        for opened in new_windows(window) or window.findChildren(Tour) or [window]:
            yield name, opened
        close_all(window)
    yield from _made_by_hand(window, folder)
    yield from _bench(window)


def _made_by_hand(window: MainWindow, folder: Path) -> Iterator[tuple[str, QWidget]]:
    problem = RowProblem("a.csv", 3, "its photo is missing", "put a.jpg beside the table")
    made: dict[str, Callable[[], object]] = {
        "problems": lambda: ProblemsDialog(folder, (problem,), window).open(),
        "bug": lambda: show_bug(window, RuntimeError("test")),
    }
    for name, make in made.items():
        make()
        wait_for(lambda: settled(window))
        for opened in new_windows(window):
            yield name, opened
        close_all(window)
    look = window.desk_view
    for row in range(2):
        look.candidate_panel.select(row)
        look.actions_by_name["compared"].trigger()
    look.actions_by_name["compare"].trigger()
    wait_for(lambda: settled(window))
    for opened in new_windows(window):
        yield "side by side", opened
    close_all(window)
    look.actions_by_name["explain"].trigger()
    wait_for(lambda: settled(window))
    yield "reason and note", window
    look.candidate_panel.take_focus()


def _bench(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    window.show_bench()
    bench = window.bench
    bench.activateWindow()
    for place in range(bench.tabs.count()):
        bench.tabs.setCurrentIndex(place)
        wait_for(lambda: settled(window))
        inner = bench.tabs.widget(place).findChildren(QTabWidget)
        views = inner[0].count() if inner else 1
        for view in range(views):
            if inner:
                inner[0].setCurrentIndex(view)
            wait_for(lambda: settled(window))
            yield f"bench {place} {view}", bench
    bench.close()


def new_windows(window: MainWindow) -> list[QWidget]:
    """Return what is open beside the main window."""
    found = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
    return [w for w in found if w is not window.bench and w.isWindow()]


def close_all(window: MainWindow) -> None:
    """Close what is open over the main window."""
    for opened in new_windows(window):
        opened.close()
    for tour in window.findChildren(Tour):
        tour.close()
    wait_for(lambda: settled(window))


def settled(window: MainWindow) -> bool:
    return window.thumbnails.quiet and not any(lane.busy for lane in window.lanes)


def wait_for(done: Callable[[], bool], seconds: float = 30) -> None:
    """Let events run until something holds; for at least one round, and a little after it."""
    loop = QEventLoop()
    deadline = time.monotonic() + seconds
    calm = 0
    while calm < 3:
        QTimer.singleShot(15, loop.quit)
        loop.exec()
        calm = calm + 1 if done() else 0
        if time.monotonic() > deadline:
            raise TimeoutError("a window did not settle")
