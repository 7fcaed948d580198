"""The image pool: where each picture lies, what it contains, what was wrong with it."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from newsmatch_gui.domain.records import FileTexts, Image


def _corrected(field: str) -> str:
    """Return SQL for a text as somebody corrected it last, else as it was delivered."""
    return (
        f"coalesce((SELECT c.value FROM image_correction AS c WHERE c.image_id = image.id "
        f"AND c.field = '{field}' ORDER BY c.id DESC LIMIT 1), image.{field})"
    )


_FIELDS = (
    f"id, path, {_corrected('caption')}, {_corrected('credit')}, {_corrected('licence')}, "
    "origin, width, height, content_hash, fault, people, places, keywords, taken"
)
_REFERRING = ("ground_truth", "decision", "hand_over", "image_correction", "sensitive_mark",
              "point_of_interest")  # fmt: skip
# What a source delivered stays; what an earlier reading of the file filled in gives way.
_FILLED = ", ".join(
    f"{field} = CASE WHEN {field} IN ('', "
    f"coalesce(json_extract(nullif(embedded, ''), '$.{field}'), '')) "
    f"THEN :{field} ELSE {field} END"
    for field in ("caption", "credit", "licence", "origin")
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


@dataclass(frozen=True, slots=True)
class Described:
    """What the head of an image file says.

    Attributes:
        id: The image.
        stamp: Of the file when it was read; another one says that it changed.
        width: Upright, in pixels; 0 when it could not be read.
        height: Likewise.
        texts: What it says of itself.
    """

    id: str
    stamp: str
    width: int
    height: int
    texts: FileTexts


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

    def rename(self, known: str, image: Image) -> bool:
        """Give an image the id and texts of another source, unless something refers to it.

        Args:
            known: Its id until now.
            image: What it is called, and what is said of it.

        Returns:
            Whether it has the new id.
        """
        said = " AND ".join(
            f"NOT EXISTS (SELECT 1 FROM {table} WHERE image_id = :known)" for table in _REFERRING
        )
        cursor = self._db.execute(
            "UPDATE image SET id = :id, caption = coalesce(nullif(:caption, ''), caption), "
            "credit = coalesce(nullif(:credit, ''), credit), "
            "licence = coalesce(nullif(:licence, ''), licence), "
            f"origin = coalesce(nullif(:origin, ''), origin) WHERE id = :known AND {said}",
            asdict(image) | {"known": known},
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

    def states_by_path(self) -> dict[str, tuple[int, int]]:
        """Return size and time (ns) of every image file as it was indexed, 0 while it was not."""
        rows = self._db.execute("SELECT path, size, mtime_ns FROM image")
        return {path: (size, mtime_ns) for path, size, mtime_ns in rows}

    def content_hashes(self) -> tuple[str, ...]:
        """Return the content hash of every image without a fault, "" for one not read yet."""
        rows = self._db.execute("SELECT content_hash FROM image WHERE fault = ''")
        return tuple(row[0] for row in rows)

    def update_scanned(self, rows: Sequence[Scanned]) -> None:
        """Store what reading image files found."""
        self._db.executemany(
            "UPDATE image SET size = ?, mtime_ns = ?, content_hash = ?, width = ?, height = ?, "
            "fault = ? WHERE id = ?",
            [(r.size, r.mtime_ns, r.content_hash, r.width, r.height, r.fault, r.id) for r in rows],
        )

    def stamps(self) -> tuple[tuple[str, str, str], ...]:
        """Return (image id, path, stamp when its texts were read, "" for not yet) of every one."""
        rows = self._db.execute("SELECT id, path, described FROM image ORDER BY position")
        return tuple(rows)

    def undescribed(self) -> int:
        """Return how many files nobody has read the texts of."""
        return self._db.execute("SELECT count(*) FROM image WHERE described = ''").fetchone()[0]

    def describe(self, rows: Sequence[Described]) -> None:
        """Store what image files say of themselves, beside what the source delivered."""
        self._db.executemany(
            f"UPDATE image SET {_FILLED}, people = :people, places = :places, "
            "keywords = :keywords, taken = :taken, described = :stamp, embedded = :embedded, "
            "width = coalesce(nullif(:width, 0), width), "
            "height = coalesce(nullif(:height, 0), height) WHERE id = :id",
            [
                asdict(row.texts)
                | {"id": row.id, "stamp": row.stamp, "width": row.width, "height": row.height}
                | {"embedded": _as_json(row.texts)}
                for row in rows
            ],
        )

    def by_path(self, path: str) -> str | None:
        """Return the image whose file lies there, None when there is none."""
        row = self._db.execute("SELECT id FROM image WHERE path = ? LIMIT 1", (path,)).fetchone()
        return None if row is None else row[0]

    def pool(self) -> tuple[tuple[int, str, str], ...]:
        """Return (position, image id, content hash) of every readable image, in pool order."""
        rows = self._db.execute(
            "SELECT position, id, content_hash FROM image WHERE content_hash <> '' AND fault = '' "
            "ORDER BY position"
        )
        return tuple(rows)

    def contents(self) -> dict[str, str]:
        """Return the content hash of every readable image by id, in pool order."""
        return {image_id: content for _, image_id, content in self.pool()}

    def faulty(self) -> tuple[Image, ...]:
        """Return the images that could not be read, with the reason in ``fault``."""
        rows = self._db.execute(f"SELECT {_FIELDS} FROM image WHERE fault <> '' ORDER BY position")
        return tuple(Image(*row) for row in rows)


def _as_json(texts: FileTexts) -> str:
    """Return what was filled in, so that a later reading can tell it from what was delivered."""
    filled = {key: getattr(texts, key) for key in ("caption", "credit", "licence", "origin")}
    return json.dumps(filled, ensure_ascii=False) if any(filled.values()) else ""
