"""Which parts of an article the encoder reads: whole sentences that fit its token budget."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsmatch_gui.text import language

Count = Callable[[str], int]
_MOST_PARTS = 1_000
_SPENT = 4  # tokens; no sentence worth reading is shorter
_UNSURE = 8  # tokens by which the sum of sentences may differ from the whole
_MISSES = 5  # sentences that did not fit; after so many, the lead is over
_LETTERS = 40  # of a token, at most, in any text that is not one endless word
_ENDS = '.!?…:;"”“»'


@dataclass(frozen=True, slots=True)
class Selection:
    """What was selected.

    Attributes:
        texts: The parts, the headline first.
        weights: How much each counts, summing to 1.
        dropped: What was left out, in the article's own words.
        note: What was left out without being looked at; else empty.
    """

    texts: tuple[str, ...]
    weights: tuple[float, ...] = (1.0,)
    dropped: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """Tokens of one part: what the encoder's context leaves after its own marks."""

    limit: int
    count: Count

    def fits(self, text: str) -> bool:
        """Tell whether a text fits as a part of its own."""
        # No more is tokenized than may fit: a headline can be a whole book by mistake.
        start = text[: self.limit * _LETTERS]
        return (start == text or self.count(start) <= self.limit) and self.count(text) <= self.limit

    def cut(self, text: str) -> tuple[str, str]:
        """Cut a text that is too long after the last whole word that fits.

        Returns:
            (what fits, the rest); a single word longer than the budget is cut inside.
        """
        window = self.limit * _LETTERS
        while (fits := self.fits(text[:window])) and window < len(text):
            window *= 2
        if fits:
            return text, ""
        start = text[:window]
        ends = [place for place, mark in enumerate(start) if mark.isspace() and place]
        reach = _longest(ends, lambda end: self.fits(text[:end]))
        if not text[:reach].strip():
            reach = _longest(range(1, len(start)), lambda end: self.fits(text[:end]))
        return text[:reach], text[reach:].lstrip()


@dataclass(frozen=True, slots=True)
class Original:
    """What there is to select from, in the article's own words.

    Attributes:
        headline: The headline, may be empty.
        paragraphs: The body.
        lang: Two-letter code of the language by whose rules sentences are told apart.
        render: What the steps before the selection make of a text, e.g. its translation; asked
            only for what is wanted. Budgets hold for what it returns.
    """

    headline: str
    paragraphs: Sequence[str]
    lang: str
    render: Callable[[str], str]

    def sentences(self, paragraph: str) -> list[str]:
        """Return the sentences of a paragraph as they stand."""
        return language.sentences(paragraph, self.lang)


def title(original: Original, budget: Budget) -> Selection:
    """Select the headline alone; of an article without one, what fits of the first paragraph."""
    lead = _lead(original, budget)
    body = len(original.paragraphs) - (not original.headline)
    return Selection((_joined(lead.chosen),), dropped=tuple(lead.dropped), note=_not_read(body))


def first_sentences(original: Original, budget: Budget) -> Selection:
    """Select the headline and the first sentence of each paragraph, as many as fit (T1)."""
    # By the language's own rules: after translating, "am 12. Mai" would end in "at the 12.".
    chosen = _headline(original, budget) if original.headline else _Fill(original, budget)
    for place, paragraph in enumerate(original.paragraphs):
        if chosen.is_full:
            rest = len(original.paragraphs) - place
            return chosen.selection(_not_read(rest))
        first, *later = original.sentences(paragraph)
        chosen.add(first)
        chosen.dropped += later
    return chosen.selection("")


def tags(original: Original, names: Sequence[str], budget: Budget) -> Selection:
    """Select the headline and the article's tags, as many as fit."""
    chosen = _lead(original, budget)
    for name in names:
        if chosen.is_full:
            chosen.dropped.append(name)
        else:
            chosen.add(name)
    body = len(original.paragraphs) - (not original.headline)
    return chosen.selection(_not_read(body))


def chunks(original: Original, budget: Budget, *, title_share: float) -> Selection:
    """Select everything: the headline, and runs of whole sentences that fill the budget.

    A part weighs as much as its words are frequent in the whole article (SumBasic; Nenkova and
    Vanderwende 2005), so that a passing remark counts less than what the article is about.
    """
    headline = original.render(original.headline)
    heads = [headline] if headline else []
    if not budget.fits(headline):
        heads, _ = _runs([original.headline], original, budget)
    runs, left = _runs(original.paragraphs, original, budget)
    note = f"only the first {_MOST_PARTS:,} parts are read" if left else ""
    if not heads or not runs:
        texts = heads or runs or [""]
        return Selection(tuple(texts), _salience(texts, 1.0), tuple(left), note)
    weights = [title_share / len(heads)] * len(heads) + [*_salience(runs, 1.0 - title_share)]
    return Selection((*heads, *runs), tuple(weights), tuple(left), note)


class _Fill:
    """Sentences put one after the other while they fit.

    Attributes:
        chosen: What is read, rendered.
        dropped: What is left out, in the article's own words.
    """

    def __init__(self, original: Original, budget: Budget) -> None:
        self.chosen: list[str] = []
        self.dropped: list[str] = []
        self._original, self._budget = original, budget
        self._used = 0
        self._misses = 0

    @property
    def is_full(self) -> bool:
        """Whether looking at more sentences is in vain."""
        return self._budget.limit - self._used < _SPENT or self._misses == _MISSES

    def add(self, sentence: str) -> None:
        """Take a sentence if it fits; the first is cut where it does not, so that one is read."""
        made = self._original.render(sentence)
        if not _joined(self.chosen):
            made, rest = self._budget.cut(made)
            self.dropped += rest.split()
        if self._holds(made):
            self.chosen.append(made)
        else:
            self.dropped.append(sentence)
            self._misses += 1

    def _holds(self, made: str) -> bool:
        """Tell whether a text fits behind the others, and count it if it does."""
        # The sum is right but for what joining does; all is counted anew only near the limit.
        used = self._used + self._budget.count(made)
        if not self.chosen or used + _UNSURE > self._budget.limit:
            joined = _joined([*self.chosen, made])
            used = self._budget.count(joined)
        if used > self._budget.limit:
            return False
        self._used = used
        return True

    def selection(self, note: str) -> Selection:
        """Return what was chosen, as one text."""
        return Selection((_joined(self.chosen),), dropped=tuple(self.dropped), note=note)


def _headline(original: Original, budget: Budget) -> _Fill:
    chosen = _Fill(original, budget)
    chosen.add(original.headline)
    return chosen


def _lead(original: Original, budget: Budget) -> _Fill:
    """Return the headline or, where there is none, what fits of the first paragraph."""
    if original.headline or not original.paragraphs:
        return _headline(original, budget)
    chosen = _Fill(original, budget)
    for sentence in original.sentences(original.paragraphs[0]):
        if chosen.is_full:
            chosen.dropped.append(sentence)
        else:
            chosen.add(sentence)
    return chosen


def _not_read(count: int) -> str:
    return f"{count:,} paragraph{'s' if count > 1 else ''} not read" if count > 0 else ""


def _joined(chosen: list[str]) -> str:
    texts = [text for text in map(str.strip, chosen) if text]
    ended = [text if text[-1] in _ENDS else f"{text}." for text in texts[:-1]]
    return " ".join([*ended, *texts[-1:]])


def _runs(
    paragraphs: Sequence[str], original: Original, budget: Budget
) -> tuple[list[str], list[str]]:
    """Return runs of rendered sentences that fill the budget, and the sentences beyond the most."""
    runs: list[str] = []
    left: list[str] = []
    for paragraph in paragraphs:
        for sentence in original.sentences(paragraph):
            if len(runs) >= _MOST_PARTS:
                left.append(sentence)
            else:
                _append(runs, original.render(sentence), budget)
    return runs, left


def _append(runs: list[str], sentence: str, budget: Budget) -> None:
    """Go on with the last run if the sentence fits, else begin another; cut what fits in none."""
    joined = f"{runs[-1] if runs else ''} {sentence}".strip()
    if budget.fits(joined):
        runs[-1:] = [joined]
        return
    rest = sentence.strip()
    while rest:
        kept, rest = budget.cut(rest)
        if not kept:  # not one letter fits: go on all the same, reading tells what it cannot hold
            kept, rest = rest[0], rest[1:]
        runs.append(kept.strip())


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
