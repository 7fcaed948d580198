"""Photos to vectors, decoding the next batches while the model encodes this one."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.ranking import Vectors

BATCH = 32
_AHEAD = 3
_DECODERS = 2


@dataclass(frozen=True, slots=True)
class PhotoRead:
    """What was found in one photo file; ``fault`` says why it could not be used."""

    image_id: str
    content_hash: str = ""
    size: int = 0
    mtime_ns: int = 0
    width: int = 0
    height: int = 0
    fault: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class EncodedBatch:
    """One batch of the pipeline.

    Attributes:
        photos: What was found in each file, in the order asked for.
        keys: Content hashes of the new vectors.
        vectors: Unit vectors, shape (len(keys), dim); photos already known have none.
    """

    photos: tuple[PhotoRead, ...]
    keys: list[str]
    vectors: Vectors


def encode_photos(
    model: ClipModel,
    files: Iterable[tuple[str, str]],
    known: set[str],
    *,
    batch: int = BATCH,
) -> Iterator[EncodedBatch]:
    """Encode photo files batch by batch.

    Args:
        model: The loaded model.
        files: (image id, path) in pool order.
        known: Content hashes whose vectors exist; such photos are hashed, not encoded. Grows.
        batch: Photos per forward pass.

    Yields:
        One ``EncodedBatch`` per ``batch`` files; a broken photo never stops or shifts a row.
    """
    waiting = iter(files)
    prepare = _preparer(model, known)
    pool = ThreadPoolExecutor(_DECODERS, thread_name_prefix="decode")
    ahead: deque[list[Future]] = deque()
    try:
        while True:
            while len(ahead) < _AHEAD and (chunk := list(islice(waiting, batch))):
                ahead.append([pool.submit(prepare, *file) for file in chunk])
            if not ahead:
                return
            done = [future.result() for future in ahead.popleft()]
            yield _encode(model, done, known)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _encode(model: ClipModel, done: list[tuple[PhotoRead, Any]], known: set[str]) -> EncodedBatch:
    fresh: dict[str, Any] = {}
    for photo, pixels in done:
        if pixels is not None and photo.content_hash not in known:
            fresh[photo.content_hash] = pixels
    keys = list(fresh)
    vectors = model.encode_images(list(fresh.values())) if fresh else model.encode_texts([])
    known.update(keys)
    return EncodedBatch(tuple(photo for photo, _ in done), keys, vectors)


def _preparer(model: ClipModel, known: set[str]) -> Callable[[str, str], tuple[PhotoRead, Any]]:
    def prepare(image_id: str, path: str) -> tuple[PhotoRead, Any]:
        try:
            file = read_photo(Path(path))
        except UnreadablePhotoError as error:
            return PhotoRead(image_id, fault=str(error)), None
        found = (image_id, file.content_hash, file.size, file.mtime_ns)
        try:
            photo = decode_photo(file.content, target=model.image_size)
        except UnreadablePhotoError as error:
            return PhotoRead(*found, fault=str(error)), None
        read = PhotoRead(*found, *photo.size)
        skip = file.content_hash in known
        return read, None if skip else model.preprocess(photo)

    return prepare
