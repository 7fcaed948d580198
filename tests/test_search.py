"""Finding pictures: words, phrases, unwanted words, pictures and filters."""

import json
import shutil
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from conftest import make_photo
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PIL import Image as Pixels
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from scipy.stats import norm
from sqlite_utils import Database
from test_cli import newsmatch
from test_window import close_window, open_window, wait_shown

from newsmatch_gui.domain.alike import Fold, without
from newsmatch_gui.domain.cut_off import likely
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.filters import Filters, Orientation, day_of
from newsmatch_gui.domain.fusion import compounded, hybrid
from newsmatch_gui.domain.handing_over import PictureField
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.query import Example, Query, Term, parse, spoken
from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.domain.records import FileTexts, Image, Shown, Verdict
from newsmatch_gui.domain.rights import Rights, rights_of
from newsmatch_gui.exchange.file_texts import NoFileTextsError, read_file_texts
from newsmatch_gui.qt.main_window import MainWindow
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.describing import describe_photos
from newsmatch_gui.services.encoding import ready_encoder
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index, index_pending
from newsmatch_gui.services.models import STARTER, loaded_model
from newsmatch_gui.services.pools import narrowed
from newsmatch_gui.services.ranking import Pool, load_pool, rank_article, rank_text
from newsmatch_gui.services.searching import needs_model, offered, search
from newsmatch_gui.store.collection import DATABASE, Collection
from newsmatch_gui.store.images import Described
from newsmatch_gui.store.schema import migrations

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SCORES = arrays.arrays(np.float64, st.integers(1, 40), elements=st.floats(-1, 1, width=32))

# name, caption, credit, licence, size
PICTURES = (
    ("river", "The river Elbe floods Dresden", "Ann Bee / dpa", "CC BY 4.0", (80, 60)),
    ("stadium", "A football stadium at night", "Reuters", "All rights reserved", (60, 80)),
    ("match", "Football match in the rain", "Reuters", "CC0", (60, 60)),
    ("chancellor", "Chancellor speaks of the flood", "dpa", "", (120, 60)),
    ("dog", "", "", "© 2023 somebody", (40, 100)),
    ("bus", "A red bus, a blue bus", "AP", "CC BY-NC 2.0", (90, 60)),
    ("bridge", "Old bridge over the river", "Ann Bee", "handout, free to use", (200, 100)),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, tiny_model: str) -> Path:
    """An indexed collection of seven captioned pictures and three articles."""
    home = tmp_path_factory.mktemp("archive")
    rows = ["article_id,title,image,caption,credit,licence"]
    for number, (name, caption, credit, licence, size) in enumerate(PICTURES):
        make_photo(home / f"{name}.png", number, size)
        article = (f"a{number}", f"Headline {number}") if number < 3 else ("", "")
        rows.append(f'{article[0]},{article[1]},{name}.png,"{caption}",{credit},"{licence}"')
    (home / "t.csv").write_text("\n".join(rows))
    finish(import_source(home / "c.newsmatch", home / "t.csv"))
    finish(build_index(home / "c.newsmatch", model=tiny_model))
    return home / "c.newsmatch"


@pytest.fixture
def folder(archive: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(archive, tmp_path / "c.newsmatch"))


@pytest.fixture
def pool(folder: Path) -> Pool:
    found = load_pool(folder)
    loaded_model(found.model.name)
    return found


def names(pool: Pool, *args: object, **kwargs: object) -> list[str]:
    order = search(pool, *args, **kwargs).order  # type: ignore[arg-type]
    return [pool.image_ids[place].removesuffix(".png") for place in order]


# What is typed -----------------------------------------------------------------------------


@settings(deadline=None)
@given(st.text() | st.text(' ab-−"“„»*\n\x00'))
def test_whatever_is_typed_means_something_and_can_be_typed_again(typed: str) -> None:
    query = Query(parse(typed))
    assert parse(query.typed()) == query.terms
    assert all(spoken((term,)).strip() for term in query.terms)


def test_words_phrases_and_what_is_not_wanted() -> None:
    terms = parse('flood -stadium "river Elbe" −“press  conference” well-known - "" stadi* "open')
    assert terms == (
        Term("flood"),
        Term("stadium", negative=True),
        Term("river Elbe", phrase=True),
        Term("press conference", phrase=True, negative=True),
        Term("well-known"),
        Term("stadi*"),
        Term("open", phrase=True),
    )
    assert Query(terms).text == "flood river Elbe well-known stadi open"


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2.2024", "2024-02-01", "2024-02-29"),
        ("31.5.2024", "2024-05-31", "2024-05-31"),
        ("2024-05-31", "2024-05-31", "2024-05-31"),
        (" ", "", ""),
        ("30.2.2024", None, None),
        ("2024-00-05", None, None),
        ("soon", None, None),
    ],
)
def test_days_months_and_years(typed: str, first: str | None, last: str | None) -> None:
    assert (day_of(typed, last=False), day_of(typed, last=True)) == (first, last)


@settings(deadline=None)
@given(st.text())
def test_no_text_breaks_the_reading_of_a_day(typed: str) -> None:
    day = day_of(typed, last=True)
    assert day is None or day == "" or day_of(day, last=False) == day


@pytest.mark.parametrize(
    ("licence", "rights"),
    [
        ("CC BY-SA 4.0", Rights.USABLE),
        ("Public domain", Rights.USABLE),
        ("Editorial use only", Rights.USABLE),
        ("No rights reserved", Rights.USABLE),
        ("© 2020 A. Bee, CC BY 4.0", Rights.USABLE),
        ("", Rights.UNCLEAR),
        ("© 2024 Reuters", Rights.UNCLEAR),
        ("CC BY-NC 4.0", Rights.UNCLEAR),
        ("Rights-managed", Rights.UNCLEAR),
        ("unknown", Rights.UNCLEAR),
        ("All Rights Reserved", Rights.RESERVED),
        ("Alle Rechte vorbehalten", Rights.RESERVED),
        ("NO USE GERMANY", Rights.RESERVED),
        ("licence expired 2019", Rights.RESERVED),
    ],
)
def test_what_a_licence_allows(licence: str, rights: Rights) -> None:
    assert rights_of(licence) is rights


@settings(deadline=None)
@given(st.lists(st.integers(0, 30), min_size=1, max_size=12), st.data())
def test_a_picture_leaves_a_ranking(raw: list[int], data: st.DataObject) -> None:
    leaders = np.array([min(place, leader) for place, leader in enumerate(raw)])
    leaders = np.where(leaders[leaders] == leaders, leaders, np.arange(len(raw)))
    order = np.array(data.draw(st.permutations(range(len(raw) + 2))))
    whole = Ranking(order, -np.arange(len(order), dtype=np.float32), 0.0, 1.0, 3, leaders)
    gone = data.draw(st.sampled_from([*order.tolist(), 99]))
    left = without(whole, gone)
    assert left.order.tolist() == [image for image in order.tolist() if image != gone]
    assert left.order[: left.likely].tolist() == [i for i in order[:3].tolist() if i != gone]
    folded = Fold(len(left), left.leaders)
    for place in range(len(left)):
        assert folded.leader(folded.leader(place)) == folded.leader(place) <= place
    assert together(left) == {pair for pair in together(whole) if gone not in pair}


def together(ranking: Ranking) -> set[tuple[int, int]]:
    """Return the pairs of pictures that are folded beneath the same one."""
    first = list(zip(ranking.order.tolist(), ranking.leaders.tolist(), strict=False))
    return {(a, b) for a, leader in first for b, other in first if leader == other}


# Fusing and the cut-off --------------------------------------------------------------------


@settings(deadline=None)
@given(SCORES, st.data())
def test_the_slider_goes_from_words_only_to_pictures_only(
    pictures: np.ndarray, data: st.DataObject
) -> None:
    words = np.array(data.draw(st.lists(st.floats(0, 9), min_size=len(pictures),
                                        max_size=len(pictures))))  # fmt: skip
    only_words, only_pictures = hybrid(words, pictures, 0), hybrid(words, pictures, 1)
    one, other = np.meshgrid(np.arange(len(words)), np.arange(len(words)))
    assert (only_words[one] >= only_words[other])[words[one] >= words[other]].all()
    apart = pictures[one] > pictures[other] + 1e-6
    assert (only_pictures[one] > only_pictures[other])[apart].all()
    assert np.allclose(hybrid(words, pictures, 0.5), (only_words + only_pictures) / 2)


@settings(deadline=None)
@given(SCORES, SCORES)
def test_unlikeness_to_what_is_unwanted_is_no_merit(wanted: np.ndarray, other: np.ndarray) -> None:
    unwanted = np.resize(other, len(wanted))
    plain, taken = compounded([(wanted, 1.0)], []), compounded([(wanted, 1.0)], [unwanted])
    assert (taken <= plain + 1e-12).all()
    below = unwanted <= unwanted.mean()
    assert np.allclose(taken[below], plain[below])


@settings(deadline=None)
@given(
    # Numbers that stay exact when they are scaled and shifted.
    arrays.arrays(np.int16, st.integers(0, 300), elements=st.integers(-99, 99)).map(
        lambda whole: whole.astype(np.float32) / 64
    ),
    st.sampled_from([0.25, 4.0]), st.sampled_from([-2.0, 0.5]),
)  # fmt: skip
def test_the_cut_off_depends_on_no_scale(scores: np.ndarray, by: float, shift: float) -> None:
    falling = -np.sort(-scores)
    assert 0 <= likely(falling) <= len(falling)
    assert likely(falling * np.float32(by) + np.float32(shift)) == likely(falling)


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 2**32 - 1), st.integers(1, 400), st.integers(0, 30), st.floats(0.1, 9))
def test_the_cut_off_is_that_of_the_rule(seed: int, noise: int, fitting: int, wide: float) -> None:
    rng = np.random.default_rng(seed)
    scores = np.concatenate([rng.normal(5, wide, noise), rng.normal(5 + 4 * wide, wide, fitting)])
    scores = -np.sort(-scores)
    centre = scores[len(scores) // 2]
    width = 1.4826 * np.median(np.abs(scores - centre))
    assume(width > 0)
    by_chance = norm.sf(scores, centre, width) * len(scores)
    passing = [place for place, count in enumerate(by_chance, 1)
               if count <= 0.1 * place and scores[place - 1] > centre + width]  # fmt: skip
    assert likely(scores) == max(passing, default=0)


def test_what_stands_out_is_counted_and_noise_is_not() -> None:
    rng = np.random.default_rng(0)
    noise = [likely(-np.sort(-rng.normal(size=5_000))) for _ in range(40)]
    assert sum(count > 0 for count in noise) <= 8  # one in ten by the rule
    for fitting in (1, 12, 300):
        scores = rng.normal(size=5_000)
        scores[:fitting] += 8
        assert fitting <= likely(-np.sort(-scores)) <= 1.25 * fitting + 1


def test_where_most_say_the_same_whatever_is_above_stands_out() -> None:
    assert likely(np.array([0.9, 0.2, 0, 0, 0, 0])) == 2
    assert likely(np.zeros(6)) == 0


# The words of a collection -----------------------------------------------------------------

WORDS = ("flood", "river", "bridge", "stadium", "minister", "Zürich")
TEXT = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join)
CHANGE = st.one_of(
    st.tuples(st.just("add"), st.integers(0, 5), TEXT, TEXT),
    st.tuples(st.just("describe"), st.integers(0, 5), TEXT, TEXT),
    st.tuples(st.just("correct"), st.integers(0, 5), TEXT, TEXT),
    st.tuples(st.just("move"), st.integers(0, 5), st.sampled_from(WORDS), TEXT),
)


@settings(max_examples=40, deadline=None)
@given(changes=st.lists(CHANGE, max_size=14))
def test_the_words_stay_in_step_whoever_writes(
    changes: list, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("words")
    with Collection.open(folder, create=True) as collection:
        for what, number, one, other in changes:
            apply_change(collection, what, f"i{number}", one, other)
        held = dict(collection._db.conn.execute(
            "SELECT position, caption || ' ' || credit || ' ' || people || ' ' || name "
            "FROM picture_text"
        ).fetchall())  # fmt: skip
        shown = {
            position: collection.images.get(image_id)
            for position, image_id in collection._db.conn.execute("SELECT position, id FROM image")
        }
        for position, image in shown.items():
            assert image is not None
            words = " ".join((image.caption, image.credit, image.people)).split()
            assert held[position].split()[: len(words)] == words
        assert held.keys() == shown.keys()
        for word in WORDS:
            found, scores = collection.picture_search.matching((Term(word.lower()),))
            wanted = {p for p, text in held.items() if word in text.replace(".", " ").split()}
            assert set(found.tolist()) == wanted
            assert (scores > 0).all()
        collection._db.conn.execute(
            "INSERT INTO picture_words (picture_words) VALUES ('integrity-check')"
        )


def apply_change(collection: Collection, what: str, image: str, one: str, other: str) -> None:
    if what == "correct":
        collection.corrections.add(image, {PictureField.CAPTION: one}, annotator="ann")
        return
    with collection.batch():
        if what == "add":
            collection.images.add(Image(image, f"/x/{image}.jpg", caption=one, credit=other))
        elif what == "move":
            collection.images.move(image, f"/y/{one}.jpg")
        else:
            texts = FileTexts(caption=one, people=other)
            collection.images.describe([Described(image, one + other, 3, 2, texts)])


def test_collections_of_earlier_versions_are_filled(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / DATABASE)
    migrations.apply(Database(connection), stop_before="m011_search_and_metadata")
    connection.execute(
        "INSERT INTO image (id, path, caption, origin) VALUES "
        "('i1', 'C:\\photos\\harbour.jpg', 'Ships at sea', 'Reuters')"
    )
    connection.execute(
        "INSERT INTO image_correction VALUES ('1', 'i1', 'caption', 'Boats', 'ann', '2024')"
    )
    connection.commit()
    connection.close()
    with Collection.open(tmp_path) as collection:
        find = collection.picture_search
        found = {word: len(find.holding(parse(word))) for word in
                 ("boat", "ships", "harbour", "photos", "reuters")}  # fmt: skip
    assert found == {"boat": 1, "ships": 0, "harbour": 1, "photos": 0, "reuters": 1}


@settings(max_examples=60, deadline=None)
@given(typed=st.text(st.characters(codec=None)) | st.text(' "*^(){}:+-ANDORNEAR'))
def test_no_typed_text_is_an_operator(archive: Path, typed: str) -> None:
    with Collection.open(archive) as collection:
        collection.picture_search.matching(parse(typed))
        collection.picture_search.passing(Filters(source=typed, person=typed), ())


# Searching ---------------------------------------------------------------------------------


def test_words_alone_find_what_texts_say(pool: Pool) -> None:
    assert names(pool, Query(parse("flood"), pictures=0))[:2] == ["chancellor", "river"]
    assert names(pool, Query(parse('"red bus"'), pictures=0))[0] == "bus"
    assert names(pool, Query(parse("bridg*"), pictures=0))[0] == "bridge"
    assert names(pool, Query(parse("dog.png"), pictures=0))[0] == "dog"
    ranking = search(pool, Query(parse("river"), pictures=0))
    assert likely(ranking.scores) == 2
    assert len(ranking) == len(PICTURES)


def test_pictures_alone_are_ranked_as_before(pool: Pool) -> None:
    by_sight = search(pool, Query(parse("a red bus"), pictures=1))
    plain = rank_text(pool, "a red bus")
    assert np.array_equal(by_sight.order, plain.order)
    assert np.array_equal(by_sight.scores, plain.scores)


def test_an_unwanted_word_leaves_pictures_out_and_takes_away_from_others(pool: Pool) -> None:
    found = search(pool, Query(parse("football -stadium")))
    left = {pool.image_ids[place] for place in found.order}
    assert left == set(pool.image_ids) - {"stadium.png"}
    # The article is what is wanted where only something unwanted is said.
    assert len(search(pool, Query(parse("-river")), article_id="a1")) == len(PICTURES) - 2
    with pytest.raises(NewsMatchError, match="nothing to search for"):
        search(pool, Query(parse("-river")))


def test_a_picture_of_the_collection_needs_no_model(pool: Pool) -> None:
    query = Query(examples=(Example(image_id="dog.png"),))
    assert not needs_model(replace(pool, model=replace(pool.model, name="another")), query)
    assert names(pool, query)[0] == "dog"
    mixed = Query(parse("river"), (Example(image_id="bus.png", weight=3.0),), pictures=1)
    assert names(pool, mixed)[0] == "bus"
    unlike = Query(parse("river"), (Example(image_id="bus.png", weight=-3.0),), pictures=1)
    assert names(pool, unlike)[-1] == "bus"
    with pytest.raises(NewsMatchError, match="the picture gone is not indexed"):
        search(pool, Query(examples=(Example(image_id="gone"),)))


def test_a_file_or_pasted_bytes_are_searched_by(pool: Pool, folder: Path, tmp_path: Path) -> None:
    path = make_photo(tmp_path / "again.png", 4, (40, 100))
    assert names(pool, Query(examples=(Example(path=str(path)),)))[0] == "dog"
    content = make_photo(tmp_path / "pasted.png", 5, (90, 60)).read_bytes()
    assert names(pool, Query(examples=(Example(content=content),)))[0] == "bus"
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"\xff\xd8 no photo")
    with pytest.raises(NewsMatchError, match="cannot be searched by"):
        search(pool, Query(examples=(Example(path=str(bad)),)))


QUERY = st.builds(
    Query,
    st.sampled_from(["", "river", "flood -bus", '"red bus"', "-football"]).map(parse),
    st.lists(st.sampled_from(PICTURES).map(lambda p: Example(image_id=f"{p[0]}.png")),
             max_size=2).map(tuple),
    st.sampled_from([0.0, 0.3, 1.0]),
)  # fmt: skip
FILTERS = st.builds(
    Filters,
    usable=st.booleans(),
    source=st.sampled_from(["", "dpa", "reuters", "ann bee"]),
    orientation=st.sampled_from([None, *Orientation]),
    long_side=st.sampled_from([0, 90]),
    unused=st.booleans(),
    undecided=st.booleans(),
)


def passes(filters: Filters, name: str, place: int) -> bool:
    """Say by the table above whether a picture passes; a0 chose match, a1 rejected bus."""
    _, _, credit, licence, (width, height) = PICTURES[place]
    shape = (
        Orientation.SQUARE if width == height
        else Orientation.LANDSCAPE if width > height else Orientation.PORTRAIT
    )  # fmt: skip
    return (
        (not filters.usable or licence in ("CC BY 4.0", "CC0", "handout, free to use"))
        and filters.source.lower() in credit.lower()
        and filters.orientation in (None, shape)
        and max(width, height) >= filters.long_side
        and not (filters.unused and name == "match.png")
        and not (filters.undecided and name == "bus.png")
    )


@settings(max_examples=60, deadline=None)
@given(query=QUERY, filters=FILTERS)
def test_filters_count_before_ranking(
    query: Query, filters: Filters, decided: Path
) -> None:  # fmt: skip
    pool = load_pool(decided)
    loaded_model(pool.model.name)
    kept = [name for place, name in enumerate(pool.image_ids) if passes(filters, name, place)]
    found = search(pool, query, filters, article_id="a1")
    few = narrowed(pool, kept)
    alone = search(few, query, article_id="a1")
    assert [pool.image_ids[p] for p in found.order] == [few.image_ids[p] for p in alone.order]
    assert np.allclose(found.scores, alone.scores)


@pytest.fixture(scope="module")
def decided(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Path(shutil.copytree(archive, tmp_path_factory.mktemp("decided") / "c.newsmatch"))
    with Desk(folder, annotator="ann") as desk:
        desk.decide("a0", "match.png", Verdict.CHOSEN, Shown())
        desk.decide("a1", "bus.png", Verdict.REJECTED, Shown())
    return folder


def test_dates_and_people_come_from_the_files(folder: Path) -> None:
    pool = load_pool(folder)
    with Collection.open(folder) as collection, collection.batch():
        collection.images.describe([
            Described("dog.png", "x", 1, 1, FileTexts(people="Ada; Bo", taken="2023-05-06")),
            Described("bus.png", "x", 1, 1, FileTexts(people="Bo", taken="2022-01-01")),
        ])  # fmt: skip
    found = {
        filters: sorted(names(pool, Query(), filters, article_id="a0"))
        for filters in (
            Filters(person="ada"), Filters(since="2022-06-01"), Filters(until="2022-12-31"),
            Filters(since="2022-01-01", until="2023-12-31"), Filters(since="2030-01-01"),
        )
    }  # fmt: skip
    assert list(found.values()) == [["dog"], ["dog"], ["bus"], ["bus", "dog"], []]
    assert offered(folder).people == ("Bo", "Ada")
    assert offered(folder).sources[0] == "Reuters"


def test_a_corrected_licence_counts(folder: Path) -> None:
    pool = load_pool(folder)
    with Collection.open(folder) as collection:
        collection.corrections.add("dog.png", {PictureField.LICENCE: "CC0"}, annotator="ann")
    assert "dog" in names(pool, Query(), Filters(usable=True), article_id="a0")


# What files say ----------------------------------------------------------------------------

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:p="http://ns.adobe.com/photoshop/1.0/"
 xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:cc="http://creativecommons.org/ns#"
 xmlns:m="http://www.metadataworkinggroup.com/schemas/regions/"
 p:City="Berlin" p:DateCreated="2023-05-06T10:00:00+02:00" p:Headline="Chancellor speaks">
<dc:description><rdf:Alt><rdf:li>The &lt;b&gt; speech</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>Ann Bee</rdf:li></rdf:Seq></dc:creator><p:Credit>Reuters</p:Credit>
<cc:license rdf:resource="https://creativecommons.org/licenses/by/4.0/"/>
<p:Country>Germany</p:Country><p:Source>Wire</p:Source>
<e:PersonInImage><rdf:Bag><rdf:li>Olaf; S</rdf:li><rdf:li>Angela</rdf:li></rdf:Bag>
</e:PersonInImage><dc:subject><rdf:Bag><rdf:li>Politics</rdf:li><rdf:li>politics</rdf:li></rdf:Bag>
</dc:subject><m:Regions><rdf:Description m:Name="Face One"/></m:Regions>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
SAID = FileTexts(
    caption="The <b> speech", credit="Ann Bee / Reuters", origin="Wire",
    licence="https://creativecommons.org/licenses/by/4.0/", people="Olaf, S; Angela; Face One",
    places="Berlin; Germany", keywords="Chancellor speaks; Politics", taken="2023-05-06",
)  # fmt: skip


@pytest.mark.parametrize("suffix", ["jpg", "webp"])
def test_xmp_is_read(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x.{suffix}"
    Pixels.new("RGB", (60, 40)).save(path, xmp=XMP.encode())
    assert read_file_texts(path) == (SAID, (60, 40))


def test_exif_is_read_and_turns_the_photo(tmp_path: Path) -> None:
    exif = Pixels.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = "B\u00e4r".encode(), "Ann", "2020 Ann"
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2020:02:30 10:00:00"  # no such day
    path = tmp_path / "x.jpg"
    Pixels.new("RGB", (60, 40)).save(path, exif=exif)
    texts, size = read_file_texts(path)
    assert (texts.caption, texts.credit, texts.licence) == ("B\u00e4r", "Ann", "© 2020 Ann")
    assert (texts.taken, size) == ("", (40, 60))
    assert rights_of(texts.licence) is Rights.UNCLEAR  # who owns it is no licence


@pytest.mark.parametrize(
    "packet",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
        "<a>" * 20_000,
        "<a>" * 9_000 + "</a>" * 9_000,
        "\x00\xff<",
    ],
)
def test_hostile_metadata_says_nothing(tmp_path: Path, packet: str) -> None:
    path = tmp_path / "x.jpg"
    Pixels.new("RGB", (60, 40)).save(path, xmp=packet.encode()[:65_000])
    assert read_file_texts(path)[0] == FileTexts()


@settings(max_examples=60, deadline=None)
@given(noise=st.binary(max_size=200), at=st.integers(0, 600))
def test_damaged_files_are_told_or_read(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "x.jpg"
    Pixels.new("RGB", (8, 8)).save(path, xmp=XMP.encode())
    whole = path.read_bytes()
    path.write_bytes(whole[:at] + noise + whole[at + len(noise) :])
    try:
        texts, _ = read_file_texts(path)
    except NoFileTextsError:
        return
    assert all(len(getattr(texts, name)) <= 4_000 for name in FileTexts.__slots__)


def test_what_a_source_delivered_stays_and_a_changed_file_is_read_again(folder: Path) -> None:
    with Collection.open(folder) as collection:
        with collection.batch():
            for name in ("river.png", "dog.png"):  # the photos themselves belong to all tests
                copy = shutil.copy(collection.images.get(name).path, folder / name)
                collection.images.move(name, str(copy))
        finish(describe_photos(collection))
        river, dog = (collection.images.get(name) for name in ("river.png", "dog.png"))
        for image in (river, dog):
            Pixels.new("RGB", (30, 20)).save(Path(image.path), "JPEG", xmp=XMP.encode())
        assert finish(describe_photos(collection)) == 2
        assert finish(describe_photos(collection)) == 0
        assert collection.images.get("river.png").caption == river.caption
        assert collection.images.get("river.png").people == SAID.people
        filled = collection.images.get("dog.png")
        assert (filled.caption, filled.licence) == (SAID.caption, dog.licence)
        assert (filled.width, filled.height) == (30, 20)
        later = XMP.replace("speech", "talk")
        Pixels.new("RGB", (31, 20)).save(Path(dog.path), "JPEG", xmp=later.encode())
        assert finish(describe_photos(collection)) == 1
        assert collection.images.get("dog.png").caption == "The <b> talk"
        assert len(collection.picture_search.holding(parse("talk"))) == 1


def test_texts_are_read_without_encoding_anything_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        connection.execute("UPDATE image SET described = ''")
    connection.close()
    assert index_pending(folder) == len(PICTURES)
    report = finish(build_index(folder))
    assert (report.images, index_pending(folder)) == (0, 0)


# The text tower without torch --------------------------------------------------------------


@pytest.mark.model
def test_the_light_text_tower_reads_as_torch_does() -> None:
    from newsmatch_gui.clip.light_text import light_text_tower
    from newsmatch_gui.clip.model import model_folder

    model = loaded_model(STARTER)
    folder = model_folder(STARTER)
    assert folder is not None
    light = light_text_tower(folder, multilingual=False)
    assert light is not None
    texts = ["", "A dog", "Überschwemmung 😀 — naïve &amp; x", "日本語", "word " * 300, "a" * 4_000]
    assert np.allclose(light.encode_texts(texts), model.encode_texts(texts), atol=1e-5)
    assert [light.count(text) for text in texts] == [model.count(text) for text in texts]
    assert light.budget == model.budget


@pytest.mark.model
def test_a_search_and_an_index_run_share_a_tokenizer(monkeypatch: pytest.MonkeyPatch) -> None:
    """One wants texts cut, the other counts them whole, which is set on the tokenizer itself."""
    model, long = loaded_model(STARTER), "word " * 400
    fast = type(model._tokenizer.tokenizer)
    settle = fast.set_truncation_and_padding

    def settle_slowly(*given: object, **settings: object) -> None:
        settle(*given, **settings)
        time.sleep(0.002)  # the other thread's turn

    monkeypatch.setattr(fast, "set_truncation_and_padding", settle_slowly)
    with ThreadPoolExecutor(2) as threads:
        counts = threads.submit(lambda: {model.count(long) for _ in range(100)})
        vectors = threads.submit(lambda: [model.encode_texts([long, "a dog"]) for _ in range(5)])
        assert counts.result() == {402}
        assert np.allclose(vectors.result(), model.encode_texts([long, "a dog"]), atol=1e-5)


def test_other_architectures_are_left_to_torch(pool: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsmatch_gui.services.encoding.is_loaded", lambda _name: False)
    assert ready_encoder(pool) is None
    assert needs_model(pool, Query(parse("bus")))
    assert not needs_model(pool, Query(parse("bus"), pictures=0))


@pytest.mark.model
def test_a_text_tower_that_reads_otherwise_is_not_used(
    pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The vectors of this pool were made by another model than the one it names."""
    monkeypatch.setattr("newsmatch_gui.services.encoding.is_loaded", lambda _name: False)
    strange = replace(pool, model=replace(pool.model, name=STARTER, fingerprint="f0"))
    assert ready_encoder(strange) is None


# The window --------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot, folder: Path, tmp_path: Path, tiny_model: str) -> Iterator[MainWindow]:
    loaded_model(tiny_model)
    made = open_window(qtbot, folder, tmp_path)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    close_window(qtbot, made)


def press(qtbot: QtBot, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def shown(window: MainWindow) -> list[str]:
    candidates = window.desk_view.candidates
    found = (candidates.image_id(row) for row in range(candidates.rowCount()))
    return [name.removesuffix(".png") for name in found if name]


def wait_ready(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.desk_view.stage.ready, timeout=10_000)


def type_search(qtbot: QtBot, window: MainWindow, words: str) -> None:
    press(qtbot, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(window.desk_view.candidate_panel.search, words)
    with qtbot.waitSignal(window.desk_view.shown, timeout=10_000):
        press(qtbot, Qt.Key.Key_Return)


def test_the_slider_is_moved_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.desk_view.candidate_panel.bar
    type_search(qtbot, window, '"red bus"')
    bar.slider.setFocus()
    with qtbot.waitSignal(window.desk_view.shown, timeout=10_000):
        press(qtbot, Qt.Key.Key_Home)
    assert bar.query().pictures == 0
    assert shown(window)[0] == "bus"
    assert '1 likely of 7 pictures: “"red bus"”' in window.desk_view.candidate_panel.source.text()
    assert window.desk_view.candidates.line_row() == 1
    view = window.desk_view.candidate_panel.view
    picture = view.viewport().grab().toImage()
    box = view.visualRect(view.model().index(1, 0))
    colours = {picture.pixelColor(box.left(), y).name() for y in range(box.top(), box.bottom())}
    assert len(colours) > 1  # dashes beside the first card …
    above = {picture.pixelColor(x, 0).name() for x in range(box.left() + 3, box.right())}
    assert above == {view.palette().base().color().name()}  # … and none where nothing is above


def test_more_like_this_and_back(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    before = shown(window)
    desk.candidate_panel.select(2)
    press(qtbot, Qt.Key.Key_M)
    wait_ready(qtbot, window)
    assert shown(window)[0] == before[2]
    assert f"like {before[2]}" in desk.candidate_panel.source.text()
    desk.candidate_panel.select(1)
    press(qtbot, Qt.Key.Key_M, SHIFT)
    wait_ready(qtbot, window)
    chips = desk.candidate_panel.bar.chips.chips()
    assert len(chips) == 2
    chips[0].setFocus()
    press(qtbot, Qt.Key.Key_Plus)
    wait_ready(qtbot, window)
    assert desk.candidate_panel.bar.query().examples[0].weight == 1.5
    press(qtbot, Qt.Key.Key_Delete)
    wait_ready(qtbot, window)
    assert len(desk.candidate_panel.bar.query().examples) == 1
    press(qtbot, Qt.Key.Key_Escape)
    wait_shown(qtbot, window)
    assert shown(window) == before


def test_filters_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    press(qtbot, Qt.Key.Key_F, CONTROL | SHIFT)
    assert desk.candidate_panel.bar.filters.usable.hasFocus()
    press(qtbot, Qt.Key.Key_Space)
    wait_ready(qtbot, window)
    assert sorted(shown(window)) == ["bridge", "match", "river"]
    press(qtbot, Qt.Key.Key_Escape)
    assert not desk.candidate_panel.bar.filters.isVisible()
    assert desk.candidate_panel.view.hasFocus()
    press(qtbot, Qt.Key.Key_PageDown)  # filters hold for the next article too
    wait_ready(qtbot, window)
    assert sorted(shown(window)) == ["bridge", "match", "river"]
    (chip,) = desk.candidate_panel.bar.chips.chips()
    chip.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    wait_ready(qtbot, window)
    assert len(shown(window)) == len(PICTURES)
    assert desk.candidate_panel.search.hasFocus()


def test_tab_goes_through_the_chips(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.desk_view.candidate_panel
    panel.bar.filters.set_filters(Filters(usable=True, long_side=10))
    wait_ready(qtbot, window)
    panel.bar.filter_button.setFocus()
    seen = []
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [*panel.bar.chips.chips(), panel.view]


def test_nothing_passes_and_the_page_says_so(qtbot: QtBot, window: MainWindow) -> None:
    panel = window.desk_view.candidate_panel
    panel.bar.filters.set_filters(Filters(person="nobody"))
    wait_ready(qtbot, window)
    assert panel.stack.currentWidget() is panel.empty_page
    assert "No picture passes the filters" in panel.empty_page.text.text()
    panel.bar.filters.clear.click()
    wait_ready(qtbot, window)
    assert panel.stack.currentWidget() is panel.view


def test_a_day_that_is_none_is_told_and_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    form = window.desk_view.candidate_panel.bar.filters
    form.since.setText("2024")
    qtbot.waitUntil(lambda: form.filters.since == "2024-01-01")
    form.since.setText("2024-99")
    qtbot.waitUntil(lambda: "2024-99" in form.problem.text())
    assert form.filters.since == "2024-01-01"


def test_what_was_chosen_elsewhere_is_left_out(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    desk.candidate_panel.bar.filters.set_filters(Filters(unused=True))
    wait_ready(qtbot, window)
    qtbot.waitUntil(lambda: desk._ranker.kept("a1") is not None)  # ranked ahead, before choosing
    desk.candidate_panel.view.setFocus()
    chosen = shown(window)[0]
    press(qtbot, Qt.Key.Key_1)
    wait_ready(qtbot, window)
    assert desk.stage.article_id == "a1"
    assert chosen not in shown(window)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    wait_ready(qtbot, window)
    press(qtbot, Qt.Key.Key_PageDown)
    wait_ready(qtbot, window)
    assert chosen in shown(window)


def test_a_pasted_picture_is_searched_by(qtbot: QtBot, window: MainWindow) -> None:
    desk, folder = window.desk_view, window.desk_view.stage.pool.folder.parent
    clipboard = QGuiApplication.clipboard()
    clipboard.setImage(QImage(str(make_photo(folder / "p.png", 4, (40, 100)))))
    for place in (desk.candidate_panel.search, desk.candidate_panel.view):
        place.setFocus()
        with qtbot.waitSignal(desk.shown, timeout=10_000):
            press(qtbot, Qt.Key.Key_V, CONTROL)
        assert shown(window)[0] == "dog"
        desk.searching.end()
        wait_shown(qtbot, window)
    clipboard.setText("river")
    desk.candidate_panel.search.setFocus()
    press(qtbot, Qt.Key.Key_V, CONTROL)
    assert desk.candidate_panel.search.text() == "river"


def drop(window: MainWindow, mime: QMimeData, spot: QPoint) -> bool:
    """Drag to a spot and let go; return whether it was taken."""
    panel, left = window.desk_view.candidate_panel, Qt.MouseButton.LeftButton
    copy, plain = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(5, 200), copy, mime, left, plain))
    over = QDragMoveEvent(spot, copy, mime, left, plain)
    QApplication.sendEvent(panel, over)
    if not over.isAccepted():
        return False
    event = QDropEvent(QPointF(spot), copy, mime, left, plain)
    QApplication.sendEvent(panel, event)
    return event.isAccepted()


def test_a_dropped_picture_of_the_collection_is_known(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.desk_view
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(desk.stage.desk.image("bridge.png").path)])
    with qtbot.waitSignal(desk.shown, timeout=10_000):
        assert drop(window, mime, QPoint(5, 200))
    assert desk.candidate_panel.bar.query().examples == (Example(image_id="bridge.png"),)
    assert shown(window)[0] == "bridge"


def test_a_card_let_go_among_the_cards_searches_nothing(qtbot: QtBot, window: MainWindow) -> None:
    from newsmatch_gui.qt.drag_out import picture_mime

    desk = window.desk_view
    mime = picture_mime(desk.stage.desk.image("bridge.png"), "")
    assert not drop(window, mime, QPoint(5, 200))
    assert not desk.candidate_panel.bar.query()
    bar = desk.candidate_panel.bar.geometry().center()
    with qtbot.waitSignal(desk.shown, timeout=10_000):
        assert drop(window, mime, bar)
    assert shown(window)[0] == "bridge"


# The command line --------------------------------------------------------------------------


def test_search_from_the_command_line(folder: Path) -> None:
    found = json.loads(newsmatch("search", folder, "flood", "--pictures", "0", "--json").stdout)
    assert [c["image"]["id"] for c in found["candidates"]][:2] == ["chancellor.png", "river.png"]
    assert (found["likely"], found["ranked"]) == (2, len(PICTURES))
    filtered = newsmatch("search", folder, "river", "--usable", "--orientation", "landscape")
    assert "of 2 pictures" in filtered.output
    assert newsmatch("search", folder, "x", "--since", "soon").exit_code == 1
    assert "neither the id" in newsmatch("search", folder, "--like", "nowhere").output
    assert "nothing to search for" in newsmatch("search", folder, "*").output
    assert newsmatch("search", folder, "x", "--long-side", str(10**20)).exit_code == 2


def test_articles_rank_as_before(pool: Pool) -> None:
    by_search = search(pool, Query(), article_id="a0")
    assert np.array_equal(by_search.order, rank_article(pool, "a0").order)
