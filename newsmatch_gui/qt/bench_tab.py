"""What every tab of the researcher's bench has: the study it shows, its lane and its signals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.studying import Study


class BenchTab(QWidget):
    """One view of a study.

    Attributes:
        lane: Where the tab's own long work runs; shared by all tabs, one job at a time.
        thumbnails: Where its pictures come from.
        study: What is shown, None while nothing is.

    Signals:
        said: A sentence for the status line.
        failed: An exception that work raised.
        article_asked: Id of an article to show at the editor's desk.
        review_asked: (article ids, why) to put into the review queue.
        why_asked: (article id, image id) of a score to explain.
    """

    said = Signal(str)
    failed = Signal(object)
    article_asked = Signal(str)
    review_asked = Signal(object, str)
    why_asked = Signal(str, str)

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.lane, self.thumbnails = lane, thumbnails
        self.study: Study | None = None

    def set_study(self, study: Study | None) -> None:
        """Show another study, or nothing."""
        self.study = study
