"""What a report is made of: a study, its measures, and what a rival changes."""

from dataclasses import dataclass

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.evaluating import Evaluation, evaluate
from newsmatch_gui.services.leakage import leaks
from newsmatch_gui.services.side_by_side import SideBySide, compared
from newsmatch_gui.services.studying import Study
from newsmatch_gui.store.collection import Collection


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything that a report is made of.

    Attributes:
        study: What is reported on.
        evaluation: Its measures, with intervals and both ways.
        warnings: What flatters them.
        failure_tags: What people said of failures, by article.
        sides: The rival beside it, None without one.
    """

    study: Study
    evaluation: Evaluation
    warnings: tuple[str, ...]
    failure_tags: dict[str, tuple[str, ...]]
    sides: SideBySide | None


def find(study: Study, rival: Study | None) -> Work[Findings]:
    """Measure a study for a report.

    Raises:
        NewsMatchError: The rival has no true image in common with it.
    """
    yield Progress(0, 0, "measuring")
    evaluation = evaluate(study.pool)
    yield Progress(0, 0, "looking for leakage")
    warnings = leaks(study.pool)
    sides = None
    if rival is not None:
        sides = yield from compared(study, rival)
    return Findings(study, evaluation, warnings, _failure_tags(study), sides)


def _failure_tags(study: Study) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    with Collection.open(study.pool.folder) as collection:
        for row in collection.failure_tags.all_current():
            found[row.article_id] = (*found.get(row.article_id, ()), row.tag.value)
    return found
