"""Word forms for the gloss translator: folding of German phrases, inflection of English glosses."""

import re
from enum import StrEnum

_ENDING = re.compile(r"e[nrsm]?$")
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|[^aeiou]o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# One syllable, one vowel, one consonant: "stopped", but not "opened" or "rowed".
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")
_PLURALS_TABLE = """
man:men woman:women child:children person:people foot:feet tooth:teeth mouse:mice
goose:geese ox:oxen wolf:wolves knife:knives life:lives wife:wives half:halves
leaf:leaves loaf:loaves shelf:shelves thief:thieves calf:calves scarf:scarves
crisis:crises analysis:analyses photo:photos piano:pianos video:videos studio:studios
radio:radios euro:euros zoo:zoos euros:euros sheep:sheep fish:fish aircraft:aircraft
series:series species:species news:news police:police troops:troops
information:information media:media cattle:cattle deer:deer
"""
# Base form, past, participle.
_VERBS_TABLE = """
be:was:been become:became:become begin:began:begun bend:bent:bent bite:bit:bitten
bleed:bled:bled blow:blew:blown break:broke:broken bring:brought:brought
build:built:built buy:bought:bought catch:caught:caught choose:chose:chosen
come:came:come cut:cut:cut deal:dealt:dealt dig:dug:dug do:did:done draw:drew:drawn
drink:drank:drunk drive:drove:driven eat:ate:eaten fall:fell:fallen feed:fed:fed
feel:felt:felt fight:fought:fought find:found:found flee:fled:fled fly:flew:flown
forbid:forbade:forbidden forget:forgot:forgotten freeze:froze:frozen get:got:got
give:gave:given go:went:gone grow:grew:grown hang:hung:hung have:had:had
hear:heard:heard hide:hid:hidden hit:hit:hit hold:held:held hurt:hurt:hurt
keep:kept:kept know:knew:known lay:laid:laid lead:led:led leave:left:left lend:lent:lent
let:let:let lie:lay:lain lose:lost:lost make:made:made mean:meant:meant meet:met:met
pay:paid:paid put:put:put read:read:read ride:rode:ridden ring:rang:rung rise:rose:risen
run:ran:run say:said:said see:saw:seen seek:sought:sought sell:sold:sold send:sent:sent
set:set:set shake:shook:shaken shine:shone:shone shoot:shot:shot show:showed:shown
shrink:shrank:shrunk shut:shut:shut sing:sang:sung sink:sank:sunk sit:sat:sat
sleep:slept:slept speak:spoke:spoken spend:spent:spent split:split:split
spread:spread:spread spring:sprang:sprung stand:stood:stood steal:stole:stolen
stick:stuck:stuck sting:stung:stung strike:struck:struck swear:swore:sworn
sweep:swept:swept swim:swam:swum swing:swung:swung take:took:taken teach:taught:taught
tear:tore:torn tell:told:told think:thought:thought throw:threw:thrown
understand:understood:understood wake:woke:woken wear:wore:worn win:won:won
withdraw:withdrew:withdrawn write:wrote:written overcome:overcame:overcome
overtake:overtook:overtaken undergo:underwent:undergone bear:bore:borne beat:beat:beaten
bet:bet:bet bind:bound:bound burst:burst:burst cast:cast:cast cost:cost:cost
creep:crept:crept quit:quit:quit shed:shed:shed slide:slid:slid spin:spun:spun
weep:wept:wept
"""
_PLURALS = dict(row.split(":") for row in _PLURALS_TABLE.split())
_VERBS = {
    base: (past, participle)
    for base, past, participle in (row.split(":") for row in _VERBS_TABLE.split())
}
_DOUBLING = frozenset(
    ["admit", "commit", "compel", "control", "equip", "expel", "occur", "permit", "prefer", "refer"]
)


class PartOfSpeech(StrEnum):
    """First letter of a value of the dictionary."""

    NOUN = "n"
    PLURAL_NOUN = "p"
    VERB = "v"
    ADJECTIVE = "a"
    ADVERB = "r"
    FUNCTION_WORD = "f"
    FIRST_PART = "b"
    OTHER = "x"


def folded(phrase: str) -> str:
    """Return a phrase in lower case, its words without the endings that German declines.

    ``"Europäischen Union"`` and ``"Europäische Union"`` give the same key.
    """
    return " ".join(
        _ENDING.sub("", word) if len(word) > 4 else word for word in phrase.lower().split()
    )


def plural(gloss: str) -> str:
    """Return the plural of an English noun or noun phrase: its last word changes."""
    before, space, word = gloss.rpartition(" ")
    if " of " in gloss:  # "member of parliament"
        head, of, rest = gloss.partition(" of ")
        return plural(head) + of + rest
    if word.endswith("man") and word.lower() not in ("human", "german", "roman"):
        return gloss[:-2] + "en"
    return before + space + (_PLURALS.get(word) or _with_s(word))


def past(gloss: str, *, participle: bool) -> str:
    """Return the past or the past participle of an English verb: its first word changes."""
    word, space, after = gloss.partition(" ")
    if word in _VERBS:
        return _VERBS[word][participle] + space + after
    if word.endswith("e"):
        word += "d"
    elif _CONSONANT_Y.search(word):
        word = word[:-1] + "ied"
    elif _DOUBLED.match(word) or word in _DOUBLING:
        word += word[-1] + "ed"
    else:
        word += "ed"
    return word + space + after


def third_person(gloss: str) -> str:
    """Return the form of an English verb that goes with he, she or it."""
    word, space, after = gloss.partition(" ")
    return {"have": "has", "be": "is"}.get(word, _with_s(word)) + space + after


def _with_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) else "s")
