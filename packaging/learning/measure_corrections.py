"""What 300 corrections teach: quick training on articles the model got wrong, measured on unseen.

    newsmatch import both.newsmatch train.csv && newsmatch import both.newsmatch dev.csv
    newsmatch index both.newsmatch
    python packaging/learning/measure_corrections.py both.newsmatch dev.csv [--seeds 5]

Corrections are simulated: for some articles whose true picture the model does not rank first, that
picture is chosen, as an editor would. The articles of ``dev.csv`` are never corrected; they are
ranked against the pictures of ``dev.csv`` before and after.
"""

import argparse
import csv
import random
import shutil
import tempfile
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.learning import DEFAULTS, Depth, gain
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.ranking import true_ranks
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.learning import finetune
from newsmatch_gui.services.ranking import Pool, load_pool
from newsmatch_gui.services.train_options import train_options
from newsmatch_gui.store.collection import Collection


def main() -> None:
    """Print one line per seed, then all together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collection", type=Path)
    parser.add_argument("unseen", type=Path, help="CSV whose articles are never corrected")
    parser.add_argument("--corrections", type=int, default=300)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--options", type=Path)
    arguments = parser.parse_args()
    with arguments.unseen.open(encoding="utf-8-sig", newline="") as file:
        unseen = {row["article_id"] for row in csv.DictReader(file)}
    with Collection.open(arguments.collection) as collection:
        truth = dict(collection.articles.truth())
    kept = {article: image for article, image in truth.items() if article in unseen}
    others = {article: image for article, image in truth.items() if article not in unseen}
    pool = load_pool(arguments.collection)
    wrong = [a for a, rank in _ranks(pool, others).items() if rank > 1]
    base = _ranks(pool, kept)
    options = train_options(Depth.QUICK, arguments.options) or DEFAULTS[Depth.QUICK]
    before = _reciprocal(base)
    print(f"{len(kept)} unseen articles: MRR@{DEPTH} {before.mean():.4f}; "
          f"{len(wrong)} of {len(others)} others are wrong")  # fmt: skip
    changes = []
    for seed in range(arguments.seeds):
        chosen = random.Random(seed).sample(sorted(wrong), arguments.corrections)
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(shutil.copytree(arguments.collection, Path(scratch, "c.newsmatch")))
            made, after = _learn(folder, {a: others[a] for a in chosen}, kept, options)
        compared = gain(before, after)
        changes.append(after - before)
        print(f"seed {seed}: {compared.before:.4f} to {compared.after:.4f} "
              f"({compared.low:+.4f} to {compared.high:+.4f}), alpha {made.alpha:g}, "
              f"guard {made.guard.before:.4f} to {made.guard.after:.4f}, "
              f"{'serves' if made.is_better else 'kept aside'}, {made.seconds:.1f} s")  # fmt: skip
    mean = np.mean(changes, axis=0)
    together = gain(np.zeros_like(mean), mean)
    print(f"mean change over {arguments.seeds} seeds: {mean.mean():+.4f} "
          f"({together.low:+.4f} to {together.high:+.4f})")  # fmt: skip


def _learn(folder, corrections, kept, options):
    with Desk(folder, annotator="simulated") as desk:
        for article, image in corrections.items():
            desk.decide(article, image, Verdict.CHOSEN, Shown())
    made = finish(finetune(folder, options=options, activate_better=False))
    return made, _reciprocal(_ranks(load_pool(folder, model=made.fingerprint), kept))


def _ranks(pool: Pool, truth: dict[str, str]) -> dict[str, int]:
    """Return each article's rank of its true image among the true images of all of them."""
    place = {image: number for number, image in enumerate(pool.image_ids)}
    asked = {a: i for a, i in truth.items() if i in place and pool.is_indexed(a)}
    images = sorted({place[image] for image in asked.values()})
    row = {place_: number for number, place_ in enumerate(images)}
    ranks = true_ranks(
        np.stack([pool.article_vector(article) for article in asked]),
        pool.image_vectors(np.array(images)),
        np.array([row[place[image]] for image in asked.values()]),
    )
    return dict(zip(asked, ranks.tolist(), strict=True))


def _reciprocal(ranks: dict[str, int]) -> np.ndarray:
    values = np.array([ranks[article] for article in sorted(ranks)])
    return np.where(values <= DEPTH, 1 / values, 0.0)


if __name__ == "__main__":
    main()
