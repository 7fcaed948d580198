"""Unpacking a ZIP file of photos into a collection; a child process does what could go wrong."""

import hashlib
import json
import multiprocessing
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import RowProblem
from newsmatch_gui.exchange.file_names import slug
from newsmatch_gui.services.photo_check import MEMORY, SECONDS, UNCHECKED, check_archive

SUFFIX = ".zip"
_MEDIA = "media"
_LISTEN = 0.2  # seconds between two chances to cancel
_PATIENCE = 2 * SECONDS  # seconds by the clock, should the process wait instead of computing
_SPARE = 200_000_000  # bytes of the disk that stay free
_CHUNK = 1 << 20
_LONGEST_WORDS = 2_000_000  # bytes that the process may say at once


@dataclass(slots=True)
class _Unpacked:
    """What is known so far of an archive."""

    photos: int = 0
    size: int = 0
    listed: bool = False
    at: int = 0
    name: str = ""
    kept: int = 0
    problems: list[RowProblem] = field(default_factory=list)


def unpack(folder: Path, source: Path) -> Work[tuple[Path, list[RowProblem]]]:
    """Unpack an archive's photos into the collection's folder ``media``.

    Only what could be decoded within bounds of memory and time gets there. An archive that was
    unpacked before is not unpacked again.

    Args:
        folder: The collection.
        source: A ZIP file.

    Returns:
        (folder of the photos, what was left out).

    Raises:
        NewsMatchError: It cannot be read, none of it can be used, or the disk does not take it.
    """
    yield Progress(0, 0, "looking into the archive")
    media = folder.expanduser().absolute() / _MEDIA
    home = media / f"{slug(source.stem, otherwise='photos')}-{_digest(source)}"
    if home.is_dir():
        return home, []
    draft = media / f".{home.name}.part"
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        found = _Unpacked()
        while not found.listed or found.at < found.photos:
            yield from _look(source, draft, found)
        if not found.kept:
            why = found.problems[0].sentence() if found.problems else "it holds no photos"
            raise NewsMatchError(f"nothing of {source.name} could be used: {why}")
        (draft / UNCHECKED).unlink(missing_ok=True)
        draft.rename(home)
    except OSError as error:
        raise NewsMatchError(
            f"{source.name} cannot be unpacked into {media} ({error.strerror or error}); "
            "free some space, or make the folder writable"
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        for empty in (media, media.parent):  # made for nothing
            with suppress(OSError):
                empty.rmdir()
    return home, found.problems


def _digest(source: Path) -> str:
    digest = hashlib.blake2b(digest_size=6)
    try:
        if not source.is_file():
            raise NewsMatchError(f"{source} does not exist or is no file; check the spelling")
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise NewsMatchError(f"{source} cannot be read ({error.strerror})") from error
    return digest.hexdigest()


def _look(source: Path, draft: Path, found: _Unpacked) -> Work[None]:
    """Let one process look at the photos from ``found.at`` on, as long as it lives."""
    with _process(source, draft, found.at) as (process, said):
        heard = time.monotonic()
        while True:
            fault = ""
            try:
                if said.poll(_LISTEN):
                    was_listed = found.listed
                    _hear(source, json.loads(said.recv_bytes(_LONGEST_WORDS)), found)
                    heard = time.monotonic()
                    if not was_listed:
                        _check_space(source, draft, found.size)
                elif time.monotonic() - heard > _PATIENCE:
                    fault = f"takes longer than {_PATIENCE} seconds"
                elif _is_too_large(process):
                    fault = "takes more memory than any photo"
            except EOFError:
                if found.listed and found.at >= found.photos:
                    return
                fault = "crashes what reads it, or takes more memory or time than any photo"
            except (ValueError, LookupError, TypeError):
                fault = "makes what reads it talk nonsense"
            if fault:
                return _give_up(source, found, fault)
            yield Progress(
                found.at, found.photos, "unpacking photos", {"left out": len(found.problems)}
            )


def _hear(source: Path, words: dict[str, Any], found: _Unpacked) -> None:
    """Note what the process said."""

    def leave_out(reason: str, mend: str) -> None:
        found.problems.append(RowProblem(source.name, 0, reason, mend))

    if "error" in words:
        raise NewsMatchError(str(words["error"]))
    if "at" in words:
        found.at, found.name = int(words["at"]), str(words["name"])
    elif "done" in words:
        reason, _, mend = str(words["fault"]).partition("; ")
        if reason:
            leave_out(f"{found.name}: {reason}", mend or "fetch it again")
        found.kept += not reason
        found.at = int(words["done"]) + 1
    elif not found.listed:
        found.listed, found.photos, found.size = True, int(words["photos"]), int(words["size"])
        for name, reason, mend in words["left_out"]:
            leave_out(f"{name} {reason}", str(mend))
        if more := int(words["more"]):
            leave_out(f"{more} more photos were left out for such reasons", "pack them anew")
        if others := int(words["others"]):
            leave_out(f"{others} files that are no photos stay packed, such as {words['other']}",
                      "unpack it to import tables or archives in it")  # fmt: skip


def _give_up(source: Path, found: _Unpacked, fault: str) -> None:
    """Pass over the photo at which a process ended."""
    if not found.listed:
        raise NewsMatchError(f"{source} {fault}; do not use it")
    mend = "leave it out, or save it anew as JPEG"
    found.problems.append(RowProblem(source.name, 0, f"{found.name} {fault}", mend))
    found.at += 1


def _check_space(source: Path, draft: Path, size: int) -> None:
    if shutil.disk_usage(draft).free < size + _SPARE:
        raise NewsMatchError(
            f"the photos in {source.name} take {size / 1e9:.1f} GB, for which there is no room "
            f"beside {draft.parent.parent}; free some space"
        )


def _is_too_large(process: BaseProcess) -> bool:
    """Tell whether a process has outgrown its memory, where the system does not bound it."""
    import psutil

    try:
        return psutil.Process(process.pid).memory_info().rss > MEMORY
    except psutil.Error:
        return False


@contextmanager
def _process(source: Path, draft: Path, start: int) -> Iterator[tuple[BaseProcess, Connection]]:
    # Started anew, not forked: nothing of the window is in it, and Qt's threads do not survive one.
    context = multiprocessing.get_context("spawn")
    said, saying = context.Pipe(duplex=False)
    process = context.Process(
        target=check_archive, args=(str(source), str(draft), start, saying), daemon=True
    )
    process.start()
    saying.close()  # so that the end of the process is the end of what is said
    try:
        yield process, said
    finally:
        process.kill()
        process.join()
        process.close()
        said.close()
