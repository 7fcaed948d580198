"""Fuzzed readers of photos, and photos to change."""

import atexit
import shutil
import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
from hostile.corpus import photos, pixels, saved, with_texts
from PIL import Image

from newsmatch_gui.clip.decode import decode_photo, full_size
from newsmatch_gui.exchange.file_texts import read_file_texts

JPEG = saved(pixels((32, 24)), "JPEG")


def put(folder: Path, name: str, raw: bytes) -> Path:
    """Put a file where its reader looks."""
    path = folder / name
    path.write_bytes(raw)
    return path


def made_folder() -> Path:
    """Return a new folder that goes with the process."""
    home = tempfile.mkdtemp(prefix="newsmatch-fuzz-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    return Path(home)


def photo(raw: bytes, _folder: Path) -> None:
    """Decode a photo."""
    full_size(raw, decode_photo(raw, target=8, srgb=len(raw) % 2 == 0))


def file_texts(raw: bytes, folder: Path) -> None:
    """Read what a photo says of itself."""
    texts, _ = read_file_texts(put(folder, "a.jpg", raw))
    assert str(texts).isprintable()


@cache
def photo_samples() -> tuple[bytes, ...]:
    """Return photos of every format."""
    small = pixels((24, 16))
    formats = {"PNG": "RGBA", "WEBP": "RGB", "GIF": "P", "TIFF": "RGB", "BMP": "RGB"}
    made = [saved(small.convert(mode), format) for format, mode in formats.items()]
    deep = Image.fromarray(np.arange(384, dtype=np.uint16).reshape(16, 24) * 100)
    profile = saved(small, "JPEG", icc_profile=_profile())
    ways = ("tiff_lzw", "tiff_deflate", "jpeg")
    packed = [saved(small, "TIFF", compression=way) for way in ways]
    made += [saved(small, "WEBP", lossless=True), saved(small, "PNG", icc_profile=_profile())]
    made += [saved(small, "WEBP", save_all=True, append_images=[small])]
    made += [saved(small.convert("P"), "PNG", transparency=3), saved(small.convert("CMYK"), "JPEG")]
    made += [saved(deep, "PNG"), saved(deep, "TIFF"), saved(small, "JPEG", progressive=True)]
    return (JPEG, profile, *made, *packed)


def _profile() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def worded_samples() -> tuple[bytes, ...]:
    """Return photos that say something."""
    every = {photo.name: photo.content for photo in photos() if photo.name.startswith("turned")}
    xmp = with_texts("A caption & a <credit>")
    with Image.open(BytesIO(xmp)) as image:
        info = {"exif": image.info["exif"], "xmp": image.info["xmp"]}
    return (xmp, *every.values(), saved(pixels((24, 16)), "WEBP", **info),
            saved(pixels((24, 16)), "PNG", exif=info["exif"]))  # fmt: skip
