"""Article titles that narrow at once while somebody types, however many there are."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsmatch_gui.qt.article_list import ArticleListModel

Index = QModelIndex | QPersistentModelIndex


class TitleList(QAbstractListModel):
    """The articles whose titles hold every typed word, in the order of the article list."""

    def __init__(self, articles: ArticleListModel, parent: QObject, *, without: str = "") -> None:
        """Read the titles.

        Args:
            articles: The whole list; states and queue are read from it as they are painted.
            parent: Owner.
            without: Id of an article to leave out.
        """
        super().__init__(parent)
        self._articles = articles
        # In Python a proxy model asks for each title at each letter; this asks once.
        places = (place for place in range(articles.rowCount())
                  if articles.article_id(place) != without)  # fmt: skip
        self._titles = [(place, str(articles.index(place).data()).casefold()) for place in places]
        self._rows = [place for place, _ in self._titles]

    def narrow(self, typed: str) -> None:
        """Show the titles that hold every word."""
        words = typed.casefold().split()
        self.beginResetModel()
        self._rows = [
            place for place, title in self._titles if all(word in title for word in words)
        ]
        self.endResetModel()

    def article_id(self, row: int) -> str:
        """Return the id of the article in a row."""
        return self._articles.article_id(self._rows[row])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        return self._articles.index(self._rows[index.row()]).data(role)
