"""Putting a backup in the place of a database, which is never opened and never deleted."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

from newsmatch_gui.domain.backups import Backup, Why, next_backup
from newsmatch_gui.domain.errors import DamagedBackupError, DamagedCollectionError, NewsMatchError
from newsmatch_gui.store.backups import (
    DATABASE,
    backups_folder,
    list_backups,
    quick_check,
    sync_file,
    sync_folder,
)
from newsmatch_gui.store.collection import migrate
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.faults import SQLITE_ERRORS, explain
from newsmatch_gui.store.logs import DECISIONS, altered
from newsmatch_gui.store.salvage import (
    IMPORTED,
    copy_pair,
    count_missing,
    merge,
    source_of,
    wal_of,
)

_DRAFT = ".restored-"


@dataclass(frozen=True, slots=True)
class Since:
    """What came after a backup, or is there at all, and can still be read.

    Attributes:
        decisions: Rows of the decision log, undo and redo included.
        remarks: Rows of the other logs: tags, corrections, marks, hand-overs.
        articles: How many.
        images: How many.
        sound: Whether the present database is sound; if not, there may have been more.
    """

    decisions: int
    remarks: int
    articles: int
    images: int
    sound: bool


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring did.

    Attributes:
        backup: What was restored, None when it was only what could be read.
        aside: Where the former database lies now, None when there was none.
        put_back: What came after the backup and was put back, None when that was not asked for.
    """

    backup: Backup | None
    aside: Path | None
    put_back: Since | None


def count_since(folder: Path, backup: Backup | None, stop: Event) -> Since:
    """Count what came after a backup; without one, everything that can still be read.

    Raises:
        NewsMatchError: The backup cannot be used, or there is no space to look at it.
        Stopped: ``stop`` was set.
    """
    with (
        _draft(folder, backup, stop) as draft,
        source_of(folder) as source,
        closing(sqlite3.connect(draft)) as connection,
    ):
        return _since(count_missing(connection, source), sound=source.sound)


def put_in_place(folder: Path, backup: Backup | None, stop: Event, *, keep: bool) -> Restored:
    """Put a backup in the place of the database; nobody else may use the collection meanwhile.

    Args:
        folder: The collection.
        backup: One of its backups; None to begin with an empty database.
        stop: When set in time, everything stays as it is.
        keep: Put back what came since and can be read; without it, the diary is set aside too.

    Raises:
        NewsMatchError: The backup cannot be used, or no space.
        Stopped: ``stop`` was set.
    """
    with _draft(folder, backup, stop) as draft:
        put_back = None
        if keep:
            with source_of(folder) as source, closing(sqlite3.connect(draft)) as connection:
                put_back = _since(merge(connection, source), sound=source.sound)
                connection.commit()
            quick_check(draft, stop=stop)
        sync_file(draft)
        aside = _set_aside(folder)
        draft.replace(folder / DATABASE)
        sync_folder(folder)
    diary = Diary(folder)
    if not keep and aside is not None and diary.path.exists():
        diary.path.rename(aside.with_suffix(diary.path.suffix))
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        diary.add(diary.compare(connection).unwritten)
    return Restored(backup, aside, put_back)


@contextmanager
def _draft(folder: Path, backup: Backup | None, stop: Event) -> Iterator[Path]:
    """Copy a backup beside the database, checked and brought to the present schema."""
    name = backup.name if backup else "what can be read"
    draft = folder / f"{_DRAFT}{os.getpid()}"
    try:
        for left in folder.glob(f"{_DRAFT}*"):
            left.unlink(missing_ok=True)
        if backup is not None:
            copy_pair(backups_folder(folder) / backup.name, draft)
            quick_check(draft, stop=stop)
        with closing(sqlite3.connect(draft)) as connection:
            migrate(connection)
            if fault := altered(connection):
                raise DamagedCollectionError(fault)
            try:
                connection.execute("REINDEX")  # the quick check does not look into indexes
            except sqlite3.IntegrityError as error:
                raise DamagedCollectionError(str(error)) from error
            connection.execute("PRAGMA journal_mode = DELETE")  # one file, to be moved as one
        yield draft
    except DamagedCollectionError as error:
        raise DamagedBackupError(
            f"the backup {name} is damaged itself; choose another one"
        ) from error
    except SQLITE_ERRORS as error:
        raise explain(error, draft) or error from error
    except OSError as error:
        raise NewsMatchError(
            f"{name} cannot be restored ({error.strerror}); free some space or make "
            f"{folder} writable"
        ) from error
    finally:
        for left in (draft, wal_of(draft)):
            left.unlink(missing_ok=True)


def _set_aside(folder: Path) -> Path | None:
    """Give the present database a place among the backups; the caller replaces it.

    At each moment the database is in its old place, its new one, or both.
    """
    database = folder / DATABASE
    if not database.exists():
        return None
    home = backups_folder(folder)
    named = next_backup(list_backups(folder), datetime.now(UTC), Why.SET_ASIDE)
    aside = home / named.name
    try:
        aside.hardlink_to(database)
    except OSError:  # some file systems know no links
        shutil.copy2(database, aside)
    # What the write-ahead log holds belongs to the old database and must not meet the new one.
    if (wal := wal_of(database)).exists():
        wal.replace(wal_of(aside))
    (folder / f"{DATABASE}-shm").unlink(missing_ok=True)
    sync_folder(home)
    return aside


def _since(counts: dict[str, int], *, sound: bool) -> Since:
    remarks = sum(n for table, n in counts.items() if table not in (DECISIONS, *IMPORTED))
    return Since(counts[DECISIONS], remarks, counts["article"], counts["image"], sound)
