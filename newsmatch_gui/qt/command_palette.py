"""The command palette: every action found by a few letters, with its key and why it is off."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui.domain.abbreviation import abbreviation_score
from newsmatch_gui.qt.article_list import ArticleListModel
from newsmatch_gui.qt.keys import keys_text, plain_text
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.theme import quiet_colour, selection_colours
from newsmatch_gui.qt.title_list import TitleList

Index = QModelIndex | QPersistentModelIndex
ARTICLES = "@"  # what begins a search for articles instead of commands
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Command:
    """An action as it is listed: the action, its menu, and why it cannot be run now, if so."""

    action: QAction
    menu: str

    @property
    def why_off(self) -> str:
        """Why it cannot be run now, "" when it can."""
        return "" if self.action.isEnabled() else str(self.action.property("why_off") or "–")


class CommandRole(IntEnum):
    """What the delegate asks for."""

    COMMAND = Qt.ItemDataRole.UserRole + 1


class CommandList(QAbstractListModel):
    """The commands that typed letters abbreviate, best first."""

    def __init__(self, commands: Iterable[Command], parent: QObject) -> None:
        super().__init__(parent)
        self._commands = tuple(commands)
        self._shown = self._commands

    def narrow(self, typed: str) -> None:
        """Show what is abbreviated by the typed words, in its name or in its menu's."""
        self.beginResetModel()
        scored = []
        for command in self._commands:
            name = plain_text(command.action)
            score = abbreviation_score(typed, name)
            if score is None:  # what only the menu's name makes fit comes after what fits itself
                within = abbreviation_score(typed, f"{command.menu} {name}")
                score = None if within is None else within - 100
            if score is not None:
                scored.append((score, command))
        # Without words every score is the same but for the length; the menus' order is better.
        ordered = sorted(scored, key=lambda pair: -pair[0]) if typed.strip() else scored
        self._shown = tuple(command for _, command in ordered)
        self.endResetModel()

    def command(self, row: int) -> Command:
        """Return the command in a row."""
        return self._shown[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        command = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain_text(command.action)
            case CommandRole.COMMAND:
                return command
            case Qt.ItemDataRole.AccessibleTextRole:
                said = (plain_text(command.action), command.menu, keys_text(command.action))
                return ", ".join(filter(None, (*said, command.why_off)))
        return None


class TitleDelegate(QStyledItemDelegate):
    """Gives each row some room."""

    _PAD = 6

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).lineSpacing() + 2 * self._PAD)


class CommandDelegate(TitleDelegate):
    """Paints a command: name, menu and reason on the left, its key on the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command: Command = index.data(CommandRole.COMMAND)
        painter.save()
        ink = option.palette.color(QPalette.ColorRole.Text)
        quiet = quiet_colour(option.palette)
        if option.state & QStyle.StateFlag.State_Selected:
            ground, ink = selection_colours(option.palette)
            quiet = ink
            painter.fillRect(option.rect, ground)
        box = option.rect.adjusted(2 * self._PAD, 0, -2 * self._PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        keys = keys_text(command.action)
        painter.setPen(ink)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignRight, keys)
        name = str(index.data())
        painter.setPen(quiet if command.why_off else ink)
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, name)
        left = metrics.horizontalAdvance(name) + 14
        room = box.width() - left - (metrics.horizontalAdvance(keys) + 14 if keys else 0)
        about = f"{command.menu}  ·  {command.why_off}" if command.why_off else command.menu
        painter.setPen(quiet)
        painter.drawText(
            QRect(box.left() + left, box.top(), room, box.height()), middle,
            metrics.elidedText(about, Qt.TextElideMode.ElideRight, room),
        )  # fmt: skip
        painter.restore()


class CommandPalette(QDialog):
    """Finds a command, or after "@" an article, while somebody types; Enter runs it.

    Signals:
        article_asked: Id of an article to go to.
    """

    article_asked = Signal(str)

    def __init__(
        self, commands: Iterable[Command], articles: ArticleListModel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.commands = CommandList(commands, self)
        self._articles = articles
        self._titles: TitleList | None = None
        self.words = QLineEdit(self)
        self.words.setPlaceholderText(self.tr("What to do; {0} finds an article").format(ARTICLES))
        self.words.setAccessibleName(self.tr("Commands"))
        self.words.installEventFilter(self)
        self.list = QListView(self)
        self.list.setModel(self.commands)
        self._delegate = CommandDelegate(self.list)
        self._plain = TitleDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field has the keys
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.clicked.connect(self._run)
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.list)
        self.nothing = QLabel(self.tr("Nothing has these words."), self.list)
        self.nothing.setContentsMargins(12, 10, 12, 0)
        give_room(self, 620, 460)
        self.words.textChanged.connect(self._narrow)
        self._narrow("")

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        if typed.startswith(ARTICLES):
            if self._titles is None:
                self._titles = TitleList(self._articles, self)
            self._titles.narrow(typed.removeprefix(ARTICLES))
            self._list(self._titles, self._plain)
        else:
            self.commands.narrow(typed)
            self._list(self.commands, self._delegate)
        self.nothing.setVisible(not self.list.model().rowCount())
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.scrollToTop()

    def _list(self, model: QAbstractListModel, delegate: QStyledItemDelegate) -> None:
        if self.list.model() is not model:
            self.list.setModel(model)
            self.list.setItemDelegate(delegate)

    @Slot()
    def _run(self) -> None:
        index = self.list.currentIndex()
        if not index.isValid():
            return
        if index.model() is self._titles and self._titles is not None:
            self.accept()
            self.article_asked.emit(self._titles.article_id(index.row()))
            return
        command = self.commands.command(index.row())
        if not command.why_off:
            self.accept()  # first, so that the focus is back where the command works
            command.action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
        return super().eventFilter(watched, event)
