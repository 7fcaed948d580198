"""What stands in for a comparison while there is nothing to compare, and the ways to get it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from newsmatch_gui.qt.sentences import in_window_language
from newsmatch_gui.services.reading import list_recipes


class NothingToCompare(QWidget):
    """Says why, and offers to read by another recipe or to train a model where that helps.

    Signals:
        action_asked: Name of an action of the main window.
    """

    action_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.recipe = QPushButton(self.tr("Read by another rec&ipe"), self)
        self._recipes = QMenu(self.recipe)
        self._recipes.triggered.connect(self._ask)
        self.recipe.setMenu(self._recipes)
        self.learn = QPushButton(self.tr("&Learn from decisions …"), self)
        self.learn.clicked.connect(lambda: self.action_asked.emit("learn"))
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.recipe, self.learn):
            row.addWidget(button)
        row.addStretch(1)
        middle = QHBoxLayout()  # or a line would be as long as the window is wide
        for part, share in ((None, 1), (self.text, 4), (None, 1)):
            middle.addStretch(share) if part is None else middle.addWidget(part, share)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addSpacing(10)
        layout.addLayout(row)
        layout.addStretch(1)

    def tell(self, text: str) -> None:
        """Say why there is nothing, where nothing can be done about it here."""
        self.text.setText(text)
        for button in (self.recipe, self.learn):
            button.hide()

    def offer(self, recipe: str, read_only: str) -> None:
        """Say how something to compare is made, and offer it.

        Args:
            recipe: Name of the one that the articles were read by.
            read_only: Why nothing may be written, in one sentence; "" where it may.
        """
        ways = self.tr(
            "Another recipe reads the articles anew; a model that learns from decisions ranks them "
            "anew once it serves. Either can be compared here then. The desk ranks by it too, "
            "until Text > Recipe or Learn > Models says otherwise."
        )
        only = self.tr("Only one model and recipe has ranked this collection.")
        self.text.setText("\n\n".join((only, in_window_language(read_only) or ways)))
        self._recipes.clear()
        for other in list_recipes():
            if other.name != recipe:
                text = f"{other.name}    {in_window_language(other.about)}"
                self._recipes.addAction(text).setData(f"recipe-{other.name}")
        self._recipes.addSeparator()
        self._recipes.addAction(self.tr("From a &file …")).setData("recipe-file")
        for button in (self.recipe, self.learn):
            button.setEnabled(not read_only)
            button.show()

    @Slot(QAction)
    def _ask(self, action: QAction) -> None:
        self.action_asked.emit(action.data())
