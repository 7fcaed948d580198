"""What the colours of the map say; kinds of points can be hidden one by one."""

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.qt.scatter import Colours, Kind, Mask
from newsmatch_gui.qt.words import figure, filled
from newsmatch_gui.services.mapping import RANKS, ColourBy, Colouring

# Seven that differ for colour-blind eyes too, after Okabe and Ito (2008); each at least 3:1
# against the ground of its scheme.
_DISTINCT: tuple[Colours, ...] = (
    ("#0072b2", "#56b4e9"), ("#d55e00", "#e69f00"), ("#00875f", "#3bc498"),
    ("#b24c8c", "#e08ebe"), ("#947100", "#f0e442"), ("#333333", "#e8e8e8"),
    ("#2a8fc7", "#4f8fd0"),
)  # fmt: skip
# From good ranks to bad ones, blue over grey to orange.
_ORDERED: tuple[Colours, ...] = (
    ("#08519c", "#b3d7f5"), ("#3182bd", "#5aa5dc"), ("#868686", "#a8a8a8"),
    ("#e6550d", "#fd9a4a"), ("#a63603", "#ff6a2b"),
)  # fmt: skip
_OTHERS: Colours = ("#6e6e6e", "#a8a8a8")
_NOTHING: Colours = ("#8c8c8c", "#7a7a7a")
_SWATCH = 12


class MapLegend(QWidget):
    """Check boxes of both modalities, and a list of the kinds.

    Signals:
        changed: Other points are to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown_kinds: tuple[Kind, ...] = ()
        self.images = QCheckBox(self.tr("■ &images"), self)
        self.articles = QCheckBox(self.tr("● articl&es"), self)
        self.kinds = QListWidget(self)
        self.kinds.setAccessibleName(self.tr("Kinds of points"))
        self.kinds.setToolTip(self.tr("Without its check mark a kind is hidden"))
        self.kinds.setIconSize(QSize(_SWATCH, _SWATCH))
        both = QHBoxLayout()
        for box in (self.images, self.articles):
            box.setChecked(True)
            box.toggled.connect(self.changed)
            both.addWidget(box)
        both.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(both)
        layout.addWidget(self.kinds)
        self.kinds.itemChanged.connect(self.changed)

    def show_kinds(self, by: ColourBy, colouring: Colouring) -> tuple[Kind, ...]:
        """List the kinds, all of them shown, and return their names and colours."""
        count = len(colouring.names)
        palette = _ORDERED if by is ColourBy.RANK else _DISTINCT
        own = [palette[kind % len(palette)] for kind in range(count)]
        for kind, colours in ((colouring.others, _OTHERS), (colouring.nothing, _NOTHING)):
            if kind is not None:
                own[kind] = colours
        self._shown_kinds = tuple(
            Kind(self._name(by, colouring, kind), colours) for kind, colours in enumerate(own)
        )
        images = np.bincount(colouring.images, minlength=count)
        articles = np.bincount(colouring.articles, minlength=count)
        self.kinds.blockSignals(True)
        self.kinds.clear()
        for number, kind in enumerate(self._shown_kinds):
            text = f"{kind.name}  (■ {figure(images[number])} ● {figure(articles[number])})"
            row = QListWidgetItem(text)
            row.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled
                         | Qt.ItemFlag.ItemIsSelectable)  # fmt: skip
            row.setCheckState(Qt.CheckState.Checked)
            self.kinds.addItem(row)
        self.kinds.blockSignals(False)
        self._paint_swatches()
        return self._shown_kinds

    def shown(self, colouring: Colouring) -> tuple[Mask, Mask]:
        """Return which images and which articles are to be shown."""
        checked = np.array(
            [
                self.kinds.item(kind).checkState() is Qt.CheckState.Checked
                for kind in range(self.kinds.count())
            ],
            bool,
        )
        return (
            checked[colouring.images] & self.images.isChecked(),
            checked[colouring.articles] & self.articles.isChecked(),
        )

    def _name(self, by: ColourBy, colouring: Colouring, kind: int) -> str:
        if kind == colouring.nothing:
            return self.tr("image of no article")
        if by is ColourBy.MODALITY:
            return self.tr("article") if kind else self.tr("image")
        if by is ColourBy.RANK:
            return self._rank_name(kind)
        if kind == colouring.others:
            return (
                self.tr("other domain") if by is ColourBy.DOMAIN else self.tr("other tags, or none")
            )
        return colouring.names[kind].upper() if by is ColourBy.DOMAIN else colouring.names[kind]

    def _rank_name(self, kind: int) -> str:
        if kind == 0:
            return self.tr("true image ranked first")
        if kind == len(RANKS):
            return filled(self.tr("rank over {0:,}"), RANKS[-1])
        return filled(self.tr("rank {0:,} to {1:,}"), RANKS[kind - 1] + 1, RANKS[kind])

    @Slot()
    def _paint_swatches(self) -> None:
        dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        self.kinds.blockSignals(True)  # an icon is a change of the row too
        for number, kind in enumerate(self._shown_kinds):
            swatch = QPixmap(_SWATCH, _SWATCH)
            swatch.fill(QColor(kind.colours[dark]))
            self.kinds.item(number).setIcon(QIcon(swatch))
        self.kinds.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "kinds"):
            self._paint_swatches()
