"""Backing up a collection: when it is due, before what is hard to take back, and on request."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from newsmatch_gui.domain.backups import Backup, Why, is_due
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.interruptible import while_it_runs
from newsmatch_gui.store.backups import (
    DATABASE,
    BackupFacts,
    backup_facts,
    list_backups,
    make_backup,
    quick_check,
)
from newsmatch_gui.store.collection import Collection, is_up_to_date


def back_up(folder: Path, why: Why = Why.ASKED) -> Work[Backup]:
    """Make a backup beside the collection; the collection can be used meanwhile.

    Yields:
        Progress in pages of the database.

    Raises:
        NewsMatchError: No collection, no space, not writable, or damaged.
    """
    Collection.open(folder).close()  # says what is wrong with it, if anything is
    return (
        yield from while_it_runs(
            lambda tell, stop: make_backup(folder, why, tell=tell, stop=stop), "backing up"
        )
    )


def backup_is_due(folder: Path) -> bool:
    """Tell whether a collection with decisions has no backup of the last day.

    Raises:
        NewsMatchError: No collection there.
    """
    if not is_due(list_backups(folder), datetime.now(UTC)):
        return False
    with Collection.open(folder) as collection:
        return collection.decisions.count() > 0


def backups_of(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a collection, the newest first; its database is not opened."""
    return tuple(reversed(list_backups(folder)))


def inspect_backups(folder: Path) -> Work[tuple[BackupFacts, ...]]:
    """Check every backup of a collection and count what it holds, the newest first.

    Yields:
        Progress in backups.
    """
    found: list[BackupFacts] = []
    backups = backups_of(folder)
    for backup in backups:
        yield Progress(len(found), len(backups), "checking backups")
        facts = yield from while_it_runs(
            lambda _tell, stop, backup=backup: backup_facts(folder, backup, stop=stop),
            "checking backups", Progress(len(found), len(backups), "checking backups"),
        )  # fmt: skip
        found.append(facts)
    return tuple(found)


def must_be_prepared(folder: Path, *, left_open: bool) -> bool:
    """Tell whether opening a collection takes a while: its schema is old, or it must be checked.

    Args:
        folder: The collection.
        left_open: Whether the window that had it last did not end by itself.
    """
    return left_open or not is_up_to_date(folder)


def prepare(folder: Path, *, left_open: bool) -> Work[None]:
    """Check a collection that was left open, and bring its schema up to date after a backup.

    Raises:
        NewsMatchError: No collection there, or made by a newer version.
        DamagedCollectionError: It is damaged.
    """
    if left_open:
        check = partial(quick_check, folder / DATABASE)
        yield from while_it_runs(lambda _tell, stop: check(stop=stop), "checking the collection")
    if not is_up_to_date(folder):
        yield from while_it_runs(
            lambda _tell, _stop: Collection.open(folder).close(), "updating the collection"
        )
