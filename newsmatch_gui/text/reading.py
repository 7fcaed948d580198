"""Reading an article by a recipe: the one place where steps, budget and translator meet."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from newsmatch_gui.domain.reading import UNTRANSLATED, Part, Reading, StepTrace
from newsmatch_gui.domain.records import Article
from newsmatch_gui.text import selection
from newsmatch_gui.text.recipes import Recipe, Step
from newsmatch_gui.text.steps import KINDS

# What is stored of each step for people to look at; the encoder reads all of it.
_TRACED, _DROPPED, _DROPPED_EACH = 2_000, 60, 160
# More than any context length can hold; keeps a 20,000-word headline from being tokenized whole.
_LONGEST_HEADLINE = 2_000


class Encoder(Protocol):
    """What a recipe must know of the model that will read."""

    @property
    def budget(self) -> int:
        """Context length in tokens."""

    @property
    def multilingual(self) -> bool:
        """Whether it reads other languages than English."""

    def count(self, text: str) -> int:
        """Return the tokens of a text, start and end mark included, without any cut."""


class Translates(Protocol):
    """Translates into English; never raises for want of a service, but says who did it."""

    def translate(self, text: str, lang: str) -> tuple[str, str]:
        """Return (English text, fingerprint of who made it, or ``untranslated``)."""


@dataclass(slots=True)
class _Draft:
    """An article on its way through a recipe."""

    headline: str
    paragraphs: Sequence[str]
    lang: str
    parts: list[str] = field(default_factory=list)
    weights: tuple[float, ...] = ()
    translators: dict[str, None] = field(default_factory=dict)
    trace: list[StepTrace] = field(default_factory=list)

    def note(self, step: str, text: str, dropped: Sequence[str] = (), note: str = "") -> None:
        kept = tuple(piece[:_DROPPED_EACH] for piece in dropped[:_DROPPED])
        self.trace.append(StepTrace(step, text[:_TRACED], kept, note))


def read(recipe: Recipe, article: Article, encoder: Encoder, translator: Translates) -> Reading:
    """Read an article.

    Args:
        recipe: The steps.
        article: The article, repaired.
        encoder: Whose tokenizer counts.
        translator: Asked by recipes that translate, for articles that are not in English.

    Returns:
        Parts that each fit the encoder's budget, and what every step did. The recipe named in
        it is the recipe's own fingerprint; who translated stands beside it.
    """
    headline, paragraphs, note = _opening(article)
    draft = _Draft(headline, paragraphs, article.lang)
    steps = recipe.steps_for(article.domain)
    for place, step in enumerate(steps):
        if step.kind == "translate":
            _translate(draft, encoder, translator)
        elif step.kind == "select":
            later = steps[place + 1 :] if step.options["count"] == "final" else ()
            _select(draft, step, recipe, article, encoder, _after(later))
        else:
            _change(draft, step)
    parts = _fit(draft, selection.Budget(encoder.budget, encoder.count))
    return Reading(
        tuple(parts), encoder.budget, recipe.fingerprint, "+".join(draft.translators), note,
        tuple(draft.trace),
    )  # fmt: skip


def _opening(article: Article) -> tuple[str, list[str], str]:
    paragraphs = [line.strip() for line in article.text.split("\n") if line.strip()]
    if article.title:
        return article.title[:_LONGEST_HEADLINE], paragraphs, ""
    if not paragraphs:
        return "", [], "the article is empty"
    note = "no headline: the first paragraph was read instead"
    return paragraphs[0][:_LONGEST_HEADLINE], paragraphs[1:], note


class _Translated(Sequence[str]):
    """Paragraphs that are translated when they are looked at: T1 seldom gets past the sixth."""

    def __init__(self, paragraphs: Sequence[str], translate: Callable[[str], str]) -> None:
        self._paragraphs, self._translate = paragraphs, translate

    def __len__(self) -> int:
        return len(self._paragraphs)

    def __getitem__(self, place: int) -> str:  # type: ignore[override]
        return self._translate(self._paragraphs[place])


def _translate(draft: _Draft, encoder: Encoder, translator: Translates) -> None:
    if draft.lang in ("en", ""):
        return
    if encoder.multilingual:
        draft.note("translate", draft.headline, note=f"left out: the model reads {draft.lang}")
        return
    source = draft.lang

    def english(text: str) -> str:
        translated, maker = translator.translate(text, source) if text else (text, "")
        if maker:
            draft.translators[maker] = None
        return translated

    draft.headline = english(draft.headline)
    draft.paragraphs = _Translated(draft.paragraphs, english)
    by = "+".join(draft.translators)
    if by != UNTRANSLATED:
        draft.lang = "en"  # sentences are told apart by its rules from here on
    draft.note("translate", draft.headline, note=f"{source} to en: {by}")


def _select(
    draft: _Draft, step: Step, recipe: Recipe, article: Article, encoder: Encoder,
    after: Callable[[str], str],
) -> None:  # fmt: skip
    budget = selection.Budget(encoder.budget, lambda text: encoder.count(after(text)))
    what = step.options["parts"]
    if what == "first_sentences":
        found = selection.first_sentences(draft.headline, draft.paragraphs, draft.lang, budget)
    elif what == "chunks":
        found = selection.chunks(
            draft.headline, draft.paragraphs, draft.lang, budget, title_share=recipe.title_share
        )
    elif what == "tags":
        tags = [tag.strip() for tag in article.tags.replace("|", ";").split(";") if tag.strip()]
        found = selection.first_sentences(draft.headline, tags, draft.lang, budget)
    else:
        found = selection.title(draft.headline, draft.paragraphs, draft.lang, budget)
    draft.parts, draft.weights = list(found.texts), found.weights
    draft.note("select", "\n".join(draft.parts), found.dropped, found.note)


def _after(steps: Sequence[Step]) -> Callable[[str], str]:
    """Return what later steps will make of a text, so that tokens are counted on that."""

    def run(text: str) -> str:
        for step in steps:
            change = KINDS[step.kind].run
            if change is not None:
                text = change(text, **step.options)[0]
        return text

    return run


def _change(draft: _Draft, step: Step) -> None:
    change = KINDS[step.kind].run
    if change is None:
        return
    if not draft.parts:  # before the selection only the headline is there to be changed
        draft.headline, dropped = change(draft.headline, **step.options)
        later = draft.paragraphs
        draft.paragraphs = _Translated(later, lambda text: change(text, **step.options)[0])
        draft.note(step.kind, draft.headline, dropped)
        return
    changed = [change(part, **step.options) for part in draft.parts]
    draft.parts = [text for text, _ in changed]
    dropped = tuple(piece for _, gone in changed for piece in gone)
    draft.note(step.kind, "\n".join(draft.parts), dropped)


def _fit(draft: _Draft, budget: selection.Budget) -> list[Part]:
    """Cut what is still too long, and say so: the encoder would cut it silently."""
    parts, dropped = [], []
    for text, weight in zip(draft.parts, draft.weights, strict=True):
        kept, rest = budget.cut(text.strip())
        parts.append(Part(kept, budget.count(kept), weight))
        dropped += rest.split()
    if dropped:
        draft.note("budget", "\n".join(part.text for part in parts), dropped)
    return parts
