"""The article list: titles with their state, found by typing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import chain

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from newsmatch_gui.domain.records import Verdict
from newsmatch_gui.qt.theme import (
    plain_tip,
    selection_colours,
    verdict_colour,
    verdict_glyph,
    verdict_word,
)
from newsmatch_gui.services.deciding import ArticleLine

Index = QModelIndex | QPersistentModelIndex


class ArticleRole(IntEnum):
    """What the delegate asks for."""

    ID = Qt.ItemDataRole.UserRole + 1
    STATE = Qt.ItemDataRole.UserRole + 2
    TAG = Qt.ItemDataRole.UserRole + 3
    REVIEW = Qt.ItemDataRole.UserRole + 4


class ArticleListModel(QAbstractListModel):
    """Articles in source order with their states, and why some wait to be looked at again."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[ArticleLine, ...] = ()
        self._states: dict[str, Verdict] = {}
        self._queue: dict[str, str] = {}
        self._places: dict[str, int] = {}

    def set_articles(self, lines: tuple[ArticleLine, ...], states: Mapping[str, Verdict]) -> None:
        """Show other articles."""
        self.beginResetModel()
        self._lines, self._states = lines, dict(states)
        self._places = {line.id: place for place, line in enumerate(lines)}
        self.endResetModel()

    def set_state(self, article_id: str, state: Verdict | None) -> None:
        """Repaint one article whose state changed."""
        if state is None:
            self._states.pop(article_id, None)
        else:
            self._states[article_id] = state
        if (place := self._places.get(article_id)) is not None:
            index = self.index(place)
            self.dataChanged.emit(index, index, [int(ArticleRole.STATE)])

    def set_states(self, states: Mapping[str, Verdict]) -> None:
        """Repaint every article after many were decided at once."""
        self._states = dict(states)
        if self._lines:
            first, last = self.index(0), self.index(len(self._lines) - 1)
            self.dataChanged.emit(first, last, [int(ArticleRole.STATE)])

    def set_queue(self, queue: Mapping[str, str]) -> None:
        """Mark the articles that wait in the review queue, with the reason of each."""
        changed = [name for name in {*self._queue, *queue} if name in self._places]
        self._queue = dict(queue)
        if changed:
            places = [self._places[name] for name in changed]
            first, last = self.index(min(places)), self.index(max(places))
            self.dataChanged.emit(first, last, [int(ArticleRole.REVIEW)])

    def queued(self) -> dict[str, str]:
        """Return why each article of the review queue waits, by id."""
        return dict(self._queue)

    def decided(self) -> int:
        """Return how many articles are decided."""
        return len(self._states)

    def place(self, article_id: str) -> int | None:
        """Return the row of an article."""
        return self._places.get(article_id)

    def article_id(self, place: int) -> str:
        """Return the id of the article in a row."""
        return self._lines[place].id

    def state(self, article_id: str) -> Verdict | None:
        """Return the state of an article, None while it is open."""
        return self._states.get(article_id)

    def is_open(self, place: int) -> bool:
        """Tell whether the article in a row is undecided."""
        return self._lines[place].id not in self._states

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        state = self._states.get(line.id)
        title = line.title or self.tr("(no headline)")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip("\n".join(filter(None, (title, self._review_sentence(line.id)))))
            case ArticleRole.ID:
                return line.id
            case ArticleRole.STATE:
                return state
            case ArticleRole.TAG:
                return f"{line.domain.upper()} · {line.lang}"
            case ArticleRole.REVIEW:
                return self._queue.get(line.id)
            case Qt.ItemDataRole.AccessibleTextRole:
                parts = (title, verdict_word(state), self._review_sentence(line.id))
                return ", ".join(filter(None, parts))
        return None

    def _review_sentence(self, article_id: str) -> str:
        why = self._queue.get(article_id)
        return "" if why is None else self.tr("In the review queue: {0}").format(why)


class ArticleFilter(QSortFilterProxyModel):
    """Narrows the list to titles with every typed word, to open articles, or to the review queue.

    A *place* counts in the whole list, a *row* in what is shown of it, in the same order.

    Attributes:
        articles: The whole list.
    """

    def __init__(self, articles: ArticleListModel, parent: QObject) -> None:
        super().__init__(parent)
        self.articles = articles
        self._words: list[str] = []
        self._open_only = self._queue_only = False
        self.setSourceModel(articles)
        # A row that is decided must not vanish under the eyes of whoever decides it.
        self.setDynamicSortFilter(False)

    def set_text(self, text: str) -> None:
        """Show titles that contain every word."""
        self._words = text.casefold().split()
        self.invalidate()

    def set_open_only(self, open_only: bool) -> None:
        """Hide decided articles; one that is decided now stays until the filter is set anew."""
        self._open_only = open_only
        self.invalidate()

    def set_queue_only(self, queue_only: bool) -> None:
        """Show the review queue; an article that leaves it stays until the filter is set anew."""
        self._queue_only = queue_only
        self.invalidate()

    def place(self, row: int) -> int:
        """Return the place of the article in a row."""
        return self.mapToSource(self.index(row, 0)).row()

    def article_id(self, place: int) -> str:
        """Return the id of the article in a place."""
        return self.articles.article_id(place)

    def shown(self, place: int) -> QModelIndex:
        """Return where an article is shown, an invalid index while it is hidden."""
        return self.mapFromSource(self.articles.index(place))

    def row_beside(self, place: int, by: int) -> int:
        """Return the row before or after a place, which may be hidden; at an end, the last row."""
        rows = range(self.rowCount())
        if by > 0:
            row = bisect_right(rows, place, key=self.place)
        else:
            row = bisect_left(rows, place, key=self.place) - 1
        return min(max(row, 0), len(rows) - 1)

    def open_after(self, place: int) -> Iterator[int]:
        """Yield the places after ``place`` that are shown and open, then those from the top."""
        rows = range(self.rowCount())
        start = bisect_right(rows, place, key=self.place)
        places = map(self.place, chain(rows[start:], rows[:start]))
        return filter(self.articles.is_open, places)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        index = self.sourceModel().index(row, 0, parent)
        if self._open_only and index.data(ArticleRole.STATE) is not None:
            return False
        if self._queue_only and index.data(ArticleRole.REVIEW) is None:
            return False
        title = str(index.data()).casefold()
        return all(word in title for word in self._words)


class ArticleDelegate(QStyledItemDelegate):
    """Paints a title on two lines, with domain and state below it."""

    _PAD = 8

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).lineSpacing()
        return QSize(120, 3 * line + 2 * self._PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        palette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            ground, ink = selection_colours(palette)
            painter.fillRect(option.rect, ground)
        else:
            ink = palette.color(QPalette.ColorRole.Text)
        painter.setPen(ink)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.drawRect(option.rect.adjusted(2, 2, -3, -4))
        box = option.rect.adjusted(self._PAD + 6, self._PAD, -self._PAD, -self._PAD)
        line = painter.fontMetrics().lineSpacing()
        # The same titles are painted at every key, and measuring their words takes longest.
        texts = _two_lines(str(index.data()), painter.font(), box.width())
        row = QRect(box.left(), box.top() if texts[1] else box.top() + line // 2, box.width(), line)
        for text in filter(None, texts):
            painter.drawText(row, 0, text)
            row.translate(0, line)
        state: Verdict | None = index.data(ArticleRole.STATE)
        tag = str(index.data(ArticleRole.TAG))
        if index.data(ArticleRole.REVIEW) is not None:
            tag += "  ⚑ " + self.tr("review")
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft, tag)
        if state is not None:
            word = f"{verdict_glyph(state)} {verdict_word(state)}"
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, word)
            bar = QRect(option.rect.left(), option.rect.top() + 4, 4, option.rect.height() - 8)
            painter.fillRect(bar, verdict_colour(state, palette))
        painter.setPen(palette.color(QPalette.ColorRole.Midlight))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()


@lru_cache(maxsize=500)
def _two_lines(text: str, font: QFont, width: int) -> tuple[str, str]:
    """Wrap a title at a word to two lines, the second one elided."""
    metrics = QFontMetrics(font)
    first, words = "", text.split()
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first and words:
        first, words = metrics.elidedText(words[0], Qt.TextElideMode.ElideRight, width), []
    return first, metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
