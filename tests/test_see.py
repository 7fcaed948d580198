"""Seeing candidates: folding, crops, marks, the viewer, and pictures side by side."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from test_desk_keys import CONTROL, SHIFT, full_size, press, states, wait_closed
from test_window import close_window, open_window, wait_shown

from newsmatch_gui.clip.pipeline import encode_photos
from newsmatch_gui.domain.alike import Fold, leaders
from newsmatch_gui.domain.cropping import CENTRE, Point, Ratio, crop_box, parse_ratios
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.interest import suggested_point
from newsmatch_gui.domain.learning import NEAR_DUPLICATE
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.qt import card_painting
from newsmatch_gui.qt.card import Card
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.qt.side_by_side import SideBySide, columns
from newsmatch_gui.qt.viewer import Viewer
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.models import loaded_model
from newsmatch_gui.services.picture_marks import MarkedPictures, site_ratios
from newsmatch_gui.services.pictures import blurred
from newsmatch_gui.services.settings import set_setting
from newsmatch_gui.store.collection import Collection

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


@given(st.integers(0, 10_000), st.integers(0, 60), st.integers(0, 40), st.data())
def test_rows_and_places_of_a_fold_belong_together(
    seed: int, compared: int, beyond: int, data: st.DataObject
) -> None:
    rng = np.random.default_rng(seed)
    above = np.array(brute_leaders(rng.normal(size=(compared, 3)), 0.5), np.int64)
    never = set(rng.choice(compared, compared // 5, replace=False).tolist()) if compared else set()
    fold = Fold(compared + beyond, above, never)
    folded = {place for place in range(compared) if above[place] != place} - never
    for leader in data.draw(st.lists(st.sampled_from(range(compared)), max_size=6)
                            if compared else st.just([])):  # fmt: skip
        if fold.beneath(leader):
            fold.turn(leader)
    spread = {place for place in folded if fold.is_spread(int(above[place]))}
    rows = [fold.place(row) for row in range(fold.rows)]
    assert set(rows) == set(range(compared + beyond)) - folded | spread
    assert len(rows) == len(set(rows))
    assert [fold.row(place) for place in rows] == list(range(fold.rows))
    for place in folded - spread:
        assert rows[fold.row(place)] == above[place]
    for place in range(compared + beyond):
        others = [o for o in range(place + 1, compared + beyond)
                  if fold.leader(o) != fold.leader(place)]  # fmt: skip
        assert fold.next_other(place) == (others[0] if others else None)


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
    again.say_sensitive(image_id, sensitive=False)
    again.set_point(image_id, None)
    assert again.sensitive() == {}
    assert again.point(image_id) is None
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


def test_nothing_is_left_to_make_out_of_a_blurred_picture() -> None:
    stripes = np.zeros((300, 400, 3), np.uint8)
    stripes[:, ::20] = stripes[:, 1::20] = 255
    width, height, rows = blurred((400, 300, stripes.tobytes()))
    assert (width, height) == (400, 300)
    left = np.frombuffer(rows, np.uint8).reshape(stripes.shape).astype(float)
    assert left.std() < 0.1 * stripes.std()
    assert blurred((1, 900, bytes(2_700)))[:2] == (1, 900)


# The window --------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, collection: Path, tmp_path: Path) -> Iterator[MainWindow]:
    """Nothing is folded in it: to a model of random weights nearly all pictures are the same."""
    made = open_window(qtbot, collection, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


def ranks(window: MainWindow) -> list[int]:
    model = window.desk_view.candidates
    return [model.card(row).rank for row in range(model.rowCount())]


def test_digits_choose_what_is_shown_and_record_its_true_rank(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    order = [desk.candidates.image_id(row) for row in range(desk.candidates.rowCount())]
    places = [desk.stage.pool.image_ids.index(image_id) for image_id in order]
    vectors = desk.stage.pool.image_vectors(np.array(places))
    expected = brute_leaders(vectors, NEAR_DUPLICATE)
    stay = sorted(set(expected))
    assert 1 < len(stay) < len(order)
    window.preferences.set("candidates.fold", "on")  # counts at once
    assert ranks(window) == [place + 1 for place in stay]
    article, second = desk.stage.article_id, stay[1]
    press(qtbot, Qt.Key.Key_2)
    with Collection.open(collection) as opened:
        (decision,) = opened.decisions.current(article)
    assert (decision.image_id, decision.shown.rank) == (order[second], second + 1)


def test_what_is_alike_is_shown_by_key_and_click_and_the_decided_is_not_folded(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.preferences.set("candidates.fold", "on")
    model, view = window.desk_view.candidates, window.desk_view.candidate_panel.view
    folded = ranks(window)
    first = model.card(0)
    assert first.alike
    assert f"{first.alike} alike, folded" in said(window, 0)
    press(qtbot, Qt.Key.Key_D)
    assert len(ranks(window)) == len(folded) + first.alike
    assert [model.card(row).like for row in range(1, first.alike + 1)] == [1] * first.alike
    later = model.card(1).rank
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_X)
    assert model.card(1).verdict is Verdict.REJECTED
    press(qtbot, Qt.Key.Key_D)  # also from below it
    assert ranks(window) == folded
    press(qtbot, Qt.Key.Key_PageDown)
    wait_shown(qtbot, window)
    press(qtbot, Qt.Key.Key_PageUp)
    wait_shown(qtbot, window)
    assert later in ranks(window)
    cell = view.visualRect(model.index(0))
    before = len(ranks(window))
    view.grab()
    high = view.fontMetrics().lineSpacing() * 4 + 22  # the words, then the lower edge of the photo
    spot = QPoint(cell.left() + 20, cell.bottom() - high)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert len(ranks(window)) > before


def said(window: MainWindow, row: int) -> str:
    index = window.desk_view.candidates.index(row)
    return index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_screen_reader_hears_every_fact(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    image_id, here = desk.candidates.image_id(0), desk.stage.article_id
    desk.stage.desk.decide("4", image_id, Verdict.CHOSEN, Shown())
    desk.stage.desk.decide(here, image_id, Verdict.ACCEPTABLE, Shown())
    desk.marks.toggle_sensitive(image_id)
    desk.reload()
    wait_shown(qtbot, window)
    heard = said(window, 0)
    for fact in ("Rank 1", "no credit given", "no licence given", "80 × 60", "used in 1",
                 "sensitive", "standard deviations", "ahead of", "acceptable"):  # fmt: skip
        assert fact in heard
    assert "used" not in said(window, 1)


def test_a_sensitive_picture_stays_blurred_after_a_restart(
    qtbot: QtBot, window: MainWindow, collection: Path, tmp_path: Path
) -> None:
    desk = window.desk_view
    press(qtbot, Qt.Key.Key_B)
    image = desk.candidates.card(0).image
    window.close_collection()
    again = open_window(qtbot, collection, tmp_path)
    model = again.desk_view.candidates
    assert model.card(0).sensitive
    assert not model.card(1).sensitive
    veiled, open_ = (handed_out(qtbot, again, image.path, reveal=r) for r in (False, True))
    assert veiled.size() == open_.size()
    assert veiled != open_
    other = model.card(1).image.path
    assert handed_out(qtbot, again, other) == handed_out(qtbot, again, other, reveal=True)
    close_window(qtbot, again)


def handed_out(qtbot: QtBot, window: MainWindow, path: str, *, reveal: bool = False) -> QImage:
    """Return a picture as the loader hands it out to whoever shows it."""

    def asked() -> QPixmap | None:
        return window.thumbnails.pixmap(path, QSize(80, 60), 1.0, reveal=reveal)

    qtbot.waitUntil(lambda: asked() is not None)
    return asked().toImage()


def test_keys_zoom_and_pan_and_arrows_step(qtbot: QtBot, window: MainWindow) -> None:
    viewer = full_size(qtbot, window)
    viewer.resize(600, 330)  # the photo is small, and must be larger than what shows it
    picture = viewer.picture
    qtbot.waitUntil(lambda: not picture.natural_size().isEmpty())
    assert picture.zoom is None
    qtbot.keyClick(viewer, Qt.Key.Key_0)
    assert (picture.zoom, viewer.zoom.text()) == (1.0, "100 %")
    for _ in range(5):
        qtbot.keyClick(viewer, Qt.Key.Key_Plus)
    assert picture.zoom == 8.0
    qtbot.keyClick(viewer, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(viewer, Qt.Key.Key_Down, SHIFT)
    middle = picture.share_at(QPointF(picture.rect().center()))
    assert middle.x() > 0.5
    assert middle.y() > 0.5
    for _ in range(30):
        qtbot.keyClick(viewer, Qt.Key.Key_Up, SHIFT)
    assert picture.photo_rect().height() > picture.height()
    assert abs(picture.photo_rect().top()) < 1  # no further than its edge
    qtbot.keyClick(viewer, Qt.Key.Key_Minus)
    assert picture.zoom == 4.0
    assert window.desk_view.candidate_panel.current_place() == 0
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert window.desk_view.candidate_panel.current_place() == 1
    assert picture.zoom is None
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    wait_closed(qtbot, window)


def test_keys_still_work_from_the_facts_and_arrows_move_in_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = full_size(qtbot, window)
    viewer.facts.setFocus()
    qtbot.keyClick(viewer.facts, Qt.Key.Key_0)
    assert viewer.picture.zoom == 1.0
    qtbot.keyClick(viewer.facts, Qt.Key.Key_Right)
    assert window.desk_view.candidate_panel.current_place() == 0
    qtbot.keyClick(viewer.facts, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(viewer.facts, Qt.Key.Key_C, CONTROL)
    assert "Licence" in QApplication.clipboard().text()
    qtbot.keyClick(viewer.facts, Qt.Key.Key_X)
    assert window.desk_view.candidates.card(0).verdict is Verdict.REJECTED
    wait_closed(qtbot, window)


def test_the_blur_is_lifted_and_marks_are_made_at_full_size(
    qtbot: QtBot, window: MainWindow
) -> None:
    viewer = full_size(qtbot, window)
    qtbot.keyClick(viewer, Qt.Key.Key_B)
    assert "R" in viewer.picture.note
    assert "sensitive" in viewer.facts.toPlainText()
    qtbot.keyClick(viewer, Qt.Key.Key_R)
    assert viewer.picture.reveal
    assert viewer.picture.note == ""
    qtbot.keyClick(viewer, Qt.Key.Key_R)
    assert not viewer.picture.reveal
    qtbot.keyClick(viewer, Qt.Key.Key_C)
    assert window.desk_view.candidates.card(0).compared
    assert viewer.isVisible()
    qtbot.keyClick(viewer, Qt.Key.Key_Space)
    wait_closed(qtbot, window)


def test_the_point_of_interest_is_moved_by_keys_and_kept(qtbot: QtBot, window: MainWindow) -> None:
    image_id = window.desk_view.candidates.image_id(0)
    press(qtbot, Qt.Key.Key_P)
    (viewer,) = window.desk_view.findChildren(Viewer)
    qtbot.waitUntil(viewer.isActiveWindow)
    qtbot.waitUntil(lambda: len(viewer.crops.previews.boxes()) == 4)
    before = viewer.picture.point
    assert "suggested" in viewer.crops.about.text()
    qtbot.keyClick(viewer, Qt.Key.Key_Right, CONTROL)
    assert viewer.picture.point.x == pytest.approx(before.x + 0.02)
    assert window.desk_view.marks.point(image_id) == viewer.picture.point
    assert window.desk_view.candidate_panel.current_place() == 0  # it moved nothing else
    kept = viewer.picture.point
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.picture.point == kept
    assert "by hand" in viewer.crops.about.text()
    qtbot.keyClick(viewer, Qt.Key.Key_Delete)
    assert window.desk_view.marks.point(image_id) is None
    assert viewer.picture.point == before
    qtbot.keyClick(viewer, Qt.Key.Key_P)
    assert viewer.picture.ratios == ()
    qtbot.keyClick(viewer, Qt.Key.Key_Space)
    wait_closed(qtbot, window)


def test_a_picture_that_is_looked_at_stays_when_the_pool_is_loaded_anew(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk_view
    viewer = full_size(qtbot, window)
    for _ in range(3):
        qtbot.keyClick(viewer, Qt.Key.Key_Right)
    with qtbot.waitSignal(desk.shown, timeout=20_000):
        window.load_pool()
    looked_at = viewer.image_id
    assert desk.candidates.image_id(desk.candidate_panel.current_place()) == looked_at
    qtbot.keyClick(viewer, Qt.Key.Key_X)
    assert desk.candidates.card(3).verdict is Verdict.REJECTED
    wait_closed(qtbot, window)


def compare(qtbot: QtBot, window: MainWindow) -> SideBySide:
    press(qtbot, Qt.Key.Key_V)
    (view,) = window.desk_view.findChildren(SideBySide)
    qtbot.waitUntil(view.isActiveWindow)
    return view


def gone(qtbot: QtBot, window: MainWindow, kind: type[QWidget]) -> None:
    qtbot.waitUntil(lambda: not window.desk_view.findChildren(kind))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_window_that_only_reads_marks_nothing(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk, told = window.desk_view, []
    desk.said.connect(told.append)
    desk.stage.desk.read_only = "another window decides"
    press(qtbot, Qt.Key.Key_B)
    assert told == ["another window decides"]
    press(qtbot, Qt.Key.Key_P)
    (viewer,) = desk.findChildren(Viewer)
    qtbot.waitUntil(lambda: len(viewer.crops.previews.boxes()) == 4)
    before = viewer.picture.point
    qtbot.keyClick(viewer, Qt.Key.Key_Right, CONTROL)
    assert viewer.picture.point == before
    marks = MarkedPictures(collection, "ann")
    assert (marks.sensitive(), marks.point(viewer.image_id)) == ({}, None)
    marks.close()
    viewer.close()
    wait_closed(qtbot, window)


def test_marked_pictures_are_compared_and_one_is_chosen(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk, told = window.desk_view, []
    desk.said.connect(told.append)
    press(qtbot, Qt.Key.Key_V)
    assert "two to four" in told[-1]
    for row in (4, 1, 2, 5):
        desk.candidate_panel.select(row)
        press(qtbot, Qt.Key.Key_C)
    desk.candidate_panel.select(0)
    press(qtbot, Qt.Key.Key_C)
    assert "already" in told[-1]
    desk.candidate_panel.select(5)
    press(qtbot, Qt.Key.Key_C)
    view = compare(qtbot, window)
    assert [card.rank for card in view.cards] == [2, 3, 5]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    gone(qtbot, window, SideBySide)
    assert states(collection) == {}
    view = compare(qtbot, window)
    qtbot.waitUntil(lambda: all(not p.natural_size().isEmpty() for p in view.pictures))
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    qtbot.keyClick(view, Qt.Key.Key_Left, SHIFT)
    looks = [picture.view() for picture in view.pictures]
    assert looks[0][0] > 1
    assert all(look == pytest.approx(looks[0][0]) for look, _ in looks)
    assert all(centre == looks[0][1] for _, centre in looks)
    article = desk.stage.article_id
    qtbot.keyClick(view, Qt.Key.Key_3)
    with Collection.open(collection) as opened:
        (decision,) = opened.decisions.current(article)
    assert (decision.image_id, decision.shown.rank) == (view.cards[2].image.id, 5)
    gone(qtbot, window, SideBySide)


def test_selected_pictures_are_compared_too(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_Right, SHIFT)
    view = compare(qtbot, window)
    assert [card.rank for card in view.cards] == [1, 2]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    gone(qtbot, window, SideBySide)


def test_pictures_beside_each_other_lie_where_they_are_largest() -> None:
    wide, tall = QSize(1_600, 900), QSize(900, 1_600)
    assert columns([wide, wide], QSize(1_200, 600)) == 2
    assert columns([tall] * 4, QSize(1_200, 700)) == 4
    assert columns([wide] * 3, QSize(1_200, 700)) == 2
    assert columns([wide] * 2, QSize(700, 1_200)) == 1


def test_what_others_wrote_is_shown_as_it_is(
    qtbot: QtBot, window: MainWindow, collection: Path
) -> None:
    desk = window.desk_view
    with Collection.open(collection) as opened, opened.batch():
        opened._db.execute("UPDATE image SET caption = '<b>bold</b>', credit = '<img src=x>'")
    desk.reload()
    wait_shown(qtbot, window)
    viewer = full_size(qtbot, window)
    assert "<b>bold</b>" in viewer.facts.toPlainText()
    assert "<img src=x>" in viewer.facts.toPlainText()
    viewer.close()
    wait_closed(qtbot, window)


def test_a_photo_that_arrives_repaints_its_own_card(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, cards = window.desk_view.candidate_panel.view, []
    qtbot.waitUntil(lambda: window.thumbnails.quiet)
    qtbot.wait(50)
    paint = card_painting._paint_badge

    def counted(painter: QPainter, picture: QRect, card: Card) -> None:
        cards.append(card.row)
        paint(painter, picture, card)

    monkeypatch.setattr(card_painting, "_paint_badge", counted)
    shown = {row: window.desk_view.candidates.card(row).image.path for row in range(3)}
    QPixmapCache.clear()
    view.update(view.model().index(1, 0))
    qtbot.waitUntil(lambda: bool(cards) and window.thumbnails.quiet)
    qtbot.waitUntil(lambda: len(cards) == 2)
    qtbot.wait(50)
    assert cards == [1, 1]  # without its photo, then with it
    window.thumbnails.blur([shown[1]])
    qtbot.waitUntil(lambda: len(cards) > 2 and window.thumbnails.quiet)
    assert set(cards) >= set(shown)  # any may look otherwise


def test_the_photos_of_the_next_article_are_there_before_it_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk, photos = window.desk_view, window.thumbnails
    wait_shown(qtbot, window)
    coming = desk.articles.article_id(1)
    qtbot.waitUntil(lambda: desk._ranker.kept(coming) is not None and photos.quiet)
    view = desk.candidate_panel.view
    size = view._cards.picture_size(view.gridSize(), view.fontMetrics())
    places = desk._ranker.kept(coming).first(view.page, folded=False)
    ids = [desk.stage.pool.image_ids[place] for place in places]
    assert len(ids) > 3
    for image_id in ids:
        assert photos.pixmap(desk.stage.desk.image(image_id).path, size, 1.0) is not None
    qtbot.keyClick(view, Qt.Key.Key_1)
    wait_shown(qtbot, window)
    assert desk.stage.article_id == coming
    view.viewport().repaint()
    assert not view._cards._awaited  # each card has its photo when it is painted first
