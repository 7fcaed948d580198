"""kill -9 at any moment of everything that writes."""

import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import victims
from ground import TESTS, Child, Tally, check_sound, kept, pause

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.backing_up import back_up, backups_of, inspect_backups
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import index_pending
from newsmatch_gui.services.model_registry import list_models
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.store.backups import DATABASE
from newsmatch_gui.store.collection import Collection

Activity = Callable[[Path, Callable[[str], None]], None]
_WORK = "work"
GOES_ON = "nothing; the next start goes on"


def kill_deciding(base: Path, home: Path, kills: int) -> Tally:
    """Kill while decisions are made, as fast as the disk takes them."""
    return _kill("kill -9 while deciding", victims.decide, lambda _folder: None, base, home, kills)


def kill_importing(base: Path, home: Path, kills: int) -> Tally:
    """Kill while tables are imported and decisions merged; then import the same again."""

    def after(folder: Path) -> None:
        source = folder.parent / "new.csv"
        if source.exists() and source.read_text().count("\n") == 401:
            report = finish(import_source(folder, source))
            assert not report.problems, report.problems[0]

    return _kill(
        "kill -9 while importing", victims.importing, after, base, home, kills, longest=1.5
    )


def kill_indexing(base: Path, home: Path, kills: int) -> Tally:
    """Kill while everything is indexed; then index what is left."""
    tally = _kill(
        "kill -9 while indexing", victims.indexing,
        lambda folder: _whole_index(folder), base, home, kills, longest=3.0,
    )  # fmt: skip
    folder = home / _WORK / base.name
    child = Child(lambda say: victims.beside(folder, say, lambda: _index(folder)))
    child.end()
    assert not child.told(), child.told()
    assert index_pending(folder) == 0
    assert len(load_pool(folder).image_ids) == victims.ARTICLES
    return tally


def kill_training(base: Path, home: Path, kills: int) -> Tally:
    """Kill while a model is trained; the registry opens and holds nothing half-made."""

    def after(folder: Path) -> None:
        for model in list_models(folder)[0]:
            weights = folder / "models" / model.fingerprint / "open_clip_model.safetensors"
            assert weights.exists(), model.name

    return _kill("kill -9 while training", victims.training, after, base, home, kills, longest=8.0)


def kill_exporting(base: Path, home: Path, kills: int) -> Tally:
    """Kill while a file is written that was there before; it is the old one or the new one."""

    def after(folder: Path) -> None:
        out = folder.parent / "out.jsonl"
        if out.exists():
            for line in out.read_text("utf-8").splitlines():
                json.loads(line)

    return _kill("kill -9 while exporting", victims.exporting, after, base, home, kills)


def kill_backing_up(base: Path, home: Path, kills: int) -> Tally:
    """Kill while backups are made; every one that has a name is sound."""

    def after(folder: Path) -> None:
        faults = [facts.fault for facts in finish(inspect_backups(folder)) if facts.fault]
        assert not faults, faults[0]

    return _kill("kill -9 while backing up", victims.backing_up, after, base, home, kills)


def kill_restoring(base: Path, home: Path, kills: int) -> Tally:
    """Kill while a backup takes the place of the database; then restore again."""
    folder = _copied(base, home)
    finish(back_up(folder))

    def after(folder: Path) -> None:
        finish(restore(folder, _newest_copy(folder), keep=True))
        for aside in (folder / "backups").glob("*_set-aside.*"):
            aside.unlink()  # the disk of this trial is finite

    tally = _kill("kill -9 while restoring", victims.restoring, after, folder, None, kills,
                  sound=False)  # fmt: skip
    tally.told = type(tally.told)({"nothing; restoring again puts everything back": 1})
    return tally


def kill_migrating(_base: Path, home: Path, kills: int) -> Tally:
    """Kill while a collection of an older version is brought up to date."""
    tally, rng = Tally("kill -9 while migrating"), random.Random(6)
    old = home / "old"
    old.mkdir(parents=True)
    promised = _old_collection(old / "c.newsmatch")
    for number in range(kills):
        folder = home / f"old-{number}" / "c.newsmatch"
        shutil.copytree(old / "c.newsmatch", folder)
        child = Child(lambda say, folder=folder: victims.migrating(folder, say))
        child.wait_for("ack-none")
        pause(rng, 0.4)
        child.kill()
        Collection.open(folder).close()
        check_sound(folder)
        tally.count(promised, folder)
        shutil.rmtree(folder.parent)
    tally.told[GOES_ON] += 1
    return tally


def _kill(
    fault: str, activity: Activity, after: Callable[[Path], None], base: Path, home: Path | None,
    kills: int, *, longest: float = 0.8, sound: bool = True,
) -> Tally:  # fmt: skip
    """Kill an activity at random moments, on one collection that lives through all of them."""
    tally, rng = Tally(fault), random.Random(fault)
    folder = base if home is None else _copied(base, home)
    before: set[str] = set()
    for _ in range(kills):
        child = Child(lambda say: activity(folder, say))
        child.wait_for("ack")
        pause(rng, longest)
        child.kill()
        if sound:
            check_sound(folder)
        after(folder)
        tally.count(child.promised(), folder)
        before |= child.promised()
        tally.told += child.told()
    tally.lost = max(tally.lost, len(before - kept(folder)))  # nor by what came later
    tally.told[GOES_ON] += 1
    return tally


def _copied(base: Path, home: Path) -> Path:
    shutil.rmtree(home / _WORK, ignore_errors=True)
    return Path(shutil.copytree(base, home / _WORK / base.name))


def _index(folder: Path) -> None:
    from newsmatch_gui.services.indexing import build_index

    finish(build_index(folder))


def _whole_index(folder: Path) -> None:
    """Assert that what is cached can be loaded, however little it is."""
    assert len(load_pool(folder).image_ids) <= victims.ARTICLES


def _newest_copy(folder: Path):
    return next(backup for backup in backups_of(folder) if backup.why != "set-aside")


def _old_collection(folder: Path) -> set[str]:
    """Write a collection of the first schema with decisions, with 2,000 of them."""
    folder.mkdir()
    dump = TESTS / "data" / "collections" / "m002_decisions.sql"
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        db.executescript(dump.read_text("utf-8"))
        db.executemany(
            "INSERT INTO article (id, title, domain, lang) VALUES (?, 'A headline', 'rss', 'en')",
            [(f"n{number}",) for number in range(2_000)],
        )
        db.executemany(
            "INSERT INTO image (id, path, caption) VALUES (?, ?, 'A caption of some words')",
            [(f"n{number}", f"/photos/{number}.jpg") for number in range(2_000)],
        )
        db.executemany(
            "INSERT INTO decision (id, action, article_id, image_id, verdict, annotator, "
            "decided_at) VALUES (?, 'decide', ?, ?, 'chosen', 'ann', '')",
            [(f"01HZX3KQV{n:017d}", f"n{n}", f"n{n}") for n in range(10, 2_000)],
        )
        db.commit()
    return kept(folder)
