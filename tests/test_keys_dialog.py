"""Keys and settings: given anew, refused with a reason, kept, and effective at once."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.keys import Keys
from newsmatch_gui.qt.keys_dialog import KeysDialog
from newsmatch_gui.qt.keys_overview import KeysOverview
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.settings_dialog import SettingsDialog
from newsmatch_gui.qt.theme import is_dark, set_theme
from newsmatch_gui.services.settings import TABLE, Kind, read_settings, reset_setting, set_setting


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = new_window(qtbot, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


@pytest.fixture
def keys(window: MainWindow) -> Keys:
    (found,) = window.commands.findChildren(Keys)
    return found


def key_of(window: MainWindow, name: str) -> str:
    return QKeySequence.listToString(window.menus.actions[name].shortcuts())


# Giving keys -------------------------------------------------------------------------------------


def test_no_two_actions_begin_with_the_same_key(window: MainWindow, keys: Keys) -> None:
    given = [(name, key) for name, action in keys.actions.items() for key in action.shortcuts()]
    assert len(given) > 40
    none = QKeySequence.SequenceMatch.NoMatch
    for (one, key), (other, same) in combinations(given, 2):
        assert key.matches(same) == none, (one, other)
    for name, key in given:
        if name not in keys.fixed:
            assert keys.refusal(name, key) == "", name


def test_a_new_key_counts_at_once_everywhere_and_is_kept(
    qtbot: QtBot, window: MainWindow, own_settings: Path, tmp_path: Path
) -> None:
    window.commands.show_keys()
    (dialog,) = window.findChildren(KeysDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    row = next(
        r for r in range(dialog.table.rowCount()) if dialog.table.item(r, 0).text() == "Reject"
    )
    dialog.table.setCurrentCell(row, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert dialog.edit.hasFocus() or dialog.edit.isAncestorOf(QApplication.focusWidget())
    with qtbot.waitSignal(dialog.edit.editingFinished):
        qtbot.keyClick(dialog.edit, Qt.Key.Key_J)
    assert key_of(window, "reject") == "J"
    assert '[keys]\nreject = "J"\n' in own_settings.read_text()
    assert "J reject" in window.desk_view.candidate_panel.legend.text().replace("<b>", "").replace(
        "</b>&nbsp;", " "
    )
    assert dialog.table.item(row, 1).text() == "J (changed)"
    dialog.reject()
    other = new_window(qtbot, tmp_path)
    assert key_of(other, "reject") == "J"
    close_window(qtbot, other)
    (keys,) = window.commands.findChildren(Keys)
    keys.reset("reject")
    assert key_of(window, "reject") == "X"
    assert "keys" not in own_settings.read_text()


@pytest.mark.parametrize(
    ("name", "key", "reason"),
    [
        ("reject", "A", "A is the key of “Acceptable”; give that one another key first"),
        ("settings", "X", "X is the key of “Reject”; give that one another key first"),
        ("reject", "Ctrl+K", "“Find a command”"),
        ("reject", "3", "“Choose picture 3”"),
        ("reject", "Left", "moves in lists and forms"),
        ("reject", "Alt+D", "opens a menu"),
        ("choose3", "G", "“Choose picture 3” keeps its key"),
        ("reject", "Ctrl+K, A", "“Find a command”"),
    ],
)
def test_a_key_that_cannot_be_is_refused_with_the_reason(
    window: MainWindow, keys: Keys, own_settings: Path, name: str, key: str, reason: str
) -> None:
    before = key_of(window, name)
    with pytest.raises(NewsMatchError) as refused:
        keys.set(name, [QKeySequence(key)])
    assert reason in str(refused.value)
    assert key_of(window, name) == before
    assert "keys" not in own_settings.read_text()


def test_the_dialog_says_why_and_keeps_the_key(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.show_keys()
    (dialog,) = window.findChildren(KeysDialog)
    dialog.words.setText("reject")
    (row,) = [r for r in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(r)]
    dialog.table.setCurrentCell(row, 0)
    dialog.edit.setKeySequence("N")
    dialog.edit.editingFinished.emit()
    assert "“None fits”" in dialog.sentence.text()
    assert dialog.edit.keySequence() == QKeySequence("X")
    dialog.none.click()
    assert key_of(window, "reject") == ""
    dialog.default.click()
    assert key_of(window, "reject") == "X"
    dialog.words.setText("choose picture 3")
    (row,) = [r for r in range(dialog.table.rowCount()) if not dialog.table.isRowHidden(r)]
    dialog.table.setCurrentCell(row, 0)
    assert not dialog.edit.isEnabled() and "digits" in dialog.sentence.text()
    dialog.reject()


def test_two_keys_can_be_swapped_by_hand_and_a_clash_falls_back(
    qtbot: QtBot, window: MainWindow, own_settings: Path
) -> None:
    own_settings.parent.mkdir(exist_ok=True)
    own_settings.write_text('[keys]\nreject = "A"\nacceptable = "X"\n')
    window.preferences.refresh()
    assert (key_of(window, "reject"), key_of(window, "acceptable")) == ("A", "X")
    own_settings.write_text(
        '[keys]\nreject = "A"\nsearch = "no key; Left"\nnone = "3"\nunheard_of = "F9"\n'
    )
    window.preferences.refresh()
    assert (key_of(window, "reject"), key_of(window, "acceptable")) == ("X", "A")
    assert (key_of(window, "search"), key_of(window, "none")) == ("Ctrl+F", "N")


def test_a_key_changed_on_the_command_line_counts_at_once(qtbot: QtBot, window: MainWindow) -> None:
    set_setting("keys.reject", "J")
    qtbot.waitUntil(lambda: key_of(window, "reject") == "J")
    set_setting("keys.reject", "Ctrl+J")
    qtbot.waitUntil(lambda: key_of(window, "reject") == "Ctrl+J")
    reset_setting("keys.reject")
    qtbot.waitUntil(lambda: key_of(window, "reject") == "X")


def test_a_question_mark_shows_all_keys(qtbot: QtBot, window: MainWindow) -> None:
    set_setting("keys.reject", "J")
    window.preferences.refresh()
    focus = QApplication.focusWidget() or window
    # Whichever keys make this sign, on a real screen Qt takes the Shift among them off.
    qtbot.keyClick(focus, Qt.Key.Key_Question)
    (overview,) = window.findChildren(KeysOverview)
    lines = overview.page.toPlainText().split("\n")
    assert lines[lines.index("J") + 1] == "Reject"
    for action in window.menus.actions.values():
        if action.shortcuts():
            assert action.text().replace("&", "").removesuffix("…").strip() in lines
    overview.reject()


# Settings ----------------------------------------------------------------------------------------


def test_every_setting_has_a_field_of_its_kind(qtbot: QtBot, window: MainWindow) -> None:
    window.options.show()
    (dialog,) = window.findChildren(SettingsDialog)
    assert set(dialog.fields) == {setting.key for setting in TABLE}
    for setting in TABLE:
        field = dialog.fields[setting.key]
        assert field.accessibleName() == setting.about
        if setting.kind is Kind.SWITCH:
            before = read_settings()[setting.key]
            assert field.isChecked() is (before == "on")
            field.click()
            assert {before, read_settings()[setting.key]} == {"on", "off"}
        elif setting.kind is Kind.NUMBER:
            assert isinstance(field, QSpinBox) is setting.whole
            field.setValue(setting.limits[1])
            field.editingFinished.emit()
            assert float(read_settings()[setting.key]) == setting.limits[1]
        elif setting.kind is Kind.CHOICE:
            assert field.currentData() == setting.default
        else:
            assert isinstance(field, QLineEdit) and field.text() == setting.default
    dialog.reject()


def test_the_theme_changes_at_once(qtbot: QtBot, window: MainWindow, qapp: QApplication) -> None:
    window.options.show()
    (dialog,) = window.findChildren(SettingsDialog)
    choice = dialog.fields["ui.theme"]
    try:
        for theme in ("dark", "light"):
            choice.setCurrentIndex(choice.findData(theme))
            choice.activated.emit(choice.currentIndex())
            qapp.processEvents()
            assert is_dark(window.palette()) is (theme == "dark")
            assert read_settings()["ui.theme"] == theme
    finally:
        set_theme(qapp, "system")
        qapp.setPalette(QPalette())
    dialog.reject()


def test_articles_are_read_anew_once_after_several_changes(
    qtbot: QtBot, window: MainWindow
) -> None:
    told: list[bool] = []
    window.options.reading_changed.connect(lambda: told.append(True))
    window.preferences.set("translation.gloss", "off")
    window.preferences.set("translation.libre_url", "http://localhost:5000")
    window.preferences.set("ui.language", "de")
    assert told == []
    qtbot.waitUntil(lambda: told == [True], timeout=4_000)


def test_a_text_that_will_not_do_is_said_and_not_kept(qtbot: QtBot, window: MainWindow) -> None:
    window.options.show()
    (dialog,) = window.findChildren(SettingsDialog)
    field = dialog.fields["crop.ratios"]
    before = field.text()
    field.setText("wide")
    field.editingFinished.emit()
    assert "crop.ratios" in dialog.sentence.text()
    assert field.text() == read_settings()["crop.ratios"] == before
    dialog.reject()


@pytest.mark.parametrize(
    ("key", "value", "kept"),
    [
        ("decide.ahead", "2.50", "2.5"), ("decide.ahead", "11", None),
        ("decide.ahead", "nan", None), ("decide.ahead", "far", None),
        ("handover.width", "800", "800"),
        ("handover.width", "800.5", None), ("translation.gloss", "maybe", None),
        ("ui.theme", "dark", "dark"), ("ui.theme", "pink", None), ("keys.reject", "J", "J"),
    ],
)  # fmt: skip
def test_values_are_checked_by_their_kind(key: str, value: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(NewsMatchError, match=key):
            set_setting(key, value)
    else:
        set_setting(key, value)
        assert read_settings()[key] == kept
        reset_setting(key)
        assert read_settings().get(key) != kept


def test_numbers_and_switches_may_be_written_as_toml_knows_them(own_settings: Path) -> None:
    own_settings.parent.mkdir(exist_ok=True)
    own_settings.write_text("[decide]\nahead = 2\n[translation]\ngloss = false\n")
    assert read_settings()["decide.ahead"] == "2"
    assert read_settings()["translation.gloss"] == "off"
    own_settings.write_text("[decide]\nahead = true\n")
    with pytest.raises(NewsMatchError, match="must be a number"):
        read_settings()
