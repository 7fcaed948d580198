"""What the rooms below the window say to a person, in the language of the window.

They say it in English and know nothing of this: faults, notes, phases of long work. The catalog
``sentences_de.ts`` holds a translation of each as a template (``{0} is gone; restore it from a
backup``), which ``packaging/translations/update.py`` collects from their code.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import chain, islice
from string import Formatter
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QCoreApplication

from newsmatch_gui.qt.words import marked
from newsmatch_gui.resources import resource_path

LANGUAGE = "language"
"""The property of the application that says which one its window speaks."""
_LONGEST = 4_000  # letters that are looked at; a sentence has a few hundred
_TRIED = 30  # places where a text is taken in two
_DEEPEST = 4  # sentences within sentences, such as an error within the problem of a row
_ENOUGH = 9  # letters that a part of a sentence has to have to be known by itself
_BETWEEN = ("\n", "; ", ": ", " ")  # what stands between a sentence and what it was put beside
_FIGURE = re.compile(r"[-+]?[\d,]*\.?\d+(e[-+]?\d+)?")


def in_window_language(text: str) -> str:
    """Return what a room below said as the window's language says it; unknown texts as they are.

    Args:
        text: A sentence or several, with whatever it names already in it.
    """
    app = QCoreApplication.instance()
    book = _book(app.property(LANGUAGE) or "en") if app else None
    return book.translated(text) if book else text


class _Hole(Enum):
    """What a template has a hole for."""

    FIGURE = 0
    QUOTED = 1
    """Words of other people, which nobody translates."""
    REST = 2


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A template and its translation.

    Attributes:
        pieces: What stands before, between and after its holes.
        holes: What each hole is for.
        said: The translation in order: texts, and numbers of holes.
    """

    pieces: tuple[str, ...]
    holes: tuple["_Hole", ...]
    said: tuple[str | int, ...]

    @property
    def weight(self) -> int:
        """Letters that are its own."""
        return sum(map(len, self.pieces))

    def found_in(self, text: str) -> list[str] | None:
        """Return what stands in the holes if a text was made from the template.

        Each hole ends where the next piece is first found, so that no text, however it was made
        up, takes long.
        """
        first, *middle = self.pieces[:-1]
        last = self.pieces[-1]
        if not (text.startswith(first) and text.endswith(last)):
            return None
        start, end, values = len(first), len(text) - len(last), []
        for number, piece in enumerate(middle):
            place = text.find(piece, start, end)
            while place >= 0 and not self._fits(number, text[start:place]):
                place = text.find(piece, place + 1, end)
            if place < 0:
                return None
            values.append(text[start:place])
            start = place + len(piece)
        if start > end or not self._fits(len(middle), text[start:end]):
            return None
        return [*values, text[start:end]]

    def _fits(self, number: int, value: str) -> bool:
        return self.holes[number] is not _Hole.FIGURE or bool(_FIGURE.fullmatch(value))


class _Book:
    """Every sentence of a language, and what of it may be said alone: a fault without its mend."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._plain: dict[str, str] = {}
        known = {source for source, _ in pairs}
        alone = (c for source, said in pairs for c in _clauses(source, said) if c[0] not in known)
        sentences = []
        for source, said in chain(pairs, dict(alone).items()):
            sentence = _taken_apart(source, said)
            if sentence.holes:
                sentences.append(sentence)
            else:
                self._plain[sentence.pieces[0]] = "".join(map(str, sentence.said))
        # What says more is tried first: "photo {0} is missing" before "{0} is missing".
        sentences.sort(key=lambda one: -one.weight)
        self._sentences = [(max(one.pieces, key=len), one) for one in sentences]
        self.translated = lru_cache(4_096)(self._translated)

    def _translated(self, text: str) -> str:
        return self._plain.get(text) or self._said(text, 0)

    def _said(self, text: str, depth: int) -> str:
        """Translate a text, or what of it is known."""
        if depth > _DEEPEST or not 5 < len(text) <= _LONGEST:
            return text
        # One word alone may as well be the name of a file.
        if " " in text and (said := self._plain.get(text)):
            return said
        whole = self._whole(text)
        if whole is None:
            return self._in_two(text, depth, 0) or text
        sentence, values = whole
        if not sentence.pieces[0] and (said := self._in_two(text, depth, sentence.weight)):
            return said
        pairs = zip(values, sentence.holes, strict=True)
        filled = [self._filled(value, hole, depth) for value, hole in pairs]
        return "".join(filled[p] if isinstance(p, int) else p for p in sentence.said)

    def _whole(self, text: str) -> tuple[_Sentence, list[str]] | None:
        """Return the sentence that says most of those that a text may be, and what it names."""
        for longest, sentence in self._sentences:
            if longest in text and (values := sentence.found_in(text)) is not None:
                return sentence, values
        return None

    def _weight(self, text: str) -> int:
        """Return how many letters of a text are known to be a sentence's own."""
        if " " in text and text in self._plain:
            return len(text)
        whole = self._whole(text)
        return whole[0].weight if whole else 0

    def _in_two(self, text: str, depth: int, least: int) -> str | None:
        """Translate a sentence that stands beside something else, such as the name of a file.

        Args:
            text: Both.
            depth: How many sentences it is within.
            least: Letters of its own that the sentence must have more of.

        Returns:
            None if there is none.
        """
        for between in _BETWEEN[: -1 if least else None]:
            enough = max(least, _ENOUGH if between == " " else 0)
            for place in islice(_places(between, text), _TRIED):
                head, tail = text[:place], text[place + len(between) :]
                if self._weight(tail) > enough or (between != " " and self._weight(head) > enough):
                    return between.join((self._said(head, depth + 1), self._said(tail, depth + 1)))
        return None

    def _filled(self, value: str, hole: _Hole, depth: int) -> str:
        if hole is _Hole.FIGURE:
            return marked(value)
        parts = value.split(", ")
        if hole is _Hole.QUOTED:
            return value
        if all(" " in part and part in self._plain for part in parts):
            return ", ".join(self._plain[part] for part in parts)
        return self._said(value, depth + 1)


@lru_cache
def _book(language: str) -> _Book | None:
    path = resource_path("translations") / f"sentences_{language}.ts"
    if not path.exists():
        return None
    messages = Xml.parse(path).iter("message")
    return _Book([(m.findtext("source", ""), m.findtext("translation", "")) for m in messages])


def _clauses(source: str, said: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a sentence that say enough by themselves, in both languages."""
    ours, theirs = source.split("; "), said.split("; ")
    if 1 < len(ours) == len(theirs):
        for clause, its in zip(ours, theirs, strict=True):
            words = sum(len(text) for text, *_ in Formatter().parse(clause))
            if words > _ENOUGH and sorted(_holes(clause)) == sorted(_holes(its)):
                yield clause, its


def _holes(template: str) -> list[str]:
    return [hole for _, hole, _, _ in Formatter().parse(template) if hole is not None]


def _taken_apart(source: str, said: str) -> _Sentence:
    """Return a template and its translation, as they are looked up."""
    pieces, holes = [""], []
    for text, hole, spec, _ in Formatter().parse(source):
        pieces[-1] += text
        if hole is not None:
            quoted = pieces[-1].endswith(("“", '"'))
            holes.append(_Hole.FIGURE if spec else _Hole.QUOTED if quoted else _Hole.REST)
            pieces.append("")
    places, order = _holes(source), []
    for text, hole, _, _ in Formatter().parse(said):
        order += [text] if hole is None else [text, places.index(hole)]
    return _Sentence(tuple(pieces), tuple(holes), tuple(order))


def _places(between: str, text: str) -> Iterator[int]:
    place = text.find(between)
    while place >= 0:
        yield place
        place = text.find(between, place + 1)
