"""Bring the catalogs up to date with the program's words: resources/translations.

    python packaging/translations/update.py            # after changing texts; then fill in the gaps
    python packaging/translations/update.py --check    # what CI does

All texts stand in one context: lupdate names a class, which says nothing to a translator, and the
same words would have to be translated once for each. Where one word means two things, the second
argument of ``tr`` tells them apart.

What the rooms below the window say has a catalog of its own, ``sentences_*.ts`` (see
``sentences.py`` beside this file), which the window reads as it is.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree as Xml

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]
from sentences import templates  # noqa: E402

CATALOGS = ROOT / "resources" / "translations"
CONTEXT = "NewsMatch"
LANGUAGES = {"de": 2, "en": 2}  # plural forms of each
_HOLES = re.compile(r"\{[^}]*\}|%L?n")


@dataclass(frozen=True, slots=True)
class Message:
    """One text and its translation, with one form or, where it counts things, several."""

    source: str
    comment: str = ""
    counts: bool = False
    forms: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What a translation is found by."""
        return self.source, self.comment

    def faults(self) -> list[str]:
        """Return what is wrong with the translation."""
        if not self.forms or not all(self.forms):
            return [f"not translated: {self.source!r}"]
        wanted = sorted(_HOLES.findall(self.source))
        # A singular may say "one" instead of the number.
        checked = self.forms[1:] if self.counts else self.forms
        return [
            f"{form!r} has other placeholders than {self.source!r}"
            for form in checked
            if sorted(_HOLES.findall(form)) != wanted
        ]


def main() -> None:
    """Write the catalogs, or check that nothing is left to write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail on any gap")
    options = parser.parse_args()
    found, faults = sources(), []
    said = tuple(Message(text) for text in sorted(below()))
    for language in LANGUAGES:
        faults += write(f"newsmatch_{language}.ts", found, language, check=options.check)
    faults += write("sentences_de.ts", said, "de", check=options.check)
    print("\n".join(faults) or f"{len(found) + len(said)} texts, all translated")
    sys.exit(bool(faults and options.check))


def write(name: str, found: tuple[Message, ...], language: str, *, check: bool) -> list[str]:
    """Bring one catalog up to date, and compile it if Qt reads it.

    Args:
        name: Of the catalog.
        found: What it must hold.
        language: Of its translations.
        check: Change nothing.

    Returns:
        What is wrong with it.
    """
    path = CATALOGS / name
    messages = merged(found, path, language)
    faults = [f"{name}: {fault}" for message in messages for fault in message.faults()]
    text = as_ts(messages, language)
    if check:
        if not path.exists() or path.read_text("utf-8") != text:
            faults.append(f"{name} is not up to date; run {Path(__file__).name}")
        return faults
    path.write_text(text, "utf-8")
    if path.with_suffix(".qm").exists():
        subprocess.run(
            [_tool("pyside6-lrelease"), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))],
            check=True,
        )
    return faults


def _tool(name: str) -> str:
    """Return a tool of Qt, of the environment that runs this even where it is not on the path."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def sources() -> tuple[Message, ...]:
    """Return every text of the window, as lupdate knows them."""
    with tempfile.TemporaryDirectory() as scratch:
        ts = Path(scratch, "all.ts")
        files = sorted((ROOT / "newsmatch_gui" / "qt").glob("*.py"))
        subprocess.run(
            [_tool("pyside6-lupdate"), "-silent", *map(str, files), "-ts", str(ts)], check=True
        )
        found = {message.key: message for message in read_ts(ts)}
    return tuple(found[key] for key in sorted(found))


def below() -> set[str]:
    """Return what the rooms below the window say, and what the recipes say of themselves."""
    from newsmatch_gui.services.reading import list_recipes

    return templates(ROOT) | {recipe.about for recipe in list_recipes()}


def read_ts(path: Path) -> list[Message]:
    """Return the messages of a .ts file, whatever their context."""
    found = []
    for element in Xml.parse(path).iter("message"):
        translation = element.find("translation")
        counts = element.get("numerus") == "yes"
        forms: tuple[str, ...] = ()
        if translation is not None and translation.get("type") not in ("vanished", "obsolete"):
            parts = translation.findall("numerusform") if counts else [translation]
            forms = tuple(part.text or "" for part in parts)
        found.append(
            Message(element.findtext("source", ""), element.findtext("comment", ""), counts, forms)
        )
    return found


def merged(found: tuple[Message, ...], path: Path, language: str) -> list[Message]:
    """Return what a catalog must hold, with the translations it has already."""
    known = {m.key: m.forms for m in read_ts(path)} if path.exists() else {}
    if language == "en":  # English differs from the sources only where it counts
        found = tuple(message for message in found if message.counts)
    return [replace(message, forms=known.get(message.key, ())) for message in found]


def as_ts(messages: list[Message], language: str) -> str:
    """Return a .ts file: no line numbers, which would change with every edit of the program."""
    root = Xml.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = Xml.SubElement(root, "context")
    Xml.SubElement(context, "name").text = CONTEXT
    for message in messages:
        element = Xml.SubElement(context, "message")
        if message.counts:
            element.set("numerus", "yes")
        Xml.SubElement(element, "source").text = message.source
        if message.comment:
            Xml.SubElement(element, "comment").text = message.comment
        translation = Xml.SubElement(element, "translation")
        forms = message.forms or ("",)
        if not all(forms):
            translation.set("type", "unfinished")
        if message.counts:
            for number in range(LANGUAGES[language]):
                form = forms[number] if number < len(forms) else ""
                Xml.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    Xml.indent(root, "    ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{Xml.tostring(root, "unicode")}\n'


if __name__ == "__main__":
    main()
