"""The article list as a widget: several can be selected, and pictures can be dropped on one."""

from PySide6.QtCore import QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QListView, QWidget

from newsmatch_gui.qt.article_list import ArticleDelegate, ArticleFilter, ArticleRole
from newsmatch_gui.qt.theme import ring_colour

PICTURE = "application/x-newsmatch-picture"
"""What a dragged candidate carries beside its file: the id of the image."""


class ArticleView(QListView):
    """Lists articles.

    Signals:
        dropped: Id of an image, and of the article that it was dropped on.
    """

    dropped = Signal(str, str)

    def __init__(self, model: ArticleFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._over: QPersistentModelIndex | None = None  # the article a picture is held over
        self.setModel(model)
        self.setItemDelegate(ArticleDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Articles"))
        self.setAcceptDrops(True)

    def selected_ids(self) -> tuple[str, ...]:
        """Return the selected articles in the order of the list."""
        # Ranges, since there may be thousands of rows.
        rows = sorted(
            row
            for part in self.selectionModel().selection()
            for row in range(part.top(), part.bottom() + 1)
        )
        return tuple(self._model.article_id(self._model.place(row)) for row in rows)

    def none_passes(self) -> str:
        """Return what is said while every article is hidden."""
        return self.tr("No article passes the filter above.")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._model.rowCount() and self._model.articles.rowCount():
            painter = QPainter(self.viewport())
            box = self.viewport().rect().adjusted(12, 12, -12, -12)
            painter.drawText(box, Qt.TextFlag.TextWordWrap, self.none_passes())
        if self._over is not None and self._over.isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(ring_colour(self.palette()), 3))
            painter.drawRect(self.visualRect(self._over).adjusted(2, 2, -3, -3))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(event.mimeData().hasFormat(PICTURE))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        index = self.indexAt(event.position().toPoint())
        takes = event.mimeData().hasFormat(PICTURE) and index.isValid()
        self._hold(QPersistentModelIndex(index) if takes else None)
        if takes:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept(QRect())
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hold(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._hold(None)
        index = self.indexAt(event.position().toPoint())
        if event.mimeData().hasFormat(PICTURE) and index.isValid():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            image_id = event.mimeData().data(PICTURE).data().decode("utf-8")
            self.dropped.emit(image_id, str(index.data(ArticleRole.ID)))

    def _hold(self, index: QPersistentModelIndex | None) -> None:
        self._over = index
        self.viewport().update()
