"""Fuzzed readers of what models lie in: tensors, configurations, and whole folders."""

import json
import shutil
import tempfile
from contextlib import suppress
from functools import cache
from pathlib import Path

from conftest import make_tiny_model
from photo_readers import put

from newsmatch_gui.domain.errors import NewsMatchError


def tensors(raw: bytes, folder: Path) -> None:
    """Read the state of a training, and networks trained on vectors."""
    from newsmatch_gui.clip.late_interaction import LateInteraction
    from newsmatch_gui.clip.tensors import read_tensors
    from newsmatch_gui.clip.two_branch import TwoBranch

    path = put(folder, "a.safetensors", raw)
    for kind in (TwoBranch, LateInteraction):
        with suppress(NewsMatchError):
            kind.load(path)
    read_tensors(path)


def tensor_files() -> tuple[bytes, ...]:
    """Return a safetensors file."""
    import torch
    from safetensors.torch import save

    return (save({"a": torch.zeros(3, 4), "b": torch.ones(2)}, metadata={"about": '{"epoch": 1}'}),)


def configuration(raw: bytes, folder: Path) -> None:
    """Read the configuration of a model."""
    from newsmatch_gui.clip.model_files import read_configuration

    put(folder, "open_clip_config.json", raw)
    put(folder, "open_clip_model.safetensors", bytes(100_000))
    read_configuration(folder)


def configurations() -> tuple[bytes, ...]:
    """Return one."""
    model = {"embed_dim": 32, "vision_cfg": {"image_size": 32}, "text_cfg": {
        "context_length": 16, "tokenizer_kwargs": {"clean": "canonicalize"}}}  # fmt: skip
    return (json.dumps({"model_cfg": model, "preprocess_cfg": {"mean": [0.5]}}).encode(),)


@cache
def _model() -> Path:
    """A tiny model, made once for the process."""
    home = Path(tempfile.mkdtemp(prefix="newsmatch-fuzz-"))
    make_tiny_model(home)
    return home


def model_configurations() -> tuple[bytes, ...]:
    """Return the configuration of a model that can be loaded."""
    return ((_model() / "open_clip_config.json").read_bytes(),)


def model_folder(raw: bytes, folder: Path) -> str | None:
    """Let the doctor look at a model's folder, load the model and encode with it."""
    from newsmatch_gui.clip.light_text import light_text_tower
    from newsmatch_gui.clip.model import load_model
    from newsmatch_gui.services.doctor_collection import model_fault

    home = folder / "model"
    home.mkdir(exist_ok=True)
    weights = home / "open_clip_model.safetensors"
    if not weights.exists():
        shutil.copyfile(_model() / weights.name, weights)
    put(home, "open_clip_config.json", raw)
    put(home, "config.json", raw)
    fault = model_fault(home)
    light_text_tower(home, multilingual=False)
    model = load_model(f"local-dir:{home}")
    assert model.encode_texts(["a"]).shape == (1, model.dim)
    model.count("a")
    return fault or None
