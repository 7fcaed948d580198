"""Pictures for a story that is in no collection: from a file, pasted, or the HTML of a page."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.filters import Filters
from newsmatch_gui.domain.ranking import Ranking, Vectors
from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article
from newsmatch_gui.exchange.stories import LONGEST, story_of
from newsmatch_gui.services.encoding import text_encoder
from newsmatch_gui.services.importing import repaired
from newsmatch_gui.services.indexing import text_key
from newsmatch_gui.services.locking import hold
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.services.reading import (
    Reader,
    recipe_of_reading,
    remember_translations,
    translator_chain,
)
from newsmatch_gui.services.searching import NO_FILTERS, rank_passing
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.vectors import VectorFile
from newsmatch_gui.text.language import detect
from newsmatch_gui.text.repair import decode

STORY_SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True, eq=False)
class Suggestion:
    """What was found for a story.

    Attributes:
        story: The story, repaired; its id is that which it gets when it is added.
        reading: What the model read of it.
        vectors: Unit vectors of the reading's parts, shape (parts, dim).
        ranking: The pool, best first.
    """

    story: Article
    reading: Reading
    vectors: Vectors
    ranking: Ranking


def read_story(path: Path) -> Article:
    """Read a story from a text, Markdown or HTML file.

    Raises:
        NewsMatchError: It cannot be read, or holds no text.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(4 * LONGEST)
    except OSError as error:
        raise NewsMatchError(f"{path} cannot be read ({error.strerror})") from error
    return story_of_bytes(raw, path.name)


def story_of_bytes(raw: bytes, name: str) -> Article:
    """Read a story from the bytes of a text, Markdown or HTML file.

    Raises:
        NewsMatchError: It is no text, or there is none in it.
    """
    if b"\x00" in raw[:1_000] and not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise NewsMatchError(f"{name} is no text; save the article as text or HTML")
    return story_from(decode(raw), name)


def story_from(text: str, name: str = "what was pasted") -> Article:
    """Return a pasted text, or the HTML of a page, as an article.

    Raises:
        NewsMatchError: There is no text in it.
    """
    story = repaired(story_of(text))
    if not story.title and not story.text:
        raise NewsMatchError(f"{name} holds no text; copy the headline and the article")
    # The same text is the same article, however often it is added.
    digest = hashlib.blake2b(f"{story.title}\n{story.text}".encode(), digest_size=8).hexdigest()
    return replace(story, id=f"text-{digest}")


def suggest(pool: Pool, story: Article, filters: Filters = NO_FILTERS) -> Suggestion:
    """Rank the pool for a story, as it would be ranked if the story were in the collection.

    Args:
        pool: The indexed collection.
        story: From ``read_story`` or ``story_from``.
        filters: What a picture must be.

    Raises:
        NewsMatchError: The model cannot be loaded.
    """
    encoder = text_encoder(pool)
    with Collection.open(pool.folder) as collection:
        made_by = recipe_of_reading(collection, pool.recipe)
        chain = translator_chain()
        if made_by.translates:
            story = _with_language(story)
            remember_translations(chain, collection)
    reading = Reader(made_by, encoder, chain).read(story)
    vectors = encoder.encode_texts([part.text for part in reading.parts])
    weights = np.array([part.weight for part in reading.parts], np.float32)
    ranking = rank_passing(pool, pool.part_scores(vectors, weights), filters)
    return Suggestion(story, reading, vectors, ranking)


def add_story(pool: Pool, suggestion: Suggestion) -> str:
    """Add a story to the collection it was suggested from, with what was read of it.

    Durable when this returns. While somebody is indexing, its vectors are left to them; the next
    index run makes up for it.

    Returns:
        The id of the article.

    Raises:
        NewsMatchError: The collection cannot be written.
    """
    story, reading = _with_language(suggestion.story), suggestion.reading
    with Collection.open(pool.folder) as collection:
        with collection.batch():
            collection.articles.add(story)
        home = collection.vectors_folder(pool.model.fingerprint)
        with suppress(NewsMatchError), hold(collection.index_lock, "adding a text"):
            file = VectorFile(home, "texts", pool.model.dim)
            keys = [text_key(part.text) for part in reading.parts]
            known = file.keys()
            new = [place for place, key in enumerate(keys) if key not in known]
            file.append([keys[place] for place in new], suggestion.vectors[new])
            with collection.batch():
                collection.readings.add(
                    pool.model.fingerprint, pool.recipe, [(story.id, reading, keys)]
                )
    return story.id


def _with_language(story: Article) -> Article:
    return replace(story, lang=story.lang or detect(f"{story.title} {story.text}"))
