"""Examining a collection: database, logs, diary, backups, vectors, models and photos."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from shutil import disk_usage, rmtree
from tempfile import TemporaryFile

from newsmatch_gui.clip.model_files import CONFIG
from newsmatch_gui.domain.backups import Why
from newsmatch_gui.domain.errors import DamagedBackupError, DamagedCollectionError, NewsMatchError
from newsmatch_gui.domain.health import Finding, State
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.backing_up import back_up, inspect_backups
from newsmatch_gui.services.indexing import index_pending, read_entry
from newsmatch_gui.services.locking import hold
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.store.backups import DATABASE, list_backups, quick_check
from newsmatch_gui.store.collection import Collection, index_lock, is_up_to_date
from newsmatch_gui.store.health import examined
from newsmatch_gui.store.restoring import Restored
from newsmatch_gui.store.vectors import VectorFile

AREA = "collection"
_ROOM = 200e6  # bytes that should be free beside what copies of the database take


@dataclass(slots=True)
class Patient:
    """A collection that is examined.

    Attributes:
        folder: The collection.
        mend: Whether to mend what can be mended.
    """

    folder: Path
    mend: bool
    _part: str = ""
    _is_backed_up: bool = field(default=False)

    def examine(self, part: str, check: "Check") -> Iterator[Finding]:
        """Yield what a check finds; what keeps it from looking is a finding too."""
        self._part = part
        try:
            yield from check(self)
        except NewsMatchError as error:
            yield self.found(State.BROKEN, str(error))
        except OSError as error:
            yield self.found(State.BROKEN, f"{error.filename} cannot be read ({error.strerror})")

    def found(self, state: State, sentence: str) -> Finding:
        """Return a finding of the part that is looked at."""
        return Finding(AREA, self._part, state, sentence)

    def mendable(self, sentence: str, mend: Callable[[], object], said: str) -> Finding:
        """Mend a fault if that is wanted, after a backup, and say what was done.

        Args:
            sentence: What is wrong.
            mend: What mends it.
            said: What was done.
        """
        if not self.mend:
            run = f'run: newsmatch doctor --mend "{self.folder}"'
            return self.found(State.BROKEN, f"{sentence}; {run}")
        self.back_up()
        mend()
        return self.found(State.MENDED, f"{sentence}; {said}")

    def back_up(self) -> None:
        """Make a backup before the first change.

        Raises:
            NewsMatchError: That is not possible, so that nothing must be changed.
        """
        if not self._is_backed_up:
            finish(back_up(self.folder, Why.MEND))
            self._is_backed_up = True


Check = Callable[[Patient], Iterator[Finding]]


def _access(patient: Patient) -> Iterator[Finding]:
    for folder in (patient.folder, patient.folder / "backups", patient.folder / "cache"):
        if folder.exists():
            try:
                TemporaryFile(dir=folder).close()
            except OSError as error:
                yield patient.found(
                    State.BROKEN, f"{folder} cannot be written ({error.strerror}); make it writable"
                )
                return
    database = patient.folder / DATABASE
    wanted = _ROOM + 3 * (database.stat().st_size if database.exists() else 0)
    free = disk_usage(patient.folder).free
    sentence = f"the folder can be written, {free / 1e9:,.1f} GB are free there"
    if free < wanted:
        sentence += f"; backing up and mending want {wanted / 1e9:,.1f} GB"
    yield patient.found(State.NOTE if free < wanted else State.SOUND, sentence)


def _database(patient: Patient) -> Iterator[Finding]:
    path = patient.folder / DATABASE
    with examined(patient.folder) as database:
        damage = database.damage()
        if not damage and not database.tables():
            damage = "it is empty"
    if not damage:
        size = path.stat().st_size / 1e6
        yield patient.found(State.SOUND, f"{path.name} is sound, {size:,.1f} MB")
        if not is_up_to_date(patient.folder):
            yield patient.found(
                State.NOTE, "it was made by an older version and is updated when it is opened"
            )
        return
    sentence = f"{path.name} is damaged ({damage})"
    if not patient.mend:
        yield patient.found(
            State.BROKEN,
            f"{sentence}; restore a backup in the window, or run: "
            f'newsmatch doctor --mend "{patient.folder}"',
        )
        return
    if _indexes_only(patient, path):
        yield patient.found(State.MENDED, f"{sentence}; its indexes were made anew")
        return
    done = _restored(patient.folder)
    back = done.put_back
    counts = f"{back.decisions} rows of decisions, {back.remarks} remarks, {back.articles} articles"
    yield patient.found(
        State.MENDED,
        f"{sentence}; {done.backup.name if done.backup else 'a new database'} is in its place, and "
        f"{counts} and {back.images} pictures were put back; the former one lies in {done.aside}",
    )


def _restored(folder: Path) -> Restored:
    """Go back to the newest backup that can be used, and put back what came since."""
    for facts in finish(inspect_backups(folder)):
        # Of a damaged state, or of one that somebody went back from.
        if facts.fault or facts.backup.why in (Why.MEND, Why.SET_ASIDE):
            continue
        try:
            return finish(restore(folder, facts.backup, keep=True))
        except DamagedBackupError:
            continue
    return finish(restore(folder, None, keep=True))


def _indexes_only(patient: Patient, path: Path) -> bool:
    """Mend a database whose tables are sound and whose indexes are not."""
    try:
        quick_check(path)
        patient.back_up()
        with examined(patient.folder) as database:
            database.rebuild_indexes()
            return not database.damage()
    except DamagedCollectionError:
        return False


def _logs(patient: Patient) -> Iterator[Finding]:
    with examined(patient.folder) as database:
        dangling = database.dangling()
    for what, count in dangling.items():
        # Decisions may be merged, or salvaged, before the articles that they are about.
        yield patient.found(State.NOTE, f"{count} {what}; import what they are about again")
    if not dangling:
        yield patient.found(State.SOUND, "every row points somewhere")


def _diary(patient: Patient) -> Iterator[Finding]:
    with examined(patient.folder) as database:
        faults = database.differences()
        if faults.torn:
            yield patient.found(State.NOTE, f"{faults.torn} torn lines are passed over")
        if faults.lost or faults.altered:
            yield patient.mendable(
                f"the database lacks {len(faults.lost)} rows that were said, and "
                f"{len(faults.altered)} say something else",
                database.settle_diary, "they are back as the diary has them",
            )  # fmt: skip
        elif faults.unwritten and patient.mend:
            database.settle_diary()
            yield patient.found(
                State.MENDED, f"{len(faults.unwritten)} rows were added to the diary"
            )
        elif faults.unwritten:
            yield patient.found(
                State.NOTE, f"{len(faults.unwritten)} rows are added to it with the next backup"
            )
        else:
            yield patient.found(State.SOUND, "it agrees with the logs")


def _words(patient: Patient) -> Iterator[Finding]:
    with examined(patient.folder) as database:
        if database.words_differ():
            yield patient.mendable(
                "the words that are searched differ from the texts", database.rebuild_words,
                "they were taken from the texts anew",
            )  # fmt: skip
        else:
            yield patient.found(State.SOUND, "the words that are searched agree with the texts")


def _backups(patient: Patient) -> Iterator[Finding]:
    found = finish(inspect_backups(patient.folder))
    aside = [facts for facts in found if facts.backup.why == Why.SET_ASIDE]
    copies = [facts for facts in found if facts not in aside]
    for facts in copies:
        if facts.fault:
            yield patient.found(
                State.NOTE, f"{facts.backup.name} is damaged ({facts.fault}); it may be deleted"
            )
    if aside:
        size = sum(facts.size for facts in aside) / 1e6
        yield patient.found(
            State.NOTE,
            f"{len(aside)} databases that were set aside take {size:,.0f} MB; delete them when "
            "nothing of them is missed",
        )
    sound = [facts for facts in copies if not facts.fault]
    if sound:
        age = (datetime.now(UTC) - sound[0].backup.made_at).days
        yield patient.found(
            State.SOUND, f"{len(sound)} sound backups, the newest {max(age, 0)} days old"
        )
    elif patient.mend:
        patient.back_up()
        yield patient.found(State.MENDED, "there was no sound backup; one was made")
    else:
        yield patient.found(State.NOTE, "there is no sound backup; the window makes one a day")


def _vectors(patient: Patient) -> Iterator[Finding]:
    home = patient.folder / "cache" / "vectors"
    for folder in sorted(home.iterdir()) if home.is_dir() else ():
        entry = read_entry(folder)
        if entry is None:
            yield patient.mendable(
                f"nothing says which model made the vectors in {folder.name}",
                lambda folder=folder: rmtree(folder), "they were deleted and are made anew",
            )  # fmt: skip
            continue
        for name in ("images", "texts"):
            file = VectorFile(folder, name, entry.dim)
            torn, damaged, count = file.leftover(), file.damaged(), len(file.keys())
            what = f"{count - len(damaged)} vectors of {name} by {entry.name}"
            if len(damaged):
                yield patient.mendable(
                    f"{len(damaged)} of {count} vectors of {name} by {entry.name} are damaged",
                    lambda file=file, rows=damaged: _drop(patient.folder, file, rows),
                    "they were dropped; the next index run makes them anew",
                )  # fmt: skip
            elif torn:
                yield patient.found(
                    State.NOTE, f"{what}; {torn} bytes of a torn write are overwritten by the next"
                )
            else:
                yield patient.found(State.SOUND, f"{what}, all whole")


def _drop(folder: Path, file: VectorFile, rows: object) -> None:
    with hold(index_lock(folder), f"indexing {folder}"):
        file.drop(rows)


def _index(patient: Patient) -> Iterator[Finding]:
    if not is_up_to_date(patient.folder):
        return
    waiting = index_pending(patient.folder)
    if waiting:
        yield patient.found(
            State.NOTE,
            f'{waiting} articles and pictures wait; run: newsmatch index "{patient.folder}"',
        )
    else:
        yield patient.found(State.SOUND, "nothing waits to be indexed")


def _models(patient: Patient) -> Iterator[Finding]:
    if not is_up_to_date(patient.folder):
        return
    with Collection.open(patient.folder) as collection:
        trained = collection.models.all()
        folders = {model.name: collection.model_folder(model.fingerprint) for model in trained}
    for name, folder in folders.items():
        fault = model_fault(folder)
        state = State.BROKEN if fault else State.SOUND
        mend = "; delete it in Learn > Models and train it again, or copy its folder back"
        yield patient.found(state, f"{name}: {fault}{mend}" if fault else f"{name} is whole")
    if not folders:
        yield patient.found(State.SOUND, "none was trained here")


def model_fault(folder: Path) -> str:
    """Return what is wrong with the files of a model's folder, "" when they are whole."""
    from safetensors import SafetensorError, safe_open

    try:
        json.loads((folder / CONFIG).read_text("utf-8"))
        files = list(folder.glob("*.safetensors"))
        for file in files:
            # Reads the header, which says how long the file must be.
            with safe_open(file, framework="numpy"):
                pass
    except (OSError, ValueError, SafetensorError) as error:
        return " ".join(str(error).split())
    return "" if files else f"{folder} holds no weights"


def _photos(patient: Patient) -> Iterator[Finding]:
    if not is_up_to_date(patient.folder):
        return
    with Collection.open(patient.folder) as collection:
        paths = set(collection.images.paths().values())
    gone = sum(not Path(path).exists() for path in paths)
    if gone:
        yield patient.found(
            State.NOTE,
            f"{gone} of {len(paths)} photos are not where they were; bring them back, or import "
            "their folder where it is now",
        )
    else:
        yield patient.found(State.SOUND, f"all {len(paths)} photos are where they were")


COLLECTION_PARTS: Mapping[str, Check] = {
    "folder": _access, "database": _database, "logs": _logs, "diary": _diary, "words": _words,
    "backups": _backups, "vectors": _vectors, "index": _index, "models": _models,
    "photos": _photos,
}  # fmt: skip


def is_collection(folder: Path) -> bool:
    """Tell whether there is a collection in a folder, or what is left of one."""
    return (folder / DATABASE).exists() or bool(list_backups(folder))


def serving_model(folder: Path) -> tuple[str, str]:
    """Return (name, fingerprint) of the model that serves a collection, ("", "") for none."""
    if not is_up_to_date(folder):
        return "", ""
    with Collection.open(folder) as collection:
        return collection.model_name(), collection.setting("fingerprint")
