"""A package to hand over: a folder or ZIP file that appears complete or not at all."""

import os
import shutil
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.Image import Image as Pixels

from newsmatch_gui.domain.cropping import Box, Point, Ratio, crop_box
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.handing_over import Texts
from newsmatch_gui.exchange.picture_texts import as_exif, as_iptc_segment, as_xmp, writable

QUALITY = 88
_MARK, _DRAFT = ".newsmatch-", ".part"
_LEFT_BEHIND = 3_600.0  # seconds after which a draft belongs to nobody any more


def scaled_size(size: tuple[int, int], width: int) -> tuple[int, int]:
    """Return a picture's size at a width; a narrower picture keeps its own."""
    if size[0] <= width:
        return size
    return width, max(1, round(size[1] * width / size[0]))


def scaled(photo: Pixels, width: int) -> Pixels:
    """Return a photo at a width; a narrower one keeps its own."""
    size = scaled_size(photo.size, width)
    return photo if size == photo.size else photo.resize(size, Image.Resampling.LANCZOS)


def jpeg(photo: Pixels, texts: Texts) -> bytes:
    """Return a photo as a JPEG file that says of itself what the texts say, and nothing else.

    Args:
        photo: In RGB, upright, its colours in sRGB.
        texts: Caption, credit, licence and alternative text.
    """
    held = writable(texts)
    # Pillow writes what a photo still carries in ``info``, such as a comment of its camera.
    bare = photo.copy()
    bare.info = {}
    buffer = BytesIO()
    bare.save(
        buffer, "JPEG", quality=QUALITY, optimize=True, progressive=True,
        exif=as_exif(held), xmp=as_xmp(held), extra=as_iptc_segment(held),
    )  # fmt: skip
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a picture that goes with it.

    Attributes:
        ratio: Name of its shape, as "16:9".
        file: Name of its file.
        box: The part of the whole picture.
        size: Width and height that it is scaled to.
    """

    ratio: str
    file: str
    box: Box
    size: tuple[int, int]


def crops(
    name: str, size: tuple[int, int], ratios: Iterable[Ratio], point: Point, width: int
) -> tuple[Crop, ...]:
    """Return how a picture is cropped to several shapes around a point.

    Args:
        name: Of the picture's file, without suffix.
        size: Of the picture in pixels.
        ratios: The shapes.
        point: What is to be in each of them.
        width: Most pixels across.
    """
    made = []
    for ratio in ratios:
        box = crop_box(size, ratio, point)
        shape = ratio.name.replace(" ", "").replace(":", "x").replace(".", "-")
        made.append(Crop(ratio.name, f"{name}-{shape}.jpg", box,
                         scaled_size((box.width, box.height), width)))  # fmt: skip
    return tuple(made)


def cropped(photo: Pixels, crop: Crop) -> Pixels:
    """Return the part of a photo that a crop names, scaled down."""
    box = crop.box
    return scaled(photo.crop((box.left, box.top, box.right, box.bottom)), crop.size[0])


@contextmanager
def package(
    target: Path, name: str, *, zipped: bool, ours: Callable[[Path], bool]
) -> Iterator[tuple[Path, Path]]:
    """Make a package under a name: what is put into its draft until then appears at once.

    Args:
        target: The folder it goes into; made when missing.
        name: Its name; gets a number where something else has it.
        zipped: Make a ZIP file instead of a folder.
        ours: Whether what is there under a name may be replaced.

    Yields:
        (draft, place): the folder to fill, and where it will appear.

    Raises:
        NewsMatchError: The disk does not take it; nothing is left of it then.
    """
    draft = None
    try:
        target.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        place = _free(target, name + (".zip" if zipped else ""), ours)
        draft = target / f"{_MARK}{place.name}.{os.getpid()}{_DRAFT}"
        draft.mkdir()
        yield draft, place
        if zipped:
            _zip(draft, place)
        else:
            _swap(draft, place)
    except OSError as error:
        raise NewsMatchError(
            f"nothing can be written into {target} ({error.strerror or error}); "
            "choose another folder"
        ) from error
    finally:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)


def put(draft: Path, name: str, content: bytes) -> None:
    """Write a file of a package, down to the disk."""
    with (draft / name).open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _free(target: Path, name: str, ours: Callable[[Path], bool]) -> Path:
    stem, dot, suffix = name.partition(".")
    number = 1
    place = target / name
    while os.path.lexists(place) and not ours(place):
        number += 1
        place = target / f"{stem}-{number}{dot}{suffix}"
    return place


def _swap(draft: Path, place: Path) -> None:
    """Put a folder in its place; a former one steps aside first, since folders do not replace."""
    if not place.exists():
        draft.rename(place)
        return
    former = draft.with_name(f"{_MARK}{place.name}.{os.getpid()}.old{_DRAFT}")
    place.rename(former)
    try:
        draft.rename(place)
    except OSError:
        former.rename(place)
        raise
    shutil.rmtree(former, ignore_errors=True)


def _zip(draft: Path, place: Path) -> None:
    made = draft / f"{_MARK}{place.name}"
    files = sorted(draft.iterdir())
    with made.open("xb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in files:
                archive.write(path, f"{place.stem}/{path.name}")
        file.flush()
        os.fsync(file.fileno())
    made.replace(place)


def _sweep(target: Path) -> None:
    """Clear away what a killed run left; a draft that somebody works at is younger."""
    for draft in target.glob(f"{_MARK}*{_DRAFT}"):
        if time.time() - draft.stat().st_mtime > _LEFT_BEHIND:
            shutil.rmtree(draft, ignore_errors=True)
