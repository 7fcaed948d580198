"""Looking pictures up by their words and by what they are; pictures are named by position."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.filters import NEARLY_SQUARE, Filters, Orientation
from newsmatch_gui.domain.query import Term

Positions = NDArray[np.int64]

# What a caption or a name says counts more than a file's name or a list of keywords.
_WEIGHTS = "2.0, 1.0, 0.5, 2.0, 2.0, 1.0"
_SHAPES = {
    Orientation.LANDSCAPE: f"width > height * {NEARLY_SQUARE}",
    Orientation.PORTRAIT: f"height > width * {NEARLY_SQUARE}",
    Orientation.SQUARE: f"width > 0 AND width <= height * {NEARLY_SQUARE} "
    f"AND height <= width * {NEARLY_SQUARE}",
}
_WITH_WORDS = "position IN (SELECT rowid FROM picture_words WHERE picture_words MATCH :{0})"
_USED = """
    SELECT image_id FROM current_decision WHERE article_id <> :article AND verdict = 'chosen'
    UNION SELECT image_id FROM hand_over WHERE article_id <> :article"""
_DECIDED = """
    SELECT image_id FROM current_decision WHERE article_id = :article AND image_id IS NOT NULL"""


class PictureSearch:
    """Queries over all pictures at once."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def matching(self, terms: Sequence[Term]) -> tuple[Positions, NDArray[np.float64]]:
        """Return the pictures whose texts hold any of the terms, and how well they match.

        The score is BM25 (Robertson and Zaragoza 2009) as SQLite computes it, turned so that more
        is better; always above 0.
        """
        if not terms:
            return np.empty(0, np.int64), np.empty(0, np.float64)
        found = self._db.execute(
            f"SELECT rowid, -bm25(picture_words, {_WEIGHTS}) FROM picture_words "
            "WHERE picture_words MATCH ?",
            (_any_of(terms),),
        ).fetchall()
        table = np.array(found, np.float64).reshape(-1, 2)
        # The rarest-possible word of SQLite's formula can round to nothing.
        return table[:, 0].astype(np.int64), np.maximum(table[:, 1], 1e-9)

    def holding(self, terms: Sequence[Term]) -> Positions:
        """Return the pictures whose texts hold any of the terms, by position."""
        if not terms:
            return np.empty(0, np.int64)
        return self._positions(
            "SELECT rowid AS position FROM picture_words WHERE picture_words MATCH :terms",
            {"terms": _any_of(terms)},
        )

    def passing(self, filters: Filters, licences: Iterable[str]) -> Positions:
        """Return the pictures that pass the filters, those that look at decisions aside; rising.

        Args:
            filters: What a picture must be.
            licences: Those that count as usable.
        """
        wanted = {
            "usable": "position IN (SELECT position FROM picture_text "
            "WHERE licence IN (SELECT value FROM json_each(:usable)))",
            "source": _WITH_WORDS.format("source"),
            "person": _WITH_WORDS.format("person"),
            "since": "taken >= :since",
            "until": "taken <> '' AND taken <= :until",
            "orientation": _SHAPES.get(filters.orientation or Orientation.SQUARE, ""),
            "long_side": "max(width, height) >= :long_side",
        }
        values = filters.active | {
            "usable": json.dumps(list(licences)),
            "source": f"credit : {_quoted(filters.source)}",
            "person": f"people : {_quoted(filters.person)}",
        }
        asked = (wanted[name] for name in filters.active if name in wanted)
        conditions = " AND ".join(f"({condition})" for condition in asked) or "1"
        return self._positions(
            f"SELECT position FROM image WHERE {conditions}",
            {key: value for key, value in values.items() if f":{key}" in conditions},
        )

    def taken(self, filters: Filters, article_id: str) -> Positions:
        """Return the pictures that filters leave out for what was decided on them.

        Args:
            filters: What a picture must be.
            article_id: The article on the desk, "" for none.
        """
        asked = [*([_USED] if filters.unused else []), *([_DECIDED] if filters.undecided else [])]
        if not asked:
            return np.empty(0, np.int64)
        return self._positions(
            f"SELECT position FROM image WHERE id IN ({' UNION '.join(asked)})",
            {"article": article_id},
        )

    def licences(self) -> tuple[str, ...]:
        """Return every licence that a picture has, each once."""
        return tuple(
            row[0] for row in self._db.execute("SELECT DISTINCT licence FROM picture_text")
        )

    def sources(self, most: int = 200) -> tuple[str, ...]:
        """Return the credits and sources of most pictures, the commonest first."""
        rows = self._db.execute(
            "SELECT credit FROM picture_text WHERE credit <> '' AND typeof(credit) = 'text' "
            "GROUP BY credit ORDER BY count(*) DESC, credit LIMIT ?",
            (most,),
        )
        return tuple(row[0] for row in rows)

    def people(self, most: int = 1_000) -> tuple[str, ...]:
        """Return the people that most pictures show, the commonest first."""
        rows = self._db.execute(
            "SELECT people, count(*) FROM picture_text "
            "WHERE people <> '' AND typeof(people) = 'text' "
            "GROUP BY people ORDER BY count(*) DESC LIMIT ?",
            (10 * most,),
        )
        counts: dict[str, int] = {}
        for people, count in rows:
            for name in people.split("; "):
                counts[name] = counts.get(name, 0) + count
        return tuple(sorted(counts, key=lambda name: (-counts[name], name)))[:most]

    def _positions(self, query: str, values: dict) -> Positions:
        # As one text, which is read three times as fast as 100,000 rows.
        listed = self._db.execute(
            f"SELECT coalesce(group_concat(position), '') FROM ({query})", values
        ).fetchone()[0]
        return np.sort(np.fromstring(listed, np.int64, sep=","))


def _any_of(terms: Sequence[Term]) -> str:
    """Return an FTS5 query for any of the terms; quoted, nothing in them is an operator."""
    return " OR ".join(
        f"{_quoted(term.text.rstrip('*'))} *"
        if term.text.endswith("*") and not term.phrase
        else _quoted(term.text)
        for term in terms
    )


def _quoted(text: str) -> str:
    # A zero byte would end the query, and half a surrogate cannot be handed over.
    plain = "".join(mark if mark.isprintable() else " " for mark in text)
    return '"' + plain.replace('"', '""') + '"'
