"""The command that writes a report to hand on."""

from pathlib import Path

import click

from newsmatch_gui.cli.options import COLLECTION, MODEL, RECIPE
from newsmatch_gui.cli.running import run
from newsmatch_gui.services.comparing import rival
from newsmatch_gui.services.reporting import write_report
from newsmatch_gui.services.studying import study, study_pool


@click.command()
@COLLECTION
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@MODEL
@RECIPE
@click.option("--against", default="",
              help="A collection to compare with, or a model or recipe of this one.")  # fmt: skip
@click.option("--failures", default=25, show_default=True, type=click.IntRange(0),
              help="Articles of each kind that a page shows.")  # fmt: skip
def report(
    collection: Path, out: Path, model: str, recipe: str, against: str, failures: int
) -> None:
    """Write a report on COLLECTION to OUT: a page (.html), or its articles (.csv, .json).

    The page is one file with its pictures inside: measures with intervals, warnings of leakage,
    where true images stand, hub images, the worst failures and some at random, and with --against
    what a second model or recipe gained and lost.
    """
    found = run(study(collection, model=model, recipe=recipe))
    other = run(study_pool(rival(collection, against))) if against else None
    run(write_report(found, out, rival=other, failures=failures))
    size = out.stat().st_size / 1e6
    click.echo(f"{len(found.articles)} articles written to {out} ({size:.1f} MB)")
