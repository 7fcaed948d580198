"""Photos from strangers: each bad one costs itself and no other, within bounds of memory and time.

The corpus is made by ``hostile.corpus``; here it goes the way that photos go, from import to the
pictures of the window.
"""

import json
import os
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from hostile.corpus import HOSTILE_TEXT, SIZE, Photo, jpeg_of_many_scans, photos, saved, with_texts
from PIL import Image
from PySide6.QtCore import QObject, QSize
from pytestqt.qtbot import QtBot

from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
from newsmatch_gui.domain.photo_limits import MOST_PIXELS, MOST_SCANS
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.exchange.file_texts import NoFileTextsError, read_file_texts
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.ranking import candidates, load_pool, rank_text
from newsmatch_gui.store.collection import Collection

SLOWEST = 5.0  # seconds for one photo, on a machine that does something else as well


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Photo, ...]]:
    folder = tmp_path_factory.mktemp("corpus") / "photos"
    folder.mkdir()
    made = tuple(photos())
    assert len({photo.name for photo in made}) == len(made)
    for photo in made:
        (folder / photo.name).write_bytes(photo.content)
    return folder, made


@pytest.fixture(scope="module")
def indexed(corpus: tuple[Path, tuple[Photo, ...]], tiny_model: str) -> Path:
    folder = corpus[0].parent / "c.newsmatch"
    finish(import_source(folder, corpus[0]))
    finish(build_index(folder, model=tiny_model))
    return folder


def test_every_bad_photo_is_told_by_name_with_a_mend(
    corpus: tuple[Path, tuple[Photo, ...]], indexed: Path
) -> None:
    told = {Path(problem.source).name: problem for problem in list_problems(indexed)}
    assert told.keys() == {photo.name for photo in corpus[1] if photo.told}
    for photo in corpus[1]:
        if photo.told:
            assert photo.told in told[photo.name].reason
            assert told[photo.name].mend
            assert told[photo.name].sentence().isprintable()


def test_every_good_photo_beside_them_can_be_found(
    corpus: tuple[Path, tuple[Photo, ...]], indexed: Path
) -> None:
    pool = load_pool(indexed)
    found = candidates(pool, rank_text(pool, "anything"), 200)
    good = {photo.name for photo in corpus[1] if not photo.told}
    assert {Path(candidate.image.path).name for candidate in found} == good


def test_the_window_shows_the_good_ones_and_a_mark_for_the_others(
    corpus: tuple[Path, tuple[Photo, ...]], qtbot: QtBot
) -> None:
    host = QObject()
    loader = ThumbnailLoader(host)
    size = QSize(64, 64)
    for photo in corpus[1]:
        path = str(corpus[0] / photo.name)
        loader.pixmap(path, size, 1.0)
        qtbot.waitUntil(lambda: loader.quiet, timeout=10_000)
        shown = loader.pixmap(path, size, 1.0)
        assert shown is not None
        assert shown.isNull() == bool(photo.told), photo.name
    loader.stop()


@pytest.mark.skipif(sys.platform != "linux", reason="bounds of memory differ elsewhere")
def test_the_whole_corpus_is_decoded_within_bounds(
    corpus: tuple[Path, tuple[Photo, ...]],
) -> None:
    """Every photo takes less than 400 MB and a few seconds, bombs included."""
    code = """
import json, resource, sys, time
from pathlib import Path
import psutil
from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
from newsmatch_gui.exchange.file_texts import NoFileTextsError, read_file_texts
most = psutil.Process().memory_info().vms + 400_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
for path in sorted(Path(sys.argv[1]).iterdir()):
    begun, fault = time.monotonic(), ""
    try:
        decode_photo(read_photo(path).content)
    except UnreadablePhotoError as error:
        fault = str(error)
    try:
        read_file_texts(path)
    except NoFileTextsError:
        pass
    print(json.dumps([path.name, fault, time.monotonic() - begun]), flush=True)
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(corpus[0])],
        capture_output=True, text=True, check=True, timeout=120,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    seen = {name: (fault, took) for name, fault, took in map(json.loads, done.stdout.splitlines())}
    assert done.stderr == ""
    for photo in corpus[1]:
        fault, took = seen[photo.name]
        assert bool(fault) == bool(photo.told), (photo.name, fault)
        assert "memory" not in fault
        assert took < SLOWEST, photo.name


def test_a_picture_for_which_memory_lacks_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Image.Image, "convert", full)
    with pytest.raises(UnreadablePhotoError, match="more memory than there is; save a smaller"):
        decode_photo(saved(Image.new("L", SIZE), "PNG"))


def test_the_limits_hold_when_pillow_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", None)
    bomb = next(photo for photo in photos() if photo.name == "warned-of.png")
    with pytest.raises(UnreadablePhotoError, match="89 million"):
        decode_photo(bomb.content)


def test_pillow_warns_where_our_limit_lies() -> None:
    assert Image.MAX_IMAGE_PIXELS == MOST_PIXELS


def test_passes_over_a_photo_are_counted_up_to_its_end_only() -> None:
    video = b"\xff\xda" * 100_000  # as telephones put a film behind a photo
    photo = decode_photo(jpeg_of_many_scans(MOST_SCANS - 20) + video)
    assert photo.size == (1_000, 1_000)


def test_a_device_or_pipe_is_no_photo(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("no such files")
    os.mkfifo(tmp_path / "pipe.jpg")
    for path in (tmp_path / "pipe.jpg", Path("/dev/zero"), tmp_path):
        with pytest.raises(UnreadablePhotoError, match="no file; put the photo itself there"):
            read_photo(path)
        with pytest.raises(NoFileTextsError):
            read_file_texts(path)


def test_nothing_that_a_photo_says_leaves_the_decoder() -> None:
    raw = with_texts("Somewhere in Leipzig")
    assert b"GPSLatitude" in raw
    photo = decode_photo(raw)
    assert photo.info == {}
    for format in ("JPEG", "PNG", "WEBP", "TIFF", "GIF"):
        written = saved(photo, format)
        assert b"Leipzig" not in written
        assert b"GPS" not in written
        with Image.open(BytesIO(written)) as read:
            assert not read.getexif().get_ifd(0x8825)


def test_texts_of_a_file_are_plain_and_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(with_texts(HOSTILE_TEXT))
    texts, size = read_file_texts(path)
    assert size == SIZE
    assert texts.caption.startswith("<img src=x onerror=alert(1)><b>bold</b>")
    for text in (texts.caption, texts.credit, texts.licence):
        assert text.isprintable()  # neither escapes for a terminal nor marks that turn a text
        assert "\x1b" not in text
        assert "\u202e" not in text


def test_a_batch_with_bad_photos_takes_no_longer_than_they_are_many(
    corpus: tuple[Path, tuple[Photo, ...]], tmp_path: Path, tiny_model: str
) -> None:
    """Import, index and rank once more, by the clock."""
    begun = time.monotonic()
    finish(import_source(tmp_path / "c.newsmatch", corpus[0]))
    finish(build_index(tmp_path / "c.newsmatch", model=tiny_model))
    rank_text(load_pool(tmp_path / "c.newsmatch"), "anything")
    assert time.monotonic() - begun < 30
    with Collection.open(tmp_path / "c.newsmatch") as collection:
        assert len(collection.images.paths()) == len(corpus[1])
