"""The process that unpacks and decodes an archive of a stranger's photos, and nothing else.

It may use so much memory and time, and what it finds it says in lines of JSON. Should a decoder be
made to crash, or worse, that happens here: the parent takes file names and sentences from it.
"""

import json
import os
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from newsmatch_gui.domain.photo_limits import LARGEST_FILE

MEMORY = 2_000_000_000
"""Bytes of memory that reading one photo may take."""
SECONDS = 30
"""Seconds of computing that one photo may take."""
UNCHECKED = ".unchecked"
"""Name of the file, in the folder, of the photo that is being looked at."""
_TOLD = 1_000  # photos left out that are told one by one
_GLANCE = 64  # pixels; every byte of the photo is read, whatever size it is decoded at


def check_archive(source: str, target: str, start: int, said: Connection) -> None:
    """Unpack an archive's photos below a folder and keep those that can be decoded.

    Args:
        source: The ZIP file.
        target: The folder, which exists.
        start: Place of the first photo to look at; those before it were seen by a process that
            did not survive the last of them.
        said: Where to say it: first how many ``photos`` of which ``size``, what is ``left_out``
            and how many ``more``, how many ``others`` there are and one ``other``; or ``error``.
            Then of each photo ``at`` before it, and ``done`` with its ``fault`` after it.
    """

    def say(**words: Any) -> None:
        said.send_bytes(json.dumps(words).encode())

    _limit()
    from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
    from newsmatch_gui.domain.errors import NewsMatchError
    from newsmatch_gui.exchange.archives import (
        UnusableMemberError,
        list_archive,
        open_archive,
        place_member,
        shown,
        unpack_member,
    )

    folder = Path(target)
    try:
        with open_archive(Path(source)) as archive:
            found = list_archive(Path(source), archive, folder)
            say(photos=len(found.photos), size=found.size, left_out=found.left_out[:_TOLD],
                more=len(found.left_out[_TOLD:]), others=len(found.others),
                other="".join(found.others[:1]))  # fmt: skip
            for place, member in enumerate(found.photos[start:], start):
                say(at=place, name=shown(member.filename))
                _renew_time()
                fault = ""
                try:
                    unpack_member(archive, member, folder / UNCHECKED)
                    decode_photo(read_photo(folder / UNCHECKED).content, target=_GLANCE)
                    place_member(member, folder / UNCHECKED, folder)
                except (UnusableMemberError, UnreadablePhotoError) as error:
                    fault = str(error)
                say(done=place, fault=fault)
    except NewsMatchError as error:
        say(error=str(error))


def _limit() -> None:
    """Bound memory and the size of files, where the system can; the parent watches, too."""
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each thread of it would claim memory
    try:
        import resource
    except ImportError:  # Windows
        return
    import psutil

    with suppress(ValueError, OSError):
        most = psutil.Process().memory_info().vms + MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    for limit, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, LARGEST_FILE)):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


def _renew_time() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))
