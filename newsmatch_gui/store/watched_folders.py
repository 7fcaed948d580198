"""Folders whose new photos go into the pool as they arrive."""

import sqlite3
from pathlib import Path

from newsmatch_gui.store.appending import now, writing


class WatchedFolders:
    """Writes commit at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, folder: Path) -> bool:
        """Watch a folder; return whether it was not watched before."""
        with writing(self._db):
            cursor = self._db.execute(
                "INSERT OR IGNORE INTO watched_folder (path, added_at) VALUES (?, ?)",
                (str(folder), now()),
            )
        return cursor.rowcount == 1

    def remove(self, folder: Path) -> bool:
        """Watch a folder no more; return whether it was watched."""
        with writing(self._db):
            cursor = self._db.execute("DELETE FROM watched_folder WHERE path = ?", (str(folder),))
        return cursor.rowcount == 1

    def all(self) -> tuple[Path, ...]:
        """Return the folders that are watched, in the order of their names."""
        rows = self._db.execute("SELECT path FROM watched_folder ORDER BY path")
        return tuple(Path(row[0]) for row in rows)
