"""A collection folder: opening it, its connection, and where its parts lie."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from filelock import FileLock, Timeout
from sqlite_utils import Database

from newsmatch_gui.domain.backups import Why
from newsmatch_gui.domain.errors import DamagedCollectionError, NewsMatchError
from newsmatch_gui.domain.paths import OutsideFolderError, join_inside
from newsmatch_gui.store.appending import PlacedConnection, exclusively
from newsmatch_gui.store.articles import Articles
from newsmatch_gui.store.backups import DATABASE, list_backups, make_backup
from newsmatch_gui.store.decisions import DecisionLog
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.failure_tags import FailureTags
from newsmatch_gui.store.faults import SQLITE_ERRORS, explain
from newsmatch_gui.store.hand_overs import Corrections, HandOvers
from newsmatch_gui.store.images import Images
from newsmatch_gui.store.models import Models
from newsmatch_gui.store.picture_marks import PictureMarks
from newsmatch_gui.store.picture_search import PictureSearch
from newsmatch_gui.store.readings import Readings
from newsmatch_gui.store.review_queue import ReviewQueue
from newsmatch_gui.store.schema import KNOWN, STEPS, migrations
from newsmatch_gui.store.schema_checks import has_names, schema_of
from newsmatch_gui.store.watched_folders import WatchedFolders

SUFFIX = ".newsmatch"
_PATIENCE = 60  # seconds; an update of a large collection takes some


class Collection:
    """An open collection: one per thread, closed by whoever opened it.

    Attributes:
        folder: The collection's folder.
        articles: Articles, ground truth and import problems.
        images: The pool.
        picture_search: Looking pictures up by words and by what they are.
        readings: What encoders read of articles, recipes and cached translations.
        decisions: The append-only decision log.
        failure_tags: The append-only log of what researchers say of failures.
        review_queue: Articles to look at again.
        models: The models trained here.
        picture_marks: Sensitive pictures, points of interest, and where pictures are used.
        corrections: The append-only log of what people said of pictures.
        hand_overs: The append-only log of pictures that were handed over.
        watched_folders: Folders whose new photos go into the pool.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._db = Database(connection)
        self.articles = Articles(connection)
        self.images = Images(connection)
        self.picture_search = PictureSearch(connection)
        self.readings = Readings(connection)
        self.models = Models(connection)
        self.decisions = DecisionLog(connection)
        self.failure_tags = FailureTags(connection)
        self.review_queue = ReviewQueue(connection)
        self.picture_marks = PictureMarks(connection)
        self.corrections = Corrections(connection)
        self.hand_overs = HandOvers(connection)
        self.watched_folders = WatchedFolders(connection)

    @classmethod
    def open(cls, folder: Path, *, create: bool = False, synced: bool = True) -> Self:
        """Open the collection in a folder and bring its schema up to date, after a backup.

        Args:
            folder: The collection's folder.
            create: Make an empty collection when there is none yet.
            synced: Wait for the disk at each commit, as decisions need it. Work that can be
                done again goes without: a kill loses nothing of it, a power cut its end.

        Raises:
            NewsMatchError: No collection there, not readable, not writable, or made by a newer
                version.
            DamagedCollectionError: The database is damaged or gone.
        """
        folder = folder.expanduser().absolute()
        path = folder / DATABASE
        if not _exists(path):
            if list_backups(folder):
                raise DamagedCollectionError(f"{path} is gone; restore it from a backup")
            if not create:
                raise NewsMatchError(
                    f"{folder} holds no NewsMatch collection; make one with: "
                    f'newsmatch import "{folder}" SOURCE'
                )
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise NewsMatchError(
                    f"the folder {folder} cannot be made ({error.strerror}); choose another place"
                ) from error
        try:
            connection = sqlite3.connect(path, timeout=10, factory=PlacedConnection)
            try:
                if not _is_ready(connection, path):
                    with _first(folder):
                        _make_ready(connection, folder)
                connection.execute(f"PRAGMA synchronous = {'FULL' if synced else 'NORMAL'}")
                connection.execute("PRAGMA foreign_keys = OFF")
            except BaseException:
                connection.close()
                raise
        except sqlite3.Error as error:
            raise _why_not(error, folder) from error
        except UnicodeDecodeError as error:
            raise _no_schema(path) from error
        return cls(folder, connection)

    def close(self) -> None:
        """Close the connection; closing twice is harmless."""
        self._db.conn.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Group writes into one transaction; keep it short, the window writes too."""
        # Who reads first and writes then is refused at once when somebody else wrote in between.
        with self._db.atomic() if self._db.conn.in_transaction else exclusively(self._db.conn):
            yield

    def keep_diary(self) -> None:
        """Bring the diary up to date with rows that were merged."""
        diary = Diary(self.folder)
        diary.add(diary.compare(self._db.conn).unwritten)

    def vectors_folder(self, model: str) -> Path:
        """Return the folder that caches the vectors of a model fingerprint.

        Raises:
            NewsMatchError: The fingerprint, which may come from somebody else's database, would
                lead elsewhere.
        """
        return _part(self.folder / "cache" / "vectors", model)

    def model_folder(self, fingerprint: str) -> Path:
        """Return the folder of a model that was trained here.

        Raises:
            NewsMatchError: The fingerprint, which may come from somebody else's database, would
                lead elsewhere.
        """
        return _part(self.folder / "models", fingerprint)

    def model_name(self, fingerprint: str = "") -> str:
        """Return the name under which a model loads, the active one by default.

        Empty for a model that was not trained here and does not serve.
        """
        active = self.setting("fingerprint")
        own = self.model_folder(fingerprint or active or "none")
        # Named by where the collection lies now, since it may have been moved.
        if own.is_dir():
            return f"local-dir:{own}"
        return self.setting("model") if fingerprint in ("", active) else ""

    def switch_model(self, fingerprint: str, name: str) -> None:
        """Let a model serve, and note it, so that the former one can come back."""
        before = self.setting("fingerprint")
        if before and not self.models.activations():
            self.models.activated(before, self.setting("model"))
        if before != fingerprint:
            self.models.activated(fingerprint, name)
        self.set_setting("fingerprint", fingerprint)
        self.set_setting("model", name)

    @property
    def index_lock(self) -> Path:
        """The file whose lock says that somebody is indexing this collection."""
        return index_lock(self.folder)

    def setting(self, key: str, default: str = "") -> str:
        """Return a setting of this collection."""
        row = self._db.conn.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return default if row is None else row[0]

    def set_setting(self, key: str, value: str) -> None:
        """Store a setting of this collection."""
        with self.batch():
            self._db.conn.execute("REPLACE INTO setting (key, value) VALUES (?, ?)", (key, value))


def _part(folder: Path, name: str) -> Path:
    """Return what is called so directly inside a folder; it may be written, and deleted whole."""
    try:
        path = join_inside(folder, name)
    except OutsideFolderError:
        path = folder
    if path.parent != folder:
        raise NewsMatchError(
            f"the collection names a model {name[:40]!r}, which is no name of a folder in it; "
            "somebody tampered with its database: restore it from a backup"
        )
    return path


def index_lock(folder: Path) -> Path:
    """Return the file whose lock says that somebody is indexing the collection in a folder."""
    return folder / "cache" / "index.lock"


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError as error:
        raise NewsMatchError(f"{path} cannot be read ({error.strerror})") from error


def _why_not(error: sqlite3.Error, folder: Path) -> NewsMatchError:
    path = folder / DATABASE
    # SQLite writes a journal beside the database even to read it, and says "unable to open" when
    # it may not.
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    is_shut = not (os.access(folder, os.W_OK) and os.access(path, os.W_OK))
    if code == sqlite3.SQLITE_READONLY or (code == sqlite3.SQLITE_CANTOPEN and is_shut):
        return NewsMatchError(
            f"the collection {folder} cannot be written; make the folder and its files "
            "writable, or copy it to where you may write"
        )
    return explain(error, path) or DamagedCollectionError(
        f"{path} cannot be opened as a collection ({error}); "
        "restore it from a backup or choose another folder"
    )


def _is_ready(connection: sqlite3.Connection, path: Path) -> bool:
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    return mode == "wal" and applied_migrations(connection, path) == KNOWN


def _make_ready(connection: sqlite3.Connection, folder: Path) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    applied = applied_migrations(connection, folder / DATABASE)
    if applied == KNOWN:
        return
    if applied:
        make_backup(folder, Why.UPDATE)
    elif list_backups(folder):
        raise DamagedCollectionError(
            f"{folder / DATABASE} is empty, though it has backups; restore it from one"
        )
    migrate(connection)


@contextmanager
def _first(folder: Path) -> Iterator[None]:
    """Let one after the other make a collection ready; who comes later finds it so.

    SQLite's own locks do not do: it refuses to change the journal while another one does, and a
    second backup of the same moment would be one too many.
    """
    lock = FileLock(folder / "opening.lock")
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        raise NewsMatchError(
            f"another NewsMatch is bringing {folder} up to date; wait until it is done, then "
            "open it again"
        ) from None
    except OSError:
        pass  # where nothing can be written, SQLite says so, or need not write
    try:
        yield
    finally:
        lock.release()


def is_up_to_date(folder: Path) -> bool:
    """Tell whether a collection has the schema of this version.

    True also for one that cannot be opened: opening it says why.
    """
    path = folder.expanduser().absolute() / DATABASE
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=rw", uri=True)) as connection:
            return applied_migrations(connection, path) == KNOWN
    except (*SQLITE_ERRORS, NewsMatchError):
        return True


def applied_migrations(connection: sqlite3.Connection, path: Path) -> frozenset[str]:
    """Return the migrations that a database has, none for an empty one.

    Args:
        connection: To the database.
        path: Its file, for what is said when it cannot be used.

    Raises:
        NewsMatchError: It was made by a newer version, or its schema is damaged.
    """
    try:
        found = migrations.applied(Database(connection))
        applied = frozenset(str(migration.name) for migration in found)
    except (UnicodeDecodeError, KeyError) as error:
        raise _no_schema(path) from error
    if applied > KNOWN:
        newer = sorted(applied - KNOWN)
        raise NewsMatchError(
            f"{path} was made by a newer NewsMatch (it knows {newer[-1]}); "
            "update NewsMatch to open it"
        )
    is_whole = has_names(schema_of(connection), len(applied))
    if applied != frozenset(STEPS[: len(applied)]) or not is_whole:
        raise _no_schema(path)
    return applied


def _no_schema(path: Path) -> DamagedCollectionError:
    # SQLite quotes a damaged schema, which may be no text any more; or its tables are other ones.
    return DamagedCollectionError(
        f"{path} cannot be opened as a collection (its schema is damaged); restore it from a backup"
    )


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date: all of it or nothing, and one process after the other."""
    with exclusively(connection):
        migrations.apply(Database(connection))
