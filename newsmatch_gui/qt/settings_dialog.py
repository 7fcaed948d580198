"""The settings, as a form made from the settings table that the command line shows too."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.qt.dialogs import show_sentence
from newsmatch_gui.services.reading import translator_faults
from newsmatch_gui.services.settings import TABLE, Setting, read_settings, set_setting


class SettingsDialog(QDialog):
    """Shows every setting; what changed is stored when the form is accepted."""

    def __init__(self, parent: QWidget) -> None:
        """Make the form.

        Raises:
            NewsMatchError: The settings file is damaged.
        """
        super().__init__(parent)
        self._before = dict(read_settings())
        self.fields: dict[str, QComboBox | QLineEdit] = {}
        self.setWindowTitle(self.tr("Settings"))
        self.setMinimumWidth(560)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for setting in TABLE:
            field = self._field(setting)
            label = QLabel(self.tr(setting.about), self)
            label.setBuddy(field)
            form.addRow(label, field)
            self.fields[setting.key] = field
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.accept_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        buttons.accepted.connect(self._store)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _field(self, setting: Setting) -> QComboBox | QLineEdit:
        value = self._before[setting.key]
        if setting.choices:
            box = QComboBox(self)
            box.addItems(setting.choices)
            box.setCurrentText(value)
            field: QComboBox | QLineEdit = box
        else:
            field = QLineEdit(value, self)
        field.setAccessibleName(setting.key)
        field.setAccessibleDescription(setting.about)
        return field

    def _store(self) -> None:
        try:
            for key, field in self.fields.items():
                value = field.currentText() if isinstance(field, QComboBox) else field.text()
                if value.strip() != self._before[key]:
                    set_setting(key, value.strip())
        except NewsMatchError as error:
            show_sentence(self, str(error))
            return
        self.accept()
        if faults := translator_faults():
            # Stored all the same: a key may come later, and another translator serves meanwhile.
            show_sentence(self.parentWidget(), "\n".join(faults))
