"""Maps, curves, hubs and near-duplicates against naive versions of themselves, and their tabs."""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from learning_fixtures import colour_newsroom
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot
from test_contrast import luminance, scheme  # noqa: F401 - a fixture

from newsmatch_gui.domain.comparison import intervals
from newsmatch_gui.domain.curves import binned, log_bins, recall_curve
from newsmatch_gui.domain.duplicates import joined, members, near_pairs, numbered
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.fusion import ranks_of
from newsmatch_gui.domain.hubness import hub_skew
from newsmatch_gui.domain.learning import NEAR_DUPLICATE
from newsmatch_gui.domain.measures import RECALL_AT, measure, occurrence_skew
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.projection import centred, inside, principal_plane
from newsmatch_gui.qt.bench_tab import BenchTab
from newsmatch_gui.qt.lanes import Lane
from newsmatch_gui.qt.map_tab import MapTab
from newsmatch_gui.qt.measures_tab import MeasuresTab
from newsmatch_gui.qt.scatter import Spot
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.duplicates import near_duplicates
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.mapping import ColourBy, Method, colouring, embedding_map
from newsmatch_gui.services.measuring import measure_study
from newsmatch_gui.services.side_by_side import compared
from newsmatch_gui.services.studying import Study, study

SEEDS = st.integers(0, 2**32 - 1)


# Projection ------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 60), st.integers(2, 24))
def test_the_plane_is_that_of_the_singular_vectors(seed: int, count: int, dim: int) -> None:
    rng = np.random.default_rng(seed)
    spread = rng.uniform(0.1, 3, dim)
    vectors = centred((rng.normal(size=(count, dim)) * spread + 5).astype(np.float32))
    assert np.abs(vectors.mean(axis=0)).max() < 1e-4
    plane = principal_plane(vectors)
    assert np.allclose(plane.axes.T @ plane.axes, np.eye(2), atol=1e-9)
    assert plane.explained[0] >= plane.explained[1] - 1e-12
    assert all(axis[np.abs(axis).argmax()] > 0 for axis in plane.axes.T)
    _, values, rows = np.linalg.svd(vectors.astype(np.float64), full_matrices=False)
    shares = values**2 / max(float((values**2).sum()), 1e-300)
    apart = np.append(values, 0.0)[:3]
    assume(len(values) > 2 and apart[0] - apart[1] > 1e-2 and apart[1] - apart[2] > 1e-2)
    assert np.allclose(plane.explained, shares[:2], atol=1e-6)
    for axis, reference in zip(plane.axes.T, rows[:2], strict=True):
        assert abs(abs(axis @ reference) - 1) < 1e-5


def naive_inside(point: np.ndarray, polygon: np.ndarray) -> bool:
    odd = False
    for number in range(len(polygon)):
        (x, y), (to_x, to_y) = polygon[number], polygon[(number + 1) % len(polygon)]
        if (y > point[1]) != (to_y > point[1]):
            odd ^= bool(point[0] < x + (point[1] - y) / (to_y - y) * (to_x - x))
    return odd


WHOLE = st.integers(-6, 6).map(float)


@settings(max_examples=150, deadline=None)
@given(
    arrays(np.float64, st.tuples(st.integers(0, 40), st.just(2)), elements=WHOLE),
    arrays(np.float64, st.tuples(st.integers(0, 12), st.just(2)), elements=WHOLE),
)
def test_a_lasso_holds_what_a_ray_says(points: np.ndarray, polygon: np.ndarray) -> None:
    # Whole numbers, so that points lie on corners and sides all the time.
    assert list(inside(points, polygon)) == [naive_inside(point, polygon) for point in points]


# Curves ----------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.integers(1, 80), st.integers(1, 3))
def test_a_curve_goes_through_the_measures_within_its_band(
    seed: int, articles: int, each: int
) -> None:
    rng = np.random.default_rng(seed)
    owner = np.sort(rng.integers(0, articles, articles * each))
    ranks = np.ceil(rng.exponential(60, len(owner))).astype(np.int64).clip(1)
    curve = recall_curve(ranks, owner)
    expected = measure(ranks, 500, owner).recall
    assert [curve.recall[k - 1] for k in RECALL_AT] == pytest.approx(list(expected.values()))
    assert (np.diff(curve.recall) >= 0).all()
    assert (curve.low <= curve.recall + 1e-12).all() and (curve.recall <= curve.high + 1e-12).all()
    again = recall_curve(ranks, owner)
    assert np.array_equal(curve.low, again.low)


def test_the_band_is_as_wide_as_the_interval_of_the_measures() -> None:
    rng = np.random.default_rng(3)
    ranks = np.ceil(rng.exponential(60, 900)).astype(np.int64)
    owner = np.repeat(np.arange(300), 3)
    curve, known = recall_curve(ranks, owner), intervals(ranks, owner)
    for k in RECALL_AT:
        interval = known[f"recall@{k}"]
        assert curve.low[k - 1] == pytest.approx(interval.low, abs=0.012)
        assert curve.high[k - 1] == pytest.approx(interval.high, abs=0.012)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5_000), min_size=1, max_size=50), st.booleans())
def test_bins_hold_every_value_once(values: list[int], zero: bool) -> None:
    bins = log_bins(max(values), zero=zero)
    ends = [(0, -1), *bins] if zero else [(1, 0), *bins]
    assert all(b[0] == a[1] + 1 and b[1] >= b[0] for a, b in pairwise(ends))
    assert max(values) == 0 or bins[-1][0] <= max(values) <= bins[-1][1]
    counted = sum(value >= (0 if zero else 1) for value in values)
    assert binned(np.array(values), bins).sum() == counted


# Near-duplicates -------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(SEEDS, st.integers(1, 40), st.integers(1, 9), st.floats(0.3, 0.99))
def test_groups_are_those_of_brute_force(seed: int, count: int, block: int, over: float) -> None:
    rng = np.random.default_rng(seed)
    vectors = rng.normal(size=(count, 4)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    groups, seen = np.arange(count), {}
    for start in range(0, count, block):
        first, second, cosines = near_pairs(vectors, start, start + block, over)
        seen |= dict(zip(zip(first, second, strict=True), cosines, strict=True))
        groups = joined(groups, first, second)
    near = {
        (a, b)
        for a in range(count)
        for b in range(a + 1, count)
        if vectors[a] @ vectors[b] > over + 1e-6
    }
    border = {
        (a, b)
        for a in range(count)
        for b in range(a + 1, count)
        if abs(vectors[a] @ vectors[b] - over) <= 1e-6
    }
    assume(not border)
    assert set(seen) == near
    reach = {place: {place} for place in range(count)}
    for a, b in near:
        together = reach[a] | reach[b]
        for place in together:
            reach[place] = together
    expected = {tuple(sorted(group)) for group in reach.values() if len(group) > 1}
    assert {tuple(map(int, group)) for group in members(groups)} == expected
    assert (groups == numbered(groups.tolist())).all()  # rising with the first place of each


# Services ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def folder(tiny_model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """48 articles and images; the images of 8 further articles are copies of the first ones."""
    home = tmp_path_factory.mktemp("maps")
    made = colour_newsroom(home, tiny_model, each=6, decided=0)
    rows = ["article_id,title,image_id,image"]
    for number in range(8):
        shutil.copy(home / "photos" / f"p{number}.png", home / "photos" / f"copy{number}.png")
        rows.append(f"b{number},A second look at house {number},j{number},copy{number}.png")
    (home / "more.csv").write_text("\n".join(rows) + "\n")
    finish(import_source(made, home / "more.csv", images=home / "photos"))
    finish(build_index(made, model=tiny_model))
    return made


@pytest.fixture(scope="module")
def studied(folder: Path) -> Study:
    """A study in which every third article is a tweet, and every fourth has a tag."""
    found = finish(study(folder))
    articles = tuple(
        replace(
            article, domain="tw" if number % 3 == 0 else "rss",
            tags=("house",) if number % 4 == 0 else (),
        )
        for number, article in enumerate(found.articles)
    )  # fmt: skip
    return replace(found, articles=articles)


def test_near_duplicates_are_those_of_brute_force(studied: Study) -> None:
    found = finish(near_duplicates(studied))
    vectors = studied.pool.image_vectors()
    near = vectors @ vectors.T > NEAR_DUPLICATE
    np.fill_diagonal(near, True)
    reach = near
    for _ in range(7):  # paths of up to 128 steps
        reach = (reach.astype(float) @ reach) > 0
    expected = {tuple(np.flatnonzero(row).tolist()) for row in reach if row.sum() > 1}
    assert {group.places for group in found} == expected
    for group in found:
        for place, cosine in zip(group.places, group.cosines, strict=True):
            others = [other for other in range(len(vectors)) if other != place]
            assert cosine == pytest.approx(
                float((vectors[others] @ vectors[place]).max()), abs=1e-5
            )
        true = np.isin(studied.pair_places, group.places)
        assert set(group.articles) == set(studied.pair_articles[true].tolist())
        same = [studied.image_id(place)[1:] for place in group.places]
        assert group.same_file == (len(group.places) == 2 and same[0] == same[1])


def test_a_study_is_measured_by_domain(studied: Study) -> None:
    found = finish(measure_study(studied))
    assert [group.domain for group in found.groups] == ["", "rss", "tw"]
    whole, *parts = found.groups
    assert whole.measured.measures == studied.measures
    assert sum(group.articles for group in parts) == whole.articles == len(studied.articles)
    assert (sum(group.ranks for group in parts) == whole.ranks).all()
    assert whole.ranks.sum() == len(studied.pair_ranks)


def test_skewness_counts_the_lists_of_the_study(studied: Study) -> None:
    scores = np.stack([studied.pool.article_scores(a.id) for a in studied.articles])
    skew = hub_skew(-ranks_of(scores), k=10)  # copies score alike: ties in pool order
    assert occurrence_skew(studied.occurrences) == pytest.approx(skew)
    assert occurrence_skew(np.full(5, 3)) == 0.0


def test_the_map_centres_each_modality_and_projects_both(studied: Study) -> None:
    found = finish(embedding_map(studied))
    assert found.images.shape == (56, 2) and found.articles.shape == (56, 2)
    assert np.abs(found.images.mean(axis=0)).max() < 1e-4
    assert np.abs(found.articles.mean(axis=0)).max() < 1e-4
    images = centred(studied.pool.image_vectors())
    apart = np.linalg.norm(found.images[0] - found.images[9])
    assert apart <= np.linalg.norm(images[0] - images[9]) + 1e-5  # a projection never stretches
    again = finish(embedding_map(studied))
    assert np.array_equal(found.images, again.images)
    assert found.explained is not None and 0 < found.explained.sum() <= 1
    owners = [studied.articles[number].id for number in found.article_of]
    assert owners[:2] == ["a0", "a1"] and owners[-1] == "b7"


STAND_IN = """
import json, os, time
from pathlib import Path

HERE = Path(__file__).parent

class UMAP:
    def __init__(self, **options):
        (HERE / "asked.json").write_text(json.dumps({"pid": os.getpid(), **options}))

    def fit_transform(self, vectors):
        time.sleep(%f)
        return vectors[:, :2].astype("float64")
"""


def test_umap_gets_both_modalities_and_its_points_are_told_apart(
    studied: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "umap.py").write_text(STAND_IN % 0)
    monkeypatch.syspath_prepend(str(tmp_path))
    found = finish(embedding_map(studied, method=Method.UMAP))
    asked = json.loads((tmp_path / "asked.json").read_text())
    assert asked["metric"] == "cosine" and asked["random_state"] == 0
    assert found.explained is None
    assert np.allclose(found.images, centred(studied.pool.image_vectors())[:, :2], atol=1e-6)
    assert len(found.articles) == len(studied.articles)


def test_umap_ends_within_a_second_of_being_cancelled(
    studied: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "umap.py").write_text(STAND_IN % 600)
    monkeypatch.syspath_prepend(str(tmp_path))
    work = embedding_map(studied, method=Method.UMAP)
    while not (tmp_path / "asked.json").exists():
        next(work)
    begun = time.monotonic()
    work.close()
    assert time.monotonic() - begun < 1
    pid = json.loads((tmp_path / "asked.json").read_text())["pid"]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_comparing_ends_within_a_second_of_being_cancelled(
    studied: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(*_studies: Study, tick: Callable[[], None]) -> None:
        while True:
            tick()

    monkeypatch.setattr("newsmatch_gui.services.side_by_side.side_by_side", endless)
    work = compared(studied, studied)
    assert next(work).phase == "comparing"
    begun = time.monotonic()
    work.close()
    assert time.monotonic() - begun < 1


def test_umap_that_dies_is_one_sentence(
    studied: Study, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "umap.py").write_text("import os; os._exit(9)")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(NewsMatchError, match="laying out the map ended before it was done"):
        finish(embedding_map(studied, method=Method.UMAP))


@pytest.mark.skipif("umap" in sys.modules, reason="UMAP is installed")
def test_umap_that_is_not_installed_is_one_sentence(
    studied: Study, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsmatch_gui.services.mapping.find_spec", lambda _name: None)
    with pytest.raises(NewsMatchError, match=r"newsmatch\[umap\]"):
        finish(embedding_map(studied, method=Method.UMAP))


@pytest.mark.parametrize("by", list(ColourBy))
def test_every_point_has_a_kind_and_images_that_of_their_article(
    studied: Study, by: ColourBy
) -> None:
    found = finish(embedding_map(studied))
    kinds = colouring(found, by)
    for place, number in enumerate(found.article_of):
        own = kinds.articles[number]
        assert kinds.images[place] == (0 if by is ColourBy.MODALITY else own)
    article = studied.articles[1]
    if by is ColourBy.DOMAIN:
        assert kinds.names[kinds.articles[1]] == article.domain == "rss"
    if by is ColourBy.TAG:
        assert kinds.articles[1] == kinds.others and kinds.names[kinds.articles[0]] == "house"
    if by is ColourBy.RANK:
        assert ((kinds.articles == 0) == (studied.true_ranks == 1)).all()


# Tabs --------------------------------------------------------------------------------------------


class Bench(QMainWindow):
    """A window with one tab, and what the tab asked for."""

    def __init__(self, kind: type[BenchTab], studied: Study) -> None:
        super().__init__()
        self.lane = Lane(self, latest_wins=False)
        self.thumbnails = ThumbnailLoader(self)
        self.tab = kind(self.lane, self.thumbnails, self)
        self.setCentralWidget(self.tab)
        self.asked: list[str] = []
        self.queued: list[tuple[tuple[str, ...], str]] = []
        self.said: list[str] = []
        self.tab.article_asked.connect(self.asked.append)
        self.tab.review_asked.connect(lambda ids, why: self.queued.append((ids, why)))
        self.tab.said.connect(self.said.append)
        self.resize(1180, 720)
        self.show()
        self.tab.set_study(studied)


@pytest.fixture
def measures(qtbot: QtBot, studied: Study) -> Iterator[Bench]:
    yield from bench(qtbot, MeasuresTab, studied)


@pytest.fixture
def maps(qtbot: QtBot, studied: Study) -> Iterator[Bench]:
    yield from bench(qtbot, MapTab, studied)


def bench(qtbot: QtBot, kind: type[BenchTab], studied: Study) -> Iterator[Bench]:
    window = Bench(kind, studied)
    qtbot.addWidget(window)
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: not window.lane.busy, timeout=10_000)
    yield window
    window.lane.cancel()
    qtbot.waitUntil(lambda: not window.lane.busy, timeout=10_000)
    window.thumbnails.stop()


def test_the_row_of_a_domain_shows_its_curve(qtbot: QtBot, measures: Bench, studied: Study) -> None:
    view = measures.tab.curves
    assert [view.table.item(row, 0).text() for row in range(3)] == ["all", "RSS", "TW"]
    first = studied.measures.recall[1]
    assert view.table.item(0, 3).text().startswith(f"{first:.3f}  (")
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.recall.accessibleName().endswith("TW")
    tweets = np.array([article.domain == "tw" for article in studied.articles])
    expected = measure(studied.pair_ranks[tweets[studied.pair_articles]], 56)
    _, shares = view._curve.getData()
    assert shares[9] == pytest.approx(expected.recall[10])


def test_a_hub_lists_its_articles_and_enter_shows_one(
    qtbot: QtBot, measures: Bench, studied: Study
) -> None:
    measures.tab.views.setCurrentIndex(1)
    view = measures.tab.hubs
    most = studied.occurrences.max()
    assert f"of {most:,} articles" in view.images.model().index(0).data()
    (hub,) = np.flatnonzero(studied.occurrences == most)[:1]
    expected = [article.id for article, row in zip(studied.articles, studied.top, strict=True)
                if hub in row]  # fmt: skip
    role = Qt.ItemDataRole.UserRole
    listed = [view.articles.item(row).data(role) for row in range(view.articles.count())]
    assert set(expected) <= set(listed) and len(listed) <= len(expected) + 2
    view.articles.setFocus()
    view.articles.setCurrentRow(1)
    qtbot.keyClick(view.articles, Qt.Key.Key_Return)
    assert measures.asked == [listed[1]]
    qtbot.mouseClick(view.to_review, Qt.MouseButton.LeftButton)
    ((ids, why),) = measures.queued
    assert list(ids) == listed and studied.image_id(int(hub)) in why
    view.kind.setCurrentIndex(1)
    orphans = int((studied.occurrences == 0).sum())
    assert view.images.model().rowCount() == orphans
    assert f"{orphans:,} of 56 images" in view.sentence.text()


def test_near_duplicates_are_compared_when_they_are_looked_at(
    qtbot: QtBot, measures: Bench, studied: Study
) -> None:
    view = measures.tab.twins
    assert view.groups.count() == 0
    measures.tab.views.setCurrentIndex(2)
    qtbot.waitUntil(lambda: view.groups.count() > 0, timeout=10_000)
    groups = finish(near_duplicates(studied))
    assert view.groups.count() == len(groups)
    view.groups.setFocus()
    qtbot.keyClick(view.groups, Qt.Key.Key_End)
    last = groups[-1]
    assert view.pictures.model().rowCount() == len(last.places)
    view.pictures.activated.emit(view.pictures.model().index(0))
    first = int(np.flatnonzero(studied.pair_places == last.places[0])[0])
    assert measures.asked == [studied.articles[studied.pair_articles[first]].id]
    qtbot.mouseClick(view.to_review, Qt.MouseButton.LeftButton)
    ((ids, _why),) = measures.queued
    assert set(ids) == {studied.articles[number].id for number in last.articles}
    qtbot.waitUntil(lambda: measures.thumbnails.quiet, timeout=10_000)
    assert view.pictures.grab().toImage().colorCount() == 0  # painted without a fault


def drag(maps: Bench, corners: list[QPointF], keys: Qt.KeyboardModifier) -> None:
    """Press at the first corner, move along the others, and let go at the last one."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    viewport = maps.tab.scatter.viewport()
    path = [corners[0], corners[0] + QPointF(9, 0), *corners[1:]]
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(path) - 1)]
    events = [*zip(kinds, path, strict=True), (QEvent.Type.MouseButtonRelease, path[-1])]
    for kind, place in events:
        button = none if kind is QEvent.Type.MouseMove else left
        held = none if kind is QEvent.Type.MouseButtonRelease else left
        there = QPointF(viewport.mapToGlobal(place.toPoint()))
        QApplication.sendEvent(viewport, QMouseEvent(kind, place, there, button, held, keys))
        QApplication.processEvents()
        time.sleep(0.015)  # pyqtgraph drops what comes at more than 100 a second


def on_screen(maps: Bench, points: np.ndarray) -> np.ndarray:
    box = maps.tab.scatter.box
    places = [box.mapViewToScene(QPointF(*map(float, point))) for point in points]
    return np.array([[place.x(), place.y()] for place in places])


SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize("by_button", [True, False])
def test_a_lasso_sends_what_it_holds_to_the_queue(
    qtbot: QtBot, maps: Bench, studied: Study, by_button: bool
) -> None:
    tab = maps.tab
    if by_button:
        qtbot.mouseClick(tab.lasso, Qt.MouseButton.LeftButton)
    before = tab.scatter.box.viewRange()
    frame = tab.scatter.box.sceneBoundingRect()
    middle, x, y = frame.center(), frame.width() / 4, frame.height() / 3
    corners = [middle + QPointF(*d) for d in ((-x, -y), (x / 2, -y), (x, y), (-x / 3, y / 2))]
    drag(maps, corners, PLAIN if by_button else SHIFT)
    assert tab.scatter.box.viewRange() == before  # not panned
    line = np.array([[c.x(), c.y()] for c in [corners[0], *corners[1:]]])
    found = finish(embedding_map(studied))
    held = [
        {n for n, place in enumerate(on_screen(maps, points)) if naive_inside(place, line)}
        for points in (found.images, found.articles)
    ]
    own = {int(n) for n in studied.pair_articles[np.isin(studied.pair_places, list(held[0]))]}
    expected = sorted(held[1] | own)
    assert 0 < len(expected) < 56
    assert list(tab.selection.numbers) == expected
    assert f"Send {len(expected)} articles" in tab.selection.to_review.text()
    qtbot.mouseClick(tab.selection.to_review, Qt.MouseButton.LeftButton)
    assert maps.queued == [
        (tuple(studied.articles[number].id for number in expected), "lasso on the map")
    ]
    assert maps.said == [f"{len(expected)} articles sent to the review queue"]


def test_a_drag_without_a_lasso_pans(maps: Bench) -> None:
    before = maps.tab.scatter.box.viewRange()
    middle = maps.tab.scatter.box.sceneBoundingRect().center()
    drag(maps, [middle, middle + QPointF(80, 40)], PLAIN)
    assert maps.tab.scatter.box.viewRange() != before
    assert maps.tab.selection.numbers == ()


def test_without_a_mouse_words_and_kinds_select(qtbot: QtBot, maps: Bench, studied: Study) -> None:
    tab = maps.tab
    qtbot.keyClick(tab, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tab.search.hasFocus()
    qtbot.keyClicks(tab.search, "red house")
    expected = [n for n, article in enumerate(studied.articles) if "red house" in article.title]
    assert list(tab.selection.numbers) == expected
    qtbot.keyClick(tab.search, Qt.Key.Key_Return)
    assert tab.selection.list.hasFocus()
    qtbot.keyClick(tab.selection.list, Qt.Key.Key_Down)
    assert tab.selection.current() == expected[1]
    assert tab.preview.title.text() == studied.articles[expected[1]].title
    line, _ = tab.scatter._lines[0].getData()
    assert len(line) == 2  # to its true image
    qtbot.keyClick(tab.selection.list, Qt.Key.Key_Return)
    assert maps.asked == [studied.articles[expected[1]].id]
    tab.by.setCurrentIndex(tab.by.findData(ColourBy.DOMAIN))
    tweets = [row for row in range(2) if tab.legend.kinds.item(row).text().startswith("TW")]
    tab.legend.kinds.setFocus()
    tab.legend.kinds.setCurrentRow(tweets[0])
    qtbot.keyClick(tab.legend.kinds, Qt.Key.Key_Space)
    qtbot.mouseClick(tab.select_shown, Qt.MouseButton.LeftButton)
    shown = [n for n, article in enumerate(studied.articles) if article.domain == "rss"]
    assert list(tab.selection.numbers) == shown
    assert tab.search.text() == ""


def test_pointing_tells_and_a_click_selects(qtbot: QtBot, maps: Bench, studied: Study) -> None:
    tab = maps.tab
    tab.legend.images.setChecked(False)  # whatever lies below an article
    found = finish(embedding_map(studied))
    number = int(found.articles[:, 0].argmax())
    place = QPointF(*on_screen(maps, found.articles[[number]])[0]).toPoint()
    nearest = tab.scatter.nearest(QPointF(place))
    assert nearest == Spot(True, number)
    viewport = tab.scatter.viewport()
    qtbot.mouseMove(viewport, place)
    tab.scatter.scene().sigMouseMoved.emit(QPointF(place))
    assert tab.preview.title.text() == studied.articles[number].title
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert tab.selection.numbers == (number,)
    tab.legend.articles.setChecked(False)
    assert tab.scatter.nearest(QPointF(place)) is None


def test_keys_pan_and_zoom_the_map(qtbot: QtBot, maps: Bench) -> None:
    scatter = maps.tab.scatter
    scatter.setFocus()
    (left, right), _ = scatter.box.viewRange()
    qtbot.keyClick(scatter, Qt.Key.Key_Right)
    assert scatter.box.viewRange()[0][0] > left
    qtbot.keyClick(scatter, Qt.Key.Key_Plus)
    near = np.diff(scatter.box.viewRange()[0])[0]
    assert near == pytest.approx(0.8 * (right - left), rel=0.01)
    qtbot.keyClick(scatter, Qt.Key.Key_Home)
    assert scatter.box.viewRange()[0] == pytest.approx([left, right])


def test_umap_that_is_missing_is_told_and_pca_stays(
    maps: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsmatch_gui.services.mapping.find_spec", lambda _name: None)
    tab = maps.tab
    assert "% of the variance" in tab.about.text()
    tab.method.setCurrentIndex(tab.method.findData(Method.UMAP))
    assert "newsmatch[umap]" in tab.about.text()
    assert tab.method.currentText() == "PCA"


def test_work_that_was_cancelled_starts_anew_when_the_tab_is_seen(
    qtbot: QtBot, measures: Bench, studied: Study
) -> None:
    tab = measures.tab
    tab.set_study(studied)
    measures.lane.cancel()  # as closing the bench does
    qtbot.waitUntil(lambda: not measures.lane.busy)
    assert tab.curves.table.rowCount() == 0
    tab.hide()
    tab.show()
    qtbot.waitUntil(lambda: tab.curves.table.rowCount() == 3, timeout=10_000)


def test_colours_of_points_stand_out_from_the_ground(
    qtbot: QtBot,
    maps: Bench,
    qapp: QApplication,
    scheme: str,  # noqa: F811
) -> None:
    tab = maps.tab
    ground = luminance(qapp.palette().color(QPalette.ColorRole.Base).name())
    for by in ColourBy:
        tab.by.setCurrentIndex(tab.by.findData(by))
        for kind in tab.scatter.kinds:
            ink = luminance(QColor(kind.colours[scheme == "dark"]).name())
            assert (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05) >= 3, (by, kind)


def test_a_saved_map_says_what_its_colours_mean(
    maps: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.svg"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    maps.tab.by.setCurrentIndex(maps.tab.by.findData(ColourBy.DOMAIN))
    maps.tab.scatter.save.trigger()
    drawing = ElementTree.parse(path)
    texts = {text.text for text in drawing.iter("{http://www.w3.org/2000/svg}text")}
    assert {"RSS", "TW", "image", "article"} <= texts
    circles = [shape.get("d", "") for shape in drawing.iter("{http://www.w3.org/2000/svg}path")]
    assert sum("C" in shape for shape in circles) >= 56  # curved: every article
