"""Asking why a picture got its score, from any window; the dialog is made on the first question."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.ranking import Pool

if TYPE_CHECKING:
    from newsmatch_gui.qt.why_dialog import WhyDialog


class Why(QObject):
    """One dialog for the whole program, with a lane of its own: ranking goes on beside it.

    Attributes:
        lane: Where explanations are computed.
        dialog: None until somebody asks.
    """

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails, self._window = thumbnails, parent
        self.lane = Lane(self, latest_wins=True, steps_back=True)
        self.dialog: WhyDialog | None = None

    def ask(self, pool: Pool, article_id: str, image_id: str) -> None:
        """Show why a picture got its score for an article."""
        if self.dialog is None:
            from newsmatch_gui.qt.why_dialog import WhyDialog

            self.dialog = WhyDialog(self.lane, self._thumbnails, self._window)
        self.dialog.explain(pool, article_id, image_id)

    def close(self) -> None:
        """Close the dialog, before another collection is opened."""
        if self.dialog is not None:
            self.dialog.close()
