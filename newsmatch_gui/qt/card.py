"""A candidate as it is shown: on its card, at full size, and beside others."""

from dataclasses import dataclass

from newsmatch_gui.domain.records import Decision, Image, Verdict

KEYED = 9  # candidates that a digit chooses


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of a candidate for the article on screen.

    Attributes:
        row: Where it is shown, from 0; the first nine are chosen by a digit.
        rank: Its true rank from 1, whatever is folded above it.
        image: The picture.
        lead: How far it stands above the article's average picture, in standard deviations.
        margin: How far the next picture that is not alike lies behind it, in the same unit.
        strength: 0 for an average picture and 1 for the best.
        said: The decision that holds for it.
        uses: Other articles for which it is chosen or acceptable.
        sensitive: It is blurred.
        alike: Pictures that are nearly the same, folded beneath it or shown after it.
        spread: They are shown.
        like: Rank of the better one that this one is nearly the same as, 0 for none.
        compared: It is marked to be compared.
    """

    row: int
    rank: int
    image: Image
    lead: float
    margin: float
    strength: float
    said: Decision | None = None
    uses: int = 0
    sensitive: bool = False
    alike: int = 0
    spread: bool = False
    like: int = 0
    compared: bool = False

    @property
    def verdict(self) -> Verdict | None:
        """What was said of it for the article on screen."""
        return self.said.verdict if self.said else None

    @property
    def fit(self) -> int:
        """Its grade for the article on screen, 0 for none."""
        return self.said.fit if self.said else 0

    @property
    def key(self) -> str:
        """The key that chooses it, "" for none."""
        return str(self.row + 1) if self.row < KEYED else ""
