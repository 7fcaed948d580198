"""Fuzzed readers of what a collection, a model and an archive are made of."""

import json
import os
import sqlite3
import zipfile
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path

from photo_readers import JPEG, put

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.paths import OutsideFolderError, join_inside
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.exchange.archives import (
    UnusableMemberError,
    list_archive,
    open_archive,
    place_member,
    unpack_member,
)
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import read_entry
from newsmatch_gui.services.model_registry import list_models
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.training_run import find_run
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.vectors import VectorFile


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


def vectors(raw: bytes, folder: Path) -> None:
    """Read a cache of vectors."""
    half = len(raw) // 2
    put(folder, "images.f32", raw[:half])
    put(folder, "images.keys", raw[half:])
    places, rows = VectorFile(folder, "images", 8).read()
    for place in list(places.values())[:3]:
        rows[place].sum()


def entry(raw: bytes, folder: Path) -> None:
    """Read the note beside vectors."""
    put(folder, "model.json", raw)
    read_entry(folder)


def run_note(raw: bytes, folder: Path) -> None:
    """Read the note of a training."""
    (folder / "training").mkdir(exist_ok=True)
    put(folder / "training", "run.json", raw)
    if (run := find_run(folder)) is not None:
        for trial in run.trials:
            run.snapshot(trial.epoch)


def run_notes() -> tuple[bytes, ...]:
    """Return such a note."""
    lessons = {"depth": "quick", "options": {"epochs": 2}, "base": "b", "name": "n", "seconds": 1.0,
               "losses": [1.0], "trials": [[1, 1.0, [1, 2], [3]]],
               "curriculum": {"pairs": [["a", "i", 1.0]], "digest": "x"}}  # fmt: skip
    return (json.dumps(lessons).encode(),)


def diary_file(raw: bytes, folder: Path) -> None:
    """Read a diary."""
    (folder / "backups").mkdir(exist_ok=True)
    diary = Diary(folder)
    diary.path.write_bytes(raw)
    with suppress(NewsMatchError):
        diary.read()


@cache
def _home() -> Path:
    """A small collection with a decision, made once for the process."""
    import tempfile

    home = Path(tempfile.mkdtemp(prefix="newsmatch-fuzz-"))
    (home / "a.jpg").write_bytes(JPEG)
    (home / "b.jpg").write_bytes(JPEG)
    (home / "a.jsonl").write_bytes(article_lines()[0])
    (home / "d.jsonl").write_bytes(article_lines()[1])
    for name in ("a.jsonl", "d.jsonl"):
        finish(import_source(home / "c.newsmatch", home / name))
    with sqlite3.connect(home / "c.newsmatch" / "collection.db") as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return home / "c.newsmatch"


def diaries() -> tuple[bytes, ...]:
    """Return one."""
    return ((_home() / "backups" / "diary.jsonl").read_bytes(),)


def databases() -> tuple[bytes, ...]:
    """Return a small collection's database."""
    return ((_home() / "collection.db").read_bytes(),)


def database(raw: bytes, folder: Path) -> None:
    """Open a collection and read all of it."""
    home = folder / "c.newsmatch"
    home.mkdir(exist_ok=True)
    for name in ("collection.db-wal", "collection.db-shm"):
        (home / name).unlink(missing_ok=True)
    put(home, "collection.db", raw)
    try:
        with Collection.open(home) as collection:
            collection.images.paths()
            collection.articles.truth()
        list_problems(home)
        list_models(home)
        with Desk(home) as desk:
            for line in desk.lines():
                desk.article(line.id)
    except Exception as error:
        if worlds_fault(error) is None:
            raise


def archive_file(raw: bytes, folder: Path) -> None:
    """Unpack a ZIP file."""
    path = put(folder, "a.zip", raw)
    target = folder / "unpacked"
    target.mkdir(exist_ok=True)
    with suppress(NewsMatchError), open_archive(path) as archive:
        for member in list_archive(path, archive, target).photos:
            with suppress(UnusableMemberError):
                unpack_member(archive, member, target / ".unchecked")
                place_member(member, target / ".unchecked", target)
    left = [p for p in folder.iterdir() if p.name not in ("a.zip", "unpacked")]
    assert all(p.name in _KNOWN for p in left), f"something was written elsewhere: {left}"


_KNOWN = frozenset(
    "a.jpg a.csv a.tsv a.jsonl a.xml r.tsv settings.toml o.toml own images.f32 images.keys "
    "model.json training backups c.newsmatch".split()
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


def name_of_file(raw: bytes, folder: Path) -> None:
    """Join a name to a folder."""
    name = raw.decode("utf-8", "surrogateescape")
    for portable in (True, False):
        with suppress(OutsideFolderError):
            path = join_inside(folder, name, portable=portable)
            assert os.path.realpath(path).startswith(os.path.realpath(folder))


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


def tensors(raw: bytes, folder: Path) -> None:
    """Read tensors."""
    from newsmatch_gui.clip.tensors import read_tensors

    with suppress(NewsMatchError):
        read_tensors(put(folder, "a.safetensors", raw))


def tensor_files() -> tuple[bytes, ...]:
    """Return a safetensors file."""
    import torch
    from safetensors.torch import save

    return (save({"a": torch.zeros(3, 4), "b": torch.ones(2)}, metadata={"about": '{"epoch": 1}'}),)


def configuration(raw: bytes, folder: Path) -> None:
    """Read the configuration of a model."""
    from newsmatch_gui.clip.model_files import read_configuration

    put(folder, "open_clip_config.json", raw)
    with suppress(NewsMatchError):
        read_configuration(folder)


def configurations() -> tuple[bytes, ...]:
    """Return one."""
    model = {"embed_dim": 32, "vision_cfg": {"image_size": 32}, "text_cfg": {
        "context_length": 16, "tokenizer_kwargs": {"clean": "canonicalize"}}}  # fmt: skip
    return (json.dumps({"model_cfg": model, "preprocess_cfg": {"mean": [0.5]}}).encode(),)
