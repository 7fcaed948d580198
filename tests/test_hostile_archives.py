"""ZIP files from strangers: what leads out, blows up or crashes stays packed; the rest goes in."""

import os
import stat
import struct
import sys
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from hostile.corpus import photos, pixels, saved

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.paths import OutsideFolderError, join_inside
from newsmatch_gui.domain.progress import Progress, finish
from newsmatch_gui.exchange import archives
from newsmatch_gui.services import photo_check, unpacking
from newsmatch_gui.services.importing import ImportReport, import_source
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.store.collection import Collection

JPEG = saved(pixels(), "JPEG")


def packed(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes], **how: object) -> Path:
    with zipfile.ZipFile(path, "w", **how) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def imported(path: Path) -> ImportReport:
    return finish(import_source(path.parent / "c.newsmatch", path))


def told(report: ImportReport) -> str:
    assert all(problem.mend and problem.sentence().isprintable() for problem in report.problems)
    return " | ".join(problem.sentence() for problem in report.problems)


def paths(folder: Path) -> dict[str, str]:
    with Collection.open(folder / "c.newsmatch") as collection:
        return collection.images.paths()


def test_photos_of_an_archive_go_into_the_collection(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "Photos & more.zip", ("a.jpg", JPEG), ("sub/b.PNG", saved(pixels(), "PNG")),
        ("sub\\c.jpg", JPEG), ("sub/", b""), ("notes.txt", b"x"), ("__MACOSX/._a.jpg", b"x"),
        (".hidden.jpg", JPEG), compression=zipfile.ZIP_DEFLATED,
    )  # fmt: skip
    report = imported(path)
    assert report.images == 3
    assert told(report) == (
        "Photos & more.zip: 1 files that are no photos stay packed, such as notes.txt; "
        "unpack it to import tables or archives in it"
    )
    found = paths(tmp_path)
    assert found.keys() == {"a.jpg", "sub/b.PNG", "sub/c.jpg"}
    media = tmp_path / "c.newsmatch" / "media"
    for file in map(Path, found.values()):
        assert file.is_relative_to(media)
        assert file.is_file()
    assert not list(media.glob(".*"))
    assert [problem.reason for problem in list_problems(tmp_path / "c.newsmatch")]


def test_importing_an_archive_again_changes_nothing(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.jpg", JPEG), ("b.jpg", b"no photo"))
    imported(path)
    before = list_problems(tmp_path / "c.newsmatch")
    again = imported(path)
    assert (again.images, again.known) == (0, 1)
    assert list_problems(tmp_path / "c.newsmatch") == before
    assert len(before) == 1


def test_the_corpus_of_bad_photos_in_an_archive(tmp_path: Path) -> None:
    made = tuple(photos())
    path = packed(tmp_path / "a.zip", *((photo.name, photo.content) for photo in made))
    report = imported(path)
    assert report.images == sum(not photo.told for photo in made)
    for photo in made:
        if photo.told:
            assert f"{photo.name}: " in told(report)
            assert photo.told in told(report)


def linked(name: str, to: str, kind: int = stat.S_IFLNK) -> tuple[zipfile.ZipInfo, bytes]:
    member = zipfile.ZipInfo(name)
    member.create_system = 3
    member.external_attr = (kind | 0o777) << 16
    return member, to.encode()


@pytest.mark.parametrize(
    "name",
    ["../evil.jpg", "a/../../evil.jpg", "/tmp/evil.jpg", "..\\evil.jpg", "C:\\evil.jpg",
     "C:evil.jpg", "\\\\host\\share\\evil.jpg", "//host/share/evil.jpg", "a/.. /evil.jpg",
     "nul.jpg", "com1.jpg", "sub/aux.png", "a.jpg:evil.jpg", "evil\x1b[2J.jpg", "a/b\nc.jpg",
     "x" * 5_000 + ".jpg"],
)  # fmt: skip
def test_a_name_that_leads_out_stays_packed(tmp_path: Path, name: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    report = imported(packed(home / "a.zip", (name, JPEG), ("good.jpg", JPEG)))
    assert report.images == 1
    assert "evil" in told(report) or "leads out" in told(report) or "cannot be" in told(report)
    outside = [p for p in tmp_path.rglob("*.jpg") if "media" not in p.parts]
    assert outside == []
    assert not Path("/tmp/evil.jpg").exists()


def test_a_link_is_never_made(tmp_path: Path) -> None:
    path = packed(
        tmp_path / "a.zip", linked("link.jpg", "/etc/passwd"), linked("sub.jpg", "../.."),
        linked("pipe.jpg", "", stat.S_IFIFO), linked("device.jpg", "", stat.S_IFCHR),
        ("sub.jpg/x.jpg", JPEG), ("good.jpg", JPEG),
    )  # fmt: skip
    report = imported(path)
    assert report.images == 2
    assert told(report).count("is a link or device") == 4
    assert not [p for p in (tmp_path / "c.newsmatch").rglob("*") if p.is_symlink()]


def encrypted(path: Path) -> Path:
    """Set the mark of an encrypted member in both of its headers."""
    packed(path, ("a.jpg", JPEG))
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    return path


def overlapping(path: Path, count: int) -> Path:
    """Let many members share the bytes of one, as Fifield's bomb does."""
    packed(path, ("0.jpg", JPEG))
    raw = path.read_bytes()
    at, end = raw.index(b"PK\x01\x02"), raw.index(b"PK\x05\x06")
    entries = raw[at:end] * count
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entries), at, 0)
    path.write_bytes(raw[:at] + entries + tail)
    return path


def nested(path: Path) -> Path:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.jpg", bytes(50_000_000))
    return packed(path, *((f"{n}.zip", inner.getvalue()) for n in range(5)), ("0.jpg", JPEG))


def test_archives_in_an_archive_stay_packed(tmp_path: Path) -> None:
    report = imported(nested(tmp_path / "a.zip"))
    assert report.images == 1
    assert "5 files that are no photos stay packed, such as 0.zip" in told(report)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: overlapping(path, 500), "share their bytes, which only a trap does"),
        (encrypted, "is encrypted; pack it without a password"),
        (lambda path: packed(path, ("a.jpg", bytes(5_000_000)),
                             compression=zipfile.ZIP_DEFLATED), "100 times its size; save"),
        (lambda path: packed(path, ("a.jpg", JPEG), compression=zipfile.ZIP_LZMA), "plain ZIP"),
        (lambda path: packed(path, ("a.txt", b"x")), "no photos stay packed"),
        (lambda path: packed(path), "it holds no photos"),
        (lambda path: path.write_bytes(b"PK no archive at all"), "fetch it again"),
        (lambda path: path.write_bytes(b""), "fetch it again"),
    ],
)  # fmt: skip
def test_an_archive_of_nothing_usable_is_one_sentence(
    tmp_path: Path, make: Callable[[Path], object], words: str
) -> None:
    path = tmp_path / "a.zip"
    make(path)
    with pytest.raises(NewsMatchError) as caught:
        imported(path)
    assert words in str(caught.value)
    assert "a.zip" in str(caught.value)
    assert str(caught.value).isprintable()
    assert not (tmp_path / "c.newsmatch").exists()


def test_a_missing_or_shut_archive_is_told(tmp_path: Path) -> None:
    with pytest.raises(NewsMatchError, match="check the spelling"):
        imported(tmp_path / "none.zip")


def test_a_member_that_lies_about_its_size_or_sum_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", ("a.jpg", JPEG), ("b.jpg", JPEG), ("c.jpg", JPEG))
    raw = bytearray(path.read_bytes())
    first = raw.index(b"PK\x01\x02")
    struct.pack_into("<I", raw, first + 16, zlib.crc32(b"other"))  # its sum
    raw[raw.index(JPEG, raw.index(b"b.jpg")) + 600] ^= 0xFF  # a bit of the second
    path.write_bytes(raw)
    report = imported(path)
    assert report.images == 1
    assert told(report).count("cannot be unpacked (Bad CRC-32") == 2


def test_the_caps_of_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path / "a.zip", *((f"{n}.jpg", JPEG) for n in range(5)))
    with zipfile.ZipFile(path) as archive:
        monkeypatch.setattr(archives, "MOST_MEMBERS", 4)
        with pytest.raises(NewsMatchError, match="holds 5 files, more than 4; split it"):
            archives.list_archive(path, archive, tmp_path)
        monkeypatch.undo()
        monkeypatch.setattr(archives, "MOST_BYTES", len(JPEG) * 4)
        with pytest.raises(NewsMatchError, match="split it"):
            archives.list_archive(path, archive, tmp_path)
        monkeypatch.undo()
        monkeypatch.setattr(archives, "LARGEST_FILE", len(JPEG) - 1)
        listing = archives.list_archive(path, archive, tmp_path)
        assert {reason for _, reason, _ in listing.left_out} == {"is larger than 200 MB"}
        with pytest.raises(archives.UnusableMemberError, match="larger than 200 MB"):
            archives.unpack_member(archive, archive.infolist()[0], tmp_path / "0.jpg")
        assert (tmp_path / "0.jpg").stat().st_size < len(JPEG)


def test_two_names_that_are_one_file_elsewhere_are_told(tmp_path: Path) -> None:
    names = ("Köln.jpg", "KO\u0308LN.JPG", "köln.jpg", "other.jpg")
    report = imported(packed(tmp_path / "a.zip", *((name, JPEG) for name in names)))
    assert report.images == 2
    assert told(report).count("stands there twice; rename one of them") == 2


def test_an_archive_for_which_there_is_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "_SPARE", 10**15)
    with pytest.raises(NewsMatchError, match="free some space"):
        imported(packed(tmp_path / "a.zip", ("a.jpg", JPEG)))
    assert not (tmp_path / "c.newsmatch").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="no such device elsewhere")
def test_a_disk_that_fills_up_meanwhile_is_the_disks_fault(tmp_path: Path) -> None:
    with zipfile.ZipFile(packed(tmp_path / "a.zip", ("a.jpg", JPEG))) as archive:
        (member,) = archive.infolist()
        with pytest.raises(NewsMatchError, match=r"No space left.*free some space"):
            archives.unpack_member(archive, member, Path("/dev/full"))


def test_unpacking_can_be_cancelled_and_leaves_nothing(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", *((f"{n}.jpg", JPEG) for n in range(50)))
    work = import_source(tmp_path / "c.newsmatch", path)
    while next(work).phase != "unpacking photos":
        pass
    work.close()
    assert not (tmp_path / "c.newsmatch").exists()


# When what reads a photo dies ---------------------------------------------------------------


def _at_the_second(source: str, target: str, start: int, said: Connection, act: object) -> None:
    """Stand in for the process: do something fatal at the second photo."""
    from newsmatch_gui.clip import decode

    whole = decode.decode_photo

    def fatal(content: bytes, **options: object) -> object:
        return act() if b"second" in content else whole(content, **options)

    decode.decode_photo = fatal
    photo_check.check_archive(source, target, start, said)


def _crash(*given: object) -> None:
    _at_the_second(*given, act=lambda: os.kill(os.getpid(), 11))


def _compute(*given: object) -> None:
    photo_check.SECONDS = 1

    def act() -> None:
        while True:
            pass

    _at_the_second(*given, act=act)


def _grow(*given: object) -> None:
    # What a decoder would do that is not stopped by a size in a header.
    _at_the_second(*given, act=lambda: [bytearray(50_000_000) for _ in range(100)])


def _wait(*given: object) -> None:
    import threading

    _at_the_second(*given, act=threading.Event().wait)


def _babble(*given: object) -> None:
    given[3].send_bytes(b'{"photos": "many"}')


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="signals and bounds differ elsewhere")
@pytest.mark.parametrize("act", [_crash, _compute, _grow, _wait])
def test_a_photo_that_stops_what_reads_it_costs_itself_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[..., None]
) -> None:
    monkeypatch.setattr(unpacking, "check_archive", act)
    monkeypatch.setattr(unpacking, "_PATIENCE", 5)
    second = JPEG + b"second"
    path = packed(tmp_path / "a.zip", ("1.jpg", JPEG), ("2.jpg", second), ("3.jpg", JPEG))
    report = imported(path)
    assert paths(tmp_path).keys() == {"1.jpg", "3.jpg"}
    assert len(report.problems) == 1
    assert told(report).startswith("a.zip: 2.jpg ")
    assert not list((tmp_path / "c.newsmatch" / "media").rglob("2.jpg"))


def test_words_without_sense_are_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacking, "check_archive", _babble)
    with pytest.raises(NewsMatchError, match="do not use it"):
        imported(packed(tmp_path / "a.zip", ("1.jpg", JPEG)))


def test_progress_counts_the_photos_of_an_archive(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.zip", *((f"{n}.jpg", JPEG) for n in range(3)))
    seen = [p for p in import_source(tmp_path / "c.newsmatch", path) if isinstance(p, Progress)]
    counted = [p.done for p in seen if p.phase == "unpacking photos" and p.total]
    assert counted == sorted(counted)
    assert counted[-1] == 3


# Names --------------------------------------------------------------------------------------


@pytest.mark.parametrize("portable", [True, False])
def test_one_function_joins(tmp_path: Path, portable: bool) -> None:
    good = ["a.jpg", "sub/a.jpg", "sub\\a.jpg", "./a.jpg", "größe.jpg", str(tmp_path / "a.jpg")]
    for name in good:
        assert join_inside(tmp_path, name, portable=portable).is_relative_to(tmp_path)
    bad = ["..", "a/../b", "C:\\a", "c:a", "//host/a", "\\\\host\\a", "a\x00b", "a\nb", "\ud800",
           "/etc/passwd", f"{tmp_path}x/a"]  # fmt: skip
    own = ["nul", "NUL.jpg", "a/con.tar.gz", "lpt¹.png", "a:b", "a.", "a /b", "what?.jpg", "a|b"]
    for name in bad + (own if portable else []):
        with pytest.raises(OutsideFolderError):
            join_inside(tmp_path, name, portable=portable)


def test_a_link_out_is_followed_before_it_is_believed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")
    with pytest.raises(OutsideFolderError):
        join_inside(tmp_path / "in", "link/a.jpg")
