"""Training: quick against full, and full against a plain open_clip loop, in one run.

    python tests/benchmarks/bench_training.py [--rounds 2] [--pairs 64] [--batch 16]

Both full loops train ViT-B/32 with random weights on the same photos and captions, each in a
process of its own, so that the peak memory is its own; rounds alternate and the ratio is that of
the medians. The plain loop is open_clip's: its ``CsvDataset`` in a ``DataLoader`` with one worker,
its ``ClipLoss``, AdamW, clipping of the gradient. The first step is a warm-up in both.
"""

import argparse
import csv
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from synthetic import make_photos

from newsmatch_gui.domain.learning import Depth, Lesson, Lessons, TrainOptions

MODEL = "ViT-B-32"
QUICK_PAIRS, QUICK_EPOCHS, DIM = 1_000, 5, 768


def main() -> None:
    """Print pairs a second, memory, and the two ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=64)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--one", choices=["ours", "plain"])
    parser.add_argument("--home", type=Path)
    options = parser.parse_args()
    if options.one:
        run = _ours if options.one == "ours" else _plain
        rate = run(options.home, options.pairs, options.batch)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"rate": rate, "peak": peak}))
        return
    quick = _quick()
    with tempfile.TemporaryDirectory() as scratch:
        _prepare(Path(scratch), options.pairs)
        rounds = [
            {who: _apart(who, Path(scratch), options) for who in ("ours", "plain")}
            for _ in range(options.rounds)
        ]
    medians = {
        who: {key: statistics.median(r[who][key] for r in rounds) for key in ("rate", "peak")}
        for who in ("ours", "plain")
    }
    ours, plain = medians["ours"], medians["plain"]
    print(f"plain open_clip loop: {plain['rate']:.2f} pairs/s, peak {plain['peak']:.0f} MiB")
    print(f"newsmatch, full:      {ours['rate']:.2f} pairs/s, peak {ours['peak']:.0f} MiB")
    print(f"ratio: {ours['rate'] / plain['rate']:.3f}; memory {ours['peak'] / plain['peak']:.3f}")
    print(f"quick over full: {quick / ours['rate']:,.0f} times the pairs a second")


def _apart(who: str, home: Path, options: argparse.Namespace) -> dict[str, float]:
    command = [sys.executable, __file__, "--one", who, "--home", str(home),
               "--pairs", str(options.pairs), "--batch", str(options.batch)]  # fmt: skip
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def _quick() -> float:
    import open_clip  # noqa: F401  # imports are no part of the training

    from newsmatch_gui.clip.adapters import AdapterStudent
    from newsmatch_gui.clip.training import Trainer

    rng = np.random.default_rng(0)
    drawn = [rng.normal(size=(QUICK_PAIRS, DIM)).astype(np.float32) for _ in range(2)]
    texts, images = (v / np.linalg.norm(v, axis=1, keepdims=True) for v in drawn)
    lessons = Lessons(tuple(Lesson(n, n) for n in range(QUICK_PAIRS)))
    options = TrainOptions(epochs=QUICK_EPOCHS, rate=3e-4)
    begun = time.perf_counter()
    student = AdapterStudent(texts, images, options, 1 / 0.07, lessons)
    for _ in Trainer(student, lessons, options).run():
        pass
    seconds = time.perf_counter() - begun
    rate = QUICK_PAIRS * QUICK_EPOCHS / seconds
    print(f"quick, {QUICK_PAIRS:,} pairs × {QUICK_EPOCHS}: {seconds:.2f} s, {rate:,.0f} pairs/s")
    return rate


def _prepare(home: Path, pairs: int) -> None:
    """Write photos, captions, and a model folder with random weights."""
    import open_clip
    import torch
    from safetensors.torch import save_file

    make_photos(home / "photos", pairs)
    with (home / "pairs.csv").open("w", newline="") as file:
        writer = csv.writer(file, delimiter="\t")
        writer.writerow(("filepath", "title"))
        for number, photo in enumerate(sorted((home / "photos").iterdir())):
            writer.writerow((photo, f"headline number {number} about the harbour"))
    torch.manual_seed(0)
    network = open_clip.create_model(MODEL)
    (home / "model").mkdir()
    config = {"model_cfg": open_clip.get_model_config(MODEL), "preprocess_cfg": {}}
    (home / "model" / "open_clip_config.json").write_text(json.dumps(config))
    save_file(network.state_dict(), str(home / "model" / "open_clip_model.safetensors"))


def _ours(home: Path, pairs: int, batch: int) -> float:
    from newsmatch_gui.clip.model import load_model
    from newsmatch_gui.clip.towers import TowerStudent
    from newsmatch_gui.clip.training import Trainer

    with (home / "pairs.csv").open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))[:pairs]
    options = TrainOptions(epochs=1, batch=batch, rate=1e-5)
    student = TowerStudent(
        load_model(f"local-dir:{home / 'model'}"), [row["title"] for row in rows],
        [row["filepath"] for row in rows], Depth.FULL, options,
    )  # fmt: skip
    lessons = Lessons(tuple(Lesson(n, n) for n in range(len(rows))))
    begun, count = 0.0, 0
    for step in Trainer(student, lessons, options).run():
        if begun:
            count += step.pairs
        else:
            begun = time.perf_counter()
    return count / (time.perf_counter() - begun)


def _plain(home: Path, pairs: int, batch: int) -> float:
    import open_clip
    import torch
    from open_clip_train.data import CsvDataset

    network, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{home / 'model'}")
    tokenizer = open_clip.get_tokenizer(f"local-dir:{home / 'model'}")
    photos = CsvDataset(str(home / "pairs.csv"), preprocess, "filepath", "title", "\t", tokenizer)
    loader = torch.utils.data.DataLoader(
        photos, batch_size=batch, shuffle=True, num_workers=1, drop_last=True
    )
    network.train()
    loss, optimizer = open_clip.ClipLoss(), torch.optim.AdamW(network.parameters(), lr=1e-5)
    begun, count = 0.0, 0
    for images, texts in loader:
        optimizer.zero_grad()
        total = loss(*network(images, texts))
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        total.item()
        if begun:
            count += len(images)
        else:
            begun = time.perf_counter()
    return count / (time.perf_counter() - begun)


if __name__ == "__main__":
    main()
