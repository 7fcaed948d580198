"""Other people's text in the window is shown as it is written: never as markup, in no corner."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import make_photo
from hostile.corpus import with_texts
from PySide6 import QtGui
from PySide6.QtCore import QAbstractListModel, QEventLoop, QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_window import close_window, open_window

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index

pytestmark = pytest.mark.slow

mightBeRichText = QtGui.Qt.mightBeRichText
MARKUP = '<b>zyxw</b><img src="http://192.0.2.1/x.png"><a href="http://192.0.2.1/">click</a>'
_TAGS = ("<b>zyxw", '<img src="http', '<a href="http://192')
_LEFT_ALONE = {"quit", "demo"}  # the first ends the test, the second loads the real model


@pytest.fixture
def newsroom_of_markup(tmp_path: Path, tiny_model: str) -> Path:
    """Every field that can be imported says the same, and so does the photo file itself."""
    photos = tmp_path / "photos"
    photos.mkdir()
    rows = []
    for number in range(14):
        name = f"{number} {MARKUP[:9]}.jpg".replace("/", "")
        if number % 2:
            make_photo(photos / name, number)
        else:
            (photos / name).write_bytes(with_texts(MARKUP) + bytes([number]))
        article = {
            "article_id": f"{number} {MARKUP}", "title": f"{number} {MARKUP}", "text": MARKUP,
            "tags": MARKUP, "article_url": MARKUP, "published": MARKUP,
        }  # fmt: skip
        image = {"image_id": f"{number} {MARKUP}", "image": name}
        said = dict.fromkeys(("caption", "credit", "licence", "origin"), MARKUP)
        rows.append(article | image | (said if number % 2 else {}))
    rows.append({"article_id": MARKUP, "title": "x", "image": f"{MARKUP}.jpg"})
    rows.append({f"{MARKUP}": 1, "article_id": f"x {MARKUP}"})
    source = tmp_path / "a.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)))
    (photos / "broken <b>.jpg").write_bytes(b"no photo")
    folder = tmp_path / "c.newsmatch"
    finish(import_source(folder, source, images=photos))
    finish(import_source(folder, photos))
    finish(build_index(folder, model=tiny_model))
    with Desk(folder, annotator=MARKUP) as desk:
        for number in range(12):
            name = f"{number} {MARKUP}"
            shown = Shown(MARKUP, MARKUP, 1, 0.5)
            desk.decide(name, name, Verdict.CHOSEN, shown)
            desk.explain(name, name, reason="", note=MARKUP, shown=shown)
    return folder


@pytest.fixture
def window(
    qtbot: QtBot, newsroom_of_markup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_a, **_k: ("", ""))
    for name in ("getExistingDirectory",):
        monkeypatch.setattr(QFileDialog, name, lambda *_a, **_k: "")
    made = open_window(qtbot, newsroom_of_markup, tmp_path)
    yield made
    close_window(qtbot, made)


def settle(window: MainWindow, seconds: float = 0.15) -> None:
    loop = QEventLoop()
    QTimer.singleShot(int(1_000 * seconds), loop.quit)
    loop.exec()


def texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield (where, text) of what a widget would show as markup if the text looks like it."""
    if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
        yield "label", widget.text()
    if isinstance(widget, QTextEdit):
        # What is text in it is escaped there; what became of markup is not.
        page = widget.toHtml()
        if any(f'{kind}="http://192.0.2.1' in page for kind in ("href", "src")):
            yield "page", page[page.index("<body") :]
    if isinstance(widget, QMessageBox) and widget.textFormat() is not Qt.TextFormat.PlainText:
        yield "message", widget.text() + widget.informativeText()
    yield "tool tip", widget.toolTip()
    yield "help", widget.whatsThis()
    yield from (("tool tip of an action", action.toolTip()) for action in widget.actions())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from (("tool tip of a row", text) for text in tips_of(widget))


def tips_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(40, model.rowCount())):
        columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(columns):
            place: QModelIndex = model.index(row, column)
            for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole):
                yield str(model.data(place, role) or "")


def check(application: QApplication, after: str) -> int:
    """Look at every widget there is; return how many said something of ours."""
    seen = 0
    for widget in application.allWidgets():
        for where, text in texts_of(widget):
            # Escaped, it may stand in markup of ours.
            is_theirs = any(
                tag in text for tag in ("<b>zyxw", '<img src="http', '<a href="http://192')
            )
            place = f"{type(widget).__name__} {widget.objectName()} ({where}) after {after}"
            if is_theirs and mightBeRichText(text):
                raise AssertionError(f"{place} shows as markup: {text[:200]}")
            if isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.AutoText:
                assert "<" not in text, f"{place} may become markup: {text[:200]}"
            seen += is_theirs
    return seen


def test_nothing_imported_is_markup_after_any_action(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    """Every action of the window is carried out once; whatever it opens is looked at."""
    check(qapp, "opening")
    names = [a.objectName() for a in window.findChildren(QAction) if a.objectName()]
    names = [name for name in names if not name.startswith("_q_")]
    assert len(names) > 60
    done = 0
    for name in names:
        action = window.findChild(QAction, name)
        if name in _LEFT_ALONE or action is None or not action.isEnabled():
            continue
        action.trigger()
        settle(window)
        check(qapp, name)
        done += 1
        for dialog in qapp.topLevelWidgets():
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()
        settle(window, 0.02)
    assert done > 50
    qtbot.waitUntil(lambda: not any(lane.busy for lane in window.lanes), timeout=60_000)
    check(qapp, "all of it")


def test_the_check_sees_markup(qtbot: QtBot, qapp: QApplication) -> None:
    for make in (QLabel, QTextEdit):
        widget = make(MARKUP)
        qtbot.addWidget(widget)
        with pytest.raises(AssertionError, match="shows as markup"):
            check(qapp, "a slip")
        widget.setObjectName("")
        widget.close()
        widget.deleteLater()
        QApplication.sendPostedEvents(None, 52)  # deferred deletion
    tipped = QWidget()
    qtbot.addWidget(tipped)
    tipped.setToolTip(MARKUP)
    with pytest.raises(AssertionError, match="shows as markup"):
        check(qapp, "a slip")
