"""Settings of the person at the keyboard, shared by the window and the command line.

A TOML file of what differs from the defaults; it may be edited by hand.
"""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import tomli_w
from platformdirs import user_config_path

from newsmatch_gui.domain.cropping import parse_ratios
from newsmatch_gui.domain.errors import NewsMatchError


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; ``choices`` is empty where any text will do that ``check`` lets pass."""

    key: str
    default: str
    about: str
    choices: tuple[str, ...] = ()
    check: Callable[[str], object] | None = None  # raises NewsMatchError


TABLE = (
    Setting(
        "translation.online",
        "off",
        "Online translator; article texts leave this machine while it is on",
        ("off", "google", "mymemory", "libre", "deepl"),
    ),
    Setting("translation.libre_url", "", "Address of your own LibreTranslate server"),
    Setting(
        "translation.model_folder", "", "Folder of a German-English model for fxtranslate"
    ),
    Setting(
        "translation.gloss", "on", "Built-in German-English dictionary", ("on", "off")
    ),
    Setting(
        "candidates.fold",
        "on",
        "Fold pictures that show nearly the same beneath the best ranked of them",
        ("on", "off"),
    ),
    Setting(
        "crop.ratios", "16:9, 4:3, 1:1, 3:4", "Shapes that the site shows pictures in, for crops",
        check=parse_ratios,
    ),
)  # fmt: skip
_BY_KEY = {setting.key: setting for setting in TABLE}


def settings_file() -> Path:
    """Return where the settings lie; ``NEWSMATCH_SETTINGS`` names another file."""
    named = os.environ.get("NEWSMATCH_SETTINGS")
    return (
        Path(named) if named else user_config_path("newsmatch", appauthor=False) / "settings.toml"
    )


def read_settings() -> Mapping[str, str]:
    """Return every setting's value.

    Raises:
        NewsMatchError: The file is damaged or holds an unknown key or value.
    """
    values = {setting.key: setting.default for setting in TABLE}
    for key, value in _overrides().items():
        values[key] = _checked(key, value)
    return values


def set_setting(key: str, value: str) -> None:
    """Change a setting; the default value takes it out of the file.

    Raises:
        NewsMatchError: Unknown key or value, or the file cannot be written.
    """
    overrides = _overrides() | {key: _checked(key, value)}
    sparse = {k: v for k, v in overrides.items() if v != _BY_KEY[k].default}
    table: dict[str, dict[str, str]] = {}
    for name, text in sorted(sparse.items()):
        section, _, leaf = name.partition(".")
        table.setdefault(section, {})[leaf] = text
    path = settings_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(tomli_w.dumps(table), encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        raise NewsMatchError(
            f"the settings cannot be written to {path} ({error.strerror}); make it writable"
        ) from error


def _overrides() -> dict[str, str]:
    path = settings_file()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise NewsMatchError(
            f"{path} cannot be read ({error}); mend it, or delete it to start from the defaults"
        ) from error
    found = {}
    for section, values in table.items():
        if not isinstance(values, dict):
            raise NewsMatchError(f"{path}: {section} must be a table like [translation]")
        found |= {f"{section}.{key}": value for key, value in values.items()}
    return found


def _checked(key: str, value: object) -> str:
    setting = _BY_KEY.get(key)
    if setting is None:
        raise NewsMatchError(f"there is no setting {key!r}; use one of: {', '.join(_BY_KEY)}")
    if not isinstance(value, str):
        raise NewsMatchError(f"the setting {key} must be a text, not {value!r}")
    if setting.choices and value not in setting.choices:
        raise NewsMatchError(
            f"the setting {key} must be one of {', '.join(setting.choices)}, not {value!r}"
        )
    if setting.check is not None:
        try:
            setting.check(value)
        except NewsMatchError as error:
            raise NewsMatchError(f"the setting {key}: {error}") from None
    return value
