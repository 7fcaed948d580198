"""Recipes: named, frozen, versioned lists of steps from an article to what the encoder reads.

A recipe is a TOML file; the built-in ones lie in ``resources/recipes`` and are the best pattern
for a new one::

    name = "my-recipe"
    version = 1
    about = "One line that says what it is for."
    combine = "max"              # how the scores of several parts become one

    [steps]
    all = [{ step = "select", parts = "title" }, { step = "lowercase" }]
    tw = [{ step = "select", parts = "title" }, { step = "tweets", slang = false }]

``all`` holds for every domain that has no list of its own (``rss``, ``rt``, ``tw``). Any step may
be switched off with ``on = false``.
"""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import shorten
from types import MappingProxyType
from typing import Any

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.reading import Combine
from newsmatch_gui.domain.records import Domain
from newsmatch_gui.resources import resource_path
from newsmatch_gui.text.steps import KINDS, Value

ALL = "all"
DEFAULT = "headline"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_KEYS = frozenset({"name", "version", "about", "combine", "temperature", "title_share", "steps"})
_LARGEST_FILE = 100_000
_LAST_VERSION = 999_999


@dataclass(frozen=True, slots=True)
class Step:
    """One step with every parameter filled in."""

    kind: str
    options: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A named way of reading an article.

    Attributes:
        name: What users call it.
        version: Raised whenever the same article would be read differently.
        about: One line for a list.
        combine: How the scores of several parts become one.
        temperature: Of the softmax over parts, in units of cosine.
        title_share: How much of the weight the headline has when there are several parts, 0 to 1.
        steps: The steps by domain; ``all`` for domains without a list of their own.
        source: The TOML it came from, which is stored with a collection that uses it.
        fingerprint: The name under which rankings, decisions and exports record the recipe:
            name and version, and for a recipe that is not built in a digest of its content.
    """

    name: str
    version: int
    about: str
    combine: Combine
    temperature: float
    title_share: float
    steps: Mapping[str, tuple[Step, ...]]
    source: str
    fingerprint: str

    def steps_for(self, domain: str) -> tuple[Step, ...]:
        """Return the steps for articles of a domain."""
        return self.steps.get(domain) or self.steps[ALL]

    @property
    def translates(self) -> bool:
        """Whether any step asks for a translation."""
        return any(step.kind == "translate" for steps in self.steps.values() for step in steps)


def recipe(name: str = DEFAULT) -> Recipe:
    """Return a built-in recipe by name, or read one from a TOML file.

    Raises:
        NewsMatchError: There is no recipe of that name, or the file is no valid recipe; the
            sentence names the key and the reason.
    """
    if name in built_in():
        return built_in()[name]
    if name.lower().endswith(".toml"):
        return parse_recipe(_file(name), name)
    raise NewsMatchError(
        f"there is no recipe {name!r}; use one of {', '.join(sorted(built_in()))}, "
        "or the path of a .toml file"
    )


def _file(name: str) -> str:
    try:
        path = Path(name).expanduser()
        if path.stat().st_size > _LARGEST_FILE:
            raise NewsMatchError(f"{path} is too large for a recipe; give a TOML recipe")
        return path.read_text("utf-8")
    # A name with a zero byte, and "~nobody", are no OSError.
    except (OSError, ValueError, RuntimeError) as error:
        raise NewsMatchError(f"{name} cannot be read as a recipe ({error})") from error


@cache
def built_in() -> Mapping[str, Recipe]:
    """Return the built-in recipes by name."""
    found = {}
    for path in sorted(resource_path("recipes").glob("*.toml")):
        made = _parse(path.read_text("utf-8"), path.name, shipped=True)
        found[made.name] = made
    return MappingProxyType(found)


def parse_recipe(source: str, origin: str) -> Recipe:
    """Read a recipe from TOML.

    Args:
        source: The text of the file.
        origin: How messages name it.

    Raises:
        NewsMatchError: It is no valid recipe; the sentence names the key and the reason.
    """
    made = _parse(source, origin, shipped=False)
    same = built_in().get(made.name)
    if same is not None and (same.version, _digest(same)) == (made.version, _digest(made)):
        return same
    return made


def _parse(source: str, origin: str, *, shipped: bool) -> Recipe:
    check = _Checker(origin)
    try:
        table = tomllib.loads(source.removeprefix("\ufeff"))  # editors on Windows write one
    except ValueError as error:  # its own error is one, and numbers of 5,000 digits are another
        raise NewsMatchError(f"{origin} is no valid TOML: {error}") from error
    except RecursionError as error:
        raise NewsMatchError(f"{origin} is nested too deeply for a recipe") from error
    check.only(table, _KEYS, "")
    name = check.typed(table, "name", str, None)
    if not _NAME.fullmatch(name):
        check.fail("name", "may hold small letters, digits and hyphens, 40 at most")
    version = check.typed(table, "version", int, 1)
    if not 1 <= version <= _LAST_VERSION:
        check.fail("version", f"must be 1 or more, and at most {_LAST_VERSION}")
    share = check.number(table, "title_share", 0.5)
    temperature = check.number(table, "temperature", 0.05)
    if not 0 <= share <= 1:
        check.fail("title_share", "must lie between 0 and 1")
    if not 0.001 <= temperature <= 10:
        check.fail("temperature", "must lie between 0.001 and 10")
    combine = check.typed(table, "combine", str, Combine.MAX.value)
    if combine not in set(Combine):
        check.fail("combine", f"must be one of {', '.join(Combine)}")
    made = Recipe(
        name, version, check.typed(table, "about", str, ""), Combine(combine), temperature, share,
        check.steps(table), source, f"{name}@{version}",
    )  # fmt: skip
    if shipped:
        return made
    fields = {key: getattr(made, key) for key in Recipe.__slots__}
    return Recipe(**fields | {"fingerprint": f"{name}@{version}+{_digest(made)}"})


def _digest(made: Recipe) -> str:
    """Return a short hash of what changes a reading; comments, names and layout do not."""
    steps = {
        domain: [[step.kind, sorted(step.options.items())] for step in steps]
        for domain, steps in sorted(made.steps.items())
    }
    content = [made.combine, made.temperature, made.title_share, steps]
    return hashlib.blake2b(json.dumps(content).encode(), digest_size=4).hexdigest()


class _Checker:
    """Turns a table of unknown origin into values, or into one sentence with key and reason."""

    def __init__(self, origin: str) -> None:
        self._origin = origin

    def fail(self, key: str, reason: str) -> None:
        raise NewsMatchError(f"{self._origin}: {key} {reason}")

    def only(self, table: Mapping[str, Any], allowed: frozenset[str] | set[str], at: str) -> None:
        for key in table:
            if key not in allowed:
                names = ", ".join(sorted(allowed))
                self.fail(f"{at}{_shown(key, quoted=False)}", f"is not known here; use {names}")

    def typed(
        self, table: Mapping[str, Any], key: str, kind: type, default: Any, at: str = ""
    ) -> Any:
        if key not in table and default is None:
            self.fail(f"{at}{key}", "is missing")
        value = table.get(key, default)
        if type(value) is not kind:
            words = {str: "a text", int: "a whole number", bool: "true or false"}
            self.fail(f"{at}{key}", f"must be {words[kind]}, not {_shown(value)}")
        return value

    def number(self, table: Mapping[str, Any], key: str, default: float) -> float:
        value = table.get(key, default)
        if type(value) not in (int, float):
            self.fail(key, f"must be a number, not {_shown(value)}")
        try:
            return float(value)
        except OverflowError:
            return float("inf")  # which every bound refuses

    def steps(self, table: Mapping[str, Any]) -> Mapping[str, tuple[Step, ...]]:
        lists = table.get("steps")
        if not isinstance(lists, dict) or ALL not in lists:
            self.fail("steps.all", "is missing: it lists the steps of every domain")
            raise AssertionError  # never reached: fail raises
        self.only(lists, {ALL, *(domain.value for domain in Domain)}, "steps.")
        return MappingProxyType({name: self._list(name, given) for name, given in lists.items()})

    def _list(self, domain: str, given: Any) -> tuple[Step, ...]:
        at = f"steps.{domain}"
        if not isinstance(given, list):
            self.fail(at, "must be a list of steps")
        made = [self._step(f"{at}[{place}]", step) for place, step in enumerate(given, start=1)]
        steps = tuple(step for step in made if step is not None)
        kinds = [step.kind for step in steps]
        if kinds.count("select") != 1:
            self.fail(at, "must hold exactly one step 'select', which says what is read")
        if kinds.count("translate") > 1:
            self.fail(at, "translates twice; once is enough, since the first makes it English")
        if "translate" in kinds[kinds.index("select") :]:
            self.fail(at, "translates after 'select'; a translation comes first")
        return steps

    def _step(self, at: str, given: Any) -> Step | None:
        if not isinstance(given, dict) or "step" not in given:
            self.fail(at, 'must be a table with a step, like { step = "lowercase" }')
        name = self.typed(given, "step", str, None, f"{at}.")
        if name not in KINDS:
            self.fail(f"{at}.step", f"{_shown(name)} is not known; use one of {', '.join(KINDS)}")
        kind = KINDS[name]
        self.only(given, {"step", "on", *kind.defaults}, f"{at}.")
        options = {
            key: self.typed(given, key, type(value), value, f"{at}.")
            for key, value in kind.defaults.items()
        }
        for key, allowed in kind.choices.items():
            if options[key] not in allowed:
                self.fail(f"{at}.{key}", f"must be one of {', '.join(allowed)}")
        on = self.typed(given, "on", bool, True, f"{at}.")
        return Step(name, MappingProxyType(options)) if on else None


def _shown(value: object, *, quoted: bool = True) -> str:
    """Return a value from a file for a sentence, which it shall not fill."""
    try:
        return shorten(repr(value) if quoted else str(value), 60, placeholder=" …")
    except ValueError:  # Python writes out no number of 5,000 digits
        return "a huge number"
