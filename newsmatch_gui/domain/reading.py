"""What an encoder reads of an article, and how that came about."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

UNTRANSLATED = "untranslated"
# How good a translator is, by its name; all others are services that really translate.
_TIERS = {"fxtranslate": 1, "gloss": 2, UNTRANSLATED: 3}


class Combine(StrEnum):
    """How the scores of several parts of one article become one."""

    MAX = "max"
    MEAN = "mean"
    SOFTMAX = "softmax"


@dataclass(frozen=True, slots=True)
class Part:
    """One text that the encoder reads; always within its budget.

    Attributes:
        text: The text.
        tokens: Tokens it takes, start and end mark included.
        weight: How much it counts beside the other parts of its article.
    """

    text: str
    tokens: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class StepTrace:
    """What one step of a recipe did.

    Attributes:
        step: Name of the step.
        text: The text after it, cut when very long.
        dropped: What it took away, in order; when there is much, the note says how much more.
        note: Anything a reader of the result should know, e.g. who translated.
        changed: What it rewrote as (before, after), in order: words, or of a translation every
            sentence with its translation.
    """

    step: str
    text: str
    dropped: tuple[str, ...] = ()
    note: str = ""
    changed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the encoder read of an article.

    Attributes:
        parts: The texts, at least one; an empty article has one empty text.
        budget: The encoder's context length in tokens.
        recipe: Fingerprint of the recipe, with the translator if one is asked.
        translator: Who translated: a translator's fingerprint, ``untranslated``, several joined
            by ``+``, or empty when nothing was to be translated.
        note: Why something unexpected was read, e.g. an empty title; else empty.
        trace: What each step did, in order.
    """

    parts: tuple[Part, ...]
    budget: int
    recipe: str
    translator: str = ""
    note: str = ""
    trace: tuple[StepTrace, ...] = ()

    @property
    def text(self) -> str:
        """The parts one after the other."""
        return "\n".join(part.text for part in self.parts)

    @property
    def tokens(self) -> int:
        """Tokens of the longest part, which is what the budget bounds."""
        return max(part.tokens for part in self.parts)

    @property
    def stand_ins(self) -> tuple[str, ...]:
        """Who translated in place of the translator that the recipe names."""
        return stand_ins(self.recipe, (self.translator,))


def stand_ins(recipe: str, translators: Iterable[str]) -> tuple[str, ...]:
    """Return who translated in place of the translator that a reading is named after.

    Args:
        recipe: Fingerprint of recipe and translator, as in ``Reading.recipe``.
        translators: As in ``Reading.translator``: several in one reading are joined by ``+``.

    Returns:
        Each of them once, the best first; none for a recipe that does not translate.
    """
    wanted = recipe.partition("/")[2]
    found = {maker for made_by in translators for maker in made_by.split("+") if maker}
    others = found - {wanted} if wanted else set()
    return tuple(sorted(others, key=lambda maker: (tier(maker), maker)))


def tier(translator: str) -> int:
    """Return how good a translator is: 0 service, 1 model here, 2 dictionary, 3 nobody."""
    return _TIERS.get(re.split("[@:]", translator, maxsplit=1)[0], 0)


def gives_way(made_by: str, wanted: str) -> bool:
    """Tell whether a reading is to be made again once the wanted translator can serve.

    What a better one translated earlier stays, also while that one is turned off.
    """
    makers = [maker for maker in made_by.split("+") if maker and maker != wanted]
    return any(tier(maker) >= tier(wanted) for maker in makers)
