"""Indexing against the model's own forward pass at batch 32, both in one run.

    python tests/benchmarks/bench_index.py [--photos DIR] [--model NAME] [--rounds 3]

Without ``--photos`` it makes its own photos of 640 × 427 pixels. The forward pass is measured on
preprocessed pixels in memory: no reading, decoding or writing. Rounds alternate, and the ratio is
that of the medians.
"""

import argparse
import resource
import statistics
import tempfile
import time
from pathlib import Path

from synthetic import make_photos

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.models import loaded_model

PHOTOS, BATCH = 512, 32


def main() -> None:
    """Print both throughputs and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path)
    parser.add_argument("--model", default="newsmatch-starter")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    model = loaded_model(options.model)
    with tempfile.TemporaryDirectory() as scratch:
        photos = options.photos or Path(scratch, "photos")
        if options.photos is None:
            make_photos(photos, PHOTOS)
        forward, index = [], []
        for number in range(options.rounds):
            index.append(_index(Path(scratch, f"{number}.newsmatch"), photos, options.model))
            forward.append(_forward(model, photos))
    ours, peer = statistics.median(index), statistics.median(forward)
    print(f"forward pass, batch {BATCH}: {peer:.1f} images/s (rounds {_rounded(forward)})")
    print(f"newsmatch index:          {ours:.1f} images/s (rounds {_rounded(index)})")
    print(f"ratio: {ours / peer:.3f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process: {peak:.0f} MiB")


def _index(folder: Path, photos: Path, model: str) -> float:
    finish(import_source(folder, photos))
    begun = time.perf_counter()
    report = finish(build_index(folder, model=model))
    return report.images / (time.perf_counter() - begun)


def _forward(model, photos: Path) -> float:
    from newsmatch_gui.clip.decode import decode_photo

    paths = sorted(photos.iterdir())[:BATCH]
    pixels = [model.preprocess(decode_photo(path.read_bytes())) for path in paths]
    model.encode_images(pixels)
    begun, count = time.perf_counter(), 0
    while count < PHOTOS:
        model.encode_images(pixels)
        count += len(pixels)
    return count / (time.perf_counter() - begun)


def _rounded(values: list[float]) -> str:
    return ", ".join(f"{value:.1f}" for value in values)


if __name__ == "__main__":
    main()
