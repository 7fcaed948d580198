"""The dialog that hands one picture over: its texts, what it will look like, and where it goes."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.handing_over import PictureField, changed
from newsmatch_gui.domain.progress import Progress
from newsmatch_gui.qt.calm_bar import CalmBar
from newsmatch_gui.qt.fitted_picture import FittedPicture
from newsmatch_gui.qt.lanes import Job
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.tab_order import follow_layout
from newsmatch_gui.qt.their_words import TheirWords
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.handing_over import Wish
from newsmatch_gui.services.offers import Offer, fill_template

_PAUSE = 150  # ms without a key before the snippet is made anew
_LINES = {PictureField.CAPTION: 3, PictureField.ALT: 2}


class HandOverDialog(QDialog):
    """Shows what would be handed over, lets what lacks be filled in, and tells what came of it.

    Signals:
        asked: A ``Wish``; the texts of the fields count.
        copied: A snippet is in the clipboard; the texts of the fields count.
    """

    asked = Signal(object)
    copied = Signal()

    def __init__(
        self, pictures: ThumbnailLoader, names: tuple[str, ...], target: str, parent: QWidget
    ) -> None:
        """Make the dialog.

        Args:
            pictures: Decodes the picture.
            names: Names of the templates.
            target: The folder that packages went into last.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Hand over"))
        self._offer: Offer | None = None
        self._job: Job | None = None
        self.headline = TheirWords(self)
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        self.picture = FittedPicture(pictures, self)
        self._make_fields()
        self._make_snippet(names)
        self._make_target(target)
        self._make_end()
        self._lay_out()
        give_room(self, 920, 640)

    def _make_fields(self) -> None:
        self.fields: dict[PictureField, QLineEdit | QPlainTextEdit] = {}
        self._labels: dict[PictureField, QLabel] = {}
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._show_snippet)
        for field in PictureField:
            lines = _LINES.get(field, 0)
            edit: QLineEdit | QPlainTextEdit = QPlainTextEdit(self) if lines else QLineEdit(self)
            if isinstance(edit, QPlainTextEdit):
                edit.setTabChangesFocus(True)
                edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + 14)
            label = QLabel(self)
            label.setBuddy(edit)
            edit.textChanged.connect(self._edited)
            self._form.addRow(label, edit)
            self.fields[field], self._labels[field] = edit, label
        self.checked = QCheckBox(self.tr("I have chec&ked the proposal"), self)
        self.checked.toggled.connect(self._edited)
        self._form.addRow(self.checked)

    def _make_snippet(self, names: tuple[str, ...]) -> None:
        self.template = QComboBox(self)
        self.template.addItems(names)
        self.template.setAccessibleName(self.tr("Template"))
        self.template.currentIndexChanged.connect(self._show_snippet)
        self.copy = QPushButton(self.tr("Cop&y snippet"), self)
        self.copy.clicked.connect(self._copy)
        self.snippet = QPlainTextEdit(self)
        self.snippet.setReadOnly(True)
        self.snippet.setTabChangesFocus(True)
        self.snippet.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.snippet.setAccessibleName(self.tr("The template filled in"))

    def _make_target(self, target: str) -> None:
        self.target = QLineEdit(target, self)
        self.target.textChanged.connect(self._show_lack)
        self.browse = QPushButton(self.tr("&Browse …"), self)
        self.browse.clicked.connect(self._ask_target)
        self.width_box = QSpinBox(self)
        self.width_box.setRange(16, 20_000)
        self.width_box.setSuffix(self.tr(" pixels"))
        self.width_box.valueChanged.connect(self._edited)
        self.zipped = QCheckBox(self.tr("As a &ZIP file"), self)
        self.cropped = QCheckBox(self.tr("With c&rops for the site"), self)
        self.cropped.setChecked(True)
        self.cropped.toggled.connect(self._edited)

    def _make_end(self) -> None:
        self.bar = CalmBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of handing over"))
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.hand_over = self._buttons.addButton(self.tr("&Hand over"), role)
        self.hand_over.setDefault(True)
        self.hand_over.clicked.connect(self._ask)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.addLayout(self._form)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.picture, 3)
        row = QHBoxLayout()
        row.addWidget(self._label(self.tr("Te&mplate"), self.template))
        row.addWidget(self.template, 1)
        row.addWidget(self.copy)
        left.addLayout(row)
        left.addWidget(self.snippet, 2)
        upper = QHBoxLayout()
        upper.addLayout(left, 1)
        upper.addLayout(right, 1)
        where = QHBoxLayout()
        where.addWidget(self._label(self.tr("Into the &folder"), self.target))
        where.addWidget(self.target, 1)
        where.addWidget(self.browse)
        how = QHBoxLayout()
        how.addWidget(self._label(self.tr("At most this &wide"), self.width_box))
        how.addWidget(self.width_box)
        how.addWidget(self.cropped)
        how.addWidget(self.zipped)
        how.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.headline)
        layout.addLayout(upper, 1)
        for row in (where, how):
            layout.addLayout(row)
        for part in (self.told, self.bar, self._buttons):
            layout.addWidget(part)
        follow_layout(self)
        self.bar.hide()

    def _label(self, text: str, buddy: QWidget) -> QLabel:
        label = QLabel(text, self)
        label.setBuddy(buddy)
        label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        buddy.setAccessibleName(text.replace("&", ""))
        return label

    # What is shown -------------------------------------------------------------------------

    def show_offer(self, offer: Offer, width: int, before: int) -> None:
        """Show a picture and its texts.

        Args:
            offer: The picture for an article.
            width: Most pixels across, as the settings say.
            before: How often the picture was handed over before.
        """
        self._offer = None  # while the fields are filled
        self.headline.setText(offer.article.title)
        self.picture.show_photo(offer.image.path, offer.texts[PictureField.ALT])
        for field, edit in self.fields.items():
            text = offer.texts[field]
            edit.setPlainText(text) if isinstance(edit, QPlainTextEdit) else edit.setText(text)
        self.checked.setChecked(False)
        self.checked.setVisible(offer.alt_is_proposal)
        self.width_box.setValue(width)
        self._offer = offer
        self.told.setText(self.tr("Handed over %n time(s) before", "", before) if before else "")
        self._show_lack()
        self._show_snippet()
        lack = self.now().lacking if self._offer else ()
        self.fields[lack[0] if lack else PictureField.CREDIT].setFocus()

    def texts(self) -> dict[PictureField, str]:
        """Return the texts that somebody stands for: all but a proposal that nobody checked."""
        said = {
            field: edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()
            for field, edit in self.fields.items()
        }
        offer = self._offer
        if offer is not None and offer.alt_is_proposal and not self.checked.isChecked():
            proposal = offer.texts[PictureField.ALT]
            if said[PictureField.ALT].strip() in ("", proposal.strip()):
                del said[PictureField.ALT]
        return {field: text.strip() for field, text in said.items()}

    @property
    def has_news(self) -> bool:
        """Whether a text is other than what the collection holds."""
        held = self._offer.texts if self._offer is not None else {}
        proposed = self._offer is not None and self._offer.alt_is_proposal
        texts = self.texts()
        return (proposed and PictureField.ALT in texts) or bool(
            changed(held, texts, tuple(PictureField))
        )

    def now(self) -> Offer:
        """Return the offer with the texts as they stand in the fields."""
        assert self._offer is not None, "nothing is shown"
        return self._offer.with_texts(self.texts())

    @Slot()
    def _edited(self) -> None:
        if self._offer is not None:
            self._show_lack()
            self._soon.start()

    @Slot()
    def _show_lack(self) -> None:
        """Say beside every field what it is for, whether it is required, and whether it lacks."""
        if self._offer is None:
            return
        offer = self.now()
        proposal = offer.alt_is_proposal
        names = {
            PictureField.CREDIT: self.tr("&Credit"),
            PictureField.LICENCE: self.tr("&Licence"),
            PictureField.CAPTION: self.tr("C&aption"),
            PictureField.ALT: self.tr("Alternati&ve text – proposal, please check")
            if proposal
            else self.tr("Alternati&ve text"),
        }
        lacks, needed = self.tr("{0} – required, missing"), self.tr("{0} – required")
        for field, name in names.items():
            lacking, required = field in offer.lacking, field in offer.required
            text = (lacks if lacking else needed if required else "{0}").format(name)
            label = self._labels[field]
            label.setText(text)
            font = label.font()
            font.setBold(lacking)
            label.setFont(font)
            self.fields[field].setAccessibleName(text.replace("&", ""))
        self.hand_over.setEnabled(self._job is None)

    @Slot()
    def _show_snippet(self) -> None:
        if self._offer is None:
            return
        try:
            text = fill_template(
                self.now(), self.template.currentText(), width=self.width_box.value(),
                cropped=self.cropped.isChecked(),
            )  # fmt: skip
        except NewsMatchError as error:
            text = in_window_language(str(error))
            self.copy.setEnabled(False)
        else:
            self.copy.setEnabled(True)
        self.snippet.setPlainText(text)

    # What is asked -------------------------------------------------------------------------

    def _is_complete(self) -> bool:
        """Tell whether nothing required lacks; otherwise say what, and go there."""
        lacking = self.now().lacking
        if lacking:
            self.told.setText(self.tr("Fill in what is required first: this cannot go out yet."))
            self.fields[lacking[0]].setFocus()
        return not lacking

    @Slot()
    def _copy(self) -> None:
        if self._offer is not None and self._is_complete():
            self._show_snippet()
            if self.copy.isEnabled():
                QGuiApplication.clipboard().setText(self.snippet.toPlainText())
                self.told.setText(self.tr("Copied"))
                self.copied.emit()

    @Slot()
    def _ask_target(self) -> None:
        title = self.tr("Where packages go")
        if folder := QFileDialog.getExistingDirectory(self, title, self.target.text()):
            self.target.setText(folder)

    @Slot()
    def _ask(self) -> None:
        if self._offer is None or self._job is not None or not self._is_complete():
            return
        target = self.target.text().strip()
        if not target:
            self.told.setText(self.tr("Name the folder that it goes into."))
            self.target.setFocus()
            return
        zipped, cropped = self.zipped.isChecked(), self.cropped.isChecked()
        width = self.width_box.value()
        self.asked.emit(Wish(Path(target), width=width, zipped=zipped, cropped=cropped))

    # Running -------------------------------------------------------------------------------

    def follow(self, job: Job) -> None:
        """Show a hand-over from now until it ends."""
        self._job = job
        job.progressed.connect(self._show_progress)
        job.succeeded.connect(self._show_done)
        job.failed.connect(self._show_failed)
        job.ended.connect(self._ended)
        self.bar.setRange(0, 0)
        self.bar.show()
        self.hand_over.setEnabled(False)

    @Slot(object)
    def _show_progress(self, progress: Progress) -> None:
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        self.told.setText(in_window_language(progress.phase))

    @Slot(object)
    def _show_done(self, place: Path) -> None:
        self.told.setText(self.tr("Handed over: {0}").format(place))

    @Slot(object)
    def _show_failed(self, error: Exception) -> None:
        if isinstance(error, NewsMatchError):
            self.told.setText(in_window_language(str(error)))

    @Slot()
    def _ended(self) -> None:
        self._job = None
        self.bar.hide()
        self.hand_over.setEnabled(True)

    def sizeHint(self) -> QSize:
        return QSize(920, 640)
