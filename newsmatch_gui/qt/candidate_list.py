"""The candidates of one ranking, as a model that never copies the ranking."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.domain.records import Decision, Image, Shown, Verdict
from newsmatch_gui.qt.said import said_sentence
from newsmatch_gui.qt.theme import picture_word, plain_tip

Index = QModelIndex | QPersistentModelIndex
_CACHED_IMAGES = 2_000
_PAGE = 600  # rows the view lays out at a time; laying out 100,000 for each article stalls it


class CandidateRole(IntEnum):
    """What the delegate asks for: everything at once, so it paints from one look-up."""

    CARD = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Card:
    """A candidate as it is painted; ``strength`` is 0 for an average picture and 1 for the best."""

    rank: int
    image: Image
    lead: float
    strength: float
    said: Decision | None = None

    @property
    def verdict(self) -> Verdict | None:
        """What was said of it for the article on screen."""
        return self.said.verdict if self.said else None

    @property
    def fit(self) -> int:
        """Its grade for the article on screen, 0 for none."""
        return self.said.fit if self.said else 0


class CandidateModel(QAbstractListModel):
    """All candidates, best first, with the verdicts that hold for the article on screen."""

    def __init__(self, find_image: Callable[[str], Image | None], parent: QObject) -> None:
        super().__init__(parent)
        self._find_image = find_image
        self._images: dict[str, Image] = {}
        self._ids: tuple[str, ...] = ()
        self._places: dict[str, int] | None = None  # by id, when first asked for
        self._ranking: Ranking | None = None
        self._said: dict[str | None, Decision] = {}
        self._rows = 0
        self._model = ""
        self._recipe = ""

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
        self._rows = min(_PAGE, self.total())
        self.endResetModel()

    def set_said(self, said: Mapping[str | None, Decision]) -> None:
        """Repaint after a decision."""
        self._said = dict(said)
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def forget_images(self) -> None:
        """Look images up anew, after an import or in another collection."""
        self._images.clear()

    def image_id(self, place: int) -> str | None:
        """Return the image in a row, None when there is no such row."""
        if self._ranking is None or not 0 <= place < len(self._ranking):
            return None
        return self._ids[self._ranking.order[place]]

    def total(self) -> int:
        """Return how many candidates are ranked, laid out or not."""
        return 0 if self._ranking is None else len(self._ranking)

    def chosen_place(self) -> int | None:
        """Return the row of the picture chosen for the article, None when none is ranked."""
        chosen = [name for name, d in self._said.items() if d.verdict is Verdict.CHOSEN]
        if not chosen or self._ranking is None:
            return None
        if self._places is None:
            self._places = {image_id: place for place, image_id in enumerate(self._ids)}
        place = self._places.get(chosen[0])
        if place is None:
            return None
        (rows,) = (self._ranking.order == place).nonzero()
        return int(rows[0]) if len(rows) else None

    def shown(self, place: int) -> Shown:
        """Return what a decision on this row records of the screen."""
        if self._ranking is None:
            return Shown(self._model, self._recipe)
        score = float(self._ranking.scores[place])
        return Shown(self._model, self._recipe, place + 1, score)

    def shown_overall(self) -> Shown:
        """Return what a decision about the whole article records of the screen."""
        return Shown(self._model, self._recipe)

    def card(self, place: int) -> Card | None:
        """Return what is painted in a row."""
        image_id = self.image_id(place)
        if image_id is None or self._ranking is None:
            return None
        best, lead = self._ranking.lead(0), self._ranking.lead(place)
        strength = max(0.0, lead / best) if best > 0 else 0.0
        return Card(place + 1, self._image(image_id), lead, strength, self._said.get(image_id))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else self._rows

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._rows < self.total()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._grow(self._rows + _PAGE)

    def fetch_to(self, place: int) -> None:
        """Have rows for the candidates up to a place."""
        if self._rows <= place < self.total():
            self._grow(place + 1)

    def _grow(self, rows: int) -> None:
        end = min(rows, self.total())
        self.beginInsertRows(QModelIndex(), self._rows, end - 1)
        self._rows = end
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (
            CandidateRole.CARD,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        )
        if role not in wanted or (card := self.card(index.row())) is None:
            return None
        if role == CandidateRole.CARD:
            return card
        about = card.image.caption or card.image.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.tr("Rank {0}: {1}, {2:.1f} above average, {3}")
            text = text.format(card.rank, about, card.lead, picture_word(card.verdict))
            return ", ".join(filter(None, (text, said_sentence(card.said))))
        parts = [about, card.image.credit, card.image.licence, said_sentence(card.said)]
        lead = self.tr("{0:+.1f} standard deviations from this article's average picture")
        return plain_tip("\n".join([*filter(None, parts), lead.format(card.lead)]))

    def _image(self, image_id: str) -> Image:
        if image_id not in self._images:
            if len(self._images) >= _CACHED_IMAGES:
                self._images.clear()
            self._images[image_id] = self._find_image(image_id) or Image(image_id, "")
        return self._images[image_id]
