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
from newsmatch_gui.domain.learning import Adapters, TrainOptions, adapt
from newsmatch_gui.domain.ranking import Vectors


class AdapterStudent:
    """Two low-rank matrices that start at zero, so that training starts at the base model.

    Attributes:
        device: The processor; the vectors are small.
    """

    device = "cpu"

    def __init__(
        self, texts: Vectors, images: Vectors, options: TrainOptions, scale: float
    ) -> None:
        """Make adapters.

        Args:
            texts: Unit article vectors of the base model, shape (articles, dim).
            images: Unit image vectors, shape (images, dim).
            options: Rank, temperature and seed.
            scale: The model's own 1 / temperature.
        """
        import torch

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
        yield (
            adapt(self._texts[list(articles)], adapters.text),
            adapt(self._images[list(images)], adapters.image),
        )

    def adapters(self) -> Adapters:
        """Return the adapters as they are now."""
        w = {name: tensor.detach().numpy() for name, tensor in self._weights.items()}
        return Adapters(w["text.down"] @ w["text.up"], w["image.down"] @ w["image.up"])

    def network(self, model: ClipModel, alpha: float) -> Any:
        """Return the base model's network with the adapters folded in.

        Raises:
            NewsMatchError: The towers do not end in a linear layer.
        """
        return fold(model, self.adapters().scaled(alpha))
