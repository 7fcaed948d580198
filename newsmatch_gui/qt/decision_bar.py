"""The bar below the candidates that gives a decision a reason and a note, by keys alone."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.records import Reason
from newsmatch_gui.qt.room import ButtonRows
from newsmatch_gui.qt.said import reason_word
from newsmatch_gui.qt.their_words import TheirWords

_DIGITS = "1234567890"


class DecisionBar(QFrame):
    """Asks for a reason and a note. Digits set reasons, other letters begin the note.

    Enter saves and Esc closes, wherever in the bar the focus is.

    Signals:
        saved: Code of the reason ("" for none) and the note.
        closed: It is gone, saved or not.
    """

    saved = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.title = TheirWords(self)
        self._buttons: dict[str, QPushButton] = {}
        for digit, reason in zip(_DIGITS, Reason, strict=True):
            text = f"{digit}  {reason_word(reason)}"
            button = QPushButton(text, self, checkable=True)
            # Darker alone would be easy to miss.
            button.toggled.connect(
                lambda on, button=button, text=text: button.setText(f"✓ {text}" if on else text)
            )
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on, code=reason.value: self._pick(code))
            button.installEventFilter(self)
            self._buttons[reason.value] = button
        self.reasons = ButtonRows(tuple(self._buttons.values()), self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.installEventFilter(self)
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(self.tr("Save (Enter)"), QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = buttons.addButton(self.tr("Close (Esc)"), QDialogButtonBox.ButtonRole.RejectRole)
        save.clicked.connect(self._save)
        cancel.clicked.connect(self.dismiss)
        for button in (save, cancel):
            button.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        for part in (self.title, self.reasons, self.note, buttons):
            layout.addWidget(part)
        self.hide()

    def ask(self, title: str, *, reason: str, note: str, with_reasons: bool) -> None:
        """Open.

        Args:
            title: What is being explained.
            reason: Code of its reason so far.
            note: Its note so far.
            with_reasons: A reason can be given, not a note alone.
        """
        self.title.setText(title)
        self.setAccessibleName(title)
        self.reasons.setVisible(with_reasons)
        for code, button in self._buttons.items():
            button.setChecked(with_reasons and code == reason)
        self.note.setText(note)
        self.show()
        first = self._buttons.get(reason, next(iter(self._buttons.values())))
        (first if with_reasons else self.note).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reason(self) -> str:
        """Return the code of the reason that is set, "" for none."""
        return next((code for code, button in self._buttons.items() if button.isChecked()), "")

    @Slot()
    def dismiss(self) -> None:
        """Close without saving."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    @Slot()
    def _save(self) -> None:
        reason, note = self.reason(), self.note.text().strip()
        self.hide()
        self.saved.emit(reason, note)
        self.closed.emit()

    def _pick(self, code: str) -> None:
        """Let one reason hold at a time; the same one again takes it away."""
        for other, button in self._buttons.items():
            if other != code:
                button.setChecked(False)

    def _typed(self, event: QKeyEvent, at: QObject) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif at not in self._buttons.values() or not event.text().strip():
            return False
        elif event.text() in _DIGITS:
            button = list(self._buttons.values())[_DIGITS.index(event.text())]
            button.click()
            button.setFocus()
        elif event.text().isprintable():
            self.note.setFocus()
            self.note.insert(event.text())
        return True

    def event(self, event: QEvent) -> bool:
        # Esc and single letters are keys of the desk around the bar; in here they are typed. Keys
        # such as F1 type nothing, and go on to whoever wants them.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
                return super().event(event)
            plain = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            if plain == Qt.KeyboardModifier.NoModifier and event.key() != Qt.Key.Key_Tab:
                event.accept()
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and self._typed(event, watched):
            return True
        return super().eventFilter(watched, event)
