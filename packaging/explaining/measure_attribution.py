"""How true explanations are: delete what they call important, and see how fast the score falls.

    python packaging/explaining/measure_attribution.py dev.newsmatch [--model NAME] [--pairs 30]

Deletion after Petsiuk, Das and Saenko (RISE, BMVC 2018), on articles whose true picture is ranked
among the first. A picture loses its cells, a text its words, the most important first; the area
under the score says how soon what mattered was gone. Once with grey and once with the picture
blurred, since a method should not win by what it fills in itself. Plain gradient times input and
chance are measured too. Last, maps of the same network with shuffled weights, which must look
different (Adebayo et al., Sanity Checks for Saliency Maps, NeurIPS 2018).
"""

import argparse
import copy
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from scipy.ndimage import zoom
from scipy.stats import spearmanr
from torchvision.transforms.functional import gaussian_blur

from newsmatch_gui.clip.attribution import _slope, _summed, _Tower, picture_methods, picture_weights
from newsmatch_gui.clip.decode import decode_photo, read_photo
from newsmatch_gui.clip.word_attribution import _TextTower
from newsmatch_gui.clip.word_attribution import word_weights as weigh_words
from newsmatch_gui.domain.explanation import Method, word_spans
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.ranking import true_rank
from newsmatch_gui.services.evaluating import ground_truth, measurable
from newsmatch_gui.services.pools import pool_by
from newsmatch_gui.services.ranking import model_of
from newsmatch_gui.store.collection import Collection

GRID, STEPS, CHANCES = 16, 16, 3
PLAIN, CHANCE = "gradient × input", "chance"


def main() -> None:
    """Print one line per method, for pictures and for words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("collection", type=Path)
    parser.add_argument("--model", default="")
    parser.add_argument("--pairs", type=int, default=30)
    parser.add_argument("--rank", type=int, default=5, help="The true picture is at least here.")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    rng = np.random.default_rng(0)
    pool = pool_by(arguments.collection, model=arguments.model)
    pairs = chosen_pairs(pool, arguments.rank, arguments.pairs, rng)
    model = model_of(pool)
    mixed = replace(model, _network=shuffled(model._network))
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for photo, text, query in pairs:
        of_picture(model, mixed, photo, query, rng, found)
        image = model.encode_images([model.preprocess(photo)])[0]
        of_words(model, text, image, rng, found)
    print(f"{len(pairs)} pairs of {pool.model.name}, true picture at rank {arguments.rank} or "
          f"better; {arguments.threads} thread(s)")  # fmt: skip
    for name, figures in found.items():
        said = "  ".join(f"{key} {np.mean(v):.3f} ± {np.std(v) / len(v) ** 0.5:.3f}"
                         for key, v in figures.items())  # fmt: skip
        print(f"{name:26s} {said}")


def chosen_pairs(pool, rank, count, rng):
    """Return (photo, text, vector of the text) of articles of one part, at random."""
    place = {image_id: number for number, image_id in enumerate(pool.image_ids)}
    known = [
        (article_id, image_id)
        for article_id, image_id in measurable(pool, ground_truth(pool.folder))
        if len(pool.parts[article_id]) == 1
        and true_rank(pool.article_scores(article_id), place[image_id]) <= rank
    ]
    picked = rng.permutation(len(known))[:count]
    with Collection.open(pool.folder) as collection:
        paths = collection.images.paths()
        texts = collection.readings.first_parts(pool.recipe, pool.model.fingerprint)
    side = model_of(pool).image_size
    return [
        (
            decode_photo(read_photo(Path(paths[image_id])).content, target=side),
            texts[article_id],
            pool.article_vectors(article_id)[0],
        )
        for article_id, image_id in (known[number] for number in picked)
    ]


def shuffled(network):
    """Return a copy whose weights are mixed within each tensor."""
    network = copy.deepcopy(network)
    torch.manual_seed(0)
    for weight in network.state_dict().values():
        if weight.is_floating_point() and weight.dim() > 1:
            weight.copy_(weight.flatten()[torch.randperm(weight.numel())].view_as(weight))
    return network


def of_picture(model, mixed, photo, query, rng, found) -> None:
    """Measure every method on one picture."""
    pixels = model.preprocess(photo)
    fills = {"grey": torch.zeros_like(pixels), "blur": blurred(pixels)}
    maps = {}
    for method in picture_methods(model):
        started = time.perf_counter()
        made = finish(picture_weights(model, photo, query, method))
        found[f"picture {method}"]["seconds"].append(time.perf_counter() - started)
        maps[method] = made.cells
        if method is Method.GRADIENT:
            gap = made.cells.sum() - (made.score - made.blank)
            found[f"picture {method}"]["gap of the sum"].append(abs(gap))
        other = finish(picture_weights(mixed, photo, query, method)).cells
        like = spearmanr(made.cells.ravel(), other.ravel())[0]
        found[f"picture {method}"]["ρ shuffled"].append(like)
    maps[PLAIN] = plain_picture(model, pixels, query)
    for name, fill in fills.items():
        for method, cells in maps.items():
            found[f"picture {method}"][name].append(area(model, pixels, query, cells, fill))
        by_chance = [area(model, pixels, query, rng.random((GRID, GRID)), fill)
                     for _ in range(CHANCES)]  # fmt: skip
        found[f"picture {CHANCE}"][name].append(np.mean(by_chance))


def blurred(pixels):
    """Blur a preprocessed picture until no shape is left."""
    side = min(pixels.shape[-2:])
    return gaussian_blur(pixels, [side // 2 * 2 - 1] * 2, [side / 6] * 2)


def plain_picture(model, pixels, query):
    """Return gradient times input of the cosine as it is."""
    tower = _Tower(model)
    with torch.no_grad():
        at = tower.lower(pixels[None])
    cells = _summed(at * _slope(tower.unit, at, torch.tensor(query)), tower.channels)
    side = (GRID, GRID) if not tower.is_convolutional else cells.shape
    return torch.nn.functional.adaptive_avg_pool2d(torch.tensor(cells)[None], side)[0].numpy()


def area(model, pixels, query, cells, fill) -> float:
    """Return the mean score while the cells vanish, the heaviest first."""
    fine = zoom(cells, [GRID / side for side in cells.shape], order=1, grid_mode=True,
                mode="nearest")  # fmt: skip
    left = torch.ones(GRID, GRID)
    pictures = [pixels]
    for some in np.array_split(np.argsort(-fine.ravel(), kind="stable"), STEPS):
        left.view(-1)[torch.tensor(some)] = 0
        seen = torch.nn.functional.interpolate(left[None, None], pixels.shape[-2:])[0]
        pictures.append(torch.where(seen > 0, pixels, fill))
    return float(np.mean([model.encode_images([each])[0] @ query for each in pictures]))


def of_words(model, text, image, rng, found) -> None:
    """Measure every method on one text."""
    words = [text[start:end] for start, end in word_spans(text)]
    if len(words) < 4:
        return
    weights = {PLAIN: plain_words(model, text, image)}
    for method in (Method.GRADIENT, Method.OCCLUSION):
        started = time.perf_counter()
        made = finish(weigh_words(model, text, image, method))
        found[f"words {method}"]["seconds"].append(time.perf_counter() - started)
        weights[method] = np.array([word.weight for word in made.words])
        if method is Method.GRADIENT:
            gap = weights[method].sum() - (made.score - made.blank)
            found[f"words {method}"]["gap of the sum"].append(abs(gap))
    for method, each in weights.items():
        order = np.argsort(-each, kind="stable")
        found[f"words {method}"]["left"].append(words_area(model, words, image, order))
    by_chance = [words_area(model, words, image, rng.permutation(len(words)))
                 for _ in range(CHANCES)]  # fmt: skip
    found[f"words {CHANCE}"]["left"].append(np.mean(by_chance))


def plain_words(model, text, image):
    """Return gradient times input embedding of the cosine as it is."""
    tower = _TextTower(model)
    tokens, owner = tower.tokens(text)
    with torch.no_grad():
        at = tower.embedding(tokens)
    slope = _slope(lambda given: tower.score(tokens, given, torch.tensor(image))[None, None], at,
                   torch.ones(1))  # fmt: skip
    share = (at * slope)[0].sum(-1).numpy()
    return np.array([share[owner == number].sum() for number in range(len(word_spans(text)))])


def words_area(model, words, image, order) -> float:
    """Return the mean score while the words vanish in an order."""
    left = dict(enumerate(words))
    texts = [" ".join(words)]
    for number in order:
        del left[int(number)]
        texts.append(" ".join(left.values()))
    scores = model.encode_texts(texts) @ image
    steps = np.linspace(0, len(words), STEPS + 1)
    return float(np.interp(steps, np.arange(len(texts)), scores).mean())


if __name__ == "__main__":
    main()
