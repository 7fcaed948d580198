"""The filters: what a picture must be to be ranked at all."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from newsmatch_gui.domain.filters import Filters, Orientation, day_of
from newsmatch_gui.services.searching import Offered

_PAUSE = 300  # ms after the last letter
_WIDEST = 20_000


class FilterPanel(QFrame):
    """A form of filters; each counts as soon as it is changed.

    Attributes:
        filters: What holds.

    Signals:
        changed: Somebody changed the filters.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.filters = Filters()
        self._setting = False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.usable = QCheckBox(self.tr("&Usable rights only"), self)
        self.usable.setToolTip(
            self.tr("Its licence says something else than that rights are reserved or unclear")
        )
        self.unused = QCheckBox(self.tr("Not used &before"), self)
        self.unused.setToolTip(self.tr("Not chosen for, or handed over with, another article"))
        self.undecided = QCheckBox(self.tr("Not in this &article"), self)
        self.undecided.setToolTip(self.tr("Nothing was said of it for this article"))
        self.source = self._names(self.tr("any agency or photographer"))
        self.person = self._names(self.tr("anybody"))
        self.since, self.until = self._day(), self._day()
        self.orientation = QComboBox(self)
        self.long_side = QSpinBox(self)
        self.clear = QPushButton(self.tr("Lift all &filters"), self)
        self._fill()
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._connect()
        self.hide()

    def _names(self, anything: str) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        box.lineEdit().setPlaceholderText(anything)
        box.lineEdit().setClearButtonEnabled(True)
        return box

    def _day(self) -> QLineEdit:
        field = QLineEdit(self)
        field.returnPressed.connect(self._read)
        field.setPlaceholderText(self.tr("any day"))
        field.setToolTip(self.tr("A day, a month or a year, such as 2024-05-31, 5.2024 or 2024"))
        return field

    def _fill(self) -> None:
        for text, value in (
            (self.tr("any"), None),
            (self.tr("landscape"), Orientation.LANDSCAPE),
            (self.tr("portrait"), Orientation.PORTRAIT),
            (self.tr("square"), Orientation.SQUARE),
        ):
            self.orientation.addItem(text, value)
        self.long_side.setRange(0, _WIDEST)
        self.long_side.setSingleStep(100)
        self.long_side.setSpecialValueText(self.tr("any"))
        self.long_side.setSuffix(self.tr(" px"))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 6, 8, 6)
        grid.addWidget(self.usable, 0, 0, 1, 2)
        grid.addWidget(self.unused, 0, 2, 1, 2)
        for row, column, text, field in (
            (1, 0, self.tr("&Source"), self.source), (1, 2, self.tr("Sho&ws"), self.person),
            (2, 0, self.tr("Taken fro&m"), self.since), (2, 2, self.tr("u&ntil"), self.until),
            (3, 0, self.tr("Sha&pe"), self.orientation),
            (3, 2, self.tr("Lon&ger side"), self.long_side),
        ):  # fmt: skip
            label = QLabel(text, self)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        self.problem = QLabel(self)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.hide()
        grid.addWidget(self.undecided, 4, 0, 1, 2)
        grid.addWidget(self.clear, 4, 2, 1, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.problem, 5, 0, 1, 4)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)

    def _connect(self) -> None:
        for box in (self.usable, self.unused, self.undecided):
            box.toggled.connect(self._read)
        self.orientation.currentIndexChanged.connect(self._read)
        for changed in (
            self.source.editTextChanged, self.person.editTextChanged,
            self.since.textChanged, self.until.textChanged, self.long_side.valueChanged,
        ):  # fmt: skip
            changed.connect(lambda _value: self._later.start())
        self._later.timeout.connect(self._read)
        self.clear.clicked.connect(lambda: self.set_filters(Filters()))

    def offer(self, offered: Offered) -> None:
        """Offer sources and people to choose from, keeping what was typed."""
        for box, names in ((self.source, offered.sources), (self.person, offered.people)):
            _offer(box, names)

    def set_filters(self, filters: Filters) -> None:
        """Let other filters hold."""
        self._setting = True
        for name in ("usable", "unused", "undecided"):
            getattr(self, name).setChecked(getattr(filters, name))
        self.source.setEditText(filters.source)
        self.person.setEditText(filters.person)
        self.since.setText(filters.since)
        self.until.setText(filters.until)
        self.orientation.setCurrentIndex(self.orientation.findData(filters.orientation))
        self.long_side.setValue(filters.long_side)
        self._setting = False
        self._read()

    @Slot()
    def _read(self) -> None:
        """Read the form; a day that is none keeps the former one and is told."""
        self._later.stop()
        if self._setting:
            return
        days = {
            "since": day_of(self.since.text(), last=False),
            "until": day_of(self.until.text(), last=True),
        }
        odd = [getattr(self, name).text() for name, day in days.items() if day is None]
        text = self.tr("“{0}” is no day; type one such as 2024-05-31, a month or a year")
        self.problem.setText(text.format(odd[0]) if odd else "")
        self.problem.setVisible(bool(odd))
        found = replace(
            self.filters,
            usable=self.usable.isChecked(),
            unused=self.unused.isChecked(),
            undecided=self.undecided.isChecked(),
            source=self.source.currentText().strip(),
            person=self.person.currentText().strip(),
            orientation=self.orientation.currentData(),
            long_side=self.long_side.value(),
            **{name: day for name, day in days.items() if day is not None},
        )
        if found != self.filters:
            self.filters = found
            self.changed.emit()


def _offer(box: QComboBox, names: Sequence[str]) -> None:
    typed = box.currentText()
    before = box.blockSignals(True)
    box.clear()
    box.addItems(list(names))
    box.setCurrentIndex(-1)
    box.setEditText(typed)
    box.blockSignals(before)
