"""Examining this machine: settings, language data, disk, and what runs in a child process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from shutil import disk_usage
from tempfile import TemporaryFile, gettempdir

from platformdirs import user_cache_path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.health import Finding, State
from newsmatch_gui.services.settings import read_settings, settings_file

AREA = "machine"
PACKAGES = (
    "PySide6-Essentials", "torch", "torchvision", "open_clip_torch", "timm", "transformers",
    "numpy", "pillow",
)  # fmt: skip
_PATIENCE = 300  # seconds for a child, which may have to load a large model
_ROOM = 500e6  # bytes that should be free
# What the language libraries raise when their files are missing or damaged.
_BROKEN_FILES = (NewsMatchError, OSError, ImportError, LookupError, ValueError)


def machine_findings(*, mend: bool) -> Iterator[Finding]:
    """Yield what is found of settings, disk and language data.

    Args:
        mend: Move a damaged settings file aside, so that the defaults count.
    """
    yield _versions()
    yield _settings(mend=mend)
    yield from _disks()
    for part, check in _LANGUAGE.items():
        try:
            check()
        except _BROKEN_FILES as error:
            sentence = f"{part} cannot be used ({error}); install NewsMatch again"
            yield Finding(AREA, "language", State.BROKEN, sentence)
            break
    else:
        yield Finding(AREA, "language", State.SOUND, f"{', '.join(_LANGUAGE)} work")


def window_findings() -> Iterator[Finding]:
    """Yield whether a window can be drawn, tried out in a child process."""
    told = _ask_child("check-window")
    if isinstance(told, str):
        sentence = f"no window can be drawn ({told}); install PySide6-Essentials again"
        yield Finding(AREA, "window", State.BROKEN, sentence)
        return
    yield Finding(AREA, "window", State.SOUND, f"Qt {told['qt']} draws the window")
    if sys.platform == "linux" and (os.environ.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}):
        told = _ask_child("check-window", "--on-screen")
        if isinstance(told, str):
            sentence = f"the screen cannot be used ({told}); install the libraries that Qt names"
            yield Finding(AREA, "window", State.BROKEN, sentence)


def model_findings(name: str, fingerprint: str) -> Iterator[Finding]:
    """Yield whether a model loads and computes, tried out in a child process.

    Args:
        name: Of the model; empty for the starter.
        fingerprint: Which it must have, "" for any.
    """
    told = _ask_child("check-model", *([name] if name else []))
    if isinstance(told, str):
        yield Finding(AREA, "model", State.BROKEN, told)
    elif fingerprint and told["fingerprint"] != fingerprint:
        sentence = f"{told['name']} has changed since the collection was indexed; index it again"
        yield Finding(AREA, "model", State.BROKEN, sentence)
    else:
        sentence = f"{told['name']} computes on {told['device']}, {told['dim']} dimensions"
        yield Finding(AREA, "model", State.SOUND, sentence)


def package_versions() -> dict[str, str]:
    """Return the versions of the packages that matter, "missing" for one that is not there."""
    return {name: _version(name) for name in PACKAGES}


def own_command() -> list[str]:
    """Return the command that starts this program anew."""
    if getattr(sys, "frozen", False):  # built by PyInstaller: the program is its own interpreter
        return [sys.executable]
    return [sys.executable, "-m", "newsmatch_gui"]


def _ask_child(*words: str) -> dict[str, str] | str:
    """Return what a command of ours says as JSON, or why it could not."""
    try:
        done = subprocess.run(
            [*own_command(), *words], capture_output=True, timeout=_PATIENCE, check=False,
            encoding="utf-8", errors="replace",  # what a library says as it fails may be no text
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode:
        # A crash says nothing useful in its last line; click's errors begin with a word.
        last = (done.stderr.strip().splitlines() or [""])[-1].removeprefix("Error: ")
        return last if done.returncode > 0 and last else f"it ended with {done.returncode}: {last}"
    return json.loads(done.stdout.strip().splitlines()[-1])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"


def _versions() -> Finding:
    found = package_versions()
    said = ", ".join(f"{name} {number}" for name, number in found.items())
    python = ".".join(map(str, sys.version_info[:3]))
    if missing := [name for name, number in found.items() if number == "missing"]:
        sentence = f"{', '.join(missing)} cannot be found; install NewsMatch again"
        return Finding(AREA, "packages", State.BROKEN, sentence)
    if found["PySide6-Essentials"] == "6.12.0" and sys.version_info < (3, 12):
        sentence = f"PySide6 6.12.0 crashes Python {python}; install another version of it"
        return Finding(AREA, "packages", State.BROKEN, sentence)
    return Finding(AREA, "packages", State.SOUND, f"Python {python}, {said}")


def _settings(*, mend: bool) -> Finding:
    path = settings_file()
    try:
        read_settings()
    except NewsMatchError as error:
        if not mend:
            return Finding(AREA, "settings", State.BROKEN, str(error))
        aside = path.with_name(f"{path.name}.damaged")
        path.replace(aside)
        sentence = f"{error}; it was moved to {aside.name}, and the defaults count"
        return Finding(AREA, "settings", State.MENDED, sentence)
    return Finding(AREA, "settings", State.SOUND, f"{path} can be read")


def _disks() -> Iterator[Finding]:
    for name, folder in (
        ("cache", user_cache_path("newsmatch", appauthor=False)),
        ("settings", settings_file().parent),
        ("scratch", Path(gettempdir())),
    ):
        there = next(part for part in (folder, *folder.parents) if part.exists())
        try:
            TemporaryFile(dir=there).close()
        except OSError as error:
            sentence = f"{there} ({name}) cannot be written ({error.strerror}); make it writable"
            yield Finding(AREA, "disk", State.BROKEN, sentence)
            continue
        free = disk_usage(there).free
        state = State.SOUND if free > _ROOM else State.NOTE
        yield Finding(AREA, "disk", state, f"{free / 1e9:,.1f} GB are free at {there} ({name})")


def _sentences() -> None:
    from newsmatch_gui.text import language

    if language.sentences("It rains. It pours.", "en") != ["It rains.", "It pours."]:
        raise ValueError("it splits wrongly")


def _words() -> None:
    from newsmatch_gui.text import language

    if (language.stem("houses"), language.lemma("mice")) != ("hous", "mouse"):
        raise ValueError("it answers wrongly")
    if "the" not in language.stop_words() or language.tag(["dogs"])[0][1] != "NNS":
        raise ValueError("it answers wrongly")


def _dictionary() -> None:
    from newsmatch_gui.text.gloss import gloss

    if gloss().translate("Haus") == "Haus":
        raise ValueError("it knows no words")


def _tweets() -> None:
    from newsmatch_gui.text.tweets import tweet_cleaner

    tweet_cleaner()


_LANGUAGE: Mapping[str, Callable[[], None]] = {
    "sentences": _sentences, "stems and lemmas": _words, "the German dictionary": _dictionary,
    "tweets": _tweets,
}  # fmt: skip
