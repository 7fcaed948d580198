"""Submissions to NewsImages 2025: one ZIP with one PNG of 460 × 260 pixels an article."""

import os
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps
from PIL.Image import Image as Pixels

from newsmatch_gui.domain.errors import NewsMatchError

SIZE = (460, 260)
FRAMES = ("crop", "letterbox")
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same pictures give the same file


def framed(photo: Pixels, frame: str) -> Pixels:
    """Return a photo at 460 × 260 pixels.

    Args:
        photo: In RGB.
        frame: ``crop`` fills the frame from the centre of the photo; ``letterbox`` shows all of
            it, with black beside it.
    """
    if frame == "crop":
        return ImageOps.fit(photo, SIZE, Image.Resampling.LANCZOS)
    return ImageOps.pad(photo, SIZE, Image.Resampling.LANCZOS, color="black")


def safe_name(name: str, *, keep_underscores: bool = False) -> str:
    """Return a name that every system takes in a path and that holds no separator of the format.

    Letters, digits, dots and hyphens stay; everything else becomes a hyphen, underscores too
    unless they are kept, since they separate article, group and approach.

    Raises:
        NewsMatchError: Nothing of the name is left.
    """
    allowed = r"[^A-Za-z0-9._-]+" if keep_underscores else r"[^A-Za-z0-9.-]+"
    safe = re.sub(allowed, "-", name).strip("-.")
    if not safe:
        raise NewsMatchError(
            f"the name {name[:40]!r} holds no letter or digit that a file name may hold"
        )
    return safe[:100]


class SubmissionZip:
    """A submission that is being written.

    Attributes:
        count: Articles in it.
    """

    def __init__(self, file: zipfile.ZipFile, group: str, approach: str, frame: str) -> None:
        self._file = file
        self._group, self._approach = safe_name(group), safe_name(approach)
        self._frame = frame
        self._names: dict[str, str] = {}

    @property
    def count(self) -> int:
        """Articles in it."""
        return len(self._names)

    def add(self, article_id: str, photo: Pixels) -> None:
        """Add an article's picture.

        Raises:
            NewsMatchError: Another article's id makes the same file name.
        """
        safe = safe_name(article_id, keep_underscores=True)
        other = self._names.setdefault(safe.lower(), article_id)
        if other != article_id:
            raise NewsMatchError(
                f"the articles {other} and {article_id} would get the same file name; "
                "import one of them under another id"
            )
        folder = f"{self._group}/RET_{self._approach}_LARGE"
        name = f"{folder}/{safe}_{self._group}_{self._approach}.png"
        buffer = BytesIO()
        framed(photo, self._frame).save(buffer, "PNG")
        about = zipfile.ZipInfo(name, _EPOCH)
        about.external_attr = 0o644 << 16
        self._file.writestr(about, buffer.getvalue())  # stored: PNG is compressed already


@contextmanager
def submission_zip(
    target: Path, *, group: str, approach: str, frame: str
) -> Iterator[SubmissionZip]:
    """Open a submission that appears under its name only when complete.

    Raises:
        NewsMatchError: A name holds nothing usable, or the disk does not take it.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with zipfile.ZipFile(draft, "w") as file:
            yield SubmissionZip(file, group, approach, frame)
        draft.replace(target)
    except OSError as error:
        raise NewsMatchError(
            f"{target} cannot be written ({error.strerror}); choose another place"
        ) from error
    finally:
        draft.unlink(missing_ok=True)
