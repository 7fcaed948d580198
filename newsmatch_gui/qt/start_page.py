"""What is shown while no collection is open: three ways to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from newsmatch_gui.resources import resource_path

_TEXT_WIDTH = 520


class StartPage(QWidget):
    """Offers the demo, a new collection, or one that exists.

    Signals:
        demo_asked: Show the bundled demo.
        new_asked: Make a collection.
        open_asked: Open a collection.
    """

    demo_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        icon = QLabel(self)
        icon.setPixmap(QIcon(str(resource_path("icons", "newsmatch.svg"))).pixmap(QSize(96, 96)))
        title = QLabel(self.tr("Choose the picture for a story"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.8)
        title.setFont(font)
        text = QLabel(
            self.tr(
                "NewsMatch shows each article next to the pictures that fit it best. You decide "
                "with one key; every decision is kept and can train the model."
            ),
            self,
        )
        text.setWordWrap(True)
        text.setFixedSize(_TEXT_WIDTH, text.heightForWidth(_TEXT_WIDTH))
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        for part in (icon, title, text):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addSpacing(10)
        for label, asked in (
            (self.tr("Try the de&mo"), self.demo_asked),
            (self.tr("&New collection from a file …"), self.new_asked),
            (self.tr("Open &a collection …"), self.open_asked),
        ):
            button = QPushButton(label, self)
            button.setMinimumSize(300, 38)
            button.clicked.connect(asked)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
