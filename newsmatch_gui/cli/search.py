"""Searching the pictures of a collection, and suggesting some for a text."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import click

from newsmatch_gui.cli.options import COLLECTION
from newsmatch_gui.domain.cut_off import likely
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.filters import Filters, Orientation, day_of
from newsmatch_gui.domain.query import EVEN, Example, Query, parse
from newsmatch_gui.domain.ranking import Ranking
from newsmatch_gui.services.ranking import Candidate, Pool, candidates, load_pool

_TOP = click.option("--top", default=10, show_default=True, type=click.IntRange(1))
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


@click.command()
@COLLECTION
@click.argument("words", default="")
@click.option("--like", multiple=True, metavar="ID|FILE", help="A picture they shall resemble.")
@click.option("--unlike", multiple=True, metavar="ID|FILE", help="One they shall differ from.")
@click.option("--pictures", default=EVEN, show_default=True, type=click.FloatRange(0, 1),
              help="0 counts only words in texts, 1 only what pictures show.")  # fmt: skip
@click.option("--article", default="", help="Id of the article on the desk.")
@click.option("--usable", is_flag=True, help="Only what may be published.")
@click.option("--source", default="", help="Words of the credit or source.")
@click.option("--person", default="", help="Somebody it shows.")
@click.option("--since", default="", help="Earliest day, month or year it was taken.")
@click.option("--until", default="", help="Latest day, month or year it was taken.")
@click.option("--orientation", type=click.Choice([kind.value for kind in Orientation]))
@click.option("--long-side", default=0, type=click.IntRange(0, 1_000_000),
              help="Fewest pixels of it.")  # fmt: skip
@click.option("--unused", is_flag=True, help="Not used for another article.")
@_TOP
@_JSON
def search(
    collection: Path, words: str, *, like: tuple[str, ...], unlike: tuple[str, ...],
    pictures: float, article: str, usable: bool, source: str, person: str, since: str, until: str,
    orientation: str | None, long_side: int, unused: bool, top: int, as_json: bool,
) -> None:  # fmt: skip
    """Search the pictures of COLLECTION by WORDS, -unwanted words, "phrases" and pictures."""
    from newsmatch_gui.services.searching import search as search_pool

    pool = load_pool(collection)
    examples = [_example(pool, name, 1.0) for name in like]
    examples += [_example(pool, name, -1.0) for name in unlike]
    filters = Filters(
        usable=usable, source=source, person=person, since=_day(since, last=False),
        until=_day(until, last=True), orientation=Orientation(orientation) if orientation else None,
        long_side=long_side, unused=unused, undecided=bool(article),
    )  # fmt: skip
    query = Query(parse(words), tuple(examples), pictures)
    _print(pool, search_pool(pool, query, filters, article_id=article), top, as_json=as_json)


@click.command()
@COLLECTION
@click.argument("story", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option("--add", is_flag=True, help="Add the text to the collection as an article.")
@_TOP
@_JSON
def suggest(collection: Path, story: Path, add: bool, top: int, as_json: bool) -> None:
    """Suggest pictures of COLLECTION for STORY: a text, Markdown or HTML file, or - for stdin."""
    from newsmatch_gui.services.suggesting import add_story, read_story, story_of_bytes
    from newsmatch_gui.services.suggesting import suggest as suggest_from

    pool = load_pool(collection)
    if story == Path("-"):
        read = story_of_bytes(sys.stdin.buffer.read(), "the input")
    else:
        read = read_story(story)
    found = suggest_from(pool, read)
    about = {"title": found.story.title, "read": found.reading.text}
    if add:
        about["article"] = add_story(pool, found)
    _print(pool, found.ranking, top, as_json=as_json, about=about)


def _print(
    pool: Pool, ranking: Ranking, top: int, *, as_json: bool, about: dict[str, str] | None = None
) -> None:
    """Print the first pictures, and how many are likely."""
    found = candidates(pool, ranking, top)
    count = likely(ranking.scores)
    if as_json:
        rows = [asdict(candidate) for candidate in found]
        whole = (about or {}) | {"likely": count, "ranked": len(ranking), "candidates": rows}
        click.echo(json.dumps(whole, ensure_ascii=False))
        return
    for name, text in (about or {}).items():
        click.echo(f"{name}: {text}")
    click.echo(f"{count} likely of {len(ranking)} pictures")
    for candidate in found:
        if candidate.rank == count + 1 and count:
            click.echo("      less likely:")
        click.echo(_line(candidate))


def _line(candidate: Candidate) -> str:
    image = candidate.image
    about = image.caption or Path(image.path).name
    return f"{candidate.rank:4d}  {candidate.lead:+5.1f} σ  {image.id}  {about}"


def _day(typed: str, *, last: bool) -> str:
    day = day_of(typed, last=last)
    if day is None:
        raise NewsMatchError(f"{typed!r} is no day; give one such as 2024-05-31, a month or a year")
    return day


def _example(pool: Pool, name: str, weight: float) -> Example:
    if name in pool.image_ids:
        return Example(image_id=name, weight=weight)
    if not Path(name).is_file():
        raise NewsMatchError(f"{name} is neither the id of an indexed picture nor a file")
    return Example(path=str(Path(name).absolute()), weight=weight)
