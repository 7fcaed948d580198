"""Which encoder turns words into a vector at once: the model in memory, or its text tower alone."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from newsmatch_gui.clip.model_files import LOCAL
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.services.indexing import PROBE, read_entry, text_key
from newsmatch_gui.services.models import STARTER, is_loaded
from newsmatch_gui.services.ranking import Pool, model_of
from newsmatch_gui.store.collection import Collection

if TYPE_CHECKING:
    from newsmatch_gui.clip.light_text import LightTextTower

_SAME = 1e-4  # cosine; both compute with 32 bits, and differ by some 1e-7
_lock = Lock()
_light: dict[str, "LightTextTower | None"] = {}  # by fingerprint, compared with the model
_ahead: dict[str, "LightTextTower | None"] = {}  # likewise, read but not compared yet


class TextEncoder(Protocol):
    """What turns texts into vectors, and counts tokens for a recipe."""

    @property
    def budget(self) -> int:
        """Context length in tokens."""

    @property
    def multilingual(self) -> bool:
        """Whether it reads other languages than English."""

    def count(self, text: str) -> int:
        """Return the tokens of a text."""

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        """Return unit vectors, shape (n, dim)."""


def ready_encoder(pool: Pool) -> TextEncoder | None:
    """Return what encodes texts for a pool without a wait, or None while torch has to be loaded.

    The text tower alone takes a third of a second to read; that is done once for each model.
    """
    if is_loaded(pool.model.name):
        return model_of(pool)
    with _lock:
        if pool.model.fingerprint not in _light:
            _light.clear()
            _light[pool.model.fingerprint] = _checked_tower(pool)
        return _light[pool.model.fingerprint]


def text_encoder(pool: Pool) -> TextEncoder:
    """Return what encodes texts for a pool, loading the model where nothing less will do.

    Raises:
        NewsMatchError: The model has changed since indexing, or cannot be loaded.
    """
    return ready_encoder(pool) or model_of(pool)


def read_tower_ahead(folder: Path) -> None:
    """Read the text tower of the model that serves a collection, while its index is loaded."""
    with Collection.open(folder) as collection:
        fingerprint = collection.setting("fingerprint")
        entry = read_entry(collection.vectors_folder(fingerprint or "none"))
        name = collection.model_name() or (entry.name if entry is not None else "")
    if entry is not None and not is_loaded(name) and fingerprint not in _light:
        tower = _tower(name, multilingual=entry.multilingual)
        if tower is not None:
            tower.encode_texts([PROBE])  # loads what the first text needs
        with _lock:
            _ahead[fingerprint] = tower


def _tower(name: str, *, multilingual: bool) -> "LightTextTower | None":
    if name != STARTER and not name.startswith(LOCAL):
        return None
    from newsmatch_gui.clip.light_text import light_text_tower
    from newsmatch_gui.clip.model import model_folder

    folder = model_folder(name)
    return None if folder is None else light_text_tower(folder, multilingual=multilingual)


def _checked_tower(pool: Pool) -> "LightTextTower | None":
    """Return the text tower alone if it makes the vectors that this pool was indexed with."""
    model = pool.model
    known = _known_text(pool)
    if known is None:
        return None
    ahead = _ahead.pop(model.fingerprint, None)
    tower = ahead or _tower(model.name, multilingual=model.multilingual)
    if tower is None:
        return None
    text, vector = known
    made = tower.encode_texts([text])[0]
    return tower if made.shape == vector.shape and float(made @ vector) > 1 - _SAME else None


def _known_text(pool: Pool) -> tuple[str, Vectors] | None:
    """Return a text that the model itself encoded, and its vector."""
    if (vector := pool.text_vector(text_key(PROBE))) is not None:
        return PROBE, vector
    with Collection.open(pool.folder) as collection:
        text = collection.readings.any_text(pool.recipe, pool.model.fingerprint)
    vector = None if text is None else pool.text_vector(text_key(text))
    return None if text is None or vector is None else (text, vector)
