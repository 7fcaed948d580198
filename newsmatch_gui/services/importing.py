"""Importing a source into a collection: ids unchanged, text repaired, bad rows told."""

import filecmp
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from newsmatch_gui.domain.backups import Why
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import Article, Image, RowProblem
from newsmatch_gui.exchange.photos import is_tail, photo_parts
from newsmatch_gui.exchange.sources import Options, Source, SourceRow, open_source
from newsmatch_gui.services.backing_up import back_up
from newsmatch_gui.services.unpacking import SUFFIX, unpack
from newsmatch_gui.store.collection import DATABASE, Collection
from newsmatch_gui.text.language import detect_each, language_code
from newsmatch_gui.text.repair import decode, repair, repair_line, strip_markup

_BATCH = 256
_LANGUAGE = re.compile("[a-z]{2,3}")
_MARKUP = re.compile(r"</[a-z]|<br\b", re.I)  # a broken heart </3 is none


@dataclass(slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        format: The recognised format.
        articles: Articles added.
        images: Images added.
        pairs: Articles added to the ground truth whose image a table of its own names.
        known: Articles, images and such pairs that were there before, unchanged.
        decisions: Somebody's exported decisions added.
        moved: Images whose file now lies elsewhere.
        problems: Columns and rows that were left out, wholly or in part.
    """

    format: str
    articles: int = 0
    images: int = 0
    pairs: int = 0
    known: int = 0
    moved: int = 0
    decisions: int = 0
    problems: list[RowProblem] = field(default_factory=list)

    @property
    def used(self) -> int:
        """How much of the source is in the collection now."""
        added = self.articles + self.images + self.pairs + self.decisions
        return added + self.known + self.moved


def import_source(
    folder: Path,
    source: Path,
    *,
    format: str = "",
    images: Path | None = None,
    domain: str = "",
    lang: str = "",
) -> Work[ImportReport]:
    """Import a source into the collection in ``folder``, which is made when missing.

    Photos are looked for, not decoded. Importing the same source again changes nothing. Before
    somebody's decisions are merged, a backup is made.

    Args:
        folder: The collection.
        source: A table, a saved feed, a folder of photos, or a ZIP file of photos, which is
            unpacked into the collection.
        format: Name of the format, empty to recognise it.
        images: Where the photos lie, None to look beside the source.
        domain: ``rss``, ``rt`` or ``tw`` for every row, empty for the source's own.
        lang: Code of two or three letters for every row, empty for the source's own.

    Yields:
        Progress in rows.

    Raises:
        NewsMatchError: The source as a whole cannot be read, or nothing of it could be used; the
            collection keeps the list of its problems.
    """
    yield Progress(0, 0, "opening the source")
    options = Options(images, domain, _language(lang))
    packed, left_packed = source, []
    if source.suffix.lower() == SUFFIX and not source.is_dir():
        source, left_packed = yield from unpack(folder, source)
    opened = open_source(source, decode, options, format=format)
    if opened.format == "decisions" and (folder / DATABASE).exists():
        yield from back_up(folder, Why.MERGE)
    with Collection.open(folder, create=True, synced=False) as collection:
        report = ImportReport(opened.format, problems=list(opened.problems))
        writer = _Writer(collection, opened.path.name, report)
        done = 0
        rows = iter(opened.rows)
        while chunk := list(islice(rows, _BATCH)):
            with collection.batch():
                writer.write(chunk)
            done += len(chunk)
            left_out = {"problems": len(report.problems)}
            yield Progress(done, max(done, opened.expected), "reading rows", left_out)
        with collection.batch():
            collection.articles.replace_problems(str(opened.path), report.problems)
            if left_packed:
                collection.articles.replace_problems(str(packed.absolute()), left_packed)
        if report.decisions:
            collection.keep_diary()
        yield Progress(done, done, "reading rows", {"problems": len(report.problems)})
    report.problems += left_packed
    if not report.used:
        raise NewsMatchError(_why_nothing(opened, report.problems, rows=done))
    return report


def import_photos(folder: Path, photos: Iterable[Image]) -> Work[ImportReport]:
    """Add photos, each named by its id and path, to the pool of a collection that exists.

    Yields:
        Progress in photos.

    Raises:
        NewsMatchError: No collection there.
    """
    report = ImportReport("photos")
    with Collection.open(folder, synced=False) as collection:
        writer = _Writer(collection, "", report)
        rows = [SourceRow(number, None, photo) for number, photo in enumerate(photos, 1)]
        for start in range(0, len(rows), _BATCH):
            yield Progress(start, len(rows), "adding photos")
            with collection.batch():
                writer.write(rows[start : start + _BATCH])
    return report


def _in_languages(
    rows: Sequence[SourceRow | RowProblem],
) -> Iterator[SourceRow | RowProblem]:
    """Yield the rows of a source, in which articles have the language that their words tell."""
    silent = [row.article for row in rows if isinstance(row, SourceRow) and _is_silent(row)]
    told = iter(detect_each([f"{a.title} {a.text}" for a in silent if a is not None]))
    for row in rows:
        if isinstance(row, SourceRow) and row.article is not None and _is_silent(row):
            yield replace(row, article=replace(row.article, lang=next(told)))
        else:
            yield row


def _is_silent(row: SourceRow) -> bool:
    return row.article is not None and not language_code(row.article.lang)


def _language(code: str) -> str:
    code = code.strip().lower()
    if code and not _LANGUAGE.fullmatch(code):
        raise NewsMatchError(
            f"{code!r} is no language code; give one of two or three letters, such as de"
        )
    return code


def _why_nothing(opened: Source, problems: list[RowProblem], *, rows: int) -> str:
    """Say in one sentence why nothing of a source is in the collection."""
    name = opened.path.name
    # What is wrong with a row explains more than a column that was left out.
    told = problems[len(opened.problems) :]
    if opened.format == "photos":
        told = told or problems
    if told:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        return f"nothing of {name} could be used: {told[0].sentence()}{more}"
    if opened.format == "photos":
        return f"the folder {opened.path} holds no photos; choose another one"
    if rows:
        return f"nothing of {name} could be used; say with --format what it is"
    return f"{name} holds no rows below its first one, which names the columns; add some"


class _Writer:
    """Writes rows and remembers what this source already said, to tell duplicates."""

    def __init__(self, collection: Collection, source: str, report: ImportReport) -> None:
        self._articles = collection.articles
        self._images = collection.images
        self._decisions = collection.decisions
        self._paths = collection.images.paths()
        self._ids = {path: image_id for image_id, path in self._paths.items()}
        self._from_folder, self._from_feed = (report.format == f for f in ("photos", "feed"))
        self._source = source
        self._seen: set[str] = set()
        self._otherwise = False
        self._guessed: set[str] = set()
        self._files: dict[str, list[str]] | None = None
        # What was decided is no ground truth, even where a row's decision could not be used.
        self._decided = report.format == "decisions"
        self.report = report

    def write(self, rows: Sequence[SourceRow | RowProblem]) -> None:
        self._guessed = {row.article.id for row in rows if isinstance(row, SourceRow)
                         and row.article is not None and _is_silent(row)}  # fmt: skip
        for row in _in_languages(rows):
            if isinstance(row, RowProblem):
                self.report.problems.append(row)
                continue
            if row.published is None:
                self.report.problems.extend(row.problems)
            if row.article is not None and not self._add_article(row.number, row.article):
                continue
            if row.published is not None:
                add = self._add_pair if row.decision is None else self._merge
                add(row, *row.published)
                continue
            image = self._add_image(row.number, row.image) if row.image is not None else None
            if row.image is not None and image is None:
                continue
            if row.decision is not None:
                self.report.decisions += self._decisions.merge(row.decision)
            elif row.article is not None and image is not None and not self._decided:
                self._articles.add_truth(row.article.id, image)

    def _add_article(self, number: int, delivered: Article) -> bool:
        """Add an article; return False when its id belongs to another one."""
        article = repaired(delivered, marked_up=self._from_feed)
        if self._articles.add(article):
            self.report.articles += 1
            self._seen.add(article.id)
            return True
        before = self._articles.get(article.id)
        if before is None or before.title != article.title:
            self._problem(number, f"the article id {article.id} belongs to another article",
                          "give it an id of its own; the earlier article was kept")  # fmt: skip
            return False
        if article.text not in ("", before.text) and delivered.text != before.text_source:
            self._problem(number, f"the article {article.id} is known with another text",
                          "give it an id of its own; the earlier text was kept")  # fmt: skip
        # A language that was told from few words may be another one among other articles.
        lang = before.lang if article.id in self._guessed else article.lang
        if (before.domain, before.lang) != (article.domain, lang) and not self._otherwise:
            self._otherwise = True
            self._problem(number, f"from here on articles are known as {before.domain}, "
                          f"{before.lang}, and stay so",
                          "import them into a new collection for another domain or language"
                          )  # fmt: skip
        if article.id not in self._seen:
            self.report.known += 1
            self._seen.add(article.id)
        return True

    def _add_pair(self, row: SourceRow, article_id: str, wanted: Image) -> None:
        """Add to the ground truth what a row says of an article and an image of other sources."""
        image = wanted.id if wanted.id in self._paths else self._called(wanted)
        if row.image is not None and image is None:
            image = self._add_image(row.number, row.image)
            if image is None:
                return
        if image is None:
            self.report.problems.extend(row.problems)
        elif self._articles.get(article_id) is None:
            reason = f"there is no article {article_id} that its image could go to"
            self._problem(row.number, reason, "import the articles, and then this table again")
        elif self._articles.add_truth(article_id, image):
            self.report.pairs += 1
        else:
            self.report.known += 1

    def _merge(self, row: SourceRow, article_id: str, wanted: Image) -> None:
        """Merge a decision on a photo that lies elsewhere here: its id and content say which."""
        known = self._images.get(wanted.id)
        hashes = {wanted.content_hash, known.content_hash if known else ""} - {""}
        if known is None or len(hashes) > 1 or row.decision is None:
            self.report.problems.extend(row.problems)
        else:
            self.report.decisions += self._decisions.merge(row.decision)

    def _called(self, wanted: Image) -> str | None:
        """Return the one image of a folder of photos whose file is called so, by its id now."""
        if self._files is None:
            self._files = {}
            for known, path in self._paths.items():
                if _is_from_folder(known, path):
                    self._files.setdefault(photo_parts(path)[-1], []).append(path)
        for parts in map(photo_parts, filter(None, (wanted.path, wanted.id))):
            files = self._files.get(parts[-1], ())
            found = [file for file in files if is_tail(parts, photo_parts(file))]
            if len(found) == 1 and found[0] in self._ids:
                return self._renamed(self._ids[found[0]], replace(wanted, path=found[0]))
        return None

    def _add_image(self, number: int, image: Image) -> str | None:
        """Add an image; return the id it has now, None when its id belongs to another one."""
        path = self._paths.get(image.id)
        if path is None:
            if (known := self._same_file(image)) is not None:
                self.report.known += 1
                return known
            self._images.add(_repaired_image(image))
            self._note(image.id, image.path)
            self.report.images += 1
            return image.id
        try:
            # A copy of the photo elsewhere is the same image, so contents are compared.
            same = path == image.path or filecmp.cmp(path, image.path, shallow=False)
        except (FileNotFoundError, NotADirectoryError):
            self._images.move(image.id, image.path)
            self._note(image.id, image.path)
            self.report.moved += 1
            return image.id
        except OSError:
            same = False
        self.report.known += same
        if not same:
            self._problem(number, f"the image id {image.id} belongs to another photo, {path}",
                          "give it an id of its own; the earlier photo was kept")  # fmt: skip
        return image.id if same else None

    def _same_file(self, image: Image) -> str | None:
        """Return the id of the picture whose file an image names, where it would be there twice.

        A folder's photos are called as they lie there. A table knows better what they are called,
        as long as nothing else was said of them by the folder's name.
        """
        known = self._ids.get(image.path)
        if self._from_folder or known is None:
            return known
        return self._renamed(known, image) if _is_from_folder(known, image.path) else None

    def _renamed(self, known: str, image: Image) -> str:
        if not self._images.rename(known, _repaired_image(image)):
            return known
        del self._paths[known]
        self._note(image.id, image.path)
        return image.id

    def _note(self, image_id: str, path: str) -> None:
        self._paths[image_id] = path
        self._ids[path] = image_id

    def _problem(self, number: int, reason: str, mend: str) -> None:
        self.report.problems.append(RowProblem(self._source, number, reason, mend))


def _is_from_folder(image_id: str, path: str) -> bool:
    """Tell whether an image is called as it lies in the folder that was imported."""
    return Path(path).as_posix().endswith(f"/{image_id}")


def repaired(delivered: Article, *, marked_up: bool = False) -> Article:
    """Return the article with readable title and text; what was delivered is kept beside it.

    Args:
        delivered: The article as it came.
        marked_up: Its headline is HTML, as those of feeds are; elsewhere a tag is what it says.
    """
    title, body = delivered.title, delivered.text
    title = repair_line(_plain(title) if marked_up else title)
    text = repair(_plain(body))
    return replace(
        delivered,
        lang=language_code(delivered.lang),
        title=title,
        text=text,
        title_source=delivered.title if title != delivered.title else "",
        text_source=body if text != body else "",
    )


def _plain(text: str) -> str:
    return strip_markup(text) if _MARKUP.search(text) else text


def _repaired_image(image: Image) -> Image:
    return replace(image, caption=repair_line(image.caption), credit=repair_line(image.credit))
