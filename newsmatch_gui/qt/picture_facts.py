"""What is known of a picture, in words: on its card, to a screen reader, and in full."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.said import said_sentence
from newsmatch_gui.qt.theme import picture_word, verdict_glyph, verdict_word

_LACKS = "⚠"


def credit_words(image: Image) -> str:
    """Return the credit, or that there is none, with a sign."""
    return image.credit or f"{_LACKS} {QCoreApplication.translate('Facts', 'no credit given')}"


def licence_words(image: Image) -> str:
    """Return the licence, or that there is none, with a sign."""
    return image.licence or f"{_LACKS} {QCoreApplication.translate('Facts', 'no licence given')}"


def size_words(image: Image) -> str:
    """Return width and height in pixels, "" while they are not known."""
    return f"{image.width} × {image.height}" if image.width else ""


def uses_words(uses: int) -> str:
    """Return for how many other articles a picture was decided on, "" for none."""
    if not uses:
        return ""
    return QCoreApplication.translate("Facts", "used in %n article(s)", "", uses)


def score_words(card: Card) -> str:
    """Return how far a candidate stands out, and how far the next different one is behind it."""
    lead, margin = _signed(card.lead), QLocale().toString(card.margin, "f", 2)
    text = QCoreApplication.translate("Facts", "{0} σ, margin {1}")
    return text.format(lead, margin)


def score_sentence(card: Card) -> str:
    """Return the score in words, as a screen reader says it."""
    text = QCoreApplication.translate(
        "Facts",
        "{0} standard deviations from this article's average picture, "
        "{1} ahead of the next different one",
    )
    return text.format(_signed(card.lead), QLocale().toString(card.margin, "f", 2))


def sensitive_word() -> str:
    """Return the word for a picture that is blurred."""
    return QCoreApplication.translate("Facts", "sensitive")


def veil_words(key: str) -> str:
    """Return what is written over a blurred picture.

    Args:
        key: What reveals it, "" when no key does.
    """
    if not key:
        return sensitive_word()
    return QCoreApplication.translate("Facts", "Sensitive: {0} reveals it").format(key)


def compare_word() -> str:
    """Return the word for a picture that is marked to be compared."""
    return QCoreApplication.translate("Facts", "compare")


def alike_words(card: Card) -> str:
    """Return how many pictures are nearly the same, or which one this is nearly the same as."""
    if card.like:
        return QCoreApplication.translate("Facts", "like #{0}").format(card.like)
    return (
        QCoreApplication.translate("Facts", "+{0} alike").format(card.alike) if card.alike else ""
    )


def card_sentence(card: Card) -> str:
    """Return everything that a card shows, in the order in which one wants to hear it."""
    image = card.image
    rank = QCoreApplication.translate("Facts", "Rank {0}: {1}")
    beneath = (
        QCoreApplication.translate("Facts", "%n alike, shown after it", "", card.alike)
        if card.spread
        else QCoreApplication.translate("Facts", "%n alike, folded beneath it", "", card.alike)
    )
    parts = (
        rank.format(card.rank, image.caption or image.id),
        picture_word(card.verdict),
        said_sentence(card.said),
        sensitive_word() if card.sensitive else "",
        score_sentence(card),
        f"{QCoreApplication.translate('Facts', 'credit')}: {credit_words(image)}",
        f"{QCoreApplication.translate('Facts', 'licence')}: {licence_words(image)}",
        size_words(image),
        uses_words(card.uses),
        beneath if card.alike else alike_words(card),
        QCoreApplication.translate("Facts", "to be compared") if card.compared else "",
    )
    return ", ".join(filter(None, parts))


def facts(card: Card) -> tuple[tuple[str, str], ...]:
    """Return (name, text) of everything that is known of a candidate's picture."""
    image, tr = card.image, QCoreApplication.translate
    verdict = f"{verdict_glyph(card.verdict)} {verdict_word(card.verdict)}" if card.verdict else ""
    rows = (
        (tr("Facts", "Caption"), image.caption),
        (tr("Facts", "Credit"), credit_words(image)),
        (tr("Facts", "Licence"), licence_words(image)),
        (tr("Facts", "Size"), _size(image)),
        (tr("Facts", "Taken"), image.taken),
        (tr("Facts", "People"), image.people),
        (tr("Facts", "Places"), image.places),
        (tr("Facts", "Keywords"), image.keywords),
        (tr("Facts", "Source"), image.origin),
        (tr("Facts", "File"), Path(image.path).name),
        (tr("Facts", "Id"), image.id),
        (tr("Facts", "Rank"), f"{card.rank}"),
        (tr("Facts", "Score"), score_sentence(card)),
        (tr("Facts", "Alike"), alike_words(card)),
        (tr("Facts", "Used"), uses_words(card.uses)),
        (tr("Facts", "Decided"), " · ".join(filter(None, (verdict, said_sentence(card.said))))),
        (tr("Facts", "Marked"), sensitive_word() if card.sensitive else ""),
    )
    return tuple((name, text) for name, text in rows if text)


def _size(image: Image) -> str:
    if not image.width:
        return ""
    millions = QLocale().toString(image.width * image.height / 1e6, "f", 1)
    text = QCoreApplication.translate("Facts", "{0} pixels, {1} megapixels")
    return text.format(size_words(image), millions)


def _signed(number: float) -> str:
    text = QLocale().toString(abs(number), "f", 1)
    return f"{'−' if number < 0 else '+'}{text}"


class FactsPanel(QPlainTextEdit):
    """Everything that is known of a picture, as plain text that can be selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("About the picture"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)

    def show_facts(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Show names and texts; they are inserted as they are, never read as markup."""
        self.clear()
        cursor = QTextCursor(self.document())
        strong, plain = QTextCharFormat(), QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        for number, (name, text) in enumerate(rows):
            cursor.insertText("\n" if number else "", plain)
            cursor.insertText(f"{name}  ", strong)
            cursor.insertText(text, plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)
