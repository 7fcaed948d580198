"""The failure explorer: where true images were ranked, why, and what people say of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from newsmatch_gui.domain.failure_notes import Facts, WhyNote, why_notes
from newsmatch_gui.domain.failures import (
    FailureFilter,
    FailureRecord,
    FailureRow,
    FailureTag,
    count_tags,
)
from newsmatch_gui.domain.progress import Progress, Work, finish
from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article
from newsmatch_gui.exchange.failure_files import write_failures_csv, write_failures_json
from newsmatch_gui.services.deciding import annotator_name
from newsmatch_gui.services.failure_facts import Figures, look_closer
from newsmatch_gui.services.sides import Picture, side_of
from newsmatch_gui.services.studying import Study
from newsmatch_gui.store.collection import Collection

SHOWN = 5  # best images beside the true one


@dataclass(frozen=True, slots=True)
class Failure:
    """One article with everything that can be looked up at once.

    Attributes:
        number: Of the article in the study.
        row: As the list shows it.
        article: With its text.
        true: Its true image, the best ranked of several.
        best: The images ranked first, up to ``SHOWN``.
        reading: What the model read.
        facts: What is known without a closer look.
    """

    number: int
    row: FailureRow
    article: Article
    true: Picture
    best: tuple[Picture, ...]
    reading: Reading | None
    facts: Facts

    @property
    def notes(self) -> tuple[WhyNote, ...]:
        """What follows from the facts."""
        return why_notes(self.facts)


class Failures:
    """The failures of a study as the window reads and tags them; lives on one thread.

    Attributes:
        study: Whose failures.
        rows: Every article of the study, worst rank first.
        said: Tags that hold, by article.
        annotator: Who tags.
    """

    def __init__(self, study: Study, *, annotator: str = "") -> None:
        self.study = study
        self.annotator = annotator or annotator_name()
        self._figures = Figures(study)
        self.rows = _rows(self._figures)
        self._row = {row.id: row for row in self.rows}
        self._collection = Collection.open(study.pool.folder)
        self.said: dict[str, frozenset[FailureTag]] = {}
        for row in self._collection.failure_tags.all_current():
            self.said[row.article_id] = self.tags(row.article_id) | {row.tag}

    def close(self) -> None:
        """Close the collection."""
        self._collection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def shown(self, wanted: FailureFilter) -> tuple[FailureRow, ...]:
        """Return the articles that a filter keeps, worst rank first."""
        return tuple(row for row in self.rows if wanted.keeps(row, self.tags(row.id)))

    def tags(self, article_id: str) -> frozenset[FailureTag]:
        """Return what holds for an article."""
        return self.said.get(article_id, frozenset())

    def toggle(self, article_ids: Sequence[str], tag: FailureTag) -> bool:
        """Set a tag on articles, or take it away when all of them have it; durable on return.

        Returns:
            Whether they have it now.
        """
        present = not all(tag in self.tags(article_id) for article_id in article_ids)
        changed = [name for name in article_ids if (tag in self.tags(name)) is not present]
        self._collection.failure_tags.say(changed, tag, present=present, annotator=self.annotator)
        for article_id in changed:
            self.said[article_id] = self.tags(article_id) ^ {tag}
        return present

    def counts(self, rows: Iterable[FailureRow]) -> dict[FailureTag, int]:
        """Return how many of the articles have each tag."""
        return count_tags((row.id for row in rows), self.said)

    def failure(self, article_id: str) -> Failure:
        """Return one article with its pictures and what is known at once.

        Raises:
            KeyError: The study has no such article.
        """
        number = self.study.row[article_id]
        return _failure(self._collection, self._figures, number, self._row[article_id])

    def look_closer(self, failure: Failure) -> Work[tuple[WhyNote, ...]]:
        """Return the notes on an article after a closer look; fit for another thread."""
        facts = yield from look_closer(
            self._figures, failure.number, failure.facts, failure.true.image, failure.reading
        )
        return why_notes(facts)


def list_failures(study: Study, wanted: FailureFilter) -> Work[tuple[FailureRecord, ...]]:
    """Return the articles that a filter keeps with what people said and what follows from figures.

    Worst rank first. Reads every true photo once.
    """
    figures = Figures(study)
    said: dict[str, list[tuple[FailureTag, str]]] = {}
    with Collection.open(study.pool.folder) as collection:
        for line in collection.failure_tags.all_current():
            said.setdefault(line.article_id, []).append((line.tag, line.annotator))
        tags = {article_id: {tag for tag, _ in marks} for article_id, marks in said.items()}
        rows = [row for row in _rows(figures) if wanted.keeps(row, tags.get(row.id, set()))]
        records = []
        for done, row in enumerate(rows):
            yield Progress(done, len(rows), "looking at failures")
            found = _failure(collection, figures, study.row[row.id], row)
            facts = finish(
                look_closer(figures, found.number, found.facts, found.true.image, found.reading)
            )
            marks = said.get(row.id, [])
            records.append(
                FailureRecord(
                    row, found.true.image.id, found.best[0].image.id,
                    tuple(tag for tag in FailureTag if tag in tags.get(row.id, ())),
                    tuple(sorted({annotator for _, annotator in marks})), why_notes(facts),
                )
            )  # fmt: skip
    return tuple(records)


def save_failures(records: Sequence[FailureRecord], target: Path) -> int:
    """Write failures to a file, JSON when it ends so and CSV otherwise; returns their number.

    Raises:
        NewsMatchError: The file cannot be written.
    """
    write = write_failures_json if target.suffix.lower() == ".json" else write_failures_csv
    write(target, records)
    return len(records)


def export_failures(study: Study, wanted: FailureFilter, target: Path) -> Work[int]:
    """Write the articles that a filter keeps to a file, as ``save_failures`` does."""
    records = yield from list_failures(study, wanted)
    return save_failures(records, target)


def _rows(figures: Figures) -> tuple[FailureRow, ...]:
    study = figures.study
    rows = (
        FailureRow(
            a.id, a.title, a.domain, a.lang, a.tags, a.length,
            int(study.true_ranks[number]), figures.margin(number),
        )
        for number, a in enumerate(study.articles)
    )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: -row.rank))


def _failure(collection: Collection, figures: Figures, number: int, row: FailureRow) -> Failure:
    article = collection.articles.get(row.id) or Article(row.id, row.title)
    side = side_of(figures.study, collection, row.id, SHOWN)
    facts = figures.facts(number, article, side.true.image, side.reading)
    return Failure(number, row, article, side.true, side.top, side.reading, facts)
