"""Saved RSS and Atom files."""

from collections.abc import Iterator
from pathlib import Path

import feedparser

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Article, Domain


def read_feed(
    path: Path, raw: bytes, *, domain: str = "", lang: str = ""
) -> Iterator[tuple[int, Article]]:
    """Yield (number, article) of a saved feed; bodies keep their HTML.

    Only bytes are handed to feedparser: a text that looks like an address would be fetched.

    Raises:
        NewsMatchError: The file is no feed, or has no entry with an id and a title.
    """
    feed = feedparser.parse(raw)
    if not feed.entries:
        raise NewsMatchError(f"{path.name} holds no RSS or Atom entries; save the feed again")
    default = (feed.feed.get("language") or "en").split("-")[0].lower()
    chosen = Domain(domain) if domain else Domain.RT if default == "de" else Domain.RSS
    for number, post in enumerate(feed.entries, 1):
        article_id = post.get("id") or post.get("link") or ""
        title = post.get("title", "")
        contents = post.get("content") or [{"value": post.get("summary", "")}]
        if article_id and title:
            yield (
                number,
                Article(
                    id=article_id,
                    title=title,
                    text=contents[0].get("value", ""),
                    domain=chosen,
                    lang=lang or default,
                    url=post.get("link", ""),
                    published=post.get("published", post.get("updated", "")),
                ),
            )
