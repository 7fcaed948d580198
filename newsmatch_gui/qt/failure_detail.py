"""One failure: its pictures, what the model read, why-notes, and the buttons that tag it."""

from collections.abc import Sequence, Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.failure_notes import WhyNote
from newsmatch_gui.domain.failures import FailureTag
from newsmatch_gui.qt.failure_pictures import FailurePictures
from newsmatch_gui.qt.failure_words import KEYS, tag_word
from newsmatch_gui.qt.reading_pane import ReadingPane
from newsmatch_gui.qt.room import ButtonRows
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.failures import Failure


class FailureDetail(QWidget):
    """Shows one article of a study.

    Signals:
        tag_asked: A ``FailureTag`` to set or to take away.
        why_asked: Id of the picture whose score shall be explained.
    """

    tag_asked = Signal(object)
    why_asked = Signal(str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._all = QWidget(self)
        self.pictures = FailurePictures(thumbnails, self)
        self.pictures.why_asked.connect(self.why_asked)
        self.reading = ReadingPane(self)
        self.reading.layout().setContentsMargins(0, 0, 0, 0)
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.notes.setTabChangesFocus(True)
        self.notes.setAccessibleName(self.tr("What was measured of this failure"))
        title = QLabel(self.tr("What was &measured"), self)
        title.setBuddy(self.notes)
        measured = QWidget(self)
        stacked = QVBoxLayout(measured)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.addWidget(title)
        stacked.addWidget(self.notes, 1)
        texts = QSplitter(Qt.Orientation.Horizontal, self)
        texts.setChildrenCollapsible(False)
        texts.addWidget(self.reading)
        texts.addWidget(measured)
        texts.setSizes([400, 320])
        self.buttons = {tag: self._make_button(tag) for tag in FailureTag}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(6, 0, 0, 0)
        whole.addWidget(self._all)
        layout = QVBoxLayout(self._all)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pictures, 4)
        layout.addWidget(texts, 5)
        layout.addWidget(ButtonRows(tuple(self.buttons.values()), self))

    def _make_button(self, tag: FailureTag) -> QPushButton:
        button = QPushButton(f"{KEYS[tag]}  {tag_word(tag)}", self)
        button.setCheckable(True)
        # A click must not take the keys from the list.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(tag_word(tag))
        button.clicked.connect(lambda _checked=False: self.tag_asked.emit(tag))
        return button

    def show_failure(self, failure: Failure | None, pool: int, place: int, listed: int) -> None:
        """Show an article, or nothing.

        Args:
            failure: The article.
            pool: Number of images ranked.
            place: Where it stands in the list, from 0.
            listed: Length of the list.
        """
        self._all.setVisible(failure is not None)
        self.pictures.show_failure(failure, pool)
        if failure is None:
            return
        self.reading.show_article(failure.article, place, listed)
        self.reading.show_reading(failure.reading)
        self.show_notes(failure.notes, looking=True)

    def show_notes(self, notes: Sequence[WhyNote], *, looking: bool) -> None:
        """Show what follows from figures.

        Args:
            notes: The sentences.
            looking: More may follow in a moment.
        """
        lines = [f"•  {in_window_language(note.sentence)}" for note in notes]
        if not lines and not looking:
            lines = [self.tr("The true picture is ranked first.")]
        if looking:
            lines.append(self.tr("looking closer …"))
        self.notes.setPlainText("\n\n".join(lines))

    def show_tags(self, tags: Set[FailureTag]) -> None:
        """Press the buttons of the tags that hold."""
        for tag, button in self.buttons.items():
            button.setChecked(tag in tags)
            mark = "✓ " if tag in tags else ""
            button.setText(f"{KEYS[tag]}  {mark}{tag_word(tag)}")
