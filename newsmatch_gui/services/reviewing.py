"""The review queue: articles that somebody wants looked at again."""

from collections.abc import Iterable
from pathlib import Path

from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.review_queue import QueuedArticle


class Review:
    """The review queue of a collection as a window reads and fills it; lives on one thread.

    Every change is durable when the call returns. An article leaves when it is decided on after
    it was queued, and comes back when that decision is undone.
    """

    def __init__(self, folder: Path) -> None:
        """Open the queue.

        Raises:
            NewsMatchError: No collection there, or it cannot be opened.
        """
        self._collection = Collection.open(folder)

    def close(self) -> None:
        """Close the collection."""
        self._collection.close()

    def waiting(self) -> tuple[QueuedArticle, ...]:
        """Return what waits, in the order of the article list."""
        return self._collection.review_queue.waiting()

    def why(self, article_id: str) -> str | None:
        """Return why an article waits, None when it does not."""
        queued = self._collection.review_queue.get(article_id)
        return None if queued is None else queued.why

    def add(self, article_ids: Iterable[str], why: str) -> None:
        """Queue articles; one that waits already waits for the new reason."""
        self._collection.review_queue.add(article_ids, why)

    def remove(self, article_ids: Iterable[str]) -> None:
        """Take articles out of the queue."""
        self._collection.review_queue.remove(article_ids)
