"""Sentences, stop words, stems, lemmas and languages: NLTK, pysbd and py3langid, loaded once.

Everything comes from files that ship with the program; nothing is downloaded.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock, local
from typing import Any

from newsmatch_gui.resources import resource_path

# pysbd grows faster than linearly; a paragraph this long is a table or a lost line break.
_LONGEST_PARAGRAPH = 4_000
_CACHED_WORDS = 65_536
_SEGMENTED = re.compile("am|ar|bg|da|de|el|en|es|fa|fr|hi|hy|it|ja|kk|mr|my|nl|pl|ru|sk|ur|zh")
# "$3.5 bn. in a day": a short word with a full stop, and then a small letter.
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.\s+[a-zäöüß]$")
_WORDNET = {"J": "a", "V": "v", "N": "n", "R": "r"}
_lock = Lock()
_threads = local()


@dataclass(frozen=True, slots=True, eq=False)
class _Nltk:
    stop_words: frozenset[str]
    stemmers: dict[str, Any]
    lemmatizer: Any
    tagger: Any
    tokenizer: Any


def sentences(paragraph: str, lang: str) -> list[str]:
    """Split a paragraph into sentences (pysbd; Sadvilkar and Neumann 2020).

    Args:
        paragraph: Text without paragraph breaks.
        lang: Two-letter code; a language without rules of its own is split as English.

    Returns:
        The sentences, stripped, none empty; together they hold every letter of the paragraph.
    """
    return [
        sentence for block in _blocks(paragraph) for sentence in _split(block, lang) if sentence
    ]


def _split(block: str, lang: str) -> list[str]:
    try:
        parts = _segmenter(lang).segment(block)
    except (re.error, IndexError):  # pysbd's rules stumble over some unbalanced quotes
        parts = re.split(r"(?<=[.!?…])\s+", block)
    # Only the starts are taken: pysbd now and then swallows a run of marks or alters a sentence.
    starts, reached = [0], 0
    for part in map(str.strip, parts):
        place = block.find(part, reached)
        if place < 0:
            continue
        reached = place + len(part)
        before = block[max(0, place - 8) : place + 1]
        if place > starts[-1] and part and not _ABBREVIATED.search(before):
            starts.append(place)
    ends = [*starts[1:], len(block)]
    return [block[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def first_sentence(paragraph: str, lang: str) -> str:
    """Return the first sentence of a paragraph, looking at no more of it than needed."""
    for reach in (400, _LONGEST_PARAGRAPH):
        start = paragraph[:reach].rsplit(" ", 1)[0] if len(paragraph) > reach else paragraph
        found = sentences(start, lang)
        if len(found) > 1 or start is paragraph:
            break
    return found[0] if found else ""


def detect(text: str) -> str:
    """Tell German from English (py3langid; Lui and Baldwin 2012); English below two words."""
    if len(text.split()) < 2:
        return "en"
    with _lock:
        return _identifier().classify(text[:2_000])[0]


def stop_words() -> frozenset[str]:
    """Return NLTK's English stop words, in lower case."""
    return _nltk().stop_words


@lru_cache(_CACHED_WORDS)
def stem(word: str, by: str = "porter") -> str:
    """Return the stem of an English word, by ``porter`` or ``snowball``."""
    return _nltk().stemmers[by].stem(word)


@lru_cache(_CACHED_WORDS)
def lemma(word: str, tag: str = "N") -> str:
    """Return the lemma of an English word.

    Args:
        word: The word, in lower case.
        tag: Penn Treebank tag, or its first letter.
    """
    return _nltk().lemmatizer.lemmatize(word, _WORDNET.get(tag[:1], "n"))


def tag(words: list[str]) -> list[tuple[str, str]]:
    """Return (word, Penn Treebank tag) by the averaged perceptron tagger."""
    return _nltk().tagger.tag(words)


def tokens(text: str) -> list[str]:
    """Split English text into words and punctuation as the Penn Treebank does."""
    return _nltk().tokenizer.tokenize(text)


def expand_contractions(text: str) -> str:
    """Write out contractions: ``can't`` becomes ``cannot``, typographic apostrophes too."""
    import contractions

    return contractions.fix(text.replace("\u2019", "'"), slang=False)


def _blocks(paragraph: str) -> list[str]:
    blocks = []
    rest = paragraph
    while len(rest) > _LONGEST_PARAGRAPH:
        cut = rest.rfind(" ", 1, _LONGEST_PARAGRAPH)
        cut = cut if cut > 0 else _LONGEST_PARAGRAPH
        blocks.append(rest[:cut])
        rest = rest[cut:]
    return [*blocks, rest]


def _segmenter(lang: str) -> Any:
    # A segmenter keeps the text it works on, so each thread has its own.
    made: dict[str, Any] = _threads.__dict__.setdefault("segmenters", {})
    if lang not in made:
        import pysbd

        made[lang] = pysbd.Segmenter(
            language=lang if _SEGMENTED.fullmatch(lang) else "en", clean=False
        )
    return made[lang]


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(["de", "en"])
    return found


def _nltk() -> _Nltk:
    # NLTK's lazy corpora fail when several threads come first, so one loads for all.
    with _lock:
        return _load_nltk()


@cache
def _load_nltk() -> _Nltk:
    import nltk

    # First in the path, which also makes it a place that NLTK agrees to read from.
    nltk.data.path.insert(0, str(resource_path("language", "nltk_data")))
    from nltk.corpus import stopwords, wordnet
    from nltk.stem import PorterStemmer, SnowballStemmer, WordNetLemmatizer
    from nltk.tag import PerceptronTagger
    from nltk.tokenize import NLTKWordTokenizer

    wordnet.ensure_loaded()
    return _Nltk(
        stop_words=frozenset(stopwords.words("english")),
        stemmers={"porter": PorterStemmer(), "snowball": SnowballStemmer("english")},
        lemmatizer=WordNetLemmatizer(),
        tagger=PerceptronTagger(lang="eng"),
        tokenizer=NLTKWordTokenizer(),
    )
