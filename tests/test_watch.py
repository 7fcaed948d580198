"""Watched folders: what arrives is taken in whole, once, and as one batch."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import make_photo

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import RowProblem
from newsmatch_gui.exchange.photos import photo_files, walk_photos
from newsmatch_gui.services import watching
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.watching import (
    Arrivals,
    Watch,
    take_in,
    unwatch_folder,
    watch_folder,
    watched_folders,
)
from newsmatch_gui.store.collection import Collection


class Clock:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(watching, "time", made)
    return made


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    made = tmp_path / "wire"
    made.mkdir()
    return made


@pytest.fixture
def folder(tmp_path: Path, tiny_model: str, wire: Path) -> Path:
    """A collection with one article and one photo that watches a folder."""
    make_photo(tmp_path / "first.jpg", 0)
    (tmp_path / "t.csv").write_text("article_id,title,image\na0,Headline,first.jpg\n")
    made = tmp_path / "c.newsmatch"
    finish(import_source(made, tmp_path / "t.csv", images=tmp_path))
    finish(build_index(made, model=tiny_model))
    assert watch_folder(made, wire)
    return made


def settled(watch: Watch, clock: Clock) -> Arrivals:
    """Look until nothing is being written any more."""
    found = finish(watch.look())
    while found.waiting:
        clock.now += watching.SETTLED
        found = finish(watch.look())
    return found


def test_an_arriving_photo_appears_in_the_ranking(folder: Path, wire: Path, clock: Clock) -> None:
    watch = Watch(folder)
    assert finish(watch.look()).photos == ()
    make_photo(wire / "2024" / "new.jpg", 1) if (wire / "2024").mkdir() is None else None
    assert finish(watch.look()).waiting == 1
    found = settled(watch, clock)
    assert [photo.id for photo in found.photos] == ["2024/new.jpg"]
    report = finish(take_in(folder, found.photos))
    assert report.images == 1
    assert "2024/new.jpg" in load_pool(folder).image_ids
    assert settled(watch, clock).photos == ()
    assert settled(Watch(folder), clock).photos == ()  # not at the next start either


def test_a_photo_that_is_still_being_written_waits(folder: Path, wire: Path, clock: Clock) -> None:
    whole = make_photo(wire.parent / "whole.jpg", 2, (300, 200)).read_bytes()
    arriving = wire / "arriving.jpg"
    watch = Watch(folder)
    for end in (len(whole) // 3, len(whole) // 2):
        arriving.write_bytes(whole[:end])
        clock.now += watching.SETTLED - 0.1
        found = finish(watch.look())
        assert (found.photos, found.problems, found.waiting) == ((), (), 1)
    clock.now += watching.SETTLED + 0.1  # it stalls: told, and taken in when it goes on
    assert len(finish(watch.look()).problems) == 1
    arriving.write_bytes(whole)
    found = settled(watch, clock)
    assert [photo.id for photo in found.photos] == ["arriving.jpg"]
    assert list_problems(folder) == ()


def test_a_broken_file_is_told_once(folder: Path, wire: Path, clock: Clock) -> None:
    (wire / "broken.jpg").write_bytes(b"\xff\xd8 not really a photo")
    watch = Watch(folder)
    (problem,) = settled(watch, clock).problems
    assert problem.sentence() == (
        f"{wire}: broken.jpg: the content is no photo; save it as JPEG or PNG"
    )
    assert settled(watch, clock).problems == ()
    assert settled(Watch(folder), clock).problems == ()  # not at the next start either
    assert [told.reason for told in list_problems(folder)] == [problem.reason]
    (wire / "broken.jpg").unlink()
    settled(watch, clock)
    assert list_problems(folder) == ()


def test_a_thousand_photos_are_one_batch(folder: Path, wire: Path, clock: Clock) -> None:
    small = make_photo(wire.parent / "small.png", 1, (8, 6)).read_bytes()
    watch = Watch(folder)
    for number in range(1_000):
        (wire / f"{number}.png").write_bytes(small + bytes([number % 256]) * (number // 256))
        if number in (300, 600):  # somebody looks meanwhile
            clock.now += 1.5
            assert finish(watch.look()).photos == ()
    assert len(settled(watch, clock).photos) == 1_000


def test_ready_photos_do_not_wait_for_ever(folder: Path, wire: Path, clock: Clock) -> None:
    make_photo(wire / "ready.jpg", 1)
    watch = Watch(folder)
    rounds = 0
    while not (found := finish(watch.look())).photos:
        rounds += 1
        (wire / "endless.jpg").write_bytes(b"x" * rounds)
        clock.now += 1
        assert rounds < 20
    assert [photo.id for photo in found.photos] == ["ready.jpg"]


def test_what_is_known_is_not_embedded_again(folder: Path, wire: Path, clock: Clock) -> None:
    shutil.copy(wire.parent / "first.jpg", wire / "copy.jpg")
    watch = Watch(folder)
    report = finish(take_in(folder, settled(watch, clock).photos))
    assert report.images == 0
    assert len(load_pool(folder).image_ids) == 2


def test_a_photo_that_is_replaced_is_indexed_anew(folder: Path, wire: Path, clock: Clock) -> None:
    make_photo(wire / "a.jpg", 1)
    watch = Watch(folder)
    finish(take_in(folder, settled(watch, clock).photos))
    make_photo(wire / "a.jpg", 2, (120, 90))
    found = settled(watch, clock)
    assert (found.photos, found.changed) == ((), 1)
    assert finish(take_in(folder, found.photos)).images == 1
    assert settled(watch, clock).changed == 0


def test_photos_of_the_same_name_in_two_folders_are_two(
    folder: Path, wire: Path, clock: Clock
) -> None:
    other = wire.parent / "agency"
    other.mkdir()
    watch_folder(folder, other)
    make_photo(wire / "a.jpg", 1)
    make_photo(other / "a.jpg", 2)
    found = settled(Watch(folder), clock)
    assert {photo.id for photo in found.photos} == {"a.jpg", "wire/a.jpg"}
    finish(take_in(folder, found.photos))
    assert len(load_pool(folder).image_ids) == 3
    assert list_problems(folder) == ()


def test_a_folder_that_is_gone_is_told_and_comes_back(
    folder: Path, wire: Path, clock: Clock
) -> None:
    make_photo(wire / "a.jpg", 1)
    shutil.move(wire, wire.parent / "away")
    watch = Watch(folder)
    (problem,) = settled(watch, clock).problems
    assert "cannot be reached" in problem.reason
    shutil.move(wire.parent / "away", wire)
    assert len(settled(watch, clock).photos) == 1


def test_what_was_handed_over_is_no_news(folder: Path, wire: Path, clock: Clock) -> None:
    with Collection.open(folder) as collection:
        collection.hand_overs.add(
            "a0", "first", annotator="ada", target=str(wire), template="",
            package=str(wire / "headline-a0"), stamp="",
        )  # fmt: skip
    (wire / "headline-a0").mkdir()
    make_photo(wire / "headline-a0" / "headline.jpg", 1)
    assert settled(Watch(folder), clock).photos == ()


def test_only_folders_can_be_watched(folder: Path, wire: Path) -> None:
    assert not watch_folder(folder, wire)
    with pytest.raises(NewsMatchError, match="no folder"):
        watch_folder(folder, wire / "nothing")
    with pytest.raises(NewsMatchError, match="holds the collection itself"):
        watch_folder(folder, folder.parent)
    assert watched_folders(folder) == (wire,)
    assert unwatch_folder(folder, wire)
    assert watched_folders(folder) == ()


def test_the_command_takes_in_what_is_there(folder: Path, wire: Path) -> None:
    runner = CliRunner()
    other = wire.parent / "other"
    other.mkdir()
    make_photo(wire / "a.jpg", 1)
    (other / "b.jpg").write_bytes(b"nothing")
    assert "is watched" in runner.invoke(cli, ["watch", str(folder), "--add", str(other)]).stdout
    done = runner.invoke(cli, ["watch", str(folder), "--once"])
    assert done.exit_code == 0, done.stderr
    assert "1 new photos, 1 images indexed" in done.stdout
    assert "b.jpg: the content is no photo" in done.stderr
    assert "a.jpg" in load_pool(folder).image_ids
    for gone in (other, wire):
        runner.invoke(cli, ["watch", str(folder), "--remove", str(gone)])
    empty = runner.invoke(cli, ["watch", str(folder)])
    assert empty.exit_code == 1
    assert "no folder is watched" in empty.stderr


def test_ctrl_c_ends_the_command(folder: Path) -> None:
    # Whoever runs the tests in the background of a shell has Ctrl+C ignored, children too.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        process = subprocess.Popen(
            [sys.executable, "-m", "newsmatch_gui", "watch", str(folder), "--every", "0.5"],
            stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, before)
    assert "watching" in process.stderr.readline()
    time.sleep(0.3)
    os.kill(process.pid, signal.SIGINT)
    told = process.stderr.read()
    assert process.wait(timeout=20) == 0
    assert "no longer watching" in told and "Traceback" not in told


def test_walking_finds_what_importing_a_folder_finds(tmp_path: Path) -> None:
    root = tmp_path / "wire"
    for below in ("a/b", ".hidden", "a/c"):
        (root / below).mkdir(parents=True)
    for name in ("a/ü.JPG", "a/b/x.png", ".hidden/y.jpg", "a/.z.jpg", "a/c/text.txt", "a/c/b.webp"):
        (root / name).write_bytes(b"x")
    (root / "a" / "inside.jpg").symlink_to(root / "a" / "ü.JPG")
    (root / "outside.jpg").symlink_to(make_photo(tmp_path / "elsewhere.jpg", 1))
    (root / "nowhere.jpg").symlink_to(root / "gone.jpg")
    Path(os.fsdecode(os.fsencode(str(root)) + b"/bad\xff.jpg")).write_bytes(b"x")
    files, problems = photo_files(root)
    folders: dict[str, None] = {}
    walked = list(walk_photos(root, folders))
    assert set(folders) == {str(path) for path in (root, root / "a", root / "a/b", root / "a/c")}
    told = [one for one in walked if isinstance(one, RowProblem)]
    assert {one.path for one in walked if one not in told} == {str(file) for file in files}
    assert len(files) == 4
    assert set(told) == set(problems)
    assert len(told) == 3
