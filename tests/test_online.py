"""Online translators against a server on loopback that answers as the services do."""

import json
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.text.local_mt import FxTranslator
from newsmatch_gui.text.online import OnlineTranslator, chunks
from newsmatch_gui.text.translation import TranslationUnavailableError

QUICK = {"timeout": (0.5, 0.4), "min_gap": 0.01, "cooldown": 60.0}
KEY = "secret-key-0815:fx"


class Server(ThreadingHTTPServer):
    """Counts requests, and answers each with what the test put into ``script``, then well."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict[str, str]] = []
        self.addresses: list[str] = []
        self.keys: list[str] = []
        self.script: list[str] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        form = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        sent = parse_qs(address.query) | parse_qs(form)
        fields = {key: values[0] for key, values in sent.items()}
        self.server.asked.append({"path": address.path} | fields)
        self.server.addresses.append(self.path)
        self.server.keys.append(self.headers.get("Authorization", ""))
        say = self.server.script.pop(0) if self.server.script else "well"
        if say == "silent":
            time.sleep(1.5)
            return
        if say.isdigit():
            self._answer(int(say), "no")
        elif say == "captcha":
            self._answer(200, "<html>Are you a robot?</html>")
        else:
            self._answer(200, self._well(address.path, fields))

    do_POST = do_GET

    def _well(self, path: str, fields: dict[str, str]) -> str:
        text = f"EN({fields.get('q', fields.get('text', ''))})"
        if path.startswith("/m"):
            return f'<div class="result-container">{text}</div>'
        if path.startswith("/get"):
            return json.dumps({"responseData": {"translatedText": text}, "matches": []})
        if path.startswith("/v2"):
            return json.dumps({"translations": [{"text": text}]})
        return json.dumps({"translatedText": text})

    def _answer(self, status: int, body: str) -> None:
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    from deep_translator import deepl, google, mymemory

    made = Server()
    threading.Thread(target=made.serve_forever, daemon=True).start()
    addresses = {
        "GOOGLE_TRANSLATE": made.url + "m", "MYMEMORY": made.url + "get",
        "DEEPL_FREE": made.url + "v2/", "DEEPL": made.url + "pro/",
    }  # fmt: skip
    for module in (google, mymemory, deepl):
        monkeypatch.setattr(module, "BASE_URLS", addresses)
    yield made
    made.shutdown()
    made.server_close()


def translator(server: Server, service: str = "google", **options: object) -> OnlineTranslator:
    url = server.url if service == "libre" else ""
    key = KEY if service == "deepl" else ""
    return OnlineTranslator(service, url=url, api_key=key, **QUICK | options)


@pytest.mark.parametrize("service", ["google", "mymemory", "libre", "deepl"])
def test_each_service_translates_and_keeps_paragraphs(server: Server, service: str) -> None:
    made = translator(server, service)
    assert server.asked == []
    assert made.translate("Guten Tag\n\n  Ende!", "de") == "EN(Guten Tag)\n\n  EN(Ende!)"
    assert len(server.asked) == 2
    assert made.translate("!!! 12:30\n", "de") == "!!! 12:30\n"
    assert len(server.asked) == 2
    if service == "mymemory":
        assert server.asked[0]["langpair"] == "de-DE|en-GB"
    if service == "libre":
        assert made.fingerprint == f"libre:127.0.0.1:{server.server_port}"


def test_long_text_is_sent_in_parts(server: Server) -> None:
    text = "Ein Satz über Äpfel und Öl. " * 200
    made = translator(server).translate(text, "de")
    assert len(server.asked) >= len(text) / 1_500
    assert all(len(asked["q"]) <= 1_500 for asked in server.asked)
    assert made.count("Ein Satz") == 200


def test_too_many_requests_twice_then_well(server: Server) -> None:
    server.script = ["429", "429"]
    assert translator(server).translate("Tag", "de") == "EN(Tag)"
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("script", "reason", "requests"),
    [
        (["captcha"] * 3, "blocked", 1),
        (["500"] * 3, "server", 3),
        (["429"] * 3, "rate_limited", 3),
        (["silent"] * 3, "timeout", 3),
    ],
)
def test_a_service_that_fails_is_left_alone(
    server: Server, script: list[str], reason: str, requests: int
) -> None:
    server.script = script
    made = translator(server)
    begun = time.monotonic()
    for _ in range(2):  # the second time nothing is sent
        with pytest.raises(TranslationUnavailableError) as fault:
            made.translate("Tag", "de")
        assert fault.value.reason == reason
        assert "Google" in str(fault.value)
    assert len(server.asked) == requests
    assert time.monotonic() - begun < 3


def test_a_refused_connection_is_told_at_once(server: Server, monkeypatch) -> None:
    from deep_translator import google

    monkeypatch.setattr(google, "BASE_URLS", {"GOOGLE_TRANSLATE": "http://127.0.0.1:9/m"})
    begun = time.monotonic()
    with pytest.raises(TranslationUnavailableError, match="cannot be reached"):
        translator(server).translate("Tag", "de")
    assert time.monotonic() - begun < 1


def test_a_wrong_key_is_told_and_never_shown(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.script = ["403"]
    with pytest.raises(TranslationUnavailableError, match="does not accept the key") as fault:
        translator(server, "deepl").translate("Geheimnisvoller Satz", "de")
    said = str(fault.value) + "".join(record.getMessage() for record in caplog.records)
    assert KEY not in said
    assert "Geheimnisvoller" not in said


@pytest.mark.parametrize("service", ["google", "mymemory", "libre", "deepl"])
def test_neither_key_nor_text_is_logged_whatever_fails(
    server: Server, service: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    url = server.url if service == "libre" else ""
    made = OnlineTranslator(service, url=url, api_key=KEY, **QUICK)
    server.script = ["500", "well", "429", "captcha"]
    with suppress(TranslationUnavailableError):
        made.translate("Geheimnisvoller Satz", "de")
    said = "".join(str(vars(record)) for record in caplog.records)
    assert KEY not in said
    assert KEY.partition(":")[0] not in said
    assert "Geheimnisvoller" not in said
    if service in ("deepl", "libre"):  # servers and proxies log the addresses of requests
        assert not any("secret" in address or "Geheim" in address for address in server.addresses)
    if service == "deepl":
        assert server.keys[0] == f"DeepL-Auth-Key {KEY}"


@pytest.mark.parametrize("script", [["silent"] * 3, ["429"] * 3])
def test_cancel_takes_effect_while_waiting(server: Server, script: list[str]) -> None:
    server.script = script
    stop = threading.Event()
    made = translator(server, timeout=(3.0, 10.0), min_gap=0.5)
    threading.Timer(0.2, stop.set).start()
    begun = time.monotonic()
    with pytest.raises(TranslationUnavailableError) as fault:
        made.translate("Tag", "de", cancelled=stop.is_set)
    assert fault.value.reason == "cancelled"
    assert time.monotonic() - begun < 0.6
    server.script.clear()
    assert made.translate("Tag", "de") == "EN(Tag)"  # a cancel does not count as a fault


def test_two_threads_share_a_translator(server: Server) -> None:
    made = translator(server)
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda n=n: found.append(made.translate(f"Tag {n}", "de")))
        for n in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [f"EN(Tag {n})" for n in range(6)]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "no address"),
        ("ftp://example.org", "no address"),
        ("translate.example.org", "no address"),
        ("http://translate.example.org", "unencrypted"),
    ],
)
def test_an_unsafe_address_is_refused(url: str, says: str) -> None:
    with pytest.raises(NewsMatchError, match=says):
        OnlineTranslator("libre", url=url)


def test_deepl_without_a_key_is_refused() -> None:
    with pytest.raises(NewsMatchError, match="DEEPL_API_KEY"):
        OnlineTranslator("deepl")


@given(st.text("ab .!?„“\u00e4", max_size=400), st.integers(1, 60))
def test_parts_join_to_the_whole(line: str, longest: int) -> None:
    parts = list(chunks(line, longest))
    assert "".join(parts) == line
    assert all(len(part) <= longest for part in parts)


def test_a_missing_local_model_is_one_sentence(tmp_path: Path) -> None:
    made = FxTranslator(tmp_path)
    assert made.fingerprint.startswith("fxtranslate:")
    with pytest.raises(TranslationUnavailableError) as fault:
        made.translate("Guten Tag", "de")
    assert fault.value.reason == "no_model"
    assert str(tmp_path) in str(fault.value)
