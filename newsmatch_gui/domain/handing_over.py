"""What goes with a picture when it leaves the house: its texts, and which it may not lack."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from newsmatch_gui.domain.errors import NewsMatchError

ALT_CHARACTERS = 250  # screen readers read an alternative text in one breath
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s")


class PictureField(StrEnum):
    """A text about a picture that somebody may correct."""

    CREDIT = "credit"
    LICENCE = "licence"
    CAPTION = "caption"
    ALT = "alt"


Texts = Mapping[PictureField, str]


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody said a text about a picture should be; ``corrected_at`` is UTC."""

    id: str
    image_id: str
    field: PictureField
    value: str
    annotator: str
    corrected_at: str


@dataclass(frozen=True, slots=True)
class HandOver:
    """One picture that was handed over with an article.

    Attributes:
        id: ULID.
        article_id: The article it went with.
        image_id: The picture.
        annotator: Who handed it over.
        handed_at: When (UTC).
        target: The folder it went into.
        template: Names of the templates that were filled in, separated by commas.
        package: The folder or ZIP file that was made.
        stamp: Hash of everything it was made from.
    """

    id: str
    article_id: str
    image_id: str
    annotator: str
    handed_at: str
    target: str
    template: str
    package: str
    stamp: str


def parse_fields(text: str) -> tuple[PictureField, ...]:
    """Read fields such as "credit, licence"; "" names none.

    Raises:
        NewsMatchError: There is no such field.
    """
    names = tuple(filter(None, (part.strip() for part in text.split(","))))
    for name in names:
        if name not in set(PictureField):
            known = ", ".join(PictureField)
            raise NewsMatchError(f"a picture has no text {name!r}; use some of {known}")
    return tuple(map(PictureField, names))


def lacking(texts: Texts, required: Iterable[PictureField]) -> tuple[PictureField, ...]:
    """Return the required fields that hold no text."""
    return tuple(field for field in required if not texts.get(field, "").strip())


def propose_alt(caption: str, headline: str, named: Sequence[str] = ()) -> str:
    """Propose an alternative text from what is known; nothing is made up.

    Args:
        caption: The picture's own caption, which describes it best; "" where there is none.
        headline: Headline of the article.
        named: People, places and other things that the picture's metadata names.

    Returns:
        At most ``ALT_CHARACTERS`` characters in one line, whole sentences or words.
    """
    if caption.strip():
        return _shortened(caption)
    names = ", ".join(dict.fromkeys(filter(None, map(str.strip, named))))
    return _shortened(f"{names} – {headline}" if names and headline else names or headline)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= ALT_CHARACTERS:
        return text
    ends = [m.start() for m in _SENTENCE_END.finditer(text) if m.start() <= ALT_CHARACTERS]
    if ends:
        return text[: ends[-1]]
    start = text[: ALT_CHARACTERS - 2]
    return (start.rpartition(" ")[0].rstrip(",;:–- ") or start) + " …"


def credited(caption: str, credit: str) -> str:
    """Return caption and credit as one line of plain text."""
    caption, credit = (" ".join(text.split()) for text in (caption, credit))
    return f"{caption} ({credit})" if caption and credit else caption or credit


def figure(address: str, alt: str, caption: str, credit: str) -> str:
    """Return a picture with its caption and credit as an HTML figure, all of it escaped.

    Args:
        address: Where the picture lies.
        alt: Its alternative text.
        caption: Its caption; may be "".
        credit: Its credit; may be "".
    """
    words = credited(caption, credit)
    below = f"<figcaption>{escape(words)}</figcaption>" if words else ""
    return f'<figure><img src="{escape(address)}" alt="{escape(alt)}">{below}</figure>'


def changed(before: Texts, after: Texts, fields: Collection[PictureField]) -> dict:
    """Return the fields whose text differs, with the new text."""
    return {
        field: after[field].strip()
        for field in fields
        if field in after and after[field].strip() != before.get(field, "").strip()
    }
