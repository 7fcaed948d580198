"""Text as delivered, made readable: character encodings, mojibake, entities, stray marks."""

import codecs
import re
from html.parser import HTMLParser

# Marks that only steer line breaking; joiners stay, emoji and Persian need them.
_INVISIBLE = {ord(mark): None for mark in "\u00ad\u200b\u2060\ufeff\x00"}
_SPACES = re.compile(r"[^\S\n]+")
# A number that no character has; Python reads no whole number of 5,000 digits.
_HUGE_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")
_BLOCK_TAGS = frozenset({"p", "br", "div", "li", "h1", "h2", "h3", "tr", "blockquote"})


def decode(raw: bytes) -> str:
    """Decode bytes of unknown encoding.

    A byte-order mark decides; then strict UTF-8; then detection by content, and Windows-1252 when
    that is undecided, since that is what unlabelled newsroom files mostly are.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        # Detection reads a window around the first byte that is not UTF-8, not a huge file.
        window = raw[max(0, error.start - 50_000) : error.start + 50_000]
    from charset_normalizer import from_bytes

    found = from_bytes(window, cp_isolation=["cp1252", "iso8859_2", "cp1250", "cp1251"]).best()
    return raw.decode(found.encoding if found else "cp1252", errors="replace")


def repair(text: str) -> str:
    """Repair mojibake, entities and control characters, and fold runs of blanks.

    Line breaks stay, since they mark paragraphs.
    """
    if text.isascii() and "&" not in text and text.isprintable() and "  " not in text:
        return text.strip()
    if not text.isascii() or "&" in text or not text.replace("\n", "").isprintable():
        text = _fixed(text)
    lines = (_SPACES.sub(" ", line).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()


def _fixed(text: str) -> str:
    import ftfy  # late: it takes a tenth of a second to load, and plain English never needs it

    # Typographic quotes belong to German and English headlines; only damage is repaired.
    kept = ftfy.TextFixerConfig(uncurl_quotes=False, unescape_html=True)
    fixed = ftfy.fix_text(text, kept).translate(_INVISIBLE)
    return _HUGE_REFERENCE.sub("\ufffd", fixed)  # one would stop an encoder's tokenizer


def repair_line(text: str) -> str:
    """Repair a text that is one line by nature, such as a headline."""
    return " ".join(repair(text).split())


class _PlainText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        if tag in _BLOCK_TAGS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style") and self._silent > 0
        if tag in _BLOCK_TAGS:
            self.parts.append("\n")

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        # The library gives up on one that is none, such as "<![x"; browsers take a comment.
        return self.parse_bogus_comment(i, report)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def strip_markup(html: str) -> str:
    """Return the readable text of an HTML fragment, paragraphs on lines of their own."""
    parser = _PlainText()
    parser.feed(_HUGE_REFERENCE.sub("\ufffd", html))
    parser.close()
    lines = (line.strip() for line in "".join(parser.parts).split("\n"))
    return "\n\n".join(line for line in lines if line)
