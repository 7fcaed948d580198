"""The command that lists true images that were not ranked first, and says why."""

import json
from pathlib import Path

import click

from newsmatch_gui.cli.options import COLLECTION, MODEL, RECIPE
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.failures import FailureFilter, FailureRecord, FailureTag
from newsmatch_gui.services.failures import list_failures, save_failures
from newsmatch_gui.services.studying import study


@click.command()
@COLLECTION
@MODEL
@RECIPE
@click.option("--worse-than", default=1, show_default=True, type=click.IntRange(0),
              help="Only true images ranked behind this.")  # fmt: skip
@click.option(
    "--tag", default="", help="Only articles with this tag of their own, or a part of it."
)
@click.option("--failure", type=click.Choice(["any", *(tag.value for tag in FailureTag)]),
              help="Only what people tagged so in the window.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
@click.option("--csv", "table", type=click.Path(path_type=Path, dir_okay=False),
              help="Write a table in place of the list.")  # fmt: skip
def failures(
    collection: Path, model: str, recipe: str, worse_than: int, tag: str, failure: str | None,
    as_json: bool, table: Path | None,
) -> None:  # fmt: skip
    """List where COLLECTION ranked its true images, the worst first, with what was measured."""
    if as_json and table is not None:
        raise click.UsageError("give only one of --json and --csv")
    wanted = FailureFilter(
        tag=tag,
        first=worse_than + 1,
        failure=True if failure == "any" else FailureTag(failure) if failure else None,
    )
    found = run(study(collection, model=model, recipe=recipe))
    records = run(list_failures(found, wanted))
    if table is not None:
        click.echo(f"{save_failures(records, table)} rows written to {table}")
    elif as_json:
        click.echo(json.dumps([record.as_json() for record in records], ensure_ascii=False))
    else:
        for record in records:
            _tell(record)
        click.echo(f"{len(records)} of {len(found.articles)} articles, {found.pool.recipe}")


def _tell(record: FailureRecord) -> None:
    row = record.row
    said = "  ".join(f"[{tag.value}]" for tag in record.failures)
    click.echo(f"{row.rank:6d}  {row.id}  {row.title}  {said}".rstrip())
    for note in record.notes:
        click.echo(f"        {note.sentence}")
