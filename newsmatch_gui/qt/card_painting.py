"""How a candidate's card is painted, and what of it can be clicked."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.qt.candidate_list import CandidateRole
from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.picture_facts import (
    alike_words,
    compare_word,
    credit_words,
    licence_words,
    score_words,
    sensitive_word,
    size_words,
    uses_words,
)
from newsmatch_gui.qt.said import stars
from newsmatch_gui.qt.theme import (
    edge_colour,
    ring_colour,
    verdict_colour,
    verdict_glyph,
    verdict_word,
)
from newsmatch_gui.qt.thumbnails import ThumbnailLoader

Index = QModelIndex | QPersistentModelIndex
_PAD = 6
_FOOT_LINES = 4  # score, caption, credit and size, licence
_GAP = 2  # between chips
_DARK = QColor(20, 20, 20, 225)


class CandidateDelegate(QStyledItemDelegate):
    """Paints a candidate: picture, key and rank, marks, score, caption, credit, licence.

    Signals:
        alike_asked: Row of a candidate; somebody clicked how many pictures are alike.
    """

    alike_asked = Signal(int)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._awaited: dict[str, list[QPersistentModelIndex]] = {}

    def take_awaited(self, path: str) -> list[QPersistentModelIndex]:
        """Return the cards that were painted without the photo at a path, once."""
        return self._awaited.pop(path, [])

    def picture_size(self, cell: QSize, metrics: QFontMetrics) -> QSize:
        """Return the box that a photo has on a card in a cell of this size."""
        return _picture_box(QRect(QPoint(), cell), metrics).size()

    def forget_awaited(self) -> None:
        """Wait for no photo any more: other cards are shown."""
        self._awaited.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = self.parent()
        return view.gridSize() if isinstance(view, QListView) else QSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card | None = index.data(CandidateRole.CARD)
        if card is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = option.palette
        box = _card_box(option.rect)
        picture = _picture_box(option.rect, painter.fontMetrics())
        self._paint_frame(painter, box, option, card)
        if not self._paint_picture(painter, picture, card, palette):
            awaited = self._awaited.setdefault(card.image.path, [])
            if index not in awaited:
                awaited.append(QPersistentModelIndex(index))
        _paint_badge(painter, picture, card)
        _paint_chips(painter, picture, card)
        if card.verdict is not None:
            _paint_verdict(painter, picture, card.verdict, palette)
        if card.fit:
            _paint_fit(painter, picture, card.fit, palette)
        top = picture.bottom() + 5
        foot = QRect(box.left() + 6, top, box.width() - 12, box.bottom() - top)
        _paint_foot(painter, foot, card, palette)
        painter.restore()

    def _paint_frame(
        self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, card: Card
    ) -> None:
        palette = option.palette
        painter.setBrush(palette.base())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            keys = option.widget is None or option.widget.hasFocus()
            line = Qt.PenStyle.SolidLine if keys else Qt.PenStyle.DashLine
            painter.setPen(QPen(ring_colour(palette), 3, line))
        elif card.verdict is not None:
            painter.setPen(QPen(verdict_colour(card.verdict, palette), 2))
        else:
            painter.setPen(QPen(edge_colour(palette), 1))
        # Between the pixels, a thin line would be painted as two faint ones.
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_picture(self, painter: QPainter, box: QRect, card: Card, palette: QPalette) -> bool:
        """Paint the photo, or why there is none; False while it is being decoded."""
        painter.fillRect(box, palette.color(QPalette.ColorRole.AlternateBase))
        ratio = painter.device().devicePixelRatioF()
        pixmap = self._thumbnails.pixmap(card.image.path, box.size(), ratio)
        if pixmap is None:
            return False
        if pixmap.isNull():
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(
                box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self.tr("photo cannot\nbe shown"),
            )  # fmt: skip
            return True
        size = pixmap.deviceIndependentSize().toSize()
        spot = QRect(0, 0, size.width(), size.height())
        spot.moveCenter(box.center())
        if card.verdict is Verdict.REJECTED:
            painter.setOpacity(0.35)
        painter.drawPixmap(spot, pixmap)
        painter.setOpacity(1)
        return True

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Take a click on how many pictures are alike."""
        card: Card | None = index.data(CandidateRole.CARD)
        if not isinstance(event, QMouseEvent) or card is None or not (card.alike or card.like):
            return False
        picture = _picture_box(option.rect, option.fontMetrics)
        if not _alike_box(picture, card, option.fontMetrics).contains(event.position().toPoint()):
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.alike_asked.emit(index.row())
        return event.type() != QEvent.Type.MouseMove


def _card_box(cell: QRect) -> QRect:
    return cell.adjusted(_PAD, _PAD, -_PAD, -_PAD)


def _picture_box(cell: QRect, metrics: QFontMetrics) -> QRect:
    foot = _FOOT_LINES * metrics.lineSpacing() + 4
    return _card_box(cell).adjusted(4, 4, -4, -foot - 4)


def _chip(metrics: QFontMetrics, text: str) -> QRect:
    return QRect(0, 0, metrics.horizontalAdvance(text) + 14, metrics.height() + 4)


def _alike_box(picture: QRect, card: Card, metrics: QFontMetrics) -> QRect:
    box = _chip(metrics, _alike_text(card))
    box.moveBottomLeft(picture.bottomLeft())
    return box


def _alike_text(card: Card) -> str:
    arrow = "" if card.like else ("▾ " if card.spread else "▸ ")
    return f"{arrow}{alike_words(card)}"


def _paint_badge(painter: QPainter, picture: QRect, card: Card) -> None:
    """Paint the key that chooses the picture, framed as a key, and the rank."""
    metrics, rank = painter.fontMetrics(), f"#{card.rank}"
    wide, high = metrics.horizontalAdvance(rank) + 12, metrics.height() + 6
    key = QRect(picture.left(), picture.top(), high + 2 if card.key else 0, high)
    box = QRect(picture.left(), picture.top(), key.width() + wide, high)
    painter.fillRect(box, _DARK)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor("white"), 1))
    if card.key:
        painter.drawRoundedRect(key.adjusted(3, 3, -3, -3), 3, 3)
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, card.key)
    beside = box.adjusted(key.width(), 0, 0, 0)
    painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, rank)


def _paint_chips(painter: QPainter, picture: QRect, card: Card) -> None:
    """Paint what is marked or known beside the verdict: each a word on a dark ground."""
    metrics = painter.fontMetrics()
    painter.setPen(QColor("white"))
    bottom = picture.bottomLeft()
    if card.alike or card.like:
        box = _alike_box(picture, card, metrics)
        _paint_chip(painter, box, _alike_text(card))
        bottom.setY(box.top() - _GAP)
    if card.uses:
        box = _chip(metrics, uses_words(card.uses))
        box.moveBottomLeft(bottom)
        _paint_chip(painter, box, uses_words(card.uses))
    if card.compared:
        text = f"◫ {compare_word()}"
        box = _chip(metrics, text)
        box.moveTopLeft(picture.topLeft())
        box.translate(0, metrics.height() + 6 + _GAP)
        _paint_chip(painter, box, text)
    if card.sensitive:
        text = f"⊘ {sensitive_word()}"
        box = _chip(metrics, text)
        box.moveCenter(picture.center())
        _paint_chip(painter, box, text)


def _paint_chip(painter: QPainter, box: QRect, text: str) -> None:
    painter.fillRect(box, _DARK)
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
    """Paint strength as a bar against this article's best and the score, then the texts."""
    metrics, image = painter.fontMetrics(), card.image
    line = metrics.lineSpacing()
    row = QRect(box.left(), box.top(), box.width(), line)
    score = score_words(card)
    room = max(0, box.width() - metrics.horizontalAdvance(score) - 8)
    track = QRect(box.left(), box.top() + line // 2 - 2, room, 5)
    painter.fillRect(track, palette.color(QPalette.ColorRole.Midlight))
    filled = QRect(track.topLeft(), QSize(int(track.width() * min(1.0, card.strength)), 5))
    painter.fillRect(filled, palette.highlight())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    cut = metrics.elidedText(score, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(row, Qt.AlignmentFlag.AlignRight, cut)
    # Of an id the end tells as much as the beginning.
    right, middle = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
    for text, elide, beside in (
        (image.caption or image.id, right if image.caption else middle, ""),
        (credit_words(image), right, size_words(image)),
        (licence_words(image), right, ""),
    ):
        row.translate(0, line)
        taken = metrics.horizontalAdvance(beside) + 8 if beside else 0
        painter.drawText(row, 0, metrics.elidedText(text, elide, box.width() - taken))
        if beside:
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, beside)
