"""Which errors of SQLite are the world's faults, and what a person can do about each."""

import re
import shutil
import sqlite3
from pathlib import Path

from newsmatch_gui.domain.errors import DamagedCollectionError, NewsMatchError

_SENTENCES = {
    sqlite3.SQLITE_FULL: "the disk of {0} is full, so nothing was written; free some space, then "
    "do it again",
    sqlite3.SQLITE_READONLY: "{0} cannot be written; make the folder and its files writable, or "
    "copy it to where you may write",
    sqlite3.SQLITE_BUSY: "another program is writing to {0}; wait until it is done, then do it "
    "again",
    sqlite3.SQLITE_LOCKED: "another program is writing to {0}; wait until it is done, then do it "
    "again",
    sqlite3.SQLITE_IOERR: "the disk of {0} cannot be read or written; see whether it is still "
    "connected, then open the collection again",
    sqlite3.SQLITE_CANTOPEN: "{0} cannot be opened; see whether its folder is still there and "
    "readable",
}
SQLITE_ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite's calls raise: what it says of a damaged schema quotes it, and may be no text."""

MOVED = (
    "{0} is no longer where it was opened, so nothing was written; bring its folder back, then "
    "open the collection again"
)
_SCANT = 100_000  # bytes: SQLite needs some for files beside the database
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
# What is said where the schema, or a text in a row, is not what was written there.
_FOREIGN = re.compile(
    "no such (collation sequence|column|function|module|table|tokenizer)"
    "|could not decode to utf-8|.* already exists$|duplicate column"
    "|vtable constructor failed|invalid fts5 file format",
    re.IGNORECASE,
)


def explain(error: BaseException, path: Path | None = None) -> NewsMatchError | None:
    """Return an error of SQLite as a sentence, or None when it is a bug of ours.

    Args:
        error: What was raised.
        path: The database, when the error is known to come from one.
    """
    if isinstance(error, UnicodeDecodeError) and path is not None:
        return DamagedCollectionError(
            f"{path} cannot be opened as a collection (its schema is damaged); restore it from a "
            "backup"
        )
    if not isinstance(error, sqlite3.Error):
        return None
    extended = getattr(error, "sqlite_errorcode", 0) or 0
    code = extended & 0xFF
    place = str(path) if path is not None else "the collection"
    if code in _DAMAGED or _FOREIGN.match(str(error)):
        return DamagedCollectionError(
            f"{place} cannot be opened as a collection ({error}); restore it from a backup"
        )
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return NewsMatchError(MOVED.format(place))
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_full(path):
        code = sqlite3.SQLITE_FULL
    sentence = _SENTENCES.get(code)
    return NewsMatchError(sentence.format(place)) if sentence else None


def is_damage(error: BaseException) -> bool:
    """Tell whether an error of SQLite says that a database is damaged."""
    return isinstance(explain(error, Path()), DamagedCollectionError)


def _is_full(path: Path | None) -> bool:
    try:
        return path is not None and shutil.disk_usage(path.parent).free < _SCANT
    except OSError:
        return False
