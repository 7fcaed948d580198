"""Backups of a collection's database, made while it is in use and checked before they count.

A backup is made with SQLite's backup API, which sees the write-ahead log that a copy of the file
would miss, into a draft; the draft is checked, brought to the disk and only then gets its name.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from filelock import FileLock, Timeout

from newsmatch_gui.domain.backups import Backup, Why, next_backup, parse_backup, to_thin
from newsmatch_gui.domain.errors import DamagedCollectionError, NewsMatchError
from newsmatch_gui.domain.progress import Stopped, Tell
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.faults import SQLITE_ERRORS, explain
from newsmatch_gui.store.logs import altered

DATABASE = "collection.db"
_PAGES = 1_024  # copied between two reports
_STEPS = 50_000  # of SQLite's machine between two looks at whether to stop


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a backup holds.

    Attributes:
        backup: The backup.
        size: In bytes.
        articles: How many.
        images: How many.
        decisions: Rows of the decision log, undo and redo included.
        fault: Why it cannot be used, "" for a sound one.
    """

    backup: Backup
    size: int
    articles: int = 0
    images: int = 0
    decisions: int = 0
    fault: str = ""


def backups_folder(folder: Path) -> Path:
    """Return where the backups of a collection lie."""
    return folder / "backups"


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a collection, oldest first; other files are none of ours."""
    try:
        names = [path.name for path in backups_folder(folder).iterdir()]
    except OSError:
        return ()
    found = filter(None, map(parse_backup, names))
    return tuple(sorted(found, key=lambda backup: (backup.number, backup.made_at)))


def make_backup(
    folder: Path, why: Why, *, tell: Tell = lambda _done, _total: None, stop: Event | None = None
) -> Backup:
    """Back up the database of a collection, then remove backups that need not be kept.

    Others may read and write meanwhile; the backup holds what was there when it began.

    Args:
        folder: The collection.
        why: What the backup is for.
        tell: Told (pages copied, pages in all).
        stop: When set, the backup is given up.

    Raises:
        NewsMatchError: No space, not writable, or somebody else is making a backup.
        DamagedCollectionError: The database is damaged, so that no sound copy of it can be made.
        Stopped: ``stop`` was set.
    """
    with _alone(folder) as home:
        known = list_backups(folder)
        backup = next_backup(known, datetime.now(UTC), why)
        draft = home / f".draft-{os.getpid()}"
        try:
            copy_database(folder / DATABASE, draft, tell=tell, stop=stop)
            sync_file(draft)
            draft.replace(home / backup.name)
            sync_folder(home)
        finally:
            draft.unlink(missing_ok=True)
        # Only now that a newer one is known to be sound.
        for old in to_thin((*known, backup), datetime.now(UTC)):
            (home / old.name).unlink(missing_ok=True)
    return backup


def copy_database(
    source: Path, target: Path, *, tell: Tell = lambda _done, _total: None,
    stop: Event | None = None,
) -> None:  # fmt: skip
    """Copy a database into a single file and check the copy.

    Raises:
        As ``make_backup``.
    """
    stop = stop or Event()
    target.unlink(missing_ok=True)

    def watch(_status: int, remaining: int, total: int) -> None:
        tell(total - remaining, total)
        if stop.is_set():
            raise Stopped

    try:
        with _opened(source, "?mode=rw") as taken, _opened(target) as made:
            made.execute("PRAGMA synchronous = OFF")  # the caller syncs the file once
            # An open transaction keeps the copy to one moment, however much is written meanwhile.
            taken.execute("BEGIN")
            rows = Diary(source.parent).compare(taken).unwritten
            taken.backup(made, pages=_PAGES, progress=watch)
            taken.rollback()
            # The copy is one file, whatever journal the original keeps.
            made.execute("PRAGMA journal_mode = DELETE")
            made.set_progress_handler(stop.is_set, _STEPS)
            _check(made, source)
    except SQLITE_ERRORS as error:
        if stop.is_set():
            raise Stopped from None
        raise explain(error, source) or error from error
    # The second copy of the logs is complete whenever a backup is.
    Diary(source.parent).add(rows)


def quick_check(path: Path, *, stop: Event | None = None) -> None:
    """Check the structure of a database.

    Raises:
        DamagedCollectionError: It is damaged.
        NewsMatchError: It cannot be read.
        Stopped: ``stop`` was set.
    """
    stop = stop or Event()
    try:
        with _opened(path, "?mode=rw") as connection:
            connection.set_progress_handler(stop.is_set, _STEPS)
            _check(connection, path)
    except SQLITE_ERRORS as error:
        if stop.is_set():
            raise Stopped from None
        raise explain(error, path) or error from error


def backup_facts(folder: Path, backup: Backup, *, stop: Event | None = None) -> BackupFacts:
    """Return what a backup holds and whether it is sound; the backup is not changed.

    Raises:
        Stopped: ``stop`` was set.
    """
    stop = stop or Event()
    path = backups_folder(folder) / backup.name
    size = 0
    try:
        size = path.stat().st_size
        # Nobody writes to a backup, so it needs no locks, and leaves no files beside it.
        with _opened(path, "?mode=ro&immutable=1") as connection:
            connection.set_progress_handler(stop.is_set, _STEPS)
            _check(connection, path)
            fault = altered(connection)
            counts = [
                connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("article", "image", "decision")
            ]
        return BackupFacts(backup, size, *counts, fault)
    except (*SQLITE_ERRORS, OSError, NewsMatchError) as error:
        if stop.is_set():
            raise Stopped from None
        return BackupFacts(backup, size, fault=" ".join(str(error).split()))


def sync_file(path: Path) -> None:
    """Wait until a file is on the disk."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system knows how."""
    if os.name == "nt":  # folders cannot be opened there; a rename is in the file system's log
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """Hold the lock under which backups are numbered; whatever drafts are there are left over."""
    home = backups_folder(folder)
    lock = FileLock(home / ".lock")
    try:
        home.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise NewsMatchError(
            f"another NewsMatch is making a backup of {folder}; wait until it is done"
        ) from None
    except OSError as error:
        raise _no_backup(home, error) from error
    try:
        for left in home.glob(".draft-*"):
            left.unlink(missing_ok=True)
        yield home
    except OSError as error:
        raise _no_backup(home, error) from error
    finally:
        lock.release()


def _no_backup(home: Path, error: OSError) -> NewsMatchError:
    return NewsMatchError(
        f"no backup could be made in {home} ({error.strerror}); free some space or make the "
        "folder writable"
    )


@contextmanager
def _opened(path: Path, options: str = "?mode=rwc") -> Iterator[sqlite3.Connection]:
    uri = path.absolute().as_uri() + options
    connection = sqlite3.connect(uri, uri=True, timeout=10)
    try:
        yield connection
    finally:
        connection.close()


def _check(connection: sqlite3.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise DamagedCollectionError(
            f"{path} is damaged ({' '.join(found.split())}); restore it from a backup"
        )
