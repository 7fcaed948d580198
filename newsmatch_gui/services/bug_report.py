"""A report to paste into a bug: versions, counts and the end of the log, and no newsroom's text."""

import platform
from pathlib import Path

from newsmatch_gui import __version__
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.services.backing_up import backups_of
from newsmatch_gui.services.doctor_machine import package_versions
from newsmatch_gui.services.indexing import read_entry
from newsmatch_gui.services.logbook import discreet_trace, last_lines, without_names
from newsmatch_gui.store.collection import Collection


def bug_report(folder: Path | None, error: BaseException | None = None) -> str:
    """Return a report as plain text.

    Args:
        folder: The collection that is open, None for none.
        error: What went wrong, None when nothing was raised.
    """
    packages = ", ".join(f"{name} {number}" for name, number in package_versions().items())
    lines = [
        f"NewsMatch {__version__}, Python {platform.python_version()}, {platform.platform()}",
        packages,
        "no collection is open" if folder is None else _collection(folder),
    ]
    if error is not None:
        lines += ["", discreet_trace(error)]
    return without_names("\n".join([*lines, "", "End of the log:", *last_lines(), ""]))


def _collection(folder: Path) -> str:
    try:
        with Collection.open(folder) as collection:
            counts = (
                f"{collection.articles.count()} articles, {collection.images.count()} images, "
                f"{collection.decisions.count()} rows of decisions"
            )
            fingerprint = collection.setting("fingerprint")
            entry = read_entry(collection.vectors_folder(fingerprint or "none"))
    except NewsMatchError as error:
        return f"the collection does not open: {type(error).__name__}"
    model = f"model {fingerprint[:12]} of {entry.dim} dimensions on {entry.device}" if entry else (
        "not indexed"
    )  # fmt: skip
    return f"{counts}; {model}; {len(backups_of(folder))} backups"
