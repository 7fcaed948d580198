"""The ``newsmatch`` command."""

import json
import os
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, Protocol

import click

from newsmatch_gui import __version__
from newsmatch_gui.cli.options import COLLECTION, FOLDER
from newsmatch_gui.cli.running import run
from newsmatch_gui.cli.terminal import be_plain
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.records import Domain
from newsmatch_gui.services.demo import demo_folder, prepare_demo
from newsmatch_gui.services.evaluating import Evaluation, evaluate
from newsmatch_gui.services.exporting import FORMATS, export_pairs, write_overview
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.problems import list_problems, save_problems
from newsmatch_gui.services.ranking import Pool, candidates, load_pool, rank_article, rank_text
from newsmatch_gui.services.reading import reading_of

_SHOWN_PROBLEMS = 10


class Windows(Protocol):
    """How commands that end in a window get one; handed in by ``__main__``."""

    def show(self, folder: Path | None, story: Path | None = None) -> int:
        """Open the window, on an article file if one is given, and return its exit code."""

    def grab(self, folder: Path, target: Path) -> None:
        """Draw the window without a screen and save it as PNG."""

    def probe(self, *, on_screen: bool) -> str:
        """Try Qt out, drawing offscreen or looking for a screen; return its version."""


# Commands by their module, which is imported when one of them is asked for: to import all of them
# takes longer than most of them run.
_ELSEWHERE = {
    "bench": ("evaluate", "submit"),
    "doctor": ("backups", "check-model", "check-window", "doctor"),
    "failures": ("failures",),
    "handover": ("correct", "handover"),
    "learning": ("finetune", "models"),
    "rankers": ("rankers",),
    "report": ("report",),
    "search": ("search", "suggest"),
    "text": ("key", "recipes", "settings", "text"),
    "watch": ("watch",),
    "why": ("why",),
}
_MODULES = {name: module for module, names in _ELSEWHERE.items() for name in names}


class _Commands(click.Group):
    """Turns the world's faults into one sentence and exit code 1."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_MODULES})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if (module := _MODULES.get(cmd_name)) is None:
            return super().get_command(ctx, cmd_name)
        found = vars(import_module(f"newsmatch_gui.cli.{module}")).values()
        return next(c for c in found if isinstance(c, click.Command) and c.name == cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Exception as error:
            if (fault := worlds_fault(error)) is None:
                raise
            raise click.ClickException(str(fault)) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newsmatch")
def cli() -> None:
    """Choose the picture for a story. Without a command, the window opens."""
    be_plain()


@cli.command()
@click.argument("collection", required=False, type=FOLDER)
@click.pass_obj
def window(windows: Windows, collection: Path | None) -> None:
    """Open the window, on a COLLECTION if one is given."""
    sys.exit(windows.show(collection))


@cli.command("open")
@click.argument("story", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--collection", type=FOLDER,
    help="Where to look; the one that was open last by default.",
)  # fmt: skip
@click.pass_obj
def open_(windows: Windows, story: Path, collection: Path | None) -> None:
    """Open the window on STORY (text, Markdown or HTML) and suggest pictures for it."""
    sys.exit(windows.show(collection, story))


@cli.command("import")
@COLLECTION
@click.argument("source", type=click.Path(path_type=Path))
@click.option("--format", "format_", default="", help="Format, if it is not recognised.")
@click.option("--images", type=click.Path(path_type=Path), help="Folder of the photos.")
@click.option("--domain", type=click.Choice([d.value for d in Domain]), default=None)
@click.option("--lang", default="", help="Language code for every row, e.g. de.")
def import_(
    collection: Path, source: Path, format_: str, images: Path | None, domain: str | None, lang: str
) -> None:
    """Import SOURCE (table, feed, folder or ZIP of photos) into COLLECTION, made when missing."""
    report = run(
        import_source(
            collection, source, format=format_, images=images, domain=domain or "", lang=lang
        )
    )
    click.echo(
        f"{report.format}: {report.articles} articles and {report.images} images added, "
        + (f"{report.pairs} pairs of the ground truth added, " if report.pairs else "")
        + f"{report.known} known before"
        + (f", {report.moved} moved" if report.moved else "")
        + (f", {report.decisions} decisions added" if report.decisions else "")
    )
    for problem in report.problems[:_SHOWN_PROBLEMS]:
        click.echo(f"  left out: {problem.sentence()}", err=True)
    if len(report.problems) > _SHOWN_PROBLEMS:
        click.echo(
            f"  and {len(report.problems) - _SHOWN_PROBLEMS} more; see them all with: "
            f'newsmatch problems "{collection}"',
            err=True,
        )


@cli.command()
@COLLECTION
@click.option("--save", type=click.Path(path_type=Path), help="Save the list as CSV.")
def problems(collection: Path, save: Path | None) -> None:
    """List the rows and photos of COLLECTION that were left out, with what mends them."""
    if save is not None:
        click.echo(f"{save_problems(collection, save)} rows saved to {save}")
        return
    for problem in list_problems(collection):
        click.echo(problem.sentence())


@cli.command()
@COLLECTION
@click.option("--model", default="", help="newsmatch-starter, ViT-B-32/openai, hf-hub:…, …")
@click.option("--recipe", default="", help="How articles are read: a name or a TOML file.")
@click.option("--batch", default=0, type=click.IntRange(0, 1024), help="Photos per unit of work.")
def index(collection: Path, model: str, recipe: str, batch: int) -> None:
    """Embed what is new in COLLECTION; goes on where an earlier run stopped."""
    report = run(build_index(collection, model=model, recipe=recipe, batch=batch))
    click.echo(
        f"{report.images} images and {report.articles} articles indexed by {report.model}, "
        f"{report.reading}"
    )
    for fault in report.translation_faults:
        click.echo(f"  a translator could not serve: {fault}", err=True)
    if report.faulty:
        click.echo(
            f'{report.faulty} photos cannot be read; see: newsmatch problems "{collection}"',
            err=True,
        )


@cli.command()
@COLLECTION
@click.option("--article", help="Id of an article.")
@click.option("--query", help="Any text.")
@click.option("--top", default=10, show_default=True, type=click.IntRange(1))
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def rank(collection: Path, article: str | None, query: str | None, top: int, as_json: bool) -> None:
    """Rank the images of COLLECTION for an article or a text."""
    if (article is None) == (query is None):
        raise click.UsageError("give either --article ID or --query TEXT")
    pool = load_pool(collection)
    ranking = rank_article(pool, article) if article is not None else rank_text(pool, query or "")
    found = candidates(pool, ranking, top)
    read = reading_of(collection, article, pool.recipe, pool.model.fingerprint) if article else None
    made_by = {
        "model": pool.title, "model_fingerprint": pool.model.fingerprint,
        # A query is read as it was typed.
        "recipe": read.recipe if read else "",
        "translator": read.translator if read else "",
    }  # fmt: skip
    if as_json:
        rows = [asdict(candidate) | made_by for candidate in found]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    by = f", translated by {made_by['translator']}" if made_by["translator"] else ""
    click.echo(f"{pool.title}, {made_by['recipe'] or 'read as typed'}{by}")
    for c in found:
        about = c.image.caption or Path(c.image.path).name
        click.echo(f"{c.rank:4d}  {c.lead:+5.1f} σ  {c.image.id}  {about}")


@cli.command()
@COLLECTION
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--format", "format_", type=click.Choice(FORMATS), default="jsonl")
def export(collection: Path, out: Path, format_: str) -> None:
    """Write the decisions of COLLECTION to OUT as training pairs."""
    count = export_pairs(collection, out, format=format_)
    click.echo(f"{count} rows written to {out}")


@cli.command()
@click.option("--folder", type=click.Path(path_type=Path), help="Where the collection goes.")
@click.option("--no-window", is_flag=True, help="Report and picture instead of a window.")
@click.pass_obj
def demo(windows: Windows, folder: Path | None, no_window: bool) -> None:
    """Import, index and rank the bundled demo, and open the window on it.

    Without a display it leaves demo-report.html and demo-window.png here.
    """
    from newsmatch_gui.cli.bench import print_measures

    folder = folder or demo_folder()
    in_window = has_display() and not no_window
    report, picture = Path("demo-report.html"), Path("demo-window.png")
    if not in_window:
        _check_writable(report, picture)
    run(prepare_demo(folder))
    if in_window:
        sys.exit(windows.show(folder))
    pool = load_pool(folder)
    found = evaluate(pool)
    _print_top(pool, found)
    run(write_overview(pool, report))
    windows.grab(folder, picture)
    print_measures(found)
    click.echo(f"See {report} and {picture}")


def _check_writable(*files: Path) -> None:
    """Refuse at once what would fail after minutes of work."""
    try:
        TemporaryFile(dir=Path.cwd()).close()
    except OSError as error:
        raise NewsMatchError(
            f"{files[0]} cannot be written into {Path.cwd()} ({error.strerror}); "
            "run the demo in another folder"
        ) from error
    for file in filter(Path.is_dir, files):
        raise NewsMatchError(f"{file} is a folder here; run the demo in another one")


def _print_top(pool: Pool, found: Evaluation) -> None:
    for article_id, true_rank in found.ranks.items():
        best = candidates(pool, rank_article(pool, article_id, top=3), 3)
        names = " | ".join(c.image.caption or c.image.id for c in best)
        click.echo(f"{article_id}: {names}  (true picture at {true_rank})")


def has_display() -> bool:
    """Tell whether a window can be shown to somebody."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
