"""The researcher's bench: one study of the open collection, seen in several tabs."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.bench_tab import BenchTab
from newsmatch_gui.qt.job_bar import JobBar
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.room import Scrolled, give_room
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.tab_order import follow_layout
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.reporting import KINDS, write_report
from newsmatch_gui.services.studying import Study, StudyChoice, study, study_choices

_PATIENCE = 300  # ms; tabs start many short jobs, and a bar for each of them would flicker


class BenchWindow(QMainWindow):
    """Ranks the ground truth once in a lane of its own and hands the study to every tab.

    Signals:
        article_asked: Id of an article to show at the editor's desk.
        review_asked: (article ids, why) to put into the review queue.
        why_asked: (``Pool``, article id, image id) of a score to explain.
        action_asked: Name of an action of the main window.
        failed: An exception that work raised.
    """

    article_asked = Signal(str)
    review_asked = Signal(object, str)
    why_asked = Signal(object, str, str)
    action_asked = Signal(str)
    failed = Signal(object)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._folder: Path | None = None
        self._study: Study | None = None
        self._stale = True
        self.lane = Lane(self, latest_wins=False)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self._read_only = ""
        self._made: dict[int, BenchTab] = {}
        for name, title in self._tab_titles().items():
            place = self.tabs.addTab(QWidget(self), title)
            self.tabs.tabBar().setTabData(place, name)
        self.tabs.currentChanged.connect(self._show_tab)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.addLayout(self._make_choices())
        layout.addWidget(self.sentence)
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        self.job_bar = JobBar(self, patience=_PATIENCE)
        self.statusBar().addPermanentWidget(self.job_bar)
        self.lane.started.connect(self.job_bar.follow)
        self.setWindowTitle(self.tr("Research bench"))
        give_room(self, 1280, 800)

    def _tab_titles(self) -> dict[str, str]:
        """Return the tabs in order: module and class of each, and its title."""
        return {
            "failures_tab:FailuresTab": self.tr("&Failures"),
            "measures_tab:MeasuresTab": self.tr("&Measures"),
            "map_tab:MapTab": self.tr("Ma&p"),
            "compare_tab:CompareTab": self.tr("&Compare"),
        }

    def _make_choices(self) -> QHBoxLayout:
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(self.tr("Model and recipe"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.currentIndexChanged.connect(self.refresh)
        label = QLabel(self.tr("Model and &recipe:"), self)
        label.setBuddy(self.choice)
        again = QPushButton(self.tr("Rank &again"), self)
        again.clicked.connect(self.refresh)
        self.report = QPushButton(self.tr("Repor&t …"), self)
        self.report.setEnabled(False)
        self.report.clicked.connect(self._ask_report)
        row = QHBoxLayout()
        for part in (label, self.choice, again, self.report):
            row.addWidget(part)
        row.addStretch(1)
        return row

    # What is studied -----------------------------------------------------------------------

    def set_folder(self, folder: Path | None, read_only: str = "") -> None:
        """Study another collection, or none; ranked when the window is seen.

        Args:
            folder: The collection.
            read_only: Why nothing may be written into it, in one sentence; "" where it may.
        """
        self.lane.cancel()
        self._folder, self._read_only, self._stale = folder, read_only, True
        for tab in self._made.values():
            tab.read_only = read_only
        self._show_study(None)
        if folder is None:
            self.close()
        elif self.isVisible():
            self._begin()

    @Slot()
    def index_changed(self) -> None:
        """Rank anew what was indexed meanwhile, when the window is seen next."""
        self._stale = True
        if self.isVisible():
            self._begin()

    def _begin(self) -> None:
        """List what can be studied, and study the one that serves."""
        if self._folder is None:
            return
        self._stale = False
        try:
            choices = study_choices(self._folder)
        except NewsMatchError as error:
            self.sentence.setText(in_window_language(str(error)))
            return
        with QSignalBlocker(self.choice):
            before = self.choice.currentData()
            self.choice.clear()
            for choice in choices:
                self.choice.addItem(choice.title, choice)
            self.choice.setCurrentIndex(choices.index(before) if before in choices else 0)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Rank the ground truth by the chosen model and recipe."""
        folder, choice = self._folder, self.choice.currentData()
        if folder is None or not isinstance(choice, StudyChoice):
            return
        self.lane.cancel()
        job = self.lane.start(lambda: study(folder, model=choice.model, reading=choice.reading))
        job.succeeded.connect(self._show_study)
        job.failed.connect(self._tell)

    @Slot(object)
    def _show_study(self, found: Study | None) -> None:
        self._study = found
        self.report.setEnabled(found is not None)
        self.sentence.setText("" if found is None else self._summary(found))
        for tab in self._made.values():
            tab.set_study(found)

    def _summary(self, found: Study) -> str:
        m = found.measures
        counted = (self.tr("%Ln article(s)", "", m.n), self.tr("%Ln image(s)", "", m.pool))
        text = self.tr("{0}: MRR@100 {1:.4f}, recall@1 {2:.3f}, recall@10 {3:.3f}, "
                       "recall@100 {4:.3f}")  # fmt: skip
        said = filled(text, ", ".join(counted), m.mrr, m.recall[1], m.recall[10], m.recall[100])
        if found.left_out:
            text = self.tr("{0:,} left out: not indexed, or without their image.")
            said += "  " + filled(text, found.left_out)
        return said

    @Slot()
    def _ask_report(self) -> None:
        name, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Write a report"), "report.html",
            self.tr("Page (*.html);;Table (*.csv);;JSON (*.json)"),
        )  # fmt: skip
        if name:
            path = Path(name)
            ending = next((kind for kind in KINDS if kind in chosen), KINDS[0])
            self.write_report(path if path.suffix else path.with_suffix(ending))

    def write_report(self, target: Path) -> None:
        """Report on the study, and on the one it is compared with."""
        found = self._study
        if found is None:
            return
        rival = next((tab.compared for tab in self._made.values() if tab.compared), None)
        job = self.lane.start(lambda: write_report(found, target, rival=rival))
        text = self.tr("The report was written to {0}").format(target)
        job.succeeded.connect(lambda _none: self.statusBar().showMessage(text, 8_000))
        job.failed.connect(self._tell)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, NewsMatchError):
            self.sentence.setText(in_window_language(str(error)))
        else:
            self.failed.emit(error)

    # Tabs ----------------------------------------------------------------------------------

    @Slot(int)
    def _show_tab(self, place: int) -> None:
        """Make a tab when it is first seen: plots take half a second to import."""
        if place in self._made or place < 0 or not self.isVisible():
            return
        tab = self._make_tab(str(self.tabs.tabBar().tabData(place)))
        self._made[place] = tab
        holder = self.tabs.widget(place)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(Scrolled(tab, self))
        follow_layout(self.centralWidget())
        tab.set_study(self._study)

    def _make_tab(self, name: str) -> BenchTab:
        module, _, kind = name.partition(":")
        make: Callable[[Lane, ThumbnailLoader, QObject], BenchTab] = getattr(
            import_module(f"newsmatch_gui.qt.{module}"), kind
        )
        tab = make(self.lane, self._thumbnails, self)
        tab.read_only = self._read_only
        tab.said.connect(lambda text: self.statusBar().showMessage(text, 8_000))
        tab.failed.connect(self.failed)
        tab.article_asked.connect(self.article_asked)
        tab.review_asked.connect(self.review_asked)
        tab.why_asked.connect(self._ask_why)
        tab.action_asked.connect(self.action_asked)
        return tab

    @Slot(str, str)
    def _ask_why(self, article_id: str, image_id: str) -> None:
        if self._study is not None:
            self.why_asked.emit(self._study.pool, article_id, image_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_tab(self.tabs.currentIndex())
        if self._stale:
            self._begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.lane.cancel()
        self._stale = self._stale or self._study is None  # it was stopped half-way
        super().closeEvent(event)
