"""The map of an explanation as colours over the photo, for the window and as a file."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.explanation import Explanation
from newsmatch_gui.services.pictures import pixels_inside

Colour = tuple[int, int, int]

# Told apart by people with any colour blindness: one is light and yellowish, one dark and bluish.
RAISED: Colour = (255, 150, 0)
LOWERED: Colour = (30, 70, 255)
OPACITY = 0.65
_UNSEEN = (128, 128, 128, 200)
_CONTOUR = 0.5  # of the greatest effect, outlined: solid where it raised, broken where it lowered
_GAMMA = 0.7  # below 1, weak places can be seen too
_HATCH, _DASH = 12, 14  # pixels
_LARGEST = 2048  # pixels of a saved picture's longer side


def overlay(found: Explanation, width: int, height: int) -> NDArray[np.uint8]:
    """Return the map as colours to lay over the whole picture.

    The more a place did, the less transparent it is; what did half as much as the strongest place
    is outlined. Where the model did not look there are grey stripes.

    Args:
        found: The explanation.
        width: Columns, at the picture's aspect ratio.
        height: Rows.

    Returns:
        RGBA, not premultiplied, shape (height, width, 4).
    """
    from scipy.ndimage import binary_dilation, binary_erosion

    heat = found.heat_map(width, height)
    unseen = np.isnan(heat)
    strength = np.nan_to_num(heat) / max(float(np.abs(found.cells).max()), 1e-12)
    layer = np.empty((height, width, 4), np.uint8)
    layer[..., :3] = np.where(strength[..., None] > 0, RAISED, LOWERED)
    layer[..., 3] = np.rint(255 * np.clip(np.abs(strength), 0, 1) ** _GAMMA)
    down, across = np.indices((height, width))
    dashes = (down + across) // _DASH % 2 == 0
    for part, drawn in ((strength > _CONTOUR, True), (strength < -_CONTOUR, dashes)):
        layer[binary_dilation(part, iterations=2) & ~part & drawn] = (0, 0, 0, 255)
        layer[part & ~binary_erosion(part, iterations=2, border_value=1) & drawn] = 255
    layer[unseen] = (0, 0, 0, 0)
    layer[unseen & ((down + across) // _HATCH % 2 == 0)] = _UNSEEN
    return layer


def save_explained(
    found: Explanation, photo: str, target: Path, *, opacity: float = OPACITY
) -> None:
    """Save the photo with the map over it, and what the colours mean below, as PNG.

    Args:
        found: The explanation.
        photo: File of the picture.
        target: The file to write.
        opacity: Of the colours, from 0 to 1.

    Raises:
        NewsMatchError: The photo cannot be read, or the file not be written.
    """
    pixels = pixels_inside(Path(photo), (_LARGEST, _LARGEST))
    if pixels is None:
        raise NewsMatchError(f"{photo} cannot be read any more; put it back and try again")
    width, height, rows = pixels
    picture = Image.frombytes("RGB", (width, height), rows)
    layer = overlay(found, width, height)
    layer[..., 3] = np.rint(layer[..., 3] * opacity)
    picture.paste(Image.fromarray(layer[..., :3]), mask=Image.fromarray(layer[..., 3]))
    try:
        _with_legend(picture, found).save(target, "PNG")
    except OSError as error:
        raise NewsMatchError(
            f"{target} cannot be written ({error.strerror or error}); save it in another place"
        ) from error


def _with_legend(picture: Image.Image, found: Explanation) -> Image.Image:
    size = max(11, picture.width // 50)
    font = ImageFont.load_default(size)
    lines: list[tuple[Colour | None, str]] = [(RAISED, "raised the score"), (LOWERED, "lowered it")]
    if not found.seen.whole:
        lines.append((_UNSEEN[:3], "not seen by the model"))
    lines.append((None, f"score {found.score:.3f}, {found.method}, {found.model}"))
    line = round(1.6 * size)
    page = Image.new("RGB", (picture.width, picture.height + line * len(lines) + size), "white")
    page.paste(picture)
    draw = ImageDraw.Draw(page)
    top = picture.height + size // 2
    for colour, text in lines:
        if colour is not None:
            draw.rectangle((size, top + size // 4, 2 * size, top + size * 5 // 4), fill=colour)
        draw.text((size * 5 // 2 if colour else size, top), text, fill="black", font=font)
        top += line
    return page
