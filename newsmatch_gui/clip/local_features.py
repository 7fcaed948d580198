"""What a model sees of a photo's regions and a text's tokens, below its projection heads.

For re-rankers and networks of their own, which are trained on frozen features. Regions are the
cells of a coarse grid laid over the last feature map, tokens the last states of the text tower.
Their means are the towers' pooled features, which no head of ours has learned by heart.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.ranking import Vectors

# Four by three divides the starter's map of 8 x 12 evenly, so that the mean stays the pooled one.
GRID = (4, 3)
REGIONS = GRID[0] * GRID[1]
TOKENS = 24  # nine headlines in ten are shorter; the marks at both ends count


class LocalEncoder:
    """Stands for a model where photos are read, and returns regions and tokens instead.

    Attributes:
        device: Where it computes.
        image_size: Shorter side of what the image tower sees, in pixels.
        preprocess: Turns an RGB photo into the image tower's input.
    """

    def __init__(self, model: ClipModel) -> None:
        self.device, self.image_size = model.device, model.image_size
        self.preprocess: Callable[[Any], Any] = model.preprocess
        self.use_one_core, self.use_all_cores = model.use_one_core, model.use_all_cores
        self._network, self._model = model._network, model
        self._image_row = 0

    def widths(self) -> tuple[int, int]:
        """Return the channels of a region and of a token.

        Raises:
            NewsMatchError: The towers show no feature map or no token states.
        """
        from PIL import Image

        try:
            photo = self.preprocess(Image.new("RGB", (64, 64)))
            self._image_row = self.encode_images([photo]).shape[1]
            return self._image_row // REGIONS, self.encode_texts(["a"]).shape[1] // TOKENS
        except (AttributeError, NotImplementedError, TypeError, KeyError) as error:
            raise NewsMatchError(
                f"the towers of {self._model.name} show no regions or tokens; "
                "leave out what needs them with --no-local"
            ) from error

    def encode_images(self, photos: Sequence[Any]) -> Vectors:
        """Encode preprocessed photos; returns regions row by row, shape (n, 12 * channels)."""
        import torch
        from torch.nn.functional import adaptive_avg_pool2d

        if not photos:
            return np.empty((0, self._image_row), np.float32)
        with torch.inference_mode():
            cells = adaptive_avg_pool2d(self._map(torch.stack(list(photos)).to(self.device)), GRID)
            rows = cells.flatten(2).transpose(1, 2).flatten(1)
        return rows.float().cpu().numpy()

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        """Encode texts, the first 24 tokens; zero where there is none, shape (n, 24 * channels)."""
        import torch

        with torch.inference_mode():
            tokens = self._model.tokens(texts).to(self.device)
            inner = getattr(self._model._tokenizer, "tokenizer", None)
            mask = tokens != (getattr(inner, "pad_token_id", None) or 0)
            states = self._states(tokens, mask) * mask[..., None]
            short = states[:, :TOKENS]
            padded = torch.nn.functional.pad(short, (0, 0, 0, TOKENS - short.shape[1]))
        return padded.flatten(1).float().cpu().numpy()

    def _map(self, batch: Any) -> Any:
        """Return the last feature map, shape (n, channels, height, width)."""
        visual = self._network.visual
        trunk = getattr(visual, "trunk", None)
        found = trunk.forward_features(batch) if trunk is not None else None
        if found is not None and found.dim() == 4:
            return found
        made = visual.forward_intermediates(
            batch, indices=1, normalize_intermediates=True, intermediates_only=True
        )
        return made["image_intermediates"][-1]

    def _states(self, tokens: Any, mask: Any) -> Any:
        """Return the last states of the text tower, shape (n, tokens, channels)."""
        text = getattr(self._network, "text", None)
        transformer = getattr(text, "transformer", None)
        if hasattr(transformer, "config"):  # a Hugging Face encoder
            made = transformer(input_ids=tokens, attention_mask=mask.long())
            return made.last_hidden_state
        made = self._network.forward_intermediates(
            text=tokens, text_indices=1, normalize_intermediates=True, intermediates_only=True
        )
        return made["text_intermediates"][-1]
