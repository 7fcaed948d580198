"""The backups of a collection: what each holds, whether it is sound, and going back to one."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.backups import Backup, Why
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.qt.theme import plain_tip
from newsmatch_gui.qt.words import figure, filled, moment
from newsmatch_gui.services.backing_up import BackupFacts
from newsmatch_gui.services.restoring import Restored, Since

_COUNTS = (3, 4, 5)
_CHECK = 6


class BackupsDialog(QDialog):
    """Lists backups, the newest first.

    Signals:
        backup_asked: Make one now.
        restore_asked: The ``Backup`` to go back to; None where there is none, to gather what can
            still be read.
    """

    backup_asked = Signal()
    restore_asked = Signal(object)

    def __init__(self, name: str, parent: QWidget, *, damage: str = "") -> None:
        """Make the dialog.

        Args:
            name: Of the collection.
            parent: The window.
            damage: Why the collection cannot be opened, "" when it is open.
        """
        super().__init__(parent)
        self._backups: tuple[Backup, ...] = ()
        self._damage = damage
        self.setWindowTitle(self.tr("Backups of {0}").format(name))
        give_room(self, 860, 460)
        self.sentence = self._label(damage)
        self.table = self._make_table()
        self.omitted = self._label(self.tr(
            "A backup holds what was imported and what people said: articles, captions, decisions "
            "and notes. It does not hold the photos and the trained models, which lie in folders "
            "of their own, nor the caches, which are made anew."
        ))  # fmt: skip
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.back_up = self.buttons.addButton(self.tr("Back up &now"), role)
        self.restore = self.buttons.addButton(self.tr("&Restore …"), role)
        self.back_up.setEnabled(not damage)
        self.back_up.clicked.connect(self.backup_asked)
        self.restore.clicked.connect(lambda: self.restore_asked.emit(self._chosen()))
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.sentence, self.table, self.omitted, self.buttons):
            layout.addWidget(part)

    def _label(self, text: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(text)
        label.setWordWrap(True)
        return label

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 7, self)
        table.setHorizontalHeaderLabels([
            self.tr("Made"), self.tr("Why"), self.tr("Size"), self.tr("Articles"),
            self.tr("Pictures"), self.tr("Decisions"), self.tr("Check"),
        ])  # fmt: skip
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_CHECK, QHeaderView.ResizeMode.Stretch)
        table.setTabKeyNavigation(False)
        table.setAccessibleName(self.tr("Backups"))
        table.itemActivated.connect(lambda _cell: self.restore.click())
        return table

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """List backups; what they hold comes with ``set_facts``."""
        self._backups = tuple(backups)
        self.table.setRowCount(len(backups))
        for row, backup in enumerate(backups):
            texts = (date_of(backup), why_word(backup.why), "", "", "", "", self.tr("checking …"))
            for column, text in enumerate(texts):
                self._set(row, column, text)
        self.sentence.setText(
            "\n".join(filter(None, (in_window_language(self._damage), self._lack())))
        )
        self.sentence.setVisible(bool(self.sentence.text()))
        self.restore.setEnabled(bool(backups or self._damage))
        if backups:
            self.table.selectRow(0)
            self.table.setFocus()

    def _lack(self) -> str:
        if self._backups:
            return ""
        if not self._damage:
            return self.tr("There is no backup yet.")
        return self.tr(
            "There is no backup. Restoring gathers what can still be read in a new database."
        )

    @Slot(object)
    def set_facts(self, found: Sequence[BackupFacts]) -> None:
        """Say what the listed backups hold, and choose the newest that is sound."""
        places = {backup: row for row, backup in enumerate(self._backups)}
        best = None
        for facts in found:
            row = places.get(facts.backup)
            if row is None:
                continue
            self._set(row, 2, filled(self.tr("{0:.1f} MB"), facts.size / 1e6))
            counts = (facts.articles, facts.images, facts.decisions)
            for column, count in zip(_COUNTS, counts, strict=True):
                self._set(row, column, "" if facts.fault else figure(count))
            damaged = self.tr("✕ damaged: {0}").format(in_window_language(facts.fault))
            self._set(row, _CHECK, damaged if facts.fault else self.tr("✓ sound"))
            if not facts.fault and (best is None or row < best):
                best = row
        if best is not None:
            self.table.selectRow(best)

    def _set(self, row: int, column: int, text: str) -> None:
        cell = QTableWidgetItem(text)
        cell.setToolTip(plain_tip(text))
        if 2 <= column < _CHECK:
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.setItem(row, column, cell)

    def _chosen(self) -> Backup | None:
        row = self.table.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None


class RestoreQuestion(QMessageBox):
    """Says what going back to a backup means, and asks whether to.

    Attributes:
        keep: Checked when what came since shall be put back.
        go: The button that restores.
    """

    def __init__(self, backup: Backup | None, since: Since, parent: QWidget) -> None:
        super().__init__(QMessageBox.Icon.Question, "NewsMatch", "", parent=parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if backup is None:
            self.setText(self.tr("Make a new database from what can still be read?"))
        else:
            self.setText(self.tr("Go back to the backup of {0}?").format(date_of(backup)))
        self.setInformativeText("\n\n".join(self._lines(backup, since)))
        self.keep = QCheckBox(self.tr("Put back what came since"), self)
        # Whoever goes back from a sound database wants to be rid of what came since.
        self.keep.setChecked(not since.sound)
        if backup is not None:
            self.setCheckBox(self.keep)
        else:
            self.keep.hide()
        self.go = self.addButton(self.tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(QMessageBox.StandardButton.Cancel))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def _lines(self, backup: Backup | None, since: Since) -> list[str]:
        counts = _counts(since.decisions, since.remarks, since.articles, since.images)
        if backup is None:
            first = self.tr("What can be read: {0}.").format(counts)
        elif not any((since.decisions, since.remarks, since.articles, since.images)):
            first = self.tr("Nothing that can be read came since.")
        else:
            first = self.tr("What came since and is not in it: {0}. It is lost unless it is put "
                            "back.").format(counts)  # fmt: skip
        lines = [first]
        if not since.sound:
            lines.append(self.tr(
                "The present database is damaged, so there may have been more that cannot be read."
            ))  # fmt: skip
        lines.append(self.tr(
            "The present database is moved aside into the folder of the backups, not deleted. "
            "Photos and trained models stay where they are."
        ))  # fmt: skip
        return lines


def restored_sentence(done: Restored) -> str:
    """Say what a restore did."""
    translate = QCoreApplication.translate
    if done.backup is None:
        said = translate("BackupsDialog", "What could be read is in a new database.")
    else:
        said = translate("BackupsDialog", "The backup of {0} is in place.")
        said = said.format(date_of(done.backup))
    if (back := done.put_back) is not None:
        text = translate("BackupsDialog", "Put back: {0}.")
        said += " " + text.format(_counts(back.decisions, back.remarks, back.articles, back.images))
    if done.aside is not None:
        text = translate("BackupsDialog", "The former database lies in {0}.")
        said += " " + text.format(done.aside)
    return said


def _counts(decisions: int, remarks: int, articles: int, images: int) -> str:
    words = QObject()
    return ", ".join((
        words.tr("%Ln row(s) of decisions", "", decisions),
        words.tr("%Ln tag(s), correction(s) and other remark(s)", "", remarks),
        words.tr("%Ln article(s)", "", articles),
        words.tr("%Ln picture(s)", "", images),
    ))  # fmt: skip


def date_of(backup: Backup) -> str:
    """Return when a backup was made, in local time."""
    return moment(backup.made_at)


def why_word(why: str) -> str:
    """Return the words for what a backup was made for; a newer version's code stays as it is."""
    translate = QCoreApplication.translate
    words = {
        Why.DAILY: translate("BackupsDialog", "daily"),
        Why.ASKED: translate("BackupsDialog", "asked for"),
        Why.UPDATE: translate("BackupsDialog", "before an update"),
        Why.MERGE: translate("BackupsDialog", "before merging decisions"),
        Why.MEND: translate("BackupsDialog", "before mending"),
        Why.SET_ASIDE: translate("BackupsDialog", "set aside by a restore"),
    }
    return {code.value: word for code, word in words.items()}.get(why, why)
