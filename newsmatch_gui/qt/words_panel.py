"""Which words did it: tries the words of one article in a lane, and shows what each did."""

from collections import OrderedDict

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from newsmatch_gui.qt.lanes import Job, Lane
from newsmatch_gui.qt.word_table import WordTable
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.side_by_side import SideBySide
from newsmatch_gui.services.word_effects import WordEffects, word_effects

_PAUSE = 250  # ms on one article before its words are tried
_KEPT = 200  # articles whose effects are remembered


class WordsPanel(QWidget):
    """Tries words by itself while one model reads both; two models are loaded on demand only.

    Signals:
        failed: An exception that trying raised.
    """

    failed = Signal(object)

    def __init__(self, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self._lane = lane
        self._sides: SideBySide | None = None
        self._article = ""
        self._kept: OrderedDict[str, WordEffects] = OrderedDict()
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.start)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.button = QPushButton(self.tr("&Try the words"), self)
        self.button.clicked.connect(self.start)
        self.table = WordTable(self)
        top = QHBoxLayout()
        top.addWidget(self.sentence, 1)
        top.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)

    def set_sides(self, sides: SideBySide | None) -> None:
        """Try words of other studies."""
        self._sides = sides
        self._kept.clear()
        self.show_article("")

    def show_article(self, article_id: str) -> None:
        """Show what the words of an article did, as soon as it is known; empty for nothing."""
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._article = article_id
        found = self._kept.get(article_id)
        self.table.show_effects(found)
        self.button.setEnabled(bool(article_id) and found is None)
        self.sentence.setText("" if found is None else self._said(found))
        if article_id and found is None:
            self._begin()

    def _begin(self) -> None:
        if self._sides is None:
            return
        if self._sides.of_models:
            self.sentence.setText(self.tr("Two models have to be loaded, one after the other."))
        elif self.isVisible():
            self._pause.start()

    @Slot()
    def start(self) -> None:
        """Try the words of the article now."""
        self._pause.stop()
        sides, article_id = self._sides, self._article
        if sides is None or not article_id or self._trying():
            return
        self.button.setEnabled(False)
        self.sentence.setText(self.tr("Trying the words …"))
        job = self._lane.start(lambda: word_effects(sides.before, sides.after, article_id))
        self._job = job
        job.succeeded.connect(lambda found: self._tried(sides, article_id, found))
        job.failed.connect(self.failed)
        job.ended.connect(lambda: self._ended(job))

    def _trying(self) -> bool:
        # Closing the window cancels what runs in its lane.
        return self._job is not None and not self._job.cancelled

    def _tried(self, sides: SideBySide, article_id: str, found: WordEffects) -> None:
        if sides is not self._sides:
            return
        self._kept[article_id] = found
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if article_id == self._article:
            self.table.show_effects(found)
            self.sentence.setText(self._said(found))

    def _ended(self, job: Job) -> None:
        """Let the words be tried again when somebody cancelled or something failed."""
        if job is not self._job:
            return
        self._job = None
        if self._article not in self._kept:
            self.sentence.setText("")
            self.button.setEnabled(True)

    def _said(self, found: WordEffects) -> str:
        said = filled(
            self.tr("True picture: rank {0:,} → {1:,}, lead {2:+.2f} → {3:+.2f} σ."),
            found.before.rank,
            found.after.rank,
            found.before.lead,
            found.after.lead,
        )
        if not found.rows:
            return said + " " + self.tr("Both read the same words.")
        if found.of_models:
            return said + " " + self.tr("What each model owes to a word:")
        return said + " " + self.tr("What each change did, all others kept:")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._article and self._article not in self._kept and not self._trying():
            self._begin()
