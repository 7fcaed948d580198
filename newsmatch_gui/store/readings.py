"""What encoders read of articles, the recipes they read by, and cached translations."""

import hashlib
import json
import sqlite3
from collections.abc import Container, Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from newsmatch_gui.domain.reading import Part, Reading, StepTrace, gives_way
from newsmatch_gui.domain.records import Article
from newsmatch_gui.store.articles import FIELDS


@dataclass(frozen=True, slots=True)
class PartKey:
    """Where the vector of one part of an article's reading is found, and how much it counts."""

    text_key: str
    weight: float


class Readings:
    """Queries on readings. Nothing here commits: use ``Collection.batch``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    def unread(self, recipe: str, model: str, *, translator: str = "") -> tuple[Article, ...]:
        """Return the articles without a reading by that recipe and model.

        Args:
            recipe: Fingerprint of the recipe.
            model: Fingerprint of the model.
            translator: When given, articles that a stand-in translated count as unread; those
                of a better translator, which is turned off, don't.
        """
        fields = ", ".join(f"a.{name.strip()}" for name in FIELDS.split(","))
        makers = self.translators(recipe, model)
        away = [by for by in makers if translator and gives_way(by, translator)]
        rows = self._db.execute(
            f"SELECT {fields} FROM article a WHERE NOT EXISTS (SELECT 1 FROM reading r "
            "WHERE r.article_id = a.id AND r.recipe = ? AND r.model = ? "
            f"AND r.translator NOT IN ({', '.join('?' * len(away))})) ORDER BY a.position",
            (recipe, model, *away),
        )
        return tuple(Article(*row) for row in rows)

    def add(
        self, model: str, recipe: str, readings: Sequence[tuple[str, Reading, Sequence[str]]]
    ) -> None:
        """Store (article id, reading, text key of each part), replacing older ones."""
        for article_id, reading, keys in readings:
            where = (article_id, recipe, model)
            self._db.execute(
                "DELETE FROM reading_part WHERE article_id = ? AND recipe = ? AND model = ?", where
            )
            trace = json.dumps([astuple(step) for step in reading.trace], ensure_ascii=False)
            self._db.execute(
                "REPLACE INTO reading (article_id, recipe, model, budget, translator, note, trace)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*where, reading.budget, reading.translator, reading.note, trace),
            )
            self._db.executemany(
                "INSERT INTO reading_part (article_id, recipe, model, place, text, text_key, "
                "tokens, weight) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (*where, place, part.text, key, part.tokens, part.weight)
                    for place, (part, key) in enumerate(zip(reading.parts, keys, strict=True))
                ],
            )

    def get(self, article_id: str, recipe: str, model: str) -> Reading | None:
        """Return the reading of an article, or None while it was not read."""
        where = (article_id, recipe, model)
        row = self._db.execute(
            "SELECT budget, translator, note, trace FROM reading "
            "WHERE article_id = ? AND recipe = ? AND model = ?",
            where,
        ).fetchone()
        if row is None:
            return None
        parts = self._db.execute(
            "SELECT text, tokens, weight FROM reading_part "
            "WHERE article_id = ? AND recipe = ? AND model = ? ORDER BY place",
            where,
        )
        budget, translator, note, trace = row
        steps = tuple(_step(*fields) for fields in json.loads(trace))
        return Reading(
            tuple(Part(*part) for part in parts), budget, recipe, translator, note, steps
        )

    def keys(self, recipe: str, model: str) -> dict[str, tuple[PartKey, ...]]:
        """Return the parts of every article read by that recipe and model."""
        rows = self._db.execute(
            "SELECT article_id, text_key, weight FROM reading_part "
            "WHERE recipe = ? AND model = ? ORDER BY article_id, place",
            (recipe, model),
        )
        found: dict[str, list[PartKey]] = {}
        for article_id, key, weight in rows:
            found.setdefault(article_id, []).append(PartKey(key, weight))
        return {article_id: tuple(parts) for article_id, parts in found.items()}

    def lost(self, recipe: str, model: str, known: Container[str]) -> set[str]:
        """Return the articles with a part whose vector is gone from the cache.

        Args:
            recipe: Fingerprint of the recipe.
            model: Fingerprint of the model.
            known: The keys of the texts whose vectors are there.
        """
        rows = self._db.execute(
            "SELECT article_id, text_key FROM reading_part WHERE recipe = ? AND model = ?",
            (recipe, model),
        )
        return {article_id for article_id, key in rows if key not in known}

    def forget(self, recipe: str, model: str, article_ids: Iterable[str]) -> None:
        """Take away readings, so that the articles are read anew."""
        wheres = [(article_id, recipe, model) for article_id in article_ids]
        for table in ("reading_part", "reading"):
            self._db.executemany(
                f"DELETE FROM {table} WHERE article_id = ? AND recipe = ? AND model = ?", wheres
            )

    def any_text(self, recipe: str, model: str) -> str | None:
        """Return some text that a model read by a recipe, None while it read nothing."""
        row = self._db.execute(
            "SELECT text FROM reading_part WHERE recipe = ? AND model = ? LIMIT 1", (recipe, model)
        ).fetchone()
        return None if row is None else row[0]

    def translators(self, recipe: str, model: str) -> dict[str, int]:
        """Return how many articles each translator served, "" for those that needed none."""
        rows = self._db.execute(
            "SELECT translator, count(*) FROM reading WHERE recipe = ? AND model = ? GROUP BY 1",
            (recipe, model),
        )
        return dict(rows.fetchall())

    def made(self) -> tuple[tuple[str, str], ...]:
        """Return (recipe, model) of every way in which articles were read."""
        rows = self._db.execute("SELECT DISTINCT recipe, model FROM reading ORDER BY 1, 2")
        return tuple((recipe, model) for recipe, model in rows)

    def first_parts(self, recipe: str, model: str) -> dict[str, str]:
        """Return the first text that is read of each article: with chunks, the headline."""
        rows = self._db.execute(
            "SELECT article_id, text FROM reading_part "
            "WHERE recipe = ? AND model = ? AND place = 0",
            (recipe, model),
        )
        return dict(rows.fetchall())

    def copy(self, recipe: str, model: str, to: str) -> None:
        """Let another model with the same tokenizer read what a model read."""
        for table, columns in (
            ("reading", "budget, translator, note, trace"),
            ("reading_part", "place, text, text_key, tokens, weight"),
        ):
            self._db.execute(
                f"INSERT OR REPLACE INTO {table} (article_id, recipe, model, {columns}) "
                f"SELECT article_id, recipe, ?, {columns} FROM {table} "
                "WHERE recipe = ? AND model = ?",
                (to, recipe, model),
            )

    def add_recipe(self, fingerprint: str, source: str) -> None:
        """Keep the text of a recipe, so that the collection can be read without its file."""
        self._db.execute("INSERT OR IGNORE INTO recipe VALUES (?, ?)", (fingerprint, source))

    def recipe_source(self, fingerprint: str) -> str | None:
        """Return the text of a recipe that was kept, or None."""
        row = self._db.execute(
            "SELECT source FROM recipe WHERE fingerprint = ?", (fingerprint,)
        ).fetchone()
        return None if row is None else row[0]

    def translations(self) -> dict[tuple[str, str, str], str]:
        """Return every translation by (translator, language, key of the source text)."""
        rows = self._db.execute("SELECT translator, source_lang, source_key, text FROM translation")
        return {(by, lang, key): text for by, lang, key, text in rows}

    def add_translations(self, rows: Iterable[tuple[str, str, str, str]]) -> None:
        """Store (translator, language, source text, translation) rows."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._db.executemany(
            "REPLACE INTO translation VALUES (?, ?, ?, ?, ?)",
            [
                (maker, lang, translation_key(source), text, now)
                for maker, lang, source, text in rows
            ],
        )


def _step(
    step: str, text: str, dropped: Sequence[str], note: str, changed: Iterable[Sequence[str]] = ()
) -> StepTrace:
    """Make a step from JSON; readings of earlier versions don't know what changed."""
    return StepTrace(step, text, tuple(dropped), note, tuple((a, b) for a, b in changed))


def translation_key(text: str) -> str:
    """Return the key under which a text's translation is kept."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
