"""The settings, as a form made from the settings table that the command line shows too."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.key_row import KeyRow
from newsmatch_gui.qt.preferences import Preferences
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.tab_order import follow_layout
from newsmatch_gui.services.reading import translator_faults
from newsmatch_gui.services.settings import TABLE, Kind, Setting

_ONLINE = "translation.online"
Field = QCheckBox | QComboBox | QDoubleSpinBox | QLineEdit | QSpinBox


class SettingsDialog(QDialog):
    """Shows every setting; each counts as soon as it is changed.

    Attributes:
        fields: What each setting is changed with, by its key.
        keys: Where the keys of online services go, by service; shown of the one that is on.
    """

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        """Make the form.

        Raises:
            NewsMatchError: The settings file is damaged.
        """
        super().__init__(parent)
        preferences.refresh()
        self._preferences = preferences
        self.fields: dict[str, Field] = {}
        self.keys: dict[str, KeyRow] = {}
        self.setWindowTitle(self.tr("Settings"))
        give_room(self, 640, 620)
        self.sentence = QLabel(self)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        defaults = QDialogButtonBox.StandardButton.RestoreDefaults
        buttons.addButton(defaults).clicked.connect(self._ask_restore)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self._make_form(), self.sentence, buttons):
            layout.addWidget(part)
        follow_layout(self)
        preferences.changed.connect(self._follow)
        self._tell_faults()

    def _make_form(self) -> QScrollArea:
        form = QWidget(self)
        column = QVBoxLayout(form)
        boxes: dict[str, QGroupBox] = {}
        for setting in TABLE:
            if setting.group not in boxes:
                box = boxes[setting.group] = QGroupBox(self._group_title(setting.group), form)
                QVBoxLayout(box)
                column.addWidget(box)
            box = boxes[setting.group]
            box.layout().addWidget(self._row(setting, box))
        for service, title in (("deepl", "DeepL"), ("libre", "LibreTranslate")):
            row = self.keys[service] = KeyRow(service, title, boxes["translation"])
            row.changed.connect(self._tell_faults)
            boxes["translation"].layout().addWidget(row)
        self._follow(_ONLINE)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _group_title(self, group: str) -> str:
        titles = {
            "ui": self.tr("Window"),
            "decide": self.tr("Deciding"),
            "translation": self.tr("Translation"),
            "handover": self.tr("Handing over"),
            "candidates": self.tr("Candidates"),
            "crop": self.tr("Crops"),
        }
        return titles.get(group, group)

    def _choice_word(self, value: str) -> str:
        """Return the words for a choice; names of services and the like stand for themselves."""
        words = {
            "system": self.tr("as the system"),
            "light": self.tr("light"),
            "dark": self.tr("dark"),
            "en": "English",
            "de": "Deutsch",
            "off": self.tr("off"),
        }
        return words.get(value, value)

    def _row(self, setting: Setting, parent: QWidget) -> QWidget:
        row = QWidget(parent)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 4)
        field = self._field(setting, row)
        self.fields[setting.key] = field
        field.setAccessibleName(in_window_language(setting.about))
        field.setToolTip(setting.key)
        self._show(setting.key)
        if isinstance(field, QCheckBox):
            field.setText(in_window_language(setting.about))
            layout.addWidget(field)
            return row
        label = QLabel(in_window_language(setting.about), row)
        label.setWordWrap(True)
        label.setBuddy(field)
        layout.addWidget(label)
        line = QHBoxLayout()
        line.addWidget(field, 1 if isinstance(field, QLineEdit) else 0)
        if setting.kind is Kind.FOLDER:
            choose = QPushButton(self.tr("Choose …"), row)
            choose.setAccessibleName(
                self.tr("Choose the folder: {0}").format(in_window_language(setting.about))
            )
            choose.clicked.connect(partial(self._choose_folder, setting.key))
            line.addWidget(choose)
        elif not isinstance(field, QLineEdit):
            line.addStretch(1)
        layout.addLayout(line)
        return row

    def _field(self, setting: Setting, parent: QWidget) -> Field:
        store = partial(self._store, setting.key)
        low, high = setting.limits or (0, 0)
        match setting.kind:
            case Kind.SWITCH:
                switch = QCheckBox(parent)
                switch.clicked.connect(lambda on: store("on" if on else "off"))
                return switch
            case Kind.CHOICE:
                choice = QComboBox(parent)
                for value in setting.choices:
                    choice.addItem(self._choice_word(value), value)
                choice.activated.connect(lambda _place: store(choice.currentData()))
                return choice
            case Kind.NUMBER if setting.whole:
                count = QSpinBox(parent, minimum=int(low), maximum=int(high))
                count.editingFinished.connect(lambda: store(str(count.value())))
                return count
            case Kind.NUMBER:
                number = QDoubleSpinBox(
                    parent, minimum=low, maximum=high, decimals=2, singleStep=0.1
                )
                number.editingFinished.connect(lambda: store(f"{number.value():g}"))
                return number
        line = QLineEdit(parent)
        line.editingFinished.connect(lambda: store(line.text().strip()))
        return line

    def _choose_folder(self, key: str) -> None:
        before = self._preferences.value(key) or str(Path.home())
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Choose a folder"), before):
            self._store(key, folder)

    def _store(self, key: str, value: str) -> None:
        if value == self._preferences.value(key):
            return
        try:
            self._preferences.set(key, value)
        except NewsMatchError as error:
            self.sentence.setText(in_window_language(str(error)))
            self._show(key)  # what counts is still the value before
        else:
            self._tell_faults()

    def _ask_restore(self) -> None:
        box = QMessageBox(QMessageBox.Icon.Question, "NewsMatch", "", parent=self)
        box.setText(self.tr("Give every setting its default again? Keys stay as they are."))
        restore = box.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        restore.clicked.connect(self._restore)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _restore(self) -> None:
        try:
            for setting in TABLE:
                self._preferences.reset(setting.key)
        except NewsMatchError as error:
            self.sentence.setText(in_window_language(str(error)))
        else:
            self._tell_faults()

    def _follow(self, key: str) -> None:
        """Show what was changed elsewhere."""
        if key in self.fields:
            self._show(key)
        if key == _ONLINE:
            for service, row in self.keys.items():
                row.setVisible(self._preferences.value(_ONLINE) == service)

    def _show(self, key: str) -> None:
        field, value = self.fields[key], self._preferences.value(key)
        match field:
            case QCheckBox():
                field.setChecked(value == "on")
            case QComboBox():
                field.setCurrentIndex(field.findData(value))
            case QSpinBox():
                field.setValue(int(value))
            case QDoubleSpinBox():
                field.setValue(float(value))
            case QLineEdit():
                field.setText(value)

    def _tell_faults(self) -> None:
        # Stored all the same: a key may come later, and another translator serves meanwhile.
        self.sentence.setText("\n".join(map(in_window_language, translator_faults())))
