"""Submissions to the task, and scoring anybody's run file."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.measures import DEPTH, MISSED, Measures
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.exchange.run_files import read_run, write_run
from newsmatch_gui.exchange.submission_zip import FRAMES, SubmissionZip, submission_zip
from newsmatch_gui.services.evaluating import Measured, ground_truth, measured
from newsmatch_gui.services.ranking import Pool, rank_article
from newsmatch_gui.store.collection import Collection

FORMATS = ("tsv", "zip-2025")
REPORTED = (5, 10, 50, 100)
_REPORT_EVERY = 50
_TRIED = 20  # candidates, when photos have gone since they were indexed


@dataclass(frozen=True, slots=True)
class RunReport:
    """How a run file did.

    Attributes:
        whole: Measures over the whole ground truth of the collection.
        true_ranks: (article, true image, its rank; ``MISSED`` beyond the first 100).
        notes: What was odd in the file, one sentence each.
    """

    whole: Measured
    true_ranks: tuple[tuple[str, str, int], ...]
    notes: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return measures, intervals and notes as plain values."""
        return self.whole.as_json() | {"notes": self.notes}


@dataclass(frozen=True, slots=True)
class Submission:
    """What was written.

    Attributes:
        articles: How many articles it holds.
        depth: Images of each article.
        left_out: Articles that are not indexed, or have no picture that can be read.
        replaced: Articles whose best picture could not be read any more, so that the next stands
            in its place.
    """

    articles: int
    depth: int
    left_out: int
    replaced: int = 0


def report_lines(measures: Measures) -> tuple[str, ...]:
    """Return the official report of the task, line by line."""
    return (
        f"matchIn100 {measures.match_in_100} {measures.n}",
        f"MeanReciprocalR {DEPTH} {measures.mrr:.5f}",
        *(f"MeanRecallAt {k} {measures.recall[k]:.5f}" for k in REPORTED),
    )


def score_run(folder: Path, file: Path) -> RunReport:
    """Score anybody's run file against the ground truth of a collection, which need no index.

    Only the first 100 images of an article count, a miss and an article that is not predicted
    add 0, and everything is divided by the number of ground-truth images.

    Raises:
        NewsMatchError: No ground truth, or no such run file.
    """
    truth = ground_truth(folder)
    with Collection.open(folder) as collection:
        pool = collection.images.paths().keys()
    row = {article: number for number, article in enumerate(dict.fromkeys(a for a, _ in truth))}
    run = read_run(file, row, pool)
    ranks = np.array([MISSED if r is None else r for r in run.ranks(truth)], np.int64)
    owner = np.array([row[article_id] for article_id, _ in truth], np.int64)
    return RunReport(
        measured(ranks, len(pool), owner),
        tuple((*pair, int(rank)) for pair, rank in zip(truth, ranks, strict=True)),
        run.notes,
    )


def submit_run(pool: Pool, target: Path, *, depth: int = DEPTH) -> Work[Submission]:
    """Write the run file of NewsImages 2021 to 2023: every indexed article, best images first.

    Args:
        pool: What is ranked.
        target: The file; one that exists is replaced as a whole.
        depth: Images of each article, 100 or more; the whole pool if that is smaller.

    Raises:
        NewsMatchError: Nothing is indexed, an id does not fit, or the file cannot be written.
    """
    articles, left_out = _articles(pool)
    depth = min(max(depth, DEPTH), len(pool.image_ids))
    lines = []
    for done, article_id in enumerate(articles):
        if done % _REPORT_EVERY == 0:
            yield Progress(done, len(articles), "ranking")
        order = rank_article(pool, article_id, top=depth).order
        lines.append((article_id, [pool.image_ids[place] for place in order]))
    write_run(target, lines)
    yield Progress(len(articles), len(articles), "ranking")
    return Submission(len(articles), depth, left_out)


def submit_zip(
    pool: Pool, target: Path, *, group: str, approach: str, frame: str = "crop"
) -> Work[Submission]:
    """Write the submission of NewsImages 2025: the best picture of every indexed article.

    Args:
        pool: What is ranked.
        target: The ZIP file; one that exists is replaced as a whole.
        group: Name of the team.
        approach: Name of the run.
        frame: ``crop`` or ``letterbox``: how a photo is brought to 460 × 260 pixels.

    Raises:
        NewsMatchError: Nothing is indexed, a name is missing, two articles get the same file
            name, or the file cannot be written.
    """
    if not group or not approach:
        raise NewsMatchError("the 2025 format needs names; give --group and --approach")
    if frame not in FRAMES:
        raise NewsMatchError(f"there is no frame {frame!r}; use {' or '.join(FRAMES)}")
    articles, left_out = _articles(pool)
    with Collection.open(pool.folder) as collection:
        paths = collection.images.paths()
    tried: Counter[int] = Counter()
    with submission_zip(target, group=group, approach=approach, frame=frame) as file:
        for done, article_id in enumerate(articles):
            yield Progress(done, len(articles), "drawing")
            tried[_add_best(pool, article_id, paths, file)] += 1
    yield Progress(len(articles), len(articles), "drawing")
    missing = tried.pop(0, 0)
    made = sum(tried.values())
    return Submission(made, 1, left_out + missing, replaced=made - tried[1])


def _articles(pool: Pool) -> tuple[list[str], int]:
    """Return the indexed articles in the order of the collection, and how many others are."""
    with Collection.open(pool.folder) as collection:
        lines = collection.articles.lines()
    articles = [line.id for line in lines if pool.is_indexed(line.id)]
    if not articles or not pool.image_ids:
        raise NewsMatchError(f'nothing is indexed; run: newsmatch index "{pool.folder}"')
    return articles, len(lines) - len(articles)


def _add_best(pool: Pool, article_id: str, paths: dict[str, str], file: SubmissionZip) -> int:
    """Add the best picture that can be read; return at which rank it was, 0 for none."""
    from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo

    for place, number in enumerate(rank_article(pool, article_id, top=_TRIED).order, start=1):
        try:
            content = read_photo(Path(paths[pool.image_ids[number]])).content
            photo = decode_photo(content)
        except UnreadablePhotoError:
            continue
        file.add(article_id, photo)
        return place
    return 0
