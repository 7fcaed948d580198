"""Grades, reasons, notes, where a picture belongs, and deciding on many articles at once."""

import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot
from sqlite_utils import Database
from test_desk_keys import press
from test_window import close_window, open_window, wait_shown

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Decision, Reason, Shown, Verdict, verdict_of_fit
from newsmatch_gui.qt.article_view import PICTURE
from newsmatch_gui.qt.first_pictures_dialog import FirstPicturesDialog
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.relabel_dialog import RelabelDialog
from newsmatch_gui.services.deciding import RELABEL, Desk
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.first_pictures import first_pictures
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.lessons import lesson_weight, teaches_misfit
from newsmatch_gui.services.ranking import load_pool, rank_article
from newsmatch_gui.services.reviewing import Review
from newsmatch_gui.store.collection import DATABASE, Collection
from newsmatch_gui.store.schema import migrations

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
CHOSEN, ACCEPTABLE, REJECTED, NONE_FITS = (
    Verdict.CHOSEN,
    Verdict.ACCEPTABLE,
    Verdict.REJECTED,
    Verdict.NONE_FITS,
)
SHOWN = Shown("m", "headline@1", 2, 0.5)

# The log ---------------------------------------------------------------------------------------

IMAGES = st.sampled_from(["i1", "i2"])
ONE = st.tuples(
    st.sampled_from(["a1", "a2"]), IMAGES, st.sampled_from([CHOSEN, ACCEPTABLE, REJECTED]),
    st.integers(0, 5),
)  # fmt: skip
NONE = st.tuples(st.sampled_from(["a1", "a2"]), st.none(), st.just(NONE_FITS), st.just(0))
AT_ONCE = st.lists(st.one_of(ONE, NONE), min_size=1, max_size=4).map(
    lambda rows: sorted(rows, key=lambda row: row[0])
)
STEP = st.one_of(AT_ONCE, st.sampled_from(["undo", "redo", "undo all", "redo all"]))


class NaiveLog:
    """Decisions with a number and the number of their batch, moved between two lists."""

    def __init__(self) -> None:
        self.done: list[tuple[int, int, tuple]] = []
        self.undone: list[tuple[int, int, tuple]] = []
        self.count = 0

    def step(self, step: list | str) -> None:
        if isinstance(step, list):
            self.undone.clear()
            batch = self.count
            for row in step:
                self.done.append((self.count, batch, row))
                self.count += 1
            return
        action, _, everything = step.partition(" ")
        here, there = (self.done, self.undone) if action == "undo" else (self.undone, self.done)
        if not here:
            return
        first = max(here) if action == "undo" else min(here)
        moved = [
            row for row in here
            if row[1] == first[1] and (everything or row[2][0] == first[2][0])
        ]  # fmt: skip
        for row in moved:
            here.remove(row)
        there.extend(moved)
        there.sort()

    def current(self, article: str) -> dict:
        held: dict = {}
        for _, _, (owner, image, verdict, fit) in self.done:
            if owner != article:
                continue
            if verdict is CHOSEN:
                held = {k: v for k, v in held.items() if v[0] is not CHOSEN}
            if verdict is NONE_FITS:
                held = {k: v for k, v in held.items() if v[0] is REJECTED}
            if verdict in (CHOSEN, ACCEPTABLE):
                held.pop(None, None)
            held[image] = (verdict, fit)
        return held


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(STEP, max_size=14))
def test_grades_and_batches_agree_with_two_lists(
    steps: list, tmp_path_factory: pytest.TempPathFactory
) -> None:
    naive = NaiveLog()
    folder = tmp_path_factory.mktemp("log")
    with Collection.open(folder, create=True, synced=False) as collection:
        log = collection.decisions
        for step in steps:
            naive.step(step)
            if isinstance(step, list):
                log.decide_at_once(Decision("", a, i, v, "ann", "", fit=f) for a, i, v, f in step)
            else:
                action, _, everything = step.partition(" ")
                getattr(log, action)("ann", whole=bool(everything))
        for article in ("a1", "a2"):
            got = {d.image_id: (d.verdict, d.fit) for d in log.current(article)}
            assert got == naive.current(article)


def test_a_collection_of_an_earlier_version_opens_with_every_decision(tmp_path: Path) -> None:
    raw = Database(sqlite3.connect(tmp_path / DATABASE))
    migrations.apply(raw, stop_before=("m007_search_and_metadata", "m008_graded_fit"))
    raw.conn.execute(
        "INSERT INTO decision (id, action, article_id, image_id, verdict, annotator, decided_at) "
        "VALUES ('01', 'decide', 'a', 'i', 'chosen', 'ann', '2026-01-01')"
    )
    raw.conn.commit()
    raw.conn.close()
    with Collection.open(tmp_path) as collection:
        (before,) = collection.decisions.current("a")
        assert (before.verdict, before.fit, before.batch) == (CHOSEN, 0, "")
        collection.decisions.decide("a", "i", CHOSEN, annotator="ann", fit=4)
        assert collection.decisions.current("a")[0].fit == 4
        with pytest.raises(sqlite3.IntegrityError):
            collection.decisions.decide("a", "i", CHOSEN, annotator="ann", fit=6)
        assert collection.decisions.count() == 2
    raw = Database(sqlite3.connect(tmp_path / DATABASE))
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        raw.conn.execute("UPDATE decision SET fit = 5")
    raw.conn.close()


# What is said ----------------------------------------------------------------------------------


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    Collection.open(tmp_path / "d", create=True).close()
    with Desk(tmp_path / "d", annotator="ann") as made:
        yield made


def held(desk: Desk, article: str = "a") -> dict:
    return {i: (d.verdict, d.fit) for i, d in desk.said(article).items()}


def test_a_grade_stands_in_for_a_verdict_and_never_overrules_one(desk: Desk) -> None:
    for fit in range(1, 6):
        desk.grade("a", f"i{fit}", fit, SHOWN)
    assert held(desk) == {f"i{fit}": (verdict_of_fit(fit), fit) for fit in range(1, 6)}
    assert held(desk)["i2"] == (REJECTED, 2)
    assert held(desk)["i3"] == (ACCEPTABLE, 3)
    desk.grade("a", "i2", 4, SHOWN)  # a slip: its verdict came from the grade and follows it
    assert held(desk)["i2"] == (ACCEPTABLE, 4)
    desk.decide("a", "i1", CHOSEN, SHOWN)
    assert held(desk)["i1"] == (CHOSEN, 1)
    desk.grade("a", "i1", 2, SHOWN)
    assert held(desk)["i1"] == (CHOSEN, 2)
    desk.decide("a", "r", REJECTED, SHOWN)
    desk.grade("a", "r", 5, SHOWN)  # it fits, but may not be used
    assert held(desk)["r"] == (REJECTED, 5)
    desk.grade("a", "r", 5, SHOWN)
    assert held(desk)["r"] == (REJECTED, 0)


def test_a_graded_picture_stays_when_another_is_chosen(desk: Desk) -> None:
    desk.decide("a", "i1", CHOSEN, SHOWN)
    desk.grade("a", "i1", 4, SHOWN)
    desk.decide("a", "i2", CHOSEN, SHOWN)
    assert held(desk) == {"i1": (ACCEPTABLE, 4), "i2": (CHOSEN, 0)}
    desk.undo()  # one key, one step
    assert held(desk) == {"i1": (CHOSEN, 4)}


def test_a_reason_goes_with_its_verdict_a_note_stays(desk: Desk) -> None:
    desk.explain("a", "i", reason=Reason.WRONG_PLACE.value, note="Hamburg", shown=SHOWN)
    said = desk.said("a")["i"]
    assert (said.verdict, said.reason, said.note) == (REJECTED, "wrong_place", "Hamburg")
    assert said.shown == SHOWN
    desk.decide("a", "i", ACCEPTABLE, SHOWN)
    said = desk.said("a")["i"]
    assert (said.verdict, said.reason, said.note) == (ACCEPTABLE, "", "Hamburg")
    desk.undo()
    assert desk.said("a")["i"].reason == "wrong_place"
    desk.decide("b", None, NONE_FITS, SHOWN)
    desk.explain("b", None, reason=Reason.GENERIC_STOCK.value, note="", shown=SHOWN)
    assert desk.said("b")[None].reason == "generic_stock"
    desk.undo()
    assert desk.said("b")[None].verdict is NONE_FITS


def test_a_picture_is_chosen_where_it_belongs(desk: Desk) -> None:
    desk.grade("there", "old", 3, SHOWN)
    desk.decide("there", "old", CHOSEN, SHOWN)
    desk.relabel("here", "i", "there", model="m", reject_here=True)
    assert held(desk, "there") == {"old": (ACCEPTABLE, 3), "i": (CHOSEN, 0)}
    assert desk.said("there")["i"].shown == Shown("m", RELABEL, 0, 0.0)
    assert desk.said("here")["i"].reason == Reason.BELONGS_ELSEWHERE
    desk.undo(whole=True)
    assert held(desk, "here") == {}
    assert held(desk, "there") == {"old": (CHOSEN, 3)}


def test_a_thousand_articles_are_one_durable_step(desk: Desk, tmp_path: Path) -> None:
    names = [f"a{number}" for number in range(1_000)]
    began = time.perf_counter()
    changes = desk.decide_many(((name, None, SHOWN) for name in names), NONE_FITS)
    assert time.perf_counter() - began < 2
    assert len(changes) == 1_000
    with Desk(tmp_path / "d", annotator="ann") as other:
        assert len(other.states()) == 1_000
        assert [change.article_id for change in other.undo()] == ["a999"]
        assert other.standing(changes[0].batch) == 999
        began = time.perf_counter()
        assert len(other.undo(whole=True)) == 999
        assert other.states() == {}
        assert len(other.redo(whole=True)) == 1_000
        assert time.perf_counter() - began < 4


def test_many_decisions_are_all_written_or_none(desk: Desk) -> None:
    rulings = [("a", "i", SHOWN), ("b", None, SHOWN)]
    with pytest.raises(ValueError, match="cannot be about"):
        desk.decide_many(rulings, REJECTED)
    assert desk.states() == held(desk) == {}
    assert desk.undo() == ()


# What is learned and handed on -----------------------------------------------------------------


def said(verdict: Verdict, fit: int = 0, reason: str = "") -> Decision:
    return Decision("", "a", "i", verdict, "ann", "", fit=fit, reason=reason)


def test_grades_weigh_what_is_learned() -> None:
    weights = [lesson_weight(said(CHOSEN, fit)) for fit in range(1, 6)]
    assert weights == sorted(weights) == [0.2, 0.4, 0.6, 0.8, 1.0]
    assert lesson_weight(said(CHOSEN)) == lesson_weight(said(ACCEPTABLE, 5)) == 1.0
    assert lesson_weight(said(ACCEPTABLE)) == lesson_weight(said(CHOSEN, 3))
    assert lesson_weight(said(REJECTED, 5)) == lesson_weight(said(NONE_FITS)) == 0


def test_only_a_picture_that_does_not_fit_teaches_so() -> None:
    assert teaches_misfit(said(REJECTED))
    assert teaches_misfit(said(REJECTED, 2, "wrong_person"))
    assert teaches_misfit(said(REJECTED, 0, "a reason of a newer version"))
    assert not teaches_misfit(said(REJECTED, 4))
    assert not any(
        teaches_misfit(said(REJECTED, 0, reason)) for reason in ("rights", "quality", "sensitive")
    )
    assert not teaches_misfit(said(ACCEPTABLE, 2))


def test_grades_reasons_and_notes_survive_export_and_import(newsroom: Path, tmp_path: Path) -> None:
    folder = tmp_path / "one.newsmatch"
    finish(import_source(folder, newsroom))
    image = f"{2:032X}"
    with Desk(folder, annotator="ann") as desk:
        desk.grade("1", image, 2, SHOWN)
        desk.explain("1", image, reason="rights", note="ask the agency", shown=SHOWN)
        desk.decide_many([("2", None, SHOWN), ("3", None, SHOWN)], NONE_FITS)
        before = {**desk.said("1"), **desk.said("2")}
    file = tmp_path / "pairs.jsonl"
    assert export_pairs(folder, file) == 3
    other = tmp_path / "two.newsmatch"
    report = finish(import_source(other, file, images=newsroom.parent / "newsimages"))
    assert (report.decisions, report.problems) == (3, [])
    with Desk(other) as desk:
        assert {**desk.said("1"), **desk.said("2")} == before
    assert before[image].fit == 2


def test_a_colleagues_decisions_go_to_the_photos_that_are_known(
    newsroom: Path, tmp_path: Path, tiny_model: str
) -> None:
    ours, theirs = tmp_path / "ours.newsmatch", tmp_path / "theirs.newsmatch"
    for folder in (ours, theirs):
        finish(import_source(folder, newsroom))
        finish(build_index(folder, model=tiny_model))
    with Desk(theirs, annotator="ben") as desk:
        desk.decide("1", f"{2:032X}", CHOSEN, SHOWN)
        desk.decide("2", f"{3:032X}", CHOSEN, SHOWN)
        desk.decide("3", None, NONE_FITS, SHOWN)
    sent = tmp_path / "sent"
    sent.mkdir()
    export_pairs(theirs, sent / "pairs.jsonl")  # without the photos
    rows = [json.loads(line) for line in (sent / "pairs.jsonl").read_text().splitlines()]
    for row in rows:
        row["image"] = row["image"] and f"/Users/ben/{row['image_id']}.jpg"
    rows[1]["content_hash"] = "0" * 32  # another photo of that name
    (sent / "pairs.jsonl").write_text("\n".join(map(json.dumps, rows)))
    report = finish(import_source(ours, sent / "pairs.jsonl"))
    assert report.decisions == 2
    assert [problem.row for problem in report.problems] == [2]


@pytest.mark.parametrize(("fit", "taken"), [(None, 0), (9, None), ("many", None)])
def test_files_without_grades_import_and_wrong_ones_are_told(
    newsroom: Path, tmp_path: Path, fit: object, taken: int | None
) -> None:
    folder = tmp_path / "one.newsmatch"
    finish(import_source(folder, newsroom))
    with Desk(folder, annotator="ann") as desk:
        desk.grade("1", f"{2:032X}", 2, SHOWN)
        desk.decide("2", f"{2:032X}", CHOSEN, SHOWN)
    file = tmp_path / "pairs.jsonl"
    export_pairs(folder, file)
    rows = [json.loads(line) for line in file.read_text().splitlines()]
    for row in rows:
        del row["batch"], row["fit"]
    if fit is not None:
        rows[0]["fit"] = fit
    file.write_text("\n".join(map(json.dumps, rows)))
    other = tmp_path / "two.newsmatch"
    report = finish(import_source(other, file, images=newsroom.parent / "newsimages"))
    with Desk(other) as desk:
        got = [d.fit for d in desk.said("1").values()]
    assert got == ([] if taken is None else [taken])
    assert len(report.problems) == (taken is None)


# In the window ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory, tiny_model: str) -> Path:
    from conftest import make_photo

    home = tmp_path_factory.mktemp("newsroom")
    rows = ["article_id,title,image_id,image,caption"]
    for number in range(12):
        make_photo(home / f"{number}.jpg", number)
        rows.append(f"{number},Headline number {number},i{number},{number}.jpg,Photo {number}")
    (home / "rows.csv").write_text("\n".join(rows) + "\n")
    finish(import_source(home / "c.newsmatch", home / "rows.csv"))
    finish(build_index(home / "c.newsmatch", model=tiny_model))
    return home / "c.newsmatch"


@pytest.fixture
def collection(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "c.newsmatch"))


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


def on_card(window: MainWindow, row: int) -> str:
    index = window.desk_view.candidates.index(row)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def in_store(folder: Path, article: str) -> dict[str | None, Decision]:
    with Desk(folder) as other:
        return other.said(article)


def test_grading_by_keys_shows_on_the_card(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    first, second = desk.candidates.image_id(0), desk.candidates.image_id(1)
    press(qtbot, Qt.Key.Key_4, ALT)
    press(qtbot, Qt.Key.Key_1, ALT | Qt.KeyboardModifier.KeypadModifier)
    said = in_store(collection, "0")
    assert {i: (d.verdict, d.fit) for i, d in said.items()} == {
        first: (ACCEPTABLE, 4), second: (REJECTED, 1)
    }  # fmt: skip
    assert said[first].shown.rank == 1
    assert "fit 4 of 5" in on_card(window, 0)
    assert "fit 1 of 5" in on_card(window, 1)
    assert desk.candidate_panel.current_place() == 2
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert "fit" not in on_card(window, 1)


def test_cards_outlive_a_full_cache_of_images(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsmatch_gui.qt.candidate_list._CACHED_IMAGES", 1)
    window.desk_view.candidates.forget_images()
    cards = [window.desk_view.candidates.card(row) for row in range(12)]
    assert len({card.image.id for card in cards}) == 12


def test_a_reason_and_a_note_by_keys_alone(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk, bar = window.desk_view, window.desk_view.candidate_panel.decision_bar
    first, second = desk.candidates.image_id(0), desk.candidates.image_id(1)
    press(qtbot, Qt.Key.Key_X)
    press(qtbot, Qt.Key.Key_E)  # of what was just rejected, though the next one is selected
    assert bar.isVisible() and "Photo" in bar.title.text()
    press(qtbot, Qt.Key.Key_1)
    press(qtbot, Qt.Key.Key_2)  # another reason takes its place
    for key in (Qt.Key.Key_N, Qt.Key.Key_Space, Qt.Key.Key_A):  # typed, though N and A decide
        press(qtbot, key)
    press(qtbot, Qt.Key.Key_Return)
    assert not bar.isVisible()
    said = in_store(collection, "0")
    assert set(said) == {first}
    assert (said[first].reason, said[first].note) == ("wrong_place", "n a")
    assert "wrong place · n a" in on_card(window, 0)
    assert window.statusBar().currentMessage() == "rejected: wrong place · n a"
    assert QApplication.focusWidget() is desk.candidate_panel.view
    desk.candidate_panel.select(0)
    press(qtbot, Qt.Key.Key_E)
    assert bar.reason() == "wrong_place" and bar.note.text() == "n a"
    press(qtbot, Qt.Key.Key_Escape)
    assert not bar.isVisible() and in_store(collection, "0") == said
    desk.candidate_panel.select(1)  # undecided: a reason rejects it
    press(qtbot, Qt.Key.Key_E)
    assert "Reject" in bar.title.text()
    press(qtbot, Qt.Key.Key_0)
    press(qtbot, Qt.Key.Key_Return)
    assert in_store(collection, "0")[second].reason == "belongs_elsewhere"


def test_a_note_to_what_was_chosen_before_the_next_article_came(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    bar = window.desk_view.candidate_panel.decision_bar
    image = window.desk_view.candidates.image_id(0)
    press(qtbot, Qt.Key.Key_1)
    wait_shown(qtbot, window)
    press(qtbot, Qt.Key.Key_E)
    assert not bar.reasons.isVisible()  # reasons are for what is rejected
    assert "Headline number 0" in bar.title.text()
    qtbot.keyClicks(bar.note, "crop it")
    press(qtbot, Qt.Key.Key_Return)
    assert in_store(collection, "0")[image].note == "crop it"
    assert in_store(collection, "1") == {}


def test_a_picture_belongs_to_an_article_found_by_typing(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    image = desk.candidates.image_id(0)
    press(qtbot, Qt.Key.Key_T)
    (dialog,) = desk.findChildren(RelabelDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.titles.rowCount() == 11  # without the one it was found at
    qtbot.keyClicks(dialog.words, "number 7")
    dialog.reject_here.click()
    qtbot.keyClick(dialog.words, Qt.Key.Key_Return)
    assert in_store(collection, "7")[image].verdict is CHOSEN
    assert in_store(collection, "0")[image].reason == "belongs_elsewhere"
    assert desk.stage.article_id == "0"
    desk.decisions.undo(whole=True)
    assert in_store(collection, "7") == in_store(collection, "0") == {}


def test_a_picture_dropped_on_an_article_belongs_to_it(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk, view = window.desk_view, window.desk_view.article_panel.list
    image = desk.candidates.image_id(2)
    carried = QMimeData()
    carried.setData(PICTURE, image.encode())
    spot = QPointF(view.visualRect(view.model().index(3, 0)).center())
    event = QDropEvent(
        spot, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view.dropEvent(event)
    assert event.isAccepted()
    assert in_store(collection, "3")[image].verdict is CHOSEN
    assert in_store(collection, "0") == {}


def test_the_article_goes_into_the_review_queue_and_out_by_a_key(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    def waiting() -> set[str]:
        review = Review(collection)
        names = {queued.article_id for queued in review.waiting()}
        review.close()
        return names

    press(qtbot, Qt.Key.Key_Q)
    assert waiting() == {"0"}
    press(qtbot, Qt.Key.Key_Q)
    assert waiting() == set()


def test_a_decided_article_is_decided_anew(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    press(qtbot, Qt.Key.Key_1)
    wait_shown(qtbot, window)
    press(qtbot, Qt.Key.Key_PageUp)
    wait_shown(qtbot, window)
    press(qtbot, Qt.Key.Key_N)
    assert [d.verdict for d in in_store(collection, "0").values()] == [NONE_FITS]


def select(qtbot: QtBot, window: MainWindow, first: int, last: int) -> None:
    view = window.desk_view.article_panel.list
    for row, modifier in ((first, Qt.KeyboardModifier.NoModifier), (last, SHIFT)):
        spot = view.visualRect(view.model().index(row, 0)).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, spot)
    assert len(view.selected_ids()) == last - first + 1


def click(qtbot: QtBot, box: QMessageBox, text: str) -> None:
    (button,) = [button for button in box.buttons() if button.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_none_fits_for_those_selected_that_are_open(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    press(qtbot, Qt.Key.Key_1)
    wait_shown(qtbot, window)
    select(qtbot, window, 0, 3)
    run = desk.actions_by_name
    run["many-none"].trigger()
    (box,) = desk.findChildren(QMessageBox)
    assert "3 articles" in box.text() and "1 selected" in box.informativeText()
    click(qtbot, box, "None fits")
    with Desk(collection) as other:
        assert other.states() == {"0": CHOSEN, "1": NONE_FITS, "2": NONE_FITS, "3": NONE_FITS}
    assert desk.article_panel.progress.value() == 4
    run["undo"].trigger()
    assert "2 more" in window.statusBar().currentMessage()
    run["undo-whole"].trigger()
    with Desk(collection) as other:
        assert other.states() == {"0": CHOSEN}
    run["redo-whole"].trigger()
    assert desk.article_panel.progress.value() == 4


def test_first_pictures_are_accepted_where_they_are_far_ahead(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    pool = load_pool(collection)
    firsts = finish(first_pictures(pool, [str(number) for number in range(12)]))
    for first in firsts:
        ranking = rank_article(pool, first.article_id)
        assert pool.image_ids[ranking.order[0]] == first.image_id
        gap = float(ranking.scores[0] - ranking.scores[1]) / ranking.spread
        assert first.ahead == pytest.approx(gap, rel=1e-4)
    view = desk.article_panel.list
    view.selectAll()
    desk.actions_by_name["many-first"].trigger()
    (dialog,) = desk.findChildren(FirstPicturesDialog)
    median = round(sorted(first.ahead for first in firsts)[6], 2) + 0.01
    qtbot.waitUntil(lambda: dialog.progress.isHidden())
    dialog.ahead.setValue(median)
    far = [first for first in firsts if first.ahead >= dialog.ahead.value()]
    assert 0 < len(far) < 12
    assert dialog.go.text() == f"Accept {len(far)}"
    dialog.accept()
    with Desk(collection) as other:
        assert other.states() == {first.article_id: ACCEPTABLE for first in far}
        assert {i for first in far for i in other.said(first.article_id)} == {
            first.image_id for first in far
        }
    assert float(window.preferences.value("decide.ahead")) == dialog.ahead.value()


def test_selected_articles_go_into_the_review_queue(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    select(qtbot, window, 1, 2)
    desk.actions_by_name["many-queue"].trigger()
    (dialog,) = desk.findChildren(QInputDialog)
    dialog.setTextValue("check the dates")
    dialog.accept()
    assert desk.articles.queued() == {"1": "check the dates", "2": "check the dates"}
