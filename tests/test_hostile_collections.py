"""Parts of a collection, and feeds, that fuzzing found to raise, hang or say no sentence."""

import json
import sqlite3
import time
from pathlib import Path

import pytest
from conftest import make_photo
from test_import_faults import ATOM, POST, imported, titles

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import RowProblem, Shown, Verdict
from newsmatch_gui.exchange.feeds import read_feed
from newsmatch_gui.services.backing_up import back_up
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.doctor_collection import COLLECTION_PARTS, Patient
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.locking import Seat
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.services.searching import Offered, offered
from newsmatch_gui.services.settings import read_settings
from newsmatch_gui.services.training_run import find_run

# Sentences ------------------------------------------------------------------------------------


def test_a_sentence_stays_one_however_long_what_it_quotes(own_settings: Path) -> None:
    own_settings.parent.mkdir(parents=True, exist_ok=True)
    own_settings.write_text(f'[decide]\nahead = "{"x" * 20_000}"')
    with pytest.raises(NewsMatchError) as caught:
        read_settings()
    said = str(caught.value)
    assert len(said) < 1_000
    assert said.startswith("the setting decide.ahead must be a number from 0 to 10")
    problem = RowProblem("a.csv", 2, f"photo {'9' * 20_000}\nis missing", "put it there").sentence()
    assert len(problem) < 1_000
    assert problem.startswith("a.csv, row 2: photo 999")
    assert problem.endswith("is missing; put it there")
    assert "\n" not in str(NewsMatchError("a\nb"))


# Feeds ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("unit", ["&lt;!--", "&lt;a b=&quot;", "&lt;![", "<!--", "<a b='"])
def test_damaged_markup_in_a_feed_takes_time_by_its_length(tmp_path: Path, unit: str) -> None:
    body = f"<summary type='html'>{unit * 80_000}</summary>"
    feed = f"{ATOM}<entry><id>a</id><title>One</title>{body}</entry></feed>"
    begun = time.process_time()
    read_feed(tmp_path / "a.xml", feed.encode())
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("title", ["One", "Z\u00fcrich \u2013 one"])
@pytest.mark.parametrize("code", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize(
    "declared", ["<?xml version='1.0'?>", "", "<?xml version='1.0' encoding='{0}'?>"]
)
def test_the_mark_at_a_feeds_beginning_says_its_encoding(
    tmp_path: Path, declared: str, code: str, title: str
) -> None:
    feed = declared.format(code.removesuffix("-sig")) + ATOM.partition("?>")[2]
    content = (feed + POST.format("a", title) + "</feed>").encode(code)
    posts, problems = read_feed(tmp_path / "a.xml", content)
    assert [post[1].title for post in posts] == [title]
    assert not problems


def test_markup_that_is_no_longer_cleaned_is_still_no_text(tmp_path: Path) -> None:
    body = (
        "&lt;p onclick='x()'&gt;Read&lt;script&gt;evil()&lt;/script&gt;"
        "&lt;style&gt;x{}&lt;/style&gt; this"
    )
    entry = f"<entry><id>a</id><title>One</title><summary type='html'>{body}</summary></entry>"
    imported(tmp_path, "a.xml", f"{ATOM}{entry}</feed>")
    with Desk(tmp_path / "c.newsmatch") as desk:
        assert desk.article("a").text == "Read this"
    assert titles(tmp_path) == {"a": "One"}


def test_what_is_larger_than_any_feed_is_refused_at_once(tmp_path: Path) -> None:
    begun = time.process_time()
    with pytest.raises(NewsMatchError, match="larger than any feed"):
        read_feed(tmp_path / "a.xml", (ATOM + "<a>" * 1_000_001).encode())
    assert time.process_time() - begun < 1


# Parts of a collection ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "odd", [{"since": 7}, {"pid": "x"}, {"user": None}, {"host": {}}, {"since": []}]
)
def test_an_odd_note_of_who_is_in(tmp_path: Path, odd: dict[str, object]) -> None:
    note = {"user": "x", "host": "y", "pid": 1, "since": "2025-01-01T00:00:00+00:00"}
    (tmp_path / "window.json").write_text(json.dumps({**note, **odd}))
    seat = Seat(tmp_path)
    try:
        assert seat.owner is None  # nobody holds the lock
        assert seat.left_open
    finally:
        seat.leave()
    (tmp_path / "window.json").write_text(json.dumps({**note, "user": "x" * 20_000}))
    assert len(Seat(tmp_path).owner.sentence()) < 1_000
    (tmp_path / "window.json").write_text('{"a":' * 100_000)
    Seat(tmp_path).leave()


@pytest.mark.parametrize(
    "odd",
    [{"trials": [["x", 1.0, [], []]]}, {"trials": [[1e400, 1.0, [], []]]}, {"losses": ["x"]},
     {"options": {"epochs": "ten"}}, {"seconds": []}, {"trials": [[1, 1.0, ["a"], [[1], [2, 3]]]]}],
)  # fmt: skip
def test_an_odd_note_of_a_training_is_none(tmp_path: Path, odd: dict[str, object]) -> None:
    note = {"depth": "quick", "options": {"epochs": 2, "rate": 1}, "base": "b", "name": "n",
            "curriculum": {"fitting": [], "rejected": [], "general": []}, "losses": [1.0],
            "trials": [[1, 1.0, [0.5], []]], "seconds": 1}  # fmt: skip
    home = tmp_path / "training"
    home.mkdir()
    (home / "run.json").write_text(json.dumps(note))
    assert find_run(tmp_path).trials[0].epoch == 1
    (home / "run.json").write_text(json.dumps({**note, **odd}))
    assert find_run(tmp_path) is None


def decided(folder: Path) -> Path:
    imported(folder, "a.csv", "article_id,title\n1,One\n2,Two\n")
    home = folder / "c.newsmatch"
    with Desk(home, annotator="x") as desk:
        desk.decide("1", None, Verdict.NONE_FITS, Shown())
    return home


def changed(database: Path, statement: str, *values: object) -> None:
    with sqlite3.connect(database) as connection:
        connection.execute(statement, values)
    connection.close()


def test_bytes_where_a_text_was_stop_no_export(tmp_path: Path) -> None:
    home = decided(tmp_path)
    changed(home / "collection.db", "UPDATE article SET title = ? WHERE id = '1'", b"\xff\xfe")
    assert export_pairs(home, tmp_path / "pairs.jsonl") == 1
    assert json.loads((tmp_path / "pairs.jsonl").read_text())["article_id"] == "1"


def test_bytes_where_a_text_was_are_no_credit(tmp_path: Path) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    imported(tmp_path, "a.csv", "article_id,title,image_id,image,credit\n1,One,i,a.jpg,Jo\n")
    home = tmp_path / "c.newsmatch"
    assert offered(home).sources == ("Jo",)
    for column in ("people", "credit"):
        changed(home / "collection.db", f"UPDATE picture_text SET {column} = ?", b"\xff\xfe")
    assert offered(home) == Offered((), ())


def test_bytes_where_a_fault_was_are_a_fault(tmp_path: Path) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    imported(tmp_path, "a.csv", "article_id,title,image_id,image\n1,One,i,a.jpg\n")
    home = tmp_path / "c.newsmatch"
    changed(home / "collection.db", "UPDATE image SET fault = ?", b"\xff\xfe")
    (problem,) = list_problems(home)
    assert "\n" not in problem.sentence()


def test_a_backup_that_does_not_know_its_version_is_damaged(tmp_path: Path) -> None:
    home = decided(tmp_path)
    backup = finish(back_up(home))
    changed(home / "backups" / backup.name, "UPDATE _sqlite_migrations SET name = 'x' WHERE id = 1")
    with pytest.raises(NewsMatchError) as caught:
        finish(restore(home, backup, keep=True))
    assert "backup" in str(caught.value)


def test_the_doctor_mends_what_no_index_allows(tmp_path: Path) -> None:
    home = decided(tmp_path)
    path = home / "collection.db"
    find = "SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE UNIQUE%_sqlite_migrations%'"
    with sqlite3.connect(path) as connection:
        name, sql = connection.execute(find).fetchone()
    connection.close()
    rename = "UPDATE _sqlite_migrations SET name = 'x', migration_set = 'x' WHERE id < 3"
    for means, act in ((sql.replace("UNIQUE ", ""), "SELECT 1"), (sql, rename)):
        with sqlite3.connect(path) as connection:
            connection.execute(act)
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (means, name))
        connection.close()
    patient = Patient(home, mend=True)
    said = [
        f.sentence for part, check in COLLECTION_PARTS.items() for f in patient.examine(part, check)
    ]
    assert any("damaged" in sentence for sentence in said), said
    with Desk(home) as desk:
        assert [line.id for line in desk.lines()] == ["1", "2"]
