"""Sentences, stop words, stems, lemmas and languages: NLTK, pysbd and py3langid, loaded once.

Everything comes from files that ship with the program; nothing is downloaded.
"""

import json
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import StringIO
from threading import Lock, local
from typing import Any
from zipfile import BadZipFile, ZipFile

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.resources import resource_path

# pysbd grows faster than linearly; a paragraph this long is a table or a lost line break.
_LONGEST_PARAGRAPH = 4_000
_CACHED_WORDS = 65_536
# Letters that tell a language, and how sure to be: at 0.9 none of 6,859 English headlines was taken
# for German, and 26 of 2,539 German ones were undecided.
_ENOUGH, _SURE = 160, 0.9
_SEGMENTED = re.compile("am|ar|bg|da|de|el|en|es|fa|fr|hi|hy|it|ja|kk|mr|my|nl|pl|ru|sk|ur|zh")
# "$3.5 bn. in a day": a short word with a full stop, and then a small letter.
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.\s+[a-zäöüß]$")
# ISO 639: the codes of three letters, both kinds, and what people write instead.
_CODES = """
de:deu,ger,german,deutsch en:eng,english,englisch fr:fra,fre,french es:spa,spanish it:ita,italian
nl:nld,dut,dutch pt:por,portuguese pl:pol,polish ru:rus,russian uk:ukr,ukrainian tr:tur,turkish
ar:ara,arabic zh:zho,chi,cmn,chinese ja:jpn,japanese ko:kor,korean el:ell,gre,greek cs:ces,cze,czech
sk:slk,slo,slovak sl:slv hr:hrv sr:srp bs:bos sq:sqi,alb mk:mkd,mac bg:bul,bulgarian
ro:ron,rum,romanian hu:hun,hungarian da:dan,danish sv:swe,swedish no:nor nb:nob nn:nno is:isl,ice
fi:fin,finnish et:est lv:lav lt:lit ga:gle cy:cym,wel ca:cat eu:eus,baq he:heb,iw,hebrew fa:fas,per
ur:urd hi:hin,hindi bn:ben mr:mar my:mya,bur hy:hye,arm kk:kaz am:amh th:tha vi:vie id:ind,in ms:msa
"""
_WORDNET = {"J": "a", "V": "v", "N": "n", "R": "r"}
_lock = Lock()
_threads = local()


@dataclass(frozen=True, slots=True, eq=False)
class _Nltk:
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
    found: list[str] = []
    rest = paragraph
    while len(rest) > _LONGEST_PARAGRAPH:
        cut = rest.rfind(" ", 1, _LONGEST_PARAGRAPH)
        block = rest[: cut if cut > 0 else _LONGEST_PARAGRAPH].rstrip()
        *whole, last = _split(block, lang)
        # The last one may go on beyond the cut.
        rest = rest[len(block) - len(last) if whole else len(block) :]
        found += whole or [last]
    return [sentence for sentence in (*found, *_split(rest, lang)) if sentence]


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
        if place > starts[-1] and part and _may_start(before):
            starts.append(place)
    ends = [*starts[1:], len(block)]
    return [block[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _may_start(before: str) -> bool:
    """Tell whether a sentence may start, by the marks before its first letter, which is last."""
    end = before[:-1].rstrip()[-1:]
    # pysbd takes "den 2. Platz, er den 3." for a list.
    return not (end.isalnum() or end == ",") and not _ABBREVIATED.search(before)


def language_code(tag: str) -> str:
    """Return the two-letter code of a language, however a source names it.

    Args:
        tag: ``de``, ``DE``, ``de-DE``, ``de_AT``, ``deu``, ``ger``, ``German`` or ``Deutsch``.

    Returns:
        The code; a language that has none, or that we don't know, stays as it is in small
        letters, and what says "unknown" becomes empty.
    """
    first = re.split(r"[-_.@ ]", tag.strip().casefold(), maxsplit=1)[0]
    return _codes().get(first, first)


@cache
def _codes() -> dict[str, str]:
    pairs = (row.split(":") for row in _CODES.split())
    found = {name: code for code, names in pairs for name in names.split(",")}
    return found | dict.fromkeys(("und", "mul", "zxx", "mis", "unknown", "none"), "")


def detect(text: str) -> str:
    """Tell German from English (py3langid; Lui and Baldwin 2012); English below two words."""
    if len(text.split()) < 2:
        return "en"
    with _lock:
        return _identifier().classify(text[:2_000])[0]


def detect_each(texts: Sequence[str]) -> list[str]:
    """Tell German from English for every text of one source.

    What is hardly a sentence is in the language of most others; English when there are none.
    """
    found = [_surely(text) for text in texts]
    german = sum(code == "de" for code in found)
    most = "de" if 2 * german > sum(map(bool, found)) else "en"
    return [code or most for code in found]


def _surely(text: str) -> str:
    if len(text.split()) < 2:
        return ""
    with _lock:
        code, probability = _identifier().classify(text[:_ENOUGH])
    return code if probability > _SURE else ""


@cache
def stop_words(lang: str = "en") -> frozenset[str]:
    """Return NLTK's stop words in lower case: of English or German, none of other languages."""
    name = {"en": "english", "de": "german"}.get(lang)
    return frozenset(_shipped("corpora/stopwords")[name].decode().split()) if name else frozenset()


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

    text = text.replace("\u2019", "'")
    # The package looks words up in the lower-cased text and cuts the text as it is. İ alone
    # becomes longer in lower case, so that every later cut would be beside the word.
    stand_in = next(mark for mark in map(chr, range(0xE000, 0xF8FF)) if mark not in text)
    fixed = contractions.fix(text.replace("İ", stand_in), slang=False)
    return fixed.replace(stand_in, "İ")


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
    # Not made twice when several threads come first.
    with _lock:
        return _load_nltk()


@cache
def _load_nltk() -> _Nltk:
    from nltk.stem import PorterStemmer, SnowballStemmer
    from nltk.tokenize import NLTKWordTokenizer

    return _Nltk(
        stemmers={"porter": PorterStemmer(), "snowball": SnowballStemmer("english")},
        lemmatizer=_lemmatizer(),
        tagger=_tagger(),
        tokenizer=NLTKWordTokenizer(),
    )


def _shipped(name: str) -> dict[str, bytes]:
    """Return the files of one of NLTK's packages, unpacked, by name.

    Read by us and not by NLTK, which refuses a folder that a group may write or that another
    account owns; a shared installation is both.

    Raises:
        NewsMatchError: The package is missing or damaged.
    """
    try:
        with ZipFile(resource_path("language", "nltk_data", f"{name}.zip")) as packed:
            return {path.rpartition("/")[2]: packed.read(path) for path in packed.namelist()}
    except (OSError, BadZipFile, zlib.error) as error:
        raise NewsMatchError(
            f"NLTK's {name.rpartition('/')[2]}, which ships with NewsMatch, cannot be read "
            f"({error}); make it readable, or install NewsMatch again"
        ) from error


def _tagger() -> Any:
    from nltk.tag import PerceptronTagger

    files = _shipped("taggers/averaged_perceptron_tagger_eng")
    weights, tags, classes = (
        json.loads(files[f"averaged_perceptron_tagger_eng.{part}.json"])
        for part in ("weights", "tagdict", "classes")
    )
    tagger = PerceptronTagger(load=False)
    tagger.model.weights, tagger.tagdict = weights, tags
    tagger.classes = tagger.model.classes = set(classes)
    return tagger


def _lemmatizer() -> Any:
    from nltk.corpus.reader import WordNetCorpusReader
    from nltk.data import PathPointer
    from nltk.stem import WordNetLemmatizer

    files = _shipped("corpora/wordnet")

    class Nowhere(PathPointer):
        """The root that a corpus must name; nothing is read below it."""

        def open(self, encoding: str | None = None) -> Any:
            raise FileNotFoundError

        def file_size(self) -> int:
            raise FileNotFoundError

        def join(self, fileid: str) -> "Nowhere":
            raise FileNotFoundError(fileid)

    class WordNet(WordNetCorpusReader):
        """WordNet's lemmas, from files in memory."""

        def open(self, file: str) -> StringIO:
            return StringIO(files[file].decode())

        def map_wn(self, version: str = "wordnet") -> None:
            """Map nothing to other versions of WordNet: there is none to read."""

    words = WordNet(Nowhere(), omw_reader=False)  # None would warn of missing languages

    class Lemmatizer(WordNetLemmatizer):
        """NLTK's lemmatizer, asking our reader in place of the one that looks for its files."""

        def _morphy(self, form: str, pos: str, check_exceptions: bool = True) -> list[str]:
            return words._morphy(form, pos, check_exceptions)

    return Lemmatizer()
