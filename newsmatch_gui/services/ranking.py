"""Ranking the pool for an article or for any text: exact search over cached vectors."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.ranking import Ranking, Vectors, combine, rank, similarity
from newsmatch_gui.domain.records import Image
from newsmatch_gui.services.indexing import ModelEntry, read_entry
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.reading import kept_recipe, recipe_of_reading
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.readings import PartKey
from newsmatch_gui.store.vectors import VectorFile, read_ahead
from newsmatch_gui.text.recipes import Recipe

if TYPE_CHECKING:
    from newsmatch_gui.clip.model import ClipModel

_SCORES = 4_000_000  # of parts against images, held at a time


@dataclass(frozen=True, slots=True, eq=False)
class Pool:
    """The indexed images and texts of a collection under one model, ready to rank.

    Attributes:
        folder: The collection.
        model: How the vectors were made; its name is the one it loads by.
        title: What the model is called: one that was trained here by its own name, not its folder.
        recipe: Fingerprint of recipe and translator by which articles were read.
        image_ids: Ids in pool order.
        positions: Positions in the collection in the same order, rising; shape (n,).
        parts: What was read of each article, by article id.
    """

    folder: Path
    model: ModelEntry
    title: str
    recipe: str
    image_ids: tuple[str, ...]
    positions: NDArray[np.int64]
    parts: dict[str, tuple[PartKey, ...]]
    _combine: Recipe
    _rows: NDArray[np.int64]
    _vectors: Vectors
    _text_places: dict[str, int]
    _text_vectors: Vectors

    @property
    def made_by(self) -> tuple[Path, str, str]:
        """Collection, model and reading: pools that share them rank alike."""
        return self.folder.resolve(), self.model.fingerprint, self.recipe

    def places(self) -> dict[str, int]:
        """Return the place of every image in the pool, by id."""
        return {image_id: place for place, image_id in enumerate(self.image_ids)}

    def scores(self, query: Vectors) -> Vectors:
        """Return the cosine of a unit query (dim,) with every image, in pool order."""
        # Photos that share their content share a row, so rows are scored once and handed out.
        return similarity(self._vectors, query)[self._rows]

    def text_vector(self, key: str) -> Vectors | None:
        """Return the cached vector (dim,) of a text by its key, None when there is none."""
        place = self._text_places.get(key)
        return None if place is None else self._text_vectors[place]

    def is_indexed(self, article_id: str) -> bool:
        """Tell whether every part of an article that was read has its vector."""
        parts = self.parts.get(article_id, ())
        return bool(parts) and all(part.text_key in self._text_places for part in parts)

    def article_vectors(self, article_id: str) -> Vectors:
        """Return the vectors of the parts of an indexed article, shape (parts, dim)."""
        return self._text_vectors[[self._text_places[p.text_key] for p in self.parts[article_id]]]

    def article_vector(self, article_id: str) -> Vectors:
        """Return one unit vector (dim,) for an indexed article: its parts' weighted mean."""
        vectors = self.article_vectors(article_id)
        weights = np.array([part.weight for part in self.parts[article_id]], np.float32)
        mean = weights @ vectors
        return mean / max(float(np.linalg.norm(mean)), 1e-12)

    def article_scores(self, article_id: str) -> Vectors:
        """Return an indexed article's score for every image, in pool order."""
        weights = np.array([part.weight for part in self.parts[article_id]], np.float32)
        return self.part_scores(self.article_vectors(article_id), weights)

    def part_scores(self, vectors: Vectors, weights: Vectors) -> Vectors:
        """Return the score of a text for every image, in pool order.

        Args:
            vectors: Of its parts, shape (parts, dim).
            weights: How much each counts, shape (parts,).
        """
        if len(vectors) == 1:
            return self.scores(vectors[0])
        how, count = self._combine, len(self._vectors)
        # In blocks: 400 parts against 100,000 images at once would take half a gigabyte.
        block = max(1, _SCORES // len(vectors))
        scores = [
            combine(
                vectors @ self._vectors[start : start + block].T,
                weights, how.combine, temperature=how.temperature,
            )
            for start in range(0, count, block)
        ]  # fmt: skip
        return np.concatenate(scores)[self._rows]

    def image_vectors(self, places: NDArray[np.int64] | None = None) -> Vectors:
        """Return the vectors of images at some places of the pool, all by default; (n, dim)."""
        return self._vectors[self._rows if places is None else self._rows[places]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One ranked image, as printed or exported; ``lead`` and ``margin`` are in std deviations."""

    rank: int
    image: Image
    score: float
    lead: float
    margin: float


def load_pool(folder: Path, *, model: str = "", reading: str = "") -> Pool:
    """Load what was indexed, without torch.

    Args:
        folder: The collection.
        model: Fingerprint of a model; empty for the one that serves.
        reading: Fingerprint of recipe and translator; empty for the collection's own.

    Raises:
        NewsMatchError: No collection, or nothing indexed yet.
    """
    with Collection.open(folder) as collection:
        fingerprint = model or collection.setting("fingerprint")
        home = collection.vectors_folder(fingerprint or "none")
        entry = read_entry(home)
        if entry is None:
            raise NewsMatchError(
                f"{folder} is not indexed yet; press F5 in the window, or run: newsmatch index "
                f'"{folder}"'
            )
        how = recipe_of_reading(collection, reading) if reading else kept_recipe(collection)
        reading = reading or collection.setting("reading")
        places, vectors = VectorFile(home, "images", entry.dim).read()
        read_ahead(vectors)
        usable = [row for row in collection.images.pool() if row[2] in places]
        text_places, text_vectors = VectorFile(home, "texts", entry.dim).read()
        name = collection.model_name(fingerprint) or entry.name
        trained = collection.models.get(fingerprint)
        return Pool(
            folder=folder,
            model=replace(entry, name=name),
            title=trained.name if trained is not None else name,
            recipe=reading,
            image_ids=tuple(name for _, name, _ in usable),
            positions=np.array([position for position, _, _ in usable], np.int64),
            parts=collection.readings.keys(reading, fingerprint),
            _combine=how,
            _rows=np.array([places[key] for _, _, key in usable], np.int64),
            _vectors=vectors,
            _text_places=text_places,
            _text_vectors=text_vectors,
        )


def rank_article(pool: Pool, article_id: str, *, top: int | None = None) -> Ranking:
    """Rank the pool for an indexed article.

    Raises:
        NewsMatchError: The article is not in the collection, or not indexed yet.
    """
    if not pool.is_indexed(article_id):
        raise NewsMatchError(
            f"the article {article_id} is not indexed; check its id, or run: "
            f'newsmatch index "{pool.folder}"'
        )
    return rank(pool.article_scores(article_id), top=top)


def rank_text(pool: Pool, text: str, *, top: int | None = None) -> Ranking:
    """Rank the pool for any text, with the model that indexed it.

    Raises:
        NewsMatchError: The text is empty, or the model's weights have changed since indexing.
    """
    if not text.strip():
        raise NewsMatchError("there is nothing to search for; type some words")
    return rank(pool.scores(model_of(pool).encode_texts([text])[0]), top=top)


def model_of(pool: Pool) -> "ClipModel":
    """Return the model that indexed a pool, loading it on first use.

    Raises:
        NewsMatchError: Its weights have changed since then, or it cannot be loaded.
    """
    model = loaded_model(pool.model.name)
    if model.fingerprint != pool.model.fingerprint:
        raise NewsMatchError(
            f"the model {pool.model.name} has changed since this collection was indexed; "
            f'run: newsmatch index "{pool.folder}"'
        )
    return model


def candidates(pool: Pool, ranking: Ranking, top: int) -> tuple[Candidate, ...]:
    """Return the first candidates of a ranking with their images."""
    with Collection.open(pool.folder) as collection:
        found = []
        for place in range(min(top, len(ranking))):
            image = collection.images.get(pool.image_ids[ranking.order[place]])
            if image is not None:
                score = float(ranking.scores[place])
                found.append(
                    Candidate(place + 1, image, score, ranking.lead(place), ranking.margin(place))
                )
        return tuple(found)
