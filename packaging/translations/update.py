"""Bring the catalogs up to date with the program's words: resources/translations/newsmatch_*.ts.

    python packaging/translations/update.py            # after changing texts; then fill in the gaps
    python packaging/translations/update.py --check    # what CI does

All texts stand in one context: lupdate names a class, which says nothing to a translator, and the
same words would have to be translated once for each. Where one word means two things, the second
argument of ``tr`` tells them apart.
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
sys.path.insert(0, str(ROOT))
CATALOGS = ROOT / "resources" / "translations"
CONTEXT = "NewsMatch"
LANGUAGES = {"de": 2, "en": 2}  # plural forms of each
_HOLES = re.compile(r"\{[^}]*\}|%L?n")
_PHASES = re.compile(r"(?:Progress\([^\"()]*(?:\([^()]*\)[^\"()]*)*|once\(.*?)\"([^\"]+)\"")


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
    found = sources()
    faults: list[str] = []
    for language in LANGUAGES:
        path = CATALOGS / f"newsmatch_{language}.ts"
        messages = merged(found, path, language)
        faults += [f"{path.name}: {fault}" for m in messages for fault in m.faults()]
        text = as_ts(messages, language)
        if options.check:
            if not path.exists() or path.read_text("utf-8") != text:
                faults.append(f"{path.name} is not up to date; run {Path(__file__).name}")
            continue
        path.write_text(text, "utf-8")
        subprocess.run(
            [_tool("pyside6-lrelease"), "-silent", str(path), "-qm", str(path.with_suffix(".qm"))],
            check=True,
        )
    print("\n".join(faults) or f"{len(found)} texts, all translated")
    sys.exit(bool(faults and options.check))


def _tool(name: str) -> str:
    """Return a tool of Qt, of the environment that runs this even where it is not on the path."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def sources() -> tuple[Message, ...]:
    """Return every text of the program, as lupdate and the program's own tables know them."""
    with tempfile.TemporaryDirectory() as scratch:
        tables = Path(scratch, "tables.py")
        lines = (f"QCoreApplication.translate({CONTEXT!r}, {text!r})" for text in table_texts())
        tables.write_text("\n".join(lines), "utf-8")
        ts = Path(scratch, "all.ts")
        files = sorted((ROOT / "newsmatch_gui" / "qt").glob("*.py"))
        subprocess.run(
            [_tool("pyside6-lupdate"), "-silent", *map(str, files), str(tables), "-ts", str(ts)],
            check=True,
        )
        found = {message.key: message for message in read_ts(ts)}
    return tuple(found[key] for key in sorted(found))


def table_texts() -> set[str]:
    """Return texts that stand in tables below the window's room, which knows no Qt."""
    from newsmatch_gui.services.reading import list_recipes
    from newsmatch_gui.services.settings import TABLE

    texts = {setting.about for setting in TABLE} | {recipe.about for recipe in list_recipes()}
    for room in ("services", "clip", "qt"):
        for path in (ROOT / "newsmatch_gui" / room).glob("*.py"):
            texts |= set(_PHASES.findall(path.read_text("utf-8")))
    return texts


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
