"""Commands that hand pictures over, and correct what is said of them."""

import sys
from pathlib import Path

import click

from newsmatch_gui.cli.options import COLLECTION, FOLDER
from newsmatch_gui.cli.running import run
from newsmatch_gui.domain.handing_over import PictureField
from newsmatch_gui.services.handing_over import HandOverReport, Wish, hand_over_decided
from newsmatch_gui.services.offers import correct_texts

_SHOWN = 10


@click.command()
@COLLECTION
@click.argument("out", type=FOLDER)
@click.option("--article", "articles", multiple=True, help="Id of an article; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Every article that has a chosen picture.")
@click.option("--template", "templates", multiple=True, help="Name of a template; else all.")
@click.option("--width", default=0, type=click.IntRange(0, 20_000), help="Most pixels across.")
@click.option("--zip", "zipped", is_flag=True, help="ZIP files instead of folders.")
@click.option("--crops/--no-crops", "cropped", default=True, help="A crop for each of crop.ratios.")
def handover(
    collection: Path, out: Path, articles: tuple[str, ...], every: bool,
    templates: tuple[str, ...], width: int, zipped: bool, cropped: bool,
) -> None:  # fmt: skip
    """Write the chosen pictures of COLLECTION into OUT, ready to publish.

    One folder an article: a copy of the picture that says credit and licence of itself and nothing
    of where it was taken, and texts for content management systems. Run again, it makes only what
    is new or was changed.
    """
    if bool(articles) == every:
        raise click.UsageError("give either --article ID or --all")
    wish = Wish(out, templates, width, zipped, cropped)
    report = run(hand_over_decided(collection, wish, article_ids=articles))
    for place in report.made[:_SHOWN]:
        click.echo(place)
    _tell(report)
    if report.left_out and (articles or not (report.made or report.kept)):
        sys.exit(1)


def _tell(report: HandOverReport) -> None:
    click.echo(
        f"{len(report.made)} handed over"
        + (f", {report.kept} as before" if report.kept else "")
        + (f", {len(report.left_out)} left out" if report.left_out else "")
    )
    for problem in report.left_out[:_SHOWN]:
        click.echo(f"  left out: {problem.sentence()}", err=True)
    if len(report.left_out) > _SHOWN:
        click.echo(f"  and {len(report.left_out) - _SHOWN} more", err=True)


@click.command()
@COLLECTION
@click.argument("image")
@click.option("--credit", help="Who must be named.")
@click.option("--licence", help="What is allowed.")
@click.option("--caption", help="What it shows.")
@click.option("--alt", help="What it shows, for those who do not see it.")
def correct(collection: Path, image: str, **texts: str | None) -> None:
    """Correct what is said of IMAGE in COLLECTION; who did so and when is kept."""
    given = {PictureField(name): text for name, text in texts.items() if text is not None}
    if not given:
        raise click.UsageError("give --credit, --licence, --caption or --alt")
    news = correct_texts(collection, image, given)
    click.echo(f"{image}: {', '.join(news) or 'nothing'} corrected")
