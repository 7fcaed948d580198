"""Reading photos from untrusted files, within limits of size, pixels and passes."""

import hashlib
import re
import stat
import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, UnidentifiedImageError

from newsmatch_gui.domain.photo_limits import FORMATS, LARGEST_FILE, MOST_PIXELS, MOST_SCANS

# Greys of more than eight bits, which Pillow would cut off at 255 instead of scaling them.
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")

# Once for the process, since photos are decoded in many threads. What Pillow only warns of up to
# twice its limit is an error; what it warns of in odd metadata does no harm.
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")

_TOO_LARGE = f"the picture has more than {MOST_PIXELS // 1_000_000} million pixels"
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE, 8: Image.Transpose.ROTATE_90,
}  # fmt: skip
# What Pillow's plugins raise on damaged files.
_DAMAGE = (
    OSError, SyntaxError, ValueError, LookupError, TypeError, EOFError, AttributeError,
    ArithmeticError, RuntimeError, AssertionError, struct.error, zlib.error,
)  # fmt: skip
# A marker of a JPEG stream; behind others than these, 0xFF is part of the picture.
_MARKER = re.compile(rb"\xff([\x01-\xcf\xd8-\xfe])")
_END, _SCAN = 0xD9, 0xDA


class UnreadablePhotoError(ValueError):
    """A photo can't be used; the text says why and what mends it."""


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """The bytes of a photo file and their hash."""

    content: bytes
    content_hash: str
    size: int
    mtime_ns: int


def read_photo(path: Path) -> PhotoFile:
    """Read a photo file once, for its hash and its pixels.

    Raises:
        UnreadablePhotoError: Missing, not permitted, no file, empty, or larger than 200 MB.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a device would never end, a pipe never begin
            raise UnreadablePhotoError("it is no file; put the photo itself there")
        if found.st_size > LARGEST_FILE:
            raise UnreadablePhotoError("the file is larger than 200 MB; save a smaller copy")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE)
    except FileNotFoundError:
        raise UnreadablePhotoError("the file is gone; put it back or import again") from None
    except OSError as error:
        raise UnreadablePhotoError(f"the file cannot be read ({error.strerror})") from None
    if not content:
        raise UnreadablePhotoError("the file is empty; fetch it again")
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    return PhotoFile(content, digest, found.st_size, found.st_mtime_ns)


def decode_photo(content: bytes, *, target: int = 0, srgb: bool = False) -> Image.Image:
    """Decode a photo upright, in RGB.

    Args:
        content: The file's bytes.
        target: Shortest side the caller will scale down to; when the photo is over four times
            larger, JPEG's own down-scaling makes decoding up to seven times faster. 0 keeps
            every pixel.
        srgb: Bring the colours from the photo's own profile, if it has one, to sRGB; otherwise
            the numbers stay as they are, which is what models were trained on.

    Returns:
        The pixels and nothing else: neither what the file said of itself, such as where it was
        taken, nor its colour profile goes on to whatever is made of them.

    Raises:
        UnreadablePhotoError: Not a photo, damaged, or over the limits.
    """
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            # Again, should anybody have changed Pillow's limit or silenced its warning.
            if image.width * image.height > MOST_PIXELS:
                raise UnreadablePhotoError(f"{_TOO_LARGE}; save a smaller copy")
            if image.info.get("progressive") and _has_too_many_scans(content):
                raise UnreadablePhotoError(
                    f"the picture is drawn over more than {MOST_SCANS} times; save a plain copy"
                )
            if target and min(image.size) > 4 * target:
                image.draft("RGB", (2 * target, 2 * target))
            image.load()
            plain = _in_rgb(_upright(image), image.info.get("icc_profile") if srgb else None)
            plain.info = {}
            return plain
    except UnidentifiedImageError:
        raise UnreadablePhotoError("the content is no photo; save it as JPEG or PNG") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnreadablePhotoError(f"{_TOO_LARGE}; save a smaller copy") from None
    except MemoryError:
        raise UnreadablePhotoError(
            "the picture needs more memory than there is; save a smaller copy"
        ) from None
    except _DAMAGE as error:
        if isinstance(error, UnreadablePhotoError):
            raise
        if "MAX_TEXT" in str(error):
            raise UnreadablePhotoError(
                "the texts in the file are larger than any caption; save the picture without them"
            ) from None
        why = " ".join(str(error).split())[:100] or type(error).__name__
        raise UnreadablePhotoError(f"the photo is damaged ({why}); fetch it again") from None


def _has_too_many_scans(content: bytes) -> bool:
    """Count the passes of the first picture in a JPEG file; a video may follow it."""
    scans, at = 0, 2
    while scans <= MOST_SCANS and (found := _MARKER.search(content, at)):
        kind = found[1][0]
        if kind == _END:
            break
        scans += kind == _SCAN
        at = found.end() + max(2, int.from_bytes(content[found.end() : found.end() + 2], "big"))
    return scans > MOST_SCANS


def _upright(image: Image.Image) -> Image.Image:
    """Turn a photo as its file says; what the file says wrongly does not cost the photo."""
    try:
        turned = _TURNED.get(image.getexif().get(0x0112))
    except _DAMAGE:
        return image
    return image if turned is None else image.transpose(turned)


def _in_rgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if image.mode in _DEEP:
        image = _in_eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = _on_white(image)
    return _in_srgb(image, profile) if profile else image.convert("RGB")


def full_size(content: bytes, decoded: Image.Image) -> tuple[int, int]:
    """Return width and height of a photo, upright, of which a smaller copy may have been decoded.

    Args:
        content: The file's bytes, which could be decoded.
        decoded: What ``decode_photo`` made of them.
    """
    with Image.open(BytesIO(content), formats=FORMATS) as image:
        width, height = image.size
    turned = (width > height) != (decoded.width > decoded.height)
    return (height, width) if turned else (width, height)


def _on_white(image: Image.Image) -> Image.Image:
    layer = image.convert("RGBA")
    ground = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(ground, layer)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert colours by their profile; one that is damaged or for other colours is passed over."""
    if image.mode not in ("RGB", "CMYK", "L", "LAB"):
        image = image.convert("RGB")
    try:
        meant = ImageCms.ImageCmsProfile(BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, meant, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        converted = None
    return converted or image.convert("RGB")


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Scale a deep grey: 16 bits by their full range, numbers without a scale by what occurs."""
    grey = np.asarray(image, np.float32)
    if image.mode.startswith("I;16"):
        return Image.fromarray((grey / 257).round().astype(np.uint8))
    known = np.isfinite(grey)
    low, high = (grey[known].min(), grey[known].max()) if known.any() else (0, 0)
    # Taken apart before they are divided, since a float's range can exceed a float.
    scaled = (grey / 2 - low / 2) / max(high / 2 - low / 2, np.finfo(np.float32).tiny)
    return Image.fromarray((np.where(known, scaled, 0) * 255).round().astype(np.uint8))
