"""What the files of a model may ask for: sizes and names, and nothing that runs.

Weights cannot do harm: they are read as safetensors, or unpickled into tensors only. But a
configuration may tell the libraries beneath open_clip to run Python files that lie beside it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError

STARTER_NAME = "newsmatch-starter"
LOCAL = "local-dir:"
"""How the name of a model begins that lies in a folder."""
CONFIG, WEIGHTS = "open_clip_config.json", "open_clip_model.safetensors"
"""What open_clip calls the files of such a folder."""
_LARGEST = 5_000_000  # bytes of a configuration
_DEEPEST, _WIDEST = 200, 1_000_000  # layers of a tower; any other number
_LONGEST_CONTEXT = 16_384  # tokens: a mask of as many by as many is made
_TOWER = "config.json"  # of a text tower that is one of Hugging Face's
_SUFFIXES = (".safetensors", ".bin", ".pt", ".pth")
# What open_clip's own configurations say of tokenizers; all else would reach transformers.
_TOKENIZER = {"clean": str, "strip_sep_token": bool, "language": str}


def read_configuration(folder: Path) -> Mapping[str, Any]:
    """Return the ``model_cfg`` of a model folder.

    Raises:
        NewsMatchError: No model folder, or its configuration cannot be read or asks for more
            than a model.
    """
    path = folder / CONFIG
    if not path.is_file():
        raise NewsMatchError(
            f"{folder} is no model folder: it lacks {CONFIG}; give the folder that open_clip saved"
        )
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("it is too large")
        model = json.loads(path.read_text("utf-8"))["model_cfg"]
        check_configuration(model, str(folder))
        _check_size(model, folder)
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError, RecursionError) as error:
        raise NewsMatchError(
            f"the model folder {folder} cannot be loaded ({CONFIG}: {error}); "
            "save it again with open_clip, as safetensors"
        ) from error
    return model


def check_configuration(model: Any, name: str) -> None:
    """See that a model can be made of a configuration without running anything of its own.

    Args:
        model: The ``model_cfg``.
        name: How the sentence names the model.

    Raises:
        NewsMatchError: It wants to run code.
        TypeError: It is no configuration.
    """
    towers = [model["vision_cfg"], model["text_cfg"]] if isinstance(model, dict) else [None]
    if not all(isinstance(tower, dict) for tower in towers):
        raise TypeError("it describes no two towers")
    asked = model["text_cfg"].get("tokenizer_kwargs", {})
    for key, value in asked.items() if isinstance(asked, dict) else [("", asked)]:
        if key not in _TOKENIZER or type(value) is not _TOKENIZER[key]:
            raise NewsMatchError(
                f"the model {name} sets {str(key)[:40]!r} of its tokenizer, which could run code "
                "that came with it; use a model that brings none"
            )


def _check_size(model: Mapping[str, Any], folder: Path) -> None:
    """Refuse a configuration of a larger model than its weights hold: it is made before they load.

    Raises:
        ValueError: It would take all memory, or never end.
    """
    for tower in (model["vision_cfg"], model["text_cfg"]):
        layers = tower.get("layers", 0)
        depth = sum(layers) if isinstance(layers, list) else layers
        if not 0 <= depth <= _DEEPEST:
            raise ValueError(f"{depth} layers")
        for name, value in tower.items():
            if isinstance(value, int | float) and not -_WIDEST <= value <= _WIDEST:
                raise ValueError(f"{name} is {value}")
    if model["text_cfg"].get("context_length", 0) > _LONGEST_CONTEXT:
        raise ValueError(f"it reads more than {_LONGEST_CONTEXT} tokens")
    held = sum(file.stat().st_size for file in folder.iterdir() if file.suffix in _SUFFIXES)
    if not held:
        raise ValueError("there are no weights beside it")
    numbers = _least_numbers(model)
    if "hf_model_name" in model["text_cfg"] and (folder / _TOWER).is_file():
        numbers += _of_hugging_face(json.loads((folder / _TOWER).read_text("utf-8")))
    if numbers > held:
        raise ValueError("it describes a larger model than its weights hold")


def _least_numbers(model: Mapping[str, Any]) -> float:
    """Return how many numbers the towers that open_clip itself makes hold at least."""
    vision, text, numbers = model["vision_cfg"], model["text_cfg"], 0.0
    if "timm_model_name" not in vision and isinstance(vision.get("layers", 0), int):
        across = vision.get("image_size", 0) // max(1, vision.get("patch_size", 16))
        numbers += _of_tower(vision, across**2 + model.get("embed_dim", 0))
    if "hf_model_name" not in text:
        rows = text.get("vocab_size", 0) + text.get("context_length", 0)
        numbers += _of_tower(text, rows + model.get("embed_dim", 0))
    return numbers


def _of_tower(tower: Mapping[str, Any], rows: int) -> float:
    width, layers = tower.get("width", 0), tower.get("layers", 0)
    return width * (rows + layers * width * (4 + 2 * tower.get("mlp_ratio", 4)))


def _of_hugging_face(shape: Mapping[str, Any]) -> float:
    layers, width = shape.get("num_hidden_layers", 0), shape.get("hidden_size", 0)
    if not 0 <= layers <= _DEEPEST:
        raise ValueError(f"{_TOWER}: {layers} layers")
    rows = shape.get("vocab_size", 0) + shape.get("max_position_embeddings", 0)
    return width * (rows + layers * (4 * width + 2 * shape.get("intermediate_size", 0)))


def forbid_own_code() -> None:
    """Let transformers refuse a model that brings code, instead of asking on the terminal."""
    from transformers import dynamic_module_utils

    dynamic_module_utils.TIME_OUT_REMOTE_CODE = 0


def has_panicked(error: BaseException) -> bool:
    """Tell an error of a library in Rust, which is no ``Exception`` and has no name to import."""
    return type(error).__name__ == "PanicException"
