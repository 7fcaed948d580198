"""A study as one HTML file: pictures and charts inside it, nothing linked, no script.

Whoever opens it may trust it less than we do, so its policy forbids everything but the pictures
and the one style sheet it carries, which is named by its hash (Content Security Policy Level 3).
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from PIL import Image

from newsmatch_gui.domain.word_changes import WordChange
from newsmatch_gui.exchange.svg_charts import HEIGHT, WIDTH, Chart
from newsmatch_gui.resources import resource_path

THUMBNAIL = 160
_QUALITY = 72
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
# HTML has no way to write these, and half a character cannot be stored.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what stands under it; no ``uri`` when it cannot be read."""

    uri: str
    about: str
    note: str
    credit: str = ""
    is_true: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One article with pictures.

    Attributes:
        title: Its headline, or how it begins.
        lang: Its language code.
        facts: Short facts about it.
        read: What the model read, part by part.
        pictures: Rows of pictures, each with a name.
        words: Of two readings, the words that differ beside those that don't; else none.
    """

    title: str
    lang: str
    facts: tuple[str, ...]
    pictures: tuple[tuple[str, tuple[Picture, ...]], ...]
    read: tuple[str, ...] = ()
    words: tuple[WordChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Cases:
    """Articles under one heading, with how they were chosen."""

    title: str
    about: str
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, the names of its columns, and rows that each start with a name."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; empty parts of it are left out."""

    title: str
    about: str = ""
    warnings: tuple[str, ...] = ()
    grids: tuple[Grid, ...] = ()
    charts: tuple[Chart, ...] = ()
    pictures: tuple[Picture, ...] = ()
    cases: tuple[Cases, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a report says.

    Attributes:
        title: Its heading.
        facts: What was measured, by what, and when.
        sections: Its parts.
        colophon: How it was made.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    colophon: str


def render_study(report: Report) -> str:
    """Render a report as one HTML file; every text in it is escaped."""
    folder = resource_path("report")
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, finalize=_writable,
    )  # fmt: skip
    style, digest = style_sheet("study.css")
    return environment.get_template("study.html").render(
        report=report, style=style, digest=digest, width=WIDTH, height=HEIGHT,
        language=_language,
    )  # fmt: skip


def style_sheet(name: str) -> tuple[Markup, str]:
    """Return a style sheet of the reports, and the hash by which a policy names it."""
    # As a browser will hash it: a carriage return becomes a line feed when a page is parsed.
    style = (resource_path("report") / name).read_text(encoding="utf-8").replace("\r\n", "\n")
    return Markup(style), b64encode(sha256(style.encode()).digest()).decode("ascii")


def jpeg_uri(width: int, height: int, rows: bytes) -> str:
    """Return a small picture as a data URI, without any metadata of the photo it was made of.

    Args:
        width: In pixels.
        height: In pixels.
        rows: RGB, row after row.
    """
    buffer = BytesIO()
    Image.frombytes("RGB", (width, height), rows).save(buffer, "JPEG", quality=_QUALITY)
    return "data:image/jpeg;base64," + b64encode(buffer.getvalue()).decode("ascii")


def _writable(value: object) -> object:
    return _UNWRITABLE.sub("\ufffd", value) if type(value) is str else value


def _language(code: str) -> str:
    """Return a language code that may stand in ``lang``, empty for anything else."""
    return code if _LANGUAGE.fullmatch(code) else ""
