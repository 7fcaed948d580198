"""Recognising a source and reading it as articles and images with their ids unchanged."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Article, Decision, Domain, Image, RowProblem
from newsmatch_gui.exchange import feeds
from newsmatch_gui.exchange.columns import ColumnMap, map_columns, plain_name
from newsmatch_gui.exchange.pairs import DECISION_COLUMNS, read_decision
from newsmatch_gui.exchange.photos import (
    OutsideFolderError,
    PhotoFolder,
    SeveralPhotosError,
    photo_files,
)
from newsmatch_gui.exchange.tables import JSON_SUFFIXES, Table, bare_utf16, open_table

TABLE_SUFFIXES = (".csv", ".tsv", ".txt", ".tab", *JSON_SUFFIXES)
FEED_SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
_COLUMNS_2025 = {"articleid", "articletitle", "imageid"}
_COLUMNS_2021 = {"aid", "iid", "title", "imgfile"}


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

    Attributes:
        published: The id of an article and its image, where one of them has to stand elsewhere:
            in a row that holds no article itself, or whose photo was not found.
    """

    number: int
    article: Article | None
    image: Image | None
    problems: tuple[RowProblem, ...] = ()
    decision: Decision | None = None
    published: tuple[str, Image] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A recognised source.

    Attributes:
        path: The file or folder.
        format: Name of the format.
        expected: Upper bound of the number of rows, for progress; 0 when unknown.
        rows: Yields what each row holds.
        problems: What is wrong with the source as a whole, e.g. a column that means nothing.
    """

    path: Path
    format: str
    expected: int
    rows: Iterator[SourceRow | RowProblem]
    problems: tuple[RowProblem, ...] = ()


def open_source(
    path: Path, decode: Callable[[bytes], str], options: Options, *, format: str = ""
) -> Source:
    """Open a source for reading.

    Args:
        path: A CSV, TSV, JSON or JSON Lines file, a saved feed, or a folder of photos.
        decode: Turns bytes of unknown encoding into text.
        options: Overrides by the user.
        format: Name of the format, empty to recognise it.

    Raises:
        NewsMatchError: Nothing there, or no known format.
    """
    path = path.expanduser().absolute()
    _check_there(path)
    name = format or _recognise(path)
    if name == "photos":
        return _open_photos(path)
    raw = _read(path)
    if name == "feed":
        return _open_feed(path, raw, options)
    utf16 = bare_utf16(raw)
    table = open_table(path, raw.decode(utf16, "replace") if utf16 else decode(raw))
    name = format or _recognise_table(table)
    if name not in ("newsimages-2025", "newsimages-2021", "table", "decisions"):
        raise NewsMatchError(
            f"there is no format {name!r}; use newsimages-2025, newsimages-2021, table, "
            "decisions, photos or feed"
        )
    return _open_table(path, table, name, options)


def _check_there(path: Path) -> None:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        raise NewsMatchError(f"{path} does not exist; check the spelling") from None
    except OSError as error:
        raise NewsMatchError(f"{path} cannot be read ({error.strerror})") from error


def _recognise(path: Path) -> str:
    if path.is_dir():
        return "photos"
    suffix = path.suffix.lower()
    if suffix in FEED_SUFFIXES:
        return "feed"
    if suffix in TABLE_SUFFIXES:
        return ""
    raise NewsMatchError(
        f"{path.name} is not a source that NewsMatch knows; give a CSV, TSV, JSON or JSONL "
        "table, a saved RSS or Atom file (.xml), or a folder of photos, or say --format"
    )


def _recognise_table(table: Table) -> str:
    if set(table.columns) >= DECISION_COLUMNS:
        return "decisions"
    columns = set(map(plain_name, table.columns))
    if columns >= _COLUMNS_2025:
        return "newsimages-2025"
    return "newsimages-2021" if columns >= _COLUMNS_2021 else "table"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NewsMatchError(f"{path} cannot be read ({error.strerror})") from error


def _open_feed(path: Path, raw: bytes, options: Options) -> Source:
    posts, problems = feeds.read_feed(path, raw, domain=options.domain, lang=options.lang)
    rows = (post if isinstance(post, RowProblem) else SourceRow(*post, None) for post in posts)
    return Source(path, "feed", len(posts), rows, problems)


def _open_photos(folder: Path) -> Source:
    if not folder.is_dir():
        raise NewsMatchError(f"{folder} is not a folder of photos")
    files, problems = photo_files(folder)
    # Said, since a data set is often given as the folder that holds its table and its photos.
    names = next(os.walk(folder), ("", [], []))[2]
    problems += tuple(
        RowProblem(folder.name, 0, f"{name} is a table, and only photos are read from a folder",
                   "import it by itself; it finds the photos beside it")
        for name in sorted(names) if name.lower().endswith((".csv", ".tsv"))
    )  # fmt: skip
    rows = (
        SourceRow(number, None, Image(file.relative_to(folder).as_posix(), str(file)))
        for number, file in enumerate(files, 1)
    )
    return Source(folder, "photos", len(files), rows, problems)


def _open_table(path: Path, table: Table, format: str, options: Options) -> Source:
    columns = map_columns(table.name, table.columns)
    if format == "newsimages-2021" and options.images is None and _beside(path) is None:
        # It ships links only: one sentence says so instead of one per row.
        problem = RowProblem(
            table.name, 0, "this edition ships links instead of photos",
            "import again with --images DIR once you have them",
        )  # fmt: skip
        rows = _table_rows(table, columns, format, options, None)
        return Source(path, format, table.expected, rows, (problem, *columns.problems))
    photos = _Photos(_photo_folder(path, options), _listed(path.parent))
    rows = _table_rows(table, columns, format, options, photos)
    problems = () if format == "decisions" else columns.problems
    return Source(path, format, table.expected, rows, problems)


def _photo_folder(path: Path, options: Options) -> PhotoFolder:
    """Return where the photos of a table lie: as said, else beside it."""
    if options.images is not None:
        _check_there(options.images.expanduser())
        return _listed(options.images.expanduser(), below=True)
    folder = _beside(path)
    return _listed(path.parent) if folder is None else _listed(folder, below=True)


def _beside(path: Path) -> Path | None:
    """Return the folder beside a table that is called as one for its photos is."""
    folders = (path.parent / name for name in ("newsimages", "images"))
    return next((folder for folder in folders if folder.is_dir()), None)


def _listed(folder: Path, *, below: bool = False) -> PhotoFolder:
    try:
        return PhotoFolder(folder, below=below)
    except OSError as error:
        raise NewsMatchError(
            f"the photo folder {folder} cannot be read ({error.strerror}); make it readable or "
            "say with --images where the photos lie"
        ) from error


@dataclass(frozen=True, slots=True)
class _Photos:
    """Where the photos of a table may lie, the likelier folder first."""

    folder: PhotoFolder
    beside: PhotoFolder

    def find(self, source: str, number: int, image: Image) -> Image | RowProblem:
        """Return the image with the path of its file, or why it has none."""
        name, folder = image.path or f"{image.id}.jpg", self.folder.folder
        try:
            file = self._file(image)
        except OutsideFolderError:
            return RowProblem(
                source, number, f"the photo path {image.path or image.id} leaves its folder",
                f"move the photo below {folder} and name it from there",
            )  # fmt: skip
        except SeveralPhotosError:
            return RowProblem(
                source, number, f"there are several photos {name} below {folder}",
                "name it with its folder",
            )  # fmt: skip
        except OSError as error:
            return RowProblem(
                source, number, f"photo {name} cannot be read ({error.strerror})",
                f"put the photo itself into {folder} and import again",
            )  # fmt: skip
        if file is None:
            return RowProblem(
                source, number, f"photo {name} is missing",
                f"put it into {folder}, or say with --images where it lies, and import again",
            )  # fmt: skip
        return replace(image, path=str(file))

    def _file(self, image: Image) -> Path | None:
        if not image.path:
            return self.folder.of_id(image.id)
        outside = None
        for folder in (self.folder, self.beside):
            try:
                if (found := folder.named(image.path)) is not None:
                    return found
            except OutsideFolderError as error:
                outside = error
        # The table may come from another machine, and the photos with other suffixes.
        found = self.folder.alike(image.path) or self.beside.alike(image.path)
        if found is None and outside is not None:
            raise outside
        return found or self.folder.of_id(image.id)


def _table_rows(
    table: Table, columns: ColumnMap, format: str, options: Options, photos: _Photos | None
) -> Iterator[SourceRow | RowProblem]:
    defaults = (Domain.RT, "de") if format == "newsimages-2021" else ("", "")
    domain, lang = options.domain or defaults[0], options.lang or defaults[1]
    links = False
    for row in table.rows():
        if isinstance(row, RowProblem):
            yield row
            continue
        number, cells = row
        if not links and columns.names_link(cells) and columns.image(cells) is None:
            # One sentence in place of one per row, as for an edition that ships links.
            links = True
            yield RowProblem(
                table.name, number, f"column {columns.found['image']!r} holds links in place of "
                "photos, from this row on",
                "name the photos' files there, or their ids in a column image_id",
            )  # fmt: skip
        found = _row(table.name, number, cells, columns, (domain, lang), photos)
        if format == "decisions" and isinstance(found, SourceRow):
            found = _decided(table.name, found, cells)
        yield found


def _row(
    source: str,
    number: int,
    cells: dict[str, str],
    columns: ColumnMap,
    said: tuple[str, str],
    photos: _Photos | None,
) -> SourceRow | RowProblem:
    """Read one row; its article goes in even when its photo doesn't, and the other way round."""
    article, image = columns.article(cells, *said), columns.image(cells)
    lack = columns.lack(cells)
    problems = () if lack is None else (RowProblem(source, number, *lack),)
    owner = columns.owner(cells)
    owner = owner or (article.id if article is not None else "")
    published = (owner, image) if owner and image is not None else None
    if image is not None and photos is not None:
        found = photos.find(source, number, image)
        if isinstance(found, Image):
            published = (owner, found) if owner and article is None else None
            return SourceRow(number, article, found, problems, published=published)
        problems = (*problems, found)
    if article is None and not problems:
        return RowProblem(
            source, number, "neither an article nor an image", "give it an id or remove it"
        )
    return SourceRow(number, article, None, problems, published=published)


def _decided(source: str, row: SourceRow, cells: dict[str, str]) -> SourceRow | RowProblem:
    """Add the decision of a row that was exported, and what tells its photo where it is not."""
    decision = read_decision(cells)
    if decision is None:
        return RowProblem(
            source, row.number, "not a decision as NewsMatch exports it", "export it again"
        )
    if decision.image_id is not None and row.image is None:
        if row.published is None:
            return row
        article_id, image = row.published
        image = replace(image, content_hash=cells.get("content_hash", ""))
        row = replace(row, published=(article_id, image))
    return replace(row, decision=decision)
