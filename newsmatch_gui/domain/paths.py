"""The one way to make a path from a name that somebody else wrote."""

import os
import re
from pathlib import Path, PurePosixPath

# Windows gives these to devices, whatever stands behind a dot.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³]) *(\..*)?", re.I)
_DRIVE = re.compile(r"[A-Za-z]:")
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_NOT_ON_WINDOWS = re.compile(r'[<>:"|?*]|[. ]$')


class OutsideFolderError(ValueError):
    """A path from a file points outside the folder it belongs to."""


def join_inside(folder: Path, name: str, *, portable: bool = os.name == "nt") -> Path:
    """Join a path that came from a file to the folder it must stay in.

    Args:
        folder: Where the file may lie.
        name: Relative or absolute path as it stands in the file, either kind of slash.
        portable: Refuse what Windows takes for something else, too: devices such as ``nul.jpg``,
            second streams (``a.jpg:b``), and names whose last dot or blank it drops.

    Returns:
        The path below ``folder``, with symbolic links not resolved.

    Raises:
        OutsideFolderError: The path, or the target of a symbolic link on it, is not inside, or
            no file can be called so.
    """
    slashed = name.replace("\\", "/")
    parts = PurePosixPath(slashed)
    # Two slashes begin the name of another computer, which Windows would ask at once.
    remote = slashed.startswith("//") or _DRIVE.match(slashed)
    if remote or _UNUSABLE.search(name) or ".." in parts.parts:
        raise OutsideFolderError(name)
    if portable and any(map(_is_windows_own, parts.parts)):
        raise OutsideFolderError(name)
    path = folder / parts
    if not leads_inside(path, folder):
        raise OutsideFolderError(name)
    return path


def leads_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path lies below a folder once every symbolic link on it was followed."""
    # Not Path.resolve: up to Python 3.12 it raises RuntimeError for a link that leads to itself.
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _is_windows_own(part: str) -> bool:
    return bool(_DEVICE.fullmatch(part) or _NOT_ON_WINDOWS.search(part))
