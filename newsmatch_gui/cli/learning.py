"""Commands on learning: fine-tuning on decisions, and the models that came of it."""

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from newsmatch_gui.cli.options import COLLECTION, FOLDER
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.learning import Depth, TrainedModel
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.learning import finetune as train
from newsmatch_gui.services.model_registry import (
    activate,
    delete_model,
    export_model,
    list_models,
    rename_model,
    rollback,
)
from newsmatch_gui.services.pairs import open_pairs
from newsmatch_gui.services.train_options import train_options


@click.command()
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--depth", type=click.Choice([d.value for d in Depth]), default="quick",
              show_default=True, help="How much of the model is trained.")  # fmt: skip
@click.option("--base", default="", help="Model to start from; the one that serves by default.")
@click.option("--options", type=click.Path(path_type=Path, dir_okay=False),
              help="TOML file with epochs, batch, seed, rate, decay, patience, …")  # fmt: skip
@click.option("--epochs", type=click.IntRange(1, 1000), help="Passes over the decisions.")
@click.option("--batch", type=click.IntRange(1, 65_536), help="Pairs told apart at once.")
@click.option("--seed", type=int, help="Of everything random.")
@click.option("--name", default="", help="What to call the model.")
@click.option("--resume", is_flag=True, help="Go on with the training that was stopped.")
@click.option("--keep-active", is_flag=True, help="Register the model, but let the old one serve.")
@click.option("--images", type=FOLDER,
              help="Folder of the photos, when SOURCE is a file of pairs.")  # fmt: skip
@click.option("--progress", type=click.Choice(["bar", "json"]), default="bar")
def finetune(source: Path, **said: Any) -> None:
    """Train a model on the decisions of SOURCE.

    SOURCE is a collection, or a file of pairs that "newsmatch export" wrote as JSON Lines; its
    model is then found in the collection SOURCE.newsmatch beside it.
    """
    as_json, depth = said["progress"] == "json", Depth(said["depth"])
    given = {key: said[key] for key in ("epochs", "batch", "seed") if said[key] is not None}
    options = train_options(depth, said["options"], given)
    folder, base = source, said["base"]
    if source.is_file():
        folder = run(open_pairs(source, images=said["images"], base=base), as_json=as_json)
        base = ""
    work = train(
        folder, depth=depth, options=options, name=said["name"], base=base,
        resume=said["resume"], activate_better=not said["keep_active"],
    )  # fmt: skip
    if os.environ.get("RANK", "0") != "0":  # under torchrun the first process reports for all
        finish(work)
        return
    made = run(work, as_json=as_json, again="run it again with --resume")
    if as_json:
        click.echo(json.dumps(asdict(made) | {"better": made.is_better}))
        return
    _tell(made, serves=made.is_better and not said["keep_active"])


def _tell(made: TrainedModel, *, serves: bool) -> None:
    for about, found in (("held-out decisions", made.guard), ("other articles", made.general)):
        if found.n:
            click.echo(
                f"MRR@100 on {found.n} {about}: {found.before:.4f} before, {found.after:.4f} "
                f"after, difference {found.low:+.4f} to {found.high:+.4f}"
            )
    if serves:
        click.echo(f"{made.name} is better and serves from now on")
    else:
        click.echo(f"{made.name} is kept; the former model goes on serving")


@click.group()
def models() -> None:
    """The models trained from a collection's decisions."""


@models.command("list")
@COLLECTION
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def list_(collection: Path, as_json: bool) -> None:
    """List the trained models of COLLECTION; a star marks the one that serves."""
    found, active = list_models(collection)
    if as_json:
        click.echo(json.dumps([asdict(m) | {"active": m.fingerprint == active} for m in found]))
        return
    for m in found:
        star = "*" if m.fingerprint == active else " "
        click.echo(
            f"{star} {m.name}: {m.depth}, {m.pairs} pairs, alpha {m.alpha:g}, MRR@100 "
            f"{m.guard.before:.4f} → {m.guard.after:.4f} on {m.guard.n} held-out articles, "
            f"{m.created_at}"
        )


@models.command("activate")
@COLLECTION
@click.argument("name")
def activate_(collection: Path, name: str) -> None:
    """Let the model NAME serve COLLECTION."""
    run(activate(collection, name))


@models.command("rollback")
@COLLECTION
def rollback_(collection: Path) -> None:
    """Let the model serve COLLECTION that served before."""
    click.echo(f"{run(rollback(collection))} serves again")


@models.command("rename")
@COLLECTION
@click.argument("name")
@click.argument("to")
def rename_(collection: Path, name: str, to: str) -> None:
    """Rename the model NAME."""
    rename_model(collection, name, to)


@models.command("delete")
@COLLECTION
@click.argument("name")
def delete_(collection: Path, name: str) -> None:
    """Delete the model NAME; never the one that serves."""
    delete_model(collection, name)


@models.command("export")
@COLLECTION
@click.argument("name")
@click.argument("folder", type=click.Path(path_type=Path))
def export_(collection: Path, name: str, folder: Path) -> None:
    """Copy the model NAME to FOLDER, which open_clip opens as local-dir:FOLDER."""
    export_model(collection, name, folder)
