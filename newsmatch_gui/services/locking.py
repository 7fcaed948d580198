"""What only one NewsMatch may do at a time: long work on a collection, and deciding in a window."""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.plain_text import one_sentence
from newsmatch_gui.services.deciding import annotator_name
from newsmatch_gui.store.backups import DATABASE, list_backups

HEARTBEAT = 60.0
"""Seconds between two signs of life of whoever decides."""
_SILENCE = 3 * HEARTBEAT


@contextmanager
def hold(path: Path, doing: str) -> Iterator[None]:
    """Hold a lock file; the system lets go of it when the process ends, however it ends.

    Args:
        path: The lock file; its folder is made when missing.
        doing: What is done meanwhile, e.g. "indexing My.newsmatch".

    Raises:
        NewsMatchError: Somebody else holds it, or its folder cannot be written.
    """
    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise NewsMatchError(f"another NewsMatch is {doing}; wait until it is done") from None
    except OSError as error:
        raise NewsMatchError(
            f"the folder {path.parent} cannot be written ({error.strerror}); make it writable"
        ) from error
    try:
        yield
    finally:
        lock.release()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who decides on a collection: account, machine, process, and since when (UTC); "" unknown."""

    user: str
    host: str
    pid: int
    since: str

    def sentence(self) -> str:
        """Say who it is."""
        if not self.since:
            return "another window"
        since = self.since.replace("T", " ")[:16]
        return one_sentence(f"{self.user} on {self.host} (process {self.pid}, since {since} UTC)")


class Seat:
    """The right to decide on a collection, which one window at a time has; others may read.

    A lock of the operating system, which ends with its process, and a file beside it that names
    the owner. On another machine the lock may not be seen, but the file is: it counts while its
    owner gives signs of life.

    Attributes:
        owner: Who has the seat already, None when it is ours.
        left_open: Whether the window that had it before did not end by itself.
    """

    def __init__(self, folder: Path) -> None:
        """Take the seat if it is free.

        Raises:
            NewsMatchError: The folder cannot be written.
        """
        self._file = folder / "window.json"
        self._lock = FileLock(folder / "window.lock")
        found = self._read()
        try:
            self._lock.acquire(timeout=0)
            is_ours = found is None or not self._lives_elsewhere(found)
        except Timeout:
            is_ours = False
        except OSError as error:
            raise NewsMatchError(
                f"the folder {folder} cannot be written ({error.strerror}); make it writable"
            ) from error
        self.left_open = is_ours and found is not None
        self.owner = None if is_ours else found or _unnamed()
        if is_ours:
            self._write()
        else:
            self._lock.release()

    def give_sign(self) -> None:
        """Show that the owner lives; call it every ``HEARTBEAT`` seconds."""
        if self.owner is None and self._file.exists():
            os.utime(self._file)

    def leave(self) -> None:
        """Give the seat back; harmless when it is not ours."""
        if self.owner is None and self._lock.is_locked:
            self._file.unlink(missing_ok=True)
            self._lock.release()

    def _read(self) -> Owner | None:
        try:
            owner = Owner(**json.loads(self._file.read_text("utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, RecursionError):
            return _unnamed()
        kinds = {name: type(value) for name, value in asdict(owner).items()}
        return owner if kinds == Owner.__annotations__ else _unnamed()

    def _write(self) -> None:
        since = datetime.now(UTC).isoformat(timespec="seconds")
        owner = Owner(annotator_name(), platform.node(), os.getpid(), since)
        self._file.write_text(json.dumps(asdict(owner)), "utf-8")

    def _lives_elsewhere(self, owner: Owner) -> bool:
        """Tell whether an owner on another machine gave a sign of life just now."""
        if owner.host in ("", platform.node()):
            return False
        lock = Path(self._lock.lock_file)
        try:
            # By the clock of the disk, which is the same for both machines.
            os.utime(lock)
            return lock.stat().st_mtime - self._file.stat().st_mtime < _SILENCE
        except OSError:
            return False


def take_seat(folder: Path) -> Seat | None:
    """Take the seat of a collection, or learn who has it; None where there is no collection.

    Raises:
        NewsMatchError: The folder cannot be written.
    """
    return Seat(folder) if (folder / DATABASE).exists() or list_backups(folder) else None


def _unnamed() -> Owner:
    return Owner("", "", 0, "")
