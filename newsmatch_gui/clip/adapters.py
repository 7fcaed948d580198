"""Quick fine-tuning: linear residual adapters on cached vectors of both towers.

A vector v becomes v (I + M), normalised again, with M of low rank; as in CLIP-Adapter (Gao et al.
2021), but linear, so that it can be folded into the last linear layer of each tower afterwards.
What comes out is an ordinary model that plain open_clip opens.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from newsmatch_gui.clip.folding import fold
from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.learning import (
    Adapters,
    Lessons,
    TrainOptions,
    adapt,
    pair_statistics,
)
from newsmatch_gui.domain.ranking import Vectors


class AdapterStudent:
    """Two low-rank matrices that start at zero, after what the statistics of the pairs say.

    Attributes:
        device: The processor.
        small: True: the vectors of a batch are.
    """

    device, small = "cpu", True

    def __init__(
        self, texts: Vectors, images: Vectors, options: TrainOptions, scale: float,
        lessons: Lessons | None = None,
    ) -> None:  # fmt: skip
        """Make adapters.

        Args:
            texts: Unit article vectors of the base model, shape (articles, dim).
            images: Unit image vectors, shape (images, dim).
            options: Rank, temperature and seed.
            scale: The model's own 1 / temperature.
            lessons: Pairs whose statistics to start from; None starts at the base model.
        """
        import torch

        self._base = texts, images
        self._start: Adapters | None = None
        if lessons is not None and options.shrink:
            self._start = _statistics(texts, images, lessons, options.shrink)
            texts = adapt(texts, self._start.text)
            images = adapt(images, self._start.image)
        self._texts, self._images = texts, images
        self._scale = 1 / options.temperature if options.temperature else scale
        generator = torch.Generator().manual_seed(options.seed)
        dim = texts.shape[1]
        self._weights = {}
        for tower in ("text", "image"):
            down = torch.randn(dim, options.rank, generator=generator) / math.sqrt(dim)
            self._weights[f"{tower}.down"] = down
            self._weights[f"{tower}.up"] = torch.zeros(options.rank, dim)

    def weights(self) -> dict[str, Any]:
        """Return the trained tensors by name."""
        return self._weights

    def scale(self) -> float:
        """Return 1 / temperature."""
        return self._scale

    def prepare(self, articles: Sequence[int], images: Sequence[int]) -> Any:
        """Return the base vectors of a batch."""
        import torch

        texts = np.asarray(self._texts[list(articles)], np.float32)
        return torch.from_numpy(texts), torch.from_numpy(
            np.asarray(self._images[list(images)], np.float32)
        )

    def encode(self, prepared: Any) -> tuple[Any, Any]:
        """Return adapted unit features (text, image)."""
        from torch.nn.functional import normalize

        w = self._weights
        return tuple(
            normalize(vectors + vectors @ w[f"{tower}.down"] @ w[f"{tower}.up"], dim=-1)
            for vectors, tower in zip(prepared, ("text", "image"), strict=True)
        )

    def vectors(
        self, articles: Sequence[int], images: Sequence[int], alpha: float
    ) -> Iterator[tuple[Vectors, Vectors]]:
        """Yield once: unit vectors of articles and images, ``alpha`` of the way from the base."""
        adapters = self.adapters().scaled(alpha)
        texts, pictures = self._base
        yield (
            adapt(texts[list(articles)], adapters.text),
            adapt(pictures[list(images)], adapters.image),
        )

    def adapters(self) -> Adapters:
        """Return what leads from the base model to the weights as they are now."""
        w = {name: tensor.detach().numpy() for name, tensor in self._weights.items()}
        trained = [w[f"{tower}.down"] @ w[f"{tower}.up"] for tower in ("text", "image")]
        if self._start is None:
            return Adapters(*trained)
        start = (self._start.text, self._start.image)
        # (I + S)(I + M) = I + S + M + SM
        return Adapters(*(s + m + s @ m for s, m in zip(start, trained, strict=True)))

    def network(self, model: ClipModel, alpha: float) -> Any:
        """Return the base model's network with the adapters folded in.

        Raises:
            NewsMatchError: The towers do not end in a linear layer.
        """
        return fold(model, self.adapters().scaled(alpha))


def _statistics(texts: Vectors, images: Vectors, lessons: Lessons, shrink: float) -> Adapters:
    fitting = lessons.fitting
    return pair_statistics(
        texts[[lesson.article for lesson in fitting]],
        images[[lesson.image for lesson in fitting]],
        np.array([lesson.weight for lesson in fitting]),
        shrink,
    )
