"""Driving long services in a terminal: a progress bar, and Ctrl+C that loses nothing."""

import json
import sys
from dataclasses import asdict
from typing import TypeVar

import click
from tqdm import tqdm

from newsmatch_gui.domain.progress import Work

T = TypeVar("T")


def run(work: Work[T], *, as_json: bool = False, again: str = "run it again") -> T:
    """Drive a long service with a progress bar on stderr, and return its value.

    Ctrl+C closes the service, which leaves everything it reported in place.

    Args:
        work: The service.
        as_json: Print each report as one JSON object a line on stdout instead of a bar.
        again: What lets it go on after Ctrl+C.
    """
    bar: tqdm | None = None
    phase = ""
    try:
        while True:
            progress = next(work)
            if as_json:
                click.echo(json.dumps(asdict(progress) | {"figures": dict(progress.figures)}))
                continue
            if bar is None or progress.phase != phase:
                if bar is not None:
                    bar.close()
                phase = progress.phase
                bar = tqdm(
                    desc=phase, initial=progress.done, disable=None, file=sys.stderr, leave=False,
                    bar_format="{desc}: {percentage:3.0f}% |{bar}| {n_fmt}/{total_fmt} "
                    "[{rate_fmt}, {remaining} left]{postfix}",
                )  # fmt: skip
            if progress.note:
                bar.write(progress.note, file=sys.stderr)
            bar.total = progress.total
            if progress.figures:
                bar.set_postfix(dict(progress.figures), refresh=False)
            bar.update(progress.done - bar.n)
    except StopIteration as stop:
        return stop.value
    except KeyboardInterrupt:
        raise click.ClickException(
            f"stopped; everything so far is kept, {again} to go on"
        ) from None
    finally:
        work.close()
        if bar is not None:
            bar.close()
