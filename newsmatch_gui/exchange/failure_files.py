"""Failures with what people said of them, as CSV for a spreadsheet or as JSON."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from newsmatch_gui.domain.failures import FailureRecord
from newsmatch_gui.exchange.pairs import atomic_text, guarded


def write_failures_csv(target: Path, records: Sequence[FailureRecord]) -> None:
    """Write one line for each article; what a spreadsheet would run gets a leading blank."""
    with atomic_text(target) as file:
        writer = csv.DictWriter(file, FailureRecord.COLUMNS)
        writer.writeheader()
        for record in records:
            notes = " ".join(note.sentence for note in record.notes)
            values = record.as_json() | {"notes": notes}
            writer.writerow({name: _cell(value) for name, value in values.items()})


def write_failures_json(target: Path, records: Sequence[FailureRecord]) -> None:
    """Write one array with an object for each article."""
    with atomic_text(target) as file:
        json.dump([record.as_json() for record in records], file, ensure_ascii=False, indent=1)


def _cell(value: object) -> object:
    if isinstance(value, list):
        value = "; ".join(value)
    return guarded(value) if isinstance(value, str) else value
