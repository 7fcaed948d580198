"""What people mark on pictures: sensitive ones, points of interest; and where a picture is used.

That a picture is sensitive is a log that only grows: the latest word about a picture counts, and
who said it, and when, is kept.
"""

import sqlite3

from newsmatch_gui.domain.cropping import Point
from newsmatch_gui.store.appending import next_id, now, writing


class PictureMarks:
    """Writes commit at once, with an fsync: a key press is durable when the call returns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def say_sensitive(self, image_id: str, *, sensitive: bool, annotator: str) -> None:
        """Append whether a picture is sensitive, and with it every one of the same content."""
        with writing(self._db):
            twins = self._db.execute(
                "SELECT ?1 UNION SELECT other.id FROM image AS own JOIN image AS other "
                "ON other.content_hash = own.content_hash "
                "WHERE own.id = ?1 AND own.content_hash <> ''",
                (image_id,),
            ).fetchall()
            for (twin,) in twins:
                self._db.execute(
                    "INSERT INTO sensitive_mark (id, image_id, sensitive, annotator, said_at) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (next_id(self._db, "sensitive_mark"), twin, int(sensitive), annotator, now()),
                )

    def sensitive(self) -> dict[str, str]:
        """Return where the photo of every sensitive picture lies, by image id."""
        return dict(
            self._db.execute(
                "SELECT i.id, i.path FROM current_sensitive AS s JOIN image AS i "
                "ON i.id = s.image_id"
            ).fetchall()
        )

    def set_point(self, image_id: str, point: Point | None, *, annotator: str) -> None:
        """Keep a picture's point of interest, the former one is replaced; None forgets it."""
        with writing(self._db):
            if point is None:
                self._db.execute("DELETE FROM point_of_interest WHERE image_id = ?", (image_id,))
            else:
                self._db.execute(
                    "REPLACE INTO point_of_interest (image_id, x, y, annotator, said_at) "
                    "VALUES (?, ?, ?, ?, ?)",
                    (image_id, point.x, point.y, annotator, now()),
                )

    def point(self, image_id: str) -> Point | None:
        """Return the point of interest that somebody set, None when nobody did."""
        row = self._db.execute(
            "SELECT x, y FROM point_of_interest WHERE image_id = ?", (image_id,)
        ).fetchone()
        return None if row is None else Point(*row)

    def uses(self, image_id: str, *, besides: str = "") -> int:
        """Return for how many articles a picture is chosen or acceptable.

        Args:
            image_id: The picture.
            besides: An article that does not count.
        """
        return self._db.execute(
            "SELECT count(DISTINCT article_id) FROM current_decision "
            "WHERE image_id = ? AND verdict IN ('chosen', 'acceptable') AND article_id <> ?",
            (image_id, besides),
        ).fetchone()[0]
