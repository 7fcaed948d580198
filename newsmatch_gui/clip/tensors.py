"""Tensors on disk: safetensors files that appear whole or not at all, and are never executed."""

import json
import os
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError


def set_weights(weights: dict[str, Any], tensors: dict[str, Any]) -> None:
    """Overwrite trained tensors by others of the same names and shapes."""
    import torch

    with torch.no_grad():
        for name, weight in weights.items():
            weight.copy_(tensors[name])


def write_tensors(path: Path, tensors: dict[str, Any], about: dict[str, Any]) -> None:
    """Write tensors and a note as one safetensors file that appears complete or not at all.

    Raises:
        NewsMatchError: The disk does not take it.
    """
    from safetensors import SafetensorError
    from safetensors.torch import save_file

    draft = path.with_name(f".{path.name}.part")
    plain = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file(plain, str(draft), metadata={"about": json.dumps(about)})
        with draft.open("r+b") as file:  # Windows syncs only what is open for writing
            os.fsync(file.fileno())
        draft.replace(path)
    except (OSError, SafetensorError) as error:
        raise NewsMatchError(f"{path} cannot be written ({error}); free some space") from error
    finally:
        draft.unlink(missing_ok=True)


def read_tensors(
    path: Path, *, what: str = "state of a training", mend: str = "start anew"
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Read what ``write_tensors`` wrote; nothing in the file is ever executed.

    Args:
        path: The file.
        what: What it should hold, for the sentence when it does not.
        mend: What mends that.

    Raises:
        NewsMatchError: The file is missing or damaged.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(str(path), framework="pt") as file:
            about = json.loads((file.metadata() or {}).get("about", "null"))
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (OSError, SafetensorError, ValueError) as error:
        raise NewsMatchError(f"{path} is no {what} ({error}); {mend}") from error
    if not isinstance(about, dict):
        raise NewsMatchError(f"{path} is no {what}; {mend}")
    return tensors, about
