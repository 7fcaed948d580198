"""The settings as the window follows them: a change counts at once, whoever makes it."""

import logging
from collections.abc import Mapping

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal, Slot

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.services.settings import (
    TABLE,
    read_settings,
    reset_setting,
    set_setting,
    settings_file,
)

log = logging.getLogger(__name__)


class Preferences(QObject):
    """Reads the settings, changes them, and sees when the command line or an editor does.

    Signals:
        changed: Key of a setting that has another value than before.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._values: Mapping[str, str] = {setting.key: setting.default for setting in TABLE}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def value(self, key: str) -> str:
        """Return a setting; "" for one that has no default and was not given."""
        return self._values.get(key, "")

    def values(self) -> Mapping[str, str]:
        """Return every setting, and the keys that were given to actions."""
        return self._values

    def set(self, key: str, value: str) -> None:
        """Change a setting.

        Raises:
            NewsMatchError: The value will not do, or the file cannot be read or written.
        """
        set_setting(key, value)
        self.refresh()

    def reset(self, key: str) -> None:
        """Let a setting have its default again.

        Raises:
            NewsMatchError: The file cannot be read or written.
        """
        reset_setting(key)
        self.refresh()

    def refresh(self) -> None:
        """Read the file anew and tell what is different.

        Raises:
            NewsMatchError: The file is damaged; what was read before still counts.
        """
        before, self._values = self._values, read_settings()
        self._watch()
        for key in sorted({*before, *self._values}):
            if before.get(key) != self._values.get(key):
                self.changed.emit(key)

    @Slot()
    def _look(self) -> None:
        try:
            self.refresh()
        except NewsMatchError as error:
            # It may be half written just now; whoever opens the settings is told.
            log.warning("%s", error)
        self._watch()

    def _watch(self) -> None:
        # The folder, since a file that is replaced as a whole would be watched no more.
        folder = str(settings_file().parent)
        if folder not in self._watcher.directories() and settings_file().parent.is_dir():
            self._watcher.addPath(folder)
