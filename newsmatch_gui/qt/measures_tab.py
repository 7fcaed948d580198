"""The measures of a study: curves and ranks by domain, hub images, near-duplicates."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from newsmatch_gui.qt.bench_tab import BenchTab
from newsmatch_gui.qt.curves_view import CurvesView
from newsmatch_gui.qt.hubs_view import HubsView
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.twins_view import TwinsView
from newsmatch_gui.services.duplicates import TwinGroup, near_duplicates
from newsmatch_gui.services.measuring import measure_study
from newsmatch_gui.services.pictures import image_paths
from newsmatch_gui.services.studying import Study


class MeasuresTab(BenchTab):
    """Three views; images are compared with each other only when somebody looks."""

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(lane, thumbnails, parent)
        self.curves = CurvesView(self)
        self.hubs = HubsView(thumbnails, self)
        self.twins = TwinsView(thumbnails, self)
        self.views = QTabWidget(self)
        self.views.setDocumentMode(True)
        self.views.addTab(self.curves, self.tr("Recall and ran&ks"))
        self.views.addTab(self.hubs, self.tr("&Hub images"))
        self.views.addTab(self.twins, self.tr("&Near-duplicates"))
        self.views.currentChanged.connect(self._begin)
        for view in (self.hubs, self.twins):
            view.article_asked.connect(self.article_asked)
            view.review_asked.connect(self._send)
        self.empty = QLabel(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setText(
            self.tr("Measures, hubs and near-duplicates appear here once the articles with a true "
                    "picture are ranked.")
        )  # fmt: skip
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.views)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def set_study(self, study: Study | None) -> None:
        super().set_study(study)
        self.pages.setCurrentWidget(self.empty if study is None else self.views)
        self.curves.show_measures(None)
        self.hubs.show_study(study)
        self.twins.show_groups(None, ())
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    @Slot()
    def _begin(self) -> None:
        """Work out what is seen and not there yet."""
        study = self.study
        if study is None or not self.isVisible():
            return
        folder = study.pool.folder
        self.begin("measures", lambda: measure_study(study), self.curves.show_measures)
        self.begin(
            "paths",
            lambda: once(lambda: image_paths(folder), self.tr("looking where photos lie")),
            self._show_paths,
        )
        if self.twins.isVisible():
            self.begin("twins", lambda: near_duplicates(study), self._show_twins)

    def _show_paths(self, paths: dict[str, str]) -> None:
        self.hubs.show_paths(paths)
        self.twins.show_paths(paths)

    def _show_twins(self, groups: tuple[TwinGroup, ...]) -> None:
        self.twins.show_groups(self.study, groups)

    @Slot(object, str)
    def _send(self, article_ids: tuple[str, ...], why: str) -> None:
        self.review_asked.emit(article_ids, why)
        self.said.emit(self.tr("%Ln article(s) sent to the review queue", "", len(article_ids)))
