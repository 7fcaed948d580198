"""What the background is doing: phase, progress, rate, time left, and a way to stop it."""

import time

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from newsmatch_gui.domain.progress import Pace, Progress
from newsmatch_gui.qt.calm_bar import CalmBar
from newsmatch_gui.qt.lanes import Job
from newsmatch_gui.qt.room import CutLabel
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.words import figure, filled


class JobBar(QWidget):
    """Follows one job at a time; hidden while nothing runs."""

    def __init__(self, parent: QWidget, *, patience: int = 0) -> None:
        """Make the bar.

        Args:
            parent: Owner.
            patience: Milliseconds that a job runs before it is shown, where short ones are many.
        """
        super().__init__(parent)
        self._job: Job | None = None
        self._pace = Pace()
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(self.show)
        self.text = CutLabel(self, 90)  # or it would widen the window that it tells about
        self.bar = CalmBar(self)
        self.bar.setFixedWidth(180)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._cancel)
        # A click must not take the focus from the pictures: when the button goes, Qt would hand
        # it to a text field, and the next key would be typed there.
        self.cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        for part in (self.text, self.bar, self.cancel):
            layout.addWidget(part)
        self.hide()

    def follow(self, job: Job) -> None:
        """Show a job from now until it ends."""
        self._job, self._pace = job, Pace()
        self.text.setText(self.tr("Preparing …"))
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        job.progressed.connect(self._show)
        # The next job may begin before the former one says that it ended.
        job.ended.connect(lambda: self._ended(job))
        if self._patience.interval():
            self._patience.start()
        else:
            self.show()

    @Slot(object)
    def _show(self, progress: Progress) -> None:
        rate, left = self._pace.update(progress, time.monotonic())
        parts = [in_window_language(progress.phase)]
        if progress.total:
            parts.append(f"{figure(progress.done)} / {figure(progress.total)}")
        if rate:
            parts.append(filled(self.tr("{0:,.0f} a second"), rate))
        if left is not None and left >= 1:
            parts.append(self.tr("{0} left").format(duration(left)))
        parts += [
            f"{in_window_language(name)} {figure(value, 'g')}"
            for name, value in progress.figures.items()
            if value
        ]
        self.text.setText("  ·  ".join(parts))
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self.text.setText(self.tr("Stopping …"))
            self.cancel.setEnabled(False)
            self._job.cancel()

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._patience.stop()
            self.hide()


def duration(seconds: float) -> str:
    """Return seconds as people say them: "3 h 20 min"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
