"""The left and the right side of the desk: lists with their search fields and legends."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.query import Query
from newsmatch_gui.qt.article_list import ArticleFilter, ArticleRole
from newsmatch_gui.qt.article_view import ArticleView
from newsmatch_gui.qt.calm_bar import CalmBar
from newsmatch_gui.qt.candidate_list import CandidateModel
from newsmatch_gui.qt.candidate_view import CandidateView
from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.decision_bar import DecisionBar
from newsmatch_gui.qt.empty_page import EmptyPage, Lack
from newsmatch_gui.qt.legend import Legend
from newsmatch_gui.qt.review_bar import ClickedBox, ReviewBar
from newsmatch_gui.qt.search_bar import SearchBar, query_name
from newsmatch_gui.qt.their_words import TheirWords
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.words import filled

_LONGEST_SOURCE = 1_000  # characters: words and eight pictures to search by, and what Esc does


class FilterField(QLineEdit):
    """Narrows the list below it; Esc empties it first.

    Signals:
        left: Down or Enter was pressed: whoever typed goes on in the list.
    """

    left = Signal()

    def event(self, event: QEvent) -> bool:
        # Around it, Esc goes back to the pictures.
        if event.type() == QEvent.Type.ShortcutOverride and self._empties(event):
            event.accept()
            return True
        return super().event(event)

    def _empties(self, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return pressed and bool(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._empties(event):
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ArticlePanel(QWidget):
    """The article list with its filter and how far the work has come.

    It knows the article on the desk also while the filter hides it, so that moving on starts there.

    Attributes:
        review: The queue of articles to look at again; give it the collection that is open.

    Signals:
        current_changed: Id of the article that is now on the desk.
        narrowed: Other articles are shown than before.
        left: Whoever clicked here is done and wants to decide again.
    """

    current_changed = Signal(str)
    narrowed = Signal()
    left = Signal()

    def __init__(self, model: ArticleFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._place: int | None = None
        self.filter = FilterField(self)
        self.filter.setPlaceholderText(self.tr("Filter articles"))
        self.filter.setAccessibleName(self.tr("Filter articles"))
        self.filter.setClearButtonEnabled(True)
        self.open_only = ClickedBox(self.tr("Open only"), self)
        self.review = ReviewBar(model.articles, self.current_id, self)
        self.list = ArticleView(model, self)
        self.progress = CalmBar(self)
        self.progress.setAccessibleName(self.tr("Decided articles"))
        top = QHBoxLayout()
        top.addWidget(self.filter, 1)
        top.addWidget(self.open_only)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 4, 8)
        layout.addLayout(top)
        layout.addWidget(self.review)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.progress)
        self._connect()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._model.set_text)
        self.filter.textChanged.connect(self._narrow)
        self.filter.left.connect(self._go_into_list)
        self.open_only.toggled.connect(self._model.set_open_only)
        self.open_only.toggled.connect(self._narrow)
        self.open_only.mouse_done.connect(self.left)
        self.review.only.toggled.connect(self._model.set_queue_only)
        self.review.only.toggled.connect(self._narrow)
        self.review.only.mouse_done.connect(self.left)
        self.review.reread.connect(self._narrow_again)
        self.list.selectionModel().currentChanged.connect(self._current_changed)

    def show_progress(self, decided: int, total: int) -> None:
        """Show how many articles are decided."""
        self.progress.setRange(0, max(1, total))
        self.progress.setFormat(filled(self.tr("{0:,} of {1:,} decided"), decided, total))
        self.progress.setValue(decided)
        self.progress.setVisible(total > 0)

    def current_id(self) -> str | None:
        """Return the article on the desk."""
        return None if self._place is None else self._model.article_id(self._place)

    def select(self, place: int) -> None:
        """Put an article on the desk, also one that the filter hides."""
        self._place = place
        self._mark()
        self.current_changed.emit(self._model.article_id(place))

    def step(self, by: int) -> bool:
        """Put the next or previous article of those shown on the desk; False when none is."""
        before = self._place
        if before is not None and self._model.rowCount():
            self.select(self._model.place(self._model.row_beside(before, by)))
        return self._place != before

    def widen(self) -> None:
        """Show every article again."""
        self.filter.clear()
        self.open_only.setChecked(False)
        self.review.only.setChecked(False)

    @Slot()
    def _go_into_list(self) -> None:
        if self._model.rowCount():
            self.list.setFocus()  # and the first article comes on the desk when none is current

    def _mark(self) -> None:
        """Let the list point at the article on the desk, or at nothing while that is hidden."""
        index = QModelIndex() if self._place is None else self._model.shown(self._place)
        alone = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, alone)
        if index.isValid():
            self.list.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    @Slot()
    def _narrow(self) -> None:
        self._mark()
        self.narrowed.emit()

    @Slot()
    def _narrow_again(self) -> None:
        """Let the list follow a queue that was filled or emptied by hand."""
        if self.review.only.isChecked():
            self._model.set_queue_only(True)
            self._narrow()

    @Slot(QModelIndex, QModelIndex)
    def _current_changed(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not now.isValid() or (place := self._model.place(now.row())) == self._place:
            return
        self._place = place
        # A list that gets the focus makes a row current without selecting it.
        if not self.list.selectionModel().hasSelection():
            self.list.selectionModel().select(now, QItemSelectionModel.SelectionFlag.Select)
        self.current_changed.emit(now.data(ArticleRole.ID))


class CandidatePanel(QWidget):
    """The candidates with the search field above and the keys below.

    Signals:
        index_asked: Somebody pressed "Index now".
    """

    index_asked = Signal()

    def __init__(self, model: CandidateModel, thumbnails: ThumbnailLoader, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.bar = SearchBar(self)
        self.search = self.bar.field
        self.source = TheirWords(self, most=_LONGEST_SOURCE)
        self.view = CandidateView(model, thumbnails, self)
        model.modelReset.connect(self._select_first)
        self.empty_page = EmptyPage(self)
        self.empty_page.index_asked.connect(self.index_asked)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty_page)
        self.decision_bar = DecisionBar(self)
        self.legend = Legend(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 10, 8, 8)
        for part in (self.bar, self.source, self.stack, self.decision_bar, self.legend):
            layout.addWidget(part, 1 if part is self.stack else 0)
        self.show_empty(Lack.ARTICLES)

    def show_empty(self, lack: Lack) -> None:
        """Say why there are no pictures."""
        self.source.clear()
        self.empty_page.tell(lack)
        self._turn_to(self.empty_page)

    def show_pictures(self) -> None:
        """Show the candidates."""
        self._turn_to(self.view)

    def _turn_to(self, page: QWidget) -> None:
        focus = self.window().focusWidget()
        here = focus is not None and self.stack.isAncestorOf(focus)
        self.stack.setCurrentWidget(page)
        if here and not page.isAncestorOf(focus):
            page.setFocus()  # or the keys would go to whatever comes next in the tab order

    def take_focus(self) -> None:
        """Give the keys to the pictures, or to what stands in for them."""
        self.stack.currentWidget().setFocus()

    def show_source(self, search: Query) -> None:
        """Tell what the pictures were ranked by, and where the chosen one is among them."""
        total, likely = self._model.total(), self._model.likely()
        if not total:
            self.show_empty(Lack.PASSING)
            return
        if total == 1:
            text = self.tr("Only one picture: {1}")
            text = text if search else self.tr("Only one picture for this article")
        elif search and likely:
            text = self.tr("%Ln likely of {0:,} pictures: {1}", "", likely)
        elif search:
            text = self.tr("No picture stands out of {0:,}: {1}")
        elif likely:
            text = self.tr("%Ln likely of {0:,} pictures for this article, best first", "", likely)
        else:
            text = self.tr("No picture stands out of {0:,} for this article, best first")
        text = filled(text, total, query_name(search))
        if search:
            text += self.tr("  ·  Esc: back to the article")
        if (place := self._model.chosen_place()) is not None:
            text += filled(self.tr("  ·  chosen: place {0:,}"), place + 1)
        self.source.setText(text)

    def show_busy(self, search: Query) -> None:
        """Tell that a search is under way."""
        self.source.setText(self.tr("Searching: {0} …").format(query_name(search)))

    def current_place(self) -> int:
        """Return the row of the selected candidate, 0 when none is."""
        return max(0, self.view.currentIndex().row())

    def selected_rows(self) -> tuple[int, ...]:
        """Return the rows of the selected candidates, from the top."""
        return tuple(sorted(index.row() for index in self.view.selectedIndexes()))

    def select(self, place: int) -> None:
        """Select a candidate if there is one in that row."""
        self.view.go_to(place)

    def step(self, by: int) -> Card | None:
        """Select a candidate so many further on and return it; None when there is none."""
        place = self.current_place() + by
        card = self._model.card(place)
        if card is not None:
            self.select(place)
        return card

    @Slot()
    def _select_first(self) -> None:
        self.view.scrollToTop()
        self.select(0)
