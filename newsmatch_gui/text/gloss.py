"""German to English word by word, offline: bad English that keeps what an image search needs.

A real translation reads better, but needs a service or a large model. The gloss needs a dictionary
of 3 MB and nearly always names the things and people that a picture can show. The order of the
German words stays, except that a verb takes back its particle ("nimmt ... fest": arrests) and an
auxiliary at the end goes before its participle ("gerettet werden": be rescued).
"""

import re
from functools import lru_cache
from threading import Lock

from newsmatch_gui.text.gloss_clause import HAS, MAY_BE, PREPOSITIONS, SURNAMES, Clause
from newsmatch_gui.text.gloss_english import adverb
from newsmatch_gui.text.gloss_lexicon import Lexicon
from newsmatch_gui.text.gloss_words import folded, is_declined
from newsmatch_gui.text.translation import GLOSS

_LONGEST_PHRASE = 3  # words
_LONGEST_CLAUSE = 100  # pieces; keeps a text without any mark from taking quadratic time
_CACHED_WORDS = 32_768
# Words at odd places, what stands between them at even ones.
_WORD = re.compile(r"(\d+(?:[.,:]\d+)+(?:-\w+)*|\w+(?:[-’']\w+)*)")
# Quotation marks end no clause: a verb before them may have its particle behind them.
_CLAUSE_END = re.compile(r"[^\s„“”\"»«‚‘’]|\n")
_DATIVE = frozenset(("der", "dem", "den"))
_SPACE = re.compile(r"[^\S\n]")
_CONJUNCTIONS = frozenset(
    "dass weil wenn ob was wie wer wo warum wann wohin woher nachdem bevor obwohl damit".split()
)
_HELPERS = HAS | MAY_BE | frozenset("werden wurde wurden werde".split())
_CROWDS = frozenset("hunderte tausende zehntausende hunderttausende dutzende".split())
# Function words that are nouns, too: "das Aus", "mein Ich"; read so unless they begin a sentence.
_NOUNS_TOO = frozenset(
    "aus dank gut haben ich mag mal morgen muss nichts rund sein soll statt weiter will".split()
)
_MONTHS = frozenset(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
)
_DAYS = re.compile(
    r"(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn|Feier)tag|Mittwoch|Sonnabend|Wochenende)(?!\w)"
)
_TOWNS_TOO = frozenset("Essen Halle Hof Bergen Singen Verden Buchen Laufen Lauf Haar".split())
_RELATIVE = frozenset("der die das den dem denen".split())
_fold = lru_cache(_CACHED_WORDS)(folded)
_lock = Lock()
_made: list["Gloss"] = []


class Gloss:
    """Glosses German text; one object serves all threads.

    Attributes:
        name: What users call it.
        fingerprint: Name and version.
    """

    name = "gloss"
    fingerprint = GLOSS

    def __init__(self) -> None:
        self._lexicon: Lexicon | None = None
        self._loading = Lock()

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
            last = place == len(pieces) - 1 or place - start > _LONGEST_CLAUSE
            if last or _ends_clause(pieces[place - 1], pieces[place]):
                _Sentence(lexicon, pieces, start, place).gloss()
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


def _ends_clause(word: str, after: str) -> bool:
    ordinal = word.isdigit() and len(word) < 3 and after == ". "  # "1. FC", "50. Jahr"
    return not ordinal and _CLAUSE_END.search(after) is not None


class _Sentence(Clause):
    """Words between two marks, glossed in place."""

    def gloss(self) -> None:
        """Replace the words of the clause by English ones."""
        self._keep_english()
        self._keep_names()
        self._join_particles()
        self._turn_to_itself()
        self._help_verbs()
        place = 0
        while place < len(self._words):
            place += self._phrase(place) or self._single(place)
        for index in range(len(self._words)):
            self._put(self._start + 2 * index, self._polished(index))

    def _polished(self, place: int) -> str:
        """Return the English of a word, made fit for what comes after it."""
        english = self._english[place] or ""
        if english == "a" and (self._next(place) or "b")[0].lower() in "aeio":
            return "an"
        finite = MAY_BE.isdisjoint(self._lower[:place])
        if english.startswith("be ") and finite and self._lower[place].endswith("n"):
            return f"are{english[2:]}"
        return english

    def _next(self, place: int) -> str:
        return next((english for english in self._english[place + 1 :] if english), "")

    def _put(self, place: int, english: str) -> None:
        pieces = self._pieces
        pieces[place] = english
        if english:
            return
        # A word left out takes one of the spaces around it along.
        if _SPACE.match(pieces[place + 1]):
            pieces[place + 1] = pieces[place + 1][1:]
            return
        while place > self._start and not pieces[place - 1]:
            place -= 2
        if _SPACE.match(pieces[place - 1][-1:]):
            pieces[place - 1] = pieces[place - 1][:-1]

    def _phrase(self, place: int) -> int:
        """Gloss a fixed phrase that begins here; return how many words it has, 0 for none."""
        for length in range(min(_LONGEST_PHRASE, len(self._words) - place), 1, -1):
            if any(english is not None for english in self._english[place : place + length]):
                continue
            if any(map(self._opens, range(place + 1, place + length))):
                continue
            key = " ".join(map(_fold, self._words[place : place + length]))
            english = self._lexicon.phrase(key)
            if english is not None:
                self._english[place : place + length] = [english] + [""] * (length - 1)
                return length
        return 0

    def _single(self, place: int) -> int:
        if self._english[place] is None:
            self._english[place] = self._word(place)
        return 1

    def _word(self, place: int) -> str:
        word, lower = self._words[place], self._lower[place]
        if word[0].isdigit() and not any(map(str.isalpha, word)):
            return word
        found = self._small(place) if self._is_small(place) else self._noun(place)
        if lower in _CROWDS and self._is_capital(place + 1):
            return f"{found} of"
        return word if found is None else found

    def _is_small(self, place: int) -> bool:
        """Tell whether a word is none of the nouns, which German capitalises."""
        lower = self._lower[place]
        if not self._is_capital(place):
            return True
        starts = self._starts(place)
        if self._lexicon.is_function_word(lower):
            if self._words[place].isupper() and len(lower) > 1 and not self._shouts:
                return False  # "OB", "ES"
            after = self._at(place + 1)
            noun = lower in _NOUNS_TOO and (not starts or not after or after in ("für", "in"))
            named = place > 0 and self._lexicon.gloss(self._words[place - 1]) is None
            return not noun and not named
        if not starts:
            return False
        if self._is_capital(place + 1) and self._lexicon.adjective(lower):
            return True
        if self._at(place + 1) == "als" and self._is_comparative(place):
            return True
        if self._lexicon.knows(self._words[place]):
            return False
        describes = self._is_capital(place + 1) and self._lexicon.describes(lower)
        return describes or self._lexicon.is_adverb(lower)

    def _small(self, place: int) -> str | None:
        lower = self._lower[place]
        if lower in PREPOSITIONS:
            return self._preposition(place)
        if self._lexicon.is_function_word(lower):
            return self._function_word(place)
        before_noun = self._is_capital(place + 1)
        found = self._lexicon.acting(lower) if self._acts(place) else self._done(place)
        if not before_noun and self._lexicon.is_infinitive(lower):
            found = found or self._lexicon.sense(lower).gloss
        if lower.endswith("er") and not before_noun:
            found = found or self._lexicon.more(lower)
        if found is None and self._is_adverb(place):
            found = adverb(self._lexicon.gloss(lower) or "")
        found = found or self._lexicon.gloss(lower)
        owned = found and before_noun and lower.endswith("er") and self._is_noun(place - 1)
        return f"of {found}" if owned and self._lexicon.adjective(lower) else found

    def _acts(self, place: int) -> bool:
        """Tell whether a form like "verletzt" is the verb of its clause, not its participle."""
        if self._ends(place):
            first = self._lower[0]
            asks = first in _CONJUNCTIONS or (first in _RELATIVE and self._is_relative())
            return asks and HAS.isdisjoint(self._lower[1:])
        if self._at(place + 1) == "von" and self._lexicon.asked("von", self._words[place]) is None:
            return False  # "begeistert von"
        before = range(self._part_start(place), place)
        return not any(self._is_finite(other) for other in before)

    def _part_start(self, place: int) -> int:
        while place > 0 and self._words[place - 1] not in ("und", "oder", "aber"):
            place -= 1
        return place

    def _is_finite(self, place: int) -> bool:
        if self._lower[place] in _HELPERS:
            return True
        return self._joined[place]

    def _done(self, place: int) -> str | None:
        """Gloss a participle that looks like its infinitive: "hat ... verlassen"."""
        found = self._lexicon.done(self._lower[place]) if self._ends(place) else None
        if found is None or not MAY_BE.isdisjoint(self._lower[:place]):
            return None
        acts = any(map(self._is_verb, range(place)))
        return found if not acts or not HAS.isdisjoint(self._lower) else None

    def _is_verb(self, place: int) -> bool:
        word = self._words[place]
        return word[0].islower() and self._lexicon.acting(word) is not None

    def _is_adverb(self, place: int) -> bool:
        """Tell whether an adjective goes with the one after it: "deutlich teurer"."""
        after = self._at(place + 1)
        if not after[:1].islower() or not self._lexicon.is_adjective(self._lower[place]):
            return False
        return (
            self._lexicon.is_adjective(after)
            or self._is_participle(place + 1)
            or (self._is_comparative(place + 1) and not self._lexicon.is_function_word(after))
        )

    def _noun(self, place: int) -> str | None:
        word, before = self._words[place], self._at(place - 1)
        if word in _TOWNS_TOO and before in ("in", "nach", "aus"):
            return None
        owner = self._owner(place)
        if owner is not None:
            return owner
        if self._is_singular(place):
            return self._lexicon.single(word) or self._lexicon.gloss(word)
        if self._means_many(place):
            return self._lexicon.many(word) or self._lexicon.gloss(word)
        named = self._is_capital(place - 1) and self._lexicon.gloss(before) in (None, before)
        if word in SURNAMES and named:
            return None
        return self._lexicon.gloss(word)

    def _function_word(self, place: int) -> str:
        lower, after = self._lower[place], self._at(place + 1)
        owned = self._is_noun(place - 1) or self._english[place - 1 : place] in (
            ["one"],
            ["of one"],
        )
        if owned and lower in ("der", "einer") and self._before_noun_phrase(place):
            return "of the" if lower == "der" else "of a"
        if lower.startswith("ein") and after == "der":
            return "of one" if lower == "eines" and self._is_noun(place - 1) else "one"
        if lower == "immer" and self._is_comparative(place + 1):
            return "ever"
        if lower in _RELATIVE and place == 0 and self._is_relative():
            return "who"
        if lower == "wie" and self._starts(place):
            return "how"
        if lower == "das" and not after[:1].isupper() and not self._before_noun_phrase(place):
            return "this"
        if self._words[place] == "Sie" and not self._starts(place):
            return "you"
        if lower == "im" and after in _MONTHS:
            return "in"
        if lower == "am" and _DAYS.search(after):
            return "on"
        if lower == "als" and any(map(self._is_comparative, range(max(0, place - 3), place))):
            return "than"
        return self._lexicon.gloss(lower) or ""

    def _is_relative(self) -> bool:
        """Tell whether a clause ends with its verb: "..., die hier leben"."""
        first, last = self._at(1), self._at(len(self._words) - 1)
        beside = self._after_comma and first[:1].islower() and last[:1].islower()
        return beside and not self._before_noun_phrase(0)

    def _before_noun_phrase(self, place: int) -> bool:
        after = self._at(place + 1)
        return after[:1].isupper() or (is_declined(after) and self._lexicon.adjective(after))

    def _is_comparative(self, place: int) -> bool:
        word = self._at(place).lower()
        if word in ("mehr", "weniger"):
            return True
        return word.endswith("er") and self._lexicon.more(word) is not None

    def _preposition(self, place: int) -> str:
        lower, after = self._lower[place], self._at(place + 1)
        asked = self._asked(place)
        if asked is not None:
            return asked
        if lower == "zu" and self._is_too_much(place):
            return "too"
        if lower == "um" and place == 0 and self._has_infinitive():
            return ""
        if lower == "von":
            return self._by_from_or_of(place)
        if lower == "durch" and self._is_passive():
            return "by"
        if lower == "an" and after.lower() in ("die", "das"):
            return "to"
        if lower == "an" and after in _DATIVE and self._lexicon.is_place(self._at(place + 2)):
            return "on"
        if lower == "um":
            return self._about(place)
        if lower == "nach" and self._is_destination(place + 1):
            return "to"
        if lower == "mit" and self._at(place + 2) == "Jahren" and after.isdigit():
            return "at"
        return self._lexicon.gloss(lower) or ""

    def _is_too_much(self, place: int) -> bool:
        after = self._at(place + 1)
        if after in ("wenig", "viel", "viele", "wenige", "oft"):
            return True
        if not after[:1].islower() or not self._lexicon.is_adjective(after):
            return False
        return not is_declined(after) or self._lower[place - 1 : place] in (["ein"], ["unter"])

    def _has_infinitive(self) -> bool:
        """Tell whether a clause that begins with "um" says what for: "um ... zu retten"."""
        return "zu" in self._lower[1:] or self._lexicon.has_zu(self._lower[-1])

    def _is_unknown(self, place: int) -> bool:
        return self._is_capital(place) and self._lexicon.gloss(self._words[place]) is None

    def _is_destination(self, place: int) -> bool:
        word = self._at(place)
        named = self._lexicon.is_place(word) or (word and self._lexicon.gloss(word) is None)
        return self._is_capital(place) and bool(named)

    def _asked(self, place: int) -> str | None:
        """Return what the noun before, or else a verb of the clause, makes of a preposition."""
        lower = self._lower[place]
        if self._is_capital(place - 1):
            found = self._lexicon.asked(lower, self._words[place - 1])
            if found is not None:
                return found
        if lower == "nach" and self._lexicon.is_place(self._at(place + 1)):
            return None
        for other in (*range(place - 1, -1, -1), *range(len(self._words) - 1, place, -1)):
            if not self._is_capital(other) and not self._lexicon.is_function_word(self._at(other)):
                found = self._lexicon.asked(lower, self._words[other])
                if found is not None:
                    return found
        return None

    def _by_from_or_of(self, place: int) -> str:
        if {"nach", "bis"} & {*self._lower[place + 2 : place + 4]}:
            return "from"
        if self._lexicon.is_place(self._at(place + 1)):
            return "of" if self._is_capital(place - 1) else "from"
        if self._is_unknown(place - 1) and self._is_unknown(place + 1):
            return "von"
        return "by" if self._is_passive() or self._is_participle(place - 1) else "of"

    def _about(self, place: int) -> str:
        after = self._at(place + 1)
        if after.isdigit():
            return "at" if self._at(place + 2) == "Uhr" else "by"
        around = {"rund", "herum"} & {*self._lower} or {"Welt", "Ecke"} & {*self._words}
        return "around" if around else "about"
