"""Which column of a table means what, under the names the field's files use."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from textwrap import shorten

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Article, Domain, Image, RowProblem

_NAMES = {
    "article_id": ("article_id", "aid", "id", "guid"),
    "title": ("title", "article_title", "headline", "tweet"),
    "text": ("text", "body", "content", "article_text", "description", "snippet", "summary"),
    "domain": ("domain",),
    "lang": ("lang", "language"),
    "url": ("article_url", "url", "link"),
    "published": ("published", "date", "pubdate", "published_at"),
    "tags": ("tags", "article_tags", "keywords"),
    "image_id": ("image_id", "iid"),
    "image": ("image", "image_path", "filepath", "file", "imgfile", "photo", "path"),
    "caption": ("caption", "image_caption", "alt"),
    "credit": ("credit", "photographer", "artist"),
    "licence": ("licence", "license", "rights"),
    "origin": ("origin", "source"),
}
# Known, and left unread on purpose: links and hashes must not become features, and "article" is
# the internal number of the 2021 edition.
_IGNORED = {"image_url", "img", "hashvalue", "article", "caption_de"}
_DOMAINS = {domain.value for domain in Domain}


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A table's columns by meaning.

    Attributes:
        found: Column name by meaning.
        problems: Columns whose cells are left out, and why.
    """

    found: dict[str, str]
    problems: tuple[RowProblem, ...]

    def article(self, cells: dict[str, str], domain: str, lang: str) -> Article | None:
        """Return the row's article as delivered, or None when the row has none."""
        title, text = self._cell(cells, "title"), self._cell(cells, "text")
        article_id = self._cell(cells, "article_id").strip()
        if not article_id or not (title.strip() or text.strip()):
            return None
        own = self._cell(cells, "domain").strip().lower()
        domain = domain or (own if own in _DOMAINS else Domain.RSS)
        lang = lang or self._cell(cells, "lang").strip().lower()
        return Article(
            id=article_id,
            title=title,
            text=text,
            domain=Domain(domain),
            lang=lang or ("de" if domain == Domain.RT else "en"),
            url=self._cell(cells, "url").strip(),
            published=self._cell(cells, "published").strip(),
            tags=self._cell(cells, "tags").strip(),
        )

    def lack(self, cells: dict[str, str]) -> tuple[str, str] | None:
        """Return why the article of a row is left out and what mends it.

        None when nothing is, or when the whole table has no articles, which ``problems`` tells.
        """
        if not _has_articles(self.found):
            return None
        article_id = self._cell(cells, "article_id").strip()
        words = (self._cell(cells, "title") + self._cell(cells, "text")).strip()
        if words and not article_id:
            return "the article has no id", "give it an article_id of its own"
        if article_id and not words:
            return f"the article {article_id} has no title and no text", "give it a title"
        return None

    def image(self, cells: dict[str, str]) -> Image | None:
        """Return the row's image with ``path`` as the row names it, or None."""
        path = self._cell(cells, "image").strip()
        if "://" in path:
            path = ""
        image_id = self._cell(cells, "image_id").strip() or path
        if not image_id:
            return None
        return Image(
            id=image_id,
            path=path,
            caption=self._cell(cells, "caption").strip(),
            credit=self._cell(cells, "credit").strip(),
            licence=self._cell(cells, "licence").strip(),
            origin=self._cell(cells, "origin").strip(),
        )

    def _cell(self, cells: dict[str, str], meaning: str) -> str:
        return cells.get(self.found.get(meaning, ""), "")


def map_columns(source: str, columns: tuple[str, ...]) -> ColumnMap:
    """Map column names, whatever their case, to meanings.

    Raises:
        NewsMatchError: No column says what an article or an image is.
    """
    by_name = {name.lower(): name for name in reversed(columns)}
    found = {}
    for meaning, names in _NAMES.items():
        column = next((by_name[name] for name in names if name in by_name), None)
        if column is not None and column not in found.values():
            found[meaning] = column
    if not _has_articles(found) and not {"image", "image_id"} & found.keys():
        raise NewsMatchError(
            f"{source} has the columns {_shown(columns)}; it needs article_id and "
            "title for articles, or image for pictures: rename the columns in its first row"
        )
    problems = (*_unknown(columns, found), *_twice(columns, found), *_alone(found))
    return ColumnMap(found, tuple(RowProblem(source, 1, *problem) for problem in problems))


def _has_articles(found: Collection[str]) -> bool:
    return "article_id" in found and ("title" in found or "text" in found)


def _shown(columns: tuple[str, ...]) -> str:
    """Return column names for a sentence; a file may hold anything where they should be."""
    names = "".join(mark if mark.isprintable() else "\ufffd" for mark in ", ".join(columns))
    return shorten(names, 200, placeholder=" …") or "(none)"


def _unknown(columns: tuple[str, ...], found: dict[str, str]) -> Iterator[tuple[str, str]]:
    used = {name.lower() for name in found.values()}
    for name in dict.fromkeys(columns):
        if not name or name.lower() in used | _IGNORED:
            continue
        meant = [found[m] for m, names in _NAMES.items() if name.lower() in names and m in found]
        if meant:
            yield (f"column {name!r} means what {meant[0]!r} means, and only that was read",
                   "keep one of them")  # fmt: skip
        else:
            yield (f"column {name!r} is not known and was left out",
                   f"rename it to one of {', '.join(_NAMES)}")  # fmt: skip


def _twice(columns: tuple[str, ...], found: dict[str, str]) -> Iterator[tuple[str, str]]:
    count = Counter(name.lower() for name in columns)
    for name in found.values():
        if count[name.lower()] > 1:
            yield (f"column {name!r} stands there {count[name.lower()]} times, and only the first "
                   "was read", "rename or remove the others")  # fmt: skip


def _alone(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the columns of articles that say nothing, since others are missing."""
    if _has_articles(found):
        return
    for meaning in ("article_id", "title", "text"):
        if meaning in found:
            missing = "title" if meaning == "article_id" else "article_id"
            yield (f"column {found[meaning]!r} was left out: articles need an id and a title",
                   f"add a column {missing}")  # fmt: skip
