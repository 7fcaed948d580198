"""What a single German word means: inflected forms, compounds, place names, all by dictionary."""

import re
from functools import lru_cache

import marisa_trie

from newsmatch_gui.resources import resource_path
from newsmatch_gui.text.gloss_compounds import Compounds, Sense
from newsmatch_gui.text.gloss_english import compared, conjugated, plural
from newsmatch_gui.text.gloss_words import (
    Form,
    PartOfSpeech,
    adjective_forms,
    degree,
    is_declined,
    lemma,
    noun_forms,
    verb_readings,
)

_CACHED_WORDS = 32_768
_LONGEST_WORD = 60  # letters; longer strings are no words
_YEARS_OLD = re.compile(r"^(\d+)-?[Jj]ährige[nrsm]?$")
# Adjectives that are nouns without any ending: "in Weiß", "auf Deutsch".
_LIKE_NOUNS = re.compile(r"^(?:rot|grün|blau|gelb|schwarz|weiß|braun|grau|lila|\w+isch|deutsch)$")


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
        self._compounds = Compounds(self.sense)
        self.verb = lru_cache(_CACHED_WORDS)(self._verb)
        self.gloss = lru_cache(_CACHED_WORDS)(self._gloss)
        self.many = lru_cache(_CACHED_WORDS)(self._many)
        self.acting = lru_cache(_CACHED_WORDS)(self._acting)
        self.done = lru_cache(_CACHED_WORDS)(self._done)
        self.more = lru_cache(_CACHED_WORDS)(self._more)
        self.separated = lru_cache(_CACHED_WORDS)(self._separated)
        self.adjective = lru_cache(_CACHED_WORDS)(self._adjective)
        self.asked = lru_cache(_CACHED_WORDS)(self._asked)

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

    def _is(self, pos: PartOfSpeech, word: str) -> bool:
        sense = self.sense(word)
        return sense is not None and sense.pos == pos

    def is_function_word(self, word: str) -> bool:
        """Tell whether a word in lower case is an article, a preposition or the like."""
        return self._is(PartOfSpeech.FUNCTION_WORD, word)

    def is_first_name(self, word: str) -> bool:
        """Tell whether a surname may follow a word: "Karl", "Karl-Heinz"."""
        return all(self._is(PartOfSpeech.FIRST_NAME, part) for part in word.split("-"))

    def is_noun(self, word: str) -> bool:
        """Tell whether a capitalised word is in the dictionary as a noun, in any form."""
        return any(self._is(PartOfSpeech.NOUN, form) for form in noun_forms(word))

    def knows(self, word: str) -> bool:
        """Tell whether a capitalised word is in the dictionary, in any form, compounds apart."""
        return self._known(word) is not None

    def is_adjective(self, word: str) -> bool:
        """Tell whether a word in lower case is an adjective as it stands or declined."""
        return self._is(PartOfSpeech.ADJECTIVE, word) or self.adjective(word)

    def is_adverb(self, word: str) -> bool:
        """Tell whether a word in lower case may begin a sentence: "parallel", "ungewollt"."""
        return self._is(PartOfSpeech.ADVERB, word) or self._is(PartOfSpeech.ADJECTIVE, word)

    def is_infinitive(self, word: str) -> bool:
        """Tell whether a word in lower case is a verb as the dictionary lists it."""
        return self._is(PartOfSpeech.VERB, word)

    def describes(self, word: str) -> bool:
        """Tell whether a word in lower case is a participle before its noun: "frustrierte"."""
        verb = self.verb(word)
        return is_declined(word) and verb is not None and verb[1] not in (Form.BASE, Form.PRESENT)

    def has_zu(self, word: str) -> bool:
        """Tell whether "zu" is inside an infinitive: "aufzugeben"."""
        verb = self.verb(word)
        return verb is not None and verb[1] == Form.BASE and verb[0] != word

    def is_place(self, word: str) -> bool:
        """Tell whether a word is a name that has English words of its own, mostly a place."""
        sense = self.sense(word)
        return sense is not None and sense.gloss[:1].isupper()

    def _adjective(self, word: str) -> bool:
        """Tell whether a word in lower case is a declined adjective."""
        found = (self._is(PartOfSpeech.ADJECTIVE, form) for form in adjective_forms(word))
        return is_declined(word) and any(found)

    def _verb(self, word: str) -> tuple[str, Form, Sense] | None:
        """Return the infinitive behind a word in lower case, the form, and what it means."""
        for base, form in verb_readings(word):
            for key in (base, f"sich+{base}"):  # some verbs stand with "sich" only
                sense = self.sense(key)
                if sense is not None and sense.pos == PartOfSpeech.VERB:
                    return base, form, sense
        return None

    def _asked(self, preposition: str, word: str) -> str | None:
        """Return English for a preposition beside a verb or a noun that asks for it.

        "stirbt an": of; "Kritik an": of; empty where English has none.
        """
        forms: list[str] = []
        if word[0].isupper():
            tails = (word[cut:].capitalize() for cut in range(4, len(word) - 3))
            forms = [*noun_forms(word), *(() if self.is_noun(word) else tails)]
        else:
            verb = self.verb(word)
            forms = [*adjective_forms(word), *([verb[0]] if verb else [])]
        for form in forms:
            sense = self.sense(f"{preposition}+{form}")
            if sense is not None:
                return sense.gloss
        return None

    def _many(self, word: str) -> str | None:
        """Return English for a noun that looks like the singular but is the plural."""
        sense = self.sense(word)
        if sense is None or sense.pos != PartOfSpeech.NOUN or sense.gloss[0].isupper():
            return None
        return plural(sense.gloss)

    def single(self, word: str) -> str | None:
        """Return English for one thing, whatever the noun looks like: "vom Asteroiden"."""
        if self.sense(word) is not None:
            return None
        for form in noun_forms(word):
            if self._is(PartOfSpeech.NOUN, form):
                return self.gloss(form)
        stem = re.sub("e?s$", "", word)
        last = stem.rpartition("-")[2]
        known = stem != word and last and (self.knows(last) or self._compounds.gloss(last))
        return self.gloss(stem) if known else None

    def _acting(self, word: str, *, reflexive: bool = False) -> str | None:
        """Return English for a form that is a verb in mid-sentence, an adjective at its end.

        "Unwetter bedroht Ernte" is no threatened storm; "verletzt" is left alone, it mostly is.
        """
        verb = self.verb(word)
        if verb is None:
            return None
        base, form, sense = verb
        own = self.sense(f"sich+{base}") if reflexive else None
        if form == Form.PRESENT_OR_PARTICIPLE:
            form = Form.PRESENT
        elif form == Form.PAST_OR_PARTICIPLE and (own or not word.endswith(("te", "ten"))):
            form = Form.PAST  # but "vermisste Kinder", with the ending of an adjective
        elif own is None and (form != Form.PRESENT or not self._is(PartOfSpeech.ADJECTIVE, word)):
            return None
        return conjugated((own or sense).gloss, form)

    def _done(self, word: str) -> str | None:
        """Return English for an infinitive that is its own participle: "überfallen"."""
        verb = self.verb(word)
        if verb is None or verb[1] != Form.BASE:
            return None
        for base, form in verb_readings(word):
            if form == Form.PARTICIPLE and self._is(PartOfSpeech.VERB, base):
                return conjugated(self.sense(base).gloss, form)
        return None

    def _more(self, word: str) -> str | None:
        """Return English for an adjective that may be a comparative: "schwerer", but not before
        its noun.
        """
        for form in adjective_forms(word):
            if form.endswith("nd"):
                continue
            if self._is(PartOfSpeech.ADJECTIVE, form) and degree(word, form) in (1, None):
                return compared(self.sense(form).gloss, 1)
        return None

    def takes_plural(self, word: str) -> bool:
        """Tell whether a word is a verb form of the plural: "die Forscher suchen"."""
        verb = self.verb(word)
        return word.endswith("n") and verb is not None and verb[1] != Form.PARTICIPLE

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
        for read in (
            self._known,
            self._hyphenated,
            self._place,
            self._woman,
            self._compounds.gloss,
        ):
            found = read(word)
            if found is not None:
                return found
        return None

    def _known(self, word: str) -> str | None:
        if not word[0].isupper():
            return self._looked_up(word)
        if word.isupper() and len(word) > 3 and self.sense(word) is None:
            word = word.capitalize()
        for form in noun_forms(word):
            sense = self.sense(form)
            if sense is not None and sense.pos != PartOfSpeech.FIRST_PART and sense.gloss:
                found = sense.inflected(word, form)
                return f"female {found}" if self._hides_woman(form, sense) else found
        return self._place(word) or self._as_noun(word)

    def _hides_woman(self, word: str, sense: Sense) -> bool:
        """Tell whether English has the same word for a man: "Regisseurin", "Regisseur"."""
        if not word.endswith("in"):
            return False
        men = (self.sense(man) for man in (word[:-2], f"{word[:-2]}e"))
        return any(man is not None and man.gloss == sense.gloss for man in men)

    def _as_noun(self, word: str) -> str | None:
        """Read a verb or an adjective that is used as a noun: "das Streiken", "die Kranken".

        Any other form of a verb would find one in many a surname.
        """
        lower = word.lower()
        sense = self.sense(lower)
        if sense is not None and sense.pos == PartOfSpeech.ADJECTIVE:
            return sense.gloss if _LIKE_NOUNS.match(lower) or is_declined(lower) else None
        if sense is not None and sense.pos == PartOfSpeech.VERB:
            return conjugated(sense.gloss, Form.ING)
        if sense is not None and sense.pos != PartOfSpeech.FIRST_PART:
            return sense.gloss
        verb = self.verb(lower)
        if verb is not None and verb[1] in (Form.PARTICIPLE, Form.PAST_OR_PARTICIPLE, Form.ING):
            found = self._looked_up(lower)
            return f"{found} people" if lower.endswith("ten") else found
        if self.adjective(lower):
            return self._looked_up(lower)
        stem = lower.removesuffix("er").removesuffix("e")
        return self._looked_up(stem) if stem != lower and stem.endswith("t") else None

    def _looked_up(self, word: str) -> str | None:
        """Look a word in lower case up: as it stands, as a verb, as an adjective."""
        sense = self.sense(word)
        if sense is not None and sense.pos not in (PartOfSpeech.FIRST_PART, PartOfSpeech.VERB):
            return sense.gloss
        if is_declined(word):  # "schöne" is an adjective, though "verschönen" is a verb
            for form in adjective_forms(word):
                if self._is(PartOfSpeech.ADJECTIVE, form):
                    by = degree(word, form)
                    found = self.sense(form).gloss
                    return compared(found, by) if by else found
        for form in adjective_forms(word):
            verb = self.verb(form)
            if verb is not None:  # "verspätet": late
                return re.sub(r"^(?:been|was) ", "", conjugated(verb[2].gloss, verb[1]))
            sense = self.sense(form)
            if sense is not None and sense.pos != PartOfSpeech.FIRST_PART and sense.gloss:
                return sense.gloss
        return None

    def _woman(self, word: str) -> str | None:
        """Read "Bloggerin" and "Bloggerinnen", and "Kölnerin" as one from Cologne."""
        stem = re.sub(r"in(?:nen)?$", "", word)
        if stem == word or len(stem) < 4 or not word[0].isupper():
            return None
        many = word.endswith("innen")
        place = self._place(stem)
        if place is not None:
            return f"{place} {'women' if many else 'woman'}"
        for man in (stem, stem + "e"):
            sense = self.sense(man)
            if sense is not None and sense.pos == PartOfSpeech.NOUN:
                return f"female {plural(sense.gloss) if many else sense.gloss}"
        return None

    def _hyphenated(self, word: str) -> str | None:
        parts = [part for part in word.split("-") if part]
        if len(parts) < 2:
            return None
        # Beside a name, "Karrenbauer" is no builder of carts.
        named = any(part.istitle() and len(part) > 2 and not self.gloss(part) for part in parts)
        known = [self._part(part, named=named) for part in parts[:-1]]
        known.append(self._known(parts[-1]) if named else self.gloss(parts[-1]))
        if not any(known):
            return None
        return " ".join(
            part if gloss is None else gloss for part, gloss in zip(parts, known, strict=True)
        )

    def _part(self, part: str, *, named: bool) -> str | None:
        """Return English for a part before a hyphen: its singular, nothing for a letter."""
        if len(part) < 2:
            return None
        first = self.sense(part.lower() + "-")
        if first is not None:
            return first.gloss
        linked = part.removesuffix("s")
        if linked != part and self._is(PartOfSpeech.NOUN, linked) and not self.sense(part):
            return self.gloss(linked)
        return self._known(part) or self._place(part) if named else self.gloss(part)

    def _place(self, word: str) -> str | None:
        """Read "Kieler" and "Bremer" as the town."""
        if not word.endswith("er") or not word[0].isupper():
            return None
        for town in (word[:-2], word[:-2] + "en", word[:-1], word[:-3] + "en"):
            sense = self.sense(town)
            if sense is not None and sense.gloss[:1].isupper():
                return sense.gloss
        return None

    def _separated(self, word: str, particle: str, *, reflexive: bool = False) -> str | None:
        """Return English for a verb whose particle stands apart: "nimmt ... fest"."""
        for base, form in verb_readings(word.lower()):
            sense = (self.sense(f"sich+{particle}{base}") if reflexive else None) or self.sense(
                particle + base
            )
            if sense is not None and sense.pos == PartOfSpeech.VERB:
                apart = {
                    Form.PRESENT_OR_PARTICIPLE: Form.PRESENT,
                    Form.PAST_OR_PARTICIPLE: Form.PAST,
                }
                return conjugated(sense.gloss, apart.get(form, form))
        return None
