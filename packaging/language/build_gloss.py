"""Build the German-English gloss dictionary that NewsMatch ships, from Ding's word list.

    apt-get download trans-de-en && dpkg-deb -x trans-de-en_*.deb ding
    python packaging/language/build_gloss.py ding/usr/share/trans/de-en

One gloss per German word is kept: the one a picture search can use best. Which sense is meant most
often is read from Ding itself: a sense that also turns up in Ding's examples and compounds
("Bergbauer", "Kartoffelbauer": farmer) beats one that does not ("Bauer": pawn), and among equals
the word that English uses more often wins (wordsegment's counts). ``gloss_own.tsv`` beside this
script adds function words and says which sense a newspaper means where Ding cannot tell.

Keys are German base forms in their own case, so that "Essen" and "essen" differ; keys of several
words are folded by ``folded``; a key that ends in a hyphen is the first part of a compound. A value
is a part of speech (``PartOfSpeech``) followed by the English words.
"""

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import marisa_trie
import simplemma
import wordsegment

from newsmatch_gui.text.gloss_words import PartOfSpeech as Pos
from newsmatch_gui.text.gloss_words import folded

OUT = Path(__file__).parents[2] / "resources/language/gloss/de-en.marisa"
OWN = Path(__file__).parent / "gloss_own.tsv"
LONGEST_KEY = 3  # words
LONGEST_GLOSS = 4  # words
LARGEST = 5_000_000  # bytes
_GROUP = r"\([^()]*\)|\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>"
_NOTE = re.compile(rf"{_GROUP}|/[^/\s]*/|[„“”\"]")
# Separators inside brackets do not count: "to strike {struck; struck, stricken}" is one synonym.
_SYNONYMS = re.compile(rf"(?:{_GROUP}|[^;])+")
_PARTS = re.compile(rf"(?:{_GROUP}|[^|])+")
_GRAMMAR = re.compile(r"\{([^{}]*)\}")
_TAG = re.compile(r"\[([^\[\]]*)\]")
_OBJECTS = re.compile(
    r"\b(?:etwas|etw|jdn|jdm|jds|jd|sich|sth|sb|so|someone|somebody|something|one|oneself|yourself)"
    r"\b(?:[’']s)?\.?"
)
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
_NOUNS = (Pos.NOUN, Pos.PLURAL_NOUN)
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
    """

    text: str
    pos: str
    weight: float


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
    pos = _SPEECH.get(marks[0], Pos.OTHER) if marks else ""
    text = _OBJECTS.sub(" ", _NOTE.sub(" ", raw))
    if _FIRST_PART.fullmatch(text.strip()):
        return Term(text.strip(" …").lower() + "-", Pos.FIRST_PART, weight)
    text = " ".join(_ALTERNATIVE.sub(r"\1", text).split()).strip(" .,;:!?…/-+")
    while _ARTICLE.match(text):
        text = _ARTICLE.sub("", text)
    if lang == "en":
        if " " in text and _INHABITANT.search(text):
            return None
        if not raw.strip().startswith("to "):
            text = _LOOSE_END.sub("", text)
    return Term(text, pos, weight) if _LETTERS.fullmatch(text) else None


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
        found.append(Term(one.text, one.pos or pos, one.weight))
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


@cache
def lemma(word: str, lang: str) -> str:
    """Return the base form of a word."""
    return simplemma.lemmatize(word, lang=lang)


@cache
def english_lemmas(text: str) -> str:
    """Return the base forms of English words, each between spaces."""
    return f" {' '.join(lemma(word, 'en').lower() for word in text.split())} "


@cache
def commonness(text: str) -> float:
    """Return how usual English words, and their neighbourhood if several, are, 0 to 1."""
    words = re.findall(r"[a-z]+", text.lower().removeprefix("be "))
    counts = [wordsegment.UNIGRAMS.get(word, 0) for word in words] or [0]
    # "polar bear" is usual as a pair, "ice bear" is not, though "ice" beats "polar" alone.
    pairs = [wordsegment.BIGRAMS.get(f"{one} {two}", 0) * 30 for one, two in pairwise(words)]
    return min(1.0, max(0.0, math.log10(min(counts + pairs) + 1) - 3) / 6)


class Senses:
    """All English words given for a German word, with how much speaks for each."""

    def __init__(self) -> None:
        self.weights: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        self.seen: Counter[str] = Counter()
        self.together: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, pair: Pair) -> None:
        """Take up the words of a pair as senses, unless it is an example or an inflection."""
        for place, de in enumerate(pair.german):
            key = self._key(de, pair)
            pos = de.pos or (pair.entry_pos if pair.first else "") or Pos.OTHER
            for rank, en in enumerate(pair.english[:4]):
                if not key or en.text.count(" ") >= LONGEST_GLOSS:
                    continue
                weight = de.weight * en.weight * (1, 0.8, 0.6, 0.5)[rank] * (0.8 if place else 1)
                self.weights[key][en.text.rstrip("-"), pos] += weight * (1 if pair.first else 0.7)

    def _key(self, de: Term, pair: Pair) -> str:
        words = de.text.count(" ") + 1
        if words > LONGEST_KEY:
            return ""
        if words > 1:
            steady = de.pos in _NOUNS or (pair.first and pair.entry_pos == Pos.ADVERB)
            named = pair.first and not pair.entry_pos and de.text[0].isupper()
            return folded(de.text) if steady or named else ""
        if not pair.first and not de.pos:
            return ""
        base = lemma(de.text, "de")
        if not pair.first and de.pos == Pos.PLURAL_NOUN and base in self.weights:
            return ""  # the plural of a noun that is in already
        return de.text

    def support(self, pair: Pair) -> None:
        """Count which senses the words of a pair are used in here."""
        english = "".join(english_lemmas(one.text) for one in pair.english)
        for key in {key for de in pair.german for key in self._used(de.text)}:
            self.seen[key] += 1
            for en, _pos in self.weights[key]:
                if english_lemmas(en) in english:
                    self.together[key][en] += 1

    def _used(self, text: str) -> Iterator[str]:
        for word in text.split():
            yield from (form for form in (word, lemma(word, "de")) if form in self.weights)
            if word[0].isupper():
                tails = (word[cut:].capitalize() for cut in range(3, len(word) - 2))
                yield from (tail for tail in tails if tail in self.weights)

    def best(self, key: str) -> str:
        """Return the value for a key: part of speech and gloss."""
        parts: Counter[str] = Counter()
        scores: Counter[str] = Counter()
        for (en, pos), weight in self.weights[key].items():
            length = (1, 0.8, 0.55, 0.4)[en.count(" ")]
            share = (self.together[key][en] + 0.5) / (self.seen[key] + 2)
            # "Mars" may mean "top", too, but a word that both languages share is the safe choice.
            shared = 4 if en.lower() == key.lower() else 1
            score = shared * weight**0.5 * (0.15 + commonness(en)) * length * (0.1 + share) ** 0.7
            scores[en] += score
            parts[pos] += score
        # A tie falls to the first in the alphabet, so that building again gives the same bytes.
        gloss = min(scores, key=lambda en: (-scores[en], en))
        return min(parts, key=lambda pos: (-parts[pos], pos)) + gloss


def own_words() -> dict[str, str]:
    """Return the values of the hand-written table."""
    rows = (
        line.split("\t")
        for line in OWN.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return {folded(de) if " " in de else de: pos + en for de, pos, en in rows}


def dictionary(lines: list[str]) -> dict[str, str]:
    """Return the value of every key worth keeping."""
    wordsegment.load()
    senses = Senses()
    read = list(pairs(lines))
    for pair in read:
        senses.add(pair)
    for pair in read:
        senses.support(pair)
    own = own_words()
    found = {key: senses.best(key) for key in senses.weights}
    return {key: found[key] for key in found.keys() - _needless(found, own)} | own


def _needless(found: dict[str, str], own: dict[str, str]) -> set[str]:
    """Return keys that would only stand in the way of better ones."""
    grammar = {folded(word) for word, value in own.items() if value[0] == Pos.FUNCTION_WORD}
    needless = {key for key in found if " " in key and grammar.issuperset(key.split())}
    for key, value in found.items():
        # "Studenten" where "Student" is known better; "Hunde-" where "Hund" is there.
        if value[0] == Pos.PLURAL_NOUN and lemma(key, "de") in own.keys() - {key}:
            needless.add(key)
        if value[0] == Pos.FIRST_PART:
            noun = key[:-1].capitalize()
            if noun in found or lemma(noun, "de") in found:
                needless.add(key)
    return needless


def main() -> None:
    """Read Ding's file and write the dictionary."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ding", type=Path, help="Ding's word list, usr/share/trans/de-en")
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    with args.ding.open(encoding="utf-8") as lines:
        words = dictionary(list(lines))
    trie = marisa_trie.BytesTrie(
        ((key, value.encode()) for key, value in sorted(words.items())),
        order=marisa_trie.LABEL_ORDER,
    )
    trie.save(str(args.out))
    size = args.out.stat().st_size
    print(f"{len(words)} keys, {size / 1e6:.2f} MB")
    if size > LARGEST:
        raise SystemExit(f"larger than the {LARGEST / 1e6:.0f} MB allowed")


if __name__ == "__main__":
    main()
