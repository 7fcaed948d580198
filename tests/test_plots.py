"""Saved plots open again and show what the screen shows; the keyboard reaches them."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from newsmatch_gui.qt.plot_files import save_plot
from newsmatch_gui.qt.plots import Plot

BLUE = QColor("#0b5cad")


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[Plot]:
    host = QWidget()
    qtbot.addWidget(host)
    made = Plot(host, "Hits & misses", "rank", "articles")
    made.resize(500, 320)
    made.set_columns(["1", "2–3", "4–10"], [900, 300, 600])
    host.resize(500, 320)
    host.show()
    qtbot.waitExposed(host)
    yield made


def blue_columns(image: QImage) -> tuple[int, ...]:
    """Return how many pixels of each bar are blue, from the left."""
    blue = np.array(
        [
            [image.pixelColor(x, y).name() == BLUE.name() for x in range(image.width())]
            for y in range(image.height())
        ]
    )
    columns = blue.sum(axis=0)
    edges = np.flatnonzero(np.diff((columns > 5).astype(int), prepend=0, append=0))
    return tuple(int(columns[a:b].max()) for a, b in edges.reshape(-1, 2))


def test_a_png_is_sharp_and_shows_what_is_shown(plot: Plot, tmp_path: Path) -> None:
    save_plot(plot, tmp_path / "p.png")
    image = QImage(str(tmp_path / "p.png"))
    assert image.size() == plot.viewport().size() * 2
    heights = blue_columns(image)
    assert len(heights) == 3
    assert heights[1] / heights[0] == pytest.approx(1 / 3, abs=0.03)
    assert heights[2] / heights[0] == pytest.approx(2 / 3, abs=0.03)


def test_an_svg_opens_again_and_needs_no_vector_effect(plot: Plot, tmp_path: Path) -> None:
    path = tmp_path / "p.svg"
    save_plot(plot, path)
    drawing = ElementTree.parse(path)
    texts = {text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")}
    assert {"1", "2–3", "4–10", "900"} <= texts
    assert "vector-effect" not in path.read_text("utf-8")
    # Every bar stands in coordinates of the page, so that no program can scale its outline.
    bars = [
        rect
        for rect in drawing.iter("{http://www.w3.org/2000/svg}rect")
        if "transform" not in rect.attrib
    ]
    assert all(float(bar.get("width", 0)) > 20 for bar in bars)
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid()
    image = QImage(plot.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    heights = blue_columns(image)
    assert len(heights) == 3
    assert heights[1] / heights[0] == pytest.approx(1 / 3, abs=0.05)


def test_curves_bands_and_points_are_saved_too(qtbot: QtBot, tmp_path: Path) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    made = Plot(host, "Recall", "k", "share")
    made.resize(400, 300)
    k = np.arange(1, 101)
    made.add_curve(points=True).setData(k, np.sqrt(k))
    made.set_band(k, np.sqrt(k) - 1, np.sqrt(k) + 1)
    save_plot(made, tmp_path / "p.svg")
    assert QSvgRenderer(str(tmp_path / "p.svg")).isValid()
    assert "vector-effect" not in (tmp_path / "p.svg").read_text("utf-8")


def test_ctrl_s_asks_where_and_saves(
    qtbot: QtBot, plot: Plot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "mine"), "Drawing (*.svg)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Hits misses.png"]
    assert QSvgRenderer(str(tmp_path / "mine.svg")).isValid()


def test_a_place_that_cannot_be_written_is_one_sentence(
    qtbot: QtBot, plot: Plot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "p.png"), "")
    )
    plot.save.trigger()
    QApplication.processEvents()
    (box,) = plot.findChildren(QMessageBox)
    assert "cannot be written" in box.text()
    box.close()


def test_what_counts_has_whole_numbers_only(plot: Plot) -> None:
    axis = plot.getAxis("left")

    def numbers() -> set[float]:
        levels = axis.tickValues(0, 3, 400)
        return {float(value) for _spacing, values in levels for value in values}

    assert 0.5 in numbers()
    plot.only_whole("left")
    assert numbers() == {0, 1, 2, 3}
    narrow = axis.tickValues(0, 0.4, 400)  # room for one only
    assert {float(value) for _spacing, values in narrow for value in values} <= {0}
