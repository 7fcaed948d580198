"""Accepting the first pictures of many articles at once, where they are far enough ahead."""

from bisect import bisect_left

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.progress import Progress
from newsmatch_gui.qt.words import filled
from newsmatch_gui.services.first_pictures import FirstPicture


class FirstPicturesDialog(QDialog):
    """Asks how far ahead of the second picture the first one must be, and counts those that are.

    Signals:
        settled: The ``FirstPicture`` values that are accepted, and the distance asked for.
    """

    settled = Signal(object, float)

    def __init__(self, articles: int, decided: int, ahead: float, parent: QWidget) -> None:
        """Make the dialog; it counts once ``show_firsts`` told it what there is.

        Args:
            articles: How many articles it is about.
            decided: How many more were selected, but are decided already.
            ahead: The distance it begins with, in standard deviations.
            parent: The desk.
        """
        super().__init__(parent)
        self._firsts: list[FirstPicture] = []
        self._articles = articles
        self.setWindowTitle(self.tr("Accept first pictures"))
        self.setMinimumWidth(520)
        about = self.tr(
            "The first picture of each article becomes acceptable if it is this far ahead of the "
            "second one:"
        )
        if decided:
            about += "\n" + self.tr(
                "%Ln selected article(s) are decided already and stay as they are.", "", decided
            )
        text = QLabel(about, self)
        text.setWordWrap(True)
        self.ahead = QDoubleSpinBox(self, minimum=0, maximum=10, decimals=2, singleStep=0.1)
        self.ahead.setSuffix(self.tr(" σ"))
        self.ahead.setValue(ahead)
        self.ahead.setAccessibleName(self.tr("Standard deviations ahead of the second picture"))
        self.count = QLabel(self.tr("Ranking %Ln article(s) …", "", articles), self)
        self.progress = QProgressBar(self)
        self.progress.setAccessibleName(self.tr("Articles ranked"))
        self.progress.setRange(0, articles)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setText(self.tr("Accept"))
        self.go.setEnabled(False)
        line = QHBoxLayout()
        line.addWidget(self.ahead)
        line.addWidget(self.count, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addLayout(line)
        layout.addWidget(self.progress)
        layout.addWidget(self.buttons)
        self.ahead.valueChanged.connect(self._tell)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.ahead.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def follow(self, progress: Progress) -> None:
        """Show how many articles are ranked."""
        self.progress.setValue(progress.done)

    @Slot(object)
    def show_firsts(self, firsts: tuple[FirstPicture, ...]) -> None:
        """Take over what was ranked."""
        self._firsts = sorted(firsts, key=lambda first: first.ahead)
        self.progress.hide()
        self._tell()

    def _far(self) -> list[FirstPicture]:
        value = self.ahead.value()
        return self._firsts[bisect_left(self._firsts, value, key=lambda first: first.ahead) :]

    @Slot()
    def _tell(self) -> None:
        if self.progress.isHidden():
            count = len(self._far())
            text = filled(self.tr("{0:,} of %Ln article(s)", "", self._articles), count)
            self.count.setText(text)
            self.count.setAccessibleName(text)
            self.go.setText(filled(self.tr("Accept {0:,}"), count))
            self.go.setEnabled(count > 0)

    def accept(self) -> None:
        if self.go.isEnabled():
            self.settled.emit(self._far(), self.ahead.value())
            super().accept()
