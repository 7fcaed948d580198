"""A story as somebody has it at hand: a text, or the HTML of a page; nothing is ever fetched."""

import re
from html.parser import HTMLParser

from newsmatch_gui.domain.records import Article

LONGEST = 2_000_000  # characters that are read
_LONGEST_TITLE = 300
_LONGEST_TEXT = 200_000

_DEEPEST = 50

_BLOCKS = frozenset("p h1 h2 h3 h4 li blockquote pre td div section".split())
_TITLES = frozenset({"h1", "title"})
_READ = frozenset({"p", "li", "blockquote", "pre", "h2", "h3", "h4"})
_STORY = frozenset({"article", "main"})
# What stands around a story on its page, and what is not text at all.
_AROUND = frozenset(
    "nav header footer aside form button select figure iframe svg template noscript dialog "
    "menu".split()
)
_UNSEEN = (
    (re.compile("<!--"), re.compile("-->")),
    (re.compile(r"<script\b", re.IGNORECASE), re.compile(r"</script[^<>]*>?", re.IGNORECASE)),
    (re.compile(r"<style\b", re.IGNORECASE), re.compile(r"</style[^<>]*>?", re.IGNORECASE)),
)
_DECLARATION = re.compile(r"<[!?][^<>]*>")
_STRAY = re.compile(r"<(?=[^<>]*(?:<|\Z))")
# A number that no character has; Python reads no whole number of 5,000 digits.
_HUGE_REFERENCE = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")
_MARKS = re.compile(r"<(?:!doctype|html|head|body|p|div|article|h1|meta)\b", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FRONT_TITLE = re.compile(r"^title:\s*(.+)$", re.MULTILINE)


def story_of(text: str) -> Article:
    """Return a text, or the HTML of a page, as an article without an id.

    Args:
        text: Plain text or Markdown with the headline in its first line, or HTML.
    """
    text = text[:LONGEST]
    return _of_html(text) if _MARKS.search(text[:20_000]) else _of_text(text)


def _of_text(text: str) -> Article:
    text = text.replace("\r\n", "\n").strip("\ufeff \n\r\t")
    title = ""
    if text.startswith("---\n") and (end := text.find("\n---", 4)) > 0:
        # What Markdown tools write above a text.
        found = _FRONT_TITLE.search(text[4:end])
        title = found[1].strip(" \"'") if found else ""
        text = text[end + 4 :].strip()
    if not title:
        title, _, text = text.partition("\n")
        title = title.lstrip("# ")
    return _article(title, text)


def _article(title: str, text: str, **known: str) -> Article:
    title, text = (_HUGE_REFERENCE.sub("\ufffd", part) for part in (title, text))
    if len(title) > _LONGEST_TITLE:  # a text without a headline
        cut = title[:_LONGEST_TITLE].rpartition(". ")[0] or title[:_LONGEST_TITLE]
        title, text = cut, f"{title[len(cut) :].lstrip('. ')}\n{text}"
    return Article("", title.strip(), text.strip()[:_LONGEST_TEXT], lang="", **known)


def _of_html(text: str) -> Article:
    page = _Page()
    page.feed(_plain_tags(text))
    page.close()
    inside = page.inside or page.outside or page.around
    headings = [said for kind, said in inside if kind == "h1"]
    headings += [page.meta.get("og:title", ""), *(s for k, s in page.outside if k == "h1")]
    headings += [said for kind, said in page.outside if kind == "title"]
    title = next(filter(None, headings), "")
    paragraphs = [said for kind, said in inside if kind in _READ and said != title]
    if not paragraphs:  # a page that knows no paragraphs
        paragraphs = [said for kind, said in inside if kind not in _TITLES]
    if not title and paragraphs:
        title, *paragraphs = paragraphs
    published = page.meta.get("article:published_time", "")
    return _article(
        title, "\n\n".join(paragraphs),
        url=page.meta.get("og:url", "")[:2_000],
        published=published[:10] if _DAY.match(published) else "",
    )  # fmt: skip


def _plain_tags(html: str) -> str:
    """Leave out of a page what is no tag and no text; takes time in proportion to its length.

    Python's parser looks at the rest of the page again for each tag that is never closed, and
    gives up on odd declarations.
    """
    for begin, end in _UNSEEN:
        html = _without(html, begin, end)
    html = _HUGE_REFERENCE.sub("&#xFFFD;", html)
    return _STRAY.sub("&lt;", _DECLARATION.sub("", html))


def _without(html: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    """Leave out every part that begins and ends so; one that never ends reaches to the end."""
    kept, at = [], 0
    while first := begin.search(html, at):
        kept.append(html[at : first.start()])
        last = end.search(html, first.end())
        at = len(html) if last is None else last.end()
    return "".join([*kept, html[at:]])


class _Page(HTMLParser):
    """Takes the blocks of text out of a page, apart from what stands around the story.

    Attributes:
        inside: (tag, text) of each block within the story's own element.
        outside: The same of blocks elsewhere.
        around: The same of what is no part of a story, such as menus.
        meta: What the head says of the page, by name.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.inside: list[tuple[str, str]] = []
        self.outside: list[tuple[str, str]] = []
        self.around: list[tuple[str, str]] = []
        self.meta: dict[str, str] = {}
        self._story = 0
        self._open: list[str] = []
        self._kind, self._parts = "", []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            named = dict(attrs)
            name = named.get("property") or named.get("name") or ""
            self.meta.setdefault(name, " ".join((named.get("content") or "").split()))
        elif tag in _STORY:
            self._end_block()
            self._story += 1
            self._open.clear()  # an element before it that was never closed
        elif tag in _AROUND:
            self._end_block()
            self._open = [*self._open[-_DEEPEST:], tag]
        elif tag in _BLOCKS or tag in _TITLES:
            self._end_block()
            self._kind = tag
        elif tag == "br":
            self._parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _STORY:
            self._end_block()
            self._story = max(0, self._story - 1)
        elif tag in _AROUND:
            self._end_block()
            if tag in self._open:
                while self._open.pop() != tag:
                    pass
        elif tag in _BLOCKS or tag in _TITLES:
            self._end_block()

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        said = " ".join("".join(self._parts).split())
        if said:
            place = self.inside if self._story else self.outside
            (self.around if self._open else place).append((self._kind, said))
        self._kind, self._parts = "", []
