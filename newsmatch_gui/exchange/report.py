"""A single-file HTML report: articles beside their ranked pictures."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO

from jinja2 import Environment, FileSystemLoader, select_autoescape
from PIL.Image import Image as Pixels

from newsmatch_gui.domain.reading import Reading
from newsmatch_gui.domain.records import Article, Image
from newsmatch_gui.exchange.html_report import style_sheet
from newsmatch_gui.resources import resource_path

THUMBNAIL = 320


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One article with its pictures as (rank, image, lead in std deviations, is the true one)."""

    article: Article
    reading: Reading | None
    pictures: tuple[tuple[int, Image, float, bool], ...]


def render_report(
    rows: Sequence[ReportRow],
    *,
    model: str,
    pool: int,
    ranks: Mapping[str, int],
    measures: Mapping[str, float],
    decode: Callable[[str], Pixels | None],
) -> str:
    """Render the report; pictures are embedded as thumbnails, text is escaped, nothing is linked.

    Args:
        rows: Articles with their first pictures.
        model: Name of the model.
        pool: Size of the image pool.
        ranks: Rank of the true image by article id, where known.
        measures: The task's measures by name; empty without a ground truth.
        decode: Returns the photo at a path, None when it can't be read.
    """
    environment = Environment(
        loader=FileSystemLoader(resource_path("report")), autoescape=select_autoescape(["html"])
    )
    style, digest = style_sheet("report.css")
    return environment.get_template("report.html").render(
        style=style, digest=digest, rows=rows, model=model, pool=pool, ranks=ranks,
        measures=measures, thumbnail=lambda path: _thumbnail(path, decode),
    )  # fmt: skip


def _thumbnail(path: str, decode: Callable[[str], Pixels | None]) -> str:
    """Return a photo as a data URI, empty when it can't be read."""
    photo = decode(path)
    if photo is None:
        return ""
    photo.thumbnail((THUMBNAIL, THUMBNAIL))
    buffer = BytesIO()
    photo.save(buffer, "JPEG", quality=80)
    return "data:image/jpeg;base64," + base64.b64encode(buffer.getvalue()).decode("ascii")
