"""The collection on disk: the decision log, the vector cache, and what must not open."""

import sqlite3
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Decision, Shown, Verdict
from newsmatch_gui.store.collection import DATABASE, Collection
from newsmatch_gui.store.vectors import VectorFile

ARTICLES, IMAGES = ("a1", "a2"), ("i1", "i2", "i3")
STEP = st.one_of(
    st.tuples(
        st.sampled_from(ARTICLES),
        st.sampled_from(IMAGES),
        st.sampled_from([Verdict.CHOSEN, Verdict.ACCEPTABLE, Verdict.REJECTED]),
    ),
    st.tuples(st.sampled_from(ARTICLES), st.none(), st.just(Verdict.NONE_FITS)),
    st.sampled_from(["undo", "redo"]),
)


class NaiveLog:
    """Undo and redo as two stacks, and the rules of the current state as a loop."""

    def __init__(self) -> None:
        self.done: list[tuple] = []
        self.undone: list[tuple] = []

    def step(self, step: tuple | str) -> None:
        if step == "undo":
            if self.done:
                self.undone.append(self.done.pop())
        elif step == "redo":
            if self.undone:
                self.done.append(self.undone.pop())
        else:
            self.done.append(step)
            self.undone.clear()

    def current(self, article: str) -> dict:
        held: dict = {}
        fits = (Verdict.CHOSEN, Verdict.ACCEPTABLE)
        for owner, image, verdict in self.done:
            if owner != article:
                continue
            if verdict is Verdict.CHOSEN:
                held = {k: v for k, v in held.items() if v is not Verdict.CHOSEN}
            if verdict is Verdict.NONE_FITS:
                held = {k: v for k, v in held.items() if v not in fits}
            if verdict in fits:
                held.pop(None, None)
            held[image] = verdict
        return held


@settings(max_examples=150, deadline=None)
@given(steps=st.lists(STEP, max_size=25))
def test_log_agrees_with_two_stacks(steps: list, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("log")
    naive = NaiveLog()
    with Collection.open(folder, create=True) as collection:
        log = collection.decisions
        for step in steps:
            naive.step(step)
            if step == "undo":
                log.undo("ann")
            elif step == "redo":
                log.redo("ann")
            else:
                log.decide(step[0], step[1], step[2], annotator="ann")
        for article in ARTICLES:
            got = {d.image_id: d.verdict for d in log.current(article)}
            assert got == naive.current(article)
            state = log.state(article)
            assert log.states().get(article) is state


def test_undo_takes_back_ones_own_decisions_only(tmp_path: Path) -> None:
    with Collection.open(tmp_path, create=True) as collection:
        collection.decisions.decide("a1", "i1", Verdict.CHOSEN, annotator="ann")
        assert collection.decisions.undo("bob") == ()
        assert collection.decisions.state("a1") is Verdict.CHOSEN


def test_a_decision_records_what_was_shown(tmp_path: Path) -> None:
    shown = Shown("model", "headline@1", 4, 0.25)
    with Collection.open(tmp_path, create=True) as collection:
        collection.decisions.decide("a1", "i1", Verdict.CHOSEN, annotator="ann", shown=shown)
    with Collection.open(tmp_path) as again:
        (decision,) = again.decisions.current("a1")
    assert (decision.shown, decision.annotator) == (shown, "ann")


def test_the_log_only_grows(tmp_path: Path) -> None:
    with Collection.open(tmp_path, create=True) as collection:
        collection.decisions.decide("a1", "i1", Verdict.CHOSEN, annotator="ann")
    raw = sqlite3.connect(tmp_path / DATABASE)
    for statement in ("DELETE FROM decision", "UPDATE decision SET verdict = 'rejected'"):
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            raw.execute(statement)
    raw.close()


def test_ids_rise_even_when_the_clock_goes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import newsmatch_gui.store.appending as module

    with Collection.open(tmp_path, create=True) as collection:
        first = collection.decisions.decide("a1", "i1", Verdict.CHOSEN, annotator="ann")
        monkeypatch.setattr(module, "ULID", _YesterdaysUlid)
        second = collection.decisions.decide("a1", "i2", Verdict.CHOSEN, annotator="ann")
        assert second.id > first.id
        (held,) = collection.decisions.current("a1")
        assert held.image_id == "i2"


class _YesterdaysUlid:
    from ulid import ULID as _real

    def __new__(cls):
        return cls._real.from_timestamp(1_000_000_000)

    from_int = _real.from_int
    from_str = _real.from_str


def test_a_newer_collection_is_refused_with_a_sentence(tmp_path: Path) -> None:
    Collection.open(tmp_path, create=True).close()
    raw = sqlite3.connect(tmp_path / DATABASE)
    raw.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('newsmatch', 'm999_from_the_future', '')"
    )
    raw.commit()
    raw.close()
    with pytest.raises(NewsMatchError, match="update NewsMatch"):
        Collection.open(tmp_path)


def test_what_is_no_collection_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NewsMatchError, match="holds no NewsMatch collection"):
        Collection.open(tmp_path / "nothing")
    (tmp_path / DATABASE).write_bytes(b"this is no database at all" * 100)
    with pytest.raises(NewsMatchError, match="backup"):
        Collection.open(tmp_path)


KEYS = st.lists(st.binary(min_size=16, max_size=16).map(bytes.hex), max_size=6, unique=True)


@settings(deadline=None)
@given(batches=st.lists(KEYS, max_size=5), torn=st.integers(0, 200), seed=st.integers(0, 99))
def test_vectors_survive_a_torn_write(
    batches: list[list[str]], torn: int, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("vectors")
    rng = np.random.default_rng(seed)
    file, written = VectorFile(folder, "images", 5), {}
    for keys in batches:
        rows = rng.normal(size=(len(keys), 5)).astype(np.float32)
        file.append(keys, rows)
        written.update(zip(keys, rows, strict=True))
    # A writer killed in the middle leaves bytes behind a complete file.
    with (folder / "images.f32").open("ab") as tail:
        tail.write(b"\x01" * torn)
    fresh = rng.normal(size=(1, 5)).astype(np.float32)
    file.append(["ff" * 16], fresh)
    written["ff" * 16] = fresh[0]
    places, rows = file.read()
    assert places.keys() == written.keys()
    for key, row in written.items():
        assert np.array_equal(rows[places[key]], row)


def test_vectors_refuse_what_is_not_finite(tmp_path: Path) -> None:
    file = VectorFile(tmp_path, "images", 2)
    with pytest.raises(ValueError, match="not finite"):
        file.append(["00" * 16], np.array([[np.nan, 1]], np.float32))
    with pytest.raises(ValueError, match="do not go with"):
        file.append(["00" * 16], np.ones((2, 2), np.float32))


def test_a_batch_that_reads_first_is_not_refused_while_somebody_decides(tmp_path: Path) -> None:
    folder = tmp_path / "c.newsmatch"
    made: list[Decision] = []

    def decide() -> None:
        with Collection.open(folder) as other:
            decided = other.decisions.decide("a", None, Verdict.NONE_FITS, annotator="ann")
            made.append(decided)

    with Collection.open(folder, create=True) as collection:
        somebody = Thread(target=decide)
        with collection.batch():
            assert collection.articles.count() == 0
            somebody.start()
            somebody.join(0.3)  # time enough to write, if it could
            collection.set_setting("recipe", "headline@1")
        somebody.join()
        assert collection.setting("recipe") == "headline@1"
        assert collection.decisions.state("a") is made[0].verdict
