"""Whether a picture may be published, as far as its licence says so.

Nobody but a person can grant rights; this only sorts, so that what is surely not usable does not
stand in the way. The rule, for the licence as it was imported, found in the file or corrected:

- *reserved*: it says that rights are reserved, that the picture may not be used, or not any more;
- *unclear*: nothing is said, only who owns it (a bare copyright notice), a licence is to be bought
  for each use (rights managed), or only non-commercial use is allowed, and whether a newsroom is
  commercial is not ours to say;
- *usable*: anything else that is said, such as a licence's name or terms of use.
"""

import re
from enum import Enum


class Rights(Enum):
    """What a licence says of publishing a picture."""

    USABLE = "usable"
    UNCLEAR = "unclear"
    RESERVED = "reserved"


_RESERVED = re.compile(
    r"(?<!no )(?<!some )\brights (?:are )?reserved|alle rechte vorbehalten"
    r"|\b(?:no|not for|do not|don.t|must not be|may not be) "
    r"(?:re)?(?:use[d]?|publication|publish(?:ed)?|distribut\w*|sale|licens\w*|permission)"
    r"|\b(?:embargo(?:ed)?|expired|unlicen[cs]ed|mandatory kill|restricted|prohibited)\b"
    r"|\b(?:gesperrt|abgelaufen|sperrfrist|keine (?:verwendung|nutzung|weitergabe)|verboten)\b"
    r"|\bnicht (?:verwenden|nutzen|zur veröffentlichung)",
)
_UNCLEAR = re.compile(
    r"non-?commercial|rights[- ]managed|nicht[- ]?kommerziell|\bnc\b"
    r"|\b(?:unknown|unclear|unbekannt|unklar)\b"
    r"|^(?:n/?a|none|null|-|\?|tbd|nan)$"
)
_NOTICE = re.compile(r"^\W*(?:©|\(c\)|copyright\b|copr\b)")
_GRANTED = re.compile(
    r"licen[cs]e|lizen[zs]|\bcc[ -]?(?:by|0)|creative commons|public domain|gemeinfrei|free to use"
    r"|usage|\buse only|permitted|allowed|royalty[- ]free|handout"
)


def rights_of(licence: str) -> Rights:
    """Return what a licence says of publishing the picture."""
    said = " ".join(licence.casefold().replace("_", " ").split())
    if _RESERVED.search(said):
        return Rights.RESERVED
    if not said or _UNCLEAR.search(said):
        return Rights.UNCLEAR
    if _NOTICE.search(said) and not _GRANTED.search(said):
        return Rights.UNCLEAR
    return Rights.USABLE
