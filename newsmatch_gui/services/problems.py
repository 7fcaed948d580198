"""What was left out of a collection, as a list to open and to save."""

import csv
from pathlib import Path

from newsmatch_gui.domain.records import RowProblem
from newsmatch_gui.exchange.pairs import atomic_text, guarded
from newsmatch_gui.store.collection import Collection


def list_problems(folder: Path) -> tuple[RowProblem, ...]:
    """Return every row that import left out and every photo that could not be indexed."""
    with Collection.open(folder) as collection:
        photos = (_photo_problem(image.path, image.fault) for image in collection.images.faulty())
        return (*collection.articles.problems(), *photos)


def save_problems(folder: Path, target: Path) -> int:
    """Save the list as CSV; returns the number of rows.

    Raises:
        NewsMatchError: No collection, or the file cannot be written.
    """
    problems = list_problems(folder)
    with atomic_text(target) as file:
        writer = csv.writer(file)
        writer.writerow(("source", "row", "reason", "mend"))
        for problem in problems:
            source, reason, mend = map(guarded, (problem.source, problem.reason, problem.mend))
            writer.writerow((source, problem.row, reason, mend))
    return len(problems)


def _photo_problem(path: str, fault: str) -> RowProblem:
    reason, _, mend = str(fault).partition("; ")  # bytes in a damaged database
    return RowProblem(path, 0, reason, mend or "fetch it again")
