"""Teach a small CLIP of transformers what the starter knows, to measure explanations on.

    python packaging/explaining/teach_small_clip.py small-clip train.newsmatch dev.newsmatch
    newsmatch index dev.newsmatch --model local-dir:small-clip
    python packaging/explaining/measure_attribution.py dev.newsmatch --model local-dir:small-clip

No pretrained vision transformer comes with a Python package, and explanations of random weights
explain nothing. This one learns to give the vectors that the collections were indexed with, which
is enough to have something to explain; it is no model to rank with. Half an hour on one core.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import open_clip
import torch
from PIL import Image
from safetensors.torch import save_file
from torch.nn.functional import cross_entropy, normalize

from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, read_photo
from newsmatch_gui.services.ranking import load_pool
from newsmatch_gui.store.collection import Collection

SIDE, CONTEXT = 112, 32
BATCH, EPOCHS, RATE, SCALE = 32, 10, 1e-3, 20.0


def main() -> None:
    """Teach both towers and write them as a folder that open_clip opens."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("collections", type=Path, nargs="+")
    arguments = parser.parse_args()
    torch.manual_seed(0)
    pictures, picture_vectors, texts, text_vectors = _lessons(arguments.collections)
    config = {
        "embed_dim": picture_vectors.shape[1],
        "vision_cfg": {"image_size": SIDE, "layers": 4, "width": 192, "head_width": 64,
                       "patch_size": 16},
        "text_cfg": {"context_length": CONTEXT, "vocab_size": 49408, "width": 128, "heads": 4,
                     "layers": 4},
    }  # fmt: skip
    network = open_clip.CLIP(**config)
    tokens = open_clip.SimpleTokenizer(context_length=CONTEXT)(texts)
    _teach("pictures", network.encode_image, network,
           lambda rows: torch.tensor(pictures[rows]).permute(0, 3, 1, 2) / 127.5 - 1,
           picture_vectors)  # fmt: skip
    _teach("texts", network.encode_text, network, lambda rows: tokens[rows], text_vectors)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    preprocessing = {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic",
                     "resize_mode": "squash"}  # fmt: skip
    (arguments.folder / "open_clip_config.json").write_text(
        json.dumps({"model_cfg": config, "preprocess_cfg": preprocessing})
    )
    save_file(network.state_dict(), str(arguments.folder / "open_clip_model.safetensors"))


def _lessons(folders: list[Path]) -> tuple[np.ndarray, torch.Tensor, list[str], torch.Tensor]:
    pictures, picture_vectors, texts, text_vectors = [], [], [], []
    for folder in folders:
        pool = load_pool(folder)
        with Collection.open(folder) as collection:
            paths = collection.images.paths()
            read = collection.readings.first_parts(pool.recipe, pool.model.fingerprint)
        for image_id, vector in zip(pool.image_ids, pool.image_vectors(), strict=True):
            try:
                photo = decode_photo(read_photo(Path(paths[image_id])).content, target=SIDE)
            except UnreadablePhotoError:
                continue
            pictures.append(np.asarray(photo.resize((SIDE, SIDE), Image.Resampling.BICUBIC)))
            picture_vectors.append(vector)
        for article_id, text in read.items():
            texts.append(text)
            text_vectors.append(pool.article_vectors(article_id)[0])
    print(f"{len(pictures)} pictures, {len(texts)} texts", flush=True)
    return (np.stack(pictures), torch.tensor(np.stack(picture_vectors)), texts,
            torch.tensor(np.stack(text_vectors)))  # fmt: skip


def _teach(name, encode, network, inputs, wanted) -> None:
    """Train what ``encode`` uses until its vectors are those wanted, and no other's."""
    steps = len(wanted) // BATCH
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=0.05)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, RATE, total_steps=EPOCHS * steps, pct_start=0.1
    )
    rng = np.random.default_rng(0)
    for epoch in range(EPOCHS):
        losses = []
        for rows in rng.permutation(len(wanted))[: steps * BATCH].reshape(steps, BATCH):
            made, target = normalize(encode(inputs(rows)), dim=-1), wanted[rows]
            loss = cross_entropy(SCALE * made @ target.T, torch.arange(BATCH))
            loss = loss + (1 - (made * target).sum(1)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"{name}, epoch {epoch + 1}: loss {np.mean(losses):.3f}", flush=True)


if __name__ == "__main__":
    main()
