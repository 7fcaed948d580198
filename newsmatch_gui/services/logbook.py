"""The log of what the program did, written so that it can be shown to strangers.

Articles, search words, keys and file names of a newsroom are none of a bug report's business, and
an exception's message may hold any of them. So the log holds fixed sentences, numbers, and
tracebacks without messages, but for those kinds of errors whose messages speak of code only.
"""

import logging
import os
import re
import sys
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import TracebackException
from types import TracebackType

from platformdirs import user_log_path

_SIZE, _KEPT = 1_000_000, 3  # bytes of a file, and how many former ones are kept
_LINES = 40
# Their messages name types, attributes and modules.
_OF_CODE = (
    AttributeError, NameError, ImportError, TypeError, ZeroDivisionError, IndexError, MemoryError,
    RecursionError, NotImplementedError,
)  # fmt: skip
_HOMES = re.compile(r"""([/\\](?:home|Users)[/\\])[^/\\\s"':]+""", re.IGNORECASE)
log = logging.getLogger("newsmatch_gui")


class _Discreet(logging.Formatter):
    """Writes the fixed part of a message and its numbers; no texts, and no one's name."""

    def format(self, record: logging.LogRecord) -> str:
        args = record.args if isinstance(record.args, tuple) else ()
        numbers = tuple(value for value in args if isinstance(value, (int, float)))
        said = logging.makeLogRecord(record.__dict__ | {"args": (), "exc_text": None})
        said.msg = str(record.msg)
        if args:
            said.msg = f"{said.msg.split('%')[0].strip()} {numbers or ''}".strip()
        return without_names(super().format(said))

    def formatException(
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple
    ) -> str:
        return discreet_trace(ei[1]) if ei[1] is not None else ""


class _Handler(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """Let a full disk cost the line, and not a message on the terminal for each."""


def log_file() -> Path:
    """Return where the log lies; ``NEWSMATCH_LOG`` names another file."""
    named = os.environ.get("NEWSMATCH_LOG")
    return Path(named) if named else user_log_path("newsmatch", appauthor=False) / "newsmatch.log"


def start_log() -> None:
    """Begin to log into the file; a second call changes nothing."""
    if any(isinstance(handler, _Handler) for handler in log.handlers):
        return
    path = log_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = _Handler(path, maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True)
    except OSError:  # no log is no reason not to start
        return
    handler.setFormatter(_Discreet("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    sys.excepthook = _log_and_print


def last_lines() -> tuple[str, ...]:
    """Return the end of the log."""
    try:
        return tuple(log_file().read_text("utf-8", "replace").splitlines()[-_LINES:])
    except OSError:
        return ()


def discreet_trace(error: BaseException) -> str:
    """Return where an error came from, without what its message may quote."""
    parts = []
    for link in reversed(list(_chain(error))):
        stack = TracebackException(type(link), link, link.__traceback__).stack
        name = f"{type(link).__module__}.{type(link).__qualname__}".removeprefix("builtins.")
        parts.append(f"{''.join(stack.format())}{name}{_discreet_message(link)}")
    return without_names("\nThen:\n".join(parts))


def without_names(text: str) -> str:
    """Return a text without the account's name, as it stands in the paths of its home."""
    home = str(Path.home())
    if len(home) > 1:
        text = text.replace(home, "~")
    return _HOMES.sub(r"\1<account>", text)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _discreet_message(error: BaseException) -> str:
    if isinstance(error, _OF_CODE):
        return f": {' '.join(str(error).split())}"
    if isinstance(error, OSError) and error.errno is not None:
        return f": {os.strerror(error.errno)}"
    if name := getattr(error, "sqlite_errorname", ""):
        return f": {name}"
    return ""


def _log_and_print(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        log.critical("unexpected error", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
