"""A collection on disk: the SQLite file with the labels, and the caches beside it."""

import sys

# sqlite-utils loads pandas where that is installed, to know its types. Nothing here hands it any,
# and loading it takes longer than everything else until a window with pictures is there.
if "pandas" not in sys.modules:
    sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        import sqlite_utils.db  # noqa: F401
    finally:
        del sys.modules["pandas"]
