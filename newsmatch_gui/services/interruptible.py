"""Work that yields nothing by itself: a thread that is asked to stop, a process that is ended."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from multiprocessing.connection import Connection
from threading import Event
from typing import Any, TypeVar

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Tell, Work

T = TypeVar("T")
_LISTEN = 0.1  # seconds between two chances to cancel


def while_it_runs(
    run: Callable[[Tell, Event], T], phase: str, progress: Progress | None = None
) -> Work[T]:
    """Run a function in a thread of its own, so that it can be stopped while it computes.

    Args:
        run: Is given what to tell (done, total) and the event that asks it to stop.
        phase: What it does.
        progress: What to report in place of what it tells.

    Yields:
        What it told last.
    """
    stop, told = Event(), [(0, 0)]

    def tell(done: int, total: int) -> None:
        told[0] = (done, total)

    with ThreadPoolExecutor(1, "newsmatch") as pool:
        future = pool.submit(run, tell, stop)
        try:
            # Not by the timeout of its result: what the function raises may be one as well.
            while not wait((future,), _LISTEN).done:
                yield progress or Progress(*told[0], phase)
            return future.result()
        finally:
            stop.set()


def in_own_process(run: Callable[..., T], *given: Any, phase: str) -> Work[T]:
    """Call a function in a process of its own; closing the generator ends the process.

    Args:
        run: A function of a module; it, what it is given and what it returns are pickled.
        given: What it is called with.
        phase: What it does.

    Raises:
        NewsMatchError: The process ended without an answer, as it does when memory runs out.
        Exception: Whatever the function raised.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, run, given), daemon=True)
    process.start()
    theirs.close()
    try:
        while not ours.poll(_LISTEN):
            yield Progress(0, 0, phase)
        answer = ours.recv()
    except EOFError:
        raise NewsMatchError(
            f"{phase} ended before it was done, probably for want of memory; close other programs, "
            "then try again"
        ) from None
    finally:
        process.kill()
        process.join()
        ours.close()
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _answer(pipe: Connection, run: Callable[..., object], given: tuple[Any, ...]) -> None:
    try:
        pipe.send(run(*given))
    except Exception as error:  # noqa: BLE001 - whoever waits for an answer raises it
        pipe.send(error)
