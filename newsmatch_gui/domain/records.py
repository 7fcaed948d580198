"""The words of the project as frozen values: article, image, decision, pair."""

import re
from dataclasses import dataclass
from enum import StrEnum

from newsmatch_gui.domain.plain_text import one_sentence
from newsmatch_gui.domain.reading import Reading


class Domain(StrEnum):
    """Text domains of the task; each has its own text policy."""

    RSS = "rss"
    RT = "rt"
    TW = "tw"


class Verdict(StrEnum):
    """What an annotator says of an image for an article (or, NONE_FITS, of the article)."""

    CHOSEN = "chosen"
    ACCEPTABLE = "acceptable"
    REJECTED = "rejected"
    NONE_FITS = "none_fits"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why a picture was rejected, or why none fits."""

    WRONG_PERSON = "wrong_person"
    WRONG_PLACE = "wrong_place"
    WRONG_TIME = "wrong_time"
    GENERIC_STOCK = "generic_stock"
    GRAPHIC_OR_LOGO = "graphic_or_logo"
    RIGHTS = "rights"
    QUALITY = "quality"
    SENSITIVE = "sensitive"
    OTHER = "other"
    BELONGS_ELSEWHERE = "belongs_elsewhere"


REASONED = (Verdict.REJECTED, Verdict.NONE_FITS)
"""The verdicts that a reason can be given for."""

UNUSABLE = frozenset({Reason.RIGHTS, Reason.QUALITY, Reason.SENSITIVE})
"""The reasons that are about the picture alone: it may fit the article very well."""

BEST_FIT = 5


def verdict_of_fit(fit: int) -> Verdict:
    """Return what a grade from 1 to 5 says of a picture that has no other verdict.

    3 is the middle of the scale, "fits in part": such a picture could run, so it is acceptable.
    """
    return Verdict.ACCEPTABLE if fit >= 3 else Verdict.REJECTED


@dataclass(frozen=True, slots=True)
class Article:
    """One story. ``title`` and ``text`` are repaired; ``title_source`` is as delivered."""

    id: str
    title: str
    text: str = ""
    domain: str = Domain.RSS
    lang: str = "en"
    url: str = ""
    published: str = ""
    tags: str = ""
    title_source: str = ""
    text_source: str = ""


def tags_of(tags: str) -> tuple[str, ...]:
    """Split an article's tags: at semicolons and bars or, where there are none, at commas."""
    marks = "[;|]" if re.search("[;|]", tags) else ","
    return tuple(tag for tag in map(str.strip, re.split(marks, tags)) if tag)


@dataclass(frozen=True, slots=True)
class Image:
    """One picture of the pool.

    Attributes:
        path: Absolute.
        content_hash: Empty while the file was not read.
        fault: Why it could not be used.
        people: Who is named in the file as shown, separated by semicolons.
        places: Where, likewise.
        keywords: Headline and keywords of the file, likewise.
        taken: Day it was taken, ISO, as the file says.
    """

    id: str
    path: str
    caption: str = ""
    credit: str = ""
    licence: str = ""
    origin: str = ""
    width: int = 0
    height: int = 0
    content_hash: str = ""
    fault: str = ""
    people: str = ""
    places: str = ""
    keywords: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class FileTexts:
    """What a photo file says of itself, as plain text; the fields are those of ``Image``."""

    caption: str = ""
    credit: str = ""
    licence: str = ""
    origin: str = ""
    people: str = ""
    places: str = ""
    keywords: str = ""
    taken: str = ""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row or file that was left out: where, why, and what mends it.

    ``row`` counts as a spreadsheet does (the header is row 1); 0 means the whole file.
    """

    source: str
    row: int
    reason: str
    mend: str

    def sentence(self) -> str:
        """Return the problem as one line for a list or a terminal."""
        where = f"{self.source}, row {self.row}" if self.row else self.source
        return one_sentence(f"{where}: {self.reason}; {self.mend}")


@dataclass(frozen=True, slots=True)
class Shown:
    """What the annotator saw when deciding: stored with every decision.

    ``rank`` counts from 1, 0 when the image was not part of a ranking; ``score`` is cosine.
    """

    model: str = ""
    recipe: str = ""
    rank: int = 0
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class Decision:
    """One row of the append-only decision log.

    Attributes:
        reason: Code of a ``Reason``, or one that only a newer version knows; "" for none.
        fit: How well the picture fits, from 1 (not at all) to 5 (the best there could be); 0 is
            not graded.
        batch: Id of the first of the decisions that were made at once, "" for one made alone.
    """

    id: str
    article_id: str
    image_id: str | None
    verdict: Verdict
    annotator: str
    decided_at: str
    shown: Shown = Shown()
    reason: str = ""
    note: str = ""
    fit: int = 0
    batch: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A decision with its article, image and what is read of the article now.

    No image for "none fits"; no reading while the article is not indexed.
    """

    article: Article
    image: Image | None
    decision: Decision
    reading: Reading | None = None
