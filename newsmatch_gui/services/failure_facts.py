"""What can be measured of one article's failure: at once, and with a closer look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.failure_notes import (
    Facts,
    Kin,
    Twin,
    hub_threshold,
    photo_figures,
    shared_words,
    twin_places,
)
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.ranking import true_rank
from newsmatch_gui.domain.reading import UNTRANSLATED, Reading
from newsmatch_gui.domain.records import Article, Image
from newsmatch_gui.services.pictures import pixels_inside
from newsmatch_gui.services.studying import TOP, Study
from newsmatch_gui.text.language import stop_words

_WORD = re.compile(r"[^\W\d_]{2,}|\d{4}")
_BOX = (96, 96)  # pixels in which the colours of a photo are measured


@dataclass(frozen=True)
class Figures:
    """What a study says of its failures; counted once for all articles."""

    study: Study

    @cached_property
    def _threshold(self) -> int:
        return hub_threshold(self.study.occurrences)

    @cached_property
    def _best(self) -> NDArray[np.int64]:
        """How many articles each image is the best of."""
        images = len(self.study.pool.image_ids)
        return np.bincount(self.study.top[:, 0], minlength=images)

    @cached_property
    def _owners(self) -> dict[int, list[int]]:
        """Numbers of the articles that each pool place is a true image of."""
        found: dict[int, list[int]] = {}
        pairs = zip(self.study.pair_places, self.study.pair_articles, strict=True)
        for place, number in pairs:
            found.setdefault(int(place), []).append(int(number))
        return found

    def margin(self, number: int) -> float:
        """Return how far an article's true image lies behind its best, in std deviations."""
        study = self.study
        best, own = float(study.top_scores[number, 0]), float(study.true_scores[number])
        return study.lead(number, best) - study.lead(number, own)

    def above(self, number: int) -> Iterator[tuple[int, int]]:
        """Yield (rank, pool place) of the best images that lie above the true one."""
        ahead = min(TOP, int(self.study.true_ranks[number]) - 1)
        return ((rank, int(p)) for rank, p in enumerate(self.study.top[number, :ahead], 1))

    def facts(
        self, number: int, article: Article, image: Image | None, reading: Reading | None
    ) -> Facts:
        """Return what is known without reading a photo or comparing pictures.

        Args:
            number: Of the article in the study.
            article: The article.
            image: Its true image.
            reading: What the model read of it.
        """
        study = self.study
        best, true = int(study.top[number, 0]), int(study.true_places[number])
        lists = study.occurrences
        ahead = (int(lists[place]) for _, place in self.above(number))
        hubs = [count for count in ahead if count > self._threshold]
        return Facts(
            rank=int(study.true_ranks[number]),
            margin=self.margin(number),
            lead=study.lead(number, float(study.true_scores[number])),
            best_for=int(self._best[best]) - 1,
            best_lists=int(lists[best]) - 1,
            best_is_hub=bool(lists[best] > self._threshold),
            hubs=len(hubs),
            hub_lists=max(hubs, default=0),
            articles=len(study.articles),
            true_lists=int(lists[true]),
            words=len(f"{article.title} {article.text}".split()),
            words_read=len(reading.text.split()) if reading else 0,
            tokens=reading.tokens if reading else 0,
            budget=reading.budget if reading else 0,
            lang=article.lang,
            translator=reading.translator if reading else "",
            reads_lang=study.pool.model.multilingual or article.lang in ("", "en"),
            size=(image.width, image.height) if image else (0, 0),
        )

    def kin(self, number: int) -> tuple[Kin, ...]:
        """Return the images above the true one whose own article has a similar headline."""
        articles = self.study.articles
        ours = content_words(articles[number].title, articles[number].lang)
        found = []
        for rank, place in self.above(number):
            for owner in self._owners.get(place, ()):
                other = articles[owner]
                shared = shared_words(ours, content_words(other.title, other.lang))
                if shared and owner != number:
                    found.append(Kin(rank, other.title, shared))
                    break
        return tuple(found)

    def twins(self, number: int) -> tuple[Twin, ...]:
        """Return the images above the true one that are the same or nearly, best first."""
        study, true = self.study, int(self.study.true_places[number])
        cosines = study.pool.scores(study.pool.image_vectors(np.array([true]))[0])
        places = twin_places(cosines, true)
        if not places:
            return ()
        scores = study.pool.article_scores(study.articles[number].id)
        ranks = {place: true_rank(scores, place) for place in places}
        above = sorted((rank, p) for p, rank in ranks.items() if rank < study.true_ranks[number])
        return tuple(Twin(rank, float(cosines[place])) for rank, place in above)


def look_closer(
    figures: Figures, number: int, facts: Facts, image: Image | None, reading: Reading | None
) -> Work[Facts]:
    """Add what takes a look at the photo, at other pictures and at every word.

    Args:
        figures: Of the study.
        number: Of the article in the study.
        facts: What is known at once.
        image: The true image.
        reading: What the model read.
    """
    yield Progress(0, 3, "looking for twins of the true picture")
    twins = figures.twins(number)
    yield Progress(1, 3, "comparing headlines")
    kin, content = figures.kin(number), _content(facts, reading)
    yield Progress(2, 3, "measuring the true picture")
    pixels = pixels_inside(Path(image.path), _BOX) if image else None
    photo = None
    if pixels is not None:
        photo = photo_figures(np.frombuffer(pixels[2], np.uint8).reshape(-1, 3))
    return replace(facts, twins=twins, kin=kin, content=content, photo=photo)


def content_words(text: str, lang: str) -> tuple[str, ...]:
    """Return the words of a text that are no stop words, once each and in small letters."""
    stops = stop_words(lang or "en")
    words = dict.fromkeys(_WORD.findall(text.casefold()))
    return tuple(word for word in words if word not in stops)


def _content(facts: Facts, reading: Reading | None) -> tuple[str, ...] | None:
    translated = facts.translator and UNTRANSLATED not in facts.translator.split("+")
    lang = "en" if translated or not facts.lang else facts.lang
    if reading is None or not stop_words(lang):
        return None
    return content_words(reading.text, lang)
