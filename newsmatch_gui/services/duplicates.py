"""Images of a pool that show the same, or nearly so."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.duplicates import joined, members, near_pairs
from newsmatch_gui.domain.learning import NEAR_DUPLICATE
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.studying import Study
from newsmatch_gui.store.collection import Collection

_CELLS = 10_000_000  # of images against images, held at a time


@dataclass(frozen=True, slots=True, eq=False)
class TwinGroup:
    """Images that hang together by high cosines.

    Attributes:
        places: Where they are in the pool, at least two.
        cosines: Of each with the nearest other one; the same shape.
        same_file: Whether all have the same content.
        articles: Numbers of the studied articles that have one of them for a true image.
    """

    places: tuple[int, ...]
    cosines: tuple[float, ...]
    same_file: bool
    articles: tuple[int, ...]


def near_duplicates(study: Study) -> Work[tuple[TwinGroup, ...]]:
    """Find the groups of images whose cosine is over 0.97, as in splitting decisions.

    A group hangs together through its neighbours: its first and its last image may differ more.

    Returns:
        The largest groups first.
    """
    pool = study.pool
    with Collection.open(pool.folder) as collection:
        hashes = collection.images.contents()
    # One of each content is compared: a placeholder may be there a thousand times.
    contents = np.array([hashes.get(image_id, image_id) for image_id in pool.image_ids])
    _, ones, kind, often = np.unique(
        contents, return_index=True, return_inverse=True, return_counts=True
    )
    vectors = pool.image_vectors(ones)
    groups, best = np.arange(len(ones)), np.where(often > 1, np.float32(1), np.float32(-1))
    block = max(1, _CELLS // max(1, len(ones)))
    for start in range(0, len(ones), block):
        yield Progress(start, len(ones), "comparing images")
        first, second, cosines = near_pairs(vectors, start, start + block, NEAR_DUPLICATE)
        groups = joined(groups, first, second)
        for end in (first, second):
            np.maximum.at(best, end, cosines)
    found = [_group(study, places, kind, best) for places in members(groups[kind])]
    return tuple(sorted(found, key=lambda group: (-len(group.places), group.places)))


def _group(
    study: Study, places: NDArray[np.int64], kind: NDArray[np.int64], best: NDArray[np.float32]
) -> TwinGroup:
    true = study.pair_articles[np.isin(study.pair_places, places)]
    return TwinGroup(
        places=tuple(map(int, places)),
        cosines=tuple(map(float, best[kind[places]])),
        same_file=len(np.unique(kind[places])) == 1,
        articles=tuple(map(int, np.unique(true))),
    )
