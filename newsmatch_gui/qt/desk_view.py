"""The desk: articles on the left, the story in the middle, its candidates on the right."""

from collections.abc import Callable
from functools import partial
from itertools import islice

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from newsmatch_gui.domain.filters import Filters
from newsmatch_gui.domain.query import Query
from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.domain.records import BEST_FIT, Image, Verdict
from newsmatch_gui.qt.afterthoughts import Afterthoughts
from newsmatch_gui.qt.article_list import ArticleFilter, ArticleListModel
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.card import KEYED
from newsmatch_gui.qt.desk_decisions import DeskDecisions
from newsmatch_gui.qt.desk_keys import InMenu, Where, desk_actions, desk_table
from newsmatch_gui.qt.desk_layout import DeskSplitter
from newsmatch_gui.qt.empty_page import what_lacks
from newsmatch_gui.qt.handing_over import HandingOver
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.looking import Looking
from newsmatch_gui.qt.many import Many
from newsmatch_gui.qt.panels import ArticlePanel, CandidatePanel
from newsmatch_gui.qt.picture_marks import PictureMarks
from newsmatch_gui.qt.ranker import AHEAD, Ranker
from newsmatch_gui.qt.reading_pane import ReadingPane
from newsmatch_gui.qt.searching import Searching
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.ranking import Pool

SEARCH = "search"
# What needs a candidate, or one of an article, and says nothing of its own where there is none.
_LOOKS = ("full", "alike", "compared", "compare", "sensitive", "crops", "reveal")
_OF_ARTICLE = ("why", "hand-over")


class DeskView(QWidget):
    """Shows one article at a time and turns keys into decisions.

    Signals:
        decided: A ``Change`` is in the store.
        model_wanted: Name of a model that a search waits for; answer with ``model_loaded``.
        said: A sentence for the status bar.
        failed: An exception that a ranking raised.
        why_asked: (``Pool``, article id, image id) of a score to explain.
        shown: The candidates on screen belong to the article or search on screen.
    """

    decided = Signal(object)
    model_wanted = Signal(str)
    said = Signal(str)
    failed = Signal(object)
    shown = Signal()
    why_asked = Signal(object, str, str)

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.stage = Stage()
        self._next_pool: Pool | None = None
        self._ranker = Ranker(lane, self)
        self.articles = ArticleListModel(self)
        self.filter = ArticleFilter(self.articles, self)
        self.marks = PictureMarks(self.stage, thumbnails, self)
        self.candidates = CandidateModel(self._find_image, self.marks, self)
        self.article_panel = ArticlePanel(self.filter, self)
        self.reading = ReadingPane(self)
        self.candidate_panel = CandidatePanel(self.candidates, thumbnails, self)
        self.decisions = DeskDecisions(
            self.stage, self.filter, self.article_panel, self.candidates, self.candidate_panel, self
        )
        self.searching = Searching(
            self.stage, self._ranker, self.candidates, self.candidate_panel,
            self.decisions.why_not, self,
        )  # fmt: skip
        self.looking = Looking(
            self.stage, self.candidates, self.candidate_panel, self.marks, thumbnails,
            self.decisions.choose, self,
        )  # fmt: skip
        self.after = Afterthoughts(
            self.stage, self.decisions, self.articles, self.article_panel, self.candidates,
            self.candidate_panel, self,
        )  # fmt: skip
        self.many = Many(self.stage, self.decisions, self.articles, self.article_panel, self)
        self.handing = HandingOver(
            self.stage, self.candidates, self.candidate_panel, thumbnails, self
        )
        self.lanes = (self.many.lane, self.handing.lane, self.searching.lane)
        self._make_actions()
        self.splitter = DeskSplitter(self.article_panel, self.reading, self.candidate_panel, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self._connect()

    def _connect(self) -> None:
        self.decisions.decided.connect(self.decided)
        for part in (self.decisions, self.searching, self.after, self.many, self.handing):
            part.said.connect(self.said)
        for part in (self.many, self.handing):
            part.failed.connect(self.failed)
        self.looking.said.connect(self.said)
        self.looking.folding_changed.connect(self._show_again)
        self.shown.connect(self.looking.follow)
        self._ranker.ranked.connect(self._ranked)
        self._ranker.failed.connect(self.failed)
        self._ranker.model_wanted.connect(self.model_wanted)
        self.searching.found.connect(self._put_on_screen)
        self.searching.left.connect(self._show_ranking)
        self.searching.filtered.connect(self._show_again)
        self.searching.failed.connect(self.failed)
        self.decided.connect(self.searching.decided)
        self.article_panel.current_changed.connect(self._show_current)
        self.article_panel.narrowed.connect(self._rank_ahead)
        self.article_panel.left.connect(self.candidate_panel.take_focus)
        self.candidate_panel.view.doubleClicked.connect(self.looking.full_size)

    def _make_actions(self) -> None:
        say, look, after, many = self.decisions, self.looking, self.after, self.many
        find = self.searching
        run = {
            "acceptable": partial(say.judge, Verdict.ACCEPTABLE),
            "reject": partial(say.judge, Verdict.REJECTED),
            "none": say.none_fits,
            "explain": after.explain,
            "relabel": after.relabel,
            "queue": after.queue,
            "many-none": many.none_fits,
            "many-first": many.accept_firsts,
            "many-queue": many.queue,
            "choose": say.choose_selected,
            "full": look.full_size,
            "alike": look.turn_alike,
            "compared": look.turn_compared,
            "compare": look.compare,
            "sensitive": look.toggle_sensitive,
            "crops": look.show_crops,
            "reveal": look.reveal,
            "why": self._ask_why,
            "next": partial(self.step_article, 1),
            "previous": partial(self.step_article, -1),
            "search": find.focus,
            "back": find.end,
            "filters": self.candidate_panel.bar.turn_filters,
            "like": find.more_like_this,
            "also-like": partial(find.more_like_this, also=True),
            "paste": find.paste,
            "hand-over": self.handing.show_dialog,
            "copy-picture": self.handing.copy_picture,
            "copy-caption": self.handing.copy_caption,
            "copy-credit": self.handing.copy_credit,
            "hand-over-all": self.handing.ask_all,
            "undo": say.undo,
            "redo": say.redo,
            "undo-whole": partial(say.undo, whole=True),
            "redo-whole": partial(say.redo, whole=True),
        }
        for name in (*_LOOKS, *_OF_ARTICLE):
            run[name] = partial(self._with_pictures, run[name], of_article=name in _OF_ARTICLE)
        run |= {f"grade{fit}": partial(say.grade, fit) for fit in range(1, BEST_FIT + 1)}
        run |= {f"choose{place + 1}": partial(say.choose, place) for place in range(KEYED)}
        self.keys = desk_table(self)
        self.actions_by_name = made = desk_actions(self, self.keys, run)
        look.set_actions({key.name: made[key.name] for key in self.keys if key.at_full_size})
        for key in self.keys:
            for place in self._places(key.where):
                place.addAction(self.actions_by_name[key.name])
        self.candidate_panel.legend.follow(self.actions_by_name)
        selected = (key.name for key in self.keys if key.menu is InMenu.SELECTED)
        many.offer_menu([self.actions_by_name[name] for name in selected])

    def _places(self, where: Where) -> tuple[QWidget, ...]:
        """Return where a key works; one that decides must not work from a text field."""
        if where in (Where.WINDOW, Where.DESK):
            return (self,)
        pictures = self.candidate_panel
        right = pictures.view if where is Where.PICTURES else pictures.stack
        text = () if where is Where.LISTS else (self.reading,)
        return (self.article_panel.list, *text, right)

    # What is shown -------------------------------------------------------------------------

    def set_desk(self, desk: Desk | None) -> None:
        """Show another collection, or none."""
        self.candidate_panel.decision_bar.dismiss()
        self.article_panel.widen()
        self.candidate_panel.bar.filters.set_filters(Filters())
        self.stage.desk, self.stage.pool = desk, None
        self.article_panel.review.set_folder(
            desk.folder if desk else None, may_write=not (desk and desk.read_only)
        )
        self.looking.reopen()
        self._ranker.set_pool(None)
        self.candidates.forget_images()
        self.reload()
        self.candidate_panel.take_focus()

    def reload(self) -> None:
        """Read the article list anew, keeping the article on screen."""
        before = self.stage.article_id
        self.stage.article_id = ""
        self.searching.forget()
        lines = self.stage.desk.lines() if self.stage.desk else ()
        states = self.stage.desk.states() if self.stage.desk else {}
        self.candidates.forget_images()
        self.marks.read()
        self.articles.set_articles(lines, states)
        self.decisions.tell_progress()
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
        self.stage.pool, self.stage.on_screen, self._next_pool = pool, None, None
        self._ranker.set_pool(pool)
        searchable = pool is not None and len(pool.image_ids) > 0
        self.candidate_panel.bar.setEnabled(searchable)
        self._show_reading()
        self._show_again()

    def offer_pool(self, pool: Pool) -> None:
        """Rank with another index from the next article on.

        Pictures that arrive by themselves must not change places under a finger that is about to
        choose one by its number.
        """
        if self.stage.ready:
            self._next_pool = pool
        else:
            self.set_pool(pool)

    @Slot()
    def _show_again(self) -> None:
        """Show anew what is searched for, or else the candidates of the article."""
        if self.stage.search and self.candidate_panel.bar.isEnabled():
            self.searching.search()
        else:
            self._show_ranking()

    @Slot(str)
    def _show_current(self, article_id: str) -> None:
        if self.stage.desk is None or article_id == self.stage.article_id:
            return
        article = self.stage.desk.article(article_id)
        place = self.articles.place(article_id)
        if article is None or place is None:
            return
        self.stage.article_id = article_id
        self.searching.forget()
        self.reading.show_article(article, place, self.articles.rowCount())
        if self._next_pool is not None:
            self.set_pool(self._next_pool)
            return
        self._show_reading()
        self._show_ranking()

    def _show_reading(self) -> None:
        desk, pool, article_id = self.stage.desk, self.stage.pool, self.stage.article_id
        if desk is None or pool is None or not article_id:
            return
        model = pool.model
        found = desk.reading(article_id, pool.recipe, model.fingerprint)
        article = desk.article(article_id)
        foreign = article is not None and article.lang not in ("", "en")
        alone = foreign and not model.multilingual and found is not None and not found.translator
        hint = self.tr(
            "The model reads English only. Text > Recipe > headline-translated translates first."
        )
        self.reading.show_reading(found, hint if alone else "")

    def _show_ranking(self) -> None:
        """Show the candidates of the article on screen, or why there are none."""
        self.stage.on_screen = None
        lack = what_lacks(self.stage.desk, self.stage.pool, self.stage.article_id)
        if lack is not None:
            self.candidates.set_ranking((), None, {})
            self.candidate_panel.show_empty(lack)
            return
        self.candidate_panel.show_pictures()
        ranking = self._ranker.kept(self.stage.article_id)
        if ranking is None:
            self._ranker.rank(self.stage.article_id)
        else:
            self._ranked(self.stage.article_id, ranking)

    @Slot(str, object)
    def _ranked(self, article_id: str, ranking: Ranking) -> None:
        stage = self.stage
        if article_id == stage.article_id and not stage.search and stage.on_screen is None:
            self._put_on_screen(article_id, Query(), ranking)
            self._rank_ahead()
        elif article_id != stage.article_id and stage.pool is not None:
            # Ranked ahead: its photos are decoded while the one on screen is looked at.
            view, ids = self.candidate_panel.view, stage.pool.image_ids
            places = ranking.first(view.page, folded=self.candidates.folding)
            images = (self.candidates.image(ids[place]) for place in places)
            view.fetch(image.path for image in images if image.path)

    @Slot()
    def _rank_ahead(self) -> None:
        """Rank the articles that come next, unless that would hold up the one on screen."""
        if self.stage.ready:
            after = self.filter.open_after(self.articles.place(self.stage.article_id))
            self._ranker.rank_ahead(map(self.articles.article_id, islice(after, AHEAD)))

    @Slot(str, object, object)
    def _put_on_screen(self, article_id: str, search: Query, ranking: Ranking) -> None:
        desk, pool = self.stage.desk, self.stage.pool
        if pool is None or desk is None:
            return
        self.stage.on_screen = (article_id, search)
        self.candidates.set_ranking(
            pool.image_ids,
            ranking,
            desk.said(article_id),
            model=pool.model.fingerprint,
            recipe=SEARCH if search else pool.recipe,
        )
        self.candidate_panel.show_pictures()
        self.candidate_panel.show_source(search)
        if not search and (chosen := self.candidates.chosen_place()) is not None:
            self.candidate_panel.select(self.candidates.row_at(chosen))
        if self.stage.awaited:
            self.stage.awaited = False
            self.said.emit("")
        self.shown.emit()

    def _find_image(self, image_id: str) -> Image | None:
        return self.stage.desk.image(image_id) if self.stage.desk else None

    def _with_pictures(self, act: Callable[[], object], *, of_article: bool) -> None:
        if self.stage.ready if of_article else self.stage.shown:
            act()
        else:
            self.said.emit(self.decisions.why_not())

    def _ask_why(self) -> None:
        image_id = self.candidates.image_id(self.candidate_panel.current_place())
        if self.stage.ready and image_id is not None:
            self.why_asked.emit(self.stage.pool, self.stage.article_id, image_id)

    # Moving --------------------------------------------------------------------------------

    def show_article(self, article_id: str) -> None:
        """Go to an article, wherever it stands in the list."""
        if (place := self.articles.place(article_id)) is not None:
            self._select(place)

    def step_article(self, by: int) -> None:
        """Go to the next or previous article of the list as it is filtered."""
        if not self.article_panel.step(by):
            self._say_no_more(by)
        self.candidate_panel.take_focus()

    def _say_no_more(self, by: int) -> None:
        if not self.articles.rowCount():
            self.said.emit(self.decisions.why_not())
        elif not self.filter.rowCount():
            self.said.emit(self.article_panel.list.none_passes())
        elif by > 0:
            self.said.emit(self.tr("This is the last article of the list"))
        else:
            self.said.emit(self.tr("This is the first article of the list"))

    def _select(self, place: int) -> None:
        self.article_panel.select(place)
        self.candidate_panel.take_focus()
