"""Templates for content management systems: a few built in, own ones beside the settings.

A template can reach the words it is given and nothing else, and every word is escaped for the
format that the template's name ends in: captions and headlines are other people's text.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import TemplateError
from markupsafe import Markup

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.exchange.sandbox import LONGEST, Sandbox

SUFFIXES = (".md", ".html", ".json", ".xml", ".txt")
# What CommonMark could read as markup inside a line, and at its beginning.
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~&!]")
_MARKDOWN_START = re.compile(r"^(\d*)([-+=:.)])")


def _escaping(escape: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda value: (
        escape(value) if isinstance(value, str) and not isinstance(value, Markup) else value
    )


def _in_markdown(text: str) -> str:
    line = _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
    return _MARKDOWN_START.sub(r"\1\\\2", line)


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


class Snippets:
    """The templates there are; an own one takes the place of a built-in one of its name.

    Attributes:
        names: Their file names, in order.
    """

    def __init__(self, built_in: Path, own: Path) -> None:
        self._folders = (own, built_in)
        found = {
            path.name for folder in self._folders if folder.is_dir() for path in folder.iterdir()
            if path.suffix in SUFFIXES and not path.name.startswith(".")
        }  # fmt: skip
        self.names = tuple(sorted(found))
        escapes: dict[str, Callable[[str], str] | None] = {
            ".md": _in_markdown, ".json": _in_json, ".txt": str, ".html": None, ".xml": None,
        }  # fmt: skip
        self._sandboxes = {
            suffix: Sandbox(self._folders, escape and _escaping(escape))
            for suffix, escape in escapes.items()
        }

    def wanted(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return the named templates, all of them by default.

        Raises:
            NewsMatchError: One is not there, or it cannot be read as a template.
        """
        names = tuple(dict.fromkeys(names)) or self.names
        for name in names:
            if name not in self.names:
                raise NewsMatchError(
                    f"there is no template {name!r}; use {', '.join(self.names)}, or put your own "
                    f"into {self._folders[0]}"
                )
            self._guarded(name, lambda name=name: self._template(name))
        return names

    def source(self, name: str) -> str:
        """Return a template as it is written, to tell whether it changed since."""
        path = next(folder / name for folder in self._folders if (folder / name).is_file())
        return self._guarded(name, lambda: path.read_text("utf-8"))

    def fill(self, name: str, words: Mapping[str, object]) -> str:
        """Fill a template in.

        Raises:
            NewsMatchError: The template reaches for something that it may not have or that does
                not exist, makes no end, or makes no valid JSON although it is called so.
        """
        text = self._guarded(name, lambda: self._filled(name, words))
        if name.endswith(".json"):
            self._guarded(name, lambda: json.loads(text))
        return text

    def _filled(self, name: str, words: Mapping[str, object]) -> str:
        parts, length = [], 0
        for part in self._template(name).generate(words):
            parts.append(part)
            length += len(part)
            if length > LONGEST:
                raise TemplateError("it makes more than a million characters")
        return "".join(parts)

    def _template(self, name: str) -> Any:
        sandbox = self._sandboxes[Path(name).suffix]
        sandbox.begin()
        return sandbox.get_template(name)

    def _guarded(self, name: str, act: Callable[[], Any]) -> Any:
        try:
            return act()
        except (
            # What a template can do wrong: its own faults, and those of the values it handles.
            TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError,
            RecursionError, MemoryError, OSError, NameError, SyntaxError,
        ) as error:  # fmt: skip
            why = " ".join(str(error).split()) or type(error).__name__
            raise NewsMatchError(
                f"the template {name} cannot be filled in ({why}); mend it in {self._folders[0]}"
            ) from error
