"""How well a few typed letters abbreviate a text, for lists that narrow while somebody types."""

_START, _NEXT, _INSIDE = 4.0, 3.0, 1.0  # of a letter that begins a word, follows on, or neither
_NEVER = float("-inf")
_LENGTH = 0.01  # taken off for each letter of the text: of two that fit alike, the shorter one


def abbreviation_score(typed: str, text: str) -> float | None:
    """Return how well typed words abbreviate a text, None when one of them does not.

    The letters of a word must stand in the text in their order, the first of them where a word of
    the text begins; or all of them next to each other, anywhere. Letters that begin words or follow
    on each other count more, so "exd", "dec ex" and "port" all find "Export decisions".

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
    starts = {0} | {place for place in range(1, len(text)) if not text[place - 1].isalnum()}
    ends = {place: _START for place in starts if text[place : place + 1] == word[0]}
    for letter in word[1:]:
        found: dict[int, float] = {}
        before = _NEVER  # the best of the ends left of the place looked at
        for place in range(1, len(text)):
            before = max(before, ends.get(place - 1, _NEVER))
            if text[place] == letter and before > _NEVER:
                alone = before + (_START if place in starts else _INSIDE)
                found[place] = max(alone, ends.get(place - 1, _NEVER) + _NEXT)
        ends = found
    if ends:
        return max(ends.values())
    return _INSIDE * len(word) if word in text else None
