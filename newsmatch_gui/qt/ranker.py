"""Ranking for the desk: in a lane, and from memory where an article was ranked just before."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.services.ranking import Pool, rank_article, rank_text

AHEAD = 5  # articles that are ranked before they are looked at
_KEPT = 12  # rankings: the article on screen, the next ones, and a few to go back to


class Ranker(QObject):
    """Ranks the pool for articles and for typed words; answers come as signals.

    Signals:
        ranked: Id of an article and its ``Ranking``.
        found: The words that were searched for, the article they were typed at, the ``Ranking``.
        failed: An exception that a ranking raised.
    """

    ranked = Signal(str, object)
    found = Signal(str, str, object)
    failed = Signal(object)

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._pool: Pool | None = None
        self._kept: OrderedDict[str, Ranking] = OrderedDict()
        self._ranking = ""  # the article whose ranking was begun last, while none is searched for
        self._coming: list[str] = []

    def set_pool(self, pool: Pool | None) -> None:
        """Rank another pool; what was kept of the former one is forgotten."""
        self._pool, self._ranking = pool, ""
        self._kept.clear()
        self._coming.clear()

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
            self._ranking = article_id
            job = self._lane.start(lambda: once(lambda: rank_article(pool, article_id), "ranking"))
            job.succeeded.connect(lambda ranking: self._keep(pool, article_id, ranking))
            job.failed.connect(self.failed)

    def search(self, words: str, article_id: str) -> None:
        """Rank the pool for words; the model must be loaded."""
        if (pool := self._pool) is not None:
            self._ranking = ""
            job = self._lane.start(lambda: once(lambda: rank_text(pool, words), "searching"))
            job.succeeded.connect(
                lambda ranking: self._tell_found(pool, words, article_id, ranking)
            )
            job.failed.connect(self.failed)

    def _keep(self, pool: Pool, article_id: str, ranking: Ranking) -> None:
        if pool is not self._pool:
            return
        self._kept[article_id] = ranking
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ranked.emit(article_id, ranking)
        self._go_on()

    def _tell_found(self, pool: Pool, words: str, article_id: str, ranking: Ranking) -> None:
        if pool is self._pool:
            self.found.emit(words, article_id, ranking)
