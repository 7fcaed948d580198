"""Other people's text where something would act on it: a terminal, or a line to read."""

import re

# What is not printed but steers: escapes of a terminal, and marks that turn the direction of
# writing, behind which a name can hide its end. Joiners stay: emoji and Persian need them.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u200e\u200f\ud800-\udfff]"
)
_LONGEST_SENTENCE = 1_000  # characters; what mends a fault stands at its end


def one_sentence(text: str) -> str:
    """Return a sentence as one line; one that quotes something endless loses its middle."""
    text = plain(text.replace("\n", " ").replace("\r", " "))
    if len(text) <= _LONGEST_SENTENCE:
        return text
    return f"{text[:600]} \u2026 {text[-300:]}"


def plain(text: str) -> str:
    """Return a text with a mark in place of each character that would act instead of showing."""
    return _STEERING.sub("\ufffd", text)
