"""What a photo file says of itself: caption, credit, people, places and date, as plain text.

Read from XMP, IPTC and EXIF, in this order, which is that of the Metadata Working Group's
"Guidelines for Handling Image Metadata" 2.0 (2010) where the three disagree. Whoever made the file
wrote these texts, so they are cut to a length, stripped of what cannot be printed, and never
anything but text.
"""

import re
import stat
import struct
import warnings
import zlib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image, IptcImagePlugin

from newsmatch_gui.domain.photo_limits import FORMATS, LARGEST_FILE
from newsmatch_gui.domain.records import FileTexts

# For the process, since files are read in many threads: odd metadata does no harm.
warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
_LARGEST_XMP = 2_000_000
_LONGEST = {"caption": 4_000, "people": 2_000, "places": 1_000, "keywords": 2_000}
_LONG = 500  # any other text
_MOST = 60  # people, places or keywords of one photo

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_SPACES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/rights/": "rights",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "core",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "ext",
    "http://www.metadataworkinggroup.com/schemas/regions/": "regions",
    "http://creativecommons.org/ns#": "cc",
}
# Where each text stands, the best place first: XMP by name, IPTC by number, EXIF by tag.
_CAPTION = ("dc:description", 120, 0x010E)
_HEADLINE = ("photoshop:Headline", 105)
_CREDIT = ("photoshop:Credit", 110)
_CREATOR = ("dc:creator", 80, 0x013B)
_SOURCE = ("photoshop:Source", 115)
_LICENCE = ("rights:UsageTerms", "cc:license")
_NOTICE = ("dc:rights", 116, 0x8298)
_PEOPLE = ("ext:PersonInImage", "regions:Name")
_PLACES = (
    ("core:Location", "ext:Sublocation", 92),
    ("photoshop:City", "ext:City", 90),
    ("photoshop:State", "ext:ProvinceState", 95),
    ("photoshop:Country", "ext:CountryName", 101),
)
_KEYWORDS = ("dc:subject", 25)
_TAKEN = ("photoshop:DateCreated", 55, 0x9003, "xmp:CreateDate")

_EXIF_BLOCK = 0x8769
_MARKED = re.compile(r"\W*(?:©|\(c\)|copyright)", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})[:-]?(\d\d)[:-]?(\d\d)(?!\d)")
_FAULTS = (
    OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError, EOFError, OverflowError,
    MemoryError, RuntimeError, AttributeError, AssertionError, struct.error, zlib.error,
    Image.DecompressionBombError, Image.DecompressionBombWarning,
)  # fmt: skip

_Found = Mapping[str | int, list[str]]


class NoFileTextsError(ValueError):
    """A file is no photo that can be read."""


def read_file_texts(path: Path) -> tuple[FileTexts, tuple[int, int]]:
    """Read what a photo file says of itself, and its size upright; pixels are not decoded.

    Raises:
        NoFileTextsError: It is no photo, or cannot be read.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST_FILE:
            raise NoFileTextsError(f"{path} is no photo file, or too large")
        with Image.open(path, formats=FORMATS) as image:
            exif = _exif(image)
            turned = exif.get("turned")
            texts = {**exif, **_iptc(image), **_xmp(image)}
            width, height = image.size
    except _FAULTS as error:
        raise NoFileTextsError(str(error)) from error
    return _texts(texts), (height, width) if turned else (width, height)


def _texts(found: _Found) -> FileTexts:
    people = _listed(found, _PEOPLE)
    headline = _first(found, _HEADLINE)
    creator, credit = _first(found, _CREATOR), _first(found, _CREDIT)
    named = [creator, credit] if creator.casefold() not in credit.casefold() else [credit]
    texts = {
        "caption": _first(found, _CAPTION) or headline,
        "credit": " / ".join(filter(None, named)),
        "licence": _first(found, _LICENCE) or _notice(_first(found, _NOTICE)),
        "origin": _first(found, _SOURCE),
        "people": "; ".join(people),
        "places": "; ".join(_unique(name for kind in _PLACES for name in _listed(found, kind))),
        "keywords": "; ".join(_unique([headline, *_listed(found, _KEYWORDS)])),
        "taken": _day(found),
    }
    return FileTexts(
        **{name: text[: _LONGEST.get(name, _LONG)].strip() for name, text in texts.items()}
    )


def _notice(text: str) -> str:
    """Return a copyright notice so that it shows as one: who owns a photo is no licence."""
    return f"© {text}" if text and not _MARKED.match(text) else text


def _first(found: _Found, places: Iterable[str | int]) -> str:
    for place in places:
        if values := found.get(place):
            return values[0] if place != "dc:creator" else ", ".join(_unique(values))
    return ""


def _listed(found: _Found, places: Iterable[str | int]) -> list[str]:
    # A semicolon separates names where they are kept.
    return _unique(value.replace(";", ",") for place in places for value in found.get(place, ()))[
        :_MOST
    ]


def _unique(texts: Iterable[str]) -> list[str]:
    """Return texts in order, each once whatever its case."""
    first: dict[str, str] = {}
    for text in texts:
        first.setdefault(text.casefold(), text)
    return [text for key, text in first.items() if key]


def _day(found: _Found) -> str:
    """Return the day a photo was taken as ISO, "" when the file says none that exists."""
    for place in _TAKEN:
        for value in found.get(place, ()):
            if match := _DAY.match(value):
                try:
                    return date(*map(int, match.groups())).isoformat()
                except ValueError:
                    continue
    return ""


def _plain(value: Any) -> str:
    """Return a text in one line, without what cannot be printed."""
    if isinstance(value, bytes):
        value = _decoded(value)
    text = "".join(mark if mark.isprintable() else " " for mark in str(value)[:10_000])
    return " ".join(text.split())


def _decoded(raw: bytes) -> str:
    raw = raw[:20_000].rstrip(b"\x00")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _exif(image: Image.Image) -> dict[Any, list[str]]:
    try:
        exif = image.getexif()
        inner = exif.get_ifd(_EXIF_BLOCK)
    except _FAULTS:
        return {}
    found = {
        tag: [text]
        for tag, value in ((tag, exif.get(tag) or inner.get(tag)) for tag in _tags())
        if isinstance(value, str | bytes) and (text := _plain(_as_bytes(value)))
    }
    return found | ({"turned": ["yes"]} if exif.get(0x0112) in (5, 6, 7, 8) else {})


def _tags() -> Iterable[int]:
    every = (*_CAPTION, *_CREATOR, *_NOTICE, *_TAKEN)
    return (place for place in every if isinstance(place, int) and place > 255)


def _as_bytes(value: str | bytes) -> str | bytes:
    """Undo that Pillow reads EXIF as Latin-1, where most writers put UTF-8."""
    if isinstance(value, bytes):
        return value
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value


def _iptc(image: Image.Image) -> dict[Any, list[str]]:
    try:
        records = IptcImagePlugin.getiptcinfo(image) or {}
    except _FAULTS:
        return {}
    found = {}
    for key, value in records.items():
        if isinstance(key, tuple) and key[0] == 2:
            values = value if isinstance(value, list) else [value]
            texts = [_plain(text) for text in values[:_MOST] if isinstance(text, bytes)]
            found[key[1]] = [text for text in texts if text]
    return found


def _xmp(image: Image.Image) -> dict[Any, list[str]]:
    raw = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    raw = raw.encode("utf-8", "replace") if isinstance(raw, str) else raw
    if not isinstance(raw, bytes) or not 0 < len(raw) <= _LARGEST_XMP:
        return {}
    try:
        root = fromstring(raw.strip(b"\x00 \r\n\t"), forbid_dtd=True)
    except (ParseError, DefusedXmlException, *_FAULTS):
        return {}
    found: dict[Any, list[str]] = {}
    for element in root.iter():
        if name := _short(element.tag):
            found.setdefault(name, []).extend(_values(element))
        for key, value in element.attrib.items():  # the short way to write a plain value
            if (name := _short(key)) and (text := _plain(value)):
                found.setdefault(name, []).append(text)
    return {name: values[:_MOST] for name, values in found.items() if values}


def _short(tag: str) -> str:
    space, _, name = tag.removeprefix("{").rpartition("}")
    return f"{_SPACES[space]}:{name}" if space in _SPACES else ""


def _values(element: Element) -> list[str]:
    """Return what stands in an element: its text, or that of each part of the list in it."""
    parts = element.findall(f"{_RDF}*/{_RDF}li") or [element]
    resource = element.get(f"{_RDF}resource", "")  # a licence is often given as a link
    texts = [resource, *(part.text or "" for part in parts[:_MOST])]
    return [text for text in map(_plain, texts) if text]
