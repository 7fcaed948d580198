"""Articles a second by recipe, on one core, and memory over many texts.

    python tests/benchmarks/bench_text.py [--texts 100000]

The articles are those of the demo, their bodies repeated to the length of a news article; each
tweet gets a hashtag of its own, which is what costs time and memory. No translator is asked.
"""

import argparse
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import psutil

from newsmatch_gui.clip.model import ClipModel
from newsmatch_gui.domain.records import Article
from newsmatch_gui.exchange.sources import Options, open_source
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.text.reading import read
from newsmatch_gui.text.recipes import built_in
from newsmatch_gui.text.repair import decode
from newsmatch_gui.text.translation import TranslatorChain

SECONDS = 5
WORDS = [
    "harbour",
    "storm",
    "council",
    "river",
    "election",
    "market",
    "bridge",
    "winter",
    "museum",
    "train",
]


def main() -> None:
    """Print one line per recipe, then the memory over many texts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=100_000)
    options = parser.parse_args()
    clip = loaded_model()
    articles = _articles()
    for name, domain in (
        ("headline", "rss"), ("reference-t1", "rss"), ("reference-fixed", "rss"),
        ("chunks", "rss"), ("reference-t1", "tw"),
    ):  # fmt: skip
        print(f"{name} {domain}: {_rate(name, articles[domain], clip):,.0f} articles/s", flush=True)
    for name, domain in (("headline", "rss"), ("reference-t1", "rss"), ("reference-t1", "tw")):
        _memory(name, domain, articles[domain], clip, options.texts)


def _articles() -> dict[str, list[Article]]:
    path = resource_path("demo", "demo.jsonl")
    rows = open_source(path, decode, Options()).rows
    found = [row.article for row in rows if getattr(row, "article", None) is not None]
    rss = [article for article in found if article.domain == "rss"]
    return {
        "rss": [replace(a, text="\n".join([a.text] * 4)) for a in rss],
        "tw": [article for article in found if article.domain == "tw"],
    }


def _variants(articles: list[Article], domain: str) -> Iterator[Article]:
    rng = random.Random(1)
    while True:
        for article in articles:
            words = "".join(w.capitalize() for w in rng.sample(WORDS, 2))
            number = rng.randrange(10_000)
            mark = f" #{words}{number}" if domain == "tw" else f" {words} {number}"
            yield replace(article, title=article.title + mark)


def _rate(name: str, articles: list[Article], clip: ClipModel) -> float:
    recipe, chain = built_in()[name], TranslatorChain([])
    source = _variants(articles, articles[0].domain)
    for article in islice(source, 3):  # loads what is loaded once
        read(recipe, article, clip, chain)
    done, begun = 0, time.process_time()
    while time.process_time() - begun < SECONDS:
        read(recipe, next(source), clip, chain)
        done += 1
    return done / (time.process_time() - begun)


def _memory(name: str, domain: str, articles: list[Article], clip: ClipModel, texts: int) -> None:
    recipe, chain = built_in()[name], TranslatorChain([])
    early = 0.0
    for number, article in enumerate(islice(_variants(articles, domain), texts)):
        read(recipe, article, clip, chain)
        if number == texts // 10:
            early = _memory_now()
    print(
        f"{name} {domain}: {early:,.0f} MiB in use after {texts // 10:,} texts, "
        f"{_memory_now():,.0f} MiB after {texts:,}",
        flush=True,
    )


def _memory_now() -> float:
    return psutil.Process().memory_info().rss / 2**20


if __name__ == "__main__":
    main()
