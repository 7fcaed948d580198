"""Collecting Python's garbage on the GUI thread alone.

Python looks for cycles on whichever thread happens to allocate. A closed window is such a cycle,
and a worker that destroys it under Qt's hands ends the program. So collection by itself is turned
off, and a timer of the GUI thread collects instead.
"""

import atexit
import gc
import time

from PySide6.QtCore import QObject, QTimer

_EVERY = 1_000  # ms
_LONG = 0.05  # seconds


def collect_here(parent: QObject) -> None:
    """Let garbage be collected on this thread only, for as long as its event loop runs.

    Args:
        parent: Owner of the timer; lives on the GUI thread.
    """
    gc.disable()
    atexit.register(gc.unfreeze)  # at its end Python tidies up what there is, or libraries complain
    timer = QTimer(parent, interval=_EVERY)
    timer.timeout.connect(collect)
    timer.start()


def collect() -> None:
    """Collect the oldest generation that is due by Python's own thresholds; nothing if none is."""
    due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
    if not any(due):
        return
    generation = max(number for number, is_due in enumerate(due) if is_due)
    started = time.perf_counter()
    gc.collect(generation)
    if time.perf_counter() - started > _LONG:
        # Looking through all that torch brings takes a quarter of a second; it stays anyhow.
        gc.freeze()
