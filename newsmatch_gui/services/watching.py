"""Watched folders: photos that arrive in them go into the pool and are indexed.

Looking is apart from taking in, so that a window can look in one lane and index in another.
"""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import Image, RowProblem
from newsmatch_gui.exchange.photos import walk_photos
from newsmatch_gui.services.importing import import_photos
from newsmatch_gui.services.indexing import IndexReport, build_index
from newsmatch_gui.store.collection import Collection

SETTLED = 2.0  # seconds without growth after which a file counts as written
_PATIENCE = 10.0  # seconds that a photo waits for others, so that many arrive as one
_LISTEN = 2_000  # files between two chances to cancel
_LOOKING = "looking for new photos"
_GLANCE = 64  # pixels; enough to see whether a photo is all there

State = tuple[int, int]  # size, mtime in ns


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What a look into the watched folders found.

    Attributes:
        photos: New photos that are written and can be read.
        changed: How many photos of the pool were written anew.
        waiting: Photos that are still being written, or for which others wait.
        problems: Files that cannot be used and that nobody was told of yet.
        folders: Every folder that was looked into.
    """

    photos: tuple[Image, ...] = ()
    changed: int = 0
    waiting: int = 0
    problems: tuple[RowProblem, ...] = ()
    folders: tuple[str, ...] = ()


@dataclass(slots=True)
class _Seen:
    """A file that is not in the pool as it is now."""

    state: State
    since: float
    checked: bool = False
    fault: str = ""


class _Look:
    """One look: what the pool holds, and what was found so far."""

    def __init__(self, collection: Collection) -> None:
        self._images = collection.images
        self.known = collection.images.states_by_path()
        # What was handed over is no news.
        self.packages = frozenset(collection.hand_overs.packages())
        self.ready: list[Image] = []
        self.waiting: set[str] = set()
        self.changed = 0
        self.since = float("inf")

    @cached_property
    def ids(self) -> dict[str, str]:
        """The paths of all images by id."""
        return self._images.paths()


def watch_folder(folder: Path, photos: Path) -> bool:
    """Watch a folder for new photos; return whether it was not watched before.

    Raises:
        NewsMatchError: No collection, or no folder of photos there.
    """
    photos = photos.expanduser().absolute()
    if not photos.is_dir():
        raise NewsMatchError(f"{photos} is no folder; name one that photos arrive in")
    with Collection.open(folder) as collection:
        if collection.folder.resolve().is_relative_to(photos.resolve()):
            raise NewsMatchError(
                f"{photos} holds the collection itself, thumbnails and all; watch another folder"
            )
        return collection.watched_folders.add(photos)


def unwatch_folder(folder: Path, photos: Path) -> bool:
    """Watch a folder no more; its photos stay in the pool. Return whether it was watched."""
    with Collection.open(folder) as collection:
        return collection.watched_folders.remove(photos.expanduser().absolute())


def watched_folders(folder: Path) -> tuple[Path, ...]:
    """Return the folders that a collection watches."""
    with Collection.open(folder) as collection:
        return collection.watched_folders.all()


class Watch:
    """Looks into the watched folders of a collection and remembers what is still being written.

    One look at a time; each may be on another thread.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: dict[str, _Seen] = {}
        self._taken: dict[str, State] = {}

    def look(self) -> Work[Arrivals]:
        """Look into every watched folder and below.

        A photo is found once it has not grown for ``SETTLED`` seconds and can be read. While
        others are still being written, it waits for them a little.

        Raises:
            NewsMatchError: No collection there.
        """
        yield Progress(0, 0, _LOOKING)
        with Collection.open(self._folder, synced=False) as collection:
            found, there = _Look(collection), set[str]()
            told: list[RowProblem] = []
            folders: dict[str, None] = {}  # in the order of their discovery
            for root in collection.watched_folders.all():
                problems: list[RowProblem] = []
                yield from self._look_below(root, found, problems, there, folders)
                told += _tell(collection, root, problems, found.waiting)
        self._seen = {path: seen for path, seen in self._seen.items() if path in there}
        for_others = found.waiting and time.monotonic() - found.since < _PATIENCE
        photos = () if for_others else tuple(found.ready)
        for photo in photos:
            self._taken[photo.path] = self._seen.pop(photo.path).state
        waiting = len(found.waiting) + len(found.ready) - len(photos)
        return Arrivals(photos, found.changed, waiting, tuple(told), tuple(folders))

    def _look_below(
        self, root: Path, found: _Look, problems: list[RowProblem], there: set[str],
        folders: dict[str, None],
    ) -> Work[None]:  # fmt: skip
        if not root.is_dir():
            reason, mend = "the watched folder cannot be reached", "put it back, or watch another"
            problems.append(RowProblem(str(root), 0, reason, mend))
            return
        for number, entry in enumerate(walk_photos(root, folders)):
            if number % _LISTEN == 0:
                yield Progress(number, 0, _LOOKING)
            if isinstance(entry, RowProblem):
                problems.append(entry)
                continue
            parent = os.path.dirname(entry.path)  # noqa: PTH120 - a Path for each takes a second
            there.add(entry.path)
            if parent not in found.packages and self._look_at(entry, found):
                yield Progress(number, 0, _LOOKING)
                self._check(root, entry.path, found, problems)

    def _look_at(self, entry: os.DirEntry[str], found: _Look) -> bool:
        """Tell whether a file is to be looked into now: written, and not in the pool like this."""
        path = entry.path
        try:
            state = (entry.stat().st_size, entry.stat().st_mtime_ns)
        except OSError:  # moved on meanwhile
            return False
        before = found.known.get(path)
        if state in (before, self._taken.get(path)):
            return False
        seen = self._seen.get(path)
        if seen is None or seen.state != state:
            seen = self._seen[path] = _Seen(state, time.monotonic())
        if time.monotonic() - seen.since < SETTLED:
            found.waiting.add(path)
            return False
        if before is not None:
            # Its content changed; an index run sees that by itself.
            if before != (0, 0):
                found.changed += 1
                self._taken[path] = state
            return False
        return True

    def _check(self, root: Path, path: str, found: _Look, problems: list[RowProblem]) -> None:
        from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo

        seen = self._seen[path]
        if not seen.checked:
            try:
                decode_photo(read_photo(Path(path)).content, target=_GLANCE)
            except UnreadablePhotoError as error:
                seen.fault = str(error)
            seen.checked = True
        if not seen.fault:
            found.ready.append(Image(_free_id(root, Path(path), found.ids), path))
            found.since = min(found.since, seen.since)
            return
        reason, _, mend = seen.fault.partition("; ")
        below = Path(path).relative_to(root).as_posix()
        problems.append(RowProblem(str(root), 0, f"{below}: {reason}", mend or "fetch it again"))


def take_in(folder: Path, photos: Iterable[Image]) -> Work[IndexReport]:
    """Add photos that arrived to the pool, and index what is new or changed.

    Raises:
        NewsMatchError: As ``build_index`` does.
    """
    yield from import_photos(folder, photos)
    return (yield from build_index(folder))


def _free_id(root: Path, path: Path, ids: dict[str, str]) -> str:
    """Return an id as importing the folder gives it, or a longer one where a photo has that."""
    below = path.relative_to(root).as_posix()
    for name in (below, f"{root.name}/{below}"):
        if ids.setdefault(name, str(path)) == str(path):
            return name
    return path.as_posix()


def _tell(
    collection: Collection, root: Path, problems: list[RowProblem], waiting: set[str]
) -> list[RowProblem]:
    """Keep the problems of a folder in the list of problems; return those that are new in it."""
    before = [p for p in collection.articles.problems() if p.source == str(root)]
    told = {problem.reason for problem in before}
    # Of a file that was not looked into yet, what was said of it holds.
    held = [p for p in before if str(root / p.reason.partition(": ")[0]) in waiting]
    now = [*problems, *held]
    if {problem.reason for problem in now} != told:
        with collection.batch():
            collection.articles.replace_problems(str(root), now)
    return [problem for problem in problems if problem.reason not in told]
