"""Which column of a table means what, under the names the field's files use."""

from collections.abc import Callable
from dataclasses import dataclass

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
Repair = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A table's columns by meaning.

    Attributes:
        found: Column name by meaning.
        problems: Columns that mean nothing to NewsMatch; their cells are left out.
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
    has_article = "article_id" in found and ("title" in found or "text" in found)
    if not has_article and not {"image", "image_id"} & found.keys():
        raise NewsMatchError(
            f"{source} has the columns {', '.join(columns) or '(none)'}; it needs article_id and "
            "title for articles, or image for pictures: rename the columns in its first row"
        )
    unknown = [
        name for name in columns
        if name and name not in found.values() and name.lower() not in _IGNORED
    ]  # fmt: skip
    problems = tuple(
        RowProblem(source, 1, f"column {name!r} is not known and was left out",
                   f"rename it to one of {', '.join(_NAMES)}")
        for name in unknown
    )  # fmt: skip
    return ColumnMap(found, problems)
