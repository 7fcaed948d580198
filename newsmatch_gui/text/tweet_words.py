"""Word lists for reading tweets: names that are no misspellings, slang, and function words."""

import ast
from pathlib import Path


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


NAMES = _set(
    """
    afd aleppo alexa altmaier antifa baerbock barnier biden bitcoin bolsonaro borrell brexit
    bundesrat bundestag bundeswehr chatgpt clickbait corbyn covid cpac crimea crypto
    cryptocurrency daesh deepfake desantis donbas donbass donetsk duterte erdogan facebook
    farage gaza gofundme guterres habeck hamas hashtag hezbollah houthi houthis idlib imran
    influencer influencers instagram iphone isis jinping kabul kamala kardashian kharkiv
    khashoggi kherson kiev kyiv lavrov linkedin livestream lockdown lockdowns lukashenko macri
    macron mariupol mbappe mcdonalds meghan melania merkel messi milei modi mpox musk narendra
    nato navalny netanyahu netflix obama odesa omicron openai orban paywall pelosi podcast putin
    raisi retweet retweets rishi ronaldo scholz seehofer selenskyj selfie selfies soleimani
    spacex starlink starmer steinmeier sunak taliban telegram tesla thunberg tiktok trudeau
    trump tweeted tweeting twitter ukraine unesco unicef ursula vaxxed viktor vlog vucic
    wagenknecht whatsapp wikileaks wuhan xinjiang yemen youtube zelenskiy zelensky zelenskyy
    zika zuckerberg
    """
)
"""Names and new words that are in no word list of 2006: right as they are."""

# Slang that cannot be anything else in the news; the meaning is ekphrasis's own. Most of its table
# is left out on purpose: it turns flames into angry comments and an app into an application.
_SLANG_TAKEN = _set(
    """
    2day 2nite aight alright asap awsm b4 bday becuz bcoz bcuz brb btw btwn cmon congrats convo coz
    cuz deets doin dunno enuf enuff evry frnd frnds fyi gimme goin gona gonna gr8 grats hafta idk
    idc imho imo irl jk kinda leme lemme luv mabe msg msgs mins nite nvm ofc omg ppl pls plz pleaz
    pleeze prolly probly rcvd shld shud smh sumone tbh teh thnx thru til tmr tmrw ttyl ur vids wanna
    wana wat whut wkend wud wuz xcept xtra yall yrs
    """
)
_SLANG_OWN = {
    "u": "you", "r": "are", "2moro": "tomorrow", "2morrow": "tomorrow", "tho": "though",
    "govt": "government", "wknd": "weekend", "im": "i am", "ive": "i have", "cant": "can not",
    "wont": "will not", "dont": "do not", "didnt": "did not", "doesnt": "does not",
    "isnt": "is not", "wasnt": "was not", "arent": "are not", "werent": "were not",
    "couldnt": "could not", "shouldnt": "should not", "wouldnt": "would not",
    "hasnt": "has not", "havent": "have not", "hadnt": "had not", "youre": "you are",
    "theyre": "they are", "thats": "that is", "whats": "what is", "wats": "what is",
    "alot": "a lot", "imma": "i am going to", "thx": "thanks", "thanx": "thanks",
    "ikr": "i know right", "gotta": "got to", "lmk": "let me know", "tht": "that",
    "icymi": "in case you missed it", "gona": "going to",
}  # fmt: skip
SLANG_IN_CAPITALS = _set("omg btw idk tbh smh fyi thx pls plz ppl icymi brb cant dont wont u")
"""Slang in capitals too; mostly they are a name: IMO is the maritime organisation."""

ENGLISH = _set(
    """
    the of and to a is was are were for on with at by from that this it its as be has have had not
    but you your we our they their he his her who what when where why how after over about more
    will would can could before than then just now new all i my me if up out no do does did
    """
)
FOREIGN = (
    _set(
        """
        der das und ist nicht ein eine einen einem einer dem des mit von im zum zur auf für nach bei
        aus wie wir ich sie er sind wird wurde haben hat auch noch nur oder aber vor kein keine
        le la les un une du et est dans pour sur avec qui que pas au aux ce cette sont plus
        el los las una del y por para con se su como más pero está lo al il gli di della che non per
        sono è nel alla da dal uma os em não com mais het een van voor niet op zijn met te og af til
        på som och att för inte med det av ett är ve bir bu için w z na nie się jest do
        """
    )
    - ENGLISH
    - _SLANG_TAKEN
)


def slang(folder: Path) -> dict[str, str]:
    """Return the slang we trust, from the source of ekphrasis's table, whose import writes a file.

    Args:
        folder: Where ekphrasis is installed.
    """
    source = (folder / "dicts" / "noslang" / "slangdict.py").read_text("utf-8")
    table = next(
        ast.literal_eval(node.value)
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
    )
    given = {key.lower(): value for key, value in table.items()}
    taken = {key: given[key] for key in sorted(_SLANG_TAKEN) if key in given} | _SLANG_OWN
    return {key: value.lower().replace("don't", "do not").strip() for key, value in taken.items()}
