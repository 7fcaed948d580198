"""Opening a file of exported decisions as a collection of its own, to learn from it."""

from pathlib import Path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import Work
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.store.collection import Collection


def open_pairs(source: Path, *, images: Path | None = None, base: str = "") -> Work[Path]:
    """Import exported decisions into a collection beside their file and index it.

    Args:
        source: What ``export_pairs`` wrote as ``jsonl``.
        images: Folder that the photos lie in; beside the file by default.
        base: Model that indexes; the collection's own, the starter at first, by default.

    Returns:
        The collection's folder.

    Raises:
        NewsMatchError: The file is no table of decisions, or none of its photos was found.
    """
    folder = source.with_suffix(".newsmatch")
    report = yield from import_source(folder, source, format="decisions", images=images)
    with Collection.open(folder) as collection:
        photos = collection.images.count()
    if not photos or not (report.decisions or report.known):
        reason = report.problems[0].sentence() if report.problems else f"{source} is empty"
        raise NewsMatchError(
            f"no decision of {source.name} can be used ({reason}); say where the photos lie with "
            "--images"
        )
    yield from build_index(folder, model=base)
    return folder
