"""Why this picture? In the window, by keys, and on the command line."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from conftest import make_photo
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from test_contrast import dark_palette

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.explanation import Box, Explanation, Method
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.qt.theme import contrast, mended
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.why import Why
from newsmatch_gui.qt.why_dialog import WhyDialog
from newsmatch_gui.qt.why_words import effect_colour, word_format
from newsmatch_gui.services.explained_picture import LOWERED, RAISED, overlay
from newsmatch_gui.services.explaining import explain
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.picture_marks import MarkedPictures
from newsmatch_gui.services.ranking import Pool, load_pool

TITLE = "Storm <b>over</b> the “old” bridge"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, tiny_model: str) -> Path:
    home = tmp_path_factory.mktemp("why")
    rows = []
    for number in range(3):
        make_photo(home / f"{number}.png", number, (120, 60))
        rows.append({"article_id": f"a{number}", "title": TITLE, "text": "It rained. " * 30,
                     "image_id": f"i{number}", "image": f"{number}.png", "lang": "en",
                     "caption": f"Picture {number}"})  # fmt: skip
    source = home / "rows.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    made = home / "c.newsmatch"
    finish(import_source(made, source, images=home))
    finish(build_index(made, model=tiny_model))
    return made


@pytest.fixture
def pool(folder: Path) -> Pool:
    return load_pool(folder)


@pytest.fixture
def asking(qtbot: QtBot) -> Iterator[Why]:
    host = QMainWindow()
    qtbot.addWidget(host)
    pictures = ThumbnailLoader(host)
    made = Why(pictures, host)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not made.lane.busy)
    pictures.stop()


@pytest.fixture
def dialog(asking: Why) -> WhyDialog:
    asking.dialog = WhyDialog(asking.lane, asking._thumbnails, asking._window)
    return asking.dialog


def ask(
    qtbot: QtBot, dialog: WhyDialog, pool: Pool, article: str = "a0", image: str = "i0"
) -> None:
    dialog.explain(pool, article, image)
    qtbot.waitUntil(lambda: dialog.save.isEnabled(), timeout=20_000)


def listed(dialog: WhyDialog) -> dict[str, float]:
    table = dialog.words
    return {table.item(row, 0).text(): float(table.item(row, 1).text())
            for row in range(table.rowCount())}  # fmt: skip


def test_picture_text_and_words_are_explained(qtbot: QtBot, dialog: WhyDialog, pool: Pool) -> None:
    ask(qtbot, dialog, pool)
    assert "raised the score" in dialog.sentence.text()
    assert f"{float(pool.article_scores('a0')[0]):.3f}" in dialog.figures.text()
    assert dialog.text.toPlainText() == TITLE
    words = listed(dialog)
    assert list(words) == sorted(words, key=lambda word: -abs(words[word]))
    expected = {word.text: word.weight for word in finish(explain(pool, "a0", "i0")).words()}
    assert words == {text: pytest.approx(weight, abs=1e-3) for text, weight in expected.items()}
    assert not dialog.isModal()
    assert "Picture 0" in dialog.windowTitle()


def test_the_map_covers_what_the_model_saw(qtbot: QtBot, dialog: WhyDialog, pool: Pool) -> None:
    ask(qtbot, dialog, pool)
    qtbot.waitUntil(lambda: dialog.picture.natural_size().width() == 120)

    def drawn(percent: int) -> np.ndarray:
        dialog.opacity.setValue(percent)
        shot = dialog.picture.grab().toImage()
        rect = dialog.picture.photo_rect()
        places = [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98]
        return np.array([
            shot.pixelColor(int(rect.x() + x * rect.width()), int(rect.y() + y * rect.height()))
            .getRgb()[:3] for x in places for y in (0.2, 0.5, 0.8)
        ])  # fmt: skip

    plain, coloured = drawn(0), drawn(100)
    moved = np.abs(coloured - plain).max(axis=1).reshape(7, 3)
    assert moved[2:5].max() > 40  # a square in the middle
    # Stripes of one grey at the sides, which the model cut off.
    sides = coloured.reshape(7, 3, 3)[[0, 1, 5, 6]]
    assert (np.ptp(sides, axis=2)[moved[[0, 1, 5, 6]] > 30] < 60).all()


def test_keys_go_through_words_and_close(qtbot: QtBot, dialog: WhyDialog, pool: Pool) -> None:
    ask(qtbot, dialog, pool)
    dialog.words.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(dialog.words, Qt.Key.Key_Down)
        seen.append(dialog.text.textCursor().selectedText())
    assert seen == list(listed(dialog))[:3]
    before = dialog.picture.scale()
    QTest.keyClick(dialog.words, Qt.Key.Key_Plus)
    assert dialog.picture.scale() > before
    QTest.keyClick(dialog.words, Qt.Key.Key_0)
    assert dialog.picture.zoom is None
    QTest.keyClick(dialog.words, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_another_method_is_chosen_by_key(qtbot: QtBot, dialog: WhyDialog, pool: Pool) -> None:
    ask(qtbot, dialog, pool)
    before = listed(dialog)
    model, row = dialog.method.model(), dialog.method.findData(Method.GRAD_CAM)
    assert not model.item(row).isEnabled()  # this tower has no feature map
    dialog.method.setFocus()
    QTest.keyClick(dialog.method, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "without this part" in dialog.sentence.text(), timeout=20_000)
    assert listed(dialog) != before


def test_it_can_be_stopped_and_begun_again(qtbot: QtBot, dialog: WhyDialog, pool: Pool) -> None:
    dialog.explain(pool, "a0", "i0")
    dialog.job_bar.cancel.click()
    qtbot.waitUntil(lambda: "Stopped" in dialog.sentence.text())
    assert not dialog.save.isEnabled()
    assert dialog.words.rowCount() == 0
    ask(qtbot, dialog, pool, "a1", "i1")
    assert "Picture 1" in dialog.windowTitle()


def test_the_newest_request_wins(qtbot: QtBot, dialog: WhyDialog, pool: Pool) -> None:
    for number in (0, 1, 2):
        dialog.explain(pool, "a0", f"i{number}")
    qtbot.waitUntil(lambda: dialog.save.isEnabled(), timeout=20_000)
    expected = {word.text: word.weight for word in finish(explain(pool, "a0", "i2")).words()}
    assert listed(dialog) == {t: pytest.approx(w, abs=1e-3) for t, w in expected.items()}


def test_it_is_made_once_and_closed_with_the_collection(
    qtbot: QtBot, asking: Why, pool: Pool
) -> None:
    asking.close()  # nobody asked yet
    asking.ask(pool, "a0", "i0")
    first = asking.dialog
    assert first is not None
    asking.ask(pool, "a1", "i2")
    assert asking.dialog is first
    qtbot.waitUntil(lambda: first.save.isEnabled(), timeout=20_000)
    assert "Picture 2" in first.windowTitle()
    asking.ask(pool, "a1", "i1")
    asking.close()
    assert not first.isVisible()
    qtbot.waitUntil(lambda: not asking.lane.busy)
    assert not first.save.isEnabled()  # what was under way is not shown


def test_a_fault_is_said_and_the_next_request_works(
    qtbot: QtBot, dialog: WhyDialog, pool: Pool
) -> None:
    ask(qtbot, dialog, pool)
    dialog.explain(pool, "nobody", "i0")
    qtbot.waitUntil(lambda: "article nobody is not indexed" in dialog.sentence.text())
    assert dialog.words.rowCount() == 0
    dialog.explain(pool, "a0", "nothing")
    assert "has no picture nothing" in dialog.sentence.text()
    ask(qtbot, dialog, pool)


def test_a_sensitive_picture_is_revealed_by_key(
    qtbot: QtBot, dialog: WhyDialog, pool: Pool
) -> None:
    marked = MarkedPictures(pool.folder, "tester")
    try:
        marked.say_sensitive("i1", sensitive=True)
        ask(qtbot, dialog, pool, image="i1")
        assert "R reveals" in dialog.picture.note
        dialog.words.setFocus()
        QTest.keyClick(dialog.words, Qt.Key.Key_R)
        assert dialog.picture.reveal
        assert not dialog.picture.note
        ask(qtbot, dialog, pool, image="i1")
        assert not dialog.picture.reveal
    finally:
        marked.say_sensitive("i1", sensitive=False)
        marked.close()


def test_the_picture_is_saved_with_its_map(
    qtbot: QtBot, dialog: WhyDialog, pool: Pool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(qtbot, dialog, pool)
    target = tmp_path / "map.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.save.click()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: not dialog.job_bar.isVisible())
    saved = Image.open(target)
    assert saved.width == 120
    assert saved.height > 60  # the legend is below
    photo = np.asarray(Image.open(pool.folder.parent / "0.png").convert("RGB"), np.int16)
    assert np.abs(np.asarray(saved.convert("RGB"), np.int16)[:60] - photo).max() > 40


@pytest.mark.parametrize("dark", [False, True])
def test_words_can_be_read_and_told_apart_without_colour(qapp: QApplication, dark: bool) -> None:
    system = dark_palette() if dark else qapp.style().standardPalette()
    palette: QPalette = mended(system).resolve(system)
    solid, dotted = (QTextCharFormat.UnderlineStyle.SingleUnderline,
                     QTextCharFormat.UnderlineStyle.DotLine)  # fmt: skip
    for share in np.linspace(-1, 1, 21):
        looks = word_format(share, palette)
        assert contrast(looks.foreground().color(), looks.background().color()) >= 4.5
        if abs(share) > 0.2:
            assert looks.underlineStyle() == (solid if share > 0 else dotted)
        assert (looks.fontWeight() == QFont.Weight.Bold) == (abs(share) >= 0.5)
    for share in (-1.0, 1.0):
        assert contrast(effect_colour(share, palette), palette.base().color()) >= 4.5


def test_colours_say_raised_lowered_and_not_seen() -> None:
    cells = np.array([[1.0, -1.0]], np.float32)
    found = Explanation("a", "i", "m", Method.GRADIENT, (), 0.5, 0.1, cells,
                        Box(0, 0, 0.5, 1), (), 0)  # fmt: skip
    layer = overlay(found, 200, 60)
    assert tuple(layer[30, 5]) == (*RAISED, 255)
    assert tuple(layer[30, 95]) == (*LOWERED, 255)
    assert layer[30, 50, 3] < 20
    beyond = layer[:, 100:]
    assert set(np.unique(beyond[..., 3])) == {0, 200}
    assert (beyond[..., :3][beyond[..., 3] > 0] == 128).all()
    # Nothing mattered: no colours, and no division by zero.
    assert overlay(replace(found, cells=cells * 0), 20, 6)[:, :10, 3].max() == 0


# The command ---------------------------------------------------------------------------------


def test_the_command_tells_and_saves(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "map.png"
    ran = CliRunner().invoke(cli, ["why", str(folder), "a0", "i0", "--out", str(target)])
    assert ran.exit_code == 0, ran.output
    assert "Words, and what each did" in ran.output
    assert "bridge" in ran.output
    assert Image.open(target).format == "PNG"


@pytest.mark.parametrize("method", ["gradient", "occlusion"])
def test_the_command_gives_json(folder: Path, pool: Pool, method: str) -> None:
    ran = CliRunner().invoke(cli, ["why", str(folder), "a0", "i0", "--method", method, "--json"])
    assert ran.exit_code == 0, ran.output
    found = json.loads(ran.stdout)
    assert found["method"] == method
    assert found["score"] == pytest.approx(float(pool.article_scores("a0")[0]), abs=1e-4)
    assert found["model"] == Path(pool.model.name).name  # no folder of this machine
    assert found["seen"] == {"left": 0.25, "top": 0, "right": 0.75, "bottom": 1}
    (part,) = found["parts"]
    for word in part["words"]:
        assert part["text"][word["start"] : word["end"]] == word["text"]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["nobody", "i0"], "article nobody is not indexed"),
        (["a0", "nothing"], "picture nothing is not indexed"),
        (["a0", "i0", "--method", "grad-cam"], "choose gradient or occlusion"),
        (["a0", "i0", "--out", "no/such/place.png"], "cannot be written"),
    ],
)
def test_the_command_says_what_is_wrong(folder: Path, asked: list[str], said: str) -> None:
    ran = CliRunner().invoke(cli, ["why", str(folder), *asked])
    assert ran.exit_code == 1
    assert said in ran.output
