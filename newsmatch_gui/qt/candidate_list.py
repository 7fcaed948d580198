"""The candidates of one ranking, as a model that never copies the ranking."""

from collections.abc import Callable, Mapping
from enum import IntEnum

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsmatch_gui.domain.alike import Fold
from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.domain.records import Decision, Image, Shown, Verdict
from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.picture_facts import card_sentence
from newsmatch_gui.qt.picture_marks import PictureMarks

Index = QModelIndex | QPersistentModelIndex
COMPARED = 4  # pictures that are looked at beside each other, at most
_CACHED_IMAGES = 2_000
PAGE = 600  # rows the view lays out at a time; laying out 100,000 for each article stalls it
_NO_FOLD = np.arange(0)


class CandidateRole(IntEnum):
    """What the delegate asks for: everything at once, so it paints from one look-up."""

    CARD = Qt.ItemDataRole.UserRole + 1


class CandidateModel(QAbstractListModel):
    """All candidates, best first, with the verdicts that hold for the article on screen.

    A row is where a candidate is shown, its place is where it stands in the ranking: pictures that
    are nearly the same as a better one are folded beneath it. What somebody decided on for the
    article is never folded away.

    Attributes:
        folding: Rankings that are shown from now on are folded.
    """

    def __init__(
        self, find_image: Callable[[str], Image | None], marks: PictureMarks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._find_image, self._marks = find_image, marks
        self.folding = True
        self._images: dict[str, Image] = {}
        self._uses: dict[str, int] = {}
        self._ids: tuple[str, ...] = ()
        self._places: dict[str, int] | None = None  # by id, when first asked for
        self._ranking: Ranking | None = None
        self._fold = Fold(0, _NO_FOLD)
        self._said: dict[str | None, Decision] = {}
        self._compared: list[str] = []
        self._rows = 0
        self._model = ""
        self._recipe = ""
        marks.changed.connect(self._repaint)

    def set_ranking(
        self,
        ids: tuple[str, ...],
        ranking: Ranking | None,
        said: Mapping[str | None, Decision],
        *,
        model: str = "",
        recipe: str = "",
    ) -> None:
        """Show another ranking.

        Args:
            ids: Image ids in pool order, as the ranking numbers them.
            ranking: The ranking, None for nothing.
            said: The decisions that hold for the article, by image.
            model: Fingerprint of the model, stored with decisions.
            recipe: Fingerprint of the recipe, stored with decisions.
        """
        self.beginResetModel()
        if ids is not self._ids:  # another pool
            self._places = None
        self._ids, self._ranking, self._said = ids, ranking, dict(said)
        self._model, self._recipe = model, recipe
        self._uses.clear()
        self._compared.clear()
        leaders = ranking.leaders if self.folding and ranking is not None else None
        self._fold = Fold(self.total(), _NO_FOLD if leaders is None else leaders, self._decided())
        self._rows = min(self._fold.first or PAGE, self._fold.rows)
        self.endResetModel()

    def _decided(self) -> set[int]:
        """Return the places of what somebody decided on, among those that may be folded."""
        if self._ranking is None or self._ranking.leaders is None or not self._said:
            return set()
        first = self._ranking.order[: len(self._ranking.leaders)].tolist()
        return {place for place, at in enumerate(first) if self._ids[at] in self._said}

    def set_said(self, said: Mapping[str | None, Decision]) -> None:
        """Repaint after a decision."""
        self._said = dict(said)
        self._uses.clear()
        self._repaint()

    def _repaint(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def forget_images(self) -> None:
        """Look images up anew, after an import or in another collection."""
        self._images.clear()
        self._uses.clear()

    def image_id(self, row: int) -> str | None:
        """Return the image in a row, None when there is no such row."""
        if self._ranking is None or not 0 <= row < self._fold.rows:
            return None
        return self._ids[self._ranking.order[self._fold.place(row)]]

    def total(self) -> int:
        """Return how many candidates are ranked, laid out or not, folded or not."""
        return 0 if self._ranking is None else len(self._ranking)

    def likely(self) -> int:
        """Return how many of the first candidates stand out."""
        return (self._ranking.likely or 0) if self._ranking is not None else 0

    def line_row(self) -> int | None:
        """Return the row of the first candidate that does not stand out, None when there is none.

        Also None when none stands out: then there is nothing to part.
        """
        place = self.likely()
        while 0 < place < self.total() and self._fold.leader(place) != place:
            place += 1
        return self._fold.row(place) if 0 < place < self.total() else None

    def chosen_place(self) -> int | None:
        """Return the place in the ranking of the picture chosen for the article, None for none."""
        chosen = [name for name, d in self._said.items() if d.verdict is Verdict.CHOSEN]
        return self._place(chosen[0]) if chosen else None

    def row_of(self, image_id: str) -> int | None:
        """Return the row of an image, or of the one it is folded beneath; None if not ranked."""
        place = self._place(image_id)
        return None if place is None else self._fold.row(place)

    def row_at(self, place: int) -> int:
        """Return the row of the candidate at a place of the ranking."""
        return self._fold.row(place)

    def _place(self, image_id: str) -> int | None:
        if self._ranking is None:
            return None
        if self._places is None:
            self._places = {image_id: place for place, image_id in enumerate(self._ids)}
        place = self._places.get(image_id)
        if place is None:
            return None
        (found,) = (self._ranking.order == place).nonzero()
        return int(found[0]) if len(found) else None

    def shown(self, row: int) -> Shown:
        """Return what a decision on this row records of the screen: the true rank."""
        if self._ranking is None:
            return Shown(self._model, self._recipe)
        place = self._fold.place(row)
        score = float(self._ranking.scores[place])
        return Shown(self._model, self._recipe, place + 1, score)

    def shown_overall(self) -> Shown:
        """Return what a decision about the whole article records of the screen."""
        return Shown(self._model, self._recipe)

    def image(self, image_id: str) -> Image:
        """Return a picture of the collection, from memory where it was looked up before."""
        if image_id not in self._images:
            if len(self._images) >= _CACHED_IMAGES:
                self._images.clear()
                self._uses.clear()
            self._images[image_id] = self._find_image(image_id) or Image(image_id, "")
        return self._images[image_id]

    def card(self, row: int) -> Card | None:
        """Return what is painted in a row."""
        image_id = self.image_id(row)
        if image_id is None or self._ranking is None:
            return None
        place, fold = self._fold.place(row), self._fold
        best, lead = self._ranking.lead(0), self._ranking.lead(place)
        after, leader = fold.next_other(place), fold.leader(place)
        image = self.image(image_id)  # first, since a full cache empties both
        if image_id not in self._uses:
            self._uses[image_id] = self._marks.uses(image_id)
        return Card(
            row=row,
            rank=place + 1,
            image=image,
            lead=lead,
            margin=0.0 if after is None else lead - self._ranking.lead(after),
            strength=max(0.0, lead / best) if best > 0 else 0.0,
            said=self._said.get(image_id),
            uses=self._uses[image_id],
            sensitive=self._marks.is_sensitive(image_id),
            alike=len(fold.beneath(place)),
            spread=fold.is_spread(place),
            like=0 if leader == place else leader + 1,
            compared=image_id in self._compared,
        )

    # What is alike, and what is compared -----------------------------------------------------

    def turn_alike(self, row: int) -> int | None:
        """Show or fold again what is nearly the same as the candidate in a row.

        Returns:
            The row of the one that they are folded beneath, None when nothing is alike.
        """
        if self.image_id(row) is None:
            return None
        leader = self._fold.leader(self._fold.place(row))
        beneath, top = self._fold.beneath(leader), self._fold.row(leader)
        if not beneath:
            return None
        if self._fold.is_spread(leader):
            self.beginRemoveRows(QModelIndex(), top + 1, top + len(beneath))
            self._fold.turn(leader)
            self._rows -= len(beneath)
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), top + 1, top + len(beneath))
            self._fold.turn(leader)
            self._rows += len(beneath)
            self.endInsertRows()
        self._repaint()  # keys and chips of what comes after
        return top

    def turn_compared(self, row: int) -> bool:
        """Mark a candidate to be compared, or take the mark away; False when four are marked."""
        image_id = self.image_id(row)
        if image_id in self._compared:
            self._compared.remove(image_id)
        elif image_id is None or len(self._compared) >= COMPARED:
            return False
        else:
            self._compared.append(image_id)
        self._repaint()
        return True

    def compared_rows(self) -> tuple[int, ...]:
        """Return the rows of the candidates that are marked to be compared, best first."""
        rows = (self.row_of(image_id) for image_id in self._compared)
        return tuple(sorted(row for row in rows if row is not None))

    # Qt --------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._rows

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._rows < self._fold.rows

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._grow(self._rows + PAGE)

    def fetch_to(self, row: int) -> None:
        """Have rows for the candidates up to one."""
        if self._rows <= row < self._fold.rows:
            self._grow(row + 1)

    def _grow(self, rows: int) -> None:
        end = min(rows, self._fold.rows)
        self.beginInsertRows(QModelIndex(), self._rows, end - 1)
        self._rows = end
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (CandidateRole.CARD, Qt.ItemDataRole.AccessibleTextRole)
        if role not in wanted or (card := self.card(index.row())) is None:
            return None
        return card if role == CandidateRole.CARD else card_sentence(card)
