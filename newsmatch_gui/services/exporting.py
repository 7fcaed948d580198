"""Exporting decisions as training pairs, and a ranking as a page to look at."""

from collections.abc import Iterator
from pathlib import Path

from PIL.Image import Image as Pixels

from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import Pair
from newsmatch_gui.exchange.pairs import atomic_text, write_jsonl, write_openclip_csv, write_sidecar
from newsmatch_gui.exchange.report import THUMBNAIL, ReportRow, render_report
from newsmatch_gui.services.evaluating import evaluate
from newsmatch_gui.services.ranking import Pool, candidates, rank_article
from newsmatch_gui.store.collection import Collection

FORMATS = ("jsonl", "openclip-csv")


def export_pairs(folder: Path, target: Path, *, format: str = "jsonl") -> int:
    """Write the decisions that hold to a file; an existing file is replaced as a whole.

    ``jsonl`` is lossless: every verdict with who, when and what was shown. ``openclip-csv`` holds
    what open_clip trains on: the chosen and acceptable images with the text the encoder reads.

    Returns:
        The number of rows written.

    Raises:
        NewsMatchError: Unknown format, or the file cannot be written.
    """
    if format not in FORMATS:
        raise NewsMatchError(f"there is no export format {format!r}; use {' or '.join(FORMATS)}")
    with Collection.open(folder) as collection:
        pairs = _pairs(collection)
        if format == "jsonl":
            return write_jsonl(target, pairs)
        count = write_openclip_csv(target, pairs)
        write_sidecar(target, collection.setting("reading"), collection.setting("model"), count)
        return count


def _pairs(collection: Collection) -> Iterator[Pair]:
    recipe, model = collection.setting("reading"), collection.setting("fingerprint")
    for decision in collection.decisions.all_current():
        article = collection.articles.get(decision.article_id)
        image = collection.images.get(decision.image_id) if decision.image_id else None
        if article is not None:
            yield Pair(article, image, decision, collection.readings.get(article.id, recipe, model))


def write_overview(pool: Pool, target: Path, *, top: int = 5) -> Work[None]:
    """Write a single HTML file that shows every article beside its ranked pictures.

    Raises:
        NewsMatchError: The file cannot be written.
    """
    rows = []
    with Collection.open(pool.folder) as collection:
        lines = collection.articles.lines()
        for done, line in enumerate(lines):
            yield Progress(done, len(lines), "writing the overview")
            article = collection.articles.get(line.id)
            if article is None or not pool.is_indexed(line.id):
                continue
            ranked = candidates(pool, rank_article(pool, line.id, top=top), top)
            read = collection.readings.get(line.id, pool.recipe, pool.model.fingerprint)
            true = collection.articles.true_images(line.id)
            pictures = tuple((c.rank, c.image, c.lead, c.image.id in true) for c in ranked)
            rows.append(ReportRow(article, read, pictures))
        measures = evaluate(pool) if collection.articles.truth() else None
    html = render_report(
        rows, model=pool.title, pool=len(pool.image_ids),
        ranks=measures.ranks if measures else {},
        measures=measures.measures.as_json() if measures else {}, decode=_decode,
    )  # fmt: skip
    with atomic_text(target) as file:
        file.write(html)
    yield Progress(len(lines), len(lines), "writing the overview")


def _decode(path: str) -> Pixels | None:
    try:
        return decode_photo(read_photo(Path(path)).content, target=THUMBNAIL)
    except UnreadablePhotoError:
        return None
