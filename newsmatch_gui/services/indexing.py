"""Indexing a collection: every photo and every article's reading becomes a cached vector."""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import Article, Reading
from newsmatch_gui.services.models import STARTER, loaded_model
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.images import FileState, Scanned
from newsmatch_gui.store.vectors import KEY_BYTES, VectorFile
from newsmatch_gui.text.recipes import HEADLINE, Recipe

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel

_TEXTS = 64
_CHECKED = 1_000  # files looked at between two chances to cancel


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing did.

    Attributes:
        model: Name of the model.
        fingerprint: Fingerprint of the model.
        images: Images encoded now.
        articles: Articles read and encoded now.
        faulty: Images that could not be read, over the whole collection.
    """

    model: str
    fingerprint: str
    images: int
    articles: int
    faulty: int


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """How a model's cached vectors were made; stored beside them as JSON."""

    name: str
    fingerprint: str
    dim: int
    budget: int
    device: str


def build_index(
    folder: Path, *, model: str = "", recipe: Recipe = HEADLINE, batch: int = 0
) -> Work[IndexReport]:
    """Bring the index of a collection up to date.

    Only photos that are new or changed are read; a vector is keyed by the photo's content, so
    renamed and repeated photos cost nothing. Each batch is durable before it is reported, so
    that a killed run goes on where it stopped.

    Args:
        folder: The collection.
        model: Name of the model; empty for the collection's own, the starter at first.
        recipe: How articles are read.
        batch: Photos between two reports; 0 for what suits the device.

    Yields:
        Progress in images, then in articles.

    Raises:
        NewsMatchError: No collection, no model, no space, or somebody else is indexing.
    """
    with Collection.open(folder, synced=False) as collection, _one_at_a_time(collection):
        name = model or collection.setting("model") or STARTER
        yield Progress(0, 0, "preparing the model")
        clip = loaded_model(name)
        home = collection.vectors_folder(clip.fingerprint)
        write_entry(home, ModelEntry(name, clip.fingerprint, clip.dim, clip.budget, clip.device))
        if not collection.setting("fingerprint"):
            _activate(collection, clip)
        images = yield from _index_images(collection, clip, home, batch)
        articles = yield from _index_articles(collection, clip, home, recipe)
        # One switch, at the end: until here the vectors of the former model served.
        _activate(collection, clip)
        faulty = len(collection.images.faulty())
        return IndexReport(name, clip.fingerprint, images, articles, faulty)


def write_entry(home: Path, entry: ModelEntry) -> None:
    """Note beside the vectors which model made them."""
    home.mkdir(parents=True, exist_ok=True)
    draft = home / f"model.json.{os.getpid()}"
    draft.write_text(json.dumps(asdict(entry), indent=1), encoding="utf-8")
    draft.replace(home / "model.json")


def read_entry(home: Path) -> ModelEntry | None:
    """Return which model made the vectors of a folder, or None when that is not known."""
    try:
        fields = json.loads((home / "model.json").read_text(encoding="utf-8"))
        return ModelEntry(**fields)
    except (OSError, ValueError, TypeError):
        return None


def text_key(text: str) -> str:
    """Return the key under which the vector of a text is cached."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=KEY_BYTES).hexdigest()


def _activate(collection: Collection, clip: "ClipModel") -> None:
    with collection.batch():
        collection.set_setting("model", clip.name)
        collection.set_setting("fingerprint", clip.fingerprint)


@contextmanager
def _one_at_a_time(collection: Collection) -> Iterator[None]:
    collection.index_lock.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(collection.index_lock)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise NewsMatchError(
            f"another NewsMatch is indexing {collection.folder}; wait until it is done"
        ) from None
    try:
        yield
    finally:
        lock.release()


def _index_images(collection: Collection, clip: "ClipModel", home: Path, batch: int) -> Work[int]:
    from newsmatch_gui.clip.pipeline import encode_photos

    vectors = VectorFile(home, "images", clip.dim)
    known = vectors.keys()
    states = collection.images.file_states()
    todo: list[FileState] = []
    for checked, state in enumerate(states):
        if checked % _CHECKED == 0:
            yield Progress(checked, len(states), "checking photos")
        if _stale(state, known):
            todo.append(state)
    done, encoded, broken = len(states) - len(todo), 0, 0
    yield Progress(done, len(states), "indexing images")
    for part in encode_photos(clip, ((s.id, s.path) for s in todo), known, batch=batch):
        if part.keys:
            vectors.append(part.keys, part.vectors)
        rows = [
            Scanned(p.image_id, p.size, p.mtime_ns, p.content_hash, p.width, p.height, p.fault)
            for p in part.photos
        ]
        with collection.batch():
            collection.images.update_scanned(rows)
        done += len(rows)
        encoded += len(part.keys)
        broken += sum(bool(row.fault) for row in rows)
        yield Progress(done, len(states), "indexing images", {"broken": broken})
    return encoded


def _stale(state: FileState, known: set[str]) -> bool:
    """Tell whether a photo must be read: new, changed, not encoded yet, or broken before."""
    try:
        found = Path(state.path).stat()
    except OSError:
        return True
    if (found.st_size, found.st_mtime_ns) != (state.size, state.mtime_ns):
        return True
    return not state.fault and state.content_hash not in known


def _index_articles(
    collection: Collection, clip: "ClipModel", home: Path, recipe: Recipe
) -> Work[int]:
    vectors = VectorFile(home, "texts", clip.dim)
    known = vectors.keys()
    missing = collection.articles.unread(recipe.fingerprint, clip.fingerprint)
    total = collection.articles.count()
    done = total - len(missing)
    yield Progress(done, total, "reading articles")
    for start in range(0, len(missing), _TEXTS):
        chunk = missing[start : start + _TEXTS]
        readings = [(article.id, *_read(article, clip, recipe)) for article in chunk]
        fresh = {key: reading.text for _, key, reading in readings if key not in known}
        if fresh:
            vectors.append(list(fresh), clip.encode_texts(list(fresh.values())))
            known.update(fresh)
        with collection.batch():
            collection.articles.add_readings(clip.fingerprint, recipe.fingerprint, readings)
        done += len(chunk)
        yield Progress(done, total, "reading articles")
    return len(missing)


def _read(article: Article, clip: "ClipModel", recipe: Recipe) -> tuple[str, Reading]:
    text, note = recipe.read(article)
    tokens, read_chars = clip.budget_use(text)
    reading = Reading(text, read_chars, tokens, clip.budget, recipe.fingerprint, note)
    return text_key(text), reading


def index_pending(folder: Path, *, recipe: Recipe = HEADLINE) -> int:
    """Return how many images and articles wait to be indexed, without loading a model.

    Files are not looked at, so a photo that was changed in place shows at the next run.
    """
    with Collection.open(folder) as collection:
        fingerprint = collection.setting("fingerprint")
        entry = read_entry(collection.vectors_folder(fingerprint or "none"))
        if entry is None:
            return collection.articles.count() + collection.images.count()
        known = VectorFile(collection.vectors_folder(fingerprint), "images", entry.dim).keys()
        states = collection.images.file_states()
        images = sum(not s.fault and s.content_hash not in known for s in states)
        unread = collection.articles.unread(recipe.fingerprint, fingerprint)
        return images + len(unread)
