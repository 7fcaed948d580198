"""What an encoder reads of an article, and how that came about."""

from dataclasses import dataclass
from enum import StrEnum

UNTRANSLATED = "untranslated"


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
        dropped: What it took away, in order, cut when there is much.
        note: Anything a reader of the result should know, e.g. who translated.
    """

    step: str
    text: str
    dropped: tuple[str, ...] = ()
    note: str = ""


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
