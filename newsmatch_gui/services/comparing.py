"""Comparing two rankings of the same true images."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from newsmatch_gui.domain.comparison import Difference, Tick, compare
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.services.pools import indexed_models, pool_by
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.services.reading import list_recipes
from newsmatch_gui.store.collection import DATABASE

TrueRanks = tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rankings, measure by measure.

    Attributes:
        n: True images that both ranked.
        left_out: True images that only one of them ranked.
        differences: One for each measure.
    """

    n: int
    left_out: int
    differences: tuple[Difference, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain values, measures by name."""
        rows = {d.measure: asdict(d) | {"interval": d.interval.as_json()} for d in self.differences}
        for row in rows.values():
            for name in ("first", "second", "difference"):
                row[name] = row[name] if np.isfinite(row[name]) else None
            del row["measure"]
        return {"n": self.n, "left_out": self.left_out, "measures": rows}


def compare_ranks(first: TrueRanks, second: TrueRanks, *, tick: Tick = lambda: None) -> Comparison:
    """Compare two rankings over the true images that both ranked.

    Args:
        first: (article, true image, its rank).
        second: The same of the other ranking.
        tick: Called every now and then; what it raises ends the work.

    Raises:
        NewsMatchError: They have no true image in common.
    """
    ours = {(article, image): rank for article, image, rank in first}
    theirs = {(article, image): rank for article, image, rank in second}
    both = [pair for pair in ours if pair in theirs]
    if not both:
        raise NewsMatchError(
            "the two have no article with the same true image in common, so nothing can be paired"
        )
    row = {article: number for number, article in enumerate(dict.fromkeys(a for a, _ in both))}
    differences = compare(
        np.array([ours[pair] for pair in both], np.int64),
        np.array([theirs[pair] for pair in both], np.int64),
        np.array([row[article] for article, _ in both], np.int64),
        tick=tick,
    )
    return Comparison(len(both), len(ours.keys() ^ theirs.keys()), differences)


def rival(folder: Path, name: str) -> Pool:
    """Return the pool that a collection is compared with.

    Args:
        folder: The collection.
        name: Another collection, or a model or a recipe that indexed this one.

    Raises:
        NewsMatchError: It is none of them.
    """
    if (Path(name).expanduser() / DATABASE).is_file():
        return pool_by(Path(name))
    models = indexed_models(folder)
    if name in models or any(name in names for names in models.values()):
        return pool_by(folder, model=name)
    if Path(name).is_file() or any(recipe.name == name for recipe in list_recipes()):
        return pool_by(folder, recipe=name)
    raise NewsMatchError(
        f"{name} is neither a collection nor a model or a recipe that indexed {folder}; "
        f"models there are: {', '.join(names[0] for names in models.values()) or 'none yet'}"
    )
