"""Photos to vectors: each worker reads, decodes and encodes its own batch.

On a CPU, one forward pass per core beats one pass over all cores, and decoding in one worker
overlaps encoding in another by itself. Handing decoded pixels to a single multi-threaded pass
instead made its threads wait for each other whenever a decoder held a core.
"""

import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event, get_native_id
from typing import Any

import numpy as np

from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, full_size, read_photo
from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.ranking import Vectors

_CPU_BATCH, _GPU_BATCH = 4, 64
# One photo at a time stays in a core's cache and below malloc's limit for fresh pages: far faster
# on a CPU than a pass of 32, and a cancel takes effect at once. Two would be a tenth faster still,
# for 90 to 130 MB more.
_CPU_PASS = 1
_GPU_WORKERS = 4
_NICE = 10


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
    batch: int = 0,
) -> Iterator[EncodedBatch]:
    """Encode photo files batch by batch, in the order given.

    Args:
        model: The loaded model.
        files: (image id, path) in pool order.
        known: Content hashes whose vectors exist; such photos are hashed, not encoded. Grows.
        batch: Photos per unit of work; 0 for what suits the device.

    Yields:
        One ``EncodedBatch`` per ``batch`` files; a broken photo never stops or shifts a row.
    """
    on_cpu = model.device == "cpu"
    size = batch or (_CPU_BATCH if on_cpu else _GPU_BATCH)
    workers = (os.cpu_count() or 1) if on_cpu else _GPU_WORKERS
    waiting = iter(files)
    stop = Event()
    pool = ThreadPoolExecutor(workers, "encode", initializer=_settle, initargs=(model,))
    ahead: deque[Future[EncodedBatch]] = deque()
    try:
        while True:
            while len(ahead) <= workers and (chunk := list(islice(waiting, size))):
                ahead.append(pool.submit(_encode, model, chunk, known, stop))
            if not ahead:
                return
            done = _without(ahead.popleft().result(), known)
            known.update(done.keys)
            yield done
    finally:
        stop.set()
        pool.shutdown(wait=True, cancel_futures=True)
        model.use_all_cores()


def _settle(model: ClipModel) -> None:
    """Keep a worker to one core, and behind the window, which needs the same cores to paint."""
    model.use_one_core()
    if sys.platform == "linux":  # where a thread has a niceness of its own
        os.setpriority(os.PRIO_PROCESS, get_native_id(), _NICE)


def _encode(
    model: ClipModel, chunk: list[tuple[str, str]], known: set[str], stop: Event
) -> EncodedBatch:
    photos, fresh = [], {}
    for image_id, path in chunk:
        if stop.is_set():  # nobody waits for this batch any more
            raise CancelledError
        photo, pixels = _prepare(model, image_id, path, known)
        photos.append(photo)
        if pixels is not None:
            fresh[photo.content_hash] = pixels
    pixels = list(fresh.values())
    size = _CPU_PASS if model.device == "cpu" else max(1, len(pixels))
    passes = [model.encode_images([])]
    for at in range(0, len(pixels), size):
        if stop.is_set():
            raise CancelledError
        passes.append(model.encode_images(pixels[at : at + size]))
    vectors = np.concatenate(passes)
    return EncodedBatch(tuple(photos), list(fresh), vectors)


def _without(done: EncodedBatch, known: set[str]) -> EncodedBatch:
    """Drop vectors that another worker's batch brought first."""
    places = [place for place, key in enumerate(done.keys) if key not in known]
    if len(places) == len(done.keys):
        return done
    keys = [done.keys[place] for place in places]
    return EncodedBatch(done.photos, keys, done.vectors[np.array(places, np.int64)])


def _prepare(model: ClipModel, image_id: str, path: str, known: set[str]) -> tuple[PhotoRead, Any]:
    try:
        file = read_photo(Path(path))
    except UnreadablePhotoError as error:
        return PhotoRead(image_id, fault=str(error)), None
    found = (image_id, file.content_hash, file.size, file.mtime_ns)
    try:
        photo = decode_photo(file.content, target=model.image_size)
    except UnreadablePhotoError as error:
        return PhotoRead(*found, fault=str(error)), None
    read = PhotoRead(*found, *full_size(file.content, photo))
    return read, None if file.content_hash in known else model.preprocess(photo)
