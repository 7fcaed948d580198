"""Why a picture got its score: what explanations call important matters, and nothing is changed."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from conftest import TINY, make_photo
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image

from newsmatch_gui.clip.attribution import picture_methods, picture_weights, seen_box
from newsmatch_gui.clip.model import ClipModel, load_model
from newsmatch_gui.clip.word_attribution import word_weights
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.explanation import (
    Box,
    Explanation,
    Method,
    bare_word,
    part_shares,
    word_spans,
)
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.ranking import combine
from newsmatch_gui.domain.reading import Combine
from newsmatch_gui.resources import resource_path
from newsmatch_gui.services.explaining import explain
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index
from newsmatch_gui.services.ranking import load_pool

pytestmark = pytest.mark.slow

RESNET = TINY | {
    "vision_cfg": {"image_size": 64, "layers": [1, 1, 1, 1], "width": 16, "head_width": 32}
}
TIMM_VIT = TINY | {
    "vision_cfg": {
        "timm_model_name": "vit_tiny_patch16_224", "timm_model_pretrained": False,
        "timm_pool": "token", "timm_proj": "linear", "image_size": 224,
    }
}  # fmt: skip
WORDS = (
    "storm", "election", "goal", "minister", "bridge", "market", "hospital", "strike", "film",
    "flood", "trial", "rocket",
)  # fmt: skip


def model_folder(home: Path, config: dict, seed: int, preprocess: dict | None = None) -> str:
    """Write a model with random weights."""
    import open_clip
    import torch
    from safetensors.torch import save_file

    home.mkdir()
    torch.manual_seed(seed)
    network = open_clip.CLIP(**config)
    for name, weight in network.named_parameters():
        if name.endswith("bn3.weight"):
            torch.nn.init.ones_(weight)  # zero before training: the blocks would do nothing
    looks = {"mean": [0.5] * 3, "std": [0.5] * 3, "interpolation": "bicubic"} | (preprocess or {})
    (home / "open_clip_config.json").write_text(
        json.dumps({"model_cfg": config, "preprocess_cfg": looks})
    )
    save_file(network.state_dict(), str(home / "open_clip_model.safetensors"))
    return f"local-dir:{home}"


@pytest.fixture(scope="module")
def vit(tiny_model: str) -> ClipModel:
    return load_model(tiny_model)


@pytest.fixture(scope="module")
def resnet(tmp_path_factory: pytest.TempPathFactory) -> ClipModel:
    return load_model(model_folder(tmp_path_factory.mktemp("resnet") / "m", RESNET, 3))


@pytest.fixture(scope="module", params=["vit", "resnet"])
def model(request: pytest.FixtureRequest) -> ClipModel:
    return request.getfixturevalue(request.param)


EVERY_WAY = pytest.mark.parametrize(
    ("model", "method"),
    [("vit", Method.GRADIENT), ("vit", Method.OCCLUSION), ("resnet", Method.GRADIENT),
     ("resnet", Method.GRAD_CAM), ("resnet", Method.OCCLUSION)],
    indirect=["model"],
)  # fmt: skip


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> list[Image.Image]:
    home = tmp_path_factory.mktemp("photos")
    return [
        Image.open(make_photo(home / f"{seed}.png", seed, (64, 64))).convert("RGB")
        for seed in range(8)
    ]


def queries(model: ClipModel, count: int) -> np.ndarray:
    rng = np.random.default_rng(0)
    return model.encode_texts([" ".join(rng.permutation(WORDS)[:5]) for _ in range(count)])


def shuffled(model: ClipModel) -> ClipModel:
    """The same network with its weights mixed within each tensor."""
    import torch

    network = copy.deepcopy(model._network)
    torch.manual_seed(1)
    for weight in network.state_dict().values():
        if weight.is_floating_point() and weight.dim() > 1:
            weight.copy_(weight.flatten()[torch.randperm(weight.numel())].view_as(weight))
    return replace(model, _network=network)


def area(
    model: ClipModel, photo: Image.Image, query: np.ndarray, order: np.ndarray,
    shape: tuple[int, int], steps: int = 8,
) -> float:  # fmt: skip
    """Mean score while cells of a picture turn grey, in an order."""
    import torch

    pixels = model.preprocess(photo)
    left = torch.ones(shape)
    pictures = [pixels]
    for some in np.array_split(order, steps):
        left.view(-1)[torch.tensor(some)] = 0
        seen = torch.nn.functional.interpolate(left[None, None], pixels.shape[-2:])[0]
        pictures.append(pixels * seen)
    return float(np.mean([model.encode_images([each])[0] @ query for each in pictures]))


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    ranks = [np.argsort(np.argsort(each.ravel())) for each in (one, other)]
    return float(np.corrcoef(*ranks)[0, 1])


@EVERY_WAY
def test_the_score_falls_faster_without_what_is_called_important(
    model: ClipModel, photos: list[Image.Image], method: Method
) -> None:
    rng = np.random.default_rng(0)
    gains = []
    for photo, query in zip(photos, queries(model, len(photos)), strict=True):
        cells = finish(picture_weights(model, photo, query, method)).cells
        ours = area(model, photo, query, np.argsort(-cells.ravel()), cells.shape)
        chance = [area(model, photo, query, rng.permutation(cells.size), cells.shape)
                  for _ in range(3)]  # fmt: skip
        gains.append(np.mean(chance) - ours)
    assert np.mean(gains) > 2 * np.std(gains) / len(gains) ** 0.5


@EVERY_WAY
def test_other_weights_give_another_map(
    model: ClipModel, photos: list[Image.Image], method: Method
) -> None:
    other = shuffled(model)
    alike = []
    for photo, query in zip(photos[:4], queries(model, 4), strict=True):
        cells = finish(picture_weights(model, photo, query, method)).cells
        alike.append(correlation(cells, finish(picture_weights(other, photo, query, method)).cells))
    assert abs(np.mean(alike)) < 0.4


def test_cells_of_the_gradient_add_up_to_what_the_picture_adds_to_grey(
    model: ClipModel, photos: list[Image.Image]
) -> None:
    for photo, query in zip(photos[:6], queries(model, 6), strict=True):
        found = finish(picture_weights(model, photo, query))
        grey = Image.new("RGB", photo.size, (127, 127, 127))
        expected = model.encode_images([model.preprocess(each) for each in (photo, grey)]) @ query
        assert found.method is Method.GRADIENT
        assert (found.score, found.blank) == pytest.approx(tuple(expected), abs=0.02)
        assert found.cells.sum() == pytest.approx(found.score - found.blank, abs=0.02)


@pytest.fixture(scope="module")
def starter() -> ClipModel:
    return load_model()


@pytest.fixture(scope="module")
def stories() -> list[tuple[Image.Image, str]]:
    """Real photos with the headlines they were published with."""
    home = resource_path("demo")
    rows = map(json.loads, (home / "demo.jsonl").read_text("utf-8").splitlines())
    english = [row for row in rows if row.get("title") and row.get("lang", "en") == "en"]
    return [(Image.open(home / row["image"]).convert("RGB"), row["title"]) for row in english[:6]]


@pytest.mark.model
def test_what_the_starter_saw_and_read_mattered(
    starter: ClipModel, stories: list[tuple[Image.Image, str]]
) -> None:
    rng = np.random.default_rng(0)
    gains: dict[Method, list[float]] = {Method.GRADIENT: [], Method.GRAD_CAM: []}
    for photo, text in stories[:4]:
        query = starter.encode_texts([text])[0]
        chance = area(starter, photo, query, rng.permutation(96), (8, 12), 5)
        for method, gained in gains.items():
            cells = finish(picture_weights(starter, photo, query, method)).cells
            assert cells.shape == (8, 12)
            ours = area(starter, photo, query, np.argsort(-cells.ravel()), cells.shape, 5)
            gained.append(chance - ours)
    assert min(np.mean(gained) for gained in gains.values()) > 0.02


@pytest.mark.model
def test_words_that_the_starter_read_add_up_and_matter(
    starter: ClipModel, stories: list[tuple[Image.Image, str]]
) -> None:
    falls = []
    for photo, text in stories:
        image = starter.encode_images([starter.preprocess(photo)])[0]
        found = finish(word_weights(starter, text, image))
        weights = [word.weight for word in found.words]
        assert sum(weights) == pytest.approx(found.score - found.blank, abs=0.06)
        words = text.split()
        assert len(words) == len(weights)
        without = [
            " ".join(words[:place] + words[place + 1 :])
            for place in (int(np.argmax(weights)), int(np.argmin(weights)))
        ]
        heaviest, lightest = found.score - starter.encode_texts(without) @ image
        falls.append(heaviest - lightest)
    assert np.mean(falls) > 0.02


def test_a_transformer_of_timm_is_explained_by_patches(
    tmp_path: Path, photos: list[Image.Image]
) -> None:
    model = load_model(model_folder(tmp_path / "timm", TIMM_VIT, 0))
    found = finish(picture_weights(model, photos[0], queries(model, 1)[0]))
    assert found.cells.shape == (14, 14)
    assert found.cells.sum() == pytest.approx(found.score - found.blank, abs=0.02)
    with pytest.raises(NewsMatchError, match="choose gradient or occlusion"):
        finish(picture_weights(model, photos[0], queries(model, 1)[0], Method.GRAD_CAM))


@pytest.mark.parametrize("method", [Method.GRADIENT, Method.OCCLUSION])
def test_the_heaviest_word_matters_more_than_the_lightest(vit: ClipModel, method: Method) -> None:
    rng = np.random.default_rng(4)
    falls = []
    for _ in range(24):
        words = list(rng.permutation(WORDS)[:6])
        image = rng.normal(size=vit.dim).astype(np.float32)
        image /= np.linalg.norm(image)
        found = finish(word_weights(vit, " ".join(words), image, method))
        weights = [word.weight for word in found.words]
        without = [
            " ".join(words[:place] + words[place + 1 :])
            for place in (int(np.argmax(weights)), int(np.argmin(weights)))
        ]
        heaviest, lightest = found.score - vit.encode_texts(without) @ image
        falls.append(heaviest - lightest)
    assert np.mean(falls) > 2 * np.std(falls) / len(falls) ** 0.5


def test_words_of_the_gradient_add_up(vit: ClipModel) -> None:
    rng = np.random.default_rng(4)
    image = rng.normal(size=vit.dim).astype(np.float32)
    image /= np.linalg.norm(image)
    text = "The minister’s “new” bridge – a flop?"
    found = finish(word_weights(vit, text, image))
    assert [text[word.start : word.end] for word in found.words] == [w.text for w in found.words]
    assert [word.text for word in found.words] == [
        "The", "minister’s", "new", "bridge", "–", "a", "flop"
    ]  # fmt: skip
    assert found.score == pytest.approx(float(vit.encode_texts([text])[0] @ image), abs=1e-5)
    total = sum(word.weight for word in found.words)
    assert total == pytest.approx(found.score - found.blank, abs=0.03)


def test_words_beyond_the_budget_weigh_nothing(vit: ClipModel) -> None:
    image = vit.encode_texts(["anything"])[0]
    text = " ".join(WORDS * 3)
    for method in (Method.GRADIENT, Method.OCCLUSION):
        weights = [word.weight for word in finish(word_weights(vit, text, image, method)).words]
        assert len(weights) == len(WORDS) * 3
        assert weights[0] != 0
        assert weights[-1] == pytest.approx(0, abs=1e-6)


def test_an_empty_text_has_no_words(vit: ClipModel) -> None:
    image = vit.encode_texts(["anything"])[0]
    for method in (Method.GRADIENT, Method.OCCLUSION):
        assert finish(word_weights(vit, "", image, method)).words == ()


def test_nothing_of_the_model_is_changed(model: ClipModel, photos: list[Image.Image]) -> None:
    query = queries(model, 1)[0]
    network, before = model._network, model.encode_images([model.preprocess(photos[0])])
    hooks = [len(module._forward_hooks) for module in network.modules()]
    for method in picture_methods(model):
        finish(picture_weights(model, photos[0], query, method))
        finish(word_weights(model, "a few words", before[0], method))
        stopped = word_weights(model, "a few words", before[0], method)
        next(stopped)
        stopped.close()
    assert not any(module.training for module in network.modules())
    assert not any(p.requires_grad or p.grad is not None for p in network.parameters())
    assert [len(module._forward_hooks) for module in network.modules()] == hooks
    assert model.fingerprint_of(network) == model.fingerprint
    assert np.array_equal(model.encode_images([model.preprocess(photos[0])]), before)


def test_a_search_meanwhile_reads_its_own_words(vit: ClipModel) -> None:
    """Embeddings are put in place of a text's only for the thread that explains."""
    from threading import Thread

    image = vit.encode_texts(["anything"])[0]
    expected = vit.encode_texts(["storm at the bridge"])
    found: list[np.ndarray] = []
    searching = Thread(
        target=lambda: found.extend(vit.encode_texts(["storm at the bridge"]) for _ in range(200))
    )
    searching.start()
    while searching.is_alive():
        finish(word_weights(vit, "goal and film", image))
    searching.join()
    assert all(np.array_equal(each, expected) for each in found)


# Geometry ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(300, 100), (100, 300), (160, 160), (117, 101)])
@pytest.mark.parametrize("mode", ["shortest", "longest", "squash"])
def test_the_box_is_what_the_model_sees(
    vit: ClipModel, tmp_path: Path, size: tuple[int, int], mode: str
) -> None:
    model = load_model(model_folder(tmp_path / "m", TINY, 0, {"resize_mode": mode}))
    width, height = size
    box = seen_box(model, width, height)
    # A ramp across and one down tell where each pixel of the input comes from.
    for axis, (low, high) in enumerate(((box.left, box.right), (box.top, box.bottom))):
        length = size[axis]
        line = (np.arange(length) * 255 / (length - 1)).astype(np.uint8)
        ramp = np.broadcast_to(line if axis == 0 else line[:, None], (height, width))
        pixels = model.preprocess(Image.fromarray(ramp).convert("RGB"))
        seen = (pixels.numpy().mean(0) + 1) / 2
        middle = seen[16] if axis == 0 else seen[:, 16]
        places = low + (np.arange(32) + 0.5) / 32 * (high - low)
        inside = (places > 0.08) & (places < 0.92)
        assert inside.sum() > 4
        assert np.abs(middle[inside] - places[inside]).max() < 0.06


def explained(cells: np.ndarray, seen: Box) -> Explanation:
    return Explanation("a", "i", "m", Method.GRADIENT, (Method.GRADIENT,), 0.5, 0.1, cells, seen,
                       (), 0)  # fmt: skip


def test_the_map_lies_where_the_model_looked() -> None:
    cells = np.array([[1, 2], [3, 4]], np.float32)
    wide = explained(cells, Box(0.25, 0, 0.75, 1)).heat_map(8, 4)
    assert np.isnan(wide[:, [0, 1, 6, 7]]).all()
    assert not np.isnan(wide[:, 2:6]).any()
    assert (wide[0, 2], wide[-1, 5]) == (1, 4)
    assert (np.diff(wide[:, 2:6], axis=1) >= 0).all()
    padded = explained(cells, Box(0, -1, 1, 2)).heat_map(4, 4)
    assert not np.isnan(padded).any()
    assert padded.min() > 1
    assert padded.max() < 4


def test_the_explained_picture_keeps_its_geometry(
    vit: ClipModel, tmp_path: Path
) -> None:  # a wide picture: only what lies in its middle can count
    noise = np.asarray(Image.open(make_photo(tmp_path / "n.png", 5, (60, 60))).convert("RGB"))
    wide = np.full((60, 180, 3), 127, np.uint8)
    wide[:, 60:120] = noise
    query = queries(vit, 1)[0]
    cells = finish(picture_weights(vit, Image.fromarray(wide), query)).cells
    alone = finish(picture_weights(vit, Image.fromarray(noise), query)).cells
    assert correlation(cells, alone) > 0.95


# Words and parts -----------------------------------------------------------------------------


@given(st.text(max_size=60))
def test_words_are_what_is_between_blanks(text: str) -> None:
    spans = word_spans(text)
    assert [text[start:end] for start, end in spans] == text.split()
    for start, end in spans:
        word = bare_word(text, start, end, 1.0)
        assert start <= word.start < word.end <= end
        assert text[word.start : word.end] == word.text


@given(
    arrays(np.float32, 5, elements=st.floats(-1, 1, width=32)),
    arrays(np.float32, 5, elements=st.floats(0.125, 1, width=32)),
    st.sampled_from(list(Combine)),
)
def test_shares_of_parts_make_the_score(
    scores: np.ndarray, weights: np.ndarray, how: Combine
) -> None:
    shares = part_shares(scores, weights, how)
    assert shares.sum() == pytest.approx(1, abs=1e-5)
    whole = combine(scores[:, None], weights, how)[0]
    assert float(shares @ scores) == pytest.approx(float(whole), abs=1e-5)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory, tiny_model: str) -> Path:
    """One long article in chunks, one of a headline; three photos."""
    home = tmp_path_factory.mktemp("story")
    for number in range(3):
        make_photo(home / f"{number}.png", number, (90, 60))
    rows = [
        {"article_id": "long", "title": "Storm over the bridge", "image_id": "i0",
         "text": " ".join(f"The {word} was seen near the {WORDS[-n]} today." for n, word in
                          enumerate(WORDS))},
        {"article_id": "short", "title": "Goal!", "image_id": "i1", "text": ""},
        {"article_id": "none", "title": "", "image_id": "i2", "text": ""},
    ]  # fmt: skip
    rows = [row | {"image": f"{row['image_id'][1]}.png", "lang": "en"} for row in rows]
    source = home / "rows.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    folder = home / "c.newsmatch"
    finish(import_source(folder, source, images=home))
    finish(build_index(folder, model=tiny_model, recipe="chunks"))
    return folder


@pytest.mark.parametrize("article_id", ["long", "short"])
def test_the_explained_score_is_the_one_that_ranks(story: Path, article_id: str) -> None:
    pool = load_pool(story)
    for number, image_id in enumerate(pool.image_ids):
        found = finish(explain(pool, article_id, image_id))
        assert found.score == pytest.approx(
            float(pool.article_scores(article_id)[number]), abs=1e-4
        )
        assert (found.article_id, found.image_id) == (article_id, image_id)


def test_the_parts_that_make_the_score_are_explained(story: Path) -> None:
    pool = load_pool(story)
    found = finish(explain(pool, "long", "i0"))
    assert found.part_count == len(pool.parts["long"]) > 4
    shares = [part.share for part in found.parts]
    assert 1 <= len(shares) <= 4
    assert shares == sorted(shares, reverse=True)
    for part in found.parts:
        total = sum(word.weight for word in part.words)
        assert total == pytest.approx(part.share * (part.score - part.blank), abs=0.03)
        vector = pool.article_vectors("long")[part.number - 1]
        assert part.score == pytest.approx(float(vector @ pool.image_vectors()[0]), abs=1e-4)
    words = [abs(word.weight) for word in found.words()]
    assert words == sorted(words, reverse=True)
    assert len(words) == sum(len(part.words) for part in found.parts)


@pytest.mark.parametrize("method", ["gradient", "occlusion"])
def test_explaining_can_be_stopped_at_any_report(story: Path, method: str) -> None:
    pool = load_pool(story)
    reports = list(explain(pool, "long", "i0", method))
    assert len(reports) > 8
    for stop in (1, 3, len(reports) - 1):
        work = explain(pool, "long", "i0", method)
        for _ in range(stop):
            next(work)
        work.close()
    assert finish(explain(pool, "long", "i0", method)).cells.shape


def change_photo(folder: Path) -> None:
    make_photo(folder.parent / "1.png", 99, (90, 60))


def lose_photo(folder: Path) -> None:
    (folder.parent / "1.png").unlink()


@pytest.mark.parametrize(
    ("asked", "spoil", "said"),
    [
        (("nobody", "i0", "auto"), None, "article nobody is not indexed"),
        (("long", "nothing", "auto"), None, "picture nothing is not indexed"),
        (("long", "i0", "magic"), None, "choose one of: auto, gradient, grad-cam, occlusion"),
        (("long", "i0", "grad-cam"), None, "choose gradient or occlusion"),
        (("short", "i1", "auto"), change_photo, "has changed since it was indexed"),
        (("short", "i1", "auto"), lose_photo, "the file is gone"),
    ],
)
def test_what_cannot_be_explained_is_said(
    story: Path, tmp_path: Path, asked: tuple[str, str, str],
    spoil: Callable[[Path], None] | None, said: str,
) -> None:  # fmt: skip
    pool = load_pool(story)
    before = (story.parent / "1.png").read_bytes()
    try:
        if spoil is not None:
            spoil(story)
        with pytest.raises(NewsMatchError, match=said):
            finish(explain(pool, *asked))
    finally:
        (story.parent / "1.png").write_bytes(before)


def test_a_model_with_other_weights_is_refused(story: Path, tmp_path: Path) -> None:
    pool = load_pool(story)
    other = replace(pool.model, name=model_folder(tmp_path / "m", TINY, 9))
    with pytest.raises(NewsMatchError, match="has changed since this collection was indexed"):
        finish(explain(replace(pool, model=other), "long", "i0"))
