"""Saved RSS and Atom files."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax import SAXParseException

import feedparser

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Article, Domain, RowProblem

_CHARACTER = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,16})|([0-9]{1,16}));")
_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|RDF)\s*>")
_POST_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>")
_LAST_CHARACTER = 0x10FFFF
_LARGEST = 50_000_000  # bytes
_MOST_TAGS = 1_000_000  # each takes 20 microseconds and a kilobyte
_UTF8 = "application/xml; charset=utf-8"

Post = tuple[int, Article] | RowProblem


def read_feed(
    path: Path, raw: bytes, *, domain: str = "", lang: str = ""
) -> tuple[list[Post], tuple[RowProblem, ...]]:
    """Return (number, article) or the problem of each post, and what is wrong with the file.

    Bodies keep their HTML. Only bytes are handed to feedparser: a text that looks like an address
    would be fetched.

    Raises:
        NewsMatchError: The file is no feed, or a larger one than any feed is.
    """
    if len(raw) > _LARGEST or raw.count(b"<") > _MOST_TAGS:
        raise NewsMatchError(
            f"{path.name} is larger than any feed ({len(raw) / 1e6:,.0f} MB); split it, or give a "
            "table"
        )
    feed = _parsed(path, raw)
    if not feed.entries:
        raise NewsMatchError(f"{path.name} holds no RSS or Atom entries; save the feed again")
    default = _said(feed.feed, "language").split("-")[0].lower()
    chosen = Domain(domain) if domain else Domain.RT if default == "de" else Domain.RSS
    posts = [
        _post(path.name, number, post, chosen, lang or default)
        for number, post in enumerate(feed.entries, 1)
    ]
    if not isinstance(feed.get("bozo_exception"), SAXParseException):
        return posts, ()
    return _damaged(path.name, raw, posts, feed.bozo_exception)


def _parsed(path: Path, raw: bytes) -> feedparser.FeedParserDict:
    told = {}
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        # Without a declaration beside the mark, feedparser would not see what the mark says.
        raw, told = raw.decode("utf-16", "replace").encode(), {"content-type": _UTF8}
    try:
        # Its cleaning of markup takes time that grows with the square of what is damaged, and what
        # is read here becomes plain text anyhow.
        return feedparser.parse(
            _CHARACTER.sub(_possible, raw), response_headers=told, sanitize_html=False,
            resolve_relative_uris=False,
        )  # fmt: skip
    except (ValueError, LookupError, OverflowError, AssertionError) as error:
        # What its parser for damaged feeds raises where a feed is beyond it.
        raise NewsMatchError(
            f"{path.name} cannot be read as a feed ({error}); save the feed again"
        ) from error


def _possible(reference: re.Match[bytes]) -> bytes:
    """Replace a reference to a character that cannot exist, which stops feedparser."""
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    exists = code <= _LAST_CHARACTER and not 0xD800 <= code <= 0xDFFF
    return reference[0] if exists else b"&#xFFFD;"


def _post(source: str, number: int, post: Mapping[str, Any], domain: Domain, lang: str) -> Post:
    article_id = _said(post, "id") or _said(post, "link")
    title = _said(post, "title")
    if not article_id:
        return RowProblem(source, number, "it has neither an id nor a link", "give it a guid")
    contents = post.get("content") or [{"value": _said(post, "summary")}]
    text = _said(contents[0], "value")
    if not (title.strip() or text.strip()):
        reason = f"{article_id} has no title and no text"
        return RowProblem(source, number, reason, "give it a title")
    return (
        number,
        Article(
            id=article_id,
            title=title,
            text=text,
            domain=domain,
            lang=lang,
            url=_said(post, "link"),
            published=_said(post, "published") or _said(post, "updated"),
            tags=";".join(filter(None, (_said(tag, "term") for tag in post.get("tags") or ()))),
        ),
    )


def _said(part: Mapping[str, Any], name: str) -> str:
    """Return a text; of empty and nested elements feedparser makes None and worse."""
    value = part.get(name)
    return value if isinstance(value, str) else ""


def _damaged(
    source: str, raw: bytes, posts: list[Post], fault: SAXParseException
) -> tuple[list[Post], tuple[RowProblem, ...]]:
    mend = "save the feed again if articles are missing"
    plain = raw.replace(b"\x00", b"")  # UTF-16 reads like ASCII without them
    if _END.search(plain):
        reason = f"the feed is damaged ({fault.getMessage()}), and was read as far as possible"
        return posts, (RowProblem(source, 0, reason, mend),)
    if len(_POST_END.findall(plain)) < len(posts):
        # Half an article would stand in the way of the whole one later.
        reason = "the file ends in the middle of this article"
        posts[-1] = RowProblem(source, len(posts), reason, "save the feed again")
    return posts, (RowProblem(source, 0, "the feed ends early", mend),)
