"""A large collection in moments: many rows that share few photos, with made-up vectors."""

from pathlib import Path

import numpy as np
from PIL import Image as Pixels

from newsmatch_gui.domain.reading import Part, Reading
from newsmatch_gui.domain.records import Article, FileTexts, Image
from newsmatch_gui.services.indexing import ModelEntry, text_key, write_entry
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.images import Described, Scanned
from newsmatch_gui.store.vectors import VectorFile
from newsmatch_gui.text.recipes import recipe

PHOTOS = 400


def make_photos(folder: Path, count: int, size: tuple[int, int] = (640, 427)) -> list[Path]:
    """Write photos with some structure, so that decoding costs what it costs on real ones."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(len(str(folder)))
    paths = []
    for number in range(count):
        noise = rng.integers(0, 256, (40, 60, 3), np.uint8)
        path = folder / f"{number}.jpg"
        Pixels.fromarray(noise).resize(size, Pixels.Resampling.BICUBIC).save(path, quality=85)
        paths.append(path)
    return paths


def make_collection(
    folder: Path, entry: ModelEntry, *, articles: int, images: int, waiting: int = 0
) -> None:
    """Write a collection that looks indexed.

    Args:
        folder: Where it goes.
        entry: The model whose vectors are made up.
        articles: How many articles.
        images: How many indexed images.
        waiting: How many further images wait to be indexed.
    """
    photos = make_photos(folder / "photos", min(PHOTOS, images))
    rng = np.random.default_rng(0)
    with Collection.open(folder, create=True) as collection:
        home = collection.vectors_folder(entry.fingerprint)
        write_entry(home, entry)
        keys = [f"{number:032x}" for number in range(images)]
        VectorFile(home, "images", entry.dim).append(keys, _units(rng, images, entry.dim))
        texts = [f"Headline number {number} of a busy day" for number in range(articles)]
        text_keys = [text_key(text) for text in texts]
        VectorFile(home, "texts", entry.dim).append(text_keys, _units(rng, articles, entry.dim))
        with collection.batch():
            for number in range(images):
                path = photos[number % len(photos)]
                collection.images.add(Image(f"img{number}", str(path), credit="Agency"))
            stats = [path.stat() for path in photos]
            collection.images.update_scanned(
                [
                    Scanned(f"img{n}", stat.st_size, stat.st_mtime_ns, key, 640, 427)
                    for n, key in enumerate(keys)
                    for stat in (stats[n % len(stats)],)
                ]
            )
            stamps = [f"{stat.st_size}:{stat.st_mtime_ns}" for stat in stats]
            collection.images.describe(
                [
                    Described(f"img{n}", stamps[n % len(stamps)], 640, 427, FileTexts())
                    for n in range(images)
                ]
            )
            for number, text in enumerate(texts):
                collection.articles.add(Article(f"a{number}", text, text="Some text. " * 60))
            collection.readings.add(
                entry.fingerprint,
                recipe().fingerprint,
                [
                    (f"a{n}", Reading((Part(text, 9),), entry.budget, ""), [text_keys[n]])
                    for n, text in enumerate(texts)
                ],
            )
            for path in make_photos(folder / "waiting", waiting):
                collection.images.add(Image(f"new-{path.stem}", str(path)))
        collection.set_setting("model", entry.name)
        collection.set_setting("reading", recipe().fingerprint)
        collection.set_setting("fingerprint", entry.fingerprint)


def _units(rng: np.random.Generator, count: int, dim: int) -> np.ndarray:
    rows = rng.normal(size=(count, dim)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
