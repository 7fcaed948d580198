"""What the dictionary says of one word, and how compounds are taken apart."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from newsmatch_gui.text.gloss_english import plural
from newsmatch_gui.text.gloss_words import PartOfSpeech, is_plural, lemma, noun_forms

_SHORTEST_COMPOUND = 7
_SHORTEST_PART = 3
# What may stand between two parts of a compound, with how much it speaks against the split.
_LINKS = {"": 0.0, "s": 0.05, "n": 0.1, "en": 0.1, "es": 0.15, "e": 0.15, "er": 0.2}
_SHORT_PART = {3: 0.15, 4: 0.25}
# Other words of three letters are found in too many names.
_THREE_LETTERS = frozenset(
    "amt arm bad bau bus bär eis fan gas hai hof hut kuh not ohr ort rad rat see tag tal tee tod "
    "tor uhr weg zoo zug öko öl".split()
)
_VERB_STEM = 0.3
# "Wolfsburg" is a town, not a wolf's castle, and "Kachelmann" a person; what is a castle or a
# fireman is in the dictionary.
_NAME = re.compile(
    r"(?:burg|berg|dorf|bach|hausen|kirchen|furt|bruck|brück|hagen|stedt|rode|leben|roda|ingen|"
    r"[^s]heim|stein|stetten|weiler|wald|hofen|münde|walde|thal|heide|feld|neustadt|mann|berger|"
    r"hofer|huber|maier|mayer|meier|meyer|reiter|eisen|schalk|helm|brecht|gasse)s?$"
)
# "Obdachlose" have no roof; they are no lots.
_NO_HEADS = frozenset("lose loser losen loses losem".split())


@dataclass(frozen=True, slots=True)
class Sense:
    """What the dictionary says of a word.

    Attributes:
        pos: Part of speech.
        gloss: English words; empty for what English leaves out.
    """

    pos: str
    gloss: str

    def inflected(self, word: str, base: str) -> str:
        """Return the gloss of a noun in the number that a form of the German word has."""
        if word != base and self.pos == PartOfSpeech.NOUN and is_plural(word, base):
            return plural(self.gloss)
        return self.gloss


class Compounds:
    """Takes German compounds apart by the words of a dictionary.

    Attributes:
        sense: Looks a key of the dictionary up.
    """

    def __init__(self, sense: Callable[[str], Sense | None]) -> None:
        self._sense = sense

    def gloss(self, word: str) -> str | None:
        """Return English for a compound, part by part; None when it does not split."""
        if len(word) < _SHORTEST_COMPOUND or not word.isalpha() or _NAME.search(word.lower()):
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
        if (len(tail) == _SHORTEST_PART and tail not in _THREE_LETTERS) or tail in _NO_HEADS:
            return None
        if not noun:
            base = lemma(tail)
            sense = self._sense(base)
            good = sense is not None and sense.pos == PartOfSpeech.ADJECTIVE and len(base) > 3
            return sense.gloss if sense and good else None
        word = tail.capitalize()
        for form in noun_forms(word):
            sense = self._sense(form)
            if sense is None:
                continue
            country = sense.pos == PartOfSpeech.OTHER and sense.gloss[:1].isupper()
            if sense.pos in (PartOfSpeech.NOUN, PartOfSpeech.PLURAL_NOUN) or (
                country and len(form) > 5  # "Oberbayern", "Norditalien"
            ):
                return sense.inflected(word, form)
        return None

    def _first_part(self, piece: str) -> tuple[float, str] | None:
        """Return the cost and the gloss of letters that begin a compound, link included."""
        own = self._sense(piece + "-")
        if own is not None:
            return _SHORT_PART.get(len(piece), 0.0) / 2, own.gloss
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
            sense = self._sense(key)
            if sense is None or sense.pos == PartOfSpeech.FUNCTION_WORD or not sense.gloss:
                continue
            if sense.pos == PartOfSpeech.FIRST_NAME and not linked:
                continue
            if key == stem and sense.pos not in (PartOfSpeech.ADJECTIVE, PartOfSpeech.OTHER):
                continue
            if cost == _VERB_STEM and sense.pos != PartOfSpeech.VERB:
                continue
            return sense.gloss, cost
        return "", 0.0
