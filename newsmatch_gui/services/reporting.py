"""A study as a file to hand on: one HTML page, or a table of its articles as CSV or JSON."""

from pathlib import Path
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Work
from newsmatch_gui.exchange.report_tables import ALONE, COLUMNS, ArticleRow, write_csv, write_json
from newsmatch_gui.services.findings import Findings, find
from newsmatch_gui.services.report_page import write_page
from newsmatch_gui.services.side_by_side import SideBySide
from newsmatch_gui.services.studying import Study

KINDS = (".html", ".csv", ".json")


def write_report(
    study: Study, target: Path, *, rival: Study | None = None, failures: int = 25
) -> Work[None]:
    """Write a report on a study; an existing file is replaced as a whole.

    Args:
        study: What to report on.
        target: The file; its ending says what it becomes: one of ``KINDS``.
        rival: Another study to compare it with.
        failures: How many of the worst failures an HTML page shows, as many picked at random, and
            as many of the greatest gains and losses.

    Raises:
        NewsMatchError: Another ending, or the file cannot be written.
    """
    kind = target.suffix.lower()
    if kind not in KINDS:
        raise NewsMatchError(f"{target.name}: the name of a report ends in {' or '.join(KINDS)}")
    if target.is_dir():  # said before the work, not after it
        raise NewsMatchError(f"{target} is a folder; name a file in it")
    found = yield from find(study, rival)
    columns = ALONE if found.sides is None else COLUMNS
    if kind == ".html":
        yield from write_page(found, target, most=failures)
    elif kind == ".csv":
        write_csv(target, _rows(found), columns)
    else:
        write_json(target, _about(found), _rows(found), columns)


def _about(found: Findings) -> dict[str, Any]:
    pool, sides = found.study.pool, found.sides
    about: dict[str, Any] = {
        "collection": pool.folder.name,
        "fingerprint": pool.model.fingerprint,
        **found.evaluation.as_json(),
        "warnings": found.warnings,
    }
    if sides is not None:
        other = sides.after.pool
        about["comparison"] = {
            "collection": other.folder.name, "model": other.title,
            "fingerprint": other.model.fingerprint, "recipe": other.recipe,
            **sides.comparison.as_json(),
            "articles": {turn.value: count for turn, count in sides.counts().items()},
        }  # fmt: skip
    return about


def _rows(found: Findings) -> list[ArticleRow]:
    study, sides = found.study, found.sides
    place = {} if sides is None else {a.id: number for number, a in enumerate(sides.articles)}
    rows = []
    for number, article in enumerate(study.articles):
        later = _after(sides, place[article.id]) if sides and article.id in place else {}
        rows.append(
            ArticleRow(
                article.id, article.title, article.domain, article.lang, article.tags,
                found.failure_tags.get(article.id, ()),
                study.image_id(study.true_places[number]), int(study.true_ranks[number]),
                round(float(study.true_scores[number]), 6), study.image_id(study.top[number, 0]),
                round(float(study.top_scores[number, 0]), 6), **later,
            )
        )  # fmt: skip
    return rows


def _after(sides: SideBySide, number: int) -> dict[str, Any]:
    after = sides.after
    best = after.top[after.row[sides.articles[number].id], 0]
    return {
        "rank_after": int(sides.ranks_after[number]), "best_after": after.image_id(best),
        "change": float(sides.gains[number]), "turn": sides.turn(number).value,
    }  # fmt: skip
