"""ZIP files of photos from anybody: what may be unpacked of them, and how much.

Nothing here trusts what the archive says of itself: names go through ``join_inside``, sizes are
counted while they are read, and members whose bytes overlap (Fifield, "A better zip bomb", WOOT
2019) are refused before any is read. Archives inside archives stay packed.
"""

import errno
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.paths import OutsideFolderError, join_inside
from newsmatch_gui.domain.photo_limits import LARGEST_FILE
from newsmatch_gui.exchange.photos import PHOTO_SUFFIXES

MOST_MEMBERS = 100_000
MOST_BYTES = 20_000_000_000
"""Bytes of all photos together, unpacked."""
MOST_RATIO = 100
"""How many times larger than its packed bytes a photo over a megabyte may be."""
_SMALL = 1_000_000
_LOCAL_HEADER = 30  # bytes before a member's name
_CHUNK = 1 << 20
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
_DAMAGE = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError,
           LookupError, zlib.error)  # fmt: skip


class UnusableMemberError(ValueError):
    """A member cannot be unpacked; the text says why and what mends it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What an archive holds.

    Attributes:
        photos: Members that may be unpacked, in order.
        left_out: (name, reason, mend) of those that may not.
        others: Names of files that are no photos.
        size: Bytes of the photos, as the archive says.
    """

    photos: tuple[zipfile.ZipInfo, ...]
    left_out: tuple[tuple[str, str, str], ...]
    others: tuple[str, ...]
    size: int


def open_archive(path: Path) -> zipfile.ZipFile:
    """Open a ZIP file.

    Raises:
        NewsMatchError: It is none, or is damaged.
    """
    try:
        return zipfile.ZipFile(path)
    except _DAMAGE as error:
        raise NewsMatchError(f"{path} cannot be read as a ZIP file ({error}); fetch it again") \
            from error  # fmt: skip


def list_archive(path: Path, archive: zipfile.ZipFile, target: Path) -> Listing:
    """Return what may be unpacked of an archive into a folder.

    Raises:
        NewsMatchError: The archive as a whole is not what photos are packed in.
    """
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise NewsMatchError(
            f"{path} holds {len(members)} files, more than {MOST_MEMBERS}; split it"
        )
    if _overlap(members):
        raise NewsMatchError(
            f"the files in {path} share their bytes, which only a trap does; do not use it"
        )
    photos: list[zipfile.ZipInfo] = []
    left_out: list[tuple[str, str, str]] = []
    others: list[str] = []
    taken: set[str] = set()
    for member in members:
        name = member.filename.replace("\\", "/")
        if not name or name.endswith("/") or _is_hidden(name):
            continue
        if PurePosixPath(name).suffix.lower() not in PHOTO_SUFFIXES:
            others.append(shown(name))
        elif fault := _fault(member, name, target, taken):
            left_out.append((shown(name), *fault))
        else:
            photos.append(member)
    size = sum(member.file_size for member in photos)
    if size > MOST_BYTES:
        raise NewsMatchError(
            f"the photos in {path} would take {size / 1e9:.0f} GB, more than "
            f"{MOST_BYTES // 10**9}; split it"
        )
    return Listing(tuple(photos), tuple(left_out), tuple(others), size)


def unpack_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: Path) -> None:
    """Unpack one photo as a file, whatever its own name.

    Raises:
        UnusableMemberError: It is damaged, or larger than a photo may be.
        NewsMatchError: The disk takes no more.
    """
    try:
        with file.open("wb") as unpacked:
            for chunk in _read(archive, member):
                unpacked.write(chunk)
    except UnusableMemberError:
        raise
    except _DAMAGE as error:
        raise _unusable(error, file) from error


def place_member(member: zipfile.ZipInfo, file: Path, target: Path) -> None:
    """Give an unpacked photo its own name below a folder.

    Raises:
        UnusableMemberError: No file can have that name.
        NewsMatchError: The disk takes no more.
    """
    try:
        path = join_inside(target, member.filename, portable=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        file.rename(path)
    except OSError as error:
        raise _unusable(error, file) from error


def _unusable(error: Exception, file: Path) -> Exception:
    if isinstance(error, OSError) and error.errno in _DISK:
        return NewsMatchError(
            f"{file.parent} cannot be written ({error.strerror}); free some space, then import the "
            "archive again"
        )
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    why = " ".join(said.split())[:100] or type(error).__name__
    return UnusableMemberError(f"cannot be unpacked ({why}); pack it again")


def shown(name: str) -> str:
    """Return a name from an archive for a sentence."""
    plain = "".join(mark if mark.isprintable() else "\ufffd" for mark in name)
    return plain if len(plain) <= 120 else f"{plain[:60]} … {plain[-40:]}"


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """Yield what a member holds; `zipfile` ends at the size it claims and checks its sum."""
    done = 0
    with archive.open(member) as packed:
        while chunk := packed.read(_CHUNK):
            done += len(chunk)
            if done > LARGEST_FILE:
                raise UnusableMemberError("is larger than 200 MB; save a smaller copy")
            yield chunk


def _overlap(members: list[zipfile.ZipInfo]) -> bool:
    end = -1
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < end:
            return True
        end = member.header_offset + _LOCAL_HEADER + member.compress_size
    return False


def _is_hidden(name: str) -> bool:
    return any(
        part == "__MACOSX" or (part.startswith(".") and part.strip(". "))
        for part in PurePosixPath(name).parts
    )


def _fault(
    member: zipfile.ZipInfo, name: str, target: Path, taken: set[str]
) -> tuple[str, str] | None:
    """Return why a photo may not be unpacked and what mends it, or None when it may."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    try:
        path = join_inside(target, name, portable=True)
    except OutsideFolderError:
        return "has a name that leads out of the archive or that no file can have", "rename it"
    # As file systems compare names that differ in case, or in how an umlaut is written.
    key = unicodedata.normalize("NFC", str(path)).casefold()
    if kind not in (0, stat.S_IFREG):
        return "is a link or device, not a photo", "put the photo itself there"
    if member.flag_bits & 0x1:
        return "is encrypted", "pack it without a password"
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way that photos are not", "pack it as a plain ZIP file"
    if member.file_size > LARGEST_FILE:
        return "is larger than 200 MB", "save a smaller copy"
    if member.file_size > max(_SMALL, MOST_RATIO * member.compress_size):
        return f"unpacks to more than {MOST_RATIO} times its size", "save it as JPEG or PNG"
    if key in taken:
        return "stands there twice", "rename one of them"
    taken.add(key)
    return None
