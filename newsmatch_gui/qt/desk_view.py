"""The desk: articles on the left, the story in the middle, its candidates on the right."""

from collections import OrderedDict
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.domain.records import Image, Shown, Verdict
from newsmatch_gui.qt.article_list import ArticleFilter, ArticleListModel
from newsmatch_gui.qt.candidate_list import CandidateModel, Card
from newsmatch_gui.qt.candidate_view import KEYED
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.qt.panels import ArticlePanel, CandidatePanel
from newsmatch_gui.qt.reading_pane import ReadingPane
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.viewer import Viewer
from newsmatch_gui.services.deciding import Change, Desk
from newsmatch_gui.services.models import is_loaded
from newsmatch_gui.services.ranking import Pool, rank_article, rank_text

_KEPT_RANKINGS = 8
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
        self._lane = lane
        self._thumbnails = thumbnails
        self._desk: Desk | None = None
        self._pool: Pool | None = None
        self._article_id = ""
        self._search = ""
        self._on_screen: tuple[str, str] | None = None
        self._rankings: OrderedDict[str, Ranking] = OrderedDict()
        self.articles = ArticleListModel(self)
        self.filter = ArticleFilter(self)
        self.filter.setSourceModel(self.articles)
        self.candidates = CandidateModel(self._find_image, self)
        self.article_panel = ArticlePanel(self.filter, self)
        self.reading = ReadingPane(self)
        self.candidate_panel = CandidatePanel(self.candidates, thumbnails, self)
        self.actions_by_name = self._make_actions()
        self._lay_out()
        self.article_panel.current_changed.connect(self._show_current)
        self.candidate_panel.search_asked.connect(self.search)
        self.candidate_panel.view.doubleClicked.connect(self._view_full_size)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        for part, stretch in (
            (self.article_panel, 2),
            (self.reading, 3),
            (self.candidate_panel, 5),
        ):
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        self.splitter.setSizes([300, 400, 740])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _make_actions(self) -> dict[str, QAction]:
        table: list[tuple[str, str, str, object]] = [
            ("acceptable", self.tr("Acceptable"), "A", partial(self.judge, Verdict.ACCEPTABLE)),
            ("reject", self.tr("Reject"), "X", partial(self.judge, Verdict.REJECTED)),
            ("none", self.tr("None fits"), "N", self.none_fits),
            ("choose", self.tr("Choose the selected picture"), "Return", self.choose_selected),
            ("full", self.tr("Full size"), "Space", self._view_full_size),
            ("next", self.tr("Next article"), "PgDown", partial(self.step_article, 1)),
            ("previous", self.tr("Previous article"), "PgUp", partial(self.step_article, -1)),
            ("search", self.tr("Search pictures"), "Ctrl+F", self.focus_search),
            ("back", self.tr("Back to the article"), "Esc", self.end_search),
        ]
        for digit in range(1, KEYED + 1):
            name = self.tr("Choose picture {0}").format(digit)
            table.append((f"choose{digit}", name, str(digit), partial(self.choose, digit - 1)))
        made = {}
        for name, text, keys, run in table:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _checked=False, run=run: run())
            made[name] = action
            # A key that decides must not work from a text field: Enter there means "search".
            anywhere = name in ("next", "previous", "search", "back")
            places = (self.article_panel.list, self.reading, self.candidate_panel.stack)
            for place in (self,) if anywhere else places:
                place.addAction(action)
        return made

    # What is shown -------------------------------------------------------------------------

    def set_desk(self, desk: Desk | None) -> None:
        """Show another collection, or none."""
        self._desk, self._pool = desk, None
        self._rankings.clear()
        self.candidates.forget_images()
        self.reload()

    def reload(self) -> None:
        """Read the article list anew, keeping the article on screen."""
        before = self._article_id
        self._article_id = ""
        lines = self._desk.lines() if self._desk else ()
        states = self._desk.states() if self._desk else {}
        self.candidates.forget_images()
        self.articles.set_articles(lines, states)
        self._tell_progress()
        if not lines:
            self.reading.clear()
            return
        place = self.articles.place(before)
        if place is None:
            place = self.articles.next_open(-1) or 0
        self._select(place)

    def set_pool(self, pool: Pool | None) -> None:
        """Rank with another index."""
        self._pool = pool
        self._rankings.clear()
        self.candidate_panel.set_ready(pool is not None and len(pool.image_ids) > 0)
        self.candidate_panel.view.setFocus()
        self._show_reading()
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
        """Show the candidates of the article on screen, from memory or through the lane."""
        self._on_screen = None
        if self._pool is None or not self._article_id:
            self.candidates.set_ranking((), None, {})
            return
        article_id, pool = self._article_id, self._pool
        if article_id in self._rankings:
            self._put_on_screen(article_id, "", self._rankings[article_id])
            self._rank_ahead()
            return
        if not pool.is_indexed(article_id):
            self.candidates.set_ranking((), None, {})
            return
        job = self._lane.start(lambda: once(lambda: rank_article(pool, article_id), "ranking"))
        job.succeeded.connect(lambda ranking: self._ranked(pool, article_id, ranking))
        job.failed.connect(self.failed)

    def _ranked(self, pool: Pool, article_id: str, ranking: Ranking) -> None:
        if pool is not self._pool:
            return
        self._rankings[article_id] = ranking
        while len(self._rankings) > _KEPT_RANKINGS:
            self._rankings.popitem(last=False)
        if article_id == self._article_id and not self._search and self._on_screen is None:
            self._put_on_screen(article_id, "", ranking)
            self._rank_ahead()

    def _rank_ahead(self) -> None:
        """Rank the article that comes next, so that its pictures are there when it is."""
        place = self.articles.place(self._article_id)
        after = None if place is None else self.articles.next_open(place)
        if after is None or self._pool is None:
            return
        pool, article_id = self._pool, self.articles.article_id(after)
        if article_id in self._rankings or not pool.is_indexed(article_id):
            return
        job = self._lane.start(lambda: once(lambda: rank_article(pool, article_id), "ranking"))
        job.succeeded.connect(lambda ranking: self._ranked(pool, article_id, ranking))

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
        self.candidate_panel.show_source(search, len(ranking))
        self.shown.emit()

    def _find_image(self, image_id: str) -> Image | None:
        return self._desk.image(image_id) if self._desk else None

    # Searching -----------------------------------------------------------------------------

    def focus_search(self) -> None:
        """Go to the search field."""
        self.candidate_panel.search.setFocus()
        self.candidate_panel.search.selectAll()

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
        pool, words, article_id = self._pool, self._search, self._article_id
        job = self._lane.start(lambda: once(lambda: rank_text(pool, words), "searching"))
        job.succeeded.connect(lambda ranking: self._found(article_id, words, ranking))
        job.failed.connect(self.failed)

    @Slot()
    def model_loaded(self) -> None:
        """Run the search that waited for the model, if it still stands."""
        if self._search and (self._article_id, self._search) != self._on_screen:
            self.search(self._search)

    def _found(self, article_id: str, words: str, ranking: Ranking) -> None:
        if (article_id, words) == (self._article_id, self._search):
            self._put_on_screen(article_id, words, ranking)
            self.candidate_panel.view.setFocus()

    def end_search(self) -> None:
        """Show the article's own ranking again."""
        self._search = ""
        self.candidate_panel.search.clear()
        self.candidate_panel.view.setFocus()
        self._show_ranking()

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
        ready = self._desk is not None and self._on_screen == (self._article_id, self._search)
        if not ready:
            self.said.emit(self.tr("The pictures of this article are not there yet"))
        return ready

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

    def _applied(self, desk: Desk, change: Change) -> None:
        self.articles.set_state(change.article_id, desk.state(change.article_id))
        if change.article_id == self._article_id:
            self.candidates.set_verdicts(desk.verdicts(change.article_id))
        self._tell_progress()
        self.decided.emit(change)

    def _tell_progress(self) -> None:
        self.article_panel.show_progress(self.articles.decided(), self.articles.rowCount())

    # Moving --------------------------------------------------------------------------------

    def _advance(self) -> None:
        place = self.articles.place(self._article_id)
        after = None if place is None else self.articles.next_open(place)
        if after is None:
            self.said.emit(self.tr("Every article is decided"))
        else:
            self._select(after)

    def step_article(self, by: int) -> None:
        """Go to the next or previous article of the list as it is filtered."""
        self.article_panel.step(by)

    def _select(self, place: int) -> None:
        index = self.filter.mapFromSource(self.articles.index(place))
        if index.isValid():
            self.article_panel.select(index)
        else:  # the filter hides it; it is shown all the same
            self._show_current(self.articles.article_id(place))
        self.candidate_panel.view.setFocus()

    def _view_full_size(self, _index: QModelIndex | None = None) -> None:
        card = self.candidates.card(self.candidate_panel.current_place())
        if card is not None:
            for earlier in self.findChildren(Viewer):
                earlier.close()
            viewer = Viewer(self._thumbnails, self._step_candidate, self._offer_key, self)
            viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            viewer.show_card(card)
            viewer.open()

    def _step_candidate(self, by: int) -> Card | None:
        place = self.candidate_panel.current_place() + by
        if self.candidates.image_id(place) is None:
            return None
        self.candidate_panel.select(place)
        return self.candidates.card(place)

    def _offer_key(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        deciding = ("acceptable", "reject", "none", "choose")
        for name in (*deciding, *(f"choose{digit}" for digit in range(1, KEYED + 1))):
            if self.actions_by_name[name].shortcut() == pressed:
                self.actions_by_name[name].trigger()
                return True
        return False
