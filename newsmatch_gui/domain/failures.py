"""What people say of true images that were not ranked first, and which of them are listed."""

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from newsmatch_gui.domain.failure_notes import WhyNote


class FailureTag(StrEnum):
    """What a person says went wrong; an article may have several."""

    PERSON = "wrong_person"
    PLACE = "wrong_place"
    STOCK = "generic_stock"
    GRAPHIC = "graphic_or_logo"
    TEXT = "text_in_image"
    TIME = "time"
    NON_LITERAL = "non_literal"


@dataclass(frozen=True, slots=True)
class FailureRow:
    """A studied article as a list shows it.

    Attributes:
        id: The article.
        title: Its headline.
        domain: Its text domain.
        lang: Its language code.
        tags: Tags that came with it.
        length: Characters of headline and text.
        rank: Rank of its true image from 1.
        margin: How far that lies behind the best image, in std deviations of its scores.
    """

    id: str
    title: str
    domain: str
    lang: str
    tags: tuple[str, ...]
    length: int
    rank: int
    margin: float


@dataclass(frozen=True, slots=True)
class FailureFilter:
    """Which articles to list; every condition has to hold, and the default lists all.

    Attributes:
        domain: Only this domain; empty for all.
        lang: Only this language; empty for all.
        shortest: Least characters of text.
        longest: Most characters of text, None without bound.
        tag: A text that one of the article's own tags contains, in any case.
        failure: What people said: a tag, True for any, False for none yet, None for all.
        first: Least rank of the true image.
        last: Greatest rank, None without bound.
        words: Words that the headline contains, in any case and order.
    """

    domain: str = ""
    lang: str = ""
    shortest: int = 0
    longest: int | None = None
    tag: str = ""
    failure: FailureTag | bool | None = None
    first: int = 1
    last: int | None = None
    words: str = ""

    def keeps(self, row: FailureRow, said: Set[FailureTag]) -> bool:
        """Tell whether an article is listed, given what people said of it."""
        tag, title = self.tag.casefold(), row.title.casefold()
        return (
            self.domain in ("", row.domain)
            and self.lang in ("", row.lang)
            and self.shortest <= row.length
            and (self.longest is None or row.length <= self.longest)
            and self.first <= row.rank
            and (self.last is None or row.rank <= self.last)
            and self._keeps_said(said)
            and (not tag or any(tag in own.casefold() for own in row.tags))
            and all(word in title for word in self.words.casefold().split())
        )

    def _keeps_said(self, said: Set[FailureTag]) -> bool:
        if isinstance(self.failure, bool):
            return bool(said) is self.failure
        return self.failure is None or self.failure in said


def count_tags(
    article_ids: Iterable[str], said: Mapping[str, Set[FailureTag]]
) -> dict[FailureTag, int]:
    """Return how many articles have each tag, in the order of the taxonomy."""
    counts = Counter(tag for article_id in article_ids for tag in said.get(article_id, ()))
    return {tag: counts[tag] for tag in FailureTag}


@dataclass(frozen=True, slots=True)
class FailureRecord:
    """An article with everything that is known of its failure, as it is exported.

    Attributes:
        COLUMNS: Names of the values of ``as_json``, in order.
        row: The article.
        true_image: Id of its true image.
        best_image: Id of the image ranked first.
        failures: What people said.
        annotators: Who said it.
        notes: What follows from figures.
    """

    COLUMNS: ClassVar = (
        "article_id", "title", "domain", "lang", "tags", "length", "true_rank", "margin",
        "true_image", "best_image", "failures", "annotators", "notes",
    )  # fmt: skip

    row: FailureRow
    true_image: str
    best_image: str
    failures: tuple[FailureTag, ...]
    annotators: tuple[str, ...]
    notes: tuple[WhyNote, ...]

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        row = self.row
        values = (
            row.id, row.title, row.domain, row.lang, list(row.tags), row.length, row.rank,
            round(row.margin, 4), self.true_image, self.best_image,
            [tag.value for tag in self.failures], list(self.annotators),
            [{"kind": note.kind.value, "sentence": note.sentence} for note in self.notes],
        )  # fmt: skip
        return dict(zip(self.COLUMNS, values, strict=True))
