"""Which failures are listed: domain, language, length, tags, rank and words."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from newsmatch_gui.domain.failures import FailureFilter, FailureRow, FailureTag
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.qt.failure_words import KEYS, tag_word

_MOST = 10_000_000


class FailureFilters(QWidget):
    """Three short rows of fields.

    Signals:
        changed: Another filter is set.
        left: Return or the down key was pressed: whoever typed is done.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._make_fields()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(4)
        layout.addWidget(self.words, 0, 0, 1, 2)
        layout.addWidget(self.domain, 0, 2)
        layout.addWidget(self.lang, 0, 3)
        layout.addLayout(self._labelled(self.tr("&Length"), self.shortest, self.longest), 1, 0)
        layout.addWidget(self.tag, 1, 1)
        layout.addWidget(self.failure, 1, 2, 1, 2)
        layout.addLayout(self._labelled(self.tr("&Rank"), self.first, self.last), 2, 0)
        layout.addWidget(self.misses, 2, 1)
        layout.addWidget(self.clear_all, 2, 2, 1, 2)
        layout.setColumnStretch(0, 3)
        layout.setColumnStretch(1, 2)
        layout.setColumnStretch(2, 1)
        layout.setColumnStretch(3, 1)
        self._connect()

    def _make_fields(self) -> None:
        self.words = self._line(self.tr("Words of the headline"))
        self.tag = self._line(self.tr("Tag of the article"))
        self.domain, self.lang, self.failure = (QComboBox(self) for _ in range(3))
        self.domain.setAccessibleName(self.tr("Domain"))
        self.lang.setAccessibleName(self.tr("Language"))
        self.failure.setAccessibleName(self.tr("What went wrong"))
        self.domain.addItem(self.tr("All domains"), "")
        self.lang.addItem(self.tr("All languages"), "")
        self.failure.addItem(self.tr("Tagged or not"), None)
        self.failure.addItem(self.tr("Not tagged yet"), False)
        self.failure.addItem(self.tr("Tagged"), True)
        for tag in FailureTag:
            self.failure.addItem(f"{KEYS[tag]}  {tag_word(tag)}", tag.value)
        self.shortest = self._number(self.tr("Least characters"), 0)
        self.longest = self._number(self.tr("Most characters"), 0, unbound=True)
        self.first = self._number(self.tr("First rank"), 1)
        self.last = self._number(self.tr("Last rank"), 0, unbound=True)
        self.misses = QCheckBox(self.tr("Only &beyond {0}").format(DEPTH), self)
        self.misses.setToolTip(self.tr("Only what the task counts as missed"))
        self.clear_all = QPushButton(self.tr("Cl&ear filters"), self)

    def _line(self, about: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(about)
        line.setAccessibleName(about)
        line.setClearButtonEnabled(True)
        line.returnPressed.connect(self.left)
        return line

    def _number(self, about: str, least: int, *, unbound: bool = False) -> QSpinBox:
        number = QSpinBox(self)
        number.setRange(least, _MOST)
        number.setAccessibleName(about)
        number.setToolTip(about)
        number.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        number.setSizePolicy(self.words.sizePolicy())
        if unbound:
            number.setSpecialValueText(self.tr("any"))
        shown = number.fontMetrics().horizontalAdvance(number.specialValueText() or "1000")
        number.setMinimumWidth(max(56, shown + 16))
        return number

    def _labelled(self, text: str, first: QSpinBox, last: QSpinBox) -> QHBoxLayout:
        label = QLabel(text, self)
        label.setBuddy(first)
        row = QHBoxLayout()
        row.setSpacing(6)
        for part in (label, first, QLabel(self.tr("to"), self), last):
            row.addWidget(part)
        row.setStretch(1, 1)
        row.setStretch(3, 1)
        return row

    def _connect(self) -> None:
        for line in (self.words, self.tag):
            line.textChanged.connect(self.changed)
        for choice in (self.domain, self.lang, self.failure):
            choice.currentIndexChanged.connect(self.changed)
        for number in (self.shortest, self.longest, self.first, self.last):
            number.valueChanged.connect(self.changed)
        self.misses.toggled.connect(self._suit_rank)
        self.misses.toggled.connect(self.changed)
        self.clear_all.clicked.connect(self.clear)

    def set_rows(self, rows: Iterable[FailureRow]) -> None:
        """Offer the domains and languages there are, keeping the choice that still makes sense."""
        rows = tuple(rows)
        self._offer(self.domain, {row.domain: row.domain.upper() for row in rows})
        self._offer(self.lang, {row.lang: row.lang or self.tr("unknown") for row in rows})

    def _offer(self, choice: QComboBox, found: dict[str, str]) -> None:
        before = choice.currentData()
        with QSignalBlocker(choice):
            while choice.count() > 1:
                choice.removeItem(1)
            for value in sorted(value for value in found if value):
                choice.addItem(found[value], value)
            choice.setCurrentIndex(max(0, choice.findData(before)))

    def wanted(self) -> FailureFilter:
        """Return the filter that is set."""
        said = self.failure.currentData()
        beyond = self.misses.isChecked()
        return FailureFilter(
            domain=self.domain.currentData(),
            lang=self.lang.currentData(),
            shortest=self.shortest.value(),
            longest=self.longest.value() or None,
            tag=self.tag.text().strip(),
            failure=FailureTag(said) if isinstance(said, str) else said,
            first=max(self.first.value(), DEPTH + 1 if beyond else 1),
            last=self.last.value() or None,
            words=self.words.text(),
        )

    @Slot(bool)
    def _suit_rank(self, beyond: bool) -> None:
        self.first.setDisabled(beyond)

    @Slot()
    def clear(self) -> None:
        """List everything."""
        with QSignalBlocker(self):
            for line in (self.words, self.tag):
                line.clear()
            for choice in (self.domain, self.lang, self.failure):
                choice.setCurrentIndex(0)
            for number in (self.shortest, self.longest, self.first, self.last):
                number.setValue(number.minimum())
            self.misses.setChecked(False)
        self.changed.emit()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
