"""A clause of German, and what of its gloss needs more than one word: names and verbs."""

import re
from itertools import pairwise

from newsmatch_gui.text.gloss_lexicon import Lexicon
from newsmatch_gui.text.gloss_words import PARTICLES, Form

_AND = frozenset(("und", "oder", "sowie", "aber"))
PREPOSITIONS = frozenset("an auf aus bei für gegen in mit nach über um unter von vor zu".split())
_BECOMES = {
    "werde": "become",
    "wird": "becomes",
    "werden": "become",
    "wurde": "became",
    "wurden": "became",
}
_IS = {"werde": "am", "wird": "is", "werden": "are", "wurde": "was", "wurden": "were"}
HAS = frozenset("hat haben hatte hatten ist sind war waren".split())
MAY_BE = frozenset(
    "kann können konnte konnten könnte könnten soll sollen sollte sollten muss müssen musste "
    "mussten will wollen wollte wollten darf dürfen wird würde würden zu".split()
)
# Whoever stands after one of them is a person: "Trainer Winter".
_ROLE = re.compile(
    r"(?:minister|präsident|kanzler|trainer|chef|sprecher|star|sänger|moderator|politiker|stürmer|"
    r"kapitän|kardinal|bischof|papst|prinz|meister|rapper|profi|regisseur|autor|landrat|herr|"
    r"familie|ehepaar|legende)(?:in|essin)?$"
)
SURNAMES = frozenset(
    "Bauer Becker Braun Fischer Fuchs Groß Hahn Hartmann Herzog Hoffmann Jung Kaiser Klein Koch "
    "König Kraus Krause Lange Maier Meyer Müller Neumann Pfeiffer Richter Schäfer Schmidt Schmied "
    "Schneider Scholz Schröder Schubert Schulz Schulze Schumacher Schuster Schwarz Sommer Stein "
    "Vogel Vogt Wagner Weber Weiß Winter Wolf Wolff Ziegler Zimmermann".split()
)
# A title in English is left alone; these words are in no German one.
_ENGLISH = frozenset("the of and my your you we with our it is for to on from this are".split())

_ONE = frozenset("der das ein eine einer im vom zum zur beim".split())
_SEVERAL = frozenset(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hunderte tausende "
    "zehntausende hunderttausende dutzende viele mehrere einige alle beide wenige hundert "
    "tausend millionen milliarden mehr weniger".split()
)
_PLURAL_OR_FEMININE = frozenset("die diese keine ihre seine unsere meine solche".split())
# Nouns that look the same in singular and plural.
_LIKE_PLURAL = re.compile(r"(?:er|el|en|chen|lein)$")
_FEMININE = re.compile(
    r"(?:mutter|tochter|schwester|feier|mauer|nummer|steuer|kammer|oper|dauer|leber|feder|faser|"
    r"schulter|kiefer|leiter|trauer|ziffer|folter|klammer|metapher|wimper|jungfer|ader)$",
    re.IGNORECASE,
)

# Articles of the singular; "den" may be the plural, "der" a genitive of it.
_SINGULAR = re.compile(
    r"(?:(?:d|ein|sein|ihr|dies|jed|kein|mein|unser|jen)e[ms]|einen?|jeden?|vom|zum|zur|im|am|beim|"
    r"dem)$"
)


class Clause:
    """Words between two marks, with what stands where; people and verbs are glossed here."""

    def __init__(self, lexicon: Lexicon, pieces: list[str], start: int, stop: int) -> None:
        self._lexicon = lexicon
        self._pieces = pieces
        self._words = pieces[start:stop:2]
        self._lower = [word.lower() for word in self._words]
        self._english: list[str | None] = [None] * len(self._words)
        self._joined = [False] * len(self._words)  # verbs that have their particle back
        self._start = start
        before = pieces[start - 1]
        self._starts_sentence = start == 1 or any(mark in before for mark in '.!?:\n„“"»«–')
        self._after_comma = "," in before
        self._shouts = all(word.isupper() or not word.isalpha() for word in self._words)

    def _opens(self, place: int) -> bool:
        """Tell whether a quotation begins or ends before a word of the clause."""
        return place > 0 and not self._pieces[self._start + 2 * place - 1].isspace()

    def _starts(self, place: int) -> bool:
        return self._starts_sentence if place == 0 else self._opens(place)

    def _at(self, place: int) -> str:
        """Return a word; nothing beyond the ends of the clause."""
        return self._words[place] if 0 <= place < len(self._words) else ""

    def _is_capital(self, place: int) -> bool:
        return self._at(place)[:1].isupper()

    def _ends(self, place: int) -> bool:
        return place + 1 >= len(self._words) or self._words[place + 1] in _AND

    def _is_grammar(self, place: int) -> bool:
        return self._lexicon.is_function_word(self._words[place])

    def _is_noun(self, place: int) -> bool:
        word = self._at(place)
        if not word[:1].isupper() or self._lexicon.is_function_word(word.lower()):
            return False
        return self._lexicon.gloss(word) not in (None, word)

    def _is_participle(self, place: int) -> bool:
        word = self._at(place)
        if not word or word[0].isupper() or self._lexicon.is_function_word(word):
            return False
        verb = self._lexicon.verb(word)
        if verb is None:
            return False
        if verb[1] == Form.BASE:  # "überfallen" is both
            return self._lexicon.done(word) is not None and self._at(place + 1) in ("haben", "sein")
        return verb[1] not in (Form.PRESENT, Form.ING)

    def _keep_english(self) -> None:
        """Leave a title in English alone: all there is between two quotation marks."""
        starts = [0, *filter(self._opens, range(1, len(self._words))), len(self._words)]
        for start, stop in pairwise(starts):
            words = set(self._lower[start:stop])
            if words & _ENGLISH and not any(map(self._lexicon.is_function_word, words - _ENGLISH)):
                self._english[start:stop] = self._words[start:stop]

    def _keep_names(self) -> None:
        """Leave people's names as they are: what follows a first name or a role is a surname."""
        place = 0
        while place < len(self._words) - 1:
            place += 1
            if not self._is_capital(place - 1):
                continue
            if self._lexicon.is_first_name(self._words[place - 1]):
                self._english[place - 1] = self._words[place - 1]
                place = self._keep_surname(place)
            elif _ROLE.search(self._lower[place - 1]) and self._is_surname(place):
                self._english[place] = self._named(place)

    def _keep_surname(self, place: int) -> int:
        """Keep the words after a first name; return the last of them."""
        particles = place
        while self._at(particles) in ("von", "van", "de", "der", "den", "zu", "da", "di"):
            particles += 1
        if not self._is_capital(particles) or self._opens(place):
            return place
        last = particles
        while self._is_capital(last + 1) and self._is_surname(last + 1):
            last += 1
        self._english[place:last] = self._words[place:last]
        self._english[last] = self._named(last)
        return last

    def _is_surname(self, place: int) -> bool:
        word = self._words[place]
        if not self._is_capital(place) or self._opens(place):
            return False
        return word in SURNAMES or not self._lexicon.knows(word)

    def _named(self, place: int) -> str:
        """Return a name, in the English genitive if it is in the German one."""
        word = self._words[place]
        owns = self._is_capital(place + 1) and not self._lexicon.is_first_name(self._at(place + 1))
        if owns and word[-1] == "s" and word[-2:-1] not in ("s", "a", "i", "u", ""):
            return f"{word[:-1]}'s"
        return word

    def _join_particles(self) -> None:
        """Give verbs their particles back: the particle ends its clause."""
        words = self._words
        for end in range(1, len(words)):
            if words[end] not in PARTICLES:
                continue
            if not self._ends(end) and not (
                words[end] not in PREPOSITIONS and words[end + 1] in PREPOSITIONS
            ):
                continue
            for place in range(end - 1, -1, -1):
                if (self._is_capital(place) and place) or self._is_grammar(place):
                    continue
                joined = self._lexicon.separated(
                    words[place], words[end], reflexive="sich" in self._lower
                )
                if joined is not None:
                    self._english[place], self._english[end] = joined, ""
                    self._joined[place] = True
                    break

    def _turn_to_itself(self) -> None:
        """Gloss the verb that "sich" belongs to: "sorgt sich" worries, "sorgt" causes."""
        if "sich" not in self._lower:
            return
        at = self._lower.index("sich")
        for place in (*range(at - 1, -1, -1), *range(len(self._words) - 1, at, -1)):
            if self._english[place] is not None or self._is_capital(place):
                continue
            english = self._lexicon.acting(self._words[place], reflexive=True)
            verb = self._words[place] == "einigen" or not self._is_grammar(place)
            if english is not None and verb:
                self._english[place] = english
                return

    def _help_verbs(self) -> None:
        for place, word in enumerate(self._lower):
            if self._english[place] is None and (place == 0 or not self._is_capital(place)):
                if word in _BECOMES:
                    self._become(place)
                elif word in ("sein", "haben", "worden"):
                    self._be(place)
                elif word in ("soll", "sollen") and self._is_hearsay():
                    self._english[place] = "is said to" if word == "soll" else "are said to"

    def _become(self, place: int) -> None:
        """Gloss "wird" by what it goes with: a participle, an infinitive, or anything else."""
        word = self._lower[place]
        if word == "werden" and self._ends(place) and not MAY_BE.isdisjoint(self._lower[:place]):
            self._before_participle(place, "be", otherwise="become")
            return
        after = range(len(self._words) - 1, place, -1)
        for other in [place - 1] if self._ends(place) else after:
            if other >= 0 and self._words[other] in ("werden", "sein", "haben", "können"):
                self._english[place] = "will"
                return
            if other < 0 or self._is_capital(other) or self._is_grammar(other):
                continue
            verb = self._lexicon.verb(self._words[other])
            if verb is None:
                continue
            infinitive = verb[1] == Form.BASE and not self._has_agent()
            if infinitive and word in ("wird", "werden", "werde"):
                self._english[place] = "will"
            else:
                self._english[place] = _IS[word]
            return
        self._english[place] = _BECOMES[word]

    def _be(self, place: int) -> None:
        """Gloss "sein", "haben" and "worden" at the end of a clause."""
        word = self._lower[place]
        if word == "worden":
            been = "have been" if self._lower[place + 1 : place + 2] == ["sein"] else "been"
            self._before_participle(place, been, otherwise=been)
        elif not self._ends(place):
            return
        elif self._lower[place - 1] in ("worden", "gewesen"):
            self._english[place] = ""
        elif word == "haben":
            self._before_participle(place, "have", otherwise="have")
        else:
            self._before_participle(place, "have been", otherwise="be")

    def _before_participle(self, place: int, english: str, *, otherwise: str) -> None:
        before = place - 1
        if before >= 0 and self._is_participle(before) and self._english[before] is None:
            word = self._words[before]
            found = self._lexicon.done(word) or self._lexicon.gloss(word)
            self._english[before], self._english[place] = f"{english} {found}", ""
        else:
            self._english[place] = otherwise

    def _is_hearsay(self) -> bool:
        """Tell whether a clause ends like "getötet haben": what somebody is said to have done."""
        return self._lower[-1] in ("haben", "sein") and (
            self._lower[-2:-1] == ["worden"] or self._is_participle(len(self._words) - 2)
        )

    def _has_agent(self) -> bool:
        return "von" in self._lower or "durch" in self._lower

    def _is_passive(self) -> bool:
        if "worden" in self._lower:
            return True
        if not _BECOMES.keys().isdisjoint(self._lower):
            return any(map(self._is_participle, range(len(self._words))))
        return self._is_participle(len(self._words) - 1) and HAS.isdisjoint(self._lower)

    def _is_singular(self, place: int) -> bool:
        """Tell whether an article before says that a noun is no plural: "des Kinderdorfs"."""
        while place > 0 and self._lower[place - 1] == self._words[place - 1]:
            place -= 1
            if _SINGULAR.match(self._words[place]):
                return True
        return False

    def _owner(self, place: int) -> str | None:
        """Gloss "Deutschlands" by what it belongs to."""
        word = self._words[place]
        name = word.removesuffix("s")
        if (
            name == word
            or not name.isalpha()
            or len(name) < 3
            or self._lexicon.sense(word) is not None
        ):
            return None
        known = self._lexicon.gloss(name) if self._lexicon.is_place(name) else None
        if known and self._is_noun(place - 1):
            return f"of {known}"
        if self._is_noun(place + 1) and (known or self._lexicon.gloss(word) is None):
            return f"{known or name}'s"
        return known

    def _means_many(self, place: int) -> bool:
        """Tell whether a noun is plural by its neighbours: "drei Retter", "Retter suchen"."""
        before = self._at(place - 1)
        if not self._may_be_plural(self._words[place]):
            return False
        number = before[:1].isdigit() and not any(map(str.isalpha, before))
        if (number and before != "1") or before.lower() in _SEVERAL:
            return True
        if self._is_after_plural_article(place):
            return True
        after = self._at(place + 1) or "A"
        single = before.lower() in _ONE or before in PREPOSITIONS or self._ends(place)
        if self._ends(place + 1) and not (MAY_BE | HAS).isdisjoint(self._lower[:place]):
            return False  # an infinitive: "soll Feuer löschen"
        return not single and after[0].islower() and self._lexicon.takes_plural(after)

    def _may_be_plural(self, word: str) -> bool:
        if word.endswith("e"):  # "Verletzte", beside "Verletzter"
            return self._lexicon.sense(f"{word}r") is not None
        return _LIKE_PLURAL.search(word) is not None and not _FEMININE.search(word)

    def _is_after_plural_article(self, place: int) -> bool:
        """Tell whether a noun in -er is the plural by the word before: "die Täter", "neue Lehrer".

        No masculine noun stands after these in the singular; the feminine ones are few.
        """
        word, before = self._words[place], self._at(place - 1)
        if not word.endswith("er"):
            return False
        if before.lower() in _PLURAL_OR_FEMININE or self._english[place - 1] == "of the":
            return before.lower() != "des"
        weak = place > 1 and self._lower[place - 2] in ("der", "dieser", "jeder")
        return before.endswith("e") and not weak and self._lexicon.adjective(before.lower())
