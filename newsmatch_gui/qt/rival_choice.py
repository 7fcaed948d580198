"""Choosing what a study is compared with."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.services.studying import Study, StudyChoice, study_choices


@dataclass(frozen=True, slots=True)
class Rival:
    """What a study can be compared with: a model and a reading of a collection."""

    folder: Path
    choice: StudyChoice


class RivalChoice(QWidget):
    """Every other model and reading of the study's collection, and of others added by hand.

    Signals:
        chosen: Another one was chosen.
        failed: A ``NewsMatchError``, of a folder that is no collection.
    """

    chosen = Signal()
    failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._study: Study | None = None
        self._others: list[Rival] = []
        self.list = QComboBox(self)
        self.list.setAccessibleName(self.tr("Compared with"))
        self.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.list.currentIndexChanged.connect(self.chosen)
        label = QLabel(self.tr("Compared &with (after):"), self)
        label.setBuddy(self.list)
        self.other = QPushButton(self.tr("Another c&ollection …"), self)
        self.other.clicked.connect(self._ask_collection)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (label, self.list, self.other):
            layout.addWidget(part)
        layout.addStretch(1)

    def current(self) -> Rival | None:
        """Return what is chosen, None while there is nothing to choose."""
        return self.list.currentData()

    def set_study(self, study: Study | None) -> None:
        """Offer what another study can be compared with; says nothing of it by a signal."""
        before = self.current()
        self._study = study
        rivals = self._rivals()
        with QSignalBlocker(self.list):
            self.list.clear()
            for rival in rivals:
                self.list.addItem(self._title(rival), rival)
            self.list.setCurrentIndex(rivals.index(before) if before in rivals else 0)
        self.list.setEnabled(bool(rivals))
        self.other.setEnabled(study is not None)

    def _rivals(self) -> list[Rival]:
        if self._study is None:
            return []
        pool = self._study.pool
        own = [Rival(pool.folder, choice) for choice in study_choices(pool.folder)]
        shown = (pool.folder, pool.model.fingerprint, pool.recipe)
        return [
            rival for rival in (*own, *self._others)
            if (rival.folder, rival.choice.model, rival.choice.reading) != shown
        ]  # fmt: skip

    def _title(self, rival: Rival) -> str:
        same = self._study is not None and rival.folder == self._study.pool.folder
        return rival.choice.title if same else f"{rival.folder.stem}: {rival.choice.title}"

    @Slot()
    def _ask_collection(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Compare with another collection"))
        if name:
            self.add_collection(Path(name))

    def add_collection(self, folder: Path) -> None:
        """Offer what ranked another collection too, and choose the pair that serves it."""
        try:
            found = [Rival(folder, choice) for choice in study_choices(folder)]
        except NewsMatchError as error:
            self.failed.emit(error)
            return
        self._others += [rival for rival in found if rival not in self._others]
        for rival in found:
            if self.list.findData(rival) < 0:
                self.list.addItem(self._title(rival), rival)
        self.list.setEnabled(True)
        self.list.setCurrentIndex(self.list.findData(found[0]))
