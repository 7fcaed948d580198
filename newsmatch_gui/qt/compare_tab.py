"""Two models or recipes side by side: what improved, what got worse, and which words did it."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.article_sides import ArticleSides
from newsmatch_gui.qt.bench_tab import BenchTab
from newsmatch_gui.qt.change_plots import FactorPlot, RankPlot
from newsmatch_gui.qt.change_table import GLYPHS, ChangeTable, ChangeTableModel
from newsmatch_gui.qt.difference_table import DifferenceTable
from newsmatch_gui.qt.lanes import Job, Lane
from newsmatch_gui.qt.nothing_to_compare import NothingToCompare
from newsmatch_gui.qt.rival_choice import RivalChoice
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import figure, filled
from newsmatch_gui.qt.words_panel import WordsPanel
from newsmatch_gui.services.side_by_side import SideBySide, Turn, compare_with
from newsmatch_gui.services.sides import sides_of
from newsmatch_gui.services.studying import Study

_WIDTHS = [470, 790]
_HEIGHTS = [230, 400]


class CompareTab(BenchTab):
    """Measures and plots on the left, articles and the current one's two sides on the right.

    Attributes:
        sides: What is shown, None while nothing is.
    """

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(lane, thumbnails, parent)
        self.sides: SideBySide | None = None
        self._stale = False
        self._job: Job | None = None
        self._number: int | None = None
        self.rival = RivalChoice(self)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        self.empty = NothingToCompare(self)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._make_left())
        splitter.addWidget(self._make_right())
        splitter.setSizes(_WIDTHS)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rival)
        layout.addWidget(self.sentence)
        layout.addWidget(self.pages, 1)
        self._make_actions()
        self._connect()

    def _make_left(self) -> QWidget:
        self.measures = DifferenceTable(self)
        self.ranks, self.factors = RankPlot(self), FactorPlot(self)
        self.words = WordsPanel(self.lane, self)
        self.views = QTabWidget(self)
        self.views.setDocumentMode(True)
        self.views.addTab(self.ranks, self.tr("Ra&nks"))
        self.views.addTab(self.factors, self.tr("Chan&ges"))
        self.views.addTab(self.words, self.tr("Wor&ds"))
        left = QWidget(self)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.measures)
        layout.addWidget(self.views, 1)
        return left

    def _make_right(self) -> QWidget:
        self.model = ChangeTableModel(self)
        self.table = ChangeTable(self.model, self)
        self.turn = QComboBox(self)
        self.turn.setAccessibleName(self.tr("Which articles"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Words of the headline"))
        self.filter.setAccessibleName(self.tr("Words of the headline"))
        self.filter.setClearButtonEnabled(True)
        self.to_desk = QPushButton(self.tr("Show at the des&k (Enter)"), self)
        self.to_review = QPushButton(self.tr("Re&view (R)"), self)
        top = QHBoxLayout()
        for part in (self.turn, self.filter, self.to_desk, self.to_review):
            top.addWidget(part, 1 if part is self.filter else 0)
        lists = QWidget(self)
        layout = QVBoxLayout(lists)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        self.detail = ArticleSides(self.thumbnails, self)
        self.detail.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.setChildrenCollapsible(False)
        right.addWidget(lists)
        right.addWidget(self.detail)
        right.setSizes(_HEIGHTS)
        return right

    def _make_actions(self) -> None:
        """Let the keys work in the list and at the article, and nowhere where somebody types."""
        for text, keys, run in (
            (self.tr("Show at the desk"), ("Return", "Enter"), self.show_at_desk),
            (self.tr("Put into review"), ("R",), self.review),
        ):
            action = QAction(text, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(run)
            for place in (self.table, self.detail):
                place.addAction(action)

    def _connect(self) -> None:
        self.rival.chosen.connect(self.compare)
        self.rival.failed.connect(self.failed)
        self.empty.action_asked.connect(self._ask_action)
        self.turn.currentIndexChanged.connect(self._turn_chosen)
        self.filter.textChanged.connect(self._narrow)
        self.filter.returnPressed.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.doubleClicked.connect(lambda _index: self.show_at_desk())
        self.ranks.picked.connect(self._pick)
        self.words.failed.connect(self.failed)
        self.detail.why_asked.connect(self._ask_why)
        self.to_desk.clicked.connect(self.show_at_desk)
        self.to_review.clicked.connect(self.review)

    # What is compared ----------------------------------------------------------------------

    def set_study(self, study: Study | None) -> None:
        super().set_study(study)
        self._stop()
        self._show(None)
        try:
            self.rival.set_study(study)
        except NewsMatchError as error:
            self._failed(error)
            return
        self.compare()

    @Slot()
    def compare(self) -> None:
        """Lay the chosen rival beside the study, once the tab is seen."""
        self._stop()
        study, rival = self.study, self.rival.current()
        if study is None or rival is None:
            self._stale = False
            self._show(None)
            return
        self._stale = not self.isVisible()
        if self._stale:
            return
        self._advise()
        self.sentence.setText(self.tr("Comparing …"))
        job = self.lane.start(
            lambda: compare_with(
                study, rival.folder, model=rival.choice.model, reading=rival.choice.reading
            )
        )
        self._job = job
        job.succeeded.connect(self._compared)
        job.failed.connect(self._failed)
        job.ended.connect(lambda: self._ended(job))

    @Slot(object)
    def _compared(self, sides: SideBySide) -> None:
        self._job = None
        if sides.before is self.study:
            self._show(sides)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        self._job = None
        self._show(None)
        if isinstance(error, NewsMatchError):
            self.empty.tell(in_window_language(str(error)))
        else:
            self.failed.emit(error)

    def _ended(self, job: Job) -> None:
        if job is self._job and job.cancelled:
            self.sentence.setText(self.tr("Stopped. Rank again, or choose another one to compare."))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Closing the window cancels what runs in its lane.
        if self._stale or (self._job is not None and self._job.cancelled):
            self.compare()

    # What is shown -------------------------------------------------------------------------

    def _show(self, sides: SideBySide | None) -> None:
        self.sides = sides
        self.compared = None if sides is None else sides.after
        self.pages.setCurrentIndex(1 if sides else 0)
        self._advise()
        self.sentence.setText("" if sides is None else self._summary(sides))
        self.measures.show_comparison(sides.comparison if sides else None)
        self.ranks.set_sides(sides)
        self.factors.set_sides(sides)
        self.words.set_sides(sides)
        self._show_turns(sides)
        self.model.set_sides(sides)
        self._narrow()
        if sides is not None and not self.isAncestorOf(self.window().focusWidget() or self):
            self.table.setFocus()

    def _advise(self) -> None:
        if self.study is None:
            text = self.tr("Two models or recipes appear here side by side once the articles with "
                           "a true picture are ranked.")  # fmt: skip
            self.empty.tell(text)
        elif self.rival.current() is not None:
            self.empty.tell("")
        else:
            self.empty.offer(self.study.pool.recipe.partition("@")[0], self.read_only)

    @Slot(str)
    def _ask_action(self, name: str) -> None:
        self.action_asked.emit(name)
        if name.startswith("recipe-"):
            self.said.emit(self.tr("The main window shows how far the reading is"))

    def _summary(self, sides: SideBySide) -> str:
        said = self.tr("Before: {0}.  After: {1}.").format(sides.before.title, sides.after.title)
        if sides.comparison.left_out:
            said += "  " + self.tr(
                "%Ln true picture(s) were ranked by one of them only.",
                "",
                sides.comparison.left_out,
            )
        return said

    def _show_turns(self, sides: SideBySide | None) -> None:
        counts = sides.counts() if sides else dict.fromkeys(Turn, 0)
        with QSignalBlocker(self.turn):
            chosen = max(0, self.turn.currentIndex())
            self.turn.clear()
            self.turn.addItem(filled(self.tr("All {0:,}"), sum(counts.values())), None)
            for turn, count in counts.items():
                text = f"{GLYPHS[turn]} {self.model.turn_word(turn)}  {figure(count)}"
                self.turn.addItem(text, turn.value)
            self.turn.setCurrentIndex(chosen)

    @Slot()
    def _turn_chosen(self) -> None:
        """Put on top what moved most in the chosen direction."""
        worse = self.turn.currentData() == Turn.WORSE.value
        order = Qt.SortOrder.AscendingOrder if worse else Qt.SortOrder.DescendingOrder
        self.table.sort_by_change(order)
        self._narrow()

    @Slot()
    def _narrow(self) -> None:
        """List what the filters keep, and stay at the current article if it is among it."""
        before, turn = self._number, self.turn.currentData()
        self.model.narrow(None if turn is None else Turn(turn), self.filter.text())
        if self.model.rowCount():
            self.table.select(self.model.place(before) or 0)
        self._current_changed()

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, *_indexes: QModelIndex) -> None:
        number, sides = self.table.current_number(), self.sides
        self._number = number
        for button in (self.to_desk, self.to_review):
            button.setEnabled(number is not None)
        if number is None or sides is None:
            self.detail.show_article("", None)
            self.words.show_article("")
            self.ranks.mark(None)
            return
        article = sides.articles[number]
        (before,), (after,) = (sides_of(s, (article.id,)) for s in (sides.before, sides.after))
        self.detail.show_article(article.title or self.tr("(no headline)"), (before, after))
        self.words.show_article(article.id)
        self.ranks.mark(number)

    @Slot(int)
    def _pick(self, number: int) -> None:
        """Show an article that was clicked in the plot, whatever the filters hide."""
        if self.model.place(number) is None:
            self.filter.clear()
            self.turn.setCurrentIndex(0)
        if (row := self.model.place(number)) is not None:
            self.table.select(row)

    # Elsewhere -----------------------------------------------------------------------------

    @Slot()
    def show_at_desk(self) -> None:
        """Show the current article at the editor's desk."""
        if self.sides is not None and self._number is not None:
            self.article_asked.emit(self.sides.articles[self._number].id)

    @Slot()
    def review(self) -> None:
        """Put the selected articles into the review queue."""
        sides, numbers = self.sides, self.table.selected_numbers()
        if sides is None or not numbers:
            return
        ids = tuple(sides.articles[number].id for number in numbers)
        if len(numbers) == 1:
            (n,) = numbers
            ranks = (sides.ranks_before[n], sides.ranks_after[n])
            why = self.tr("true picture at rank {0:,}, at {1:,} by {2}")
            why = filled(why, *ranks, sides.after.title)
        else:
            why = self.tr("ranked otherwise by {0}").format(sides.after.title)
        self.review_asked.emit(ids, why)

    @Slot(str)
    def _ask_why(self, image_id: str) -> None:
        if self.sides is not None and self._number is not None:
            self.why_asked.emit(self.sides.articles[self._number].id, image_id)
