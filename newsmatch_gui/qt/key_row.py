"""A row of the settings for the key of an online service, which is shown to nobody."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.services.api_keys import (
    VARIABLES,
    api_key,
    forget_key,
    is_in_environment,
    set_key,
)


class KeyRow(QWidget):
    """Keeps a key in the system's keyring, which may ask whoever sits there to unlock it.

    Signals:
        changed: The key was kept or forgotten.
    """

    changed = Signal()
    _looked = Signal(bool, str)

    def __init__(self, service: str, title: str, parent: QWidget) -> None:
        """Make the row.

        Args:
            service: As ``services.api_keys`` names it.
            title: As people know it.
            parent: Owner.
        """
        super().__init__(parent)
        self._service = service
        about = QLabel(self.tr("Key of {0}, kept in the system's keyring").format(title), self)
        about.setWordWrap(True)
        self.line = QLineEdit(self, echoMode=QLineEdit.EchoMode.Password)
        self.line.setAccessibleName(self.tr("Key of {0}").format(title))
        about.setBuddy(self.line)
        self.keep = QPushButton(self.tr("Keep"), self)
        self.keep.setAccessibleName(self.tr("Keep the key of {0}").format(title))
        self.forget = QPushButton(self.tr("Forget"), self)
        self.forget.setAccessibleName(self.tr("Forget the key of {0}").format(title))
        self.state = QLabel(self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        line = QHBoxLayout()
        for part in (self.line, self.keep, self.forget):
            line.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.addWidget(about)
        column.addLayout(line)
        column.addWidget(self.state)
        self.keep.clicked.connect(self._keep)
        self.line.returnPressed.connect(self._keep)
        self.forget.clicked.connect(self._forget)
        self._looked.connect(self._tell)

    def _keep(self) -> None:
        key = self.line.text()
        self.line.clear()
        self._apart(lambda: set_key(self._service, key), changes=True)

    def _forget(self) -> None:
        self._apart(lambda: forget_key(self._service), changes=True)

    def _apart(self, act: Callable[[], None], *, changes: bool = False) -> None:
        """Talk to the keyring on a thread of its own, which nobody waits for."""
        self.keep.setEnabled(False)
        self.forget.setEnabled(False)

        def talk() -> None:
            fault = ""
            try:
                act()
                api_key(self._service)
            except NewsMatchError as error:
                fault = str(error)
            with suppress(RuntimeError):  # the dialog was closed meanwhile
                self._looked.emit(changes and not fault, fault)

        Thread(target=talk, name="keyring", daemon=True).start()

    @Slot(bool, str)
    def _tell(self, changed: bool, fault: str) -> None:
        self.keep.setEnabled(True)
        known = bool(api_key(self._service))
        self.forget.setEnabled(known)
        if fault:
            self.state.setText(in_window_language(fault))
        elif is_in_environment(self._service):
            variable = VARIABLES[self._service]
            self.state.setText(self.tr("The key in {0} counts.").format(variable))
        else:
            self.state.setText(self.tr("A key is kept.") if known else self.tr("No key is kept."))
        if changed:
            self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Not before: the keyring asks nobody who does not use the service.
        self._apart(lambda: None)
