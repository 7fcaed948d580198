"""Which words differ between two readings of the same article."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_STEM = 3  # letters that a stemmer leaves alone
_SIGNS = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class WordChange:
    """A word of either reading; empty where the other reading alone has it."""

    before: str
    after: str

    @property
    def kept(self) -> bool:
        """Whether both readings have it, letter by letter."""
        return self.before == self.after


def stem_of(word: str) -> str:
    """Return the letters by which a word is known in another form: the first few, without case."""
    return _SIGNS.sub("", word).casefold()[:_STEM] or word


def word_changes(
    before: Sequence[str], after: Sequence[str], key: Callable[[str], str] = stem_of
) -> tuple[WordChange, ...]:
    """Lay the words of two readings side by side, in order.

    Args:
        before: Words of one reading.
        after: Words of the other.
        key: Words of equal keys stand for each other. By default "Ministers'" stands beside the
            "minist" that a stemmer made of it.

    Returns:
        Every word of both once: the non-empty ``before`` in order are the one reading, the
        non-empty ``after`` the other. Between words that stand for each other come first those
        that were taken away, then those that were added.
    """
    # Without difflib's heuristic for long texts, which ignores frequent words.
    matcher = SequenceMatcher(None, [*map(key, before)], [*map(key, after)], autojunk=False)
    found: list[WordChange] = []
    for how, start, end, other_start, other_end in matcher.get_opcodes():
        own, other = before[start:end], after[other_start:other_end]
        if how == "equal":
            found += map(WordChange, own, other)
        else:
            found += [WordChange(word, "") for word in own]
            found += [WordChange("", word) for word in other]
    return tuple(found)


def joined(words: Iterable[str]) -> str:
    """Return words as one text, leaving out empty ones."""
    return " ".join(filter(None, words))
