"""What people said of pictures after they were imported, and which pictures left the house.

Both are logs that only grow. The latest word about a field counts; what the source delivered stays
in the image's own row.
"""

import sqlite3
from collections.abc import Mapping

from newsmatch_gui.domain.handing_over import Correction, HandOver, PictureField
from newsmatch_gui.store.appending import next_id, now, writing

_HAND_OVER = (
    "id, article_id, image_id, annotator, handed_at, target, template, package, stamp"
)  # fmt: skip


class Corrections:
    """Texts about pictures, corrected; writes commit at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, image_id: str, values: Mapping[PictureField, str], *, annotator: str) -> None:
        """Append what the texts of a picture should be; "" takes a text away."""
        with writing(self._db):
            for field, value in values.items():
                self._db.execute(
                    "INSERT INTO image_correction "
                    "(id, image_id, field, value, annotator, corrected_at) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (next_id(self._db, "image_correction"), image_id, field.value, value,
                     annotator, now()),
                )  # fmt: skip

    def latest(self) -> str:
        """Return the id of the latest correction, "" while there is none."""
        return self._db.execute("SELECT max(id) FROM image_correction").fetchone()[0] or ""

    def history(self, image_id: str) -> tuple[Correction, ...]:
        """Return everything that was said of a picture, oldest first."""
        rows = self._db.execute(
            "SELECT id, image_id, field, value, annotator, corrected_at FROM image_correction "
            "WHERE image_id = ? ORDER BY id",
            (image_id,),
        )
        known = set(PictureField)
        return tuple(
            Correction(row[0], row[1], PictureField(row[2]), *row[3:])
            for row in rows
            if row[2] in known  # a newer version may let people correct more
        )

    def current(self, image_id: str) -> dict[PictureField, str]:
        """Return the texts that hold for a picture where somebody corrected them."""
        return {said.field: said.value for said in self.history(image_id)}


class HandOvers:
    """Which pictures went where; writes commit at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(
        self, article_id: str, image_id: str, *, annotator: str, target: str, template: str,
        package: str, stamp: str,
    ) -> None:  # fmt: skip
        """Append that a picture was handed over."""
        with writing(self._db):
            self._db.execute(
                f"INSERT INTO hand_over ({_HAND_OVER}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (next_id(self._db, "hand_over"), article_id, image_id, annotator, now(), target,
                 template, package, stamp),
            )  # fmt: skip

    def handed_over(self, image_id: str) -> tuple[HandOver, ...]:
        """Return when and with what a picture was handed over, oldest first."""
        rows = self._db.execute(
            f"SELECT {_HAND_OVER} FROM hand_over WHERE image_id = ? ORDER BY id", (image_id,)
        )
        return tuple(HandOver(*row) for row in rows)

    def packages(self) -> tuple[str, ...]:
        """Return where every package was put, each place once."""
        return tuple(row[0] for row in self._db.execute("SELECT DISTINCT package FROM hand_over"))
