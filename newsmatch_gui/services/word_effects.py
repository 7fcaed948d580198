"""Which words did it: leaving one word out at a time, and watching the true image's lead.

Occlusion after Zeiler and Fergus (2014), of words. Image vectors come from the index; the model
only reads texts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors, true_rank
from newsmatch_gui.domain.word_changes import WordChange, joined, word_changes
from newsmatch_gui.services.ranking import Pool, model_of
from newsmatch_gui.services.sides import sides_of
from newsmatch_gui.services.studying import Study

MOST = 40  # words or groups of words that are tried
_TEXTS = 16  # between two chances to cancel


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the true image stands: std deviations above the average image, and rank from 1."""

    lead: float
    rank: int


@dataclass(frozen=True, slots=True)
class Effect:
    """What the true image owes to a word.

    Attributes:
        lead: Its lead with the word minus its lead without, in std deviations; above 0 the word
            helps it.
        rank: Its rank without the word.
    """

    lead: float
    rank: int


@dataclass(frozen=True, slots=True)
class WordRow:
    """A word, or a group of neighbours, with what it does.

    Attributes:
        change: The word in both readings.
        effects: One of the change from one reading to the other, which "without" undoes; or, of
            two models, one of the word under each, None where its reading lacks the word.
    """

    change: WordChange
    effects: tuple[Effect | None, ...]


@dataclass(frozen=True, slots=True)
class WordEffects:
    """What words did to the true image of one article.

    Attributes:
        before: Where it stands by the first study.
        after: And by the second one.
        of_models: Whether two models are compared, word by word; else two readings by one model,
            change by change.
        rows: In the order of the text; those without a change are left out of two readings.
    """

    before: Standing
    after: Standing
    of_models: bool
    rows: tuple[WordRow, ...]


def word_effects(before: Study, after: Study, article_id: str) -> Work[WordEffects]:
    """Try what each word does to the rank of an article's true image.

    Of readings in one part each, words are tried; of readings in several parts, the parts. More
    than ``MOST`` are tried in groups of neighbours.

    Args:
        before: One study.
        after: Another one that ranked the article.
        article_id: The article.

    Raises:
        NewsMatchError: A model cannot be loaded, or has changed since it indexed the collection.
    """
    yield Progress(0, 0, "reading both texts")
    texts = _Texts.of(before, after, article_id)
    of_models = before.pool.model.fingerprint != after.pool.model.fingerprint
    groups = texts.groups(kept=of_models)
    ours, theirs = ([getattr(c, side) for c in texts.changes] for side in ("before", "after"))
    effects = []
    if of_models:
        for found, words in ((before, ours), (after, theirs)):
            none = [""] * len(words)
            effects.append((yield from _tried(found, article_id, texts, groups, words, none)))
    else:
        effects.append((yield from _tried(after, article_id, texts, groups, theirs, ours)))
    return WordEffects(
        _standing(before, article_id), _standing(after, article_id), of_models,
        tuple(
            WordRow(WordChange(*(joined(side[i] for i in group) for side in (ours, theirs))), row)
            for group, row in zip(groups, zip(*effects, strict=True), strict=True)
        ),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Texts:
    """Both readings of an article: their words, or their parts with the weight of each."""

    changes: tuple[WordChange, ...]
    weights: dict[str, float] | None

    @classmethod
    def of(cls, before: Study, after: Study, article_id: str) -> "_Texts":
        sides = [sides_of(found, (article_id,), top=0)[0] for found in (before, after)]
        parts = [side.reading.parts if side.reading else () for side in sides]
        if all(len(one) <= 1 for one in parts):
            words = [joined(part.text for part in one).split() for one in parts]
            return cls(word_changes(*words), None)
        ours, theirs = ([part.text for part in one] for one in parts)
        weights = {part.text: part.weight for one in parts for part in one}
        return cls(word_changes(ours, theirs, key=str), weights)

    def groups(self, *, kept: bool) -> list[list[int]]:
        """Return the places of words to try together, neighbours each; not of kept ones."""
        tried = [place for place, c in enumerate(self.changes) if kept or not c.kept]
        each = max(1, -(-len(tried) // MOST))
        return [tried[start : start + each] for start in range(0, len(tried), each)]

    def parts(self, words: Iterable[str]) -> tuple[tuple[str, float], ...]:
        """Return what a model reads of some of the words: (text, weight) of each part."""
        if self.weights is None:
            return ((joined(words), 1.0),)
        return tuple((text, self.weights[text]) for text in words if text) or (("", 1.0),)


def _tried(
    found: Study, article_id: str, texts: _Texts, groups: Sequence[Sequence[int]],
    words: Sequence[str], instead: Sequence[str],
) -> Work[list[Effect | None]]:  # fmt: skip
    """Put other words in the place of each group's, and return what the group's own words do."""
    variants = [
        texts.parts(instead[i] if i in group else word for i, word in enumerate(words))
        for group in groups
    ]
    whole = texts.parts(words)
    vectors = yield from _encoded(found.pool, [whole, *variants])
    base = _scored(found, article_id, whole, vectors)
    effects: list[Effect | None] = []
    for variant in variants:
        without = _scored(found, article_id, variant, vectors)
        effect = Effect(base.lead - without.lead, without.rank)
        effects.append(None if variant == whole else effect)
    return effects


def _encoded(
    pool: Pool, variants: Sequence[tuple[tuple[str, float], ...]]
) -> Work[dict[str, Vectors]]:
    """Encode every text once; returns vectors (dim,) by text."""
    yield Progress(0, 0, "preparing the model")
    model = model_of(pool)
    wanted = list(dict.fromkeys(text for variant in variants for text, _ in variant))
    vectors: dict[str, Vectors] = {}
    for start in range(0, len(wanted), _TEXTS):
        yield Progress(start, len(wanted), "trying words")
        some = wanted[start : start + _TEXTS]
        vectors.update(zip(some, model.encode_texts(some), strict=True))
    return vectors


def _scored(
    found: Study, article_id: str, parts: tuple[tuple[str, float], ...],
    vectors: dict[str, Vectors],
) -> Standing:  # fmt: skip
    scores = found.pool.part_scores(
        np.stack([vectors[text] for text, _ in parts]),
        np.array([weight for _, weight in parts], np.float32),
    )
    place = int(found.true_places[found.row[article_id]])
    spread = float(scores.std())
    lead = (float(scores[place]) - float(scores.mean())) / spread if spread > 0 else 0.0
    return Standing(lead, true_rank(scores, place))


def _standing(found: Study, article_id: str) -> Standing:
    number = found.row[article_id]
    lead = found.lead(number, float(found.true_scores[number]))
    return Standing(lead, int(found.true_ranks[number]))
