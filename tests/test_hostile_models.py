"""Models from strangers: a file that would run code is refused, and nothing of it has run."""

import json
import pickle
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from learning_fixtures import colour_newsroom, decide

from newsmatch_gui.cli.main import cli
from newsmatch_gui.clip.late_interaction import LateInteraction
from newsmatch_gui.clip.model import load_model
from newsmatch_gui.clip.two_branch import TwoBranch
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Depth, TrainOptions
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services.indexing import ModelEntry, read_entry, write_entry
from newsmatch_gui.services.learning import finetune
from newsmatch_gui.services.model_registry import activate, delete_model, export_model, list_models
from newsmatch_gui.services.training_run import find_run
from newsmatch_gui.store.collection import Collection

SAFE, PICKLES = (
    ("open_clip_model.safetensors", "model.safetensors"),
    ("open_clip_pytorch_model.bin", "open_clip_pytorch_model.pth", "pytorch_model.bin", "a.pth"),
)


@pytest.fixture
def ran(tmp_path: Path) -> Path:
    """What a payload would touch; each test ends by seeing that none did."""
    marker = tmp_path / "payload-ran"
    yield marker
    assert not marker.exists(), "the payload ran"


def payload(marker: Path, *, saved_by_torch: bool = True) -> bytes:
    """A checkpoint that touches the marker when it is unpickled, which it does: see below."""

    class Payload:
        def __reduce__(self) -> tuple[object, tuple[Path]]:
            return Path.touch, (marker,)

    if not saved_by_torch:
        return pickle.dumps({"state_dict": Payload()})
    import io

    import torch

    buffer = io.BytesIO()
    torch.save({"state_dict": Payload()}, buffer)
    return buffer.getvalue()


def test_the_payload_is_live(tmp_path: Path) -> None:
    import io

    import torch

    torch.load(io.BytesIO(payload(tmp_path / "one")), weights_only=False)
    pickle.loads(payload(tmp_path / "two", saved_by_torch=False))
    assert (tmp_path / "one").exists()
    assert (tmp_path / "two").exists()


def tampered(model: str, home: Path) -> Path:
    return Path(shutil.copytree(model.removeprefix("local-dir:"), home / "tampered"))


def refused(act: Callable[[], object], *words: str | Path) -> None:
    with pytest.raises(NewsMatchError) as caught:
        act()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert "; " in sentence  # the mend
    for word in words:
        assert str(word) in sentence


@pytest.mark.parametrize("saved_by_torch", [True, False])
@pytest.mark.parametrize("name", [*SAFE, *PICKLES])
def test_a_pickled_checkpoint_of_a_model_folder_is_refused(
    tmp_path: Path, tiny_model: str, ran: Path, name: str, saved_by_torch: bool
) -> None:
    folder = tampered(tiny_model, tmp_path)
    (folder / SAFE[0]).unlink()
    (folder / name).write_bytes(payload(ran, saved_by_torch=saved_by_torch))
    refused(lambda: load_model(f"local-dir:{folder}"), folder, "save it again")


@pytest.mark.parametrize("suffix", [".pt", ".npz"])
def test_a_pickled_checkpoint_beside_an_architecture_is_refused(
    tmp_path: Path, ran: Path, suffix: str
) -> None:
    path = tmp_path / f"weights{suffix}"
    path.write_bytes(payload(ran))
    if suffix == ".npz":
        np.savez(path, **{"img/embedding/kernel": np.array([_Touch(ran)], object)})
    refused(lambda: load_model(f"ViT-S-32/{path}"), path)


class _Touch:
    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.marker,)


def test_a_folder_without_weights_is_no_model(tmp_path: Path, tiny_model: str) -> None:
    folder = tampered(tiny_model, tmp_path)
    (folder / SAFE[0]).unlink()
    refused(lambda: load_model(f"local-dir:{folder}"), folder)


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b'{"model_cfg": 1}', b'{"model_cfg": {"vision_cfg": 1, "text_cfg": 2}}',
     b"[" * 100_000, b"\xff\xfe", b'{"model_cfg": {"embed_dim": 1e400}}'],
)  # fmt: skip
def test_an_odd_configuration_is_one_sentence(
    tmp_path: Path, tiny_model: str, content: bytes
) -> None:
    folder = tampered(tiny_model, tmp_path)
    (folder / "open_clip_config.json").write_bytes(content)
    refused(lambda: load_model(f"local-dir:{folder}"), folder, "cannot be loaded")


def bert_folder(home: Path, ran: Path, **text: object) -> Path:
    """A model whose text tower is transformers', with Python files beside it."""
    home.mkdir()
    shape = {"model_type": "bert", "hidden_size": 32, "num_hidden_layers": 1, "vocab_size": 30,
             "num_attention_heads": 2, "intermediate_size": 32}  # fmt: skip
    own = {"AutoTokenizer": ["evil.Evil", "evil.Evil"], "AutoConfig": "evil.EvilConfig"}
    (home / "config.json").write_text(json.dumps(shape))
    (home / "vocab.txt").write_text("[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\na\nb\n")
    about = {"tokenizer_class": "Evil", "auto_map": own}
    (home / "tokenizer_config.json").write_text(json.dumps(about))
    (home / "evil.py").write_text(
        f"from pathlib import Path\nPath({str(ran)!r}).touch()\n"
        "from transformers import BertConfig, BertTokenizer\n"
        "class Evil(BertTokenizer): pass\nclass EvilConfig(BertConfig): model_type = 'evil'\n"
    )
    tower = {"image_size": 32, "layers": 1, "width": 64, "head_width": 32, "patch_size": 16}
    words = {"hf_model_name": str(home), "hf_tokenizer_name": "x", "hf_proj_type": "linear",
             "hf_pooler_type": "mean_pooler", "context_length": 16}  # fmt: skip
    model = {"embed_dim": 32, "vision_cfg": tower, "text_cfg": words | text}
    (home / "open_clip_config.json").write_text(json.dumps({"model_cfg": model}))
    return home


def with_weights(home: Path) -> Path:
    import open_clip
    from safetensors.torch import save_file

    network = open_clip.create_model(f"local-dir:{home}", load_weights=False, pretrained_text=False)
    tensors = {name: tensor.contiguous() for name, tensor in network.state_dict().items()}
    save_file(tensors, str(home / SAFE[0]))
    return home


@pytest.mark.parametrize("asked", [{"trust_remote_code": True}, {"use_fast": False}, ["x"]])
def test_a_tokenizer_that_brings_code_is_refused(
    tmp_path: Path, ran: Path, asked: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_MODULES_CACHE", str(tmp_path / "modules"))
    home = bert_folder(tmp_path / "evil", ran, tokenizer_kwargs=asked)
    refused(lambda: load_model(f"local-dir:{with_weights(home)}"), home, "brings none")


def test_code_beside_a_model_is_not_asked_for_on_the_terminal(
    tmp_path: Path, ran: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builtins.input", lambda _: "y")
    home = with_weights(bert_folder(tmp_path / "evil", ran))
    refused(lambda: load_model(f"local-dir:{home}"), home)
    (home / "tokenizer_config.json").unlink()
    shape = json.loads((home / "config.json").read_text())
    own = {"model_type": "evil", "auto_map": {"AutoConfig": "evil.EvilConfig"}}
    (home / "config.json").write_text(json.dumps(shape | own))
    refused(lambda: load_model(f"local-dir:{home}"), home)


def test_weights_of_a_text_tower_alone_are_not_unpickled(tmp_path: Path, ran: Path) -> None:
    home = bert_folder(tmp_path / "evil", ran)
    (home / "tokenizer_config.json").unlink()
    (home / "pytorch_model.bin").write_bytes(payload(ran))
    refused(lambda: load_model(f"local-dir:{home}"), home)


# Within a collection that came from somebody else -----------------------------------------


@pytest.fixture(scope="module")
def trained(tiny_model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = colour_newsroom(tmp_path_factory.mktemp("hostile"), tiny_model, each=4, decided=20)
    finish(finetune(folder, options=TrainOptions(epochs=1)))
    return folder


@pytest.fixture
def theirs(trained: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(trained, tmp_path / "theirs.newsmatch"))


def test_a_base_model_with_a_payload_is_refused(
    theirs: Path, tiny_model: str, tmp_path: Path, ran: Path
) -> None:
    folder = tampered(tiny_model, tmp_path)
    (folder / SAFE[0]).write_bytes(payload(ran))
    done = CliRunner().invoke(cli, ["finetune", str(theirs), "--base", f"local-dir:{folder}"])
    assert done.exit_code == 1
    assert str(folder) in done.output
    assert len(done.output.strip().splitlines()) == 1


def test_a_trained_model_with_a_payload_is_refused(theirs: Path, ran: Path) -> None:
    (made,), _ = list_models(theirs)
    with Collection.open(theirs) as collection:
        weights = collection.model_folder(made.fingerprint) / SAFE[0]
    weights.write_bytes(payload(ran))
    shutil.rmtree(theirs / "cache")
    refused(lambda: finish(activate(theirs, made.name)), weights.parent)


@pytest.mark.parametrize("depth", list(Depth))
def test_a_training_to_go_on_with_is_never_executed(theirs: Path, ran: Path, depth: Depth) -> None:
    decide(theirs, range(20))
    work = finetune(theirs, depth=depth, options=TrainOptions(epochs=2, batch=8))
    for progress in work:
        if progress.phase == "training" and (theirs / "training" / "state.safetensors").exists():
            break
    work.close()
    run = find_run(theirs)
    assert run is not None
    for path in (theirs / "training").glob("*.safetensors"):
        path.write_bytes(payload(ran))
    refused(lambda: finish(finetune(theirs, resume=True)), "training", "start anew")


@pytest.mark.parametrize("kind", [TwoBranch, LateInteraction])
def test_a_kept_ranker_is_never_executed(tmp_path: Path, ran: Path, kind: type) -> None:
    path = tmp_path / "ranker.safetensors"
    path.write_bytes(payload(ran))
    refused(lambda: kind.load(path), path, "train again")


@pytest.mark.parametrize("name", ["..", "../..", "/tmp", "", ".", "a/b", "a\\..\\b", "\x00"])
def test_a_model_is_named_by_a_folder_of_its_own(theirs: Path, name: str) -> None:
    (theirs / "models" / "precious").write_text("kept")
    with Collection.open(theirs) as collection, collection.batch():
        collection._db.conn.execute("UPDATE trained_model SET fingerprint = ?", (name,))
    (made,), _ = list_models(theirs)
    for act in (
        lambda: delete_model(theirs, made.name),
        lambda: export_model(theirs, made.name, theirs / "out"),
        lambda: finish(activate(theirs, made.name)),
    ):
        refused(act, "backup")
    assert (theirs / "models" / "precious").read_text() == "kept"


def test_a_link_out_of_the_collection_is_no_model(theirs: Path, tmp_path: Path) -> None:
    (made,), _ = list_models(theirs)
    with Collection.open(theirs) as collection:
        folder = collection.model_folder(made.fingerprint)
    outside = folder.rename(tmp_path / "outside")
    folder.symlink_to(outside)
    refused(lambda: export_model(theirs, made.name, tmp_path / "out"), "backup")
    assert outside.is_dir()


@pytest.mark.parametrize(
    "change",
    [{"fingerprint": "../../elsewhere"}, {"dim": -1}, {"dim": 10**12}, {"dim": "8"}, {"name": 7},
     {"more": 1}],
)  # fmt: skip
def test_a_note_beside_vectors_says_nothing_odd(tmp_path: Path, change: dict[str, object]) -> None:
    home = tmp_path / "f"
    entry = ModelEntry("m", "f", 8, 16, "cpu")
    write_entry(home, entry)
    assert read_entry(home) == entry
    fields = json.loads((home / "model.json").read_text()) | change
    (home / "model.json").write_text(json.dumps(fields))
    assert read_entry(home) is None


@pytest.mark.parametrize(
    ("tower", "name", "value"),
    [("text_cfg", "layers", 10**9), ("vision_cfg", "layers", 10**7),
     ("vision_cfg", "layers", [10**8, 1, 1, 1]), ("text_cfg", "mlp_ratio", 1e5),
     ("text_cfg", "width", 30_000), ("vision_cfg", "image_size", 10**6),
     ("text_cfg", "context_length", 20_000), ("text_cfg", "vocab_size", 10**8),
     ("vision_cfg", "patch_size", 0), ("vision_cfg", "head_width", 0)],
)  # fmt: skip
def test_a_configuration_asks_for_no_larger_model_than_its_weights(
    tmp_path: Path, tiny_model: str, tower: str, name: str, value: object
) -> None:
    """open_clip makes the model before it looks at the weights: for minutes, or of many GB."""
    folder = shutil.copytree(tiny_model.removeprefix("local-dir:"), tmp_path / "m")
    path = folder / "open_clip_config.json"
    found = json.loads(path.read_text())
    found["model_cfg"][tower][name] = value
    path.write_text(json.dumps(found))
    begun = time.process_time()
    with pytest.raises(NewsMatchError, match="cannot be loaded"):
        load_model(f"local-dir:{folder}")
    assert time.process_time() - begun < 5
