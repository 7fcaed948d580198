"""Builds the app for the system this runs on: one folder that needs no Python.

    python packaging/build_app.py [--gpu] [--out dist] [--work build]

Under Linux the folder also holds what a desktop wants to know of it (``share``) and a script that
enters it there (``install.sh``). Beside it lies the bill of materials.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from command_docs import write_command_docs
from make_sbom import sbom

from newsmatch_gui import __version__

ROOT = Path(__file__).parents[1]
APP_ID = "io.github.newsmatch.NewsMatch"
ICON = ROOT / "resources" / "icons" / "newsmatch.svg"
SIZES = (48, 128, 256, 512)
_RELEASE = re.compile(r"^## \[(?P<version>[^]]+)\](?: - (?P<date>\S+))?$", re.MULTILINE)


def draw_icon(target: Path, size: int) -> None:
    """Draw the icon as a PNG of that many pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    _ = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(ICON)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise OSError(f"{target} cannot be written")


def metainfo() -> str:
    """Return the AppStream metadata of this version; its day is that of the changelog.

    A version that the changelog does not know was not released yet, and is dated today.
    """
    released = {
        found["version"]: found["date"]
        for found in _RELEASE.finditer((ROOT / "CHANGELOG.md").read_text("utf-8"))
    }
    day = released.get(__version__) or time.strftime("%Y-%m-%d")
    template = (ROOT / "packaging" / "linux" / f"{APP_ID}.metainfo.xml").read_text("utf-8")
    return template.replace("@VERSION@", __version__).replace("@DATE@", day)


def add_desktop_files(app: Path) -> None:
    """Put what a Linux desktop wants to know beside the programs."""
    share, linux = app / "share", ROOT / "packaging" / "linux"
    write_command_docs(app)
    for size in SIZES:
        draw_icon(share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{APP_ID}.png", size)
    for source, place in (
        (ICON, share / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"),
        (linux / f"{APP_ID}.desktop", share / "applications" / f"{APP_ID}.desktop"),
        (linux / "install.sh", app / "install.sh"),
        (ROOT / "LICENSE", app / "LICENSE"),
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, place)
    described = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    described.parent.mkdir(parents=True, exist_ok=True)
    described.write_text(metainfo(), encoding="utf-8")


def build(out: Path, work: Path, *, gpu: bool) -> Path:
    """Build the app and return its folder."""
    wanted = {"NEWSMATCH_GPU": "1" if gpu else "0"}
    if sys.platform in ("win32", "darwin"):  # elsewhere a program's file has no icon of its own
        wanted["NEWSMATCH_ICON"] = str(work / "newsmatch.png")
        draw_icon(work / "newsmatch.png", 512)
    subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN",
            "--distpath", out, "--workpath", work,
            ROOT / "packaging" / "pyinstaller" / "newsmatch.spec",
        ],
        env=os.environ | wanted, check=True,
    )  # fmt: skip
    return out / "newsmatch"


def size_of(folder: Path) -> int:
    """Return the bytes of a folder's files."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())


def main() -> None:
    """Build, and tell how large it is and how long it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gpu", action="store_true", help="keep all that CUDA needs")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the app goes")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="scratch folder")
    said = parser.parse_args()
    out, work = said.out.absolute(), said.work.absolute()
    start = time.monotonic()
    app = build(out, work, gpu=said.gpu)
    if sys.platform == "linux":
        add_desktop_files(app)
    (out / f"newsmatch-{__version__}.cdx.json").write_text(sbom() + "\n", encoding="utf-8")
    print(f"{app}: {size_of(app) / 1e9:.2f} GB, built in {time.monotonic() - start:.0f} s")
    if (app / "_internal" / "nvidia").is_dir():
        print(
            "It holds libraries of NVIDIA, whose licence does not go with the GPL: keep it for "
            "yourself. What you pass on, build with torch's CPU wheel (see packaging/README.md)."
        )


if __name__ == "__main__":
    main()
