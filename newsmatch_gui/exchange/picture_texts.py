"""Credit, licence and caption inside a JPEG file: as EXIF, as IPTC and as XMP, the same in each.

Readers differ in which of the three they look at. The fields are those that the Metadata Working
Group's "Guidelines for Handling Image Metadata" 2.0 (2010) makes the same in all of them; the
alternative text has a place in XMP only (IPTC Photo Metadata Standard 2021.1).
"""

import re
import struct
from xml.etree import ElementTree

from PIL.Image import Exif

from newsmatch_gui.domain.handing_over import PictureField, Texts

# A JPEG segment holds 65,533 bytes; a caption of this many characters fits thrice, escaped too.
_LONGEST_CAPTION = 2_000
_LONGEST = 500
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]+")

_ARTIST, _COPYRIGHT, _DESCRIPTION = 0x013B, 0x8298, 0x010E

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_RIGHTS = "http://ns.adobe.com/xap/1.0/rights/"
_IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_META = "adobe:ns:meta/"
for _prefix, _space in (
    ("rdf", _RDF), ("dc", _DC), ("photoshop", _PHOTOSHOP), ("xmpRights", _RIGHTS),
    ("Iptc4xmpCore", _IPTC_CORE), ("x", _META),
):  # fmt: skip
    ElementTree.register_namespace(_prefix, _space)
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_IPTC_BY_LINE, _IPTC_CREDIT, _IPTC_COPYRIGHT, _IPTC_CAPTION = 80, 110, 116, 120
_UTF8 = b"\x1b%G"  # how IPTC says that its texts are UTF-8


def writable(texts: Texts) -> dict[PictureField, str]:
    """Return the texts in one line each, without what no format can hold, cut to what fits."""
    return {
        field: " ".join(_UNPRINTABLE.sub(" ", text).split())[
            : _LONGEST_CAPTION if field is PictureField.CAPTION else _LONGEST
        ]
        for field, text in texts.items()
    }


def notice(texts: Texts) -> str:
    """Return who must be named and what is allowed, in one line."""
    return ". ".join(filter(None, (texts[PictureField.CREDIT], texts[PictureField.LICENCE])))


def as_exif(texts: Texts) -> Exif:
    """Return an EXIF block that holds the texts and nothing else; they must be ``writable``."""
    exif = Exif()
    for tag, text in (
        (_ARTIST, texts[PictureField.CREDIT]), (_COPYRIGHT, notice(texts)),
        (_DESCRIPTION, texts[PictureField.CAPTION]),
    ):  # fmt: skip
        if text:
            # EXIF says ASCII; every reader takes UTF-8, and Pillow would write "?" for an umlaut.
            exif[tag] = text.encode("utf-8")
    return exif


def as_xmp(texts: Texts) -> bytes:
    """Return an XMP packet that holds the texts and nothing else; they must be ``writable``."""
    credit, licence = texts[PictureField.CREDIT], texts[PictureField.LICENCE]
    meta = ElementTree.Element(f"{{{_META}}}xmpmeta")
    about = ElementTree.SubElement(
        ElementTree.SubElement(meta, f"{{{_RDF}}}RDF"), f"{{{_RDF}}}Description",
        {f"{{{_RDF}}}about": ""},
    )  # fmt: skip
    _list(about, f"{{{_DC}}}creator", "Seq", credit)
    _list(about, f"{{{_DC}}}rights", "Alt", notice(texts))
    _list(about, f"{{{_DC}}}description", "Alt", texts[PictureField.CAPTION])
    _list(about, f"{{{_RIGHTS}}}UsageTerms", "Alt", licence)
    _list(about, f"{{{_IPTC_CORE}}}AltTextAccessibility", "Alt", texts.get(PictureField.ALT, ""))
    if credit:
        ElementTree.SubElement(about, f"{{{_PHOTOSHOP}}}Credit").text = credit
    if re.match("https?://", licence) and " " not in licence:
        ElementTree.SubElement(about, f"{{{_RIGHTS}}}WebStatement").text = licence
    return (
        b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        + ElementTree.tostring(meta, "utf-8")
        + b'<?xpacket end="r"?>'
    )


def _list(about: ElementTree.Element, name: str, kind: str, text: str) -> None:
    """Add a text the way XMP wants it: in a list, or as the text in the default language."""
    if text:
        inner = ElementTree.SubElement(ElementTree.SubElement(about, name), f"{{{_RDF}}}{kind}")
        attributes = {_LANG: "x-default"} if kind == "Alt" else {}
        ElementTree.SubElement(inner, f"{{{_RDF}}}li", attributes).text = text


def as_iptc_segment(texts: Texts) -> bytes:
    """Return a JPEG segment APP13 with the texts as IPTC; they must be ``writable``.

    Texts may be longer than IPTC-IIM of 1999 says: readers take them, and half a credit is none.
    """
    records = _record(1, 90, _UTF8) + _record(2, 0, struct.pack(">H", 4))
    for number, text in (
        (_IPTC_BY_LINE, texts[PictureField.CREDIT]), (_IPTC_CREDIT, texts[PictureField.CREDIT]),
        (_IPTC_COPYRIGHT, notice(texts)), (_IPTC_CAPTION, texts[PictureField.CAPTION]),
    ):  # fmt: skip
        if text:
            records += _record(2, number, text.encode("utf-8"))
    block = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(records)) + records
    block += b"\x00" * (len(records) % 2)
    body = b"Photoshop 3.0\x00" + block
    return b"\xff\xed" + struct.pack(">H", len(body) + 2) + body


def _record(record: int, number: int, content: bytes) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(content)) + content
