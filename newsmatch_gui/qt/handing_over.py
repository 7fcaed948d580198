"""Handing over from the desk: dragging out, copying, the dialog, and many pictures at once."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSettings, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.handing_over import PictureField
from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.qt.drag_out import DragOut, picture_mime
from newsmatch_gui.qt.hand_over_dialog import HandOverDialog
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.panels import CandidatePanel
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.handing_over import HandOverReport, Wish, hand_over, hand_over_decided
from newsmatch_gui.services.offers import (
    Offer,
    correct_texts,
    default_width,
    handed_over,
    offer,
    snippets,
)

_TARGET = "handover/target"
_TOLD = 8  # pictures that were left out, one sentence each


class HandingOver(QObject):
    """Gives the candidate on screen, or every chosen picture, to those who publish it.

    Attributes:
        lane: Makes packages; the window waits for it before it closes.

    Signals:
        said: A sentence for the status bar.
        failed: An exception, as a job's.
        batch_started: The ``Job`` that hands over many pictures.
    """

    said = Signal(str)
    failed = Signal(object)
    batch_started = Signal(object)

    def __init__(
        self, stage: Stage, candidates: CandidateModel, pictures: CandidatePanel,
        thumbnails: ThumbnailLoader, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk = parent
        self._stage, self._candidates, self._pictures = stage, candidates, pictures
        self._thumbnails = thumbnails
        self._settings: QSettings | None = None
        self.lane = Lane(self, latest_wins=False)
        DragOut(pictures.view, self._dragged)

    def remember_in(self, settings: QSettings) -> None:
        """Remember there where packages went last."""
        self._settings = settings

    def _target(self) -> str:
        return "" if self._settings is None else str(self._settings.value(_TARGET, "", str))

    def _remember(self, target: Path) -> None:
        if self._settings is not None:
            self._settings.setValue(_TARGET, str(target))

    # Dragging and copying ------------------------------------------------------------------

    def _image(self, row: int) -> Image | None:
        card = self._candidates.card(row) if self._stage.desk is not None else None
        return None if card is None else card.image

    def _headline(self) -> str:
        desk = self._stage.desk
        article = desk.article(self._stage.article_id) if desk is not None else None
        return "" if article is None else article.title

    def _dragged(self, row: int) -> QMimeData | None:
        image = self._image(row)
        if image is None:
            return None
        self._warn(image, "")
        return picture_mime(image, self._headline())

    def _current(self) -> Image | None:
        image = self._image(self._pictures.current_place())
        if image is None:
            self.said.emit(self.tr("There is no picture to hand over"))
        return image

    def copy_picture(self) -> None:
        """Copy the selected picture: its file, its words, its figure."""
        if (image := self._current()) is not None:
            QGuiApplication.clipboard().setMimeData(picture_mime(image, self._headline()))
            self._warn(image, self.tr("Picture copied"))

    def copy_caption(self) -> None:
        """Copy the caption of the selected picture."""
        if (image := self._current()) is not None:
            self._copy(image.caption, self.tr("Caption copied"), self.tr("It has no caption"))

    def copy_credit(self) -> None:
        """Copy the credit line of the selected picture."""
        if (image := self._current()) is not None:
            self._copy(image.credit, self.tr("Credit copied"), self.tr("It has no credit"))

    def _copy(self, text: str, done: str, lacks: str) -> None:
        if text.strip():
            QGuiApplication.clipboard().setText(text.strip())
            self.said.emit(done)
        else:
            self.said.emit(lacks)

    def _warn(self, image: Image, done: str) -> None:
        """Say what was done, and what a picture lacks that just left the house."""
        if not self._stage.article_id:  # what is required is required of an article's picture
            self.said.emit(done)
            return
        try:
            required = offer(self._folder(), self._stage.article_id, image.id).lacking
        except NewsMatchError as error:
            self.said.emit(in_window_language(str(error)))
            return
        words = {
            PictureField.CREDIT: self.tr("credit"), PictureField.LICENCE: self.tr("licence"),
            PictureField.CAPTION: self.tr("caption"),
        }  # fmt: skip
        lack = ", ".join(words[field] for field in required if field in words)
        text = self.tr("missing: {0} (Hand over fills it in)").format(lack) if lack else ""
        if done or text:
            self.said.emit(" – ".join(filter(None, (done, text))))

    def _folder(self) -> Path:
        assert self._stage.desk is not None, "no collection is open"
        return self._stage.desk.folder

    # One picture ---------------------------------------------------------------------------

    @Slot()
    def show_dialog(self) -> None:
        """Open the dialog on the selected picture, for the article on the desk."""
        if (image := self._current()) is None:
            return
        folder, article_id = self._folder(), self._stage.article_id
        try:
            offered, width = offer(folder, article_id, image.id), default_width()
            before = len(handed_over(folder, image.id))
        except NewsMatchError as error:
            self.failed.emit(error)
            return
        dialog = HandOverDialog(
            self._thumbnails, snippets().names, self._target(), self._desk.window()
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.asked.connect(lambda wish: self._hand_over(dialog, folder, offered, wish))
        dialog.copied.connect(lambda: self._keep(dialog, folder, offered))
        dialog.show_offer(offered, width, before)
        dialog.open()

    def _keep(self, dialog: HandOverDialog, folder: Path, offered: Offer) -> bool:
        """Keep what was filled in; False when that cannot be done."""
        desk = self._stage.desk
        if desk is not None and desk.read_only and dialog.has_news:
            dialog.told.setText(desk.read_only)
            return False
        try:
            news = correct_texts(folder, offered.image.id, dialog.texts())
        except NewsMatchError as error:
            self.failed.emit(error)
            return False
        if news:
            self._candidates.forget_images()
            self._pictures.view.viewport().update()
        return True

    def _hand_over(self, dialog: HandOverDialog, folder: Path, offered: Offer, wish: Wish) -> None:
        if not self._keep(dialog, folder, offered):
            return
        self._remember(wish.target)
        ids = (offered.article.id, offered.image.id)
        job = self.lane.start(lambda: hand_over(folder, *ids, wish))
        job.succeeded.connect(
            lambda place: self.said.emit(self.tr("Handed over: {0}").format(place))
        )
        # What the world is to blame for is told in the dialog, beside what mends it.
        job.failed.connect(lambda error: None if isinstance(error, NewsMatchError) else
                           self.failed.emit(error))  # fmt: skip
        dialog.follow(job)

    # Many pictures -------------------------------------------------------------------------

    @Slot()
    def ask_all(self) -> None:
        """Ask for a folder, and hand over the chosen picture of every article into it."""
        if self._stage.desk is None:
            return
        target = QFileDialog.getExistingDirectory(
            self._desk, self.tr("Where the packages of all chosen pictures go"), self._target()
        )
        if target:
            self.hand_over_all(Path(target))

    def hand_over_all(self, target: Path) -> None:
        """Hand over the chosen picture of every article; goes on where an earlier run stopped."""
        folder = self._folder()
        self._remember(target)
        job = self.lane.start(lambda: hand_over_decided(folder, Wish(target)))
        job.succeeded.connect(self._tell_all)
        job.failed.connect(self.failed)
        self.batch_started.emit(job)

    @Slot(object)
    def _tell_all(self, report: HandOverReport) -> None:
        text = filled(
            self.tr("%Ln picture(s) handed over, {0:,} were there as before", "", len(report.made)),
            report.kept,
        )
        if not report.left_out:
            self.said.emit(text)
            return
        left = self.tr("%Ln left out:", "", len(report.left_out))
        sentences = [in_window_language(problem.sentence()) for problem in report.left_out[:_TOLD]]
        if len(report.left_out) > _TOLD:
            sentences.append("…")
        show_sentence(self._desk.window(), "\n\n".join([f"{text}, {left}", *sentences]))
