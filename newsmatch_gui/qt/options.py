"""The settings in the window: their dialog, and letting each count as soon as it is changed."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.desk_view import DeskView
from newsmatch_gui.qt.preferences import Preferences
from newsmatch_gui.qt.settings_dialog import SettingsDialog
from newsmatch_gui.qt.theme import set_theme

_PATIENCE = 1_000  # ms between a change of translators and reading articles anew


class Options(QObject):
    """Applies settings, whoever changes them.

    Signals:
        failed: The ``NewsMatchError`` of a settings file that cannot be read or written.
        language_changed: The window must be made anew to speak another language.
        reading_changed: Articles are read in another way now, so what was read is out of date.
    """

    failed = Signal(object)
    language_changed = Signal()
    reading_changed = Signal()

    def __init__(self, preferences: Preferences, desk: DeskView, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._preferences = preferences
        # Articles are read once, after the last of several changes.
        self._later = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._later.timeout.connect(self.reading_changed)
        desk.many.ahead_chosen.connect(self._keep_ahead)
        preferences.changed.connect(self._apply)
        for key in ("ui.theme", "decide.ahead"):
            self._apply(key)

    def show(self) -> None:
        """Open the settings."""
        try:
            dialog = SettingsDialog(self._preferences, self._window)
        except NewsMatchError as error:
            self.failed.emit(error)
            return
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(float)
    def _keep_ahead(self, ahead: float) -> None:
        try:
            self._preferences.set("decide.ahead", f"{ahead:g}")
        except NewsMatchError as error:
            self.failed.emit(error)

    @Slot(str)
    def _apply(self, key: str) -> None:
        value = self._preferences.value(key)
        app = QApplication.instance()
        if key == "ui.theme" and value != (app.property("theme") or "system"):
            set_theme(app, value)
        elif key == "ui.language":
            self.language_changed.emit()
        elif key == "decide.ahead":
            self._desk.many.ahead = float(value)
        elif key == "candidates.fold":
            self._desk.looking.read_settings()
        elif key.startswith("translation."):
            self._later.start()
