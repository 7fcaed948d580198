"""The image pool: where each picture lies, what it contains, what was wrong with it."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from newsmatch_gui.domain.records import Image


def _corrected(field: str) -> str:
    """Return SQL for a text as somebody corrected it last, else as it was delivered."""
    return (
        f"coalesce((SELECT c.value FROM image_correction AS c WHERE c.image_id = image.id "
        f"AND c.field = '{field}' ORDER BY c.id DESC LIMIT 1), image.{field})"
    )


_FIELDS = (
    f"id, path, {_corrected('caption')}, {_corrected('credit')}, {_corrected('licence')}, "
    "origin, width, height, content_hash, fault"
)


@dataclass(frozen=True, slots=True)
class FileState:
    """What the index knows of an image file: enough to see whether it changed."""

    id: str
    path: str
    size: int
    mtime_ns: int
    content_hash: str
    fault: str


@dataclass(frozen=True, slots=True)
class Scanned:
    """What reading an image file found; ``fault`` says why it could not be used."""

    id: str
    size: int
    mtime_ns: int
    content_hash: str
    width: int
    height: int
    fault: str = ""


class Images:
    """Queries on images. Nothing here commits: use ``Collection.batch``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, image: Image) -> bool:
        """Add an image unless its id is known; return whether it was added."""
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO image (id, path, caption, credit, licence, origin) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (image.id, image.path, image.caption, image.credit, image.licence, image.origin),
        )
        return cursor.rowcount == 1

    def move(self, image_id: str, path: str) -> None:
        """Note that an image's file now lies elsewhere."""
        self._db.execute("UPDATE image SET path = ? WHERE id = ?", (path, image_id))

    def get(self, image_id: str) -> Image | None:
        """Return an image, or None."""
        row = self._db.execute(f"SELECT {_FIELDS} FROM image WHERE id = ?", (image_id,)).fetchone()
        return None if row is None else Image(*row)

    def paths(self) -> dict[str, str]:
        """Return the path of every image by id."""
        return dict(self._db.execute("SELECT id, path FROM image").fetchall())

    def count(self) -> int:
        """Return how many images there are."""
        return self._db.execute("SELECT count(*) FROM image").fetchone()[0]

    def file_states(self) -> tuple[FileState, ...]:
        """Return what the index knows of every image file, in pool order."""
        rows = self._db.execute(
            "SELECT id, path, size, mtime_ns, content_hash, fault FROM image ORDER BY position"
        )
        return tuple(FileState(*row) for row in rows)

    def update_scanned(self, rows: Sequence[Scanned]) -> None:
        """Store what reading image files found."""
        self._db.executemany(
            "UPDATE image SET size = ?, mtime_ns = ?, content_hash = ?, width = ?, height = ?, "
            "fault = ? WHERE id = ?",
            [(r.size, r.mtime_ns, r.content_hash, r.width, r.height, r.fault, r.id) for r in rows],
        )

    def usable(self) -> tuple[tuple[str, str], ...]:
        """Return (image id, content hash) of every readable image, in pool order."""
        rows = self._db.execute(
            "SELECT id, content_hash FROM image WHERE content_hash <> '' AND fault = '' "
            "ORDER BY position"
        )
        return tuple(rows)

    def faulty(self) -> tuple[Image, ...]:
        """Return the images that could not be read, with the reason in ``fault``."""
        rows = self._db.execute(f"SELECT {_FIELDS} FROM image WHERE fault <> '' ORDER BY position")
        return tuple(Image(*row) for row in rows)
