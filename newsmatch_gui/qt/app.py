"""Starting the window, on a screen or offscreen for a picture of it."""

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from PySide6.QtCore import QEventLoop, QSettings, QSize, Qt, QTimer, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication
from threadpoolctl import threadpool_limits

from newsmatch_gui import __version__
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.bug_reports import show_bug
from newsmatch_gui.qt.catalogs import set_language
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.qt.garbage import collect_here
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.theme import apply_theme
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.settings import read_settings

log = logging.getLogger(__name__)
_GRAB_SIZE = QSize(1440, 900)
_GRAB_WAIT = 30.0  # seconds for thumbnails to arrive


def application() -> QApplication:
    """Return the application, made on first use."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        return app
    app = QApplication(sys.argv[:1])
    app.setApplicationName("NewsMatch")
    app.setOrganizationName("NewsMatch")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("io.github.newsmatch.NewsMatch")  # Wayland finds name and icon by it
    app.setWindowIcon(QIcon(str(resource_path("icons", "newsmatch.svg"))))
    collect_here(app)
    apply_theme(app)
    return app


def keep_fluid() -> None:
    """Let keys go first while everything else computes."""
    # Each Qt call lets other threads in; by default the window waits 5 ms to come back from each.
    sys.setswitchinterval(0.0005)
    # Ranking 100,000 images takes 20 ms on one thread and 10 on two, but several times that when
    # the two have to wait for each other while a model computes on the same cores.
    threadpool_limits(1, user_api="blas")


def show(folder: Path | None, story: Path | None = None) -> int:
    """Open the window and run until it closes; returns the exit code.

    Args:
        folder: A collection, None for the one that was open last.
        story: An article file to suggest pictures for.
    """
    keep_fluid()
    app = application()
    while True:
        set_language(app, _wanted_language())
        window = MainWindow(QSettings())
        _report_bugs_to(window)
        window.resize(window.size().boundedTo(window.screen().availableSize()))
        window.show()
        window.desk_view.shown.connect(
            window.help.offer_tour, Qt.ConnectionType.SingleShotConnection
        )
        _open_later(window, folder, story)
        code = app.exec()
        if not window.starts_anew:
            return code
        window.deleteLater()
        folder = story = None


def _open_later(window: MainWindow, folder: Path | None, story: Path | None) -> None:
    """Open after the first paint, so that the window is up before anything is read."""
    opening = window.open_last if folder is None else lambda: window.open_collection(folder)
    QTimer.singleShot(0, opening)
    if story is not None:
        QTimer.singleShot(0, lambda: window.suggesting.open_file(story))


def _wanted_language() -> str:
    try:
        return read_settings()["ui.language"]
    except NewsMatchError:  # told by the window, which reads them too
        return "system"


def grab(folder: Path, target: Path) -> None:
    """Draw the window on a collection without a screen and save it as PNG.

    Raises:
        TimeoutError: The window did not show its candidates in time.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application()
    with TemporaryDirectory() as scratch:  # the user's own settings stay out of the picture
        settings = QSettings(f"{scratch}/window.ini", QSettings.Format.IniFormat)
        _grab(MainWindow(settings), folder, target)
        settings.sync()


def probe(*, on_screen: bool) -> str:
    """Try Qt out, for the doctor: draw the window without a screen, or only look for a screen.

    Qt ends the process when a library of its platform is missing.

    Returns:
        Qt's version.
    """
    if on_screen:
        application()
        return qVersion()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application()
    with TemporaryDirectory() as scratch:
        settings = QSettings(f"{scratch}/window.ini", QSettings.Format.IniFormat)
        window = MainWindow(settings)
        window.show()
        window.grab()
        window.close()
        window.deleteLater()
        settings.sync()
    return qVersion()


def _grab(window: MainWindow, folder: Path, target: Path) -> None:
    try:
        window.resize(_GRAB_SIZE)
        window.show()
        shown: list[bool] = []
        window.desk_view.shown.connect(lambda: shown.append(True))
        window.open_collection(folder)
        _wait_for(lambda: bool(shown) and not window.background.busy)
        window.grab()  # asks for the thumbnails of what is visible
        _wait_for(lambda: window.thumbnails.quiet)
        window.grab().save(str(target))
    finally:
        window.close()
        _wait_for(lambda: not any(lane.busy for lane in window.lanes))
        window.close()
        window.deleteLater()


def _wait_for(done: Callable[[], bool]) -> None:
    loop = QEventLoop()
    deadline = time.monotonic() + _GRAB_WAIT
    while not done():
        if time.monotonic() > deadline:
            raise TimeoutError("the window did not get ready in time")
        QTimer.singleShot(10, loop.quit)
        loop.exec()


def _report_bugs_to(window: MainWindow) -> None:
    """Show what slots and threads raise, instead of losing it."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        if (fault := worlds_fault(error)) is not None:
            show_sentence(window, str(fault))
            return
        log.critical("unexpected error", exc_info=(kind, error, trace))
        show_bug(window, error)

    sys.excepthook = hook
    threading.excepthook = lambda args: log.critical(
        "unexpected error in a thread", exc_info=args.exc_value
    )
