"""Tweets made readable by ekphrasis (Baziotis, Pelekis and Doulkeridis 2017), offline."""

import html
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Literal

from newsmatch_gui.text.tweet_engine import PATTERNS, Library, Token
from newsmatch_gui.text.tweet_words import ENGLISH, FOREIGN, NAMES, SLANG_IN_CAPITALS

LONGEST = 2_000
"""Characters of a tweet that are read; the rest is left out (a tweet has 280)."""

# Emoji that are read; a wall of them says no more and has names of twenty letters each.
_MOST_EMOJI = 30
# ekphrasis caches every hashtag and every match for good, 3 kB a tweet.
_TEXTS_BETWEEN_CLEARINGS = 500
_TAG_WORDS = {"tong": "tongue", "seallips": "silent", "highfive": "high five"}
_MARKS = frozenset(
    ("url", "email", "user", "phone", "number", "date", "time", "money", "percent", "elongated",
     "repeated", "emphasis", "censored", "allcaps", "hashtag")
)  # fmt: skip

_BROKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b\u2060\ufeff]")
_MARKUP = re.compile(r"</?\w+/?>")
# No sign is repeated more often than this: some of ekphrasis's patterns take cubic time.
_RUNS = re.compile(r"(?P<sign>\S)(?P=sign){29,}|(?<=[\d.]{30})[\d.]+")
_BRACKETS = re.compile(r"([()\[\]])\1{3,}")
_RETWEET = re.compile(r"^\s*(?:RT|MT)\s+@\w+:?|\bvia\s+@\w+\s*$|^\s*\.(?=@)")
_TAKEN_OUT = re.compile(
    "|".join((_RETWEET.pattern, *(PATTERNS[n] for n in ("url", "email", "user"))))
)
_SHOUTED = re.compile(r"\b[A-Z]+'(?:T|LL|RE|VE|M|S|D)\b")
_WORD = re.compile(r"(?<![\w@#$])[^\W\d_]{2,}(?![\w@])")
_NOT_PROSE = re.compile(r"https?:\S*|[@#]\w+")
_SKIN = re.compile(r"_(?:medium-)?(?:light|medium|dark)_skin_tone")
_TAG = re.compile(r"</?(\w+)>")
_TRIPLE = re.compile(r"(.)\1{2,}")
_DOUBLE = re.compile(r"(.)\1")
_CLOSING = re.compile(r"[!?.…]+|[,;:%)\]]|'\w+")
# Emoji that are typography, not pictures.
_POINTERS = re.compile(
    r"backhand_index_pointing_\w+|(?:(?:up|down|left|right)_)+arrow(?:_\w+)?"
    r"|copyright|registered|trade_mark|"
)
# After "its" these say that the apostrophe is missing.
_NO_NOUN = frozenset(("not", "a", "an", "the"))
_EMPTY_BRACKETS = re.compile(r"\(\s*\)|\[\s*\]")


class TweetCleaner:
    """Normalises tweets; safe to use from several threads.

    Making one reads 12 MB of word statistics: use ``tweet_cleaner()``, which makes one per process.
    """

    def __init__(self) -> None:
        self._library = Library()
        self._words: Mapping[str, int] = self._library.speller.WORDS
        self._counts: Mapping[str, int] = self._library.segmenter.unigrams
        self._slang: Mapping[str, str] = self._library.slang
        self._respelled = lru_cache(20_000)(self._respell)
        self._lock = threading.Lock()
        self._since = 0

    def clean(
        self,
        text: str,
        *,
        emoji: bool = True,
        emoticons: bool = True,
        slang: bool = True,
        spelling: bool = True,
        hashtags: bool = True,
        tags: Literal["words", "keep"] = "words",
    ) -> str:
        """Return a tweet in plain words, in lower case.

        Always: web addresses, users, telephone numbers and the sign of a retweet go, contractions
        are written out, elongated words and repeated marks shortened. Slang, spelling and
        elongated words are left alone where the tweet is not English.

        Args:
            text: The tweet; only the first ``LONGEST`` characters are read.
            emoji: Write the name of an emoji in its place; a run of the same one counts once.
            emoticons: Write what an emoticon means in its place.
            slang: Write slang out, and contractions that lack their apostrophe.
            spelling: Correct misspelt words; never names, capitals or words below four letters.
            hashtags: Split hashtags into words.
            tags: ``words`` for readable text; ``keep`` for ekphrasis's tokens with its tags, in
                which numbers, dates and sums are replaced by tags too.
        """
        self._count()
        keep = tags == "keep"
        text = _prepare(text)
        english = self._is_english(text)
        text = _name_emoji(text) if emoji else text
        tokens = self._library.tokens(text, hashtags=hashtags, keep=keep, english=english)
        if emoticons:
            self._read_emoticons(tokens)
        words = self._plain(tokens, slang and english, spelling and english)
        return " ".join(token.text for token in words) if keep else _join(words)

    def forget(self) -> None:
        """Empty the caches, which otherwise keep every text alive."""
        self._respelled.cache_clear()
        self._library.forget()

    def _count(self) -> None:
        with self._lock:
            self._since += 1
            due = self._since >= _TEXTS_BETWEEN_CLEARINGS
            self._since = 0 if due else self._since
        if due:
            self.forget()

    def _is_english(self, text: str) -> bool:
        """Tell by function words, and by how many words are in the English list."""
        words = [word.lower() for word in _WORD.findall(_NOT_PROSE.sub(" ", text))]
        words = [_TRIPLE.sub(r"\1\1", word) for word in words if word not in NAMES]
        if not words:
            return True
        foreign = sum(word in FOREIGN or not word.isascii() for word in words)
        english = sum(word in ENGLISH for word in words)
        known = sum(
            word in self._words or word in self._slang or _DOUBLE.sub(r"\1", word) in self._words
            for word in words
        )
        return english >= foreign and 2 * known >= len(words)

    def _read_emoticons(self, tokens: list[Token]) -> None:
        """Put the tag of an emoticon in its place, unless it is a part of something else."""
        for place, token in enumerate(tokens):
            tag = self._library.emoticons.get(token.text)
            if tag is None:
                continue
            before = tokens[place - 1].text[-1:] if place and not token.spaced else ""
            after = tokens[place + 1] if place + 1 < len(tokens) else None
            glued = before.isdigit() or (before.isalpha() and token.text[-1].isalpha())
            if not glued and (after is None or after.spaced or not after.text[0].isalnum()):
                token.text, token.spaced = tag, True

    def _plain(self, tokens: list[Token], slang: bool, spelling: bool) -> Iterator[Token]:
        """Write slang out and correct words, but none that a hashtag is made of."""
        inside = False
        for place, token in enumerate(tokens):
            text = token.text
            if text in ("<hashtag>", "</hashtag>"):
                inside = text == "<hashtag>"
            elif _stands_alone(tokens, place, "@"):  # "at", or what is left of a user
                if not slang or not _before_word(tokens, place):
                    continue
                token.text = "at"
            elif not inside and slang and self._is_slang(tokens, place):
                token.text = self._slang[text.lower()]
            elif slang and text in ("its", "Its") and _before_word(tokens, place, _NO_NOUN):
                token.text = "it is"
            elif not inside and spelling and text.islower():
                token.text = self._respelled(text)
            token.text = token.text.lower()
            yield token

    def _is_slang(self, tokens: list[Token], place: int) -> bool:
        text = tokens[place].text
        key = text.lower()
        if key not in self._slang:
            return False
        if len(key) < 3:  # "u r", but not u.s. or 5'u
            ends = place + 1 == len(tokens) or tokens[place + 1].spaced
            if not (place == 0 or tokens[place].spaced) or not (
                ends or tokens[place + 1].text in ",!?<"
            ):
                return False
        if text == key:
            return True
        return key in SLANG_IN_CAPITALS or (len(key) > 3 and text.istitle())

    def _respell(self, word: str) -> str:
        """Correct a word by one edit, where a far more frequent word is so near."""
        speller = self._library.speller
        if not self._may_respell(word):
            return word
        near = {o for o in speller.known(speller.edit_step(word)) if _is_likely(word, o)}
        if word.endswith("s") and word[:-1] in self._words:  # a plural that the list lacks
            return f"{word[:-1]}es" if f"{word[:-1]}es" in near else word
        # One letter for two, and two in the wrong order, are slips more often than any other.
        alike = {other for other in near if _same_letters(word, other)}
        near = alike or {other for other in near if other[-1] == word[-1]} or near
        if not near or (word.endswith("s") and all(other[-1] != "s" for other in near)):
            return word
        best = max(sorted(near), key=speller.P)
        # Short words are near to too many others: they may be names.
        least = 300_000 if alike or len(word) > 6 else 30_000_000
        often = self._counts.get(best, 0)
        return best if often >= max(least, 5 * self._counts.get(word, 0)) else word

    def _may_respell(self, word: str) -> bool:
        if not (4 <= len(word) <= 20 and word.isascii() and word.isalpha()):
            return False
        return word not in self._words and word not in NAMES


_lock = threading.Lock()


def tweet_cleaner() -> TweetCleaner:
    """Return the one cleaner of this process, which is made at the first call."""
    with _lock:
        return _one_cleaner()


@cache
def _one_cleaner() -> TweetCleaner:
    return TweetCleaner()


def taken_out(text: str) -> tuple[list[str], str]:
    """Tell what the cleaner takes out of a tweet: addresses, users, what is beyond the longest.

    Returns:
        (what is taken out, the rest).
    """
    kept, beyond = text[:LONGEST], text[LONGEST:]
    gone = [match.group().strip() for match in _TAKEN_OUT.finditer(kept)]
    return gone + ([beyond] if beyond else []), _TAKEN_OUT.sub(" ", kept)


def _is_likely(word: str, other: str) -> bool:
    """Say whether a near word may be what was meant: slips seldom hit the first letter."""
    if _same_letters(word, other):
        return True
    return len(word) > 4 and other[0] == word[0] and other not in (f"{word}s", word[:-1])


def _stands_alone(tokens: list[Token], place: int, text: str) -> bool:
    last = (
        place + 1 == len(tokens) or tokens[place + 1].spaced or not tokens[place + 1].text.isalnum()
    )
    return tokens[place].text == text and last and (place == 0 or tokens[place].spaced)


def _before_word(tokens: list[Token], place: int, words: frozenset[str] | None = None) -> bool:
    after = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
    return after[:1].isalnum() if words is None else after in words


def _same_letters(word: str, other: str) -> bool:
    return sorted(word) == sorted(other) or _DOUBLE.sub(r"\1", word) == _DOUBLE.sub(r"\1", other)


def _prepare(text: str) -> str:
    """Cut a tweet, and leave nothing in it that ekphrasis could take for a tag of its own."""
    import ftfy

    if len(text) > LONGEST:
        start, _, rest = text[:LONGEST].rpartition(" ")
        text = start if len(rest) < LONGEST // 2 else text[:LONGEST]
    text = ftfy.fix_text(html.unescape(_BROKEN.sub(" ", text)))
    text = _RUNS.sub(_shorten, _BROKEN.sub(" ", text))
    text = _MARKUP.sub(" ", _BRACKETS.sub(r"\1\1\1", text))
    text = re.sub(r"(?<=\w)[´`ʼ′](?=\w)", "'", _RETWEET.sub("", text))
    return _SHOUTED.sub(lambda match: match.group().lower(), text)


def _shorten(match: re.Match[str]) -> str:
    return match["sign"] * 30 if match["sign"] else ""


def _name_emoji(text: str) -> str:
    """Put the names of emoji in their place, as tags."""
    import emoji

    count = 0

    def name(_chars: str, data: dict[str, Any]) -> str:
        nonlocal count
        count += 1
        plain = unicodedata.normalize("NFKD", _SKIN.sub("", data["en"].strip(":").lower()))
        plain = re.sub(r"\W+", "_", re.sub(r"[\u0300-\u036f]", "", plain)).strip("_")
        return f" <{plain}> " if count <= _MOST_EMOJI and not _POINTERS.fullmatch(plain) else " "

    named = emoji.replace_emoji(text, name)
    return re.sub(r"(<\w+>)(?:\s*\1)+", r"\1", named.replace("\ufe0f", ""))


def _is_said_beside(words: list[str], before: list[Token], after: list[Token]) -> bool:
    """Tell whether the words next to an emoji are its name: "Germany 🇩🇪"."""
    count = len(words)
    said = " ".join(token.text for token in before[-count:]).split()[-count:]
    marks = {f"<{mark}>" for mark in _MARKS}
    plain = [token.text for token in after[: count + 1] if token.text not in marks]
    return words in (said, plain[:count])


def _join(tokens: Iterable[Token]) -> str:
    """Turn tags into words and close the gaps that tags left."""
    shown: list[Token] = []
    dropped = False
    tokens = list(tokens)
    for place, token in enumerate(tokens):
        tag = _TAG.fullmatch(token.text)
        if tag and tag[1] in _MARKS:
            dropped = True
            continue
        if tag:
            token.text, token.spaced = _TAG_WORDS.get(tag[1], tag[1].replace("_", " ")), True
            if _is_said_beside(token.text.split(), shown, tokens[place + 1 :]):
                continue
        if shown or not dropped or token.text not in ",:;.-–—|)":
            shown.append(token)
    text = ""
    for place, token in enumerate(shown):
        last = place + 1 == len(shown) or shown[place + 1].spaced
        closing = _CLOSING.fullmatch(token.text) and last
        text += f" {token.text}" if token.spaced and not closing else token.text
    return " ".join(_EMPTY_BRACKETS.sub(" ", text).split())
