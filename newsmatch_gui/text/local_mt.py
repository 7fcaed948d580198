"""Translating on this machine with the optional package fxtranslate and a model the user has.

The models are those of Firefox Translations; they are in no package registry, so the user fetches
a pair once and names its folder in the settings.
"""

import hashlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

from newsmatch_gui.text.translation import TranslationUnavailableError, never

_INSTALL = 'the package is not installed; run: pip install "newsmatch[fxtranslate]"'


class FxTranslator:
    """A German-English model in a folder: ``model.*.bin``, ``*vocab*.spm``, maybe ``lex.*.bin``.

    Attributes:
        name: ``fxtranslate``.
        fingerprint: Name and a hash of the model file, so that other models are other translators.
    """

    name = "fxtranslate"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._engine: Any = None
        self._hash = ""

    @property
    def fingerprint(self) -> str:
        """Name and a hash of the model file."""
        with self._lock:
            if not self._hash:
                found = sorted(self._folder.glob("model*.bin"))
                try:
                    content = found[0].read_bytes() if found else b""
                except OSError:  # told when it is asked to translate
                    content = b""
                self._hash = hashlib.blake2b(content, digest_size=4).hexdigest()
            return f"{self.name}:{self._hash}"

    def check(self) -> None:
        """See whether package and model are there, without loading them.

        Raises:
            TranslationUnavailableError: Something is missing or cannot be read.
        """
        if find_spec("fxtranslate") is None:
            raise self._missing(_INSTALL)
        try:
            self._one("model*.bin")
            self._vocabularies()
        except OSError as error:
            raise self._missing(f"a file cannot be read ({error.strerror})") from error

    def translate(self, text: str, source: str, *, cancelled: Callable[[], bool] = never) -> str:
        """Translate German into English, paragraph by paragraph.

        Raises:
            TranslationUnavailableError: Another language, no package, no model, or cancelled.
        """
        if source != "de":
            raise TranslationUnavailableError(
                "bad_input", f"the model in {self._folder} translates German, not {source!r}"
            )
        with self._lock:
            if self._engine is None:
                self._engine = self._load()
            lines = []
            for line in text.split("\n"):
                if cancelled():
                    raise TranslationUnavailableError("cancelled", "the translation was cancelled")
                lines.append(self._engine.translate_long(line) if line.strip() else line)
            return "\n".join(lines)

    def _load(self) -> Any:
        try:
            from fxtranslate import Translator
        except ImportError:
            raise self._missing(_INSTALL) from None
        try:
            model, shortlist = self._one("model*.bin"), self._one("lex*.bin", optional=True)
            source, target = self._vocabularies()
            return Translator(
                model=model, src_vocab=source, trg_vocab=target, shortlist=shortlist or None
            )
        except OSError as error:
            raise self._missing(f"a file cannot be read ({error.strerror})") from error
        except ValueError as error:
            raise self._missing(f"the model is damaged ({error}); fetch it again") from error

    def _vocabularies(self) -> tuple[bytes, bytes]:
        split = (
            sorted(self._folder.glob("srcvocab*.spm")),
            sorted(self._folder.glob("trgvocab*.spm")),
        )
        if split[0] and split[1]:
            return split[0][0].read_bytes(), split[1][0].read_bytes()
        shared = self._one("vocab*.spm")
        return shared, shared

    def _one(self, pattern: str, *, optional: bool = False) -> bytes:
        found = sorted(self._folder.glob(pattern))
        if not found and not optional:
            raise self._missing(
                f"{pattern} is not there; name the folder of a German-English model"
            )
        return found[0].read_bytes() if found else b""

    def _missing(self, why: str) -> TranslationUnavailableError:
        return TranslationUnavailableError("no_model", f"fxtranslate with {self._folder}: {why}")
