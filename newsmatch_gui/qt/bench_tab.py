"""What every tab of the researcher's bench has: the study it shows, its lane and its signals."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.progress import Work
from newsmatch_gui.qt.lanes import Job, Lane
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.studying import Study


class BenchTab(QWidget):
    """One view of a study.

    Attributes:
        lane: Where the tab's own long work runs; shared by all tabs, one job at a time.
        thumbnails: Where its pictures come from.
        study: What is shown, None while nothing is.
        compared: The study that it is compared with, None where nothing is.
        read_only: Why nothing may be written here, in one sentence; "" where it may.

    Signals:
        said: A sentence for the status line.
        failed: An exception that work raised.
        article_asked: Id of an article to show at the editor's desk.
        review_asked: (article ids, why) to put into the review queue.
        why_asked: (article id, image id) of a score to explain.
        action_asked: Name of an action of the main window.
    """

    said = Signal(str)
    failed = Signal(object)
    article_asked = Signal(str)
    review_asked = Signal(object, str)
    why_asked = Signal(str, str)
    action_asked = Signal(str)

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.lane, self.thumbnails = lane, thumbnails
        self.study: Study | None = None
        self.compared: Study | None = None
        self.read_only = ""
        self._jobs: dict[str, Job] = {}

    def set_study(self, study: Study | None) -> None:
        """Show another study, or nothing."""
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()
        self.study = study

    def begin(
        self, name: str, make_work: Callable[[], Work[Any]], then: Callable[[Any], None]
    ) -> None:
        """Start work about the study that is shown, unless it runs or is done already.

        Work that was cancelled, as closing the window does, starts anew with the next call.

        Args:
            name: Of the work within the tab.
            make_work: Makes it.
            then: Gets its value, if the study is still shown.
        """
        before, study = self._jobs.get(name), self.study
        if before is not None and not before.cancelled:
            return
        job = self._jobs[name] = self.lane.start(make_work)
        job.succeeded.connect(lambda found: then(found) if study is self.study else None)
        job.failed.connect(self.failed)
