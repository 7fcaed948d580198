"""From decisions to lessons: what a model learns, by ids, and the same as rows of vectors."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Lesson, Lessons
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.domain.records import BEST_FIT, UNUSABLE, Decision, Verdict, verdict_of_fit
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.store.collection import Collection

WEIGHTS = {Verdict.CHOSEN: 1.0, Verdict.ACCEPTABLE: 0.6}  # of what is not graded: like a 5, a 3
FEWEST = 20  # articles; the guard set is a fifth of them, and each half of it needs some
_GENERAL, _OTHERS = 1_000, 5_000


@dataclass(frozen=True, slots=True)
class Curriculum:
    """What is learned, as ids, so that it outlives restarts and later decisions.

    Attributes:
        fitting: (article, image, weight) of chosen and acceptable images.
        rejected: (article, image) explicitly rejected.
        general: (article, image) published together, of articles nobody decided on.
    """

    fitting: tuple[tuple[str, str, float], ...]
    rejected: tuple[tuple[str, str], ...]
    general: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """A hash of all pairs that teach or guard."""
        content = json.dumps([self.fitting, self.rejected]).encode()
        return hashlib.blake2b(content, digest_size=16).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """Return plain lists."""
        return asdict(self)

    @classmethod
    def from_json(cls, fields: dict[str, Any]) -> "Curriculum":
        """Return what ``as_json`` gave."""
        return cls(
            tuple((str(a), str(i), float(w)) for a, i, w in fields["fitting"]),
            tuple((str(a), str(i)) for a, i in fields["rejected"]),
            tuple((str(a), str(i)) for a, i in fields["general"]),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A curriculum as rows of vectors.

    Attributes:
        article_ids: Article of each row of ``texts``.
        image_ids: Image of each row of ``images``: those of the lessons, and others to tell apart.
        texts: Unit article vectors of the base model, shape (articles, dim).
        images: Unit image vectors, shape (images, dim).
        lessons: From decisions.
        general: From the ground truth of undecided articles.
    """

    article_ids: tuple[str, ...]
    image_ids: tuple[str, ...]
    texts: Vectors
    images: Vectors
    lessons: Lessons
    general: Lessons


def lesson_weight(decision: Decision) -> float:
    """Return how much a decision counts as a pair that fits, from 0 (it is none) to 1.

    A grade counts as its share of the best one, whether the picture was chosen or acceptable.
    """
    if decision.verdict not in WEIGHTS:
        return 0.0
    return decision.fit / BEST_FIT if decision.fit else WEIGHTS[decision.verdict]


def teaches_misfit(decision: Decision) -> bool:
    """Tell whether a decision says that a picture does not fit its article.

    A picture rejected for its rights or its quality may fit very well, and so may one that was
    rejected in spite of a good grade.
    """
    misfit = not decision.fit or verdict_of_fit(decision.fit) is Verdict.REJECTED
    return decision.verdict is Verdict.REJECTED and misfit and decision.reason not in UNUSABLE


def read_curriculum(pool: Pool) -> Curriculum:
    """Return the decisions of a collection that are about indexed articles and images.

    Raises:
        NewsMatchError: Too few articles have a fitting image.
    """
    known = set(pool.image_ids)
    fitting, rejected = [], []
    with Collection.open(pool.folder) as collection:
        decisions = collection.decisions.all_current()
        truth = collection.articles.truth()
    for d in decisions:
        if d.image_id is None or d.image_id not in known or not pool.is_indexed(d.article_id):
            continue
        if weight := lesson_weight(d):
            fitting.append((d.article_id, d.image_id, weight))
        elif teaches_misfit(d):
            rejected.append((d.article_id, d.image_id))
    count = len({article for article, _, _ in fitting})
    if count < FEWEST:
        raise NewsMatchError(
            f"learning needs {FEWEST} articles with a fitting picture or more (so far: {count})"
        )
    decided = {d.article_id for d in decisions}
    undecided = [(a, i) for a, i in truth if a not in decided and i in known and pool.is_indexed(a)]
    picked = np.random.default_rng(0).permutation(len(undecided))[:_GENERAL]
    return Curriculum(tuple(fitting), tuple(rejected), tuple(undecided[n] for n in sorted(picked)))


def lay_ground(pool: Pool, curriculum: Curriculum) -> Ground:
    """Return a curriculum as rows; pairs whose image has left the pool are left out."""
    place = pool.places()
    pairs = [(a, i) for a, i, _ in curriculum.fitting]
    pairs += [*curriculum.rejected, *curriculum.general]
    pairs = [(a, i) for a, i in pairs if i in place and pool.is_indexed(a)]
    used = {place[i] for _, i in pairs}
    others = np.random.default_rng(1).permutation(len(pool.image_ids))[:_OTHERS]
    rows = np.array(sorted(used | set(others.tolist())), np.int64)
    image_row = {pool.image_ids[row]: number for number, row in enumerate(rows)}
    article_row = {a: number for number, a in enumerate(dict.fromkeys(a for a, _ in pairs))}
    there = set(pairs)
    fitting = tuple(
        Lesson(article_row[a], image_row[i], weight)
        for a, i, weight in curriculum.fitting
        if (a, i) in there
    )
    rejected, general = (
        tuple((article_row[a], image_row[i]) for a, i in part if (a, i) in there)
        for part in (curriculum.rejected, curriculum.general)
    )
    return Ground(
        article_ids=tuple(article_row),
        image_ids=tuple(pool.image_ids[row] for row in rows),
        texts=np.stack([pool.article_vector(a) for a in article_row]),
        images=np.asarray(pool.image_vectors(rows), np.float32),
        lessons=Lessons(fitting, rejected),
        general=Lessons(tuple(Lesson(a, i) for a, i in general)),
    )
