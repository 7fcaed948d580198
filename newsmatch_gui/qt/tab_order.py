"""The order in which Tab goes through a window: as it is read, not as it was made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def follow_layout(window: QWidget) -> None:
    """Let Tab go through what is in a widget in the order of its layouts, column after column."""
    places = [part for part in _parts(window) if _is_place(part)]
    for before, after in pairwise(places):
        QWidget.setTabOrder(before, after)


def _is_place(widget: QWidget) -> bool:
    # Tabs hand the focus to their bar, and have to stand where it stands.
    own = widget.focusProxy() is None or isinstance(widget, QTabWidget)
    return own and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if isinstance(widget, (QTabWidget, QSplitter, QStackedWidget)):
        inner = [widget.widget(place) for place in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        inner = [widget.widget()]
    else:
        inner = _laid_out(widget.layout())
    for part in inner:
        yield from _parts(part)


def _laid_out(layout: QLayout | None) -> list[QWidget]:
    if layout is None:
        return []
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda place: layout.getItemPosition(place)[:2])
    found: list[QWidget] = []
    for place in places:
        piece = layout.itemAt(place)
        if piece.widget() is not None:
            found.append(piece.widget())
        elif piece.layout() is not None:
            found += _laid_out(piece.layout())
    return found
