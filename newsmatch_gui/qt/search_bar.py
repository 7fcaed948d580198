"""The search above the candidates: words, the weight of words against pictures, and filters."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.filters import Filters
from newsmatch_gui.domain.query import EVEN, Example, Query, parse
from newsmatch_gui.qt.chips import Chip, ChipRow
from newsmatch_gui.qt.filter_panel import FilterPanel

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff", ".bmp")
_PAUSE = 250  # ms after the slider moved
_STEP = 0.5  # by which + and − change what a picture counts
_HEAVIEST = 5.0
_NAME = 24  # characters of a picture's name
_SHOWN = 120  # characters of a search
_PASTED = 1_600  # pixels of the longer side


class SearchField(QLineEdit):
    """Takes words; a picture that is pasted is handed on.

    Signals:
        picture_pasted: Ctrl+V was pressed while the clipboard holds a picture and no words.
    """

    picture_pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasting = event.matches(QKeySequence.StandardKey.Paste)
        if pasting and holds_picture(QGuiApplication.clipboard().mimeData()):
            self.picture_pasted.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_picture(event.mimeData()):
            event.ignore()  # the panel around it takes pictures; here a path would be typed
        else:
            super().dragEnterEvent(event)


class SearchBar(QWidget):
    """Collects what is searched for; it computes nothing.

    Signals:
        asked: Somebody wants the pictures ranked by what ``query`` returns.
        filters_changed: Somebody changed the filters.
        picture_pasted: Somebody pasted a picture to search by.
        filters_opened: The filters came into view.
    """

    asked = Signal()
    filters_changed = Signal()
    picture_pasted = Signal()
    filters_opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._examples: tuple[Example, ...] = ()
        self.field = SearchField(self)
        self.field.setPlaceholderText(self.tr("Search pictures: words, -without, a pasted picture"))
        self.field.setAccessibleName(self.tr("Search pictures"))
        self.field.setToolTip(
            self.tr('Words, "a phrase", -without, begin* – then Enter. Drop or paste a picture.')
        )
        self.field.setClearButtonEnabled(True)
        self.slider = self._make_slider()
        self.filter_button = QToolButton(self)
        self.filter_button.setCheckable(True)
        self.filter_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.chips = ChipRow(self)
        self.filters = FilterPanel(self)
        self._moved = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._connect()
        self._show_filters()

    def _make_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal, self)
        slider.setRange(0, 100)
        slider.setSingleStep(10)
        slider.setPageStep(50)
        slider.setValue(round(100 * EVEN))
        slider.setFixedWidth(72)
        slider.setAccessibleName(self.tr("Words against pictures"))
        slider.setToolTip(
            self.tr(
                "What counts: on the left only the words in captions, credits and file names, on "
                "the right only what the pictures show"
            )
        )
        return slider

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        for part in (
            QLabel(self.tr("Words"), self), self.slider, QLabel(self.tr("Pictures"), self),
            self.filter_button,
        ):  # fmt: skip
            row.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.chips)
        layout.addWidget(self.filters)

    def _connect(self) -> None:
        self.field.returnPressed.connect(self.asked)
        self.field.picture_pasted.connect(self.picture_pasted)
        self.slider.valueChanged.connect(lambda _value: self._moved.start())
        self._moved.timeout.connect(lambda: self.asked.emit() if self.query() else None)
        self.filter_button.toggled.connect(self._turn_filters)
        self.filters.changed.connect(self._show_filters)
        self.filters.changed.connect(self.filters_changed)

    def query(self) -> Query:
        """Return what is searched for."""
        return Query(parse(self.field.text()), self._examples, self.slider.value() / 100)

    def set_examples(self, examples: Sequence[Example]) -> None:
        """Show other pictures to search by."""
        if tuple(examples) != self._examples:
            self._examples = tuple(examples)
            self._show_chips()

    def clear(self) -> None:
        """Search for nothing; the filters stay."""
        self.field.clear()
        self.set_examples(())

    def turn_filters(self) -> None:
        """Show the filters, or put them away."""
        self.filter_button.toggle()

    def close_filters(self) -> bool:
        """Put the filters away; return whether they were in use."""
        focus = QApplication.focusWidget()
        used = focus is not None and self.filters.isAncestorOf(focus)
        self.filter_button.setChecked(False)
        return used

    @Slot(bool)
    def _turn_filters(self, shown: bool) -> None:
        self.filters.setVisible(shown)
        if shown:
            self.filters_opened.emit()
            self.filters.usable.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _show_filters(self) -> None:
        count = len(self.filters.filters.active)
        text = self.tr("Filters ({0})").format(count) if count else self.tr("Filters")
        self.filter_button.setText(text)
        self._show_chips()

    def _show_chips(self) -> None:
        chips = [self._example_chip(place) for place in range(len(self._examples))]
        chips += [self._filter_chip(name) for name in self.filters.filters.active]
        self.chips.show_chips(chips)
        for before, after in pairwise((self.filter_button, *chips)):
            self.setTabOrder(before, after)

    def _example_chip(self, place: int) -> Chip:
        example = self._examples[place]
        weight = "" if abs(example.weight) == 1 else f" × {abs(example.weight):g}"
        chip = Chip(example_name(example) + weight, self)
        chip.setToolTip(self.tr("+ and − change how much it counts, below 0 “unlike”"))
        chip.removed.connect(lambda: self._remove(place))
        chip.weighed.connect(lambda way: self._reweigh(place, way * _STEP))
        return chip

    def _remove(self, place: int) -> None:
        self.set_examples([*self._examples[:place], *self._examples[place + 1 :]])
        if not self.chips.chips():
            self.field.setFocus()
        self.asked.emit()

    def _reweigh(self, place: int, step: float) -> None:
        """Let a picture count more or less, past 0 the other way round."""
        found = list(self._examples)
        weight = found[place].weight + step
        weight = max(-_HEAVIEST, min(_HEAVIEST, weight or step))
        found[place] = replace(found[place], weight=weight)
        self.set_examples(found)
        self._moved.start()

    def _filter_chip(self, name: str) -> Chip:
        held = self.filters.filters
        chip = Chip(self._filter_text(name, held), self)
        chip.removed.connect(lambda: self._lift(name))
        return chip

    def _lift(self, name: str) -> None:
        self.filters.set_filters(self.filters.filters.without(name))
        if not self.chips.chips():
            self.field.setFocus()

    def _filter_text(self, name: str, held: Filters) -> str:
        shapes = {
            "landscape": self.tr("landscape"),
            "portrait": self.tr("portrait"),
            "square": self.tr("square"),
        }
        words = {
            "usable": self.tr("usable rights"),
            "unused": self.tr("not used before"),
            "undecided": self.tr("not in this article"),
            "source": self.tr("source: {0}").format(held.source),
            "person": self.tr("shows: {0}").format(held.person),
            "since": self.tr("from {0}").format(held.since),
            "until": self.tr("until {0}").format(held.until),
            "orientation": shapes.get(held.orientation or "", ""),
            "long_side": self.tr("at least {0} px").format(held.long_side),
        }
        return words[name]


def example_name(example: Example) -> str:
    """Return what a picture to search by is called, and whether others shall be like it."""
    pasted = QApplication.translate("SearchBar", "pasted picture")
    name = example.image_id or Path(example.path).name or pasted
    if len(name) > _NAME:  # of an id the end tells as much as the beginning
        name = f"{name[: _NAME // 2]}…{name[-_NAME // 2 :]}"
    like = QApplication.translate("SearchBar", "like {0}")
    unlike = QApplication.translate("SearchBar", "unlike {0}")
    return (like if example.weight > 0 else unlike).format(name)


def query_name(query: Query) -> str:
    """Return what is searched for, in a few words."""
    typed = " ".join(query.typed().split())[:_SHOWN]
    names = map(example_name, query.examples)
    quoted = QApplication.translate("SearchBar", "“{0}”").format(typed)
    return ", ".join([*([quoted] if typed else []), *names])


def picture_files(mime: QMimeData) -> list[Path]:
    """Return the picture files of what is dragged or was copied."""
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in PICTURE_SUFFIXES]


def holds_picture(mime: QMimeData | None) -> bool:
    """Tell whether a picture was copied, or is dragged, rather than words."""
    if mime is None:
        return False
    return bool(picture_files(mime)) or (mime.hasImage() and not mime.hasText())


def picture_bytes(mime: QMimeData) -> bytes:
    """Return a picture that is in no file as PNG, empty when there is none."""
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    if max(image.width(), image.height()) > _PASTED:  # no model sees that much
        image = image.scaled(
            _PASTED, _PASTED, Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )  # fmt: skip
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())
