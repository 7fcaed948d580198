"""Keeping a collection safe in the window: who decides, daily backups, and going back to one."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from newsmatch_gui.domain.backups import Backup, Why
from newsmatch_gui.domain.errors import DamagedCollectionError, NewsMatchError
from newsmatch_gui.domain.progress import Work
from newsmatch_gui.qt.backups_dialog import BackupsDialog, RestoreQuestion, restored_sentence
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.qt.lanes import Job, Lane
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.services.backing_up import (
    back_up,
    backup_is_due,
    backups_of,
    inspect_backups,
    must_be_prepared,
    prepare,
)
from newsmatch_gui.services.locking import HEARTBEAT, Seat, take_seat
from newsmatch_gui.services.restoring import Restored, Since, restore, said_since

if TYPE_CHECKING:
    from newsmatch_gui.qt.main_window import MainWindow

log = logging.getLogger(__name__)
_LOOK_AGAIN = 50  # ms between two looks whether the lanes are idle


class Safekeeping(QObject):
    """Looks after the collection that is open, and after one that does not open.

    Attributes:
        folder: The collection that is open, None for none.

    Signals:
        ready: A folder whose collection can be opened now.
        let_go_asked: The window must close the collection, since its database is replaced.
        failed: An exception, as a job's.
    """

    ready = Signal(object)
    let_go_asked = Signal()
    failed = Signal(object)

    def __init__(self, lane: Lane, window: "MainWindow") -> None:
        """Make the keeper.

        Args:
            lane: Where backups are made.
            window: The main window; ``lanes`` are what must be idle before a database is replaced.
        """
        super().__init__(window)
        self._lane, self._window = lane, window
        self.folder: Path | None = None
        self._seat: Seat | None = None
        self._coming: tuple[Path, Seat | None] | None = None
        self._dialog: BackupsDialog | None = None
        self._gave_up = False
        self._pulse = QTimer(self, interval=int(HEARTBEAT * 1000))
        self._pulse.timeout.connect(self._beat)

    # Opening -------------------------------------------------------------------------------

    def prepare(self, folder: Path) -> None:
        """Emit ``ready`` once a collection can be opened: at once, unless that takes a while."""
        self._give_back_coming()
        folder = folder.expanduser().absolute()
        if folder == self.folder:
            self.ready.emit(folder)
            return
        try:
            seat = take_seat(folder)
        except NewsMatchError as error:
            self.failed.emit(error)
            return
        self._coming = (folder, seat)
        left_open = seat is not None and seat.left_open
        if not must_be_prepared(folder, left_open=left_open):
            self.ready.emit(folder)
            return
        job = self._start(lambda: prepare(folder, left_open=left_open))
        job.succeeded.connect(lambda _none: self.ready.emit(folder))
        job.failed.connect(lambda error: self.not_opened(folder, error))

    def opened(self, folder: Path) -> str:
        """Take over the collection that was opened; say why it is only for reading, "" if not."""
        if self._coming is not None:
            coming, self._coming = self._coming[1], None
            self.leave()
            self._seat = coming
        self.folder, self._gave_up = folder, False
        log.info("a collection was opened")
        self._pulse.start()
        # After what the window asks of the lane to show the collection.
        QTimer.singleShot(0, self, self._back_up_if_due)
        if self._seat is None or self._seat.owner is None:
            return ""
        reason = self.tr(
            "{0} has this collection open and decides; here it can only be read. Close it there, "
            "then open it again."
        ).format(in_window_language(self._seat.owner.sentence()))
        show_sentence(self._window, reason)
        return reason

    def not_opened(self, folder: Path, error: NewsMatchError) -> None:
        """Say why a collection does not open; where a backup helps, offer those there are."""
        self._give_back_coming()
        if isinstance(error, DamagedCollectionError):
            log.warning("a collection is damaged")
            self.offer(folder, str(error))
        else:
            self.failed.emit(error)

    def leave(self) -> None:
        """Give back the seat of the collection that was open."""
        self._pulse.stop()
        self.folder = None
        if self._seat is not None:
            self._seat.leave()
            self._seat = None

    def close(self) -> None:
        """Give back every seat; the window closes."""
        self._give_back_coming()
        self.leave()

    def _give_back_coming(self) -> None:
        if self._coming is not None and self._coming[1] is not None:
            self._coming[1].leave()
        self._coming = None

    # Backups -------------------------------------------------------------------------------

    @Slot()
    def _beat(self) -> None:
        if self._seat is not None:
            self._seat.give_sign()
        if not self._lane.busy:
            self._back_up_if_due()

    @Slot()
    def _back_up_if_due(self) -> None:
        """Make the daily backup; after a failure not again until the collection is opened anew."""
        folder = self.folder
        if folder is None or self._seat is None or self._seat.owner or self._gave_up:
            return
        try:
            due = backup_is_due(folder)
        except NewsMatchError as error:
            self._give_up(error)
            return
        if due:
            job = self._start(lambda: back_up(folder, Why.DAILY))
            job.failed.connect(self._give_up)

    @Slot(object)
    def _give_up(self, error: Exception) -> None:
        self._gave_up = True
        self.failed.emit(error)

    def _start(self, make_work: Callable[[], Work[Any]]) -> Job:
        return self._lane.start(make_work)

    # The dialog ----------------------------------------------------------------------------

    def show_backups(self) -> None:
        """List the backups of the open collection."""
        if self.folder is not None:
            self._show(self.folder, "")

    def offer(self, folder: Path, damage: str) -> None:
        """List the backups of a collection that is damaged, and say so."""
        self._show(folder, damage)

    def _show(self, folder: Path, damage: str) -> None:
        if self._dialog is not None:
            self._dialog.close()
        dialog = BackupsDialog(folder.stem, self._window, damage=damage)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.backup_asked.connect(lambda: self._back_up_now(folder))
        dialog.restore_asked.connect(partial(self._compare, folder))
        dialog.finished.connect(self._forget_dialog)
        self._dialog = dialog
        self._list(folder)
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    def _list(self, folder: Path) -> None:
        if self._dialog is not None:
            self._dialog.set_backups(backups_of(folder))
            job = self._start(lambda: inspect_backups(folder))
            job.succeeded.connect(self._dialog.set_facts)
            job.failed.connect(self.failed)

    def _back_up_now(self, folder: Path) -> None:
        job = self._start(lambda: back_up(folder, Why.ASKED))
        job.succeeded.connect(lambda _backup: self._list(folder))
        job.failed.connect(self.failed)

    # Restoring -----------------------------------------------------------------------------

    def _compare(self, folder: Path, backup: Backup | None) -> None:
        job = self._start(lambda: said_since(folder, backup))
        job.succeeded.connect(lambda since: self._ask(folder, backup, since))
        job.failed.connect(self.failed)

    def _ask(self, folder: Path, backup: Backup | None, since: Since) -> None:
        if self._dialog is None:
            return
        question = RestoreQuestion(backup, since, self._dialog)

        def answered() -> None:
            if question.clickedButton() is question.go:
                keep = question.keep.isChecked() or backup is None
                self._restore(folder, backup, keep=keep)

        question.finished.connect(answered)
        question.open()

    def _restore(self, folder: Path, backup: Backup | None, *, keep: bool) -> None:
        if self._dialog is not None:
            self._dialog.close()
        put = partial(self._put_in_place, folder, backup, keep=keep)
        if folder != self.folder:
            put()
            return
        self.let_go_asked.emit()
        self._when_idle(put)

    def _when_idle(self, then: Callable[[], None]) -> None:
        """Do something once no lane runs; what was cancelled has the database open until then."""
        if any(lane.busy for lane in self._window.lanes):
            QTimer.singleShot(_LOOK_AGAIN, self, partial(self._when_idle, then))
        else:
            then()

    def _put_in_place(self, folder: Path, backup: Backup | None, *, keep: bool) -> None:
        job = self._start(lambda: restore(folder, backup, keep=keep))
        job.succeeded.connect(lambda done: self._restored(folder, done))
        job.failed.connect(self.failed)

    def _restored(self, folder: Path, done: Restored) -> None:
        log.info("a backup was restored; rows put back: %d",
                 done.put_back.decisions if done.put_back else 0)  # fmt: skip
        self.prepare(folder)
        show_sentence(self._window, restored_sentence(done))
