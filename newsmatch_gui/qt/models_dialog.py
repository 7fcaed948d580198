"""The models trained from a collection: compare, serve, take back, rename, delete, hand on."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.learning import TrainedModel
from newsmatch_gui.qt.plots import Plot
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.words import figure, filled, moment


class ModelsDialog(QDialog):
    """A table of models and a plot of what each changed.

    Signals:
        activate_asked: Name of the model that shall serve.
        rollback_asked: The model that served before shall serve.
        rename_asked: (name, new name).
        delete_asked: Name of the model to delete.
        export_asked: (name, folder).
    """

    activate_asked = Signal(str)
    rollback_asked = Signal()
    rename_asked = Signal(str, str)
    delete_asked = Signal(str)
    export_asked = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        give_room(self, 980, 560)
        self._models: tuple[TrainedModel, ...] = ()
        self._active = ""
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.table = self._make_table()
        self.plot = Plot(
            self, self.tr("Change of MRR@100 on held-out decisions, 95 % interval"), "",
            self.tr("change"),
        )  # fmt: skip
        self.details = QLabel(self)
        self.details.setWordWrap(True)
        self.details.setTextFormat(Qt.TextFormat.PlainText)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        for part in (self.sentence, self.table, self.details, self.plot, self._make_buttons()):
            layout.addWidget(part)
        self._choose()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 7, self)
        table.setHorizontalHeaderLabels([
            self.tr("Serves"), self.tr("Name"), self.tr("Depth"), self.tr("Pairs"),
            self.tr("MRR@100 before"), self.tr("after"), self.tr("Trained"),
        ])  # fmt: skip
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Models"))
        table.itemSelectionChanged.connect(self._choose)
        table.itemActivated.connect(lambda _cell: self.activate.click())
        return table

    def _make_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.activate: QPushButton = box.addButton(self.tr("&Let it serve"), role)
        self.rollback: QPushButton = box.addButton(self.tr("Roll &back"), role)
        self.rename: QPushButton = box.addButton(self.tr("Re&name …"), role)
        self.export: QPushButton = box.addButton(self.tr("&Export …"), role)
        self.delete: QPushButton = box.addButton(self.tr("&Delete"), role)
        self.activate.clicked.connect(lambda: self.activate_asked.emit(self._name()))
        self.rollback.clicked.connect(lambda: self.rollback_asked.emit())
        self.rename.clicked.connect(self._ask_name)
        self.export.clicked.connect(self._ask_folder)
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self._name()))
        box.rejected.connect(self.close)
        return box

    def set_models(
        self, models: tuple[TrainedModel, ...], active: str, *, can_roll_back: bool
    ) -> None:
        """Show models, and which one serves (its fingerprint)."""
        chosen = self._name()
        self._models, self._active = models, active
        self.rollback.setEnabled(can_roll_back)
        self.sentence.setText(
            self.tr("Each was trained from another and compared with it on decisions it did not "
                    "see.")
            if models else
            self.tr("No model was trained here yet. Decide on some articles, then choose Learn > "
                    "Learn from decisions.")
        )  # fmt: skip
        self.table.setRowCount(len(models))
        for row, model in enumerate(models):
            cells = (
                "●" if model.fingerprint == active else "", model.name, model.depth,
                figure(model.pairs), figure(model.guard.before, ".3f"),
                figure(model.guard.after, ".3f"),
                moment(datetime.fromisoformat(model.created_at)),
            )  # fmt: skip
            for column, text in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(text))
            mark = self.table.item(row, 0)
            if mark is not None and model.fingerprint == active:
                mark.setToolTip(self.tr("serves"))
                mark.setData(Qt.ItemDataRole.AccessibleTextRole, self.tr("serves"))
        self.plot.setVisible(bool(models))
        gains = [model.guard for model in models]
        self.plot.set_base(0.0)
        self.plot.set_intervals(
            [m.name for m in models], [g.after - g.before for g in gains],
            [g.low for g in gains], [g.high for g in gains],
        )  # fmt: skip
        names = [model.name for model in models]
        self.table.selectRow(names.index(chosen) if chosen in names else len(names) - 1)
        self._choose()

    def _chosen(self) -> TrainedModel | None:
        row = self.table.currentRow()
        return self._models[row] if 0 <= row < len(self._models) else None

    def _name(self) -> str:
        chosen = self._chosen()
        return chosen.name if chosen else ""

    @Slot()
    def _choose(self) -> None:
        chosen = self._chosen()
        serves = chosen is not None and chosen.fingerprint == self._active
        self.activate.setEnabled(chosen is not None and not serves)
        self.delete.setEnabled(chosen is not None and not serves)
        self.rename.setEnabled(chosen is not None)
        self.export.setEnabled(chosen is not None)
        self.details.setText(self._about(chosen) if chosen else "")

    def _about(self, model: TrainedModel) -> str:
        parents = {other.fingerprint: other.name for other in self._models}
        parent = parents.get(model.parent, model.parent[:12])
        options = ", ".join(f"{key} {value}" for key, value in model.options.items())
        lines = [
            filled(
                self.tr("{0}: trained from {1} in {2:.0f} s on {3}, read by {4}."),
                model.name,
                parent,
                model.seconds,
                model.machine,
                model.recipe,
            ),
            self.tr("Fingerprint {0}, pairs {1}, alpha {2:g}.").format(
                model.fingerprint[:12], model.digest[:12], model.alpha
            ),
        ]
        if model.general.n:
            g = model.general
            lines.append(
                filled(
                    self.tr(
                        "Other articles: MRR@100 {0:.3f} → {1:.3f} on {2} ({3:+.3f} to {4:+.3f})."
                    ),
                    *(g.before, g.after, g.n, g.low, g.high),
                )
            )
        return "\n".join([*lines, options])

    @Slot()
    def _ask_name(self) -> None:
        name, ok = QInputDialog.getText(
            self, self.tr("Rename"), self.tr("New name"), text=self._name()
        )
        if ok and name.strip():
            self.rename_asked.emit(self._name(), name.strip())

    @Slot()
    def _ask_folder(self) -> None:
        folder, _ = QFileDialog.getSaveFileName(self, self.tr("Export the model"), self._name())
        if folder:
            self.export_asked.emit(self._name(), folder)
