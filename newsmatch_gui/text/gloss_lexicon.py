"""What a single German word means: inflected forms, compounds, place names, all by dictionary."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import marisa_trie
import simplemma

from newsmatch_gui.resources import resource_path
from newsmatch_gui.text.gloss_words import PartOfSpeech, past, plural, third_person

_CACHED_WORDS = 32_768
_LONGEST_WORD = 60  # letters; longer strings are no words
_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
# What may stand between two parts of a compound, with how much it speaks against the split.
_LINKS = {"": 0.0, "s": 0.05, "n": 0.1, "en": 0.1, "es": 0.15, "e": 0.15, "er": 0.2}
_SHORT_PART = {3: 0.3, 4: 0.25}
# Other words of three letters are found in too many names.
_THREE_LETTERS = frozenset(
    "amt arm bad bau bus bär eis fan gas hai hof hut kuh not ohr ort rad rat see tag tal tee tod "
    "tor uhr weg zoo zug öko öl".split()
)
_VERB_STEM = 0.3
# "Wolfsburg" is a town, not a wolf's castle; what is a castle or a mountain is in the dictionary.
_PLACE = re.compile(
    r"(?:burg|berg|dorf|bach|hausen|kirchen|furt|bruck|brück|hagen|stedt|rode|leben|roda|ingen|"
    r"[^s]heim|stein|stetten|weiler|wald|hofen|münde|walde|thal)$"
)
PARTICLES = frozenset(
    "ab an auf aus bei bekannt bereit ein entgegen fest fort frei her heraus hervor hin hinaus "
    "lahm los mit nach nieder statt teil um unter vor voran vorbei weg weiter zu zurück "
    "zusammen".split()
)
_SPLIT_OFF = "|".join(sorted(PARTICLES, key=len, reverse=True))
_WITH_ZU = re.compile(rf"^({_SPLIT_OFF})zu(\w{{3,}}n)$")
_PARTICIPLE = re.compile(rf"^(?:{_SPLIT_OFF}|über|wieder|um)?ge\w+(?:t|en)(?:e[nrsm]?)?$")
_SAME_PARTICIPLE = re.compile(r"^(?:be|ver|zer|er|ent|miss|über|unter|um|wider|\w+(?=ieren$))")
_YEARS_OLD = re.compile(r"^(\d+)-?[Jj]ährige[nrsm]?$")
_DECLINED = re.compile(r"e[nrsm]?$")
_GENITIVE = re.compile(r"(?:er|el|en|ling|ig|um|us|ung|[^aeiou]es)s?$")


@dataclass(frozen=True, slots=True)
class Sense:
    """What the dictionary says of a word.

    Attributes:
        pos: Part of speech.
        gloss: English words; empty for what English leaves out.
    """

    pos: str
    gloss: str


@lru_cache(_CACHED_WORDS)
def lemma(word: str) -> str:
    """Return the base form of a German word."""
    return simplemma.lemmatize(word, lang="de")


class Lexicon:
    """The dictionary file and everything that can be derived from it for one word.

    Raises:
        FileNotFoundError: The installation lacks the dictionary.
    """

    def __init__(self) -> None:
        self._words = marisa_trie.BytesTrie().mmap(
            str(resource_path("language", "gloss", "de-en.marisa"))
        )
        lemma("Wörter")  # simplemma reads its list at the first word
        self.sense = lru_cache(_CACHED_WORDS)(self._sense)
        self.gloss = lru_cache(_CACHED_WORDS)(self._gloss)
        self.many = lru_cache(_CACHED_WORDS)(self._many)
        self.acting = lru_cache(_CACHED_WORDS)(self._acting)
        self.separated = lru_cache(_CACHED_WORDS)(self._separated)
        self.adjective = lru_cache(_CACHED_WORDS)(self._adjective)

    def _sense(self, key: str) -> Sense | None:
        values = self._words.get(key)
        if not values:
            return None
        value = values[0].decode()
        return Sense(value[0], value[1:])

    def phrase(self, key: str) -> str | None:
        """Return the gloss of several words, folded; None when they are no fixed phrase."""
        values = self._words.get(key)
        return values[0].decode()[1:] if values else None

    def is_function_word(self, word: str) -> bool:
        """Tell whether a word in lower case is an article, a preposition or the like."""
        sense = self.sense(word)
        return sense is not None and sense.pos == PartOfSpeech.FUNCTION_WORD

    def is_place(self, word: str) -> bool:
        """Tell whether a word is a name that has English words of its own, mostly a place."""
        sense = self.sense(word)
        return sense is not None and sense.gloss[:1].isupper()

    def _adjective(self, word: str) -> bool:
        """Tell whether a word in lower case is a declined adjective."""
        found = [self.sense(form) for form in (word, lemma(word))]
        declined = _DECLINED.search(word) is not None
        return declined and any(one and one.pos == PartOfSpeech.ADJECTIVE for one in found)

    def _many(self, word: str) -> str | None:
        """Return English for a noun that looks like the singular but is the plural."""
        sense = self.sense(word)
        if sense is None or sense.pos != PartOfSpeech.NOUN:
            return None
        return plural(sense.gloss)

    def _acting(self, word: str) -> str | None:
        """Return English for a form that is a verb in mid-sentence, an adjective at its end.

        "Unwetter bedroht Ernte" is no threatened storm; "verletzt" is left alone, it mostly is.
        """
        base = lemma(word)
        if base == word:
            base = word[:-1] + "en"
        sense = self.sense(base)
        if sense is None or sense.pos != PartOfSpeech.VERB:
            return None
        if not word.endswith("t") or _PARTICIPLE.match(word) or not _SAME_PARTICIPLE.match(base):
            return None
        return third_person(sense.gloss)

    def takes_plural(self, word: str) -> bool:
        """Tell whether a word is a verb form of the plural: "die Forscher suchen"."""
        sense = self.sense(lemma(word))
        plural_form = word.endswith("n") and not _PARTICIPLE.match(word)
        return plural_form and sense is not None and sense.pos == PartOfSpeech.VERB

    def _gloss(self, word: str) -> str | None:
        """Return English for a word as it stands in a sentence; None when it is unknown."""
        if not 1 < len(word) <= _LONGEST_WORD:
            return None
        sense = self.sense(word)
        if sense is not None and not sense.gloss:
            return ""
        aged = _YEARS_OLD.match(word)
        if aged:
            return f"{aged[1]}-year-old"
        for read in (self._known, self._hyphenated, self._place, self._compound):
            found = read(word)
            if found is not None:
                return found
        return None

    def _known(self, word: str) -> str | None:
        return self._looked_up(word) or (self._as_noun(word) if word[0].isupper() else None)

    def _as_noun(self, word: str) -> str | None:
        """Read a verb or an adjective that is used as a noun: "das Streiken", "die Kranken".

        Any other form of a verb would find one in many a surname.
        """
        lower = word.lower()
        sense = self.sense(lower)
        if sense is not None and sense.pos != PartOfSpeech.FIRST_PART:
            return sense.gloss
        if self.adjective(lower) or _PARTICIPLE.match(lower):
            return self._looked_up(lower)
        stem = _DECLINED.sub("", lower)
        return self._looked_up(stem) if stem != lower and stem.endswith("t") else None

    def _looked_up(self, word: str) -> str | None:
        for form in _forms(word):
            sense = self.sense(form)
            if sense is not None and sense.pos != PartOfSpeech.FIRST_PART and sense.gloss:
                return _inflected(sense, word, form)
        return None

    def _hyphenated(self, word: str) -> str | None:
        if "-" not in word:
            return None
        parts = [part for part in word.split("-") if part]
        known = [self.gloss(part) for part in parts]
        if not any(known):
            return None
        return " ".join(
            part if gloss is None else gloss for part, gloss in zip(parts, known, strict=True)
        )

    def _place(self, word: str) -> str | None:
        """Read "Kieler" and "Bremer" as the town."""
        if not word.endswith("er") or not word[0].isupper():
            return None
        for town in (word[:-2], word[:-2] + "en", word[:-1]):
            sense = self.sense(town)
            if sense is not None and sense.gloss[:1].isupper():
                return sense.gloss
        return None

    def _separated(self, word: str, particle: str) -> str | None:
        """Return English for a verb whose particle stands apart: "nimmt ... fest"."""
        base = lemma(word.lower())
        sense = self.sense(particle + base)
        if sense is None or sense.pos != PartOfSpeech.VERB:
            return None
        return _inflected(sense, word.lower(), base)

    def _compound(self, word: str) -> str | None:
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha() or _PLACE.search(word.lower()):
            return None
        noun = word[0].isupper()
        parts = self._split(word.lower(), noun=noun)
        return " ".join(parts) if parts else None

    def _split(self, word: str, *, noun: bool) -> list[str]:
        """Split into the fewest and longest parts that are all in the dictionary."""
        # cheapest[i]: cost and glosses of the letters before i, read as first parts.
        cheapest: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
        best: tuple[float, list[str]] | None = None
        for start in range(len(word) - _SHORTEST_PART + 1):
            if start not in cheapest:
                continue
            cost, before = cheapest[start]
            head = self._head(word[start:], noun=noun) if start else None
            if head is not None:
                total = cost + 1 + _SHORT_PART.get(len(word) - start, 0.0)
                if best is None or total < best[0]:
                    best = (total, [*before, head])
            if len(before) >= 3:
                continue
            for end in range(start + _SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
                found = self._first_part(word[start:end])
                if found is None:
                    continue
                total = cost + 1 + found[0]
                if end not in cheapest or total < cheapest[end][0]:
                    cheapest[end] = (total, [*before, found[1]])
        return best[1] if best else []

    def _head(self, tail: str, *, noun: bool) -> str | None:
        if len(tail) == _SHORTEST_PART and tail not in _THREE_LETTERS:
            return None
        if not noun:
            base = lemma(tail)
            sense = self.sense(base)
            good = sense is not None and sense.pos == PartOfSpeech.ADJECTIVE and len(base) > 3
            return sense.gloss if sense and good else None
        word = tail.capitalize()
        for form in _noun_forms(word):
            sense = self.sense(form)
            if sense is None:
                continue
            country = sense.pos == PartOfSpeech.OTHER and sense.gloss[:1].isupper()
            if sense.pos in (PartOfSpeech.NOUN, PartOfSpeech.PLURAL_NOUN) or (
                country and len(form) > 5  # "Oberbayern", "Norditalien"
            ):
                return _inflected(sense, word, form)
        return None

    def _first_part(self, piece: str) -> tuple[float, str] | None:
        """Return the cost and the gloss of letters that begin a compound, link included."""
        own = self._words.get(piece + "-")
        if own:
            return _SHORT_PART.get(len(piece), 0.0) / 2, own[0].decode()[1:]
        best: tuple[float, str] | None = None
        for link, against in _LINKS.items():
            stem = piece.removesuffix(link) if link else piece
            if len(stem) < _SHORTEST_PART or (link and stem == piece):
                continue
            if len(stem) == _SHORTEST_PART and stem not in _THREE_LETTERS:
                continue
            gloss, more = self._stem(stem, linked=bool(link))
            cost = against + more + _SHORT_PART.get(len(stem), 0.0)
            if gloss and (best is None or cost < best[0]):
                best = (cost, gloss)
        return best

    def _stem(self, stem: str, *, linked: bool) -> tuple[str, float]:
        candidates: list[tuple[str, float]] = [(stem.capitalize(), 0.0)]
        if not linked:
            candidates += [
                (stem.capitalize() + "e", 0.1),
                (stem, 0.1),
                (stem + "en", _VERB_STEM),
                (stem + "n", _VERB_STEM),
            ]
        for key, cost in candidates:
            sense = self.sense(key)
            if sense is None or sense.pos == PartOfSpeech.FUNCTION_WORD or not sense.gloss:
                continue
            if key == stem and sense.pos not in (PartOfSpeech.ADJECTIVE, PartOfSpeech.OTHER):
                continue
            if cost == _VERB_STEM and sense.pos != PartOfSpeech.VERB:
                continue
            return sense.gloss, cost
        return "", 0.0


def _noun_forms(word: str) -> Iterator[str]:
    yield word
    yield lemma(word)
    stem = _DECLINED.sub("", word)
    if stem != word:  # "Verletzten": declined like an adjective
        yield from (stem + "e", stem + "er")


def _forms(word: str) -> Iterator[str]:
    """Yield what to look up for a word, best first."""
    if word[0].isupper():
        if word.isupper() and len(word) > 3:
            yield word
            word = word.capitalize()
        yield from _noun_forms(word)
        return
    yield word
    yield lemma(word)
    if word.endswith(("t", "te", "ten")):  # a verb that simplemma does not know
        yield re.sub(r"t(?:en?)?$", "en", word)
    with_zu = _WITH_ZU.match(word)
    if with_zu:
        yield with_zu[1] + with_zu[2]
    if _DECLINED.search(word):
        yield _DECLINED.sub("", word)


def _inflected(sense: Sense, word: str, base: str) -> str:
    """Return the gloss in the form that the German word has."""
    if word == base or not sense.gloss:
        return sense.gloss
    if sense.pos == PartOfSpeech.NOUN:
        return plural(sense.gloss) if _is_plural(word, base) else sense.gloss
    if sense.pos != PartOfSpeech.VERB or " zu " in word or _WITH_ZU.match(word):
        return sense.gloss
    if _PARTICIPLE.match(word) and not base.startswith("ge"):
        return past(sense.gloss, participle=True)
    if word.endswith("t") and not _SAME_PARTICIPLE.match(base):
        return third_person(sense.gloss)
    return past(sense.gloss, participle=False)


def _is_plural(word: str, base: str) -> bool:
    if base.endswith(("e", "er")) and word.startswith(base[:-1]) and len(word) - len(base) < 2:
        # "Verletzten", "Namen": mostly the plural; "Lehrers": the genitive.
        return not word.endswith("s")
    if word == base + "es":
        return False
    return not (word == base + "s" and _GENITIVE.search(base))
