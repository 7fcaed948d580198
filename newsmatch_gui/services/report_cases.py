"""The articles and pictures of a report: hubs, failures, what gained and what lost."""

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import numpy as np

from newsmatch_gui.domain.progress import Progress, Work
from newsmatch_gui.domain.records import Image
from newsmatch_gui.domain.word_changes import word_changes
from newsmatch_gui.exchange.html_report import (
    THUMBNAIL,
    Case,
    Cases,
    Grid,
    Picture,
    Section,
    jpeg_uri,
)
from newsmatch_gui.services.findings import Findings
from newsmatch_gui.services.pictures import blurred, pixels_inside
from newsmatch_gui.services.side_by_side import SideBySide
from newsmatch_gui.services.sides import Picture as Ranked
from newsmatch_gui.services.sides import Side, sides_of
from newsmatch_gui.services.studying import TOP, Study
from newsmatch_gui.store.collection import Collection

_SHOWN = 5  # best images beside a true one
_HUBS = 12
_LONGEST_READ = 1_200  # characters of each part of a reading
_PARTS_SHOWN = 4
_SEED = 0


@dataclass(slots=True)
class Album:
    """Thumbnails by path; a hub is shown often and decoded once.

    Attributes:
        sensitive: Paths of photos that people marked as sensitive, and that are blurred.
        uris: What was decoded.
    """

    sensitive: frozenset[str]
    uris: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, *studies: Study) -> Self:
        """Return an empty album for pictures of some studies."""
        paths: set[str] = set()
        for study in studies:
            with Collection.open(study.pool.folder) as collection:
                paths.update(collection.picture_marks.sensitive().values())
        return cls(frozenset(paths))

    def uri(self, path: str) -> str:
        """Return a photo as a data URI, empty when it cannot be read."""
        if path not in self.uris:
            found = pixels_inside(Path(path), (THUMBNAIL, THUMBNAIL)) if path else None
            if found is not None and path in self.sensitive:
                found = blurred(found)
            self.uris[path] = "" if found is None else jpeg_uri(*found)
        return self.uris[path]

    def picture(self, image: Image, note: str, *, is_true: bool = False) -> Picture:
        """Return an image with what stands under it."""
        if image.path in self.sensitive:
            note += ", sensitive: blurred"
        return Picture(self.uri(image.path), image.caption or image.id, note, image.credit, is_true)

    def ranked(self, found: Ranked) -> Picture:
        """Return an image with its place in a ranking."""
        note = f"{found.rank:,}. {found.lead:+.1f} σ"
        return self.picture(found.image, note, is_true=found.is_true)


# Hubs ----------------------------------------------------------------------------------------


def hubs(study: Study, album: Album) -> Section:
    """Return the images that crowd out the others."""
    often = study.occurrences
    true = Counter(study.true_places.tolist())
    most = [int(place) for place in np.argsort(-often, kind="stable")[:_HUBS] if often[place]]
    expected = study.top.size / len(often)
    with Collection.open(study.pool.folder) as collection:
        images = [collection.images.get(study.image_id(place)) for place in most]
    pictures = tuple(
        album.picture(
            image or Image(study.image_id(place), ""),
            f"first {study.top.shape[1]} of {often[place]:,}, true for {true[place]:,}",
        )
        for place, image in zip(most, images, strict=True)
    )
    share = often[most].sum() / study.top.size
    return Section(
        "Hub images",
        f"Images that are among the first {study.top.shape[1]} of the most articles; an average "
        f"image is there for {expected:.1f}. These {len(most)} take {share:.1%} of all those "
        f"places; {int((often == 0).sum()):,} of {len(often):,} images never get one.",
        pictures=pictures,
    )


# Failures ------------------------------------------------------------------------------------


def failures(found: Findings, album: Album, most: int) -> Work[Section]:
    """Return the worst failures, and as many of the others at random."""
    study = found.study
    failed = np.flatnonzero(study.true_ranks > TOP)
    order = failed[np.argsort(-study.true_ranks[failed], kind="stable")]
    worst, rest = order[:most], order[most:]
    some = np.random.default_rng(_SEED).permutation(rest)[:most]
    said = Counter(tag for a in study.articles for tag in found.failure_tags.get(a.id, ()))
    tags = tuple((_words(tag), f"{count:,}") for tag, count in said.most_common())
    chosen = tuple(study.articles[number].id for number in (*worst, *some))
    cases = []
    for done, (article_id, side) in enumerate(
        zip(chosen, sides_of(study, chosen, top=_SHOWN), strict=True)
    ):
        yield Progress(done, len(chosen), "drawing failures")
        cases.append(_failure(found, article_id, side, album))
    groups = (
        Cases(f"The {len(worst):,} worst", "Greatest rank first.", tuple(cases[: len(worst)])),
        Cases(f"{len(some):,} others, picked at random",
              "So that not only the oddest are looked at; the same ones each time.",
              tuple(cases[len(worst) :])),
    )  # fmt: skip
    return Section(
        "Failures",
        f"{len(failed):,} of {len(study.articles):,} articles have no true image among their "
        f"first {TOP}.",
        grids=(Grid("What people said of them", ("Tag", "Articles"), tags),) if tags else (),
        cases=tuple(group for group in groups if group.cases),
    )  # fmt: skip


def _failure(found: Findings, article_id: str, side: Side, album: Album) -> Case:
    study = found.study
    article = study.articles[study.row[article_id]]
    tags = (_words(tag) for tag in found.failure_tags.get(article_id, ()))
    return Case(
        article.title or article.id, article.lang,
        (article.id, article.domain.upper(), f"true image at rank {side.true.rank:,}", *tags),
        (("The true image, and the first ones",
          (album.ranked(side.true), *map(album.ranked, side.top))),),
        read=_read(side),
    )  # fmt: skip


def _read(side: Side) -> tuple[str, ...]:
    if side.reading is None:
        return ()
    parts = [_short(part.text) for part in side.reading.parts[:_PARTS_SHOWN]]
    more = len(side.reading.parts) - len(parts)
    return (*parts, *([f"… and {more:,} more parts"] if more else []))


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_READ else text[:_LONGEST_READ] + " …"


def _words(tag: str) -> str:
    return tag.replace("_", " ")


def changes(sides: SideBySide, album: Album, most: int) -> Work[tuple[Cases, ...]]:
    """Return the articles that gained and lost most."""
    gains = [int(n) for n in sides.order[:most] if sides.turns[n] > 0]
    losses = [int(n) for n in sides.order[::-1][:most] if sides.turns[n] < 0]
    ids = tuple(sides.articles[number].id for number in (*gains, *losses))
    views = zip(sides_of(sides.before, ids, top=1), sides_of(sides.after, ids, top=1), strict=True)
    cases = []
    for number, (before, after) in zip((*gains, *losses), views, strict=True):
        yield Progress(len(cases), len(ids), "drawing changes")
        cases.append(_change(sides, number, before, after, album))
    about = "By the change of the reciprocal rank, of which only the first 100 places count."
    groups = (
        Cases("Greatest gains", about, tuple(cases[: len(gains)])),
        Cases("Greatest losses", about, tuple(cases[len(gains) :])),
    )
    return tuple(group for group in groups if group.cases)


def _change(sides: SideBySide, number: int, before: Side, after: Side, album: Album) -> Case:
    article = sides.articles[number]
    ours, theirs = (_one_text(side) for side in (before, after))
    return Case(
        article.title or article.id, article.lang,
        (article.id, f"rank {sides.ranks_before[number]:,} → {sides.ranks_after[number]:,}",
         f"reciprocal rank {sides.gains[number]:+.4f}",
         f"lead {before.true.lead:+.1f} → {after.true.lead:+.1f} σ"),
        (("The true image, and the first one before and after",
          (album.picture(before.true.image, "true", is_true=True),
           album.picture(before.top[0].image, "first before", is_true=before.top[0].is_true),
           album.picture(after.top[0].image, "first after", is_true=after.top[0].is_true))),),
        words=word_changes(ours.split(), theirs.split()),
    )  # fmt: skip


def _one_text(side: Side) -> str:
    return " ".join(_read(side))
