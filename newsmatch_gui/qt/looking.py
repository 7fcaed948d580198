"""Looking closer at candidates: at full size, beside each other, at what is alike; marking them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.candidate_list import COMPARED, CandidateModel
from newsmatch_gui.qt.panels import CandidatePanel
from newsmatch_gui.qt.picture_marks import PictureMarks
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.side_by_side import SideBySide
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.qt.viewer import Viewer
from newsmatch_gui.services.settings import read_settings


class Looking(QObject):
    """Opens views of candidates, and folds and marks candidates of the article on screen.

    Signals:
        said: A sentence for the status bar.
        folding_changed: Somebody turned folding on or off.
    """

    said = Signal(str)
    folding_changed = Signal()

    def __init__(
        self,
        stage: Stage,
        candidates: CandidateModel,
        pictures: CandidatePanel,
        marks: PictureMarks,
        thumbnails: ThumbnailLoader,
        choose: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        """Make it.

        Args:
            stage: What is on the desk.
            candidates: The candidates on screen.
            pictures: Where they are shown.
            marks: What is marked on them.
            thumbnails: Decodes them.
            choose: Chooses the candidate in a row, for the article on screen.
            parent: The desk.
        """
        super().__init__(parent)
        self._desk = parent
        self._stage, self._candidates, self._pictures = stage, candidates, pictures
        self._marks, self._thumbnails = marks, thumbnails
        self._choose = choose
        self._actions: Mapping[str, QAction] = {}
        self._article_id = ""  # whose candidate is looked at
        pictures.view.alike_asked.connect(self._turn_alike)
        marks.refused.connect(self.said)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """Take the actions of the desk, by name, whose keys work in views of a candidate too."""
        self._actions = actions

    def reopen(self) -> None:
        """Follow the collection that is now on the desk, and the settings."""
        self._marks.reopen()
        self.read_settings()

    def read_settings(self) -> None:
        """Fold or not, as the settings say now."""
        try:
            fold = read_settings()["candidates.fold"] == "on"
        except NewsMatchError as error:
            self.said.emit(in_window_language(str(error)))
            return
        if fold is not self._candidates.folding:
            self._candidates.folding = fold
            self.folding_changed.emit()

    def full_size(self) -> None:
        """Show the selected candidate at full size."""
        self._open_viewer()

    def show_crops(self) -> None:
        """Show the selected candidate at full size with the site's crops."""
        if (viewer := self._open_viewer()) is not None:
            viewer.crops.turn()

    def reveal(self) -> None:
        """Show the selected candidate at full size as it is, also when it is sensitive."""
        if (viewer := self._open_viewer()) is not None:
            viewer.reveal(on=True)

    def _open_viewer(self) -> Viewer | None:
        card = self._pictures.step(0)
        if card is None:
            return None
        self._close_views()
        viewer = Viewer(
            self._thumbnails, self._marks, self._pictures.step, self._actions, self._desk
        )
        viewer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        viewer.open()
        viewer.show_card(card)
        return viewer

    def turn_alike(self) -> None:
        """Show what is nearly the same as the selected candidate, or fold it again."""
        self._turn_alike(self._pictures.current_place())

    def _turn_alike(self, row: int) -> None:
        if not self._stage.shown:
            return
        top = self._candidates.turn_alike(row)
        if top is None:
            self.said.emit(self.tr("No other picture looks like this one"))
        else:
            self._pictures.select(top)

    def turn_compared(self) -> None:
        """Mark the selected candidate to be compared, or take the mark away."""
        if not self._stage.shown:
            return
        if self._candidates.turn_compared(self._pictures.current_place()):
            count = len(self._candidates.compared_rows())
            self.said.emit(self.tr("%n picture(s) marked to compare", "", count))
        else:
            self.said.emit(self.tr("Four pictures are marked already; take one of the marks away"))

    def compare(self) -> None:
        """Show the marked candidates, or else the selected ones, beside each other."""
        rows = self._candidates.compared_rows()
        if len(rows) < 2:
            rows = self._pictures.selected_rows()
        if not 2 <= len(rows) <= COMPARED:
            self.said.emit(self.tr("Mark two to four pictures to compare, or select them"))
            return
        cards = [card for row in rows if (card := self._candidates.card(row)) is not None]
        self._close_views()
        view = SideBySide(self._thumbnails, cards, self._choose_image, self._actions, self._desk)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.open()

    def toggle_sensitive(self) -> None:
        """Mark the selected candidate as sensitive, or take the mark away."""
        image_id = self._candidates.image_id(self._pictures.current_place())
        if image_id is not None and self._stage.shown:
            before = self._marks.is_sensitive(image_id)
            self._marks.toggle_sensitive(image_id)
            if self._marks.is_sensitive(image_id) is before:
                return  # and it was said why
            self.said.emit(
                self.tr("Marked as sensitive: it is blurred; the same key takes the mark away")
                if self._marks.is_sensitive(image_id)
                else self.tr("No longer marked as sensitive")
            )

    def _close_views(self) -> None:
        for kind in (Viewer, SideBySide):
            for earlier in self._desk.findChildren(kind):
                earlier.close()
        self._article_id = self._stage.article_id

    def follow(self) -> None:
        """Select again what is looked at, after the pool was ranked anew behind the view."""
        for viewer in self._desk.findChildren(Viewer):
            if (row := self._row(viewer.image_id)) is None:
                viewer.close()
            else:
                self._pictures.select(row)
                viewer.refresh()

    def _choose_image(self, image_id: str) -> None:
        if (row := self._row(image_id)) is None:
            self.said.emit(self.tr("The pictures were ranked anew meanwhile; look again"))
        else:
            self._choose(row)

    def _row(self, image_id: str) -> int | None:
        """Return the row of the very picture that is looked at, None when it is not there."""
        if not self._stage.shown or self._stage.article_id != self._article_id:
            return None
        row = self._candidates.row_of(image_id)
        if row is not None and self._candidates.image_id(row) != image_id:
            self._candidates.turn_alike(row)  # it was folded away
            row = self._candidates.row_of(image_id)
        return row
