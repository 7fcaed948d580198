"""Searching at the desk: by words, by pictures, among those that pass the filters."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QDropEvent, QGuiApplication

from newsmatch_gui.domain.query import Example, Query
from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.qt.article_view import PICTURE
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.qt.panels import CandidatePanel
from newsmatch_gui.qt.ranker import Ranker
from newsmatch_gui.qt.search_bar import holds_picture, picture_bytes, picture_files
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.services.deciding import Change
from newsmatch_gui.services.searching import example_at, offered

_MOST = 8  # pictures to search by


class Searching(QObject):
    """Ranks the pool by what is in the search bar instead of the article, and goes back to it.

    Signals:
        found: The article and the query that a ``Ranking`` belongs to.
        left: The article counts again.
        filtered: Other filters hold.
        said: A sentence for the status bar.
        failed: An exception that looking something up raised.

    Attributes:
        lane: Looks up what filters can offer, and whether a file is a picture of the collection.
    """

    found = Signal(str, object, object)
    left = Signal()
    filtered = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, stage: Stage, ranker: Ranker, candidates: CandidateModel, pictures: CandidatePanel,
        why_not: Callable[[], str], parent: QObject,
    ) -> None:  # fmt: skip
        """Make it.

        Args:
            stage: What is on the desk.
            ranker: Ranks.
            candidates: The candidates on screen.
            pictures: Where they are shown.
            why_not: Says why there are no pictures.
            parent: The desk.
        """
        super().__init__(parent)
        self._stage, self._ranker = stage, ranker
        self._candidates, self._pictures, self._why_not = candidates, pictures, why_not
        self._bar = bar = pictures.bar
        self.lane = Lane(self, latest_wins=False)
        bar.asked.connect(self.search)
        bar.filters_changed.connect(self._filter)
        bar.filters_opened.connect(self._offer)
        bar.picture_pasted.connect(self.paste)
        ranker.found.connect(self._found)
        ranker.failed.connect(self.give_up)
        pictures.setAcceptDrops(True)
        pictures.installEventFilter(self)

    def focus(self) -> None:
        """Go to the search field, or say why nothing can be searched."""
        if self._bar.field.isEnabled():
            self._bar.field.setFocus()
            self._bar.field.selectAll()
        else:
            self.said.emit(self._why_not())

    @Slot()
    def search(self) -> None:
        """Rank by what is in the bar; by the article when there is nothing."""
        if self._stage.pool is None:
            return
        query = self._bar.query()
        if not query:
            self.end()
            return
        self._stage.search, self._stage.on_screen = query, None
        self._pictures.show_busy(query)
        self._ranker.search(query, self._stage.article_id)

    @Slot()
    def model_loaded(self) -> None:
        """Run the search that waited for the model, if it still stands."""
        if self._stage.search and not self._stage.shown:
            self.search()

    @Slot(object, str, object)
    def _found(self, query: Query, article_id: str, ranking: Ranking) -> None:
        if (article_id, query) == (self._stage.article_id, self._stage.search):
            self.found.emit(article_id, query, ranking)
            if self._bar.field.hasFocus():
                self._pictures.take_focus()

    @Slot()
    def give_up(self) -> None:
        """Go back to the article when a search failed; what was typed stays, to be mended."""
        if self._stage.search and not self._stage.shown:
            self._stage.search = Query()
            self.left.emit()

    def forget(self) -> None:
        """Empty the bar, for another article; the filters stay."""
        self._stage.search = Query()
        self._bar.clear()

    def end(self) -> None:
        """Put the filters away if they are in use, else rank for the article again."""
        if not self._bar.close_filters():
            self.forget()
            self.left.emit()
        self._pictures.take_focus()

    # By pictures -----------------------------------------------------------------------------

    def more_like_this(self, *, also: bool = False) -> None:
        """Search for pictures like the selected one.

        Args:
            also: Beside what is searched for already, instead of it.
        """
        image_id = self._candidates.image_id(self._pictures.current_place())
        if image_id is None or not self._stage.shown:
            self.said.emit(self._why_not())
            return
        self._take([Example(image_id=image_id)], also=also)

    @Slot()
    def paste(self) -> None:
        """Search for pictures like the one on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not self._take_mime(mime):
            self.said.emit(self.tr("There is no picture on the clipboard"))

    def _take_mime(self, mime: QMimeData) -> bool:
        """Search by the pictures of a drop or of the clipboard; return whether there are any."""
        if self._stage.pool is None:
            return False
        if mime.hasFormat(PICTURE):
            self._take([Example(image_id=mime.data(PICTURE).data().decode("utf-8"))])
        elif files := picture_files(mime)[:_MOST]:
            self._take_files(files)
        elif content := picture_bytes(mime):
            self._take([Example(content=content)])
        else:
            return False
        return True

    def _take_files(self, files: Sequence[Path]) -> None:
        if (pool := self._stage.pool) is not None:
            job = self.lane.start(
                lambda: once(lambda: [example_at(pool.folder, path) for path in files], "looking")
            )
            job.succeeded.connect(self._take)
            job.failed.connect(self.failed)

    def _take(self, examples: Sequence[Example], *, also: bool = False) -> None:
        """Search by pictures; what was typed stays only where they are added to it."""
        if also:
            examples = [*self._bar.query().examples, *examples][-_MOST:]
        else:
            self._bar.field.clear()
        self._bar.set_examples(tuple(dict.fromkeys(examples)))
        self.search()

    # Filters ---------------------------------------------------------------------------------

    @Slot()
    def _filter(self) -> None:
        self._stage.filters, self._stage.on_screen = self._bar.filters.filters, None
        self._ranker.set_filters(self._stage.filters)
        self.filtered.emit()

    @Slot(object)
    def decided(self, change: Change) -> None:
        """Mend or forget rankings that a decision changed, since a filter looks at decisions."""
        filters, desk = self._stage.filters, self._stage.desk
        if not filters.follows_decisions or desk is None:
            return
        alone = not change.batch and filters.unused and not filters.undecided
        first = alone and desk.is_first_choice(change.article_id, change.image_id)
        if first and change.image_id is not None:
            # What was ranked ahead stays ranked ahead, so that the next key need not wait.
            self._ranker.leave_out(change.image_id, change.article_id)
        else:
            self._ranker.forget()

    @Slot()
    def _offer(self) -> None:
        if (desk := self._stage.desk) is not None:
            folder = desk.folder
            job = self.lane.start(lambda: once(lambda: offered(folder), "looking"))
            job.succeeded.connect(self._bar.filters.offer)
            job.failed.connect(self.failed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDropEvent):
            event.setAccepted(holds_picture(event.mimeData()))
        elif kind == QEvent.Type.DragMove and isinstance(event, QDropEvent):
            event.setAccepted(self._may_drop(event))
        elif kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            event.setAccepted(self._may_drop(event) and self._take_mime(event.mimeData()))
        else:
            return False
        return True

    def _may_drop(self, event: QDropEvent) -> bool:
        """Tell whether a picture may be let go here to search by it."""
        # A card that is let go among the cards was not meant as a search.
        from_here = event.mimeData().hasFormat(PICTURE)
        return not from_here or self._bar.geometry().contains(event.position().toPoint())
