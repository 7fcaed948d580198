"""Lists of pictures with some words beside or below each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from newsmatch_gui.qt.theme import plain_tip
from newsmatch_gui.qt.thumbnails import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex
BESIDE = QSize(108, 72)
ABOVE = QSize(180, 124)


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A photo and the words about it, in lines."""

    path: str
    text: str


class PictureListModel(QAbstractListModel):
    """Rows whose decoration is the photo, on a ground of one size while it loads and after."""

    def __init__(self, thumbnails: ThumbnailLoader, size: QSize, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails, self._size = thumbnails, size
        self._rows: tuple[PictureRow, ...] = ()

    def set_rows(self, rows: Sequence[PictureRow]) -> None:
        """Show other pictures."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.text.replace("\n", ", ")
            case Qt.ItemDataRole.DecorationRole:
                return self._pixmap(row.path)
        return None

    def _pixmap(self, path: str) -> QPixmap:
        view = self.parent()
        assert isinstance(view, QWidget)
        ratio, palette = view.devicePixelRatioF(), view.palette()
        ground = QPixmap(self._size * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(palette.color(QPalette.ColorRole.AlternateBase))
        photo = self._thumbnails.pixmap(path, self._size, ratio)
        if photo is None:
            return ground
        painter = QPainter(ground)
        box = QRect(0, 0, self._size.width(), self._size.height())
        if photo.isNull():
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            centre = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(box, centre, self.tr("photo cannot be shown"))
        else:
            spot = QRect(0, 0, *photo.deviceIndependentSize().toSize().toTuple())
            spot.moveCenter(box.center())
            painter.drawPixmap(spot, photo)
        painter.end()
        return ground


class PictureList(QListView):
    """Pictures in rows, words beside them; or in a grid, words below."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget, *, grid: bool = False) -> None:
        super().__init__(parent)
        size = ABOVE if grid else BESIDE
        self.pictures = PictureListModel(thumbnails, size, self)
        self.setModel(self.pictures)
        self.setIconSize(size)
        self.setUniformItemSizes(True)
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        if grid:
            self.setViewMode(QListView.ViewMode.IconMode)
            self.setMovement(QListView.Movement.Static)
            self.setResizeMode(QListView.ResizeMode.Adjust)
            lines = 4 * self.fontMetrics().lineSpacing()
            self.setGridSize(QSize(size.width() + 24, size.height() + lines + 12))
        else:
            self.setSpacing(2)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        thumbnails.loaded.connect(self.viewport().update)

    def set_rows(self, rows: Sequence[PictureRow]) -> None:
        """Show other pictures, the first one selected."""
        self.pictures.set_rows(rows)
        self.scrollToTop()
        self.setCurrentIndex(self.pictures.index(0))
