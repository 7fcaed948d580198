"""Names for files and folders, made from other people's text, that every system takes."""

import re
import unicodedata

_SPELT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "ł": "l"})
# Windows gives these to devices, whatever stands behind a dot.
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")


def slug(text: str, *, limit: int = 60, otherwise: str = "picture") -> str:
    """Return lower-case ASCII letters and digits with hyphens between them.

    Args:
        text: Any text.
        limit: Most characters; a word that would go over it is left out if there are others.
        otherwise: What stands for a text of which nothing is left, such as Chinese.
    """
    spelt = unicodedata.normalize("NFKC", text).lower().translate(_SPELT)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode("ascii").lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(name) > limit:
        whole = name[: limit + 1].rpartition("-")[0]
        name = (whole or name[:limit]).strip("-")
    if not name:
        return otherwise
    return f"{name}-" + otherwise if _RESERVED.fullmatch(name) else name
