"""What made a model's score of one article and one picture: a map on the picture, weights of words.

Every weight is a share of a cosine: above 0 it raised the score, below 0 it lowered it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.domain.reading import Combine


class Method(StrEnum):
    """How a score is explained; ``AUTO`` is the best one that is quick, see the manual."""

    AUTO = "auto"
    GRADIENT = "gradient"
    GRAD_CAM = "grad-cam"
    OCCLUSION = "occlusion"


@dataclass(frozen=True, slots=True)
class Box:
    """The part of a picture that a model saw, from 0 to 1 of its width and height.

    Models that fill a picture up with borders see more than there is: below 0, above 1.
    """

    left: float
    top: float
    right: float
    bottom: float

    @property
    def whole(self) -> bool:
        """Whether the model saw the whole picture."""
        return max(self.left, self.top) <= 0 and min(self.right, self.bottom) >= 1


@dataclass(frozen=True, slots=True)
class Word:
    """A word of what the model read.

    Attributes:
        text: As it is shown, without punctuation around it.
        start: Its first character in the part it belongs to.
        end: One beyond its last.
        weight: What it did to the score, as a share of the cosine.
    """

    text: str
    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class ExplainedPart:
    """One text that the model read of an article, with the weights of its words.

    Attributes:
        number: Its place among the article's parts, from 1.
        text: What was read.
        share: Of the article's score that is this part's score, from 0 to 1; see `part_shares`.
        score: Its own cosine with the picture.
        blank: The cosine of a text whose words mean nothing. The weights that gradients give add up
            to ``share * (score - blank)``, nearly.
        words: In the order of the text, weighed by ``share``.
    """

    number: int
    text: str
    share: float
    score: float
    blank: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Explanation:
    """Why a picture got its score for an article.

    Attributes:
        article_id: The article.
        image_id: The picture.
        model: Name of the model, without a folder.
        method: How the picture's map was made; words are weighed by occlusion if this is that,
            else by gradients.
        methods: What this model can be asked for.
        score: The cosine that pictures are ranked by.
        blank: The score of a picture that is grey all over. Cells that gradients give add up to
            ``score - blank``, nearly.
        cells: Weight of each cell of a grid laid over what the model saw; shape (rows, columns).
        seen: Where that lies on the picture.
        parts: What was read of the article, by share, greatest first; see ``part_count``.
        part_count: Parts that the article has; those that hardly count are left out of ``parts``.
    """

    article_id: str
    image_id: str
    model: str
    method: Method
    methods: tuple[Method, ...]
    score: float
    blank: float
    cells: NDArray[np.float32]
    seen: Box
    parts: tuple[ExplainedPart, ...]
    part_count: int

    def heat_map(self, width: int, height: int) -> NDArray[np.float32]:
        """Return the weights laid over the whole upright picture, smoothly between cells.

        Args:
            width: Columns of the map, at the picture's aspect ratio.
            height: Rows of the map.

        Returns:
            Shape (height, width); NaN where the model did not look.
        """
        from scipy.ndimage import map_coordinates  # late: it would slow down every command

        box, (rows, columns) = self.seen, self.cells.shape
        across = ((np.arange(width) + 0.5) / width - box.left) / (box.right - box.left)
        down = ((np.arange(height) + 0.5) / height - box.top) / (box.bottom - box.top)
        grid = np.meshgrid(down * rows - 0.5, across * columns - 0.5, indexing="ij")
        heat = map_coordinates(self.cells.astype(np.float32), grid, order=1, mode="nearest")
        heat[(down < 0) | (down > 1)] = np.nan
        heat[:, (across < 0) | (across > 1)] = np.nan
        return heat

    def words(self) -> tuple[Word, ...]:
        """Return the words of all explained parts, the greatest effect first, either way."""
        found = (word for part in self.parts for word in part.words)
        return tuple(sorted(found, key=lambda word: -abs(word.weight)))


def part_shares(
    scores: Vectors, weights: Vectors, how: Combine, *, temperature: float = 0.05
) -> Vectors:
    """Return which share of an article's score each of its parts has.

    `ranking.combine` is a weighted mean of the parts' scores whatever it does: these are the
    weights, so that ``shares @ scores`` is the article's score.

    Args:
        scores: Cosine of each part with one image, shape (parts,).
        weights: How much each part counts, shape (parts,), not all zero.
        how: As the recipe combines parts.
        temperature: Of the softmax.

    Returns:
        Shares that add up to 1, shape (parts,).
    """
    if how is Combine.MAX:
        return np.eye(len(scores), dtype=np.float32)[int(scores.argmax())]
    share = weights / weights.sum()
    if how is Combine.SOFTMAX:
        share = share * np.exp((scores - scores.max()) / temperature)
    return (share / share.sum()).astype(np.float32)


def word_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of the words between blanks, punctuation included."""
    return tuple(match.span() for match in re.finditer(r"\S+", text))


def bare_word(text: str, start: int, end: int, weight: float) -> Word:
    """Make a word of a span, without the punctuation around it unless there is nothing else."""
    core = re.search(r"\w(?:.*\w)?", text[start:end])
    if core is not None:
        start, end = start + core.start(), start + core.end()
    return Word(text[start:end], start, end, weight)
