"""Reads the word list of Ding, the dictionary behind the gloss.

A line is an entry, ``Wort {n} [note]; Synonym | Plural | Beispiel :: word; synonym | plural |
example``; what stands at the same place on both sides of it belongs together.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from newsmatch_gui.text.gloss_words import PartOfSpeech as Pos

_GROUP = r"\([^()]*\)|\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>"
_NOTE = re.compile(rf"{_GROUP}|/[^/\s]*/|[„“”\"]")
# Separators inside brackets do not count: "to strike {struck; struck, stricken}" is one synonym.
_SYNONYMS = re.compile(rf"(?:{_GROUP}|[^;])+")
_PARTS = re.compile(rf"(?:{_GROUP}|[^|])+")
_GRAMMAR = re.compile(r"\{([^{}]*)\}")
_TAG = re.compile(r"\[([^\[\]]*)\]")
_OBJECT = (
    r"\b(?:etwas|etw|jdn|jdm|jds|jd|eine[rmn]? (?:Sache|Person)|ein Tier|sth|sb|so|someone|"
    r"somebody|something|a person|an animal)\b"
)
_OBJECTS = re.compile(rf"(?:{_OBJECT}|\b(?:sich|one|oneself|yourself)\b)(?:[’']s)?[./]*")
# What a verb or a noun asks for: "auf etw. warten", "Kritik {f} (an jdm./etw.)", "wait for sth."
_GOVERNED = {
    "de": re.compile(
        r"\b(an|auf|aus|bei|für|gegen|in|mit|nach|über|um|unter|von|vor|zu)\b(?:/\w+)*"
        rf" (?:{_OBJECT}[./]*)+"
    ),
    "en": re.compile(
        r"\b(about|against|at|by|for|from|in|into|of|on|over|to|towards?|upon|with)\b"
        rf"(?:/\w+)? (?:{_OBJECT}[./]*)+"
    ),
}
_ARTICLE = re.compile(r"^(?:der|die|das|ein|eine|to|the|a|an)\s+(?=\w)", re.IGNORECASE)
# "inhabitant of Cologne" names nobody; the town behind the word is found without it.
_INHABITANT = re.compile(r"\b(?:inhabitant|resident|native|citizen)s?\b(?: of|$)")
_LOOSE_END = re.compile(r" (?:with|of|to|by|for|from|at|on|in)$")
_ALTERNATIVE = re.compile(r"(\w)/[\w’'./-]+")
_LETTERS = re.compile(r"[^\W\d_][\w’'-]*(?: [^\W_][\w’'-]*)*")
_FIRST_PART = re.compile(r"[^\W\d_]{3,}…")
_SPEECH = {"m": Pos.NOUN, "f": Pos.NOUN, "n": Pos.NOUN, "pl": Pos.PLURAL_NOUN}
_SPEECH |= {"vt": Pos.VERB, "vi": Pos.VERB, "v": Pos.VERB, "vr": Pos.VERB}
_SPEECH |= {"adj": Pos.ADJECTIVE, "adv": Pos.ADVERB}
# A word that insults is better left in German.
_SLURS = re.compile(
    r"\b(?:wops?|wogs?|beaners?|greasers?|wetbacks?|niggers?|gooks?|dagos?|chinks?|pakis?)\b"
)
# What a newspaper would hardly print, in either language.
_UNUSUAL = re.compile(
    r"ugs|slang|vulg|obs|veralt|dated|archaic|humor|Ös|Schw|Bayr|dt\.?$|poet|geh|coll|rare|selten|"
    r"altert|alt$|pej|iron|Sc\.|Ir\.|Austr|NZ|formal|former|frühere|fig|übtr|Sprw|prov|euphem"
)
_SPECIAL = re.compile(
    r"techn|chem|min\.|textil|math|geol|electr|telco|mach|phys|pharm|comp|ling|phil|mus|print|"
    r"anat|psych|statist|constr|arch|naut|biol|bot|zool|ornith|myc|geogr|agr|cook|med|fin"
)
_EVERYDAY = re.compile(r"pol|soc|sport|transp|auto|meteo|adm|jur|econ|envir|aviat")


@dataclass(frozen=True, slots=True)
class Term:
    """One synonym of one side of an entry.

    Attributes:
        text: The words, without any annotation.
        pos: Part of speech; empty when not given.
        weight: Below 1 for rare, dialectal or technical use.
        bare: The same without a preposition that only waits for an object.
        asks: That preposition.
        reflexive: Whether it stands with "sich".
    """

    text: str
    pos: str
    weight: float
    bare: str
    asks: str = ""
    reflexive: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands between two bars on both sides of an entry, e.g. a word, its plural, an example.

    Attributes:
        german: The synonyms of the German side.
        english: Those of the English side.
        first: Whether it is the head of the entry.
        entry_pos: Part of speech of the head.
    """

    german: list[Term]
    english: list[Term]
    first: bool
    entry_pos: str


def term(raw: str, lang: str) -> Term | None:
    """Read one synonym; None when nothing is left of it."""
    marks = [mark for note in _GRAMMAR.findall(raw) for mark in note.split(",")[:1]]
    tags = " ".join(_TAG.findall(raw))
    weight = 0.3 if _UNUSUAL.search(tags) else 1.0
    if lang == "de" and _SPECIAL.search(tags) and not _EVERYDAY.search(tags):
        weight *= 0.8
    if "(" in raw:
        weight *= 0.9
    if "!" in raw:  # "Nicht möglich!" is what people say, not what they report
        weight *= 0.1
    if " your " in raw:  # "expand your business"
        weight *= 0.3
    pos = _SPEECH.get(marks[0], Pos.OTHER) if marks else ""
    first = _NOTE.sub(" ", raw).strip()
    if _FIRST_PART.fullmatch(first):
        part = first.strip(" …").lower() + "-"
        return Term(part, Pos.FIRST_PART, weight, part)
    asks = _asked(raw, lang)
    text = _plain(raw)
    bare = _plain(_GOVERNED[lang].sub(" ", raw)) if asks else text
    if lang == "en":
        if _SLURS.search(text) or (" " in text and _INHABITANT.search(text)):
            return None
        if not raw.strip().startswith("to "):
            text = bare = _LOOSE_END.sub("", text)
    if not (_LETTERS.fullmatch(text) and _LETTERS.fullmatch(bare)):
        return None
    return Term(text, pos, weight, bare, asks, reflexive="sich" in raw.split())


def _asked(raw: str, lang: str) -> str:
    """Return the last preposition that waits for an object; ``=`` where English needs none."""
    found = [match[1] for match in _GOVERNED[lang].finditer(raw)]
    if found:
        return found[-1]
    direct = lang == "en" and raw.strip().startswith("to ") and re.search(_OBJECT, raw)
    return "=" if direct else ""


def _plain(raw: str) -> str:
    """Return the words without notes, objects, articles and alternatives."""
    text = _OBJECTS.sub(" ", _NOTE.sub(" ", raw))
    text = " ".join(_ALTERNATIVE.sub(r"\1", text).split()).strip(" .,;:!?…/-+")
    while _ARTICLE.match(text):
        text = _ARTICLE.sub("", text)
    return text


def terms(part: str, lang: str) -> list[Term]:
    """Read all synonyms of one side; a part of speech holds for those before it, too."""
    found: list[Term] = []
    pos = ""
    for raw in reversed(_SYNONYMS.findall(part)):
        one = term(raw, lang)
        if one is None:
            continue
        given = Pos.ADJECTIVE if one.pos == Pos.FIRST_PART else one.pos
        pos = given or (pos if pos in (Pos.VERB, Pos.ADJECTIVE, Pos.ADVERB) else "")
        found.append(replace(one, pos=one.pos or pos))
    return found[::-1]


def pairs(lines: Iterable[str]) -> Iterator[Pair]:
    """Read Ding's text format: ``Wort; Synonym | Plural :: word; synonym | plural``."""
    for line in lines:
        german, found, english = line.rstrip("\n").partition(" :: ")
        if line.startswith("#") or not found:
            continue
        left, right = _PARTS.findall(german), _PARTS.findall(english)
        if len(left) != len(right):
            left, right = left[:1], right[:1]
        entry_pos = ""
        for order, (de, en) in enumerate(zip(left, right, strict=True)):
            sides = terms(de, "de"), terms(en, "en")
            if order == 0:
                marked = (one.pos for one in sides[0] if one.pos not in ("", Pos.FIRST_PART))
                entry_pos = next(marked, "")
            if all(sides):
                yield Pair(*sides, first=order == 0, entry_pos=entry_pos)
