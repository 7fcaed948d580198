"""What the bench tells of a study in figures: measures and curves of all articles and by domain."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.curves import RecallCurve, binned, log_bins, recall_curve
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.evaluating import Measured, measured
from newsmatch_gui.services.studying import Study


@dataclass(frozen=True, slots=True, eq=False)
class MeasuredGroup:
    """Some articles of a study, ranked against the whole pool.

    Attributes:
        domain: Which ones; empty for all.
        articles: How many.
        measured: Their measures with intervals.
        curve: Recall@k of their true images.
        ranks: How many true images lie in each bin of ``StudyMeasures.bins``; (bins,).
    """

    domain: str
    articles: int
    measured: Measured
    curve: RecallCurve
    ranks: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class StudyMeasures:
    """All articles, then each domain where there are several; bins are (first, last) ranks."""

    groups: tuple[MeasuredGroup, ...]
    bins: tuple[tuple[int, int], ...]


def measure_study(study: Study) -> Work[StudyMeasures]:
    """Measure a study as a whole and domain by domain, with bootstrap intervals."""
    pool = len(study.pool.image_ids)
    bins = log_bins(pool)
    domains = np.array([article.domain for article in study.articles])[study.pair_articles]
    names = sorted(set(domains))
    wanted = ["", *(names if len(names) > 1 else ())]
    groups = []
    for number, name in enumerate(wanted):
        yield Progress(number, len(wanted), "measuring")
        rows = domains == name if name else np.ones(len(domains), bool)
        ranks, owner = study.pair_ranks[rows], study.pair_articles[rows]
        groups.append(
            MeasuredGroup(
                domain=name,
                articles=len(np.unique(owner)),
                measured=measured(ranks, pool, owner),
                curve=recall_curve(ranks, owner),
                ranks=binned(ranks, bins),
            )
        )
    return StudyMeasures(tuple(groups), bins)
