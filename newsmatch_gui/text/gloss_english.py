"""Forms of English words for the gloss translator."""

import re

from newsmatch_gui.text.gloss_words import Form

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|(?:potat|tomat|her|ech|vet|torped|volcan|mang)o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
# One syllable, one vowel, one consonant: "stopped", but not "opened" or "rowed".
_DOUBLED = re.compile(r"^(?:[^aeiou]*|qu)[aeiou][bdgklmnprt]$")
_VOWELS = re.compile(r"[aeiouy]+")
_PLURALS_TABLE = """
man:men woman:women child:children person:people foot:feet tooth:teeth mouse:mice
goose:geese ox:oxen wolf:wolves knife:knives life:lives wife:wives half:halves
leaf:leaves loaf:loaves shelf:shelves thief:thieves calf:calves scarf:scarves
crisis:crises analysis:analyses photo:photos piano:pianos video:videos studio:studios
radio:radios euro:euros zoo:zoos euros:euros sheep:sheep fish:fish aircraft:aircraft
series:series species:species news:news police:police troops:troops
information:information media:media cattle:cattle deer:deer equipment:equipment aid:aid
help:help advice:advice furniture:furniture luggage:luggage baggage:baggage staff:staff
personnel:personnel traffic:traffic music:music weather:weather research:research
evidence:evidence knowledge:knowledge software:software hardware:hardware money:money
progress:progress violence:violence criticism:criticism support:support rubbish:rubbish
waste:waste garbage:garbage rice:rice bread:bread housing:housing clothing:clothing
labour:labour training:training parking:parking snow:snow rain:rain
water:water sugar:sugar butter:butter pepper:pepper amber:amber silver:silver
"""
_COMPARED_TABLE = """
good:better:best well:better:best bad:worse:worst far:further:furthest much:more:most
many:more:most little:less:least early:earlier:earliest
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
weep:wept:wept arise:arose:arisen bid:bid:bid breed:bred:bred cling:clung:clung
fling:flung:flung forgive:forgave:forgiven forgo:forwent:forgone grind:ground:ground
kneel:knelt:knelt light:lit:lit offset:offset:offset sling:slung:slung slit:slit:slit
strive:strove:striven string:strung:strung thrust:thrust:thrust upset:upset:upset
wind:wound:wound behold:beheld:beheld shed:shed:shed
"""
_PLURALS = dict(row.split(":") for row in _PLURALS_TABLE.split())
_VERBS = {
    base: (past, participle)
    for base, past, participle in (row.split(":") for row in _VERBS_TABLE.split())
}
_PREFIX = re.compile(r"over|under|out|re|with|up|fore|mis")
_DOUBLING = frozenset(
    "admit commit compel control equip expel occur permit prefer refer transfer cancel travel "
    "patrol regret emit overrun kidnap".split()
)
_THIRD_PERSON = {
    "have": "has",
    "be": "is",
    "go": "goes",
    "do": "does",
    "forgo": "forgoes",
    "undergo": "undergoes",
}
_NO_ADVERB = re.compile(r"[ -]|(?:ly|ing|ine|est|er)$")
_ADVERBS = {
    "good": "well",
    "hard": "hard",
    "fast": "fast",
    "long": "long",
    "high": "highly",
    "early": "early",
    "far": "far",
    "much": "much",
    "little": "little",
}
_COMPARED = {word: forms for word, *forms in (row.split(":") for row in _COMPARED_TABLE.split())}
# "results", "Netherlands", but not "bus", "gas", "boss", "crisis", "lens".
_ALREADY_PLURAL = re.compile(r"^\w{3,}(?<!len)[^aious’']s$|ies$")
# Where the plural goes to the word before: "offers to help", "members of parliament".
_BEFORE_OBJECT = re.compile(r" (?:of|to|for|in|on|with|from|at|against) ")


def plural(gloss: str) -> str:
    """Return the plural of an English noun or noun phrase."""
    object_of = _BEFORE_OBJECT.search(gloss)
    if object_of:  # "member of parliament"
        return plural(gloss[: object_of.start()]) + gloss[object_of.start() :]
    before, space, word = gloss.rpartition(" ")
    if _ALREADY_PLURAL.search(word):
        return gloss
    if word.endswith("sis"):
        return f"{gloss[:-2]}es"
    if word.endswith("ed") and len(word) > 6:  # "unemployed"
        return f"{gloss} people"
    if word.endswith("man") and word.lower() not in ("human", "german", "roman"):
        return gloss[:-2] + "en"
    return before + space + (_PLURALS.get(word) or _with_s(word))


def compared(gloss: str, by: int) -> str:
    """Return the comparative (1) or superlative (2) of an English adjective."""
    if gloss in _COMPARED:
        return _COMPARED[gloss][by - 1]
    end, word = (("er", "more"), ("est", "most"))[by - 1]
    syllables = len(_VOWELS.findall(gloss.removesuffix("e")))
    if _CONSONANT_Y.search(gloss) and syllables < 3:
        return f"{gloss[:-1]}i{end}"
    if " " in gloss or syllables > 1 or gloss.endswith(("ed", "ble", "ple")):
        return f"{word} {gloss}"
    if gloss.endswith("e"):
        return gloss + end[1:]
    return gloss + (gloss[-1] if _DOUBLED.match(gloss) else "") + end


def adverb(gloss: str) -> str:
    """Return the adverb that goes with an English adjective."""
    if gloss in _ADVERBS or _NO_ADVERB.search(gloss):
        return _ADVERBS.get(gloss, gloss)
    if _CONSONANT_Y.search(gloss):
        return f"{gloss[:-1]}ily"
    if gloss.endswith("ic"):
        return f"{gloss}ally"
    return f"{gloss[:-1]}y" if re.search(r"[^aeiou]le$", gloss) else f"{gloss}ly"


def conjugated(gloss: str, form: Form) -> str:
    """Return an English verb in a form; one that leaves it open becomes the participle."""
    if form == Form.BASE:
        return gloss
    if form == Form.PRESENT:
        return third_person(gloss)
    if form == Form.ING:
        return ing(gloss)
    return past(gloss, participle=form != Form.PAST)


def ing(gloss: str) -> str:
    """Return the present participle of an English verb: its first word changes."""
    word, space, after = gloss.partition(" ")
    if word.endswith("ie"):
        word = word[:-2] + "y"
    elif word.endswith("e") and word != "be" and not word.endswith(("ee", "ye", "oe")):
        word = word[:-1]
    elif _DOUBLED.match(word) or word in _DOUBLING:
        word += word[-1]
    return f"{word}ing{space}{after}"


def past(gloss: str, *, participle: bool) -> str:
    """Return the past or the past participle of an English verb: its first word changes."""
    word, space, after = gloss.partition(" ")
    prefix = _PREFIX.match(word)
    if word in _VERBS:
        return _VERBS[word][participle] + space + after
    if prefix and word[prefix.end() :] in _VERBS:  # "rebuild", "overrun"
        return prefix[0] + _VERBS[word[prefix.end() :]][participle] + space + after
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
    return _THIRD_PERSON.get(word, _with_s(word)) + space + after


def _with_s(word: str) -> str:
    if _CONSONANT_Y.search(word):
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) else "s")
