"""Training from the window: a few choices, live curves, pause and resume."""

import time
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.learning import DEFAULTS, Depth, TrainedModel, TrainOptions
from newsmatch_gui.domain.progress import Pace, Progress
from newsmatch_gui.qt.calm_bar import CalmBar
from newsmatch_gui.qt.job_bar import duration
from newsmatch_gui.qt.lanes import Job
from newsmatch_gui.qt.plots import Plot
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.lessons import FEWEST
from newsmatch_gui.services.train_options import train_options
from newsmatch_gui.services.training_run import TrainingRun


class TrainingDialog(QDialog):
    """Shows one training: what it will do, how it goes, what came of it.

    Signals:
        start_asked: (Depth, name) of a new training.
        resume_asked: The stopped training shall go on.
        discard_asked: The stopped training shall be forgotten.
    """

    start_asked = Signal(object, str)
    resume_asked = Signal()
    discard_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Learn from decisions"))
        give_room(self, 860, 640)
        self._job: Job | None = None
        self._file: Path | None = None
        self._pace, self._note = Pace(), ""
        self._steps: list[float] = []
        self._losses: list[float] = []
        self._guard: dict[int, float] = {}
        self._make_choices()
        self._make_progress()
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addLayout(self._form)
        layout.addLayout(self._plots, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.figures)
        layout.addWidget(self._buttons)
        self._set_running(False)

    def _make_choices(self) -> None:
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.depth = QComboBox(self)
        about = {
            Depth.QUICK: self.tr("quick – adapters on cached vectors, seconds"),
            Depth.PARTIAL: self.tr("partial – the last blocks of both towers, minutes"),
            Depth.FULL: self.tr("full – all weights, overnight or with a GPU"),
        }
        for depth, text in about.items():
            self.depth.addItem(text, depth)
        self.epochs, self.batch = QSpinBox(self), QSpinBox(self)
        self.epochs.setRange(1, 1_000)
        self.batch.setRange(2, 65_536)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("numbered by itself"))
        self.options_button = QPushButton(self.tr("More options from a file …"), self)
        self.options_button.clicked.connect(self._ask_file)
        self._form = QFormLayout()
        for text, field in (
            (self.tr("&Depth"), self.depth), (self.tr("&Epochs, at most"), self.epochs),
            (self.tr("Pairs at &once"), self.batch), (self.tr("&Name of the model"), self.name),
            ("", self.options_button),
        ):  # fmt: skip
            label = QLabel(text, self)
            label.setBuddy(field)
            self._form.addRow(label, field)
            field.setAccessibleName(text.replace("&", "") or self.options_button.text())
        self.depth.currentIndexChanged.connect(self._suit_depth)
        self._suit_depth()

    def _make_progress(self) -> None:
        self.loss_plot = Plot(self, self.tr("Loss"), self.tr("step"), self.tr("loss"))
        self.guard_plot = Plot(
            self, self.tr("Held-out decisions (dashed: before)"), self.tr("epoch"), "MRR@100"
        )
        for plot in (self.loss_plot, self.guard_plot):
            plot.only_whole("bottom")
        self._loss_curve = self.loss_plot.add_curve()
        self._guard_curve = self.guard_plot.add_curve(points=True, colour=1)
        self._plots = QHBoxLayout()
        self._plots.addWidget(self.loss_plot)
        self._plots.addWidget(self.guard_plot)
        self.bar = CalmBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the training"))
        self.figures = QLabel(self)
        self.figures.setWordWrap(True)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.start = self._buttons.addButton(self.tr("&Train"), role)
        self.pause = self._buttons.addButton(self.tr("&Pause"), role)
        self.resume = self._buttons.addButton(self.tr("Go &on"), role)
        self.discard = self._buttons.addButton(self.tr("Dis&card"), role)
        self.start.setDefault(True)
        self.start.clicked.connect(self._start)
        self.pause.clicked.connect(self._pause)
        self.resume.clicked.connect(self.resume_asked)
        self.discard.clicked.connect(self._discard)
        self._buttons.rejected.connect(self.close)

    def _depth(self) -> Depth:
        return Depth(self.depth.currentData())  # Qt hands back the plain text

    # Choosing ------------------------------------------------------------------------------

    def set_ready(self, pairs: int, stopped: TrainingRun | None) -> None:
        """Say how many decisions there are to learn from, and what was stopped earlier."""
        self._forget_curves()
        if stopped is None:
            text = self.tr("%Ln article(s) have a fitting picture. The model learns from four in "
                           "five of them and is checked on the rest; it serves only if it is "
                           "better there.", "", pairs)  # fmt: skip
            if pairs < FEWEST:
                text = self.tr("%Ln article(s) have a fitting picture; learning needs {0}. Choose "
                               "pictures at the desk first.", "", pairs)  # fmt: skip
                text = text.format(FEWEST)
            self.sentence.setText(text)
        else:
            text = self.tr("A training ({0}) was stopped in epoch {1} of {2}. It can go on.")
            epoch = min(len(stopped.losses) + 1, stopped.options.epochs)
            self.sentence.setText(text.format(stopped.depth, epoch, stopped.options.epochs))
            for trial in stopped.trials:
                best = self._guard.get(trial.epoch, 0.0)
                self._guard[trial.epoch] = max(best, trial.mrr)
            self._draw()
        self._set_running(False, stopped=stopped is not None)
        self.start.setEnabled(pairs >= FEWEST)

    @Slot()
    def _suit_depth(self) -> None:
        chosen = DEFAULTS[self._depth()]
        self.epochs.setValue(chosen.epochs)
        self.batch.setValue(chosen.batch)

    @Slot()
    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Training options"), "", self.tr("Options (*.toml)")
        )
        if name:
            self._file = Path(name)
            self.options_button.setText(self._file.name)

    def options(self) -> TrainOptions:
        """Return the chosen options.

        Raises:
            NewsMatchError: The options file is wrong.
        """
        given = {"epochs": self.epochs.value(), "batch": self.batch.value()}
        defaults = DEFAULTS[self._depth()]
        changed = {key: value for key, value in given.items() if value != getattr(defaults, key)}
        return train_options(self._depth(), self._file, changed)

    @Slot()
    def _start(self) -> None:
        self.start_asked.emit(self._depth(), self.name.text().strip())

    # Running -------------------------------------------------------------------------------

    def follow(self, job: Job) -> None:
        """Show a training from now until it ends."""
        self._job, self._pace, self._note = job, Pace(), ""
        job.progressed.connect(self._show)
        self.figures.setText(self.tr("Preparing …"))
        self.bar.setRange(0, 0)
        self._set_running(True)

    @Slot(object)
    def _show(self, progress: Progress) -> None:
        rate, left = self._pace.update(progress, time.monotonic())
        figures = progress.figures
        if "step" in figures:
            self._steps.append(figures["step"])
            self._losses.append(figures["loss"])
            if "guard MRR" in figures:
                self._guard[int(figures["measured epoch"])] = figures["guard MRR"]
            self.guard_plot.set_base(figures["guard MRR before"])
            self._draw()
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        parts = [in_window_language(progress.phase)]
        if "epoch" in figures:
            parts.append(filled(self.tr("epoch {0:.0f}"), figures["epoch"]))
        if rate and "step" in figures:
            parts.append(filled(self.tr("{0:,.0f} pairs a second"), rate))
        if left is not None and left >= 1:
            parts.append(self.tr("{0} left at most").format(duration(left)))
        if "MiB" in figures:
            parts.append(filled(self.tr("{0:,.0f} MiB of memory"), figures["MiB"]))
        self._note = progress.note or self._note
        if self._note:
            parts.append(in_window_language(self._note))
        self.figures.setText("  ·  ".join(parts))

    def _draw(self) -> None:
        self._loss_curve.setData(self._steps, self._losses)
        epochs = sorted(self._guard)
        self._guard_curve.setData(epochs, [self._guard[epoch] for epoch in epochs])

    @Slot()
    def _pause(self) -> None:
        if self._job is not None:
            self.figures.setText(self.tr("Stopping after this step …"))
            self.pause.setEnabled(False)
            self._job.cancel()

    @Slot()
    def _discard(self) -> None:
        self.discard_asked.emit()

    def show_made(self, made: TrainedModel) -> None:
        """Tell what came of the training."""
        guard = made.guard
        verdict = (
            self.tr("better, so it serves from now on")
            if made.is_better
            else self.tr("not surely better, so it is kept, and the former model goes on serving")
        )
        text = self.tr("{0}: MRR@100 {1:.3f} → {2:.3f} on {3} held-out articles (change between "
                       "{4:+.3f} and {5:+.3f}). It is {6}.")  # fmt: skip
        self.sentence.setText(
            filled(
                text, made.name, guard.before, guard.after, guard.n, guard.low, guard.high, verdict
            )
        )
        self.figures.setText("")
        self.bar.setRange(0, 1)
        self.bar.setValue(1)
        self.name.clear()
        self._set_running(False)

    def _forget_curves(self) -> None:
        self._steps, self._losses, self._guard = [], [], {}
        self.guard_plot.set_base(None)
        self._draw()
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.figures.setText("")

    def _set_running(self, running: bool, *, stopped: bool = False) -> None:
        for field in (self.depth, self.epochs, self.batch, self.name, self.options_button):
            field.setEnabled(not running and not stopped)
        self.start.setVisible(not running and not stopped)
        self.pause.setVisible(running)
        self.pause.setEnabled(running)
        self.resume.setVisible(stopped)
        self.discard.setVisible(stopped)
