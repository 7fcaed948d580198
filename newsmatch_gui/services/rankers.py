"""Every ranker over the same articles, measured and compared with the plain cosine.

For researchers only: some of these rankers look at all articles under test at once, which an
editor's article cannot offer. Nothing here is reached by the window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.comparison import Difference, Interval, compare, intervals
from newsmatch_gui.domain.fusion import ranks_of
from newsmatch_gui.domain.hubness import Knowledge, hub_skew
from newsmatch_gui.domain.measures import Measures, measure
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Scores
from newsmatch_gui.services.indexing import read_entry
from newsmatch_gui.services.ranker_list import (
    Bench,
    Ranker,
    Trained,
    by_networks,
    corrected,
    plain,
    remembering,
)
from newsmatch_gui.services.ranker_training import (
    cross_fitted,
    features_of,
    folds_by_cosine,
    pairs_of,
    training_pool,
)
from newsmatch_gui.services.ranker_tuning import Tuned, ranks_in, tune
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.store.collection import Collection

_SHOWN = ("mrr@100", "recall@1", "recall@5", "recall@10", "recall@50", "recall@100", "match_in_100")


@dataclass(frozen=True, slots=True)
class RankerRow:
    """One ranker measured.

    Attributes:
        name: What it is called.
        knowledge: Its label.
        settings: How it was set.
        measures: Over all true images.
        intervals: 95 % bootstrap interval by measure.
        against: Its paired difference to the plain cosine by measure; empty for that itself.
        hub_skew: Skewness of how often each image is among an article's ten best.
    """

    name: str
    knowledge: Knowledge
    settings: str
    measures: Measures
    intervals: dict[str, Interval]
    against: dict[str, Difference]
    hub_skew: float


@dataclass(frozen=True, slots=True)
class RankerComparison:
    """What `compare_rankers` returns.

    Attributes:
        rows: One for each ranker, the plain cosine first.
        model: Name of the model.
        recipe: Fingerprint of recipe and translator.
        bank: Headlines of the bank; 0 without a training collection.
        trained_on: Pairs that networks were trained on.
        shared: Training pairs left out because the evaluated collection has their text or photo.
        runs: What was fused, (model, recipe) each.
        notes: What else has to be known, one sentence each.
    """

    rows: tuple[RankerRow, ...]
    model: str
    recipe: str
    bank: int
    trained_on: int
    shared: int
    runs: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]

    def best(self, knowledge: Knowledge) -> RankerRow:
        """Return the ranker of a label with the best MRR@100."""
        return max(
            (row for row in self.rows if row.knowledge is knowledge), key=lambda r: r.measures.mrr
        )


def compare_rankers(
    folder: Path, *, train: Path | None = None, local: bool = True, unseen: bool = False
) -> Work[RankerComparison]:
    """Measure every ranker on a collection's ground truth.

    Args:
        folder: The collection that is evaluated.
        train: Another one, from which banks, tuning and networks come; it has to be indexed by
            the same model and recipe. Without it only what needs no training is compared.
        local: Use regions of photos and tokens of texts; every photo is read once for them.
        unseen: The model has never learned from ``train``, so tune on its own cosines.

    Raises:
        NewsMatchError: No ground truth, not indexed, or the training collection does not fit.
    """
    pool = load_pool(folder)
    bench = bench_of(pool)
    yield Progress(0, 0, "ranking by cosine")
    trained, shared, tuned, notes = None, 0, None, []
    if train is not None:
        trained, shared = yield from _trained(bench, train, local)
        tuned = yield from _tuned(trained, unseen)
        if tuned is None:
            notes.append("the training pairs cannot be halved, so nothing was tuned")
    runs, left_out = other_runs(bench)
    notes += left_out
    rankers = list(plain(bench, [scores for _, scores in runs], tuned or Tuned()))
    if trained is not None:
        rankers += corrected(bench.scores, trained.bank, tuned or Tuned())
        rankers += remembering(bench, trained, tuned or Tuned())
        rankers += yield from by_networks(bench, trained)
    rows = yield from _measured(bench, rankers)
    return RankerComparison(
        rows=tuple(rows), model=pool.title, recipe=pool.recipe,
        bank=len(trained.bank) if trained else 0,
        trained_on=len(trained.pairs.articles) if trained else 0, shared=shared,
        runs=tuple(name for name, _ in runs), notes=tuple(notes),
    )  # fmt: skip


def bench_of(pool: Pool) -> Bench:
    """Score a collection's articles that have a true image.

    Raises:
        NewsMatchError: No ground truth that is indexed.
    """
    pairs, _ = pairs_of(pool)
    articles = tuple(dict.fromkeys(pairs.articles))
    row = {article: number for number, article in enumerate(articles)}
    rows = np.array([row[article] for article in pairs.articles], np.int64)
    return Bench(pool, articles, rows, pairs.places, _scores(pool, articles))


def other_runs(bench: Bench) -> tuple[list[tuple[tuple[str, str], Scores]], list[str]]:
    """Return the scores of every model and recipe that indexed all of a bench, its own first.

    Returns:
        ([((model, recipe), scores of shape (articles, images))], why others were left out).
    """
    own = (bench.pool.model.fingerprint, bench.pool.recipe)
    runs = [((bench.pool.title, bench.pool.recipe), bench.scores)]
    left_out = []
    with Collection.open(bench.pool.folder) as collection:
        made = [
            (model, recipe)
            for recipe, model in collection.readings.made()
            if read_entry(collection.vectors_folder(model)) is not None
        ]
    for model, recipe in made:
        if (model, recipe) == own:
            continue
        pool = load_pool(bench.pool.folder, model=model, reading=recipe)
        whole = pool.image_ids == bench.pool.image_ids
        if whole and all(map(pool.is_indexed, bench.articles)):
            runs.append(((pool.title, recipe), _scores(pool, bench.articles)))
        else:
            left_out.append(f"{pool.title} with {recipe} is not fused: not all is indexed")
    return runs, left_out


def _scores(pool: Pool, articles: Sequence[str]) -> Scores:
    if all(len(pool.parts[article]) == 1 for article in articles):
        return np.concatenate([pool.article_vectors(a) for a in articles]) @ pool.image_vectors().T
    return np.stack([pool.article_scores(article) for article in articles])


def _trained(bench: Bench, train: Path, local: bool) -> Work[tuple[Trained, int]]:
    pairs, shared = pairs_of(training_pool(train, bench.pool), without=bench.pool)
    bank = pairs.text_vectors() @ bench.pool.image_vectors().T
    features = yield from features_of(pairs.pool, pairs.articles, local=local)
    own = yield from features_of(bench.pool, bench.articles, local=local)
    return Trained(pairs, bank, features, own), shared


def _tuned(trained: Trained, unseen: bool) -> Work[Tuned | None]:
    from newsmatch_gui.clip.two_branch import TwoBranchOptions

    if unseen:
        folds = folds_by_cosine(trained.pairs, trained.features)
    else:
        folds = yield from cross_fitted(trained.pairs, trained.features, TwoBranchOptions())
    yield Progress(0, 0, "tuning")
    return tune(folds) if folds else None


def _measured(bench: Bench, rankers: Sequence[Ranker]) -> Work[list[RankerRow]]:
    plain = ranks_in(rankers[0].scores, bench.rows, bench.places)
    found = []
    for number, ranker in enumerate(rankers):
        yield Progress(number, len(rankers), "measuring")
        ranks = ranks_in(ranker.scores, bench.rows, bench.places)
        ends = intervals(ranks, bench.rows)
        apart = compare(plain, ranks, bench.rows) if number else ()
        found.append(
            RankerRow(
                ranker.name, ranker.knowledge, ranker.settings,
                measure(ranks, len(bench.pool.image_ids)),
                {name: ends[name] for name in _SHOWN},
                {d.measure: d for d in apart if d.measure in _SHOWN},
                hub_skew(-ranks_of(ranker.scores)),
            )
        )  # fmt: skip
    return found
