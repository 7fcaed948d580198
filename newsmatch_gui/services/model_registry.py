"""Which trained model serves a collection: list, activate, roll back, rename, delete, export."""

import shutil
from pathlib import Path

from newsmatch_gui.clip.model_files import LOCAL
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import TrainedModel
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.indexing import build_index, index_pending, read_entry
from newsmatch_gui.store.collection import Collection


def list_models(folder: Path) -> tuple[tuple[TrainedModel, ...], str]:
    """Return the trained models, oldest first, and the fingerprint of the one that serves."""
    with Collection.open(folder) as collection:
        return collection.models.all(), collection.setting("fingerprint")


def activate(folder: Path, name: str) -> Work[None]:
    """Let a trained model serve; the pool has to be loaded anew.

    Vectors that it lacks are made first, while the former model goes on serving.

    Raises:
        NewsMatchError: There is no such model.
    """
    with Collection.open(folder) as collection:
        fingerprint = _named(collection, name).fingerprint
    yield from _switch(folder, fingerprint, name)


def can_roll_back(folder: Path) -> bool:
    """Tell whether another model served before."""
    with Collection.open(folder) as collection:
        return bool(_served_before(collection))


def _served_before(collection: Collection) -> list[tuple[str, str]]:
    now = collection.setting("fingerprint")
    return [model for model in reversed(collection.models.activations()) if model[0] != now]


def rollback(folder: Path) -> Work[str]:
    """Let the model serve that served before; returns its name.

    Raises:
        NewsMatchError: No other model served before.
    """
    with Collection.open(folder) as collection:
        served = _served_before(collection)
    if not served:
        raise NewsMatchError("no other model has served this collection yet")
    fingerprint, name = served[0]
    yield from _switch(folder, fingerprint, name)
    return name


def rename_model(folder: Path, name: str, to: str) -> None:
    """Give a trained model another name.

    Raises:
        NewsMatchError: There is no such model, or the name is taken or empty.
    """
    to = to.strip()
    with Collection.open(folder) as collection:
        model = _named(collection, name)
        if not to or any(other.name == to for other in collection.models.all()):
            raise NewsMatchError(f"the name {to!r} is taken or empty; choose another")
        with collection.batch():
            collection.models.rename(model.fingerprint, to)


def delete_model(folder: Path, name: str) -> None:
    """Delete a trained model with its vectors; never the one that serves.

    Raises:
        NewsMatchError: There is no such model, or it serves.
    """
    with Collection.open(folder) as collection:
        model = _named(collection, name)
        if model.fingerprint == collection.setting("fingerprint"):
            raise NewsMatchError(f"{name} serves now; activate another model, then delete it")
        folders = (
            collection.model_folder(model.fingerprint),
            collection.vectors_folder(model.fingerprint),
        )
        with collection.batch():
            collection.models.delete(model.fingerprint)
        for gone in folders:
            shutil.rmtree(gone, ignore_errors=True)


def export_model(folder: Path, name: str, target: Path) -> None:
    """Copy a trained model's folder, for use with open_clip elsewhere.

    Raises:
        NewsMatchError: There is no such model, or the target exists or cannot be written.
    """
    with Collection.open(folder) as collection:
        source = collection.model_folder(_named(collection, name).fingerprint)
    try:
        shutil.copytree(source, target)
    except OSError as error:
        raise NewsMatchError(f"the model cannot be copied to {target} ({error})") from error


def _named(collection: Collection, name: str) -> TrainedModel:
    known = collection.models.all()
    for model in known:
        if model.name == name:
            return model
    names = ", ".join(model.name for model in known) or "none was trained yet"
    raise NewsMatchError(f"there is no trained model {name!r}; there are: {names}")


def _switch(folder: Path, fingerprint: str, name: str) -> Work[None]:
    yield Progress(0, 0, "looking for vectors")
    with Collection.open(folder) as collection:
        own = collection.model_folder(fingerprint)
        known = read_entry(collection.vectors_folder(fingerprint)) is not None
    if known and not index_pending(folder, model=fingerprint):
        with Collection.open(folder) as collection, collection.batch():
            collection.switch_model(fingerprint, name)
        return
    yield from build_index(folder, model=f"{LOCAL}{own}" if own.is_dir() else name)
