"""Keys of online services: from the environment or the system's keyring, and kept nowhere else.

A key in a settings file would end up in backups, and one in a log in a bug report.
"""

import os
from threading import Lock

from newsmatch_gui.domain.errors import NewsMatchError

VARIABLES = {"deepl": "DEEPL_API_KEY", "libre": "LIBRETRANSLATE_API_KEY"}
"""Environment variable of each service that has keys; it goes before the keyring."""

_OWNER = "newsmatch"  # under which the keyring shows them
_lock = Lock()
_asked: dict[str, str] = {}  # the keyring is asked once: it may ask a person in turn


def api_key(service: str) -> str:
    """Return the key of a service, empty when there is none or the keyring stays shut."""
    if service not in VARIABLES:
        return ""
    if named := os.environ.get(VARIABLES[service], ""):
        return named
    with _lock:
        if service not in _asked:
            _asked[service] = _kept(service)
        return _asked[service]


def is_in_environment(service: str) -> bool:
    """Tell whether the environment has the key, so that the keyring's does not count."""
    return bool(os.environ.get(VARIABLES[service]))


def set_key(service: str, key: str) -> None:
    """Keep a key in the keyring.

    Raises:
        NewsMatchError: No such service, no key, or this system has no keyring that takes it.
    """
    import keyring

    variable = _variable(service)
    key = key.strip()
    if not key or not key.isprintable() or not key.isascii():
        raise NewsMatchError("that is no key; copy it from your account with the service")
    try:
        keyring.set_password(_OWNER, service, key)
    except keyring.errors.KeyringError as error:
        raise _no_keyring(variable) from error
    with _lock:
        _asked[service] = key


def forget_key(service: str) -> None:
    """Remove a key from the keyring, if it is there.

    Raises:
        NewsMatchError: No such service, or this system has no keyring.
    """
    import keyring

    variable = _variable(service)
    try:
        keyring.delete_password(_OWNER, service)
    except keyring.errors.PasswordDeleteError:
        pass  # it was not there
    except keyring.errors.KeyringError as error:
        raise _no_keyring(variable) from error
    with _lock:
        _asked[service] = ""


def _kept(service: str) -> str:
    import keyring

    try:
        return keyring.get_password(_OWNER, service) or ""
    except keyring.errors.KeyringError:  # none there, or locked: as if it were empty
        return ""


def _variable(service: str) -> str:
    if service not in VARIABLES:
        raise NewsMatchError(f"{service!r} takes no key; those that do: {', '.join(VARIABLES)}")
    return VARIABLES[service]


def _no_keyring(variable: str) -> NewsMatchError:
    # Not what the library says: a backend might name what it was to keep.
    return NewsMatchError(
        f"this system has no keyring that can be used; set {variable} in the environment instead"
    )
