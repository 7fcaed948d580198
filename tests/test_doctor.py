"""The doctor: what is wrong is found, named with counts, and mended without losing anything."""

import json
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from test_safekeeping import spoil_table

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.errors import DamagedCollectionError, NewsMatchError
from newsmatch_gui.domain.health import Finding, State, is_well
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.backing_up import (
    back_up,
    backups_of,
    inspect_backups,
)
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.doctor_collection import COLLECTION_PARTS, Patient
from newsmatch_gui.services.doctor_machine import machine_findings, model_findings, window_findings
from newsmatch_gui.services.doctoring import examine
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.indexing import build_index, index_pending
from newsmatch_gui.services.locking import Seat
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.store.backups import DATABASE, backups_folder
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.vectors import VectorFile


@pytest.fixture
def folder(collection: Path) -> Path:
    """The newsroom with six decisions, backed up after the fourth."""
    decide(collection, range(4))
    finish(back_up(collection))
    decide(collection, range(6, 8))
    return collection


def decide(folder: Path, numbers: range) -> None:
    with Desk(folder, annotator="ann") as desk:
        for number in numbers:
            desk.decide(str(number), None, Verdict.NONE_FITS, Shown())


def decided(folder: Path) -> set[str]:
    with Desk(folder) as desk:
        return set(desk.states())


ALL = {"0", "1", "2", "3", "6", "7"}


def look(folder: Path, *parts: str, mend: bool = False) -> dict[str, list[Finding]]:
    patient = Patient(folder, mend)
    return {
        part: list(patient.examine(part, COLLECTION_PARTS[part]))
        for part in parts or COLLECTION_PARTS
    }


def only(found: list[Finding]) -> Finding:
    (finding,) = found
    return finding


def raw(folder: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(folder / DATABASE))


def test_a_sound_collection_has_nothing_broken_and_is_not_changed(folder: Path) -> None:
    before = (folder / DATABASE).read_bytes()
    found = look(folder)
    assert is_well(finding for part in found.values() for finding in part)
    assert only(found["logs"]).state is State.SOUND
    assert only(found["diary"]).state is State.SOUND
    assert only(found["photos"]).sentence == "all 11 photos are where they were"
    assert (folder / DATABASE).read_bytes() == before
    assert len(backups_of(folder)) == 1


def test_a_damaged_database_is_told_and_restored_with_nothing_lost(folder: Path) -> None:
    spoil_table(folder, "decision")
    broken = only(look(folder, "database")["database"])
    assert broken.state is State.BROKEN
    assert "doctor --mend" in broken.sentence
    mended = only(look(folder, "database", mend=True)["database"])
    assert mended.state is State.MENDED
    assert "2 rows of decisions" in mended.sentence
    assert decided(folder) == ALL
    assert only(look(folder, "database")["database"]).state is State.SOUND


def test_what_somebody_went_back_from_does_not_come_again(folder: Path) -> None:
    finish(restore(folder, backups_of(folder)[0], keep=False))
    assert backups_of(folder)[0].why == "set-aside"
    spoil_table(folder, "decision")
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    assert decided(folder) == {"0", "1", "2", "3"}


def test_nothing_is_restored_while_a_window_decides(folder: Path) -> None:
    spoil_table(folder, "decision")
    seat = Seat(folder)
    finding = only(look(folder, "database", mend=True)["database"])
    assert finding.state is State.BROKEN
    assert "is open in a window" in finding.sentence
    seat.leave()


def spoil_index(folder: Path) -> None:
    """Let an index lack every row, which the quick check of SQLite does not see."""
    with raw(folder) as db:
        db.execute("PRAGMA writable_schema = ON")
        (made,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'image_path'").fetchone()
        for words in ("path) WHERE path > '~'", "path)"):
            db.execute(
                "UPDATE sqlite_master SET sql = ? WHERE name = 'image_path'",
                (made.replace("path)", words),),
            )
            db.commit()
            if words != "path)":
                with raw(folder) as other:  # an index that lacks every row
                    other.execute("REINDEX image_path")
                    other.commit()


def test_damaged_indexes_are_made_anew(folder: Path) -> None:
    spoil_index(folder)
    assert "image_path" in only(look(folder, "database")["database"]).sentence
    mended = only(look(folder, "database", mend=True)["database"])
    assert "indexes were made anew" in mended.sentence
    assert only(look(folder, "database")["database"]).state is State.SOUND


def test_indexes_of_a_backup_are_made_anew(folder: Path) -> None:
    spoil_index(folder)
    finish(back_up(folder))
    spoil_table(folder, "decision")
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    assert only(look(folder, "database")["database"]).state is State.SOUND
    assert decided(folder) == ALL


def test_of_two_articles_with_one_id_both_come_back(folder: Path) -> None:
    with raw(folder) as db:
        (title,) = db.execute("SELECT title FROM article WHERE id = '10'").fetchone()
    alter(folder, b"10" + title.encode(), b"11" + title.encode())
    finish(back_up(folder))  # whose indexes cannot be made anew
    mended = only(look(folder, "database", mend=True)["database"])
    assert mended.state is State.MENDED
    assert "0001_" in mended.sentence
    assert only(look(folder, "database")["database"]).state is State.SOUND
    with Desk(folder) as desk:
        assert desk.article("10").title == title
        assert desk.article("11").title != title
    assert decided(folder) == ALL


def test_rows_that_point_nowhere_are_counted(folder: Path) -> None:
    with raw(folder) as db:
        db.execute("INSERT INTO ground_truth VALUES ('no article', 'no picture')")
        db.execute(
            "INSERT INTO decision (id, action, target, article_id, verdict, annotator, decided_at) "
            "VALUES ('7ZZZZZZZZZZZZZZZZZZZZZZZZZ', 'undo', 'nothing', '1', 'chosen', 'ann', '')"
        )
        db.execute(
            "INSERT INTO decision (id, action, article_id, verdict, annotator, decided_at) "
            "VALUES ('no ulid', 'decide', 'nobody', 'maybe', 'ann', '')"
        )
        db.commit()
    assert (
        "a row of decision has no proper id or verdict"
        in only(look(folder, "database")["database"]).sentence
    )
    said = {finding.sentence.partition(";")[0]: finding.state for finding in look(folder)["logs"]}
    assert said == {
        "1 undo and redo rows of decisions that are not here": State.NOTE,
        "1 decisions about unknown articles": State.NOTE,
        "1 true pictures of unknown articles": State.NOTE,
        "1 true pictures that are not in the pool": State.NOTE,
    }


def alter(folder: Path, written: bytes, altered: bytes) -> None:
    """Alter the bytes of one row as a bad disk would, which no check of SQLite may see."""
    with raw(folder) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = folder / DATABASE
    content = path.read_bytes()
    assert len(written) == len(altered)
    assert written in content
    path.write_bytes(content.replace(written, altered, 1))


@pytest.mark.parametrize(
    ("written", "altered", "part"),
    [
        (b"none_fitsann", b"n\xcb\xffe_fitsann", "database"),  # no text any more
        (b"none_fitsann", b"nine_fitsann", "database"),  # a verdict that nobody gave
        (b"decide1none", b"decode1none", "database"),  # against a check of the table
        (b"none_fitsann", b"none_fitsbob", "diary"),  # somebody else's decision
    ],
    ids=["no-text", "no-verdict", "no-action", "another-person"],  # which paths of photos hold
)
def test_altered_bytes_that_no_check_of_sqlite_sees_are_mended(
    folder: Path, written: bytes, altered: bytes, part: str
) -> None:
    alter(folder, written, altered)
    assert only(look(folder, part)[part]).state is State.BROKEN
    assert only(look(folder, part, mend=True)[part]).state is State.MENDED
    for name in ("database", "logs", "diary"):
        assert only(look(folder, name)[name]).state is State.SOUND
    with Desk(folder, annotator="ann") as desk:
        assert desk.states() == dict.fromkeys(ALL, Verdict.NONE_FITS)
        for _ in ALL:
            assert desk.undo()  # each of them ann's


def test_a_verdict_that_nobody_gave_is_told_as_damage(folder: Path) -> None:
    alter(folder, b"none_fitsann", b"nine_fitsann")
    with Desk(folder) as desk, pytest.raises(DamagedCollectionError, match="restore it from"):
        desk.states()


def test_an_altered_view_is_told_as_damage(folder: Path) -> None:
    alter(
        folder, b"coalesce((\n            SELECT action", b"coTlesce((\n            SELECT action"
    )
    with Desk(folder) as desk, pytest.raises(sqlite3.OperationalError) as raised:
        desk.states()
    assert isinstance(worlds_fault(raised.value), DamagedCollectionError)


def test_an_altered_name_of_a_step_is_damage_and_no_newer_version(folder: Path) -> None:
    with raw(folder) as db:
        db.execute("UPDATE _sqlite_migrations SET name = 'm0s3' WHERE name LIKE 'm003%'")
        db.commit()
    with pytest.raises(DamagedCollectionError, match="its schema is damaged"):
        Desk(folder)
    assert "schema" in only(look(folder, "database")["database"]).sentence
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    assert decided(folder) == ALL


@pytest.mark.parametrize(
    ("written", "altered", "opens"),
    [
        (b"CREATE TRIGGER decision_no_delete", b"CREATE TRIGGER decisiom_no_delete", False),
        (b"remove_diacritics 2')", b"remove_diacratics 2')", True),
        (b"the decision log is append-only", b"the decision log is append-\xff\xff\xff\xff", False),
    ],
    ids=["name", "sense", "no-text"],
)
def test_an_altered_schema_is_mended(
    folder: Path, written: bytes, altered: bytes, opens: bool
) -> None:
    alter(folder, written, altered)
    with nullcontext() if opens else pytest.raises(DamagedCollectionError):
        Desk(folder).close()
    assert "schema" in only(look(folder, "database")["database"]).sentence
    assert {found.state for part in look(folder, mend=True).values() for found in part} <= {
        State.MENDED, State.SOUND, State.NOTE,
    }  # fmt: skip
    assert is_well(found for part in look(folder).values() for found in part)
    assert decided(folder) == ALL


def test_a_search_index_of_another_format_is_damage(folder: Path) -> None:
    with raw(folder) as db:
        db.execute("UPDATE picture_words_config SET v = 0 WHERE k = 'version'")
        db.commit()
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    assert only(look(folder, "words")["words"]).state is State.SOUND
    assert decided(folder) == ALL


def test_a_step_that_is_lacking_is_damage(folder: Path) -> None:
    with raw(folder) as db:
        db.execute("UPDATE _sqlite_migrations SET migration_set = 'newsmatck' WHERE id = 4")
        db.commit()
    with pytest.raises(DamagedCollectionError):
        Desk(folder)
    assert [backup.why for backup in backups_of(folder)] == ["asked"]  # none of a broken one
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    assert decided(folder) == ALL


def test_a_newer_version_is_no_damage(folder: Path) -> None:
    with raw(folder) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('newsmatch', 'm999_of_tomorrow', '')"
        )
        db.execute("DROP VIEW current_decision")
        db.commit()
    before = (folder / DATABASE).read_bytes()
    found = only(look(folder, "database", mend=True)["database"])
    assert found.state is State.BROKEN
    assert "update NewsMatch" in found.sentence
    assert (folder / DATABASE).read_bytes() == before


def test_an_altered_id_makes_no_second_decision(folder: Path) -> None:
    with raw(folder) as db:
        (before,) = db.execute("SELECT max(id) FROM decision").fetchone()
    alter(folder, before.encode(), b"7" + before[1:].encode())
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    look(folder, "diary", mend=True)
    with raw(folder) as db:
        assert db.execute("SELECT count(*), max(id) FROM decision").fetchone() == (6, before)
    assert only(look(folder, "diary")["diary"]).state is State.SOUND


def test_backups_with_altered_bytes_are_passed_over(folder: Path) -> None:
    Diary(folder).path.unlink()
    alter(folder, b"decide1none_fitsann", b"decide1nine_fitsann")
    finish(back_up(folder))
    odd, _sound = finish(inspect_backups(folder))
    assert "has no proper id or verdict" in odd.fault
    with pytest.raises(NewsMatchError, match="is damaged itself"):
        finish(restore(folder, odd.backup, keep=True))
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    assert decided(folder) == ALL  # the altered one from the older backup


def test_a_title_that_is_no_text_any_more_is_restored(folder: Path) -> None:
    with raw(folder) as db:
        title, lang = db.execute("SELECT title, lang FROM article WHERE id = '1'").fetchone()
        db.execute(
            "UPDATE article SET title = CAST(? AS TEXT) WHERE id = '1'", (b"\xff" + title.encode(),)
        )
        db.commit()
    assert (
        "what article holds cannot be read" in only(look(folder, "database")["database"]).sentence
    )
    assert only(look(folder, "database", mend=True)["database"]).state is State.MENDED
    with raw(folder) as db:
        restored = db.execute("SELECT title, lang FROM article WHERE id = '1'").fetchone()
    assert restored == (title, lang)
    assert decided(folder) == ALL


def test_rows_that_vanished_or_changed_come_back_from_the_diary(folder: Path) -> None:
    made = "SELECT sql FROM sqlite_master WHERE name LIKE 'decision_no_%'"
    with raw(folder) as db:
        triggers = db.execute(made).fetchall()
        for event in ("update", "delete"):
            db.execute(f"DROP TRIGGER decision_no_{event}")
        db.execute("DELETE FROM decision WHERE article_id = '6'")
        db.execute("UPDATE decision SET article_id = '9' WHERE article_id = '7'")
        for (trigger,) in triggers:
            db.execute(trigger)
        db.commit()
    finding = only(look(folder, "diary")["diary"])
    assert finding.state is State.BROKEN
    assert "lacks 1 rows that were said, and 1 say" in finding.sentence
    assert only(look(folder, "diary", mend=True)["diary"]).state is State.MENDED
    assert decided(folder) == ALL
    with raw(folder) as db, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute("DELETE FROM decision")
    assert [backup.why for backup in backups_of(folder)] == ["before-mend", "asked"]


def test_what_the_diary_lacks_is_added(folder: Path) -> None:
    Diary(folder).path.unlink()
    assert only(look(folder, "diary")["diary"]).state is State.NOTE
    assert "6 rows were added" in only(look(folder, "diary", mend=True)["diary"]).sentence
    assert only(look(folder, "diary")["diary"]).state is State.SOUND


def test_searched_words_that_went_astray_are_taken_anew(folder: Path) -> None:
    with raw(folder) as db:
        db.execute("INSERT INTO picture_words (rowid, caption) VALUES (999, 'a ghost')")
        db.commit()
    assert only(look(folder, "words")["words"]).state is State.BROKEN
    assert only(look(folder, "words", mend=True)["words"]).state is State.MENDED
    assert only(look(folder, "words")["words"]).state is State.SOUND


def _vector_file(folder: Path) -> tuple[VectorFile, Path]:
    (home,) = (folder / "cache" / "vectors").iterdir()
    return VectorFile(home, "images", 32), home


def spoil_rows(home: Path) -> None:
    rows = np.memmap(home / "images.f32", np.float32, "r+").reshape(-1, 32)
    rows[1, 3], rows[4] = np.nan, 7
    rows.flush()


def test_spoiled_vectors_are_dropped_and_made_anew(folder: Path, tiny_model: str) -> None:
    file, home = _vector_file(folder)
    expected = {key: file.read()[1][row].copy() for key, row in file.read()[0].items()}
    spoil_rows(home)
    finding = look(folder, "vectors")["vectors"][0]
    assert finding.state is State.BROKEN
    assert finding.sentence.startswith("2 of 10 vectors of images")
    assert look(folder, "vectors", mend=True)["vectors"][0].state is State.MENDED
    assert index_pending(folder) == 2
    finish(build_index(folder, model=tiny_model))
    places, rows = file.read()
    assert places.keys() == expected.keys()
    for key, row in places.items():
        assert np.allclose(rows[row], expected[key], atol=1e-5)


@pytest.mark.parametrize("name", ["images.f32", "images.keys", "texts.f32", "model.json"])
def test_truncated_caches_cost_work_and_nothing_else(
    folder: Path, tiny_model: str, name: str
) -> None:
    _, home = _vector_file(folder)
    content = (home / name).read_bytes()
    (home / name).write_bytes(content[: len(content) // 2 + 3])
    states = {finding.state for finding in look(folder, "vectors", mend=True)["vectors"]}
    assert states & {State.NOTE, State.MENDED}
    assert index_pending(folder) > 0
    finish(build_index(folder, model=tiny_model))
    assert {f.state for f in look(folder, "vectors")["vectors"]} == {State.SOUND}
    assert len(load_pool(folder).image_ids) == 10
    assert decided(folder) == ALL


@pytest.mark.parametrize(
    "harm",
    [
        lambda folder: (folder / "open_clip_config.json").write_text("{"),
        lambda folder: (folder / "open_clip_model.safetensors").unlink(),
        lambda folder: _cut(folder / "open_clip_model.safetensors"),
    ],
)
def test_a_damaged_model_is_named(
    folder: Path, tiny_model: str, harm: Callable[[Path], object]
) -> None:
    import shutil

    from newsmatch_gui.domain.learning import Gain, TrainedModel
    from newsmatch_gui.store.collection import Collection

    nothing = Gain(0, 0.0, 0.0, 0.0, 0.0)
    made = TrainedModel("f" * 32, "mine", "p", "quick", "headline@1", 1, "d", {}, 1.0, nothing,
                        nothing, 1.0, "here")  # fmt: skip
    with Collection.open(folder) as collection, collection.batch():
        collection.models.add(made)
        home = collection.model_folder("f" * 32)
    shutil.copytree(tiny_model.removeprefix("local-dir:"), home)
    assert only(look(folder, "models")["models"]).sentence == "mine is whole"
    harm(home)
    finding = only(look(folder, "models")["models"])
    assert finding.state is State.BROKEN
    assert finding.sentence.startswith("mine: ")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1_000])


def test_backups_that_are_damaged_or_lacking_are_told(folder: Path) -> None:
    (backup,) = backups_of(folder)
    (backups_folder(folder) / backup.name).write_bytes(b"\xa5" * 9_000)
    states = [finding.state for finding in look(folder, "backups")["backups"]]
    assert states == [State.NOTE, State.NOTE]
    assert look(folder, "backups", mend=True)["backups"][-1].state is State.MENDED
    assert look(folder, "backups")["backups"][-1].state is State.SOUND


def test_photos_that_went_are_counted(folder: Path, newsroom: Path) -> None:
    next((newsroom.parent / "newsimages").glob("*.jpg")).unlink()
    assert only(look(folder, "photos")["photos"]).sentence.startswith("1 of 11 photos")


def test_the_machine_is_looked_at_and_its_settings_mended(own_settings: Path) -> None:
    assert is_well(machine_findings(mend=False))
    own_settings.parent.mkdir(parents=True, exist_ok=True)
    own_settings.write_text("broken [")
    broken = {f.part: f for f in machine_findings(mend=False)}["settings"]
    assert broken.state is State.BROKEN
    mended = {f.part: f for f in machine_findings(mend=True)}["settings"]
    assert mended.state is State.MENDED
    assert (own_settings.parent / "settings.toml.damaged").read_text() == "broken ["
    assert is_well(machine_findings(mend=False))


@pytest.mark.slow
def test_a_window_is_tried_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    assert only(list(window_findings())).state is State.SOUND
    monkeypatch.setenv("DISPLAY", ":99999")  # nobody is there
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert [finding.state for finding in window_findings()] == [State.SOUND, State.BROKEN]


def test_what_a_probe_says_as_it_fails_may_be_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    code = r"import os, sys; os.write(2, b'\xff\xfe no screen\n'); sys.exit(1)"
    monkeypatch.setattr(
        "newsmatch_gui.services.doctor_machine.own_command", lambda: [sys.executable, "-c", code]
    )
    assert "no screen" in only(list(window_findings())).sentence


@pytest.mark.slow
def test_a_model_is_tried_in_a_process_of_its_own(tiny_model: str) -> None:
    found = only(list(model_findings(tiny_model, "another")))
    assert found.state is State.BROKEN
    assert "has changed" in found.sentence  # so it was loaded and computed


def test_the_command_says_it_and_fails_when_something_is_broken(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import newsmatch_gui.services.doctoring as module

    monkeypatch.setattr(module, "window_findings", lambda: iter(()))
    monkeypatch.setattr(module, "model_findings", lambda _name, _fingerprint: iter(()))
    well = CliRunner().invoke(cli, ["doctor", str(folder)])
    assert well.exit_code == 0
    assert "✓ sound   database" in well.output
    spoil_table(folder, "decision")
    ill = CliRunner().invoke(cli, ["doctor", str(folder), "--json"])
    assert ill.exit_code == 1
    states = {finding["part"]: finding["state"] for finding in json.loads(ill.stdout)}
    assert states["database"] == "broken"
    mended = CliRunner().invoke(cli, ["doctor", "--mend", str(folder)])
    assert mended.exit_code == 0, mended.output
    assert "✓ mended  database" in mended.output
    with pytest.raises(NewsMatchError, match="holds no NewsMatch collection"):
        finish(examine(tmp_path / "nothing"))


def test_backups_by_command(folder: Path) -> None:
    made = CliRunner().invoke(cli, ["backups", str(folder), "--make"])
    assert "0002_" in made.output
    listed = CliRunner().invoke(cli, ["backups", str(folder)]).output.splitlines()
    assert [line.split()[0] for line in listed] == ["2", "1"]
    assert "4 rows of decisions" in listed[1]
    back = CliRunner().invoke(cli, ["backups", str(folder), "--restore", "1"])
    assert "is in place" in back.output
    assert decided(folder) == {"0", "1", "2", "3"}
    again = CliRunner().invoke(cli, ["backups", str(folder), "--restore", "2"])
    assert again.exit_code == 0
    assert decided(folder) == ALL
    none = CliRunner().invoke(cli, ["backups", str(folder), "--restore", "77"])
    assert (none.exit_code, "there is no backup 77" in none.output) == (1, True)
