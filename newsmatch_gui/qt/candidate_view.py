"""The grid of candidates: cards painted straight from the model."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.qt.candidate_list import CandidateModel, CandidateRole, Card
from newsmatch_gui.qt.said import stars
from newsmatch_gui.qt.theme import verdict_colour, verdict_glyph, verdict_word
from newsmatch_gui.qt.thumbnails import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex
_CARD_WIDTH = 204
_CARD_HEIGHT = 208
_PAD = 6
_CAPTION_LINES = 2
_LAID_OUT = 500  # cards between two chances to paint or to take a key
_LOOK_AGAIN = 15  # ms
KEYED = 9  # candidates that a digit chooses


class CandidateDelegate(QStyledItemDelegate):
    """Paints a candidate: picture, rank and key, strength, caption, credit, verdict."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card | None = index.data(CandidateRole.CARD)
        if card is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        palette = option.palette
        self._paint_frame(painter, box, option, card)
        line = painter.fontMetrics().lineSpacing()
        foot = (_CAPTION_LINES + 1) * line + 4
        picture = box.adjusted(4, 4, -4, -foot - 4)
        self._paint_picture(painter, picture, card, palette)
        _paint_badge(painter, picture, card)
        if card.verdict is not None:
            _paint_verdict(painter, picture, card.verdict, palette)
        if card.fit:
            _paint_fit(painter, picture, card.fit, palette)
        _paint_foot(painter, QRect(box.left() + 6, picture.bottom() + 5, box.width() - 12, foot),
                    card, palette)  # fmt: skip
        painter.restore()

    def _paint_frame(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, card: Card
    ) -> None:
        palette = option.palette
        painter.setBrush(palette.base())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.setPen(QPen(palette.highlight().color(), 3))
        elif card.verdict is not None:
            painter.setPen(QPen(verdict_colour(card.verdict, palette), 2))
        else:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.drawRoundedRect(box, 6, 6)

    def _paint_picture(self, painter: QPainter, box: QRect, card: Card, palette: QPalette) -> None:
        painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._thumbnails.pixmap(card.image.path, box.size(), ratio)
        if pixmap is None:
            return
        if pixmap.isNull():
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self.tr("photo cannot\nbe shown"),
            )  # fmt: skip
            return
        size = pixmap.deviceIndependentSize().toSize()
        spot = QRect(0, 0, size.width(), size.height())
        spot.moveCenter(box.center())
        if card.verdict is Verdict.REJECTED:
            painter.setOpacity(0.35)
        painter.drawPixmap(spot, pixmap)
        painter.setOpacity(1)


def _paint_badge(painter: QPainter, picture: QRect, card: Card) -> None:
    """Paint the rank; for the first nine it is also the key that chooses the picture."""
    text = str(card.rank)
    metrics = painter.fontMetrics()
    box = QRect(0, 0, max(24, metrics.horizontalAdvance(text) + 12), metrics.height() + 6)
    box.moveTopLeft(picture.topLeft())
    painter.fillRect(box, QColor(20, 20, 20, 225))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if card.rank <= KEYED:
        painter.setPen(QPen(QColor("white"), 1))
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 3, 3)
    painter.setPen(QColor("white"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_verdict(painter: QPainter, picture: QRect, verdict: Verdict, palette: QPalette) -> None:
    text = f"{verdict_glyph(verdict)} {verdict_word(verdict)}"
    metrics = painter.fontMetrics()
    box = QRect(0, 0, metrics.horizontalAdvance(text) + 14, metrics.height() + 6)
    box.moveTopRight(picture.topRight())
    painter.fillRect(box, palette.base())
    painter.setPen(verdict_colour(verdict, palette))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_fit(painter: QPainter, picture: QRect, fit: int, palette: QPalette) -> None:
    text = stars(fit)
    metrics = painter.fontMetrics()
    box = QRect(0, 0, metrics.horizontalAdvance(text) + 14, metrics.height() + 6)
    box.moveBottomRight(picture.bottomRight())
    painter.fillRect(box, palette.base())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_foot(painter: QPainter, box: QRect, card: Card, palette: QPalette) -> None:
    """Paint strength as a bar against this article's best, then caption and credit."""
    line = painter.fontMetrics().lineSpacing()
    track = QRect(box.left(), box.top() + line // 2 - 2, box.width() - 58, 5)
    painter.fillRect(track, palette.color(QPalette.ColorRole.Midlight))
    filled = QRect(track.topLeft(), QSize(int(track.width() * min(1.0, card.strength)), 5))
    painter.fillRect(filled, palette.highlight())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(
        QRect(box.left(), box.top(), box.width(), line), Qt.AlignmentFlag.AlignRight,
        f"{card.lead:+.1f} σ",
    )  # fmt: skip
    metrics = painter.fontMetrics()
    # Of an id the end tells as much as the beginning.
    elide = Qt.TextElideMode.ElideRight if card.image.caption else Qt.TextElideMode.ElideMiddle
    about = card.image.caption or card.image.id
    rows = (about, card.image.credit or card.image.licence)
    for number, text in enumerate(rows, 1):
        spot = QRect(box.left(), box.top() + number * line + 2, box.width(), line)
        painter.drawText(spot, 0, metrics.elidedText(text, elide, box.width()))


class CandidateView(QListView):
    """A grid that lays out ten thousands of cards in batches and keeps single keys to itself."""

    def __init__(self, model: CandidateModel, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_LAID_OUT)
        self.setGridSize(QSize(_CARD_WIDTH, _CARD_HEIGHT))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Candidate pictures"))
        self.setItemDelegate(CandidateDelegate(thumbnails, self))
        thumbnails.loaded.connect(self.viewport().update)

    def go_to(self, place: int) -> None:
        """Select a candidate and scroll to it as soon as it is laid out."""
        self._model.fetch_to(place)
        index = self._model.index(place)
        if index.isValid():
            self.setCurrentIndex(index)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Cards grow a little, so that whole columns fill the width.
        width = self.viewport().width() - 2
        columns = max(1, width // _CARD_WIDTH)
        height = _CARD_HEIGHT + (width // columns - _CARD_WIDTH) // 2
        grid = QSize(width // columns, height)
        if grid != self.gridSize():
            self.setGridSize(grid)
        super().resizeEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Ignore typed letters: they are the keys that decide."""
