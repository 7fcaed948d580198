"""Which column of a table means what, under the names the field's files use."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from textwrap import shorten

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Article, Domain, Image, RowProblem

# Without blanks, underscores and capitals: "Article ID", "articleID" and "article_id" are one. The
# likelier come first.
_NAMES = {
    "article_id": ("articleid", "aid", "tweetid", "idstr", "id", "guid", "newsid", "artikelid",
                   "#article"),
    "title": ("title", "articletitle", "headline", "tweet", "tweettext", "titel", "schlagzeile",
              "überschrift"),
    "text": ("text", "body", "content", "articletext", "fulltext", "description", "snippet",
             "summary", "teaser", "artikeltext"),
    "domain": ("domain",),
    "lang": ("lang", "language", "sprache"),
    "url": ("articleurl", "url", "link"),
    "published": ("published", "date", "pubdate", "publishedat", "createdat", "datum"),
    "tags": ("tags", "articletags", "keywords", "schlagwörter", "schlagworte"),
    "image_id": ("imageid", "iid", "photoid", "bildid"),
    "image": ("image", "imagepath", "filepath", "file", "imgfile", "filename", "imagefile",
              "imagefilename", "imagename", "photo", "path", "bild", "bilddatei", "foto",
              "hashvalue"),
    "caption": ("caption", "imagecaption", "alt", "bildunterschrift"),
    "credit": ("credit", "photographer", "artist", "fotograf"),
    "licence": ("licence", "license", "rights", "lizenz"),
    "origin": ("origin", "source"),
}  # fmt: skip
# Known, and left unread on purpose: links and hashes must not become features, and "article" is
# the internal number of the 2021 edition.
_IGNORED = {"imageurl", "img", "hashvalue", "article", "#article", "captionde"}
_SAID_OF_TWEETS = {"tweet", "tweettext", "tweetid", "idstr"}
# Of what a table without headlines says that an image belongs to an article; "id" may be either's.
_OWNERS = {"articleid", "aid", "newsid", "tweetid", "artikelid", "#article"}
_DOMAINS = {domain.value: domain for domain in Domain} | dict.fromkeys(
    ("twitter", "tweet", "tweets"), Domain.TW
)
_APART = re.compile(r"[\s_.-]+")


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
        """Return the row's article as delivered, or None when the row has none.

        Its language is empty where nothing says it.
        """
        title, text = self._cell(cells, "title"), self._cell(cells, "text")
        article_id = self._cell(cells, "article_id").strip()
        if not article_id or not (title.strip() or text.strip()):
            return None
        own = self._cell(cells, "domain").strip().lower()
        domain = domain or _DOMAINS.get(own, Domain.TW if self._holds_tweets else Domain.RSS)
        lang = lang or self._cell(cells, "lang").strip().lower()
        return Article(
            id=article_id,
            title=title,
            text=text,
            domain=Domain(domain),
            lang=lang or ("de" if domain == Domain.RT else ""),
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
        path = "" if self.names_link(cells) else self._cell(cells, "image").strip()
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

    def names_link(self, cells: dict[str, str]) -> bool:
        """Tell whether a link stands where a row names its photo; nothing is fetched."""
        return "://" in self._cell(cells, "image")

    def owner(self, cells: dict[str, str]) -> str:
        """Return the id of the article that a row of a table without headlines names, or ""."""
        if "owner" not in self.found:
            return ""
        return self._cell(cells, "owner").strip()

    @property
    def _holds_tweets(self) -> bool:
        return any(plain_name(name) in _SAID_OF_TWEETS for name in self.found.values())

    def _cell(self, cells: dict[str, str], meaning: str) -> str:
        # A column may have no name: the one that spreadsheets and pandas number rows in.
        return cells.get(self.found[meaning], "") if meaning in self.found else ""


def plain_name(name: str) -> str:
    """Return a column's name as it is looked up: "Article ID" and "article_id" are one."""
    return _APART.sub("", name).casefold()


def map_columns(source: str, columns: tuple[str, ...]) -> ColumnMap:
    """Map column names, whatever their case, to meanings.

    Raises:
        NewsMatchError: No column says what an article or an image is.
    """
    by_name = {plain_name(name): name for name in reversed(columns) if name}
    found: dict[str, str] = {}
    for meaning, names in _NAMES.items():
        column = next((by_name[name] for name in names if name in by_name), None)
        if column is not None and column not in found.values():
            found[meaning] = column
    if "article_id" not in found and "url" in found and {"title", "text"} & found.keys():
        found["article_id"] = found["url"]  # as feeds do it
    if not _has_articles(found):
        _read_as_pictures(found)
    if not _has_articles(found) and not {"image", "image_id"} & found.keys():
        raise NewsMatchError(
            f"{source} has the columns {_shown(columns)}; it needs article_id and "
            "title for articles, or image for pictures: rename the columns in its first row"
        )
    problems = (*_unknown(columns, found), *_twice(columns, found), *_alone(found))
    return ColumnMap(found, tuple(RowProblem(source, 1, *problem) for problem in problems))


def _read_as_pictures(found: dict[str, str]) -> None:
    """Read the id of a table without headlines: it names a picture, or whose picture that is."""
    column = found.get("article_id", "")
    if "title" in found or "text" in found or not {"image", "image_id"} & found.keys():
        return
    if plain_name(column) in _OWNERS:
        found["owner"] = found.pop("article_id")
    elif plain_name(column) == "id" and "image_id" not in found:
        found["image_id"] = found.pop("article_id")


def _has_articles(found: Collection[str]) -> bool:
    return "article_id" in found and ("title" in found or "text" in found)


def _shown(columns: tuple[str, ...]) -> str:
    """Return column names for a sentence; a file may hold anything where they should be."""
    names = "".join(mark if mark.isprintable() else "\ufffd" for mark in ", ".join(columns))
    return shorten(names, 200, placeholder=" …") or "(none)"


def _unknown(columns: tuple[str, ...], found: dict[str, str]) -> Iterator[tuple[str, str]]:
    used = {plain_name(name) for name in found.values()}
    for name in dict.fromkeys(columns):
        plain = plain_name(name)
        if not name or plain in used | _IGNORED:
            continue
        meant = [found[m] for m, names in _NAMES.items() if plain in names and m in found]
        if meant:
            yield (f"column {name!r} means what {meant[0]!r} means, and only that was read",
                   "keep one of them")  # fmt: skip
        else:
            yield (f"column {name!r} is not known and was left out",
                   f"rename it to one of {', '.join(_NAMES)}")  # fmt: skip


def _twice(columns: tuple[str, ...], found: dict[str, str]) -> Iterator[tuple[str, str]]:
    count = Counter(map(plain_name, columns))
    for name in found.values():
        if (times := count[plain_name(name)]) > 1:
            yield (f"column {name!r} stands there {times} times, and only the first was read",
                   "rename or remove the others")  # fmt: skip


def _alone(found: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the columns of articles that say nothing, since others are missing."""
    if _has_articles(found):
        return
    for meaning in ("article_id", "title", "text"):
        if meaning in found:
            missing = "title" if meaning == "article_id" else "article_id"
            yield (f"column {found[meaning]!r} was left out: articles need an id and a title",
                   f"add a column {missing}")  # fmt: skip
