"""Remembering past stories: their headlines lead to their photos, and these to similar ones.

An article asks for the past headlines that resemble it; the mean of their photos, weighted by
resemblance, is compared with the pool. Text is compared with text and photo with photo only, so
nothing is trained: a cache of keys and values after Tip-Adapter (Zhang et al., ECCV 2022), whose
values are photos instead of classes. Inductive: it needs past pairs and the article.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.ranking import Vectors


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """Past pairs, in features of one kind for texts and one for photos.

    Attributes:
        texts: Of past headlines, shape (pairs, text width).
        images: Of their photos, shape (pairs, image width).
    """

    texts: Vectors
    images: Vectors

    def scores(self, texts: Vectors, images: Vectors, temperature: float) -> NDArray[np.float32]:
        """Return how much each image resembles the photos of stories like each text.

        Args:
            texts: Of the articles, shape (articles, text width).
            images: Of the pool, shape (images, image width).
            temperature: Of the softmax over the cosines of headlines; the smaller, the fewer
                past stories count.

        Returns:
            Shape (articles, images).
        """
        # Centred and scaled by the past alone: an article must not change another's ranking.
        centre, spread = self.images.mean(axis=0), self.images.std(axis=0)
        spread = np.where(spread > 1e-6, spread, np.inf)
        middle = self.texts.mean(axis=0)
        likeness = _unit(texts - middle) @ _unit(self.texts - middle).T
        share = np.exp((likeness - likeness.max(axis=1, keepdims=True)) / temperature)
        share /= share.sum(axis=1, keepdims=True)
        expected = share @ _unit((self.images - centre) / spread)
        return expected @ _unit((images - centre) / spread).T


def _unit(vectors: Vectors) -> Vectors:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
