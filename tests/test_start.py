"""What starting costs: the rooms below the window load neither Qt nor torch."""

import subprocess
import sys

import pytest


def loaded_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    return set(out.split())


@pytest.mark.parametrize("module", ["newsmatch_gui.cli.main", "newsmatch_gui.services.demo"])
def test_services_and_commands_load_neither_qt_nor_torch(module: str) -> None:
    loaded = loaded_after(f"import {module}")
    assert not {"torch", "PySide6", "open_clip", "transformers"} & loaded


def test_the_window_loads_without_torch() -> None:
    loaded = loaded_after("import newsmatch_gui.qt.app")
    assert "PySide6" in loaded
    assert not {"torch", "open_clip", "transformers"} & loaded
