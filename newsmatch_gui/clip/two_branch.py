"""The two-branch embedding network of Wang, Li, Huang and Lazebnik (2019), on frozen features.

*Learning Two-Branch Neural Networks for Image-Text Matching Tasks*, IEEE TPAMI 41(2): each branch
is linear, ReLU, dropout, linear, unit length; a bidirectional ranking loss asks that every text be
nearer to its own image than to others, by a margin, and the other way round; where several texts
share an image (or several images a text), a structure term asks the same within one side.
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

_KIND = "newsmatch two-branch 1"
_WHAT = "two-branch network"
_SIDES = ("text", "image")


@dataclass(frozen=True, slots=True)
class TwoBranchOptions:
    """How the network is made and trained.

    Attributes:
        hidden: Width of the first layer.
        dim: Length of the vectors that come out.
        margin: By how much the own partner must be nearer, in Euclidean distance of unit vectors.
        hardest: Violations that count per row of a batch, the worst first.
        backward: Weight of image to text beside text to image.
        structure: Weight of the structure term.
        drop: Dropout of the hidden layer.
        drop_input: Dropout of the features, what keeps small training sets from being learned by
            heart; the paper, with more pairs, has none.
        epochs: Passes over the pairs.
        batch: Pairs told apart at once.
        rate: Learning rate of Adam, falling by a cosine.
        decay: Weight decay.
        seed: Of weights, batches and dropout.
    """

    hidden: int = 1024
    dim: int = 512
    margin: float = 0.15
    hardest: int = 10
    backward: float = 1.0
    structure: float = 0.1
    drop: float = 0.5
    drop_input: float = 0.3
    epochs: int = 40
    batch: int = 128
    rate: float = 2e-3
    decay: float = 1e-3
    seed: int = 0


class TwoBranch:
    """A trained network."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = weights

    def texts(self, features: Vectors) -> Vectors:
        """Return unit vectors (n, dim) of text features (n, width)."""
        return self._embed("text", features)

    def images(self, features: Vectors) -> Vectors:
        """Return unit vectors (n, dim) of image features (n, width)."""
        return self._embed("image", features)

    def _embed(self, side: str, features: Vectors) -> Vectors:
        import torch

        with torch.inference_mode():
            given = torch.from_numpy(np.ascontiguousarray(features, np.float32))
            return _branch(self._weights, side, given).numpy()

    def save(self, path: Path) -> None:
        """Write the weights as safetensors, in one step."""
        write_tensors(path, self._weights, {"kind": _KIND})

    @classmethod
    def load(cls, path: Path) -> "TwoBranch":
        """Read what `save` wrote; nothing in a file is executed.

        Raises:
            NewsMatchError: No such file, or no network of this kind.
        """
        mend = "delete it and train again"
        weights, about = read_tensors(path, what=_WHAT, mend=mend)
        if about.get("kind") != _KIND or set(weights) != set(_names()):
            raise NewsMatchError(f"{path} is no {_WHAT}; {mend}")
        return cls(weights)


def train_two_branch(
    texts: Vectors, images: Vectors, options: TwoBranchOptions,
    groups: NDArray[np.int64] | None = None,
) -> Iterator[TwoBranch | None]:  # fmt: skip
    """Train on pairs; yields None after each epoch and the network at the end.

    Args:
        texts: Frozen text features of the pairs, shape (pairs, text width).
        images: Frozen image features of the pairs, shape (pairs, image width).
        options: How.
        groups: Equal numbers for pairs that share a text or an image, shape (pairs,): they are
            no negatives of each other, and the structure term draws them together. None when
            no pair shares anything.
    """
    import torch

    generator = torch.Generator().manual_seed(options.seed)
    given = [torch.from_numpy(np.ascontiguousarray(x, np.float32)) for x in (texts, images)]
    own = torch.arange(len(texts)) if groups is None else torch.from_numpy(groups)
    weights = _start(given, options, generator)
    trained = [w.requires_grad_() for name, w in weights.items() if not _is_fixed(name)]
    optimizer = torch.optim.AdamW(trained, lr=options.rate, weight_decay=options.decay)
    for epoch in range(options.epochs):
        for settings in optimizer.param_groups:
            settings["lr"] = options.rate * (1 + math.cos(math.pi * epoch / options.epochs)) / 2
        order = torch.randperm(len(texts), generator=generator)
        for rows in order.split(options.batch):
            if len(rows) < 2:
                continue
            text, image = (
                _branch(weights, side, x[rows], options, generator)
                for side, x in zip(_SIDES, given, strict=True)
            )
            loss = ranking_loss(text, image, own[rows], options)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
        yield None
    yield TwoBranch({name: w.detach().contiguous() for name, w in weights.items()})


def ranking_loss(text: Any, image: Any, groups: Any, options: TwoBranchOptions) -> Any:
    """Return the bidirectional ranking loss with the structure term.

    Σ max(0, m + d(x, own) − d(x, other)) over the hardest others, in both directions, and within
    each side over the others of the same group, where a group has more than one.

    Args:
        text: Unit vectors (n, dim).
        image: Unit vectors of their images (n, dim).
        groups: Shape (n,); others of the same group are no negatives.
        options: Margin, weights, and how many negatives count.
    """
    same = groups[:, None] == groups[None, :]
    across = _distance(text, image)
    own = across.diagonal()
    loss = _violation(own, across, same, options)
    loss = loss + options.backward * _violation(own, across.T, same, options)
    if options.structure and bool((same.sum(dim=1) > 1).any()):
        for side in (text, image):
            loss = loss + options.structure * _structure(side, same, options)
    return loss


def _violation(own: Any, distances: Any, same: Any, options: TwoBranchOptions) -> Any:
    """Mean over rows of what the hardest negatives violate the margin by."""
    over = (options.margin + own[:, None] - distances).masked_fill(same, -1.0).relu()
    return over.topk(min(options.hardest, over.shape[1]), dim=1).values.sum(dim=1).mean()


def _structure(side: Any, same: Any, options: TwoBranchOptions) -> Any:
    """Ask that each row be nearer to the farthest of its group than to any other, by the margin."""
    import torch

    distances = _distance(side, side)
    others = same & ~torch.eye(len(side), dtype=torch.bool)
    rows = others.any(dim=1)
    farthest = distances.masked_fill(~others, 0.0).max(dim=1).values
    return _violation(farthest[rows], distances[rows], same[rows], options)


def _distance(left: Any, right: Any) -> Any:
    # The floor keeps the gradient of the root finite where two vectors are the same.
    return (2 - 2 * left @ right.T).clamp_min(1e-6).sqrt()


def _branch(
    weights: dict[str, Any], side: str, given: Any, options: TwoBranchOptions | None = None,
    generator: Any = None,
) -> Any:  # fmt: skip
    """Embed features; with options as in training, with dropout."""
    from torch.nn.functional import normalize

    w = {name.partition(".")[2]: x for name, x in weights.items() if name.startswith(side)}
    inside = (given - w["mean"]) / w["spread"]
    if options is not None:
        inside = _dropped(inside, options.drop_input, generator)
    inside = (inside @ w["inside"] + w["inside_bias"]).relu()
    if options is not None:
        inside = _dropped(inside, options.drop, generator)
    return normalize(inside @ w["outside"] + w["outside_bias"], dim=-1)


def _dropped(values: Any, share: float, generator: Any) -> Any:
    # torch's own dropout draws from the global state, which others use as well.
    import torch

    if share == 0:
        return values
    kept = torch.rand(values.shape, generator=generator) >= share
    return values * kept / (1 - share)


def _start(given: list[Any], options: TwoBranchOptions, generator: Any) -> dict[str, Any]:
    import torch

    weights = {}
    for side, x in zip(_SIDES, given, strict=True):
        spread = x.std(dim=0)
        weights[f"{side}.mean"] = x.mean(dim=0)
        # A dead dimension would become noise; divided by a lot it becomes nothing.
        weights[f"{side}.spread"] = torch.where(spread > 1e-6, spread, torch.full_like(spread, 1e9))
        for name, wide, to in (
            ("inside", x.shape[1], options.hidden), ("outside", options.hidden, options.dim),
        ):  # fmt: skip
            matrix = torch.randn(wide, to, generator=generator) * math.sqrt(2 / wide)
            weights[f"{side}.{name}"] = matrix
            weights[f"{side}.{name}_bias"] = torch.zeros(to)
    return weights


def _is_fixed(name: str) -> bool:
    return name.endswith(("mean", "spread"))


def _names() -> Iterator[str]:
    parts = ("mean", "spread", "inside", "inside_bias", "outside", "outside_bias")
    return (f"{side}.{part}" for side in _SIDES for part in parts)
