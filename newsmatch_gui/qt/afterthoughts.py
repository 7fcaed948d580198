"""What is said beside a verdict: its reason, a note, where a picture belongs, to look again."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.records import REASONED, Decision
from newsmatch_gui.qt.article_list import ArticleListModel
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.desk_decisions import DeskDecisions
from newsmatch_gui.qt.panels import ArticlePanel, CandidatePanel
from newsmatch_gui.qt.relabel_dialog import RelabelDialog
from newsmatch_gui.qt.said import said_sentence
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.qt.their_words import shortened
from newsmatch_gui.qt.theme import verdict_word


class Afterthoughts(QObject):
    """Amends decisions; each amendment is a decision of its own, so undo takes it back.

    Signals:
        said: A sentence for the status bar.
    """

    said = Signal(str)

    def __init__(
        self, stage: Stage, decisions: DeskDecisions, articles: ArticleListModel,
        panel: ArticlePanel, candidates: CandidateModel, pictures: CandidatePanel,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk = parent
        self._stage, self._decisions = stage, decisions
        self._articles, self._panel = articles, panel
        self._candidates, self._pictures = candidates, pictures
        self._subject: tuple[str, str | None, bool] | None = None  # and whether it was decided
        pictures.decision_bar.saved.connect(self._explain)
        pictures.decision_bar.closed.connect(pictures.take_focus)
        panel.list.dropped.connect(self.drop)

    # Reason and note -----------------------------------------------------------------------

    def explain(self) -> None:
        """Ask why, of what was decided just now or else of the selected picture."""
        desk = self._stage.desk
        subject = self._decisions.latest() or self._selected()
        if desk is None or subject is None or not self._decisions.may_write():
            return
        article_id, image_id = subject
        decision = desk.said(article_id).get(image_id)
        self._subject = (*subject, decision is not None)
        self._pictures.decision_bar.ask(
            self._title(article_id, image_id, decision),
            reason=decision.reason if decision else "",
            note=decision.note if decision else "",
            with_reasons=decision is None or decision.verdict in REASONED,
        )

    def _selected(self) -> tuple[str, str | None] | None:
        if not self._stage.ready:
            self.said.emit(self._decisions.why_not())
            return None
        image_id = self._candidates.image_id(self._pictures.current_place())
        return None if image_id is None else (self._stage.article_id, image_id)

    def _title(self, article_id: str, image_id: str | None, decision: Decision | None) -> str:
        headline = self._headline(article_id)
        if decision is None:
            text = self.tr("Reject “{0}” for “{1}”, because:")
            return text.format(self._picture(image_id), headline)
        if image_id is None:
            return self.tr("No picture fits “{0}”, because:").format(headline)
        return self.tr("“{0}” is {2} for “{1}”:").format(
            self._picture(image_id), headline, verdict_word(decision.verdict)
        )

    def _headline(self, article_id: str) -> str:
        place = self._articles.place(article_id)
        return article_id if place is None else shortened(str(self._articles.index(place).data()))

    def _picture(self, image_id: str | None) -> str:
        desk = self._stage.desk
        image = desk.image(image_id) if desk is not None and image_id else None
        return shortened(image.caption or image.id if image else str(image_id))

    @Slot(str, str)
    def _explain(self, reason: str, note: str) -> None:
        desk = self._stage.desk
        if desk is None or self._subject is None:
            return
        article_id, image_id, was_decided = self._subject
        if was_decided and image_id not in desk.said(article_id):
            self.said.emit(self.tr("That decision was undone meanwhile"))
            return
        shown = self._candidates.shown(self._pictures.current_place())
        self._decisions.apply(
            desk.explain(article_id, image_id, reason=reason, note=note, shown=shown)
        )
        now = desk.said(article_id)[image_id]
        self.said.emit(": ".join(filter(None, (verdict_word(now.verdict), said_sentence(now)))))

    # Where a picture belongs ---------------------------------------------------------------

    def relabel(self) -> None:
        """Ask to which article the selected picture belongs."""
        subject = self._selected()
        if subject is None or subject[1] is None or not self._decisions.may_write():
            return
        article_id, image_id = subject[0], subject[1]
        dialog = RelabelDialog(self._articles, article_id, self._picture(image_id), self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settled.connect(
            lambda to, reject: self._belongs(article_id, image_id, to, reject_here=reject)
        )
        dialog.finished.connect(self._pictures.take_focus)
        dialog.open()

    @Slot(str, str)
    def drop(self, image_id: str, to_article: str) -> None:
        """Take a picture that was dropped on an article of the list as belonging to it."""
        if self._stage.ready and self._decisions.may_write():
            self._belongs(self._stage.article_id, image_id, to_article, reject_here=False)

    def _belongs(
        self, article_id: str, image_id: str, to_article: str, *, reject_here: bool
    ) -> None:
        desk = self._stage.desk
        if desk is None:
            return
        model = self._candidates.shown_overall().model
        self._decisions.apply(
            desk.relabel(article_id, image_id, to_article, model=model, reject_here=reject_here)
        )
        text = self.tr("Chosen for “{0}”").format(self._headline(to_article))
        if reject_here:
            text += self.tr(", and rejected here")
        self.said.emit(text)

    # Looking again -------------------------------------------------------------------------

    def queue(self) -> None:
        """Put the article on the desk into the review queue, or take it out."""
        article_id = self._stage.article_id
        if not article_id:
            self.said.emit(self._decisions.why_not())
        elif not self._decisions.may_write():
            return
        elif article_id in self._articles.queued():
            self._panel.review.remove([article_id])
            self.said.emit(self.tr("Taken out of the review queue"))
        else:
            self._panel.review.send([article_id], self.tr("put there at the desk"))
            self.said.emit(self.tr("In the review queue now"))
