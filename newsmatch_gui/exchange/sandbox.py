"""Where templates run: they reach the words they are given, and use little time and memory.

Jinja's own sandbox keeps a template from Python, not from loops in loops or from texts that double.
Here every turn of a loop, call and filter is counted, and no value is made that is too long.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, nodes, pass_context
from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

LONGEST = 1_000_000
"""Characters that a template, or any text in it, may make."""
_LONGEST_SOURCE = 100_000  # characters: Jinja takes a second and 200 MB for so many
_MOST_WORK = 3_000_000  # turns, calls and characters that go through filters
_SECONDS = 1.0  # of computing; what takes long without many turns ends by this
_HIGHEST_POWER = 64
_FILTERS = (
    "capitalize default d e escape first forceescape int join last length lower map reject "
    "rejectattr replace safe select selectattr sort string striptags title tojson trim truncate "
    "unique upper urlencode"
).split()


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment without functions, in which every step is counted.

    ``begin`` is called before each template that is read or filled in; what goes beyond the bounds
    after it raises a ``TemplateError``.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self, folders: Iterable[Path], escape: Callable[[Any], Any] | None) -> None:
        """Make one.

        Args:
            folders: Where the templates lie, the first first.
            escape: What makes other people's text harmless in this format; None for HTML.
        """
        super().__init__(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=escape is None, undefined=StrictUndefined, trim_blocks=True,
            keep_trailing_newline=True, finalize=lambda value: self._shown(value, escape),
        )  # fmt: skip
        self.globals.clear()
        self.filters = {name: self._counted(name, self.filters[name]) for name in _FILTERS}
        self.filters |= {"+turns": self._turns(), "+spend": self._spend(), "+sized": self._sized()}
        self.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
        self.begin()

    def begin(self) -> None:
        """Count from here."""
        self._left, self._until = _MOST_WORK, time.thread_time() + _SECONDS

    def spend(self, work: int) -> None:
        """Count work, and stop the template when there was too much."""
        self._left -= work
        if self._left < 0 or time.thread_time() > self._until:
            raise TemplateError("it takes too many steps or makes too long texts")

    def is_safe_callable(self, obj: Any) -> bool:
        """Let templates call their own macros, but no method of a value."""
        return isinstance(obj, Macro)

    def call(self, context: Any, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro."""
        self.spend(10)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Work on what stays small."""
        if operator == "+":
            if hasattr(left, "__len__") and hasattr(right, "__len__"):
                self.spend(_size([left, right]))
        elif not all(isinstance(side, int | float) and abs(side) < 1e6 for side in (left, right)):
            raise TemplateError(f"{operator} works on small numbers only")
        elif operator == "**" and abs(right) > _HIGHEST_POWER:
            raise TemplateError(f"there are no powers above {_HIGHEST_POWER}")
        return super().call_binop(context, operator, left, right)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        if len(source) > _LONGEST_SOURCE:
            raise TemplateError(f"it is longer than {_LONGEST_SOURCE:,} characters")
        return _Counting().visit(super()._parse(source, name, filename))

    def _shown(self, value: Any, escape: Callable[[Any], Any] | None) -> Any:
        self.spend(_size(value))
        return value if escape is None else escape(value)

    def _counted(self, name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(act)
        def counted(*args: Any, **kwargs: Any) -> Any:
            given = [arg for arg in (*args, *kwargs.values()) if isinstance(arg, str | list | dict)]
            self.spend(10 + _size(given))
            if name in ("join", "replace") and len(given) > 1:
                # Each piece of the first may bring the whole of another one.
                lengths = [len(arg) for arg in given]
                self.spend(lengths[0] * max(lengths[1:]))
            made = act(*args, **kwargs)
            _size(made)
            return made

        return counted

    def _turns(self) -> Callable[..., Any]:
        @pass_context  # without a context Jinja would do it while it compiles
        def turns(_context: Any, values: Iterable[Any], cost: int) -> Iterator[Any]:
            for value in values:
                self.spend(cost)
                yield value

        return turns

    def _spend(self) -> Callable[..., Any]:
        @pass_context
        def spend(_context: Any, cost: int) -> None:
            self.spend(cost)

        return spend

    def _sized(self) -> Callable[..., Any]:
        @pass_context
        def sized(_context: Any, value: Any) -> Any:
            self.spend(_size(value))
            return value

        return sized


class _Counting(NodeTransformer):
    """Writes the counting into a template."""

    def visit_Template(self, node: nodes.Template) -> nodes.Template:
        return self._begun(node)

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:
        return self._begun(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:
        return self._begun(node)

    def visit_For(self, node: nodes.For) -> nodes.For:
        cost = _cost(node)
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "+turns", cost)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:
        """Join by +, whose values are looked at before."""
        self.generic_visit(node)
        first, *others = (_filtered(part, "string") for part in node.nodes)
        for other in others:
            first = nodes.Add(first, other, lineno=node.lineno)
        return first

    def visit_List(self, node: nodes.Expr) -> nodes.Expr:
        """Bound what holds values, which may hold the same ones a thousand times over."""
        self.generic_visit(node)
        return _filtered(node, "+sized")

    visit_Dict = visit_List

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Expr:
        return self.visit_List(node) if node.ctx == "load" else node

    def _begun(self, node: Any) -> Any:
        cost = _cost(node)
        self.generic_visit(node)
        spent = _filtered(nodes.Const(cost, lineno=node.lineno), "+spend")
        node.body.insert(0, nodes.ExprStmt(spent, lineno=node.lineno))
        return node


def _filtered(node: nodes.Expr, name: str, *args: int) -> nodes.Filter:
    given = [nodes.Const(arg, lineno=node.lineno) for arg in args]
    return nodes.Filter(node, name, given, [], None, None, lineno=node.lineno)


def _cost(node: nodes.Node) -> int:
    """Return what running through a part of a template once makes at least."""
    return 1 + sum(len(data.data) for data in node.find_all(nodes.TemplateData))


def _size(value: Any) -> int:
    """Return how long a value is as a text, at least.

    Raises:
        TemplateError: Longer than a text may be.
    """
    size, waiting = 0, [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            size += len(part) + 1
        elif isinstance(part, dict):
            size += len(part) + 1
            waiting += [*part, *part.values()]
        elif isinstance(part, list | tuple):
            size += len(part) + 1
            waiting += part
        else:
            size += 1
        if size > LONGEST:
            raise TemplateError(f"it makes a text of more than {LONGEST:,} characters")
    return size
