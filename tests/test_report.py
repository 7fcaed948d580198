"""Reports stand alone, whatever other people wrote; what a rival changes adds up."""

import base64
import csv
import io
import json
import re
import shutil
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from conftest import make_photo
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.failures import FailureTag
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.word_changes import joined, word_changes
from newsmatch_gui.exchange.html_report import Report, jpeg_uri, render_study
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.reporting import write_report
from newsmatch_gui.services.side_by_side import Turn, side_by_side
from newsmatch_gui.services.studying import Study, study
from newsmatch_gui.store.collection import Collection

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style><script>alert(2)</script>",
    "\u05e9\u05dc\u05d5\u05dd \u202egnp.exe\u202c {{ 7 * 7 }} {% raw %}",
    "=HYPERLINK(\"https://evil.example\")",
    "+1+1", "@SUM(A1)", "-2+3",
    "zero\x00byte \x1b[31m and \x85",
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tiny_model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-six articles, ten of them hostile, read by two recipes; two photos are spoilt."""
    home = tmp_path_factory.mktemp("hostile")
    rows = []
    for number in range(26):
        title = HOSTILE[number] if number < len(HOSTILE) else f"Headline Number {number} of the day"
        make_photo(home / f"{number}.jpg", number)
        rows.append({
            "article_id": f"a{number}", "title": title, "image_id": f"i{number}",
            "image": f"{number}.jpg", "caption": title, "credit": title, "article_tags": title,
            "lang": "en",
        })  # fmt: skip
    comment = Image.open(home / "3.jpg")
    exif = comment.getexif()
    exif[0x010E] = "SECRET-PLACE"
    comment.save(home / "3.jpg", exif=exif, comment=b"SECRET-COMMENT")
    source = home / "rows.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    collection = home / "c.newsmatch"
    finish(import_source(collection, source, images=home))
    finish(build_index(collection, model=tiny_model, recipe="reference-t2"))
    finish(build_index(collection, recipe="headline"))
    (home / "0.jpg").unlink()
    (home / "1.jpg").write_bytes(b"\xff\xd8 not a photo any more")
    return collection


@pytest.fixture(scope="module")
def before(folder: Path) -> Study:
    return finish(study(folder))


@pytest.fixture(scope="module")
def after(folder: Path) -> Study:
    return finish(study(folder, recipe="reference-t2"))


@pytest.fixture(scope="module")
def page(before: Study, after: Study, tmp_path_factory: pytest.TempPathFactory) -> str:
    target = tmp_path_factory.mktemp("page") / "report.html"
    finish(write_report(before, target, rival=after, failures=30))
    assert [path.name for path in target.parent.iterdir()] == ["report.html"]
    return target.read_text(encoding="utf-8")


class Page(HTMLParser):
    """Tags with their attributes, the text, and whether every tag was closed."""

    VOID = frozenset({"meta", "img", "br", "path", "rect", "polyline"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.tags if name == tag]


def test_a_page_links_and_runs_nothing(page: str) -> None:
    parsed = Page(page)
    for tag, attrs in parsed.tags:
        assert tag not in ("script", "link", "iframe", "object", "embed", "form", "a", "base")
        for name, value in attrs.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "style"
            if name in ("src", "href", "srcset", "xlink:href", "action"):
                assert value is not None and value.startswith("data:image/jpeg;base64,")
    assert "url(" not in page and "@import" not in page
    policy = next(m["content"] for m in parsed.of("meta") if "http-equiv" in m)
    assert policy.startswith("default-src 'none'; img-src data:; ")
    assert "unsafe" not in policy
    (style,) = re.findall("<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy


def test_what_others_wrote_is_shown_as_they_wrote_it(page: str) -> None:
    parsed = Page(page)
    for title in HOSTILE[:9]:
        assert title in parsed.text
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", page)
    # A text that turns the direction of writing ends where its element ends.
    for tag, attrs in parsed.tags:
        if tag == "h4":
            assert attrs["dir"] == "auto"


def test_signs_that_html_cannot_hold_are_replaced() -> None:
    made = Report("zero\x00byte", (("esc\x1b", "half \ud83d"),), (), "\x85")
    html = render_study(made).encode("utf-8").decode("utf-8")
    assert "zero\ufffdbyte" in html and "half \ufffd" in html
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", html)


def test_a_page_can_be_read_aloud(page: str) -> None:
    parsed = Page(page)
    assert parsed.of("html")[0]["lang"] == "en"
    assert [tag for tag, _ in parsed.tags].count("h1") == 1
    levels = [int(tag[1]) for tag, _ in parsed.tags if re.fullmatch("h[1-6]", tag)]
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert all(img["alt"] for img in parsed.of("img"))
    assert all(svg["role"] == "img" and svg["aria-label"] for svg in parsed.of("svg"))
    assert all(th["scope"] in ("row", "col") for th in parsed.of("th"))
    assert len(parsed.of("caption")) == len(parsed.of("table"))


def test_pictures_are_small_and_tell_nothing_of_where_they_were_taken(page: str) -> None:
    parsed = Page(page)
    assert parsed.of("img")
    for img in parsed.of("img"):
        content = base64.b64decode((img["src"] or "").partition(",")[2])
        with Image.open(io.BytesIO(content)) as thumbnail:
            assert max(thumbnail.size) <= 160
            assert not thumbnail.getexif()
            assert "comment" not in thumbnail.info
        assert b"SECRET" not in content
    assert "SECRET" not in page


def test_not_even_noise_makes_a_thumbnail_large() -> None:
    noise = np.random.default_rng(0).integers(0, 256, 160 * 160 * 3, np.uint8).tobytes()
    assert len(jpeg_uri(160, 160, noise)) < 40_000


def test_sensitive_pictures_are_blurred(folder: Path, before: Study, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "c.newsmatch"))
    clear, blurred = tmp_path / "clear.html", tmp_path / "blurred.html"
    finish(write_report(before, clear, failures=30))
    with Collection.open(copy) as collection:
        collection.picture_marks.say_sensitive("i12", sensitive=True, annotator="ann")
    finish(write_report(finish(study(copy)), blurred, failures=30))
    photos = [
        {img["src"] for img in Page(page.read_text(encoding="utf-8")).of("img")
         if img["alt"] == "Headline Number 12 of the day"}
        for page in (clear, blurred)
    ]  # fmt: skip
    assert photos[0] and photos[1] and not photos[0] & photos[1]
    assert "sensitive: blurred" in blurred.read_text(encoding="utf-8")
    assert "sensitive: blurred" not in clear.read_text(encoding="utf-8")


def test_what_people_said_of_failures_is_told(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "c.newsmatch"))
    found = finish(study(copy))
    worst = found.articles[int(found.true_ranks.argmax())].id
    with Collection.open(copy) as collection:
        collection.failure_tags.say([worst], FailureTag.PERSON, present=True, annotator="ann")
    finish(write_report(found, tmp_path / "r.html"))
    text = Page((tmp_path / "r.html").read_text(encoding="utf-8")).text
    assert text.count("wrong person") == 2  # in the table, and at the article
    finish(write_report(found, tmp_path / "r.json"))
    rows = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["articles"]
    assert {row["article"]: row["failures"] for row in rows}[worst] == ["wrong_person"]
    assert sum(bool(row["failures"]) for row in rows) == 1


def test_spoilt_photos_leave_a_grey_box_that_says_so(page: str) -> None:
    parsed = Page(page)
    gone = [attrs for attrs in parsed.of("div") if attrs.get("class") == "gone"]
    assert gone and all(attrs["role"] == "img" for attrs in gone)
    assert "picture cannot be shown" in parsed.text


def test_a_page_says_what_the_measures_are(page: str, before: Study, after: Study) -> None:
    text = Page(page).text
    assert f"{before.measures.mrr:.4f}" in text
    counts = side_by_side(before, after).counts()
    assert f"{counts[Turn.IMPROVED]} articles improved" in text
    assert str(before.pool.folder.parent) not in page  # no path of whoever made it


def test_a_table_runs_nothing_in_a_spreadsheet(
    before: Study, after: Study, tmp_path: Path
) -> None:  # fmt: skip
    target = tmp_path / "report.csv"
    finish(write_report(before, target, rival=after))
    with target.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["article"] for row in rows] == [article.id for article in before.articles]
    for row, rank in zip(rows, before.true_ranks, strict=True):
        assert int(row["rank"]) == rank
        for name, cell in row.items():
            if name not in ("score", "best_score", "change"):
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    sides = side_by_side(before, after)
    assert [float(row["change"]) for row in rows] == pytest.approx(sides.gains.tolist())


def test_json_is_read_back_as_it_was(before: Study, after: Study, tmp_path: Path) -> None:
    target = tmp_path / "report.JSON"
    finish(write_report(before, target, rival=after))
    found = json.loads(target.read_text(encoding="utf-8"))
    assert found["mrr@100"] == before.measures.mrr
    difference = found["comparison"]["measures"]["mrr@100"]["difference"]
    changes = [row["change"] for row in found["articles"]]
    assert np.mean(changes) == pytest.approx(difference)
    assert [row["title"] for row in found["articles"]] == [a.title for a in before.articles]
    turns = [row["turn"] for row in found["articles"]]
    assert found["comparison"]["articles"] == {t.value: turns.count(t.value) for t in Turn}
    alone = tmp_path / "alone.json"
    finish(write_report(before, alone))
    assert "comparison" not in json.loads(alone.read_text(encoding="utf-8"))


def test_a_report_that_cannot_be_written_leaves_the_old_one(before: Study, tmp_path: Path) -> None:
    with pytest.raises(NewsMatchError, match=r"ends in \.html"):
        finish(write_report(before, tmp_path / "report.pdf"))
    with pytest.raises(NewsMatchError, match="cannot be written"):
        finish(write_report(before, tmp_path / "no" / "report.csv"))
    old = tmp_path / "old.html"
    old.write_text("old")
    work = write_report(before, old, failures=30)
    for progress in work:
        if progress.phase == "drawing failures":
            break
    work.close()
    assert old.read_text() == "old"
    assert list(tmp_path.iterdir()) == [old]


def test_the_command_writes_a_report(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    told = CliRunner().invoke(
        cli, ["report", str(folder), str(out), "--against", "reference-t2", "--failures", "2"]
    )
    assert told.exit_code == 0, told.output
    assert "26 articles written" in told.output
    assert "Greatest" in out.read_text(encoding="utf-8")
    wrong = CliRunner().invoke(cli, ["report", str(folder), str(tmp_path / "r.pdf")])
    assert wrong.exit_code == 1 and "ends in .html" in wrong.output


# Side by side --------------------------------------------------------------------------------


def test_gains_and_losses_add_up(before: Study, after: Study) -> None:
    sides = side_by_side(before, after)
    assert sum(sides.counts().values()) == len(sides.articles) == 26
    mrr = sides.comparison.differences[0]
    assert mrr.measure == "mrr@100"
    assert sides.gains.sum() / sides.comparison.n == pytest.approx(mrr.difference)
    assert mrr.first == pytest.approx(before.measures.mrr)
    assert mrr.second == pytest.approx(after.measures.mrr)
    _, counts = sides.factors()
    assert sum(counts) == 26
    gains = sides.gains[sides.order]
    assert (np.diff(gains) <= 0).all()
    back = side_by_side(after, before)
    assert back.counts()[Turn.IMPROVED] == sides.counts()[Turn.WORSE]
    assert side_by_side(before, before).counts()[Turn.UNCHANGED] == 26


@given(data=st.data())
def test_gains_add_up_whatever_the_ranks(data: st.DataObject, before: Study) -> None:
    """Also with several true images of an article, and with ranks beyond the first hundred."""
    ranks = st.lists(st.integers(1, 300), min_size=26, max_size=26)
    owner = np.sort(data.draw(st.lists(st.integers(0, 25), min_size=26, max_size=26)))
    ours, theirs = (
        replace(before, pair_ranks=np.array(data.draw(ranks)), pair_articles=owner)
        for _ in range(2)
    )
    sides = side_by_side(ours, theirs)
    assert sum(sides.counts().values()) == len(sides.articles) == len(set(owner.tolist()))
    difference = sides.comparison.differences[0].difference
    assert sides.gains.sum() / sides.comparison.n == pytest.approx(difference, abs=1e-12)
    assert ((sides.gains > 0) <= (sides.turns == 1)).all()
    assert ((sides.gains < 0) <= (sides.turns == -1)).all()


WORDS = st.lists(st.sampled_from(["The", "the", "minister", "minist", "plans", "plan", "—", "x"]))


@given(WORDS, WORDS)
def test_word_changes_hold_both_readings(ours: list[str], theirs: list[str]) -> None:
    changes = word_changes(ours, theirs)
    assert joined(c.before for c in changes).split() == ours
    assert joined(c.after for c in changes).split() == theirs
    assert all(c.before or c.after for c in changes)
    assert all(c.kept for c in word_changes(ours, ours))


def test_stemmed_words_stand_beside_what_they_were() -> None:
    before = "The Ministers' plans are struggling".split()
    found = {c.before: c.after for c in word_changes(before, "minist plan struggl".split())}
    assert found == {
        "The": "", "Ministers'": "minist", "plans": "plan", "are": "", "struggling": "struggl",
    }  # fmt: skip
