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
from itertools import islice
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
    """Every sentence of a language."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._plain: dict[str, str] = {}
        sentences = []
        for source, said in pairs:
            pieces, holes = _taken_apart(source)
            if holes:
                sentences.append(_Sentence(pieces, holes, tuple(_in_order(said))))
            else:
                self._plain[pieces[0]] = "".join(_taken_apart(said)[0])
        # What says more is tried first: "photo {0} is missing" before "{0} is missing".
        sentences.sort(key=lambda one: -sum(map(len, one.pieces)))
        self._sentences = [(max(one.pieces, key=len), one) for one in sentences]
        self.translated = lru_cache(4_096)(self._translated)

    def _translated(self, text: str) -> str:
        return self._plain.get(text) or self._said(text, 0)

    def _said(self, text: str, depth: int) -> str:
        """Translate a text, or what of it is known."""
        if depth > _DEEPEST or not 5 < len(text) <= _LONGEST:
            return text
        whole = self._whole(text, depth)
        return self._in_two(text, depth) if whole is None else whole

    def _whole(self, text: str, depth: int) -> str | None:
        # One word alone may as well be the name of a file.
        if " " in text and (said := self._plain.get(text)):
            return said
        for longest, sentence in self._sentences:
            if longest in text and (values := sentence.found_in(text)) is not None:
                pairs = zip(values, sentence.holes, strict=True)
                filled = [self._filled(value, hole, depth) for value, hole in pairs]
                return "".join(filled[p] if isinstance(p, int) else p for p in sentence.said)
        return None

    def _filled(self, value: str, hole: _Hole, depth: int) -> str:
        if hole is _Hole.FIGURE:
            return marked(value)
        return value if hole is _Hole.QUOTED else self._said(value, depth + 1)

    def _in_two(self, text: str, depth: int) -> str:
        """Translate a sentence that stands beside something else, such as the name of a file."""
        for between in _BETWEEN:
            for place in islice(_places(between, text), _TRIED):
                head, tail = text[:place], text[place + len(between) :]
                if (said := self._whole(tail, depth + 1)) is not None:
                    return f"{self._said(head, depth + 1)}{between}{said}"
                if between != " " and (said := self._whole(head, depth + 1)) is not None:
                    return f"{said}{between}{self._said(tail, depth + 1)}"
        return text


@lru_cache
def _book(language: str) -> _Book | None:
    path = resource_path("translations") / f"sentences_{language}.ts"
    if not path.exists():
        return None
    messages = Xml.parse(path).iter("message")
    return _Book([(m.findtext("source", ""), m.findtext("translation", "")) for m in messages])


def _taken_apart(template: str) -> tuple[tuple[str, ...], tuple[_Hole, ...]]:
    """Return the texts around the holes of a template, and what these are for."""
    pieces, holes = [""], []
    for text, hole, spec, _ in Formatter().parse(template):
        pieces[-1] += text
        if hole is not None:
            quoted = pieces[-1].endswith(("“", '"'))
            holes.append(_Hole.FIGURE if spec else _Hole.QUOTED if quoted else _Hole.REST)
            pieces.append("")
    return tuple(pieces), tuple(holes)


def _in_order(template: str) -> Iterator[str | int]:
    for text, hole, _, _ in Formatter().parse(template):
        yield text
        if hole is not None:
            yield int(hole)


def _places(between: str, text: str) -> Iterator[int]:
    place = text.find(between)
    while place >= 0:
        yield place
        place = text.find(between, place + 1)
