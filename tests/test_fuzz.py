"""A slice of the fuzzing of ``packaging/fuzz``: every reader, in this process, in a few seconds."""

import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "packaging" / "fuzz"))

from fuzz_readers import Tally, fuzz, sample_of, table
from readers import READERS, refusal

_SECONDS = 0.05  # of computing for a reader
_SEED = 2
# Their samples hold what is told and read nonetheless, or are names that lead astray.
_TOLD = {"CSV and TSV tables", "RSS, Atom and RDF feeds", "names of files", "notes of who is in",
         "collections for the doctor"}  # fmt: skip


@pytest.mark.filterwarnings("ignore")  # Pillow tells of damage that it reads over
@pytest.mark.parametrize("name", READERS)
def test_a_reader_refuses_with_a_sentence_or_reads(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSMATCH_SETTINGS", "")  # put back: the reader of settings sets it
    samples = READERS[name].samples()
    said = [refusal(name, sample, tmp_path) for sample in samples]
    assert name in _TOLD or not any(said), "a sample is refused, so that little of it is fuzzed"
    until, number, refused = time.thread_time() + _SECONDS, 0, 0
    while time.thread_time() < until or number < 3:
        raw = sample_of(name, _SEED, number)
        begun = time.thread_time()
        refused += bool(refusal(name, raw, tmp_path))
        assert time.thread_time() - begun < 5, f"case {number} took too long"
        number += 1
    assert refused or number < 10 or name == "text repair"


def test_a_case_is_the_same_again() -> None:
    assert sample_of("run files", 1, 7) == sample_of("run files", 1, 7)
    assert sample_of("run files", 1, 7) != sample_of("run files", 2, 7)


def test_crashes_are_counted_and_the_rest_of_the_cases_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = fuzz("run files", 1, 600)
    assert tally.cases == 600
    assert tally.refused + tally.accepted == 600
    assert tally.slowest > 0
    assert not tally.crashes
    tally.crashes.append({"crash": 3})
    told = table([tally, Tally("others", 1, 10, 4, slowest=0.5)])
    assert f"| run files | 600 | {tally.refused} | {tally.accepted} | 1 |" in told
    assert f"| **All** | **610** | **{tally.refused + 4}** |" in told
