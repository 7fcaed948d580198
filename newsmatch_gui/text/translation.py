"""Translating into English: the translators in the user's order, and what to do without one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Event
from typing import Protocol

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.reading import UNTRANSLATED, tier


class TranslationUnavailableError(NewsMatchError):
    """A translator cannot serve now; the sentence says what the user can do.

    Attributes:
        reason: ``offline``, ``timeout``, ``rate_limited``, ``blocked``, ``server``, ``bad_key``,
            ``bad_input``, ``bad_settings``, ``cancelled`` or ``no_model``.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


def never() -> bool:
    """Answer for work that nobody can cancel."""
    return False


class Translator(Protocol):
    """One way to translate.

    Attributes:
        name: What users call it.
        fingerprint: Changes whenever the same text would be translated otherwise.
    """

    name: str

    @property
    def fingerprint(self) -> str:
        """Name and version."""

    def translate(self, text: str, source: str, *, cancelled: Callable[[], bool] = never) -> str:
        """Translate into English.

        Raises:
            TranslationUnavailableError: It cannot serve now, or not this language.
        """


Remembered = Callable[[str, str, str], str | None]


def _nothing(_translator: str, _lang: str, _text: str) -> None:
    """Remember no translation."""


@dataclass(slots=True)
class TranslatorChain:
    """Asks the first translator that can serve, and says which one did.

    What was translated earlier comes first: by the translator whose turn it is, then by any
    better one that is turned off. It is said who made it, so that nothing is mixed silently.

    Attributes:
        translators: In the order in which they are asked.
        remembered: Looks up (translator, language, text) among earlier translations.
        makers: Whose earlier translations there are, whether they can serve now or not.
        fresh: New (translator, language, text, translation) rows that are worth remembering.
        faults: Why translators could not serve, by fingerprint; the first sentence of each.
    """

    translators: Sequence[Translator]
    remembered: Remembered = _nothing
    makers: Sequence[str] = ()
    fresh: list[tuple[str, str, str, str]] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    _stopped: Event = field(default_factory=Event)

    @property
    def fingerprint(self) -> str:
        """Who should translate: a reading made by anybody worse is made again when he can."""
        return self.translators[0].fingerprint if self.translators else UNTRANSLATED

    @property
    def waits(self) -> bool:
        """Whether translating may take long: anything but the built-in dictionary."""
        return any(translator.name != GlossTranslator.name for translator in self.translators)

    def stop(self) -> None:
        """Make a translation that waits for a service give up; from any thread."""
        self._stopped.set()

    def translate(self, text: str, lang: str) -> tuple[str, str]:
        """Return (English text, fingerprint of the translator, or ``untranslated``).

        Raises:
            TranslationUnavailableError: Only when the work was cancelled.
        """
        for translator in self.translators:
            by = translator.fingerprint
            known = self._known(by, lang, text)
            if known is not None:
                return known
            try:
                made = translator.translate(text, lang, cancelled=self._stopped.is_set)
            except TranslationUnavailableError as error:
                if error.reason == "cancelled":
                    raise
                self.faults.setdefault(by, str(error))
                continue
            if translator.name != GlossTranslator.name:  # a gloss is made as fast as looked up
                self.fresh.append((by, lang, text, made))
            return made, by
        return self._known(UNTRANSLATED, lang, text) or (text, UNTRANSLATED)

    def _known(self, by: str, lang: str, text: str) -> tuple[str, str] | None:
        """Return an earlier (translation, translator), by a translator or any better one."""
        better = sorted((m for m in self.makers if tier(m) < tier(by)), key=lambda m: (tier(m), m))
        for maker in (by, *better):
            known = self.remembered(maker, lang, text)
            if known is not None:
                return known, maker
        return None


# Here, so that asking who translates does not load the dictionary's libraries.
GLOSS = "gloss@2"  # raised whenever a text would be glossed otherwise


class GlossTranslator:
    """The built-in dictionary as a translator; German only, and no real translation."""

    name, fingerprint = "gloss", GLOSS

    def translate(self, text: str, source: str, *, cancelled: Callable[[], bool] = never) -> str:
        """Gloss German word by word.

        Raises:
            TranslationUnavailableError: The language is not German.
        """
        from newsmatch_gui.text.gloss import gloss

        if source != "de":
            raise TranslationUnavailableError(
                "bad_input", f"the built-in dictionary knows German only, not {source!r}"
            )
        return gloss().translate(text)


class UnusableTranslator:
    """Stands for a translator that the user wants and whose settings cannot work."""

    def __init__(self, name: str, why: str) -> None:
        self.name = self.fingerprint = name
        self._why = why

    def translate(self, text: str, source: str, *, cancelled: Callable[[], bool] = never) -> str:
        """Say what is wrong with the settings.

        Raises:
            TranslationUnavailableError: Always.
        """
        raise TranslationUnavailableError("bad_settings", self._why)
