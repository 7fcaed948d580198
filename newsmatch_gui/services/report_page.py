"""What the HTML page of a report says."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from newsmatch_gui import __version__
from newsmatch_gui.domain.comparison import Interval
from newsmatch_gui.domain.measures import DEPTH, MISSED, Ranks
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.exchange.html_report import Grid, Report, Section, render_study
from newsmatch_gui.exchange.pairs import atomic_text
from newsmatch_gui.exchange.svg_charts import Chart, bar_chart, share_chart
from newsmatch_gui.services.evaluating import BothWays
from newsmatch_gui.services.findings import Findings
from newsmatch_gui.services.report_cases import Album, changes, failures, hubs
from newsmatch_gui.services.side_by_side import SideBySide, Turn

_BINS = (1, 2, 4, 11, 31, 101, 301, 1_001, 3_001, 10_001)
_DIGITS = {"median_rank": 1, "match_in_100": 0}  # behind the point; 4 of all others
_NAMES = {
    "mrr@100": "MRR@100", "median_rank": "Median rank", "match_in_100": "Match-in-100",
    **{f"recall@{k}": f"Recall@{k}" for k in (1, 5, 10, 50, 100)},
}  # fmt: skip


def write_page(found: Findings, target: Path, *, most: int) -> Work[None]:
    """Write the page.

    Args:
        found: What it says.
        target: The file.
        most: Articles of each kind.

    Raises:
        NewsMatchError: The file cannot be written.
    """
    album = Album.of(found.study, *([found.sides.after] if found.sides else []))
    sections = [_measures(found), Section("Where the true images stand", charts=_charts(found))]
    if found.sides is not None:
        sections.append((yield from _comparison(found.sides, album, most)))
    sections.append(hubs(found.study, album))
    sections.append((yield from failures(found, album, most)))
    yield Progress(0, 0, "writing the report")
    page = render_study(
        Report(
            f"NewsMatch report: {found.study.pool.folder.stem}", _facts(found), tuple(sections),
            _colophon(),
        )
    )  # fmt: skip
    with atomic_text(target) as file:
        file.write(page)


def _facts(found: Findings) -> tuple[tuple[str, str], ...]:
    study, measures = found.study, found.study.measures
    left_out = f", {study.left_out:,} left out" if study.left_out else ""
    facts = [
        ("Model and recipe", study.title),
        ("Measured", f"{len(study.articles):,} articles against {measures.pool:,} images"
                     + left_out),
        ("Fingerprint of the model", study.pool.model.fingerprint),
        ("Made", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC by NewsMatch {__version__}"),
    ]  # fmt: skip
    if found.sides is not None:
        facts.insert(1, ("Compared with", found.sides.after.title))
    return tuple(facts)


def _colophon() -> str:
    return (
        "Measures as defined by MediaEval NewsImages: only the first 100 places count, a miss adds "
        "0. Intervals: 95 %, percentile bootstrap over articles (Efron and Tibshirani 1993). "
        "p: two-sided paired randomisation test (Smucker, Allan and Carterette 2007). σ: standard "
        "deviations above the average image of the same article. Pictures belong to whom they are "
        "credited to; they are embedded small, without their metadata."
    )


# Measures ------------------------------------------------------------------------------------


def _measures(found: Findings) -> Section:
    whole = found.evaluation.whole
    grids = [
        _both_ways("All articles", whole),
        *(_both_ways(f"Domain {name}", group)
          for name, group in found.evaluation.by_domain.items()
          if len(found.evaluation.by_domain) > 1),
    ]  # fmt: skip
    mixed = (found.evaluation.mixed,) if found.evaluation.mixed else ()
    return Section("Measures", warnings=(*found.warnings, *mixed), grids=tuple(grids))


def _both_ways(caption: str, group: BothWays) -> Grid:
    def cells(name: str) -> Iterator[str]:
        for way in (group.forward, group.backward):
            yield _number(name, way.measures.as_json()[name])
            yield _ends(name, way.intervals[name])

    heads = ("Measure", "Image for article", "95 % interval", "Article for image", "95 % interval")
    rows = tuple((title, *cells(name)) for name, title in _NAMES.items())
    return Grid(f"{caption} ({group.forward.measures.n:,})", heads, rows)


def _number(name: str, value: float | None) -> str:
    if value is None or not np.isfinite(value):
        return "over half missed"
    return _fixed(name, value)


def _fixed(name: str, value: float) -> str:
    return f"{value:,.{_DIGITS.get(name, 4)}f}"


def _ends(name: str, interval: Interval) -> str:
    return f"{_number(name, interval.low)} to {_number(name, interval.high)}"


# Charts --------------------------------------------------------------------------------------


def _charts(found: Findings) -> tuple[Chart, ...]:
    study, sides = found.study, found.sides
    pool = study.measures.pool
    depth = min(DEPTH, pool)
    curves = [(study.title, _recall(study.pair_ranks, depth))]
    if sides is not None:
        curves.append((sides.after.title, _recall(sides.after.pair_ranks, depth)))
    curves.append(("chance", [k / pool for k in range(1, depth + 1)]))
    said = ", ".join(f"{k}: {curves[0][1][k - 1]:.3f}" for k in (1, 5, 10, 50, 100) if k <= depth)
    names, counts = _rank_bins(study.true_ranks, pool)
    listed = ", ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
    return (
        share_chart("Share of true images among the first k", f"Recall at {said}.", curves,
                    across="k", upwards="recall@k"),
        bar_chart("Ranks of the true images", f"Articles by rank, {listed}.", names, counts,
                  across="rank", upwards="articles"),
    )  # fmt: skip


def _recall(ranks: Ranks, depth: int) -> list[float]:
    reached = np.searchsorted(np.sort(ranks), np.arange(1, depth + 1), side="right")
    return (reached / len(ranks)).tolist()


def _rank_bins(ranks: Ranks, pool: int) -> tuple[list[str], list[int]]:
    starts = [start for start in _BINS if start <= pool]
    counts, _ = np.histogram(ranks, [*starts, MISSED])
    ends = [start - 1 for start in starts[1:]]
    names = [str(s) if s == e else f"{s}–{e}" for s, e in zip(starts, ends, strict=False)]
    return [*names, f"{starts[-1]}+"], counts.tolist()


# Comparison ----------------------------------------------------------------------------------


def _comparison(sides: SideBySide, album: Album, most: int) -> Work[Section]:
    counts = sides.counts()
    cases = yield from changes(sides, album, most)
    return Section(
        "Comparison",
        f"Before: {sides.before.title}. After: {sides.after.title}. "
        f"{counts[Turn.IMPROVED]:,} articles improved, {counts[Turn.WORSE]:,} got worse, "
        f"{counts[Turn.UNCHANGED]:,} are unchanged; {sides.comparison.left_out:,} true images were "
        "ranked by one of them only.",
        grids=(_differences(sides),), charts=(_changed(sides),), cases=cases,
    )  # fmt: skip


def _differences(sides: SideBySide) -> Grid:
    rows = []
    for d in sides.comparison.differences:
        if d.measure in _NAMES:
            ends = (f"{_signed(d.measure, e)}" for e in (d.interval.low, d.interval.high))
            rows.append((
                _NAMES[d.measure], _number(d.measure, d.first), _number(d.measure, d.second),
                _signed(d.measure, d.difference), " to ".join(ends), f"{d.p:.4f}",
            ))  # fmt: skip
    heads = ("Measure", "Before", "After", "Difference", "95 % interval", "p")
    return Grid(f"{sides.comparison.n:,} true images ranked by both", heads, tuple(rows))


def _signed(name: str, value: float) -> str:
    if not np.isfinite(value):
        return "∞" if value > 0 else "−∞"
    return ("+" if value >= 0 else "−") + _fixed(name, abs(value))


def _changed(sides: SideBySide) -> Chart:
    names, counts = sides.factors()
    listed = ", ".join(f"{name}: {count}" for name, count in zip(names, counts, strict=True))
    return bar_chart(
        "How many times nearer to the top, or farther from it",
        f"Articles by the factor between their ranks, {listed}.", names, counts,
        across="÷2: two to four times farther, ×2: two to four times nearer", upwards="articles",
    )  # fmt: skip
