"""The true picture of a failure beside those that were ranked first."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.qt.theme import plain_tip, verdict_colour, verdict_glyph
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import figure, filled
from newsmatch_gui.services.failures import SHOWN, Failure
from newsmatch_gui.services.sides import Picture

_STEP = 64  # pixels; a picture is decoded anew only when its place grows by so much
_ACROSS = 3  # small pictures in a row


class _Photo(QWidget):
    """Paints one picture to fit; the true one gets a frame."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self.picture: Picture | None = None
        thumbnails.loaded.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.picture is None:
            return
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
        width, height = (-(-side // _STEP) * _STEP for side in (self.width(), self.height()))
        pixmap = self._thumbnails.pixmap(
            self.picture.image.path, QSize(width, height), self.devicePixelRatioF()
        )
        if pixmap is not None and pixmap.isNull():
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(
                self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
                self.tr("photo cannot be shown"),
            )  # fmt: skip
        elif pixmap is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = pixmap.deviceIndependentSize().toSize()
            if size.width() > self.width() or size.height() > self.height():
                size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QRect(0, 0, size.width(), size.height())
            spot.moveCenter(self.rect().center())
            painter.drawPixmap(spot, pixmap)
        if self.picture.is_true:
            self._paint_true(painter, palette)

    def _paint_true(self, painter: QPainter, palette: QPalette) -> None:
        """Mark the true picture by a frame and by a word."""
        colour = verdict_colour(Verdict.CHOSEN, palette)
        painter.setPen(QPen(colour, 4))
        painter.drawRect(self.rect().adjusted(2, 2, -2, -2))
        word = self.tr("true")
        text = f"{verdict_glyph(Verdict.CHOSEN)} {word}"
        metrics = painter.fontMetrics()
        box = QRect(0, 0, metrics.horizontalAdvance(text) + 14, metrics.height() + 6)
        box.moveTopRight(self.rect().topRight())
        painter.fillRect(box, palette.base())
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class PictureCard(QWidget):
    """A picture with its rank and score, and a button that asks why it is there.

    Signals:
        why_asked: Id of the picture whose score shall be explained.
    """

    why_asked = Signal(str)

    def __init__(
        self, thumbnails: ThumbnailLoader, parent: QWidget, least: QSize, *, stacked: bool = False
    ) -> None:
        """Make it, empty.

        Args:
            thumbnails: Decodes the picture.
            parent: Owner.
            least: Pixels of the picture.
            stacked: The button stands below what is said, and not beside it.
        """
        super().__init__(parent)
        self.photo = _Photo(thumbnails, self)
        self.photo.setMinimumSize(least)
        self.photo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.why = QToolButton(self)
        self.why.setText(self.tr("Why this?"))
        self.why.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.why.clicked.connect(self._ask)
        foot = QVBoxLayout() if stacked else QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self.about, 1)
        foot.addWidget(self.why)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.photo, 1)
        layout.addLayout(foot)

    def show_picture(self, picture: Picture | None, about: str = "") -> None:
        """Show a picture, or nothing.

        Args:
            picture: The picture.
            about: What stands below it.
        """
        self.photo.picture = picture
        self.photo.update()
        self.about.setText(about)
        self.why.setVisible(picture is not None)
        if picture is None:
            return
        image = picture.image
        name = self.tr("Picture at rank {0}: {1}").format(picture.rank, image.caption or image.id)
        if picture.is_true:
            name += self.tr(", the true one")
        self.photo.setAccessibleName(name)
        self.photo.setToolTip(plain_tip("\n".join(filter(None, (name, image.credit)))))
        self.about.setToolTip(self.photo.toolTip())
        self.why.setAccessibleName(self.tr("Why this? {0}").format(name))

    def _ask(self) -> None:
        if self.photo.picture is not None:
            self.why_asked.emit(self.photo.picture.image.id)


class FailurePictures(QWidget):
    """The true picture, large, and the five ranked first.

    Signals:
        why_asked: Id of the picture whose score shall be explained.
    """

    why_asked = Signal(str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.true = PictureCard(thumbnails, self, QSize(170, 140), stacked=True)
        self.best = [
            PictureCard(thumbnails, self, QSize(84, 60), stacked=True) for _ in range(SHOWN)
        ]
        small = QGridLayout()
        small.setSpacing(6)
        for number, card in enumerate(self.best):
            small.addWidget(card, number // _ACROSS, number % _ACROSS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.true, 2)
        layout.addLayout(small, 3)
        for card in (self.true, *self.best):
            card.why_asked.connect(self.why_asked)

    def show_failure(self, failure: Failure | None, pool: int) -> None:
        """Show the pictures of an article, or none.

        Args:
            failure: The article.
            pool: Number of images ranked.
        """
        true = failure.true if failure else None
        text = self.tr("rank {0:,} of {1:,}  {2:+.1f} σ")
        about = filled(text, true.rank, pool, true.lead) if true else ""
        self.true.show_picture(true, about)
        best = failure.best if failure else ()
        for number, card in enumerate(self.best):
            picture = best[number] if number < len(best) else None
            about = f"{picture.rank}  {figure(picture.lead, '+.1f')} σ" if picture else ""
            card.show_picture(picture, about)
