"""The steps that a recipe may name, each with its parameters and their defaults.

Word steps follow the reference system (NewsImages 2022), which normalises with NLTK; a step
takes a text and gives back the text and the words it took away.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from newsmatch_gui.text import language

Changed = tuple[str, tuple[str, ...]]
Value = str | bool | int | float
_NEGATIONS = frozenset({"not", "no", "nor"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of step.

    Attributes:
        run: The step itself; None for the two that need more than a text (translate, select).
        defaults: Parameters with their defaults; a given value must be of the default's type.
        choices: Allowed values of the parameters that have a closed set.
    """

    run: Callable[..., Changed] | None
    defaults: Mapping[str, Value]
    choices: Mapping[str, tuple[str, ...]]


def lowercase(text: str) -> Changed:
    """Write everything in lower case."""
    return text.lower(), ()


def punctuation(text: str, *, to: str) -> Changed:
    """Replace punctuation and symbols; apostrophes inside words go without leaving a gap."""
    dropped: list[str] = []

    def replace(match: re.Match[str]) -> str:
        dropped.append(match.group())
        return "" if match.group("inside") else to

    return _MARKS.sub(replace, text), tuple(dropped)


def spaces(text: str) -> Changed:
    """Fold runs of blanks into one."""
    return " ".join(text.split()), ()


def stop_words(text: str, *, keep_negations: bool) -> Changed:
    """Remove NLTK's English stop words."""
    stops = language.stop_words() - (_NEGATIONS if keep_negations else frozenset())
    kept, dropped = [], []
    for word in text.split(" "):
        (dropped if word.lower() in stops else kept).append(word)
    return " ".join(kept), tuple(dropped)


def stem(text: str, *, by: str) -> Changed:
    """Cut each word to its stem (Porter 1980, or Snowball)."""
    return " ".join(language.stem(word, by) if word else "" for word in text.split(" ")), ()


def lemmatise(text: str, *, part_of_speech: bool) -> Changed:
    """Replace each word by its WordNet lemma.

    Args:
        text: The text, which keeps its words and their order.
        part_of_speech: Tag words first; otherwise all are taken for nouns, as NLTK does by itself.
    """
    words = text.split(" ")
    if part_of_speech:
        tagged = iter(language.tag([word for word in words if word]))
        found = [language.lemma(word, next(tagged)[1]) if word else "" for word in words]
    else:
        found = [language.lemma(word) if word else "" for word in words]
    return " ".join(found), ()


def contractions(text: str) -> Changed:
    """Write contractions out: can't becomes cannot."""
    return language.expand_contractions(text), ()


def ascii_only(text: str) -> Changed:
    """Write accented letters plain and drop what has no plain form."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in plain if c.isascii())
    dropped = tuple(c for c in plain if not c.isascii() and not unicodedata.combining(c))
    return kept, dropped


def tweets(text: str, **switches: Any) -> Changed:
    """Normalise a tweet with ekphrasis (Baziotis, Pelekis and Doulkeridis 2017)."""
    from newsmatch_gui.text.tweets import tweet_cleaner

    return tweet_cleaner().clean(text, **switches), ()


# Punctuation and symbols in Unicode's sense; marks that join letters (accents) are neither.
_MARKS = re.compile(r"(?P<inside>(?<=\w)['’](?=\w))|[^\w\s\u0300-\u036f]|_")


def _kind(
    run: Callable[..., Changed] | None,
    choices: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    **defaults: Value,
) -> Kind:
    return Kind(run, MappingProxyType(defaults), choices)


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "translate": _kind(None, {"to": ("en",)}, to="en"),
        "select": _kind(
            None,
            {
                "parts": ("title", "first_sentences", "chunks", "tags"),
                "count": ("raw", "final"),
            },
            parts="title",
            count="final",
        ),
        "lowercase": _kind(lowercase),
        "punctuation": _kind(punctuation, to=" "),
        "spaces": _kind(spaces),
        "stop_words": _kind(stop_words, keep_negations=False),
        "stem": _kind(stem, {"by": ("porter", "snowball")}, by="porter"),
        "lemmatise": _kind(lemmatise, part_of_speech=False),
        "contractions": _kind(contractions),
        "ascii": _kind(ascii_only),
        "tweets": _kind(
            tweets,
            {"tags": ("words", "keep")},
            emoji=True, emoticons=True, slang=True, spelling=True, hashtags=True, tags="words",
        ),
    }
)  # fmt: skip
