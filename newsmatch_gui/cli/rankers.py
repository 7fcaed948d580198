"""The command that lays all rankers side by side."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from newsmatch_gui.cli.options import COLLECTION, FOLDER
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.hubness import Knowledge
from newsmatch_gui.services.rankers import RankerComparison, RankerRow, compare_rankers

_HEADS = {
    "mrr@100": "MRR@100", "recall@1": "R@1", "recall@5": "R@5", "recall@10": "R@10",
    "recall@50": "R@50", "recall@100": "R@100", "match_in_100": "Match-in-100",
}  # fmt: skip


@click.command()
@COLLECTION
@click.option("--train", type=FOLDER,
              help="Indexed collection for banks, tuning and networks.")  # fmt: skip
@click.option("--no-local", is_flag=True, help="Read no photo again: no regions, no tokens.")
@click.option("--unseen", is_flag=True,
              help="The model never learned from --train: tune on its own cosines.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def rankers(
    collection: Path, train: Path | None, no_local: bool, unseen: bool, as_json: bool
) -> None:
    """Compare every ranker with plain cosine on the ground truth of COLLECTION.

    Prints Markdown tables. Transductive rankers see all articles under test at once, so they are
    for benchmarks and exist in this command only.
    """
    found = run(compare_rankers(collection, train=train, local=not no_local, unseen=unseen))
    if as_json:
        click.echo(json.dumps(_as_json(found), ensure_ascii=False))
        return
    _tell(found)


def _as_json(found: RankerComparison) -> dict[str, Any]:
    fields = asdict(found)
    for row, made in zip(fields["rows"], found.rows, strict=True):
        row["measures"] = made.measures.as_json()
        row["intervals"] = {name: ends.as_json() for name, ends in made.intervals.items()}
        row["against_cosine"] = {
            name: {"difference": d.difference, "interval": d.interval.as_json(), "p": d.p}
            for name, d in made.against.items()
        }
        del row["against"]
    return fields


def _tell(found: RankerComparison) -> None:
    measures = found.rows[0].measures
    click.echo(
        f"{measures.n} true images in a pool of {measures.pool}, {found.model}, {found.recipe}. "
        "In brackets: 95 % bootstrap intervals over articles."
    )
    if found.bank:
        click.echo(
            f"Bank and memory: {found.bank} past headlines with their photos; networks trained on "
            f"the same. {found.shared} more were left out because this collection holds their text "
            "or photo, or nearly."
        )
    if len(found.runs) > 1:
        click.echo("Runs: " + "; ".join(f"{model} with {recipe}" for model, recipe in found.runs))
    for note in found.notes:
        click.echo(f"Note: {note}.")
    click.echo()
    _print_table(("ranker", "label", "set to", *_HEADS.values(), "hub skew"),
                 [_measured(row) for row in found.rows])  # fmt: skip
    click.echo("\nDifference to plain cosine, paired:\n")
    _print_table(("ranker", *_HEADS.values(), "p of MRR"),
                 [_differences(row) for row in found.rows if row.against])  # fmt: skip
    best, plain = found.best(Knowledge.INDUCTIVE), found.rows[0]
    if best is not plain:
        gained = best.against["mrr@100"]
        click.echo(
            f"\nBest inductive ranker: {best.name}, MRR@100 {gained.second:.4f} against "
            f"{gained.first:.4f} of plain cosine, difference {gained.difference:+.4f} "
            f"({gained.interval.low:+.4f} to {gained.interval.high:+.4f})."
        )


def _measured(row: RankerRow) -> list[str]:
    values = row.measures.as_json()
    cells = []
    for name in _HEADS:
        ends, number = row.intervals[name], "{:.0f}" if name == "match_in_100" else "{:.3f}"
        made = (number.format(x) for x in (values[name], ends.low, ends.high))
        cells.append("{} [{}, {}]".format(*made))
    return [row.name, row.knowledge.value, row.settings, *cells, f"{row.hub_skew:.1f}"]


def _differences(row: RankerRow) -> list[str]:
    cells = []
    for name in _HEADS:
        apart, number = row.against[name], "{:+.0f}" if name == "match_in_100" else "{:+.3f}"
        ends = apart.interval
        made = (number.format(x) for x in (apart.difference, ends.low, ends.high))
        cells.append("{} [{}, {}]".format(*made))
    return [row.name, *cells, f"{row.against['mrr@100'].p:.4f}"]


def _print_table(heads: tuple[str, ...], rows: list[list[str]]) -> None:
    click.echo(f"| {' | '.join(heads)} |")
    click.echo(f"|{'---|' * len(heads)}")
    for row in rows:
        click.echo(f"| {' | '.join(row)} |")
