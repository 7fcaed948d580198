"""The bundled demo collection, made ready to look at."""

from pathlib import Path

from platformdirs import user_data_path

from newsmatch_gui.domain.progress import Work
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.store.collection import SUFFIX


def demo_folder() -> Path:
    """Return where the demo collection lives unless the user says otherwise."""
    return user_data_path("newsmatch", appauthor=False) / f"Demo{SUFFIX}"


def prepare_demo(folder: Path) -> Work[None]:
    """Import and index the demo in ``folder``; a demo that is ready stays as it is.

    Raises:
        NewsMatchError: The folder cannot be written, or the model cannot be loaded.
    """
    yield from import_source(folder, resource_path("demo", "demo.jsonl"))
    # A third of the demo is German, and the embedded model reads English.
    yield from build_index(folder, recipe="headline-translated")
