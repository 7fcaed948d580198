"""Help: the tour takes the keys and gives them back, the manual stays inside its folder."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window

from newsmatch_gui.qt import app as app_module
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.qt.help import About, Manual
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.tour import Tour
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.settings import set_setting


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    made = open_window(qtbot, collection, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def decided(folder: Path) -> int:
    with Desk(folder) as desk:
        return len(desk.states())


def test_the_tour_has_three_steps_and_gives_the_keys_back(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    window.help.show_tour()
    (tour,) = window.findChildren(Tour)
    titles = [tour.title.text()]
    # A digit behind the shade would decide on an article.
    press(qtbot, Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_Return)
    titles.append(tour.title.text())
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is tour.skip
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    titles.append(tour.title.text())
    assert [title[0] for title in titles] == ["1", "2", "3"]
    assert decided(collection) == 0
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(Tour))
    press(qtbot, Qt.Key.Key_1)
    assert decided(collection) == 1


def test_the_bubble_of_every_step_lies_in_a_small_window(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 560)
    window.help.show_tour()
    (tour,) = window.findChildren(Tour)
    for _ in range(3):
        assert tour.rect().contains(tour.bubble.geometry())
        assert tour.words.height() >= tour.words.heightForWidth(tour.words.width())
        window.resize(window.width() + 60, window.height())
        assert tour.size() == window.size()
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.findChildren(Tour))


def settings_of(window: MainWindow) -> QWidget:
    window.menus.actions["settings"].trigger()
    return QApplication.activeModalWidget()


def full_size_of(window: MainWindow) -> QWidget:
    window.desk_view.candidate_panel.take_focus()
    window.desk_view.actions_by_name["full"].trigger()
    return QApplication.activeModalWidget()


def sentence_of(window: MainWindow) -> QWidget:
    show_sentence(window, "the disk is full")
    return QApplication.activeModalWidget()


def bench_of(window: MainWindow) -> QWidget:
    window.show_bench()
    return window.bench


def reason_of(window: MainWindow) -> QWidget:
    window.desk_view.candidate_panel.take_focus()
    window.desk_view.actions_by_name["explain"].trigger()
    return window


@pytest.mark.parametrize(
    "open_it",
    [settings_of, full_size_of, sentence_of, bench_of, reason_of],
    ids=lambda f: f.__name__,
)
def test_f1_opens_the_manual_wherever_the_keys_are(
    qtbot: QtBot, window: MainWindow, open_it: Callable[[MainWindow], QWidget]
) -> None:
    opened = open_it(window)
    assert opened is not None
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or opened, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), Manual))
    manual = QApplication.activeWindow()
    qtbot.keyClick(manual.page, Qt.Key.Key_F1)
    assert QApplication.activeWindow() is manual
    qtbot.keyClick(manual.page, Qt.Key.Key_Escape)
    assert not manual.isVisible()
    assert opened.isVisible()
    if opened is not window:
        opened.close()


def test_help_has_the_key_that_it_was_given(qtbot: QtBot, window: MainWindow) -> None:
    opened = settings_of(window)
    qtbot.waitUntil(opened.isActiveWindow)
    window.menus.actions["manual"].setShortcuts([QKeySequence("F9")])  # as the keys dialog does
    qtbot.keyClick(opened, Qt.Key.Key_F1)
    assert QApplication.activeWindow() is opened
    qtbot.keyClick(opened, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), Manual))
    QApplication.activeWindow().close()
    opened.close()


def test_the_tour_is_offered_once(qtbot: QtBot, window: MainWindow) -> None:
    window.help.offer_tour()
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Tour))
    window.help.offer_tour()
    assert not window.findChildren(Tour)


def test_the_manual_follows_its_own_links_only(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["manual"].trigger()
    (manual,) = window.findChildren(Manual)
    manual.show_page("deciding.md")
    text = manual.page.toPlainText()
    assert text.startswith("Deciding")
    for link in ("../starter/README.md", "/etc/hostname", "https://example.org/", "nothing.md"):
        manual.page.anchorClicked.emit(QUrl(link))
        assert manual.page.toPlainText() == text
    manual.page.anchorClicked.emit(QUrl("learning.md"))
    assert manual.page.toPlainText() != text
    manual._back.click()
    assert manual.page.toPlainText() == text


def test_the_box_names_licences(qtbot: QtBot, window: MainWindow) -> None:
    window.menus.actions["about"].trigger()
    (box,) = window.findChildren(About)
    assert box.licences.widget(0).toPlainText() == resource_path(
        "notices", "third-party.txt"
    ).read_text("utf-8")
    box.close()


def test_another_language_opens_the_window_anew(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen: list[str] = []

    def run() -> int:
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        (window,) = [w for w in windows if w.isVisible()]
        seen.append(window.menuBar().actions()[0].text().replace("&", ""))
        if len(seen) == 1:
            set_setting("ui.language", "de")
            window.preferences.refresh()
        else:
            window.close()
        return 0

    set_setting("ui.language", "en")
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path))
    app = app_module.application()
    monkeypatch.setattr(app, "exec", run)
    monkeypatch.setattr(app_module, "application", lambda: app)
    try:
        assert app_module.show(None) == 0
        assert seen == ["Collection", "Sammlung"]
    finally:
        app_module.set_language(app, "en")
