"""What each kind of failure is called, and the key that says it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from newsmatch_gui.domain.failures import FailureTag

KEYS = {tag: str(number) for number, tag in enumerate(FailureTag, 1)}


def tag_word(tag: FailureTag) -> str:
    """Return the words for a kind of failure."""
    words = {
        FailureTag.PERSON: QCoreApplication.translate("FailureTag", "wrong person"),
        FailureTag.PLACE: QCoreApplication.translate("FailureTag", "wrong place"),
        FailureTag.STOCK: QCoreApplication.translate("FailureTag", "generic stock"),
        FailureTag.GRAPHIC: QCoreApplication.translate("FailureTag", "graphic or logo"),
        FailureTag.TEXT: QCoreApplication.translate("FailureTag", "text in image"),
        FailureTag.TIME: QCoreApplication.translate("FailureTag", "time"),
        FailureTag.NON_LITERAL: QCoreApplication.translate("FailureTag", "non-literal"),
    }
    return words[tag]


def tag_words(tags: Iterable[FailureTag]) -> str:
    """Return the words for several, in the order of their keys."""
    held = set(tags)
    return ", ".join(tag_word(tag) for tag in FailureTag if tag in held)
