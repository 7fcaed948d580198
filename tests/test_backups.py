"""Backups: made while in use, thinned by date, restored without the database that is broken."""

import errno
import random
import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmatch_gui.domain.backups import (
    ALL_FOR,
    DAILY_FOR,
    LATEST,
    WEEKLY_FOR,
    Backup,
    Why,
    is_due,
    next_backup,
    parse_backup,
    to_thin,
)
from newsmatch_gui.domain.errors import DamagedCollectionError, NewsMatchError
from newsmatch_gui.domain.health import State
from newsmatch_gui.domain.progress import Stopped, finish
from newsmatch_gui.domain.records import Article, Image, Shown, Verdict
from newsmatch_gui.services.backing_up import (
    back_up,
    backup_is_due,
    backups_of,
    inspect_backups,
)
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.doctor_collection import COLLECTION_PARTS, Patient
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.interruptible import while_it_runs
from newsmatch_gui.services.locking import HEARTBEAT, Seat, hold
from newsmatch_gui.services.restoring import restore, said_since
from newsmatch_gui.store.backups import DATABASE, backups_folder, make_backup
from newsmatch_gui.store.collection import Collection, index_lock
from newsmatch_gui.store.diary import Diary

NOW = datetime(2026, 8, 20, 12, tzinfo=UTC)
# Seconds before NOW; negative ones were made by a clock that went ahead.
AGES = st.lists(st.integers(-40 * 86_400, 500 * 86_400), max_size=60)


def made(ages: list[int]) -> list[Backup]:
    backups: list[Backup] = []
    for age in ages:
        backups.append(next_backup(backups, NOW - timedelta(seconds=age), Why.DAILY))
    return backups


# Thinning ----------------------------------------------------------------------------------


@given(ages=AGES)
def test_thinning_keeps_what_it_promises(ages: list[int]) -> None:
    backups = made(ages)
    gone = set(to_thin(backups, NOW))
    left = [backup for backup in backups if backup not in gone]
    assert gone.isdisjoint(backups[-LATEST:])
    for backup in gone:
        age = NOW - backup.made_at
        assert age > ALL_FOR
        # Something newer of its day, week or month is still there.
        span = 1 if age <= DAILY_FOR else 7 if age <= WEEKLY_FOR else 31
        assert any(
            kept.number > backup.number and abs(kept.made_at - backup.made_at).days < span
            for kept in left
        )
    assert set(to_thin(left, NOW)) <= set(to_thin(left, NOW + timedelta(days=1)))
    assert not to_thin(left, NOW)


@given(ages=AGES)
def test_no_more_is_kept_than_the_rule_says(ages: list[int]) -> None:
    backups = made(ages)
    left = set(backups[:-LATEST]) - set(to_thin(backups, NOW))
    days = [b.made_at.date() for b in left if ALL_FOR < NOW - b.made_at <= DAILY_FOR]
    weeks = [b.made_at.isocalendar()[:2] for b in left if DAILY_FOR < NOW - b.made_at <= WEEKLY_FOR]
    months = [(b.made_at.year, b.made_at.month) for b in left if NOW - b.made_at > WEEKLY_FOR]
    for spans in (days, weeks, months):
        assert len(spans) == len(set(spans))


@settings(max_examples=30)
@given(seed=st.integers(0, 10**6))
def test_a_year_of_backups_by_a_clock_that_jumps(seed: int) -> None:
    rng = random.Random(seed)
    backups: list[Backup] = []
    now = NOW
    for _ in range(365):
        now += timedelta(days=1) if rng.random() < 0.97 else timedelta(days=rng.randint(-400, 400))
        if is_due(backups, now):
            backups.append(next_backup(backups, now, Why.DAILY))
        newest = backups[-1]
        gone = to_thin(backups, now)
        assert newest not in gone
        backups = [backup for backup in backups if backup not in gone]
        assert not is_due(backups, now)  # whatever happened, there is one of today
        assert is_due(backups, now + timedelta(days=1, seconds=1)) or any(
            backup.made_at > now for backup in backups
        )
    assert len(backups) >= LATEST


def test_what_a_restore_set_aside_is_never_thinned() -> None:
    backups = made([400 * 86_400] * 20)
    aside = [Backup(b.number, b.made_at, Why.SET_ASIDE) for b in backups]
    assert to_thin(aside, NOW) == ()
    assert is_due([Backup(1, NOW, Why.SET_ASIDE)], NOW)


@given(number=st.integers(1, 10**6), seconds=st.integers(0, 10**9), why=st.sampled_from(list(Why)))
def test_a_name_tells_the_backup(number: int, seconds: int, why: Why) -> None:
    backup = Backup(number, datetime(1999, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds), why)
    assert parse_backup(backup.name) == backup
    assert parse_backup(backup.name + "-wal") is None
    assert parse_backup("0001_2026-99-99T00-00-00Z_daily.db") is None


# Making ------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty articles and pictures, ten of them decided."""
    path = tmp_path / "c.newsmatch"
    with Collection.open(path, create=True) as collection, collection.batch():
        for number in range(20):
            photo = tmp_path / f"{number}.jpg"
            photo.write_text(f"photo {number}")  # looked for, not decoded
            collection.articles.add(Article(f"a{number}", f"Headline {number}", text="x" * 900))
            collection.images.add(Image(f"i{number}", str(photo), caption="A house"))
    decide(path, range(10))
    return path


def decide(folder: Path, numbers: range) -> None:
    with Desk(folder, annotator="ann") as desk:
        for number in numbers:
            desk.decide(f"a{number}", f"i{number}", Verdict.CHOSEN, Shown())


def decided(folder: Path) -> set[str]:
    with Desk(folder) as desk:
        return set(desk.states())


def names(numbers: range) -> set[str]:
    return {f"a{number}" for number in numbers}


def test_a_backup_holds_what_is_still_in_the_write_ahead_log(folder: Path) -> None:
    with Desk(folder, annotator="ann") as desk:  # open all the while
        desk.decide("a10", "i10", Verdict.CHOSEN, Shown())
        backup = finish(back_up(folder))
        desk.decide("a11", "i11", Verdict.CHOSEN, Shown())
    (facts,) = finish(inspect_backups(folder))
    assert (facts.backup, facts.decisions, facts.articles, facts.images) == (backup, 11, 20, 20)
    assert facts.fault == ""
    assert [path.name for path in backups_folder(folder).glob("*.db*")] == [backup.name]


def test_decisions_go_on_while_a_backup_is_made(folder: Path) -> None:
    with Collection.open(folder) as collection, collection.batch():
        for number in range(20, 4_000):
            collection.articles.add(Article(f"a{number}", "Headline", text="y" * 2_000))
    with Desk(folder, annotator="ann") as desk:
        work = back_up(folder)
        seen = 10
        for number in range(20, 60):
            next(work, None)
            desk.decide(f"a{number}", "i1", Verdict.CHOSEN, Shown())
        finish(work)
    (facts,) = finish(inspect_backups(folder))
    assert facts.fault == ""
    assert seen <= facts.decisions <= 50


def test_a_backup_is_due_after_a_day_and_whenever_the_clock_went_back(
    folder: Path, tmp_path: Path
) -> None:
    assert backup_is_due(folder)
    backup = finish(back_up(folder))
    assert not backup_is_due(folder)
    tomorrow = Backup(backup.number, backup.made_at + timedelta(days=400), backup.why)
    home = backups_folder(folder)
    (home / backup.name).rename(home / tomorrow.name)
    assert backup_is_due(folder)
    newer = finish(back_up(folder))
    assert backups_of(folder) == (newer, tomorrow)  # by number, not by date
    empty = tmp_path / "empty.newsmatch"
    Collection.open(empty, create=True).close()
    assert not backup_is_due(empty)  # nothing in it that a person said


def test_a_backup_that_is_given_up_leaves_nothing(folder: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        make_backup(folder, Why.ASKED, stop=stop)
    left = {path.name for path in (folder / "backups").iterdir()}
    assert left <= {".lock", "diary.jsonl"}

    begun = threading.Event()

    def endless(_tell: object, stop: threading.Event) -> None:
        begun.set()
        assert stop.wait(20)

    work = while_it_runs(endless, "waiting")
    next(work)
    assert begun.is_set()
    work.close()  # asks the thread to stop and waits for it


def test_what_times_out_itself_ends_the_work() -> None:
    """A network drive that is gone says so by the error by which a wait for a thread ends."""

    def lost(_tell: object, _stop: threading.Event) -> None:
        raise TimeoutError(errno.ETIMEDOUT, "Connection timed out")

    with pytest.raises(TimeoutError, match="Connection timed out"):
        for _ in zip(range(50), while_it_runs(lost, "waiting"), strict=False):
            pass


def test_a_draft_of_a_killed_backup_goes(folder: Path) -> None:
    (folder / "backups").mkdir(exist_ok=True)
    (folder / "backups" / ".draft-1").write_bytes(b"half a database")
    finish(back_up(folder))
    assert not list((folder / "backups").glob(".draft*"))


def test_a_damaged_database_makes_no_backup_and_thins_none(folder: Path) -> None:
    backup = finish(back_up(folder))
    spoil(folder)
    with pytest.raises(NewsMatchError):
        make_backup(folder, Why.DAILY)
    assert backups_of(folder) == (backup,)


def test_merging_decisions_is_preceded_by_a_backup(folder: Path, tmp_path: Path) -> None:
    exported = tmp_path / "pairs.jsonl"
    export_pairs(folder, exported)
    other = tmp_path / "other.newsmatch"
    finish(import_source(other, exported))
    assert backups_of(other) == ()  # there was nothing to back up
    decide(other, range(10, 12))
    finish(import_source(folder, exported))
    assert [backup.why for backup in backups_of(folder)] == [Why.MERGE]
    rows, torn = Diary(other).read()
    assert len(rows["decision"]) == 12  # what was merged, and what was decided here
    assert torn == 0


# The diary ---------------------------------------------------------------------------------


def test_the_diary_has_every_row_of_every_log(folder: Path) -> None:
    with Desk(folder, annotator="ann") as desk:
        desk.undo()
        desk.redo()
    with Collection.open(folder) as collection:
        collection.picture_marks.say_sensitive("i1", sensitive=True, annotator="ann")
    raw = sqlite3.connect(folder / DATABASE)
    raw.row_factory = sqlite3.Row
    rows, torn = Diary(folder).read()
    for name in ("decision", "sensitive_mark"):
        expected = {row["id"]: dict(row) for row in raw.execute(f"SELECT * FROM {name}")}
        assert rows[name] == expected
    raw.close()
    assert torn == 0


def test_a_torn_line_costs_that_line_only(folder: Path) -> None:
    path = Diary(folder).path
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])  # killed in the middle of a line
    decide(folder, range(10, 12))
    rows, torn = Diary(folder).read()
    assert torn == 1
    assert len(rows["decision"]) == 11
    finish(back_up(folder))  # brings it up to date
    assert len(Diary(folder).read()[0]["decision"]) == 12


def test_nothing_that_was_taken_back_by_a_failure_is_in_the_diary(folder: Path) -> None:
    with Collection.open(folder) as collection:
        before = collection.decisions.count()
        with pytest.raises(ValueError, match="cannot be about"):
            collection.decisions.decide("a1", "i1", Verdict.NONE_FITS, annotator="ann")
        assert collection.decisions.count() == before
    assert len(Diary(folder).read()[0]["decision"]) == before


# Restoring ---------------------------------------------------------------------------------


def spoil(folder: Path) -> None:
    """Overwrite the first pages, so that SQLite cannot open the file."""
    for suffix in ("-wal", "-shm"):
        (folder / f"{DATABASE}{suffix}").unlink(missing_ok=True)
    with (folder / DATABASE).open("r+b") as file:
        file.write(b"\xa5" * 8_192)


def test_a_collection_that_does_not_open_is_restored_with_nothing_lost(folder: Path) -> None:
    backup = finish(back_up(folder))
    decide(folder, range(10, 15))
    spoil(folder)
    broken = (folder / DATABASE).read_bytes()
    with pytest.raises(DamagedCollectionError, match="cannot be opened as a collection"):
        Desk(folder)
    since = finish(said_since(folder, backup))
    assert (since.decisions, since.sound) == (5, False)
    done = finish(restore(folder, backup, keep=True))
    assert done.put_back == since
    assert decided(folder) == names(range(15))
    assert done.aside is not None
    assert done.aside.read_bytes() == broken  # moved, not changed, not deleted
    assert {backup.why for backup in backups_of(folder)} == {Why.ASKED, Why.SET_ASIDE}


def test_a_schema_that_is_no_text_any_more_is_damage_like_any_other(folder: Path) -> None:
    backup = finish(back_up(folder))
    decide(folder, range(10, 12))
    for path in (folder / DATABASE, backups_folder(folder) / backup.name):
        content = path.read_bytes()
        assert b"image_path ON image" in content
        path.write_bytes(
            content.replace(b"image_path ON image", b"\xcb\xffage_path ON \xcb\xff\xfe(x")
        )
    with pytest.raises(DamagedCollectionError):
        Desk(folder)
    (facts,) = finish(inspect_backups(folder))
    assert facts.fault
    with pytest.raises(NewsMatchError, match="is damaged itself"):
        finish(restore(folder, backup, keep=True))
    findings = list(Patient(folder, mend=False).examine("database", COLLECTION_PARTS["database"]))
    assert [finding.state for finding in findings] == [State.BROKEN]
    done = finish(restore(folder, None, keep=True))
    assert done.put_back is not None
    assert (done.put_back.decisions, done.put_back.sound) == (12, False)


def test_rows_that_only_the_broken_database_has_are_read_from_it(folder: Path) -> None:
    backup = finish(back_up(folder))
    with Collection.open(folder) as collection, collection.batch():
        for number in range(20, 2_000):
            collection.articles.add(Article(f"a{number}", f"Headline {number}", text="z" * 500))
    decide(folder, range(20, 400))
    Diary(folder).path.unlink()
    raw = sqlite3.connect(folder / DATABASE)
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'article'").fetchone()[0]
    raw.close()
    with (folder / DATABASE).open("r+b") as file:  # the decisions are whole, the articles not
        file.seek((root - 1) * 4_096)
        file.write(b"\xa5" * 4_096)
    done = finish(restore(folder, backup, keep=True))
    assert done.put_back is not None
    assert (done.put_back.decisions, done.put_back.sound) == (380, False)
    assert decided(folder) == names(range(10)) | names(range(20, 400))


def test_going_back_on_purpose_loses_what_it_says_and_can_be_gone_back_on(folder: Path) -> None:
    backup = finish(back_up(folder))
    decide(folder, range(10, 13))
    since = finish(said_since(folder, backup))
    assert (since.decisions, since.articles, since.sound) == (3, 0, True)
    done = finish(restore(folder, backup, keep=False))
    assert decided(folder) == names(range(10))
    assert done.aside is not None
    assert len(Diary(folder).read()[0]["decision"]) == 10
    aside = parse_backup(done.aside.name)
    assert aside is not None
    finish(restore(folder, aside, keep=True))
    assert decided(folder) == names(range(13))


def test_what_the_write_ahead_log_held_is_set_aside_with_the_database(folder: Path) -> None:
    backup = finish(back_up(folder))
    desk = Desk(folder, annotator="ann")
    desk.decide("a15", "i15", Verdict.CHOSEN, Shown())
    pages = {p.name: p.read_bytes() for p in folder.glob(f"{DATABASE}*") if p.suffix != ".db-shm"}
    desk.close()
    for name, content in pages.items():  # as a power cut leaves them
        (folder / name).write_bytes(content)
    Diary(folder).path.unlink()
    done = finish(restore(folder, backup, keep=True))
    assert done.put_back is not None
    assert done.put_back.decisions == 1
    assert not (folder / f"{DATABASE}-wal").exists()
    assert decided(folder) == names(range(10)) | {"a15"}


def test_a_damaged_backup_is_told_and_changes_nothing(folder: Path) -> None:
    backup = finish(back_up(folder))
    (backups_folder(folder) / backup.name).write_bytes(b"\xa5" * 50_000)
    (facts,) = finish(inspect_backups(folder))
    assert facts.fault
    with pytest.raises(NewsMatchError, match="is damaged itself"):
        finish(restore(folder, backup, keep=True))
    assert decided(folder) == names(range(10))


def test_an_empty_or_missing_database_is_no_empty_collection(folder: Path) -> None:
    backup = finish(back_up(folder))
    (folder / DATABASE).write_bytes(b"")
    with pytest.raises(DamagedCollectionError, match="is empty"):
        Desk(folder)
    (folder / DATABASE).unlink()
    with pytest.raises(DamagedCollectionError, match="is gone"):
        Collection.open(folder, create=True)
    done = finish(restore(folder, backup, keep=True))
    assert done.aside is None
    assert decided(folder) == names(range(10))


def test_nobody_restores_what_somebody_uses(folder: Path) -> None:
    backup = finish(back_up(folder))
    seat = Seat(folder)
    with pytest.raises(NewsMatchError, match="is open in a window"):
        finish(restore(folder, backup, keep=True))
    seat.leave()
    with (
        hold(index_lock(folder), "indexing"),
        pytest.raises(NewsMatchError, match="another NewsMatch"),
    ):
        finish(restore(folder, backup, keep=True))
    finish(restore(folder, backup, keep=True))


# The seat ----------------------------------------------------------------------------------


def test_one_window_decides_and_others_are_told_who_it_is(folder: Path) -> None:
    first, second = Seat(folder), Seat(folder)
    assert first.owner is None
    assert second.owner is not None
    assert second.owner.pid > 0
    assert second.owner.host in second.owner.sentence()
    second.leave()  # not theirs to give
    assert Seat(folder).owner is not None
    first.leave()
    third = Seat(folder)
    assert (third.owner, third.left_open) == (None, False)
    third.leave()


def test_a_window_that_was_killed_leaves_the_seat_and_a_trace(folder: Path) -> None:
    killed = Seat(folder)
    killed._lock.release()  # what the system does when a process ends
    seat = Seat(folder)
    assert (seat.owner, seat.left_open) == (None, True)
    seat.leave()


def test_a_window_on_another_machine_counts_while_it_gives_signs(folder: Path) -> None:
    import json
    import os
    import time

    file = folder / "window.json"
    file.write_text(json.dumps({"user": "eve", "host": "far", "pid": 1, "since": "2026-08-20T09"}))
    seat = Seat(folder)
    assert seat.owner is not None
    assert "eve on far" in seat.owner.sentence()
    silent = time.time() - 4 * HEARTBEAT
    os.utime(file, (silent, silent))
    seat = Seat(folder)
    assert (seat.owner, seat.left_open) == (None, True)
    os.utime(file, (silent, silent))
    seat.give_sign()
    assert time.time() - file.stat().st_mtime < HEARTBEAT
    seat.leave()
