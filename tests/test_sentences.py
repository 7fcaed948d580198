"""What the rooms below say: found in their code, and said in German by a German window."""

import json
import runpy
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from threading import Event
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window

from newsmatch_gui.domain.failure_notes import Facts, Kin, Twin, why_notes
from newsmatch_gui.domain.progress import Progress, finish
from newsmatch_gui.domain.records import RowProblem
from newsmatch_gui.qt.backups_dialog import BackupsDialog
from newsmatch_gui.qt.catalogs import set_language
from newsmatch_gui.qt.dialogs import ProblemsDialog
from newsmatch_gui.qt.failure_detail import FailureDetail
from newsmatch_gui.qt.job_bar import JobBar
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.store.backups import DATABASE
from newsmatch_gui.store.collection import Collection

ROOT = Path(__file__).parents[1]
PAIRS = [
    (message.findtext("source", ""), message.findtext("translation", ""))
    for message in Xml.parse(resource_path("translations", "sentences_de.ts")).iter("message")
]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    set_language(qapp, "de")
    yield
    set_language(qapp, "en")


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    """Return what the script that finds sentences defines."""
    return runpy.run_path(str(ROOT / "packaging" / "translations" / "sentences.py"))


# Finding them in the code ----------------------------------------------------------------------


def found(script: dict[str, Any], home: Path, code: str) -> set[str]:
    """Return what is found in a module that the window uses, besides what the system says."""
    (home / "newsmatch_gui" / "qt").mkdir(parents=True)
    (home / "newsmatch_gui" / "services").mkdir()
    (home / "newsmatch_gui" / "store").mkdir()
    (home / "newsmatch_gui" / "qt" / "desk.py").write_text(
        "from newsmatch_gui.services import saying\nfrom newsmatch_gui.qt.lanes import once\n"
        "once(work, 'storing')\nlabel.setText('said by the window itself')\n"
    )
    (home / "newsmatch_gui" / "qt" / "lanes.py").write_text("def once(function, phase): ...\n")
    (home / "newsmatch_gui" / "services" / "saying.py").write_text(code)
    unused = "raise NewsMatchError('said where no window is')\n"
    (home / "newsmatch_gui" / "store" / "other.py").write_text(unused)
    script["templates"].__globals__["_OF_THE_SYSTEM"] = ()
    return script["templates"](home) - set(script["_OF_SQLITE"])


@pytest.mark.parametrize(
    ("code", "sentences"),
    [
        ('raise NewsMatchError(f"{path} is gone; restore it " "from a backup")',
         {"{0} is gone; restore it from a backup"}),
        ('_SENTENCES = {1: "the disk of {0} is full"}', {"the disk of {0} is full"}),
        ('f"{n:,} word{\'s\' if n > 1 else \'\'} read ({error})"',
         {"{0:,} word read ({1})", "{0:,} words read ({1})"}),
        ("def f(n):\n    more = f'; {n} more follow' if n else ''\n"
         "    return f'one is {a!r}{more}.'", {"one is {0}.", "one is {0}; {1} more follow."}),
        ("def f(n):\n    more = f'{n} more follow'\n    print(more)\n    return f'it is {more}.'",
         {"{0} more follow", "it is {0}."}),
        ("f'{where} {fault}; do not use it'", {"{0}; do not use it"}),
        ('f"write {{1}} there, not {x}"', {"write {{1}} there, not {0}"}),
        ("Progress(0, 0, 'tuning', {'loss': 1})", {"tuning", "loss"}),
        ('"""A docstring says this."""\nlog.info("a job was begun")\n', set()),
        ("raise ValueError('no bug is')\n'no, comma, list'.split()\n'image/jpeg'", set()),
        ("db.execute('SELECT a thing FROM b')", set()),
        ("figures = {'step': 1, 'MiB': 2}", {"step"}),
    ],
)  # fmt: skip
def test_sentences_are_found(
    script: dict[str, Any], tmp_path: Path, code: str, sentences: set[str]
) -> None:
    wrapped = f"print({code})" if code[:2] in ("f'", 'f"') else code
    assert found(script, tmp_path, wrapped) == {*sentences, "storing"}


def test_the_catalog_holds_what_the_code_says() -> None:
    sources = {source for source, _ in PAIRS}
    assert len(sources) > 400
    assert {
        "{0} is gone; restore it from a backup",
        "the disk of {0} is full, so nothing was written; free some space, then do it again",
        "photo {0} is missing",
        "A near miss: the true picture is only {0:.2f} σ behind the best one.",
        "checking backups",
    } <= sources
    assert not {said for source, said in PAIRS if not said.strip()}


# Saying them in German -------------------------------------------------------------------------

_VALUES = st.text(st.sampled_from("axÄ 0{}[]()|\\.*+?^$\"'\n„“/_%&"), min_size=1, max_size=20)


@settings(max_examples=600, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pair=st.sampled_from(PAIRS), values=st.lists(_VALUES, min_size=6, max_size=6))
def test_what_a_sentence_names_stays_as_it_is(
    german: None, pair: tuple[str, str], values: list[str]
) -> None:
    source, said = pair
    parts = list(Formatter().parse(source))
    holes = {int(hole): spec for _, hole, spec, _ in parts if hole is not None}
    # Where a sentence's own words stand in what it names, nobody can tell which are which.
    assume(not any(text and text in value for text, *_ in parts for value in values))
    english: list[Any] = [1234.5 if holes.get(n) else values[n] for n in range(6)]
    expected = german_of(said, holes, values)
    assert in_window_language(source.format(*english)) == expected


def german_of(said: str, specs: dict[int, str], values: list[str]) -> str:
    figures = {",": "1.234,5", ",.0f": "1.234", ":g": "1.234,5"}
    filled = [
        figures.get(specs[n]) or f"{1234.5:{specs[n]}}".replace(".", ",")
        if specs.get(n) else value
        for n, value in enumerate(values)
    ]  # fmt: skip
    parts = Formatter().parse(said)
    return "".join(text + (filled[int(n)] if n is not None else "") for text, n, *_ in parts)


@pytest.mark.parametrize(
    ("english", "german_text"),
    [
        ("a.csv, row 3: photo x.jpg is missing; put it into /p q, or say with --images where it "
         "lies, and import again",
         "a.csv, Zeile 3: das Foto x.jpg fehlt; in /p q legen oder mit --images sagen, wo es "
         "liegt, und neu importieren"),
        ("nothing of a.zip could be used: a.zip: b c.jpg is encrypted; pack it without a password "
         "(and 3 more)",
         "nichts aus a.zip war brauchbar: a.zip: b c.jpg ist verschlüsselt; ohne Passwort packen "
         "(und 3 weitere)"),
        ("/a b/c cannot be read (Permission denied)",
         "/a b/c kann nicht gelesen werden (Zugriff verweigert)"),
        ("another NewsMatch is indexing /a b; wait until it is done",
         "ein anderes NewsMatch indexiert /a b; warten, bis es fertig ist"),
        ("0 of 1,500 articles have the true picture among their ten best.",
         "Bei 0 von 1.500 Artikeln ist das wahre Bild unter den zehn besten."),
        ("arriving.jpg: the photo is damaged (bits are lost)",  # a fault without its mend
         "arriving.jpg: das Foto ist beschädigt (bits are lost)"),
        ("an article of this newsroom: it is read", "an article of this newsroom: it is read"),
        ("nobody wrote this: not even here", "nobody wrote this: not even here"),
        ("the picture i0 lacks its credit", "dem Bild i0 fehlt: der Bildnachweis"),
        ("the picture i0 lacks its credit, its licence",
         "dem Bild i0 fehlt: der Bildnachweis, die Lizenz"),
        ("Die Sammlung ist offen; so bleibt sie", "Die Sammlung ist offen; so bleibt sie"),
    ],
)  # fmt: skip
def test_a_sentence_within_another_one_is_german_too(
    german: None, english: str, german_text: str
) -> None:
    assert in_window_language(english) == german_text


def test_other_windows_speak_english(qapp: QApplication) -> None:
    set_language(qapp, "en")
    assert in_window_language("photo x.jpg is missing") == "photo x.jpg is missing"


def test_no_text_takes_long(german: None) -> None:
    for text in ("is no " * 800, "; : ( " * 700, "{0} cannot be read (" * 200):
        assert in_window_language(text).count("\0") == 0


# In the window ---------------------------------------------------------------------------------


def test_a_broken_collection_is_told_in_german(german: None, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Meine.newsmatch"
    Collection.open(folder, create=True).close()
    (folder / DATABASE).write_bytes(b"no database at all" * 400)
    window = new_window(qtbot, tmp_path)
    window.open_collection(folder)
    qtbot.waitUntil(lambda: bool(window.findChildren(BackupsDialog)))
    (dialog,) = window.findChildren(BackupsDialog)
    assert "kann nicht als Sammlung geöffnet werden (die Datei ist keine Datenbank)" in (
        dialog.sentence.text()
    )
    dialog.close()
    window.open_collection(tmp_path / "keine")
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert box.text().startswith(f"{tmp_path / 'keine'} enthält keine NewsMatch-Sammlung; ")
    box.close()
    close_window(qtbot, window)


def test_what_an_import_left_out_is_told_in_german(
    german: None, qtbot: QtBot, tmp_path: Path
) -> None:
    rows = [
        {"article_id": "1", "title": "Sturm schließt den Hafen", "image": "weg.jpg"},
        {"article_id": "2"},
        {"article_id": "3", "title": "Brücke eröffnet", "bogus": "x"},
    ]
    table = tmp_path / "a.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows) + "[1]\n")
    report = finish(import_source(tmp_path / "c.newsmatch", table))
    dialog = ProblemsDialog(tmp_path / "c.newsmatch", report.problems, None)
    qtbot.addWidget(dialog)
    cells = [
        dialog.table.item(row, column).text()
        for row in range(dialog.table.rowCount())
        for column in (2, 3)
    ]
    said = "\n".join(cells)
    for sentence in (
        "das Foto weg.jpg fehlt", "der Artikel 2 hat weder Titel noch Text",
        "kein JSON-Objekt", "ein Objekt je Zeile schreiben", "ist unbekannt und wurde ausgelassen",
    ):  # fmt: skip
        assert sentence in said
    english = {cell for problem in report.problems for cell in (problem.reason, problem.mend)}
    assert english.isdisjoint(cells)


def test_why_notes_are_german(german: None, qtbot: QtBot) -> None:
    facts = Facts(
        5, margin=1.25, lead=2.5, best_is_hub=True, best_for=1, best_lists=12, hubs=3,
        true_lists=0, articles=1500, twins=(Twin(2, 0.9991), Twin(3, 0.99)), words=900,
        words_read=60, tokens=77, budget=77, lang="de", reads_lang=False, size=(100, 80),
        kin=(Kin(1, "Harbour: it is missing", ("storm", "harbour")),), content=("storm",),
    )  # fmt: skip
    notes = why_notes(facts)
    host = QWidget()
    qtbot.addWidget(host)
    detail = FailureDetail(ThumbnailLoader(host), host)
    detail.show_notes(notes, looking=False)
    shown = detail.notes.toPlainText()
    assert "1,2 σ hinter dem besten, 2,5 σ über dem durchschnittlichen Bild" in shown
    assert "gehört zum Artikel „Harbour: it is missing“" in shown  # other people's words stay
    assert "Bei 0 von 1.500 Artikeln" in shown
    assert not [note.sentence for note in notes if note.sentence in shown]


def test_phases_and_what_they_count_are_german(german: None, qtbot: QtBot) -> None:
    host, begun, done = QWidget(), Event(), Event()
    qtbot.addWidget(host)
    bar, lane = JobBar(host), Lane(host, latest_wins=False)

    def work() -> Iterator[Progress]:
        begun.wait(5)
        yield Progress(3, 10, "backing up", {"left out": 2})
        done.wait(5)

    bar.follow(lane.start(work))
    begun.set()
    qtbot.waitUntil(lambda: bar.text.text() == "Sichern  ·  3 / 10  ·  ausgelassen 2")
    done.set()
    qtbot.waitUntil(lambda: not lane.busy)


def test_what_a_watched_folder_says_is_german(german: None) -> None:
    problem = RowProblem("/fotos", 0, "a.jpg: the file is empty", "fetch it again")
    assert in_window_language(problem.sentence()).endswith("; neu holen")
