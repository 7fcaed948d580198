"""Nothing leaves the machine: no socket without the user's switch, no place with a picture."""

import base64
import json
import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hostile.corpus import with_texts
from PIL import Image

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.exporting import export_pairs, write_overview
from newsmatch_gui.services.handing_over import Wish, hand_over_decided
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.services.submitting import submit_zip

SECRET = "51 Somewhere Street"


def offline(*words: str | Path, home: Path) -> dict[str, list[str]]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSF"))
    }
    environment |= {
        "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": str(home / "cache"),
        "NEWSMATCH_SETTINGS": str(home / "settings.toml"), "PYTHONUTF8": "1",
    }  # fmt: skip
    script = Path(__file__).with_name("offline_process.py")
    done = subprocess.run(
        [sys.executable, str(script), *map(str, words)], cwd=home, env=environment, check=False,
        capture_output=True, text=True, timeout=1_500,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.model
def test_a_day_of_work_reaches_nothing(tmp_path: Path) -> None:
    """Demo, index, search, decide, learn, report, hand over, translate, doctor: no socket."""
    assert offline(tmp_path, home=tmp_path) == {"tried": [], "open": []}
    assert (tmp_path / "report.html").exists()
    assert len(list((tmp_path / "out").iterdir())) > 10


def test_whatever_reached_out_would_be_noted(tmp_path: Path) -> None:
    seen = offline("--probe", home=tmp_path)
    assert any("192.0.2.1" in line for line in seen["tried"])
    assert any("example.invalid" in line for line in seen["tried"])


@pytest.fixture
def located(tmp_path: Path, tiny_model: str) -> Path:
    """A collection of photos that say where they were taken, in every way that they can."""
    photos = tmp_path / "photos"
    photos.mkdir()
    raw = with_texts(SECRET)
    assert raw.count(SECRET.encode()) > 3
    assert b"GPSLatitude" in raw
    rows = ["article_id,title,image_id,image,caption,credit,licence"]
    for number in range(3):
        (photos / f"{number}.jpg").write_bytes(raw + bytes([number]))
        rows.append(f"{number},Headline {number},{number},{number}.jpg,A caption,Jane,CC0")
    (tmp_path / "a.csv").write_text("\n".join(rows) + "\n")
    folder = tmp_path / "c.newsmatch"
    finish(import_source(folder, tmp_path / "a.csv", images=photos))
    finish(build_index(folder, model=tiny_model))
    with Desk(folder, annotator="x") as desk:
        for number in range(3):
            desk.decide(str(number), str(number), Verdict.CHOSEN, Shown())
    return folder


def pictures_in(made: Path) -> list[bytes]:
    """Return every picture of a file, a page with pictures inside, a ZIP file or a folder."""
    if made.is_dir():
        return [found for path in made.rglob("*") for found in pictures_in(path)]
    if made.suffix == ".zip":
        with zipfile.ZipFile(made) as archive:
            return [archive.read(name) for name in archive.namelist() if name.endswith("g")]
    if made.suffix == ".html":
        inside = re.findall(r"data:image/\w+;base64,([\w+/=]+)", made.read_text("utf-8"))
        return [base64.b64decode(text) for text in inside]
    return [made.read_bytes()] if made.suffix in (".jpg", ".png") else []


def test_no_picture_that_goes_out_says_where_it_was_taken(located: Path, tmp_path: Path) -> None:
    pool = load_pool(located)
    out = tmp_path / "out"
    out.mkdir()
    finish(hand_over_decided(located, Wish(out / "packages")))
    finish(hand_over_decided(located, Wish(out / "zipped", zipped=True)))
    finish(write_overview(pool, out / "report.html"))
    finish(submit_zip(pool, out / "submission.zip", group="g", approach="a", frame="crop"))
    for name in ("packages", "zipped", "report.html", "submission.zip"):
        found = pictures_in(out / name)
        assert len(found) >= 3, name
        for raw in found:
            assert SECRET.encode() not in raw, name
            assert b"GPS" not in raw, name
            with Image.open(BytesIO(raw)) as image:
                image.load()
                exif = image.getexif()
                assert not exif.get_ifd(0x8825), name
                assert "comment" not in image.info, name
                # What is said of a picture that is handed over, and nothing else.
                assert set(exif) <= {0x013B, 0x8298, 0x010E}, name


def test_exports_hold_what_was_decided_and_no_place(located: Path, tmp_path: Path) -> None:
    for form, name in (("jsonl", "a.jsonl"), ("openclip-csv", "a.csv")):
        export_pairs(located, tmp_path / name, format=form)
        assert SECRET not in (tmp_path / name).read_text("utf-8")
