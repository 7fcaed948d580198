"""Recognising a source and reading it as articles and images with their ids unchanged."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Article, Decision, Domain, Image, RowProblem
from newsmatch_gui.exchange import feeds
from newsmatch_gui.exchange.columns import ColumnMap, map_columns
from newsmatch_gui.exchange.pairs import DECISION_COLUMNS, read_decision
from newsmatch_gui.exchange.photos import OutsideFolderError, PhotoFolder, photo_files
from newsmatch_gui.exchange.tables import JSON_SUFFIXES, Table, open_table

TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".tab", *JSON_SUFFIXES)
FEED_SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
_COLUMNS_2025 = {"article_id", "article_title", "image_id"}
_COLUMNS_2021 = {"aid", "iid", "title", "imgFile"}


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of a source; empty means: decide from the source itself."""

    images: Path | None = None
    domain: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row that was understood: an article, an image, or both.

    Article and image were published together, unless a decision says what holds of them.
    """

    number: int
    article: Article | None
    image: Image | None
    problem: RowProblem | None = None
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A recognised source.

    Attributes:
        path: The file or folder.
        format: Name of the format.
        expected: Upper bound of the number of rows, for progress; 0 when unknown.
        rows: Yields what each row holds.
    """

    path: Path
    format: str
    expected: int
    rows: Iterator[SourceRow | RowProblem]


def open_source(
    path: Path, decode: Callable[[bytes], str], options: Options, *, format: str = ""
) -> Source:
    """Open a source for reading.

    Args:
        path: A CSV, TSV or JSON Lines file, a saved feed, or a folder of photos.
        decode: Turns bytes of unknown encoding into text.
        options: Overrides by the user.
        format: Name of the format, empty to recognise it.

    Raises:
        NewsMatchError: Nothing there, or no known format.
    """
    path = path.expanduser().absolute()
    if not path.exists():
        raise NewsMatchError(f"{path} does not exist; check the spelling")
    name = format or _recognise(path)
    if name == "photos":
        return _open_photos(path)
    raw = _read(path)
    if name == "feed":
        rows = feeds.read_feed(path, raw, domain=options.domain, lang=options.lang)
        articles = [SourceRow(number, article, None) for number, article in rows]
        return Source(path, name, len(articles), iter(articles))
    table = open_table(path, decode(raw))
    name = format or _recognise_table(table)
    if name not in ("newsimages-2025", "newsimages-2021", "table", "decisions"):
        raise NewsMatchError(
            f"there is no format {name!r}; use newsimages-2025, newsimages-2021, table, "
            "decisions, photos or feed"
        )
    columns = map_columns(table.name, table.columns)
    return Source(path, name, table.expected, _table_rows(path, table, columns, name, options))


def _recognise(path: Path) -> str:
    if path.is_dir():
        return "photos"
    suffix = path.suffix.lower()
    if suffix in FEED_SUFFIXES:
        return "feed"
    if suffix in TABLE_SUFFIXES:
        return ""
    raise NewsMatchError(
        f"{path.name} is not a source that NewsMatch knows; give a CSV, TSV or JSONL table, "
        "a saved RSS or Atom file (.xml), or a folder of photos, or say --format"
    )


def _recognise_table(table: Table) -> str:
    columns = set(table.columns)
    if columns >= _COLUMNS_2025:
        return "newsimages-2025"
    if columns >= DECISION_COLUMNS:
        return "decisions"
    return "newsimages-2021" if columns >= _COLUMNS_2021 else "table"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NewsMatchError(f"{path} cannot be read ({error.strerror})") from error


def _open_photos(folder: Path) -> Source:
    if not folder.is_dir():
        raise NewsMatchError(f"{folder} is not a folder of photos")
    files = photo_files(folder)
    rows = (
        SourceRow(number, None, Image(file.relative_to(folder).as_posix(), str(file)))
        for number, file in enumerate(files, 1)
    )
    return Source(folder, "photos", len(files), rows)


def _photo_folder(path: Path, options: Options) -> PhotoFolder:
    """Return where the photos of a table lie: as said, else beside it."""
    if options.images is not None:
        if not options.images.expanduser().is_dir():
            raise NewsMatchError(f"the photo folder {options.images} does not exist")
        return PhotoFolder(options.images.expanduser())
    for name in ("newsimages", "images"):
        if (path.parent / name).is_dir():
            return PhotoFolder(path.parent / name)
    return PhotoFolder(path.parent)


def _table_rows(
    path: Path, table: Table, columns: ColumnMap, format: str, options: Options
) -> Iterator[SourceRow | RowProblem]:
    photos = _photo_folder(path, options)
    beside = PhotoFolder(path.parent)
    defaults = (Domain.RT, "de") if format == "newsimages-2021" else ("", "")
    # The 2021 edition ships links only: one sentence says so instead of one per row.
    links_only = format == "newsimages-2021" and options.images is None
    if links_only:
        yield RowProblem(
            table.name, 0, "this edition ships links instead of photos",
            "import again with --images DIR once you have them",
        )  # fmt: skip
    decided = format == "decisions"
    yield from () if decided else columns.problems
    for row in table.rows():
        if isinstance(row, RowProblem):
            yield row
            continue
        number, cells = row
        article = columns.article(cells, options.domain or defaults[0], options.lang or defaults[1])
        if links_only:
            yield SourceRow(number, article, None)
            continue
        found = _with_image(table.name, number, article, columns.image(cells), photos, beside)
        if decided and isinstance(found, SourceRow):
            found = _decided(table.name, found, cells)
        yield found


def _decided(source: str, row: SourceRow, cells: dict[str, str]) -> SourceRow | RowProblem:
    """Add the decision of a row that was exported; without its photo it says nothing here."""
    decision = read_decision(cells)
    if decision is None:
        return RowProblem(
            source, row.number, "not a decision as NewsMatch exports it", "export it again"
        )
    lost = decision.image_id is not None and row.image is None
    return row if lost else replace(row, decision=decision)


def _with_image(
    source: str,
    number: int,
    article: Article | None,
    image: Image | None,
    photos: PhotoFolder,
    beside: PhotoFolder,
) -> SourceRow | RowProblem:
    """Find the photo of a row; the article goes in even when its photo doesn't."""
    if image is None:
        if article is None:
            return RowProblem(
                source, number, "neither an article nor an image", "give it an id or remove it"
            )
        return SourceRow(number, article, None)
    try:
        file = _find(image, photos, beside)
    except OutsideFolderError:
        problem = RowProblem(
            source, number, f"the photo path {image.path or image.id} leaves its folder",
            f"move the photo below {photos.folder} and name it from there",
        )  # fmt: skip
        return SourceRow(number, article, None, problem)
    if file is None:
        name = image.path or f"{image.id}.jpg"
        problem = RowProblem(
            source, number, f"photo {name} is missing",
            f"put it into {photos.folder} and import again",
        )  # fmt: skip
        return SourceRow(number, article, None, problem)
    return SourceRow(number, article, replace(image, path=str(file)))


def _find(image: Image, photos: PhotoFolder, beside: PhotoFolder) -> Path | None:
    if image.path:
        return photos.named(image.path) or beside.named(image.path)
    return photos.of_id(image.id)
