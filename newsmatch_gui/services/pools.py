"""Pools other than the one that serves: by another model, another recipe, or of fewer images."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.services.indexing import read_entry
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.services.reading import reading_fingerprint, recipe_named, translator_chain
from newsmatch_gui.store.collection import Collection


def pool_by(folder: Path, *, model: str = "", recipe: str = "") -> Pool:
    """Load what a model and a recipe made of a collection; nothing is computed.

    Args:
        folder: The collection.
        model: Name or fingerprint of a model that indexed it; empty for the one that serves.
        recipe: Name or TOML file of a recipe that it was read by; empty for its own.

    Raises:
        NewsMatchError: Not indexed by them; the sentence says how to.
    """
    fingerprint = model_fingerprint(folder, model) if model else ""
    pool = load_pool(folder, model=fingerprint)
    return read_by(pool, recipe) if recipe else pool


def read_by(pool: Pool, recipe: str) -> Pool:
    """Return the same images with articles as another recipe read them.

    Raises:
        NewsMatchError: No such recipe, or no article was read by it yet.
    """
    made_by = recipe_named(recipe)
    fingerprint = reading_fingerprint(
        made_by, translator_chain().fingerprint, multilingual=pool.model.multilingual
    )
    with Collection.open(pool.folder) as collection:
        parts = collection.readings.keys(fingerprint, pool.model.fingerprint)
    if not parts:
        raise NewsMatchError(
            f"{pool.folder} is not read by {recipe} yet; run: "
            f'newsmatch index "{pool.folder}" --recipe {recipe}'
        )
    return replace(pool, recipe=fingerprint, parts=parts, _combine=made_by)


def narrowed(pool: Pool, image_ids: Iterable[str]) -> Pool:
    """Return a pool of only some of its images, in the same order."""
    wanted = set(image_ids)
    kept = [place for place, image_id in enumerate(pool.image_ids) if image_id in wanted]
    places = np.array(kept, np.int64)
    return replace(
        pool,
        image_ids=tuple(pool.image_ids[place] for place in kept),
        positions=pool.positions[places],
        _rows=pool._rows[places],
    )


def model_fingerprint(folder: Path, name: str) -> str:
    """Return the fingerprint of a model that indexed a collection, given its name or itself.

    Raises:
        NewsMatchError: No such model indexed it; the sentence names those that did.
    """
    known = indexed_models(folder)
    if name in known:
        return name
    found = sorted(fingerprint for fingerprint, names in known.items() if name in names)
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{names[0]} ({fingerprint})" for fingerprint, names in known.items())
    why = "several models are called" if found else "is indexed by no model"
    raise NewsMatchError(f"{folder}: {why} {name!r}; there are: {listed or 'none yet'}")


def indexed_models(folder: Path) -> dict[str, tuple[str, ...]]:
    """Return the names of the models that indexed a collection, by fingerprint.

    Raises:
        NewsMatchError: No collection there.
    """
    with Collection.open(folder) as collection:
        trained = {model.fingerprint: model.name for model in collection.models.all()}
        homes = sorted(collection.vectors_folder("none").parent.glob("*/model.json"))
    found = {}
    for home in homes:
        entry = read_entry(home.parent)
        if entry is not None:
            names = (trained.get(entry.fingerprint, ""), entry.name)
            found[entry.fingerprint] = tuple(filter(None, names))
    return found
