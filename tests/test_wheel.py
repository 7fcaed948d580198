"""The wheel stands alone: it is installed elsewhere and works from another folder."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newsmatch_gui import __version__

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
_PATIENCE = 120  # seconds for a command on a busy machine


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT],
        check=True, capture_output=True, timeout=_PATIENCE,
    )  # fmt: skip
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the wheel's content and nothing else; libraries come from here."""
    target = tmp_path_factory.mktemp("installed")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
         "--no-compile", "--target", target, wheel],
        check=True, capture_output=True, timeout=_PATIENCE,
    )  # fmt: skip
    return target


def start(installed: Path, here: Path, *words: str | Path) -> str:
    """Run the installed command in another folder, and return what it printed."""
    done = subprocess.run(
        [sys.executable, installed / "bin" / "newsmatch", *words],
        cwd=here, env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True, text=True, timeout=_PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_is_complete(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    resources = {
        f"newsmatch_gui/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*") if path.is_file()
    }  # fmt: skip
    modules = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "newsmatch_gui").rglob("*.py") if "__pycache__" not in path.parts
    }  # fmt: skip
    assert resources | modules <= names
    about = f"newsmatch-{__version__}.dist-info"
    assert {f"{about}/licenses/LICENSE", f"{about}/entry_points.txt"} <= names
    assert not [name for name in names if not name.startswith(("newsmatch_gui/", about))]


def test_the_installed_command_works_elsewhere(installed: Path, tmp_path: Path) -> None:
    assert start(installed, tmp_path, "--version") == f"newsmatch, version {__version__}\n"
    assert "Without a display" in start(installed, tmp_path, "demo", "--help")
    # Brings resources, the store and the text room along; all of it from the folder installed to.
    demo = installed / "newsmatch_gui" / "_resources" / "demo" / "demo.jsonl"
    told = start(installed, tmp_path, "import", "demo.newsmatch", demo)
    assert "24 articles and 100 images added" in told
    assert (tmp_path / "demo.newsmatch" / "collection.db").is_file()
    shown = start(installed, tmp_path, "recipes", "--show", "reference-t1")
    assert 'name = "reference-t1"' in shown


def test_nothing_of_the_repository_is_used(installed: Path, tmp_path: Path) -> None:
    code = (
        "import newsmatch_gui.cli.main, sys; from newsmatch_gui.resources import resource_path; "
        "print(newsmatch_gui.__file__, resource_path('icons'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True, text=True, timeout=_PATIENCE, check=True,
    )  # fmt: skip
    package, icons = map(Path, done.stdout.split())
    assert package.is_relative_to(installed)
    assert icons.is_relative_to(installed)
