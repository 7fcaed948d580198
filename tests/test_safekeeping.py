"""The window keeps a collection safe: daily backups, going back, and one window that decides."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from test_backups import spoil
from test_migrations import content
from test_window import close_window, new_window, open_window, press

from newsmatch_gui.domain.failures import FailureTag
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.qt.backups_dialog import BackupsDialog, RestoreQuestion
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.services.backing_up import back_up, backups_of
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.store.backups import DATABASE


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = new_window(qtbot, tmp_path)
    yield made
    close_window(qtbot, made)


def decide(folder: Path, *names: str) -> None:
    with Desk(folder, annotator="ann") as desk:
        for name in names:
            desk.decide(name, None, Verdict.NONE_FITS, Shown())


def states(folder: Path) -> set[str]:
    with Desk(folder) as desk:
        return set(desk.states())


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not any(lane.busy for lane in window.lanes), timeout=20_000)


def show(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    with qtbot.waitSignal(window.desk_view.shown, timeout=20_000):
        window.open_collection(folder)


def activate(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()


def dialog_of(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    """Return the dialog once it says what the backups hold."""
    (dialog,) = window.findChildren(BackupsDialog)
    idle(qtbot, window)
    return dialog


def answer(
    qtbot: QtBot, window: MainWindow, dialog: BackupsDialog, keep: bool | None = None
) -> str:
    """Restore the chosen backup; return what was said, asked with ``keep`` or as it is offered."""
    dialog.restore.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(RestoreQuestion)), timeout=20_000)
    (question,) = dialog.findChildren(RestoreQuestion)
    if keep is not None:
        question.keep.setChecked(keep)
    said = question.informativeText()
    question.go.click()
    qtbot.waitUntil(lambda: window.desk_view.isVisible(), timeout=20_000)
    return said


def sentences(window: MainWindow) -> list[str]:
    boxes = [box for box in window.findChildren(QMessageBox) if box.isVisible()]
    texts = [box.text() for box in boxes]
    for box in boxes:
        box.close()
    return texts


def spoil_table(folder: Path, table: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as raw:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = raw.execute(query, (table,)).fetchone()
    with (folder / DATABASE).open("r+b") as file:
        file.seek((page - 1) * 4_096)
        file.write(b"\xa5" * 4_096)


def test_opening_makes_the_daily_backup_once(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    window.open_collection(collection)
    idle(qtbot, window)
    assert backups_of(collection) == ()  # nothing was decided yet
    window.close_collection()
    decide(collection, "1")
    for _ in range(2):
        window.open_collection(collection)
        idle(qtbot, window)
        window.close_collection()
    (backup,) = backups_of(collection)
    assert backup.why == "daily"


def test_the_dialog_lists_makes_and_restores(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    decide(collection, "1", "2")
    window.open_collection(collection)
    idle(qtbot, window)
    window.menus.actions["backups"].trigger()
    dialog = dialog_of(qtbot, window)
    dialog.back_up.click()
    idle(qtbot, window)
    assert dialog.table.rowCount() == 2
    cells = [dialog.table.item(0, column).text() for column in range(7)]
    assert cells[1] == "asked for"
    assert cells[3:] == ["12", "11", "2", "✓ sound"]
    assert "photos" in dialog.omitted.text()
    decide(collection, "3", "4", "6")
    said = answer(qtbot, window, dialog)
    assert "3 rows of decisions" in said
    assert "moved aside" in said
    assert states(collection) == {"1", "2"}  # a sound database: going back is what was wanted
    assert any("is in place" in text for text in sentences(window))
    assert window.desk_view.articles.decided() == 2
    assert backups_of(collection)[0].why == "set-aside"


@pytest.mark.parametrize(("keep", "since"), [(None, {"2", "3"}), (False, set())])
def test_a_collection_that_does_not_open_is_restored_from_the_start_page(
    qtbot: QtBot, window: MainWindow, collection: Path, keep: bool | None, since: set[str]
) -> None:
    decide(collection, "1")
    finish(back_up(collection))
    decide(collection, "2", "3")
    spoil(collection)
    window.open_collection(collection)
    assert window.start_page.isVisible()
    dialog = dialog_of(qtbot, window)
    assert "cannot be opened as a collection" in dialog.sentence.text()
    assert not dialog.back_up.isEnabled()
    said = answer(qtbot, window, dialog, keep)
    assert "2 rows of decisions" in said
    assert "damaged" in said
    assert states(collection) == {"1"} | since
    assert any("Put back: " in text for text in sentences(window)) == bool(since)


def test_without_a_backup_what_can_be_read_is_gathered(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    decide(collection, "1", "2")
    spoil(collection)
    window.open_collection(collection)
    dialog = dialog_of(qtbot, window)
    assert dialog.table.rowCount() == 0
    assert "2 rows of decisions" in answer(qtbot, window, dialog)
    assert (collection / DATABASE).exists()
    with Desk(collection) as desk:  # the articles can be imported again; what was said is there
        assert set(desk.states()) == {"1", "2"}
    sentences(window)


def test_a_collection_left_open_is_checked_before_it_opens(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    decide(collection, "1")
    finish(back_up(collection))
    spoil_table(collection, "hand_over")  # which nothing looks at while it opens
    show(qtbot, window, collection)
    window.close_collection()
    (collection / "window.json").write_text("{}")  # what a killed window leaves
    window.open_collection(collection)
    idle(qtbot, window)
    assert window.start_page.isVisible()
    dialog = dialog_of(qtbot, window)
    assert "restore it from a backup" in dialog.sentence.text()
    answer(qtbot, window, dialog)
    assert states(collection) == {"1"}
    sentences(window)


def test_a_second_window_reads_and_says_who_decides(
    qtbot: QtBot, window: MainWindow, collection: Path, tmp_path: Path
) -> None:
    show(qtbot, window, collection)
    second = open_window(qtbot, collection, tmp_path)
    (said,) = sentences(second)
    assert "has this collection open and decides" in said
    activate(qtbot, second)
    for key in (Qt.Key.Key_1, Qt.Key.Key_N):
        press(qtbot, second, key)
        assert "has this collection open" in second.statusBar().currentMessage()
    control = Qt.KeyboardModifier.ControlModifier
    press(qtbot, second, Qt.Key.Key_Z, control)
    assert states(collection) == set()
    activate(qtbot, window)
    press(qtbot, window, Qt.Key.Key_N)
    assert len(states(collection)) == 1
    window.close_collection()
    second.close_collection()
    show(qtbot, second, collection)
    activate(qtbot, second)
    press(qtbot, second, Qt.Key.Key_N)
    assert len(states(collection)) == 2
    close_window(qtbot, second)


def test_a_second_window_changes_nothing_by_any_other_way(
    qtbot: QtBot, window: MainWindow, collection: Path, tmp_path: Path
) -> None:
    show(qtbot, window, collection)
    second = open_window(qtbot, collection, tmp_path)
    sentences(second)
    activate(qtbot, second)
    idle(qtbot, second)
    before = content(collection / DATABASE)
    refused = ["import", "import-photos", "watched", "index", "learn", "queue", "recipe-headline"]
    for name in refused:
        second.statusBar().clearMessage()
        second.menus.actions[name].trigger()
        assert "has this collection open" in second.statusBar().currentMessage(), name
    second.show_bench()
    second.bench.review_asked.emit(["1"], "why not")
    assert "has this collection open" in second.bench.statusBar().currentMessage()
    qtbot.waitUntil(lambda: 0 in second.bench._made)
    tab = second.bench._made[0]
    with qtbot.waitSignal(tab.said) as told:
        tab.toggle(FailureTag.TIME)
    assert "has this collection open" in told.args[0]
    second.learning.show_models()
    second.learning._models.activate_asked.emit("newsmatch-starter")
    (said,) = sentences(second)
    assert "has this collection open" in said
    assert not second.desk_view.article_panel.review.more.isEnabled()
    idle(qtbot, second)
    assert content(collection / DATABASE) == before
    close_window(qtbot, second)
