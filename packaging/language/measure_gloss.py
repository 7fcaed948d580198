"""What the gloss keeps of a German headline: German headline to English caption, among 100.

    python packaging/language/measure_gloss.py [--pairs FILE]

The pairs are our own (``tests/data/german_pairs.tsv``): headline, true translation, caption. The
caption plays the image, so that text meets text and the figure depends on the translation alone.
Encoders are the starter's text tower as its package ships it, and the starter with the heads that
were trained for photos.
"""

import argparse
import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from newsmatch_gui.domain.measures import Measures, measure
from newsmatch_gui.domain.ranking import Vectors, true_ranks
from newsmatch_gui.text.gloss import gloss

PAIRS = Path(__file__).parents[2] / "tests/data/german_pairs.tsv"
CONTEXT = 77
Encode = Callable[[Sequence[str]], Vectors]


def tower() -> Encode:
    """Return the starter's text tower without its heads: MiniLM's mean-pooled states."""
    import torch
    from transformers import AutoTokenizer, BertConfig, BertModel

    from newsmatch_gui.clip.starter import text_package, tower_weights

    part = "text.transformer."
    weights = {
        name.removeprefix(part): tensor
        for name, tensor in tower_weights().items()
        if name.startswith(part)
    }
    tokenizer = AutoTokenizer.from_pretrained(text_package())
    network = BertModel(BertConfig.from_pretrained(text_package()), add_pooling_layer=False).eval()
    network.load_state_dict(weights)

    def encode(texts: Sequence[str]) -> Vectors:
        tokens = tokenizer(
            list(texts), padding=True, truncation=True, max_length=CONTEXT, return_tensors="pt"
        )
        with torch.inference_mode():
            states = network(**tokens).last_hidden_state
            mask = tokens["attention_mask"].unsqueeze(-1)
            pooled = (states * mask).sum(1) / mask.sum(1)
            return torch.nn.functional.normalize(pooled).numpy()

    return encode


def heads() -> Encode:
    """Return the starter as users have it."""
    from newsmatch_gui.clip.model import load_model

    return load_model().encode_texts


def measured(encode: Encode, pairs: Path = PAIRS) -> dict[str, Measures]:
    """Return the measures of the raw headline, its gloss and its true translation.

    Args:
        encode: Turns texts into unit vectors.
        pairs: Tab-separated file of headline, translation and caption.
    """
    with pairs.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    german, english, captions = zip(*rows, strict=True)
    texts = {"raw": german, "gloss": [gloss().translate(text) for text in german], "true": english}
    vectors = encode(captions)
    places = np.arange(len(rows))
    return {
        name: measure(true_ranks(encode(some), vectors, places), len(rows))
        for name, some in texts.items()
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pairs", type=Path, default=PAIRS)
    pairs = parser.parse_args().pairs
    print("| encoder | text | R@1 | R@5 | R@10 | MRR |")
    print("|---|---|---|---|---|---|")
    for encoder in (tower, heads):
        for name, found in measured(encoder(), pairs).items():
            recalls = " | ".join(f"{found.recall[k]:.2f}" for k in (1, 5, 10))
            print(f"| {encoder.__name__} | {name} | {recalls} | {found.mrr:.3f} |")


if __name__ == "__main__":
    main()
