"""The ablation of text steps for the model card: what each rewriting of a headline costs.

    python packaging/starter/ablation.py COLLECTION

COLLECTION has a ground truth and is indexed with the starter. Images are not encoded again; each
variant reads and encodes the articles anew and is measured over the whole pool. Prints a Markdown
table with the difference to the plain headline and its 95 % interval (paired bootstrap over
articles, 2,000 draws).
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.ranking import true_ranks
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.text.reading import read
from newsmatch_gui.text.recipes import parse_recipe
from newsmatch_gui.text.translation import TranslatorChain

NORMALISING = (
    '{ step = "lowercase" }',
    '{ step = "punctuation", to = "" }',
    '{ step = "spaces" }',
    '{ step = "stop_words" }',
    '{ step = "stem" }',
    '{ step = "lemmatise" }',
    '{ step = "contractions" }',
)
DRAWS = 2_000


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of the table."""

    name: str
    parts: str
    steps: tuple[str, ...]


def variants() -> list[Variant]:
    """Return the headline, then all steps, each left out, each alone, and with tags."""
    short = [step.split('"')[1] for step in NORMALISING]
    found = [Variant("headline", "title", ()), Variant("T2: all steps", "title", NORMALISING)]
    for place, name in enumerate(short):
        rest = NORMALISING[:place] + NORMALISING[place + 1 :]
        found.append(Variant(f"T2 without {name}", "title", rest))
    found += [Variant(f"only {n}", "title", (s,)) for n, s in zip(short, NORMALISING, strict=True)]
    found.append(Variant("headline and tags", "tags", ()))
    found.append(Variant("T1-like: headline and tags, all steps", "tags", NORMALISING))
    found.append(Variant("tweet processing", "title", ('{ step = "tweets" }',)))
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collection", type=Path)
    folder = parser.parse_args().collection
    pool = load_pool(folder)
    clip = loaded_model(pool.model.name)
    position = {image_id: place for place, image_id in enumerate(pool.image_ids)}
    with Collection.open(folder) as collection:
        truth = [(a, position[i]) for a, i in collection.articles.truth() if i in position]
        articles = [collection.articles.get(article_id) for article_id, _ in truth]
    places = np.array([place for _, place in truth], np.int64)
    rng = np.random.default_rng(0)
    draws = rng.integers(0, len(places), (DRAWS, len(places)))
    print(f"| text | MRR@{DEPTH} | recall@10 | recall@{DEPTH} | MRR against headline |")
    print("|---|---|---|---|---|")
    baseline = None
    for variant in variants():
        steps = ", ".join((f'{{ step = "select", parts = "{variant.parts}" }}', *variant.steps))
        recipe = parse_recipe(f'name = "variant"\n[steps]\nall = [{steps}]', variant.name)
        texts = [read(recipe, a, clip, TranslatorChain([])).parts[0].text for a in articles]
        vectors = np.concatenate(
            [clip.encode_texts(texts[start : start + 64]) for start in range(0, len(texts), 64)]
        )
        ranks = true_ranks(vectors, pool.image_vectors(), places)
        mrr = np.where(ranks <= DEPTH, 1 / ranks, 0)
        baseline = mrr if baseline is None else baseline
        change = (mrr - baseline)[draws].mean(axis=1)
        low, high = np.percentile(change, [2.5, 97.5])
        print(
            f"| {variant.name} | {mrr.mean():.4f} | {(ranks <= 10).mean():.3f} "
            f"| {(ranks <= DEPTH).mean():.3f} | {(mrr - baseline).mean():+.4f} "
            f"[{low:+.4f}, {high:+.4f}] |",
            flush=True,
        )


if __name__ == "__main__":
    main()
