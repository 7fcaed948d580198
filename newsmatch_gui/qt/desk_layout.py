"""How the parts of the desk lie beside each other, and in which order Tab goes through them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from newsmatch_gui.qt.panels import ArticlePanel, CandidatePanel
from newsmatch_gui.qt.reading_pane import ReadingPane
from newsmatch_gui.qt.tab_order import follow_layout

_WIDTHS = [300, 400, 740]
_SHARES = (2, 3, 5)  # of what a wider window has to give


class DeskSplitter(QSplitter):
    """Articles, story and candidates in three columns that can be dragged wider."""

    def __init__(
        self, articles: ArticlePanel, reading: ReadingPane, candidates: CandidatePanel,
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        for column, part in enumerate((articles, reading, candidates)):
            self.addWidget(part)
            self.setStretchFactor(column, _SHARES[column])
        self.setSizes(_WIDTHS)
        follow_layout(self)
