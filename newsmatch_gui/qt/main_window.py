"""The main window: menus, the two lanes, and which collection is open."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Work
from newsmatch_gui.qt.bench_window import BenchWindow
from newsmatch_gui.qt.bug_reports import show_bug
from newsmatch_gui.qt.commands import Commands
from newsmatch_gui.qt.desk_view import DeskView
from newsmatch_gui.qt.dialogs import ProblemsDialog, ask_collection, show_sentence
from newsmatch_gui.qt.help import Help
from newsmatch_gui.qt.job_bar import JobBar
from newsmatch_gui.qt.lanes import Job, Lane, once
from newsmatch_gui.qt.learning import Learning
from newsmatch_gui.qt.menus import Menus
from newsmatch_gui.qt.options import Options
from newsmatch_gui.qt.preferences import Preferences
from newsmatch_gui.qt.safekeeping import Safekeeping
from newsmatch_gui.qt.start_page import StartPage
from newsmatch_gui.qt.suggesting import Suggesting
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.watching import Watching
from newsmatch_gui.qt.why import Why
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.demo import demo_folder, prepare_demo
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.importing import ImportReport, import_source
from newsmatch_gui.services.indexing import IndexReport, build_index, index_pending
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.ranking import Pool, load_pool

log = logging.getLogger(__name__)
_LAST = "collection/last"


class MainWindow(QMainWindow):
    """Opens collections and runs long work in two lanes: answers at once, and the background.

    Attributes:
        starts_anew: It closed to be opened again, in another language.

    Signals:
        pool_ready: The index of the open collection is loaded; its pictures can be ranked.
    """

    pool_ready = Signal()

    def __init__(self, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._desk: Desk | None = None
        self._closing = False
        self.starts_anew = False
        self.interactive = Lane(self, latest_wins=True)
        self.background = Lane(self, latest_wins=False)
        self.safekeeping = Safekeeping(self.background, self)
        self.learning = Learning(self)
        self.thumbnails = ThumbnailLoader(self)
        self.bench = BenchWindow(self.thumbnails, self)
        self.desk_view = DeskView(self.interactive, self.thumbnails, self)
        self.watching = Watching(self.background, self)
        self.suggesting = Suggesting(self.desk_view, self.thumbnails, self)
        self.why = Why(self.thumbnails, self)
        self.lanes = (
            self.why.lane, self.interactive, self.background, self.learning.lane, self.bench.lane,
            self.watching.lane, self.suggesting.lane, *self.desk_view.lanes,
        )  # fmt: skip
        self.preferences = Preferences(self)
        self.options = Options(self.preferences, self.desk_view, self)
        self.commands = Commands(self.preferences, self.desk_view, self)
        self.help = Help(settings, self)
        self.start_page = StartPage(self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.start_page)
        self.pages.addWidget(self.desk_view)
        self.setCentralWidget(self.pages)
        self.job_bar, self.learning_bar, self.handing_bar = JobBar(self), JobBar(self), JobBar(self)
        for bar in (self.handing_bar, self.learning_bar, self.job_bar):
            self.statusBar().addPermanentWidget(bar)
        self.menus = Menus(self)
        self.commands.take_over(self.menus)
        self.help.answer_everywhere(self.menus.actions["manual"])
        self._connect()
        self.setWindowTitle("NewsMatch")
        self.resize(1440, 900)
        self.restoreGeometry(settings.value("window/geometry", QByteArray()))
        self.desk_view.splitter.restoreState(settings.value("window/splitter", QByteArray()))

    def _connect(self) -> None:
        self.options.reading_changed.connect(self.index)
        self.options.language_changed.connect(self._start_anew)
        self.background.started.connect(self.job_bar.follow)
        self.learning.lane.started.connect(self.learning_bar.follow)
        self.desk_view.handing.remember_in(self._settings)
        self.desk_view.handing.batch_started.connect(self.handing_bar.follow)
        parts = (self.safekeeping, self.watching, self.learning, self.bench, self.desk_view)
        for part in (*parts, self.suggesting, self.options):
            part.failed.connect(self._tell)
        self.safekeeping.ready.connect(self._open)
        self.safekeeping.let_go_asked.connect(self.close_collection)
        self.watching.said.connect(self.desk_view.said)
        self.watching.indexed.connect(lambda: self.load_pool(at_once=False))
        self.pool_ready.connect(self.suggesting.pool_ready)
        self.suggesting.added.connect(self.load_pool)
        self.learning.switch_asked.connect(self._switch_model)
        self.bench.article_asked.connect(self._show_article)
        self.bench.review_asked.connect(self._queue)
        self.bench.action_asked.connect(lambda name: self.menus.actions[name].trigger())
        for asking in (self.bench, self.desk_view):
            asking.why_asked.connect(self.why.ask)
        self.desk_view.said.connect(lambda text: self.statusBar().showMessage(text, 6_000))
        self.desk_view.model_wanted.connect(self._load_model)
        self.desk_view.candidate_panel.index_asked.connect(self.index)
        self.start_page.demo_asked.connect(self.open_demo)
        self.start_page.open_asked.connect(self.ask_open)
        self.start_page.new_asked.connect(self.ask_new)

    # Collections ---------------------------------------------------------------------------

    def open_last(self) -> None:
        """Open the collection that was open last, if it is still there."""
        last = self._settings.value(_LAST, "", str)
        if last and (Path(last) / "collection.db").exists():
            self.open_collection(Path(last))

    def open_collection(self, folder: Path) -> None:
        """Open a collection, show its articles, and go on indexing what was left."""
        self.safekeeping.prepare(folder)

    @Slot(object)
    def _open(self, folder: Path) -> None:
        try:
            desk = Desk(folder)
        except NewsMatchError as error:
            self.safekeeping.not_opened(folder, error)
            return
        self._close_desk()
        self._desk = desk
        desk.read_only = self.safekeeping.opened(folder)
        self._settings.setValue(_LAST, str(folder))
        title = self.tr("{0} (read only)").format(folder.stem) if desk.read_only else folder.stem
        self.setWindowTitle(f"{title} – NewsMatch")
        self.pages.setCurrentWidget(self.desk_view)
        self.statusBar().clearMessage()  # it was about the former one
        self.menus.set_collection_open(True)
        self.desk_view.set_desk(desk)
        self.learning.set_folder(folder, desk.read_only)
        self.bench.set_folder(folder, desk.read_only)
        self.watching.set_folder(None if desk.read_only else folder)
        self.load_pool()
        if not desk.read_only:
            self._start(
                lambda: once(lambda: index_pending(folder), self.tr("looking for new work")),
                lambda count: self.index() if count and not self._closing else None,
            )

    def close_collection(self) -> None:
        """Let go of the collection that is open; the start page shows."""
        self._close_desk()
        self.safekeeping.leave()
        self.menus.set_collection_open(False)
        self.pages.setCurrentWidget(self.start_page)
        self.setWindowTitle("NewsMatch")

    def _close_desk(self) -> None:
        self.interactive.cancel()
        self.background.cancel()
        self.learning.set_folder(None)
        self.bench.set_folder(None)
        self.watching.set_folder(None)
        self.suggesting.close()
        self.why.close()
        self.thumbnails.forget()
        self.desk_view.set_pool(None)
        self.desk_view.set_desk(None)
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def load_pool(self, *, at_once: bool = True) -> None:
        """Load the index that is there, to rank by it at once or from the next article on."""
        folder = self._folder()
        if folder is None:
            return
        job = self.background.start(lambda: once(lambda: load_pool(folder), "loading the index"))
        job.succeeded.connect(lambda pool: self._pool_loaded(folder, pool, at_once=at_once))
        # A collection without an index is no fault: the empty page says what to do.
        job.failed.connect(lambda error: None if isinstance(error, NewsMatchError) else
                           self._tell(error))  # fmt: skip

    def _pool_loaded(self, folder: Path, pool: Pool, *, at_once: bool) -> None:
        if folder != self._folder():
            return
        self.desk_view.set_pool(pool) if at_once else self.desk_view.offer_pool(pool)
        self.bench.index_changed()
        self.pool_ready.emit()

    @Slot()
    def show_bench(self) -> None:
        """Open the researcher's bench."""
        self.bench.show()
        self.bench.raise_()
        self.bench.activateWindow()

    @Slot(str)
    def _show_article(self, article_id: str) -> None:
        self.desk_view.show_article(article_id)
        self.raise_()
        self.activateWindow()

    @Slot(object, str)
    def _queue(self, article_ids: Sequence[str], why: str) -> None:
        if reason := self._desk.read_only if self._desk else "":
            self.bench.statusBar().showMessage(reason, 8_000)
            return
        self.desk_view.article_panel.review.send(article_ids, why)
        said = self.tr("%Ln article(s) put into the review queue", "", len(article_ids))
        self.bench.statusBar().showMessage(said, 8_000)

    def _folder(self) -> Path | None:
        return self._desk.folder if self._desk else None

    @Slot()
    def open_demo(self) -> None:
        """Prepare the bundled demo in the background, then open it."""
        folder = demo_folder()
        self._start(lambda: prepare_demo(folder), lambda _none: self.open_collection(folder))

    @Slot()
    def ask_open(self) -> None:
        """Ask for a collection and open it."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Open a collection"))
        if folder:
            self.open_collection(Path(folder))

    @Slot()
    def ask_new(self) -> None:
        """Ask where a new collection shall lie and what it begins with."""
        if (folder := ask_collection(self)) is not None:
            self.ask_import(folder)

    # Long work -----------------------------------------------------------------------------

    def _start(self, make_work: Callable[[], Work[Any]], then: Callable[[Any], None]) -> Job:
        job = self.background.start(make_work)
        job.succeeded.connect(then)
        job.failed.connect(self._tell)
        return job

    def ask_import(self, folder: Path | None = None) -> None:
        """Ask for a table, feed or archive of photos and import it."""
        source, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import articles and pictures"), "",
            self.tr("Sources (*.csv *.tsv *.txt *.jsonl *.json *.ndjson *.xml *.rss *.atom *.zip)"),
        )  # fmt: skip
        if source:
            self.import_from(Path(source), folder)

    def ask_photos(self) -> None:
        """Ask for a folder of photos and import it."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Import a folder of photos"))
        if folder:
            self.import_from(Path(folder))

    def import_from(self, source: Path, folder: Path | None = None) -> None:
        """Import a source into a collection (the open one by default), then index it."""
        target = folder or self._folder()
        if target is not None:
            self._start(
                lambda: import_source(target, source), lambda report: self._imported(target, report)
            )

    def _imported(self, folder: Path, report: ImportReport) -> None:
        pairs, decisions = report.pairs, report.decisions
        said = (
            self.tr("%Ln article(s) added", "", report.articles),
            self.tr("%Ln image(s) added", "", report.images),
            self.tr("%Ln true picture(s) noted", "", pairs) if pairs else "",
            self.tr("%Ln decision(s) added", "", decisions) if decisions else "",
            self.tr("%Ln row(s) left out", "", len(report.problems)),
        )
        self.statusBar().showMessage(", ".join(filter(None, said)), 15_000)
        if folder != self._folder():
            self.open_collection(folder)
        else:
            self.desk_view.reload()
            self.index()
        if report.problems:
            self.show_problems()

    @Slot()
    def index(self, recipe: str = "") -> None:
        """Index in the background; the former index serves until the new one is complete.

        Args:
            recipe: Name or file of another recipe to read articles by.
        """
        folder = self._folder()
        if folder is not None and self.desk_view.decisions.may_write():
            self._start(lambda: build_index(folder, recipe=recipe), self._indexed)

    def _indexed(self, report: IndexReport) -> None:
        self.load_pool()
        if report.translation_faults:
            # A stand-in translated: said at once, and beside every article it concerns.
            show_sentence(self, "\n".join(report.translation_faults))

    @Slot(object)
    def _switch_model(self, make_work: Callable[[], Work[Any]]) -> None:
        def switched(_none: object) -> None:
            self.load_pool()
            self.learning.refresh_models()

        self._start(make_work, switched)

    def ask_recipe(self) -> None:
        """Ask for a recipe's file and read articles by it."""
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a recipe"), "", self.tr("Recipes (*.toml)")
        )
        if name:
            self.index(name)

    @Slot(str)
    def _load_model(self, name: str) -> None:
        work = self._start(
            lambda: once(lambda: loaded_model(name), self.tr("preparing the model")),
            lambda _model: self.desk_view.searching.model_loaded(),
        )
        work.failed.connect(self.desk_view.searching.give_up)

    def show_problems(self) -> None:
        """List what imports left out."""
        folder = self._folder()
        if folder is not None:
            ProblemsDialog(folder, list_problems(folder), self).open()

    def ask_export(self) -> None:
        """Ask for a file and write the decisions into it."""
        target, chosen = QFileDialog.getSaveFileName(
            self, self.tr("Export decisions"), "pairs.jsonl",
            self.tr("All decisions, lossless (*.jsonl);;Training pairs for open_clip (*.csv)"),
        )  # fmt: skip
        folder = self._folder()
        if target and folder is not None:
            kind = "openclip-csv" if chosen.endswith("(*.csv)") else "jsonl"
            try:
                count = export_pairs(folder, Path(target), format=kind)
            except NewsMatchError as error:
                self._tell(error)
                return
            self.statusBar().showMessage(self.tr("%Ln row(s) written", "", count), 8_000)

    # Ending --------------------------------------------------------------------------------

    def _tell(self, error: Exception) -> None:
        if self._closing:
            return
        if isinstance(error, NewsMatchError):
            show_sentence(self, str(error))
        else:
            show_bug(self, error)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel what runs, wait for it to end, then close; every decision is on disk already."""
        if any(lane.busy for lane in self.lanes):
            event.ignore()
            if not self._closing:
                self._closing = True
                self.statusBar().showMessage(self.tr("Finishing the current step …"))
                for lane in self.lanes:
                    lane.cancel()
                    lane.idle.connect(self._close_when_idle, Qt.ConnectionType.QueuedConnection)
            return
        self._closing = True
        self._settings.setValue("window/geometry", self.saveGeometry())
        self._settings.setValue("window/splitter", self.desk_view.splitter.saveState())
        self._close_desk()
        self.safekeeping.close()
        self.thumbnails.stop()
        event.accept()

    @Slot()
    def _start_anew(self) -> None:
        self.starts_anew = True
        self.close()

    @Slot()
    def _close_when_idle(self) -> None:
        QTimer.singleShot(0, self.close)
