"""Measuring a collection as a paper did, beside the paper's figures."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from newsmatch_gui.domain.comparison import Interval
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.protocols import (
    TABLES,
    Column,
    FilledTable,
    PaperTable,
    contradictions,
)
from newsmatch_gui.services.evaluating import (
    Measured,
    TruePairs,
    ground_truth,
    measurable,
    measured,
    pair_ranks,
)
from newsmatch_gui.services.pools import narrowed, pool_by
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class ProtocolReport:
    """A paper's tables with one's own figures.

    Attributes:
        tables: In the paper's order.
        intervals: 95 % bootstrap intervals of one's own, by table, column and measure.
        notes: What to know before comparing, one sentence each.
    """

    tables: tuple[FilledTable, ...]
    intervals: dict[str, dict[str, dict[str, Interval]]]
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain values: by table, row and column the paper's figure and one's own."""
        tables = {}
        for table in self.tables:
            ends = self.intervals[table.paper.title]
            tables[table.paper.title] = {
                row: {
                    column.title: {"paper": paper, "ours": own} | (
                        {"interval": ends[column.title][row].as_json()}
                        if column.title in ends else {}
                    )
                    for column, paper, own in zip(
                        table.paper.columns, table.paper.cells(row), table.cells(row), strict=True
                    )
                }
                for row in table.paper.rows
            }  # fmt: skip
        return {"tables": tables, "notes": self.notes}


def mediaeval_2022(folder: Path, *, test: Path | None = None, model: str = "") -> ProtocolReport:
    """Fill the two tables of the reference paper.

    As in the task, every domain is a set of its own: its articles are ranked against the true
    images of its articles alone.

    Args:
        folder: The collection for the first table, and for the second if there is no other.
        test: The collection for the second table.
        model: Name or fingerprint of a model that indexed them; empty for the one that serves.

    Raises:
        NewsMatchError: No ground truth, or no such model.
    """
    tables, notes = [], list(contradictions())
    ends: dict[str, dict[str, dict[str, Interval]]] = {}
    for paper, source in zip(TABLES, (folder, test or folder), strict=True):
        made, intervals, lacking = _fill(paper, source, model)
        tables.append(made)
        ends[paper.title] = intervals
        notes += [note for note in lacking if note not in notes]
    if test is None:
        notes.append(f"Both tables are measured on {folder}; name the test set with --test.")
    return ProtocolReport(tuple(tables), ends, tuple(notes))


def _fill(
    paper: PaperTable, folder: Path, model: str
) -> tuple[FilledTable, dict[str, dict[str, Interval]], list[str]]:
    truth = ground_truth(folder)
    with Collection.open(folder) as collection:
        domains = {line.id: str(line.domain) for line in collection.articles.lines()}
    ours, intervals, notes = {}, {}, []
    for column in paper.columns:
        own = tuple(pair for pair in truth if domains[pair[0]] == column.domain)
        pool = _pool(column, folder, model, notes) if own else None
        made = _measure(pool, own) if pool else None
        ours[column] = made.measures if made else None
        if made:
            intervals[column.title] = made.intervals
    return FilledTable(paper, ours), intervals, notes


def _pool(column: Column, folder: Path, model: str, notes: list[str]) -> Pool | None:
    """Return the pool as the column's recipe reads it; note how to get it when there is none."""
    try:
        return pool_by(folder, model=model, recipe=column.recipe)
    except NewsMatchError as error:
        if str(error) not in notes:
            notes.append(str(error))
        return None


def _measure(pool: Pool, truth: TruePairs) -> Measured | None:
    try:
        pairs = measurable(pool, truth)
    except NewsMatchError:
        return None
    own = narrowed(pool, {image_id for _, image_id in truth})
    row = {article: number for number, article in enumerate(dict.fromkeys(a for a, _ in pairs))}
    owner = np.array([row[article_id] for article_id, _ in pairs], np.int64)
    return measured(pair_ranks(own, pairs), len(own.image_ids), owner)
