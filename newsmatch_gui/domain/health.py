"""What an examination finds: sound, worth knowing, broken, or mended."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a part is."""

    SOUND = "sound"
    NOTE = "note"
    """Worth knowing; nothing is broken."""
    BROKEN = "broken"
    MENDED = "mended"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one part.

    Attributes:
        area: What it belongs to: ``collection`` or ``machine``.
        part: What was looked at, e.g. ``database``.
        state: How it is.
        sentence: What was found, with counts, and what mends it if anything must be mended.
    """

    area: str
    part: str
    state: State
    sentence: str


def is_well(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing is broken, or nothing any more."""
    return all(finding.state is not State.BROKEN for finding in findings)
