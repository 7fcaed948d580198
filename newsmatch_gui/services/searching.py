"""Searching the pool by words and pictures, among the pictures that pass the filters."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.filters import Filters
from newsmatch_gui.domain.fusion import compounded, hybrid
from newsmatch_gui.domain.query import Example, Query, spoken
from newsmatch_gui.domain.ranking import Ranking, Vectors, rank
from newsmatch_gui.domain.rights import Rights, rights_of
from newsmatch_gui.services.encoding import ready_encoder, text_encoder
from newsmatch_gui.services.models import is_loaded
from newsmatch_gui.services.ranking import Pool, model_of, rank_article
from newsmatch_gui.store.collection import Collection

Places = NDArray[np.int64]

NO_FILTERS = Filters()
_EXAMPLES = 32
_lock = Lock()
_masks: list[tuple[Pool, tuple[Filters, str], NDArray[np.bool_]]] = []  # the latest, or none
_seen: OrderedDict[tuple[str, Example], Vectors] = OrderedDict()


@dataclass(frozen=True, slots=True)
class Offered:
    """What the filters of a collection can offer to choose from, the commonest first."""

    sources: tuple[str, ...]
    people: tuple[str, ...]


def search(
    pool: Pool, query: Query, filters: Filters = NO_FILTERS, *, article_id: str = ""
) -> Ranking:
    """Rank the pictures that pass the filters, exactly as if the pool held no others.

    Words are looked for in captions, credits, file names and what the files say, and, as the
    encoder reads them, in the pictures; ``domain.fusion.hybrid`` joins both. A picture whose texts
    hold an unwanted word is left out, and one that looks like it falls back. A query that wants
    nothing ranks for the article.

    Args:
        pool: The indexed collection.
        query: What is wanted; may say nothing.
        filters: What a picture must be.
        article_id: The article on the desk, "" for none.

    Raises:
        NewsMatchError: There is nothing to rank by, a picture that was given cannot be read, or
            the model cannot be loaded.
    """
    if article_id and not query and not filters:
        return rank_article(pool, article_id)
    by_article = not query.wanted and not any(example.weight > 0 for example in query.examples)
    if by_article and not pool.is_indexed(article_id):
        raise NewsMatchError("there is nothing to search for; type some words")
    with Collection.open(pool.folder) as collection:
        places = _passing(collection, pool, query, filters, article_id)
        words = _by_words(collection, pool, query)[places]
    if len(places) == 0:
        return rank(np.empty(0, np.float32))
    weight = 1.0 if not query.wanted else query.pictures
    if weight == 0:
        return _ranked(words, places)
    wanted = [(pool.article_scores(article_id)[places], 1.0)] if by_article else []
    wanted += _by_text(pool, query, places)
    wanted += [
        (pool.scores(example_vector(pool, example))[places], example.weight)
        for example in query.examples
    ]
    unwanted = _by_unwanted(pool, query, places)
    if len(wanted) == 1 and not unwanted and weight == 1:
        return _ranked(wanted[0][0], places)  # plain similarity stays a cosine
    return _ranked(hybrid(words, compounded(wanted, unwanted), weight), places)


def rank_passing(pool: Pool, scores: Vectors, filters: Filters, *, article_id: str = "") -> Ranking:
    """Rank the pictures that pass the filters by scores that are there.

    Args:
        pool: The indexed collection.
        scores: Of all its pictures, in pool order, shape (n,).
        filters: What a picture must be.
        article_id: The article on the desk, "" for none.
    """
    if not filters:
        return rank(scores)
    with Collection.open(pool.folder) as collection:
        places = _passing(collection, pool, Query(), filters, article_id)
    return _ranked(scores[places], places)


def needs_model(pool: Pool, query: Query) -> bool:
    """Tell whether a search would have to load a model first, which takes seconds.

    Words are read without it wherever the text tower can be read alone; a picture of the
    collection has its vector.
    """
    strange = [e for e in query.examples if not e.image_id and _key(pool, e) not in _seen]
    if strange and not is_loaded(pool.model.name):
        return True
    reads = (query.wanted and query.pictures > 0) or query.unwanted
    return bool(reads) and ready_encoder(pool) is None


def example_vector(pool: Pool, example: Example) -> Vectors:
    """Return the unit vector (dim,) of a picture, of the collection or from elsewhere.

    Raises:
        NewsMatchError: No such picture, or it cannot be read.
    """
    key = _key(pool, example)
    if key not in _seen:
        _seen[key] = _pool_vector(pool, example) if example.image_id else _encoded(pool, example)
        while len(_seen) > _EXAMPLES:
            _seen.popitem(last=False)
    return _seen[key]


def _key(pool: Pool, example: Example) -> tuple[str, Example]:
    return pool.model.fingerprint, replace(example, weight=1.0)


def example_at(folder: Path, path: Path) -> Example:
    """Return a picture file as an example: as one of the collection where it is one."""
    with Collection.open(folder) as collection:
        image_id = collection.images.by_path(str(path))
    return Example(path=str(path)) if image_id is None else Example(image_id=image_id)


def offered(folder: Path) -> Offered:
    """Return what the pictures of a collection can be filtered by.

    Raises:
        NewsMatchError: No collection there.
    """
    with Collection.open(folder) as collection:
        look_up = collection.picture_search
        return Offered(look_up.sources(), look_up.people())


def _passing(
    collection: Collection, pool: Pool, query: Query, filters: Filters, article_id: str
) -> Places:
    """Return the places in the pool of what may be ranked, rising."""
    look_up = collection.picture_search
    lasting = replace(filters, unused=False, undecided=False)
    kept = np.ones(len(pool.positions), bool)
    if lasting:
        kept = _lasting_mask(collection, pool, lasting).copy()
    for unwanted in (look_up.taken(filters, article_id), look_up.holding(query.unwanted)):
        places, _ = _places(pool, unwanted)
        kept[places] = False
    return np.flatnonzero(kept)


def _lasting_mask(collection: Collection, pool: Pool, filters: Filters) -> NDArray[np.bool_]:
    """Return what passes filters that look at no decision, kept from one article to the next.

    What files and sources say of a pool's pictures stays as long as the pool is used; only people
    may correct it meanwhile.
    """
    key = (filters, collection.corrections.latest())
    with _lock:
        if not _masks or _masks[0][0] is not pool or _masks[0][1] != key:
            look_up = collection.picture_search
            licences = [held for held in look_up.licences() if rights_of(held) is Rights.USABLE]
            mask = np.zeros(len(pool.positions), bool)
            places, _ = _places(pool, look_up.passing(filters, licences))
            mask[places] = True
            _masks[:] = [(pool, key, mask)]
        return _masks[0][2]


def _places(pool: Pool, positions: Places) -> tuple[Places, NDArray[np.bool_]]:
    """Return the places in the pool of pictures of the collection, and which of them have one."""
    if len(pool.positions) == 0:
        return pool.positions, np.zeros(len(positions), bool)
    places = np.minimum(np.searchsorted(pool.positions, positions), len(pool.positions) - 1)
    here = pool.positions[places] == positions
    return places[here], here


def _by_words(collection: Collection, pool: Pool, query: Query) -> NDArray[np.float64]:
    """Return how well the texts of each picture match, in pool order; 0 for not at all."""
    scores = np.zeros(len(pool.positions))
    if query.pictures < 1 and query.wanted:
        positions, found = collection.picture_search.matching(query.wanted)
        places, here = _places(pool, positions)
        scores[places] = found[here]
    return scores


def _by_text(pool: Pool, query: Query, places: Places) -> list[tuple[Vectors, float]]:
    text = query.text.strip()
    if not text:
        return []
    return [(pool.scores(text_encoder(pool).encode_texts([text])[0])[places], 1.0)]


def _by_unwanted(pool: Pool, query: Query, places: Places) -> list[Vectors]:
    texts = [text for term in query.unwanted if (text := spoken((term,)))]
    vectors = text_encoder(pool).encode_texts(texts) if texts else ()
    return [pool.scores(vector)[places] for vector in vectors]


def _ranked(scores: NDArray[np.floating], places: Places) -> Ranking:
    found = rank(scores.astype(np.float32))
    return replace(found, order=places[found.order])


def _pool_vector(pool: Pool, example: Example) -> Vectors:
    try:
        place = pool.image_ids.index(example.image_id)
    except ValueError:
        raise NewsMatchError(
            f"the picture {example.image_id} is not indexed; check its id, or run: "
            f'newsmatch index "{pool.folder}"'
        ) from None
    return pool.image_vectors(np.array([place]))[0]


def _encoded(pool: Pool, example: Example) -> Vectors:
    from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo

    name = example.path or "the picture that was pasted"
    model = model_of(pool)
    try:
        content = example.content or read_photo(Path(example.path)).content
        photo = decode_photo(content, target=model.image_size)
    except UnreadablePhotoError as error:
        raise NewsMatchError(f"{name} cannot be searched by: {error}") from error
    return model.encode_images([model.preprocess(photo)])[0]
