"""Cutting a tower in two: the blocks that stay as they are, and the last ones, which are trained.

Works on any tower whose blocks stand in a list: open_clip's transformers, timm's networks, Hugging
Face encoders. Nothing of the tower is copied or rewritten; hooks stop it at the cut, or start it
there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError

_BLOCKS = (
    "transformer.resblocks", "trunk.blocks", "trunk.stages", "trunk.layers",
    "transformer.encoder.layer", "transformer.encoder.layers", "transformer.encoder.block",
    "transformer.layers", "transformer.layer",
)  # fmt: skip


class _Reached(Exception):
    """The cut was reached."""


class CutTower:
    """One tower, cut before its last blocks."""

    def __init__(self, tower: Any, blocks: int) -> None:
        """Cut a tower.

        Args:
            tower: The module; for plain CLIP's text tower the whole network.
            blocks: How many of the last blocks lie above the cut.

        Raises:
            NewsMatchError: The tower's blocks stand in no list, or there are fewer.
        """
        self._tower = tower
        self._list = _blocks(tower)
        self._at = len(self._list) - blocks
        if self._at < 1:
            raise NewsMatchError(
                f"this model has {len(self._list)} blocks a tower; train at most "
                f"{len(self._list) - 1} of them, or choose the depth full"
            )
        self._as_tuple = False

    def lower(self, given: Any) -> Any:
        """Return what reaches the cut, shape (n, …), for an input of n rows."""
        found: list[Any] = []

        def stop(_block: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            found.append(args[0] if args else kwargs["hidden_states"])
            raise _Reached

        def watch(_block: Any, _args: Any, output: Any) -> None:
            self._as_tuple = isinstance(output, tuple)

        hooks = [
            self._list[self._at].register_forward_pre_hook(stop, with_kwargs=True),
            self._list[self._at - 1].register_forward_hook(watch),
        ]
        try:
            self._run(given)
        except _Reached:
            pass
        finally:
            for hook in hooks:
                hook.remove()
        if not found or found[0].shape[0] != len(given):
            raise NewsMatchError(
                "this architecture cannot be cut for partial training; choose quick or full"
            )
        return found[0]

    def upper(self, given: Any, below: Any) -> Any:
        """Return the tower's features from what reached the cut.

        Args:
            given: The input (n rows); only its shape, and a text's mask, still matter.
            below: What ``lower`` returned for the same rows.
        """

        def start(_block: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
            if args:
                return (below, *args[1:]), kwargs
            return args, kwargs | {"hidden_states": below}

        hook = self._list[self._at].register_forward_pre_hook(start, with_kwargs=True)
        try:
            with self._without_lower():
                return self._run(given)
        finally:
            hook.remove()

    def trained(self, sample: Any) -> list[Any]:
        """Return the parameters above the cut: those that a gradient reaches from there.

        Args:
            sample: Any input of the tower, one row.
        """
        import torch

        with torch.no_grad():
            below = self.lower(sample)
        parameters = list(self._tower.parameters())
        frozen = [p for p in parameters if not p.requires_grad]
        for parameter in frozen:
            parameter.requires_grad_(True)
        try:
            with torch.enable_grad():
                total = self.upper(sample, below).sum()
                grads = torch.autograd.grad(total, parameters, allow_unused=True)
        finally:
            for parameter in frozen:
                parameter.requires_grad_(False)
        return [p for p, grad in zip(parameters, grads, strict=True) if grad is not None]

    def _run(self, given: Any) -> Any:
        # Plain CLIP has no text tower of its own: the network's method runs it.
        if hasattr(self._tower, "encode_text"):
            return self._tower.encode_text(given)
        return self._tower(given)

    @contextmanager
    def _without_lower(self) -> Iterator[None]:
        """Let the lower blocks pass on what they get; they stay in place for who asks them."""
        as_tuple = self._as_tuple

        def skip(given: Any, *_args: Any, **_kwargs: Any) -> Any:
            return (given,) if as_tuple else given

        lower = [self._list[place] for place in range(self._at)]
        for block in lower:
            block.forward = skip  # on the instance; deleted again below
        try:
            yield
        finally:
            for block in lower:
                del block.forward


def _blocks(tower: Any) -> Any:
    for path in _BLOCKS:
        found: Any = tower
        for name in path.split("."):
            found = getattr(found, name, None)
        if found is not None and hasattr(found, "__len__") and len(found) > 1:
            return found
    raise NewsMatchError(
        "the blocks of this architecture are not known, so it cannot be trained in part; "
        "choose quick or full"
    )
