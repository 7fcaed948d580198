"""The failure explorer: where true pictures were ranked, why, and what people say of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.failure_notes import WhyNote
from newsmatch_gui.domain.failures import FailureTag
from newsmatch_gui.qt.bench_tab import BenchTab
from newsmatch_gui.qt.failure_detail import FailureDetail
from newsmatch_gui.qt.failure_filters import FailureFilters
from newsmatch_gui.qt.failure_table import FailureTable, FailureTableModel
from newsmatch_gui.qt.failure_words import KEYS, tag_word
from newsmatch_gui.qt.lanes import Job, Lane
from newsmatch_gui.qt.plots import Plot
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.failures import Failure, Failures, export_failures
from newsmatch_gui.services.studying import Study

_PAUSE = 150  # ms on one article before it is looked at more closely
_WIDTHS = [520, 740]
_PLOT_HEIGHT = 190


class FailuresTab(BenchTab):
    """A list of articles on the left, the one that is current on the right."""

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(lane, thumbnails, parent)
        self._failures: Failures | None = None
        self._failure: Failure | None = None
        self._look: Job | None = None
        self._had_keys = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look_closer)
        self.model = FailureTableModel(self)
        self.table = FailureTable(self.model, self)
        self.filters = FailureFilters(self)
        self.detail = FailureDetail(thumbnails, self)
        self.plot = Plot(self, self.tr("What went wrong"), "", self.tr("articles"))
        self.plot.hideAxis("left")
        self.plot.getAxis("bottom").setHeight(2 * self.fontMetrics().height() + 8)
        self.count = QLabel(self)
        self.empty = _sentence(self)
        self.none_kept = _sentence(self)
        self.none_kept.setText(self.tr("No article matches these filters."))
        self.lists = QStackedWidget(self)
        self.lists.addWidget(self.table)
        self.lists.addWidget(self.none_kept)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._make_left())
        splitter.addWidget(self.detail)
        splitter.setSizes(_WIDTHS)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)
        self._make_actions()
        self._connect()

    def _make_left(self) -> QWidget:
        self.to_desk = QPushButton(self.tr("Show at the &desk (Enter)"), self)
        self.to_review = QPushButton(self.tr("Re&view (R)"), self)
        self.export = QPushButton(self.tr("E&xport tagged …"), self)
        buttons = QHBoxLayout()
        for button in (self.to_desk, self.to_review, self.export):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        left = QWidget(self)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filters)
        layout.addWidget(self.lists, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.plot)
        layout.addWidget(self.count)
        self.plot.setFixedHeight(_PLOT_HEIGHT)
        return left

    def _make_actions(self) -> None:
        """Let the keys work in the list and at the article, and nowhere where somebody types."""
        actions = [
            self._action(self.tr("Show at the desk"), ("Return", "Enter"), self.show_at_desk),
            self._action(self.tr("Put into review"), ("R",), self.review),
        ]
        actions += [
            self._action(tag_word(tag), (key,), partial(self.toggle, tag))
            for tag, key in KEYS.items()
        ]
        for place in (self.table, self.detail):
            place.addActions(actions)

    def _action(self, text: str, keys: Sequence[str], run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: run())
        return action

    def _connect(self) -> None:
        self.filters.changed.connect(self._narrow)
        self.model.layoutChanged.connect(self._sorted)
        self.filters.left.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._current_changed)
        self.table.doubleClicked.connect(lambda _index: self.show_at_desk())
        self.detail.tag_asked.connect(self._tag_clicked)
        self.detail.why_asked.connect(self._ask_why)
        self.to_desk.clicked.connect(self.show_at_desk)
        self.to_review.clicked.connect(self.review)
        self.export.clicked.connect(self._ask_export)

    # What is shown -------------------------------------------------------------------------

    def set_study(self, study: Study | None) -> None:
        super().set_study(study)
        self._stop_looking()
        if self._failures is not None:
            self._failures.close()
            self._failures = None
        try:
            self._failures = Failures(study) if study is not None else None
        except NewsMatchError as error:
            self.failed.emit(error)
        self.pages.setCurrentIndex(1 if self._failures else 0)
        self.empty.setText(
            self.tr("Failures appear here once the articles with a true picture are ranked.\n\n"
                    "Articles need to be imported together with their pictures, and indexed "
                    "(Collection > Index, F5).")
        )  # fmt: skip
        self.filters.set_rows(self._failures.rows if self._failures else ())
        self._narrow()
        # Only once: whoever steps through the models later goes on undisturbed.
        if self._failures is not None and not self._had_keys and self.isVisible():
            self._had_keys = True
            self.table.setFocus()

    @Slot()
    def _narrow(self) -> None:
        """List what the filters keep, and stay at the current article if it is among it."""
        before = self._failure.row.id if self._failure else ""
        rows = self._failures.shown(self.filters.wanted()) if self._failures else ()
        self._failure = None  # shown anew: its study or its place may be another one
        self.model.set_rows(rows, self._tags)
        self.lists.setCurrentIndex(0 if rows else 1)
        if rows:
            self.table.select(self.model.place(before) or 0)
        else:
            self._show(None)
        self._count()

    def _tags(self, article_id: str) -> frozenset[FailureTag]:
        return self._failures.tags(article_id) if self._failures else frozenset()

    def _count(self) -> None:
        if self._failures is None:
            return
        rows = self.model.rows()
        counts = self._failures.counts(rows)
        # Two lines, or the names would run into each other.
        names = [tag_word(tag).replace(" ", "\n", 1) for tag in counts]
        self.plot.set_columns(names, list(counts.values()))
        tagged = sum(bool(self._tags(row.id)) for row in rows)
        text = self.tr("{0:,} tagged of {1:,} shown, {2:,} in all")
        self.count.setText(filled(text, tagged, len(rows), len(self._failures.rows)))

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row = self.table.current_row()
        if row is None or self._failures is None:
            return
        if self._failure is None or row.id != self._failure.row.id:
            self._show(self._failures.failure(row.id))

    @Slot()
    def _sorted(self) -> None:
        self.table.scrollTo(self.table.currentIndex())
        self._show(self._failure)

    def _show(self, failure: Failure | None) -> None:
        self._stop_looking()
        self._failure = failure
        pool = len(self.study.pool.image_ids) if self.study else 0
        place = self.table.currentIndex().row()
        self.detail.show_failure(failure, pool, place, self.model.rowCount())
        for button in (self.to_desk, self.to_review):
            button.setEnabled(failure is not None)
        self._show_tags()
        if failure is not None:
            self._pause.start()

    def _show_tags(self) -> None:
        self.detail.show_tags(self._tags(self._failure.row.id) if self._failure else frozenset())

    # Looking closer ------------------------------------------------------------------------

    def _stop_looking(self) -> None:
        self._pause.stop()
        if self._look is not None:
            self._look.cancel()
            self._look = None

    @Slot()
    def _look_closer(self) -> None:
        failures, failure = self._failures, self._failure
        if failures is None or failure is None:
            return
        self._look = self.lane.start(lambda: failures.look_closer(failure))
        self._look.succeeded.connect(lambda notes: self._looked(failure, notes))
        self._look.failed.connect(self.failed)
        # Cancelled in the status line, say: what is known stays.
        self._look.ended.connect(lambda: self._looked(failure, failure.notes))

    def _looked(self, failure: Failure, notes: Sequence[WhyNote]) -> None:
        if failure is self._failure and self._look is not None:
            self._look = None
            self.detail.show_notes(notes, looking=False)

    # Saying what went wrong ----------------------------------------------------------------

    def toggle(self, tag: FailureTag) -> None:
        """Tag the selected articles, or take the tag away when all of them have it."""
        ids = self.table.selected_ids()
        if self.read_only:
            self.said.emit(self.read_only)
            return
        if self._failures is None or not ids:
            return
        present = self._failures.toggle(ids, tag)
        self.model.tags_changed(ids)
        self._show_tags()
        self._count()
        text = self.tr("Tagged: {0} ({1})") if present else self.tr("No longer tagged: {0} ({1})")
        self.said.emit(text.format(tag_word(tag), len(ids)))

    @Slot(object)
    def _tag_clicked(self, tag: FailureTag) -> None:
        self.toggle(tag)

    # Elsewhere -----------------------------------------------------------------------------

    @Slot()
    def show_at_desk(self) -> None:
        """Show the current article at the editor's desk."""
        if self._failure is not None:
            self.article_asked.emit(self._failure.row.id)

    @Slot()
    def review(self) -> None:
        """Put the selected articles into the review queue."""
        ids = tuple(self.table.selected_ids())
        if not ids or self.study is None:
            return
        ranks = [int(self.study.true_ranks[self.study.row[article_id]]) for article_id in ids]
        why = self.tr("true picture at rank {0:,}")
        if len(ids) > 1:
            why = self.tr("true picture at rank {0:,} or worse")
        self.review_asked.emit(ids, filled(why, min(ranks)))

    @Slot(str)
    def _ask_why(self, image_id: str) -> None:
        if self._failure is not None:
            self.why_asked.emit(self._failure.row.id, image_id)

    @Slot()
    def _ask_export(self) -> None:
        target, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Export tagged failures"), "failures.csv",
            self.tr("Tables (*.csv);;JSON (*.json)"),
        )  # fmt: skip
        if target:
            path = Path(target)
            if not path.suffix:
                path = path.with_suffix(".json" if "json" in chosen else ".csv")
            self.export_to(path)

    def export_to(self, target: Path) -> None:
        """Write the tagged articles among those listed to a file, in the background."""
        study, wanted = self.study, self.filters.wanted()
        if study is None:
            return
        if not isinstance(wanted.failure, FailureTag):
            wanted = replace(wanted, failure=True)
        job = self.lane.start(lambda: export_failures(study, wanted, target))
        job.succeeded.connect(
            lambda count: self.said.emit(
                self.tr("%Ln tagged failure(s) written to {0}", "", count).format(target)
            )
        )
        job.failed.connect(self.failed)


def _sentence(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setMargin(40)
    return label
