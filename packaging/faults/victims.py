"""What is going on when a fault strikes: each runs in a child process until it is harmed."""

import random
import shutil
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from threading import Thread

from ground import ARTICLES, Say, tell_faults, words

from newsmatch_gui.domain.learning import Depth
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.backing_up import back_up, backups_of
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.learning import finetune
from newsmatch_gui.services.restoring import restore
from newsmatch_gui.services.train_options import train_options
from newsmatch_gui.services.training_run import find_run
from newsmatch_gui.store.collection import Collection


def decide(
    folder: Path, say: Say, *, wait: float = 0.0, most: int = 10**9,
    articles: range = range(ARTICLES),
) -> None:  # fmt: skip
    """Decide, and say so once the call returned; undo and redo now and then.

    Who decides at the same time needs articles that begin elsewhere, and is somebody else: of each
    holds what was said last, and undo takes back one's own.
    """
    rng = random.Random()
    with Desk(folder, annotator=f"ann-{articles.start}") as desk:
        for number in range(most):
            article, image = f"a{rng.choice(articles)}", f"i{rng.randrange(ARTICLES)}"
            desk.decide(article, image, Verdict.CHOSEN, Shown("m" * 32, "headline@1", 2, 0.5))
            say(f"ack {words(desk.said(article)[image])}")
            if number % 5 == 4:
                desk.undo()
                desk.redo()
            time.sleep(wait)


def beside(
    folder: Path, say: Say, work: Callable[[], None], articles: range = range(ARTICLES)
) -> None:
    """Decide in a thread of its own while something else goes on."""

    def deciding() -> None:
        decide(folder, say, wait=0.002, articles=articles)

    Thread(target=tell_faults, args=(say, deciding), daemon=True).start()
    work()


def importing(folder: Path, say: Say, articles: range = range(ARTICLES)) -> None:
    """Import one new table after the other, and merge decisions that were exported before."""

    def work() -> None:
        exported = folder.parent / "pairs.jsonl"
        for number in count(time.time_ns()):
            rows = [f"n{number}-{row},Headline {row}" for row in range(400)]
            source = folder.parent / "new.csv"
            source.write_text("\n".join(["article_id,title", *rows]) + "\n")
            finish(import_source(folder, source))
            finish(import_source(folder, exported))

    export_pairs(folder, folder.parent / "pairs.jsonl")
    beside(folder, say, work, articles)


def indexing(folder: Path, say: Say) -> None:
    """Index from nothing, again and again."""

    def work() -> None:
        while True:
            finish(build_index(folder))
            for cached in (folder / "cache" / "vectors").iterdir():
                for name in ("images", "texts"):
                    for kind in ("keys", "f32"):
                        (cached / f"{name}.{kind}").unlink(missing_ok=True)

    beside(folder, say, work)


def training(folder: Path, say: Say) -> None:
    """Train, going on where an earlier training was killed."""

    def work() -> None:
        given = {"epochs": 6, "batch": 8, "patience": 6, "rate": 1e-3}
        options = train_options(Depth.FULL, None, given)
        while True:
            resume = find_run(folder) is not None
            finish(finetune(folder, depth=Depth.FULL, options=options, resume=resume,
                            activate_better=False))  # fmt: skip

    beside(folder, say, work)


def exporting(folder: Path, say: Say) -> None:
    """Export into the same file, again and again."""

    def work() -> None:
        while True:
            export_pairs(folder, folder.parent / "out.jsonl")

    beside(folder, say, work)


def backing_up(folder: Path, say: Say) -> None:
    """Make one backup after the other."""

    def work() -> None:
        while True:
            finish(back_up(folder))

    beside(folder, say, work)


def restoring(folder: Path, say: Say) -> None:
    """Decide a little and go back to the newest backup, putting back what came since."""
    while True:
        decide(folder, say, most=5)
        finish(restore(folder, backups_of(folder)[0], keep=True))


def migrating(folder: Path, say: Say) -> None:
    """Open a collection of an older version."""
    say("ack-none opening")
    Collection.open(folder).close()


def fill(target: Path, leave: int) -> Path:
    """Fill the disk of a folder but for some bytes."""
    filler = target / "filler"
    with filler.open("wb") as file:
        file.truncate(0)
        free = shutil.disk_usage(target).free
        block = b"\0" * 65_536
        while free > leave:
            free -= file.write(block[: max(1, min(len(block), free - leave))])
    return filler
