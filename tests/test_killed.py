"""kill -9 at any moment: no decision is lost, and indexing goes on where it stopped."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import make_photo

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index, index_pending
from newsmatch_gui.services.ranking import load_pool

pytestmark = pytest.mark.slow

ROUNDS = 3
PHOTOS = 160
HERE = Path(__file__).parent


@pytest.fixture
def large(tmp_path: Path) -> Path:
    photos = tmp_path / "images"
    photos.mkdir()
    rows = ["article_id,title,image"]
    for number in range(PHOTOS):
        make_photo(photos / f"{number}.jpg", number)
        rows.append(f"a{number},Headline {number},{number}.jpg")
    (tmp_path / "t.csv").write_text("\n".join(rows))
    folder = tmp_path / "c.newsmatch"
    finish(import_source(folder, tmp_path / "t.csv"))
    return folder


def test_no_key_press_is_lost(large: Path, tiny_model: str) -> None:
    finish(build_index(large, model=tiny_model))
    rng = random.Random(1)
    promised: set[str] = set()
    for _ in range(ROUNDS):
        process = subprocess.Popen(
            [sys.executable, str(HERE / "editor_process.py"), str(large)],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        wanted = rng.randint(1, 25)
        for _ in range(wanted):
            promised.add(process.stdout.readline().strip())
        time.sleep(rng.random() * 0.02)
        os.kill(process.pid, signal.SIGKILL)
        promised.update(process.stdout.read().split())
        process.wait()
        with Desk(large) as desk:
            assert promised <= desk.states().keys()
    assert len(promised) >= ROUNDS


def test_indexing_goes_on_after_a_kill(large: Path, tiny_model: str) -> None:
    command = [sys.executable, "-m", "newsmatch_gui", "index", str(large), "--model", tiny_model]
    process = subprocess.Popen(
        [*command, "--batch", "4"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    keys = large / "cache" / "vectors"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if any(file.stat().st_size >= 16 * 16 for file in keys.glob("*/images.keys")):
            break
        time.sleep(0.002)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    left = index_pending(large)
    report = finish(build_index(large, model=tiny_model))
    assert 0 < report.images < PHOTOS
    assert report.images <= left
    pool = load_pool(large)
    assert len(pool.image_ids) == PHOTOS
    assert index_pending(large) == 0
