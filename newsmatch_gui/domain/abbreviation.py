"""How well a few typed letters abbreviate a text, for lists that narrow while somebody types."""

_START, _NEXT, _INSIDE = 4.0, 3.0, 1.0  # of a letter that begins a word, follows on, or neither
_LENGTH = 0.01  # taken off for each letter of the text: of two that fit alike, the shorter one


def abbreviation_score(typed: str, text: str) -> float | None:
    """Return how well typed words abbreviate a text, None when one of them does not.

    The letters of a word must stand in the text in their order. Letters that begin words of the
    text or follow on each other count more, so "exd" and "dec ex" both find "Export decisions".

    Args:
        typed: Words, in any order.
        text: What they may stand for.

    Returns:
        The best sum over the ways to place the letters; nothing typed fits everything.
    """
    low, total = text.casefold(), -_LENGTH * len(text)
    for word in typed.casefold().split():
        score = _word_score(word, low)
        if score is None:
            return None
        total += score
    return total


def _word_score(word: str, text: str) -> float | None:
    """Return the best sum for one word: letter by letter, for each place its last one may have."""
    ends: dict[int, float] = {-2: 0.0}  # before the text, and not next to its first letter
    for letter in word:
        found: dict[int, float] = {}
        before = float("-inf")  # the best of the ends left of the place looked at
        for place, there in enumerate(text):
            before = max(before, ends.get(place - 1, before), ends.get(-2, before))
            if there == letter and before > float("-inf"):
                starts = place == 0 or not text[place - 1].isalnum()
                alone = before + (_START if starts else _INSIDE)
                found[place] = max(alone, ends.get(place - 1, float("-inf")) + _NEXT)
        if not found:
            return None
        ends = found
    return max(ends.values())
