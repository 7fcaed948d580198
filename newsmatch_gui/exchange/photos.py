"""Finding the photo a row names, without ever leaving the folder it may lie in."""

import os
from pathlib import Path, PurePosixPath

# Decoded by content with the same list in ``clip.decode``; here it only tells photos from others.
PHOTO_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp")


class OutsideFolderError(ValueError):
    """A path from a file points outside the folder it belongs to."""


def join_inside(folder: Path, name: str) -> Path:
    """Join a path that came from a file to the folder it must stay in.

    Args:
        folder: Where the file may lie.
        name: Relative or absolute path as it stands in the file, either kind of slash.

    Returns:
        The path below ``folder``, with symbolic links not resolved.

    Raises:
        OutsideFolderError: The path, or the target of a symbolic link on it, is not inside.
    """
    parts = PurePosixPath(name.replace("\\", "/"))
    path = folder / parts
    if "\x00" in name or ".." in parts.parts or ":" in name[1:2]:
        raise OutsideFolderError(name)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise OutsideFolderError(name)
    return path


class PhotoFolder:
    """The photo files of one folder, listed once instead of one look-up per row."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self._resolved = self.folder.resolve()
        self._names: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        if self.folder.is_dir():
            with os.scandir(self.folder) as entries:
                for found in entries:
                    stem, dot, suffix = found.name.rpartition(".")
                    if dot + suffix.lower() in PHOTO_SUFFIXES:
                        self._names[found.name.lower()] = found.name
                        self._stems.setdefault(stem.lower(), found.name)

    def named(self, name: str) -> Path | None:
        """Return the file a row names, or None when it is not there.

        Raises:
            OutsideFolderError: The name points outside the folder.
        """
        if listed := self._names.get(name.lower()):
            return self._safe(listed)
        path = join_inside(self.folder, name)
        return path if path.is_file() else None

    def of_id(self, image_id: str) -> Path | None:
        """Return the photo called like an image id, whatever its suffix."""
        listed = self._stems.get(image_id.lower()) or self._names.get(image_id.lower())
        return self._safe(listed) if listed else None

    def _safe(self, name: str) -> Path:
        path = self.folder / name
        if path.is_symlink() and not path.resolve().is_relative_to(self._resolved):
            raise OutsideFolderError(name)
        return path


def photo_files(folder: Path) -> list[Path]:
    """Return the photos below a folder, sorted, hidden files and outward links left out."""
    resolved = folder.resolve()
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if name.startswith(".") or path.suffix.lower() not in PHOTO_SUFFIXES:
                continue
            if path.is_symlink() and not path.resolve().is_relative_to(resolved):
                continue
            found.append(path)
    return found
