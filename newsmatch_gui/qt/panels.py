"""The left and the right side of the desk: lists with their search fields and legends."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.qt.article_list import ArticleDelegate, ArticleFilter, ArticleRole
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.candidate_view import CandidateView
from newsmatch_gui.qt.thumbnails import ThumbnailLoader


class ArticlePanel(QWidget):
    """The article list with its filter and how far the work has come.

    Signals:
        current_changed: Id of the article that is now current.
    """

    current_changed = Signal(str)

    def __init__(self, model: ArticleFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter articles"))
        self.filter.setAccessibleName(self.tr("Filter articles"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(model.set_text)
        self.open_only = QCheckBox(self.tr("Open only"), self)
        self.open_only.toggled.connect(model.set_open_only)
        self.list = QListView(self)
        self.list.setModel(model)
        self.list.setItemDelegate(ArticleDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Articles"))
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.progress = QProgressBar(self)
        self.progress.setFormat(self.tr("%v of %m decided"))
        self.progress.setAccessibleName(self.tr("Decided articles"))
        top = QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addWidget(self.open_only)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 4, 8)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.progress)

    def show_progress(self, decided: int, total: int) -> None:
        """Show how many articles are decided."""
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(decided)
        self.progress.setVisible(total > 0)

    def select(self, index: QModelIndex) -> None:
        """Make an article current and visible."""
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def step(self, by: int) -> None:
        """Move to the next or previous article."""
        row = self.list.currentIndex().row() + by
        if 0 <= row < self._model.rowCount():
            self.select(self._model.index(row, 0))

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.current_changed.emit(now.data(ArticleRole.ID))


class CandidatePanel(QWidget):
    """The candidates with the search field above and the keys below.

    Signals:
        search_asked: The words that somebody wants to search pictures by.
        index_asked: Somebody pressed "Index now".
    """

    search_asked = Signal(str)
    index_asked = Signal()

    def __init__(self, model: CandidateModel, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search pictures by any words, then Enter"))
        self.search.setAccessibleName(self.tr("Search pictures"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(lambda: self.search_asked.emit(self.search.text()))
        self.source = QLabel(self)
        self.source.setTextFormat(Qt.TextFormat.PlainText)
        self.view = CandidateView(thumbnails, self)
        self.view.setModel(model)
        model.modelReset.connect(self._select_first)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self._empty_page())
        self.legend = _legend(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 10, 8, 8)
        for part in (self.search, self.source, self.stack, self.legend):
            layout.addWidget(part, 1 if part is self.stack else 0)
        self.set_ready(False)

    def set_ready(self, ready: bool) -> None:
        """Show candidates, or why there are none."""
        self.stack.setCurrentIndex(0 if ready else 1)
        self.search.setEnabled(ready)
        if not ready:
            self.source.clear()

    def show_source(self, search: str, count: int) -> None:
        """Tell what the pictures were ranked by."""
        if search:
            text = self.tr("{0:,} pictures ranked for your words “{1}” (Esc: back to the article)")
            self.source.setText(text.format(count, search))
        else:
            text = self.tr("{0:,} pictures ranked for this article, best first")
            self.source.setText(text.format(count))

    def show_busy(self, search: str) -> None:
        """Tell that a search is under way."""
        self.source.setText(self.tr("Searching for “{0}” …").format(search))

    def current_place(self) -> int:
        """Return the row of the selected candidate, 0 when none is."""
        return max(0, self.view.currentIndex().row())

    def select(self, place: int) -> None:
        """Select a candidate if there is one in that row."""
        index = self.view.model().index(place, 0)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    @Slot()
    def _select_first(self) -> None:
        self.view.scrollToTop()
        self.select(0)

    def _empty_page(self) -> QWidget:
        page = QWidget(self)
        self.empty_text = QLabel(self.tr("Pictures appear here once they are indexed."), page)
        self.empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_text.setWordWrap(True)
        self.index_now = QPushButton(self.tr("Index now"), page)
        self.index_now.clicked.connect(self.index_asked)
        layout = QVBoxLayout(page)
        layout.addStretch(1)
        layout.addWidget(self.empty_text)
        layout.addWidget(self.index_now, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        return page


def _legend(parent: QWidget) -> QLabel:
    keys = (
        ("1–9", parent.tr("choose")),
        ("A", parent.tr("acceptable")),
        ("X", parent.tr("reject")),
        ("N", parent.tr("none fits")),
        ("Space", parent.tr("full size")),
        ("PgUp/PgDn", parent.tr("article")),
        ("Ctrl+Z", parent.tr("undo")),
        ("Ctrl+F", parent.tr("search")),
    )
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setText("&nbsp;&nbsp; ".join(f"<b>{key}</b>&nbsp;{what}" for key, what in keys))
    label.setAccessibleName(", ".join(f"{key}: {what}" for key, what in keys))
    return label
