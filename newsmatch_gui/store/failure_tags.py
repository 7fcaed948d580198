"""What researchers say of failures: a log that only grows, and the tags that hold.

Setting a tag and taking it away are both rows. The latest word about an article and a tag counts,
so that merging two people's work is a union of rows.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from newsmatch_gui.domain.failures import FailureTag
from newsmatch_gui.store.appending import next_id, now, writing


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag that holds for an article, with who said so and when (UTC)."""

    id: str
    article_id: str
    tag: FailureTag
    annotator: str
    tagged_at: str


class FailureTags:
    """Writes commit at once, with an fsync: a key press is durable when the call returns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def say(
        self, article_ids: Iterable[str], tag: FailureTag, *, present: bool, annotator: str
    ) -> None:
        """Append that articles have a tag or don't, all of them or none."""
        with writing(self._db):
            for article_id in article_ids:
                self._db.execute(
                    "INSERT INTO failure_tag (id, article_id, tag, present, annotator, tagged_at) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        next_id(self._db, "failure_tag"), article_id, tag.value, int(present),
                        annotator, now(),
                    ),
                )  # fmt: skip

    def all_current(self) -> tuple[TagRow, ...]:
        """Return the tags that hold, oldest first; those of a newer version are left out."""
        rows = self._db.execute(
            "SELECT id, article_id, tag, annotator, tagged_at FROM current_failure_tag ORDER BY id"
        )
        known = {tag.value: tag for tag in FailureTag}
        return tuple(
            TagRow(row[0], row[1], known[row[2]], row[3], row[4]) for row in rows if row[2] in known
        )
