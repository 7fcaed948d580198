"""Deciding on an article, and taking decisions back."""

import getpass
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article, Decision, Image, Shown, Verdict
from newsmatch_gui.store.articles import ArticleLine
from newsmatch_gui.store.collection import Collection


def annotator_name() -> str:
    """Return who decides: the account's name, which the log keeps with every decision."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return "annotator"


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision changed: everything a window must repaint."""

    article_id: str
    image_id: str | None
    verdict: Verdict


class Desk:
    """An open collection as the window reads and decides it; lives on one thread.

    Every decision is durable when the call returns.

    Attributes:
        folder: The collection.
        annotator: Who decides.
    """

    def __init__(self, folder: Path, *, annotator: str = "") -> None:
        self.folder = folder
        self.annotator = annotator or annotator_name()
        self._collection = Collection.open(folder)

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

    def lines(self) -> tuple[ArticleLine, ...]:
        """Return the article list in source order."""
        return self._collection.articles.lines()

    def states(self) -> dict[str, Verdict]:
        """Return the state of each decided article."""
        return self._collection.decisions.states()

    def state(self, article_id: str) -> Verdict | None:
        """Return the state of one article, None while it is open."""
        return self._collection.decisions.state(article_id)

    def article(self, article_id: str) -> Article | None:
        """Return an article with its text."""
        return self._collection.articles.get(article_id)

    def image(self, image_id: str) -> Image | None:
        """Return an image with credit and licence."""
        return self._collection.images.get(image_id)

    def reading(self, article_id: str, recipe: str, model: str) -> Reading | None:
        """Return what a model read of an article, None while it is not indexed."""
        return self._collection.readings.get(article_id, recipe, model)

    def verdicts(self, article_id: str) -> dict[str | None, Verdict]:
        """Return the verdicts that hold for an article, by image (None for the article)."""
        return {d.image_id: d.verdict for d in self._collection.decisions.current(article_id)}

    def counts(self) -> tuple[int, int]:
        """Return (articles, images)."""
        return self._collection.articles.count(), self._collection.images.count()

    def decide(
        self, article_id: str, image_id: str | None, verdict: Verdict, shown: Shown
    ) -> Change:
        """Append a decision; saying the same thing again withdraws it."""
        if self.verdicts(article_id).get(image_id) is verdict and verdict is not Verdict.CHOSEN:
            verdict = Verdict.WITHDRAWN
        decision = self._collection.decisions.decide(
            article_id, image_id, verdict, annotator=self.annotator, shown=shown
        )
        return _change(decision)

    def undo(self) -> Change | None:
        """Take back the latest decision, also one of an earlier day."""
        decision = self._collection.decisions.undo(self.annotator)
        return _change(decision) if decision else None

    def redo(self) -> Change | None:
        """Bring back the decision that was last undone."""
        decision = self._collection.decisions.redo(self.annotator)
        return _change(decision) if decision else None


def _change(decision: Decision) -> Change:
    return Change(decision.article_id, decision.image_id, decision.verdict)
