"""Cached vectors of one model: an append-only file of rows and a file of their keys.

The rows can be memory-mapped whatever their number, and appending is crash-safe: a row counts
only once its key was written after it, so a kill between the two costs that batch and nothing
else. The folder is cache: it may be deleted at any time.
"""

import mmap
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.ranking import Vectors

KEY_BYTES = 16
_CHECKED = 16_384  # rows looked at at once
_TOLERANCE = 1e-3  # of a unit vector's length; half precision is this far off


class VectorFile:
    """Vectors by key in ``<name>.f32`` and ``<name>.keys`` of a model's folder.

    Attributes:
        dim: Length of a vector.
    """

    def __init__(self, folder: Path, name: str, dim: int) -> None:
        self.dim = dim
        self._rows = folder / f"{name}.f32"
        self._keys = folder / f"{name}.keys"

    def read(self) -> tuple[dict[str, int], Vectors]:
        """Return (row by key, rows of shape (n, dim)), the rows memory-mapped read-only."""
        count = self._complete()
        if count == 0:
            return {}, np.empty((0, self.dim), np.float32)
        rows = np.memmap(self._rows, np.float32, "r", shape=(count, self.dim))
        raw = self._keys.read_bytes()[: count * KEY_BYTES]
        places = {
            raw[start : start + KEY_BYTES].hex(): start // KEY_BYTES
            for start in range(0, len(raw), KEY_BYTES)
        }
        return places, rows

    def keys(self) -> set[str]:
        """Return the keys whose vectors are complete."""
        return set(self.read()[0])

    def leftover(self) -> int:
        """Return how many bytes of a killed or torn write lie behind the complete rows."""
        count = self._complete()
        sizes = [path.stat().st_size if path.exists() else 0 for path in (self._rows, self._keys)]
        return sizes[0] - count * self.dim * 4 + sizes[1] - count * KEY_BYTES

    def damaged(self) -> NDArray[np.int64]:
        """Return the rows that are no unit vectors, so that a disk or a program spoiled them."""
        _, rows = self.read()
        found = []
        for start in range(0, len(rows), _CHECKED):
            norms = np.linalg.norm(rows[start : start + _CHECKED].astype(np.float64), axis=1)
            # What is not finite compares as unequal to everything.
            found.append(start + np.flatnonzero(~(np.abs(norms - 1) < _TOLERANCE)))
        return np.concatenate(found) if found else np.empty(0, np.int64)

    def drop(self, rows: NDArray[np.int64]) -> None:
        """Forget rows and whatever lies behind the complete ones; what is lacking is made anew.

        Raises:
            NewsMatchError: The disk does not take it.
        """
        places, kept = self.read()
        dropped = set(rows.tolist())
        left = {place: key for key, place in places.items() if place not in dropped}
        keys, vectors = list(left.values()), np.array(kept[list(left)])
        try:
            # The keys first: rows without keys count for nothing, so that a kill costs no more.
            self._keys.unlink(missing_ok=True)
            self._rows.unlink(missing_ok=True)  # whoever has it mapped goes on reading
        except OSError as error:
            raise NewsMatchError(f"{self._rows} cannot be mended ({error.strerror})") from error
        if keys:
            self.append(keys, vectors)

    def append(self, keys: list[str], rows: Vectors) -> None:
        """Append vectors; a killed process loses none once the call returned.

        Args:
            keys: Hexadecimal keys of 16 bytes each.
            rows: Unit vectors, shape (len(keys), dim).

        Raises:
            ValueError: Shapes don't agree, or a vector is not finite.
            NewsMatchError: The disk does not take it.
        """
        rows = np.ascontiguousarray(rows, np.float32)
        if rows.shape != (len(keys), self.dim):
            raise ValueError(f"{len(keys)} keys do not go with vectors of shape {rows.shape}")
        if not np.isfinite(rows).all():
            raise ValueError("a vector holds values that are not finite")
        try:
            self._rows.parent.mkdir(parents=True, exist_ok=True)
            count = self._complete()
            # Rows are on the disk before a key says so, even if the power fails in between.
            _write_at(self._rows, count * self.dim * 4, rows.tobytes(), sync=True)
            _write_at(self._keys, count * KEY_BYTES, b"".join(bytes.fromhex(k) for k in keys))
        except OSError as error:
            raise NewsMatchError(
                f"the vectors cannot be written to {self._rows} ({error.strerror}); "
                "free some space or make the folder writable, then index again"
            ) from error

    def _complete(self) -> int:
        sizes = [path.stat().st_size if path.exists() else 0 for path in (self._rows, self._keys)]
        return min(sizes[0] // (self.dim * 4), sizes[1] // KEY_BYTES)


def read_ahead(rows: Vectors) -> None:
    """Let the system read memory-mapped rows from the disk while something else is done."""
    mapped = getattr(rows, "_mmap", None)
    if mapped is not None and hasattr(mmap, "MADV_WILLNEED"):
        mapped.madvise(mmap.MADV_WILLNEED)


def _write_at(path: Path, offset: int, content: bytes, *, sync: bool = False) -> None:
    """Write at an offset, dropping what a killed writer left behind it."""
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.truncate(offset)
        file.seek(offset)
        file.write(content)
        file.flush()
        if sync:
            os.fsync(file.fileno())
