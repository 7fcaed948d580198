"""Keys of online services: in the system's keyring, hidden when typed, and in no file or log."""

import logging
from pathlib import Path

import keyring
import pytest
from click.testing import CliRunner
from keyring.backend import KeyringBackend
from keyring.backends import fail
from keyring.errors import KeyringLocked, PasswordDeleteError, PasswordSetError
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from newsmatch_gui.cli.main import cli
from newsmatch_gui.qt.preferences import Preferences
from newsmatch_gui.qt.settings_dialog import SettingsDialog
from newsmatch_gui.services import api_keys
from newsmatch_gui.services.reading import translator_chain, translator_faults
from newsmatch_gui.services.settings import set_setting

KEY = "very-secret-0815:fx"


class Vault(KeyringBackend):
    """A keyring in memory; ``shut`` is what it raises instead."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.shut: Exception | None = None
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        if self.shut:
            raise self.shut
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.shut:
            raise self.shut
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.shut:
            raise self.shut
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


@pytest.fixture
def vault(monkeypatch: pytest.MonkeyPatch) -> Vault:
    made, before = Vault(), keyring.get_keyring()
    for variable in api_keys.VARIABLES.values():
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(api_keys, "_asked", {})
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def newsmatch(*words: str, typed: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(cli, words, input=typed)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def test_a_key_is_asked_for_kept_and_forgotten(vault: Vault, own_settings: Path) -> None:
    set_setting("translation.online", "deepl")
    assert "newsmatch key deepl" in translator_faults()[0]
    code, said = newsmatch("key", "deepl", typed=f"{KEY}\n")
    assert code == 0
    assert KEY not in said
    assert vault.kept == {("newsmatch", "deepl"): KEY}
    assert translator_faults() == ()
    assert KEY not in own_settings.read_text()
    assert KEY not in translator_chain().fingerprint
    assert newsmatch("key", "deepl", "--forget")[0] == 0
    assert vault.kept == {}
    assert newsmatch("key", "deepl", "--forget")[0] == 0
    assert translator_faults() != ()


def test_the_environment_goes_first(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    vault.kept["newsmatch", "deepl"] = "from the keyring"
    monkeypatch.setenv("DEEPL_API_KEY", KEY)
    assert api_keys.api_key("deepl") == KEY
    assert vault.asked == 0
    assert "goes before it" in newsmatch("key", "deepl", typed="x\n")[1]
    assert api_keys.api_key("libre") == ""  # nobody else gets DeepL's key
    assert api_keys.api_key("google") == ""


@pytest.mark.parametrize(
    "fault", [KeyringLocked(f"locked, asked for {KEY}"), PasswordSetError(f"cannot set {KEY}")]
)
def test_a_machine_without_a_keyring_gets_one_sentence(
    vault: Vault, fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    vault.shut = fault
    code, said = newsmatch("key", "deepl", typed=f"{KEY}\n")
    assert code == 1
    assert "no keyring that can be used; set DEEPL_API_KEY in the environment" in said
    assert KEY not in said + caplog.text
    keyring.set_keyring(fail.Keyring())
    assert newsmatch("key", "deepl", typed=f"{KEY}\n")[0] == 1
    assert api_keys.api_key("deepl") == ""


@pytest.mark.parametrize("typed", [" \n", "größer\n", "a\x1bb\n"])
def test_what_cannot_be_a_key_is_refused(vault: Vault, typed: str) -> None:
    code, said = newsmatch("key", "deepl", typed=f"{typed}{typed}")
    assert code == 1
    assert vault.kept == {}
    assert "\x1b" not in said


def test_the_keyring_is_asked_once(vault: Vault) -> None:
    set_setting("translation.online", "deepl")
    for _ in range(5):
        translator_chain()
    assert vault.asked == 1


def test_the_settings_keep_a_key_and_never_show_it(vault: Vault, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = SettingsDialog(Preferences(window), window)
    dialog.show()
    row = dialog.keys["deepl"]
    assert not row.isVisible()
    assert vault.asked == 0
    dialog._store("translation.online", "deepl")
    assert row.isVisible()
    assert row.line.echoMode() == QLineEdit.EchoMode.Password
    assert "DeepL needs a key" in dialog.sentence.text()
    qtbot.waitUntil(row.keep.isEnabled)
    row.line.setText(KEY)
    with qtbot.waitSignal(row.changed):
        row.keep.click()
    assert vault.kept == {("newsmatch", "deepl"): KEY}
    assert row.line.text() == ""
    assert row.state.text() == "A key is kept."
    assert dialog.sentence.text() == ""
    with qtbot.waitSignal(row.changed):
        row.forget.click()
    assert vault.kept == {}
    vault.shut = KeyringLocked("locked")
    row.line.setText(KEY)
    row.keep.click()
    qtbot.waitUntil(lambda: "no keyring" in row.state.text())
