"""The bundled demo with the real starter model, as ``make demo`` runs it without a display."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from newsmatch_gui.resources import resource_path

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    home = tmp_path_factory.mktemp("demo")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(home / "cache")}
    command = [sys.executable, "-m", "newsmatch_gui", "demo", "--folder", str(home / "D.newsmatch")]
    done = subprocess.run(
        command, cwd=home, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return home, done.stdout


def test_the_demo_ranks_every_article_and_measures(demo: tuple[Path, str]) -> None:
    _, printed = demo
    assert sum("true picture at" in line for line in printed.splitlines()) == 24
    assert "24 articles against 100 images, newsmatch-starter" in printed


def test_english_articles_find_their_pictures_far_above_chance(demo: tuple[Path, str]) -> None:
    _, printed = demo
    ranks = [
        int(line.rpartition("at ")[2].rstrip(")"))
        for line in printed.splitlines()
        if line.startswith("en-")
    ]
    assert len(ranks) == 8
    # Chance is 10 of 100 in the first ten, so less than one article of eight.
    assert sum(rank <= 10 for rank in ranks) >= 5


def test_the_window_is_drawn_with_thumbnails(demo: tuple[Path, str]) -> None:
    home, _ = demo
    with Image.open(home / "demo-window.png") as window:
        assert window.width >= 1280 and window.height >= 800
        right = window.convert("RGB").crop((window.width // 2, 90, window.width, 700))
        # Photos have thousands of colours; an empty grid has a few dozen.
        assert len(right.getcolors(1 << 24)) > 3_000


def test_the_report_stands_alone(demo: tuple[Path, str]) -> None:
    home, _ = demo
    html = (home / "demo-report.html").read_text(encoding="utf-8")
    assert html.count("<figure") == 24 * 5
    assert 'src="http' not in html
    assert "Content-Security-Policy" in html


def test_the_demo_table_is_whole() -> None:
    rows = [
        json.loads(line)
        for line in resource_path("demo", "demo.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    articles = [row for row in rows if "article_id" in row]
    assert len(rows) == 100
    assert len({row["image_id"] for row in rows}) == 100
    domains = [row["domain"] for row in articles]
    assert {name: domains.count(name) for name in set(domains)} == {"rss": 8, "rt": 8, "tw": 8}
    for row in rows:
        path = resource_path("demo", row["image"])
        with Image.open(path) as image:
            assert max(image.size) <= 512
            assert image.getexif()[0x013B] == row["credit"]
        assert row["licence"]
