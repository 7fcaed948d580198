"""Bad photos, made on the spot: nothing of this is stored, and nothing here is read from a file."""

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from PIL import Image

HOSTILE_TEXT = "<img src=x onerror=alert(1)><b>bold</b> \x1b[31mred\x1b[0m \u202egpj.exe & \"'>"
SIZE = (96, 64)


@dataclass(frozen=True, slots=True)
class Photo:
    """A file as somebody could send it.

    Attributes:
        name: Its name, suffix included.
        content: Its bytes.
        told: Words of the sentence why it is left out; empty for one that can be used.
    """

    name: str
    content: bytes
    told: str = ""


def pixels(size: tuple[int, int] = SIZE, mode: str = "RGB", seed: int = 0) -> Image.Image:
    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (6, 8, 3), np.uint8)
    return Image.fromarray(small).resize(size, Image.Resampling.BICUBIC).convert(mode)


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def photos() -> Iterator[Photo]:
    """Yield the whole corpus; the names say what is wrong."""
    yield from _odd_but_good()
    yield from _something_else()
    yield from _damaged()
    yield from _bombs()


def _odd_but_good() -> Iterator[Photo]:
    yield Photo("plain.jpg", saved(pixels(), "JPEG"))
    yield Photo("cmyk.jpg", saved(pixels(mode="CMYK"), "JPEG"))
    yield Photo("png-inside.jpg", saved(pixels(), "PNG"))
    yield Photo("jpeg-inside.png", saved(pixels(), "JPEG"))
    grey = np.linspace(0, 65535, 96 * 64).reshape(64, 96)
    yield Photo("sixteen-bits.png", saved(Image.fromarray(grey.astype(np.uint16)), "PNG"))
    yield Photo("sixteen-bits.tif", saved(Image.fromarray(grey.astype(np.uint16)), "TIFF"))
    yield Photo("float.tif", saved(Image.fromarray(grey.astype(np.float32)), "TIFF"))
    for mode in ("1", "L", "P", "LA", "RGBA"):
        yield Photo(f"mode-{mode}.png", saved(pixels(mode=mode), "PNG"))
    yield Photo("animated.gif", gif_of_many(10_000))
    frames = [pixels(seed=seed) for seed in range(5)]
    for suffix, format in (("webp", "WEBP"), ("png", "PNG"), ("tif", "TIFF")):
        yield Photo(
            f"animated.{suffix}", saved(frames[0], format, save_all=True, append_images=frames[1:])
        )
    many = saved(frames[0], "MPO", save_all=True, append_images=frames[1:])
    yield Photo("several-pictures.jpg", many)
    for value in (*range(1, 9), 0, 9, 65_535, "six", (6, 6), b"\x06\x00\x06", 6.5):
        yield Photo(f"turned-{value!r}.jpg".replace("/", ""), turned(value))
    yield Photo(
        "broken-exif.jpg", saved(pixels(), "JPEG", exif=b"Exif\x00\x00II*\x00\xff\xff\xff\x7f")
    )
    noise = np.random.default_rng(0).bytes(3_000_000)
    yield Photo("huge-profile.jpg", saved(pixels(), "JPEG", icc_profile=noise))
    yield Photo("texts.jpg", with_texts(HOSTILE_TEXT))
    yield Photo("thin.png", saved(Image.new("L", (60_000, 1)), "PNG"))
    yield Photo("dot.png", saved(Image.new("RGB", (1, 1)), "PNG"))


def _something_else() -> Iterator[Photo]:
    no_photo = "the content is no photo"
    yield Photo("nothing.jpg", b"", "is empty")
    card = b"SIMPLE  =                    T".ljust(80) + b"BITPIX  =                    8".ljust(80)
    yield Photo("fits.jpg", card.ljust(2_880) + bytes(2_880), no_photo)
    yield Photo("eps.jpg", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n", no_photo)
    yield Photo("pdf.jpg", b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF", no_photo)
    svg = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>'
    yield Photo("svg.jpg", svg.encode(), no_photo)
    yield Photo("page.jpg", b"<html><script>alert(1)</script></html>", no_photo)
    yield Photo("archive.png", b"PK\x05\x06" + bytes(18), no_photo)
    for format in ("ICO", "TGA", "PPM", "PCX", "JPEG2000", "DDS"):
        yield Photo(f"{format.lower()}.jpg", saved(pixels(), format), no_photo)
    yield Photo("noise.jpg", random.Random(1).randbytes(5_000), no_photo)


def _damaged() -> Iterator[Photo]:
    no_photo = "the content is no photo"
    good = saved(pixels((400, 300)), "JPEG")
    yield Photo("truncated.jpg", good[: len(good) // 2], "is damaged")
    yield Photo("header-only.jpg", good[:300], "is damaged")
    png = saved(pixels(), "PNG")
    yield Photo("truncated.png", png[: len(png) // 2], "is damaged")
    yield Photo("wrong-sums.png", png[:60] + b"\xff" * 8 + png[68:], "is damaged")
    yield Photo("no-size.png", png_of(chunk(b"IHDR", struct.pack(">IIBBBBB", 0, 0, 8, 2, 0, 0, 0))),
                no_photo)  # fmt: skip
    tiff = bytearray(saved(pixels(), "TIFF"))
    yield Photo("lost-directory.tif", bytes(tiff[:4]) + b"\xf0\xff\xff\x7f" + bytes(tiff[8:]),
                no_photo)  # fmt: skip
    yield Photo("lost-strips.tif", tag_of(bytes(tiff), 273, 0x7FFF_FFF0), "is damaged")
    yield Photo("endless-tag.tif", tag_of(bytes(tiff), 273, 8, count=0x7FFF_FFFF), no_photo)
    # A directory without a tag, which says that the next one is itself.
    loop = bytes(tiff[:4]) + struct.pack("<IHI", 8, 0, 8) + bytes(tiff)
    yield Photo("loop.tif", loop, no_photo)
    webp = saved(pixels(), "WEBP")
    yield Photo("truncated.webp", webp[: len(webp) // 2], "is damaged")


def _bombs() -> Iterator[Photo]:
    large = "more than 89 million pixels"
    for name, side in (("bomb.png", 20_000), ("warned-of.png", 10_000)):
        header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0))
        rows = chunk(b"IDAT", zlib.compress(bytes(side * (1 + side // 8)), 9))
        yield Photo(name, png_of(header, rows), large)
    yield Photo("bomb.jpg", jpeg_of(65_535, 65_535), large)
    canvas = struct.pack("<HH", 65_535, 65_535)
    yield Photo("bomb.gif", b"GIF89a" + canvas + gif_of_many(1)[10:], large)
    yield Photo("bomb.webp", webp_of(16_383, 16_383), large)
    yield Photo("bomb.bmp", bmp_of(60_000, 60_000), large)
    wide = tag_of(saved(pixels(), "TIFF"), 256, 90_000)
    yield Photo("bomb.tif", tag_of(wide, 257, 90_000), large)
    zeros = zlib.compress(bytes(100_000_000), 9)
    body = png_body()
    texts = "texts in the file"
    yield Photo("ztxt-bomb.png", png_of(chunk(b"zTXt", b"a\x00\x00" + zeros), *body), texts)
    yield Photo(
        "itxt-bomb.png", png_of(chunk(b"iTXt", b"a\x00\x01\x00\x00\x00" + zeros), *body), texts
    )
    yield Photo("iccp-bomb.png", png_of(chunk(b"iCCP", b"a\x00\x00" + zeros), *body), texts)
    some = chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(1_000_000), 9))
    yield Photo("many-texts.png", png_of(*[some] * 100, *body), texts)
    yield Photo("many-scans.jpg", jpeg_of_many_scans(2_000), "drawn over more than 200 times")


# Parts ------------------------------------------------------------------------------------


def chunk(kind: bytes, content: bytes) -> bytes:
    return (struct.pack(">I", len(content)) + kind + content
            + struct.pack(">I", zlib.crc32(kind + content)))  # fmt: skip


def png_of(*chunks: bytes) -> bytes:
    """A PNG file: header first, unless the first chunk is one."""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0))
    first = () if chunks[0][4:8] == b"IHDR" else (header,)
    return b"\x89PNG\r\n\x1a\n" + b"".join((*first, *chunks)) + chunk(b"IEND", b"")


def png_body() -> tuple[bytes]:
    return (chunk(b"IDAT", zlib.compress(bytes(8 * (1 + 3 * 8)))),)


def gif_of_many(count: int) -> bytes:
    one = saved(Image.new("P", (2, 2)), "GIF")
    at = one.index(b"\x2c")
    return one[:at] + one[at:-1] * count + b"\x3b"


def turned(value: object) -> bytes:
    """A photo whose EXIF says how it was held, in whatever words."""
    kinds: dict[type, tuple[int, Callable[[object], bytes]]] = {
        int: (3, lambda v: struct.pack("<HH", v, 0)),
        str: (2, lambda v: v.encode()[:3] + b"\x00"),
        tuple: (3, lambda v: struct.pack("<HH", *v)),
        bytes: (7, lambda v: v.ljust(4, b"\x00")),
        float: (11, lambda v: struct.pack("<f", v)),
    }
    kind, pack = kinds[type(value)]
    count = {tuple: 2, str: 4, bytes: 3}.get(type(value), 1)
    body = struct.pack("<HHHI", 1, 0x0112, kind, count) + pack(value) + bytes(4)
    return saved(pixels(), "JPEG", exif=b"Exif\x00\x00II*\x00\x08\x00\x00\x00" + body)


def with_texts(text: str) -> bytes:
    """A photo that says the text everywhere a photo can say something, with a place as well."""
    exif = Image.Exif()
    for tag in (0x010E, 0x013B, 0x8298, 0x0131, 0x9C9B):
        exif[tag] = text.encode("utf-16-le") if tag == 0x9C9B else text
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 20.0, 0.0), 3: "E", 4: (12.0, 22.0, 0.0)})
    plain = "".join(mark for mark in text if mark.isprintable()).replace("&", "&amp;")
    plain = plain.replace("<", "&lt;").replace('"', "&quot;")
    xmp = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
        f'exif:GPSLatitude="51,20.0N" dc:title="{plain}"><dc:description><rdf:Alt>'
        f'<rdf:li xml:lang="x-default">{plain}</rdf:li></rdf:Alt></dc:description>'
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    return saved(pixels(), "JPEG", exif=exif, xmp=xmp.encode(), comment=text)


def jpeg_of(width: int, height: int) -> bytes:
    good = saved(pixels(), "JPEG")
    at = good.index(b"\xff\xc0") + 5
    return good[:at] + struct.pack(">HH", height, width) + good[at + 4 :]


def jpeg_of_many_scans(count: int) -> bytes:
    good = saved(pixels((1_000, 1_000)), "JPEG", progressive=True)
    at = good.rindex(b"\xff\xda")
    return good[:at] + good[at:-2] * count + good[-2:]


def webp_of(width: int, height: int) -> bytes:
    """An animation of one small frame on a large canvas."""
    frame = saved(pixels((8, 8)), "WEBP")[12:]
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    where = bytes(6) + (7).to_bytes(3, "little") * 2 + bytes(4)
    parts = (b"VP8X", b"\x02" + bytes(3) + size), (b"ANIM", bytes(6)), (b"ANMF", where + frame)
    body = b"".join(name + struct.pack("<I", len(part)) + part for name, part in parts)
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def bmp_of(width: int, height: int) -> bytes:
    good = saved(pixels(), "BMP")
    return good[:18] + struct.pack("<ii", width, height) + good[26:]


def tag_of(tiff: bytes, tag: int, value: int, *, count: int = 1) -> bytes:
    """Return a little-endian TIFF file whose tag says something else."""
    directory = struct.unpack_from("<I", tiff, 4)[0]
    made = bytearray(tiff)
    for number in range(struct.unpack_from("<H", tiff, directory)[0]):
        at = directory + 2 + 12 * number
        if struct.unpack_from("<H", tiff, at)[0] == tag:
            struct.pack_into("<HHII", made, at, tag, 4, count, value)
    return bytes(made)
