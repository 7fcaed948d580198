"""Training pairs as files: JSON Lines without loss, and the CSV that open_clip reads."""

import csv
import json
import math
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from ulid import ULID

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import BEST_FIT, Decision, Pair, Shown, Verdict

DECISION_COLUMNS = frozenset({"decision_id", "verdict", "article_id", "decided_at", "annotator"})
"""Columns by which a table of decisions is recognised."""

_LAST_RANK = 2**31
# A spreadsheet runs a cell that starts like this, in East Asia also with the wide signs; headlines
# are other people's text.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@contextmanager
def atomic_text(target: Path) -> Iterator[TextIO]:
    """Open a file for writing that appears under its name only when complete.

    Raises:
        NewsMatchError: It cannot be written, or is a folder.
    """
    try:
        if target.is_dir():
            raise NewsMatchError(f"{target} is a folder; name a file in it")
        draft = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with draft.open("w", encoding="utf-8", newline="") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise NewsMatchError(
            f"{target} cannot be written ({error.strerror}); choose another place"
        ) from error


def write_jsonl(target: Path, pairs: Iterable[Pair]) -> int:
    """Write every decision as one JSON object a line; returns the number of lines."""
    count = 0
    with atomic_text(target) as file:
        for pair in pairs:
            article, image, decision = pair.article, pair.image, pair.decision
            row = {
                "decision_id": decision.id,
                "verdict": decision.verdict.value,
                "article_id": article.id,
                "title": article.title,
                "text": article.text,
                "domain": article.domain,
                "lang": article.lang,
                "url": article.url,
                "image_id": image.id if image else None,
                "image": image.path if image else None,
                "content_hash": image.content_hash if image else None,
                "caption": image.caption if image else None,
                "credit": image.credit if image else None,
                "licence": image.licence if image else None,
                "annotator": decision.annotator,
                "decided_at": decision.decided_at,
                "reason": decision.reason,
                "note": decision.note,
                "fit": decision.fit or None,
                "batch": decision.batch,
                "shown": asdict(decision.shown),
                # How the article is read now; ``shown`` tells how it was when decided.
                "read": [part.text for part in pair.reading.parts] if pair.reading else None,
                "recipe": pair.reading.recipe if pair.reading else None,
                "translator": pair.reading.translator if pair.reading else None,
            }
            # A damaged database may hold bytes where a text was.
            file.write(json.dumps(row, ensure_ascii=False, default=repr) + "\n")
            count += 1
    return count


def read_decision(cells: Mapping[str, str]) -> Decision | None:
    """Return the decision of a row that ``write_jsonl`` wrote, or None when it is none."""
    try:
        shown = json.loads(cells.get("shown") or "{}")
        verdict, image_id = Verdict(cells["verdict"]), cells.get("image_id") or None
        fit = int(cells.get("fit") or 0)
        rank, score = int(shown.get("rank", 0)), float(shown.get("score", 0))
        if (verdict is Verdict.NONE_FITS) != (image_id is None) or not 0 <= fit <= BEST_FIT:
            return None
        if not 0 <= rank <= _LAST_RANK or not math.isfinite(score):
            return None
        return Decision(
            str(ULID.from_str(cells["decision_id"])), cells["article_id"], image_id, verdict,
            cells["annotator"], cells["decided_at"],
            Shown(str(shown.get("model", "")), str(shown.get("recipe", "")),
                  rank, score),
            cells.get("reason", ""), cells.get("note", ""), fit, cells.get("batch", ""),
        )  # fmt: skip
    except (KeyError, ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def write_openclip_csv(target: Path, pairs: Iterable[Pair]) -> int:
    """Write fitting pairs as open_clip's ``CsvDataset`` reads them.

    Tab-separated with the columns ``filepath`` and ``title``: the first text that is read of the
    article, or its headline while it is not indexed. A title that a spreadsheet would run as a
    formula gets a leading blank, which every tokenizer ignores.

    Args:
        target: The file.
        pairs: Decisions; only chosen and acceptable images are pairs to learn from.

    Returns:
        The number of pairs written.
    """
    count = 0
    with atomic_text(target) as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(("filepath", "title"))
        for pair in pairs:
            fits = pair.decision.verdict in (Verdict.CHOSEN, Verdict.ACCEPTABLE)
            if fits and pair.image is not None:
                read = pair.reading.parts[0].text if pair.reading else pair.article.title
                title = " ".join(read.split())
                writer.writerow((pair.image.path, guarded(title)))
                count += 1
    return count


def write_sidecar(target: Path, recipe: str, model: str, count: int) -> None:
    """Write ``<target>.json``, which says by which recipe and for which model a CSV was written."""
    about = {"recipe": recipe, "model": model, "pairs": count}
    with atomic_text(target.with_name(f"{target.name}.json")) as file:
        json.dump(about, file, ensure_ascii=False, indent=1)


def guarded(text: str) -> str:
    """Return a cell with a leading blank if a spreadsheet would run it as a formula."""
    return f" {text}" if text.startswith(_FORMULA) else text
