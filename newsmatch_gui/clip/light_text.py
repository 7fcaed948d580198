"""The text tower of a model without torch, whose import alone takes longer than an editor waits.

A BERT with mean pooling and a projection, as the starter model and all that is trained from it
have, is a few dozen matrix products: numpy answers in a tenth of the time that torch needs to
load. Other architectures are left to torch. Whoever uses this must first compare it with a
vector that torch made (`services.encoding` does).
"""

import html
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from newsmatch_gui.clip.model_files import CONFIG, WEIGHTS, has_panicked
from newsmatch_gui.domain.ranking import Vectors

_MOST_LAYERS = 100  # of a tower; more would be a configuration that somebody made up
_TOWER = "text.transformer."
_EMBEDDINGS = f"{_TOWER}embeddings."
_WORDS = f"{_EMBEDDINGS}word_embeddings.weight"
_LAYER_PARTS = (
    "attention.self.query", "attention.self.key", "attention.self.value",
    "attention.output.dense", "attention.output.LayerNorm",
    "intermediate.dense", "output.dense", "output.LayerNorm",
)  # fmt: skip
_HEADS = {"mlp": ("text.proj.0.weight", "text.proj.2.weight"), "linear": ("text.proj.weight",)}


class LightTextTower:
    """Encodes texts as the model in a folder does.

    Attributes:
        budget: Context length in tokens.
        multilingual: Whether it reads other languages than English.
    """

    def __init__(
        self, folder: Path, settings: dict[str, Any], shape: dict[str, Any], *, multilingual: bool
    ) -> None:
        """Open the weights; use `light_text_tower`, which checks that they fit."""
        from safetensors import safe_open
        from tokenizers import Tokenizer

        self.multilingual = multilingual
        self.budget = int(settings["context_length"])
        self._shape = shape
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        file = safe_open(str(folder / WEIGHTS), "np")
        names = _expected(settings, shape)
        if {name for name in file.keys() if name.startswith("text.")} != names:  # noqa: SIM118
            raise ValueError("the weights are those of another architecture")
        # Of half the weights, those of the words, a text needs a few rows.
        self._words = file.get_slice(_WORDS)
        if self._tokenizer.get_vocab_size() > self._words.get_shape()[0]:
            raise ValueError("the tokenizer knows more words than the model")
        self._weights = {
            name: file.get_tensor(name).astype(np.float32) for name in names - {_WORDS}
        }
        if not 2 <= self.budget <= len(self._weights[f"{_EMBEDDINGS}position_embeddings.weight"]):
            raise ValueError("the model reads less than its configuration says")
        self._head = [self._weights[name] for name in _HEADS[settings["hf_proj_type"]]]

    def count(self, text: str) -> int:
        """Return the tokens of a text, start and end mark included, without any cut."""
        return len(self._tokens(text))

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        """Encode texts, cut at the token budget; returns unit vectors, shape (n, dim)."""
        vectors = [self._encode(self._tokens(text)) for text in texts]
        return np.stack(vectors) if vectors else np.empty((0, len(self._head[-1])), np.float32)

    def _tokens(self, text: str) -> list[int]:
        # As open_clip cleans a text before it hands it to a Hugging Face tokenizer.
        if not text.isascii() or "&" in text:  # otherwise there is nothing to repair
            import ftfy

            text = html.unescape(html.unescape(ftfy.fix_text(text)))
        return self._tokenizer.encode(" ".join(text.split())).ids

    def _encode(self, tokens: list[int]) -> Vectors:
        if len(tokens) > self.budget:
            tokens = [*tokens[: self.budget - 1], tokens[-1]]  # the end mark stays
        states = self._embedded(tokens)
        for number in range(self._shape["num_hidden_layers"]):
            states = self._layer(f"{_TOWER}encoder.layer.{number}.", states)
        vector = states.mean(axis=0)
        for place, matrix in enumerate(self._head):
            vector = matrix @ (_gelu(vector) if place else vector)
        return (vector / max(float(np.linalg.norm(vector)), 1e-12)).astype(np.float32)

    def _embedded(self, tokens: list[int]) -> Vectors:
        words = np.concatenate([self._words[token : token + 1] for token in tokens])
        places = self._weights[f"{_EMBEDDINGS}position_embeddings.weight"][: len(tokens)]
        kinds = self._weights[f"{_EMBEDDINGS}token_type_embeddings.weight"][0]
        return self._normalised(
            f"{_EMBEDDINGS}LayerNorm", words.astype(np.float32) + places + kinds
        )

    def _layer(self, at: str, states: Vectors) -> Vectors:
        count, heads = len(states), self._shape["num_attention_heads"]
        query, key, value = (
            self._linear(f"{at}attention.self.{name}", states)
            .reshape(count, heads, -1)
            .transpose(1, 0, 2)
            for name in ("query", "key", "value")
        )
        attention = query @ key.transpose(0, 2, 1) / np.float32(np.sqrt(query.shape[-1]))
        attention = np.exp(attention - attention.max(axis=-1, keepdims=True))
        attention /= attention.sum(axis=-1, keepdims=True)
        mixed = (attention @ value).transpose(1, 0, 2).reshape(count, -1)
        mixed = self._linear(f"{at}attention.output.dense", mixed)
        states = self._normalised(f"{at}attention.output.LayerNorm", states + mixed)
        inner = _gelu(self._linear(f"{at}intermediate.dense", states))
        inner = self._linear(f"{at}output.dense", inner)
        return self._normalised(f"{at}output.LayerNorm", states + inner)

    def _linear(self, name: str, states: Vectors) -> Vectors:
        return states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normalised(self, name: str, states: Vectors) -> Vectors:
        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + self._shape["layer_norm_eps"])
        return centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def light_text_tower(folder: Path, *, multilingual: bool) -> LightTextTower | None:
    """Return the text tower of a model folder, or None where only torch can read it."""
    try:
        settings = json.loads((folder / CONFIG).read_text("utf-8"))["model_cfg"]["text_cfg"]
        shape = json.loads((folder / "config.json").read_text("utf-8"))
        fits = (
            settings["hf_pooler_type"] == "mean_pooler"
            and settings["hf_proj_type"] in _HEADS
            and "tokenizer_kwargs" not in settings
            and shape["model_type"] == "bert"
            and shape["hidden_act"] == "gelu"
            and shape.get("position_embedding_type", "absolute") == "absolute"
            and 0 < shape["num_hidden_layers"] <= _MOST_LAYERS
        )
        if not fits:
            return None
        tower = LightTextTower(folder, settings, shape, multilingual=multilingual)
        return tower if np.isfinite(tower.encode_texts(["a"])).all() else None
    except BaseException as error:
        # The tokenizers' library raises nothing more special; torch says what is wrong.
        if isinstance(error, Exception) or has_panicked(error):
            return None
        raise


def _expected(settings: dict[str, Any], shape: dict[str, Any]) -> set[str]:
    """Return the names of all tensors that such a tower has."""
    embedded = ("word_embeddings", "position_embeddings", "token_type_embeddings", "LayerNorm")
    names = {f"{_EMBEDDINGS}{part}.weight" for part in embedded}
    names |= {f"{_EMBEDDINGS}LayerNorm.bias", *_HEADS[settings["hf_proj_type"]]}
    for number in range(shape["num_hidden_layers"]):
        for part in _LAYER_PARTS:
            names |= {
                f"{_TOWER}encoder.layer.{number}.{part}.{kind}" for kind in ("weight", "bias")
            }
    return names


def _gelu(states: Vectors) -> Vectors:
    from scipy.special import erf

    return 0.5 * states * (1 + erf(states * np.float32(np.sqrt(0.5))))
