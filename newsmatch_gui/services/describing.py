"""Reading what photo files say of themselves: captions, people, places, dates, and their size.

Only the heads of files are read, no pixel is decoded and nothing is encoded, so a collection that
was indexed before NewsMatch knew of these texts is brought up to date in moments.
"""

from dataclasses import fields
from pathlib import Path

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import FileTexts
from newsmatch_gui.exchange.file_texts import NoFileTextsError, read_file_texts
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.images import Described
from newsmatch_gui.text.repair import repair_line

_BATCH = 256
_GONE = "-"  # the stamp of a file that is not there


def describe_photos(collection: Collection) -> Work[int]:
    """Read the texts of every photo that is new or changed since its texts were read.

    What the source delivered stays; the file only fills in what is missing. Each batch is durable
    before it is reported.

    Yields:
        Progress in photos.

    Returns:
        How many were read.
    """
    stamps = collection.images.stamps()
    read, batch = 0, []
    for done, (image_id, path, before) in enumerate(stamps):
        if done % _BATCH == 0:
            yield Progress(done, len(stamps), "reading captions of photos")
        stamp = _stamp(Path(path))
        if stamp != before:
            batch.append(_described(image_id, Path(path), stamp))
        if len(batch) >= _BATCH:
            read += _keep(collection, batch)
    read += _keep(collection, batch)
    yield Progress(len(stamps), len(stamps), "reading captions of photos")
    return read


def _keep(collection: Collection, batch: list[Described]) -> int:
    count = len(batch)
    if batch:
        with collection.batch():
            collection.images.describe(batch)
        batch.clear()
    return count


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return _GONE
    return f"{found.st_size}:{found.st_mtime_ns}"


def _described(image_id: str, path: Path, stamp: str) -> Described:
    try:
        texts, (width, height) = read_file_texts(path)
    except NoFileTextsError:  # indexing tells why it cannot be used
        return Described(image_id, stamp, 0, 0, FileTexts())
    repaired = {part.name: repair_line(getattr(texts, part.name)) for part in fields(texts)}
    return Described(image_id, stamp, width, height, FileTexts(**repaired))
