"""Indexing a collection: every photo and every article's reading becomes a cached vector."""

import hashlib
import json
import os
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article
from newsmatch_gui.services.describing import describe_photos
from newsmatch_gui.services.locking import hold
from newsmatch_gui.services.models import STARTER, loaded_model
from newsmatch_gui.services.reading import (
    Reader,
    keep_recipe,
    kept_recipe,
    reading_fingerprint,
    remember_translations,
    translator_chain,
)
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.images import FileState, Scanned
from newsmatch_gui.store.vectors import KEY_BYTES, VectorFile
from newsmatch_gui.text.recipes import recipe as find_recipe

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel

PROBE = "Mayor opens the bridge: a crowd in the rain, 3 red buses and somebody's dog"
"""A text whose vector is in every index, so that another encoder can be compared with the model."""

_LONGEST_VECTOR = 100_000
_TEXTS = 64
_LISTEN = 0.2  # seconds between two chances to cancel while a service translates
_CHECKED = 1_000  # files looked at between two chances to cancel


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What indexing did.

    Attributes:
        model: Name of the model.
        fingerprint: Fingerprint of the model.
        images: Images encoded now.
        articles: Articles read and encoded now.
        reading: Recipe and translator by which articles are read.
        translation_faults: Why translators could not serve, one sentence each.
        faulty: Images that could not be read, over the whole collection.
    """

    model: str
    fingerprint: str
    images: int
    articles: int
    faulty: int
    reading: str
    translation_faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ModelEntry:
    """How a model's cached vectors were made; stored beside them as JSON."""

    name: str
    fingerprint: str
    dim: int
    budget: int
    device: str
    multilingual: bool = False


def build_index(
    folder: Path, *, model: str = "", recipe: str = "", batch: int = 0, serve: bool = True
) -> Work[IndexReport]:
    """Bring the index of a collection up to date.

    Only photos that are new or changed are read; a vector is keyed by the photo's content, so
    renamed and repeated photos cost nothing. Each batch is durable before it is reported, so
    that a killed run goes on where it stopped.

    Args:
        folder: The collection.
        model: Name of the model; empty for the collection's own, the starter at first.
        recipe: Name or TOML file of the recipe; empty for the collection's own, the headline
            at first. The collection keeps it.
        batch: Photos between two reports; 0 for what suits the device.
        serve: Let the model serve once everything is there; otherwise the former one stays.

    Yields:
        Progress in images, then in articles.

    Raises:
        NewsMatchError: No collection, no model, no such recipe, no space, or somebody else is
            indexing.
    """
    with (
        Collection.open(folder, synced=False) as collection,
        hold(collection.index_lock, f"indexing {collection.folder}"),
    ):
        name = model or collection.model_name() or STARTER
        wanted = find_recipe(recipe) if recipe else kept_recipe(collection)
        chain = translator_chain()
        remember_translations(chain, collection)
        # First, since it is quick: pictures are found by their words while they are encoded.
        yield from describe_photos(collection)
        yield Progress(0, 0, "preparing the model")
        clip = loaded_model(name)
        home = collection.vectors_folder(clip.fingerprint)
        entry = ModelEntry(
            name, clip.fingerprint, clip.dim, clip.budget, clip.device, clip.multilingual
        )
        write_entry(home, entry)
        reader = Reader(wanted, clip, chain)
        if serve:
            keep_recipe(collection, wanted)
        if serve and not collection.setting("fingerprint"):
            _activate(collection, clip, reader)
        images = yield from _index_images(collection, clip, home, batch)
        articles = yield from _index_articles(collection, clip, home, reader)
        if serve:
            # One switch, at the end: until here the vectors of the former model served.
            _activate(collection, clip, reader)
        faulty = len(collection.images.faulty())
        return IndexReport(
            name, clip.fingerprint, images, articles, faulty, reader.fingerprint,
            tuple(chain.faults.values()),
        )  # fmt: skip


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
        entry = ModelEntry(**fields)
    except (OSError, ValueError, TypeError, RecursionError):
        return None
    kinds = {name: type(value) for name, value in asdict(entry).items()}
    fits = kinds == ModelEntry.__annotations__ and 0 < entry.dim <= _LONGEST_VECTOR
    return entry if fits and entry.fingerprint == home.name else None


def text_key(text: str) -> str:
    """Return the key under which the vector of a text is cached."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=KEY_BYTES).hexdigest()


def _activate(collection: Collection, clip: "ClipModel", reader: Reader) -> None:
    with collection.batch():
        collection.set_setting("reading", reader.fingerprint)
        collection.switch_model(clip.fingerprint, clip.name)


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
    collection: Collection, clip: "ClipModel", home: Path, reader: Reader
) -> Work[int]:
    vectors = VectorFile(home, "texts", clip.dim)
    known = vectors.keys()
    if (probe := text_key(PROBE)) not in known:
        vectors.append([probe], clip.encode_texts([PROBE]))
    readings = collection.readings
    with collection.batch():  # a cache that was cut costs work, and no article its ranking
        lost = readings.lost(reader.fingerprint, clip.fingerprint, known)
        readings.forget(reader.fingerprint, clip.fingerprint, lost)
    # A text that a stand-in translated is read again, in case its translator is back.
    missing = readings.unread(
        reader.fingerprint, clip.fingerprint, translator=reader.chain.fingerprint
    )
    total = collection.articles.count()
    done = total - len(missing)
    yield Progress(done, total, "reading articles")
    for start in range(0, len(missing), _TEXTS):
        made: list[tuple[str, Reading, list[str]]] = []
        for article in missing[start : start + _TEXTS]:
            reading = yield from _read(reader, article, Progress(done, total, "reading articles"))
            made.append((article.id, reading, [text_key(part.text) for part in reading.parts]))
            done += 1
        yield from _encode(clip, vectors, known, made, Progress(done, total, "reading articles"))
        with collection.batch():
            readings.add_translations(reader.chain.fresh)
            readings.add(clip.fingerprint, reader.fingerprint, made)
        reader.chain.fresh.clear()
        yield Progress(done, total, "reading articles")
    return len(missing)


def _encode(
    clip: "ClipModel", vectors: VectorFile, known: set[str],
    made: list[tuple[str, Reading, list[str]]], progress: Progress,
) -> Work[None]:  # fmt: skip
    fresh = {
        key: part.text
        for _, reading, keys in made
        for key, part in zip(keys, reading.parts, strict=True)
        if key not in known
    }
    names = list(fresh)
    for start in range(0, len(names), _TEXTS):
        part = names[start : start + _TEXTS]
        vectors.append(part, clip.encode_texts([fresh[key] for key in part]))
        known.update(part)
        yield progress


def _read(reader: Reader, article: Article, progress: Progress) -> Work[Reading]:
    """Read an article; while a service translates it, go on reporting, so that cancel works."""
    if not reader.chain.waits:
        return reader.read(article)
    with ThreadPoolExecutor(1, "translating") as pool:
        future = pool.submit(reader.read, article)
        try:
            while not wait((future,), _LISTEN).done:
                yield progress
            return future.result()
        finally:
            if not future.done():
                reader.chain.stop()


def index_pending(folder: Path, *, model: str = "") -> int:
    """Return how many images and articles wait to be indexed, without loading a model.

    Files are not looked at, so a photo that was changed in place shows at the next run.

    Args:
        folder: The collection.
        model: Fingerprint of a model; empty for the one that serves.
    """
    with Collection.open(folder) as collection:
        fingerprint = model or collection.setting("fingerprint")
        entry = read_entry(collection.vectors_folder(fingerprint or "none"))
        if entry is None:
            return collection.articles.count() + collection.images.count()
        home = collection.vectors_folder(fingerprint)
        known, texts = (VectorFile(home, name, entry.dim).keys() for name in ("images", "texts"))
        images = sum(found not in known for found in collection.images.content_hashes())
        images = max(images, collection.images.undescribed())
        wanted = reading_fingerprint(
            kept_recipe(collection), translator_chain().fingerprint, multilingual=entry.multilingual
        )
        readings = collection.readings
        lost = len(readings.lost(wanted, fingerprint, texts))
        return images + lost + len(readings.unread(wanted, fingerprint))
