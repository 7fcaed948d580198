"""Windows are destroyed by the GUI thread, also those that only the garbage collector finds."""

import gc
import threading
import time

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.qt.garbage import collect
from newsmatch_gui.qt.lanes import Lane


class Cycle(QObject):
    """What a closed dialog is: nobody holds it but itself."""

    def __init__(self, destroyed_on: list[int]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed_on = destroyed_on

    def __del__(self) -> None:
        self.destroyed_on.append(threading.get_ident())


def litter(until: float) -> Work[None]:
    """Allocate as a training does; by itself Python collects every few hundred objects."""
    kept: list[list[object]] = []
    while time.monotonic() < until:
        kept = [[number] for number in range(20_000)]
        yield Progress(len(kept), 0, "littering")


def test_a_worker_never_destroys_what_belongs_to_the_window(qtbot: QtBot, qapp: QObject) -> None:
    destroyed_on: list[int] = []
    for _ in range(50):
        Cycle(destroyed_on)
    lane = Lane(qapp, latest_wins=False)
    with qtbot.waitSignal(lane.idle, timeout=10_000):
        lane.start(lambda: litter(time.monotonic() + 0.5))
    kept: list[list[int]] = []

    def all_gone() -> bool:
        kept.extend([number] for number in range(1_000))  # how much is due for looking through
        return len(destroyed_on) == 50

    qtbot.waitUntil(all_gone, timeout=10_000)
    assert set(destroyed_on) == {threading.get_ident()}


def test_what_takes_long_to_look_through_is_looked_through_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    frozen = gc.get_freeze_count()
    monkeypatch.setattr("newsmatch_gui.qt.garbage._LONG", 0.0)
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 11))
    try:
        collect()
        assert gc.get_freeze_count() > frozen
    finally:
        gc.unfreeze()
