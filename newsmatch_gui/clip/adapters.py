"""Quick fine-tuning: linear residual adapters on cached vectors of both towers.

A vector v becomes v (I + M), normalised again, with M of low rank; as in CLIP-Adapter (Gao et al.
2021), but linear, so that it can be folded into the last linear layer of each tower afterwards.
What comes out is an ordinary model that plain open_clip opens.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Adapters, Lesson, Lessons, batches
from newsmatch_gui.domain.ranking import Vectors


@dataclass(frozen=True, slots=True)
class QuickOptions:
    """How adapters are trained.

    Attributes:
        epochs: Passes over the lessons.
        batch: Pairs a step.
        rank: Rank of each adapter.
        rate: Peak learning rate of AdamW.
        decay: Weight decay.
        temperature: Of the contrastive loss.
        warm_up: Part of the steps in which the rate rises.
        seed: Of everything random.
    """

    epochs: int = 10
    batch: int = 64
    rank: int = 16
    rate: float = 1e-3
    decay: float = 0.1
    temperature: float = 0.07
    warm_up: float = 0.1
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Epoch:
    """State after one epoch: mean loss, and the adapters as they are now."""

    number: int
    loss: float
    adapters: Adapters


def train_adapters(
    texts: Vectors, images: Vectors, lessons: Lessons, options: QuickOptions
) -> Iterator[Epoch]:
    """Train adapters by the symmetric contrastive loss; yields after each epoch.

    Args:
        texts: Unit article vectors, shape (articles, dim).
        images: Unit image vectors, shape (images, dim).
        lessons: What to learn; rejected images are hard negatives of their own article only, and
            several images that fit one article never push each other away.
        options: How.

    Raises:
        NewsMatchError: Fewer than two articles with different images.
    """
    import torch

    step_count = _steps(lessons, options)
    fits = {(lesson.article, lesson.image) for lesson in lessons.fitting}
    rejected: dict[int, list[int]] = {}
    for article, image in lessons.rejected:
        rejected.setdefault(article, []).append(image)
    generator = torch.Generator().manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    pair = [_Residual(texts.shape[1], options.rank, generator) for _ in range(2)]
    weights = [tensor for residual in pair for tensor in residual.weights()]
    optimizer = torch.optim.AdamW(weights, lr=options.rate, weight_decay=options.decay)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, _schedule(step_count, options.warm_up))
    for number in range(1, options.epochs + 1):
        losses = []
        for batch in batches(lessons.fitting, options.batch, rng):
            loss = _loss(batch, fits, rejected, texts, images, pair, options.temperature)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(weights, 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        yield Epoch(number, float(np.mean(losses)), Adapters(*(r.matrix() for r in pair)))


class _Residual:
    """A low-rank matrix that starts at zero, so that training starts at the base model."""

    def __init__(self, dim: int, rank: int, generator: Any) -> None:
        import torch

        self._down = torch.randn(dim, rank, generator=generator) / math.sqrt(dim)
        self._up = torch.zeros(rank, dim)
        for tensor in self.weights():
            tensor.requires_grad_()

    def weights(self) -> tuple[Any, Any]:
        return self._down, self._up

    def __call__(self, vectors: Any) -> Any:
        import torch

        return torch.nn.functional.normalize(vectors + vectors @ self._down @ self._up, dim=-1)

    def matrix(self) -> Vectors:
        return (self._down @ self._up).detach().numpy()


def _steps(lessons: Lessons, options: QuickOptions) -> int:
    if options.batch < 2:
        raise NewsMatchError("a batch of one pair teaches nothing; use a batch of 2 or more")
    per_epoch = sum(1 for _ in batches(lessons.fitting, options.batch, np.random.default_rng(0)))
    if per_epoch == 0:
        raise NewsMatchError(
            "there are fewer than two articles with different pictures to learn from; "
            "decide on some more articles first"
        )
    return per_epoch * options.epochs


def _schedule(steps: int, warm_up: float) -> Any:
    rising = max(1, int(steps * warm_up))

    def factor(step: int) -> float:
        if step < rising:
            return (step + 1) / rising
        return 0.5 * (1 + math.cos(math.pi * (step - rising) / max(1, steps - rising)))

    return factor


def _loss(
    batch: list[Lesson], fits: set[tuple[int, int]], rejected: dict[int, list[int]],
    texts: Vectors, images: Vectors, pair: list[_Residual], temperature: float,
) -> Any:  # fmt: skip
    import torch
    from torch.nn.functional import cross_entropy

    articles = [lesson.article for lesson in batch]
    chosen = [lesson.image for lesson in batch]
    text = pair[0](torch.from_numpy(texts[articles]))
    image = pair[1](torch.from_numpy(images[chosen]))
    logits = text @ image.T / temperature
    # Another image that fits the article too is no negative of it.
    also = [[(a, i) in fits and i != own for i in chosen]
            for a, own in zip(articles, chosen, strict=True)]  # fmt: skip
    logits = logits.masked_fill(torch.tensor(also), float("-inf"))
    own = torch.arange(len(batch))
    weight = torch.tensor([lesson.weight for lesson in batch])
    by_image = cross_entropy(logits.T, own, reduction="none")
    hard = _hard_negatives(articles, rejected, text, images, pair[1], temperature)
    by_text = cross_entropy(torch.cat([logits, hard], dim=1), own, reduction="none")
    return ((by_text + by_image) / 2 * weight).sum() / weight.sum()


def _hard_negatives(
    articles: list[int], rejected: dict[int, list[int]], text: Any, images: Vectors,
    residual: _Residual, temperature: float,
) -> Any:  # fmt: skip
    """Return further columns: each rejected image, for its own article only."""
    import torch

    columns = [
        (row, image) for row, article in enumerate(articles) for image in rejected.get(article, ())
    ]
    found = torch.full((len(articles), len(columns)), float("-inf"))
    if not columns:
        return found
    rows = torch.tensor([row for row, _ in columns])
    vectors = residual(torch.from_numpy(images[[image for _, image in columns]]))
    scores = (text[rows] * vectors).sum(dim=1) / temperature
    return found.index_put((rows, torch.arange(len(columns))), scores)
