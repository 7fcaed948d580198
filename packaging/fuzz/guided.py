"""Let atheris look for changes that reach new code of a reader (``pip install atheris``).

    python packaging/fuzz/guided.py "text repair" 100000

It stops at the first crash and leaves its bytes behind; what the readers may raise is caught in
them. Beside ``fuzz_readers.py``, which knows the formats, this one sees which branches were taken.
"""

import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]
with atheris.instrument_imports(include=["newsmatch_gui"]):
    from readers import READERS, refusal


def main(name: str, runs: str) -> None:
    """Fuzz a reader, beginning with its samples."""
    folder = Path(tempfile.mkdtemp(prefix="newsmatch-guided-"))
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, sample in enumerate(READERS[name].samples()):
        (corpus / str(number)).write_bytes(sample)
    work = folder / "work"
    work.mkdir()
    options = [sys.argv[0], f"-runs={runs}", "-timeout=5", "-rss_limit_mb=2048", "-verbosity=0"]
    atheris.Setup([*options, str(corpus)], lambda raw: refusal(name, raw, work))
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
