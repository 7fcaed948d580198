"""Changes to valid files, as damage and malice make them; the same seed gives the same change."""

import random
import struct
import zlib
from collections.abc import Callable

_BYTES = (b"\x00", b"\xff", b"\x7f", b"\x80", b"\n", b"\r", b'"', b",", b"<", b"&", b"\\", b"\x1b")
_NUMBERS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF, 0x8000_0000)
_TEXTS = (
    "\x00", "\ud83d", "\ufffe", "\u202e", "\u2028", "\x85", "\x1b[2J", "=cmd|' /C calc'!A0",
    "../../x",
    "C:\\x", "nul", "file:///etc/passwd", "NaN", "Infinity", "-1", "1e400", "9" * 5_000, "0x",
    "true", "null", "[[" * 300, '{"a":' * 300, "<a>" * 300, "&#xD800;", "&#1114112;", "&e;",
    "<!ENTITY e SYSTEM 'file:///etc/passwd'>", "]]>", "<![CDATA[", "'''", '"""', '""', "\t\t", ";;",
    "{{", "{%", "{{ x.__class__ }}", "~ title", "|tojson" * 30, "|replace('x', title)",
    "{% for t in title %}" * 8, "{% endfor %}" * 8, "{% set title = title ~ title %}" * 40,
    "'" + "x" * 20_000 + "'", "<!--" * 5_000, "&lt;!--" * 5_000, "ä" * 100,
    "x" * 20_000, "\ufeff", "\r\n\r\n", " ",
)  # fmt: skip

_CHUNKS = (b"IHDR", b"IDAT", b"PLTE", b"tRNS", b"iCCP", b"zTXt", b"iTXt", b"eXIf", b"acTL",
           b"fcTL", b"fdAT", b"pHYs", b"sRGB", b"cHRM", b"tEXt")  # fmt: skip

Change = Callable[[random.Random, bytes], bytes]


def _flip(rng: random.Random, raw: bytes) -> bytes:
    made = bytearray(raw)
    for _ in range(rng.choice((1, 1, 2, 8))):
        made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
    return bytes(made)


def _set(rng: random.Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + rng.choice(_BYTES) + raw[at + 1 :]


def _insert(rng: random.Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + rng.choice((*_BYTES, rng.randbytes(rng.randrange(1, 40)))) + raw[at:]


def _insert_text(rng: random.Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + rng.choice(_TEXTS).encode("utf-8", "surrogatepass") + raw[at:]


def _delete(rng: random.Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + raw[at + rng.choice((1, 1, 4, 30, 300)) :]


def _cut(rng: random.Random, raw: bytes) -> bytes:
    return raw[: rng.randrange(len(raw))]


def _repeat(rng: random.Random, raw: bytes) -> bytes:
    at = rng.randrange(len(raw))
    part = raw[at : at + rng.choice((1, 4, 50, 500))]
    return raw[:at] + part * rng.choice((2, 3, 20)) + raw[at:]


def _swap(rng: random.Random, raw: bytes) -> bytes:
    a, b = sorted(rng.randrange(len(raw)) for _ in range(2))
    size = rng.randrange(1, 60)
    return raw[:a] + raw[b : b + size] + raw[a:b] + raw[a : a + size] + raw[b + size :]


def number(rng: random.Random, raw: bytes) -> bytes:
    """Write an edge of a whole number's range where a size or an offset may stand."""
    size, form = rng.choice(((2, "H"), (4, "I")))
    if len(raw) < size:
        return raw
    at = rng.randrange(len(raw) - size + 1)
    value = rng.choice(_NUMBERS) & (1 << 8 * size) - 1
    return raw[:at] + struct.pack(rng.choice("<>") + form, value) + raw[at + size :]


def _join(rng: random.Random, raw: bytes) -> bytes:
    a, b = rng.randrange(len(raw)), rng.randrange(len(raw))
    return raw[:a] + raw[b:]


def _encode(rng: random.Random, raw: bytes) -> bytes:
    """Read a text as one encoding and write it as another."""
    text = raw.decode(rng.choice(("utf-8", "latin-1")), "replace")
    form = rng.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "utf-8-sig", "cp500")
    )
    return text.encode(form, "replace")


PLAIN: tuple[Change, ...] = (
    _flip, _set, _insert, _insert_text, _delete, _cut, _repeat, _swap, number, _join, _encode,
)  # fmt: skip


def mutated(rng: random.Random, raw: bytes, *shapes: Change) -> bytes:
    """Return a sample with one to four changes; ``shapes`` know its format and are half of them."""
    for _ in range(rng.choice((1, 1, 2, 2, 3, 4))):
        change = rng.choice(shapes if shapes and rng.random() < 0.5 else PLAIN)
        raw = change(rng, raw) if raw else b"x"
    return raw


# Changes that keep a format's frame whole, so that what is inside is read ------------------


def png_chunk(rng: random.Random, raw: bytes) -> bytes:
    """Change, repeat or drop a chunk of a PNG file, and make its sum right again."""
    chunks, at = [], 8
    while at + 12 <= len(raw) and raw[:4] == b"\x89PNG":
        size = int.from_bytes(raw[at : at + 4], "big")
        if size > len(raw):
            break
        chunks.append((raw[at + 4 : at + 8], raw[at + 8 : at + 8 + size]))
        at += 12 + size
    if not chunks:
        return _flip(rng, raw)
    place = rng.randrange(len(chunks))
    kind, content = chunks[place]
    if rng.random() < 0.3:
        kind = rng.choice(_CHUNKS)
    content = rng.choice(PLAIN)(rng, content) if content else rng.randbytes(9)
    chunks[place : place + rng.choice((0, 1, 1, 1))] = [(kind, content)]
    framed = (len(c).to_bytes(4, "big") + k + c + zlib.crc32(k + c).to_bytes(4, "big")
              for k, c in chunks)  # fmt: skip
    return raw[:8] + b"".join(framed)


def jpeg_segment(rng: random.Random, raw: bytes) -> bytes:
    """Change the body of a JPEG segment, its length made right again."""
    places, at = [], 2
    while at + 4 <= len(raw) and raw[at] == 0xFF and raw[at + 1] != 0xDA:
        size = int.from_bytes(raw[at + 2 : at + 4], "big")
        places.append((at, size))
        at += 2 + size
    if not places:
        return _flip(rng, raw)
    at, size = rng.choice(places)
    body = raw[at + 4 : at + 2 + size]
    body = (rng.choice(PLAIN)(rng, body) if body else b"x")[:65_000]
    head = raw[at : at + 2] + (len(body) + 2).to_bytes(2, "big")
    return raw[:at] + head + body + raw[at + 2 + size :]


def tiff_tag(rng: random.Random, raw: bytes) -> bytes:
    """Change kind, count or value of one tag of the first directory, of a file or of EXIF."""
    start = raw.find(b"II*\x00")
    if start < 0 or start + 8 > len(raw):
        return number(rng, raw)
    base = start + int.from_bytes(raw[start + 4 : start + 8], "little")
    count = int.from_bytes(raw[base : base + 2], "little")
    if not 0 < count < 100 or base + 2 + 12 * count > len(raw):
        return number(rng, raw)
    at = base + 2 + 12 * rng.randrange(count)
    field, size = rng.choice(((0, 2), (2, 2), (4, 4), (8, 4)))
    value = rng.choice((*_NUMBERS, rng.randrange(300), len(raw))) & (1 << 8 * size) - 1
    return raw[: at + field] + value.to_bytes(size, "little") + raw[at + field + size :]


def line(rng: random.Random, raw: bytes) -> bytes:
    """Repeat, drop, move or change a line of a text."""
    lines = raw.split(b"\n")
    place = rng.randrange(len(lines))
    act = rng.randrange(4)
    if act == 0:
        lines.insert(place, rng.choice(lines))
    elif act == 1:
        del lines[place]
    elif act == 2:
        rng.shuffle(lines)
    else:
        lines[place] = rng.choice(PLAIN)(rng, lines[place]) if lines[place] else b"x"
    return b"\n".join(lines)


def value(rng: random.Random, raw: bytes) -> bytes:
    """Put something odd in place of a number or of what stands in quotes."""
    import re

    found = list(re.finditer(rb'"[^"\n]*"|\b\d+(?:\.\d+)?\b|\btrue\b|\bfalse\b|\bnull\b', raw))
    if not found:
        return _insert_text(rng, raw)
    part = rng.choice(found)
    text = rng.choice(_TEXTS).encode("utf-8", "surrogatepass")
    quoted = b'"' + text + b'"' if rng.random() < 0.5 else text
    return raw[: part.start()] + quoted + raw[part.end() :]


def tag(rng: random.Random, raw: bytes) -> bytes:
    """Repeat, nest, open or drop a tag of XML or HTML."""
    import re

    found = list(re.finditer(rb"<[^<>]*>", raw))
    if not found:
        return _insert_text(rng, raw)
    a, b = rng.choice(found), rng.choice(found)
    act = rng.randrange(4)
    if act == 0:
        return raw[: a.start()] + raw[a.end() :]
    if act == 1:
        return raw[: a.start()] + a[0] * rng.choice((2, 50, 2_000)) + raw[a.end() :]
    if act == 2:
        return raw[: a.start()] + b[0] + raw[a.end() :]
    return (
        raw[: a.end() - 1]
        + b" x"
        + rng.choice(_TEXTS).encode("utf-8", "replace")
        + raw[a.end() - 1 :]
    )


def keys_and_values(rng: random.Random, raw: bytes) -> bytes:
    """Change the type or value of one place in a JSON text, at any depth."""
    import json

    try:
        whole = json.loads(raw)
    except ValueError:
        return value(rng, raw)
    node, path = whole, []
    while isinstance(node, dict | list) and node and (not path or rng.random() < 0.7):
        key = rng.choice(list(node)) if isinstance(node, dict) else rng.randrange(len(node))
        path.append((node, key))
        node = node[key]
    odd = (None, True, -1, 0, 50_000, 10**9, 10**20, 1e308, float("nan"), "", "x" * 300, [], {},
           [1], {"a": 1}, "../../x", *_TEXTS[:8])  # fmt: skip
    if path:
        parent, key = path[-1]
        if rng.random() < 0.2:
            del parent[key]
        else:
            parent[key] = rng.choice(odd)
    return json.dumps(whole).encode("utf-8", "replace")
