"""Matching words with regions: a small late-interaction model on frozen features.

In the spirit of FILIP (Yao et al. 2022) and ColBERT (Khattab and Zaharia 2020): every token looks
for the region that suits it best, and the text's score is the mean of these best cosines. Tokens
and regions of towers that were trained apart have no common space, so one linear map per side is
trained on pairs, contrastively; the towers stay as they are.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.clip.tensors import read_tensors, write_tensors
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.ranking import Vectors

_KIND = "newsmatch late interaction 1"
_WHAT = "map of tokens and regions"
_NAMES = ("text.mean", "text.spread", "text.map", "image.mean", "image.spread", "image.map")


@dataclass(frozen=True, slots=True)
class LateOptions:
    """How the maps are trained.

    Attributes:
        dim: Length of a token's and a region's vector.
        temperature: Of the contrastive loss.
        drop: Dropout of the features.
        epochs: Passes over the pairs.
        batch: Pairs told apart at once.
        rate: Peak learning rate of AdamW.
        decay: Weight decay.
        seed: Of weights, batches and dropout.
    """

    dim: int = 128
    temperature: float = 0.05
    drop: float = 0.3
    epochs: int = 20
    batch: int = 128
    rate: float = 1e-3
    decay: float = 0.1
    seed: int = 0


class LateInteraction:
    """Trained maps of tokens and regions into one space."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = weights

    def scores(
        self, tokens: Vectors, regions: Vectors, shown: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """Return scores of the images shown for each text; each text is scored by itself.

        Args:
            tokens: Shape (texts, tokens, width); rows of zeros are no tokens.
            regions: Of the pool, shape (images, regions, width).
            shown: Places of the images to score, shape (texts, top).

        Returns:
            Scores in the order of ``shown``, shape (texts, top), between -1 and 1.
        """
        import torch

        with torch.inference_mode():
            pool = _mapped(self._weights, "image", _tensor(regions))
            rows = []
            for text, places in zip(tokens, shown, strict=True):
                given = _tensor(text[None])
                words = _mapped(self._weights, "text", given)[0][_mask(given)[0]]
                best = (pool[torch.from_numpy(places)] @ words.T).max(dim=1).values
                rows.append(best.mean(dim=1).numpy())
        return np.stack(rows) if rows else np.empty(shown.shape, np.float32)

    def save(self, path: Path) -> None:
        """Write the maps as safetensors, in one step."""
        write_tensors(path, self._weights, {"kind": _KIND})

    @classmethod
    def load(cls, path: Path) -> "LateInteraction":
        """Read what `save` wrote; nothing in a file is executed.

        Raises:
            NewsMatchError: No such file, or other content.
        """
        mend = "delete it and train again"
        weights, about = read_tensors(path, what=_WHAT, mend=mend)
        if about.get("kind") != _KIND or set(weights) != set(_NAMES):
            raise NewsMatchError(f"{path} is no {_WHAT}; {mend}")
        return cls(weights)


def train_late_interaction(
    tokens: Vectors, regions: Vectors, options: LateOptions,
    groups: NDArray[np.int64] | None = None,
) -> Iterator[LateInteraction | None]:  # fmt: skip
    """Train on pairs by FILIP's loss; yields None after each epoch and the maps at the end.

    Args:
        tokens: Of the pairs' texts, shape (pairs, tokens, width); zeros are no tokens.
        regions: Of the pairs' images, shape (pairs, regions, width).
        options: How.
        groups: Equal numbers for pairs that share a text or an image; no negatives of each other.
    """
    import torch

    generator = torch.Generator().manual_seed(options.seed)
    own = np.arange(len(tokens)) if groups is None else groups
    weights = _start(tokens, regions, options, generator)
    maps = [weights[name].requires_grad_() for name in ("text.map", "image.map")]
    optimizer = torch.optim.AdamW(maps, lr=options.rate, weight_decay=options.decay)
    for epoch in range(options.epochs):
        for settings in optimizer.param_groups:
            settings["lr"] = options.rate * (1 + math.cos(math.pi * epoch / options.epochs)) / 2
        for rows in torch.randperm(len(tokens), generator=generator).split(options.batch):
            if len(rows) < 2:
                continue
            some = rows.numpy()
            loss = _loss(
                weights, _tensor(tokens[some]), _tensor(regions[some]),
                torch.from_numpy(own[some]), options, generator,
            )  # fmt: skip
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
        yield None
    yield LateInteraction({name: w.detach().contiguous() for name, w in weights.items()})


def _loss(
    weights: dict[str, Any], tokens: Any, regions: Any, groups: Any, options: LateOptions,
    generator: Any,
) -> Any:  # fmt: skip
    import torch
    from torch.nn.functional import cross_entropy

    words = _mapped(weights, "text", tokens, options.drop, generator)
    cells = _mapped(weights, "image", regions, options.drop, generator)
    by_text, by_image = both_ways(words, cells, _mask(tokens))
    same = (groups[:, None] == groups[None, :]) & ~torch.eye(len(groups), dtype=torch.bool)
    truth = torch.arange(len(groups))
    losses = [
        cross_entropy((scores / options.temperature).masked_fill(same, float("-inf")), truth)
        for scores in (by_text, by_image.T)
    ]
    return sum(losses) / 2


def both_ways(words: Any, cells: Any, mask: Any) -> tuple[Any, Any]:
    """Return FILIP's two similarities of every text with every image, (texts, images) each.

    The mean over tokens of the best region, and the mean over regions of the best token.

    Args:
        words: Unit vectors (texts, tokens, dim).
        cells: Unit vectors (images, regions, dim).
        mask: Which tokens there are, shape (texts, tokens).
    """
    import torch

    cosines = torch.einsum("atd,brd->abtr", words, cells)
    there = mask[:, None, :]
    best = cosines.amax(dim=3) * there
    by_text = best.sum(dim=2) / mask.sum(dim=1).clamp_min(1)[:, None]
    by_image = cosines.masked_fill(~mask[:, None, :, None], -1.0).amax(dim=2).mean(dim=2)
    return by_text, by_image


def _mapped(
    weights: dict[str, Any], side: str, given: Any, drop: float = 0.0, generator: Any = None
) -> Any:
    """Return unit vectors (n, parts, dim) of tokens or regions (n, parts, width)."""
    import torch
    from torch.nn.functional import normalize

    inside = (given - weights[f"{side}.mean"]) / weights[f"{side}.spread"]
    if drop:
        # One draw for all parts of a text or image: a feature that is gone is gone everywhere.
        kept = torch.rand(len(given), 1, given.shape[2], generator=generator) >= drop
        inside = inside * kept / (1 - drop)
    return normalize(inside @ weights[f"{side}.map"], dim=-1)


def _mask(tokens: Any) -> Any:
    return (tokens != 0).any(dim=2)


def _tensor(values: Vectors) -> Any:
    import torch

    return torch.from_numpy(np.ascontiguousarray(values, np.float32))


def _start(
    tokens: Vectors, regions: Vectors, options: LateOptions, generator: Any
) -> dict[str, Any]:
    import torch

    weights = {}
    present = tokens[(tokens != 0).any(axis=2)]
    for side, x in (("text", present), ("image", regions.reshape(-1, regions.shape[2]))):
        spread = torch.from_numpy(x.std(axis=0, dtype=np.float64).astype(np.float32))
        weights[f"{side}.mean"] = torch.from_numpy(
            x.mean(axis=0, dtype=np.float64).astype(np.float32)
        )
        weights[f"{side}.spread"] = torch.where(spread > 1e-6, spread, torch.full_like(spread, 1e9))
        wide = x.shape[1]
        weights[f"{side}.map"] = torch.randn(wide, options.dim, generator=generator) / wide**0.5
    return weights
