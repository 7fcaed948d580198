"""The map of 10,000 images and 10,000 articles: making it, panning, lassos, near-duplicates.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/bench_map.py [--dim 384]

A frame is one step of panning and the paint that shows it, in a plot of 1,000 × 700 pixels. The
peers run beside it: plain pyqtgraph with the same points and its default settings, and
scikit-learn's PCA of the same vectors.
"""

import argparse
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget
from sklearn.decomposition import PCA
from synthetic import make_collection

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.projection import centred
from newsmatch_gui.qt.app import application, keep_fluid
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.map_tab import MapTab
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.duplicates import near_duplicates
from newsmatch_gui.services.indexing import ModelEntry
from newsmatch_gui.services.mapping import ColourBy, EmbeddingMap, embedding_map
from newsmatch_gui.services.measuring import measure_study
from newsmatch_gui.services.studying import Study, study
from newsmatch_gui.store.collection import Collection

COUNT, CORNERS, SECONDS = 10_000, 300, 5
WIDTH, HEIGHT = 1_000, 700


class Paints(QObject):
    """Counts the paints of a widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def main() -> None:
    """Print every figure on a line of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dim", type=int, default=384)
    dim = parser.parse_args().dim
    keep_fluid()  # as the application does: one thread for matrices
    with tempfile.TemporaryDirectory() as scratch:
        found = _study(Path(scratch) / "large.newsmatch", dim)
        with _timed(f"map of {COUNT:,} images and {COUNT:,} articles × {dim}"):
            made = finish(embedding_map(found))
        _time_peer(found)
        with _timed("measures with intervals and curves"):
            finish(measure_study(found))
        with _timed(f"near-duplicates of {COUNT:,} images"):
            finish(near_duplicates(found))
        print(f"peak memory until here: {_peak_mb():,.0f} MB")
        application()
        _use_map(found, made)


def _study(folder: Path, dim: int) -> Study:
    entry = ModelEntry("made up", "f" * 16, dim, 77, "cpu")
    make_collection(folder, entry, articles=COUNT, images=COUNT)
    with Collection.open(folder) as collection, collection.batch():
        for number in range(COUNT):
            collection.articles.add_truth(f"a{number}", f"img{number}")
    with _timed("study: ranking every article"):
        return finish(study(folder))


def _time_peer(found: Study) -> None:
    pool = found.pool
    texts = np.stack([pool.article_vector(article.id) for article in found.articles])
    both = np.concatenate([centred(pool.image_vectors()), centred(texts)])
    with _timed("  scikit-learn PCA of the same vectors, which are read already"):
        PCA(2, random_state=0).fit_transform(both)


def _use_map(found: Study, made: EmbeddingMap) -> None:
    window = QMainWindow()
    thumbnails = ThumbnailLoader(window)
    tab = MapTab(Lane(window, latest_wins=False), thumbnails, window)
    window.setCentralWidget(tab)
    tab.scatter.setFixedSize(WIDTH, HEIGHT)
    window.show()
    tab.study = found
    tab._show_made(made)
    tab.by.setCurrentIndex(tab.by.findData(ColourBy.RANK))
    ours = _pan(tab.scatter, "ours")
    plain = pg.PlotWidget()
    plain.resize(WIDTH, HEIGHT)
    for points in (made.images, made.articles):
        plain.addItem(pg.ScatterPlotItem(pos=points.astype(np.float64)))
    plain.show()
    peer = _pan(plain, "pyqtgraph as it comes")
    print(f"ratio of frames to plain pyqtgraph: {ours / peer:.2f}")
    _select_all(tab)
    window.close()
    thumbnails.stop()


def _pan(plot: pg.PlotWidget, name: str) -> float:
    """Pan to and fro and return frames per second."""
    _until(lambda: plot.isVisible())
    _wait(200)
    box, paints = plot.getPlotItem().getViewBox(), Paints(plot.viewport())
    times: list[float] = []
    reach = float(np.diff(box.viewRange()[1])[0])
    begun, busy = time.perf_counter(), time.process_time()
    while time.perf_counter() - begun < SECONDS:
        before, start = paints.count, time.perf_counter()
        # To and fro by a tenth of the view, so that the points stay in it.
        step = reach / 400 * (1 if len(times) // 40 % 2 else -1)
        box.translateBy(x=step, y=step)
        _until(lambda before=before: paints.count > before)
        times.append(time.perf_counter() - start)
    ms = 1_000 * np.array(times)
    rate = len(ms) / float(np.sum(times))
    busy = 1_000 * (time.process_time() - busy) / len(ms)
    middle, slow = np.percentile(ms, [50, 99])
    print(
        f"pan, {name}: {rate:.0f} frames/s, p50 {middle:.1f} ms, p99 {slow:.1f} ms, "
        f"{busy:.1f} ms of a processor and {paints.count / len(ms):.2f} paints a frame"
    )
    return rate


def _select_all(tab: MapTab) -> None:
    around = np.linspace(0, 2 * np.pi, CORNERS)
    reach = 3 * max(np.abs(tab._map.images).max(), np.abs(tab._map.articles).max())
    corners = reach * np.column_stack([np.cos(around), np.sin(around)])
    paints = Paints(tab.scatter.viewport())
    with _timed(f"lasso of {CORNERS} corners around all points, painted"):
        before = paints.count
        tab._lasso(corners, False)
        _until(lambda: paints.count > before)
    assert len(tab.selection.numbers) == COUNT
    with _timed("another colour, painted"):
        before = paints.count
        tab.by.setCurrentIndex(tab.by.findData(ColourBy.MODALITY))
        _until(lambda: paints.count > before)
    with _timed("finding what the mouse points at, 100 times"):
        for _ in range(100):
            tab.scatter.nearest(tab.scatter.box.sceneBoundingRect().center())


@contextmanager
def _timed(what: str) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    print(f"{what}: {1_000 * (time.perf_counter() - begun):,.0f} ms")


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _until(done: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + 30
    while not done():
        application().processEvents()
        if time.perf_counter() > deadline:
            raise TimeoutError(done)


if __name__ == "__main__":
    main()
