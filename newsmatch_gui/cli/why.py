"""The command that says why a picture got its score for an article."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from newsmatch_gui.cli.options import COLLECTION, MODEL, RECIPE
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.explanation import Explanation, Method
from newsmatch_gui.services.explained_picture import save_explained
from newsmatch_gui.services.explaining import explain, image_of
from newsmatch_gui.services.pools import pool_by

_SHOWN = 10


@click.command()
@COLLECTION
@click.argument("article")
@click.argument("image")
@click.option("--method", type=click.Choice([method.value for method in Method]),
              default=Method.AUTO.value, show_default=True,
              help="Occlusion is slow and needs no gradients.")  # fmt: skip
@MODEL
@RECIPE
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help="Save the picture with its map as PNG.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with the whole map.")
def why(
    collection: Path, article: str, image: str, method: str, model: str, recipe: str,
    out: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Say which parts of IMAGE and which words of ARTICLE in COLLECTION made their score."""
    pool = pool_by(collection, model=model, recipe=recipe)
    found = run(explain(pool, article, image, method))
    if out is not None:
        save_explained(found, image_of(pool, image).path, out)
    if as_json:
        click.echo(json.dumps(_as_json(found), ensure_ascii=False))
    else:
        _tell(found, out)


def _as_json(found: Explanation) -> dict[str, Any]:
    return {
        "article_id": found.article_id, "image_id": found.image_id, "model": found.model,
        "method": found.method.value, "score": found.score, "blank": found.blank,
        "cells": [[float(cell) for cell in row] for row in found.cells],
        "seen": asdict(found.seen), "part_count": found.part_count,
        "parts": [asdict(part) for part in found.parts],
    }  # fmt: skip


def _tell(found: Explanation, out: Path | None) -> None:
    click.echo(f"The score is {found.score:.3f}; a grey picture would have {found.blank:.3f}.")
    click.echo(f"{found.model}, {found.method}, {len(found.parts)} of {found.part_count} texts "
               "that were read. Words, and what each did to the score:")  # fmt: skip
    for word in found.words()[:_SHOWN]:
        click.echo(f"  {word.weight:+.3f}  {word.text}")
    for name, row, column in _extremes(found):
        click.echo(f"{name}: row {row + 1} of {found.cells.shape[0]}, column {column + 1} of "
                   f"{found.cells.shape[1]}, {found.cells[row, column]:+.3f}")  # fmt: skip
    if out is not None:
        click.echo(f"The map is in {out}")


def _extremes(found: Explanation) -> list[tuple[str, int, int]]:
    """Return the places that raised and that lowered the score most, if any did."""
    columns = found.cells.shape[1]
    most, least = int(found.cells.argmax()), int(found.cells.argmin())
    places = []
    if found.cells.max() > 0:
        places.append(("The place that raised it most", *divmod(most, columns)))
    if found.cells.min() < 0:
        places.append(("The place that lowered it most", *divmod(least, columns)))
    return places
