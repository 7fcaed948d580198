"""The window of the bench: what it says of a study, and ways that lead on from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from learning_fixtures import colour_photo
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.qt.catalogs import set_language
from newsmatch_gui.qt.compare_tab import CompareTab
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.twins_view import TwinsView
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    set_language(qapp, "de")
    yield
    set_language(qapp, "en")


@pytest.fixture
def lone(
    qtbot: QtBot, tmp_path: Path, tiny_model: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window on one article and its image; nobody chooses a file in it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    colour_photo(tmp_path / "p.png", (200, 30, 30), 1)
    source = tmp_path / "one.csv"
    source.write_text("article_id,title,image_id,image\na,A red house,i,p.png\n")
    folder = tmp_path / "one.newsmatch"
    finish(import_source(folder, source, images=tmp_path))
    finish(build_index(folder, model=tiny_model))
    window = open_window(qtbot, folder, tmp_path)
    yield window
    close_window(qtbot, window)


def test_one_of_a_kind_is_said_in_the_singular(qtbot: QtBot, lone: MainWindow) -> None:
    lone.show_bench()
    qtbot.waitUntil(lambda: bool(lone.bench.sentence.text()))
    assert lone.bench.sentence.text().startswith("1 article, 1 image: MRR@100 1.0000")
    said = lone.desk_view.candidate_panel.source.text()
    assert said.startswith("Only one picture for this article")


def test_where_nothing_can_be_compared_keys_lead_to_it(qtbot: QtBot, lone: MainWindow) -> None:
    lone.show_bench()
    bench = lone.bench
    bench.activateWindow()
    qtbot.waitUntil(bench.isActiveWindow)
    bench.tabs.setCurrentIndex(3)
    (tab,) = bench.findChildren(CompareTab)
    qtbot.waitUntil(tab.empty.recipe.isVisible, timeout=10_000)
    bench.tabs.tabBar().setFocus()
    for _ in range(10):
        if tab.empty.recipe.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert tab.empty.recipe.hasFocus()
    menu = tab.empty.recipe.menu()
    QTimer.singleShot(200, lambda: qtbot.keyClicks(menu, "f"))  # from a file, by its letter
    with qtbot.waitSignal(bench.action_asked) as asked:
        qtbot.keyClick(tab.empty.recipe, Qt.Key.Key_Space)
    assert asked.args == ["recipe-file"]
    (other,) = (a for a in menu.actions() if a.data() == "recipe-reference-t2")
    other.trigger()
    qtbot.waitUntil(lambda: tab.rival.current() is not None, timeout=20_000)
    assert "Only one" not in tab.empty.text.text()
    qtbot.waitUntil(lambda: tab.sides is not None, timeout=20_000)
    assert "reference-t2" in tab.sides.after.title


def test_a_window_that_only_reads_says_why_nothing_can_be_compared(
    qtbot: QtBot, lone: MainWindow
) -> None:
    lone.bench.set_folder(lone.desk_view.stage.desk.folder, "Ada decides here.")
    lone.show_bench()
    lone.bench.tabs.setCurrentIndex(3)
    (tab,) = lone.bench.findChildren(CompareTab)
    qtbot.waitUntil(tab.empty.recipe.isVisible, timeout=10_000)
    assert "Ada decides here." in tab.empty.text.text()
    assert not tab.empty.recipe.isEnabled() and not tab.empty.learn.isEnabled()


def test_figures_of_a_german_window_have_a_comma(
    qtbot: QtBot, german: None, lone: MainWindow
) -> None:
    lone.show_bench()
    lone.bench.tabs.setCurrentIndex(1)
    (views,) = lone.bench.findChildren(TwinsView)
    views.parentWidget().parentWidget().setCurrentWidget(views)
    qtbot.waitUntil(lambda: views.sentence.text().startswith("Keine zwei"), timeout=10_000)
    assert views.sentence.text().endswith("0,97.")
    assert lone.bench.sentence.text().startswith("1 Artikel, 1 Bild: MRR@100 1,0000")
