"""Importing a source into a collection: ids unchanged, text repaired, bad rows told."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import Article, Image, RowProblem
from newsmatch_gui.exchange.sources import Options, SourceRow, open_source
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.text.repair import decode, repair, repair_line, strip_markup

_BATCH = 256


@dataclass(slots=True)
class ImportReport:
    """What an import did.

    Attributes:
        format: The recognised format.
        articles: Articles added.
        images: Images added.
        known: Articles and images that were there before, unchanged.
        decisions: Somebody's exported decisions added.
        moved: Images whose file now lies elsewhere.
        problems: Rows that were left out, wholly or in part.
    """

    format: str
    articles: int = 0
    images: int = 0
    known: int = 0
    moved: int = 0
    decisions: int = 0
    problems: list[RowProblem] = field(default_factory=list)


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

    Photos are looked for, not decoded. Importing the same source again changes nothing.

    Args:
        folder: The collection.
        source: A table, a saved feed or a folder of photos.
        format: Name of the format, empty to recognise it.
        images: Where the photos lie, None to look beside the source.
        domain: ``rss``, ``rt`` or ``tw`` for every row, empty for the source's own.
        lang: Language code for every row, empty for the source's own.

    Yields:
        Progress in rows.

    Raises:
        NewsMatchError: The source as a whole cannot be read.
    """
    yield Progress(0, 0, "opening the source")
    opened = open_source(source, decode, Options(images, domain, lang), format=format)
    with Collection.open(folder, create=True, synced=False) as collection:
        writer = _Writer(collection, opened.path.name, ImportReport(opened.format))
        done = 0
        rows = iter(opened.rows)
        while chunk := list(islice(rows, _BATCH)):
            with collection.batch():
                writer.write(chunk)
            done += len(chunk)
            left_out = {"problems": len(writer.report.problems)}
            yield Progress(done, max(done, opened.expected), "reading rows", left_out)
        with collection.batch():
            collection.articles.replace_problems(str(opened.path), writer.report.problems)
        yield Progress(done, done, "reading rows", {"problems": len(writer.report.problems)})
        return writer.report


class _Writer:
    """Writes rows and remembers what this source already said, to tell duplicates."""

    def __init__(self, collection: Collection, source: str, report: ImportReport) -> None:
        self._articles = collection.articles
        self._images = collection.images
        self._decisions = collection.decisions
        self._paths = collection.images.paths()
        self._source = source
        self._seen: dict[str, str] = {}
        # What was decided is no ground truth, even where a row's decision could not be used.
        self._decided = report.format == "decisions"
        self.report = report

    def write(self, rows: Iterable[SourceRow | RowProblem]) -> None:
        for row in rows:
            if isinstance(row, RowProblem):
                self.report.problems.append(row)
                continue
            if row.problem is not None:
                self.report.problems.append(row.problem)
            if row.article is not None and not self._add_article(row.number, row.article):
                continue
            if row.image is not None:
                self._add_image(row.image)
            if row.decision is not None:
                self.report.decisions += self._decisions.merge(row.decision)
            elif row.article is not None and row.image is not None and not self._decided:
                self._articles.add_truth(row.article.id, row.image.id)

    def _add_article(self, number: int, delivered: Article) -> bool:
        """Add an article; return False when its id belongs to another one."""
        article = repaired(delivered)
        if self._articles.add(article):
            self.report.articles += 1
            self._seen[article.id] = article.title
            return True
        before = self._articles.get(article.id)
        if before is None or before.title != article.title:
            self._problem(number, f"the article id {article.id} belongs to another article",
                          "give it an id of its own; the earlier article was kept")  # fmt: skip
            return False
        if article.id not in self._seen:
            self.report.known += 1
            self._seen[article.id] = article.title
        return True

    def _add_image(self, image: Image) -> None:
        path = self._paths.get(image.id)
        if path is None:
            self._images.add(_repaired_image(image))
            self._paths[image.id] = image.path
            self.report.images += 1
        elif path == image.path:
            self.report.known += 1
        elif not Path(path).exists():
            self._images.move(image.id, image.path)
            self._paths[image.id] = image.path
            self.report.moved += 1

    def _problem(self, number: int, reason: str, mend: str) -> None:
        self.report.problems.append(RowProblem(self._source, number, reason, mend))


def repaired(delivered: Article) -> Article:
    """Return the article with readable title and text; what was delivered is kept beside it."""
    title = repair_line(delivered.title)
    body = delivered.text
    text = repair(strip_markup(body) if "</" in body or "<br" in body else body)
    return replace(
        delivered,
        title=title,
        text=text,
        title_source=delivered.title if title != delivered.title else "",
        text_source=body if text != body else "",
    )


def _repaired_image(image: Image) -> Image:
    return replace(image, caption=repair_line(image.caption), credit=repair_line(image.credit))
