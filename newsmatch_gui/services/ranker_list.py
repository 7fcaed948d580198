"""Every ranker as a function of scores, each with its label."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.assignment import assign, assigned_first
from newsmatch_gui.domain.fusion import comb_sum, reciprocal_rank_fusion, reranked, z_norm
from newsmatch_gui.domain.hubness import (
    Knowledge,
    activated,
    bank_bias,
    bank_mass,
    dual_softmax,
    nearest_neighbour_normalised,
    qb_norm,
)
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.memory import Memory
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Scores
from newsmatch_gui.services.local_features import LocalFeatures
from newsmatch_gui.services.ranker_training import (
    Features,
    TrainingPairs,
    late_interaction,
    two_branch,
)
from newsmatch_gui.services.ranker_tuning import Tuned, sharpness
from newsmatch_gui.services.ranking import Pool

_PUBLISHED_K, _PUBLISHED_ALPHA = 128, 0.75  # where Chowdhury et al. suggest to begin


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """One way to rank, applied.

    Attributes:
        name: What it is called in tables.
        knowledge: What it has to know when it ranks.
        scores: Shape (articles, images); the best first, ties in pool order.
        settings: How it was set.
    """

    name: str
    knowledge: Knowledge
    scores: Scores
    settings: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Bench:
    """What is ranked: articles against a whole pool.

    Attributes:
        pool: The pool.
        articles: Ids, one per row of the scores.
        rows: Row of each true image's article, shape (pairs,).
        places: Its place in the pool, shape (pairs,).
        scores: Cosines, shape (articles, images).
    """

    pool: Pool
    articles: tuple[str, ...]
    rows: NDArray[np.int64]
    places: NDArray[np.int64]
    scores: Scores


@dataclass(frozen=True, slots=True, eq=False)
class Trained:
    """What a training collection gives.

    Attributes:
        pairs: Its pairs.
        bank: Scores of its headlines with the evaluated pool, shape (headlines, images).
        features: Frozen features of its pairs' articles and its pool.
        own: Frozen features of the evaluated articles and pool.
    """

    pairs: TrainingPairs
    bank: Scores
    features: Features
    own: Features


def plain(bench: Bench, runs: Sequence[Scores], tuned: Tuned) -> Iterator[Ranker]:
    """Yield what needs no training collection, the plain cosine first.

    Args:
        bench: Articles and pool.
        runs: Scores of every model and recipe to fuse, the bench's own among them.
        tuned: Temperatures.
    """
    scores = bench.scores
    yield Ranker("cosine", Knowledge.INDUCTIVE, scores)
    if len(runs) > 1:
        settings = f"{len(runs)} runs"
        yield Ranker("CombSUM of runs", Knowledge.INDUCTIVE, comb_sum(runs), settings)
        fused = reciprocal_rank_fusion(runs)
        yield Ranker("RRF of runs", Knowledge.INDUCTIVE, fused, f"{settings}, k = 60")
    temperature = sharpness(tuned.dual, scores)
    yield Ranker(
        "dual softmax", Knowledge.TRANSDUCTIVE, dual_softmax(scores, temperature),
        f"temperature {temperature:.3f}",
    )  # fmt: skip
    yield Ranker(
        "one-to-one assignment", Knowledge.TRANSDUCTIVE, assigned_first(scores, assign(scores)),
        "assigned image first, then by cosine",
    )  # fmt: skip


def corrected(scores: Scores, bank: Scores, tuned: Tuned) -> Iterator[Ranker]:
    """Yield scores corrected by a bank of past headlines.

    Args:
        scores: Cosines, shape (articles, images).
        bank: Of past headlines, shape (headlines, images).
        tuned: Settings.
    """
    k = tuned.k(len(bank))
    for name, count, alpha in (
        ("NNN, as published", _PUBLISHED_K, _PUBLISHED_ALPHA),
        ("NNN, tuned", k, tuned.alpha),
    ):
        made = nearest_neighbour_normalised(scores, bank_bias(bank, count), alpha)
        yield Ranker(name, Knowledge.INDUCTIVE, made, f"k = {count}, α = {alpha:g}")
    temperature = sharpness(tuned.query_bank, bank)
    mass = bank_mass(bank, temperature)
    yield Ranker(
        "QB-Norm", Knowledge.INDUCTIVE, qb_norm(scores, mass, activated(bank), temperature),
        f"temperature {temperature:.3f}",
    )  # fmt: skip


def remembering(bench: Bench, trained: Trained, tuned: Tuned) -> Iterator[Ranker]:
    """Yield the memory of past pairs, alone and beside the cosine."""
    past = Memory(trained.features.texts, trained.features.images[trained.pairs.places])
    recalled = past.scores(trained.own.texts, trained.own.images, tuned.memory)
    setting = f"temperature {tuned.memory:g}"
    yield Ranker("memory of past pairs", Knowledge.INDUCTIVE, recalled, setting)
    yield Ranker(
        "cosine + memory", Knowledge.INDUCTIVE,
        z_norm(bench.scores) + tuned.weight * z_norm(recalled),
        f"{setting}, weight {tuned.weight:g}",
    )  # fmt: skip


def by_networks(bench: Bench, trained: Trained) -> Work[list[Ranker]]:
    """Return what networks trained on the pairs rank, alone and beside the cosine."""
    from newsmatch_gui.clip.two_branch import TwoBranchOptions

    network = yield from two_branch(trained.pairs, trained.features, TwoBranchOptions())
    branch = network.texts(trained.own.texts) @ network.images(trained.own.images).T
    what = "towers' pooled features" if trained.own.local else "vectors of the index"
    found = [
        Ranker("two-branch network", Knowledge.INDUCTIVE, branch, what),
        Ranker("cosine + two-branch", Knowledge.INDUCTIVE, comb_sum([bench.scores, branch]),
               "CombSUM"),
    ]  # fmt: skip
    if trained.features.local is not None and trained.own.local is not None:
        late = yield from late_interaction(trained.pairs, trained.features.local)
        yield Progress(0, 0, "matching words with regions")
        found += _finer(bench, late, trained.own.local)
    return found


def _finer(bench: Bench, late: Any, local: LocalFeatures) -> Iterator[Ranker]:
    """Re-rank the first hundred by words and regions, alone and together with the cosine."""
    top = min(DEPTH, bench.scores.shape[1])
    shown = np.argsort(-bench.scores, axis=1, kind="stable")[:, :top]
    made = late.scores(local.tokens, local.regions, shown)
    for name, part in (
        ("late interaction, top 100", made),
        (
            "cosine + late interaction, top 100",
            z_norm(made) + z_norm(np.take_along_axis(bench.scores, shown, axis=1)),
        ),
    ):
        finer = np.full(bench.scores.shape, -np.inf)
        np.put_along_axis(finer, shown, part, axis=1)
        yield Ranker(name, Knowledge.INDUCTIVE, reranked(bench.scores, finer, top), "MaxSim")
