"""Learning in the window: a lane of its own, its two dialogs, and what happens with new models."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Depth, TrainedModel
from newsmatch_gui.qt.lanes import Job, Lane
from newsmatch_gui.services.learning import count_fitting, finetune
from newsmatch_gui.services.model_registry import (
    activate,
    can_roll_back,
    delete_model,
    export_model,
    list_models,
    rename_model,
    rollback,
)
from newsmatch_gui.services.training_run import find_run, forget_run

if TYPE_CHECKING:
    from newsmatch_gui.qt.models_dialog import ModelsDialog
    from newsmatch_gui.qt.training_dialog import TrainingDialog


class Learning(QObject):
    """Trains beside everything else, so that a night of training holds up no import or search.

    Signals:
        failed: An exception, as a job's.
        switch_asked: Makes the work that lets another model serve; for the background lane.
    """

    failed = Signal(object)
    switch_asked = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder: Path | None = None
        self._read_only = ""
        self._training: TrainingDialog | None = None
        self._models: ModelsDialog | None = None
        self.lane = Lane(self, latest_wins=False, steps_back=True)

    def set_folder(self, folder: Path | None, read_only: str = "") -> None:
        """Change the collection; a training that runs is stopped and can go on later.

        Args:
            folder: The collection.
            read_only: Why no model may change in it, in one sentence; "" where it may.
        """
        self.lane.cancel()
        self._folder, self._read_only = folder, read_only
        for dialog in (self._training, self._models):
            if dialog is not None:
                dialog.close()

    # Training ------------------------------------------------------------------------------

    @Slot()
    def show_training(self) -> None:
        """Open the training dialog, made at its first use: plots take half a second to import."""
        if self._folder is None:
            return
        if self._training is None:
            from newsmatch_gui.qt.training_dialog import TrainingDialog

            self._training = TrainingDialog(self._window)
            self._training.start_asked.connect(self._start)
            self._training.resume_asked.connect(lambda: self._run(resume=True))
            self._training.discard_asked.connect(self._discard)
        if not self.lane.busy:
            self._set_ready()
        self._training.show()
        self._training.raise_()

    def _set_ready(self) -> None:
        if self._training is not None and self._folder is not None:
            self._training.set_ready(count_fitting(self._folder), find_run(self._folder))

    @Slot(object, str)
    def _start(self, depth: Depth, name: str) -> None:
        if self._training is None:
            return
        try:
            options = self._training.options()
        except NewsMatchError as error:
            self.failed.emit(error)
            return
        self._run(depth=depth, options=options, name=name)

    def _run(self, **how: Any) -> None:
        folder = self._folder
        if folder is None or self._training is None:
            return
        # Serving a deep model embeds every photo, which is the background lane's work.
        job = self.lane.start(
            lambda: finetune(folder, activate_better=False, spare_a_core=True, **how)
        )
        job.succeeded.connect(lambda made: self._made(folder, made))
        job.failed.connect(self.failed)
        job.ended.connect(lambda: self._ended(job))
        self._training.follow(job)

    def _made(self, folder: Path, made: TrainedModel) -> None:
        if folder != self._folder:
            return
        if self._training is not None:
            self._training.show_made(made)
        if made.is_better:
            self.switch_asked.emit(lambda: activate(folder, made.name))
        self.refresh_models()

    def _ended(self, job: Job) -> None:
        if job.cancelled or job.error is not None:
            self._set_ready()

    @Slot()
    def _discard(self) -> None:
        if self._folder is not None:
            forget_run(self._folder)
            self._set_ready()

    # Models --------------------------------------------------------------------------------

    @Slot()
    def show_models(self) -> None:
        """Open the table of models."""
        if self._folder is None:
            return
        if self._models is None:
            from newsmatch_gui.qt.models_dialog import ModelsDialog

            self._models = ModelsDialog(self._window)
            self._models.activate_asked.connect(self._activate)
            self._models.rollback_asked.connect(self._roll_back)
            self._models.rename_asked.connect(lambda old, new: self._change(rename_model, old, new))
            self._models.delete_asked.connect(lambda name: self._change(delete_model, name))
            self._models.export_asked.connect(
                lambda name, folder: self._do(export_model, name, Path(folder))
            )
        self.refresh_models()
        self._models.show()
        self._models.raise_()

    def refresh_models(self) -> None:
        """Show the models as they are now, if they are shown at all."""
        if self._models is not None and self._folder is not None:
            models, active = list_models(self._folder)
            rolls = can_roll_back(self._folder)
            self._models.set_models(models, active, can_roll_back=rolls)

    @Slot(str)
    def _activate(self, name: str) -> None:
        folder = self._folder
        if folder is not None and self._may_write():
            self.switch_asked.emit(lambda: activate(folder, name))

    @Slot()
    def _roll_back(self) -> None:
        folder = self._folder
        if folder is not None and self._may_write():
            self.switch_asked.emit(lambda: rollback(folder))

    def _may_write(self) -> bool:
        if self._read_only:
            self.failed.emit(NewsMatchError(self._read_only))
        return not self._read_only

    def _change(self, verb: Callable[..., None], *arguments: Any) -> None:
        if self._may_write():
            self._do(verb, *arguments)

    def _do(self, verb: Callable[..., None], *arguments: Any) -> None:
        if self._folder is None:
            return
        try:
            verb(self._folder, *arguments)
        except NewsMatchError as error:
            self.failed.emit(error)
        self.refresh_models()
