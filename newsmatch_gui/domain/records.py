"""The words of the project as frozen values: article, image, decision, pair."""

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Image:
    """One picture of the pool. ``path`` is absolute; empty content hash means not read yet."""

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
        return f"{where}: {self.reason}; {self.mend}"


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
    """One row of the append-only decision log."""

    id: str
    article_id: str
    image_id: str | None
    verdict: Verdict
    annotator: str
    decided_at: str
    shown: Shown = Shown()
    reason: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A decision with its article, image and what is read of the article now.

    No image for "none fits"; no reading while the article is not indexed.
    """

    article: Article
    image: Image | None
    decision: Decision
    reading: Reading | None = None
