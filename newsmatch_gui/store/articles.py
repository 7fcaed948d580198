"""Articles, their ground truth, and import problems."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from newsmatch_gui.domain.records import Article, RowProblem

FIELDS = "id, title, text, domain, lang, url, published, tags, title_source, text_source"


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One line of the article list: enough to paint it, without the body text."""

    id: str
    title: str
    domain: str
    lang: str


class Articles:
    """Queries on articles. Nothing here commits: use ``Collection.batch``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def add(self, article: Article) -> bool:
        """Add an article unless its id is known; return whether it was added."""
        marks = ", ".join("?" * 10)
        cursor = self._db.execute(
            f"INSERT OR IGNORE INTO article ({FIELDS}) VALUES ({marks})", astuple(article)
        )
        return cursor.rowcount == 1

    def get(self, article_id: str) -> Article | None:
        """Return an article, or None."""
        row = self._db.execute(
            f"SELECT {FIELDS} FROM article WHERE id = ?", (article_id,)
        ).fetchone()
        return None if row is None else Article(*row)

    def lines(self) -> tuple[ArticleLine, ...]:
        """Return every article in source order, without body texts."""
        rows = self._db.execute("SELECT id, title, domain, lang FROM article ORDER BY position")
        return tuple(ArticleLine(*row) for row in rows)

    def described(self) -> Iterator[tuple[ArticleLine, str, int]]:
        """Yield every article's line, its tags, and how many characters of text it has."""
        rows = self._db.execute(
            "SELECT id, title, domain, lang, tags, length(title) + length(text) "
            "FROM article ORDER BY position"
        )
        return ((ArticleLine(*row[:4]), row[4], row[5]) for row in rows)

    def count(self) -> int:
        """Return how many articles there are."""
        return self._db.execute("SELECT count(*) FROM article").fetchone()[0]

    def add_truth(self, article_id: str, image_id: str) -> bool:
        """Note that the image was published with the article; return whether that was new."""
        cursor = self._db.execute(
            "INSERT OR IGNORE INTO ground_truth VALUES (?, ?)", (article_id, image_id)
        )
        return cursor.rowcount == 1

    def truth(self) -> tuple[tuple[str, str], ...]:
        """Return (article id, image id) of the ground truth, in article order."""
        return tuple(
            self._db.execute(
                "SELECT t.article_id, t.image_id FROM ground_truth t "
                "JOIN article a ON a.id = t.article_id ORDER BY a.position, t.image_id"
            )
        )

    def true_images(self, article_id: str) -> frozenset[str]:
        """Return the images that were published with one article."""
        rows = self._db.execute(
            "SELECT image_id FROM ground_truth WHERE article_id = ?", (article_id,)
        )
        return frozenset(row[0] for row in rows)

    def replace_problems(self, source: str, problems: Iterable[RowProblem]) -> None:
        """Store the problems of one import in place of those of an earlier try."""
        self._db.execute("DELETE FROM problem WHERE source = ?", (source,))
        self._db.executemany(
            "INSERT OR IGNORE INTO problem VALUES (?, ?, ?, ?)",
            [(source, p.row, p.reason, p.mend) for p in problems],
        )

    def problems(self) -> tuple[RowProblem, ...]:
        """Return every open import problem."""
        rows = self._db.execute("SELECT source, row, reason, mend FROM problem ORDER BY 1, 2, 3")
        return tuple(RowProblem(*row) for row in rows)
