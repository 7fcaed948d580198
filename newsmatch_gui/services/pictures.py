"""Photos scaled down for the screen."""

from pathlib import Path

from PIL import Image

from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
from newsmatch_gui.store.collection import Collection

Pixels = tuple[int, int, bytes]  # width, height, RGB rows
_BLURRED_SIDE = 12  # pixels that are left of the longer side: colours, and no shapes to make out


def pixels_inside(path: Path, box: tuple[int, int]) -> Pixels | None:
    """Decode a photo upright, scaled down to fit a box; a smaller one keeps its size.

    Args:
        path: The photo.
        box: Width and height in device pixels.

    Returns:
        The pixels, or None when the photo can't be read; the list of problems says why.
    """
    try:
        photo = decode_photo(read_photo(path).content, target=max(box) // 2)
    except UnreadablePhotoError:
        return None
    scale = min(box[0] / photo.width, box[1] / photo.height)
    if scale < 1:
        size = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
        photo = photo.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    return photo.width, photo.height, photo.tobytes()


def blurred(pixels: Pixels) -> Pixels:
    """Blur a picture until nothing in it can be made out, whatever its size."""
    width, height, rows = pixels
    photo = Image.frombytes("RGB", (width, height), rows)
    scale = _BLURRED_SIDE / max(width, height)
    few = photo.resize(
        (max(1, round(width * scale)), max(1, round(height * scale))), Image.Resampling.BOX
    )
    return width, height, few.resize((width, height), Image.Resampling.BICUBIC).tobytes()


def image_paths(folder: Path) -> dict[str, str]:
    """Return where the photo of every image of a collection lies, by image id.

    Raises:
        NewsMatchError: No collection there.
    """
    with Collection.open(folder) as collection:
        return collection.images.paths()
