"""Reading an article by a recipe: the one place where steps, budget and translator meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Protocol

from newsmatch_gui.domain.reading import UNTRANSLATED, Part, Reading, StepTrace
from newsmatch_gui.domain.records import Article, tags_of
from newsmatch_gui.text import selection
from newsmatch_gui.text.language import language_code
from newsmatch_gui.text.recipes import Recipe, Step
from newsmatch_gui.text.steps import KINDS, Changed, Pairs

# What is stored of each step for people to look at; the encoder reads all of it.
_TRACED, _LISTED, _LISTED_EACH = 2_000, 60, 160
_EXAMPLES = 5  # changed words that a note names


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
    """Translates into English; never raises for want of a service, but says who did it.

    Attributes:
        faults: Why translators could not serve, by fingerprint.
    """

    faults: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """Who should translate."""

    def translate(self, text: str, lang: str) -> tuple[str, str]:
        """Return (English text, fingerprint of who made it, or ``untranslated``)."""


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
    steps = recipe.steps_for(article.domain)
    place = [step.kind for step in steps].index("select")
    lang = language_code(article.lang)
    before = _Before([_early(step, lang, encoder, translator) for step in steps[:place]])
    later = _Later(steps[place + 1 :])
    paragraphs = [line.strip() for line in article.text.split("\n") if line.strip()]
    original = selection.Original(article.title, paragraphs, lang, before.render)
    # One text is counted several times on its way.
    budget = selection.Budget(encoder.budget, cache(encoder.count))
    found = _select(steps[place], original, recipe, article, budget, later)
    texts = [later.after(text) for text in found.texts]
    parts, cut = _fit(texts, found.weights, budget)
    chosen = _trace("select", "\n".join(found.texts), found.dropped, found.note)
    trace = (*before.traces(), chosen, *later.traces(found.texts), *cut)
    notes = _opening(original, steps[place]), _closing(original, parts)
    return Reading(
        tuple(parts), encoder.budget, recipe.fingerprint, "+".join(before.makers),
        "; ".join(filter(None, notes)), trace,
    )  # fmt: skip


class _Early(Protocol):
    """A step before the selection; it works on each text that the selection looks at."""

    def apply(self, text: str) -> str:
        """Return the text after the step, and keep what happened to it."""

    def trace(self) -> StepTrace:
        """Return what the step did to all of them."""


class _Before:
    """The steps before the selection.

    The reference translates an article and then selects. Here the selection looks at the
    article's own sentences, and each that it wants is translated on the way: what is read is
    the same, but sentences are told apart by the rules of their language, and T1 translates
    half a dozen of them in place of the whole article.
    """

    def __init__(self, steps: Sequence[_Early | None]) -> None:
        self._steps = [step for step in steps if step is not None]
        self._known: dict[str, str] = {}

    def render(self, text: str) -> str:
        """Return what the steps make of a text."""
        if text not in self._known:
            made = text
            for step in self._steps:
                made = step.apply(made) if made else made
            self._known[text] = made
        return self._known[text]

    def traces(self) -> list[StepTrace]:
        """Return what each step did."""
        return [step.trace() for step in self._steps]

    @property
    def makers(self) -> list[str]:
        """Who translated."""
        found = [m for step in self._steps if isinstance(step, _Translation) for m in step.makers]
        return list(dict.fromkeys(found))


def _early(step: Step, lang: str, encoder: Encoder, translator: Translates) -> _Early | None:
    if step.kind != "translate":
        return _WordStep(step)
    if lang in ("en", ""):
        return None
    return _Untouched(lang) if encoder.multilingual else _Translation(lang, translator)


@dataclass(slots=True)
class _Untouched:
    """Stands for a translation that is not wanted."""

    lang: str
    text: str = ""

    def apply(self, text: str) -> str:
        self.text = self.text or text
        return text

    def trace(self) -> StepTrace:
        return _trace("translate", self.text, (), f"left out: the model reads {self.lang}")


@dataclass(slots=True)
class _Translation:
    """Translates sentence by sentence, and keeps each beside its translation."""

    lang: str
    translator: Translates
    text: str = ""
    makers: dict[str, int] = field(default_factory=dict)
    pairs: Pairs = field(default_factory=list)

    def apply(self, text: str) -> str:
        english, maker = self.translator.translate(text, self.lang)
        self.text = self.text or english
        self.makers[maker] = self.makers.get(maker, 0) + 1
        if maker != UNTRANSLATED:
            self.pairs.append((text, english))
        return english

    def trace(self) -> StepTrace:
        """Return all sentences, and who translated in whose place."""
        by = "+".join(self.makers)
        if len(self.makers) > 1:
            by += f" ({', '.join(f'{maker} {count}' for maker, count in self.makers.items())})"
        wanted = self.translator.fingerprint
        faults = self.translator.faults
        # The first choice's own fault; a stand-in's would only be noise where it was not asked.
        absent = wanted in faults and set(self.makers) - {wanted}
        why = f", not {wanted}: {faults[wanted]}" if absent else ""
        note = f"{self.lang} to en: {by}{why}" if by else f"{self.lang} to en: nothing to translate"
        return StepTrace("translate", _short(self.text, _TRACED), (), note, tuple(self.pairs))


@dataclass(slots=True)
class _WordStep:
    """A step on words that a recipe puts before the selection."""

    step: Step
    text: str = ""
    done: list[tuple[str, Changed]] = field(default_factory=list)

    def apply(self, text: str) -> str:
        outcome = _run(self.step, text)
        self.done.append((text, outcome))
        self.text = self.text or outcome[0]
        return outcome[0]

    def trace(self) -> StepTrace:
        return _compared(self.step, self.text, self.done)


class _Later:
    """The steps after the selection; each text goes through them once, for counting and reading."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps
        self._known: dict[str, list[Changed]] = {}

    def run(self, text: str) -> list[Changed]:
        """Return what each step makes of a text."""
        if text not in self._known:
            outcomes, made = [], text
            for step in self._steps:
                outcomes.append(_run(step, made))
                made = outcomes[-1][0]
            self._known[text] = outcomes
        return self._known[text]

    def after(self, text: str) -> str:
        """Return a text as the encoder will read it."""
        outcomes = self.run(text)
        return outcomes[-1][0] if outcomes else text

    def traces(self, texts: Sequence[str]) -> list[StepTrace]:
        """Return what each step did to the selected texts."""
        traces, before = [], list(texts)
        for place, step in enumerate(self._steps):
            done = [self._known[text][place] for text in texts]
            shown = "\n".join(text for text, _ in done)
            traces.append(_compared(step, shown, list(zip(before, done, strict=True))))
            before = [text for text, _ in done]
        return traces


def _run(step: Step, text: str) -> Changed:
    change = KINDS[step.kind].run
    return change(text, **step.options) if change is not None else (text, ())


def _select(
    step: Step, original: selection.Original, recipe: Recipe, article: Article,
    budget: selection.Budget, later: _Later,
) -> selection.Selection:  # fmt: skip
    if step.options["count"] == "final":
        # Tokens of what is read, not of what was written; "raw" is the reference's way.
        count = budget.count
        budget = selection.Budget(budget.limit, lambda text: count(later.after(text)))
    what = step.options["parts"]
    if what == "first_sentences":
        return selection.first_sentences(original, budget)
    if what == "chunks":
        return selection.chunks(original, budget, title_share=recipe.title_share)
    if what == "tags":
        return selection.tags(original, tags_of(article.tags), budget)
    return selection.title(original, budget)


def _fit(
    texts: Sequence[str], weights: Sequence[float], budget: selection.Budget
) -> tuple[list[Part], list[StepTrace]]:
    """Cut what is still too long, and say so: the encoder would cut it silently."""
    parts, dropped = [], []
    for text, weight in zip(texts, weights, strict=True):
        kept, rest = budget.cut(text.strip())
        parts.append(Part(kept, budget.count(kept), weight))
        dropped += rest.split()
    if not dropped:
        return parts, []
    return parts, [_trace("budget", "\n".join(part.text for part in parts), dropped)]


def _opening(original: selection.Original, select: Step) -> str:
    """Say what is unusual about an article."""
    if original.headline:
        return ""
    if not original.paragraphs:
        return "the article is empty"
    if select.options["parts"] in ("chunks", "first_sentences"):
        return "no headline"
    return "no headline: the first paragraph was read instead"


def _closing(original: selection.Original, parts: Sequence[Part]) -> str:
    """Say that nothing is left for the encoder to make something of."""
    if not (original.headline or original.paragraphs):
        return ""
    if not any(part.text for part in parts):
        return "the recipe left nothing to read"
    if any(mark.isalnum() for part in parts for mark in part.text):
        return ""
    return "no letter or digit was read: many models take emoji and other signs for unknown"


def _compared(step: Step, text: str, done: Sequence[tuple[str, Changed]]) -> StepTrace:
    """Return the trace of a step on words, with what it dropped and rewrote."""
    compare = KINDS[step.kind].compare
    dropped: list[str] = []
    changed: Pairs = []
    for before, (after, gone) in done:
        dropped += gone
        if compare is not None and before != after:
            more, pairs = compare(before, after)
            dropped += more
            changed += pairs
    return _trace(step.kind, text, dropped, "", changed)


def _trace(
    step: str, text: str, dropped: Sequence[str], note: str = "",
    changed: Sequence[tuple[str, str]] = (),
) -> StepTrace:  # fmt: skip
    """Return a trace that is short enough to be stored, and says what it does not list."""
    notes = [note] if note else []
    if changed:
        words = ", ".join(f"{a}→{b}" for a, b in changed[:_EXAMPLES])
        more = f" and {len(changed) - _EXAMPLES:,} more" if len(changed) > _EXAMPLES else ""
        notes.append(
            f"{len(changed):,} word{'s' if len(changed) > 1 else ''} changed: {words}{more}"
        )
    if len(dropped) > _LISTED:
        notes.append(f"and {len(dropped) - _LISTED:,} more dropped that are not listed")
    return StepTrace(
        step,
        _short(text, _TRACED),
        tuple(_short(piece, _LISTED_EACH) for piece in dropped[:_LISTED]),
        "; ".join(notes),
        tuple((_short(a, _LISTED_EACH), _short(b, _LISTED_EACH)) for a, b in changed[:_LISTED]),
    )


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[:most]} … ({len(text) - most:,} letters more)"
