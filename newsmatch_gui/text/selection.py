"""Which parts of an article the encoder reads: whole sentences that fit its token budget."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from newsmatch_gui.text import language

Count = Callable[[str], int]
_MOST_PARTS = 1_000
_SPENT = 4  # tokens; no sentence worth reading is shorter
_MISSES = 5  # sentences that did not fit; after so many, the lead is over
_ENDS = '.!?…:;"”“»'


@dataclass(frozen=True, slots=True)
class Selection:
    """What was selected.

    Attributes:
        texts: The parts, the headline first.
        weights: How much each counts, summing to 1.
        dropped: Sentences looked at and left out.
        note: What was left out without being looked at; else empty.
    """

    texts: tuple[str, ...]
    weights: tuple[float, ...] = (1.0,)
    dropped: tuple[str, ...] = ()
    note: str = ""


@dataclass(slots=True)
class Budget:
    """Tokens of one part: what the encoder's context leaves after its own marks."""

    limit: int
    count: Count
    _marks: int = field(init=False)

    def __post_init__(self) -> None:
        self._marks = self.count("")

    @property
    def free(self) -> int:
        """Tokens for words."""
        return self.limit - self._marks

    def cost(self, text: str) -> int:
        """Return how many tokens a text adds."""
        return self.count(text) - self._marks

    def fits(self, text: str) -> bool:
        """Tell whether a text fits as a part of its own."""
        return self.count(text) <= self.limit

    def cut(self, text: str) -> tuple[str, str]:
        """Cut a text that is too long after the last whole word that fits.

        Returns:
            (what fits, the rest); a single word longer than the budget is cut inside.
        """
        if self.fits(text):
            return text, ""
        ends = [place for place, mark in enumerate(text) if mark.isspace() and place]
        reach = _longest(ends, lambda end: self.fits(text[:end]))
        if not text[:reach].strip():
            reach = _longest(range(1, len(text)), lambda end: self.fits(text[:end]))
        return text[:reach], text[reach:].lstrip()


def title(headline: str, _paragraphs: Sequence[str], _lang: str, _budget: Budget) -> Selection:
    """Select the headline alone."""
    return Selection((headline,))


def first_sentences(
    headline: str, paragraphs: Sequence[str], lang: str, budget: Budget
) -> Selection:
    """Select the headline and the first sentence of each paragraph, as many as fit (T1)."""
    chosen, dropped = [headline], []
    left = budget.free - budget.cost(headline)
    for place, paragraph in enumerate(paragraphs):
        if left < _SPENT or len(dropped) == _MISSES:
            rest = len(paragraphs) - place
            return _joined(chosen, dropped, f"paragraphs not looked at: {rest}")
        sentence = language.first_sentence(paragraph, lang)
        cost = budget.cost(sentence)
        if sentence and cost <= left:
            chosen.append(sentence)
            left -= cost
        elif sentence:
            dropped.append(sentence)
    return _joined(chosen, dropped, "")


def _joined(chosen: list[str], dropped: list[str], note: str) -> Selection:
    ended = [text if text[-1] in _ENDS else f"{text}." for text in chosen[:-1] if text]
    return Selection((" ".join([*ended, chosen[-1]]),), dropped=tuple(dropped), note=note)


def chunks(
    headline: str, paragraphs: Sequence[str], lang: str, budget: Budget, *, title_share: float
) -> Selection:
    """Select everything: the headline, and runs of whole sentences that fill the budget.

    A part weighs as much as its words are frequent in the whole article (SumBasic; Nenkova and
    Vanderwende 2005), so that a passing remark counts less than what the article is about.
    """
    runs, note = [], ""
    for run in _runs(paragraphs, lang, budget):
        if len(runs) == _MOST_PARTS:
            note = f"only the first {_MOST_PARTS} parts are read"
            break
        runs.append(run)
    if not runs:
        return Selection((headline,))
    if not headline:
        return Selection(tuple(runs), _salience(runs, 1.0), note=note)
    weights = (title_share, *_salience(runs, 1.0 - title_share))
    return Selection((headline, *runs), weights, note=note)


def _runs(paragraphs: Sequence[str], lang: str, budget: Budget) -> Iterator[str]:
    run, left = "", budget.free
    for paragraph in paragraphs:
        for whole in language.sentences(paragraph, lang):
            sentence, rest = budget.cut(whole)
            cost = budget.cost(sentence)
            if run and (cost > left or rest):
                yield run
                run, left = "", budget.free
            run, left = f"{run} {sentence}".strip(), left - cost
            while rest:
                yield run
                run, rest = budget.cut(rest)
                left = budget.free - budget.cost(run)
    if run:
        yield run


def _salience(runs: Sequence[str], share: float) -> tuple[float, ...]:
    stops = language.stop_words()
    words = [[w for w in run.lower().split() if w.isalpha() and w not in stops] for run in runs]
    frequency = Counter(word for run in words for word in run)
    raw = [sum(frequency[w] for w in run) / len(run) if run else 0.0 for run in words]
    total = sum(raw)
    if not total:
        return tuple(share / len(runs) for _ in runs)
    return tuple(share * value / total for value in raw)


def _longest(ends: Sequence[int], fits: Callable[[int], bool]) -> int:
    """Return the last of rising ends that fits, 0 if none does."""
    low, high = 0, len(ends)
    while low < high:
        middle = (low + high) // 2
        if fits(ends[middle]):
            low = middle + 1
        else:
            high = middle
    return ends[low - 1] if low else 0
