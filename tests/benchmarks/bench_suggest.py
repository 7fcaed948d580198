"""From a cold start to suggested pictures, and searching, at 100,000 images.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_suggest.py

A cold start is a new process each time. Figures with "disk" were taken after the system was asked
to drop the collection and the model from its cache; the libraries stay in it.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from synthetic import make_collection

from newsmatch_gui.clip.model import model_folder
from newsmatch_gui.domain.filters import Filters, Orientation
from newsmatch_gui.domain.query import Query, parse
from newsmatch_gui.services.indexing import PROBE, ModelEntry, text_key
from newsmatch_gui.services.models import STARTER, loaded_model
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.searching import search
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.vectors import VectorFile

ARTICLES, IMAGES, ROUNDS = 10_000, 100_000, 7
STORY = "Wildfire smoke over New York turns the sky orange\n\nThousands were told to stay inside."

# Run in a process of its own: opens the window on the story and ends when its pictures are painted.
WINDOW = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from newsmatch_gui.qt.app import application, keep_fluid
from newsmatch_gui.qt.main_window import MainWindow
keep_fluid()
app = application()
window = MainWindow(QSettings(sys.argv[3], QSettings.Format.IniFormat))
window.show()
QTimer.singleShot(0, lambda: window.open_collection(Path(sys.argv[1])))
QTimer.singleShot(0, lambda: window.suggesting.open_file(Path(sys.argv[2])))
def painted():
    window.suggesting.dialog.grab()
    print(time.time(), "torch" in sys.modules, flush=True)
    window.close()  # or the next one would find the collection left open, and check it first
window.suggesting.shown.connect(lambda: QTimer.singleShot(0, painted))
app.exec()
"""


def main() -> None:
    """Print every figure on a line of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, story = Path(scratch) / "large.newsmatch", Path(scratch) / "story.txt"
        story.write_text(STORY)
        _make(folder)
        command = [sys.executable, "-m", "newsmatch_gui", "suggest", str(folder), str(story)]
        window = [sys.executable, "-c", WINDOW, str(folder), str(story), f"{scratch}/w.ini"]
        for name, cold in (("", False), (", disk", True)):
            _report(f"suggest, process start to printed{name}", command, folder, cold=cold)
            _report(f"window on a file, process start to painted{name}", window, folder, cold=cold)
        _search(folder)


def _make(folder: Path) -> None:
    clip = loaded_model(STARTER)
    entry = ModelEntry(STARTER, clip.fingerprint, clip.dim, clip.budget, clip.device)
    begun = time.perf_counter()
    make_collection(folder, entry, articles=ARTICLES, images=IMAGES)
    print(
        f"made {IMAGES:,} images and {ARTICLES:,} articles in {time.perf_counter() - begun:.0f} s"
    )
    # As indexing leaves it: one text whose vector the model itself made.
    texts = VectorFile(folder / "cache" / "vectors" / clip.fingerprint, "texts", clip.dim)
    texts.append([text_key(PROBE)], clip.encode_texts([PROBE]))


def _report(name: str, command: list[str], folder: Path, *, cold: bool) -> None:
    times, torch = [], False
    for _ in range(ROUNDS):
        if cold:
            _drop(folder)
            _drop(model_folder(STARTER))
        begun = time.time()
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        last = done.stdout.split("\n")[-2].split()
        ended = float(last[0]) if "painted" in name else time.time()
        torch |= "painted" in name and last[1] == "True"
        times.append(ended - begun)
    print(f"{name}: median {statistics.median(times):.2f} s, worst {max(times):.2f} s"
          + (", torch was imported" if torch else ""))  # fmt: skip


def _drop(folder: Path | None) -> None:
    """Ask the system to drop the files of a folder from its cache."""
    for path in folder.rglob("*") if folder is not None else ():
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _search(folder: Path) -> None:
    """Time searches in a process that is warm, as the window's lane runs them."""
    with Collection.open(folder) as collection, collection.batch():
        collection._db.conn.execute(
            "UPDATE image SET caption = 'picture number ' || position || CASE WHEN "
            "position % 50 = 0 THEN ' flood' ELSE '' END, licence = 'CC BY'"
        )
    pool = load_pool(folder)
    usable = Filters(usable=True, orientation=Orientation.LANDSCAPE, unused=True)
    for name, query, filters in (
        ("article", Query(), Filters()),
        ("article, three filters", Query(), usable),
        ("two words, one in every caption", Query(parse("picture flood")), Filters()),
        ("a rare word, words only", Query(parse("flood"), pictures=0), Filters()),
        ("a word, an unwanted one, three filters", Query(parse("flood -storm")), usable),
    ):
        times = []
        for _ in range(15):
            begun = time.perf_counter()
            found = search(pool, query, filters, article_id="a0")
            times.append(time.perf_counter() - begun)
        ms = 1000 * np.array(times)
        print(f"search by {name}: median {np.median(ms):.0f} ms, worst {ms.max():.0f} ms "
              f"({len(found):,} ranked)")  # fmt: skip


if __name__ == "__main__":
    main()
