"""Text can be read: at least 4.5:1 between what is drawn and what it is drawn on."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window

from newsmatch_gui.domain.reading import Part, Reading, StepTrace
from newsmatch_gui.domain.records import Article, RowProblem
from newsmatch_gui.qt.article_list import ArticleFilter, ArticleListModel
from newsmatch_gui.qt.dialogs import ProblemsDialog
from newsmatch_gui.qt.panels import ArticlePanel
from newsmatch_gui.qt.reading_pane import ReadingPane
from newsmatch_gui.qt.theme import mended
from newsmatch_gui.services.deciding import ArticleLine

# What Fusion makes of a dark system, where these tests cannot ask for it.
_DARK = {
    QPalette.ColorRole.Window: "#323232",
    QPalette.ColorRole.WindowText: "#f0f0f0",
    QPalette.ColorRole.Base: "#242424",
    QPalette.ColorRole.AlternateBase: "#2b2b2b",
    QPalette.ColorRole.Text: "#f0f0f0",
    QPalette.ColorRole.Button: "#323232",
    QPalette.ColorRole.ButtonText: "#f0f0f0",
    QPalette.ColorRole.Midlight: "#4a4a4a",
    QPalette.ColorRole.Mid: "#2b2b2b",
    QPalette.ColorRole.Dark: "#212121",
    QPalette.ColorRole.Highlight: "#308cc6",
    QPalette.ColorRole.HighlightedText: "#f0f0f0",
    QPalette.ColorRole.PlaceholderText: "#80f0f0f0",
}


def dark_palette() -> QPalette:
    palette = QPalette()
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    return palette


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    system = dark_palette() if request.param == "dark" else qapp.style().standardPalette()
    qapp.setPalette(mended(system).resolve(system))
    yield request.param
    qapp.setPalette(QPalette())


def drawn_contrast(widget: QWidget, box: QRect) -> float:
    """Return the contrast of the commonest colour in a part of a widget with its opposite."""
    image = widget.grab(box).toImage()
    colours = Counter(
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    )
    ground = luminance(colours.most_common(1)[0][0])
    return max(
        (max(ground, ink) + 0.05) / (min(ground, ink) + 0.05) for ink in map(luminance, colours)
    )


def luminance(name: str) -> float:
    """Return WCAG's relative luminance, worked out apart from the code that is tested."""
    weights = (0.2126, 0.7152, 0.0722)
    parts = QColor(name).getRgbF()[:3]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip(weights, linear, strict=True))


def test_domain_and_state_of_an_article_can_be_read(qtbot: QtBot, scheme: str) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    articles = ArticleListModel(host)
    articles.set_articles(
        tuple(ArticleLine(str(n), f"Headline {n}", "rss", "en") for n in range(2)), {}
    )
    panel = ArticlePanel(ArticleFilter(articles, host), host)
    host.resize(300, 400)
    panel.resize(300, 400)
    host.show()
    qtbot.waitExposed(host)
    panel.select(0)
    for row in range(2):
        box = panel.list.visualRect(panel.list.model().index(row, 0))
        foot = box.adjusted(14, 2 * box.height() // 3 - 4, -8, -8)
        assert drawn_contrast(panel.list.viewport(), foot) >= 4.5, (scheme, row)


def test_what_stands_in_for_a_text_can_be_read(qtbot: QtBot, scheme: str) -> None:
    pane = ReadingPane(None)
    qtbot.addWidget(pane)
    pane.resize(400, 500)
    pane.show()
    pane.show_article(Article("1", "A headline"), 0, 1)
    assert drawn_contrast(pane.body.viewport(), QRect(8, 4, 300, 28)) >= 4.5


def reading() -> Reading:
    return Reading(
        parts=(Part("A headline", 4),), budget=77, recipe="headline@1",
        trace=(StepTrace("repair", "A headline", (), "nothing to repair"),),
    )  # fmt: skip


def test_what_the_steps_did_can_be_read(qtbot: QtBot, scheme: str) -> None:
    pane = ReadingPane(None)
    qtbot.addWidget(pane)
    pane.resize(400, 500)
    pane.show()
    pane.show_reading(reading())
    assert drawn_contrast(pane.read.viewport(), trace_line(pane)) >= 4.5


def test_what_the_steps_did_follows_the_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setPalette(mended(qapp.style().standardPalette()))  # as the window starts
    host = QMainWindow()
    qtbot.addWidget(host)
    pane = ReadingPane(host)
    host.setCentralWidget(pane)
    host.resize(400, 500)
    host.show()
    qtbot.waitExposed(host)
    pane.show_reading(reading())
    try:
        qapp.setPalette(dark_palette())
        assert drawn_contrast(pane.read.viewport(), trace_line(pane)) >= 4.5
    finally:
        qapp.setPalette(QPalette())


def trace_line(pane: ReadingPane) -> QRect:
    last = pane.read.document().lastBlock()
    line = pane.read.document().documentLayout().blockBoundingRect(last).toRect()
    return line.adjusted(6, 2, -6, -2)


def test_what_a_field_is_for_can_be_read(qtbot: QtBot, scheme: str) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("Filter articles")
    field.resize(200, 30)
    field.show()
    assert drawn_contrast(field, QRect(6, 6, 150, 18)) >= 4.5


def test_a_problem_is_shown_in_full(qtbot: QtBot, tmp_path: Path) -> None:
    mend = "rename it to one of " + ", ".join(f"column_{number}" for number in range(40))
    problem = RowProblem(f"{tmp_path}/a.csv", 1, "column '<b>bogus</b>' is not known", mend)
    dialog = ProblemsDialog(tmp_path, (problem,), None)
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.table
    needed = table.fontMetrics().boundingRect(
        QRect(0, 0, table.columnWidth(3) - 8, 10_000), 0x1000, mend
    )
    qtbot.waitUntil(lambda: needed.height() <= table.rowHeight(0) < 1.5 * needed.height())
    tips = [table.item(0, column).toolTip() for column in range(4)]
    assert str(tmp_path) in tips[0]
    assert "&lt;b&gt;bogus" in tips[2]
    assert mend in tips[3]


def test_the_frames_of_cards_are_seen(
    qtbot: QtBot, scheme: str, collection: Path, tmp_path: Path
) -> None:
    window = open_window(qtbot, collection, tmp_path)
    view = window.desk_view.candidate_panel.view
    view.setFocus()
    qtbot.waitUntil(lambda: window.thumbnails.quiet, timeout=10_000)
    base = luminance(view.palette().base().color().name())
    for row, least in ((0, 3.0), (1, 1.5)):
        assert view.selectionModel().isSelected(view.model().index(row, 0)) == (row == 0)
        card = view.visualRect(view.model().index(row, 0))
        edge = view.viewport().grab(QRect(card.left(), card.center().y(), 9, 1)).toImage()
        inks = [luminance(edge.pixelColor(x, 0).name()) for x in range(edge.width())]
        ratio = max((max(base, ink) + 0.05) / (min(base, ink) + 0.05) for ink in inks)
        assert ratio >= least, (row, ratio)
    close_window(qtbot, window)
