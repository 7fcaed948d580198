"""Build the German-English gloss dictionary that NewsMatch ships, from Ding's word list.

    apt-get download trans-de-en && dpkg-deb -x trans-de-en_*.deb ding
    python packaging/language/build_gloss.py ding/usr/share/trans/de-en

One gloss per German word is kept: the one a picture search can use best. Which sense is meant most
often is read from Ding itself: a sense that also turns up in Ding's examples and compounds
("Bergbauer", "Kartoffelbauer": farmer) beats one that does not ("Bauer": pawn), and among equals
the word that English uses more often wins (wordsegment's counts). ``gloss_own.tsv`` beside this
script adds function words and says which sense a newspaper means where Ding cannot tell.

Keys are German base forms in their own case, so that "Essen" and "essen" differ; keys of several
words are folded by ``folded``; a key that ends in a hyphen is the first part of a compound;
``sich+sorgen`` is what a verb means with "sich"; ``an+sterben`` is the English preposition after a
verb or noun, where it is another than usual. A value is a part of speech (``PartOfSpeech``)
followed by the English words. ``first_names.txt`` says which words a surname follows.
"""

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import marisa_trie
import simplemma
import wordsegment
from ding import Pair, Term, pairs

from newsmatch_gui.text.gloss_words import PartOfSpeech as Pos
from newsmatch_gui.text.gloss_words import folded, verb_readings

OUT = Path(__file__).parents[2] / "resources/language/gloss/de-en.marisa"
OWN = Path(__file__).parent / "gloss_own.tsv"
NAMES = Path(__file__).parent / "first_names.txt"
LONGEST_KEY = 3  # words
LONGEST_GLOSS = 4  # words
LARGEST = 5_000_000  # bytes
_NOUNS = (Pos.NOUN, Pos.PLURAL_NOUN)
_SENTENCE = re.compile(r"\b(?:is|are|was|were|you|your|it|don’t|doesn’t)\b")
_SMALL_AND_LARGE = re.compile(r"^(?:große|kleine|gemeine|gewöhnliche)[rsn]? (?=[A-ZÄÖÜ][\w-]*$)")


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
        # What English asks for where German asks for a preposition, by gloss.
        self.asked: dict[tuple[str, str], Counter[tuple[str, str]]] = defaultdict(Counter)

    def add(self, pair: Pair) -> None:
        """Take up the words of a pair as senses, unless it is an example or an inflection."""
        for place, de in enumerate(pair.german):
            key = self._key(de, pair)
            pos = de.pos or (pair.entry_pos if pair.first else "") or Pos.OTHER
            for rank, en in enumerate(pair.english[:4]):
                text = en.bare if de.asks else en.text
                if not key or text.count(" ") >= LONGEST_GLOSS:
                    continue
                weight = de.weight * en.weight * (1, 0.8, 0.6, 0.5)[rank] * (0.8 if place else 1)
                self._count(key, (text.rstrip("-"), pos), weight * (1 if pair.first else 0.7), de)
                if de.asks and en.asks:
                    self.asked[de.asks, key][text, en.asks] += weight

    def _count(self, key: str, sense: tuple[str, str], weight: float, de: Term) -> None:
        large_or_small = _SMALL_AND_LARGE.match(de.bare)
        if large_or_small:  # "großer Friedhof; kleiner Friedhof" where "Friedhof" is missing
            self.weights[de.bare[large_or_small.end() :]][sense] += 0.2 * weight
        if de.reflexive and sense[1] == Pos.VERB and " " not in key:
            self.weights[f"sich+{key}"][sense] += weight
            weight *= 0.5
        self.weights[key][sense] += weight

    def _key(self, de: Term, pair: Pair) -> str:
        words = de.bare.count(" ") + 1
        if words > LONGEST_KEY:
            return ""
        if words > 1:
            steady = de.pos in _NOUNS or (pair.first and pair.entry_pos == Pos.ADVERB)
            named = pair.first and not pair.entry_pos and de.bare[0].isupper()
            return folded(de.bare) if steady or named else ""
        if not pair.first and not de.pos:
            return ""
        base = lemma(de.bare, "de")
        if not pair.first and de.pos == Pos.PLURAL_NOUN and base in self.weights:
            return ""  # the plural of a noun that is in already
        return de.bare

    def support(self, pair: Pair) -> None:
        """Count which senses the words of a pair are used in here."""
        english = "".join(english_lemmas(one.text) for one in pair.english)
        for key in {key for de in pair.german for key in self._used(de)}:
            self.seen[key] += 1
            for en, _pos in self.weights[key]:
                if english_lemmas(en) in english:
                    self.together[key][en] += 1

    def _used(self, de: Term) -> Iterator[str]:
        for word in de.text.split():
            forms = [form for form in (word, lemma(word, "de")) if form in self.weights]
            yield from forms
            if de.reflexive:
                yield from (f"sich+{form}" for form in forms if f"sich+{form}" in self.weights)
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


def rows(path: Path) -> Iterator[list[str]]:
    """Read the rows of a hand-written table."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def own_words() -> dict[str, str]:
    """Return the values of the hand-written tables."""
    names = {name: Pos.FIRST_NAME + name for (line,) in rows(NAMES) for name in line.split()}
    return names | {folded(de) if " " in de else de: pos + en for de, pos, en in rows(OWN)}


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
    found = {key: found[key] for key in found.keys() - _needless(found, senses, own)} | own
    return _prepositions(found, senses) | found


def _needless(found: dict[str, str], senses: Senses, own: dict[str, str]) -> set[str]:
    """Return keys that would only stand in the way of better ones."""
    grammar = {folded(word) for word, value in own.items() if value[0] == Pos.FUNCTION_WORD}
    needless = {key for key in found if " " in key and grammar.issuperset(key.split())}
    for key, value in found.items():
        if " " in key and (max(senses.weights[key].values()) < 0.2 or _is_no_term(value[1:])):
            needless.add(key)
            continue
        base = lemma(key, "de")
        # "Studenten" where "Student" is known better; "Hunde-" where "Hund" is there.
        if value[0] == Pos.PLURAL_NOUN and base in own.keys() - {key}:
            needless.add(key)
        rarer = commonness(value[1:]) < commonness(found.get(base, "n")[1:]) - 0.15
        if value[0] == Pos.PLURAL_NOUN and base != key and " " not in value and rarer:
            needless.add(key)  # "Kräfte" as sinews
        # A form that has only rare senses of its own: "Franzosen", "begrüßt".
        if base != key and base in found and max(senses.weights[key].values()) < 0.5:
            needless.add(key)
        unheard = value[0] not in _NOUNS and commonness(value[1:]) == 0
        if base != key and base in found and unheard:
            needless.add(key)
        if value[0] == Pos.ADJECTIVE and _is_rather_participle(key, value[1:], found):
            needless.add(key)
        if value[0] == Pos.FIRST_PART:
            noun = key[:-1].capitalize()
            if noun in found or lemma(noun, "de") in found:
                needless.add(key)
        plain = key.removeprefix("sich+")
        if plain != key and (own.get(plain) or found[plain])[1:] == value[1:]:
            needless.add(key)
    return needless


def _is_no_term(gloss: str) -> bool:
    """Tell whether several German words are rather no fixed phrase.

    Their English is a sentence ("all bets are off") or one unusual word ("pratfall").
    """
    if _SENTENCE.search(gloss):
        return True
    return " " not in gloss and commonness(gloss) < 0.45 and gloss[:1].islower()


def _is_rather_participle(key: str, gloss: str, found: dict[str, str]) -> bool:
    """Tell whether an adjective has only a rare sense beside that of its verb: "unterbrochen"."""
    for base, form in verb_readings(key):
        if found.get(base, "").startswith(Pos.VERB) and "participle" in form:
            return commonness(gloss) < min(0.62, commonness(found[base][1:]))
    return False


def _prepositions(found: dict[str, str], senses: Senses) -> dict[str, str]:
    """Return what stands for a German preposition beside the words that ask for it."""
    asked: dict[str, str] = {}
    for (preposition, key), counts in senses.asked.items():
        if " " in key or preposition not in found:
            continue
        glosses = {found[form][1:] for form in (key, f"sich+{key}") if form in found}
        known = {pair: weight for pair, weight in counts.items() if pair[0] in glosses}
        if not known:
            continue
        english = min(known, key=lambda pair: (-known[pair], pair))[1].strip("=")
        if english != found[preposition][1:]:
            asked[f"{preposition}+{key}"] = Pos.FUNCTION_WORD + english
    return asked


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
