"""Ranking for the desk: in a lane, and from memory where an article was ranked just before."""

from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from newsmatch_gui.domain.alike import without
from newsmatch_gui.domain.cut_off import likely
from newsmatch_gui.domain.filters import Filters
from newsmatch_gui.domain.query import Query
from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.services.alike import alike
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.services.searching import needs_model, search

AHEAD = 5  # articles that are ranked before they are looked at
_KEPT = 12  # rankings: the article on screen, the next ones, and a few to go back to


class Ranker(QObject):
    """Ranks the pool for articles and for searches; answers come as signals.

    Signals:
        ranked: Id of an article and its ``Ranking``.
        found: The ``Query``, the article it was asked at, the ``Ranking``.
        model_wanted: Name of a model that a search has to wait for.
        failed: An exception that a ranking raised.
    """

    ranked = Signal(str, object)
    found = Signal(object, str, object)
    model_wanted = Signal(str)
    failed = Signal(object)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pool: Pool | None = None
        self._filters = Filters()
        self._age = 0  # how often everything was forgotten
        # Place in the pool and the article that it stays in; those long ago, rankings know of.
        self._left_out: deque[tuple[int, str]] = deque(maxlen=_KEPT)
        self._kept: OrderedDict[str, Ranking] = OrderedDict()
        self._ranking = ""  # the article whose ranking was begun last, while none is searched for
        self._coming: list[str] = []

    def set_pool(self, pool: Pool | None) -> None:
        """Rank another pool; what was kept of the former one is forgotten."""
        self._pool = pool
        self.forget()

    def set_filters(self, filters: Filters) -> None:
        """Rank only what passes other filters."""
        self._filters = filters
        self.forget()

    def forget(self) -> None:
        """Forget every ranking, also the one that is under way."""
        self._age += 1
        self._left_out.clear()
        self._ranking = ""
        self._kept.clear()
        self._coming.clear()

    def leave_out(self, image_id: str, but_for: str) -> None:
        """Take a picture out of every ranking, now and of those to come, but for one article's."""
        if self._pool is not None and image_id in self._pool.image_ids:
            self._left_out.append((self._pool.image_ids.index(image_id), but_for))
            for article_id, ranking in self._kept.items():
                self._kept[article_id] = self._without(ranking, article_id)

    def _without(self, ranking: Ranking, article_id: str) -> Ranking:
        for place, but_for in self._left_out:
            if but_for != article_id:
                ranking = without(ranking, place)
        return ranking

    def kept(self, article_id: str) -> Ranking | None:
        """Return an article's ranking if it is still in memory."""
        return self._kept.get(article_id)

    def rank(self, article_id: str) -> None:
        """Rank the pool for an article on screen, unless just that is being done."""
        if self._ranking != article_id or not self._lane.busy:
            self._start(article_id)

    def rank_ahead(self, article_ids: Iterable[str]) -> None:
        """Rank articles that come next, one after the other, so that their pictures are there.

        Whoever decides quickly uses up what is there and never waits for the last of them.
        """
        if self._pool is not None:
            self._coming = list(filter(self._pool.is_indexed, article_ids))
            self._go_on()

    def _go_on(self) -> None:
        if not self._lane.busy:
            missing = (article_id for article_id in self._coming if article_id not in self._kept)
            if (article_id := next(missing, None)) is not None:
                self._start(article_id)

    def _start(self, article_id: str) -> None:
        if (pool := self._pool) is not None:
            self._ranking, filters = article_id, self._filters

            def work() -> Ranking:
                return _judged(pool, search(pool, Query(), filters, article_id=article_id))

            self._run(work, "ranking", lambda ranking: self._keep(article_id, ranking))

    def search(self, query: Query, article_id: str) -> None:
        """Rank the pool for a query, or say which model it has to wait for."""
        if (pool := self._pool) is not None:
            self._ranking, filters = "", self._filters

            def work() -> Ranking | None:
                # Loading takes seconds; in this lane it would hold up the next article.
                if needs_model(pool, query):
                    return None
                return _judged(pool, search(pool, query, filters, article_id=article_id))

            def then(ranking: Ranking | None) -> None:
                if ranking is None:
                    self.model_wanted.emit(pool.model.name)
                else:
                    self.found.emit(query, article_id, ranking)

            self._run(work, "searching", then)

    def _run(
        self, work: Callable[[], Ranking | None], phase: str, then: Callable[[Any], None]
    ) -> None:
        job, age = self._lane.start(lambda: once(work, phase)), self._age
        # What was begun before all was forgotten, by former filters say, is of no use.
        job.succeeded.connect(lambda found: then(found) if age == self._age else None)
        job.failed.connect(self.failed)

    def _keep(self, article_id: str, ranking: Ranking) -> None:
        self._kept[article_id] = ranking = self._without(ranking, article_id)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ranked.emit(article_id, ranking)
        self._go_on()


def _judged(pool: Pool, ranking: Ranking) -> Ranking:
    """Return a ranking that says how many of its pictures stand out, and which are alike."""
    return replace(ranking, likely=likely(ranking.scores), leaders=alike(pool, ranking))
