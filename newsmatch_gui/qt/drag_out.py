"""Dragging a candidate out to any program, and copying it: its file, its words, its figure."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QModelIndex, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from newsmatch_gui.domain.handing_over import credited, figure, propose_alt
from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.article_view import PICTURE

_SHOWN = 160  # pixels of the picture beside the pointer


def picture_mime(image: Image, headline: str) -> QMimeData:
    """Return a picture as other programs take it, and as our own article list does.

    File managers and mail programs take the file, text fields caption and credit, and word
    processors and web forms an HTML figure.
    """
    address = QUrl.fromLocalFile(image.path)
    alt = propose_alt(image.caption, headline)
    mime = QMimeData()
    mime.setUrls([address])
    mime.setText(credited(image.caption, image.credit))
    encoded = address.toString(QUrl.ComponentFormattingOption.FullyEncoded)
    mime.setHtml(figure(encoded, alt, image.caption, image.credit))
    mime.setData(PICTURE, image.id.encode("utf-8"))
    return mime


class DragOut(QObject):
    """Lets the cards of a view be dragged out; clicks, keys and the selection stay as they are."""

    def __init__(self, view: QAbstractItemView, mime: Callable[[int], QMimeData | None]) -> None:
        """Follow a view.

        Args:
            view: Shows the cards.
            mime: Returns what a row gives to other programs, None for nothing.
        """
        super().__init__(view)
        self._view, self._mime = view, mime
        self._pressed: tuple[QPoint, int] | None = None
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            spot = event.position().toPoint()
            index: QModelIndex = self._view.indexAt(spot)
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._pressed = (spot, index.row()) if plain and index.isValid() else None
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif (
            event.type() == QEvent.Type.MouseMove
            and isinstance(event, QMouseEvent)
            and self._pressed is not None
        ):
            spot, row = self._pressed
            moved = (event.position().toPoint() - spot).manhattanLength()
            if moved >= QApplication.startDragDistance():
                self._pressed = None
                self._drag(row, spot)
            return True  # the view would select every card that the pointer passes
        return False

    def _drag(self, row: int, spot: QPoint) -> None:
        if (mime := self._mime(row)) is None:
            return
        drag = QDrag(self._view)
        drag.setMimeData(mime)
        box = self._view.visualRect(self._view.model().index(row, 0))
        card = self._view.viewport().grab(box)
        smooth = Qt.TransformationMode.SmoothTransformation
        drag.setPixmap(card.scaledToWidth(round(_SHOWN * card.devicePixelRatio()), smooth))
        drag.setHotSpot((spot - box.topLeft()) * _SHOWN / max(1, box.width()))
        drag.exec(Qt.DropAction.CopyAction)
