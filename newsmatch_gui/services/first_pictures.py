"""The first picture of many articles, and how far it is ahead of the second."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import rank
from newsmatch_gui.domain.records import Shown
from newsmatch_gui.services.ranking import Pool


@dataclass(frozen=True, slots=True)
class FirstPicture:
    """The best ranked picture of an article.

    Attributes:
        article_id: The article.
        image_id: The picture.
        ahead: Its distance to the second one, in standard deviations of the article's scores.
        shown: What a decision on it records.
    """

    article_id: str
    image_id: str
    ahead: float
    shown: Shown


def first_pictures(pool: Pool, article_ids: Sequence[str]) -> Work[tuple[FirstPicture, ...]]:
    """Rank the pool for articles and return the first picture of each, in the order given.

    Articles that are not indexed have none.
    """
    found = []
    for done, article_id in enumerate(article_ids):
        yield Progress(done, len(article_ids), "ranking")
        if not pool.is_indexed(article_id):
            continue
        ranking = rank(pool.article_scores(article_id), top=2)
        if len(ranking):
            shown = Shown(pool.model.fingerprint, pool.recipe, 1, float(ranking.scores[0]))
            image_id = pool.image_ids[ranking.order[0]]
            found.append(FirstPicture(article_id, image_id, ranking.margin(0), shown))
    yield Progress(len(article_ids), len(article_ids), "ranking")
    return tuple(found)
