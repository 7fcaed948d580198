"""Writes the man page and the shell completions, both from the commands themselves.

    python packaging/command_docs.py OUT

OUT is laid out like a prefix such as /usr: ``share/man/man1``, ``share/bash-completion`` and so on.
"""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click.shell_completion import get_completion_class

from newsmatch_gui import __doc__ as ABOUT
from newsmatch_gui import __version__
from newsmatch_gui.cli.main import cli

NAME = "newsmatch"
COMPLETIONS = {
    "bash": f"share/bash-completion/completions/{NAME}",
    "zsh": f"share/zsh/site-functions/_{NAME}",
    "fish": f"share/fish/vendor_completions.d/{NAME}.fish",
}
_MORE = r"""
.SH ENVIRONMENT
.TP
.B NEWSMATCH_SETTINGS
Another settings file than the one that
.B newsmatch settings
names.
.TP
.B QT_QPA_PLATFORM
.I offscreen
to draw windows without a display.
.SH EXIT STATUS
0 when all went well; 1 with one sentence on standard error when a file, a collection or a model is
not as it should be; 2 when the command was typed wrongly.
.SH SEE ALSO
The manual opens in the window with F1.
"""


def man_page() -> str:
    """Return the man page of all commands, in roff."""
    lines = [
        f'.TH {NAME.upper()} 1 "" "NewsMatch {__version__}" "User Commands"',
        ".nh\n.ad l",
        f".SH NAME\n{NAME} \\- {_roff(ABOUT.partition(': ')[2].partition(',')[0])}",
        f".SH SYNOPSIS\n.B {NAME}\n[COMMAND [OPTIONS] ...]",
        f".SH DESCRIPTION\n{_roff(cli.help or '')}",
        ".SH COMMANDS",
    ]
    top = click.Context(cli, info_name=NAME)
    for words, command in commands(cli, top):
        lines += _about(words, command)
    return "\n".join(lines) + _MORE


def commands(
    group: click.Group, context: click.Context
) -> Iterator[tuple[click.Context, click.Command]]:
    """Yield every command that is not hidden, those of groups after the group, by name."""
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None or command.hidden:
            continue
        inner = click.Context(command, info_name=name, parent=context)
        yield inner, command
        if isinstance(command, click.Group):
            yield from commands(command, inner)


def _about(context: click.Context, command: click.Command) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS {_roff(f'{context.command_path} {usage}')}"
    yield _roff(command.help or "")
    for option in command.params:  # so without --help, which all of them have
        if isinstance(option, click.Option) and (record := option.get_help_record(context)):
            names, about = record
            yield f".TP\n.B {_roff(names)}\n{_roff(about) or '.br'}"


def _roff(text: str) -> str:
    """Escape what roff would take for a command; an empty line begins a paragraph."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("\b", "")
    lines = (line.strip() for line in text.strip().splitlines())
    return "\n".join(f"\\&{line}" if line[:1] in (".", "'") else line or ".PP" for line in lines)


def write_command_docs(out: Path) -> None:
    """Write man page and completions below a prefix."""
    page = out / "share" / "man" / "man1" / f"{NAME}.1.gz"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_bytes(gzip.compress(man_page().encode(), mtime=0))  # the same bytes each time
    for shell, place in COMPLETIONS.items():
        kind = get_completion_class(shell)
        if kind is None:
            raise LookupError(f"this version of click does not know {shell}")
        kind._check_version = staticmethod(lambda: None)  # of the shell here, if there is one
        path = out / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(kind(cli, {}, NAME, f"_{NAME.upper()}_COMPLETE").source(), "utf-8")


if __name__ == "__main__":
    write_command_docs(Path(sys.argv[1]))
