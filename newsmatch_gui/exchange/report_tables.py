"""The articles of a study as CSV for a spreadsheet, or with all measures as JSON."""

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from newsmatch_gui.exchange.pairs import atomic_text, guarded


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One studied article as a table has it.

    Attributes:
        article: Id of the article.
        title: Its headline.
        domain: Its text domain.
        lang: Its language code.
        tags: Tags that came with it.
        failures: What people said of its failure.
        true_image: Id of its true image, the best ranked of several.
        rank: Rank of that from 1.
        score: Score of that.
        best_image: Id of the image ranked first.
        best_score: Score of that.
        rank_after: Rank of the true image by the rival; None where it did not rank it.
        best_after: Id of the image that the rival ranked first.
        change: Change of the reciprocal rank, of which only the first 100 places count.
        turn: Which way the article went.
    """

    article: str
    title: str
    domain: str
    lang: str
    tags: tuple[str, ...]
    failures: tuple[str, ...]
    true_image: str
    rank: int
    score: float
    best_image: str
    best_score: float
    rank_after: int | None = None
    best_after: str = ""
    change: float | None = None
    turn: str = ""


COLUMNS = tuple(field.name for field in fields(ArticleRow))
ALONE = COLUMNS[: COLUMNS.index("rank_after")]
"""Columns of a study without a rival."""


def write_csv(target: Path, rows: Sequence[ArticleRow], columns: Sequence[str]) -> None:
    """Write one line for each article; what a spreadsheet would run gets a leading blank."""
    with atomic_text(target) as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(getattr(row, name)) for name in columns])


def write_json(
    target: Path, about: Mapping[str, Any], rows: Sequence[ArticleRow], columns: Sequence[str]
) -> None:
    """Write one object: what is known of the whole, and under ``articles`` one for each."""
    listed = [{name: getattr(row, name) for name in columns} for row in rows]
    with atomic_text(target) as file:
        json.dump({**about, "articles": listed}, file, ensure_ascii=False, indent=1)


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        value = "; ".join(value)
    # Readers of CSV stop at a zero byte.
    return guarded(value.replace("\0", "")) if isinstance(value, str) else value
