"""Work that only one NewsMatch may do at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from newsmatch_gui.domain.errors import NewsMatchError


@contextmanager
def hold(path: Path, doing: str) -> Iterator[None]:
    """Hold a lock file; the system lets go of it when the process ends, however it ends.

    Args:
        path: The lock file; its folder is made when missing.
        doing: What is done meanwhile, e.g. "indexing My.newsmatch".

    Raises:
        NewsMatchError: Somebody else holds it, or its folder cannot be written.
    """
    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise NewsMatchError(f"another NewsMatch is {doing}; wait until it is done") from None
    except OSError as error:
        raise NewsMatchError(
            f"the folder {path.parent} cannot be written ({error.strerror}); make it writable"
        ) from error
    try:
        yield
    finally:
        lock.release()
