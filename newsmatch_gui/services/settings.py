"""Settings of the person at the keyboard, shared by the window and the command line.

A TOML file of what differs from the defaults; it may be edited by hand. The window's form and the
command line are both made from the table below. Beside it, the section ``[keys]`` holds the keys
that somebody gave to actions of the window, by the actions' names.
"""

import math
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

import tomli_w
from platformdirs import user_config_path

from newsmatch_gui.domain.cropping import parse_ratios
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.handing_over import parse_fields


class Kind(Enum):
    """What the value of a setting is, and so how it is asked for."""

    TEXT = auto()
    CHOICE = auto()
    SWITCH = auto()
    NUMBER = auto()
    FOLDER = auto()


ON_OFF = ("on", "off")
KEYS = "keys."
"""How the settings begin that hold the keys of actions."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; values are texts, whatever their kind.

    Attributes:
        key: Section and name.
        default: Its value while nothing else is said.
        about: What it does.
        choices: What it may be; ``ON_OFF`` for a switch, empty where any text will do.
        check: Raises a ``NewsMatchError`` for a text that will not do.
        limits: Least and greatest of a number; it is whole where both are ints.
        folder: It names a folder.
    """

    key: str
    default: str
    about: str
    choices: tuple[str, ...] = ()
    check: Callable[[str], object] | None = None
    limits: tuple[float, float] | None = None
    folder: bool = False

    @property
    def group(self) -> str:
        """The section that the setting is in."""
        return self.key.partition(".")[0]

    @property
    def kind(self) -> Kind:
        """What the value is."""
        if self.choices:
            return Kind.SWITCH if self.choices == ON_OFF else Kind.CHOICE
        if self.limits:
            return Kind.NUMBER
        return Kind.FOLDER if self.folder else Kind.TEXT

    @property
    def whole(self) -> bool:
        """Whether a number has no fraction."""
        return all(isinstance(limit, int) for limit in self.limits or ())


TABLE = (
    Setting(
        "ui.theme", "system", "Colours of the window", ("system", "light", "dark")
    ),
    Setting(
        "ui.language", "system", "Language of the window",
        ("system", "en", "de"),
    ),
    Setting(
        "decide.ahead", "1",
        "How far ahead of the second a first picture must be to be accepted with many others, in "
        "standard deviations",
        limits=(0.0, 10.0),
    ),
    Setting(
        "translation.online",
        "off",
        "Online translator; article texts leave this machine while it is on",
        ("off", "google", "mymemory", "libre", "deepl"),
    ),
    Setting("translation.libre_url", "", "Address of your own LibreTranslate server"),
    Setting(
        "translation.model_folder", "", "Folder of a German-English model for fxtranslate",
        folder=True,
    ),
    Setting(
        "translation.gloss", "on", "Built-in German-English dictionary", ON_OFF
    ),
    Setting(
        "handover.width", "1600", "Most pixels across of a picture that is handed over",
        limits=(16, 20_000),
    ),
    Setting(
        "handover.required", "credit, licence",
        "What a picture may not lack when it is handed over: credit, licence, caption, alt",
        check=parse_fields,
    ),
    Setting(
        "candidates.fold",
        "on",
        "Fold pictures that show nearly the same beneath the best ranked of them",
        ON_OFF,
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
    """Return every setting's value, and the keys that were given to actions.

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
    _write(_overrides() | {key: _checked(key, value)})


def reset_setting(key: str) -> None:
    """Take a setting out of the file, so that its default counts again.

    Raises:
        NewsMatchError: Unknown key, or the file cannot be written.
    """
    if not key.startswith(KEYS):
        _setting(key)
    _write({name: value for name, value in _overrides().items() if name != key})


def _write(overrides: Mapping[str, object]) -> None:
    table: dict[str, dict[str, object]] = {}
    for name, value in sorted(overrides.items()):
        if name not in _BY_KEY or value != _BY_KEY[name].default:
            section, _, leaf = name.partition(".")
            table.setdefault(section, {})[leaf] = value
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


def _overrides() -> dict[str, object]:
    path = settings_file()
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:  # a fault of TOML is a ValueError
        raise NewsMatchError(
            f"{path} cannot be read ({error}); mend it, or delete it to start from the defaults"
        ) from error
    found = {}
    for section, values in table.items():
        if not isinstance(values, dict):
            raise NewsMatchError(f"{path}: {section} must be a table like [translation]")
        found |= {f"{section}.{key}": value for key, value in values.items()}
    return found


def _setting(key: str) -> Setting:
    setting = _BY_KEY.get(key)
    if setting is None:
        raise NewsMatchError(f"there is no setting {key!r}; use one of: {', '.join(_BY_KEY)}")
    return setting


def _checked(key: str, value: object) -> str:
    """Return a value as text; by hand, numbers and switches may be written as TOML knows them."""
    setting = None if key.startswith(KEYS) else _setting(key)
    if setting is not None and setting.kind is Kind.SWITCH and isinstance(value, bool):
        value = "on" if value else "off"
    if setting is not None and setting.kind is Kind.NUMBER:
        return _checked_number(setting, value)
    if not isinstance(value, str):
        raise NewsMatchError(f"the setting {key} must be a text, not {value!r}")
    if setting is not None and setting.choices and value not in setting.choices:
        raise NewsMatchError(
            f"the setting {key} must be one of {', '.join(setting.choices)}, not {value!r}"
        )
    if setting is not None and setting.check is not None:
        try:
            setting.check(value)
        except NewsMatchError as error:
            raise NewsMatchError(f"the setting {key}: {error}") from None
    return value


def _checked_number(setting: Setting, value: object) -> str:
    low, high = setting.limits or (-math.inf, math.inf)
    try:
        number = math.nan if isinstance(value, bool) else float(str(value))
    except ValueError:
        number = math.nan
    if not low <= number <= high or (setting.whole and number != int(number)):
        kind = "a whole number" if setting.whole else "a number"
        raise NewsMatchError(
            f"the setting {setting.key} must be {kind} from {low:g} to {high:g}, not {value!r}"
        )
    return str(int(number)) if setting.whole else f"{number:g}"
