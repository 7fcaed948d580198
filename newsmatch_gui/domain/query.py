"""What somebody searches pictures by: words, phrases, what they don't want, and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass, field

EVEN = 0.5
LONGEST = 2_000  # characters of a typed query that are read
MOST = 64  # terms
_MINUS = "-−–"  # as typed, and as word processors make of it
_QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word or quoted phrase.

    Attributes:
        text: Without quotes and minus; a word holds no blanks. A word that ends with an asterisk
            stands for every word that begins like it.
        phrase: The words have to stand next to each other.
        negative: What nobody wants to see.
    """

    text: str
    phrase: bool = False
    negative: bool = False

    def typed(self) -> str:
        """Return the term as it is typed."""
        text = f'"{self.text}"' if self.phrase else self.text
        return f"-{text}" if self.negative else text


@dataclass(frozen=True, slots=True)
class Example:
    """A picture that the wanted ones shall resemble.

    Attributes:
        image_id: One of the collection, or "".
        path: A file that is in no collection, or "".
        content: The bytes of a picture that is in no file, e.g. from the clipboard.
        weight: How much it counts, words counting 1; below 0 the pictures shall differ from it.
    """

    image_id: str = ""
    path: str = ""
    content: bytes = field(default=b"", repr=False)
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Query:
    """What pictures are searched by; false while it says nothing.

    Attributes:
        terms: Words and phrases as typed.
        examples: Pictures.
        pictures: What counts: 0 only the words that stand in captions and other texts, 1 only
            what the pictures show.
    """

    terms: tuple[Term, ...] = ()
    examples: tuple[Example, ...] = ()
    pictures: float = EVEN

    def __bool__(self) -> bool:
        return bool(self.terms or self.examples)

    @property
    def wanted(self) -> tuple[Term, ...]:
        """The words and phrases that somebody wants."""
        return tuple(term for term in self.terms if not term.negative)

    @property
    def unwanted(self) -> tuple[Term, ...]:
        """The words and phrases that nobody wants."""
        return tuple(term for term in self.terms if term.negative)

    @property
    def text(self) -> str:
        """What is wanted, as the encoder reads it."""
        return spoken(self.wanted)

    def typed(self) -> str:
        """Return the words as they are typed; parsing that gives the same terms."""
        return " ".join(term.typed() for term in self.terms)


def spoken(terms: tuple[Term, ...]) -> str:
    """Return terms as plain text, without quotes, minus and asterisks."""
    return " ".join(term.text if term.phrase else term.text.rstrip("*") for term in terms)


def parse(typed: str) -> tuple[Term, ...]:
    """Read what somebody typed; every text means something, so nothing is an error.

    Blanks separate words, quotes keep a phrase together, and a minus before either says that it
    is not wanted. A quote that is never closed reaches to the end.
    """
    # What cannot be printed, blanks of other widths among it, only separates words.
    text = "".join(mark if mark.isprintable() else " " for mark in typed[:LONGEST])
    terms = [term for _, term in zip(range(MOST), _terms(text), strict=False)]
    return tuple(terms)


def _terms(text: str) -> Iterator[Term]:
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        begin = at
        while at < len(text) and text[at] in _MINUS:
            at += 1
        negative = at > begin
        phrase = at < len(text) and text[at] in _QUOTES
        closing = _QUOTES if phrase else " "
        at += phrase
        end = next((n for n in range(at, len(text)) if text[n] in closing), len(text))
        words = " ".join(text[at:end].split())
        if words if phrase else words.strip("*"):  # an asterisk alone begins like every word
            yield Term(words, phrase, negative)
        at = end + phrase
