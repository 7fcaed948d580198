"""Which errors are the world's faults, wherever they come up, and the sentence for each."""

import errno

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.store.faults import explain

_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)


def worlds_fault(error: BaseException) -> NewsMatchError | None:
    """Return what went wrong in the world as a sentence, or None for a bug of ours."""
    if isinstance(error, NewsMatchError):
        return error
    if isinstance(error, OSError) and error.errno in _DISK:
        return NewsMatchError(
            f"{error.filename or 'the disk'} cannot be written ({error.strerror}); free some "
            "space or make it writable, then do it again"
        )
    # What Python says of "~nobody/photos", without an error of its own.
    if type(error) is RuntimeError and {"home", "directory."} <= {*str(error).split()}:
        return NewsMatchError(
            "a path begins with ~ and the name of no account here; write the whole path instead"
        )
    return explain(error)
