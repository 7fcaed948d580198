"""Beside the map: what is pointed at, and the articles that are selected."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSignalBlocker, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from newsmatch_gui.qt.picture_list import BESIDE, PictureList, PictureRow
from newsmatch_gui.qt.scatter import Spot
from newsmatch_gui.qt.their_words import TheirWords
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.studying import Study


class MapPreview(QWidget):
    """The point that is pointed at, in words and pictures."""

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = TheirWords(self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.title.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 4)
        self.pictures = PictureList(thumbnails, self)
        self.pictures.setFixedHeight(2 * (BESIDE.height() + 8) + 4)
        self.pictures.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.pictures.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.pictures.setAccessibleName(self.tr("Pictures of the point"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.pictures)

    def show_spot(self, study: Study | None, spot: Spot | None, paths: dict[str, str]) -> None:
        """Show an article with its true and its best ranked image, an image, or nothing."""
        if study is None or spot is None:
            self.title.setText(self.tr("Point at a mark to see what it is."))
            self.pictures.set_rows(())
            return
        if not spot.is_article:
            self._show_image(study, spot.number, paths)
            return
        article = study.articles[spot.number]
        self.title.setText(article.title or self.tr("(no headline)"))
        true, best = int(study.true_places[spot.number]), int(study.top[spot.number, 0])
        rank = filled(self.tr("true image\nrank {0:,}"), int(study.true_ranks[spot.number]))
        rows = [PictureRow(paths.get(study.image_id(true), ""), rank)]
        if best != true:
            path = paths.get(study.image_id(best), "")
            rows.append(PictureRow(path, self.tr("ranked first\ninstead")))
        self.pictures.set_rows(rows)

    def _show_image(self, study: Study, place: int, paths: dict[str, str]) -> None:
        own = study.pair_articles[study.pair_places == place]
        text = self.tr("Image of no article")
        if len(own):
            text = self.tr("Image of: {0}").format(study.articles[own[0]].title)
        self.title.setText(text)
        image_id = study.image_id(place)
        times = int(study.occurrences[place])
        words = self.tr("among the best {0}\nof %Ln article(s)", "", times)
        words = words.format(study.top.shape[1])
        self.pictures.set_rows([PictureRow(paths.get(image_id, ""), f"{words}\n{image_id}")])


class MapSelection(QWidget):
    """The selected articles, and where they can go.

    Signals:
        current_changed: Number of the article that is current, None for none.
        article_asked: Number of an article to show at the editor's desk.
        review_asked: All selected articles are to be queued.
    """

    current_changed = Signal(object)
    article_asked = Signal(int)
    review_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.numbers: tuple[int, ...] = ()
        self.count = QLabel(self)
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self._titles = QStringListModel(self)
        self.list = QListView(self)
        self.list.setModel(self._titles)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("Selected articles"))
        self.list.setToolTip(self.tr("Enter or double click: show at the editor's desk"))
        self.to_review = QPushButton(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.to_review)
        self.list.selectionModel().currentChanged.connect(self._tell_current)
        self.list.activated.connect(
            lambda index: self.article_asked.emit(self.numbers[index.row()])
        )
        self.to_review.clicked.connect(self.review_asked)
        self.show_articles((), (), "")

    def show_articles(self, numbers: Sequence[int], titles: Sequence[str], about: str) -> None:
        """List other articles, the first of them current, and say how they were selected."""
        with QSignalBlocker(self.list.selectionModel()):
            self.numbers = tuple(numbers)
            self._titles.setStringList(list(titles))
            self.list.setCurrentIndex(self._titles.index(0))
        self.count.setText(about)
        self.to_review.setEnabled(bool(numbers))
        self.to_review.setText(
            self.tr("Send %Ln article(s) to the re&view queue", "", len(numbers))
        )
        self._tell_current(self.list.currentIndex())

    def current(self) -> int | None:
        """Return the number of the current article."""
        row = self.list.currentIndex().row()
        return self.numbers[row] if 0 <= row < len(self.numbers) else None

    @Slot(QModelIndex)
    def _tell_current(self, _now: QModelIndex) -> None:
        self.current_changed.emit(self.current())
