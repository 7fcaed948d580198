"""Commands on the health of a collection: the doctor, its probes, and backups."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

import click

from newsmatch_gui.cli.options import COLLECTION, FOLDER
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.health import Finding, State, is_well
from newsmatch_gui.services.backing_up import back_up, backups_of, inspect_backups
from newsmatch_gui.services.doctoring import examine
from newsmatch_gui.services.models import STARTER, loaded_model
from newsmatch_gui.services.restoring import restore

_SIGNS = {State.SOUND: "✓ sound ", State.NOTE: "! note  ", State.BROKEN: "✗ broken",
          State.MENDED: "✓ mended"}  # fmt: skip


@click.command()
@click.argument("collection", required=False, type=FOLDER)
@click.option("--mend", is_flag=True, help="Mend what can be mended, after a backup.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def doctor(collection: Path | None, mend: bool, as_json: bool) -> None:
    """Look for what is wrong with COLLECTION and with this machine; without one, the machine.

    Ends with 1 when something is broken. Nothing is changed without --mend.
    """
    found = run(examine(collection, mend=mend))
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False))
    else:
        _tell(found)
    if not is_well(found):
        sys.exit(1)


def _tell(found: tuple[Finding, ...]) -> None:
    width = max(len(finding.part) for finding in found)
    for finding in found:
        click.echo(f"{_SIGNS[finding.state]}  {finding.part:{width}}  {finding.sentence}")
    counts = {state: sum(f.state is state for f in found) for state in State}
    click.echo(", ".join(f"{count} {state.value}" for state, count in counts.items() if count))


class Probes(Protocol):
    """How Qt is tried out; handed in by ``__main__``."""

    def probe(self, *, on_screen: bool) -> str:
        """Draw a window offscreen, or look for a screen; return Qt's version."""


@click.command("check-window", hidden=True)
@click.option("--on-screen", is_flag=True)
@click.pass_obj
def check_window(windows: Probes, on_screen: bool) -> None:
    """Draw a window offscreen, or look for a screen, and say which Qt that was."""
    click.echo(json.dumps({"qt": windows.probe(on_screen=on_screen)}))


@click.command("check-model", hidden=True)
@click.argument("name", default=STARTER)
def check_model(name: str) -> None:
    """Load the model NAME, let it compute, and say which one it is."""
    model = loaded_model(name)
    length = float((model.encode_texts(["a house"]) ** 2).sum())
    if not abs(length - 1) < 0.01:
        raise NewsMatchError(f"{name} computes no unit vector ({length:g}); install torch again")
    told = {"name": name, "fingerprint": model.fingerprint, "device": model.device,
            "dim": str(model.dim)}  # fmt: skip
    click.echo(json.dumps(told))


@click.command()
@COLLECTION
@click.option("--make", is_flag=True, help="Make one now.")
@click.option("--restore", "number", type=int, help="Go back to the backup with this number.")
@click.option("--keep", is_flag=True, help="With --restore: put back what came since.")
def backups(collection: Path, make: bool, number: int | None, keep: bool) -> None:
    """List the backups of COLLECTION, make one, or go back to one.

    Going back never deletes the present database; it is moved aside among the backups.
    """
    if make:
        click.echo(f"{run(back_up(collection)).name} made")
    elif number is not None:
        _restore(collection, number, keep=keep)
    else:
        for facts in run(inspect_backups(collection)):
            b = facts.backup
            counts = f"{facts.articles} articles, {facts.decisions} rows of decisions"
            what = f"✗ damaged: {facts.fault}" if facts.fault else f"✓ sound, {counts}"
            click.echo(
                f"{b.number:4d}  {b.made_at:%Y-%m-%d %H:%M} UTC  {b.why}, "
                f"{facts.size / 1e6:.1f} MB, {what}"
            )


def _restore(collection: Path, number: int, *, keep: bool) -> None:
    wanted = [backup for backup in backups_of(collection) if backup.number == number]
    if not wanted:
        raise NewsMatchError(f'there is no backup {number}; see: newsmatch backups "{collection}"')
    done = run(restore(collection, wanted[0], keep=keep))
    click.echo(f"{wanted[0].name} is in place")
    if (back := done.put_back) is not None:
        click.echo(
            f"put back: {back.decisions} rows of decisions, {back.remarks} remarks, "
            f"{back.articles} articles, {back.images} images"
        )
    if done.aside is not None:
        click.echo(f"the former database lies in {done.aside}")
