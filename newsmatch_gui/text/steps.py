"""The steps that a recipe may name, each with its parameters and their defaults.

Word steps follow the reference system (NewsImages 2022), which normalises with NLTK; a step
takes a text and gives back the text and the words it took away.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType
from typing import Any

from newsmatch_gui.text import language

Changed = tuple[str, tuple[str, ...]]
Pairs = list[tuple[str, str]]
Value = str | bool | int | float
_COMPARED = 1_000  # words; comparing takes time with their square
_NEGATIONS = frozenset({"not", "no", "nor"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of step.

    Attributes:
        run: The step itself; None for the two that need more than a text (translate, select).
        defaults: Parameters with their defaults; a given value must be of the default's type.
        choices: Allowed values of the parameters that have a closed set.
        compare: Tells by the text before and after what the step took away and what it
            rewrote; None where ``run`` tells all. Slow, and only for people to look at.
    """

    run: Callable[..., Changed] | None
    defaults: Mapping[str, Value]
    choices: Mapping[str, tuple[str, ...]]
    compare: Callable[[str, str], tuple[list[str], Pairs]] | None = None


def lowercase(text: str) -> Changed:
    """Write everything in lower case."""
    return text.lower(), ()


def punctuation(text: str, *, to: str) -> Changed:
    """Replace punctuation and symbols; apostrophes inside words go without leaving a gap.

    Marks that belong to a letter stay: accents, and the vowel signs of many scripts.
    """
    dropped: list[str] = []

    def replace(match: re.Match[str]) -> str:
        if match.group("letters"):
            return match.group()
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


def _signs_of_letters() -> str:
    """Return Unicode's category M as a regular expression's ranges, and the two joiners.

    Left out are what belongs to symbols: emoji's variation selectors, rings around signs.
    """
    marks = [place for place in range(0x300, 0x1F000) if unicodedata.category(chr(place))[0] == "M"]
    marks = [m for m in marks if not (0xFE00 <= m <= 0xFE0F or 0x20D0 <= m <= 0x20FF)]
    return "".join(map(chr, marks)) + "\u200c\u200d"


# Punctuation and symbols in Unicode's sense, and first what looks like them behind a letter.
_SIGNS = _signs_of_letters()
_MARKS = re.compile(
    rf"(?P<letters>(?<=[\w{_SIGNS}])(?<![_\u200c\u200d])[{_SIGNS}]+)"
    rf"|(?P<inside>(?<=[\w{_SIGNS}])['’](?=\w))|[^\w\s]|_"
)


def changed_words(before: str, after: str) -> tuple[list[str], Pairs]:
    """Tell which words a step rewrote.

    Args:
        before: The text before the step.
        after: The same words in the same order, some rewritten, some as several words or none.

    Returns:
        (words that are gone, pairs of the word before and what stands in its place).
    """
    return compare_words(before.split(), after.split(), str)


def compare_words(
    old: list[str], new: list[str], key: Callable[[str], str]
) -> tuple[list[str], Pairs]:
    """Compare words by a key; see ``changed_words``."""
    if len(old) == len(new):
        return [], [(a, b) for a, b in zip(old, new, strict=True) if key(a) != key(b)]
    old, new = old[:_COMPARED], new[:_COMPARED]
    gone: list[str] = []
    pairs: Pairs = []
    matcher = SequenceMatcher(None, [key(a) for a in old], [key(b) for b in new], autojunk=False)
    for what, start, end, low, high in matcher.get_opcodes():
        if what == "delete":
            gone += old[start:end]
        elif what == "replace":
            pairs += _paired(old[start:end], new[low:high], key)
    return gone, pairs


def _paired(old: list[str], new: list[str], key: Callable[[str], str]) -> Pairs:
    """Pair words that were replaced, one by one as far as they are as many or begin alike."""
    if len(old) == len(new):
        return list(zip(old, new, strict=True))
    pairs: Pairs = []
    while len(old) > 1 and len(new) > 1 and key(old[0])[0] == key(new[0])[0]:
        pairs.append((old[0], new[0]))
        old, new = old[1:], new[1:]
    return [*pairs, (" ".join(old), " ".join(new))]


def _compare_tweets(before: str, after: str) -> tuple[list[str], Pairs]:
    from newsmatch_gui.text.tweets import taken_out

    gone, rest = taken_out(before)
    more, pairs = compare_words(rest.split(), after.split(), str.lower)
    return gone + more, pairs


def _kind(
    run: Callable[..., Changed] | None,
    choices: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    compare: Callable[[str, str], tuple[list[str], Pairs]] | None = None,
    **defaults: Value,
) -> Kind:
    return Kind(run, MappingProxyType(defaults), choices, compare)


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
        "lowercase": _kind(lowercase, compare=changed_words),
        "punctuation": _kind(punctuation, to=" "),
        "spaces": _kind(spaces),
        "stop_words": _kind(stop_words, keep_negations=False),
        "stem": _kind(
            stem, {"by": ("porter", "snowball")}, compare=changed_words, by="porter"
        ),
        "lemmatise": _kind(lemmatise, compare=changed_words, part_of_speech=False),
        "contractions": _kind(contractions, compare=changed_words),
        "ascii": _kind(ascii_only, compare=changed_words),
        "tweets": _kind(
            tweets,
            {"tags": ("words", "keep")},
            _compare_tweets,
            emoji=True, emoticons=True, slang=True, spelling=True, hashtags=True, tags="words",
        ),
    }
)  # fmt: skip
