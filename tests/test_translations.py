"""The catalogs: complete and compiled; plurals, numbers and dates as each language has them."""

import runpy
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window

from newsmatch_gui.qt.catalogs import LANGUAGES, set_language
from newsmatch_gui.qt.words import figure, filled, moment
from newsmatch_gui.resources import resource_path

ROOT = Path(__file__).parents[1]


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    set_language(qapp, request.param)
    yield request.param
    set_language(qapp, "en")


@pytest.fixture(scope="module")
def update() -> dict[str, Any]:
    """Return what the script that keeps the catalogs defines."""
    return runpy.run_path(str(ROOT / "packaging" / "translations" / "update.py"))


def catalog(update: dict[str, Any], language: str) -> list[Any]:
    return update["read_ts"](resource_path("translations", f"newsmatch_{language}.ts"))


def test_nothing_is_left_to_translate(
    update: dict[str, Any], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["update.py", "--check"])
    with pytest.raises(SystemExit) as ended:
        update["main"]()
    assert not ended.value.code, capsys.readouterr().out


def test_a_gap_and_other_placeholders_are_told(update: dict[str, Any]) -> None:
    message = update["Message"]
    assert not message("{0:,} of %Ln", "", True, ("one of {0:,}", "{0:,} von %Ln")).faults()
    assert message("Open").faults()
    assert message("{0:,} rows", "", False, ("{0} Zeilen",)).faults()
    assert message("%Ln row(s)", "", True, ("%Ln Zeile", "%n Zeilen")).faults()
    assert message("%Ln row(s)", "", True, ("%Ln Zeile", "")).faults()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_says_what_was_written(update: dict[str, Any], language: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(resource_path("translations", f"newsmatch_{language}.qm")))
    messages = catalog(update, language)
    assert len(messages) > 30
    for message in messages:
        for count, form in zip((1, 2), message.forms, strict=False):
            number = count if message.counts else -1
            said = compiled.translate("NewsMatch", message.source, message.comment, number)
            assert said == form, "run packaging/translations/update.py"


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ("0 pictures", "1 picture", "1,500 pictures")),
        ("de", ("0 Bilder", "1 Bild", "1.500 Bilder")),
    ],
    indirect=["language"],
)
def test_what_is_counted_has_plurals(language: str, texts: tuple[str, ...]) -> None:
    words = QObject()
    assert tuple(words.tr("%Ln picture(s)", "", n) for n in (0, 1, 1500)) == texts


@pytest.mark.parametrize(
    ("language", "number", "sentence", "day"),
    [("en", "1,234,567", "1,234 of 0.50 in a.csv", "5/31/24"),
     ("de", "1.234.567", "1.234 of 0,50 in a.csv", "31.05.24")],
    indirect=["language"],
)  # fmt: skip
def test_numbers_and_days_are_written_as_the_language_does(
    language: str, number: str, sentence: str, day: str
) -> None:
    assert figure(1_234_567) == number
    assert filled("{0:,} of {1:.2f} in {2}", 1_234, 0.5, "a.csv") == sentence
    assert filled("{0:.0%}", 0.5) == ("50%" if language == "en" else "50\u00a0%")
    assert moment(datetime(2024, 5, 31, 12, tzinfo=UTC)).startswith(day)


@pytest.mark.parametrize("language", LANGUAGES, indirect=True)
def test_no_two_of_a_menu_have_the_same_letter(qtbot: QtBot, language: str, tmp_path: Path) -> None:
    window = new_window(qtbot, tmp_path)
    menus = {path: [a.text() for a in actions] for path, actions in window.menus.listed.items()}
    menus["menu bar"] = [action.text() for action in window.menuBar().actions()]
    for path in list(menus):  # a menu inside another one has a letter there too
        above, _, title = path.rpartition(" › ")
        if above:
            menus[above].append(title_of(window, title))
    for path, texts in menus.items():
        letters = Counter(filter(None, (QKeySequence.mnemonic(text).toString() for text in texts)))
        assert not [letter for letter, times in letters.items() if times > 1], (path, texts)
        recipes = window.menus.actions["recipe-headline"] in window.menus.listed.get(path, ())
        assert recipes or len(letters) == len(texts), (path, texts)  # nothing without a letter
    close_window(qtbot, window)


def title_of(window: QObject, plain: str) -> str:
    """Return the title of a menu with its letter."""
    actions = [a for menu in window.menuBar().actions() for a in menu.menu().actions()]
    (title,) = {a.text() for a in actions if a.menu() and a.text().replace("&", "") == plain}
    return title


def test_a_system_of_another_language_gets_english(qapp: QApplication) -> None:
    assert set_language(qapp, "fr") in LANGUAGES
    assert set_language(qapp, "de") == "de"
    assert QLocale().language() == QLocale.Language.German
    assert set_language(qapp, "en") == "en"
    assert QObject().tr("&Open …") == "&Open …"
