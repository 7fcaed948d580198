"""Caching what a model sees of regions and tokens, beside its vectors; each photo is read once."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.services.indexing import text_key
from newsmatch_gui.services.locking import hold
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.vectors import VectorFile

_TEXTS = 64


@dataclass(frozen=True, slots=True, eq=False)
class LocalFeatures:
    """Regions and tokens of some images and articles.

    Attributes:
        regions: Shape (images, 12, channels).
        tokens: Shape (articles, 24, channels); zero where a text is shorter.
    """

    regions: Vectors
    tokens: Vectors

    def pooled(self) -> tuple[Vectors, Vectors]:
        """Return the towers' pooled features: texts (articles, channels), images (images, …)."""
        counts = np.maximum((self.tokens != 0).any(axis=2).sum(axis=1), 1)
        return self.tokens.sum(axis=1) / counts[:, None], self.regions.mean(axis=1)


def local_features(pool: Pool, articles: list[str]) -> Work[LocalFeatures]:
    """Return regions of the whole pool and tokens of articles' first parts, cached on disk.

    Args:
        pool: Images and model.
        articles: Ids of indexed articles.

    Raises:
        NewsMatchError: The model cannot be loaded or shows no regions, or somebody else is
            reading the same photos.
    """
    from newsmatch_gui.clip.local_features import REGIONS, TOKENS, LocalEncoder

    with Collection.open(pool.folder, synced=False) as collection:
        home = collection.vectors_folder(pool.model.fingerprint)
        yield Progress(0, 0, "preparing the model")
        clip = loaded_model(pool.model.name)
        if clip.fingerprint != pool.model.fingerprint:
            raise NewsMatchError(
                f"{pool.model.name} is another model than the one that indexed {pool.folder}; "
                f'run: newsmatch index "{pool.folder}"'
            )
        encoder = LocalEncoder(clip)
        image_width, text_width = encoder.widths()
        regions = VectorFile(home, "regions", REGIONS * image_width)
        tokens = VectorFile(home, "tokens", TOKENS * text_width)
        keys = collection.images.contents()
        paths = collection.images.paths()
        texts = collection.readings.first_parts(pool.recipe, pool.model.fingerprint)
        with hold(home / "local.lock", f"reading the photos of {home}"):
            files = {keys[image]: (image, paths[image]) for image in pool.image_ids}
            yield from _read_photos(encoder, regions, files)
            yield from _read_texts(encoder, tokens, [texts[article] for article in articles])
    return LocalFeatures(
        _rows(regions, [keys[image] for image in pool.image_ids]).reshape(-1, REGIONS, image_width),
        _rows(tokens, [text_key(texts[a]) for a in articles]).reshape(-1, TOKENS, text_width),
    )


def _read_photos(
    encoder: object, regions: VectorFile, files: dict[str, tuple[str, str]]
) -> Work[None]:
    from newsmatch_gui.clip.pipeline import encode_photos

    known = regions.keys()
    todo = [where for key, where in files.items() if key not in known]
    done = len(files) - len(todo)
    yield Progress(done, len(files), "reading regions of photos")
    for part in encode_photos(encoder, todo, known):  # type: ignore[arg-type]
        if part.keys:
            regions.append(part.keys, part.vectors)
        done += len(part.photos)
        yield Progress(done, len(files), "reading regions of photos")


def _read_texts(encoder: object, tokens: VectorFile, texts: list[str]) -> Work[None]:
    known = tokens.keys()
    fresh = {key: text for text in texts if (key := text_key(text)) not in known}
    names = list(fresh)
    for start in range(0, len(names), _TEXTS):
        some = names[start : start + _TEXTS]
        tokens.append(some, encoder.encode_texts([fresh[key] for key in some]))  # type: ignore[attr-defined]
        yield Progress(start + len(some), len(names), "reading tokens of texts")


def _rows(vectors: VectorFile, keys: list[str]) -> Vectors:
    places, rows = vectors.read()
    missing = [key for key in keys if key not in places]
    if missing:
        raise NewsMatchError(
            f"{len(missing)} photos or texts have changed since they were indexed; "
            "run newsmatch index, then again"
        )
    wanted: NDArray[np.int64] = np.array([places[key] for key in keys], np.int64)
    return rows[wanted]
