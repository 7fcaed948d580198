"""Articles that somebody wants looked at again, and why.

An article leaves the queue when a decision is made on it after it was queued. That is read from
the log, not written here, so that undoing the decision brings the article back.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from newsmatch_gui.store.appending import now, writing

_WAITING = """
    SELECT r.article_id, r.why, r.added_at FROM review AS r
    JOIN article AS a ON a.id = r.article_id
    WHERE NOT EXISTS (
        SELECT 1 FROM current_decision AS d
        WHERE d.article_id = r.article_id AND d.verdict <> 'rejected'
        AND d.decided_at > r.added_at)"""


@dataclass(frozen=True, slots=True)
class QueuedArticle:
    """An article that waits to be looked at again, why, and since when (UTC)."""

    article_id: str
    why: str
    added_at: str


class ReviewQueue:
    """Writes commit at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, article_ids: Iterable[str], why: str) -> None:
        """Queue articles; one that is queued already waits anew, for the new reason."""
        queued_at = now()
        with writing(self._db):
            self._db.executemany(
                "REPLACE INTO review (article_id, why, added_at) VALUES (?, ?, ?)",
                [(article_id, why, queued_at) for article_id in article_ids],
            )

    def remove(self, article_ids: Iterable[str]) -> None:
        """Take articles out of the queue."""
        with writing(self._db):
            self._db.executemany(
                "DELETE FROM review WHERE article_id = ?", [(name,) for name in article_ids]
            )

    def waiting(self) -> tuple[QueuedArticle, ...]:
        """Return what waits, in the order of the article list."""
        rows = self._db.execute(f"{_WAITING} ORDER BY a.position")
        return tuple(QueuedArticle(*row) for row in rows)

    def get(self, article_id: str) -> QueuedArticle | None:
        """Return one article if it waits."""
        row = self._db.execute(f"{_WAITING} AND r.article_id = ?", (article_id,)).fetchone()
        return None if row is None else QueuedArticle(*row)
