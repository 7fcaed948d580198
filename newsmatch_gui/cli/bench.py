"""Commands for researchers: measure, compare, reproduce a paper's tables, submit."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from newsmatch_gui.cli.options import COLLECTION, FOLDER, MODEL, RECIPE
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.comparison import Interval
from newsmatch_gui.domain.measures import DEPTH, Measures
from newsmatch_gui.domain.protocols import PROTOCOLS, FilledTable
from newsmatch_gui.services.comparing import Comparison, compare_ranks, rival
from newsmatch_gui.services.evaluating import BothWays, Evaluation, Measured, evaluate
from newsmatch_gui.services.leakage import leaks
from newsmatch_gui.services.pools import pool_by
from newsmatch_gui.services.protocols import ProtocolReport, mediaeval_2022
from newsmatch_gui.services.submitting import (
    FORMATS,
    FRAMES,
    report_lines,
    score_run,
    submit_run,
    submit_zip,
)

_NONE = "–"


@click.command("evaluate")
@COLLECTION
@MODEL
@RECIPE
@click.option("--tag", "tags", multiple=True, help="Measure its articles apart; can be repeated.")
@click.option("--against", default="",
              help="A collection to compare with, or a model or recipe of this one.")  # fmt: skip
@click.option("--split-from", type=FOLDER,
              help="The training collection, to look for leakage.")  # fmt: skip
@click.option("--run-file", "run_files", multiple=True,
              type=click.Path(path_type=Path, dir_okay=False),
              help="Score this run file; a second one is compared with it.")  # fmt: skip
@click.option("--protocol", type=click.Choice(PROTOCOLS), help="Print a paper's tables.")
@click.option("--test", type=FOLDER, help="The test collection of the protocol.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def evaluate_(
    collection: Path, model: str, recipe: str, tags: tuple[str, ...], against: str,
    split_from: Path | None, run_files: tuple[Path, ...], protocol: str | None, test: Path | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Measure COLLECTION against its ground truth by the rules of MediaEval NewsImages."""
    _check_one_at_a_time(against, run_files, protocol, test)
    _check_used(run_files, protocol, against, {
        "--model": model, "--recipe": recipe, "--tag": tags, "--split-from": split_from,
    })  # fmt: skip
    if protocol:
        _print_protocol(mediaeval_2022(collection, test=test, model=model), as_json=as_json)
        return
    if run_files:
        if split_from is not None:
            _warn(leaks(pool_by(collection), split_from=split_from))
        _score(collection, run_files, as_json=as_json)
        return
    pool = pool_by(collection, model=model, recipe=recipe)
    warnings = leaks(pool, split_from=split_from)
    _warn(warnings)
    first = evaluate(pool, tags=tags)
    if against:
        other = rival(collection, against)
        if other.made_by == pool.made_by:
            _warn(["both sides are the same; say with --model or --recipe what the first one is"])
        _warn([leak for leak in leaks(other, split_from=split_from) if leak not in warnings])
        _print_pair(first, evaluate(other), as_json=as_json)
    elif as_json:
        click.echo(json.dumps(first.as_json() | {"warnings": warnings}))
    else:
        print_measures(first)


def _check_one_at_a_time(
    against: str, run_files: Sequence[Path], protocol: str | None, test: Path | None
) -> None:
    if sum(map(bool, (against, run_files, protocol))) > 1:
        raise click.UsageError("give only one of --against, --run-file and --protocol")
    if len(run_files) > 2:
        raise click.UsageError("compare two run files at a time")
    if test is not None and not protocol:
        raise click.UsageError("--test goes with --protocol")


def _check_used(
    run_files: Sequence[Path], protocol: str | None, against: str, given: Mapping[str, object]
) -> None:
    """Refuse what would change nothing: the figures would be taken for others."""
    if given["--recipe"] and protocol:
        raise click.UsageError("the protocol says by which recipes articles are read")
    unused = {
        "--run-file": ("--model", "--recipe", "--tag") if run_files else (),
        "--protocol": ("--tag", "--split-from") if protocol else (),
        "--against": ("--tag",) if against else (),
    }
    for option, others in unused.items():
        for other in others:
            if given[other]:
                raise click.UsageError(f"{other} does not go with {option}")


def _warn(sentences: Sequence[str]) -> None:
    for sentence in sentences:
        click.echo(sentence, err=True)


def print_measures(found: Evaluation) -> None:
    """Print the measures of a collection, of its domains and of the tags asked for."""
    click.echo(_what(found))
    if found.mixed:
        click.echo(f"  {found.mixed}")
    if found.left_out:
        click.echo(
            f"  {found.left_out} true images left out: they or their articles are not indexed"
        )
    _print_block(found.whole)
    groups = found.by_domain if len(found.by_domain) > 1 else {}
    for name, group in (groups | {f"tag {tag}": g for tag, g in found.by_tag.items()}).items():
        click.echo(f"{name}: {group.forward.measures.n} of them")
        _print_block(group)


def _what(found: Evaluation) -> str:
    """Say what was measured; articles may have several true images."""
    n, articles = found.measures.n, len(found.ranks)
    true = "" if n == articles else f" with {n} true images"
    pool = found.measures.pool
    return f"{articles} articles{true} against {pool} images, {found.model}, {found.recipe}"


def _print_block(group: BothWays) -> None:
    click.echo(f"  {'':15s} {'image for article, 95 %':31s} article for image, 95 %")
    backward = dict(_rows(group.backward))
    for name, cell in _rows(group.forward):
        click.echo(f"  {name:15s} {cell:31s} {backward[name]}".rstrip())


def _rows(found: Measured) -> Iterator[tuple[str, str]]:
    """Yield each measure's printed name, its figure and its interval."""
    for key, value in found.measures.as_json().items():
        if key not in found.intervals:
            continue
        shown = _figure(key, value, found.measures)
        yield _name(key), f"{shown:9s} {_ends(key, found.intervals[key])}"


def _name(key: str) -> str:
    named = {"match_in_100": "Match-in-100", "mrr@100": "MRR@100", "median_rank": "Median rank"}
    word, _, k = key.partition("@")
    return named.get(key, f"{'MeanRecall' if word == 'recall' else 'Precision'}@{k}")


def _figure(key: str, value: float | int | None, measures: Measures | None = None) -> str:
    if value is None or value == float("inf"):
        return f"over {DEPTH}" if key == "median_rank" else _NONE
    if key == "match_in_100":
        return f"{value:.0f}/{measures.n}" if measures else f"{value:.0f}"
    return f"{value:.1f}" if key == "median_rank" else f"{value:.5f}"


def _ends(key: str, interval: Interval) -> str:
    low, high = (_figure(key, end) for end in (interval.low, interval.high))
    return f"{low} to {high}"


def _print_pair(first: Evaluation, second: Evaluation, *, as_json: bool) -> None:
    found = compare_ranks(first.true_ranks, second.true_ranks)
    if as_json:
        both = {"first": first.as_json(), "second": second.as_json()}
        click.echo(json.dumps(both | {"comparison": found.as_json()}))
        return
    for word, one in (("first", first), ("second", second)):
        click.echo(f"{word}: {_what(one)}")
        if one.mixed:
            click.echo(f"  {one.mixed}")
    if first.measures.pool != second.measures.pool:
        click.echo("the pools differ in size, which changes every measure by itself")
    _print_comparison(found)


def _print_comparison(found: Comparison) -> None:
    click.echo(f"{found.n} true images ranked by both, {found.left_out} by only one of them")
    click.echo(f"  {'':15s} {'first':>9s} {'second':>9s} {'difference, 95 %':>32s} {'p':>8s}")
    for d in found.differences:
        first, second = (_figure(d.measure, value) for value in (d.first, d.second))
        digits = 1 if d.measure in ("median_rank", "match_in_100") else 5
        ends = f"{d.interval.low:+.{digits}f} to {d.interval.high:+.{digits}f}"
        change = f"{d.difference:+.{digits}f} ({ends})"
        click.echo(f"  {_name(d.measure):15s} {first:>9s} {second:>9s} {change:>32s} {d.p:8.4f}")


def _score(collection: Path, files: Sequence[Path], *, as_json: bool) -> None:
    reports = [score_run(collection, file) for file in files]
    found = compare_ranks(*(r.true_ranks for r in reports)) if len(reports) > 1 else None
    if as_json:
        told = [report.as_json() for report in reports]
        fields = told[0]
        if found is not None:
            fields = {"first": told[0], "second": told[1], "comparison": found.as_json()}
        click.echo(json.dumps(fields))
        return
    for file, report in zip(files, reports, strict=True):
        _warn([f"{file.name}: {note}" for note in report.notes])
        for line in report_lines(report.whole.measures):
            click.echo(line)
    if found is not None:
        _print_comparison(found)


def _print_protocol(report: ProtocolReport, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(report.as_json()))
        return
    for table in report.tables:
        _print_table(table)
    for note in report.notes:
        click.echo(f"- {note}")


def _print_table(table: FilledTable) -> None:
    click.echo(f"{table.paper.title}: the paper's figures and ours")
    heads = "".join(f"  {column.title:^17s}" for column in table.paper.columns)
    click.echo(f"{'':14s}{heads}".rstrip())
    click.echo(f"{'':14s}" + f"  {'paper':>8s} {'ours':>8s}" * len(table.paper.columns))
    for row in table.paper.rows:
        ours = [table.ours.get(column) for column in table.paper.columns]
        pairs = zip(table.paper.cells(row), table.cells(row), ours, strict=True)
        cells = "".join(
            f"  {_cell(row, paper, 1500):>8s} {_cell(row, own, m.n if m else 0):>8s}"
            for paper, own, m in pairs
        )
        click.echo(f"{_name(row):14s}{cells}")
    click.echo()


def _cell(row: str, value: float | None, of: int) -> str:
    if value is None:
        return _NONE
    return f"{value:.0f}/{of}" if row == "match_in_100" else f"{value:.5f}"


@click.command()
@COLLECTION
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "format_", type=click.Choice(FORMATS), default="tsv", show_default=True,
              help="Run file of 2021 to 2023, or ZIP of pictures of 2025.")  # fmt: skip
@click.option("--depth", type=click.IntRange(DEPTH), default=DEPTH, show_default=True,
              help="Images of each article in a run file.")  # fmt: skip
@click.option("--group", default="", help="Name of the team (2025).")
@click.option("--approach", default="", help="Name of the run (2025).")
@click.option("--frame", type=click.Choice(FRAMES), default="crop", show_default=True,
              help="How photos become 460 x 260: cut, or with bars (2025).")  # fmt: skip
@MODEL
@RECIPE
def submit(
    collection: Path, out: Path, format_: str, depth: int, group: str, approach: str, frame: str,
    model: str, recipe: str,
) -> None:  # fmt: skip
    """Write a submission of COLLECTION to OUT, to take part in NewsImages."""
    pool = pool_by(collection, model=model, recipe=recipe)
    if format_ == "tsv":
        made = run(submit_run(pool, out, depth=depth))
        click.echo(f"{made.articles} articles with {made.depth} images each written to {out}")
    else:
        made = run(submit_zip(pool, out, group=group, approach=approach, frame=frame))
        how = "cropped from the centre" if frame == "crop" else "whole, with black beside them"
        click.echo(f"{made.articles} pictures of 460 x 260 pixels, {how}, written to {out}")
    if made.left_out:
        click.echo(f"  {made.left_out} articles left out: not indexed, or no picture", err=True)
    if made.replaced:
        click.echo(f"  {made.replaced} articles got a later picture: the best is gone", err=True)
