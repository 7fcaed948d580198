"""Groups of images that show nearly the same, side by side."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.learning import NEAR_DUPLICATE
from newsmatch_gui.qt.picture_list import PictureList, PictureRow
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import figure, filled
from newsmatch_gui.services.duplicates import TwinGroup
from newsmatch_gui.services.studying import Study

_LISTED = 2_000


class TwinsView(QWidget):
    """Groups on the left, the pictures of the current one on the right.

    Signals:
        article_asked: Id of an article to show at the editor's desk.
        review_asked: (article ids, why) to put into the review queue.
    """

    article_asked = Signal(str)
    review_asked = Signal(object, str)

    def __init__(self, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._groups: tuple[TwinGroup, ...] = ()
        self._paths: dict[str, str] = {}
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.groups = QListWidget(self)
        self.groups.setAlternatingRowColors(True)
        self.groups.setSpacing(2)
        self.groups.setAccessibleName(self.tr("Groups of nearly the same images"))
        self.pictures = PictureList(thumbnails, self, grid=True)
        self.pictures.setAccessibleName(self.tr("Images of the group"))
        self.pictures.setToolTip(self.tr("Enter or double click: its article at the editor's desk"))
        self.to_review = QPushButton(self.tr("Send their articles to the re&view queue"), self)
        right = QVBoxLayout()
        right.addWidget(self.pictures, 1)
        right.addWidget(self.to_review)
        both = QHBoxLayout()
        both.addWidget(self.groups, 1)
        both.addLayout(right, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self.sentence)
        layout.addLayout(both, 1)
        self.groups.currentRowChanged.connect(self._show_group)
        self.pictures.activated.connect(self._ask_article)
        self.to_review.clicked.connect(self._send)

    def show_groups(self, study: Study | None, groups: tuple[TwinGroup, ...]) -> None:
        """Show the groups of a study; None while images are compared."""
        images = sum(len(group.places) for group in groups)
        text = filled(
            self.tr(
                "%Ln group(s) with {0:,} images whose cosine with another one of the group is over "
                "{1:.2f}. A ranking that puts the twin of a true image first counts as wrong.",
                "",
                len(groups),
            ),
            images,
            NEAR_DUPLICATE,
        )
        if not groups:
            text = filled(self.tr("No two images have a cosine over {0:.2f}."), NEAR_DUPLICATE)
        if study is None:
            text = self.tr("Images are compared when there is a study and this page is seen.")
        self._study, self._groups = study, groups
        self.sentence.setText(text)
        self.groups.clear()
        for group in groups[:_LISTED]:
            self.groups.addItem(QListWidgetItem(self._line(group)))
        self.groups.setCurrentRow(0)
        self._show_group()

    def _line(self, group: TwinGroup) -> str:
        least, most = figure(min(group.cosines), ".3f"), figure(max(group.cosines), ".3f")
        if group.same_file:
            alike = self.tr("the same file")
        elif least == most:
            alike = self.tr("cosine {0}").format(least)
        else:
            alike = self.tr("cosine {0} to {1}").format(least, most)
        text = self.tr("%Ln image(s), {0}", "", len(group.places)).format(alike)
        return text + "\n" + self.tr("true image of %Ln article(s)", "", len(group.articles))

    def show_paths(self, paths: dict[str, str]) -> None:
        """Show photos, once it is known where they lie."""
        self._paths = paths
        self._show_group()

    @Slot()
    def _show_group(self) -> None:
        group, study = self._current(), self._study
        self.to_review.setEnabled(group is not None and bool(group.articles))
        if group is None or study is None:
            self.pictures.set_rows(())
            return
        rows = []
        for place, cosine in zip(group.places, group.cosines, strict=True):
            image_id = study.image_id(place)
            true = study.pair_articles[study.pair_places == place]
            titles = [study.articles[number].title for number in true]
            words = [filled(self.tr("cosine with the nearest: {0:.3f}"), cosine)]
            words += [self.tr("✓ of: {0}").format(title) for title in titles[:1]] or [image_id]
            if len(titles) > 1:
                words.append(self.tr("and of %Ln other article(s)", "", len(titles) - 1))
            rows.append(PictureRow(self._paths.get(image_id, ""), "\n".join(words)))
        self.pictures.set_rows(rows)

    def _current(self) -> TwinGroup | None:
        row = self.groups.currentRow()
        return self._groups[row] if 0 <= row < len(self._groups) else None

    @Slot(QModelIndex)
    def _ask_article(self, index: QModelIndex) -> None:
        group, study = self._current(), self._study
        if group is None or study is None:
            return
        articles = study.pair_articles[study.pair_places == group.places[index.row()]]
        if len(articles):
            self.article_asked.emit(study.articles[articles[0]].id)

    @Slot()
    def _send(self) -> None:
        group, study = self._current(), self._study
        if group is not None and study is not None:
            ids = tuple(study.articles[number].id for number in group.articles)
            self.review_asked.emit(ids, self.tr("true image has a near-duplicate"))
