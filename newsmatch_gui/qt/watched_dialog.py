"""Which folders are watched: a list to add to and to take from."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.services.watching import unwatch_folder, watch_folder, watched_folders


class WatchedDialog(QDialog):
    """Lists the watched folders of a collection.

    Signals:
        changed: Other folders are watched than before.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._folder = folder
        self.setWindowTitle(self.tr("Watched folders"))
        give_room(self, 620, 320)
        about = QLabel(
            self.tr(
                "Photos that arrive in these folders, and in folders below them, go into the pool "
                "while this window is open."
            ),
            self,
        )
        about.setWordWrap(True)
        self.none = QLabel(self.tr("No folder is watched yet."), self)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.add = buttons.addButton(self.tr("&Watch a folder …"), role)
        self.remove = buttons.addButton(self.tr("&Stop watching it"), role)
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (about, self.none, self.list, buttons):
            layout.addWidget(part)
        self._show()

    def _show(self) -> None:
        self.list.clear()
        self.list.addItems([str(path) for path in watched_folders(self._folder)])
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self.remove.setEnabled(self.list.count() > 0)
        self.none.setVisible(self.list.count() == 0)
        (self.list if self.list.count() else self.add).setFocus()

    @Slot()
    def _ask(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, self.tr("Watch a folder")):
            self.watch(Path(chosen))

    def watch(self, photos: Path) -> None:
        """Watch one more folder."""
        try:
            watch_folder(self._folder, photos)
        except NewsMatchError as error:
            show_sentence(self, str(error))
            return
        self._changed()

    @Slot()
    def _remove(self) -> None:
        if (chosen := self.list.currentItem()) is not None:
            unwatch_folder(self._folder, Path(chosen.text()))
            self._changed()

    def _changed(self) -> None:
        self._show()
        self.changed.emit()
