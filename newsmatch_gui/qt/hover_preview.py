"""A candidate larger, with what is known of it, beside its card while the mouse rests there."""

from PySide6.QtCore import QEvent, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QVBoxLayout

from newsmatch_gui.qt.candidate_list import CandidateRole
from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.picture_facts import facts
from newsmatch_gui.qt.their_words import TheirWords, shortened
from newsmatch_gui.qt.thumbnails import ThumbnailLoader

_SHARE_WIDE, _SHARE_HIGH = 0.45, 0.6  # of the window, for the picture
_NARROWEST = 260  # for the words beneath it
_MOST, _FACT = 900, 200  # characters beneath it, and of one fact
_GAP = 6
_ENDS = (
    QEvent.Type.Leave,
    QEvent.Type.Wheel,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.FocusOut,
    QEvent.Type.Hide,
    QEvent.Type.Resize,
)


class HoverPreview(QFrame):
    """Shows itself where the view would show a tooltip; any key, click or move away hides it.

    It stays away from the card that the mouse is on, inside the window, and takes no focus and no
    clicks. A sensitive picture is blurred here too.
    """

    def __init__(self, view: QAbstractItemView, thumbnails: ThumbnailLoader) -> None:
        """Follow a view of candidates.

        Args:
            view: Shows the cards.
            thumbnails: Decodes the pictures.
        """
        super().__init__(view)
        self._view, self._thumbnails = view, thumbnails
        self._index = QPersistentModelIndex()
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.picture, self.words = QLabel(self), TheirWords(self, most=_MOST)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        layout.addWidget(self.picture)
        layout.addWidget(self.words)
        self.hide()
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(self.hide)
        view.model().modelAboutToBeReset.connect(self.hide)
        thumbnails.loaded.connect(self._show_picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if watched is self._view.viewport():
                self.show_row(self._view.indexAt(event.pos()).row())
            return True
        if self.isHidden():
            return False
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            if self._view.indexAt(event.position().toPoint()) != self._index:
                self.hide()
        elif event.type() in _ENDS:
            key = event.key() if isinstance(event, QKeyEvent) else None
            if key == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # or the window around it would take the key, as a shortcut
                return True
            if key != Qt.Key.Key_Space:  # it means a larger picture, so whoever asked turns it off
                self.hide()
            # Escape says that the preview is in the way, and nothing else.
            return key == Qt.Key.Key_Escape
        return False

    def turn(self, row: int) -> None:
        """Show the candidate in a row, or hide the preview that is shown."""
        if self.isVisible():
            self.hide()
        else:
            self.show_row(row)

    def show_row(self, row: int) -> None:
        """Show the candidate in a row; no preview when there is none."""
        index = self._view.model().index(row, 0)
        card: Card | None = index.data(CandidateRole.CARD) if index.isValid() else None
        self.hide()
        if card is None:
            return
        self._index = QPersistentModelIndex(index)
        self.setParent(self._view.window())
        self.words.setText(
            "\n".join(f"{name}: {shortened(text, _FACT)}" for name, text in facts(card))
        )
        self.picture.setFixedSize(self._expected(card))
        self.show()
        self._show_picture()
        self.raise_()

    def _box(self) -> QSize:
        """Return how large a picture may be: a share of the window, in logical pixels."""
        window = self.window().size()
        return QSize(round(window.width() * _SHARE_WIDE), round(window.height() * _SHARE_HIGH))

    def _expected(self, card: Card) -> QSize:
        own = QSize(card.image.width, card.image.height) / self.devicePixelRatioF()
        if own.isEmpty():
            return QSize(_NARROWEST, _NARROWEST)
        return own.boundedTo(own.scaled(self._box(), Qt.AspectRatioMode.KeepAspectRatio))

    @Slot()
    def _show_picture(self) -> None:
        if self.isHidden() or not self._index.isValid():
            return
        card: Card = self._index.data(CandidateRole.CARD)
        found = self._thumbnails.pixmap(card.image.path, self._box(), self.devicePixelRatioF())
        if found is None:
            self.picture.clear()
        elif found.isNull():
            self.picture.setText(self.tr("photo cannot\nbe shown"))
        else:
            self.picture.setPixmap(found)
            self.picture.setFixedSize(found.deviceIndependentSize().toSize())
        self._place()

    def _place(self) -> None:
        """Lie beside the card, on the side with more room, and inside the window."""
        wide = max(_NARROWEST, self.picture.width())
        self.words.setFixedWidth(wide)
        self.adjustSize()
        around = self.window().rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        box = self._view.visualRect(self._index)
        corner = self._view.viewport().mapTo(self.window(), box.topLeft())
        card = QRect(corner, box.size())
        on_right = around.right() - card.right() >= card.left() - around.left()
        left = card.right() + _GAP if on_right else card.left() - _GAP - self.width()
        top = card.center().y() - self.height() // 2
        left = min(max(left, around.left()), around.right() - self.width())
        top = min(max(top, around.top()), around.bottom() - self.height())
        self.move(QPoint(max(left, around.left()), max(top, around.top())))
