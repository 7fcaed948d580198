"""Run files of NewsImages 2021 to 2023: one line an article, its id, then image ids, best first.

What the task's own evaluator does with odd lines is kept: a repeated image takes up its places, an
unknown one too, and of an article that stands there twice the last line that finds its image
counts. Where that evaluator stops with an error, reading goes on and says so.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.measures import DEPTH
from newsmatch_gui.exchange.pairs import atomic_text

HEADER = ("article_id", "image_ids")
_LARGEST = 2_000_000_000  # bytes: 10,000 articles with 10,000 long ids are half of that
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class RunFile:
    """What a run file predicts.

    Attributes:
        lines: (article id, image ids best first) in the order of the file, repeated ones included.
        notes: What was odd, one sentence each.
    """

    lines: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]

    def ranks(self, pairs: Sequence[tuple[str, str]]) -> list[int | None]:
        """Return the rank (from 1) of each (article, image), None beyond the first 100."""
        found: dict[tuple[str, str], int] = {}
        wanted: dict[str, set[str]] = {}
        for article_id, image_id in pairs:
            wanted.setdefault(article_id, set()).add(image_id)
        for article_id, images in self.lines:
            seen: set[str] = set()
            for place, image_id in enumerate(images[:DEPTH], start=1):
                if image_id in wanted.get(article_id, ()) and image_id not in seen:
                    seen.add(image_id)
                    found[article_id, image_id] = place
        return [found.get(pair) for pair in pairs]


def read_run(path: Path, articles: Collection[str], images: Collection[str]) -> RunFile:
    """Read anybody's run file.

    A first line whose first field is no integer is a header and is skipped, unless it is the id of
    an article; the header that ``write_run`` writes always is. Only the first 100 images of a line
    are kept.

    Args:
        path: The file: tab-separated, UTF-8.
        articles: Ids of the articles that can be predicted.
        images: Ids of the pool.

    Raises:
        NewsMatchError: The file cannot be read, is no such text, or has no line of these articles.
    """
    rows = [line.split("\t") for line in _text(path).splitlines()]
    ids = {*articles, *images}
    rows = [[_unquoted(cell.strip(), ids) for cell in row] for row in rows]
    rows = [row[: _last(row)] for row in rows if any(row)]
    if rows and _is_header(rows[0], articles):
        del rows[0]
    lines = tuple((row[0], tuple(row[1:])) for row in rows if row[0] in articles)
    if not lines:
        raise NewsMatchError(
            f"{path.name} has no line of an article of this collection; each line must be an "
            "article id and at least 100 image ids, separated by tabs"
        )
    foreign = [row[0] for row in rows if row[0] not in articles]
    kept = tuple((article_id, images[:DEPTH]) for article_id, images in lines)
    return RunFile(kept, tuple(_notes(lines, foreign, articles, images)))


def _notes(
    lines: Sequence[tuple[str, tuple[str, ...]]],
    foreign: Sequence[str],
    articles: Collection[str],
    images: Collection[str],
) -> Iterable[str]:
    def told(ids: Iterable[str], sentence: str) -> Iterable[str]:
        listed = list(dict.fromkeys(ids))
        if listed:
            more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
            yield f"{', '.join(name[:40] for name in listed[:_SHOWN])}{more}: {sentence}"

    known, pool = set(), set(images)
    repeated = []
    for article_id, _ in lines:
        repeated += [article_id] if article_id in known else []
        known.add(article_id)
    yield from told(foreign, "no such article in the collection, so the line does not count")
    yield from told(repeated, "predicted twice; the last line that finds the image counts")
    yield from told(
        (a for a in articles if a not in known), "not predicted, which counts as a miss"
    )
    least = min(DEPTH, len(pool))
    yield from told(
        (a for a, found in lines if len(found) < least),
        f"fewer than {least} images; the task's evaluator refuses such a line",
    )
    yield from told(
        (a for a, found in lines if len(set(found[:DEPTH])) < len(found[:DEPTH])),
        "an image stands there twice; it takes up both places",
    )
    unknown = (a for a, found in lines if any(image not in pool for image in found[:DEPTH]))
    yield from told(unknown, "an image that is not in the pool; it takes up its place")


def write_run(path: Path, rankings: Iterable[tuple[str, Sequence[str]]]) -> int:
    """Write a run file as a whole; returns the number of lines.

    Where an article's id is no integer a header comes first: the task's evaluator skips a first
    line that does not start with one.

    Args:
        path: The file; one that exists is replaced.
        rankings: (article id, image ids best first).

    Raises:
        NewsMatchError: The file cannot be written, or an id holds a tab or a line break.
    """
    count = 0
    with atomic_text(path) as file:
        for article_id, images in rankings:
            cells = (article_id, *images)
            if (odd := next((c for c in cells if not _fits(c)), None)) is not None:
                raise NewsMatchError(
                    f"the id {odd[:40]!r} holds a tab, a line break or blanks around it, which "
                    "a run file cannot hold; import it under another id"
                )
            if count == 0 and not _is_integer(article_id):
                file.write("\t".join(HEADER) + "\n")
            file.write("\t".join(cells) + "\n")
            count += 1
    return count


def _fits(cell: str) -> bool:
    return bool(cell) and "\t" not in cell and len(cell.splitlines()) == 1 and cell == cell.strip()


def _is_header(row: Sequence[str], articles: Collection[str]) -> bool:
    """Tell a first line that names columns; ours is known even where an article is called so."""
    return tuple(row) == HEADER or (row[0] not in articles and not _is_integer(row[0]))


def _unquoted(cell: str, ids: Collection[str]) -> str:
    """Return a cell without the quotes that some writers put around every one."""
    quoted = len(cell) > 1 and cell[0] == cell[-1] == '"' and cell not in ids
    return cell[1:-1].replace('""', '"').strip() if quoted else cell


def _last(row: Sequence[str]) -> int:
    """Return the length of a row without the empty cells that some writers leave at its end."""
    filled = [number for number, cell in enumerate(row, start=1) if cell]
    return filled[-1]


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            raise NewsMatchError(f"{path} is larger than 2 GB; keep 100 images in each line")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NewsMatchError(f"{path} is no text in UTF-8; save it so") from error
    except OSError as error:
        raise NewsMatchError(f"{path} cannot be read ({error.strerror})") from error


def _is_integer(cell: str) -> bool:
    """Tell whether the task's evaluator takes a cell for a number."""
    digits = cell[1:] if cell[:1] in ("-", "+") else cell
    return digits.isascii() and digits.isdigit()
