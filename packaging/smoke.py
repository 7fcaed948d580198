"""Tries out a built app as somebody would who has neither Python nor this repository.

    python packaging/smoke.py dist/newsmatch [--picture demo-window.png]

Everything runs in a scratch folder with an empty environment, without a display.
"""

import argparse
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from newsmatch_gui import __version__

ROOT = Path(__file__).parents[1]
PHOTOS = sorted((ROOT / "resources" / "demo" / "images").glob("*.jpg"))
_PATIENCE = 600  # seconds for one command
_COLOURS = 5_000  # that photos bring into the picture; a window without any shows some hundred
_STAYS = 8  # seconds that a window has to stay open


class App:
    """A built app, and the scratch folder that it is tried out in."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self._folder, self._scratch = folder, scratch
        self._suffix = ".exe" if sys.platform == "win32" else ""
        kept = {"PATH", "SYSTEMROOT"} if sys.platform == "win32" else set()
        self._environment = {
            "HOME": str(scratch), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
            "TMPDIR": str(scratch), "APPDATA": str(scratch), "LOCALAPPDATA": str(scratch),
            "QT_QPA_PLATFORM": "offscreen",
        } | {name: os.environ[name] for name in kept}  # fmt: skip

    def run(self, *words: str) -> str:
        """Run a command and return what it printed.

        Raises:
            AssertionError: It failed.
        """
        start = time.monotonic()
        done = subprocess.run(
            [self.program("newsmatch"), *words], cwd=self._scratch, env=self._environment,
            capture_output=True, text=True, encoding="utf-8", timeout=_PATIENCE, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"newsmatch {' '.join(words)}: {done.stderr or done.stdout}"
        print(f"  {time.monotonic() - start:6.1f} s  newsmatch {' '.join(words)}", flush=True)
        return done.stdout

    def stays_open(self) -> None:
        """Start the program without a console and see that its window does not close by itself."""
        with subprocess.Popen(
            [self.program("newsmatch-gui")], cwd=self._scratch, env=self._environment,
            stderr=subprocess.PIPE, text=True,
        ) as window:  # fmt: skip
            try:
                _, said = window.communicate(timeout=_STAYS)
            except subprocess.TimeoutExpired:
                window.terminate()
                print(f"  {_STAYS:6.1f} s  newsmatch-gui")
            else:
                raise AssertionError(f"newsmatch-gui ended with {window.returncode}: {said}")

    def program(self, name: str) -> Path:
        """Return the path of one of the app's programs."""
        return self._folder / f"{name}{self._suffix}"


def try_out(app: App, scratch: Path) -> Path:
    """Run all that a package could lack, and return the picture of the window.

    Raises:
        AssertionError: Something does not work.
    """
    told = app.run("--version")
    assert __version__ in told, told

    told = app.run("demo", "--folder", "demo.newsmatch", "--no-window")  # model, index, window
    assert "true picture at" in told and "MRR@100" in told, told
    picture = scratch / "demo-window.png"
    check_picture(picture)

    found = json.loads(app.run("rank", "demo.newsmatch", "--query", "a ship at sea", "--json"))
    assert len(found) == 10, found

    app.run("text", "--recipe", "reference-t1", "Der Hafen von Hamburg", "--lang", "de")

    archive = scratch / "photos.zip"  # unpacked in a child process
    with zipfile.ZipFile(archive, "w") as packed:
        for photo in PHOTOS[:3]:
            packed.write(photo, photo.name)
    told = app.run("import", "zipped.newsmatch", str(archive))
    assert "3 images added" in told, told

    findings = json.loads(app.run("doctor", "demo.newsmatch", "--json"))  # child processes, too
    broken = [finding for finding in findings if finding["state"] == "broken"]
    assert not broken, broken

    app.stays_open()
    return picture


def check_picture(path: Path) -> None:
    """Make sure that a picture of the window shows candidates.

    Raises:
        AssertionError: It is blank, or there are no photos in it.
    """
    with Image.open(path) as picture:
        right = picture.convert("RGB").crop((picture.width // 2, 0, picture.width, picture.height))
        colours = right.getcolors(maxcolors=right.width * right.height) or ()
    assert len(colours) > _COLOURS, f"{path} shows no photos: {len(colours)} colours"
    print(f"            {path.name}: {len(colours):,} colours where the candidates are")


def main(words: Sequence[str] | None = None) -> None:
    """Try out the app that is named; ends with a trace when something does not work."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("app", type=Path, help="folder of the built app")
    parser.add_argument("--picture", type=Path, help="keep the picture of the window here")
    said = parser.parse_args(words)
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        picture = try_out(App(said.app.absolute(), Path(name)), Path(name))
        if said.picture:
            said.picture.write_bytes(picture.read_bytes())
    print("The app works.")


if __name__ == "__main__":
    main()
