"""Watched folders while the window is open: looks when something happens there, and now and then.

The system tells at once when a file appears in one of the first few hundred folders. It may tell
nothing on a network drive, so that all of them are looked into every minute too.
"""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.lanes import Job, Lane
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.watched_dialog import WatchedDialog
from newsmatch_gui.services.indexing import IndexReport
from newsmatch_gui.services.watching import Arrivals, Watch, take_in, watched_folders

_TOLD = 300  # folders that the system is asked about; each costs it memory
_SOON = 300  # ms after the system told something: it mostly tells several things
_AGAIN = 1_000  # ms between looks while something is being written
_EVERY = 60_000  # ms


class Watching(QObject):
    """Looks into the watched folders of the open collection, and takes in what arrived.

    Attributes:
        lane: Looks; the window waits for it before it closes.

    Signals:
        indexed: Photos that arrived can be ranked.
        said: A sentence for the status bar.
        failed: An exception, as a job's.
    """

    indexed = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(self, background: Lane, window: QWidget) -> None:
        """Make it.

        Args:
            background: Indexes.
            window: Owner.
        """
        super().__init__(window)
        self._window, self._background = window, background
        self._folder: Path | None = None
        self._watch: Watch | None = None
        self._owed = False  # something happened while it was looking
        self._unindexed = False  # photos were added that could not be indexed then
        self.lane = Lane(self, latest_wins=True, steps_back=True)
        self._system = QFileSystemWatcher(self)
        self._soon = QTimer(self, singleShot=True)
        self._now_and_then = QTimer(self, interval=_EVERY)
        self._system.directoryChanged.connect(lambda _path: self._look_in(_SOON))
        self._soon.timeout.connect(self._look)
        self._now_and_then.timeout.connect(self._look)

    def set_folder(self, folder: Path | None) -> None:
        """Watch for another collection, or for none."""
        self._folder = folder
        self._begin()

    def _begin(self) -> None:
        self.lane.cancel()
        self._soon.stop()
        self._now_and_then.stop()
        self._follow(())
        self._watch, self._owed, self._unindexed = None, False, False
        if self._folder is not None and watched_folders(self._folder):
            self._watch = Watch(self._folder)
            self._now_and_then.start()
            self._look_in(_SOON)

    @Slot()
    def show_dialog(self) -> None:
        """Let somebody choose which folders are watched."""
        if self._folder is not None:
            dialog = WatchedDialog(self._folder, self._window)
            dialog.finished.connect(dialog.deleteLater)
            dialog.changed.connect(self._begin)
            dialog.open()

    # Looking -------------------------------------------------------------------------------

    def _look_in(self, delay: int) -> None:
        if self._watch is not None and not self._soon.isActive():
            self._soon.start(delay)

    @Slot()
    def _look(self) -> None:
        watch = self._watch
        if watch is None:
            return
        if self.lane.busy:
            self._owed = True
            return
        self._owed = False
        job = self.lane.start(watch.look)
        job.succeeded.connect(lambda found: self._looked(watch, found))
        job.failed.connect(self.failed)
        job.ended.connect(lambda: self._ended(job))

    def _looked(self, watch: Watch, found: Arrivals) -> None:
        if watch is not self._watch:
            return
        self._follow(found.folders[:_TOLD])
        for problem in found.problems:
            self.said.emit(in_window_language(problem.sentence()))
        if found.waiting:
            self._look_in(_AGAIN)
        if found.photos or found.changed or self._unindexed:
            self._take_in(found)

    def _ended(self, job: Job) -> None:
        if self._owed and not job.cancelled:
            self._look_in(_SOON)

    def _take_in(self, found: Arrivals) -> None:
        folder = self._folder
        if folder is None:
            return
        self._unindexed = False
        job = self._background.start(lambda: take_in(folder, found.photos))
        job.succeeded.connect(lambda report: self._tell_indexed(folder, report))
        job.failed.connect(lambda error: self._not_indexed(folder, error))

    def _tell_indexed(self, folder: Path, report: IndexReport) -> None:
        if folder == self._folder:
            self.said.emit(self.tr("%n new photo(s) indexed", "", report.images))
            self.indexed.emit()

    def _not_indexed(self, folder: Path, error: Exception) -> None:
        if not isinstance(error, NewsMatchError):
            self.failed.emit(error)
        elif folder == self._folder:
            # No box in front of somebody at work: another one may be indexing just now.
            self.said.emit(in_window_language(str(error)))
            self._unindexed = True

    def _follow(self, folders: tuple[str, ...]) -> None:
        """Have the system tell of these folders and of no others."""
        before, now = set(self._system.directories()), set(folders)
        if gone := before - now:
            self._system.removePaths(sorted(gone))
        if fresh := now - before:
            self._system.addPaths(sorted(fresh))
