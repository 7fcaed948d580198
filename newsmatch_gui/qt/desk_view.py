"""The desk: articles on the left, the story in the middle, its candidates on the right."""

from functools import partial
from itertools import islice

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.domain.records import Image, Shown, Verdict
from newsmatch_gui.qt.article_list import ArticleFilter, ArticleListModel
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.desk_keys import (
    ANYWHERE,
    AT_PICTURES,
    desk_actions,
    pressed_action,
    viewer_actions,
)
from newsmatch_gui.qt.desk_layout import DeskSplitter
from newsmatch_gui.qt.empty_page import what_lacks
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.panels import ArticlePanel, CandidatePanel
from newsmatch_gui.qt.ranker import AHEAD, Ranker
from newsmatch_gui.qt.reading_pane import ReadingPane
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.viewer import Viewer
from newsmatch_gui.services.deciding import Change, Desk
from newsmatch_gui.services.models import is_loaded
from newsmatch_gui.services.ranking import Pool

SEARCH = "search"


class DeskView(QWidget):
    """Shows one article at a time and turns keys into decisions.

    Signals:
        decided: A ``Change`` is in the store.
        model_wanted: Name of a model that a search waits for; answer with ``model_loaded``.
        said: A sentence for the status bar.
        failed: An exception that a ranking raised.
        shown: The candidates on screen belong to the article or search on screen.
    """

    decided = Signal(object)
    model_wanted = Signal(str)
    said = Signal(str)
    failed = Signal(object)
    shown = Signal()

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._desk: Desk | None = None
        self._pool: Pool | None = None
        self._article_id = ""
        self._search = ""
        self._on_screen: tuple[str, str] | None = None
        self._told_to_wait = False
        self._ranker = Ranker(lane, self)
        self.articles = ArticleListModel(self)
        self.filter = ArticleFilter(self.articles, self)
        self.candidates = CandidateModel(self._find_image, self)
        self.article_panel = ArticlePanel(self.filter, self)
        self.reading = ReadingPane(self)
        self.candidate_panel = CandidatePanel(self.candidates, thumbnails, self)
        self._make_actions()
        self.splitter = DeskSplitter(self.article_panel, self.reading, self.candidate_panel, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._connect()

    def _connect(self) -> None:
        self._ranker.ranked.connect(self._ranked)
        self._ranker.found.connect(self._found)
        self._ranker.failed.connect(self.failed)
        self.article_panel.current_changed.connect(self._show_current)
        self.article_panel.narrowed.connect(self._rank_ahead)
        self.article_panel.left.connect(self.candidate_panel.take_focus)
        self.candidate_panel.search_asked.connect(self.search)
        self.candidate_panel.view.doubleClicked.connect(self._view_full_size)

    def _make_actions(self) -> None:
        run = {
            "acceptable": partial(self.judge, Verdict.ACCEPTABLE),
            "reject": partial(self.judge, Verdict.REJECTED),
            "none": self.none_fits,
            "choose": self.choose_selected,
            "full": self._view_full_size,
            "next": partial(self.step_article, 1),
            "previous": partial(self.step_article, -1),
            "search": self.focus_search,
            "back": self.end_search,
            "undo": self.undo,
            "redo": self.redo,
        }
        self.actions_by_name = desk_actions(self, run, self.choose)
        self._in_viewer = viewer_actions(self, self.actions_by_name, run)
        for name, action in self.actions_by_name.items():
            for place in self._places(name):
                place.addAction(action)

    def _places(self, name: str) -> tuple[QWidget, ...]:
        """Return where a key works; one that decides must not work from a text field."""
        if name in ANYWHERE:
            return (self,)
        pictures = self.candidate_panel
        right = pictures.view if name in AT_PICTURES else pictures.stack
        return (self.article_panel.list, self.reading, right)

    # What is shown -------------------------------------------------------------------------

    def set_desk(self, desk: Desk | None) -> None:
        """Show another collection, or none."""
        self._desk, self._pool = desk, None
        self._ranker.set_pool(None)
        self.candidates.forget_images()
        self.reload()
        self.candidate_panel.take_focus()

    def reload(self) -> None:
        """Read the article list anew, keeping the article on screen."""
        before = self._article_id
        self._article_id = self._search = ""
        lines = self._desk.lines() if self._desk else ()
        states = self._desk.states() if self._desk else {}
        self.candidates.forget_images()
        self.articles.set_articles(lines, states)
        self._tell_progress()
        if not lines:
            self.reading.show_none()
            self._show_ranking()
            return
        place = self.articles.place(before)
        if place is None:
            place = next(self.filter.open_after(-1), 0)
        self.article_panel.select(place)

    def set_pool(self, pool: Pool | None) -> None:
        """Rank with another index; typing goes on undisturbed when one arrives meanwhile."""
        self._pool, self._on_screen = pool, None
        self._ranker.set_pool(pool)
        searchable = pool is not None and len(pool.image_ids) > 0
        self.candidate_panel.search.setEnabled(searchable)
        self._show_reading()
        if self._search and searchable:
            self.search(self._search)
        else:
            self._show_ranking()

    @Slot(str)
    def _show_current(self, article_id: str) -> None:
        if self._desk is None or article_id == self._article_id:
            return
        article = self._desk.article(article_id)
        place = self.articles.place(article_id)
        if article is None or place is None:
            return
        self._article_id, self._search = article_id, ""
        self.candidate_panel.search.clear()
        self.reading.show_article(article, place, self.articles.rowCount())
        self._show_reading()
        self._show_ranking()

    def _show_reading(self) -> None:
        if self._desk is None or self._pool is None or not self._article_id:
            return
        model = self._pool.model
        found = self._desk.reading(self._article_id, self._pool.recipe, model.fingerprint)
        article = self._desk.article(self._article_id)
        foreign = article is not None and article.lang not in ("", "en")
        alone = foreign and not model.multilingual and found is not None and not found.translator
        hint = self.tr(
            "The model reads English only. Text > Recipe > headline-translated translates first."
        )
        self.reading.show_reading(found, hint if alone else "")

    def _show_ranking(self) -> None:
        """Show the candidates of the article on screen, or why there are none."""
        self._on_screen = None
        lack = what_lacks(self._desk, self._pool, self._article_id)
        if lack is not None:
            self.candidates.set_ranking((), None, {})
            self.candidate_panel.show_empty(lack)
            return
        self.candidate_panel.show_pictures()
        ranking = self._ranker.kept(self._article_id)
        if ranking is None:
            self._ranker.rank(self._article_id)
        else:
            self._ranked(self._article_id, ranking)

    @Slot(str, object)
    def _ranked(self, article_id: str, ranking: Ranking) -> None:
        if article_id == self._article_id and not self._search and self._on_screen is None:
            self._put_on_screen(article_id, "", ranking)
            self._rank_ahead()

    @Slot()
    def _rank_ahead(self) -> None:
        """Rank the articles that come next, unless that would hold up the one on screen."""
        if self._article_id and self._on_screen == (self._article_id, self._search):
            after = self.filter.open_after(self.articles.place(self._article_id))
            self._ranker.rank_ahead(map(self.articles.article_id, islice(after, AHEAD)))

    def _put_on_screen(self, article_id: str, search: str, ranking: Ranking) -> None:
        if self._pool is None or self._desk is None:
            return
        self._on_screen = (article_id, search)
        self.candidates.set_ranking(
            self._pool.image_ids,
            ranking,
            self._desk.verdicts(article_id),
            model=self._pool.model.fingerprint,
            recipe=SEARCH if search else self._pool.recipe,
        )
        self.candidate_panel.show_pictures()
        self.candidate_panel.show_source(search)
        if not search and (chosen := self.candidates.chosen_place()) is not None:
            self.candidate_panel.select(chosen)
        if self._told_to_wait:
            self._told_to_wait = False
            self.said.emit("")
        self.shown.emit()

    def _find_image(self, image_id: str) -> Image | None:
        return self._desk.image(image_id) if self._desk else None

    # Searching -----------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Go to the search field, or say why nothing can be searched."""
        if self.candidate_panel.search.isEnabled():
            self.candidate_panel.search.setFocus()
            self.candidate_panel.search.selectAll()
        else:
            self.said.emit(self._why_not())

    @Slot(str)
    def search(self, text: str) -> None:
        """Rank the pool for typed words, for the article on screen."""
        if self._pool is None:
            return
        self._search = text.strip()
        if not self._search:
            self.end_search()
            return
        self.candidate_panel.show_busy(self._search)
        if not is_loaded(self._pool.model.name):
            # Loading takes seconds; in this lane it would hold up the next article.
            self.model_wanted.emit(self._pool.model.name)
            return
        self._ranker.search(self._search, self._article_id)

    @Slot()
    def model_loaded(self) -> None:
        """Run the search that waited for the model, if it still stands."""
        if self._search and (self._article_id, self._search) != self._on_screen:
            self.search(self._search)

    @Slot(str, str, object)
    def _found(self, words: str, article_id: str, ranking: Ranking) -> None:
        if (article_id, words) == (self._article_id, self._search):
            self._put_on_screen(article_id, words, ranking)
            if self.candidate_panel.search.hasFocus():
                self.candidate_panel.take_focus()

    def end_search(self) -> None:
        """Show the article's own ranking again."""
        self._search = ""
        self.candidate_panel.search.clear()
        self._show_ranking()
        self.candidate_panel.take_focus()

    # Deciding ------------------------------------------------------------------------------

    def choose(self, place: int) -> None:
        """Choose the candidate in a row and go on to the next open article."""
        if self._decide(place, Verdict.CHOSEN):
            self._advance()

    def choose_selected(self) -> None:
        """Choose the selected candidate."""
        self.choose(self.candidate_panel.current_place())

    def judge(self, verdict: Verdict) -> None:
        """Say of the selected candidate that it is acceptable or rejected."""
        place = self.candidate_panel.current_place()
        if self._decide(place, verdict):
            self.candidate_panel.select(place + 1)

    def none_fits(self) -> None:
        """Say that no picture fits the article, and go on."""
        if self._ready():
            self._record(None, Verdict.NONE_FITS, self.candidates.shown_overall())
            self._advance()

    def _decide(self, place: int, verdict: Verdict) -> bool:
        image_id = self.candidates.image_id(place) if self._ready() else None
        if image_id is None:
            return False
        self._record(image_id, verdict, self.candidates.shown(place))
        return True

    def _ready(self) -> bool:
        """Tell whether the candidates on screen are those of the article on screen."""
        here = (self._article_id, self._search)
        if self._desk is not None and self._article_id and self._on_screen == here:
            return True
        self.said.emit(self._why_not())
        return False

    def _why_not(self) -> str:
        """Say why there are no pictures to decide on."""
        lack = what_lacks(self._desk, self._pool, self._article_id)
        if lack is not None and not self._search:
            return self.candidate_panel.empty_page.sentence(lack)
        self._told_to_wait = True
        return self.tr("The pictures of this article are not there yet")

    def _record(self, image_id: str | None, verdict: Verdict, shown: Shown) -> None:
        if self._desk is not None:
            # Durable when this returns, and only then may the next article show.
            self._applied(self._desk, self._desk.decide(self._article_id, image_id, verdict, shown))

    def undo(self) -> None:
        """Take back the latest decision and show its article."""
        if self._desk is not None:
            self._revert(self._desk, self._desk.undo(), self.tr("Nothing to undo"))

    def redo(self) -> None:
        """Bring back the decision last undone and show its article."""
        if self._desk is not None:
            self._revert(self._desk, self._desk.redo(), self.tr("Nothing to redo"))

    def _revert(self, desk: Desk, change: Change | None, nothing: str) -> None:
        if change is None:
            self.said.emit(nothing)
            return
        self._applied(desk, change)
        if (place := self.articles.place(change.article_id)) is not None:
            self._select(place)
            if not self.filter.shown(place).isValid():
                self.said.emit(self.tr("The filter hides this article from the list"))

    def _applied(self, desk: Desk, change: Change) -> None:
        self.articles.set_state(change.article_id, desk.state(change.article_id))
        if change.article_id == self._article_id:
            self.candidates.set_verdicts(desk.verdicts(change.article_id))
            if self._on_screen == (self._article_id, self._search):
                self.candidate_panel.show_source(self._search)
        self._tell_progress()
        self.decided.emit(change)

    def _tell_progress(self) -> None:
        self.article_panel.show_progress(self.articles.decided(), self.articles.rowCount())

    # Moving --------------------------------------------------------------------------------

    def _advance(self) -> None:
        """Go to the next open article of the list as it is filtered."""
        place = self.articles.place(self._article_id)
        after = None if place is None else next(self.filter.open_after(place), None)
        if after is not None:
            self._select(after)
        elif self.articles.decided() < self.articles.rowCount():
            self.said.emit(self.tr("No article of the filtered list is open any more"))
        else:
            self.said.emit(self.tr("Every article is decided"))

    def show_article(self, article_id: str) -> None:
        """Go to an article, wherever it stands in the list."""
        if (place := self.articles.place(article_id)) is not None:
            self._select(place)

    def step_article(self, by: int) -> None:
        """Go to the next or previous article of the list as it is filtered."""
        self.article_panel.step(by)
        self.candidate_panel.take_focus()

    def _select(self, place: int) -> None:
        self.article_panel.select(place)
        self.candidate_panel.take_focus()

    def _view_full_size(self, _index: QModelIndex | None = None) -> None:
        card = self.candidate_panel.step(0)
        if card is not None:
            for earlier in self.findChildren(Viewer):
                earlier.close()
            viewer = Viewer(self._thumbnails, self.candidate_panel.step, self._offer_key, self)
            viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            viewer.show_card(card)
            viewer.open()

    def _offer_key(self, event: QKeyEvent) -> bool:
        action = pressed_action(self._in_viewer, event)
        if action is not None:
            action.trigger()
        return action is not None
