"""A newsroom whose decisions can be learned: articles name the colour of their picture."""

from pathlib import Path

import numpy as np
from PIL import Image

from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index

COLOURS = {
    "red": (200, 30, 30), "green": (30, 170, 40), "blue": (30, 50, 200), "yellow": (220, 210, 40),
    "white": (235, 235, 235), "black": (20, 20, 20), "pink": (240, 130, 180),
    "brown": (110, 70, 30),
}  # fmt: skip


def colour_photo(path: Path, colour: tuple[int, int, int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    noise = rng.normal(0, 18, (8, 8, 3))
    pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
    Image.fromarray(pixels).resize((48, 48), Image.Resampling.BICUBIC).save(path)


def colour_newsroom(home: Path, model: str, *, each: int = 12, decided: int = 64) -> Path:
    """Make and index a collection; the first ``decided`` articles get their picture chosen."""
    photos = home / "photos"
    photos.mkdir(parents=True)
    rows = ["article_id,title,image_id,image"]
    for number in range(each * len(COLOURS)):
        name = list(COLOURS)[number % len(COLOURS)]
        file = f"p{number}.png"
        colour_photo(photos / file, COLOURS[name], number)
        rows.append(f"a{number},The {name} house number {number},i{number},{file}")
    source = home / "colours.csv"
    source.write_text("\n".join(rows) + "\n")
    folder = home / "c.newsmatch"
    finish(import_source(folder, source, images=photos))
    finish(build_index(folder, model=model))
    decide(folder, range(decided))
    return folder


def decide(folder: Path, numbers: range, verdict: Verdict = Verdict.CHOSEN) -> None:
    with Desk(folder, annotator="tester") as desk:
        for number in numbers:
            desk.decide(f"a{number}", f"i{number}", verdict, Shown())
