"""What is known of a picture, in words: on its card, to a screen reader, and in full."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsmatch_gui.domain.records import Image
from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.said import said_sentence
from newsmatch_gui.qt.theme import picture_word, verdict_glyph, verdict_word

translate = QCoreApplication.translate
_counted = QObject()  # what finds texts to translate sees that something is counted only in its tr
_LACKS = "⚠ "


def credit_words(image: Image) -> str:
    """Return the credit, or that there is none, with a sign."""
    return image.credit or _LACKS + translate("Facts", "no credit given")


def licence_words(image: Image) -> str:
    """Return the licence, or that there is none, with a sign."""
    return image.licence or _LACKS + translate("Facts", "no licence given")


def size_words(image: Image) -> str:
    """Return width and height in pixels, "" while they are not known."""
    return f"{image.width} × {image.height}" if image.width else ""


def uses_words(uses: int) -> str:
    """Return for how many other articles a picture was decided on, "" for none."""
    if not uses:
        return ""
    return _counted.tr("used in %n article(s)", "", uses)


def score_words(card: Card) -> str:
    """Return how far a candidate stands out, and how far the next different one is behind it."""
    lead, margin = _signed(card.lead), QLocale().toString(card.margin, "f", 2)
    text = translate("Facts", "{0} σ, margin {1}")
    return text.format(lead, margin)


def score_sentence(card: Card) -> str:
    """Return the score in words, as a screen reader says it."""
    text = translate(
        "Facts",
        "{0} standard deviations from this article's average picture, "
        "{1} ahead of the next different one",
    )
    return text.format(_signed(card.lead), QLocale().toString(card.margin, "f", 2))


def sensitive_word() -> str:
    """Return the word for a picture that is blurred."""
    return translate("Facts", "sensitive")


def veil_words(key: str) -> str:
    """Return what is written over a blurred picture.

    Args:
        key: What reveals it, "" when no key does.
    """
    if not key:
        return sensitive_word()
    return translate("Facts", "Sensitive: {0} reveals it").format(key)


def compare_word() -> str:
    """Return the word for a picture that is marked to be compared."""
    return translate("Facts", "compare")


def alike_words(card: Card) -> str:
    """Return how many pictures are nearly the same, or which one this is nearly the same as."""
    if card.like:
        return translate("Facts", "like #{0}").format(card.like)
    return translate("Facts", "+{0} alike").format(card.alike) if card.alike else ""


def card_sentence(card: Card) -> str:
    """Return everything that a card shows, in the order in which one wants to hear it."""
    image = card.image
    rank = translate("Facts", "Rank {0}: {1}")
    parts = (
        rank.format(card.rank, image.caption or image.id),
        picture_word(card.verdict),
        said_sentence(card.said),
        sensitive_word() if card.sensitive else "",
        score_sentence(card),
        translate("Facts", "credit: {0}").format(credit_words(image)),
        translate("Facts", "licence: {0}").format(licence_words(image)),
        size_words(image),
        uses_words(card.uses),
        _alike_sentence(card),
        translate("Facts", "to be compared") if card.compared else "",
    )
    return ", ".join(filter(None, parts))


def _alike_sentence(card: Card) -> str:
    if not card.alike:
        return alike_words(card)
    if card.spread:
        return _counted.tr("%n alike, shown after it", "", card.alike)
    return _counted.tr("%n alike, folded beneath it", "", card.alike)


def facts(card: Card) -> tuple[tuple[str, str], ...]:
    """Return (name, text) of everything that is known of a candidate's picture."""
    image = card.image
    verdict = f"{verdict_glyph(card.verdict)} {verdict_word(card.verdict)}" if card.verdict else ""
    rows = (
        (translate("Facts", "Caption"), image.caption),
        (translate("Facts", "Credit"), credit_words(image)),
        (translate("Facts", "Licence"), licence_words(image)),
        (translate("Facts", "Size"), _size(image)),
        (translate("Facts", "Taken"), image.taken),
        (translate("Facts", "People"), image.people),
        (translate("Facts", "Places"), image.places),
        (translate("Facts", "Keywords"), image.keywords),
        (translate("Facts", "Source"), image.origin),
        (translate("Facts", "File"), Path(image.path).name),
        (translate("Facts", "Id"), image.id),
        (translate("Facts", "Rank"), f"{card.rank}"),
        (translate("Facts", "Score"), score_sentence(card)),
        (translate("Facts", "Alike"), alike_words(card)),
        (translate("Facts", "Used"), uses_words(card.uses)),
        (
            translate("Facts", "Decided"),
            " · ".join(filter(None, (verdict, said_sentence(card.said)))),
        ),
        (translate("Facts", "Marked"), sensitive_word() if card.sensitive else ""),
    )
    return tuple((name, text) for name, text in rows if text)


def _size(image: Image) -> str:
    if not image.width:
        return ""
    millions = image.width * image.height / 1e6
    text = translate("Facts", "{0} pixels, {1} megapixels")
    figures = 1 if millions >= 1 else 2
    return text.format(size_words(image), QLocale().toString(millions, "f", figures))


def _signed(number: float) -> str:
    text = QLocale().toString(abs(number), "f", 1)
    return f"{'−' if round(number, 1) < 0 else '+'}{text}"


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
