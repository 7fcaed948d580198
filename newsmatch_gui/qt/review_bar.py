"""The review queue above the article list: how many wait, showing only them, taking them out."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QMessageBox, QToolButton, QWidget

from newsmatch_gui.qt.article_list import ArticleListModel, ArticleRole
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.reviewing import Review


class ClickedBox(QCheckBox):
    """A check box that says when it was clicked with the mouse.

    Signals:
        mouse_done: A mouse button was let go over it.
    """

    mouse_done = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.mouse_done.emit()


class ReviewBar(QWidget):
    """Marks the articles that wait in the list; hidden while none does.

    An article leaves when it is decided on after it was queued, and comes back when that decision
    is undone, so this follows the states that the list is told.

    Signals:
        reread: Other articles wait than before, for another reason than a decision.
    """

    reread = Signal()

    def __init__(
        self, articles: ArticleListModel, current_id: Callable[[], str | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._articles, self._current_id = articles, current_id
        self._review: Review | None = None
        self.only = ClickedBox(self)
        self.only.setToolTip(self.tr("Show only the articles that wait to be looked at again"))
        self.more = QToolButton(self)
        self.more.setText("…")
        self.more.setAccessibleName(self.tr("Take out of the review queue"))
        self.more.setToolTip(self.tr("Take out of the review queue"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.take_out = self.menu.addAction(self.tr("&Take this article out of the queue"))
        self.take_out.triggered.connect(self._take_out)
        self.clear = self.menu.addAction(self.tr("&Clear the queue …"))
        self.clear.triggered.connect(self._ask_clear)
        self.menu.aboutToShow.connect(self._tell_current)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.only, 1)
        row.addWidget(self.more)
        self.only.toggled.connect(self._show)
        articles.modelReset.connect(self._read)
        articles.dataChanged.connect(self._states_changed)
        self._show()

    def set_folder(self, folder: Path | None, *, may_write: bool = True) -> None:
        """Follow the queue of another collection, or none.

        Args:
            folder: The collection.
            may_write: Whether articles can be taken out of the queue here.

        Raises:
            NewsMatchError: The collection cannot be opened.
        """
        if self._review is not None:
            self._review.close()
        self._review = None if folder is None else Review(folder)
        self.only.setChecked(False)
        self.more.setEnabled(may_write)
        self._read()

    @Slot(object, str)
    def send(self, article_ids: Iterable[str], why: str) -> None:
        """Put articles into the queue."""
        if self._review is not None:
            self._review.add(article_ids, why)
            self._read()

    def remove(self, article_ids: Iterable[str]) -> None:
        """Take articles out of the queue."""
        if self._review is not None:
            self._review.remove(article_ids)
            self._read()

    @Slot()
    def _read(self) -> None:
        waiting = self._review.waiting() if self._review is not None else ()
        self._articles.set_queue({queued.article_id: queued.why for queued in waiting})
        self._show()
        self.reread.emit()

    @Slot(QModelIndex, QModelIndex, list)
    def _states_changed(self, first: QModelIndex, last: QModelIndex, roles: list[int]) -> None:
        """Look up one article after a decision, so that a long queue costs no key anything."""
        if self._review is None or int(ArticleRole.STATE) not in roles:
            return
        if first != last:
            self._read()
            return
        article_id = str(first.data(ArticleRole.ID))
        queue, why = self._articles.queued(), self._review.why(article_id)
        if why != queue.get(article_id):
            queue.pop(article_id, None)
            self._articles.set_queue(queue | ({} if why is None else {article_id: why}))
            self._show()

    @Slot()
    def _show(self) -> None:
        count = len(self._articles.queued())
        self.only.setText(filled(self.tr("Review queue ({0:,})"), count))
        self.setVisible(count > 0 or self.only.isChecked())

    @Slot()
    def _tell_current(self) -> None:
        self.take_out.setEnabled(self._current_id() in self._articles.queued())

    @Slot()
    def _take_out(self) -> None:
        article_id = self._current_id()
        if article_id is not None:
            self.remove([article_id])

    @Slot()
    def _ask_clear(self) -> None:
        count = len(self._articles.queued())
        box = QMessageBox(QMessageBox.Icon.Question, "NewsMatch", "", parent=self)
        box.setText(self.tr("Take all %Ln article(s) out of the review queue?", "", count))
        box.setInformativeText(self.tr("Decisions stay as they are."))
        clear = box.addButton(self.tr("Clear the queue"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        clear.clicked.connect(lambda: self.remove(list(self._articles.queued())))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
