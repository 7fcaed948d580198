"""Which parts of a picture made its score: integrated gradients, Grad-CAM, occlusion.

The score is a cosine, and a vector's length does not count for it: its gradient says where it would
rise, not what it is made of; gradient times input adds up to next to nothing. Hence gradients are
integrated along the way from a grey picture (Sundararajan, Taly and Yan 2017), whose shares add up
to the difference of both scores, and Grad-CAM (Selvaraju et al. 2017) holds the length still. The
manual has the figures.

Weights are frozen and stay so: gradients are asked for with respect to inputs only.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.explanation import Box, Method
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import Vectors

STEPS = 8  # from grey to the picture; 64 find the same map
_ACROSS = 8  # occlusion cells of the shorter side
_WINDOW = 2  # cells of a side that are covered at once
_GPU_PASS = 32  # one at a time is faster on a CPU

Cells = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class PictureWeights:
    """What parts of a picture did to a score.

    Attributes:
        cells: Weight of each cell of what the model saw, shape (rows, columns).
        seen: Where that lies on the picture.
        score: The score.
        blank: The score of a grey picture.
        method: How the weights were found.
    """

    cells: Cells
    seen: Box
    score: float
    blank: float
    method: Method


def picture_methods(model: ClipModel) -> tuple[Method, ...]:
    """Return how a model's pictures can be explained, what ``auto`` means first."""
    found = (Method.GRADIENT, Method.OCCLUSION)
    return (*found, Method.GRAD_CAM) if _Tower(model).is_convolutional else found


def picture_weights(
    model: ClipModel, photo: Any, query: Vectors, method: Method = Method.AUTO
) -> Work[PictureWeights]:
    """Weigh the parts of a picture.

    Gradients are taken where a tower last knows places: a convolutional one in its last feature
    map, a transformer in the patches of its input.

    Args:
        model: The loaded model.
        photo: The decoded picture, RGB.
        query: What it is scored by, shape (dim,): the score is the dot product with the picture's
            unit vector.
        method: One of `picture_methods`, or ``auto``.

    Raises:
        NewsMatchError: Grad-CAM of a transformer.
    """
    import torch

    tower = _Tower(model)
    pixels = model.preprocess(photo)[None].to(model.device)
    wanted = torch.as_tensor(query, device=model.device)
    yield Progress(0, 0, "explaining the picture")
    with torch.no_grad():
        grey, own = (tower.lower(each) for each in (torch.zeros_like(pixels), pixels))
        blank, score = (float(tower.unit(each)[0] @ wanted) for each in (grey, own))
    if method is Method.GRAD_CAM:
        cells = _grad_cam(tower, own, wanted)
    elif method is Method.OCCLUSION:
        cells = yield from _occlusion(tower, pixels, wanted, score)
    else:
        method = Method.GRADIENT
        cells = yield from _gradient(tower, grey, own, wanted)
    return PictureWeights(cells, seen_box(model, *photo.size), score, blank, method)


def seen_box(model: ClipModel, width: int, height: int) -> Box:
    """Return the part of a picture that the model's preprocessing lets it see.

    Args:
        model: The loaded model.
        width: The picture's width in pixels.
        height: Its height.
    """
    settings = model._network.visual.preprocess_cfg
    if settings["resize_mode"] == "squash":
        return Box(0.0, 0.0, 1.0, 1.0)
    size = settings["size"]
    rows, columns = size if isinstance(size, (tuple, list)) else (size, size)
    # Otherwise its middle is cut out, or it is put into the middle of a border.
    by = (columns / width, rows / height)
    scale = min(by) if settings["resize_mode"] == "longest" else max(by)
    across, down = columns / (width * scale) / 2, rows / (height * scale) / 2
    return Box(0.5 - across, 0.5 - down, 0.5 + across, 0.5 + down)


class _Tower:
    """An image tower, in two where it has a feature map: below the map, and above it.

    Attributes:
        lower: Makes of pixels (n, 3, height, width) what gradients are taken in: the last feature
            map, or the pixels themselves.
        is_convolutional: Whether there is a feature map.
        channels: Its axis of channels.
    """

    def __init__(self, model: ClipModel) -> None:
        self._network, self.device = model._network, model.device
        self.lower: Callable[[Any], Any] = lambda pixels: pixels
        self._upper: Callable[[Any], Any] = self._network.encode_image
        self.is_convolutional, self.channels = False, 1
        visual = self._network.visual
        trunk = getattr(visual, "trunk", None)
        if hasattr(visual, "attnpool"):  # open_clip's ResNet
            stages = [getattr(visual, f"layer{number}") for number in range(1, 5)]
            self._cut(lambda pixels: _through([visual.stem, *stages], pixels), visual.attnpool)
        elif trunk is not None and not (hasattr(trunk, "blocks") and hasattr(trunk, "patch_embed")):
            self.channels = 3 if getattr(trunk, "output_fmt", "") == "NHWC" else 1
            self._cut(trunk.forward_features, lambda map_: visual.head(trunk.forward_head(map_)))

    def _cut(self, lower: Callable[[Any], Any], upper: Callable[[Any], Any]) -> None:
        self.lower, self._upper, self.is_convolutional = lower, upper, True

    def unit(self, map_: Any) -> Any:
        """Return unit vectors (n, dim) from what ``lower`` returned."""
        from torch.nn.functional import normalize

        return normalize(self._upper(map_), dim=-1)

    def direction(self, map_: Any) -> Any:
        """Return unit vectors whose length is held still when they are differentiated."""
        vectors = self._upper(map_)
        return vectors / vectors.detach().norm(dim=-1, keepdim=True)

    def patch(self, pixels: Any) -> tuple[int, int]:
        """Return height and width of a transformer's patch in pixels (n, 3, height, width)."""
        visual = self._network.visual
        within = getattr(getattr(visual, "trunk", None), "patch_embed", visual)
        size = getattr(within, "patch_size", min(pixels.shape[-2:]) // _ACROSS)
        return size if isinstance(size, tuple) else (size, size)


def _through(modules: list[Any], given: Any) -> Any:
    for module in modules:
        given = module(given)
    return given


def _gradient(tower: _Tower, start: Any, end: Any, query: Any) -> Work[Cells]:
    """Integrate gradients along the straight way from a grey picture's map to this one's.

    Sundararajan, Taly and Yan, Axiomatic Attribution for Deep Networks, ICML 2017, equation 1, by
    the midpoint rule.
    """
    import torch

    total = torch.zeros_like(end)
    for step in range(STEPS):
        yield Progress(step, STEPS, "explaining the picture")
        total += _slope(tower.unit, torch.lerp(start, end, (step + 0.5) / STEPS), query)
    cells = _summed((end - start) * total / STEPS, tower.channels)
    return cells if tower.is_convolutional else _pooled(cells, tower.patch(end))


def _grad_cam(tower: _Tower, map_: Any, query: Any) -> Cells:
    """Weigh the channels of the last feature map by their mean gradient, keeping the sign.

    Selvaraju et al., Grad-CAM, ICCV 2017, equations 1 and 2 without the last step, which would
    drop what lowers the score.
    """
    if not tower.is_convolutional:
        raise NewsMatchError(
            "Grad-CAM needs an image tower of convolutions, and this model's is a transformer; "
            "choose gradient or occlusion"
        )
    places = [axis for axis in (1, 2, 3) if axis != tower.channels]
    weights = _slope(tower.direction, map_, query).mean(places, keepdim=True)
    return _summed(weights * map_, tower.channels)


def _slope(function: Callable[[Any], Any], at: Any, query: Any) -> Any:
    """Return the gradient of the score at an input of the function; nothing else keeps one."""
    import torch

    with torch.enable_grad():
        given = at.detach().requires_grad_(True)
        (slope,) = torch.autograd.grad(function(given)[0] @ query, given)
    return slope


def _summed(map_: Any, channels: int) -> Cells:
    """Sum the only map of a batch over its axis of channels."""
    return map_.sum(channels)[0].float().cpu().numpy()


def _pooled(values: Cells, patch: tuple[int, int]) -> Cells:
    """Sum pixels (height, width) over patches; a rest at the edge belongs to the last one."""
    for axis, side in enumerate(patch):
        starts = np.arange(max(1, values.shape[axis] // side)) * side
        values = np.add.reduceat(values, starts, axis=axis)
    return values


def _occlusion(tower: _Tower, pixels: Any, query: Any, score: float) -> Work[Cells]:
    """Cover places with grey, one after the other, and watch the score fall.

    Zeiler and Fergus, Visualizing and Understanding Convolutional Networks, ECCV 2014, section
    4.2. The window is two cells wide and moves by one; a cell gets the mean over the windows
    that cover it, each divided by the cells that it covers.
    """
    import torch

    height, width = pixels.shape[-2:]
    side = max(1, min(height, width) // _ACROSS)
    rows, columns = round(height / side), round(width / side)
    windows = [
        (slice(max(0, row), row + _WINDOW), slice(max(0, column), column + _WINDOW))
        for row in range(1 - _WINDOW, rows)
        for column in range(1 - _WINDOW, columns)
    ]
    total, covered = np.zeros((rows, columns)), np.zeros((rows, columns))
    each = 1 if tower.device == "cpu" else _GPU_PASS
    for at in range(0, len(windows), each):
        yield Progress(at, len(windows), "explaining the picture")
        some = windows[at : at + each]
        batch = pixels.repeat(len(some), 1, 1, 1)
        for picture, window in zip(batch, some, strict=True):
            picture[:, *_in_pixels(window, (height / rows, width / columns))] = 0
        with torch.inference_mode():
            scores = (tower.unit(tower.lower(batch)) @ query).float().cpu().numpy()
        for window, without in zip(some, scores, strict=True):
            total[window] += (score - without) / total[window].size
            covered[window] += 1
    return (total / covered).astype(np.float32)


def _in_pixels(window: tuple[slice, slice], cell: tuple[float, float]) -> tuple[slice, slice]:
    down, across = (
        slice(round(cells.start * size), round(cells.stop * size))
        for cells, size in zip(window, cell, strict=True)
    )
    return down, across
