"""ekphrasis made to work offline: statistics from other packages, nothing written, nothing wrapped.

By itself it fetches its word statistics into the home folder at first use, writes its slang table
into the working directory, sets up colorama, and ends the process where a file is missing.
"""

import re
import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from newsmatch_gui.text.tweet_words import NAMES, slang

_LONGEST_TAG = 60
_LONGEST_PIECE = 40
# What a name of our list weighs when hashtags are split, in the unit of the statistics.
_COUNT_OF_NAMES = 100_000_000
_INTERJECTIONS, _COUNT_OF_INTERJECTIONS = ("yay", "lol", "haha", "aww", "woo"), 100_000
# The two tables of the segmenter and the one of the speller, by the names we give them.
_HASHTAG_STATISTICS, _SPELLING_STATISTICS = "wordsegment", "symspell"

# Letters, digits and the marks that belong to letters (Hebrew, Arabic, scripts of India and Asia).
_LETTERS = r"\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u109f"
# Replacements for some of ekphrasis's patterns, on our instances only: its URL misses what Twitter
# cut off, its EMAIL takes cubic time, its HASHTAG takes #1, its ELONGATED eats World War III
# and AAA.
PATTERNS = {
    "url": r"""(?:https?:/*|www\.|(?<![\w.@/])(?:[\w-]{1,40}\.){1,3}[a-z]{2,12}/(?=\w))"""
    r"""(?:[^\s<>"]*[^\s<>".,!?;:)\]'…])?…?""",
    "email": r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[a-z]{2,24}){1,3}\b",
    "user": r"(?<![\w@])@\w+(?:'s\b)?",
    "hashtag": rf"(?<![\w&#])#(?=[\d_-]*[^\W\d_])\w(?:[{_LETTERS}-]*[{_LETTERS}])?",
    "number": r"(?<!<)\b\d+(?:[.,']\d+)?\b",
    "elongated": r"(?<![\w<#@$])(?!(?:[IVXLCDM]+|(?P<letter>[A-Z])(?P=letter){2}|www)\b)"
    r"[A-Za-z]*(?P<again>[A-Za-z])(?P=again){2}[A-Za-z]*\b",
}
# Words with an apostrophe or a hyphen inside, which ekphrasis takes to pieces.
_JOINED = r"(?<![\w@#$])[^\W_]+(?:['&-][^\W_]+)+(?!\w)|(?<!\w)'(?:s|re|ve|ll|d|m)\b"
_JOINED += r"|(?<![\w@#$])\d{1,4}[A-Za-z]{1,20}(?!\w)"
_HASHTAG_BREAKS = re.compile(
    r"[-_]+|(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z](?!s\b)[a-z])|(?<=[^\W\d_]{3})(?=\d)"
    r"|(?<=\d)(?!st|nd|rd|th)(?=[^\W\d_]{3}|[A-Z][a-z])"
)


@dataclass(slots=True)
class Token:
    """A piece of a tweet.

    Attributes:
        text: The piece as written, or a tag of ekphrasis.
        spaced: Whether a blank stood before it.
    """

    text: str
    spaced: bool


class Library:
    """What is used of ekphrasis; all its preprocessors share one set of statistics.

    Attributes:
        segmenter: Its splitter of hashtags, with the counts of wordsegment.
        speller: Its spelling corrector, with the word list of symspellpy.
        emoticons: Its tags of emoticons, without those that mean other things in print.
        slang: Meanings of the slang that cannot be anything else.
    """

    def __init__(self) -> None:
        with warnings.catch_warnings():  # its patterns and escapes are old-fashioned, not wrong
            warnings.simplefilter("ignore")
            self._load()

    def _load(self) -> None:
        from ekphrasis.classes import preprocessor, segmenter, spellcorrect, tokenizer
        from ekphrasis.dicts.emoticons import emoticons
        from ekphrasis.utils import helpers

        # Its own reads the home folder, downloads, and ends the process where that fails.
        for module in (helpers, segmenter, spellcorrect):
            module.read_stats = _read_statistics
        self._pieces = re.compile(f"{_JOINED}|{_social_pattern(tokenizer)}")
        self.segmenter = _segmenter(segmenter.Segmenter)
        self.speller = _speller(spellcorrect.SpellCorrector)
        self.emoticons = {sign: tag for sign, tag in emoticons.items() if _is_emoticon(sign)}
        self.slang = slang(_folder("ekphrasis"))
        base = preprocessor.TextPreProcessor
        self._preprocessor = _preprocessor(base)
        self._caching = (base, segmenter.Segmenter, spellcorrect.SpellCorrector)
        self._made = {key: self._make(*key) for key in product((False, True), repeat=3)}

    def tokens(self, text: str, *, hashtags: bool, keep: bool, english: bool) -> list[Token]:
        """Run ekphrasis over a text.

        Args:
            text: The text.
            hashtags: Split hashtags.
            keep: Put tags in the place of numbers, dates and sums, and mark capitals.
            english: Expect English words in hashtags and in elongated words.
        """
        return self._made[hashtags, keep, english].pre_process_doc(text)

    def forget(self) -> None:
        """Empty ekphrasis's caches."""
        for kind in self._caching:
            for value in vars(kind).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()

    def _make(self, hashtags: bool, keep: bool, english: bool) -> Any:
        normal = ["url", "email", "user", "phone"]
        notes = {"hashtag", "repeated", "emphasis"}
        if keep:
            normal = ["url", "email", "percent", "money", "phone", "user", "time", "date", "number"]
            notes |= {"allcaps", "censored"}
        if english:  # Schifffahrt is no shout
            notes |= {"elongated"}
        # The fast mode loads no statistics, the normal one each time anew: they are put in after.
        made = self._preprocessor(
            mode="fast", normalize=normal, annotate=notes, unpack_contractions=True,
            tokenizer=self._tokenize,
        )  # fmt: skip
        made.mode, made.unpack_hashtags = "normal", hashtags
        made.segmenter, made.spell_corrector = self.segmenter, self.speller
        made.regexes.update({name: re.compile(pattern) for name, pattern in PATTERNS.items()})
        made.split_hashtag = lambda tag: self._split_hashtag(tag, english)
        return made

    def _tokenize(self, text: str) -> list[Token]:
        return [
            Token(match.group(), match.start() > 0 and text[match.start() - 1].isspace())
            for match in self._pieces.finditer(text)
        ]

    def _split_hashtag(self, tag: str, english: bool) -> str:
        if tag.lower() in NAMES or len(tag) > _LONGEST_TAG:
            return tag
        pieces = [piece for piece in _HASHTAG_BREAKS.split(tag) if piece]
        if english:
            pieces = [word for piece in pieces for word in self._split_word(piece)]
        return " ".join(pieces)

    def _split_word(self, word: str) -> list[str]:
        lower = word.lower()
        known = self.speller.WORDS
        if not 4 <= len(word) <= _LONGEST_PIECE or lower in NAMES or lower in known:
            return [word]
        if not (word.isascii() and word.isalpha()):
            return [word]
        parts = self.segmenter.find_segment(lower)[1]
        clear = all(part in known or part in NAMES for part in parts)
        if word.islower():
            letters = sum(len(part) == 1 and part not in "ai" for part in parts)
            return [word] if letters > 1 or (letters and not clear) else parts
        # A capital says one word: it takes more to see two in #Breakingnews, none in #Zelenskyy.
        return parts if clear and all(len(part) > 2 for part in parts) else [word]


def _social_pattern(tokenizer: Any) -> str:
    # A tokenizer sets up colorama, which takes the standard streams of the whole process in hand.
    colorama, tokenizer.colorama = tokenizer.colorama, SimpleNamespace(init=lambda **_: None)
    try:
        return tokenizer.SocialTokenizer(urls=False, emails=False).tok.pattern
    finally:
        tokenizer.colorama = colorama


def _preprocessor(base: Any) -> Any:
    class Preprocessor(base):
        """ekphrasis's preprocessor, with our hashtags and a bound on elongated words."""

        split_hashtag: Callable[[str], str]

        def handle_hashtag_match(self, m: re.Match[str]) -> str:
            return self.add_special_tag(self.split_hashtag(m.group()[1:]), "hashtag", "wrap")

        def handle_elongated_match(self, m: re.Match[str]) -> str:
            # It tries every way to leave out doubled letters, twice as many with each of them.
            if len(set(re.findall(r"(.)\1", m.group().lower()))) > 5:
                return self.regexes["normalize_elong"].sub(r"\1\1", m.group())
            return super().handle_elongated_match(m)

    return Preprocessor


def _segmenter(base: Any) -> Any:
    class Segmenter(base):
        """ekphrasis's segmenter, trying only words that there are, single letters and the rest."""

        def splits(self, text: str) -> list[tuple[str, str]]:
            words = self.unigrams
            return [
                (text[:end], text[end:])
                for end in range(1, min(len(text), self.L) + 1)
                if end == 1 or end == len(text) or text[:end] in words
            ]

    made = Segmenter(corpus=_HASHTAG_STATISTICS)
    # It holds each table twice.
    made.unigrams, made.bigrams = made.Pw, made.P2w
    return made


def _speller(base: Any) -> Any:
    class Speller(base):
        """ekphrasis's corrector, choosing among words of one count alike in every process."""

        def known(self, words: Iterable[str]) -> list[str]:
            return sorted(super().known(words))

    return Speller(corpus=_SPELLING_STATISTICS)


def _read_statistics(corpus: str, ngram: int) -> dict[str, int]:
    if corpus == _SPELLING_STATISTICS:
        counts = _table("symspellpy", "frequency_dictionary_en_82_765.txt")
        counts = {word: count for word, count in counts.items() if word.isalpha()}
        return counts | dict.fromkeys(_INTERJECTIONS, _COUNT_OF_INTERJECTIONS)
    if corpus != _HASHTAG_STATISTICS:
        raise LookupError(f"there are no word statistics {corpus!r}")
    if ngram > 1:
        return _table("wordsegment", "bigrams.txt", "\t")
    counts = _table("wordsegment", "unigrams.txt", "\t")  # of 2006
    return counts | {name: max(counts.get(name, 0), _COUNT_OF_NAMES) for name in NAMES}


def _table(package: str, name: str, between: str = " ") -> dict[str, int]:
    text = (_folder(package) / name).read_text("utf-8-sig")
    # Two words are joined as ekphrasis does; then keys and counts take turns.
    cells = (text.replace(" ", "_") if between == "\t" else text).split()
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


def _folder(package: str) -> Path:
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)
    return Path(found.submodule_search_locations[0])


def _is_emoticon(sign: str) -> bool:
    """Leave out what stands for other things in print: ``XP``, ``8)``, ``D:``, ``(...):``."""
    if sign in ("<3", "^5") or sign.lower() == "xd":
        return True
    if sign.isalpha() or any(c.isdigit() for c in sign) or sign[0] in "dD)]}":
        return False
    return any(c in ":;=^>_\\" for c in sign)
