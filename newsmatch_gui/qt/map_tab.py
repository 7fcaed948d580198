"""The map: images and articles where the model sees them, and a lasso to queue what looks odd."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.projection import inside
from newsmatch_gui.qt.bench_tab import BenchTab
from newsmatch_gui.qt.lanes import Lane, once
from newsmatch_gui.qt.map_legend import MapLegend
from newsmatch_gui.qt.map_side import MapPreview, MapSelection
from newsmatch_gui.qt.room import grown
from newsmatch_gui.qt.scatter import Scatter, Spot
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.mapping import (
    ColourBy,
    Colouring,
    EmbeddingMap,
    Method,
    colouring,
    embedding_map,
    umap_missing,
)
from newsmatch_gui.services.pictures import image_paths
from newsmatch_gui.services.studying import Study

_SIDE = 330


class MapTab(BenchTab):
    """One selection of articles, made by lasso, by click, by typing or by what is shown."""

    def __init__(self, lane: Lane, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(lane, thumbnails, parent)
        self._map: EmbeddingMap | None = None
        self._maps: dict[Method, EmbeddingMap] = {}
        self._colouring: Colouring | None = None
        self._paths: dict[str, str] = {}
        self._why = ""
        self.scatter = Scatter(self, self.tr("Map"))
        self.legend = MapLegend(self)
        self.preview = MapPreview(thumbnails, self)
        self.selection = MapSelection(self)
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self._make_controls()
        self._lay_out()
        self._connect()
        self._forget()

    def _make_controls(self) -> None:
        self.method = QComboBox(self)
        self.method.addItem(self.tr("PCA"), Method.PCA)
        self.method.addItem(self.tr("UMAP"), Method.UMAP)
        self.method.setAccessibleName(self.tr("How the map is made"))
        self.by = QComboBox(self)
        for text, by in (
            (self.tr("image or article"), ColourBy.MODALITY),
            (self.tr("domain"), ColourBy.DOMAIN),
            (self.tr("rank of the true image"), ColourBy.RANK),
            (self.tr("tag"), ColourBy.TAG),
        ):
            self.by.addItem(text, by)
        self.by.setAccessibleName(self.tr("Colour by"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find articles by words (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Find articles by words"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(grown(110, self))
        self.lasso = QPushButton(self.tr("&Lasso"), self)
        self.lasso.setCheckable(True)
        self.lasso.setToolTip(
            self.tr("Draw a line around points; also by dragging with Shift. Ctrl adds")
        )
        self.select_shown = QPushButton(self.tr("Select all sho&wn"), self)
        self.whole = QPushButton(self.tr("Wh&ole map"), self)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for text, box in ((self.tr("Made &by:"), self.method), (self.tr("Colo&ur:"), self.by)):
            label = QLabel(text, self)
            label.setBuddy(box)
            top.addWidget(label)
            top.addWidget(box)
        top.addWidget(self.search, 1)
        for button in (self.lasso, self.select_shown, self.whole):
            top.addWidget(button)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)
        column.addWidget(self.legend, 2)
        column.addWidget(self.selection, 3)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.scatter)
        splitter.addWidget(side)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([10 * _SIDE, _SIDE])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.about)

    def _connect(self) -> None:
        self.method.currentIndexChanged.connect(self._begin)
        self.by.currentIndexChanged.connect(self._colour)
        self.legend.changed.connect(self._show_kinds)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.selection.list.setFocus)
        self.lasso.toggled.connect(self.scatter.set_lasso_mode)
        self.select_shown.clicked.connect(self._select_shown)
        self.whole.clicked.connect(self.scatter.show_all)
        self.scatter.hovered.connect(self._preview)
        self.scatter.clicked.connect(self._click)
        self.scatter.lassoed.connect(self._lasso)
        self.selection.current_changed.connect(self._show_current)
        self.selection.article_asked.connect(self._ask_article)
        self.selection.review_asked.connect(self._send)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.search.setFocus)

    # What is shown -------------------------------------------------------------------------

    def set_study(self, study: Study | None) -> None:
        super().set_study(study)
        self._forget()
        self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    def _forget(self) -> None:
        self._map, self._colouring = None, None
        self._maps.clear()
        self._paths = {}
        self._forget_words()
        self.scatter.set_map(np.empty((0, 2)), np.empty((0, 2)))
        self.about.setText(self.tr("The map is made when there is a study and this page is seen."))
        self._select((), self.tr("No article is selected."), "")
        for control in (self.search, self.lasso, self.select_shown, self.whole):
            control.setEnabled(False)

    def _method(self) -> Method:
        return Method(self.method.currentData())

    @Slot()
    def _begin(self) -> None:
        """Show the map that is asked for, made when the tab is seen."""
        study, method = self.study, self._method()
        if study is None or not self.isVisible():
            return
        missing = umap_missing() if method is Method.UMAP else ""
        if missing:
            with QSignalBlocker(self.method):
                self.method.setCurrentIndex(self.method.findData(Method.PCA))
            self.about.setText(missing)
        elif method in self._maps:
            self._show_map(self._maps[method])
        else:
            folder = study.pool.folder
            self.about.setText(self.tr("Making the map …"))
            self.begin(
                "paths",
                lambda: once(lambda: image_paths(folder), self.tr("looking where photos lie")),
                self._show_paths,
            )
            self.begin(method, lambda: embedding_map(study, method=method), self._show_made)

    def _show_paths(self, paths: dict[str, str]) -> None:
        self._paths = paths
        self._preview(None)

    def _show_made(self, found: EmbeddingMap) -> None:
        self._maps[found.method] = found
        if found.method is self._method():
            self._show_map(found)

    def _show_map(self, found: EmbeddingMap) -> None:
        self._tell_method(found)
        if found is self._map:
            return
        self._map = found
        self.scatter.set_map(found.images, found.articles)
        for control in (self.search, self.lasso, self.select_shown, self.whole):
            control.setEnabled(True)
        self._colour()
        self.scatter.mark((), self.selection.numbers)
        self._show_current(self.selection.current())

    def _tell_method(self, found: EmbeddingMap) -> None:
        counts = (len(found.images), len(found.articles))
        if found.explained is None:
            title = self.tr("Map by UMAP")
            text = filled(
                self.tr(
                    "UMAP of {0:,} images and {1:,} articles, each modality centred by itself: "
                    "what is near here is near for the model, but distances between groups "
                    "mean little."
                ),
                *counts,
            )
        else:
            title = filled(
                self.tr("Map by PCA: {0:.1%} of the variance across, {1:.1%} upwards"),
                *found.explained,
            )
            text = filled(
                self.tr(
                    "PCA of {0:,} images and {1:,} articles, each modality centred by itself. It "
                    "shows {2:.1%} of the variance: what is near here need not be near for the "
                    "model."
                ),
                *counts,
                found.explained.sum(),
            )
        self.scatter.rename(title)
        self.about.setText(text)

    @Slot()
    def _colour(self) -> None:
        if self._map is None:
            return
        by = ColourBy(self.by.currentData())  # Qt hands back a plain string
        found = self._colouring = colouring(self._map, by)
        kinds = self.legend.show_kinds(by, found)
        self.scatter.set_kinds(found.images, found.articles, kinds, self.legend.shown(found))

    @Slot()
    def _show_kinds(self) -> None:
        if self._colouring is not None:
            self.scatter.set_shown(*self.legend.shown(self._colouring))

    # Pointing and selecting ----------------------------------------------------------------

    @Slot(object)
    def _preview(self, spot: Spot | None) -> None:
        """Show what the mouse points at, else the current article."""
        current = self.selection.current()
        if spot is None and current is not None:
            spot = Spot(True, current)
        self.scatter.point_at(spot)
        self.preview.show_spot(self.study, spot, self._paths)

    @Slot(object)
    def _show_current(self, number: int | None) -> None:
        """Join the current article to its true image and to the one ranked first."""
        study = self.study
        if study is None or self._map is None or number is None:
            self.scatter.join(None, ())
        else:
            true, best = int(study.true_places[number]), int(study.top[number, 0])
            ends = [(true, filled(self.tr("true, rank {0:,}"), int(study.true_ranks[number])))]
            if best != true:
                ends.append((best, self.tr("ranked first")))
            self.scatter.join(number, ends)
            self.scatter.bring_into_view(Spot(True, number))
        self._preview(None)

    @Slot(object, bool)
    def _click(self, spot: Spot, add: bool) -> None:
        numbers = [spot.number] if spot.is_article else self._articles_of([spot.number])
        images = [] if spot.is_article else [spot.number]
        self._forget_words()
        self._extend(numbers, images, self.tr("picked on the map"), add)

    @Slot(object, bool)
    def _lasso(self, corners: np.ndarray, add: bool) -> None:
        if self._map is None:
            return
        images, articles = self.scatter.shown()
        places = np.flatnonzero(images & inside(self._map.images, corners))
        own = np.flatnonzero(articles & inside(self._map.articles, corners))
        numbers = [*own.tolist(), *self._articles_of(places)]
        self._forget_words()
        self._extend(numbers, places, self.tr("lasso on the map"), add)

    @Slot()
    def _select_shown(self) -> None:
        images, articles = self.scatter.shown()
        numbers = [*np.flatnonzero(articles).tolist(), *self._articles_of(np.flatnonzero(images))]
        self._forget_words()
        self._extend(numbers, [], self.tr("shown on the map"), False)

    @Slot(str)
    def _find(self, text: str) -> None:
        words, study = text.casefold().split(), self.study
        if study is None:
            return
        found = [
            number
            for number, article in enumerate(study.articles)
            if words and all(word in article.title.casefold() for word in words)
        ]
        self._extend(found, [], self.tr("found by: {0}").format(text.strip()), False)

    def _forget_words(self) -> None:
        """Empty the search field, whose words no longer tell what is selected."""
        with QSignalBlocker(self.search):
            self.search.clear()

    def _articles_of(self, places: np.ndarray | list[int]) -> list[int]:
        """Return the articles that images are the true ones of."""
        if self.study is None:
            return []
        return self.study.pair_articles[np.isin(self.study.pair_places, places)].tolist()

    def _extend(
        self, numbers: list[int], images: np.ndarray | list[int], why: str, add: bool
    ) -> None:
        """Select articles instead of the former ones, or beside them."""
        before = self.selection.numbers if add else ()
        chosen = tuple(dict.fromkeys([*before, *sorted(set(numbers))]))
        text = self.tr("%Ln article(s) selected", "", len(chosen))
        if len(images):
            text += self.tr(" (by %Ln image(s) too)", "", len(images))
        self._select(chosen, text, why, images)

    def _select(
        self, numbers: tuple[int, ...], text: str, why: str, images: np.ndarray | tuple = ()
    ) -> None:
        articles = [self.study.articles[number] for number in numbers] if self.study else []
        titles = [article.title or self.tr("(no headline)") for article in articles]
        self._why = why
        self.scatter.mark(images, numbers)
        self.selection.show_articles(numbers, titles, text)

    @Slot(int)
    def _ask_article(self, number: int) -> None:
        if self.study is not None:
            self.article_asked.emit(self.study.articles[number].id)

    @Slot()
    def _send(self) -> None:
        if self.study is not None and self.selection.numbers:
            ids = tuple(self.study.articles[number].id for number in self.selection.numbers)
            self.review_asked.emit(ids, self._why)
            self.said.emit(self.tr("%Ln article(s) sent to the review queue", "", len(ids)))
