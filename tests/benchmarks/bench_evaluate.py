"""Evaluating cached vectors, beside scikit-learn's brute force in the same run.

    python tests/benchmarks/bench_evaluate.py [--sizes 1500 10000] [--rounds 3]

Ours is what ``newsmatch evaluate`` does once Python is up: loading the pool, ranks in both
directions, every measure with its bootstrap interval, and the look for leakage. The peer finds the
100 nearest in both directions and makes MRR@100 and the recalls of them, without intervals. Rounds
alternate, and the ratio is that of the medians. Memory is the peak of a process of its own.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from sklearn.neighbors import NearestNeighbors
from synthetic import make_collection

from newsmatch_gui.domain.measures import DEPTH, RECALL_AT
from newsmatch_gui.services.evaluating import evaluate
from newsmatch_gui.services.indexing import ModelEntry
from newsmatch_gui.services.leakage import leaks
from newsmatch_gui.services.pools import pool_by
from newsmatch_gui.services.ranking import Pool
from newsmatch_gui.store.collection import Collection

DIM = 768  # of the embedded model


def main() -> None:
    """Print seconds, peak memory and the ratio to the peer by size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_500, 10_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once is not None:
        _ours(options.once)
        print(_peak())
        return
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            _measure(_collection(Path(scratch, "c.newsmatch"), size), size, options.rounds)


def _measure(folder: Path, size: int, rounds: int) -> None:
    ours, looks, peers = [], [], []
    for _ in range(rounds):
        whole, look, mrr = _ours(folder)
        ours.append(whole)
        looks.append(look)
        seconds, theirs = _peer(pool_by(folder), size)
        peers.append(seconds)
        assert abs(mrr - theirs) < 1e-4, (mrr, theirs)
    once = [sys.executable, __file__, "--once", str(folder)]
    peak = float(subprocess.run(once, check=True, capture_output=True, text=True).stdout)
    mine, peer = statistics.median(ours), statistics.median(peers)
    print(f"{size:,} × {size:,} × {DIM}: evaluation {mine:.2f} s, of which leakage "
          f"{statistics.median(looks):.2f} s; peak memory {peak:.0f} MiB")  # fmt: skip
    print(f"  scikit-learn brute force, both directions: {peer:.2f} s; ratio {mine / peer:.2f}")


def _peak() -> float:
    """Return the peak memory of this process in MiB."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not ru_maxrss there: a process that was just started inherits its parent's.
        fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(fields["VmHWM"].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _collection(folder: Path, size: int) -> Path:
    make_collection(
        folder, ModelEntry("bench", "bench", DIM, 77, "cpu"), articles=size, images=size
    )
    with Collection.open(folder) as collection, collection.batch():
        for number in range(size):
            collection.articles.add_truth(f"a{number}", f"img{number}")
    return folder


def _ours(folder: Path) -> tuple[float, float, float]:
    begun = time.perf_counter()
    pool = pool_by(folder)
    leaks(pool)
    looked = time.perf_counter()
    found = evaluate(pool)
    return time.perf_counter() - begun, looked - begun, found.measures.mrr


def _peer(pool: Pool, size: int) -> tuple[float, float]:
    """Return seconds and MRR@100; row n of the texts belongs to row n of the images."""
    texts = np.concatenate([pool.article_vectors(f"a{number}") for number in range(size)])
    images = np.asarray(pool.image_vectors())
    begun = time.perf_counter()
    mrr = []
    for query, there in ((texts, images), (images, texts)):
        index = NearestNeighbors(n_neighbors=DEPTH, metric="cosine", algorithm="brute").fit(there)
        _, found = index.kneighbors(query)
        hits = found == np.arange(size)[:, None]
        rank = np.where(hits.any(axis=1), hits.argmax(axis=1) + 1, np.inf)
        mrr.append(float((1 / rank).mean()))
        _ = [float((rank <= k).mean()) for k in RECALL_AT]
    return time.perf_counter() - begun, mrr[0]


if __name__ == "__main__":
    main()
