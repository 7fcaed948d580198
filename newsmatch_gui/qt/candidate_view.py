"""The grid of candidates: cards painted straight from the model."""

from collections.abc import Iterable
from math import ceil

from PySide6.QtCore import (
    QItemSelectionModel,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from newsmatch_gui.qt.candidate_list import PAGE, CandidateModel
from newsmatch_gui.qt.card_painting import CandidateDelegate
from newsmatch_gui.qt.hover_preview import HoverPreview
from newsmatch_gui.qt.thumbnails import ThumbnailLoader

_CARD_WIDTH = 204
_CARD_HEIGHT = 212
_LOOK_AGAIN = 15  # ms


class CandidateView(QListView):
    """A grid that lays out ten thousands of cards in batches and keeps single keys to itself.

    Signals:
        alike_asked: Row of a candidate; somebody clicked how many pictures are alike.
    """

    alike_asked = Signal(int)

    def __init__(self, model: CandidateModel, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._thumbnails = model, thumbnails
        self.setModel(model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        # A page at once: what is laid out in two batches is painted twice.
        self.setBatchSize(PAGE)
        self.setGridSize(QSize(_CARD_WIDTH, _CARD_HEIGHT))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Room kept free for a bar that may come would take a column from a few cards.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Candidate pictures"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._cards = CandidateDelegate(thumbnails, self)
        self._cards.alike_asked.connect(self.alike_asked)
        self.setItemDelegate(self._cards)
        model.modelReset.connect(self._cards.forget_awaited)
        thumbnails.arrived.connect(self._show_arrived)
        self.preview = HoverPreview(self, thumbnails)

    def go_to(self, row: int) -> None:
        """Select a candidate alone and scroll to it as soon as it is laid out."""
        self._model.fetch_to(row)
        index = self._model.index(row)
        if index.isValid():
            # By itself the view would add to the selection while Ctrl or Shift is held.
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, only)
            self._scroll_to(QPersistentModelIndex(index))

    def _scroll_to(self, index: QPersistentModelIndex) -> None:
        """Scroll now, or later while batches before the card wait to be laid out."""
        # Another ranking, or another candidate that somebody went to meanwhile, ends the wait.
        if not index.isValid() or self.currentIndex() != index:
            return
        self.scrollTo(index)
        seen = self.viewport().rect()
        if self.isVisible() and not (seen.isEmpty() or seen.intersects(self.visualRect(index))):
            QTimer.singleShot(_LOOK_AGAIN, self, lambda: self._scroll_to(index))

    @property
    def page(self) -> int:
        """How many cards are seen at once, those in part too."""
        grid, seen = self.gridSize(), self.viewport().size()
        return seen.width() // grid.width() * ceil(seen.height() / grid.height())

    def fetch(self, paths: Iterable[str]) -> None:
        """Have photos decoded that will be on cards soon."""
        size = self._cards.picture_size(self.gridSize(), self.fontMetrics())
        for path in paths:
            self._thumbnails.fetch(path, size, self.devicePixelRatioF())

    @Slot(object)
    def _show_arrived(self, path: str) -> None:
        """Repaint the cards of a photo: a page of them is painted in the time of a key."""
        if not path:
            self.viewport().update()
        for index in self._cards.take_awaited(path):
            if index.isValid():
                self.update(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Cards grow a little, so that whole columns fill the width.
        width = self.viewport().width() - 2
        columns = max(1, width // _CARD_WIDTH)
        height = _CARD_HEIGHT + (width // columns - _CARD_WIDTH) // 2
        grid = QSize(width // columns, height)
        if grid != self.gridSize():
            self.setGridSize(grid)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self._model.line_row()
        if row is not None and (index := self._model.index(row)).isValid():
            self._paint_line(self.visualRect(index))

    def _paint_line(self, box: QRect) -> None:
        """Paint a dashed line, as a step, between what stands out and the card in the box."""
        right = self.viewport().width()
        if not box.isValid() or not -box.height() < box.top() <= self.viewport().height():
            return
        step = [QPoint(0, box.bottom()), box.bottomLeft()] if box.left() > 0 else []
        step.append(box.topLeft())
        if box.top() + self.verticalOffset() > 0:  # above the first row there is nothing to part
            step.append(QPoint(right, box.top()))
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().placeholderText().color(), 2, Qt.PenStyle.DashLine))
        painter.drawPolyline(step)

    def keyboardSearch(self, _search: str) -> None:
        """Ignore typed letters: they are the keys that decide."""
