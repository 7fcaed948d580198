"""A terminal that shows other people's text and is steered by none of it."""

import sys
from typing import Any, TextIO

from newsmatch_gui.domain.plain_text import plain


class PlainTerminal:
    """Standard output, which captions and ids from anybody are printed to."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write a text without what would move the cursor, or worse."""
        return self._stream.write(plain(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def be_plain() -> None:
    """Let standard output be plain if it is a terminal; a file gets every character as it is."""
    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout = PlainTerminal(sys.stdout)  # type: ignore[assignment]
