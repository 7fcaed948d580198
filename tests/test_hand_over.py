"""Handing over: what leaves the house says who must be named, and nothing of where it was taken."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from conftest import make_photo
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, IptcImagePlugin

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.cropping import Point
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.handing_over import ALT_CHARACTERS, PictureField, figure, propose_alt
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Article, Shown, Verdict
from newsmatch_gui.domain.records import Image as Picture
from newsmatch_gui.exchange.file_names import slug
from newsmatch_gui.exchange.handover_package import jpeg
from newsmatch_gui.exchange.picture_texts import writable
from newsmatch_gui.exchange.snippets import Snippets
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.handing_over import Wish, hand_over, hand_over_decided
from newsmatch_gui.services.offers import (
    correct_texts,
    fill_template,
    handed_over,
    offer,
)
from newsmatch_gui.services.settings import set_setting
from newsmatch_gui.store.collection import Collection

HERE = Path(__file__).parent
CREDIT, LICENCE = "Jörg Müller / dpa <desk>", "CC BY 4.0"
CAPTION = 'Robots & people: "<b>5 < 6</b>" in Köln'
SERIAL = b"SERIAL-4711-SECRET"
GPS_REF = 0x8825


def put_photo(path: Path, size: tuple[int, int] = (400, 300), **how: object) -> Path:
    """Write a photo whose left half is red and whose right half is blue."""
    picture = Image.new("RGB", size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    picture.save(path, **how)
    return path


def telltale_photo(path: Path) -> Path:
    """Write what a camera writes: place, serial number, owner, thumbnail comment, orientation."""
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90° clockwise
    exif[0x013B] = "Camera Owner Schmidt"
    gps = exif.get_ifd(GPS_REF)
    gps[1], gps[2] = "N", (50.0, 56.0, 17.25)
    gps[29] = "2024:05:06"
    inner = exif.get_ifd(0x8769)
    inner[0xA431] = SERIAL.decode()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><!-- exif:GPSLatitude 50,56.2875N --></x:xmpmeta>'
    return put_photo(path, exif=exif, xmp=xmp, comment=b"shot by SERIAL-4711-SECRET")


def newsroom(tmp_path: Path, *, articles: int = 1, **texts: str) -> Path:
    """Make a collection in which every article has its picture chosen."""
    folder = tmp_path / "c.newsmatch"
    held = {"credit": CREDIT, "licence": LICENCE, "caption": CAPTION} | texts
    with Collection.open(folder, create=True) as collection, collection.batch():
        for number in range(articles):
            photo = tmp_path / f"p{number}.jpg"
            if not photo.exists():
                put_photo(photo)
            collection.articles.add(Article(f"a{number}", f"Robots in Köln, part {number}"))
            collection.images.add(Picture(f"i{number}", str(photo), **held))
    with Desk(folder, annotator="tester") as desk:
        for number in range(articles):
            desk.decide(f"a{number}", f"i{number}", Verdict.CHOSEN, Shown())
    return folder


def one(folder: Path, target: Path, **wish: object) -> Path:
    return finish(hand_over(folder, "a0", "i0", Wish(target, **wish)))


def picture_of(place: Path) -> Path:
    return min(place.glob("*.jpg"), key=lambda path: len(path.name))  # crops say their shape too


# The picture ---------------------------------------------------------------------------------


def test_nothing_of_the_camera_leaves_the_house(tmp_path: Path) -> None:
    original = telltale_photo(tmp_path / "p0.jpg").read_bytes()
    assert SERIAL in original and b"GPSLatitude" in original  # or the test would show nothing
    place = one(newsroom(tmp_path), tmp_path / "out")
    for file in place.iterdir():
        content = file.read_bytes()
        for secret in (SERIAL, b"GPSLatitude", b"Camera Owner", b"2024:05:06", b"shot by"):
            assert secret not in content
    with Image.open(picture_of(place)) as copy:
        assert GPS_REF not in copy.getexif()
        assert set(copy.getexif()) == {0x010E, 0x013B, 0x8298}
        assert copy.size == (300, 400)  # turned upright
        assert copy.getpixel((150, 20))[0] > 200  # what was left is at the top now
        assert copy.getpixel((150, 380))[2] > 200


def test_credit_and_licence_stand_in_exif_xmp_and_iptc(tmp_path: Path) -> None:
    folder = newsroom(tmp_path)
    correct_texts(folder, "i0", {PictureField.ALT: "Ein Roboter"}, annotator="tester")
    with Image.open(picture_of(one(folder, tmp_path / "out"))) as copy:
        exif = {tag: text.encode("latin-1").decode() for tag, text in copy.getexif().items()}
        xmp = copy.getxmp()["xmpmeta"]["RDF"]["Description"]
        iptc = IptcImagePlugin.getiptcinfo(copy)
    notice = f"{CREDIT}. {LICENCE}"
    assert exif == {0x013B: CREDIT, 0x8298: notice, 0x010E: CAPTION}
    assert xmp["creator"]["Seq"]["li"] == xmp["Credit"] == CREDIT
    assert xmp["rights"]["Alt"]["li"]["text"] == notice
    assert xmp["UsageTerms"]["Alt"]["li"] == {"lang": "x-default", "text": LICENCE}
    assert xmp["description"]["Alt"]["li"]["text"] == CAPTION
    assert xmp["AltTextAccessibility"]["Alt"]["li"]["text"] == "Ein Roboter"
    assert {place: text.decode() for place, text in iptc.items() if place[1] >= 80} == {
        (2, 80): CREDIT, (2, 110): CREDIT, (2, 116): notice, (2, 120): CAPTION, (1, 90): "\x1b%G",
    }  # fmt: skip


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_reads_the_same(tmp_path: Path) -> None:
    copy = picture_of(one(newsroom(tmp_path), tmp_path / "out"))
    command = ["exiftool", "-json", "-G0", str(copy)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    (tags,) = json.loads(told.stdout)
    assert tags["EXIF:Artist"] == tags["XMP:Credit"] == tags["IPTC:Credit"] == CREDIT
    assert tags["XMP:UsageTerms"] == LICENCE
    assert not any(name.startswith(("EXIF:GPS", "XMP:GPS")) for name in tags)


def test_a_proposed_text_is_not_written_into_the_picture(tmp_path: Path) -> None:
    with Image.open(picture_of(one(newsroom(tmp_path), tmp_path / "out"))) as copy:
        assert "AltText" not in copy.info["xmp"].decode()


@pytest.mark.parametrize(
    ("asked", "made"),
    [(0, (1600, 1200)), (200, (200, 150)), (9999, (2000, 1500))],
)
def test_the_copy_is_scaled_down_but_never_up(
    tmp_path: Path, asked: int, made: tuple[int, int]
) -> None:
    put_photo(tmp_path / "p0.jpg", (2000, 1500))
    place = one(newsroom(tmp_path), tmp_path / "out", width=asked)
    with Image.open(picture_of(place)) as copy:
        assert copy.size == made
    about = json.loads((place / "article.json").read_text("utf-8"))["picture"]
    assert (about["width"], about["height"]) == made
    assert about["file"] == picture_of(place).name


def test_crops_go_with_the_picture(tmp_path: Path) -> None:
    set_setting("crop.ratios", "1:1, 1.91:1")
    folder = newsroom(tmp_path)
    with Collection.open(folder) as collection:
        collection.picture_marks.set_point("i0", Point(0.9, 0.5), annotator="ada")
    place = one(folder, tmp_path / "out", width=200)
    told = json.loads((place / "article.json").read_text("utf-8"))["picture"]["crops"]
    assert [(crop["ratio"], crop["width"], crop["height"]) for crop in told] == [
        ("1:1", 200, 200), ("1.91:1", 200, 104),
    ]  # fmt: skip
    with Image.open(place / told[0]["file"]) as crop:
        assert crop.size == (200, 200)
        assert crop.getexif()[0x013B]
        assert crop.getpixel((100, 100))[2] > 200  # around the point, which is on the blue side
    assert len(list(place.glob("*.jpg"))) == 3
    plain = one(folder, tmp_path / "other", cropped=False)
    assert len(list(plain.glob("*.jpg"))) == 1


def test_colours_are_brought_to_srgb(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = srgb.replace(b"rXYZ", b"----").replace(b"gXYZ", b"rXYZ").replace(b"----", b"gXYZ")
    Image.new("RGB", (40, 30), (250, 0, 0)).save(tmp_path / "p0.png", icc_profile=swapped)
    shutil.move(tmp_path / "p0.png", tmp_path / "p0.jpg")
    with Image.open(picture_of(one(newsroom(tmp_path), tmp_path / "out"))) as copy:
        red, green, blue = copy.getpixel((20, 15))
        assert "icc_profile" not in copy.info
    assert green > 240 and red < 16 and blue < 16


def _odd(path: Path, kind: str) -> None:
    if kind == "cmyk":
        Image.new("CMYK", (60, 40), (0, 200, 200, 0)).save(path, "JPEG")
    elif kind == "cmyk-with-a-broken-profile":
        Image.new("CMYK", (60, 40), (0, 200, 200, 0)).save(path, "JPEG", icc_profile=b"no profile")
    elif kind == "sixteen-bit":
        Image.fromarray(np.full((40, 60), 40_000, np.uint16)).save(path, "PNG")
    elif kind == "animated":
        frames = [Image.new("RGB", (60, 40), name) for name in ("red", "blue")]
        frames[0].save(path, "GIF", save_all=True, append_images=frames[1:])
    elif kind == "see-through":
        Image.new("RGBA", (60, 40), (255, 0, 0, 128)).save(path, "PNG")
    else:
        Image.new("1", (60, 40)).save(path, "TIFF")


@pytest.mark.parametrize(
    "kind",
    ["cmyk", "cmyk-with-a-broken-profile", "sixteen-bit", "animated", "see-through", "bilevel"],
)
def test_odd_pictures_become_plain_ones(tmp_path: Path, kind: str) -> None:
    _odd(tmp_path / "p0.jpg", kind)
    with Image.open(picture_of(one(newsroom(tmp_path), tmp_path / "out"))) as copy:
        assert (copy.format, copy.mode, copy.size) == ("JPEG", "RGB", (60, 40))
        copy.load()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"\xff\xd8 no photo", "no photo"),
        (b"%!PS-Adobe", "no photo"),
        (None, "gone"),
    ],
)
def test_what_is_no_picture_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes | None, why: str
) -> None:
    folder = newsroom(tmp_path)
    photo = tmp_path / "p0.jpg"
    photo.unlink() if content is None else photo.write_bytes(content)
    with pytest.raises(NewsMatchError, match=why) as error:
        one(folder, tmp_path / "out")
    assert "\n" not in str(error.value) and "p0.jpg" in str(error.value)
    assert not (tmp_path / "out").exists()


def test_a_picture_over_the_safe_limit_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = newsroom(tmp_path)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    with pytest.raises(NewsMatchError, match="safe"):
        one(folder, tmp_path / "out")


_TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
_HOSTILE = _TEXT | st.sampled_from(["<&>\"'" * 900, "\x00\x1b\ufffe\u2028", "😀" * 3000])


@given(_HOSTILE, _HOSTILE, _HOSTILE)
@settings(max_examples=60, deadline=None)
def test_any_text_fits_into_a_picture(caption: str, credit: str, licence: str) -> None:
    texts = {PictureField.CAPTION: caption, PictureField.CREDIT: credit,
             PictureField.LICENCE: licence, PictureField.ALT: caption}  # fmt: skip
    content = jpeg(Image.new("RGB", (8, 8)), texts)
    held = writable(texts)
    with Image.open(BytesIO(content)) as copy:
        xmp = copy.getxmp()["xmpmeta"]["RDF"]["Description"]
        artist = copy.getexif().get(0x013B, "").encode("latin-1").decode()
    assert artist == held[PictureField.CREDIT]
    if held[PictureField.LICENCE]:
        assert xmp["UsageTerms"]["Alt"]["li"]["text"] == held[PictureField.LICENCE]


# Texts ---------------------------------------------------------------------------------------


def test_what_is_required_is_asked_for_and_can_be_corrected(tmp_path: Path) -> None:
    folder = newsroom(tmp_path, credit="", licence=" ")
    with pytest.raises(NewsMatchError, match="i0 lacks its credit, its licence"):
        one(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()
    news = {PictureField.CREDIT: "Jane Doe", PictureField.LICENCE: "own"}
    assert correct_texts(folder, "i0", news, annotator="ada") == tuple(news)
    assert correct_texts(folder, "i0", news, annotator="eve") == ()
    one(folder, tmp_path / "out")
    with Collection.open(folder) as collection:
        assert collection.images.get("i0").credit == "Jane Doe"
        said = collection.corrections.history("i0")
    assert [(row.field, row.value, row.annotator) for row in said] == [
        ("credit", "Jane Doe", "ada"), ("licence", "own", "ada"),
    ]  # fmt: skip


def test_no_correction_is_ever_lost(tmp_path: Path) -> None:
    folder = newsroom(tmp_path)
    for text in ("first", "second", ""):
        correct_texts(folder, "i0", {PictureField.CAPTION: text}, annotator="ada")
    with Collection.open(folder) as collection:
        assert [row.value for row in collection.corrections.history("i0")] == [
            "first",
            "second",
            "",
        ]
        assert collection.images.get("i0").caption == ""
        collection.hand_overs.add(
            "a0", "i0", annotator="ada", target="", template="", package="", stamp=""
        )
        for table in ("image_correction", "hand_over"):
            for word in (f"DELETE FROM {table}", f"UPDATE {table} SET annotator = 'eve'"):
                with pytest.raises(Exception, match="append-only"):
                    collection._db.conn.execute(word)


def test_a_required_alternative_text_must_be_checked(tmp_path: Path) -> None:
    folder = newsroom(tmp_path)
    set_setting("handover.required", "alt,credit")
    proposed = offer(folder, "a0", "i0")
    assert proposed.alt_is_proposal and proposed.lacking == (PictureField.ALT,)
    correct_texts(folder, "i0", {PictureField.ALT: proposed.texts[PictureField.ALT]})
    assert offer(folder, "a0", "i0").lacking == ()
    with pytest.raises(NewsMatchError, match="no text 'colour'"):
        set_setting("handover.required", "alt, colour")


@given(_TEXT, _TEXT, st.lists(_TEXT, max_size=3))
def test_a_proposal_says_only_what_is_known(caption: str, headline: str, named: list[str]) -> None:
    proposal = propose_alt(caption, headline, named)
    assert len(proposal) <= ALT_CHARACTERS and "\n" not in proposal
    known = set(re.sub("[–…,]", " ", " ".join([caption, headline, *named])).split())
    assert set(re.sub("[–…,]", " ", proposal).split()) <= known


def test_the_caption_is_the_best_proposal() -> None:
    assert propose_alt("x" * 900, "") == "x" * (ALT_CHARACTERS - 2) + " …"
    assert propose_alt("word " * 90, "").endswith("word …")
    long = "A robot waves. " * 40
    assert propose_alt(long, "Headline") == " ".join(["A robot waves."] * 16)
    assert propose_alt(" ", "Strike ends", ["Köln", "Köln", "IG Metall"]) == (
        "Köln, IG Metall – Strike ends"
    )


# Templates -----------------------------------------------------------------------------------


class _Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.alt = self.shown = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.tags.append(tag)
        self.alt = dict(attrs).get("alt") or self.alt

    def handle_data(self, data: str) -> None:
        self.shown += data


ATTACK = '"><script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) `b` \\'


def test_hostile_texts_stay_texts_in_every_format(tmp_path: Path) -> None:
    folder = newsroom(tmp_path, caption=ATTACK, credit=ATTACK, licence="*a* _b_\n# c")
    place = one(folder, tmp_path / "out")
    page = _Tags((place / "figure.html").read_text("utf-8"))
    assert page.tags == ["figure", "img", "figcaption", "small"]
    assert ATTACK in page.shown
    assert json.loads((place / "article.json").read_text("utf-8"))["picture"]["credit"] == ATTACK
    words = (place / "caption.md").read_text("utf-8")
    bare = re.sub(r"\\[!-/:-@\[-`{-~]", "", words)  # without what a backslash takes the force of
    assert not re.search(r"[<>`*_#]", bare)
    assert re.findall(r"\]\(([^)]*)", bare) == [picture_of(place).name]


@given(_TEXT)
def test_what_is_dragged_out_holds_one_picture_and_no_other_markup(text: str) -> None:
    page = _Tags(figure("file:///a b.jpg", text, text, text))
    assert page.tags in (["figure", "img"], ["figure", "img", "figcaption"])


@given(_TEXT)
@settings(deadline=None, max_examples=30)
def test_json_stays_json_where_a_template_forgot_to_quote(text: str) -> None:
    own = resource_path("handover")
    found = Snippets(own, own)
    template = found._sandboxes[".json"].from_string('{"caption": "{{ caption }}"}')
    assert json.loads(template.render(caption=text)) == {"caption": text}


def own_template(own_settings: Path, name: str, text: str) -> None:
    folder = own_settings.parent / "handover"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ caption.__class__.__mro__ }}",
        "{{ caption.__class__.__base__.__subclasses__() }}",
        "{{ crops.append(1) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ ''.format(caption) }}",
        "{{ 'a' * 9999999999 }}",
        "{{ 9 ** 9 ** 9 ** 9 }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ 'x' | center(9999999999) }}",
        "{% for a in range(999999999) %}x{% endfor %}",
        "{% include '/etc/hostname' %}",
        "{% include '../settings.toml' %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ nothing_like_this }}",
        "{% if %}",
        "{% for a in headline %}{% for b in headline %}{% for c in headline %}"
        "{% for d in headline %}{{ headline }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    ],
)
def test_a_template_reaches_nothing_but_its_words(
    tmp_path: Path, own_settings: Path, attack: str
) -> None:
    folder = newsroom(tmp_path)
    own_template(own_settings, "attack.txt", attack)
    with pytest.raises(NewsMatchError, match=r"attack\.txt") as error:
        one(folder, tmp_path / "out", templates=("attack.txt",))
    assert "\n" not in str(error.value)
    assert not list((tmp_path / "out").glob("*")) if (tmp_path / "out").exists() else True


def test_own_templates_take_the_place_of_built_in_ones(tmp_path: Path, own_settings: Path) -> None:
    folder = newsroom(tmp_path)
    own_template(own_settings, "caption.md", "{{ headline }}: {{ credit | upper }}")
    own_template(own_settings, "broken.json", "{ {{ headline }} }")
    shown = fill_template(offer(folder, "a0", "i0"), "caption.md")
    assert shown == r"Robots in Köln, part 0: JÖRG MÜLLER / DPA \<DESK\>"
    with pytest.raises(NewsMatchError, match=r"broken\.json"):
        one(folder, tmp_path / "out")
    with pytest.raises(NewsMatchError, match="there is no template"):
        one(folder, tmp_path / "out", templates=("../../etc/passwd",))
    place = one(folder, tmp_path / "out", templates=("caption.md",), cropped=False)
    assert sorted(path.suffix for path in place.iterdir()) == [".jpg", ".md"]


# Files ---------------------------------------------------------------------------------------


@given(st.text(max_size=120), st.integers(1, 80))
def test_names_are_safe_on_every_system(text: str, limit: int) -> None:
    name = slug(text, limit=limit)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", name)
    assert not re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", name)
    assert len(name) <= max(limit, 8) + 8


def test_names_keep_what_can_be_read() -> None:
    assert slug("Größe & Übermut: 5 %!") == "groesse-uebermut-5"
    assert slug("../../etc/passwd") == "etc-passwd"
    assert slug("CON") == "con-picture"
    assert slug("北京") == "picture"


def test_a_name_that_is_taken_is_left_alone(tmp_path: Path) -> None:
    folder, out = newsroom(tmp_path), tmp_path / "out"
    (out / "robots-in-koeln-part-0-a0").mkdir(parents=True)
    (out / "robots-in-koeln-part-0-a0" / "mine.txt").write_text("mine")
    place = one(folder, out)
    assert place.name == "robots-in-koeln-part-0-a0-2"
    assert (out / "robots-in-koeln-part-0-a0" / "mine.txt").read_text() == "mine"
    correct_texts(folder, "i0", {PictureField.CREDIT: "Somebody else"})
    assert one(folder, out) == place  # what was made earlier is replaced
    assert "Somebody else" in (place / "figure.html").read_text()
    assert len(list(out.iterdir())) == 2


def test_a_zip_holds_one_folder(tmp_path: Path) -> None:
    place = one(newsroom(tmp_path), tmp_path / "out", zipped=True)
    assert list((tmp_path / "out").iterdir()) == [place]
    with zipfile.ZipFile(place) as archive:
        assert {Path(name).parent.name for name in archive.namelist()} == {place.stem}
        assert len(archive.namelist()) == 8


def test_a_cancelled_package_leaves_nothing(tmp_path: Path) -> None:
    work = hand_over(newsroom(tmp_path), "a0", "i0", Wish(tmp_path / "out"))
    phases = [next(work).phase for _ in range(3)]
    assert phases[-1] == "filling in templates"
    work.close()
    assert list((tmp_path / "out").iterdir()) == []
    assert handed_over(tmp_path / "c.newsmatch", "i0") == ()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    folder = newsroom(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(NewsMatchError, match="choose another folder"):
        one(folder, tmp_path / "file" / "out")


def test_a_kill_leaves_no_half_package(tmp_path: Path) -> None:
    folder, out = newsroom(tmp_path, articles=120), tmp_path / "out"
    command = [sys.executable, "-m", "newsmatch_gui", "handover", str(folder), str(out), "--all"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if out.exists() and len(list(out.iterdir())) >= 3:
            break
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    whole = [place for place in out.iterdir() if not place.name.startswith(".")]
    assert 2 <= len(whole) < 120
    for place in whole:
        assert {path.suffix for path in place.iterdir()} == {".jpg", ".md", ".html", ".json"}
        with Image.open(picture_of(place)) as copy:
            copy.load()
    report = finish(hand_over_decided(folder, Wish(out)))
    # The last one may have appeared without having been noted any more.
    assert 0 <= len(whole) - report.kept <= 1
    assert len(report.made) == 120 - report.kept
    for draft in out.glob(".newsmatch-*"):
        os.utime(draft, (0, 0))
    one(folder, out)
    assert not list(out.glob(".newsmatch-*"))


# Many at once --------------------------------------------------------------------------------


def test_a_batch_goes_on_where_it_stopped(tmp_path: Path) -> None:
    folder, wish = newsroom(tmp_path, articles=4), Wish(tmp_path / "out", annotator="ada")
    work = hand_over_decided(folder, wish)
    while next(work).done < 2:
        pass
    work.close()
    report = finish(hand_over_decided(folder, wish))
    assert (len(report.made), report.kept) == (2, 2)
    correct_texts(folder, "i1", {PictureField.CREDIT: "Somebody else"})
    shutil.rmtree(handed_over(folder, "i3")[-1].package)
    report = finish(hand_over_decided(folder, wish))
    assert (len(report.made), report.kept) == (2, 2)
    logged = handed_over(folder, "i1")
    assert [(row.article_id, row.annotator) for row in logged] == [("a1", "ada")] * 2
    assert logged[0].template == "article.json, caption.md, figure.html"


def test_a_batch_tells_what_it_leaves_out(tmp_path: Path) -> None:
    folder = newsroom(tmp_path, articles=4)
    correct_texts(folder, "i1", {PictureField.CREDIT: ""})
    (tmp_path / "p2.jpg").write_bytes(b"nothing")
    with Desk(folder, annotator="tester") as desk:
        desk.decide("a3", None, Verdict.NONE_FITS, Shown())
    report = finish(hand_over_decided(folder, Wish(tmp_path / "out")))
    assert len(report.made) == 1
    assert [problem.source for problem in report.left_out] == ["article a1", "article a2"]
    assert "lacks its credit" in report.left_out[0].reason
    named = finish(hand_over_decided(folder, Wish(tmp_path / "out"), article_ids=["a3", "a9"]))
    assert len(named.left_out) == 2


def test_the_command_refuses_in_one_sentence(tmp_path: Path) -> None:
    folder, out = str(newsroom(tmp_path, articles=2)), str(tmp_path / "out")
    correct_texts(Path(folder), "i1", {PictureField.LICENCE: ""})
    runner = CliRunner()
    wanted = ["handover", folder, out, "--article", "a1", "--no-crops"]
    refused = runner.invoke(cli, wanted)
    assert refused.exit_code == 1
    assert "i1 lacks its licence" in refused.stderr
    assert f'newsmatch correct "{folder}" "i1" --licence TEXT' in refused.stderr
    assert runner.invoke(cli, ["handover", folder, out]).exit_code == 2
    assert runner.invoke(cli, ["correct", folder, "i1", "--licence", "own"]).exit_code == 0
    made = runner.invoke(
        cli, [*wanted, "--template", "figure.html", "--width", "100", "--zip", "--no-crops"]
    )
    assert made.exit_code == 0, made.stderr
    with zipfile.ZipFile(made.stdout.splitlines()[0]) as archive:
        assert sorted(Path(name).suffix for name in archive.namelist()) == [".html", ".jpg"]


def test_photos_of_any_content_are_handed_over(tmp_path: Path) -> None:
    make_photo(tmp_path / "p0.jpg", 3, (500, 20))
    with Image.open(picture_of(one(newsroom(tmp_path), tmp_path / "out", width=16))) as copy:
        assert copy.size == (16, 1)
