"""Why a true image was not ranked first, as far as it follows from figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.learning import NEAR_DUPLICATE
from newsmatch_gui.domain.ranking import Vectors
from newsmatch_gui.domain.reading import UNTRANSLATED

NEAR_MISS = 0.25  # std deviations behind the best picture that are next to nothing
SMALL = 224  # shorter side in pixels that most image towers want at least
GREY = 5.0  # of 255 levels between the channels of a pixel, on average
FLAT = 0.5  # share of a picture that three colours cover
_COLOURS = 3
_FEW_WORDS = 2
_KIN_WORDS, _KIN_SHARE = 2, 1 / 3  # of the shorter headline


@dataclass(frozen=True, slots=True)
class Twin:
    """A picture ranked above the true one that is the same or nearly: its rank and the cosine."""

    rank: int
    cosine: float


@dataclass(frozen=True, slots=True)
class Kin:
    """A picture above the true one that was published with an article of similar headline."""

    rank: int
    title: str
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PhotoFigures:
    """What can be measured of a photo's colours.

    Attributes:
        colour: Mean distance between the highest and lowest channel of a pixel, of 255.
        flat: Share of the pixels that the three commonest of 4,096 colours cover.
    """

    colour: float
    flat: float


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that the notes on one article follow from; the defaults give no note.

    Attributes:
        rank: Rank of the true image from 1.
        margin: How far it lies behind the best image, in std deviations of the scores.
        lead: How far it lies above the average image, in the same unit.
        best_for: Other articles whose best image is the best of this one.
        best_lists: Other articles that have the best image among their ten best.
        best_is_hub: Whether the best image is a hub.
        hubs: How many images of the ten best that lie above the true one are hubs.
        hub_lists: Lists of ten best that the largest of those hubs is in.
        articles: Articles in all.
        true_lists: How many of them have the true image among their ten best, None if unknown.
        words: Words of headline and text.
        words_read: Words that the model read.
        tokens: Tokens of the longest part that it read.
        budget: Tokens that it can read.
        lang: Language of the article.
        translator: Who translated, as in ``Reading.translator``.
        reads_lang: Whether the model reads the article's language.
        size: Width and height of the true image in pixels; zeros if unknown.
        content: The words read that are no stop words, None if nobody looked.
        twins: Pictures above the true one that repeat it, best first.
        kin: Pictures above the true one from articles of similar headline, best first.
        photo: Colours of the true image, None if nobody looked.
    """

    rank: int
    margin: float = 0.0
    lead: float = 0.0
    best_for: int = 0
    best_lists: int = 0
    best_is_hub: bool = False
    hubs: int = 0
    hub_lists: int = 0
    articles: int = 0
    true_lists: int | None = None
    words: int = 0
    words_read: int = 0
    tokens: int = 0
    budget: int = 0
    lang: str = ""
    translator: str = ""
    reads_lang: bool = True
    size: tuple[int, int] = (0, 0)
    content: tuple[str, ...] | None = None
    twins: tuple[Twin, ...] = ()
    kin: tuple[Kin, ...] = ()
    photo: PhotoFigures | None = None


class NoteKind(StrEnum):
    """What a note is about."""

    MARGIN = "margin"
    HUB = "hub"
    ORPHAN = "orphan"
    CUT = "cut"
    LANGUAGE = "language"
    WORDS = "words"
    TWIN = "twin"
    KIN = "kin"
    SMALL = "small"
    GREY = "grey"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class WhyNote:
    """One plain sentence that follows from figures, and names them."""

    kind: NoteKind
    sentence: str


def why_notes(facts: Facts) -> tuple[WhyNote, ...]:
    """Return what may have kept the true image from the first rank; nothing when it is there.

    A note says what was measured, never more: whether it is the reason, a person decides.
    """
    if facts.rank == 1:
        return ()
    found = (
        (NoteKind.MARGIN, _margin(facts)),
        (NoteKind.TWIN, _twins(facts)),
        (NoteKind.KIN, _kin(facts)),
        (NoteKind.HUB, _hubs(facts)),
        (NoteKind.ORPHAN, _orphan(facts)),
        (NoteKind.LANGUAGE, _language(facts)),
        (NoteKind.CUT, _cut(facts)),
        (NoteKind.WORDS, _content(facts)),
        (NoteKind.SMALL, _small(facts)),
        (NoteKind.GREY, _grey(facts)),
        (NoteKind.FLAT, _flat(facts)),
    )
    return tuple(WhyNote(kind, sentence) for kind, sentence in found if sentence)


def _margin(f: Facts) -> str:
    if f.margin < NEAR_MISS:
        return f"A near miss: the true picture is only {f.margin:.2f} σ behind the best one."
    behind = f"The true picture is {f.margin:.1f} σ behind the best one"
    if f.lead < 0:
        return f"{behind} and {-f.lead:.1f} σ below this article's average picture."
    return f"{behind}, {f.lead:.1f} σ above this article's average picture."


def _twins(f: Facts) -> str:
    if not f.twins:
        return ""
    first = f.twins[0]
    same = "the same as" if first.cosine >= 1 - 1e-5 else "nearly the same as"
    rest = len(f.twins) - 1
    more = f", and so {'is' if rest == 1 else 'are'} {rest} more above it" if rest else ""
    return (
        f"The picture at rank {first.rank} is {same} the true one "
        f"(cosine {first.cosine:.3f}){more}."
    )


def _kin(f: Facts) -> str:
    if not f.kin:
        return ""
    first = f.kin[0]
    rest = len(f.kin) - 1
    more = f"; {rest} more above {'comes' if rest == 1 else 'come'} from such" if rest else ""
    return (
        f"The picture at rank {first.rank} comes from “{first.title}”, which shares "
        f"{len(first.shared)} words with this headline ({', '.join(first.shared)}){more}."
    )


def _hubs(f: Facts) -> str:
    if f.best_is_hub:
        more = f"; {f.hubs} of the ten best are hubs above the true one" if f.hubs > 1 else ""
        best = f"best for {f.best_for} other article{'s' if f.best_for > 1 else ''} and "
        return (
            f"The best picture is a hub: it is {best if f.best_for else ''}among the ten best of "
            f"{f.best_lists} others{more}."
        )
    if not f.hubs:
        return ""
    if f.hubs == 1:
        are = "is a hub above the true one: it is"
    else:
        are = "are hubs above the true one, the largest"
    return f"{f.hubs} of the ten best pictures {are} among the ten best of {f.hub_lists} articles."


def _orphan(f: Facts) -> str:
    if f.true_lists != 0:
        return ""
    return f"0 of {f.articles:,} articles have the true picture among their ten best."


def _language(f: Facts) -> str:
    if f.reads_lang:
        return ""
    makers = f.translator.split("+")
    if f.translator and UNTRANSLATED not in makers:
        if any(maker.startswith("gloss") for maker in makers):
            return f"The text is in “{f.lang}” and was translated word by word by a dictionary."
        return ""
    return f"The text is in “{f.lang}”, which the model does not read, and nobody translated it."


def _cut(f: Facts) -> str:
    full = f.budget > 0 and f.tokens >= f.budget
    if f.words_read >= f.words or not (full or f.words_read <= f.words / 2):
        return ""
    return (
        f"Only {f.words_read:,} of the article's {f.words:,} words were read, "
        f"{f.tokens} of at most {f.budget} tokens."
    )


def _content(f: Facts) -> str:
    if f.content is None or len(f.content) > _FEW_WORDS:
        return ""
    if not f.content:
        return f"All {f.words_read} words read are stop words."
    few = "is no stop word" if len(f.content) == 1 else "are no stop words"
    return f"Of the {f.words_read} words read only {len(f.content)} {few}: {', '.join(f.content)}."


def _small(f: Facts) -> str:
    width, height = f.size
    if not 0 < min(width, height) < SMALL:
        return ""
    return f"The true picture is small: {width} × {height} pixels."


def _grey(f: Facts) -> str:
    if f.photo is None or f.photo.colour >= GREY:
        return ""
    return (
        f"The true picture has hardly any colour: {f.photo.colour:.1f} of 255 levels "
        "between the channels."
    )


def _flat(f: Facts) -> str:
    if f.photo is None or f.photo.flat < FLAT:
        return ""
    return (
        f"{_COLOURS} colours cover {100 * f.photo.flat:.0f} % of the true picture, as in a "
        "graphic or before a plain ground."
    )


def hub_threshold(occurrences: NDArray[np.int64]) -> int:
    """Return how many lists of ten best an image may be in before it is called a hub.

    Two standard deviations above the mean, after Radovanović, Nanopoulos and Ivanović (2010).

    Args:
        occurrences: Lists that each image is in, shape (images,).
    """
    return int(np.floor(occurrences.mean() + 2 * occurrences.std()))


def twin_places(cosines: Vectors, true: int) -> tuple[int, ...]:
    """Return where pictures stand that are the true one again or nearly, as leakage tells them.

    Args:
        cosines: Of every picture with the true one, shape (images,).
        true: Place of the true one itself, which is left out.
    """
    return tuple(int(p) for p in np.flatnonzero(cosines > NEAR_DUPLICATE) if p != true)


def shared_words(one: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """Return the words two headlines share if that makes them kin, in the order of the first.

    They are when they share at least two words and a third of the shorter one's; on the 1,500
    headlines of NewsImages 2025 that is mostly the same event.

    Args:
        one: Words of a headline without stop words, once each.
        other: The same of the other headline.
    """
    shared = tuple(word for word in one if word in other)
    shorter = min(len(one), len(other))
    if len(shared) < _KIN_WORDS or len(shared) < _KIN_SHARE * shorter:
        return ()
    return shared


def photo_figures(pixels: NDArray[np.uint8]) -> PhotoFigures:
    """Measure the colours of a photo.

    Args:
        pixels: RGB, shape (pixels, 3), at least one.
    """
    spread = pixels.max(axis=1).astype(np.int64) - pixels.min(axis=1)
    coarse = (pixels >> 4).astype(np.int64)
    counts = np.bincount(coarse @ np.array([256, 16, 1]))
    commonest = np.sort(counts)[-_COLOURS:].sum()
    return PhotoFigures(float(spread.mean()), float(commonest / len(pixels)))
