"""Fuzzed readers of what models lie in: tensors, configurations, and whole folders."""

import json
import shutil
from contextlib import suppress
from functools import cache
from pathlib import Path

from conftest import TINY, make_tiny_model
from photo_readers import made_folder, put

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
    home = made_folder()
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


@cache
def _text_tower() -> Path:
    """A tiny model whose text tower is one of Hugging Face's, made once for the process."""
    import open_clip
    from safetensors.torch import save_file
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig

    home = made_folder()
    words = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "a": 4, "b": 5}
    tokenizer = Tokenizer(models.WordPiece(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    marks = [("[CLS]", 2), ("[SEP]", 3)]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=marks
    )
    tokenizer.save(str(home / "tokenizer.json"))
    named = {"tokenizer_class": "PreTrainedTokenizerFast", "pad_token": "[PAD]"}
    (home / "tokenizer_config.json").write_text(json.dumps(named))
    BertConfig(
        vocab_size=6, hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16, max_position_embeddings=16,
    ).save_pretrained(home)  # fmt: skip
    text = {"hf_model_name": str(home), "hf_tokenizer_name": str(home), "context_length": 16,
            "hf_pooler_type": "mean_pooler", "hf_proj_type": "linear",
            "hf_model_pretrained": False}  # fmt: skip
    configuration = {"embed_dim": 16, "vision_cfg": TINY["vision_cfg"], "text_cfg": text}
    network = open_clip.CustomTextCLIP(**configuration)
    save_file(network.state_dict(), str(home / "open_clip_model.safetensors"))
    (home / "open_clip_config.json").write_text(
        json.dumps({"model_cfg": configuration, "preprocess_cfg": {"mean": [0.5] * 3}})
    )
    return home


_TEXT_FILES = ("config.json", "tokenizer.json", "tokenizer_config.json")


def text_tower_files() -> tuple[bytes, ...]:
    """Return what such a tower lies in, beside its weights."""
    return tuple((_text_tower() / name).read_bytes() for name in _TEXT_FILES)


def text_tower(raw: bytes, folder: Path) -> str | None:
    """Read such a tower without torch, and load the model as a whole."""
    from newsmatch_gui.clip.light_text import light_text_tower
    from newsmatch_gui.clip.model import load_model

    home = shutil.copytree(_text_tower(), folder / "tower", dirs_exist_ok=True)
    known = (b'"model_type"', b'"added_tokens"', b'"tokenizer_class"')
    put(home, next((n for n, mark in zip(_TEXT_FILES, known, strict=True) if mark in raw),
                   _TEXT_FILES[len(raw) % 3]), raw)  # fmt: skip
    found = json.loads((home / "open_clip_config.json").read_text())
    found["model_cfg"]["text_cfg"] |= {"hf_model_name": str(home), "hf_tokenizer_name": str(home)}
    put(home, "open_clip_config.json", json.dumps(found).encode())
    light = light_text_tower(home, multilingual=False)
    if light is not None:
        light.count("a b")
        light.encode_texts(["a b"])
    model = load_model(f"local-dir:{home}")
    model.count("a b")
    return None if light else "only torch can read this"
