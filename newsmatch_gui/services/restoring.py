"""Restoring a collection from a backup, also one whose database cannot be opened."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsmatch_gui.domain.backups import Backup
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Work
from newsmatch_gui.services.interruptible import while_it_runs
from newsmatch_gui.services.locking import Seat, hold
from newsmatch_gui.store.collection import index_lock
from newsmatch_gui.store.restoring import Restored, Since, count_since, put_in_place


def said_since(folder: Path, backup: Backup | None) -> Work[Since]:
    """Count what restoring a backup would lose if nothing were put back; of None, what is there.

    Raises:
        NewsMatchError: The backup cannot be used, or there is no space to look at it.
    """
    return (
        yield from while_it_runs(lambda _tell, stop: count_since(folder, backup, stop), "comparing")
    )


def restore(folder: Path, backup: Backup | None, *, keep: bool) -> Work[Restored]:
    """Put a backup in the place of a collection's database, which is moved aside, not deleted.

    Args:
        folder: The collection.
        backup: One of its backups; None to gather what can still be read in an empty database.
        keep: Put back what was said and imported since, from the diary and from whatever can be
            read of the present database: a union of rows. Without it, the diary is set aside
            with the database.

    Raises:
        NewsMatchError: The backup cannot be used, no space, or somebody is using the collection.
    """
    with _nobody_else(folder):
        return (
            yield from while_it_runs(
                lambda _tell, stop: put_in_place(folder, backup, stop, keep=keep), "restoring"
            )
        )


@contextmanager
def _nobody_else(folder: Path) -> Iterator[None]:
    seat = Seat(folder)
    if seat.owner is not None:
        raise NewsMatchError(
            f"{folder} is open in a window: {seat.owner.sentence()}; close it there first"
        )
    try:
        with hold(index_lock(folder), f"indexing {folder}"):
            yield
    finally:
        seat.leave()
