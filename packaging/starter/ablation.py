"""The ablation of text steps for the model card: what each rewriting of a headline costs.

    python packaging/starter/ablation.py dev.csv [--images FOLDER]

Imports and indexes the table with the starter in a temporary folder; the folder of a collection
that is indexed already may be given in its place. Images are not encoded again; each variant reads
and encodes the articles anew and is measured over the whole pool. Prints a Markdown table with the
difference to the plain headline and its 95 % interval: paired bootstrap over articles, 2,000 draws.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.ranking import combine, true_rank, true_ranks
from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.text import language
from newsmatch_gui.text.reading import read
from newsmatch_gui.text.recipes import Recipe, parse_recipe
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
FIXED = (
    '{ step = "contractions" }',
    '{ step = "lowercase" }',
    '{ step = "punctuation", to = " " }',
    '{ step = "spaces" }',
    '{ step = "lemmatise", part_of_speech = true }',
    '{ step = "stop_words", keep_negations = true }',
    '{ step = "stem" }',
)
DRAWS = 2_000
Change = Callable[[Article], Article]


def same(article: Article) -> Article:
    """Leave an article as it is."""
    return article


@dataclass(frozen=True, slots=True)
class Variant:
    """One row of the table: a recipe, and what is done to the article before it."""

    name: str
    parts: str = "title"
    steps: tuple[str, ...] = ()
    change: Change = same
    combine: str = "max"

    @property
    def recipe(self) -> Recipe:
        """The steps as a recipe."""
        steps = ", ".join((f'{{ step = "select", parts = "{self.parts}" }}', *self.steps))
        head = f'name = "variant"\ncombine = "{self.combine}"\n'
        return parse_recipe(f"{head}[steps]\nall = [{steps}]", self.name)


def variants() -> list[Variant]:
    """Return the headline, all steps, each left out, each alone, other orders, and with tags."""
    short = [step.split('"')[1] for step in NORMALISING]
    found = [Variant("headline"), Variant("T2: all steps", steps=NORMALISING)]
    for place, name in enumerate(short):
        rest = NORMALISING[:place] + NORMALISING[place + 1 :]
        found.append(Variant(f"T2 without {name}", steps=rest))
    found += [Variant(f"only {n}", steps=(s,)) for n, s in zip(short, NORMALISING, strict=True)]
    return [
        *found,
        Variant("T2 in the order of reference-fixed", steps=FIXED),
        Variant("… without stem", steps=FIXED[:-1]),
        Variant("headline and tags", "tags"),
        Variant("T1-like: headline and tags, all steps", "tags", NORMALISING),
        Variant("… in the order of reference-fixed", "tags", FIXED),
        Variant("chunks: tags as the body, softmax", "chunks", (), tags_as_body, "softmax"),
        Variant("… mean", "chunks", (), tags_as_body, "mean"),
        Variant("… maximum", "chunks", (), tags_as_body, "max"),
        Variant("entities: words with a capital or a digit", change=only(is_entity)),
        Variant("entities: proper nouns", change=only(tagged("NNP"))),
        Variant("keywords: nouns", change=only(tagged("NN"))),
        Variant("keywords: nouns, verbs, adjectives", change=only(tagged("NN", "VB", "JJ"))),
        Variant("tweet processing", steps=('{ step = "tweets" }',)),
    ]


def tags_as_body(article: Article) -> Article:
    """Let the tags stand for the text that the articles lack, in one paragraph."""
    tags = article.tags.replace("|", ";").split(";")
    return replace(article, text=". ".join(tag.strip() for tag in tags if tag.strip()))


def only(wanted: Callable[[list[str]], list[bool]]) -> Change:
    """Keep words of the headline; a headline of which nothing is left stays whole."""

    def change(article: Article) -> Article:
        words = language.tokens(article.title)
        kept = [word for word, keep in zip(words, wanted(words), strict=True) if keep]
        return replace(article, title=" ".join(kept) or article.title)

    return change


def is_entity(words: list[str]) -> list[bool]:
    """Tell names and figures by their look."""
    return [word[0].isupper() or word[0].isdigit() for word in words]


def tagged(*kinds: str) -> Callable[[list[str]], list[bool]]:
    """Tell words by the first letters of their Penn Treebank tag."""
    return lambda words: [tag.startswith(kinds) for _, tag in language.tag(words)]


class Bench:
    """The pool, its articles with their true images, and the model."""

    def __init__(self, folder: Path) -> None:
        self._pool = load_pool(folder)
        self._model: ClipModel = loaded_model(self._pool.model.name)
        self._images = self._pool.image_vectors()
        position = {image_id: place for place, image_id in enumerate(self._pool.image_ids)}
        with Collection.open(folder) as collection:
            truth = [(a, position[i]) for a, i in collection.articles.truth() if i in position]
            found = [collection.articles.get(article_id) for article_id, _ in truth]
        self._articles = [article for article in found if article is not None]
        self._places = np.array([place for _, place in truth], np.int64)
        self._known: dict[str, np.ndarray] = {}

    def ranks(self, variant: Variant) -> np.ndarray:
        """Return the rank of each true image, shape (articles,)."""
        recipe, chain = variant.recipe, TranslatorChain([])
        readings = [read(recipe, variant.change(a), self._model, chain) for a in self._articles]
        texts = [part.text for reading in readings for part in reading.parts]
        vectors = self._vectors(texts)
        if len(texts) == len(readings):
            return true_ranks(vectors, self._images, self._places)
        return np.array(list(self._combined(recipe, readings, vectors)))

    def _vectors(self, texts: list[str]) -> np.ndarray:
        """Return unit vectors, shape (texts, dim); variants often agree, so each is made once."""
        fresh = sorted(set(texts) - self._known.keys(), key=len)
        for at in range(0, len(fresh), 64):
            batch = fresh[at : at + 64]
            self._known |= zip(batch, self._model.encode_texts(batch), strict=True)
        return np.stack([self._known[text] for text in texts])

    def _combined(
        self, recipe: Recipe, readings: list[Reading], vectors: np.ndarray
    ) -> Iterator[int]:
        start = 0
        for reading, place in zip(readings, self._places, strict=True):
            weights = np.array([part.weight for part in reading.parts], np.float32)
            scores = vectors[start : start + len(weights)] @ self._images.T
            start += len(weights)
            made = combine(scores, weights, recipe.combine, temperature=recipe.temperature)
            yield true_rank(made, int(place))


@contextmanager
def indexed(source: Path, images: Path | None) -> Iterator[Path]:
    """Return a collection's folder: the given one, or one made of a table."""
    if source.is_dir():
        yield source
        return
    with TemporaryDirectory() as home:
        folder = Path(home) / "ablation.newsmatch"
        finish(import_source(folder, source, images=images))
        finish(build_index(folder, recipe="headline"))
        yield folder


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, help="a table, or the folder of a collection")
    parser.add_argument("--images", type=Path, help="folder of the photos, if not beside the table")
    options = parser.parse_args()
    print(f"| text | MRR@{DEPTH} | recall@10 | recall@{DEPTH} | MRR against headline |")
    print("|---|---|---|---|---|")
    with indexed(options.source, options.images) as folder:
        bench = Bench(folder)
        plain = bench.ranks(Variant("headline"))
        draws = np.random.default_rng(0).integers(0, len(plain), (DRAWS, len(plain)))
        for variant in variants():
            print(row(variant.name, bench.ranks(variant), plain, draws), flush=True)


def row(name: str, ranks: np.ndarray, plain: np.ndarray, draws: np.ndarray) -> str:
    """Return a line of the table; ``draws`` are places of articles, shape (draws, articles)."""
    mrr, before = (np.where(found <= DEPTH, 1 / found, 0) for found in (ranks, plain))
    low, high = np.percentile((mrr - before)[draws].mean(axis=1), [2.5, 97.5])
    return (
        f"| {name} | {mrr.mean():.4f} | {(ranks <= 10).mean():.3f} "
        f"| {(ranks <= DEPTH).mean():.3f} | {(mrr - before).mean():+.4f} "
        f"[{low:+.4f}, {high:+.4f}] |"
    )


if __name__ == "__main__":
    main()
