"""Every window can be read, heard and reached by keys: English, German and dark, large letters."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as Xml

import every_window
import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QFont, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QTabBar,
    QTableView,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from test_contrast import dark_palette
from test_window import close_window, open_window, press, wait_shown

from newsmatch_gui.qt.catalogs import set_language
from newsmatch_gui.qt.theme import mended
from newsmatch_gui.resources import resource_path

pytestmark = pytest.mark.slow

_READABLE = 4.5
_LARGE = 15  # points; the usual font has 9
_SCREEN = 1280  # pixels of the narrowest that is common
_MOST_STEPS = 120  # more Tab keys than any window has places


@dataclass
class Faults:
    """What is wrong with the windows, by kind: (window, what)."""

    seen: list[str] = field(default_factory=list)
    nameless: list[tuple[str, str]] = field(default_factory=list)
    faint: list[tuple[str, str]] = field(default_factory=list)
    cut: list[tuple[str, str]] = field(default_factory=list)
    english: list[tuple[str, str]] = field(default_factory=list)
    unreached: list[tuple[str, str]] = field(default_factory=list)
    jumps: list[tuple[str, str]] = field(default_factory=list)
    wide: list[tuple[str, str]] = field(default_factory=list)


@pytest.fixture(
    scope="module",
    params=[("en", "light", "usual"), ("de", "dark", "usual"), ("de", "light", "large")],
    ids="-".join,
)
def faults(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    tmp_path_factory: pytest.TempPathFactory,
    tiny_model: str,
) -> Iterator[Faults]:
    """Walk through every window once; each test looks at one kind of fault."""
    language, scheme, letters = request.param
    home = tmp_path_factory.mktemp(f"windows-{language}")
    usual = qapp.font()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NEWSMATCH_SETTINGS", str(home / "settings.toml"))
        patch.setenv("NEWSMATCH_LOG", str(home / "log.txt"))
        folder = every_window.make_newsroom(home, tiny_model)
        system = dark_palette() if scheme == "dark" else qapp.style().standardPalette()
        qapp.setPalette(mended(system).resolve(system))
        set_language(qapp, language)
        if letters == "large":
            font = QFont(usual)
            font.setPointSize(_LARGE)
            qapp.setFont(font)
        found = Faults()
        english = untranslated() if language == "de" else None
        with every_window.open_desk(folder, home) as window:
            for name, shown in every_window.every_window(window, folder):
                look_at(name, shown, found, english)
        set_language(qapp, "en")
        qapp.setPalette(QPalette())
        qapp.setFont(usual)
        yield found


def look_at(
    name: str, window: QWidget, found: Faults, english: Callable[[str], bool] | None
) -> None:
    found.seen.append(name)
    size = window.window().size()
    found.wide += [] if size.width() <= _SCREEN else [(name, f"{size.width()} pixels")]
    top = window.window()
    parts = [w for w in window.findChildren(QWidget) if w.isVisible() and w.window() is top]
    found.nameless += [(name, told(w)) for w in parts if interactive(w) and not said(w)]
    found.faint += [(name, told(w)) for w in parts if w.isEnabled() and drawn(w) < _READABLE]
    found.cut += [(name, told(w)) for w in parts if is_cut(w)]
    if english is not None and name != "manual":  # whose pages are in English
        texts = {text for w in [window, *parts] for text in texts_of(w)}
        found.english += [(name, text) for text in sorted(texts) if english(text)]
    walked = walk(window)
    wanted = [w for w in parts if tabbed(w) and not any(p in wanted_alone(w) for p in walked)]
    found.unreached += [(name, told(w)) for w in wanted if w not in walked]
    ring = pairwise([*walked, *walked[:1]])
    jumps = [(name, f"{told(a)} → {told(b)}") for a, b in ring if goes_back(a, b)]
    found.jumps += jumps if len(jumps) > 1 else []  # from the last one back to the first


# What is looked for -------------------------------------------------------------------------


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    name = said(widget) or text or widget.objectName()
    return f"{type(widget).__name__} {name!r} in {type(widget.parentWidget()).__name__}"


def said(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def interactive(widget: QWidget) -> bool:
    """Tell whether somebody gets into a widget by keys or works it with the mouse."""
    if isinstance(widget, (QScrollArea, QMenuBar, QTabWidget)):
        return False  # what is in them has names
    inner = widget.focusProxy() is not None or widget.objectName().startswith("qt_")
    if isinstance(widget, QLabel) and not widget.text():
        return False  # a sentence that is not said yet
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner


def tabbed(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.focusProxy() is None
        and (isinstance(widget, QTabBar) or not widget.objectName().startswith("qt_"))
    )


def wanted_alone(widget: QWidget) -> list[QWidget]:
    """Return those of whose group one is enough: exclusive buttons are one place for Tab."""
    group = getattr(widget, "group", lambda: None)()
    if group is not None and group.exclusive():
        return group.buttons()
    if getattr(widget, "autoExclusive", lambda: False)():
        return [w for w in widget.parentWidget().children() if type(w) is type(widget)]
    return []


def walk(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes back, and return the places in that order."""
    window.activateWindow()
    every_window.wait_for(lambda: QApplication.activeWindow() is window.window(), 5)
    start = here = window.window().focusWidget()
    places: list[QWidget] = []
    for _ in range(_MOST_STEPS):
        if here is not None and tabbed(here):
            # Tab goes through the links of a page before it leaves it.
            if here in places and not (here is places[-1] and isinstance(here, QTextBrowser)):
                break
            places += [here] if here not in places else []
        QTest.keyClick(here or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    if start is not None:
        start.setFocus()
    return places


def goes_back(one: QWidget, other: QWidget) -> bool:
    """Tell whether Tab leads up without leading to the right, or left within one row."""
    a, b = place_of(one), place_of(other)
    up = b.bottom() < a.top() and b.left() < a.right()
    left = b.right() < a.left() and b.top() < a.bottom() and a.top() < b.bottom()
    return up or left


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def is_cut(widget: QWidget) -> bool:
    """Tell whether the text of a widget has less room than it needs."""
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width()) - 1
        return widget.width() < widget.sizeHint().width() - 1
    if isinstance(widget, (QPushButton, QCheckBox)) and widget.text():
        needed = widget.fontMetrics().boundingRect(QRect(), 0x800, widget.text()).width()
        return widget.width() < min(widget.sizeHint().width(), needed + 40) - 1
    return False


def drawn(widget: QWidget) -> float:
    """Return the contrast that the text of a widget is drawn with; 21 where there is none."""
    style = widget.style()
    if isinstance(widget, QLabel):
        if not widget.text() or widget.pixmap().width():
            return 21
        return contrast(widget.grab(widget.contentsRect()).toImage())
    if isinstance(widget, QPushButton):
        if not widget.text():
            return 21
        box = style.subElementRect(QStyle.SubElement.SE_PushButtonContents, _option(widget), widget)
        return contrast(widget.grab(box.adjusted(4, 2, -4, -2)).toImage())
    if isinstance(widget, QLineEdit) and (widget.text() or widget.placeholderText()):
        return contrast(widget.grab(widget.rect().adjusted(5, 5, -5, -5)).toImage())
    return 21


def _option(button: QPushButton):
    from PySide6.QtWidgets import QStyleOptionButton

    option = QStyleOptionButton()
    button.initStyleOption(option)
    return option


def contrast(image: QImage) -> float:
    """Return the contrast of the commonest colour with its opposite, as WCAG works it out."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    colours, counts = np.unique(raw[:, : image.width()] & 0xFFFFFF, return_counts=True)
    parts = np.stack([colours >> 16, (colours >> 8) & 255, colours & 255], 1) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    light = linear @ (0.2126, 0.7152, 0.0722)
    ground = light[counts.argmax()]
    return float(max((max(ground, ink) + 0.05) / (min(ground, ink) + 0.05) for ink in light))


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield every text that a widget shows, or says to a screen reader."""
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
    for name in ("text", "title", "placeholderText", "suffix", "specialValueText"):
        if callable(read := getattr(widget, name, None)) and isinstance(text := read(), str):
            yield text
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(place) for place in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(place) for place in range(widget.count()))
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        yield from widget.toPlainText().split("\n")
    if isinstance(widget, QTableView):
        heads = range(widget.model().columnCount(QModelIndex()) if widget.model() else 0)
        yield from (str(widget.model().headerData(n, Qt.Orientation.Horizontal)) for n in heads)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from rows_of(widget.model())
    yield from (action.text() for action in actions_of(widget))
    if hasattr(widget, "getPlotItem"):
        plot = widget.getPlotItem()
        yield plot.titleLabel.text
        yield from (plot.getAxis(axis).labelText for axis in ("bottom", "left"))


def rows_of(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(30, model.rowCount(QModelIndex()))):
        for column in range(max(1, columns)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.index(row, column).data(role) or "")


def actions_of(widget: QWidget) -> list[QAction]:
    found = list(widget.actions())
    for action in found[:]:
        if action.menu():
            found += actions_of(action.menu())
    if isinstance(widget, QToolButton) and widget.menu():
        found += actions_of(widget.menu())
    return found


def untranslated() -> Callable[[str], bool]:
    """Return what tells whether a text is one of the English sources that German has others for."""
    plain: set[str] = set()
    patterns: list[str] = []
    names = ("newsmatch_de.ts", "sentences_de.ts")
    files = [Xml.parse(resource_path("translations", name)) for name in names]
    for message in (message for file in files for message in file.iter("message")):
        source = message.findtext("source", "").replace("&", "")
        translation = message.find("translation")
        form = translation.findtext("numerusform") or translation.text or ""
        if form.replace("&", "").strip() == source.strip() or len(source) < 3:
            continue
        holes = re.split(r"(?:\{[^}]*\}|%L?n)", source)
        if len(holes) == 1:
            plain.add(source)
        elif max(len(part.strip()) for part in holes) > 6:
            patterns.append(".+?".join(re.escape(part) for part in holes))
    filled = re.compile("|".join(patterns))
    return lambda text: (
        (t := re.sub("<[^>]*>", "", text).replace("&", "")) in plain or bool(filled.fullmatch(t))
    )


# The tests ----------------------------------------------------------------------------------


def test_every_window_was_seen(faults: Faults) -> None:
    wanted = {"start", "desk", "problems", "side by side", *every_window.OVER_THE_DESK}
    assert wanted <= set(faults.seen)
    assert sum(name.startswith("bench") for name in faults.seen) >= 8


def test_a_screen_reader_has_a_name_for_what_takes_the_keys(faults: Faults) -> None:
    assert not set(faults.nameless)


def test_texts_are_readable(faults: Faults) -> None:
    assert not set(faults.faint)


def test_texts_have_room(faults: Faults) -> None:
    assert not set(faults.cut)


def test_windows_fit_on_a_screen(faults: Faults) -> None:
    assert not set(faults.wide)


def test_german_windows_say_nothing_in_english(faults: Faults) -> None:
    assert not set(faults.english)


def test_tab_reaches_everything_and_is_trapped_nowhere(faults: Faults) -> None:
    assert not set(faults.unreached)


def test_tab_goes_down_and_to_the_right(faults: Faults) -> None:
    assert not set(faults.jumps)


def test_a_bad_window_is_found(qtbot: QtBot) -> None:
    """The walk must not pass because it sees nothing."""
    window = QWidget()
    qtbot.addWidget(window)
    faint = QLabel("Press the new key", window)
    faint.setStyleSheet("color: #b0b0b0; background: white")
    cut = QPushButton("Choose picture 3", window)
    cut.setFixedWidth(40)
    trap = QPlainTextEdit(window)  # takes the Tab key for itself
    last = QLineEdit(window)
    last.setAccessibleName("Last")
    for number, part in enumerate((faint, cut, trap, last)):
        part.move(10, 40 * number)
        part.setFixedHeight(30)
    QWidget.setTabOrder(last, cut)
    window.resize(300, 200)
    window.show()
    qtbot.waitExposed(window)
    found = Faults()
    look_at("bad", window, found, untranslated())
    assert [what.split()[0] for _, what in found.nameless] == ["QPlainTextEdit"]
    assert [what.split()[0] for _, what in found.faint] == ["QLabel"]
    assert [what.split()[0] for _, what in found.cut] == ["QPushButton"]
    assert [text for _, text in found.english] == ["Choose picture 3", "Press the new key"]
    assert found.unreached


def test_a_state_is_said_in_words_too(qtbot: QtBot, collection: Path, tmp_path: Path) -> None:
    window = open_window(qtbot, collection, tmp_path)
    desk = window.desk_view
    article = desk.stage.article_id
    press(qtbot, window, Qt.Key.Key_X)
    press(qtbot, window, Qt.Key.Key_2)
    desk.show_article(article)
    wait_shown(qtbot, window)
    role = Qt.ItemDataRole.AccessibleTextRole
    cards = desk.candidate_panel.view.model()
    first, second = (str(cards.index(row, 0).data(role)) for row in range(2))
    assert "rejected" in first and "chosen" in second
    row = desk.article_panel.list.currentIndex()
    assert "chosen" in str(row.data(role))
    close_window(qtbot, window)
