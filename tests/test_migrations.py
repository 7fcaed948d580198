"""A collection of every released schema opens in this version, with everything that was in it."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from newsmatch_gui.domain.backups import Why
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.services.backing_up import (
    backups_of,
    inspect_backups,
    must_be_prepared,
    prepare,
)
from newsmatch_gui.store import collection as module
from newsmatch_gui.store.backups import DATABASE, backups_folder, list_backups
from newsmatch_gui.store.collection import Collection, is_up_to_date
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.health import examined
from newsmatch_gui.store.schema import KNOWN, migrations

DUMPS = sorted((Path(__file__).parent / "data" / "collections").glob("*.sql"))
# Made anew from the rest: what the encoder read, and the words that are searched.
_CACHES = ("reading", "reading_part", "picture_text", "picture_words", "sqlite_", "_sqlite")


def load(dump: Path, folder: Path) -> Path:
    folder.mkdir()
    with closing(sqlite3.connect(folder / DATABASE)) as db:
        db.executescript(dump.read_text("utf-8"))
    return folder


def content(path: Path) -> dict[str, list[dict[str, Any]]]:
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        names = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [dict(row) for row in db.execute(f"SELECT * FROM {name}")]
            for name in names
            if not name.startswith(_CACHES)
        }


def test_every_schema_has_a_dump() -> None:
    lacking = KNOWN - {dump.stem for dump in DUMPS}
    assert not lacking, "run: python packaging/collections/dump_schemas.py"


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_what_an_older_version_kept_is_there(dump: Path, tmp_path: Path) -> None:
    folder = load(dump, tmp_path / "old.newsmatch")
    before = content(folder / DATABASE)
    is_old = not is_up_to_date(folder)
    assert is_old == (dump != DUMPS[-1])
    with Collection.open(folder) as collection:
        article = collection.articles.get("a1")
        assert article is not None
        assert article.title == "Bürgermeister tritt zurück"
        assert collection.articles.count() == collection.images.count() == 2
        assert collection.articles.truth() == (("a1", "i1"), ("a2", "i2"))
        decided = "decision" in before
        assert collection.decisions.states() == ({"a1": Verdict.CHOSEN} if decided else {})
        # Undo works on what was decided in the older version.
        assert len(collection.decisions.undo("ann")) == decided
        if decided:
            assert len(collection.decisions.redo("ann")) == 1
        assert len(collection.models.activations()) == ("activation" in before)
    after = content(folder / DATABASE)
    for table, rows in before.items():
        added = 2 * decided if table == "decision" else 0
        assert len(after[table]) == len(rows) + added
        kept = [{key: row[key] for key in rows[0]} for row in after[table][: len(rows)]]
        assert kept == rows
    with examined(folder) as database:
        assert database.damage() == ""
        assert not database.words_differ()
    made = [(facts.backup.why, facts.fault) for facts in finish(inspect_backups(folder))]
    assert [why for why, _ in made] == [Why.UPDATE] * is_old
    if is_old:  # and the backup is as it was
        assert content(backups_folder(folder) / backups_of(folder)[0].name) == before
        # What was said before there was a diary is in it since the backup.
        assert len(Diary(folder).read()[0].get("decision", {})) == 5 * decided


def test_an_update_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = load(DUMPS[3], tmp_path / "old.newsmatch")
    before = content(folder / DATABASE)
    last = migrations.pending(module.Database(memory=True))[-1]

    def fail(_db: object) -> None:
        raise sqlite3.OperationalError("no")

    monkeypatch.setattr(last, "fn", fail)
    with pytest.raises(NewsMatchError):
        Collection.open(folder)
    assert content(folder / DATABASE) == before  # not even the migrations before the last one
    monkeypatch.undo()
    Collection.open(folder).close()


def test_nothing_is_updated_without_a_backup(tmp_path: Path) -> None:
    folder = load(DUMPS[0], tmp_path / "old.newsmatch")
    (folder / "backups").write_text("in the way")
    with pytest.raises(NewsMatchError, match="no backup could be made"):
        Collection.open(folder)
    assert not is_up_to_date(folder)


def test_two_that_open_at_once_update_once(tmp_path: Path) -> None:
    folder = load(DUMPS[0], tmp_path / "old.newsmatch")
    errors: list[Exception] = []

    def open_it() -> None:
        try:
            Collection.open(folder).close()
        except NewsMatchError as error:
            errors.append(error)

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert is_up_to_date(folder)
    # Whoever came while the other one made its backup waited, and needed none of its own.
    assert errors == []
    assert len(list_backups(folder)) == 1


def test_the_window_updates_in_the_background(tmp_path: Path) -> None:
    folder = load(DUMPS[1], tmp_path / "old.newsmatch")
    assert must_be_prepared(folder, left_open=False)
    finish(prepare(folder, left_open=True))
    assert not must_be_prepared(folder, left_open=False)
