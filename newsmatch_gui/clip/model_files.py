"""What the files of a model may ask for: sizes and names, and nothing that runs.

Weights cannot do harm: they are read as safetensors, or unpickled into tensors only. But a
configuration may tell the libraries beneath open_clip to run Python files that lie beside it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError

CONFIG = "open_clip_config.json"
_LARGEST = 5_000_000  # bytes of a configuration
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
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
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


def forbid_own_code() -> None:
    """Let transformers refuse a model that brings code, instead of asking on the terminal."""
    from transformers import dynamic_module_utils

    dynamic_module_utils.TIME_OUT_REMOTE_CODE = 0
