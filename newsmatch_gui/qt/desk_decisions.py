"""Deciding at the desk: what each verdict does to the store and to what is on screen."""

from PySide6.QtCore import QObject, Signal, Slot

from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.qt.article_list import ArticleFilter
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.empty_page import Lack, what_lacks
from newsmatch_gui.qt.panels import ArticlePanel, CandidatePanel
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.services.deciding import Changes


class DeskDecisions(QObject):
    """Turns verdicts into decisions, and goes on to the next open article.

    Signals:
        decided: A ``Change`` is in the store.
        said: A sentence for the status bar.
    """

    decided = Signal(object)
    said = Signal(str)

    def __init__(
        self, stage: Stage, articles: ArticleFilter, panel: ArticlePanel,
        candidates: CandidateModel, pictures: CandidatePanel, parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._stage = stage
        self._filter, self._panel = articles, panel
        self._articles = articles.articles
        self._candidates, self._pictures = candidates, pictures
        self._latest: tuple[str, str | None] | None = None
        self._went_to = ("", 0)  # article and row after the latest decision
        pictures.view.selectionModel().currentChanged.connect(self._forget)

    def choose(self, place: int) -> None:
        """Choose the candidate in a row and go on to the next open article."""
        if (decided := self._decide(place, Verdict.CHOSEN)) is not None:
            self._advance()
            self._arrived(decided)

    def choose_selected(self) -> None:
        """Choose the selected candidate."""
        self.choose(self._pictures.current_place())

    def judge(self, verdict: Verdict) -> None:
        """Say of the selected candidate that it is acceptable or rejected."""
        place = self._pictures.current_place()
        if (decided := self._decide(place, verdict)) is not None:
            self._pictures.select(place + 1)
            self._arrived(decided)

    def none_fits(self) -> None:
        """Say that no picture fits the article, and go on."""
        if self._ready():
            decided = (self._stage.article_id, None)
            self._record(None, Verdict.NONE_FITS, self._candidates.shown_overall())
            self._advance()
            self._arrived(decided)

    def grade(self, fit: int) -> None:
        """Say how well the selected candidate fits, from 1 to 5."""
        place = self._pictures.current_place()
        image_id = self._candidates.image_id(place) if self._ready() else None
        if (desk := self._stage.desk) is not None and image_id is not None:
            shown = self._candidates.shown(place)
            self.apply(desk.grade(self._stage.article_id, image_id, fit, shown))
            self._pictures.select(place + 1)
            self._arrived((self._stage.article_id, image_id))

    def latest(self) -> tuple[str, str | None] | None:
        """Return article and image decided on just now, None once something else was selected."""
        return self._latest

    @Slot()
    def _forget(self) -> None:
        """Forget the latest decision once something else is selected than came after it."""
        if self._went_to != self._here():
            self._latest = None

    def _arrived(self, decided: tuple[str, str | None]) -> None:
        self._latest, self._went_to = decided, self._here()

    def _here(self) -> tuple[str, int]:
        # Pictures of the next article may be ranked still; the first one will be selected then.
        ready = self._stage.ready
        return self._stage.article_id, self._pictures.current_place() if ready else 0

    def undo(self, *, whole: bool = False) -> None:
        """Take back the latest decision, or all made at once with it, and show its article."""
        if (desk := self._stage.desk) is not None and self.may_write():
            changes = desk.undo(whole=whole)
            self._revert(changes, self.tr("Nothing to undo"))
            if changes and (rest := desk.standing(changes[0].batch)):
                self.said.emit(
                    self.tr("%Ln more were decided at once with it; they stand", "", rest)
                )

    def redo(self, *, whole: bool = False) -> None:
        """Bring back the decision last undone, or all made at once, and show its article."""
        if (desk := self._stage.desk) is not None and self.may_write():
            self._revert(desk.redo(whole=whole), self.tr("Nothing to redo"))

    def why_not(self) -> str:
        """Say why there are no pictures to decide on."""
        lack = what_lacks(self._stage.desk, self._stage.pool, self._stage.article_id)
        if lack is not None and (lack is Lack.STORY or not self._stage.search):
            return self._pictures.empty_page.sentence(lack)
        self._stage.awaited = True
        return self.tr("The pictures of this article are not there yet")

    def _decide(self, place: int, verdict: Verdict) -> tuple[str, str] | None:
        """Decide on the candidate in a row; return article and image, None when nothing can be."""
        image_id = self._candidates.image_id(place) if self._ready() else None
        if image_id is None:
            return None
        self._record(image_id, verdict, self._candidates.shown(place))
        return self._stage.article_id, image_id

    def _ready(self) -> bool:
        if not self._stage.ready:
            self.said.emit(self.why_not())
        return self._stage.ready and self.may_write()

    def may_write(self) -> bool:
        """Tell whether this window decides; another one may have the collection open."""
        reason = self._stage.desk.read_only if self._stage.desk is not None else ""
        if reason:
            self.said.emit(reason)
        return not reason

    def _record(self, image_id: str | None, verdict: Verdict, shown: Shown) -> None:
        if (desk := self._stage.desk) is not None:
            # Durable when this returns, and only then may the next article show.
            self.apply(desk.decide(self._stage.article_id, image_id, verdict, shown))

    def _revert(self, changes: Changes, nothing: str) -> None:
        if not changes:
            self.said.emit(nothing)
            return
        self._latest = None
        self.said.emit("")  # what was said of the step before holds no longer
        self.apply(changes)
        change = changes[0]
        if (place := self._articles.place(change.article_id)) is not None:
            self._select(place)
            if not self._filter.shown(place).isValid():
                self.said.emit(self.tr("The filter hides this article from the list"))

    def apply(self, changes: Changes) -> None:
        """Show what was written to the store."""
        desk = self._stage.desk
        if desk is None or not changes:
            return
        names = {change.article_id for change in changes}
        if len(names) == 1:
            (name,) = names
            self._articles.set_state(name, desk.state(name))
        else:
            self._articles.set_states(desk.states())
        if self._stage.article_id in names:
            self._candidates.set_said(desk.said(self._stage.article_id))
            if self._stage.ready:
                self._pictures.show_source(self._stage.search)
        self.tell_progress()
        for change in changes:
            self.decided.emit(change)

    def tell_progress(self) -> None:
        """Show how many articles are decided."""
        self._panel.show_progress(self._articles.decided(), self._articles.rowCount())

    def _advance(self) -> None:
        """Go to the next open article of the list as it is filtered."""
        place = self._articles.place(self._stage.article_id)
        after = None if place is None else next(self._filter.open_after(place), None)
        if after is not None:
            self._select(after)
        elif self._articles.decided() < self._articles.rowCount():
            self.said.emit(self.tr("No article of the filtered list is open any more"))
        else:
            self.said.emit(self.tr("Every article is decided"))

    def _select(self, place: int) -> None:
        self._panel.select(place)
        self._pictures.take_focus()
