"""The command palette: what typed letters find, what it runs, and what it says is off."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_contrast import drawn_contrast, scheme  # noqa: F401 - a fixture
from test_window import close_window, new_window

from newsmatch_gui.domain.abbreviation import abbreviation_score
from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.qt.command_palette import CommandPalette
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.settings_dialog import SettingsDialog
from newsmatch_gui.services.deciding import ArticleLine

TITLES = ("Export decisions", "Import a file", "Index", "None fits", "Next article", "Undo")
WORDS = st.text("abcde ", max_size=12)


# What letters find -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("exp", "Export decisions"), ("exd", "Export decisions"), ("dec ex", "Export decisions"),
        ("iaf", "Import a file"), ("ind", "Index"), ("nf", "None fits"), ("na", "Next article"),
        ("port de", "Export decisions"), ("UNDO", "Undo"),
    ],
)  # fmt: skip
def test_letters_find_what_they_abbreviate(typed: str, first: str) -> None:
    scores = {title: abbreviation_score(typed, title) for title in TITLES}
    found = {title: score for title, score in scores.items() if score is not None}
    assert max(found, key=found.__getitem__) == first


def test_letters_within_words_alone_find_nothing() -> None:
    assert abbreviation_score("xd", "Export decisions") is None
    assert abbreviation_score("exz", "Export decisions") is None


def is_subsequence(word: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in word)


def best_by_trying(word: str, text: str) -> float | None:
    """Score every way to place the letters, as the docstring says it, without any table."""
    starts = [p for p in range(len(text)) if p == 0 or not text[p - 1].isalnum()]

    def rest(word: str, after: int) -> float | None:
        if not word:
            return 0.0
        sums = []
        for place in range(after + 1, len(text)):
            more = rest(word[1:], place) if text[place] == word[0] else None
            if more is not None:
                alone = 4.0 if place in starts else 1.0
                sums.append(more + max(alone, 3.0 if place == after + 1 else 0.0))
        return max(sums, default=None)

    tries = [rest(word[1:], p) for p in starts if text[p] == word[0]]
    tries = [4.0 + more for more in tries if more is not None]
    return max(tries, default=float(len(word)) if word in text else None)


@given(word=st.text("abc", min_size=1, max_size=4), text=WORDS)
def test_a_word_scores_as_the_best_way_to_place_it(word: str, text: str) -> None:
    got, best = abbreviation_score(word, text), best_by_trying(word, text)
    assert got == (None if best is None else pytest.approx(best - 0.01 * len(text)))


@given(typed=WORDS, text=WORDS)
def test_what_is_found_holds_every_letter_in_order(typed: str, text: str) -> None:
    score = abbreviation_score(typed, text)
    if score is not None:
        assert all(is_subsequence(word, text) for word in typed.split())
    assert abbreviation_score(text, text) is not None
    backwards = " ".join(reversed(typed.split()))
    assert (abbreviation_score(backwards, text) is None) == (score is None)


# In the window -----------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window without a collection."""
    made = new_window(qtbot, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


def open_palette(qtbot: QtBot, window: MainWindow) -> CommandPalette:
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K,
                   Qt.KeyboardModifier.ControlModifier)  # fmt: skip
    (palette,) = window.findChildren(CommandPalette)
    qtbot.waitUntil(palette.isActiveWindow)
    return palette


def shown(palette: CommandPalette) -> list[str]:
    model = palette.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_every_action_of_menus_and_desk_is_listed_once(qtbot: QtBot, window: MainWindow) -> None:
    palette = open_palette(qtbot, window)
    listed = [palette.commands.command(row).action for row in range(palette.commands.rowCount())]
    assert {action.objectName() for action in listed} == set(window.menus.actions)
    assert len(listed) == len(window.menus.actions)
    assert set(window.desk_view.actions_by_name) <= set(window.menus.actions)
    palette.reject()


def test_enter_runs_what_was_found(qtbot: QtBot, window: MainWindow) -> None:
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.words, "setti")
    assert shown(palette)[0] == "Settings"
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    (dialog,) = window.findChildren(SettingsDialog)
    assert not palette.isVisible()
    dialog.reject()


def test_what_is_off_says_why_and_does_not_run(qtbot: QtBot, window: MainWindow) -> None:
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.words, "export dec")
    said = palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Export decisions, Collection, Ctrl+E, open a collection first"
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.words, Qt.Key.Key_Escape)
    assert not palette.isVisible()


@pytest.mark.usefixtures("scheme")
def test_what_is_off_and_every_menu_can_be_read(qtbot: QtBot, window: MainWindow) -> None:
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.words, "export dec")  # off, and selected
    palette.commands.narrow("decisions")
    palette.list.setCurrentIndex(palette.commands.index(1))
    for row in range(2):
        box = palette.list.visualRect(palette.commands.index(row, 0))
        menu = box.adjusted(box.width() // 3, 4, -box.width() // 3, -4)
        assert drawn_contrast(palette.list.viewport(), menu) >= 4.5, row
    palette.reject()


def test_arrows_move_while_typing(qtbot: QtBot, window: MainWindow) -> None:
    palette = open_palette(qtbot, window)
    qtbot.keyClicks(palette.words, "grade")
    for _ in range(3):
        qtbot.keyClick(palette.words, Qt.Key.Key_Down)
    qtbot.keyClick(palette.words, Qt.Key.Key_Up)
    assert palette.list.currentIndex().data() == "Grade 3 of 5"
    palette.reject()


def test_an_article_is_found_after_an_at_sign(qtbot: QtBot, window: MainWindow) -> None:
    lines = tuple(ArticleLine(f"a{n}", f"Headline number {n}", "rss", "en") for n in range(10_000))
    window.desk_view.articles.set_articles(lines, {"a7": Verdict.CHOSEN})
    palette = open_palette(qtbot, window)
    asked: list[str] = []
    palette.article_asked.connect(asked.append)
    qtbot.keyClicks(palette.words, "@number 77")
    assert len(shown(palette)) == sum("77" in str(n) for n in range(10_000))
    palette.words.setText("@number 4321")
    assert shown(palette) == ["Headline number 4321"]
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    assert asked == ["a4321"]
    window.desk_view.articles.set_articles((), {})
