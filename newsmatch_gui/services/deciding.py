"""Deciding on an article, and taking decisions back."""

import getpass
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import (
    REASONED,
    Article,
    Decision,
    Image,
    Reason,
    Shown,
    Verdict,
    verdict_of_fit,
)
from newsmatch_gui.store.articles import ArticleLine
from newsmatch_gui.store.collection import Collection

RELABEL = "relabel"
"""What stands for the recipe where a picture was found in another article's ranking."""


def annotator_name() -> str:
    """Return who decides: the account's name, which the log keeps with every decision."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return "annotator"


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision changed: everything a window must repaint.

    ``batch`` names the decisions made at once with it, "" when it was made alone.
    """

    article_id: str
    image_id: str | None
    verdict: Verdict
    batch: str = ""


Changes = tuple[Change, ...]


class Desk:
    """An open collection as the window reads and decides it; lives on one thread.

    Every decision is durable when the call returns. Where ``read_only`` says why, whatever would
    decide raises a ``NewsMatchError`` instead.

    Attributes:
        folder: The collection.
        annotator: Who decides.
        read_only: Why nothing can be decided here, in one sentence; "" where it can.
    """

    def __init__(self, folder: Path, *, annotator: str = "") -> None:
        self.folder = folder
        self.read_only = ""
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

    def is_first_choice(self, article_id: str, image_id: str | None) -> bool:
        """Tell whether a picture is chosen for an article, and no other one ever was."""
        log = self._collection.decisions
        chosen = self.verdicts(article_id).get(image_id) is Verdict.CHOSEN
        return chosen and log.choices(article_id) == 1

    def verdicts(self, article_id: str) -> dict[str | None, Verdict]:
        """Return the verdicts that hold for an article, by image (None for the article)."""
        return {d.image_id: d.verdict for d in self._collection.decisions.current(article_id)}

    def said(self, article_id: str) -> dict[str | None, Decision]:
        """Return the decisions that hold for an article, by image (None for the article)."""
        return {d.image_id: d for d in self._collection.decisions.current(article_id)}

    def counts(self) -> tuple[int, int]:
        """Return (articles, images)."""
        return self._collection.articles.count(), self._collection.images.count()

    # Deciding ------------------------------------------------------------------------------

    def decide(
        self, article_id: str, image_id: str | None, verdict: Verdict, shown: Shown
    ) -> Changes:
        """Append a decision; saying the same thing again withdraws it.

        Grade and note stay with a picture whatever is decided about it anew; the reason goes, as
        it was one for the former verdict.
        """
        said = self.said(article_id)
        before = said.get(image_id)
        if before is not None and before.verdict is verdict and verdict is not Verdict.CHOSEN:
            return self._append([self._draft(article_id, image_id, Verdict.WITHDRAWN, shown)])
        decision = self._draft(article_id, image_id, verdict, shown)
        if before is not None:
            decision = replace(decision, fit=before.fit, note=before.note)
        if verdict is Verdict.CHOSEN:
            return self._append([*self._stepping_down(said, image_id), decision])
        return self._append([decision])

    def grade(self, article_id: str, image_id: str, fit: int, shown: Shown) -> Changes:
        """Say how well a picture fits, from 1 to 5; the same grade again takes it away.

        A verdict that somebody gave stays. A picture without one gets the verdict of its grade,
        which then follows the grade.
        """
        before = self.said(article_id).get(image_id)
        if before is None:
            draft = self._draft(article_id, image_id, verdict_of_fit(fit), shown)
            return self._append([replace(draft, fit=fit)])
        if before.fit == fit:
            return self._append([self._again(before, shown=shown, fit=0)])
        follows = before.fit > 0 and before.verdict is verdict_of_fit(before.fit)
        verdict = verdict_of_fit(fit) if follows else before.verdict
        reason = before.reason if verdict in REASONED else ""
        return self._append(
            [self._again(before, shown=shown, fit=fit, verdict=verdict, reason=reason)]
        )

    def explain(
        self, article_id: str, image_id: str | None, *, reason: str, note: str, shown: Shown
    ) -> Changes:
        """Give a decision a reason and a note; a picture without a verdict is rejected by it.

        The reason is kept with a rejection and with "none fits" only.
        """
        before = self.said(article_id).get(image_id)
        if before is None:
            before = self._draft(article_id, image_id, Verdict.REJECTED, shown)
        kept = reason if before.verdict in REASONED else ""
        return self._append([self._again(before, reason=kept, note=note)])

    def relabel(
        self, article_id: str, image_id: str, to_article: str, *, model: str, reject_here: bool
    ) -> Changes:
        """Choose a picture for another article than the one it was found at.

        Args:
            article_id: Where it was found.
            image_id: The picture.
            to_article: Where it belongs.
            model: Whose ranking it was found in. Its rank there says nothing of ``to_article``,
                so it is not kept.
            reject_here: Reject it for ``article_id``, since it belongs elsewhere.
        """
        shown = Shown(model, RELABEL)
        said = self.said(to_article)
        chosen = self._draft(to_article, image_id, Verdict.CHOSEN, shown)
        if (before := said.get(image_id)) is not None:
            chosen = replace(chosen, fit=before.fit, note=before.note)
        drafts = [*self._stepping_down(said, image_id), chosen]
        if reject_here:
            rejected = self._draft(article_id, image_id, Verdict.REJECTED, shown)
            drafts.insert(0, replace(rejected, reason=Reason.BELONGS_ELSEWHERE.value))
        return self._append(drafts)

    def decide_many(
        self, rulings: Iterable[tuple[str, str | None, Shown]], verdict: Verdict
    ) -> Changes:
        """Decide alike on many articles at once, all of them or none.

        Args:
            rulings: Article, image (None for the article) and what was on the screen.
            verdict: What is said of each.
        """
        return self._append([self._draft(a, i, verdict, shown) for a, i, shown in rulings])

    def undo(self, *, whole: bool = False) -> Changes:
        """Take back the latest decision, also one of an earlier day; nothing when there is none.

        Of decisions made at once, this takes back those on one article, or the whole of them.
        """
        self._check_may_write()
        return _changes(self._collection.decisions.undo(self.annotator, whole=whole))

    def standing(self, batch: str) -> int:
        """Return how many of the decisions made at once were not taken back."""
        return self._collection.decisions.standing(batch) if batch else 0

    def redo(self, *, whole: bool = False) -> Changes:
        """Bring back the decision that was last undone, or all that were made at once with it."""
        self._check_may_write()
        return _changes(self._collection.decisions.redo(self.annotator, whole=whole))

    def _stepping_down(
        self, said: dict[str | None, Decision], image_id: str | None
    ) -> list[Decision]:
        """Return what becomes of the picture chosen so far if it was graded: its grade speaks.

        Others step down by themselves, since one picture is chosen at a time.
        """
        return [
            self._again(d, verdict=verdict_of_fit(d.fit))
            for d in said.values()
            if d.verdict is Verdict.CHOSEN and d.image_id != image_id and d.fit
        ]

    def _draft(
        self, article_id: str, image_id: str | None, verdict: Verdict, shown: Shown
    ) -> Decision:
        return Decision("", article_id, image_id, verdict, self.annotator, "", shown)

    def _again(self, before: Decision, **changed: object) -> Decision:
        return replace(before, annotator=self.annotator, **changed)

    def _append(self, drafts: Iterable[Decision]) -> Changes:
        self._check_may_write()
        return _changes(self._collection.decisions.decide_at_once(drafts))

    def _check_may_write(self) -> None:
        if self.read_only:
            raise NewsMatchError(self.read_only)


def _changes(decisions: Iterable[Decision]) -> Changes:
    return tuple(Change(d.article_id, d.image_id, d.verdict, d.batch) for d in decisions)
