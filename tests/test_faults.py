"""The short version of packaging/faults/try_faults.py: no fault costs a decision."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "packaging" / "faults" / "try_faults.py"
FAULTS = (
    "kill -9 while deciding", "kill -9 while importing", "kill -9 while exporting",
    "kill -9 while backing up", "kill -9 while migrating", "kill -9 while restoring",
    "disk full", "read-only folder", "unplugged folder", "corrupted database",
    "altered letters in the database", "truncated database", "corrupted or truncated diary",
    "clock going backwards", "two processes on one collection",
)  # fmt: skip


@pytest.mark.faults
@pytest.mark.skipif(not hasattr(os, "fork"), reason="harms forked processes")
def test_no_fault_costs_a_decision() -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--short"], capture_output=True, text=True, check=False,
        timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in done.stdout.splitlines()]
    counted = {row[0]: row[1:] for row in rows[2:]}
    assert tuple(name for name in counted if name != "**all**") == FAULTS
    for name in FAULTS:
        tries, promised, lost, told = counted[name]
        if name == "disk full" and tries == "0":
            assert "may mount no disk" in told
            continue
        assert int(tries) > 0
        assert int(promised.replace(",", "")) > 0
        assert (name, lost) == (name, "0")
        assert told
