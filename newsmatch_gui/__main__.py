"""Starts the window or the command line."""

import faulthandler
import multiprocessing
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
    multiprocessing.freeze_support()  # an app built by PyInstaller starts itself as its child
    faulthandler.enable()  # a crash in a library leaves a trace instead of silence
    if len(sys.argv) == 1:
        main_window()
    from newsmatch_gui.cli.main import cli

    cli(obj=_Windows(), prog_name="newsmatch")


def main_window() -> None:
    """Open the window on the last collection."""
    multiprocessing.freeze_support()
    sys.exit(_Windows().show(None))


if __name__ == "__main__":
    main()
