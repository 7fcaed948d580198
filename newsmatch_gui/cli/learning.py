"""Commands on learning: fine-tuning on decisions, and the models that came of it."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from newsmatch_gui.cli.running import run
from newsmatch_gui.services.learning import finetune as train
from newsmatch_gui.services.learning import is_better
from newsmatch_gui.services.model_registry import (
    activate,
    delete_model,
    export_model,
    list_models,
    rename_model,
    rollback,
)

COLLECTION = click.argument("collection", type=click.Path(path_type=Path, file_okay=False))


@click.command()
@COLLECTION
@click.option("--name", default="", help="What to call the model.")
@click.option("--epochs", default=10, show_default=True, type=click.IntRange(1, 1000))
@click.option("--batch", default=64, show_default=True, type=click.IntRange(1, 4096))
@click.option("--rank", default=16, show_default=True, type=click.IntRange(1, 512))
@click.option("--seed", default=0, show_default=True)
@click.option("--keep-active", is_flag=True, help="Register the model, but let the old one serve.")
@click.option("--progress", type=click.Choice(["bar", "json"]), default="bar")
def finetune(
    collection: Path, name: str, epochs: int, batch: int, rank: int, seed: int,
    keep_active: bool, progress: str,
) -> None:  # fmt: skip
    """Train the active model on the decisions of COLLECTION, in seconds."""
    work = train(
        collection, name=name, epochs=epochs, batch=batch, rank=rank, seed=seed,
        activate_better=not keep_active,
    )  # fmt: skip
    made = run(work, as_json=progress == "json")
    if progress == "json":
        click.echo(json.dumps(asdict(made) | {"better": is_better(made)}))
        return
    for about, found in (("held-out decisions", made.guard), ("other articles", made.general)):
        if found.n:
            click.echo(
                f"MRR@100 on {found.n} {about}: {found.before:.4f} before, {found.after:.4f} "
                f"after, difference {found.low:+.4f} to {found.high:+.4f}"
            )
    if is_better(made) and not keep_active:
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
            f"{star} {m.name}: {m.pairs} pairs, alpha {m.alpha:g}, MRR@100 {m.guard.before:.4f} → "
            f"{m.guard.after:.4f} on {m.guard.n} held-out articles, {m.created_at}"
        )


@models.command("activate")
@COLLECTION
@click.argument("name")
def activate_(collection: Path, name: str) -> None:
    """Let the model NAME serve COLLECTION."""
    activate(collection, name)


@models.command("rollback")
@COLLECTION
def rollback_(collection: Path) -> None:
    """Let the model serve COLLECTION that served before."""
    click.echo(f"{rollback(collection)} serves again")


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
