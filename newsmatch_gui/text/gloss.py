"""German to English word by word, offline: bad English that keeps what an image search needs.

A real translation reads better, but needs a service or a large model. The gloss needs a dictionary
of 3 MB and nearly always names the things and people that a picture can show. The order of the
German words stays, except that a verb takes back its particle ("nimmt ... fest": arrests).
"""

import re
from functools import lru_cache
from threading import Lock

from newsmatch_gui.text.gloss_lexicon import PARTICLES, Lexicon
from newsmatch_gui.text.gloss_words import folded

_LONGEST_PHRASE = 3  # words
_CACHED_WORDS = 32_768
# Words at odd places, what stands between them at even ones.
_WORD = re.compile(r"(\w+(?:[-’']\w+)*)")
_CLAUSE_END = re.compile(r"[^\s]|\n")
_AND = frozenset(("und", "oder", "sowie", "aber"))
_ONE = frozenset("der das ein eine einer im vom zum zur beim".split())
_CROWDS = frozenset("hunderte tausende zehntausende hunderttausende dutzende".split())
_SEVERAL = frozenset(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hunderte tausende "
    "zehntausende hunderttausende dutzende viele mehrere einige alle beide wenige hundert "
    "tausend".split()
)
_fold = lru_cache(_CACHED_WORDS)(folded)
_lock = Lock()
_made: list["Gloss"] = []
# Surnames that are words, too: "Thomas Müller" is no miller. Only after a name.
_SURNAMES = frozenset(
    "Bauer Becker Braun Fischer Fuchs Groß Hahn Hartmann Herzog Hoffmann Jung Kaiser Klein Koch "
    "König Kraus Krause Lange Maier Meyer Müller Neumann Pfeiffer Richter Schäfer Schmidt Schmied "
    "Schneider Scholz Schröder Schubert Schulz Schulze Schumacher Schuster Schwarz Sommer Stein "
    "Vogel Vogt Wagner Weber Weiß Winter Wolf Wolff Ziegler Zimmermann".split()
)


class Gloss:
    """Glosses German text; one object serves all threads.

    Attributes:
        name: What users call it.
    """

    name = "gloss"

    def __init__(self) -> None:
        self._lexicon: Lexicon | None = None
        self._loading = Lock()

    @property
    def fingerprint(self) -> str:
        """Name and version; the version is raised whenever a text would be glossed otherwise."""
        return f"{self.name}@1"

    def translate(self, text: str) -> str:
        """Gloss German text; unknown words, numbers, marks and line breaks stay as they are.

        Args:
            text: Any text.

        Raises:
            FileNotFoundError: The installation lacks the dictionary.
        """
        pieces = _WORD.split(text)
        lexicon = self._loaded()
        start = 1
        for place in range(2, len(pieces), 2):
            if place == len(pieces) - 1 or _CLAUSE_END.search(pieces[place]):
                _Clause(lexicon, pieces, start, place).gloss()
                start = place + 1
        return "".join(pieces)

    def _loaded(self) -> Lexicon:
        if self._lexicon is None:
            with self._loading:
                if self._lexicon is None:
                    self._lexicon = Lexicon()
        return self._lexicon


def gloss() -> Gloss:
    """Return the translator that the whole program shares."""
    with _lock:
        if not _made:
            _made.append(Gloss())
        return _made[0]


class _Clause:
    """Words between two marks, glossed in place."""

    def __init__(self, lexicon: Lexicon, pieces: list[str], start: int, stop: int) -> None:
        self._lexicon = lexicon
        self._pieces = pieces
        self._words = pieces[start:stop:2]
        self._start = start
        self._starts_sentence = start == 1 or any(
            mark in pieces[start - 1] for mark in '.!?:\n„“"»«'
        )

    def gloss(self) -> None:
        """Replace the words of the clause by English ones."""
        words = self._words
        glosses: list[str | None] = [None] * len(words)
        self._join_particles(glosses)
        place = 0
        while place < len(words):
            length = 1
            if glosses[place] is None:
                length = self._phrase(glosses, place)
            if not length:
                glosses[place] = self._word(place)
                length = 1
            place += length
        for index, english in enumerate(glosses):
            self._put(self._start + 2 * index, english or "")

    def _put(self, place: int, english: str) -> None:
        pieces = self._pieces
        pieces[place] = english
        # A word left out takes one of the spaces around it along.
        if not english and pieces[place + 1][:1] == " ":
            pieces[place + 1] = pieces[place + 1][1:]
        elif not english and pieces[place - 1][-1:] == " ":
            pieces[place - 1] = pieces[place - 1][:-1]

    def _join_particles(self, glosses: list[str | None]) -> None:
        """Give verbs their particles back: the particle ends its clause."""
        words = self._words
        for end in range(1, len(words)):
            last = end == len(words) - 1 or words[end + 1] in _AND
            if not last or words[end] not in PARTICLES:
                continue
            for place in range(end - 1, -1, -1):
                word = words[place]
                if word in _AND:
                    break
                if (word[0].isupper() and place) or self._lexicon.is_function_word(word):
                    continue
                joined = self._lexicon.separated(word, words[end])
                if joined is not None:
                    glosses[place], glosses[end] = joined, ""
                    break

    def _phrase(self, glosses: list[str | None], place: int) -> int:
        """Gloss a fixed phrase that begins here; return how many words it has, 0 for none."""
        for length in range(min(_LONGEST_PHRASE, len(self._words) - place), 1, -1):
            if any(gloss is not None for gloss in glosses[place : place + length]):
                continue
            key = " ".join(map(_fold, self._words[place : place + length]))
            english = self._lexicon.phrase(key)
            if english is not None:
                glosses[place : place + length] = [english] + [""] * (length - 1)
                return length
        return 0

    def _word(self, place: int) -> str:
        word = self._words[place]
        if not word[0].isalpha() and word.isdigit():
            return word
        lower = word.lower()
        capital = word[0].isupper()
        starts = self._starts_sentence and place == 0
        small = not capital or (starts and self._before_noun(place))
        found: str | None = None
        if lower == "nach" and self._before_place(place):
            found = "to"
        elif (starts or not capital) and self._lexicon.is_function_word(lower):
            found = self._lexicon.gloss(lower)
        elif not capital and not self._ends(place):
            found = self._lexicon.acting(word) or self._lexicon.gloss(word)
        elif capital and small and self._lexicon.adjective(lower):
            found = self._lexicon.gloss(lower)
        elif capital and self._means_many(place):
            found = self._lexicon.many(word) or self._lexicon.gloss(word)
        elif word in _SURNAMES and place and self._is_name(self._words[place - 1]):
            pass
        else:
            found = self._lexicon.gloss(word)
        if lower in _CROWDS and self._before_noun(place):
            return f"{found} of"
        return word if found is None else found

    def _ends(self, place: int) -> bool:
        return place + 1 == len(self._words) or self._words[place + 1] in _AND

    def _means_many(self, place: int) -> bool:
        """Tell whether a noun is plural by its neighbours: "drei Retter", "Retter suchen"."""
        before = self._words[place - 1] if place else ""
        if (before.isdigit() and before != "1") or before.lower() in _SEVERAL:
            return True
        after = self._words[place + 1] if place + 1 < len(self._words) else "A"
        single = before.lower() in _ONE or self._ends(place)
        return not single and after[0].islower() and self._lexicon.takes_plural(after)

    def _before_place(self, place: int) -> bool:
        after = self._words[place + 1] if place + 1 < len(self._words) else "a"
        return after[0].isupper() and self._lexicon.is_place(after)

    def _before_noun(self, place: int) -> bool:
        return place + 1 < len(self._words) and self._words[place + 1][0].isupper()

    def _is_name(self, word: str) -> bool:
        return word[0].isupper() and self._lexicon.gloss(word) in (None, word)
