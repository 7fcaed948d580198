"""Importing sources with something wrong in them: nothing vanishes without a word."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from conftest import make_photo
from PIL import Image

from newsmatch_gui.cli.main import cli
from newsmatch_gui.clip.decode import decode_photo
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.importing import ImportReport, import_source
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.store.collection import Collection

ATOM = '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>'
POST = "<entry><id>{0}</id><title>{1}</title><content>x</content></entry>"
LINUX_RIGHTS = pytest.mark.skipif(sys.platform == "win32", reason="folders shut differently there")


def imported(folder: Path, name: str, content: str | bytes, **options: object) -> ImportReport:
    source = folder / name
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    return finish(import_source(folder / "c.newsmatch", source, **options))


def told(report: ImportReport) -> dict[int, str]:
    assert all(problem.mend for problem in report.problems)
    return {problem.row: problem.reason for problem in report.problems}


def titles(folder: Path) -> dict[str, str]:
    with Desk(folder / "c.newsmatch") as desk:
        return {line.id: line.title for line in desk.lines()}


def truth(folder: Path) -> set[tuple[str, str]]:
    with Collection.open(folder / "c.newsmatch") as collection:
        return set(collection.articles.truth())


def newsmatch(*words: str | Path) -> Result:
    done = CliRunner().invoke(cli, [str(word) for word in words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


@pytest.fixture
def guest() -> Iterator[Path]:
    """A folder of somebody whom closed folders stop, also where tests run as root."""
    folder = Path(tempfile.mkdtemp())
    as_root = os.geteuid() == 0
    if as_root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    yield folder
    if as_root:
        os.seteuid(0)
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


def test_an_image_id_of_another_photo_is_told_and_gives_no_truth(tmp_path: Path) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    make_photo(tmp_path / "b.jpg", 2)
    table = "article_id,title,image,image_id\n1,One,a.jpg,X\n2,Two,b.jpg,X\n3,Three,a.jpg,X\n"
    report = imported(tmp_path, "a.csv", table)
    assert list(told(report)) == [3]
    assert "image id X belongs to another photo" in told(report)[3]
    assert titles(tmp_path).keys() == {"1", "2", "3"}
    assert truth(tmp_path) == {("1", "X"), ("3", "X")}


def test_a_copy_and_a_moved_photo_keep_their_id(tmp_path: Path) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    shutil.copy(tmp_path / "a.jpg", tmp_path / "copy.jpg")
    table = "article_id,title,image,image_id\n1,One,{},X\n"
    imported(tmp_path, "a.csv", table.format("a.jpg"))
    assert imported(tmp_path, "b.csv", table.format("copy.jpg")).problems == []
    (tmp_path / "a.jpg").unlink()
    assert imported(tmp_path, "c.csv", table.format("copy.jpg")).moved == 1


def test_half_an_article_beside_a_photo_is_told(tmp_path: Path) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    rows = [
        {"article_id": "1", "title": "Whole", "image": "a.jpg"},
        {"article_id": "2", "title": None, "image": "a.jpg"},
        {"title": "No id here", "image": "a.jpg"},
        {"article_id": "4", "title": None},
        {"image": "a.jpg"},
    ]
    report = imported(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert told(report) == {
        2: "the article 2 has no title and no text",
        3: "the article has no id",
        4: "the article 4 has no title and no text",
    }
    assert report.images == 1


def test_a_table_of_pictures_tells_once_that_its_titles_are_left_out(tmp_path: Path) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    make_photo(tmp_path / "b.jpg", 2)
    report = imported(tmp_path, "a.csv", "image,title\na.jpg,A\nb.jpg,B\n")
    assert told(report) == {1: "column 'title' was left out: articles need an id and a title"}
    assert (report.articles, report.images) == (0, 2)


def test_an_open_quote_is_told_where_it_opens(tmp_path: Path) -> None:
    report = imported(tmp_path, "a.csv", 'id,title\n1,Fine\n2,"unclosed\n3,b\n4,c\n')
    assert list(told(report)) == [3]
    assert "nothing from this row on could be read" in told(report)[3]
    assert titles(tmp_path) == {"1": "Fine"}


def test_an_open_quote_that_meets_another_is_told_with_its_lines(tmp_path: Path) -> None:
    report = imported(tmp_path, "a.csv", 'id,title\n1,"unclosed\n2,"b"\n3,c\n4,"Yes" and no\n')
    assert list(told(report)) == [2]
    assert "2 lines from here on were left out" in told(report)[2]
    # Quotes in the wrong place that stay on their line do no harm.
    assert titles(tmp_path) == {"3": "c", "4": "Yes and no"}


def test_posts_of_a_feed_without_id_or_title_are_told(tmp_path: Path) -> None:
    posts = [POST.format("a", "Good"), "<entry><title>x</title></entry>",
             "<entry><id>c</id><title> </title></entry>", POST.format("d", "")]  # fmt: skip
    report = imported(tmp_path, "a.atom", ATOM + "".join(posts) + "</feed>")
    assert told(report) == {2: "it has neither an id nor a link", 3: "c has no title and no text"}
    assert titles(tmp_path) == {"a": "Good", "d": ""}


def test_a_feed_that_ends_early_keeps_its_whole_posts(tmp_path: Path) -> None:
    cut = "<entry><id>c</id><title>Whole title</title><content>Half a tex"
    report = imported(tmp_path, "a.atom", ATOM + POST.format("a", "A") + POST.format("b", "B"))
    assert told(report) == {0: "the feed ends early"}
    report = imported(tmp_path, "b.atom", ATOM + POST.format("a", "A") + cut)
    assert told(report) == {
        0: "the feed ends early",
        2: "the file ends in the middle of this article",
    }
    assert titles(tmp_path) == {"a": "A", "b": "B"}


def test_a_damaged_feed_is_read_as_far_as_possible(tmp_path: Path) -> None:
    feed = ATOM + POST.format("a", "Q & A") + POST.format("b", "half&#xD800;") + "</feed>"
    report = imported(tmp_path, "a.atom", feed)
    assert "the feed is damaged" in told(report)[0]
    assert titles(tmp_path) == {"a": "Q & A", "b": "half\ufffd"}


def test_another_text_under_a_known_title_is_told(tmp_path: Path) -> None:
    first = "id,title,text\n1,One,<p>the text</p>\n1,One,\n"
    assert imported(tmp_path, "a.csv", first).problems == []
    again = imported(tmp_path, "a.csv", first)
    assert (again.articles, again.known, again.problems) == (0, 1, [])
    report = imported(tmp_path, "b.csv", "id,title,text\n1,One,DIFFERENT\n")
    assert told(report) == {2: "the article 1 is known with another text"}
    with Desk(tmp_path / "c.newsmatch") as desk:
        assert desk.article("1").text == "the text"


@pytest.mark.parametrize("second", ["title", "Title"])
def test_a_column_that_stands_there_twice_is_told(tmp_path: Path, second: str) -> None:
    report = imported(tmp_path, "a.csv", f"id,title,{second}\n1,first,second\n")
    assert told(report) == {1: "column 'title' stands there 2 times, and only the first was read"}
    assert titles(tmp_path) == {"1": "first"}


def test_two_columns_of_one_meaning_are_told(tmp_path: Path) -> None:
    report = imported(tmp_path, "a.csv", "id,title,headline\n1,first,second\n")
    assert told(report) == {1: "column 'headline' means what 'title' means, and only that was read"}


def test_links_and_names_that_a_photo_folder_cannot_give(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    make_photo(photos / "ok.jpg", 1)
    (photos / "loop.jpg").symlink_to("loop.jpg")
    (photos / "out.jpg").symlink_to(make_photo(tmp_path / "outside.jpg", 2))
    if sys.platform == "linux":
        Path(os.fsdecode(bytes(photos) + b"/\xff.jpg")).write_bytes(b"x")
    report = finish(import_source(tmp_path / "c.newsmatch", photos))
    assert report.images == 1
    reasons = " ".join(problem.reason for problem in report.problems)
    assert "loop.jpg is a link that cannot be followed" in reasons
    assert "out.jpg is a link that leaves the folder" in reasons
    if sys.platform == "linux":
        assert "no valid text" in reasons
    assert len(list_problems(tmp_path / "c.newsmatch")) == len(report.problems)


def test_a_photo_that_is_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "loop.jpg").symlink_to("loop.jpg")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "loop.jpg").symlink_to("loop.jpg")
    rows = f"id,title,image\n1,a,loop.jpg\n2,b,sub/loop.jpg\n3,c,{'x' * 300}.jpg\n"
    report = imported(tmp_path, "a.csv", rows)
    assert list(told(report)) == [2, 3, 4]
    assert all("cannot be read" in reason for reason in told(report).values())
    assert titles(tmp_path).keys() == {"1", "2", "3"}


def test_half_a_character_does_not_cost_the_row(tmp_path: Path) -> None:
    row = r'{"article_id":"1","title":"lone \ud800 half","\udc00":1,"tags":["\ud83d\ude00"]}'
    report = imported(tmp_path, "a.jsonl", row)
    assert report.articles == 1
    assert titles(tmp_path) == {"1": "lone \ufffd half"}
    assert newsmatch("problems", tmp_path / "c.newsmatch").exit_code == 0


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", "article_id,title\n", "holds no rows"),
        ("a.csv", "article_id,title,zzz\n", "holds no rows"),
        ("a.csv", "article_id,title\n,x\n,y\n", "row 2: the article has no id"),
        ("a.csv", 'article_id,title\n1,"x\n2,b\n', "nothing from this row on"),
        ("a.xml", "<rss><channel><item><title>x", "ends in the middle"),
        ("a.atom", ATOM + POST.format("", "x") + "</feed>", "neither an id nor a link"),
    ],
)
def test_a_source_of_which_nothing_was_used_fails(
    tmp_path: Path, name: str, content: str, sentence: str
) -> None:
    (tmp_path / name).write_text(content)
    done = newsmatch("import", tmp_path / "c.newsmatch", tmp_path / name)
    assert done.exit_code == 1
    assert sentence in done.output
    assert len(done.output.strip().splitlines()) == 1


def test_the_problems_of_a_source_of_which_nothing_was_used_are_kept(tmp_path: Path) -> None:
    with pytest.raises(NewsMatchError, match=r"row 2: .* \(and 1 more\)"):
        imported(tmp_path, "a.csv", "article_id,title\n,x\n,y\n")
    assert [problem.row for problem in list_problems(tmp_path / "c.newsmatch")] == [2, 3]


@pytest.mark.parametrize("name", ["empty", "x.csv"])
def test_a_folder_without_photos_fails(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    done = newsmatch("import", tmp_path / "c.newsmatch", tmp_path / name)
    assert done.exit_code == 1
    assert "holds no photos" in done.output


def test_importing_again_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,title\n1,One\n")
    for _ in range(2):
        assert newsmatch("import", tmp_path / "c", tmp_path / "a.csv").exit_code == 0


def test_bytes_without_text_are_no_table(tmp_path: Path) -> None:
    raw = np.random.default_rng(1).integers(0, 256, 5_000, np.uint8).tobytes()
    for content in (b"\x01\x02,\x00" + raw, b"a" * 11_000_000):
        with pytest.raises(NewsMatchError) as caught:
            imported(tmp_path, "a.csv", content)
        assert str(caught.value).isprintable()
        assert len(str(caught.value)) < 500


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("title", ["plain", "Kölner „Größe“ 😀"])
def test_utf16_without_its_mark_is_read(tmp_path: Path, encoding: str, title: str) -> None:
    imported(tmp_path, "a.csv", f"article_id,title\n1,{title}\n".encode(encoding))
    assert titles(tmp_path) == {"1": title}


def test_the_language_is_a_code(tmp_path: Path) -> None:
    source = tmp_path / "a.csv"
    source.write_text("id,title\n1,Hallo\n")
    for wrong in ("german", "de-DE", "1"):
        done = newsmatch("import", tmp_path / "c.newsmatch", source, "--lang", wrong)
        assert done.exit_code == 1
        assert "no language code" in done.output
    assert not (tmp_path / "c.newsmatch").exists()
    assert newsmatch("import", tmp_path / "c.newsmatch", source, "--lang", "DE").exit_code == 0
    with Desk(tmp_path / "c.newsmatch") as desk:
        assert [line.lang for line in desk.lines()] == ["de"]


def test_a_list_that_cannot_be_saved_is_one_sentence(tmp_path: Path) -> None:
    imported(tmp_path, "a.csv", "id,title\n1,One\n")
    for target in (tmp_path / "none" / "p.csv", tmp_path, Path("/"), tmp_path / "a.csv" / "p.csv"):
        done = newsmatch("problems", tmp_path / "c.newsmatch", "--save", target)
        assert done.exit_code == 1
        assert str(target) in done.output


@LINUX_RIGHTS
def test_a_closed_folder_of_photos_is_told(guest: Path) -> None:
    (guest / "photos" / "shut").mkdir(parents=True)
    make_photo(guest / "photos" / "ok.jpg", 1)
    (guest / "photos" / "shut").chmod(0)
    report = finish(import_source(guest / "c.newsmatch", guest / "photos"))
    assert report.images == 1
    assert "shut is a folder that cannot be read" in told(report)[0]
    (guest / "images").mkdir(0)
    with pytest.raises(NewsMatchError, match=r"images cannot be read \(Permission denied\)"):
        imported(guest, "a.csv", "id,title,image\n1,One,a.jpg\n")
    with pytest.raises(NewsMatchError, match="cannot be read"):
        finish(import_source(guest / "c.newsmatch", guest / "images" / "a.csv"))


@LINUX_RIGHTS
@pytest.mark.parametrize("words", [["rank", "--query", "x"], ["evaluate"], ["problems"]])
def test_a_collection_that_cannot_be_written_says_so(guest: Path, words: list[str]) -> None:
    imported(guest, "a.csv", "id,title\n1,One\n")
    for path in (guest / "c.newsmatch").rglob("*"):
        path.chmod(0o444)
    (guest / "c.newsmatch").chmod(0o555)
    done = newsmatch(words[0], guest / "c.newsmatch", *words[1:])
    assert done.exit_code == 1
    assert "cannot be written; make the folder and its files writable" in done.output
    (guest / "c.newsmatch").chmod(0)
    done = newsmatch(words[0], guest / "c.newsmatch", *words[1:])
    assert done.exit_code == 1
    assert "cannot be read" in done.output


@LINUX_RIGHTS
def test_a_closed_cache_stops_indexing_with_a_sentence(guest: Path) -> None:
    imported(guest, "a.csv", "id,title\n1,One\n")
    (guest / "c.newsmatch" / "cache").mkdir(0o555)
    done = newsmatch("index", guest / "c.newsmatch")
    assert done.exit_code == 1
    assert "cache cannot be written" in done.output


@LINUX_RIGHTS
def test_the_demo_looks_first_whether_it_may_write(
    guest: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (guest / "here").mkdir(0o555)
    monkeypatch.chdir(guest / "here")
    done = newsmatch("demo", "--no-window", "--folder", guest / "D.newsmatch")
    assert done.exit_code == 1
    assert "demo-report.html cannot be written" in done.output
    assert not (guest / "D.newsmatch").exists()


@pytest.mark.parametrize(
    ("name", "scale", "kind"),
    [
        ("a.png", 65535, np.uint16),
        ("a.tif", 65535, np.uint16),
        ("b.tif", 100_000, np.int32),
        ("c.tif", 1, np.float32),
    ],
)
def test_a_deep_grey_keeps_its_shades(tmp_path: Path, name: str, scale: int, kind: type) -> None:
    ramp = np.linspace(0, scale, 256).astype(kind)
    Image.fromarray(np.tile(ramp, (16, 1))).save(tmp_path / name)
    photo = decode_photo((tmp_path / name).read_bytes())
    assert photo.mode == "RGB"
    row = np.asarray(photo)[0, :, 0].astype(int)
    assert np.abs(row - np.arange(256)).max() <= 1


def test_a_grey_of_one_shade_or_none_decodes(tmp_path: Path) -> None:
    for number, value in enumerate((0.5, np.nan, np.inf, 3e38)):
        path = tmp_path / f"{number}.tif"
        Image.fromarray(np.full((4, 4), value, np.float32)).save(path)
        assert decode_photo(path.read_bytes()).size == (4, 4)


def test_a_large_photo_is_refused_without_a_warning(tmp_path: Path) -> None:
    Image.new("1", (10_000, 10_000)).save(tmp_path / "large.png")
    code = (
        "import sys; from pathlib import Path; from newsmatch_gui.clip import decode\n"
        "try: decode.decode_photo(Path(sys.argv[1]).read_bytes())\n"
        "except decode.UnreadablePhotoError as error: print(error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "large.png")],
        capture_output=True, text=True, check=True, env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.stdout == "the picture has more than 89 million pixels; save a smaller copy\n"
    assert done.stderr == ""
