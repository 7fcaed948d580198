"""Hub images: those that stand among the best of very many articles, and those that never do."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.curves import binned, log_bins
from newsmatch_gui.domain.measures import occurrence_skew
from newsmatch_gui.qt.curves_view import bin_name
from newsmatch_gui.qt.picture_list import PictureList, PictureRow
from newsmatch_gui.qt.plots import Plot
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.studying import Study

_LISTED = 500  # images of one kind; nobody scrolls further


class HubsView(QWidget):
    """How often images are among the best, which ones most, and of which articles.

    Signals:
        article_asked: Id of an article to show at the editor's desk.
        review_asked: (article ids, why) to put into the review queue.
    """

    article_asked = Signal(str)
    review_asked = Signal(object, str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._paths: dict[str, str] = {}
        self._places: NDArray[np.int64] = np.empty(0, np.int64)
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.plot = Plot(
            self, self.tr("How often images are among the best"),
            self.tr("articles that an image is among the best of"), self.tr("images"),
        )  # fmt: skip
        self.plot.only_whole("left")
        self.kind = QComboBox(self)
        self.kind.addItems([self.tr("Hubs, the most frequent first"), self.tr("Orphans")])
        self.kind.setAccessibleName(self.tr("Which images"))
        self.images = PictureList(thumbnails, self)
        self.images.setAccessibleName(self.tr("Images"))
        self.about = QLabel(self)
        self.about.setWordWrap(True)
        self.articles = QListWidget(self)
        self.articles.setWordWrap(True)
        self.articles.setAlternatingRowColors(True)
        self.articles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.articles.setAccessibleName(self.tr("Articles of the image"))
        self.articles.setToolTip(self.tr("Enter or double click: show at the editor's desk"))
        self.to_review = QPushButton(self.tr("Send these articles to the re&view queue"), self)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._list_images)
        self.images.selectionModel().currentChanged.connect(self._show_image)
        self.articles.itemActivated.connect(
            lambda row: self.article_asked.emit(row.data(Qt.ItemDataRole.UserRole))
        )
        self.to_review.clicked.connect(self._send)

    def _lay_out(self) -> None:
        columns = [QVBoxLayout() for _ in range(3)]
        for part in (self.sentence, self.plot):
            columns[0].addWidget(part, part is self.plot)
        for part in (self.kind, self.images):
            columns[1].addWidget(part, part is self.images)
        for part in (self.about, self.articles, self.to_review):
            columns[2].addWidget(part, part is self.articles)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        for column, width in zip(columns, (5, 4, 4), strict=True):
            layout.addLayout(column, width)

    def show_study(self, study: Study | None) -> None:
        """Show the hubs of a study, or nothing."""
        self._study = study
        if study is None:
            self.sentence.clear()
        else:
            counts = study.occurrences
            self.sentence.setText(
                filled(
                    self.tr(
                        "Skewness of the {0}-occurrences: {1:.2f} (0: no hubs). %Ln of {2:,} "
                        "images is/are among the best {0} of no article (orphans).",
                        "",
                        int((counts == 0).sum()),
                    ),
                    study.top.shape[1],
                    occurrence_skew(counts),
                    len(counts),
                )
            )
            bins = log_bins(int(counts.max()), zero=True)
            self.plot.set_columns([bin_name(*ends) for ends in bins], binned(counts, bins))
        self._list_images()

    def show_paths(self, paths: dict[str, str]) -> None:
        """Show photos, once it is known where they lie."""
        self._paths = paths
        self._list_images()

    @Slot()
    def _list_images(self) -> None:
        study = self._study
        if study is None:
            self._places = np.empty(0, np.int64)
            self.images.set_rows(())
            self._show_image()
            return
        counts = study.occurrences
        if self.kind.currentIndex() == 0:
            order = np.argsort(-counts, kind="stable")
            self._places = order[counts[order] > 0][:_LISTED]
        else:
            self._places = np.flatnonzero(counts == 0)[:_LISTED]
        self.images.set_rows([self._row(study, int(place)) for place in self._places])

    def _row(self, study: Study, place: int) -> PictureRow:
        image_id = study.image_id(place)
        true = int((study.pair_places == place).sum())
        depth, times = study.top.shape[1], int(study.occurrences[place])
        words = [self.tr("among the best {0} of %Ln article(s)", "", times).format(depth)]
        words.append(self.tr("true image of %Ln article(s)", "", true))
        return PictureRow(self._paths.get(image_id, ""), "\n".join([*words, image_id]))

    @Slot()
    def _show_image(self) -> None:
        """List the articles of the current image: those it ranks high for, and its own."""
        self.articles.clear()
        row = self.images.currentIndex().row()
        study = self._study
        here = study is not None and 0 <= row < len(self._places)
        self.to_review.setEnabled(False)
        self.about.setText("")
        if study is None or not here:
            return
        place = int(self._places[row])
        numbers, ranks = np.nonzero(study.top == place)
        own = set(study.pair_articles[study.pair_places == place].tolist())
        for number, rank in sorted(zip(numbers.tolist(), ranks.tolist(), strict=True),
                                   key=lambda pair: pair[1]):  # fmt: skip
            mark = self.tr("  ✓ its true image") if number in own else ""
            self._add(study, number, self.tr("rank {0}").format(rank + 1) + mark)
        for pair in np.flatnonzero(study.pair_places == place):
            number = int(study.pair_articles[pair])
            if number not in numbers:
                rank = study.pair_ranks[pair]
                self._add(study, number, filled(self.tr("rank {0:,}  ✓ its true image"), int(rank)))
        self.about.setText(
            self.tr("It is among the best of these, and the true image of those marked:")
        )
        self.to_review.setEnabled(self.articles.count() > 0)

    def _add(self, study: Study, number: int, words: str) -> None:
        article = study.articles[number]
        title = article.title or self.tr("(no headline)")
        row = QListWidgetItem(f"{words}  ·  {title}")
        row.setData(Qt.ItemDataRole.UserRole, article.id)
        self.articles.addItem(row)

    @Slot()
    def _send(self) -> None:
        rows = map(self.articles.item, range(self.articles.count()))
        ids = tuple(row.data(Qt.ItemDataRole.UserRole) for row in rows)
        study, row = self._study, self.images.currentIndex().row()
        if study is not None and ids:
            why = self.tr("articles of the image {0}").format(study.image_id(self._places[row]))
            self.review_asked.emit(ids, why)
