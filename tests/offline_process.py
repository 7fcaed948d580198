"""A day's work in a process of its own that may reach nothing: demo, window, learning, report.

Prints one line of JSON: what tried to reach out, and the sockets of the internet that were open
at the end of each part.
"""

import json
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.request import urlopen

tried: list[str] = []
is_open: list[str] = []


def guard(owner: Any, name: str, address_of: Callable[..., object]) -> None:
    """Let a function that could send something note what it was asked, and fail."""
    before = getattr(owner, name)

    def guarded(*given: Any, **named: Any) -> Any:
        if (address := address_of(*given)) is None:
            return before(*given, **named)
        tried.append(f"{name} {address}")
        raise OSError(f"nothing may be reached: {address}")

    setattr(owner, name, guarded)


def of_socket(self: socket.socket, *given: object) -> object:
    # Desktops are spoken to through files, which go nowhere.
    return given if self.family in (socket.AF_INET, socket.AF_INET6) else None


for method in ("connect", "connect_ex", "sendto"):
    guard(socket.socket, method, of_socket)
for function in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
    guard(socket, function, lambda *given: given[0])

import psutil  # noqa: E402 - behind the guard, like everything else
from click.testing import CliRunner  # noqa: E402
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QAction  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from newsmatch_gui.cli.main import cli  # noqa: E402
from newsmatch_gui.domain.progress import finish  # noqa: E402
from newsmatch_gui.qt.app import application  # noqa: E402
from newsmatch_gui.qt.main_window import MainWindow  # noqa: E402
from newsmatch_gui.services.demo import prepare_demo  # noqa: E402


def note(part: str) -> None:
    for found in psutil.Process().net_connections("inet"):
        is_open.append(f"{part}: {found.laddr} {found.raddr}")


def newsmatch(*words: str | Path) -> None:
    done = CliRunner().invoke(cli, [str(word) for word in words])
    if done.exit_code:
        raise SystemExit(f"newsmatch {words[0]}: {done.output} {done.exception}")
    note(str(words[0]))


def wait(until: Callable[[], bool]) -> None:
    loop, timer = QEventLoop(), QTimer()
    timer.timeout.connect(lambda: until() and loop.quit())
    timer.start(20)
    QTimer.singleShot(120_000, lambda: loop.exit(1))
    if loop.exec():
        raise SystemExit("the window did not get there")


def work_in_the_window(folder: Path) -> None:
    """Open the demo, search, and decide on every article by key."""
    app = application()
    window = MainWindow(QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))
    shown: list[bool] = []
    window.desk_view.shown.connect(lambda: shown.append(True))
    window.show()
    window.open_collection(folder)
    wait(lambda: bool(shown))
    window.findChild(QAction, "search").trigger()
    field = app.focusWidget()
    shown.clear()
    QTest.keyClicks(field, "a harbour in the rain -night")
    QTest.keyClick(field, Qt.Key.Key_Return)
    wait(lambda: bool(shown))
    window.findChild(QAction, "back").trigger()
    view = window.desk_view.candidate_panel.view
    for number in range(24):
        key = Qt.Key.Key_1 + number % 3
        QTest.keyClick(view, key)
        shown.clear()
        wait(lambda: bool(shown) or not any(lane.busy for lane in window.lanes))
    note("window")
    window.close()
    wait(lambda: not window.isVisible() and not any(lane.busy for lane in window.lanes))


def main(home: Path) -> None:
    folder = home / "Demo.newsmatch"
    finish(prepare_demo(folder))
    note("demo")
    work_in_the_window(folder)
    newsmatch("finetune", folder, "--depth", "quick", "--epochs", "2")
    newsmatch("rank", folder, "--query", "a red bus")
    newsmatch("report", folder, home / "report.html")
    newsmatch("handover", folder, home / "out", "--all")
    newsmatch("text", "Der B\u00fcrgermeister er\u00f6ffnet die Br\u00fccke", "--recipe",
              "headline-translated", "--lang", "de")  # fmt: skip
    newsmatch("text", "RT @mayor: can't wait, the new bridge opens 2day! #Leipzig :)", "--recipe",
              "reference-t1", "--domain", "tw")  # fmt: skip
    newsmatch("doctor", folder)
    print(json.dumps({"tried": tried, "open": is_open}))


def probe() -> None:
    """Reach out, to show that it would be noted."""
    with suppress(OSError):
        urlopen("http://192.0.2.1/")
    with suppress(OSError):
        urlopen("http://example.invalid/")
    print(json.dumps({"tried": tried, "open": is_open}))


if __name__ == "__main__":
    probe() if sys.argv[1] == "--probe" else main(Path(sys.argv[1]))
