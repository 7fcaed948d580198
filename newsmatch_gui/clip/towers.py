"""Partial and full fine-tuning: the network itself learns, from photos and texts.

Below the trained blocks of a tower nothing changes, so what comes out there is computed once and
kept: partial training then costs the last blocks only.
"""

import copy
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from newsmatch_gui.clip.cutting import CutTower
from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Depth, TrainOptions
from newsmatch_gui.domain.ranking import Vectors

_AT_ONCE = 16  # photos or texts encoded between two chances to cancel
_AT_ONCE_ON_CPU = 2  # photos: more leave a core's cache, which is four times slower
_DECODERS = 8


class TowerStudent:
    """A copy of a model's network whose towers, or their last blocks, are trained.

    Attributes:
        device: Where it computes.
        small: False: whole towers are computed.
    """

    small = False

    def __init__(
        self, model: ClipModel, texts: Sequence[str], photos: Sequence[str], depth: Depth,
        options: TrainOptions,
    ) -> None:  # fmt: skip
        """Copy the network.

        Args:
            model: The base model.
            texts: What is read of each article.
            photos: File of each image.
            depth: ``partial`` or ``full``.
            options: Blocks, lock, temperature.

        Raises:
            NewsMatchError: The architecture cannot be cut for partial training.
        """
        self.device = model.device
        self._lower: dict[tuple[str, int], Any] = {}
        self._model, self._photos = model, photos
        self._network = copy.deepcopy(model._network).requires_grad_(False)
        self._options = options
        self._tokens = model.tokens(texts)
        towers = {"image": self._network.visual, "text": _text_tower(self._network)}
        self._cut: dict[str, CutTower] = {}
        trained: list[Any] = []
        for name, tower in towers.items():
            if depth is Depth.PARTIAL:
                self._cut[name] = CutTower(tower, options.blocks)
                trained += self._cut[name].trained(self._sample(name))
            elif options.lock != name:
                trained += _parameters(self._network, name)
        if depth is Depth.FULL and not options.temperature:
            trained.append(self._network.logit_scale)
        chosen = {id(parameter) for parameter in trained}
        self._trained = {name: p for name, p in self._network.named_parameters() if id(p) in chosen}
        self._base = dict(model._network.named_parameters())
        self._look = self._training_look() if options.augment and not self._cut else None
        self._set_mode(training=True)

    def weights(self) -> dict[str, Any]:
        """Return the trained parameters by name."""
        return self._trained

    def scale(self) -> Any:
        """Return 1 / temperature: as trained, or as the options say."""
        if self._options.temperature:
            return 1 / self._options.temperature
        return self._network.logit_scale.exp()

    def warm(self, articles: Sequence[int], images: Sequence[int]) -> Iterator[int]:
        """Compute what lies below the trained blocks; yields how many are done.

        Nothing to do for full training.
        """
        import torch

        done = 0
        self._set_mode(training=False)
        for name, rows in (("text", sorted(set(articles))), ("image", sorted(set(images)))):
            cut = self._cut.get(name)
            size = self._pass(name)
            for start in range(0, len(rows) if cut else 0, size):
                part = rows[start : start + size]
                with torch.no_grad():
                    below = cut.lower(self._input(name, part).to(self.device))
                for row, tensor in zip(part, below, strict=True):
                    self._lower[name, row] = tensor.half().cpu()
                done += len(part)
                yield done
        self._set_mode(training=True)

    def _pass(self, name: str) -> int:
        return _AT_ONCE_ON_CPU if (name, self.device) == ("image", "cpu") else _AT_ONCE

    def prepare(self, articles: Sequence[int], images: Sequence[int]) -> Any:
        """Read, decode and tokenize a batch."""
        return self._ready("text", articles), self._ready("image", images)

    def encode(self, prepared: Any) -> tuple[Any, Any]:
        """Return unit features (text, image) with their gradient."""
        return self._features("text", *prepared[0]), self._features("image", *prepared[1])

    def _ready(self, name: str, rows: Sequence[int]) -> tuple[Any, Any]:
        import torch

        if name not in self._cut:
            return self._input(name, rows), None
        # A text tower still needs the tokens for its mask; an image tower only their number.
        tokens = self._input(name, rows) if name == "text" else None
        return tokens, torch.stack([self._lower[name, row] for row in rows])

    def _features(self, name: str, given: Any, below: Any) -> Any:
        from torch.nn.functional import normalize

        if below is not None:
            below = below.to(self.device).float()
            given = self._sample(name, len(below)) if given is None else given
            return normalize(self._cut[name].upper(given.to(self.device), below), dim=-1)
        encode = self._network.encode_text if name == "text" else self._network.encode_image
        return encode(given.to(self.device), normalize=True)

    def _input(self, name: str, rows: Sequence[int]) -> Any:
        import torch

        if name == "text":
            return self._tokens[list(rows)]
        paths = [self._photos[row] for row in rows]
        if self.device == "cpu":  # the cores are needed for the towers
            return torch.stack([self._pixels(path) for path in paths])
        with ThreadPoolExecutor(_DECODERS) as pool:
            return torch.stack(list(pool.map(self._pixels, paths)))

    def _pixels(self, path: str) -> Any:
        try:
            photo = decode_photo(read_photo(Path(path)).content, target=self._model.image_size)
        except UnreadablePhotoError as error:
            raise NewsMatchError(f"{path}: {error}; then train again") from error
        return (self._look or self._model.preprocess)(photo)

    def _sample(self, name: str, count: int = 1) -> Any:
        """Return an input of the right shape whose content does not matter."""
        import torch

        if name == "text":
            return self._tokens[:1].expand(count, -1).to(self.device)
        size = self._network.visual.image_size
        height, width = size if isinstance(size, (tuple, list)) else (size, size)
        return torch.zeros(count, 3, height, width, device=self.device)

    def _training_look(self) -> Callable[[Any], Any]:
        from open_clip.transform import PreprocessCfg, image_transform_v2

        return image_transform_v2(
            PreprocessCfg(**self._network.visual.preprocess_cfg), is_train=True
        )

    def _set_mode(self, *, training: bool) -> None:
        import torch

        self._network.train(training)
        for module in self._network.modules():
            # Statistics of small batches would spoil those of the pre-training.
            if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
                module.eval()

    def vectors(
        self, articles: Sequence[int], images: Sequence[int], alpha: float
    ) -> Iterator[tuple[Vectors, Vectors] | None]:
        """Yield None while encoding, then unit vectors of articles and images.

        Args:
            articles: Rows of articles.
            images: Rows of images.
            alpha: How far from the base (0) to the trained weights (1) to encode.
        """
        import torch

        found = {}
        look, self._look = self._look, None
        self._set_mode(training=False)
        trained = self._move_to(alpha)
        try:
            for name, rows in (("text", articles), ("image", images)):
                parts = []
                size = self._pass(name)
                for start in range(0, len(rows), size):
                    with torch.no_grad():
                        given = self._ready(name, rows[start : start + size])
                        parts.append(self._features(name, *given).float().cpu().numpy())
                    yield None
                found[name] = np.concatenate(parts)
            yield found["text"], found["image"]
        finally:
            self._restore(trained)
            self._set_mode(training=True)
            self._look = look

    def _move_to(self, alpha: float) -> dict[str, Any]:
        """Set the weights between base and trained (WiSE-FT); return the trained ones."""
        import torch

        if alpha == 1:
            return {}
        kept = {}
        with torch.no_grad():
            for name, weight in self._trained.items():
                kept[name] = weight.detach().clone()
                weight.copy_(torch.lerp(self._base[name], kept[name], alpha))
        return kept

    def _restore(self, kept: dict[str, Any]) -> None:
        import torch

        with torch.no_grad():
            for name, weight in kept.items():
                self._trained[name].copy_(weight)

    def network(self, _model: ClipModel, alpha: float) -> Any:
        """Return the network with the weights between base and trained."""
        self._move_to(alpha)
        return self._network.eval().requires_grad_(False)


def _text_tower(network: Any) -> Any:
    """Return the text tower; plain CLIP keeps its parts in the network itself."""
    return getattr(network, "text", network)


def _parameters(network: Any, name: str) -> list[Any]:
    visual = list(network.visual.parameters())
    if name == "image":
        return visual
    taken = {id(parameter) for parameter in visual}
    others = (p for key, p in network.named_parameters() if not key.startswith("logit_"))
    return [p for p in others if id(p) not in taken]
