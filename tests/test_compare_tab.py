"""Two models or recipes side by side, by hand and by keys; which words did it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from conftest import TINY, make_photo
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from test_contrast import dark_palette

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.ranking import true_rank
from newsmatch_gui.qt.bench_window import BenchWindow
from newsmatch_gui.qt.change_table import Column
from newsmatch_gui.qt.compare_tab import CompareTab
from newsmatch_gui.qt.theme import mended
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.ranking import model_of
from newsmatch_gui.services.side_by_side import Turn
from newsmatch_gui.services.sides import sides_of
from newsmatch_gui.services.studying import Study, study
from newsmatch_gui.services.word_effects import MOST, WordEffects, word_effects

COUNT = 24
TEXT = "Ministers were warned. Nobody listened to the striking workers. Then it rained for days."


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Another random-weight model than ``tiny_model``."""
    import open_clip
    import torch
    from safetensors.torch import save_file

    folder = tmp_path_factory.mktemp("other-model")
    torch.manual_seed(7)
    network = open_clip.CLIP(**TINY)
    config = {
        "model_cfg": TINY,
        "preprocess_cfg": {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic"},
    }
    (folder / "open_clip_config.json").write_text(json.dumps(config))
    save_file(network.state_dict(), str(folder / "open_clip_model.safetensors"))
    return f"local-dir:{folder}"


@pytest.fixture(scope="module")
def folder(tiny_model: str, other_model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read by three recipes, and by one of them with another model too."""
    home = tmp_path_factory.mktemp("sides")
    rows = []
    for number in range(COUNT):
        make_photo(home / f"{number}.png", number)
        rows.append({
            "article_id": f"a{number}", "title": f"The Running Headlines of {number} <b>Towns</b>",
            "text": TEXT, "image_id": f"i{number}", "image": f"{number}.png", "lang": "en",
        })  # fmt: skip
    source = home / "rows.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    made = home / "c.newsmatch"
    finish(import_source(made, source, images=home))
    finish(build_index(made, model=other_model, recipe="headline"))
    for recipe in ("chunks", "reference-t2", "headline"):
        finish(build_index(made, model=tiny_model, recipe=recipe))
    return made


@pytest.fixture(scope="module")
def before(folder: Path) -> Study:
    return finish(study(folder))


@pytest.fixture
def bench(qtbot: QtBot, folder: Path) -> Iterator[BenchWindow]:
    yield from open_bench(qtbot, folder)


def open_bench(qtbot: QtBot, folder: Path) -> Iterator[BenchWindow]:
    host = QMainWindow()
    qtbot.addWidget(host)
    thumbnails = ThumbnailLoader(host)
    window = BenchWindow(thumbnails, host)
    names = [window.tabs.tabBar().tabData(place) for place in range(window.tabs.count())]
    window.tabs.setCurrentIndex(names.index("compare_tab:CompareTab"))
    window.set_folder(folder)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    qtbot.waitUntil(lambda: not window.lane.busy, timeout=20_000)
    thumbnails.stop()


def tab_of(qtbot: QtBot, window: BenchWindow) -> CompareTab:
    (tab,) = window.findChildren(CompareTab)
    qtbot.waitUntil(lambda: tab.sides is not None and not window.lane.busy, timeout=20_000)
    return tab


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# Which words did it --------------------------------------------------------------------------


def lead_and_rank(found: Study, article_id: str, text: str) -> tuple[float, int]:
    """Work out where the true image stands for any text, apart from the code that is tested."""
    scores = found.pool.scores(model_of(found.pool).encode_texts([text])[0]).astype(np.float64)
    place = int(found.true_places[found.row[article_id]])
    return (scores[place] - scores.mean()) / scores.std(), true_rank(scores, place)


def test_each_change_of_a_word_is_undone_alone(folder: Path, before: Study) -> None:
    after = finish(study(folder, recipe="reference-t2"))
    found = finish(word_effects(before, after, "a3"))
    assert not found.of_models
    words = {row.change.before: row.change.after for row in found.rows}
    assert words["The"] == "" and words["Running"] == "run" and words["Headlines"] == "headlin"
    assert all(not row.change.kept for row in found.rows)
    (side,) = sides_of(after, ("a3",))
    assert side.reading is not None
    (row,) = (row for row in found.rows if row.change.before == "Running")
    whole = lead_and_rank(after, "a3", side.reading.text)
    undone = lead_and_rank(after, "a3", side.reading.text.replace("run", "Running"))
    (effect,) = row.effects
    assert effect is not None
    assert effect.lead == pytest.approx(whole[0] - undone[0], abs=1e-3)
    assert effect.rank == undone[1]
    assert found.after.rank == whole[1]
    assert found.after.lead == pytest.approx(whole[0], abs=1e-3)


def test_two_models_are_asked_what_they_owe_to_each_word(
    folder: Path, before: Study, other_model: str
) -> None:
    after = finish(study(folder, model=other_model, recipe="headline"))
    found = finish(word_effects(before, after, "a5"))
    assert found.of_models
    title = "The Running Headlines of 5 <b>Towns</b>"
    assert [row.change.before for row in found.rows] == title.split()
    for place, row in enumerate(found.rows):
        rest = " ".join(title.split()[:place] + title.split()[place + 1 :])
        for side, effect in zip((before, after), row.effects, strict=True):
            whole, without = (lead_and_rank(side, "a5", text) for text in (title, rest))
            assert effect is not None
            assert effect.lead == pytest.approx(whole[0] - without[0], abs=1e-3)
            assert effect.rank == without[1]


def test_of_readings_in_several_parts_the_parts_are_tried(folder: Path, before: Study) -> None:
    after = finish(study(folder, recipe="chunks"))
    found = finish(word_effects(before, after, "a1"))
    assert found.rows and len(found.rows) <= MOST
    assert all(row.change.before == "" for row in found.rows)  # the headline is read by both
    assert TEXT.split(".", maxsplit=1)[0] in " ".join(row.change.after for row in found.rows)
    assert all(len(row.effects) == 1 and row.effects[0] is not None for row in found.rows)


def test_the_same_reading_has_no_words_to_try(before: Study) -> None:
    found = finish(word_effects(before, before, "a1"))
    assert found.rows == ()
    assert found.before == found.after


# The tab -------------------------------------------------------------------------------------


def test_the_tab_shows_what_changed(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    sides = tab.sides
    assert sides is not None
    assert tab.measures.rowCount() == 8
    assert tab.measures.item(0, 1).text() == f"{sides.comparison.differences[0].first:.4f}"
    assert tab.model.rowCount() == COUNT
    for place, (turn, count) in enumerate(sides.counts().items(), 1):
        tab.turn.setCurrentIndex(place)
        assert tab.model.rowCount() == count
        for row in range(count):
            number = tab.model.number(row)
            assert number is not None and sides.turn(number) is turn
    tab.turn.setCurrentIndex(0)
    tab.filter.setText("towns of 17")
    assert [tab.model.number(row) for row in range(tab.model.rowCount())] == [
        [a.id for a in sides.articles].index("a17")
    ]
    assert tab.detail.headline.text() == "The Running Headlines of 17 <b>Towns</b>"


def test_columns_sort_and_the_current_article_stays(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    sides = tab.sides
    assert sides is not None
    tab.table.select(5)
    number = tab.table.current_number()
    for column, ranks in ((Column.BEFORE, sides.ranks_before), (Column.AFTER, sides.ranks_after)):
        tab.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        shown = [ranks[tab.model.number(row)] for row in range(COUNT)]
        assert shown == sorted(shown)
        assert tab.table.current_number() == number
    tab.turn.setCurrentIndex(tab.turn.findData(Turn.WORSE.value))
    gains = [sides.gains[tab.model.number(row)] for row in range(tab.model.rowCount())]
    assert gains == sorted(gains)  # what lost most is on top


def test_keys_walk_ask_and_queue(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    tab.table.setFocus()
    first = tab.detail.headline.text()
    qtbot.keyClick(tab.table, Qt.Key.Key_Down)
    assert tab.table.currentIndex().row() == 1
    assert tab.detail.headline.text() != first
    number = tab.table.current_number()
    assert tab.sides is not None and number is not None
    article_id = tab.sides.articles[number].id
    with qtbot.waitSignal(bench.article_asked) as asked:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert asked.args == [article_id]
    qtbot.keyClick(tab.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(bench.review_asked) as asked:
        qtbot.keyClick(tab.table, Qt.Key.Key_R)
    assert len(asked.args[0]) == 2 and article_id in asked.args[0]
    assert tab.sides.after.title in asked.args[1]


def test_letters_in_the_filter_are_letters(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    tab.filter.setFocus()
    with qtbot.assertNotEmitted(bench.review_asked):
        qtbot.keyClick(tab.filter, Qt.Key.Key_R)
    assert tab.filter.text() == "r"
    qtbot.keyClick(tab.filter, Qt.Key.Key_Return)
    assert tab.table.hasFocus()


def test_a_point_of_the_plot_shows_its_article(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    tab.filter.setText("no such words")
    assert tab.model.rowCount() == 0 and not tab.to_desk.isEnabled()
    assert tab.detail.headline.text() == ""
    tab.ranks.picked.emit(9)
    assert tab.table.current_number() == 9
    assert tab.filter.text() == ""


def test_words_are_tried_where_they_are_shown(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    with qtbot.assertNotEmitted(bench.lane.started, wait=400):
        tab.table.select(2)  # nobody looks at words
    tab.views.setCurrentWidget(tab.words)
    qtbot.waitUntil(lambda: tab.words.table.rowCount() > 0, timeout=20_000)
    sides, number = tab.sides, tab.table.current_number()
    assert sides is not None and number is not None
    expected = finish(word_effects(sides.before, sides.after, sides.articles[number].id))
    assert_shown(tab, expected)
    tab.table.select(3)
    assert tab.words.table.rowCount() == 0
    tab.table.select(2)  # known by now
    assert_shown(tab, expected)
    assert not tab.words.button.isEnabled()


def assert_shown(tab: CompareTab, found: WordEffects) -> None:
    table = tab.words.table
    assert table.rowCount() == len(found.rows)
    for place, row in enumerate(found.rows):
        (effect,) = row.effects
        assert effect is not None
        assert table.item(place, 1).text() == f"{effect.lead:+.2f}"
        assert table.item(place, 2).text() == f"{effect.rank:,}"


def test_two_models_wait_for_the_button(qtbot: QtBot, bench: BenchWindow, other_model: str) -> None:
    tab = tab_of(qtbot, bench)
    place = tab.rival.list.findText(Path(other_model).name, Qt.MatchFlag.MatchContains)
    tab.rival.list.setCurrentIndex(place)
    qtbot.waitUntil(lambda: tab.sides is not None and tab.sides.of_models, timeout=20_000)
    with qtbot.assertNotEmitted(bench.lane.started, wait=400):
        tab.views.setCurrentWidget(tab.words)
    press(tab.words.button)
    qtbot.waitUntil(lambda: tab.words.table.rowCount() > 0, timeout=20_000)
    assert tab.words.table.columnCount() == 5


def test_differing_words_are_marked_not_by_colour_alone(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    place = tab.rival.list.findText("reference-t2", Qt.MatchFlag.MatchContains)
    tab.rival.list.setCurrentIndex(place)
    qtbot.waitUntil(lambda: "reference-t2" in tab.sentence.text(), timeout=20_000)
    ours, theirs = tab.detail.before.read, tab.detail.after.read
    assert font_of(ours, "Running").strikeOut()
    assert font_of(theirs, "run").underline() and not font_of(theirs, "run").strikeOut()
    assert "<b>Towns</b>" in ours.toPlainText()
    number = tab.sides.articles[tab.table.current_number()].id.removeprefix("a")
    for view in (ours, theirs):
        assert not font_of(view, number).strikeOut() and not font_of(view, number).underline()


def font_of(view: object, word: str) -> QFont:
    cursor = view.document().find(word)
    assert not cursor.isNull()
    return cursor.charFormat().font()


def test_words_follow_the_scheme(qtbot: QtBot, qapp: QApplication, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    document = tab.detail.before.read.document()

    def shade() -> int:
        return document.find("Towns").charFormat().foreground().color().lightness()

    light = shade()
    try:
        qapp.setPalette(mended(dark_palette()).resolve(dark_palette()))
        qtbot.waitUntil(lambda: shade() > light + 100)
    finally:
        qapp.setPalette(QPalette())


def test_another_collection_is_compared_too(
    qtbot: QtBot, bench: BenchWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = tab_of(qtbot, bench)
    copy = Path(shutil.copytree(folder, tmp_path / "copy.newsmatch"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(copy))
    press(tab.rival.other)
    qtbot.waitUntil(
        lambda: tab.sides is not None and tab.sides.after.pool.folder == copy, timeout=20_000
    )
    assert tab.rival.list.currentText().startswith("copy: ")
    assert tab.sides.counts()[Turn.UNCHANGED] == COUNT  # the same model and recipe
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(bench.failed) as failed:
        press(tab.rival.other)
    assert isinstance(failed.args[0], NewsMatchError)


def test_one_reading_alone_says_how_to_get_another(
    qtbot: QtBot, tmp_path: Path, collection: Path
) -> None:
    for window in open_bench(qtbot, collection):
        (tab,) = window.findChildren(CompareTab)
        qtbot.waitUntil(lambda tab=tab: tab.study is not None, timeout=20_000)
        assert tab.empty.text.text().startswith("Only one") and tab.empty.isVisible()
        names = [action.data() for action in tab.empty.recipe.menu().actions()]
        assert "recipe-reference-t1" in names and "recipe-headline" not in names
        assert not tab.rival.list.isEnabled() and tab.rival.other.isEnabled()


def test_closing_the_window_stops_and_opening_goes_on(qtbot: QtBot, bench: BenchWindow) -> None:
    tab = tab_of(qtbot, bench)
    tab.rival.list.setCurrentIndex(1)
    chosen = tab.rival.current()
    bench.close()
    qtbot.waitUntil(lambda: not bench.lane.busy, timeout=20_000)
    bench.show()
    qtbot.waitUntil(
        lambda: tab.sides is not None and tab.sides.after.pool.recipe == chosen.choice.reading,
        timeout=20_000,
    )
    bench.set_folder(None)
    assert tab.sides is None and tab.model.rowCount() == 0


def test_the_report_has_what_is_compared(
    qtbot: QtBot, bench: BenchWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = tab_of(qtbot, bench)
    target = tmp_path / "mine"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), "Page (*.html)"))
    press(bench.report)
    written = target.with_suffix(".html")
    qtbot.waitUntil(lambda: written.exists() and not bench.lane.busy, timeout=20_000)
    html = written.read_text(encoding="utf-8")
    assert tab.sides.after.title in html and "Greatest" in html
    assert str(written) in bench.statusBar().currentMessage()


def test_plots_are_saved(qtbot: QtBot, bench: BenchWindow, tmp_path: Path) -> None:
    from newsmatch_gui.qt.plot_files import save_plot

    tab = tab_of(qtbot, bench)
    for plot in (tab.ranks, tab.factors):
        for ending in (".png", ".svg"):
            target = tmp_path / f"plot{ending}"
            save_plot(plot, target)
            assert target.stat().st_size > 2_000
