"""Makes resources/demo from two packages of pictures and the articles beside this file.

The pictures are cut-outs from Debian's ``tuxpaint-stamps-default`` and photos that scikit-image
ships. Cut-outs are set on a plain ground, since a news picture has one.

    python packaging/demo/make_demo.py --stamps usr/share/tuxpaint/stamps \\
        --skimage site-packages/skimage/data --out resources/demo
"""

import argparse
import csv
import json
from pathlib import Path

from PIL import Image

HERE = Path(__file__).parent
LONGEST = 512
ENLARGED = 2.0  # cut-outs are small; more would only show their pixels
# Calm grounds of the kind a studio uses: (top, bottom) of a vertical gradient.
DAY = (
    ((238, 240, 243), (205, 210, 216)),
    ((243, 240, 234), (214, 207, 196)),
    ((232, 240, 238), (198, 212, 208)),
    ((236, 238, 246), (202, 207, 224)),
)
NIGHT = ((44, 50, 70), (14, 16, 26))  # for what shines
FIELDS = ("caption", "caption_de", "credit", "licence", "source")


def main() -> None:
    """Write the pool, the articles and nothing else into the output folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stamps", type=Path, required=True)
    parser.add_argument("--skimage", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    (options.out / "images").mkdir(parents=True, exist_ok=True)
    pictures = read_pictures()
    roots = {"stamps": options.stamps, "skimage": options.skimage}
    for number, (image_id, picture) in enumerate(pictures.items()):
        root, _, name = picture["source"].partition("/")
        with Image.open(roots[root] / name) as image:
            day = DAY[number % len(DAY)]
            photo = prepare(image, NIGHT if picture["ground"] == "night" else day)
        save(photo, options.out / "images" / f"{image_id}.jpg", picture)
    write_rows(pictures, options.out / "demo.jsonl")


def read_pictures() -> dict[str, dict[str, str]]:
    """Return the rows of pictures.csv by image id."""
    with (HERE / "pictures.csv").open(encoding="utf-8", newline="") as file:
        return {row["image_id"]: row for row in csv.DictReader(file)}


def prepare(image: Image.Image, ground: tuple[tuple[int, int, int], ...]) -> Image.Image:
    """Return an RGB picture of at most 512 pixels; a cut-out is set on a plain ground."""
    if image.mode in ("RGBA", "LA", "P") and image.convert("RGBA").getextrema()[3][0] < 255:
        return _on_ground(image.convert("RGBA"), ground)
    photo = image.convert("RGB")
    photo.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return photo


def _on_ground(cutout: Image.Image, ground: tuple[tuple[int, int, int], ...]) -> Image.Image:
    cutout = cutout.crop(cutout.getchannel("A").getbbox())
    width, height = (512, 384) if cutout.width >= 0.85 * cutout.height else (384, 512)
    scale = min(0.84 * width / cutout.width, 0.84 * height / cutout.height, ENLARGED)
    if scale == ENLARGED:  # a small cut-out gets a small picture rather than a lost one
        fill = max(cutout.width * scale / width, cutout.height * scale / height) / 0.84
        width, height = max(200, round(width * fill)), max(200, round(height * fill))
    size = (max(1, round(cutout.width * scale)), max(1, round(cutout.height * scale)))
    cutout = cutout.resize(size, Image.Resampling.LANCZOS)
    shade = Image.linear_gradient("L").resize((width, height))
    plain = Image.composite(
        Image.new("RGB", shade.size, ground[1]), Image.new("RGB", shade.size, ground[0]), shade
    )
    plain.paste(cutout, ((width - size[0]) // 2, (height - size[1]) // 2), cutout)
    return plain


def save(photo: Image.Image, target: Path, picture: dict[str, str]) -> None:
    """Save with caption, credit and licence in the EXIF fields made for them."""
    exif = Image.Exif()
    exif[0x010E] = picture["caption"]
    exif[0x013B] = picture["credit"]
    exif[0x8298] = f"{picture['credit']}, {picture['licence']}"
    photo.save(target, "JPEG", quality=86, exif=exif)


def write_rows(pictures: dict[str, dict[str, str]], target: Path) -> None:
    """Write the articles with their pictures, then the rest of the pool."""
    articles = [
        json.loads(line)
        for line in (HERE / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    used = {article["image_id"] for article in articles}
    rows = [article | _image_fields(pictures, article["image_id"]) for article in articles]
    rows += [_image_fields(pictures, image_id) for image_id in pictures if image_id not in used]
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _image_fields(pictures: dict[str, dict[str, str]], image_id: str) -> dict[str, str]:
    fields = {"image_id": image_id, "image": f"images/{image_id}.jpg"}
    return fields | {name: pictures[image_id][name] for name in FIELDS}


if __name__ == "__main__":
    main()
