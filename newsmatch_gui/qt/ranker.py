"""Ranking for the desk: in a lane, and from memory where an article was ranked just before."""

from collections import OrderedDict
from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.services.ranking import Pool, rank_article, rank_several, rank_text

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

    def set_pool(self, pool: Pool | None) -> None:
        """Rank another pool; what was kept of the former one is forgotten."""
        self._pool = pool
        self._kept.clear()

    def kept(self, article_id: str) -> Ranking | None:
        """Return an article's ranking if it is still in memory."""
        return self._kept.get(article_id)

    def rank(self, article_id: str) -> None:
        """Rank the pool for an article on screen."""
        if (pool := self._pool) is not None:
            job = self._lane.start(lambda: once(lambda: rank_article(pool, article_id), "ranking"))
            job.succeeded.connect(lambda ranking: self._keep(pool, article_id, ranking))
            job.failed.connect(self.failed)

    def rank_ahead(self, article_ids: Iterable[str]) -> None:
        """Rank articles that come next, so that their pictures are there when they are.

        Begun while three are there still: several at once cost little more than
        one, so whoever decides quickly never waits for the last of them.
        """
        pool = self._pool
        if pool is None or self._lane.busy:
            return
        coming = list(filter(pool.is_indexed, article_ids))
        if all(article_id in self._kept for article_id in coming[:3]):
            return
        missing = [article_id for article_id in coming if article_id not in self._kept]
        job = self._lane.start(lambda: rank_several(pool, missing))
        job.succeeded.connect(lambda rankings: self._keep_all(pool, rankings))

    def search(self, words: str, article_id: str) -> None:
        """Rank the pool for words; the model must be loaded."""
        if (pool := self._pool) is not None:
            job = self._lane.start(lambda: once(lambda: rank_text(pool, words), "searching"))
            job.succeeded.connect(
                lambda ranking: self._tell_found(pool, words, article_id, ranking)
            )
            job.failed.connect(self.failed)

    def _keep_all(self, pool: Pool, rankings: dict[str, Ranking]) -> None:
        for article_id, ranking in rankings.items():
            self._keep(pool, article_id, ranking)

    def _keep(self, pool: Pool, article_id: str, ranking: Ranking) -> None:
        if pool is not self._pool:
            return
        self._kept[article_id] = ranking
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self.ranked.emit(article_id, ranking)

    def _tell_found(self, pool: Pool, words: str, article_id: str, ranking: Ranking) -> None:
        if pool is self._pool:
            self.found.emit(words, article_id, ranking)
