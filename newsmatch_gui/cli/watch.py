"""The command that watches folders where no window does."""

import time
from pathlib import Path

import click

from newsmatch_gui.cli.options import COLLECTION, FOLDER
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.watching import (
    SETTLED,
    Arrivals,
    Watch,
    take_in,
    unwatch_folder,
    watch_folder,
    watched_folders,
)


@click.command()
@COLLECTION
@click.option("--add", "added", type=FOLDER, help="Watch this folder from now on, and end.")
@click.option("--remove", "removed", type=FOLDER, help="Watch it no more, and end.")
@click.option("--once", is_flag=True, help="Take in what is there, and end.")
@click.option(
    "--every", default=5.0, show_default=True, type=click.FloatRange(0.5), metavar="SECONDS",
    help="How often to look.",
)  # fmt: skip
def watch(
    collection: Path, added: Path | None, removed: Path | None, once: bool, every: float
) -> None:
    """Index photos as they arrive in the watched folders of COLLECTION; Ctrl+C ends it.

    The window does the same while it is open.
    """
    if added is not None:
        new = watch_folder(collection, added)
        click.echo(f"{added} is watched" + ("" if new else " already"))
    if removed is not None:
        was = unwatch_folder(collection, removed)
        click.echo(f"{removed} is {'no longer' if was else 'not'} watched")
    if added is not None or removed is not None:
        return
    folders = watched_folders(collection)
    if not folders:
        raise NewsMatchError(
            f'no folder is watched; add one with: newsmatch watch "{collection}" --add FOLDER'
        )
    for folder in folders:
        click.echo(f"watching {folder}", err=True)
    try:
        _go_on(collection, once=once, every=every)
    except KeyboardInterrupt:
        click.echo("no longer watching; everything so far is kept", err=True)


def _go_on(collection: Path, *, once: bool, every: float) -> None:
    """Look and take in, until nothing is left to wait for or for ever."""
    watching, owed = Watch(collection), False
    while True:
        found = finish(watching.look())
        for problem in found.problems:
            click.echo(f"left out: {problem.sentence()}", err=True)
        if found.photos or found.changed or owed:
            owed = not _taken_in(collection, found)
        if once and not found.waiting:
            return
        time.sleep(SETTLED if once else every)


def _taken_in(collection: Path, found: Arrivals) -> bool:
    """Take photos in; a collection that somebody else is indexing just now is tried again."""
    try:
        report = run(take_in(collection, found.photos))
    except NewsMatchError as error:
        click.echo(str(error), err=True)
        return False
    click.echo(
        f"{len(found.photos)} new photos"
        + (f", {found.changed} written anew" if found.changed else "")
        + f", {report.images} images indexed by {report.model}"
    )
    return True
