"""Shared fixtures: a tiny model that loads in a moment, and small photos made on the spot."""

import json
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PIL import Image

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# The models of the tests are tiny: several threads would only spin while they wait for each other,
# which takes minutes when something else computes. Processes that tests start inherit this.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

# How long a case takes is for benchmarks: a busy machine would fail tests that hold.
settings.register_profile("newsmatch", deadline=None)
settings.load_profile("newsmatch")

TINY = {
    "embed_dim": 32,
    "vision_cfg": {"image_size": 32, "layers": 2, "width": 64, "head_width": 32, "patch_size": 8},
    "text_cfg": {"context_length": 16, "vocab_size": 49408, "width": 64, "heads": 2, "layers": 2},
}


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which anything reaches out, unless it is marked ``network``."""
    tried: list[object] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: object) -> None:
        inside = self.family not in (socket.AF_INET, socket.AF_INET6)
        if not inside and address[0] not in ("127.0.0.1", "::1", "localhost"):
            tried.append(address)
            raise OSError(f"tests have no network: {address}")
        connect(self, address)

    def guarded_look_up(host: object, *args: object, **options: object) -> object:
        if host not in ("127.0.0.1", "::1", "localhost", None, ""):
            tried.append(host)
            raise socket.gaierror(f"tests have no network: {host}")
        return look_up(host, *args, **options)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    if request.node.get_closest_marker("network") is None:
        assert not tried, f"reached out without the user's switch: {tried}"


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep the settings of whoever runs the tests out of them."""
    path = tmp_path / "settings" / "settings.toml"
    monkeypatch.setenv("NEWSMATCH_SETTINGS", str(path))
    monkeypatch.setenv("NEWSMATCH_LOG", str(tmp_path / "newsmatch.log"))
    return path


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> Iterator["QApplication"]:
    """Let every window speak English, plurals too, whatever the system speaks."""
    from newsmatch_gui.qt.catalogs import set_language
    from newsmatch_gui.qt.garbage import collect_here

    collect_here(qapp)  # as in the program; a lane that destroys a window of a former test crashes
    set_language(qapp, "en")
    yield qapp
    # Qt's offscreen platform crashes when it ends with something copied.
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A random-weight open_clip model in a ``local-dir:`` folder."""
    return make_tiny_model(tmp_path_factory.mktemp("tiny-model"))


def make_tiny_model(folder: Path) -> str:
    """Save a random-weight open_clip model in a folder and return its name."""
    import open_clip
    import torch
    from safetensors.torch import save_file

    torch.manual_seed(0)
    network = open_clip.CLIP(**TINY)
    config = {
        "model_cfg": TINY,
        "preprocess_cfg": {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic"},
    }
    (folder / "open_clip_config.json").write_text(json.dumps(config))
    save_file(network.state_dict(), str(folder / "open_clip_model.safetensors"))
    return f"local-dir:{folder}"


def make_photo(path: Path, seed: int, size: tuple[int, int] = (80, 60)) -> Path:
    """Write a small photo whose content depends on the seed."""
    import numpy as np

    rng = np.random.default_rng(seed)
    small = rng.integers(0, 256, (6, 8, 3), np.uint8)
    Image.fromarray(small).resize(size, Image.Resampling.BICUBIC).save(path)
    return path


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    """A source like NewsImages 2025: twelve rows, one photo missing, one broken."""
    photos = tmp_path / "newsimages"
    photos.mkdir()
    rows = ["article_id,article_url,article_title,article_tags,image_id,image_url"]
    for number in range(12):
        image = f"{number:032X}"
        title = "Minister\u2019s £5m plan" if number == 3 else f"Headline number {number}"
        if number == 3:
            title = title.encode().decode("latin-1")  # mojibake, as delivered
        rows.append(f'{number},https://example.org/{number},"{title}",a;b,{image},https://x/y.jpg')
        if number != 5:
            make_photo(photos / f"{image}.jpg", number)
    (photos / f"{7:032X}.jpg").write_bytes(b"\xff\xd8 not really a photo")
    source = tmp_path / "dev.csv"
    source.write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    return source


@pytest.fixture
def collection(tmp_path: Path, newsroom: Path, tiny_model: str) -> Path:
    """The newsroom imported and indexed; the titles of 1, 10 and 11 contain "number 1"."""
    from newsmatch_gui.domain.progress import finish
    from newsmatch_gui.services.importing import import_source
    from newsmatch_gui.services.indexing import build_index

    folder = tmp_path / "c.newsmatch"
    finish(import_source(folder, newsroom))
    finish(build_index(folder, model=tiny_model))
    return folder
