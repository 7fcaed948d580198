"""The command line, as a researcher types it."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsmatch_gui.cli.main import cli


class NoWindows:
    """Stands for the window where a test does not want one."""

    def show(self, _folder: Path | None) -> int:
        raise AssertionError("no window was wanted")

    def grab(self, _folder: Path, target: Path) -> None:
        target.write_bytes(b"PNG")


def newsmatch(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words], obj=NoWindows())


def test_import_index_rank_evaluate_export(tmp_path: Path, newsroom: Path, tiny_model: str) -> None:
    folder = tmp_path / "c.newsmatch"
    done = newsmatch("import", folder, newsroom)
    assert done.exit_code == 0, done.output
    assert "12 articles and 11 images added" in done.output
    assert "row 7" in done.stderr
    done = newsmatch("index", folder, "--model", tiny_model)
    assert done.exit_code == 0, done.output
    assert "10 images and 12 articles" in done.output
    ranked = json.loads(newsmatch("rank", folder, "--article", "3", "--top", "4", "--json").stdout)
    assert [row["rank"] for row in ranked] == [1, 2, 3, 4]
    assert {"score", "lead", "margin", "image"} <= ranked[0].keys()
    typed = json.loads(newsmatch("rank", folder, "--query", "a bus", "--json").stdout)
    assert len(typed) == 10
    fields = json.loads(newsmatch("evaluate", folder, "--json").stdout)
    wanted = ["n", "mrr@100", "recall@1", "recall@5", "recall@10", "recall@50", "recall@100"]
    assert [*wanted, "match_in_100"] == list(fields)[:8]
    assert newsmatch("export", folder, tmp_path / "out.jsonl").exit_code == 0
    assert "row 7" in newsmatch("problems", folder).output
    assert newsmatch("problems", folder, "--save", tmp_path / "p.csv").exit_code == 0
    assert len((tmp_path / "p.csv").read_text().splitlines()) == 3


def test_indexing_twice_encodes_nothing(tmp_path: Path, newsroom: Path, tiny_model: str) -> None:
    folder = tmp_path / "c.newsmatch"
    newsmatch("import", folder, newsroom)
    newsmatch("index", folder, "--model", tiny_model)
    again = newsmatch("index", folder)
    assert again.output.startswith("0 images and 0 articles")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["rank", "nowhere", "--query", "x"], "holds no NewsMatch collection"),
        (["import", "c", "nothing.csv"], "does not exist"),
        (["evaluate", "nowhere"], "holds no NewsMatch collection"),
        (["index", "~no-such-account/c"], "no account"),
    ],
)
def test_faults_of_the_world_are_one_sentence(
    words: list[str], sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = newsmatch(*words)
    assert done.exit_code == 1
    assert sentence in done.output
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("ViT-B-32/no-such-weights", "knows no weights"),
        ("no-such-model/openai", "no open_clip model"),
        ("ViT-B-32", "without weights"),
        ("local-dir:/no/such/folder", "no model folder"),
    ],
)
def test_a_wrong_model_name_is_one_sentence(
    tmp_path: Path, newsroom: Path, name: str, sentence: str
) -> None:
    folder = tmp_path / "c.newsmatch"
    newsmatch("import", folder, newsroom)
    done = newsmatch("index", folder, "--model", name)
    assert done.exit_code == 1
    assert sentence in done.output


def test_a_remote_model_without_network_is_one_sentence(
    tmp_path: Path, newsroom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import newsmatch_gui.clip.model as module

    monkeypatch.setattr(module, "_network_is_up", lambda: False)
    monkeypatch.setenv("HF_HOME", str(tmp_path / "empty"))
    folder = tmp_path / "c.newsmatch"
    newsmatch("import", folder, newsroom)
    for name in ("ViT-B-32/openai", "hf-hub:nobody/nothing-at-all"):
        done = newsmatch("index", folder, "--model", name)
        assert done.exit_code == 1
        assert "could not be fetched" in done.output
        assert len(done.output.strip().splitlines()) == 1


class _Payload:
    def __reduce__(self) -> tuple:
        return (Path.touch, (Path("payload-ran"),))


def _pickled() -> bytes:
    import io

    import torch

    buffer = io.BytesIO()
    torch.save({"state_dict": _Payload()}, buffer)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("open_clip_model.safetensors", b"\x08\0\0\0\0\0\0\0{}      "),
        ("open_clip_model.safetensors", b"not safetensors at all"),
        ("open_clip_pytorch_model.bin", None),
        ("open_clip_config.json", b"{}"),
    ],
)
def test_a_foreign_checkpoint_is_refused(
    tmp_path: Path,
    newsroom: Path,
    tiny_model: str,
    monkeypatch: pytest.MonkeyPatch,
    file: str,
    content: bytes | None,
) -> None:
    monkeypatch.chdir(tmp_path)
    broken = tmp_path / "broken"
    shutil.copytree(tiny_model.removeprefix("local-dir:"), broken)
    if content is None:  # a pickle that runs code, where the safetensors file should be
        (broken / "open_clip_model.safetensors").unlink()
        content = _pickled()
    (broken / file).write_bytes(content)
    folder = tmp_path / "c.newsmatch"
    newsmatch("import", folder, newsroom)
    done = newsmatch("index", folder, "--model", f"local-dir:{broken}")
    assert done.exit_code == 1, done.output
    assert "cannot be loaded" in done.output
    assert len(done.output.strip().splitlines()) == 1
    assert not (tmp_path / "payload-ran").exists()
