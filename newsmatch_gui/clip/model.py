"""One loading path for every model: open_clip's own factory."""

import hashlib
import json
import logging
import os
import re
import socket
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from pickle import UnpicklingError
from threading import Lock
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from newsmatch_gui.clip.model_files import (
    CONFIG,
    LOCAL,
    STARTER_NAME,
    check_configuration,
    forbid_own_code,
    has_panicked,
    read_configuration,
)
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.ranking import Vectors

_HUB = "hf-hub:"
_MULTILINGUAL = re.compile(r"xlm|multilingual|siglip2|\bi18n\b|mt5|nllb|bge-m3|jina-clip-v2")
_NETWORK_WAIT = 3.0
# What open_clip and the hub client raise on files that are no checkpoint, or not there.
_LOADING_ERRORS = (
    RuntimeError, OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError,
    StopIteration, UnpicklingError, ArithmeticError, MemoryError, ImportError,
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class ClipModel:
    """A loaded model.

    Attributes:
        name: Under which the user asked for it.
        fingerprint: Hash of weights and preprocessing; keys every cached vector.
        dim: Length of a vector.
        budget: Context length in tokens.
        image_size: Shorter side of what the image tower sees, in pixels.
        device: ``cuda``, ``mps`` or ``cpu``.
        multilingual: Whether the text tower reads other languages than English.
        preprocess: Turns an RGB photo into the image tower's input, (3, size, size).
    """

    name: str
    fingerprint: str
    dim: int
    budget: int
    image_size: int
    device: str
    multilingual: bool
    preprocess: Callable[[Any], Any]
    _network: Any
    _tokenizer: Any
    _tokenizing: Lock = field(default_factory=Lock)

    def encode_images(self, photos: Sequence[Any]) -> Vectors:
        """Encode preprocessed photos; returns unit vectors, shape (n, dim)."""
        import torch

        if not photos:
            return np.empty((0, self.dim), np.float32)
        with torch.inference_mode():
            batch = torch.stack(list(photos)).to(self.device)
            features = self._network.encode_image(batch, normalize=True)
        return features.float().cpu().numpy()

    def encode_texts(self, texts: Sequence[str]) -> Vectors:
        """Encode texts, cut at the token budget; returns unit vectors, shape (n, dim)."""
        import torch

        if not texts:
            return np.empty((0, self.dim), np.float32)
        with torch.inference_mode():
            tokens = self.tokens(texts).to(self.device)
            features = self._network.encode_text(tokens, normalize=True)
        return features.float().cpu().numpy()

    @property
    def logit_scale(self) -> float:
        """1 / temperature of the model's own training."""
        return float(self._network.logit_scale.exp())

    def fingerprint_of(self, network: Any) -> str:
        """Return the fingerprint another network would have with this preprocessing."""
        return _fingerprint(network, self.preprocess, self._tokenizer)

    def use_one_core(self) -> None:
        """Keep forward passes of the calling thread on one core; a no-op beside a GPU."""
        import torch

        if self.device == "cpu":
            torch.set_num_threads(1)

    def spare_a_core(self) -> None:
        """Keep the calling thread off one core, for the window; a no-op beside a GPU."""
        import torch

        if self.device == "cpu":
            torch.set_num_threads(max(1, (os.cpu_count() or 1) - 1))

    def use_all_cores(self) -> None:
        """Let forward passes of threads that start from now on use every core again."""
        import torch

        if self.device == "cpu":
            torch.set_num_threads(os.cpu_count() or 1)

    def tokens(self, texts: Sequence[str]) -> Any:
        """Return the tokens of texts, cut at the token budget and padded to it, (n, budget).

        For one thread at a time: whether to cut is set on a Hugging Face tokenizer itself, where
        `count` sets it otherwise.
        """
        with self._tokenizing:
            return self._tokenizer(list(texts))

    def count(self, text: str) -> int:
        """Return how many tokens a text has, start and end mark included, without any cut."""
        tokenizer = self._tokenizer
        if not hasattr(tokenizer, "tokenizer"):
            return len(tokenizer.encode(text)) + 2
        cleaned = tokenizer.clean_fn(text)  # a Hugging Face tokenizer adds its marks itself
        with self._tokenizing:
            return len(tokenizer.tokenizer(cleaned, truncation=False, verbose=False)["input_ids"])


def load_model(name: str = STARTER_NAME) -> ClipModel:
    """Load a model and move it to the best device.

    Args:
        name: ``newsmatch-starter``, an open_clip model with its weights (``ViT-B-32/openai``),
            ``hf-hub:owner/name``, or ``local-dir:/folder``.

    Raises:
        NewsMatchError: Unknown, damaged, not on this machine while there is no network, or a
            model that would run code of its own.
    """
    import torch

    spec, weights = _specification(name)
    network, preprocess, tokenizer = _loaded(name, spec, weights)
    device = _device(torch)
    network.eval().requires_grad_(False).to(device)
    size = network.visual.image_size
    try:
        with torch.inference_mode():
            dim = network.encode_text(tokenizer(["a"]).to(device)).shape[-1]
    except BaseException as error:
        if isinstance(error, _LOADING_ERRORS) or has_panicked(error):
            raise NewsMatchError(_why(name, spec, weights, error)) from error
        raise
    return ClipModel(
        name=name,
        fingerprint=_fingerprint(network, preprocess, tokenizer),
        dim=dim,
        budget=int(tokenizer.context_length),
        image_size=min(size) if isinstance(size, tuple) else int(size),
        device=device,
        multilingual=_is_multilingual(name, tokenizer),
        preprocess=preprocess,
        _network=network,
        _tokenizer=tokenizer,
    )


def _loaded(name: str, spec: str, weights: str | None) -> tuple[Any, Any, Any]:
    """Return network, preprocessing and tokenizer; the network is only used if it has to be."""
    from safetensors import SafetensorError

    forbid_own_code()
    is_here = spec.startswith(LOCAL) or (weights and Path(weights).is_file())
    for online in (False, True):
        try:
            with _hub(online=online), _quiet():
                return _made(name, spec, weights)
        except (*_LOADING_ERRORS, SafetensorError) as error:
            if online or is_here or not _network_is_up():
                raise NewsMatchError(_why(name, spec, weights, error)) from error
    raise AssertionError("never reached: the second try returns or raises")


def _made(name: str, spec: str, weights: str | None) -> tuple[Any, Any, Any]:
    import open_clip

    if spec.startswith(_HUB):
        check_configuration(open_clip.get_model_config(spec), name)
    try:
        # Without weights open_clip would make a model of random numbers, and only log it.
        network, _, preprocess = open_clip.create_model_and_transforms(
            spec, pretrained=weights, require_pretrained=True
        )
        return network, preprocess, open_clip.get_tokenizer(spec)
    except _LOADING_ERRORS:
        raise
    except Exception as error:
        # What the libraries beneath raise of files that are damaged has no common kind.
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _specification(name: str) -> tuple[str, str | None]:
    name = name.strip()
    if name == STARTER_NAME:
        return f"{LOCAL}{_starter()}", None
    if name.startswith(LOCAL):
        folder = Path(name.removeprefix(LOCAL)).expanduser()
        read_configuration(folder)
        _mend(folder.resolve())
        return f"{LOCAL}{folder}", None
    if name.startswith(_HUB):
        return name, None
    architecture, _, weights = name.partition("/")
    _check_built_in(architecture, weights)
    return architecture, weights


def _check_built_in(architecture: str, weights: str) -> None:
    """Refuse names that open_clip does not know before anything reaches for the network."""
    import open_clip

    if architecture not in open_clip.list_models():
        raise NewsMatchError(
            f"there is no open_clip model {architecture!r}; see open_clip.list_models() for names"
        )
    tags = open_clip.list_pretrained_tags_by_model(architecture)
    if not weights:
        example = f"{architecture}/{tags[0]}" if tags else f"{architecture}//path/to/weights"
        raise NewsMatchError(
            f"{architecture} names an architecture without weights; say which, e.g. {example}"
        )
    known_tag = open_clip.get_pretrained_cfg(architecture, weights)
    if not known_tag and not Path(weights).is_file():
        known = ", ".join(tags) or "none; give the path of a file"
        raise NewsMatchError(
            f"open_clip knows no weights {weights!r} for {architecture}; there are: {known}"
        )


def model_folder(name: str) -> Path | None:
    """Return the folder of a model that lies on this machine as ``local-dir:``, else None."""
    spec, _ = _specification(name)
    return Path(spec.removeprefix(LOCAL)).resolve() if spec.startswith(LOCAL) else None


def _mend(folder: Path) -> None:
    """Point a folder that was moved at its own tokenizer.

    open_clip finds a Hugging Face text tower by an absolute path, so a moved collection would
    lose its models.

    Raises:
        NewsMatchError: It was moved to where nothing can be written.
    """
    path = folder / CONFIG
    try:
        configuration = json.loads(path.read_text("utf-8"))
        text = configuration["model_cfg"]["text_cfg"]
        named = text.get("hf_model_name")
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return  # open_clip says what is wrong with it
    if not named or not Path(named).is_absolute() or Path(named).exists():
        return
    if (folder / "config.json").is_file():
        text["hf_model_name"] = str(folder)
        draft = path.with_suffix(f".{os.getpid()}")
        try:
            draft.write_text(json.dumps(configuration, indent=2) + "\n", "utf-8")
            draft.replace(path)
        except OSError as error:
            raise NewsMatchError(
                f"the model folder {folder} was moved and has to be written to once, but cannot be "
                f"({error.strerror}); make it writable"
            ) from error


def _starter() -> Path:
    """Return the folder of the embedded model, assembled from its packages on first use."""
    from platformdirs import user_cache_path

    from newsmatch_gui.clip.starter import assemble_starter, starter_digest

    models = user_cache_path("newsmatch", appauthor=False) / "models"
    return assemble_starter(models / f"starter-{starter_digest()}")


def _is_multilingual(name: str, tokenizer: Any) -> bool:
    """Tell by the names of model and tokenizer; no checkpoint says which languages it reads."""
    inner = getattr(tokenizer, "tokenizer", None)
    return bool(_MULTILINGUAL.search(f"{name} {getattr(inner, 'name_or_path', '')}".lower()))


def _device(torch: Any) -> str:
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _fingerprint(network: Any, preprocess: Any, tokenizer: Any) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for key, tensor in sorted(network.state_dict().items()):
        digest.update(key.encode())
        digest.update(tensor.detach().cpu().contiguous().view(-1).numpy().tobytes())
    parts = [repr(preprocess), type(tokenizer).__name__, tokenizer.context_length]
    digest.update(json.dumps(parts, default=str).encode())
    return digest.hexdigest()


def _network_is_up() -> bool:
    """Tell within seconds whether the hub can be reached; its client retries for most of a minute.

    Only asked when the user named a model that has to be fetched.
    """
    from huggingface_hub import constants

    address = urlsplit(constants.ENDPOINT)
    port = address.port or (443 if address.scheme == "https" else 80)
    try:
        socket.create_connection((address.hostname or "", port), timeout=_NETWORK_WAIT).close()
    except OSError:
        return False
    return True


@contextmanager
def _hub(*, online: bool) -> Iterator[None]:
    """Keep the hub client away from the network unless a remote model was asked for.

    Even then it tells of nothing but the model.
    """
    from huggingface_hub import constants

    constants.HF_HUB_DISABLE_TELEMETRY = True
    before = constants.HF_HUB_OFFLINE
    constants.HF_HUB_OFFLINE = before or not online
    try:
        yield
    finally:
        constants.HF_HUB_OFFLINE = before


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the loaders' log lines, which repeat what the error says, off the terminal."""
    before = logging.root.manager.disable
    logging.disable(logging.ERROR)
    try:
        yield
    finally:
        logging.disable(before)


def _why(name: str, spec: str, weights: str | None, error: BaseException) -> str:
    text = " ".join(str(error).split())
    if weights and Path(weights).is_file():
        return (
            f"the weights {weights} cannot be loaded ({text[:300]}); "
            "save them again with open_clip, as safetensors"
        )
    if spec.startswith(LOCAL):
        return (
            f"the model folder {spec.removeprefix(LOCAL)} cannot be loaded ({text[:300]}); "
            "save it again with open_clip, as safetensors"
        )
    return (
        f"the model {name} is not on this machine and could not be fetched; connect to the "
        f"network once, or use {STARTER_NAME}, which needs none"
    )
