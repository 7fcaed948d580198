"""An editor at work in a process of its own, to be killed: decides and says so, line by line."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from newsmatch_gui.qt.app import application
from newsmatch_gui.qt.main_window import MainWindow

folder = Path(sys.argv[1])
app = application()
window = MainWindow(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
ready: list[bool] = []
window.desk_view.shown.connect(lambda: ready.append(True))
decided: list[str] = []
window.desk_view.decided.connect(lambda change: decided.append(change.article_id))
window.show()
window.open_collection(folder)
view = window.desk_view.candidate_panel.view
while True:
    ready.clear()
    QTest.qWait(1)
    QTest.keyClick(view, Qt.Key.Key_1)
    while decided:
        # Only what the window has said to be decided counts as promised.
        print(decided.pop(0), flush=True)
