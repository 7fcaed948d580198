"""Seeing candidates: folding, crops, marks, the viewer, and pictures side by side."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from newsmatch_gui.clip.pipeline import encode_photos
from newsmatch_gui.domain.alike import leaders
from newsmatch_gui.domain.cropping import CENTRE, Point, Ratio, crop_box, parse_ratios
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.interest import suggested_point
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.picture_marks import MarkedPictures, point_of_interest, site_ratios
from newsmatch_gui.services.settings import set_setting

SIDES = st.integers(1, 5_000)
SHARES = st.floats(0, 1)


# Crops -------------------------------------------------------------------------------------


@given(SIDES, SIDES, st.integers(1, 40), st.integers(1, 40), SHARES, SHARES)
def test_a_crop_is_inside_has_its_ratio_and_contains_the_point(
    width: int, height: int, across: int, down: int, x: float, y: float
) -> None:
    ratio = Ratio("", Fraction(across, down))
    box = crop_box((width, height), ratio, Point(x, y))
    assert 0 <= box.left < box.right <= width
    assert 0 <= box.top < box.bottom <= height
    assert box.left <= min(int(x * width), width - 1) < box.right
    assert box.top <= min(int(y * height), height - 1) < box.bottom
    assert box.width == width or box.height == height
    off = min(abs(box.width - box.height * ratio.value), abs(box.height - box.width / ratio.value))
    assert off <= Fraction(1, 2) or (off < 1 and 1 in (box.width, box.height))


def test_a_crop_is_centred_on_the_point_where_the_edges_allow() -> None:
    square = parse_ratios("1:1")[0]
    assert crop_box((300, 100), square, Point(0.5, 0.1)).left == 101
    assert crop_box((300, 100), square, Point(0.0, 0.9)).left == 0
    assert crop_box((300, 100), square, Point(1.0, 0.9)).right == 300


def test_ratios_are_read_and_refused() -> None:
    assert [ratio.name for ratio in site_ratios()] == ["16:9", "4:3", "1:1", "3:4"]
    assert parse_ratios("1.91:1")[0].value == Fraction(191, 100)
    for wrong in ("", "16/9", "0:3", "4:0", "4:3;1:1", "-1:2"):
        with pytest.raises(NewsMatchError):
            parse_ratios(wrong)
    with pytest.raises(NewsMatchError, match="ratio"):
        set_setting("crop.ratios", "wide")


def test_the_suggested_point_lies_where_something_is() -> None:
    grey = np.full((48, 64), 128, np.uint8)
    assert suggested_point(grey) == CENTRE
    grey[30:40, 44:60] = np.random.default_rng(0).integers(0, 256, (10, 16))
    found = suggested_point(grey)
    assert 44 / 64 < found.x < 60 / 64
    assert 30 / 48 < found.y < 40 / 48
    assert suggested_point(grey[:1]) == CENTRE


# Folding -----------------------------------------------------------------------------------


def brute_leaders(vectors: np.ndarray, threshold: float) -> list[int]:
    stay: list[int] = []
    found = []
    for place, vector in enumerate(vectors):
        above = [better for better in stay if float(vectors[better] @ vector) > threshold]
        found.append(above[0] if above else place)
        if not above:
            stay.append(place)
    return found


@given(st.integers(0, 10_000), st.integers(1, 400), st.integers(1, 30))
def test_folding_is_what_comparing_every_pair_gives(seed: int, count: int, kinds: int) -> None:
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(kinds, 16))
    near = centres[rng.integers(0, kinds, count)] + rng.normal(0, 0.25, (count, 16))
    vectors = (near / np.linalg.norm(near, axis=1, keepdims=True)).astype(np.float32)
    assert leaders(vectors, 0.9).tolist() == brute_leaders(vectors, 0.9)


# Marks -------------------------------------------------------------------------------------


def test_marks_stay_and_say_who(collection: Path) -> None:
    marks = MarkedPictures(collection, "ann")
    image_id = f"{2:032X}"
    marks.say_sensitive(image_id, sensitive=True)
    marks.set_point(image_id, Point(0.25, 0.75))
    marks.close()
    again = MarkedPictures(collection, "bob")
    assert list(again.sensitive()) == [image_id]
    assert again.point(image_id) == Point(0.25, 0.75)
    assert point_of_interest(collection, image_id) == Point(0.25, 0.75)
    again.say_sensitive(image_id, sensitive=False)
    again.set_point(image_id, None)
    assert again.sensitive() == {}
    assert again.point(image_id) is None
    assert point_of_interest(collection, image_id) != CENTRE  # the suggested one
    log = again._collection._db.execute(
        "SELECT annotator, sensitive FROM sensitive_mark ORDER BY id"
    )
    assert log.fetchall() == [("ann", 1), ("bob", 0)]
    again.close()


def test_pictures_of_the_same_content_are_marked_together(collection: Path) -> None:
    marks = MarkedPictures(collection, "ann")
    database = marks._collection._db
    first, twin = f"{1:032X}", f"{2:032X}"
    database.execute(
        "UPDATE image SET content_hash = (SELECT content_hash FROM image WHERE id = ?) "
        "WHERE id = ?", (first, twin),
    )  # fmt: skip
    database.conn.commit()
    marks.say_sensitive(twin, sensitive=True)
    assert set(marks.sensitive()) == {first, twin}
    marks.say_sensitive(first, sensitive=False)
    assert marks.sensitive() == {}
    marks.close()


def test_uses_count_other_articles_and_no_ground_truth(collection: Path) -> None:
    image_id = f"{2:032X}"
    marks = MarkedPictures(collection, "ann")
    with Desk(collection) as desk:
        assert marks.uses(image_id) == 0  # though the ground truth gives it to article 2
        for article_id, verdict in (
            ("0", Verdict.CHOSEN),
            ("1", Verdict.ACCEPTABLE),
            ("3", Verdict.REJECTED),
            ("4", Verdict.CHOSEN),
        ):
            desk.decide(article_id, image_id, verdict, Shown())
        assert marks.uses(image_id, besides="0") == 2
        desk.undo()
        assert marks.uses(image_id, besides="0") == 1
    plan = marks._collection._db.execute(
        "EXPLAIN QUERY PLAN SELECT count(*) FROM current_decision WHERE image_id = 'x'"
    ).fetchall()
    assert "decision_image" in str(plan)
    assert "SCAN" not in str(plan)
    marks.close()


def test_the_size_of_a_large_photo_is_the_whole_one(tmp_path: Path, tiny_model: str) -> None:
    upright = Image.Exif()
    upright[ExifTags.Base.Orientation] = 6  # held upright: stored on its side
    for name, exif in (("wide.jpg", Image.Exif()), ("tall.jpg", upright)):
        Image.new("RGB", (1_200, 800), "grey").save(tmp_path / name, exif=exif)
    model = loaded_model(tiny_model)
    files = [("w", str(tmp_path / "wide.jpg")), ("t", str(tmp_path / "tall.jpg"))]
    photos = [photo for batch in encode_photos(model, files, set()) for photo in batch.photos]
    assert [(p.width, p.height) for p in photos] == [(1_200, 800), (800, 1_200)]
