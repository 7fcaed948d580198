"""Help in the window: the manual, what NewsMatch is made of, and a tour for whoever is new."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSettings, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QIcon, QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from newsmatch_gui import __version__
from newsmatch_gui.qt.room import give_room
from newsmatch_gui.qt.tab_order import follow_layout
from newsmatch_gui.qt.tour import Tour
from newsmatch_gui.resources import resource_path

if TYPE_CHECKING:
    from newsmatch_gui.qt.main_window import MainWindow

_SEEN = "tour/seen"
_FIRST_PAGE = "index.md"


class Help(QObject):
    """Opens the manual, the tour and the box that says what NewsMatch is."""

    def __init__(self, settings: QSettings, window: "MainWindow") -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self._tour: Tour | None = None
        self._action: QAction | None = None

    def answer_everywhere(self, action: QAction) -> None:
        """Let an action that asks for help work in every dialog, and in the bench, by its key."""
        self._action = action
        QApplication.instance().focusWindowChanged.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        # Keys of the main window rest in other windows, and while a dialog has to be answered.
        window = top = QApplication.activeWindow()
        while top is not None and top is not self._window:
            top = top.parentWidget()
        if top is not None and window is not top and self._action not in window.actions():
            window.addAction(self._action)

    @Slot()
    def show_manual(self) -> None:
        """Open the manual over the dialog that has to be answered first, if there is one."""
        over = QApplication.activeModalWidget() or self._window
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        manual = over.findChild(Manual, options=direct) or Manual(over)
        manual.show()
        manual.raise_()
        manual.activateWindow()

    @Slot()
    def show_about(self) -> None:
        """Say what NewsMatch is, and by whose licences."""
        box = About(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    @Slot()
    def show_tour(self) -> None:
        """Show the three steps of the desk."""
        if self._tour is not None:
            self._tour.close()
        desk, tr = self._window.desk_view, self.tr
        self._tour = Tour(self._window)
        self._tour.start((
            (desk.article_panel, tr("1. Pick a story"),
             tr("Articles stand on the left. Type to find one; PgDn goes to the next.")),
            (desk.reading, tr("2. See what the model reads"),
             tr("The model sees this text and nothing else. What was cut or translated is told "
                "under it.")),
            (desk.candidate_panel, tr("3. Decide with one key"),
             tr("The best pictures come first. 1 to 9 chooses one and goes on, N says that none "
                "fits, Ctrl+Z takes back. Every decision is saved at once. “?” shows all keys.")),
        ))  # fmt: skip

    @Slot()
    def offer_tour(self) -> None:
        """Show the tour the first time that somebody sees the desk, and never again."""
        if not self._settings.value(_SEEN, False, bool):
            self._settings.setValue(_SEEN, True)
            self.show_tour()


class Manual(QDialog):
    """The manual's pages, which come with the program; links outside are shown, never followed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Manual"))
        give_room(self, 860, 720)
        self.page = _Page(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(self.tr("Manual"))
        self.page.anchorClicked.connect(self._follow)
        self._back = QPushButton(self.tr("&Back"), self)
        self._back.setShortcut(QKeySequence.StandardKey.Back)
        self._back.clicked.connect(self._go_back)
        contents = QPushButton(self.tr("&Contents"), self)
        contents.clicked.connect(lambda: self.show_page(_FIRST_PAGE))
        row = QHBoxLayout()
        for button in (self._back, contents):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self.page, 1)
        follow_layout(self)
        self._seen: list[str] = []
        self.show_page(_FIRST_PAGE)
        self.page.setFocus()

    def show_page(self, name: str) -> None:
        """Show a page by its file name; one that does not exist is left alone."""
        folder = resource_path("manual")
        path = (folder / name).resolve()
        if not (path.is_relative_to(folder.resolve()) and path.is_file()):
            return
        self._seen.append(path.relative_to(folder.resolve()).as_posix())
        self.page.setMarkdown(path.read_text("utf-8"))
        self._back.setEnabled(len(self._seen) > 1)

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        if url.isRelative() and url.path():
            here = Path(self._seen[-1]).parent
            self.show_page((here / url.path()).as_posix())
        if url.hasFragment():
            self.page.scrollToAnchor(url.fragment())

    @Slot()
    def _go_back(self) -> None:
        if len(self._seen) > 1:
            self._seen.pop()
            self.show_page(self._seen.pop())


class _Page(QTextBrowser):
    """Shows the manual's own pictures, no wider than the page."""

    def loadResource(self, kind: int, name: QUrl) -> Any:
        folder = resource_path("manual")
        path = (folder / name.path()).resolve()
        if kind != QTextDocument.ResourceType.ImageResource.value or not name.isRelative():
            return None
        if not path.is_relative_to(folder.resolve()):
            return None
        image, ratio = QImage(str(path)), self.devicePixelRatio()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        wide = self.viewport().width() - 2 * self.document().documentMargin() - bar
        if image.width() > wide * ratio:
            smooth = Qt.TransformationMode.SmoothTransformation
            image = image.scaledToWidth(int(wide * ratio), smooth)
            image.setDevicePixelRatio(ratio)
        return image


class About(QDialog):
    """Name, version, licence, and the licences of what NewsMatch is built of."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About NewsMatch"))
        give_room(self, 680, 520)
        icon = QLabel(self)
        icon.setPixmap(QIcon(str(resource_path("icons", "newsmatch.svg"))).pixmap(64, 64))
        words = QLabel(
            self.tr(
                "NewsMatch {0}\nFinds the picture for a story, and tells why a machine chose "
                "another.\nFree software under the GNU General Public License, version 3 or later."
            ).format(__version__),
            self,
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        top = QHBoxLayout()
        top.addWidget(icon)
        top.addWidget(words, 1)
        self.licences = QTabWidget(self)
        for title, path in self._notices():
            page = QPlainTextEdit(path.read_text("utf-8"), self)
            page.setReadOnly(True)
            page.setTabChangesFocus(True)
            page.setAccessibleName(title)
            self.licences.addTab(page, title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.licences, 1)
        layout.addWidget(buttons)

    def _notices(self) -> list[tuple[str, Path]]:
        names = (
            (self.tr("Libraries"), ("notices", "third-party.txt")),
            (self.tr("Language data"), ("language", "NOTICE")),
            (self.tr("Demo pictures"), ("demo", "NOTICE")),
        )
        return [(title, resource_path(*parts)) for title, parts in names]
