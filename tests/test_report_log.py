"""Log and bug report: versions, counts and traces, and nothing that a newsroom wrote."""

import getpass
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from test_window import close_window, new_window

import newsmatch_gui
from newsmatch_gui.domain.progress import Progress
from newsmatch_gui.qt.bug_reports import show_bug
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.services import logbook
from newsmatch_gui.services.bug_report import bug_report
from newsmatch_gui.services.logbook import discreet_trace, last_lines, log_file, start_log

TITLE = "Mayor <script>alert(1)</script> of Springfield resigns\nsk-key-0123456789"


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """The log, begun and ended."""
    hook = sys.excepthook
    start_log()
    yield logging.getLogger("newsmatch_gui.test")
    sys.excepthook = hook
    for handler in list(logbook.log.handlers):
        logbook.log.removeHandler(handler)
        handler.close()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = new_window(qtbot, tmp_path)
    yield made
    close_window(qtbot, made)


def raised(kind: type[Exception]) -> Exception:
    """An error that quotes a title, raised while another one was handled."""
    try:
        try:
            raise KeyError(TITLE)
        except KeyError as error:
            raise kind(f"cannot parse {TITLE!r}") from error
    except kind as error:
        return error


def hidden(text: str) -> bool:
    return not any(word in text for word in ("Mayor", "script", "Springfield", "sk-key", TITLE))


@pytest.mark.parametrize("kind", [ValueError, RuntimeError, UnicodeError, AssertionError])
def test_a_trace_says_where_and_not_what(kind: type[Exception]) -> None:
    trace = discreet_trace(raised(kind))
    assert hidden(trace)
    assert "KeyError" in trace
    assert kind.__name__ in trace
    assert "in raised" in trace  # the function
    assert "test_report_log.py" in trace


def test_messages_that_speak_of_code_stay() -> None:
    for kind, say in (
        (AttributeError, lambda: object().nothing),
        (ZeroDivisionError, lambda: 1 / 0),
    ):
        try:
            say()
        except kind as error:
            assert str(error) in discreet_trace(error)
    try:
        Path("/no/such/Springfield").read_text()
    except OSError as error:
        trace = discreet_trace(error)
    assert "No such file" in trace
    assert "FileNotFoundError: No such file or directory" in trace


def test_nothing_that_was_said_is_logged(logged: logging.Logger) -> None:
    logged.warning("a search for %s took %d ms", TITLE, 17)
    logged.error("a job failed", exc_info=raised(ValueError))
    lines = "\n".join(last_lines())
    assert hidden(lines)
    assert "a search for" in lines
    assert "17" in lines
    assert "ValueError" in lines


def test_names_in_paths_are_left_out(
    logged: logging.Logger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/srv/people/jane"))
    for said in ("/home/jane/a", "C:\\Users\\jane\\a", "/Users/jane/x", "/srv/people/jane/b"):
        logged.warning(f"found in {said}")
    lines = "\n".join(last_lines())
    assert "jane" not in lines
    assert "/home/<account>/a" in lines
    assert "~/b" in lines


def test_the_log_is_cut_and_a_full_disk_costs_no_start(
    logged: logging.Logger, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for _ in range(12_000):
        logged.warning("the same fixed sentence again and again, so that the file grows to its end")
    files = sorted(path.name for path in log_file().parent.glob("newsmatch.log*"))
    assert files == ["newsmatch.log", "newsmatch.log.1"]
    assert log_file().stat().st_size <= 1_000_000
    for handler in list(logbook.log.handlers):
        logbook.log.removeHandler(handler)
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEWSMATCH_LOG", str(tmp_path / "file" / "log"))
    start_log()
    logged.warning("goes nowhere")
    assert last_lines() == ()


def test_every_line_that_we_log_is_a_fixed_sentence() -> None:
    """What is logged elsewhere in the program must not even try to say more."""
    call = re.compile(r"\blog\.(?:debug|info|warning|error|exception|critical)\(\s*(\S)")
    for path in Path(newsmatch_gui.__file__).parent.rglob("*.py"):
        for match in call.finditer(path.read_text("utf-8")):
            assert match[1] == '"', f"{path}: {match[0]}"


def test_the_report_has_versions_and_counts_and_no_text(
    logged: logging.Logger, collection: Path
) -> None:
    logged.error("a job failed", exc_info=raised(ValueError))
    report = bug_report(collection, raised(RuntimeError))
    for word in ("NewsMatch", "Python", "torch", "PySide6-Essentials", "open_clip_torch",
                 "12 articles, 11 images, 0 rows of decisions", "dimensions on cpu",
                 "RuntimeError", "a job failed"):  # fmt: skip
        assert word in report
    assert hidden(report)
    assert "Headline" not in report
    assert str(collection) not in report
    account = getpass.getuser()
    assert f"/home/{account}" not in report
    assert "no collection is open" in bug_report(None)
    (collection / "collection.db").write_bytes(b"\xa5" * 9_000)
    assert "does not open: DamagedCollectionError" in bug_report(collection)


def test_copying_the_report(qtbot: QtBot, window: MainWindow, collection: Path) -> None:
    window.menus.actions["report"].trigger()
    assert "no collection is open" in QGuiApplication.clipboard().text()
    with qtbot.waitSignal(window.desk_view.shown, timeout=20_000):
        window.open_collection(collection)
    window.menus.actions["report"].trigger()
    assert "12 articles" in QGuiApplication.clipboard().text()
    assert "clipboard" in window.statusBar().currentMessage()


def test_a_bug_with_a_hostile_title_shows_and_logs_none_of_it(
    qtbot: QtBot, window: MainWindow, logged: logging.Logger
) -> None:
    lane = Lane(window, latest_wins=False)
    failures: list[Exception] = []

    def fail() -> Iterator[Progress]:
        yield Progress(0, 0, "failing")
        raise raised(ValueError)

    job = lane.start(fail)
    job.failed.connect(failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    show_bug(window, failures[0])
    (box,) = window.findChildren(QMessageBox)
    assert "ValueError" in box.detailedText()
    assert hidden(box.detailedText() + box.text() + "\n".join(last_lines()))
    (copy,) = [button for button in box.buttons() if "Copy" in button.text()]
    copy.click()
    assert QGuiApplication.clipboard().text() == box.detailedText()


def test_the_program_logs_what_it_did_not_expect(tmp_path: Path) -> None:
    code = (
        "import sys; from newsmatch_gui.services.logbook import start_log; start_log();"
        "raise ValueError(sys.argv[1])"  # not the title itself: tracebacks quote lines of code
    )
    command = [sys.executable, "-c", code, TITLE]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Springfield" in done.stderr  # the person at the terminal sees all of it
    lines = "\n".join(last_lines())
    assert "unexpected error" in lines
    assert hidden(lines)
