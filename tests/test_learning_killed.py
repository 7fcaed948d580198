"""kill -9 while a model is trained: nothing breaks, and the curve goes on where it stood."""

import json
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from learning_fixtures import colour_newsroom

from newsmatch_gui.services.model_registry import list_models
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.training_run import find_run

KILLS = 10
OPTIONS = "rate = 1e-3\nbatch = 8\nepochs = 8\npatience = 8\ntemperature = 0.1\n"


def command(folder: Path, options: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-m", "newsmatch_gui", "finetune", str(folder), "--depth", "full",
        "--options", str(options), "--progress", "json", "--keep-active", *more,
    ]  # fmt: skip


def curve(lines: list[str]) -> dict[int, float]:
    """Return the loss by step."""
    found = {}
    for line in lines:
        figures = json.loads(line).get("figures", {}) if line.startswith("{") else {}
        if "step" in figures:
            found[int(figures["step"])] = figures["loss"]
    return found


@pytest.mark.model
def test_ten_kills_cost_no_step_and_break_no_curve(tiny_model: str, tmp_path: Path) -> None:
    options = tmp_path / "o.toml"
    options.write_text(OPTIONS)
    folder = colour_newsroom(tmp_path / "home", tiny_model)
    other = Path(shutil.copytree(folder, tmp_path / "whole.newsmatch"))
    done = subprocess.run(
        command(other, options), capture_output=True, text=True, check=True, timeout=120
    )
    whole = curve(done.stdout.splitlines())
    serving = load_pool(folder).model.fingerprint
    rng = random.Random(0)
    found: dict[int, float] = {}
    more: tuple[str, ...] = ()
    for _ in range(KILLS):
        last = max(found, default=0)
        until = min(last + rng.randint(1, 6), max(whole) - 1)
        with subprocess.Popen(
            command(folder, options, *more), stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                found |= curve([line])
                if max(found, default=0) >= until:
                    break
            process.send_signal(signal.SIGKILL)
        assert list_models(folder) == ((), serving)  # the registry opens, nothing half-made in it
        more = ("--resume",) if find_run(folder) else ()
        assert more
    done = subprocess.run(
        command(folder, options, "--resume"), capture_output=True, text=True, check=True,
        timeout=120,
    )  # fmt: skip
    found |= curve(done.stdout.splitlines())
    assert found.keys() == whole.keys()
    assert np.allclose([found[n] for n in whole], list(whole.values()), atol=1e-3)
    models = [list_models(place)[0][0] for place in (folder, other)]
    assert models[0].guard.after == pytest.approx(models[1].guard.after, abs=1e-6)
    assert find_run(folder) is None
