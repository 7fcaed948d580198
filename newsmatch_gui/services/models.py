"""The model in memory: loaded once per process, kept until another one is asked for."""

from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from newsmatch_gui.clip.model_files import LOCAL
from newsmatch_gui.clip.model_files import STARTER_NAME as STARTER

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel

_lock = Lock()
_loaded: dict[str, "ClipModel"] = {}


def loaded_model(name: str = STARTER) -> "ClipModel":
    """Return a model, loading it on first use; torch is imported here and no earlier.

    Raises:
        NewsMatchError: The model cannot be loaded; the sentence says why.
    """
    # Both lanes may ask at once; the second waits for the first instead of loading twice.
    with _lock:
        if name not in _loaded:
            from newsmatch_gui.clip.model import load_model

            model = load_model(name)
            _loaded.clear()
            _loaded[name] = model
        return _loaded[name]


def model_title(name: str) -> str:
    """Return what a model is called, without the folder that it may lie in."""
    return Path(name).name if name.startswith(LOCAL) else name


def is_loaded(name: str) -> bool:
    """Tell whether a model is in memory, so that using it costs no wait."""
    return name in _loaded
