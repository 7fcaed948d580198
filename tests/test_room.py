"""Large letters, small screens: nothing is cut, and no window outgrows its screen."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window

from newsmatch_gui.domain.progress import Pace, Progress
from newsmatch_gui.qt.calm_bar import CalmBar
from newsmatch_gui.qt.decision_bar import DecisionBar
from newsmatch_gui.qt.filter_panel import FilterPanel
from newsmatch_gui.qt.job_bar import JobBar
from newsmatch_gui.qt.keys_dialog import KeysDialog
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.room import ButtonRows, give_room, grown


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    usual = qapp.font()
    font = qapp.font()
    font.setPointSize(16)
    qapp.setFont(font)
    yield
    qapp.setFont(usual)


def test_lengths_grow_with_the_letters(qtbot: QtBot, large: None) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert 130 < grown(100, widget) < 200
    dialog = QDialog(widget)
    widget.resize(1500, 1000)
    give_room(dialog, 600, 400)
    assert dialog.size() == QSize(grown(600, dialog), grown(400, dialog))
    give_room(dialog, 1400, 900)
    assert dialog.size() == widget.size()  # no larger than what it is over


def test_usual_letters_have_the_lengths_that_were_drawn(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert grown(100, widget) == 100


def test_work_that_says_much_does_not_widen_the_window(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bars = [JobBar(window) for _ in range(3)]
    for bar in bars:
        window.statusBar().addPermanentWidget(bar)
    window.resize(1024, 300)
    window.show()
    lane = Lane(window, latest_wins=False)

    followed = Event()

    def work() -> Iterator[Progress]:
        followed.wait(5)
        for done in range(3):
            yield Progress(done, 100_000, "embedding all the pictures of a very large collection")

    job = lane.start(work)
    for bar in bars:
        bar.follow(job)
        job.ended.disconnect()  # it goes on being shown
    followed.set()
    qtbot.waitUntil(lambda: not lane.busy)
    qtbot.waitUntil(lambda: "embedding" in bars[0].text.text())
    assert window.minimumSizeHint().width() <= 1024
    window.grab()
    assert bars[0].text.toolTip() == bars[0].text.text()


def test_what_work_does_in_a_second_is_written_as_figures_are(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    bar, lane = JobBar(window), Lane(window, latest_wins=False)
    monkeypatch.setattr(Pace, "update", lambda *_: (1_727.3, None))
    followed = Event()

    def work() -> Iterator[Progress]:
        followed.wait(5)
        yield Progress(1, 2_000, "embedding")

    bar.follow(lane.start(work))
    followed.set()
    qtbot.waitUntil(lambda: "embedding" in bar.text.text())
    assert "1,727 a second" in bar.text.text()
    qtbot.waitUntil(lambda: not lane.busy)


def test_buttons_take_as_many_rows_as_they_need(qtbot: QtBot) -> None:
    buttons = [QPushButton(f"a rather long word {number}") for number in range(7)]
    rows = ButtonRows(buttons, None)
    qtbot.addWidget(rows)
    rows.show()
    for width in (1000, 330, 700):
        rows.resize(width, 300)
        QApplication.processEvents()
        assert all(b.width() >= b.sizeHint().width() for b in buttons)
        assert max(b.geometry().right() for b in buttons) <= width
    assert len({b.x() for b in buttons}) > 2


@pytest.mark.parametrize("made", [DecisionBar, FilterPanel])
def test_bars_of_the_desk_leave_room_for_the_story(
    qtbot: QtBot, large: None, made: type[QWidget]
) -> None:
    bar = made(None)
    qtbot.addWidget(bar)
    assert bar.minimumSizeHint().width() < 700


def test_what_is_written_on_a_bar_is_cut_at_a_letter(qtbot: QtBot, large: None) -> None:
    bar = CalmBar()
    qtbot.addWidget(bar)
    bar.setValue(12)
    bar.setFormat("12,345 of 100,000 decided")
    bar.show()
    bar.resize(150, 30)
    assert bar.text().endswith("…")
    bar.resize(600, 30)
    assert bar.text() == "12,345 of 100,000 decided"


def test_the_keys_dialog_shows_actions_in_large_letters(
    qtbot: QtBot, large: None, tmp_path: Path
) -> None:
    window = new_window(qtbot, tmp_path)
    window.commands.show_keys()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeysDialog)
    dialog.resize(960, 600)
    QApplication.processEvents()
    assert dialog.table.columnWidth(0) > 300
    assert dialog.table.horizontalScrollBar().maximum() == 0
    dialog.close()
    close_window(qtbot, window)
