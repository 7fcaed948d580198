"""Exact search over 100,000 vectors, beside scikit-learn's brute force in the same run.

python tests/benchmarks/bench_search.py [--dim 512]
"""

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np
from sklearn.neighbors import NearestNeighbors

from newsmatch_gui.domain.ranking import rank, similarity

VECTORS, TOP, ROUNDS = 100_000, 100, 30


def main() -> None:
    """Print the medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dim", type=int, default=512)
    dim = parser.parse_args().dim
    rng = np.random.default_rng(0)
    vectors = rng.normal(size=(VECTORS, dim)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    queries = vectors[:ROUNDS]
    peer = NearestNeighbors(n_neighbors=TOP, metric="cosine", algorithm="brute").fit(vectors)
    top = _median(lambda query: rank(similarity(vectors, query), top=TOP), queries)
    full = _median(lambda query: rank(similarity(vectors, query)), queries)
    brute = _median(lambda query: peer.kneighbors(query[None]), queries)
    print(f"top {TOP} of {VECTORS:,} × {dim}: {1000 * top:.1f} ms; whole ranking "
          f"{1000 * full:.1f} ms; scikit-learn brute force {1000 * brute:.1f} ms")  # fmt: skip
    print(f"ratio to scikit-learn: {top / brute:.3f}")


def _median(search: Callable[[np.ndarray], object], queries: np.ndarray) -> float:
    times = []
    for query in queries:
        begun = time.perf_counter()
        search(query)
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


if __name__ == "__main__":
    main()
