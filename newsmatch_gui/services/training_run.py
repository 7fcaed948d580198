"""The training under way in a collection, on disk: what is needed to go on after a kill."""

import json
import os
import shutil
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Depth, TrainOptions
from newsmatch_gui.services.judging import Trial
from newsmatch_gui.services.lessons import Curriculum

_ABOUT, _STATE = "run.json", "state.safetensors"


@dataclass(slots=True)
class TrainingRun:
    """One training, in the collection's folder ``training``.

    Attributes:
        folder: Where it lies.
        depth: How much is trained.
        options: How.
        base: Fingerprint of the model it started from.
        name: What the model will be called; empty for a numbered name.
        curriculum: What is learned.
        losses: Mean loss of each epoch.
        trials: What was measured on the guard set.
        seconds: Time spent so far.
    """

    folder: Path
    depth: Depth
    options: TrainOptions
    base: str
    name: str
    curriculum: Curriculum
    losses: list[float] = field(default_factory=list)
    trials: list[Trial] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def state(self) -> Path:
        """The trainer's state."""
        return self.folder / _STATE

    def snapshot(self, epoch: int) -> Path:
        """Return the file of an epoch's weights."""
        return self.folder / f"epoch-{epoch:03d}.safetensors"

    def keep_only(self, epoch: int) -> None:
        """Remove the weights of all other epochs."""
        for path in self.folder.glob("epoch-*.safetensors"):
            if path != self.snapshot(epoch):
                path.unlink(missing_ok=True)

    def write(self) -> None:
        """Write everything but the weights, atomically.

        Raises:
            NewsMatchError: The disk does not take it.
        """
        fields = {
            "depth": self.depth.value, "options": asdict(self.options), "base": self.base,
            "name": self.name, "curriculum": self.curriculum.as_json(), "losses": self.losses,
            "trials": [[t.epoch, t.alpha, t.ranks.tolist(), t.kept.tolist()] for t in self.trials],
            "seconds": self.seconds,
        }  # fmt: skip
        draft = self.folder / f".{_ABOUT}.{os.getpid()}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                json.dump(fields, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.folder / _ABOUT)
        except OSError as error:
            raise NewsMatchError(
                f"{self.folder} cannot be written ({error.strerror}); free some space"
            ) from error

    def remove(self) -> None:
        """Remove the run: its model is registered, or nobody wants it."""
        (self.folder / _ABOUT).unlink(missing_ok=True)
        for path in self.folder.glob("*.safetensors"):
            path.unlink(missing_ok=True)


def find_run(collection_folder: Path) -> TrainingRun | None:
    """Return the unfinished training of a collection, or None."""
    folder = collection_folder / "training"
    try:
        fields = json.loads((folder / _ABOUT).read_text("utf-8"))
        return _run(folder, fields)
    except (
        OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError,
    ):  # fmt: skip
        return None


def _run(folder: Path, fields: dict[str, Any]) -> TrainingRun:
    options = TrainOptions(**fields["options"])
    for name, kind in TrainOptions.__annotations__.items():
        if not isinstance(getattr(options, name), (int, float) if kind is float else kind):
            raise TypeError(name)
    return TrainingRun(
        folder, Depth(fields["depth"]), options, str(fields["base"]),
        str(fields["name"]), Curriculum.from_json(fields["curriculum"]),
        [float(loss) for loss in fields["losses"]],
        [
            Trial(int(e), float(alpha), np.array(r, np.float64), np.array(k, np.float64))
            for e, alpha, r, k in fields["trials"]
        ],
        float(fields["seconds"]),
    )  # fmt: skip


def forget_run(collection_folder: Path) -> None:
    """Remove an unfinished training."""
    shutil.rmtree(collection_folder / "training", ignore_errors=True)
