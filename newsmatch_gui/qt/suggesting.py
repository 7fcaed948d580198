"""Suggesting pictures for a text: pasted, dropped on the window, or a file it was opened on."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.cut_off import likely
from newsmatch_gui.domain.records import Article, Image, Verdict
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.desk_view import DeskView
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.qt.suggest_dialog import SuggestDialog
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.encoding import read_tower_ahead
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.services.suggesting import (
    STORY_SUFFIXES,
    Suggestion,
    add_story,
    read_story,
    story_from,
    suggest,
)


class Suggesting(QObject):
    """Reads a text, ranks the open collection for it, and stores it when that is wanted.

    Signals:
        added: The text is an article of the collection now, and on the desk.
        shown: The candidates of a text are on screen.
        failed: An exception that reading or ranking raised.

    Attributes:
        lane: Reads, ranks and stores.
        dialog: The text and its candidates, None before the first.
    """

    added = Signal()
    shown = Signal()
    failed = Signal(object)

    def __init__(self, desk: DeskView, thumbnails: ThumbnailLoader, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._thumbnails, self._window = desk, thumbnails, window
        self.lane = Lane(self, latest_wins=True)
        self.dialog: SuggestDialog | None = None
        self._candidates: CandidateModel | None = None
        self._suggestion: Suggestion | None = None
        self._waiting: Callable[[], Article] | None = None  # for the index
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def show_dialog(self) -> None:
        """Open the dialog that takes a text."""
        self._opened().text.setFocus()

    def open_file(self, path: Path) -> None:
        """Suggest pictures for an article file, as soon as the index is there."""
        self._opened()
        self._suggest(lambda: read_story(path))

    @Slot()
    def pool_ready(self) -> None:
        """Rank what waited for the index."""
        if (read := self._waiting) is not None:
            self._suggest(read)

    def _opened(self) -> SuggestDialog:
        if self.dialog is None:
            self._candidates = CandidateModel(self._find_image, self._desk.marks, self)
            self.dialog = SuggestDialog(self._candidates, self._thumbnails, self._window)
            self.dialog.asked.connect(lambda text: self._suggest(lambda: story_from(text)))
            self.dialog.add_asked.connect(self._add)
            self.dialog.choose_asked.connect(self._add)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        return self.dialog

    def _find_image(self, image_id: str) -> Image | None:
        desk = self._desk.stage.desk
        return None if desk is None else desk.image(image_id)

    def close(self) -> None:
        """Forget the text, with the collection it was compared with; one that waits is kept."""
        self.lane.cancel()
        self._suggestion = None
        if self.dialog is not None and self._waiting is None:
            self.dialog.tell("")
            self.dialog.close()

    def _suggest(self, read: Callable[[], Article]) -> None:
        pool, dialog = self._desk.stage.pool, self._opened()
        self._waiting = read if pool is None else None
        if pool is None:
            dialog.tell(self.tr("Waiting for the index of the collection …"))
            if (desk := self._desk.stage.desk) is not None:
                self._read_ahead(desk.folder)
            return
        dialog.tell(self.tr("Looking for pictures …"))
        job = self.lane.start(lambda: once(lambda: _suggested(pool, read()), "suggesting"))
        job.succeeded.connect(lambda found: self._show(pool, found))
        job.failed.connect(lambda _error: dialog.tell(""))
        job.failed.connect(self.failed)

    def _read_ahead(self, folder: Path) -> None:
        """Use the time until the index is there."""
        self.lane.start(lambda: once(lambda: read_tower_ahead(folder), "preparing the model"))

    def _show(self, pool: Pool, found: Suggestion) -> None:
        if self.dialog is None or self._candidates is None or pool is not self._desk.stage.pool:
            return
        self._suggestion = found
        self.dialog.show_story(found.story)
        self._candidates.forget_images()
        self._candidates.set_ranking(
            pool.image_ids, found.ranking, {}, model=pool.model.fingerprint, recipe=pool.recipe
        )
        self.dialog.show_found()
        self.shown.emit()

    @Slot()
    @Slot(int)
    def _add(self, row: int | None = None) -> None:
        """Store the text, and choose the candidate in a row for it if there is one."""
        if not self._desk.decisions.may_write():
            return
        pool, found = self._desk.stage.pool, self._suggestion
        if pool is not None and found is not None and self.dialog is not None:
            self.dialog.add.setEnabled(False)
            job = self.lane.start(lambda: once(lambda: add_story(pool, found), "storing"))
            job.succeeded.connect(lambda article_id: self._added(article_id, row))
            job.failed.connect(self.failed)

    def _added(self, article_id: str, row: int | None) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self._desk.reload()
        desk, candidates = self._desk.stage.desk, self._candidates
        if row is not None and desk is not None and candidates is not None:
            image_id, shown = candidates.image_id(row), candidates.shown(row)
            changes = desk.decide(article_id, image_id, Verdict.CHOSEN, shown)
            self._desk.decisions.apply(changes)
        self._desk.show_article(article_id)
        self.added.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in kinds or not isinstance(event, QDropEvent):
            return False
        files = (path for path in _files(event) if path.suffix.lower() in STORY_SUFFIXES)
        story = next(files, None)
        event.setAccepted(story is not None and self._desk.stage.desk is not None)
        if event.type() == QEvent.Type.Drop and event.isAccepted() and story is not None:
            self.open_file(story)
        return True


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def _suggested(pool: Pool, story: Article) -> Suggestion:
    found = suggest(pool, story)
    ranking = replace(found.ranking, likely=likely(found.ranking.scores))
    return replace(found, ranking=ranking)
