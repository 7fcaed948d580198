"""Saving a trained model as open_clip's own ``local-dir:`` folder, adapters folded in."""

import copy
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from newsmatch_gui.clip.model import ClipModel, model_folder
from newsmatch_gui.clip.model_files import CONFIG, WEIGHTS
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Adapters, adapt

_CARD = "README.md"
# What a Hugging Face text tower needs beside the weights.
_TOKENIZER = (
    "config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
    "vocab.txt", "vocab.json", "merges.txt", "spiece.model", "sentencepiece.bpe.model",
)  # fmt: skip
_PROBES = ("a red bus in the rain", "Bürgermeister eröffnet Brücke", "")
_CLOSE = 1e-3  # cosine; float32 towers differ by less


def fold(model: ClipModel, adapters: Adapters) -> Any:
    """Return a copy of a model's network whose outputs are those of base and adapters.

    The adapter is linear and vectors are normalised at the end, so multiplying the last linear
    layer of a tower by I + M is exact.

    Raises:
        NewsMatchError: The towers of this architecture do not end in a linear layer.
    """
    import torch

    network = copy.deepcopy(model._network)
    identity = np.eye(model.dim, dtype=np.float32)
    with torch.no_grad():
        _multiply(network, "text", torch.from_numpy(identity + adapters.text), model.dim)
        _multiply(network, "visual", torch.from_numpy(identity + adapters.image), model.dim)
    _check(model, network, adapters)
    return network


def save_folder(model: ClipModel, network: Any, folder: Path, card: str) -> None:
    """Write a network as a model folder that plain open_clip opens as ``local-dir:``.

    Args:
        model: The base it came from, for configuration and tokenizer.
        network: The network.
        folder: Must not exist; appears complete or not at all.
        card: Model card, Markdown.
    """
    from safetensors.torch import save_model

    scratch = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir(parents=True)
    try:
        base = model_folder(model.name)
        configuration = _configuration(model, base)
        text = configuration["model_cfg"]["text_cfg"]
        if base is not None:
            for name in _TOKENIZER:
                if (base / name).is_file():
                    shutil.copyfile(base / name, scratch / name)
            if text.get("hf_model_name") == str(base):
                text["hf_model_name"] = str(folder)
        (scratch / CONFIG).write_text(json.dumps(configuration, indent=2) + "\n", "utf-8")
        (scratch / _CARD).write_text(card, "utf-8")
        save_model(network, str(scratch / WEIGHTS), metadata={"format": "pt"})
        scratch.replace(folder)
    except OSError as error:
        raise NewsMatchError(
            f"the model cannot be written to {folder} ({error.strerror or error}); free some space"
        ) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _configuration(model: ClipModel, base: Path | None) -> dict[str, Any]:
    if base is not None:
        found = json.loads((base / CONFIG).read_text("utf-8"))
        return {key: found[key] for key in ("model_cfg", "preprocess_cfg") if key in found}
    import open_clip

    return {
        "model_cfg": open_clip.get_model_config(model.name.partition("/")[0]),
        "preprocess_cfg": dict(model._network.visual.preprocess_cfg),
    }


def _multiply(network: Any, tower: str, matrix: Any, dim: int) -> None:
    for owner, name, transposed in _last_layers(network, tower):
        weight = getattr(owner, name)
        if weight is None or weight.dim() != 2:
            continue
        matrix = matrix.to(weight)
        if transposed and weight.shape[0] == dim:  # nn.Linear keeps (out, in)
            weight.copy_(matrix.T @ weight)
            if getattr(owner, "bias", None) is not None:
                owner.bias.copy_(owner.bias @ matrix)
            return
        if not transposed and weight.shape[1] == dim:
            weight.copy_(weight @ matrix)
            return
    raise NewsMatchError(
        f"the {tower} tower of this architecture does not end in a linear layer, so quick "
        "training cannot change it; choose another depth or base model"
    )


def _last_layers(network: Any, tower: str) -> Iterator[tuple[Any, str, bool]]:
    """Yield where a tower's last linear layer may be: (module, attribute, is an nn.Linear)."""
    import torch

    if tower == "text":
        inner = getattr(network, "text", network)
        heads = [getattr(inner, "proj", None), getattr(inner, "text_projection", None)]
        owners = [(inner, "text_projection"), (inner, "proj")]
    else:
        inner = network.visual
        heads = [getattr(inner, "head", None), getattr(inner, "proj", None),
                 getattr(getattr(inner, "attnpool", None), "c_proj", None)]  # fmt: skip
        owners = [(inner, "proj")]
    for owner, name in owners:
        if isinstance(getattr(owner, name, None), torch.nn.Parameter):
            yield owner, name, False
    for head in heads:
        if isinstance(head, torch.nn.Module):
            linear = [m for m in head.modules() if isinstance(m, torch.nn.Linear)]
            if linear:
                yield linear[-1], "weight", True


def _check(model: ClipModel, network: Any, adapters: Adapters) -> None:
    """Compare the folded network with base and adapters on a few probes."""
    import torch

    tokens = model.tokens(_PROBES).to(model.device)
    noise = torch.rand(2, 3, *_size(model), generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        texts = network.encode_text(tokens, normalize=True).float().cpu().numpy()
        pixels = noise.to(model.device)
        images = network.encode_image(pixels, normalize=True).float().cpu().numpy()
        before = model._network.encode_image(pixels, normalize=True).float().cpu().numpy()
    pairs = (
        (texts, adapt(model.encode_texts(_PROBES), adapters.text)),
        (images, adapt(before, adapters.image)),
    )
    for made, expected in pairs:
        if np.abs((made * expected).sum(axis=1) - 1).max() > _CLOSE:
            raise NewsMatchError(
                "quick training cannot be folded into this architecture; choose another depth or "
                "base model"
            )


def _size(model: ClipModel) -> tuple[int, int]:
    size = model._network.visual.image_size
    return tuple(size) if isinstance(size, (tuple, list)) else (size, size)
