"""Deciding on many articles at once: those that are selected in the list."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox, QWidget

from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.qt.article_list import ArticleListModel
from newsmatch_gui.qt.desk_decisions import DeskDecisions
from newsmatch_gui.qt.first_pictures_dialog import FirstPicturesDialog
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.panels import ArticlePanel
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.services.deciding import Changes
from newsmatch_gui.services.first_pictures import FirstPicture, first_pictures


class Many(QObject):
    """Asks, then decides on the open ones of the selected articles, all of them or none.

    Attributes:
        lane: Ranks them; the window waits for it before it closes.

    Signals:
        said: A sentence for the status bar.
        failed: An exception, as a job's.
        ahead_chosen: How far ahead first pictures were asked to be, to begin with next time.
    """

    said = Signal(str)
    failed = Signal(object)
    ahead_chosen = Signal(float)

    def __init__(
        self, stage: Stage, decisions: DeskDecisions, articles: ArticleListModel,
        panel: ArticlePanel, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._desk = parent
        self._stage, self._decisions = stage, decisions
        self._articles, self._panel = articles, panel
        self.ahead = 1.0
        self.lane = Lane(self, latest_wins=True)
        panel.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.list.selectionModel().selectionChanged.connect(self._tell_count)

    def offer_menu(self, actions: list[QAction]) -> None:
        """Show these actions when somebody asks the list for its menu."""
        self._menu = QMenu(self._panel.list)
        self._menu.addActions(actions)
        self._panel.list.customContextMenuRequested.connect(self._show_menu)

    @Slot(QPoint)
    def _show_menu(self, spot: QPoint) -> None:
        self._menu.popup(self._panel.list.viewport().mapToGlobal(spot))

    @Slot()
    def _tell_count(self) -> None:
        # Counted by ranges: with everything selected there may be very many rows.
        selection = self._panel.list.selectionModel().selection()
        count = sum(part.height() for part in selection)
        if count > 1:
            self.said.emit(
                self.tr("%Ln article(s) selected: Decide > All selected articles", "", count)
            )

    def _selected(self) -> tuple[list[str], int]:
        """Return the open ones of the selected articles, and how many are decided."""
        names = self._panel.list.selected_ids()
        still = [name for name in names if self._articles.state(name) is None]
        return still, len(names) - len(still)

    def _nothing(self, open_ids: list[str]) -> bool:
        """Tell whether nothing can be decided, and say why."""
        if self._stage.desk is None or self._stage.pool is None:
            self.said.emit(self._decisions.why_not())
        elif not open_ids:
            self.said.emit(self.tr("Select open articles in the list first, with Shift or Ctrl"))
        else:
            return not self._decisions.may_write()
        return True

    def none_fits(self) -> None:
        """Ask, then say of each selected article that no picture fits."""
        open_ids, decided = self._selected()
        if self._nothing(open_ids):
            return
        box = QMessageBox(QMessageBox.Icon.Question, "NewsMatch", "", parent=self._desk)
        box.setText(self.tr("Say of %Ln article(s) that no picture fits?", "", len(open_ids)))
        if decided:
            more = self.tr(
                "%Ln selected article(s) are decided already and stay as they are.", "", decided
            )
            box.setInformativeText(more)
        go = box.addButton(self.tr("None fits"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        go.clicked.connect(lambda: self._none_fits(open_ids))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _none_fits(self, article_ids: list[str]) -> None:
        desk, pool = self._stage.desk, self._stage.pool
        if desk is not None and pool is not None:
            shown = Shown(pool.model.fingerprint, pool.recipe)
            rulings = ((name, None, shown) for name in article_ids)
            self._done(desk.decide_many(rulings, Verdict.NONE_FITS))

    def accept_firsts(self) -> None:
        """Ask how far ahead first pictures must be, then accept those that are."""
        open_ids, decided = self._selected()
        pool = self._stage.pool
        if self._nothing(open_ids) or pool is None:
            return
        dialog = FirstPicturesDialog(len(open_ids), decided, self.ahead, self._desk)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        job = self.lane.start(lambda: first_pictures(pool, open_ids))
        job.progressed.connect(dialog.follow)
        job.succeeded.connect(dialog.show_firsts)
        job.failed.connect(self.failed)
        dialog.settled.connect(self._accept_firsts)
        dialog.finished.connect(self.lane.cancel)
        dialog.open()

    @Slot(object, float)
    def _accept_firsts(self, firsts: list[FirstPicture], ahead: float) -> None:
        self.ahead_chosen.emit(ahead)
        if (desk := self._stage.desk) is not None:
            rulings = ((first.article_id, first.image_id, first.shown) for first in firsts)
            self._done(desk.decide_many(rulings, Verdict.ACCEPTABLE))

    def queue(self) -> None:
        """Ask why, then put every selected article into the review queue, decided or not."""
        names = self._panel.list.selected_ids()
        if not names:
            self.said.emit(self.tr("Select articles in the list first, with Shift or Ctrl"))
            return
        if not self._decisions.may_write():
            return
        dialog = QInputDialog(self._desk)
        dialog.setWindowTitle(self.tr("Into the review queue"))
        dialog.setLabelText(
            self.tr("Why shall these %Ln article(s) be looked at again?", "", len(names))
        )
        dialog.setOkButtonText(self.tr("Put into the queue"))
        dialog.textValueSelected.connect(
            lambda why: self._panel.review.send(names, why.strip() or self.tr("put there at once"))
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _done(self, changes: Changes) -> None:
        self._decisions.apply(changes)
        self.said.emit(
            self.tr(
                "%Ln article(s) decided; Decide > Undo all that was decided at once",
                "",
                len(changes),
            )
        )
