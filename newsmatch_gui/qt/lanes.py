"""Long work beside the window: a thread that drives a generator and reports to the GUI thread."""

import logging
import os
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from threading import Event, get_native_id
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.faults import worlds_fault

log = logging.getLogger(__name__)
_NICE = 10
_REPORT_EVERY = 0.05  # seconds; one signal per loop step froze the window for a minute


class Job(QObject):
    """One run of a long service. Lives on the GUI thread, so its slots run there.

    Signals:
        progressed: A ``Progress``, at most 20 a second beside notes and the ends of phases.
        succeeded: The service's value; not emitted after a cancel.
        failed: The exception; a ``NewsMatchError`` is for the user, anything else is a bug.
        ended: Always last, whatever happened.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, make_work: Callable[[], Work[Any]], parent: QObject) -> None:
        super().__init__(parent)
        self._make_work = make_work
        self._cancelled = Event()
        self.value: Any = None
        self.error: Exception | None = None

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._cancelled.set()

    def drive(self) -> None:
        """Drive the generator to its end; called on the lane's thread."""
        reported, held = 0.0, None
        try:
            work = self._make_work()
            try:
                while not self._cancelled.is_set():
                    progress: Progress = next(work)
                    # How a phase ended is always told, however short it was.
                    if held is not None and held.phase != progress.phase:
                        self.progressed.emit(held)
                    held = progress
                    # A note is said once, so it must not fall to the throttle.
                    if progress.note or time.monotonic() - reported >= _REPORT_EVERY:
                        reported, held = time.monotonic(), None
                        self.progressed.emit(progress)
            except StopIteration as stop:
                self.value = stop.value
            finally:
                # Runs the generator's own clean-up on this thread, where it opened its store.
                work.close()
        except Exception as error:
            fault = worlds_fault(error)
            if fault is None:
                log.exception("a background job failed")
            self.error = fault or error

    @Slot()
    def finish(self) -> None:
        """Tell what came out; called on the GUI thread once the thread has ended."""
        if not self.cancelled:
            if self.error is not None:
                self.failed.emit(self.error)
            else:
                self.succeeded.emit(self.value)
        self.ended.emit()


class _Runner(QThread):
    def __init__(self, job: Job, parent: QObject, *, steps_back: bool) -> None:
        super().__init__(parent)
        self._job = job
        self._steps_back = steps_back

    def run(self) -> None:
        # On Linux a thread has a niceness of its own, and the threads it starts inherit it.
        if self._steps_back and sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, get_native_id(), _NICE)
        self._job.drive()


class Lane(QObject):
    """Runs one job at a time.

    Signals:
        started: The ``Job`` that now runs.
        idle: Nothing runs and nothing waits.
    """

    started = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject, *, latest_wins: bool, steps_back: bool = False) -> None:
        """Make a lane.

        Args:
            parent: Owner.
            latest_wins: A new job cancels the running one and replaces any that waits, so a
                stale answer can never arrive; otherwise jobs run one after the other.
            steps_back: Jobs compute on all cores for long, so the window's thread goes first.
        """
        super().__init__(parent)
        self._latest_wins, self._steps_back = latest_wins, steps_back
        self._waiting: deque[Job] = deque()
        self._job: Job | None = None
        self._runner: _Runner | None = None

    @property
    def busy(self) -> bool:
        """Whether a job runs."""
        return self._job is not None

    def start(self, make_work: Callable[[], Work[Any]]) -> Job:
        """Start a job, or queue it; connect to its signals before returning to the event loop."""
        job = Job(make_work, self)
        if self._latest_wins:
            self.cancel()
        self._waiting.append(job)
        if self._job is None:
            self._next()
        return job

    def cancel(self) -> None:
        """Cancel the running job and forget those that wait."""
        for job in self._waiting:
            job.cancel()
            job.deleteLater()
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        if not self._waiting:
            self.idle.emit()
            return
        self._job = self._waiting.popleft()
        self._runner = _Runner(self._job, self, steps_back=self._steps_back)
        self._runner.finished.connect(self._finished)
        self.started.emit(self._job)
        self._runner.start()

    @Slot()
    def _finished(self) -> None:
        job, runner = self._job, self._runner
        self._job = self._runner = None
        if job is not None and runner is not None:
            runner.wait()
            runner.deleteLater()
            job.finish()
            job.deleteLater()
        if self._job is None:
            self._next()


def once(function: Callable[[], Any], phase: str) -> Iterator[Progress]:
    """Wrap a short function as work for a lane."""
    yield Progress(0, 0, phase)
    return function()
