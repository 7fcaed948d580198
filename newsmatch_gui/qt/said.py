"""Words for what was said of a picture beside the verdict: grade, reason and note."""

from PySide6.QtCore import QCoreApplication

from newsmatch_gui.domain.records import BEST_FIT, Decision, Reason


def reason_word(reason: str) -> str:
    """Return the words for a reason's code; a code of a newer version stands for itself."""
    words = {
        Reason.WRONG_PERSON: QCoreApplication.translate("Reason", "wrong person"),
        Reason.WRONG_PLACE: QCoreApplication.translate("Reason", "wrong place"),
        Reason.WRONG_TIME: QCoreApplication.translate("Reason", "wrong time"),
        Reason.GENERIC_STOCK: QCoreApplication.translate("Reason", "generic stock"),
        Reason.GRAPHIC_OR_LOGO: QCoreApplication.translate("Reason", "graphic or logo"),
        Reason.RIGHTS: QCoreApplication.translate("Reason", "rights"),
        Reason.QUALITY: QCoreApplication.translate("Reason", "quality"),
        Reason.SENSITIVE: QCoreApplication.translate("Reason", "sensitive"),
        Reason.OTHER: QCoreApplication.translate("Reason", "other"),
        Reason.BELONGS_ELSEWHERE: QCoreApplication.translate("Reason", "belongs elsewhere"),
    }
    return {code.value: word for code, word in words.items()}.get(reason, reason)


def stars(fit: int) -> str:
    """Return a grade as stars with its number, as it is painted."""
    return f"{'★' * fit}{'☆' * (BEST_FIT - fit)} {fit}"


def said_sentence(said: Decision | None) -> str:
    """Return grade, reason and note in one line, "" where there is none of them."""
    if said is None:
        return ""
    grade = QCoreApplication.translate("Reason", "fit {0} of 5").format(said.fit)
    return " · ".join(
        filter(None, (grade if said.fit else "", reason_word(said.reason), said.note))
    )
