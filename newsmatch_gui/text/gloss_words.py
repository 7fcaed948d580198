"""Forms of German words for the gloss translator: what a form may come from."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

import simplemma

_CACHED_WORDS = 32_768

_ENDING = re.compile(r"e[nrsm]?$")
# Neuter nouns, whose genitive looks like the plural of "Smartphone".
_E_GENITIVE = re.compile(r"(?:ende|auge|erbe|^ge\w+e)s$", re.IGNORECASE)
PARTICLES = frozenset(
    "ab an auf aus bei bekannt bereit ein entgegen fest fort frei her heraus hervor hin hinaus "
    "lahm los mit nach nieder statt teil um unter vor voran vorbei weg weiter zu zurück "
    "zusammen".split()
)
_SPLIT_OFF = "|".join(sorted(PARTICLES, key=len, reverse=True))
_WITH_ZU = re.compile(rf"^({_SPLIT_OFF})zu(\w{{3,}}n)$")
_PARTICIPLE = re.compile(rf"^(?:{_SPLIT_OFF}|über|wieder|um|tot)?ge\w+(?:t|en)(?:e[nrsm]?)?$")
_WITHOUT_GE = re.compile(rf"^((?:{_SPLIT_OFF}|über|wieder|um|tot)?)ge(\w+t)$")
_SAME_PARTICIPLE = re.compile(r"^(?:be|ver|zer|er|ent|miss|über|unter|um|wider|\w+(?=ieren$))")
_DECLINED = re.compile(r"e[nrsm]?$")
_GENITIVE = re.compile(r"(?:er|el|en|ling|ig|um|us|ung|[^aeiou]es)s?$")
_PAST_IN_T = re.compile(
    r"(?:hielt|trat|bat|galt|riet|schnitt|litt|ritt|stritt|glitt|schritt|bot|tat|focht)$"
)
# Strong verbs without prefixes: infinitive, past, participle without "ge".
_STRONG_TABLE = """
backen:buk:backen befehlen:befahl:befohlen beißen:biss:bissen bergen:barg:borgen
bersten:barst:borsten bewegen:bewog:bewogen biegen:bog:bogen bieten:bot:boten binden:band:bunden
bitten:bat:beten blasen:blies:blasen bleiben:blieb:blieben braten:briet:braten
brechen:brach:brochen brennen:brannte:brannt bringen:brachte:bracht bären:bar:boren
denken:dachte:dacht derben:darb:dorben dringen:drang:drungen empfehlen:empfahl:empfohlen
essen:aß:gessen fahren:fuhr:fahren fallen:fiel:fallen fangen:fing:fangen finden:fand:funden
flechten:flocht:flochten fliegen:flog:flogen fliehen:floh:flohen fließen:floss:flossen
fressen:fraß:fressen frieren:fror:froren geben:gab:geben gehen:ging:gangen gelten:galt:golten
gessen:gaß:gessen gießen:goss:gossen ginnen:gann:gonnen gleichen:glich:glichen
gleiten:glitt:glitten graben:grub:graben greifen:griff:griffen halten:hielt:halten heben:hob:hoben
heißen:hieß:heißen helfen:half:holfen hängen:hing:hangen kennen:kannte:kannt klingen:klang:klungen
kommen:kam:kommen kriechen:kroch:krochen laden:lud:laden lassen:ließ:lassen laufen:lief:laufen
leiden:litt:litten leihen:lieh:liehen lesen:las:lesen liegen:lag:legen lieren:lor:loren
lingen:lang:lungen löschen:losch:loschen lügen:log:logen meiden:mied:mieden melken:molk:molken
messen:maß:messen nehmen:nahm:nommen nennen:nannte:nannt nießen:noss:nossen pfeifen:pfiff:pfiffen
raten:riet:raten reiben:rieb:rieben reiten:ritt:ritten reißen:riss:rissen rennen:rannte:rannt
riechen:roch:rochen ringen:rang:rungen rinnen:rann:ronnen rufen:rief:rufen saufen:soff:soffen
schallen:scholl:schollen schehen:schah:schehen scheiden:schied:schieden scheinen:schien:schienen
schelten:schalt:scholten schieben:schob:schoben schießen:schoss:schossen schinden:schund:schunden
schlafen:schlief:schlafen schlagen:schlug:schlagen schleichen:schlich:schlichen
schließen:schloss:schlossen schlingen:schlang:schlungen schmeißen:schmiss:schmissen
schmelzen:schmolz:schmolzen schneiden:schnitt:schnitten schrecken:schrak:schrocken
schreiben:schrieb:schrieben schreien:schrie:schrien schweigen:schwieg:schwiegen
schwellen:schwoll:schwollen schwimmen:schwamm:schwommen schwinden:schwand:schwunden
schwingen:schwang:schwungen schwören:schwor:schworen sehen:sah:sehen senden:sandte:sandt
singen:sang:sungen sinken:sank:sunken sinnen:sann:sonnen sitzen:saß:sessen speien:spie:spien
spinnen:spann:sponnen sprechen:sprach:sprochen springen:sprang:sprungen stechen:stach:stochen
stehen:stand:standen stehlen:stahl:stohlen steigen:stieg:stiegen sterben:starb:storben
stinken:stank:stunken stoßen:stieß:stoßen streichen:strich:strichen streiten:stritt:stritten
tragen:trug:tragen treffen:traf:troffen treiben:trieb:trieben treten:trat:treten
trinken:trank:trunken trügen:trog:trogen tun:tat:tan wachsen:wuchs:wachsen waschen:wusch:waschen
weichen:wich:wichen weisen:wies:wiesen wenden:wandte:wandt werben:warb:worben werfen:warf:worfen
wiegen:wog:wogen winden:wand:wunden winnen:wann:wonnen wissen:wusste:wusst wringen:wrang:wrungen
zeihen:zieh:ziehen ziehen:zog:zogen zwingen:zwang:zwungen
"""
_STRONG_VERBS = [row.split(":") for row in _STRONG_TABLE.split()]
_STRONG_PAST = {past: base for base, past, _ in _STRONG_VERBS}
_STRONG_PARTICIPLE = {participle: base for base, _, participle in _STRONG_VERBS}
_STRONG = re.compile(f"(?:{'|'.join(base for base, *_ in _STRONG_VERBS)})$")
# Weak verbs that end like a strong one.
_WEAK = re.compile(
    r"(?:kleid|schalt|bereit|breit|gleit|heirat|auftrag|antrag|anlass|press|stress|trenn|umring|"
    r"herberg|wend|send|häng|lösch|beweg|schreck)en$"
)
_UMLAUTS = str.maketrans("äöü", "aou")
_IRREGULAR = {
    "besser": ("gut", 1), "best": ("gut", 2), "höher": ("hoch", 1), "höchst": ("hoch", 2),
    "näher": ("nah", 1), "nächst": ("nah", 0), "meist": ("viel", 2),
}  # fmt: skip


class Form(StrEnum):
    """What a German verb form says; some leave it to their place in the sentence."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    PRESENT_OR_PARTICIPLE = "present or participle"
    PAST_OR_PARTICIPLE = "past or participle"


class PartOfSpeech(StrEnum):
    """First letter of a value of the dictionary."""

    NOUN = "n"
    PLURAL_NOUN = "p"
    VERB = "v"
    ADJECTIVE = "a"
    ADVERB = "r"
    FUNCTION_WORD = "f"
    FIRST_PART = "b"
    FIRST_NAME = "g"
    OTHER = "x"


def folded(phrase: str) -> str:
    """Return a phrase in lower case, its words without the endings that German declines.

    ``"Europäischen Union"`` and ``"Europäische Union"`` give the same key.
    """
    return " ".join(
        _ENDING.sub("", word) if len(word) > 4 else word for word in phrase.lower().split()
    )


@lru_cache(_CACHED_WORDS)
def lemma(word: str) -> str:
    """Return the base form of a German word; nothing for nothing."""
    return word and simplemma.lemmatize(word, lang="de")


def verb_readings(word: str) -> Iterator[tuple[str, Form]]:
    """Yield the infinitives that a word in lower case may be a form of, with which form it is."""
    with_zu = _WITH_ZU.match(word)
    if with_zu:
        yield with_zu[1] + with_zu[2], Form.BASE
    if word.endswith("n"):
        yield word, Form.BASE
    yield from _strong(word)
    for base in _infinitives(word):
        if base != word and base.endswith("n"):
            yield base, _form(word, base)


def _strong(word: str) -> Iterator[tuple[str, Form]]:
    """Yield strong verbs, whose forms simplemma knows in part: "erschossen"."""
    past = re.sub(r"(?:(?<=t)e|e?n|st)$", "", word)
    for cut in range(len(word) - 1):
        for stem in (word[cut:], past[cut:]):
            if stem in _STRONG_PAST:
                yield word[:cut] + _STRONG_PAST[stem], Form.PAST
    stem = _DECLINED.sub("", word)
    for participle in (word, stem):
        for cut in range(len(participle) - 2):
            base = _STRONG_PARTICIPLE.get(participle[cut:])
            before = participle[:cut].removesuffix("ge")
            if base and (before != participle[:cut] or _SAME_PARTICIPLE.match(before + base)):
                yield before + base, Form.PARTICIPLE


def _infinitives(word: str) -> Iterator[str]:
    base = lemma(word.replace("fällt", "fallt"))  # "fällt aus" is not from "ausfällen"
    yield base
    yield lemma(base)
    stem = _DECLINED.sub("", word)
    if stem.endswith(("end", "elnd", "ernd")):
        yield stem[:-1]
    # Regular forms that simplemma does not know.
    for end in ("ten", "te", "t", "e"):
        stem = word.removesuffix(end)
        if stem != word:
            yield from (stem + "n", stem + "en")
    stem = _DECLINED.sub("", word)
    without = _WITHOUT_GE.match(stem)
    for participle in filter(None, (stem, without and without[1] + without[2])):
        if participle.endswith("t"):
            yield from (participle[:-1] + "n", participle[:-1] + "en")


def _form(word: str, base: str) -> Form:
    stem = _DECLINED.sub("", word)
    if stem == base + "d":
        return Form.ING
    if _PARTICIPLE.match(word) and not base.startswith("ge"):
        return Form.PARTICIPLE
    same = _SAME_PARTICIPLE.match(base)
    if same and stem != word and word.endswith(("er", "es", "em")):
        return Form.PARTICIPLE
    if word.endswith("t") and not _PAST_IN_T.search(word):
        strong = _STRONG.search(base) and not _WEAK.search(base)
        return Form.PRESENT_OR_PARTICIPLE if same and not strong else Form.PRESENT
    if same and word.endswith(("en", "te")):
        return Form.PAST_OR_PARTICIPLE
    if word.endswith("e") and not word.endswith("te"):
        return Form.PRESENT
    return Form.PAST


def noun_forms(word: str) -> Iterator[str]:
    """Yield what to look up for a noun, best first."""
    yield word
    base = lemma(word)
    if base != word + "e":  # no German noun loses that: "Egg" is no "Egge"
        yield base
    before, hyphen, last = word.rpartition("-")
    if hyphen:
        yield f"{before}-{lemma(last)}"
    stem = _DECLINED.sub("", word)
    if stem != word:  # "Verletzten": declined like an adjective
        yield from (stem + "e", stem + "er")


def adjective_forms(word: str) -> Iterator[str]:
    """Yield what to look up for an adjective in lower case, best first."""
    yield word
    yield lemma(word)
    stem = _DECLINED.sub("", word)
    yield from (stem, lemma(stem))
    if stem.endswith("er"):
        yield stem[:-2]


def is_declined(word: str) -> bool:
    """Tell whether a word has the ending of an adjective before a noun."""
    return _DECLINED.search(word) is not None


def degree(word: str, base: str) -> int | None:
    """Return 1 for a comparative of an adjective, 2 for a superlative, 0 for neither.

    None for what may be the comparative or declined: "schwerer".
    """
    stem = word if word in _IRREGULAR else _DECLINED.sub("", word)
    if base == word or base in _IRREGULAR:
        return 0
    if stem in _IRREGULAR:
        return _IRREGULAR[stem][1]
    short = re.sub(r"e([lr])$", r"\1", base)  # "teuer": "teurer"
    for form in (base, short):
        plain = form.translate(_UMLAUTS)
        superlative = "t" if form.endswith("ß") else "st"
        for end, found in (("er", 1), (superlative, 2), ("est", 2)):
            if stem != base and stem.translate(_UMLAUTS) == plain + end:
                return found
        if word.translate(_UMLAUTS) == plain + "er":
            return 1 if word != form + "er" else None
    return 0


def is_plural(word: str, base: str) -> bool:
    """Tell whether a form of a noun is the plural."""
    if base.endswith(("e", "er")) and word.startswith(base[:-1]) and len(word) - len(base) < 2:
        # "Verletzten", "Namen": mostly the plural; "Lehrers": the genitive.
        return not (word.endswith("s") and (base.endswith("er") or _E_GENITIVE.search(word)))
    if word == base + "es":
        return False
    return not (word == base + "s" and _GENITIVE.search(base))
