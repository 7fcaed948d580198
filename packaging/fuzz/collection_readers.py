"""Fuzzed readers of what a collection, a model and an archive are made of."""

import json
import os
import platform
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
from photo_readers import JPEG, put

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Depth, TrainOptions
from newsmatch_gui.domain.paths import OutsideFolderError, join_inside
from newsmatch_gui.exchange.archives import (
    UnusableMemberError,
    list_archive,
    open_archive,
    place_member,
    unpack_member,
)
from newsmatch_gui.services.indexing import read_entry
from newsmatch_gui.services.lessons import Curriculum
from newsmatch_gui.services.locking import Seat
from newsmatch_gui.services.training_run import TrainingRun, Trial, find_run
from newsmatch_gui.store.vectors import KEY_BYTES, VectorFile


def article_lines() -> tuple[bytes, ...]:
    """Return JSON Lines of articles and of decisions."""
    article = {"article_id": "1", "title": "One", "text": "t", "tags": ["a", "b"], "image": "a.jpg"}
    decided = {"decision_id": "01J00000000000000000000000", "verdict": "chosen", "article_id": "1",
               "title": "One", "image_id": "a", "image": "a.jpg", "annotator": "x", "fit": 3,
               "decided_at": "2025-01-01T00:00:00+00:00", "note": "", "reason": "", "batch": "",
               "shown": {"model": "m", "recipe": "r", "rank": 1, "score": 0.5}}  # fmt: skip
    none = {**decided, "verdict": "none_fits", "image_id": None, "image": None}
    return tuple(
        "\n".join(json.dumps(row) for row in rows).encode()
        for rows in ([article, {**article, "article_id": 2}], [decided, none])
    )


def vectors(raw: bytes, folder: Path) -> str | None:
    """Read a cache of vectors, and drop from it what is spoiled."""
    half = len(raw) // 2
    put(folder, "images.f32", raw[:half])
    put(folder, "images.keys", raw[half:])
    file = VectorFile(folder, "images", KEY_BYTES // 4)
    places, rows = file.read()
    for place in list(places.values())[:3]:
        rows[place].sum()
    damaged, torn = file.damaged(), file.leftover()
    file.drop(damaged)
    assert not len(file.damaged())
    return f"{len(damaged)} vectors are damaged" if len(damaged) or torn else None


def vector_files() -> tuple[bytes, ...]:
    """Return unit vectors, and as many bytes of keys."""
    rows = np.eye(KEY_BYTES // 4, dtype=np.float32)
    return (rows.tobytes() + bytes(range(rows.nbytes)),)


def entry(raw: bytes, folder: Path) -> str | None:
    """Read the note beside vectors."""
    home = folder / "f"  # named like the fingerprint
    home.mkdir(exist_ok=True)
    put(home, "model.json", raw)
    return None if read_entry(home) else "nothing says which model made the vectors"


def run_note(raw: bytes, folder: Path) -> str | None:
    """Read the note of a training."""
    (folder / "training").mkdir(exist_ok=True)
    put(folder / "training", "run.json", raw)
    if (run := find_run(folder)) is None:
        return "there is no unfinished training"
    for trial in run.trials:
        run.snapshot(trial.epoch)
    return None


def window_note(raw: bytes, folder: Path) -> str | None:
    """Take the seat at a collection in which somebody else left a note."""
    put(folder, "window.json", raw)
    seat = Seat(folder)
    said = seat.owner.sentence() if seat.owner else None
    seat.leave()
    return said


def window_notes() -> tuple[bytes, ...]:
    """Return such notes, of this machine and of another one."""
    note = {"user": "x", "host": "elsewhere", "pid": 1, "since": "2025-01-01T00:00:00+00:00"}
    return tuple(json.dumps({**note, "host": host}).encode() for host in ("y", platform.node()))


def run_notes() -> tuple[bytes, ...]:
    """Return such a note."""
    curriculum = Curriculum((("a", "i", 1.0),), (("a", "j"),), (("b", "k"),))
    trial = Trial(1, 0.5, np.array([1.0, 2.0]), np.array([3.0]))
    with tempfile.TemporaryDirectory() as folder:
        TrainingRun(
            Path(folder), Depth.QUICK, TrainOptions(), "b", "n", curriculum, [1.0], [trial], 1.0
        ).write()
        return ((Path(folder) / "run.json").read_bytes(),)


def archive_file(raw: bytes, folder: Path) -> str | None:
    """Unpack a ZIP file."""
    path = put(folder, "a.zip", raw)
    target = folder / "unpacked"
    target.mkdir(exist_ok=True)
    said = []
    try:
        with open_archive(path) as archive:
            listing = list_archive(path, archive, target)
            said += [f"{name} {why}; {mend}" for name, why, mend in listing.left_out]
            for member in listing.photos:
                try:
                    unpack_member(archive, member, target / ".unchecked")
                    place_member(member, target / ".unchecked", target)
                except UnusableMemberError as error:
                    said.append(str(error))
    except NewsMatchError as error:
        said.append(str(error))
    left = [p for p in folder.iterdir() if p.name not in ("a.zip", "unpacked")]
    assert all(p.name in _KNOWN for p in left), f"something was written elsewhere: {left}"
    return next(iter(said), None)


_KNOWN = frozenset(
    "a.jpg a.csv a.tsv a.jsonl a.xml r.tsv settings.toml o.toml own images.f32 images.keys "
    "model.json training backups s.html window.json window.lock".split()
)


def archives() -> tuple[bytes, ...]:
    """Return two."""
    made = []
    for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", how) as archive:
            for name in ("a.jpg", "sub/b.jpg", "c.txt", "\u00fc.png"):
                archive.writestr(name, JPEG[:200])
        made.append(buffer.getvalue())
    return tuple(made)


def name_of_file(raw: bytes, folder: Path) -> str | None:
    """Join a name to a folder."""
    name, said = raw.decode("utf-8", "surrogateescape"), None
    for portable in (True, False):
        try:
            path = join_inside(folder, name, portable=portable)
            assert os.path.realpath(path).startswith(os.path.realpath(folder))
        except OutsideFolderError as error:
            said = type(error).__name__  # its caller says which row or member
    return said


def names() -> tuple[bytes, ...]:
    """Return names, good and bad."""
    return (
        b"a/b/c.jpg",
        b"..\\a.jpg",
        b"C:\\x.jpg",
        b"/tmp/x",
        b"nul.jpg",
        "\u00e4/\u00df.jpg".encode(),
    )
