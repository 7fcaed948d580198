"""What stands in for the pictures while there are none: why, and what to do about it."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.ranking import Pool


class Lack(Enum):
    """What is missing before pictures can be ranked for the article on screen."""

    ARTICLES = auto()
    STORY = auto()
    """There are pictures, but no article."""
    PICTURES = auto()
    INDEX = auto()
    READING = auto()
    PASSING = auto()


def what_lacks(desk: Desk | None, pool: Pool | None, article_id: str) -> Lack | None:
    """Return what is missing, None when the article on screen can be ranked."""
    # Counting is left for last: it looks at every picture, and this is asked at each article.
    if pool is not None and pool.image_ids:
        if not article_id:
            return Lack.STORY
        return None if pool.is_indexed(article_id) else Lack.READING
    if desk is None or not article_id:
        return Lack.ARTICLES
    return Lack.INDEX if desk.counts()[1] else Lack.PICTURES


class EmptyPage(QWidget):
    """Says what is missing; takes the keys while it is there, so that none goes astray.

    Signals:
        index_asked: Somebody pressed "Index now".
    """

    index_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.text = QLabel(self)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.text.setWordWrap(True)
        self.index_now = QPushButton(self.tr("Index now"), self)
        self.index_now.clicked.connect(self.index_asked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 0, 40, 0)
        layout.addStretch(1)
        layout.addWidget(self.text)
        layout.addWidget(self.index_now, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)

    def tell(self, lack: Lack) -> None:
        """Say what is missing, with "Index now" only where indexing helps."""
        self.text.setText(self.sentence(lack))
        self.setAccessibleName(self.text.text())
        self.index_now.setVisible(lack in (Lack.INDEX, Lack.READING))

    def sentence(self, lack: Lack) -> str:
        """Return what is missing and what mends it."""
        sentences = {
            Lack.ARTICLES: self.tr("Pictures are ranked here once there are articles."),
            Lack.STORY: self.tr(
                "There is no article yet. Search the pictures meanwhile (Ctrl+F), or let some be "
                "suggested for a text (Ctrl+T)."
            ),
            Lack.PICTURES: self.tr(
                "There are no pictures in this collection yet. Import a folder of photos "
                "(Ctrl+Shift+I), or a table that names the photo of each article (Ctrl+I)."
            ),
            Lack.INDEX: self.tr(
                "Pictures appear here once they are indexed. Photos that cannot be read are "
                "listed under Collection > What was left out."
            ),
            Lack.PASSING: self.tr(
                "No picture passes the filters. Take one of them away above, or choose others."
            ),
            Lack.READING: self.tr("This article is not indexed yet, so nothing is ranked for it."),
        }
        return sentences[lack]
