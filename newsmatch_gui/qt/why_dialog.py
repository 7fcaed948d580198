"""Why this picture? Which parts of it, and which words of the article, made the score."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.explanation import Explanation, Method
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.bug_reports import show_bug
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.qt.heat_picture import HeatLegend, HeatPicture
from newsmatch_gui.qt.job_bar import JobBar
from newsmatch_gui.qt.lanes import Job, Lane, once
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.their_words import shortened
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.why_words import WhyTable, WhyText
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.explained_picture import OPACITY, overlay, save_explained
from newsmatch_gui.services.explaining import explain, image_of, is_sensitive
from newsmatch_gui.services.ranking import Pool

_SIDE = 640  # longer side of the map's colours, which are scaled to the photo


class _Asked(NamedTuple):
    pool: Pool
    image: Image
    article_id: str
    sensitive: bool


class _Shown(NamedTuple):
    found: Explanation
    layer: NDArray[np.uint8]


class WhyDialog(QDialog):
    """Explains one score at a time, computed in a lane; other windows go on working.

    Esc closes, arrows go through the words, + − 0 zoom the picture, R reveals a sensitive one.
    """

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        """Make the dialog.

        Args:
            lane: Where explanations are computed; the newest request wins.
            thumbnails: Decodes the picture.
            parent: The window.
        """
        super().__init__(parent)
        self._lane = lane
        self._job: Job | None = None
        self._asked: _Asked | None = None
        self._shown: _Shown | None = None
        self.setModal(False)
        self.setWindowTitle(self.tr("Why this picture?"))
        give_room(self, 1000, 680)
        self.sentence, self.figures = QLabel(self), QLabel(self)
        for label in (self.sentence, self.figures):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.job_bar = JobBar(self)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addWidget(self.figures)
        layout.addWidget(self._make_halves(thumbnails), 1)
        layout.addLayout(self._make_foot())
        self._make_keys()
        self.words.setFocus()

    def _make_keys(self) -> None:
        """Let keys work that a list would take for the first letter of a word."""
        picture = self.picture
        for keys, run in (
            ("R", self._reveal), ("0", picture.toggle_fit), ("+", partial(picture.zoom_by, 1)),
            ("=", partial(picture.zoom_by, 1)), ("-", partial(picture.zoom_by, -1)),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _make_halves(self, thumbnails: ThumbnailLoader) -> QSplitter:
        self.picture = HeatPicture(thumbnails, self)
        self.legend = HeatLegend(self)
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setRange(0, 100)
        self.opacity.setValue(round(100 * OPACITY))
        self.opacity.setAccessibleName(self.tr("Strength of the colours on the picture"))
        self.opacity.valueChanged.connect(self.picture.set_opacity)
        label = QLabel(self.tr("Co&lours"), self)
        label.setBuddy(self.opacity)
        strength = QHBoxLayout()
        strength.addWidget(label)
        strength.addWidget(self.opacity, 1)
        self.text, self.words = WhyText(self), WhyTable(self)
        self.words.chosen.connect(self.text.mark)
        halves = QSplitter(self)
        left, right = (QVBoxLayout(QWidget(halves)) for _ in range(2))
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.picture, 1)
        left.addWidget(self.legend)
        left.addLayout(strength)
        right.addWidget(self.text, 2)
        right.addWidget(self.words, 3)
        halves.setSizes([620, 440])
        halves.setChildrenCollapsible(False)
        return halves

    def _make_foot(self) -> QHBoxLayout:
        self.method = QComboBox(self)
        about = {
            Method.AUTO: self.tr("best quick way"),
            Method.GRADIENT: self.tr("gradients, integrated"),
            Method.GRAD_CAM: self.tr("Grad-CAM"),
            Method.OCCLUSION: self.tr("covering, one place after the other (slow)"),
        }
        for method, text in about.items():
            self.method.addItem(text, method)
        shorter = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.method.setSizeAdjustPolicy(shorter)  # the list that opens is as wide as it has to be
        self.method.setMinimumContentsLength(18)
        self.method.setAccessibleName(self.tr("How the score is explained"))
        self.method.activated.connect(self._begin)
        label = QLabel(self.tr("&How"), self)
        label.setBuddy(self.method)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.save = buttons.addButton(self.tr("&Save picture …"), role)
        for button in buttons.buttons():
            button.setAutoDefault(False)
        self.save.clicked.connect(self._ask_save)
        buttons.rejected.connect(self.close)
        foot = QHBoxLayout()
        for part in (label, self.method, self.job_bar):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(buttons)
        return foot

    # Explaining ----------------------------------------------------------------------------

    def explain(self, pool: Pool, article_id: str, image_id: str) -> None:
        """Show why a picture got its score for an article, and bring the dialog to the front."""
        self._asked = None
        self._show(None)
        try:
            image, sensitive = image_of(pool, image_id), is_sensitive(pool, image_id)
        except NewsMatchError as error:
            self._tell(error)
        else:
            self._asked = _Asked(pool, image, article_id, sensitive)
            title = image.caption or image.id
            self.setWindowTitle(self.tr("Why this picture? – {0}").format(shortened(title)))
            self.picture.setAccessibleName(title)
            self.picture.show_image(image)
            self._show_veil()
            self._begin()
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot()
    def _begin(self) -> None:
        asked, method = self._asked, Method(self.method.currentData())
        if asked is None:
            return
        self._cancel()
        self.sentence.setText(self.tr("Looking for what made the score …"))
        self.figures.clear()
        self.save.setEnabled(False)
        job = self._lane.start(lambda: _explained(asked, method))
        self._follow(job)
        job.succeeded.connect(lambda shown: self._show(shown) if job is self._job else None)

    def _follow(self, job: Job) -> None:
        self._job = job
        self.job_bar.follow(job)
        job.failed.connect(lambda error: self._tell(error) if job is self._job else None)
        job.ended.connect(lambda: self._ended(job))

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _ended(self, job: Job) -> None:
        if job is not self._job:
            return
        self._job = None
        if job.cancelled:
            self._show(self._shown)
            if self._shown is None:
                self.sentence.setText(self.tr("Stopped. Choose below how to explain it."))

    def _tell(self, error: Exception) -> None:
        self._show(None)
        if isinstance(error, NewsMatchError):
            self.sentence.setText(in_window_language(str(error)))
        else:
            show_bug(self, error)

    def _show(self, shown: _Shown | None) -> None:
        self._shown = shown
        self.save.setEnabled(shown is not None)
        found = None if shown is None else shown.found
        self.text.show_explanation(found)
        self.words.show_explanation(found)
        self.picture.show_map(None if shown is None else shown.layer)
        self.sentence.setText("" if found is None else self._meaning(found))
        self.figures.setText("" if found is None else self._numbers(found))
        if found is not None:
            self._offer(found.methods)

    def _meaning(self, found: Explanation) -> str:
        if found.method is Method.OCCLUSION:
            said = self.tr(
                "Orange: without this part of the picture, the score would be lower; blue: it "
                "would be higher. The same holds for the words."
            )
        else:
            said = self.tr(
                "Orange: the parts of the picture that raised the score; blue: those that lowered "
                "it. Words that raised it are underlined, those that lowered it dotted."
            )
        return said + " " + self.tr("It shows what the model used, not whether it is right.")

    def _numbers(self, found: Explanation) -> str:
        said = [
            filled(self.tr("Score {0:.3f}"), found.score),
            filled(self.tr("a grey picture would have {0:.3f}"), found.blank),
            found.model,
        ]
        if found.part_count > len(found.parts):
            text = self.tr("{0} of the {1} texts that were read make the score; they are shown")
            said.append(text.format(len(found.parts), found.part_count))
        return "  ·  ".join(said)

    def _offer(self, methods: tuple[Method, ...]) -> None:
        """Let nobody choose what this model cannot be asked for."""
        model = self.method.model()
        for row in range(self.method.count()):
            method = Method(self.method.itemData(row))
            model.item(row).setEnabled(method is Method.AUTO or method in methods)

    # The picture ---------------------------------------------------------------------------

    def _show_veil(self) -> None:
        veiled = self._asked is not None and self._asked.sensitive and not self.picture.reveal
        self.picture.note = self.tr("Sensitive: R reveals it") if veiled else ""
        self.picture.update()

    @Slot()
    def _reveal(self) -> None:
        self.picture.reveal = not self.picture.reveal
        self._show_veil()

    @Slot()
    def _ask_save(self) -> None:
        if self._shown is None or self._asked is None:
            return
        found, image, opacity = self._shown.found, self._asked.image, self.picture.opacity
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the picture with its map"), f"why-{image.id}.png",
            self.tr("Pictures (*.png)"),
        )  # fmt: skip
        if name:
            target = Path(name)
            save = partial(save_explained, found, image.path, target, opacity=opacity)
            job = self._lane.start(lambda: once(save, "saving the picture"))
            self.job_bar.follow(job)
            job.failed.connect(self._tell_unsaved)

    @Slot(object)
    def _tell_unsaved(self, error: Exception) -> None:
        if isinstance(error, NewsMatchError):
            show_sentence(self, str(error))
        else:
            show_bug(self, error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif not self.picture.take_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._cancel()
        super().closeEvent(event)


def _explained(asked: _Asked, method: Method) -> Work[_Shown]:
    """Explain, and make the colours where it does not hold up the window."""
    found = yield from explain(asked.pool, asked.article_id, asked.image.id, method)
    yield Progress(0, 0, "drawing the map")
    wide, high = max(1, asked.image.width), max(1, asked.image.height)
    scale = _SIDE / max(wide, high)
    layer = overlay(found, max(1, round(wide * scale)), max(1, round(high * scale)))
    return _Shown(found, layer)
