"""Asking to which article a picture belongs."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.qt.article_list import ArticleDelegate, ArticleListModel, ArticleRole
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.their_words import TheirWords
from newsmatch_gui.qt.title_list import TitleList

_TO_THE_LIST = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown
)  # fmt: skip


class RelabelDialog(QDialog):
    """Finds an article by typing words of its title; Enter says that the picture belongs to it.

    Signals:
        settled: Id of the article, and whether the picture is rejected where it was found.
    """

    settled = Signal(str, bool)

    def __init__(
        self, articles: ArticleListModel, article_id: str, picture: str, parent: QWidget
    ) -> None:
        """Make the dialog.

        Args:
            articles: The article list.
            article_id: Where the picture was found.
            picture: What it is called.
            parent: The desk.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("This picture belongs to that article"))
        give_room(self, 620, 560)
        about = TheirWords(self, self.tr("“{0}” belongs to:").format(picture))
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("Words of the headline"))
        self.words.setAccessibleName(self.tr("Words of the headline"))
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.titles = TitleList(articles, self, without=article_id)
        self.list = QListView(self)
        self.list.setModel(self.titles)
        self.list.setItemDelegate(ArticleDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Articles"))
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.reject_here = QCheckBox(
            self.tr("&Reject it for the article it was found at: it belongs elsewhere"), self
        )
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("&Choose it there"))
        layout = QVBoxLayout(self)
        for part in (about, self.words, self.list, self.sentence, self.reject_here, self.buttons):
            layout.addWidget(part)
        self.words.textChanged.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.doubleClicked.connect(self.accept)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._narrow("")

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        self.titles.narrow(typed)
        self.list.setCurrentIndex(self.titles.index(0))
        self._tell(self.list.currentIndex(), QModelIndex())

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.ok.setEnabled(now.isValid())
        state = now.data(ArticleRole.STATE)
        if not now.isValid() and not self.words.text().strip():
            text = self.tr("There is no other article in this collection.")
        elif not now.isValid():
            text = self.tr("No headline has all these words.")
        elif state is Verdict.CHOSEN:
            text = self.tr("That article has a chosen picture; this one takes its place.")
        elif state is Verdict.NONE_FITS:
            text = self.tr("So far no picture fits that article; this one would.")
        else:
            text = self.tr("%Ln article(s)", "", self.titles.rowCount())
        self.sentence.setText(text)

    def accept(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.settled.emit(self.titles.article_id(index.row()), self.reject_here.isChecked())
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Arrows move in the list while words are typed above it.
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and watched is self.words and event.key() in _TO_THE_LIST:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)
