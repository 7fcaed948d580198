"""Finds what the rooms below the window say to a person: faults, notes, phases of long work.

They know no Qt, so their English sentences are what a translation is found by, and the window
translates them where it shows them (``newsmatch_gui/qt/sentences.py``). Found is all prose in the
modules that the window uses, directly or by another one; so nobody has to remember to list a
sentence. A sentence that is made up when it is said becomes a template as of ``str.format``:
``f"{path} is gone; restore it from a backup"`` is ``{0} is gone; restore it from a backup``. What
depends on a number, such as ``article{'s' if count > 1 else ''}``, becomes one template each.
"""

import ast
import errno
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, product
from pathlib import Path

PACKAGE = "newsmatch_gui"
_ROOMS = ("domain", "store", "clip", "text", "exchange", "services")
_NOT_SHOWN = frozenset(
    # They write reports and model cards in English, speak on the command line, or hold words;
    # only the errors that they raise are shown.
    f"{PACKAGE}.{name}"
    for name in (
        "exchange.html_report", "exchange.report_tables", "exchange.stories", "services.bug_report",
        "services.doctor_machine", "services.leakage", "services.logbook", "services.registering",
        "services.report_cases", "services.report_page", "text.gloss", "text.gloss_clause",
        "text.gloss_english", "text.gloss_lexicon", "text.gloss_words", "text.tweet_engine",
        "text.tweet_words", "text.tweets",
    )
)  # fmt: skip
_NOT_SAID = frozenset(
    # Tried on a model, looked for in other programs' errors, or a heading of the report.
    (
        "Bürgermeister eröffnet Brücke", "a red bus in the rain", "can't allocate memory",
        "DeepL-Auth-Key {0}", "got worse", "not enough memory", "out of memory",
        "Mayor opens the bridge: a crowd in the rain, 3 red buses and somebody's dog",
    )
)  # fmt: skip
_OF_THE_SYSTEM = (
    errno.EACCES, errno.EEXIST, errno.EIO, errno.EISDIR, errno.ELOOP, errno.EMFILE,
    errno.ENAMETOOLONG, errno.ENOENT, errno.ENOSPC, errno.ENOTDIR, errno.ENOTEMPTY, errno.EPERM,
    errno.EROFS,
)  # fmt: skip
_OF_SQLITE = ("database disk image is malformed", "file is not a database")
_NO_SPEECH = frozenset("compile debug execute executemany info join search split sub".split())
_BUGS = frozenset(
    "AssertionError KeyError LookupError ModuleNotFoundError RuntimeError ValueError".split()
)
_CODE = re.compile(
    r"\b(SELECT|INSERT|DELETE|UPDATE|CREATE|DROP|PRAGMA|ATTACH|BEGIN|ORDER BY)\b"
    r"|[<|\n]|>=|\w=\w|%[(ds]|\w\([^)]|^[\w\0]+(, [\w\0]+)+$"
)
_PROSE = re.compile(r"[^\W\d_]+[,;:.]? +[\w\0(]|\0 +[a-z]{2,}")
_HOLE = re.compile(r"\{\d+(?::[^{}]*)?\}")
_FIGURE = re.compile(r"[-+]?,?(\.\d+)?[fdg]?$")
_AROUND = " ;"

Parts = tuple[str | tuple[str], ...]
"""A text in order: literal pieces, and holes, each a tuple of its format."""
_ANY: Parts = (("",),)


def templates(root: Path) -> set[str]:
    """Return every sentence that the window may be given by the rooms below it.

    Args:
        root: The folder that holds the package.
    """
    trees = _trees(root)
    used = _used(trees)
    named = _phase_places(trees.values())
    found = {*_OF_SQLITE, *(os.strerror(code) for code in _OF_THE_SYSTEM)}
    for module, tree in trees.items():
        found |= set(_phases(tree, named))
        if module in used and module.split(".")[1] in _ROOMS:
            found |= set(_prose(tree, only_raised=module in _NOT_SHOWN))
    return found


def _trees(root: Path) -> dict[str, ast.Module]:
    return {
        ".".join(path.relative_to(root).with_suffix("").parts): ast.parse(path.read_text("utf-8"))
        for path in sorted((root / PACKAGE).rglob("*.py"))
        if "cli" not in path.relative_to(root).parts
    }


def _used(trees: dict[str, ast.Module]) -> set[str]:
    """Return the modules that the window imports, and those that these import."""
    waiting = [module for module in trees if module.startswith(f"{PACKAGE}.qt.")]
    used = set(waiting)
    while waiting:
        for node in ast.walk(trees[waiting.pop()]):
            if isinstance(node, ast.ImportFrom) and node.module:
                named = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
                waiting += (trees.keys() & named) - used
                used |= named
    return used & trees.keys()


def _prose(tree: ast.Module, *, only_raised: bool) -> Iterator[str]:
    """Yield the texts of a module that read like words to a person."""
    reader = _Reader(tree)
    raised = (node for node in ast.walk(tree) if isinstance(node, ast.Raise))
    for node in chain.from_iterable(map(ast.walk, raised if only_raised else (tree,))):
        if node in reader.passed or isinstance(node, ast.Name):
            continue
        for parts in reader.alternatives(node):
            template = _template(parts)
            if _reads_like_prose(template):
                yield template


class _Reader:
    """Reads the texts of a module off its expressions.

    Attributes:
        passed: What is no text of its own (a part of another one), or is said to nobody.
    """

    def __init__(self, tree: ast.Module) -> None:
        self._variables = dict(_variables(tree))
        self.passed: set[ast.AST] = set()
        for node in ast.walk(tree):
            self.passed.update(self._parts_of(node))

    def _parts_of(self, node: ast.AST) -> Iterator[ast.AST]:
        if isinstance(node, ast.Expr):
            yield node.value  # a docstring
        elif isinstance(node, ast.JoinedStr):
            yield from node.values
            for value in node.values:
                if isinstance(value, ast.FormattedValue) and self.alternatives(value.value):
                    named = (self._variables.get(name, ()) for name in _names(value))
                    for text in chain([value.value], *named):
                        yield from ast.walk(text)
        elif isinstance(node, ast.BinOp | ast.IfExp) and self.alternatives(node):
            yield from list(ast.walk(node))[1:]
        elif isinstance(node, ast.Call):
            if _name(node.func) in _NO_SPEECH:
                yield from (part for arg in (node.func, *node.args) for part in ast.walk(arg))
            if _name(node.func) in _BUGS:
                yield from node.args

    def alternatives(self, node: ast.AST) -> list[Parts]:
        """Return the texts that an expression may be; none where it is no text to be seen here."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return [_of_constant(node.value)]
        if isinstance(node, ast.JoinedStr):
            return [sum(way, ()) for way in product(*map(self._of_piece, node.values))]
        if isinstance(node, ast.IfExp):
            return self._of_all((node.body, node.orelse))
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left, right = self.alternatives(node.left), self.alternatives(node.right)
            ways = product(left or [_ANY], right or [_ANY]) if left or right else ()
            return [one + other for one, other in ways]
        return self._of_all(self._variables.get(node, ()))

    def _of_all(self, nodes: Iterable[ast.AST]) -> list[Parts]:
        either = [self.alternatives(node) for node in nodes]
        return list(chain.from_iterable(either)) if all(either) else []

    def _of_piece(self, node: ast.expr) -> list[Parts]:
        if not isinstance(node, ast.FormattedValue):
            return [(node.value,)]
        spec = node.format_spec
        plain = not spec and node.conversion < 0
        if plain and (either := self.alternatives(node.value)):
            return either
        parts = spec.values if isinstance(spec, ast.JoinedStr) else []
        text = "".join(str(p.value) for p in parts if isinstance(p, ast.Constant))
        return [((text if _FIGURE.match(text) else "",),)]


def _variables(tree: ast.Module) -> Iterator[tuple[ast.AST, list[ast.expr]]]:
    """Yield the names in braces that a function only gives texts to, with these texts."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        nodes = list(ast.walk(function))
        plain = [n for n in nodes if isinstance(n, ast.Assign) and len(n.targets) == 1]
        given: dict[str, list[ast.expr]] = {}
        for assign in plain:
            if isinstance(assign.targets[0], ast.Name):
                given.setdefault(assign.targets[0].id, []).append(assign.value)
        stores = Counter(n.id for n in nodes if isinstance(n, ast.Name) and _is_store(n))
        loads = Counter(n.id for n in nodes if isinstance(n, ast.Name) and not _is_store(n))
        braced = [name for n in nodes if isinstance(n, ast.FormattedValue) for name in _names(n)]
        inside = Counter(name.id for name in braced)
        for name in braced:
            texts = given.get(name.id, [])
            once = len(texts) == stores[name.id] and loads[name.id] == inside[name.id]
            if texts and once:
                yield name, texts


def _names(braced: ast.FormattedValue) -> Iterator[ast.Name]:
    """Yield a name in braces, or the names of which one is chosen there."""
    value = braced.value
    either = (value.body, value.orelse) if isinstance(value, ast.IfExp) else (value,)
    yield from (node for node in either if isinstance(node, ast.Name))


def _is_store(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)


def _of_constant(text: str) -> Parts:
    """Return the parts of a text, which has holes where it is a table's for ``str.format``."""
    pieces = re.split(r"(\{\d+\})", text)
    return tuple(("",) if number % 2 else piece for number, piece in enumerate(pieces))


def _template(parts: Parts) -> str:
    """Write parts as a template; holes with nothing between are one: who could tell them apart?"""
    pieces = [p for p in parts if p]
    text, number, former = "", 0, False
    for place, part in enumerate(pieces):
        if isinstance(part, str):
            between = part == " " and former and place + 1 < len(pieces)
            if between and not isinstance(pieces[place + 1], str):
                continue
            text += part.replace("{", "{{").replace("}", "}}")
        elif former:
            text = re.sub(r":[^{}]*\}$", "}", text)
        else:
            text += f"{{{number}:{part[0]}}}" if part[0] else f"{{{number}}}"
            number += 1
        former = not isinstance(part, str)
    return text.strip(_AROUND)


def _reads_like_prose(template: str) -> bool:
    said = _HOLE.sub("\0", template)
    if template in _NOT_SAID or _CODE.search(said):
        return False
    return bool(_PROSE.search(said))


def _phase_places(trees: Iterable[ast.Module]) -> dict[str, int]:
    """Return which argument of which function says what is going on."""
    places = {"Progress": 2}
    for tree in trees:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                names = [arg.arg for arg in node.args.args if arg.arg != "self"]
                if "phase" in names:
                    places[node.name] = names.index("phase")
    return places


def _phases(tree: ast.Module, places: dict[str, int]) -> Iterator[str]:
    """Yield what long work says that it does, and what it counts."""
    reader = _Reader(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in places:
            place = places[_name(node.func)]
            for parts in reader.alternatives(node.args[place]) if len(node.args) > place else ():
                yield _template(parts)
            for figures in node.args if _name(node.func) == "Progress" else ():
                yield from _keys(figures)
        elif isinstance(node, ast.Assign) and [_name(t) for t in node.targets] == ["figures"]:
            yield from _keys(node.value)


def _keys(table: ast.expr) -> Iterator[str]:
    keys = table.keys if isinstance(table, ast.Dict) else ()
    yield from (key.value for key in keys if isinstance(key, ast.Constant) and key.value.islower())


def _name(function: ast.AST) -> str:
    return getattr(function, "id", "") or getattr(function, "attr", "")
