"""Text towers of Hugging Face in a model's folder: damaged or endless files are one sentence."""

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "packaging" / "fuzz"))

from model_readers import text_tower, text_tower_files

from newsmatch_gui.domain.errors import NewsMatchError

SHAPE, TOKENIZER, SETTINGS = range(3)


def changed(part: int, change: Callable[[dict], object]) -> bytes:
    found = json.loads(text_tower_files()[part])
    change(found)
    return json.dumps(found).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    yield tmp_path
    shutil.rmtree(tmp_path / "tower", ignore_errors=True)


def test_whole_ones_are_read_without_torch(folder: Path) -> None:
    for raw in text_tower_files():
        assert text_tower(raw, folder) is None


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (TOKENIZER, lambda found: found.update(added_tokens={})),
        (TOKENIZER, lambda found: found.update(model=None)),
        (TOKENIZER, lambda found: found.update(padding="x")),
        # The library panics: its error is no exception of Python's.
        (TOKENIZER, lambda found: found["post_processor"].update(special_tokens={})),
        (SHAPE, lambda found: found.update(vocab_size="x")),
        (SHAPE, lambda found: found.update(num_hidden_layers=50_000)),
        (SHAPE, lambda found: found.update(num_hidden_layers=10**9)),
        (SHAPE, lambda found: found.update(hidden_size=50_000)),
        (SHAPE, lambda found: found.update(use_cache=[])),
        (SHAPE, lambda found: found.update(num_attention_heads=0)),
    ],
)
def test_a_damaged_one_is_refused(
    folder: Path, part: int, change: Callable[[dict], object]
) -> None:
    begun = time.process_time()
    with pytest.raises(NewsMatchError, match="cannot be loaded"):
        text_tower(changed(part, change), folder)
    assert time.process_time() - begun < 5


def test_what_only_torch_can_read_is_left_to_it(folder: Path) -> None:
    assert text_tower(changed(SHAPE, lambda found: found.pop("layer_norm_eps")), folder)
