"""Starts the window or the command line."""

import faulthandler
import multiprocessing
import os
import sys
from pathlib import Path


class _Windows:
    """Opens windows for commands; Qt is imported only when one is wanted."""

    def show(self, folder: Path | None, story: Path | None = None) -> int:
        from newsmatch_gui.qt.app import show

        return show(folder, story)

    def grab(self, folder: Path, target: Path) -> None:
        from newsmatch_gui.qt.app import grab

        grab(folder, target)

    def probe(self, *, on_screen: bool) -> str:
        from newsmatch_gui.qt.app import probe

        return probe(on_screen=on_screen)


def main() -> None:
    """Run the command line; without arguments the window opens."""
    _prepare()
    # A shell that asks how to complete a command gives no arguments either.
    if len(sys.argv) == 1 and "_NEWSMATCH_COMPLETE" not in os.environ:
        main_window()
    from newsmatch_gui.cli.main import cli

    cli(obj=_Windows(), prog_name="newsmatch")


def main_window() -> None:
    """Open the window on the last collection."""
    _prepare()
    sys.exit(_Windows().show(None))


def _prepare() -> None:
    multiprocessing.freeze_support()  # an app built by PyInstaller starts itself as its child
    if sys.stderr is None:  # Windows gives a program without a console none, but libraries write
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 for good
    faulthandler.enable()  # a crash in a library leaves a trace instead of silence
    from newsmatch_gui.services.logbook import start_log

    start_log()


if __name__ == "__main__":
    main()
