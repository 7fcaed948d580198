"""A screen of twice the density shows twice the detail."""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from newsmatch_gui.qt.thumbnails import ThumbnailLoader

_SCRIPT = """
import sys
from pathlib import Path
from newsmatch_gui.qt import thumbnails
from newsmatch_gui.qt.app import grab

ratios = set()
pixmap = thumbnails.ThumbnailLoader.pixmap
def spied(self, path, size, ratio, **how):
    ratios.add(ratio)
    return pixmap(self, path, size, ratio, **how)
thumbnails.ThumbnailLoader.pixmap = spied
grab(Path(sys.argv[1]), Path(sys.argv[2]))
print(ratios)
"""


def test_the_window_asks_for_as_much_as_the_screen_has(collection: Path, tmp_path: Path) -> None:
    target = tmp_path / "window.png"
    env = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", _SCRIPT, str(collection), str(target)]
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "{2.0}"
    with Image.open(target) as shot:
        assert shot.size == (2 * 1440, 2 * 900)


def test_a_thumbnail_has_the_pixels_of_the_screen(qtbot: QtBot, tmp_path: Path) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    path = tmp_path / "a.png"
    Image.effect_noise((1000, 500), 80).save(path)
    loader = ThumbnailLoader(host)
    found = []

    def arrived() -> bool:
        found[:] = [loader.pixmap(str(path), QSize(200, 150), 2.0)]
        return found[0] is not None and not found[0].isNull()

    qtbot.waitUntil(arrived)
    assert found[0].devicePixelRatio() == 2
    assert found[0].width() == 400
