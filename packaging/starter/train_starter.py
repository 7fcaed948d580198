"""Train the heads of ``newsmatch-starter`` on top of its two locked towers.

    python packaging/starter/train_starter.py --news DIR --flickr DIR --cache DIR --out FILE

DIR of ``--news`` holds ``train.csv`` and ``newsimages/<image_id>.jpg`` as MediaEval ships them,
DIR of ``--flickr`` holds ``captions.csv`` and ``images/``. Every photo is encoded once per view
(plain, mirrored, random crops); the features are cached, so that only the first run takes long.
Then several small pairs of heads are trained and laid side by side as one MLP per tower, a form
that open_clip's own configuration can express.
"""

import argparse
import csv
import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageEnhance, ImageOps
from torch import Tensor, nn

from newsmatch_gui.clip.starter import tower_weights
from newsmatch_gui.text.repair import repair_line

HEIGHT, WIDTH = 256, 384
CONTEXT = 77
BATCH = 32
VIEWS = ("plain", "mirrored", "crop1", "crop2", "crop3")

# The widths are open_clip's: its image MLP is twice as wide inside as the embedding, its text MLP
# the mean of tower and embedding. HEADS of these, side by side, fill them exactly.
HEADS = 3
EMBED, IMAGE_HIDDEN, TEXT_HIDDEN = 256, 512, 192
EPOCHS, PAIRS_PER_STEP, RATE, DECAY = 90, 1024, 1e-3, 0.1
IMAGE_DROP, TEXT_DROP, HIDDEN_DROP = 0.55, 0.2, 0.3
TEMPERATURE = 0.07
FOLDS = 5


@dataclass(frozen=True)
class Pairs:
    """Photos and the texts that fit them.

    Attributes:
        photos: Files, one per pair.
        texts: For each photo one or more texts.
    """

    photos: list[Path]
    texts: list[list[str]]


@dataclass
class Features:
    """What the towers make of some pairs: (n, views, width) and (n, texts, width)."""

    image: Tensor
    text: Tensor

    def __getitem__(self, rows: Tensor) -> "Features":
        return Features(self.image[rows], self.text[rows])


def read_news(folder: Path, name: str) -> Pairs:
    """Read a NewsImages table: one repaired title per photo, rows without photo left out."""
    photos, texts = [], []
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            photo = folder / "newsimages" / f"{row['image_id']}.jpg"
            if photo.is_file():
                photos.append(photo)
                texts.append([repair_line(row["article_title"])])
    return Pairs(photos, texts)


def read_flickr(folder: Path) -> Pairs:
    """Read Flickr8k: five captions per photo."""
    captions: dict[str, list[str]] = {}
    with (folder / "captions.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            captions.setdefault(row["image"], []).append(row["caption"])
    photos = [folder / "images" / name for name in captions]
    return Pairs(photos, [texts[:5] for texts in captions.values()])


def tower(prefix: str) -> dict[str, Tensor]:
    """Return one tower's weights without open_clip's prefix."""
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in tower_weights().items()
        if name.startswith(prefix)
    }


def view_of(photo: Path, view: str) -> Tensor:
    """Read a photo as the image tower's input, changed as the view says.

    A crop depends on the file name's hash as seed only, so that a run can be repeated.
    """
    with Image.open(photo) as file:
        image = file.convert("RGB")
    if view == "mirrored":
        image = ImageOps.mirror(image)
    elif view.startswith("crop"):
        image = random_crop(image, random.Random(f"{view} {photo.name}"))
    image = image.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    return torch.from_numpy(np.array(image)).permute(2, 0, 1).float() / 127.5 - 1


def random_crop(image: Image.Image, chance: random.Random) -> Image.Image:
    """Cut out 30 to 100 % of a photo at a random place and shape, change mirror and colours."""
    area = chance.uniform(0.3, 1.0)
    shape = chance.uniform(-0.5, 0.5)
    wide = min(1.0, (area * 2**shape) ** 0.5)
    high = min(1.0, area / wide)
    left, top = chance.uniform(0, 1 - wide), chance.uniform(0, 1 - high)
    width, height = image.size
    box = (left * width, top * height, (left + wide) * width, (top + high) * height)
    image = image.crop(tuple(round(edge) for edge in box))
    if chance.random() < 0.5:
        image = ImageOps.mirror(image)
    for change in (ImageEnhance.Brightness, ImageEnhance.Contrast, ImageEnhance.Color):
        image = change(image).enhance(chance.uniform(0.8, 1.2))
    return image


def image_tower() -> Callable[[Tensor], Tensor]:
    """Return EfficientNet-Lite2 up to its pooled features, compiled for a fixed batch."""
    import timm

    trunk = timm.create_model("tf_efficientnet_lite2", num_classes=0)
    trunk.load_state_dict(tower("visual.trunk."))
    trunk = trunk.eval().requires_grad_(False).to(memory_format=torch.channels_last)
    return torch.compile(trunk, options={"freezing": True})


def encode_photos(photos: list[Path], view: str, trunk: Callable[[Tensor], Tensor]) -> Tensor:
    """Return the pooled features of one view of the photos, in bfloat16's precision."""
    features = []
    with ThreadPoolExecutor(2) as pool, torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(photos), BATCH):
            some = photos[start : start + BATCH]
            batch = torch.zeros(BATCH, 3, HEIGHT, WIDTH)
            for row, pixels in enumerate(pool.map(lambda photo: view_of(photo, view), some)):
                batch[row] = pixels
            batch = batch.contiguous(memory_format=torch.channels_last)
            features.append(trunk(batch)[: len(some)].float())
            if start % (BATCH * 20) == 0:
                print(f"{view}: {start} of {len(photos)} photos", flush=True)
    return torch.cat(features)


def encode_texts(texts: list[str]) -> Tensor:
    """Return MiniLM's mean-pooled states of the texts."""
    from transformers import AutoTokenizer, BertConfig, BertModel

    from newsmatch_gui.clip.starter import text_package

    folder = text_package()
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = BertModel(BertConfig.from_pretrained(folder), add_pooling_layer=False).eval()
    model.load_state_dict(tower("text.transformer."))
    features = []
    with torch.inference_mode():
        for start in range(0, len(texts), BATCH):
            tokens = tokenizer(
                texts[start : start + BATCH],
                padding=True,
                truncation=True,
                max_length=CONTEXT,
                return_tensors="pt",
            )
            states = model(**tokens).last_hidden_state
            mask = tokens["attention_mask"].unsqueeze(-1)
            features.append((states * mask).sum(1) / mask.sum(1))
    return torch.cat(features).clone()


def encode(pairs: Pairs, name: str, cache: Path, trunk: Callable[[Tensor], Tensor]) -> Features:
    """Encode pairs, or take what an earlier run has cached."""
    views = []
    for view in VIEWS:
        stored = cache / f"{name}-{view}.pt"
        if not stored.exists():
            torch.save(encode_photos(pairs.photos, view, trunk).half(), stored)
        views.append(torch.load(stored, weights_only=True).float())
    stored = cache / f"{name}-texts.pt"
    if not stored.exists():
        torch.save(encode_texts([text for texts in pairs.texts for text in texts]), stored)
    text = torch.load(stored, weights_only=True)
    return Features(torch.stack(views, 1), text.view(len(pairs.photos), -1, text.shape[-1]))


class Head(nn.Module):
    """A small MLP on standardised features; dropout on its input is what keeps it general."""

    def __init__(self, width: int, hidden: int, drop: float, *, bias: bool) -> None:
        super().__init__()
        self.inside = nn.Linear(width, hidden)
        self.outside = nn.Linear(hidden, EMBED, bias=bias)
        self.drop = nn.Dropout(drop)
        self.hidden_drop = nn.Dropout(HIDDEN_DROP)

    def forward(self, features: Tensor) -> Tensor:
        """Return the embedding, not normalised."""
        return self.outside(self.hidden_drop(F.gelu(self.inside(self.drop(features)))))


@dataclass
class Standard:
    """Mean and spread of a tower's features on the news photos and titles."""

    mean: Tensor
    spread: Tensor

    @classmethod
    def of(cls, features: Tensor) -> "Standard":
        """Measure; a dead dimension (MiniLM has three) becomes zero instead of noise."""
        spread = features.std(0)
        return cls(features.mean(0), torch.where(spread > 1e-4, spread, torch.inf))

    def __call__(self, features: Tensor) -> Tensor:
        """Return features of mean zero and spread one."""
        return (features - self.mean) / self.spread


def batches(news: int, flickr: int) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield (rows of news, rows of Flickr8k) that make one step, all of both once an epoch."""
    order = torch.randperm(news + flickr)
    for start in range(0, len(order) - PAIRS_PER_STEP + 1, PAIRS_PER_STEP):
        rows = order[start : start + PAIRS_PER_STEP]
        yield rows[rows < news], rows[rows >= news] - news


def drawn(values: Tensor, rows: Tensor) -> Tensor:
    """Return for each row one of its views, or texts, at random."""
    return values[rows, torch.randint(values.shape[1], (len(rows),))]


def train_heads(news: Features, flickr: Features, seed: int) -> tuple[Head, Head]:
    """Train one pair of heads contrastively on features that are already standardised."""
    torch.manual_seed(seed)
    image = Head(news.image.shape[-1], IMAGE_HIDDEN, IMAGE_DROP, bias=True)
    text = Head(news.text.shape[-1], TEXT_HIDDEN, TEXT_DROP, bias=False)
    parameters = [*image.parameters(), *text.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * ((len(news.image) + len(flickr.image)) // PAIRS_PER_STEP)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, steps + 1, pct_start=0.1)
    for _ in range(EPOCHS):
        for ours, theirs in batches(len(news.image), len(flickr.image)):
            photos = torch.cat([drawn(news.image, ours), drawn(flickr.image, theirs)])
            texts = torch.cat([drawn(news.text, ours), drawn(flickr.text, theirs)])
            with torch.autocast("cpu", torch.bfloat16):
                left, right = text(texts), image(photos)
            logits = unit(left.float()) @ unit(right.float()).T / TEMPERATURE
            truth = torch.arange(len(logits))
            loss = (F.cross_entropy(logits, truth) + F.cross_entropy(logits.T, truth)) / 2
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
    return image.eval().requires_grad_(False), text.eval().requires_grad_(False)


def unit(vectors: Tensor) -> Tensor:
    """Return vectors of length one."""
    return F.normalize(vectors, dim=-1)


def joined(heads: list[Head], features: Tensor) -> Tensor:
    """Return the embedding of several heads side by side."""
    return unit(torch.cat([head(features) for head in heads], -1))


def measures(scores: Tensor) -> dict[str, float]:
    """Return MRR@100 and recalls; row i's true photo is column i."""
    ranks = 1 + (scores > scores.diagonal().unsqueeze(1)).sum(1)
    found = {"MRR@100": ((ranks <= 100) / ranks).mean().item()}
    found.update({f"R@{k}": (ranks <= k).float().mean().item() for k in (1, 5, 10, 50, 100)})
    return {name: round(value, 4) for name, value in found.items()}


def standardised(news: Features, flickr: Features) -> tuple[Features, Features, Standard, Standard]:
    """Standardise both sets as the plain news photos and titles are spread."""
    image, text = Standard.of(news.image[:, 0]), Standard.of(news.text[:, 0])
    ours, theirs = (Features(image(part.image), text(part.text)) for part in (news, flickr))
    return ours, theirs, image, text


def validate(news: Features, flickr: Features) -> None:
    """Print measures of cross-validation: heads that have not seen a fifth of the news rank it."""
    chance = torch.Generator().manual_seed(7)
    fold = torch.randperm(len(news.image), generator=chance) % FOLDS
    for held in range(FOLDS):
        part, unseen = news[fold != held], news[fold == held]
        heads = [train_heads(part, flickr, seed) for seed in range(HEADS)]
        photos = joined([image for image, _ in heads], unseen.image[:, 0])
        texts = joined([text for _, text in heads], unseen.text[:, 0])
        print(f"fold {held}: {len(photos)} photos, {measures(texts @ photos.T)}", flush=True)


def image_mlp(heads: list[Head], standard: Standard) -> dict[str, Tensor]:
    """Write image heads as the one MLP of open_clip's timm tower, standardisation folded in."""
    inside = torch.cat([head.inside.weight for head in heads]) / standard.spread
    return {
        "visual.head.mlp.fc1.weight": inside,
        "visual.head.mlp.fc1.bias": torch.cat([head.inside.bias for head in heads])
        - inside @ standard.mean,
        "visual.head.mlp.fc2.weight": torch.block_diag(*[head.outside.weight for head in heads]),
        "visual.head.mlp.fc2.bias": torch.cat([head.outside.bias for head in heads]),
    }


def text_mlp(heads: list[Head], standard: Standard) -> dict[str, Tensor]:
    """Write text heads as the one MLP of open_clip's Hugging Face tower, which knows no bias.

    MiniLM's last normalisation has dead dimensions: they are zero for every token. One of them is
    set to one instead, so that its column of the first matrix serves as the bias.
    """
    norm = "text.transformer.encoder.layer.5.output.LayerNorm"
    towers = tower_weights()
    scale, shift = towers[f"{norm}.weight"].clone(), towers[f"{norm}.bias"].clone()
    one = int((standard.spread == torch.inf).nonzero()[0])
    scale[one], shift[one] = 0.0, 1.0
    inside = torch.cat([head.inside.weight for head in heads]) / standard.spread
    inside[:, one] = torch.cat([head.inside.bias for head in heads]) - inside @ standard.mean
    return {
        f"{norm}.weight": scale,
        f"{norm}.bias": shift,
        "text.proj.0.weight": inside,
        "text.proj.2.weight": torch.block_diag(*[head.outside.weight for head in heads]),
    }


def save(heads: list[tuple[Head, Head]], image: Standard, text: Standard, out: Path) -> None:
    """Write the heads under open_clip's names, matrices in half precision."""
    from safetensors.torch import save_file

    tensors = image_mlp([head for head, _ in heads], image)
    tensors.update(text_mlp([head for _, head in heads], text))
    stored = {
        name: (tensor.half() if tensor.ndim == 2 else tensor.float()).contiguous()
        for name, tensor in tensors.items()
    }
    stored["logit_scale"] = torch.tensor(1 / TEMPERATURE).log()
    out.parent.mkdir(parents=True, exist_ok=True)
    save_file(stored, out)


def main() -> None:
    """Run the script."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--news", type=Path, required=True, help="folder of NewsImages 2025")
    parser.add_argument("--flickr", type=Path, required=True, help="folder of Flickr8k")
    parser.add_argument("--cache", type=Path, required=True, help="folder for features")
    parser.add_argument("--out", type=Path, required=True, help="heads.safetensors to write")
    parser.add_argument("--validate", action="store_true", help="cross-validate instead of saving")
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    trunk = image_tower()
    news = encode(read_news(options.news, "train.csv"), "news", options.cache, trunk)
    flickr = encode(read_flickr(options.flickr), "flickr", options.cache, trunk)
    news, flickr, image, text = standardised(news, flickr)
    if options.validate:
        validate(news, flickr)
        return
    save([train_heads(news, flickr, seed) for seed in range(HEADS)], image, text, options.out)


if __name__ == "__main__":
    main()
