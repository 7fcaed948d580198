"""Examining a collection and this machine, and mending what can be mended without a person."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.health import Finding
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.services.doctor_collection import (
    COLLECTION_PARTS,
    Patient,
    is_collection,
    serving_model,
)
from newsmatch_gui.services.doctor_machine import (
    machine_findings,
    model_findings,
    window_findings,
)


def examine(folder: Path | None, *, mend: bool = False) -> Work[tuple[Finding, ...]]:
    """Look at every part of a collection and of the machine.

    Args:
        folder: The collection, None for the machine alone.
        mend: Mend what can be mended; a collection is backed up first.

    Yields:
        Progress in parts.

    Raises:
        NewsMatchError: There is no collection in the folder.
    """
    if folder is not None and not is_collection(folder):
        raise NewsMatchError(f"{folder} holds no NewsMatch collection; name the folder of one")
    found: list[Finding] = []
    checks = tuple(_checks(folder, mend=mend))
    for number, (phase, check) in enumerate(checks):
        yield Progress(number, len(checks), phase)
        found.extend(check())
    return tuple(found)


def _checks(
    folder: Path | None, *, mend: bool
) -> Iterator[tuple[str, Callable[[], Iterable[Finding]]]]:
    if folder is not None:
        patient = Patient(folder, mend)
        for part, check in COLLECTION_PARTS.items():
            yield f"looking at the {part}", partial(patient.examine, part, check)
    yield "looking at this machine", partial(machine_findings, mend=mend)
    yield "trying to draw a window", window_findings
    yield "trying to load the model", partial(_model, folder)


def _model(folder: Path | None) -> Iterator[Finding]:
    # Looked up when its turn comes: what could not be opened may be mended by then.
    try:
        name, fingerprint = serving_model(folder) if folder is not None else ("", "")
    except NewsMatchError:  # said already, of the database
        name, fingerprint = "", ""
    yield from model_findings(name, fingerprint)
