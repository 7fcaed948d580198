"""The models that a collection trained, and which of them served when."""

import json
import sqlite3
from dataclasses import asdict
from datetime import UTC, datetime

from newsmatch_gui.domain.learning import Gain, TrainedModel


class Models:
    """Queries on trained models. Nothing here commits: use ``Collection.batch``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, model: TrainedModel) -> None:
        """Register a model; one with the same fingerprint is the same model and stays."""
        fields = asdict(model) | {"created_at": model.created_at or _now()}
        about = {key: fields[key] for key in fields if key not in ("fingerprint", "name", "parent")}
        self._db.execute(
            "INSERT OR IGNORE INTO trained_model (fingerprint, name, parent, about) "
            "VALUES (?, ?, ?, ?)",
            (model.fingerprint, model.name, model.parent, json.dumps(about)),
        )

    def all(self) -> tuple[TrainedModel, ...]:
        """Return every trained model, oldest first."""
        rows = self._db.execute(
            "SELECT fingerprint, name, parent, about FROM trained_model ORDER BY rowid"
        )
        return tuple(_model(*row) for row in rows)

    def get(self, fingerprint: str) -> TrainedModel | None:
        """Return a model, or None."""
        return next((model for model in self.all() if model.fingerprint == fingerprint), None)

    def rename(self, fingerprint: str, name: str) -> None:
        """Give a model another name."""
        self._db.execute(
            "UPDATE trained_model SET name = ? WHERE fingerprint = ?", (name, fingerprint)
        )

    def delete(self, fingerprint: str) -> None:
        """Forget a model; decisions that name it stay."""
        self._db.execute("DELETE FROM trained_model WHERE fingerprint = ?", (fingerprint,))
        self._db.execute("DELETE FROM activation WHERE fingerprint = ?", (fingerprint,))

    def activated(self, fingerprint: str, name: str) -> None:
        """Note that a model serves from now on."""
        self._db.execute(
            "INSERT INTO activation (fingerprint, name, at) VALUES (?, ?, ?)",
            (fingerprint, name, _now()),
        )

    def activations(self) -> tuple[tuple[str, str], ...]:
        """Return (fingerprint, name) of the models that served, oldest first."""
        return tuple(self._db.execute("SELECT fingerprint, name FROM activation ORDER BY id"))


def _model(fingerprint: str, name: str, parent: str, about: str) -> TrainedModel:
    fields = json.loads(about)
    for key in ("guard", "general"):
        fields[key] = Gain(**fields[key])
    return TrainedModel(fingerprint=fingerprint, name=name, parent=parent, **fields)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
