"""Reading photos from untrusted files, within Pillow's limits."""

import hashlib
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

# By content, not by suffix; formats with interpreters behind them (EPS, PDF) stay out.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
LARGEST_FILE = 200_000_000
# Greys of more than eight bits, which Pillow would cut off at 255 instead of scaling them.
_DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")

# Pillow warns of a large photo on stderr, and of odd metadata. Here the first is refused with a
# sentence, and the second does no harm. Once for the process: photos are decoded in many threads.
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")


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
        UnreadablePhotoError: Missing, not permitted, empty, or larger than 200 MB.
    """
    try:
        found = path.stat()
        if found.st_size > LARGEST_FILE:
            raise UnreadablePhotoError("the file is larger than 200 MB; save a smaller copy")
        content = path.read_bytes()
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

    Raises:
        UnreadablePhotoError: Not a photo, damaged, or over Pillow's pixel limit.
    """
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            # Pillow only warns up to twice this limit; a press photo never comes near it.
            if image.width * image.height > (Image.MAX_IMAGE_PIXELS or 0):
                raise UnreadablePhotoError(
                    f"{image.width} × {image.height} pixels are over the safe limit; "
                    "save a smaller copy"
                )
            if target and min(image.size) > 4 * target:
                image.draft("RGB", (2 * target, 2 * target))
            image.load()
            profile = image.info.get("icc_profile") if srgb else None
            upright = ImageOps.exif_transpose(image)
            if upright.mode in _DEEP:
                upright = _in_eight_bits(upright)
            if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
                upright = _on_white(upright)
            return _in_srgb(upright, profile) if profile else upright.convert("RGB")
    except UnidentifiedImageError:
        raise UnreadablePhotoError("the content is no photo; save it as JPEG or PNG") from None
    except Image.DecompressionBombError:
        raise UnreadablePhotoError(
            "the picture is over the safe pixel limit; save a smaller copy"
        ) from None
    except (OSError, SyntaxError, ValueError, IndexError, EOFError, TypeError) as error:
        # What Pillow's decoders raise on damaged files.
        if isinstance(error, UnreadablePhotoError):
            raise
        raise UnreadablePhotoError(f"the photo is damaged ({error}); fetch it again") from None


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
