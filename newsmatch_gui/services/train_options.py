"""Options of a training, from a TOML file and from what the user says on top of it."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import DEFAULTS, Depth, TrainOptions

_BOUNDS: dict[str, tuple[float, float]] = {
    "epochs": (1, 1_000), "batch": (2, 65_536), "accumulate": (1, 1_000), "rate": (1e-8, 1.0),
    "decay": (0, 10), "temperature": (0, 1), "warm_up": (0, 0.9), "clip": (1e-3, 1e3),
    "patience": (1, 1_000), "rank": (1, 512), "shrink": (0, 1e6), "blocks": (1, 64),
    "seed": (0, 2**31),
}  # fmt: skip
_LOCKS = ("none", "image", "text")


def train_options(
    depth: Depth, file: Path | None = None, given: Mapping[str, Any] | None = None
) -> TrainOptions:
    """Return the options for a depth: its defaults, then the file, then what is given.

    Args:
        depth: How much is trained.
        file: TOML with any of the fields of ``TrainOptions``.
        given: Values by field, which win.

    Raises:
        NewsMatchError: The file is missing or no TOML, a key is not known, or a value is wrong.
    """
    fields = asdict(DEFAULTS[depth])
    origin = str(file) if file else "training options"
    said = (_read(file) if file else {}) | dict(given or {})
    for key, value in said.items():
        if key not in fields:
            raise NewsMatchError(f"{origin}: {key} is not known; use {', '.join(fields)}")
        fields[key] = _checked(origin, key, value, type(fields[key]))
    return TrainOptions(**fields)


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise NewsMatchError(f"{file} cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise NewsMatchError(f"{file} is no TOML ({error})") from error


def _checked(origin: str, key: str, value: Any, kind: type) -> Any:
    if kind is float and type(value) is int:
        value = float(value)
    if type(value) is not kind:
        words = {str: "a text", int: "a whole number", bool: "true or false", float: "a number"}
        raise NewsMatchError(f"{origin}: {key} must be {words[kind]}, not {value!r}")
    if key == "lock" and value not in _LOCKS:
        raise NewsMatchError(f"{origin}: lock must be one of {', '.join(_LOCKS)}")
    if key == "batch" and value < 2:
        raise NewsMatchError("a batch of one pair teaches nothing; use a batch of 2 or more")
    if key in _BOUNDS and not _BOUNDS[key][0] <= value <= _BOUNDS[key][1]:
        low, high = _BOUNDS[key]
        raise NewsMatchError(f"{origin}: {key} must lie between {low:g} and {high:g}")
    return value
