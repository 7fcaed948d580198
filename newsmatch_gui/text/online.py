"""Online translators through deep-translator, made fit for a desktop program.

The library has no time-out, no retry and half a dozen ways to fail; here every fault is one
sentence, a dead service is left alone for a while, and waiting can be cancelled. Nothing is sent
when a translator is made, and neither text nor key is ever logged.
"""

import logging
import random
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from ipaddress import ip_address
from typing import Any, Literal
from urllib.parse import urlsplit

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.text.translation import TranslationUnavailableError, never

Service = Literal["google", "mymemory", "libre", "deepl"]
TITLES = {"google": "Google", "mymemory": "MyMemory", "libre": "LibreTranslate", "deepl": "DeepL"}
# Google's text goes into the address of the request, and MyMemory takes fewer than 500.
_LONGEST = {"google": 1_500, "mymemory": 450, "libre": 1_500, "deepl": 1_500}
_MYMEMORY = {"de": "de-DE", "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "it": "it-IT",
             "nl": "nl-NL", "pl": "pl-PL", "pt": "pt-PT"}  # fmt: skip
_request = threading.local()
# Seconds for looking a service up and reaching it, all its addresses together. Neither requests
# nor the operating system bounds that: without a network it can take half a minute.
_REACH = 4.0
_REACHED_FOR = 60.0  # seconds for which a service that was reached is not tried out again
_QUICK = 1.0  # seconds; a refusal that took longer is not worth a second try
_TICK = 0.05  # seconds between two looks at whether somebody cancelled
_SENTENCES = {
    "offline": "{0} cannot be reached; check the network, or turn it off in the settings",
    "timeout": "{0} does not answer; try again later, or choose another translator",
    "rate_limited": "{0} takes no more texts for now; try again later, or choose another one",
    "blocked": "{0} answered without a translation; choose another translator",
    "server": "{0} reports an error of its own; try again later",
    "bad_key": "{0} does not accept the key; check it",
    "bad_input": "{0} cannot translate this text or language",
    "cancelled": "the translation by {0} was cancelled",
}


class OnlineTranslator:
    """One online service; may be used from several threads.

    Attributes:
        name: ``google``, ``mymemory``, ``libre`` or ``deepl``.
        fingerprint: The service, and for LibreTranslate which server.
    """

    def __init__(
        self, service: Service, *, url: str = "", api_key: str = "",
        timeout: tuple[float, float] = (3.0, 10.0), tries: int = 3, min_gap: float = 0.25,
        cooldown: float = 300.0,
    ) -> None:  # fmt: skip
        """Make a translator; nothing is sent yet.

        Args:
            service: Which one.
            url: Address of the LibreTranslate server.
            api_key: DeepL's key, or that of the LibreTranslate server if it wants one.
            timeout: Seconds to connect, and to wait for an answer.
            tries: How often a fault that may pass is tried again.
            min_gap: Seconds between two requests.
            cooldown: Seconds for which a service that failed is left alone.

        Raises:
            NewsMatchError: The server's address or the key is missing or unsafe.
        """
        self.name = service
        self._url = _checked_url(url) if service == "libre" else ""
        if service == "deepl" and not api_key:
            raise NewsMatchError(
                "DeepL needs a key: give it in the settings or by newsmatch key deepl, set "
                "DEEPL_API_KEY in the environment, or turn DeepL off"
            )
        host = f":{urlsplit(self._url).netloc}" if self._url else ""
        self.fingerprint = f"{service}{host}"
        self._key, self._timeout, self._tries = api_key, timeout, max(1, tries)
        self._min_gap, self._cooldown = min_gap, cooldown
        self._lock = threading.Lock()
        self._asked = 0.0
        self._resting_until, self._resting_for = 0.0, ""

    def translate(self, text: str, source: str, *, cancelled: Callable[[], bool] = never) -> str:
        """Translate into English; paragraphs stay paragraphs.

        Args:
            text: What to translate.
            source: Two-letter code of its language.
            cancelled: Asked every moment while waiting.

        Raises:
            TranslationUnavailableError: The service cannot serve, or the work was cancelled.
        """
        lines = []
        for line in text.split("\n"):
            parts = [self._part(part, source, cancelled) for part in chunks(line, self._longest)]
            lines.append("".join(parts))
        return "\n".join(lines)

    @property
    def _longest(self) -> int:
        return _LONGEST[self.name]

    def _part(self, part: str, source: str, cancelled: Callable[[], bool]) -> str:
        if not any(mark.isalpha() for mark in part):
            return part  # the library answers None for "!!!"
        words = part.strip()
        start = part.index(words)
        made = self._patiently(words, source, cancelled)
        return part[:start] + made + part[start + len(words) :]

    def _patiently(self, text: str, source: str, cancelled: Callable[[], bool]) -> str:
        """Try a few times, then leave the service alone for a while."""
        while not self._lock.acquire(timeout=_TICK):
            if cancelled():
                raise self._fault("cancelled")
        try:
            if time.monotonic() < self._resting_until:
                raise self._fault(self._resting_for)
            reason = "server"
            for attempt in range(self._tries):
                self._wait(self._asked + self._min_gap - time.monotonic(), cancelled)
                self._asked = time.monotonic()
                begun = time.monotonic()
                answer, reason = self._ask(text, source, cancelled)
                if not reason:
                    return answer or text
                if reason == "bad_input":  # the text's fault, not the service's
                    raise self._fault(reason)
                slow = time.monotonic() - begun > _QUICK
                if reason in ("bad_key", "blocked") or (reason == "offline" and (attempt or slow)):
                    break
                if attempt + 1 < self._tries:
                    base = 4.0 if reason == "rate_limited" else 1.0
                    delay = base * 2**attempt * self._min_gap * (1 + random.random())
                    self._wait(delay, cancelled)
            self._resting_until = time.monotonic() + self._cooldown
            self._resting_for = reason
            raise self._fault(reason)
        finally:
            self._lock.release()

    def _wait(self, seconds: float, cancelled: Callable[[], bool]) -> None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if cancelled():
                raise self._fault("cancelled")
            time.sleep(min(_TICK, left))

    def _ask(self, text: str, source: str, cancelled: Callable[[], bool]) -> tuple[str, str]:
        """Send one request on a thread of its own, so that waiting for it can be cancelled."""
        box: list[tuple[str, str]] = []

        def send() -> None:
            box.append(self._send(text, source))

        thread = threading.Thread(target=send, name=f"{self.name}-request", daemon=True)
        thread.start()
        while thread.is_alive():
            if cancelled():
                raise self._fault("cancelled")  # the thread ends by its time-out
            thread.join(_TICK)
        return box[0] if box else ("", "server")

    def _send(self, text: str, source: str) -> tuple[str, str]:
        """Return (translation, "") or ("", reason)."""
        requests, faults = _library()
        _request.timeout = self._timeout
        try:
            return self._translator(source).translate(text), ""
        except requests.exceptions.Timeout:  # before ConnectionError: a connect time-out is both
            return "", "timeout"
        except (requests.exceptions.ConnectionError, OSError):
            return "", "offline"
        except faults.TooManyRequests:
            return "", "rate_limited"
        except (faults.AuthorizationException, faults.ApiKeyException):
            return "", "bad_key"
        except faults.TranslationNotFound:
            return "", "blocked"
        except (
            faults.LanguageNotSupportedException,
            faults.InvalidSourceOrTargetLanguage,
            faults.NotValidLength,
            faults.NotValidPayload,
        ):
            return "", "bad_input"
        except faults.ServerException as error:
            return "", "rate_limited" if "429" in str(error) else "server"
        except (faults.RequestError, ValueError, KeyError, IndexError, AttributeError, TypeError):
            return "", "server"  # an error page where JSON was expected, or another shape of it

    def _translator(self, source: str) -> Any:
        import deep_translator

        if self.name == "google":
            return deep_translator.GoogleTranslator(source=source, target="en")
        if self.name == "mymemory":
            wanted = _MYMEMORY.get(source, source)
            return deep_translator.MyMemoryTranslator(source=wanted, target="en-GB")
        if self.name == "deepl":
            free = self._key.endswith(":fx")
            return deep_translator.DeeplTranslator(
                source=source, target="en", api_key=self._key, use_free_api=free
            )
        return deep_translator.LibreTranslator(
            # The library insists on a key even where the server wants none.
            source=source, target="en", api_key=self._key or "none", custom_url=self._url,
        )  # fmt: skip

    def _fault(self, reason: str) -> TranslationUnavailableError:
        sentence = _SENTENCES[reason].format(TITLES[self.name])
        return TranslationUnavailableError(reason, sentence)


def chunks(line: str, longest: int) -> Iterator[str]:
    """Cut a line into parts of at most ``longest`` characters, after a sentence if possible.

    Joined again they give the line.
    """
    rest = line
    while len(rest) > longest:
        window = rest[:longest]
        ends = [match.end() for match in re.finditer(r"[.!?…][“”\"»)]*\s+", window)]
        cut = ends[-1] if ends else window.rfind(" ") + 1
        cut = cut or longest
        yield rest[:cut]
        rest = rest[cut:]
    yield rest


def _checked_url(url: str) -> str:
    parts = urlsplit(url.strip())
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or not host:
        raise NewsMatchError(
            f"{url!r} is no address of a LibreTranslate server; "
            "set translation.libre_url to one like https://translate.example.org"
        )
    if parts.scheme == "http" and not _is_near(host):
        raise NewsMatchError(
            f"{url} would send texts unencrypted; use https for a server outside your network"
        )
    return url.strip().rstrip("/") + "/"


def _is_near(host: str) -> bool:
    if host == "localhost" or host.endswith((".local", ".lan", ".internal")):
        return True
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


@cache
def _library() -> tuple[Any, Any]:
    """Return requests and deep-translator's exceptions, with time-outs put in.

    Only the name ``requests`` inside deep-translator's own modules is replaced, so nobody else
    in the process sees a difference.
    """
    import requests
    from deep_translator import deepl, exceptions, google, libre, mymemory

    for module in (google, mymemory, libre, deepl):
        module.requests = _Timed(requests)
    # Its debug lines hold the address of each request, and Google's the text.
    logging.getLogger("urllib3").setLevel(logging.INFO)
    return requests, exceptions


class _Timed:
    """The requests package with the calling thread's time-out on every request."""

    def __init__(self, requests: Any) -> None:
        self._requests = requests

    def __getattr__(self, name: str) -> Any:
        return getattr(self._requests, name)

    def get(self, url: str, params: Any = None, **options: Any) -> Any:
        if key := (params or {}).get("auth_key"):
            # DeepL's, which it takes as a header too: then it is in no address that is logged.
            form = {name: value for name, value in params.items() if name != "auth_key"}
            return self._post(url, form, headers={"Authorization": f"DeepL-Auth-Key {key}"})
        _reach(url, self._requests)
        return self._requests.get(url, params=params, timeout=_request.timeout, **options)

    def post(self, url: str, params: Any = None, **options: Any) -> Any:
        return self._post(url, params, **options)

    def _post(self, url: str, form: Any, **options: Any) -> Any:
        """Send what the library would put into the address, key included, as a form instead."""
        _reach(url, self._requests)
        return self._requests.post(url, data=form, timeout=_request.timeout, **options)


_reached: dict[tuple[str, int], float] = {}


def _reach(url: str, requests: Any) -> None:
    """See whether a service can be reached at all, in bounded time.

    A proxy is trusted to be there.

    Raises:
        requests.exceptions.ConnectionError: It cannot.
    """
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    known = time.monotonic() - _reached.get((host, port), -_REACHED_FOR) < _REACHED_FOR
    if known or requests.utils.get_environ_proxies(url):
        return
    box: list[bool] = []

    def knock() -> None:
        with suppress(OSError, ValueError):  # a name that cannot be one is the latter
            socket.create_connection((host, port), timeout=_REACH).close()
            box.append(True)

    # The thread may outlive the wait: looking up a name cannot be interrupted.
    thread = threading.Thread(target=knock, name="reach", daemon=True)
    thread.start()
    thread.join(_REACH)
    if not box:
        # Not Python's own of that name, which the library takes for a fault of the server.
        raise requests.exceptions.ConnectionError(f"{host} cannot be reached")
    _reached[host, port] = time.monotonic()
