"""Recipes: named, versioned ways from an article to the text the encoder reads."""

from collections.abc import Callable
from dataclasses import dataclass

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Article

# More than any context length can hold; keeps a 20,000-word article from being tokenized whole.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named way of reading an article.

    Attributes:
        name: What users call it.
        version: Raised whenever the same article would be read differently.
        read: Returns (text for the encoder, note on anything unexpected).
    """

    name: str
    version: int
    read: Callable[[Article], tuple[str, str]]

    @property
    def fingerprint(self) -> str:
        """The name under which rankings, decisions and exports record the recipe."""
        return f"{self.name}@{self.version}"


def _headline(article: Article) -> tuple[str, str]:
    if article.title:
        return article.title[:_LONGEST], ""
    opening = article.text.split("\n", 1)[0]
    return opening[:_LONGEST], "no headline: the first paragraph was read instead"


# The repaired headline and nothing else: each rewriting tried at NewsImages 2023 cost recall
# against the raw headline.
HEADLINE = Recipe("headline", 1, _headline)
RECIPES = {HEADLINE.name: HEADLINE}


def recipe(name: str) -> Recipe:
    """Return a recipe by name.

    Raises:
        NewsMatchError: There is no recipe of that name.
    """
    try:
        return RECIPES[name]
    except KeyError:
        raise NewsMatchError(
            f"there is no recipe {name!r}; use one of: {', '.join(sorted(RECIPES))}"
        ) from None
