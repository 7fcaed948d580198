"""Every reader of files from outside, with valid samples to change and the errors it may raise.

A reader is a function of (bytes, folder): it puts the bytes where a user would have them, and
reads them to the last row. It raises a ``NewsMatchError`` or returns the first sentence with which
something in them was refused; all else is a crash.
"""

import html
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import collection_readers as parts
import database_readers as databases
import model_readers as models
import mutate
import photo_readers as photos
from photo_readers import put

from newsmatch_gui.clip.decode import UnreadablePhotoError
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Depth
from newsmatch_gui.domain.paths import OutsideFolderError
from newsmatch_gui.domain.records import Article, RowProblem
from newsmatch_gui.exchange.archives import UnusableMemberError
from newsmatch_gui.exchange.file_texts import NoFileTextsError
from newsmatch_gui.exchange.run_files import read_run
from newsmatch_gui.exchange.snippets import Snippets
from newsmatch_gui.exchange.sources import Options, SourceRow, open_source
from newsmatch_gui.services.importing import repaired
from newsmatch_gui.services.settings import read_settings
from newsmatch_gui.services.suggesting import read_story, story_from
from newsmatch_gui.services.train_options import train_options
from newsmatch_gui.text.language import detect_each
from newsmatch_gui.text.recipes import built_in, parse_recipe
from newsmatch_gui.text.repair import decode, repair, repair_line, strip_markup

Read = Callable[[bytes, Path], str | None]
REFUSALS = (
    NewsMatchError, UnreadablePhotoError, NoFileTextsError, UnusableMemberError, OutsideFolderError,
)  # fmt: skip
_LONGEST_SENTENCE = 3_000


@dataclass(frozen=True, slots=True)
class Reader:
    """What is fuzzed.

    Attributes:
        read: The reader; returns what it refused of the bytes, if anything.
        samples: Valid files, made when they are first wanted.
        shapes: Changes that know the format.
        share: How many of ten thousand cases or so are its own; who reads fast reads more.
    """

    read: Read
    samples: Callable[[], tuple[bytes, ...]]
    shapes: tuple[mutate.Change, ...] = ()
    share: int = 50


def refusal(name: str, raw: bytes, folder: Path) -> str:
    """Let a reader read; return the sentence with which it refuses, "" when it accepts all."""
    try:
        said = READERS[name].read(raw, folder) or ""
    except REFUSALS as error:
        said = str(error)
        assert said, f"{type(error).__name__} says nothing"
    assert "\n" not in said and len(said) < _LONGEST_SENTENCE, f"no sentence: {said[:200]!r}"
    return said


# Tables and feeds ----------------------------------------------------------------------------


def _source(name: str) -> Read:
    def read(raw: bytes, folder: Path) -> str | None:
        for photo in ("a.jpg", "b.jpg", "I1.jpg", "I2.jpg"):
            if not (folder / photo).exists():
                put(folder, photo, photos.JPEG)
        source = open_source(put(folder, name, raw), decode, Options())
        problems = list(source.problems)
        for row in source.rows:
            problems += [row] if isinstance(row, RowProblem) else row.problems
            if isinstance(row, SourceRow) and row.article is not None:
                _use(row.article)
                detect_each([row.article.title])
        return problems[0].sentence() if problems else None

    return read


def _use(delivered: Article) -> None:
    """Do what import and indexing do with an article; tokenizers unescape texts twice."""
    article = repaired(delivered)
    for text in (article.title, article.text):
        html.unescape(html.unescape(text)).encode()


def _table() -> tuple[bytes, ...]:
    head = "article_id,title,text,image_id,image,caption,tags"
    rows = ['1,One,"a ""b"", c",i1,a.jpg,x,a;b', '2,"Zw\u00f6lf\nZeilen",<p>t</p>,i2,b.jpg,,',
            "3,Three,,i3,b.jpg,=1+1,"]  # fmt: skip
    text = "\n".join([head, *rows]) + "\n"
    wide = "article_id\tarticle_title\timage_id\tarticle_tags\n1\tOne\tI1\ta\n2\tTwo\tI2\t\n"
    old = "aid;iid;title;imgFile;text\n1;2;Eins;2.jpg;x\n"
    said = "sep=;\n;Article ID;Headline;Bild\n0;1;Eins;a.jpg\n1;2;Zwei;none/B.PNG\n"
    pairs = "articleID\timageID\n1\ta\n2\tb\n"
    encodings = (text.encode(code) for code in ("utf-8-sig", "cp1252", "utf-16", "utf-16-le"))
    others = (text, wide, old, said, pairs, text.replace(",", "|"))
    return (*encodings, *(other.encode() for other in others))


def _json_lists() -> tuple[bytes, ...]:
    lists = [b"[" + b",\n".join(lines.splitlines()) + b"]" for lines in parts.article_lines()]
    return (*lists, b'{"of": "us", "articles": ' + lists[0] + b"}")


def _feeds() -> tuple[bytes, ...]:
    rss = (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>T</title><language>de</language>"
        "<item><guid>1</guid><title>One &amp; two</title><description>&lt;p&gt;x&lt;/p&gt;"
        "</description><pubDate>Mon, 06 Sep 2021 00:01:00 +0000</pubDate></item>"
        "<item><link>http://x/2</link><title><![CDATA[Two]]></title></item></channel></rss>"
    )
    atom = ("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>a</id><title "
            "type='html'>One &lt;b&gt;</title><content type='xhtml'><div xmlns='http://www.w3.org/"
            "1999/xhtml'>x<script>y</script></div></content><updated>2021-09-06T00:01:00Z</updated>"
            "</entry></feed>")  # fmt: skip
    rdf = ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
           "xmlns='http://purl.org/rss/1.0/'><item rdf:about='x'><title>T</title><link>x</link>"
           "</item></rdf:RDF>")  # fmt: skip
    laughs = "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>" + rss
    return (rss.encode(), atom.encode(), rdf.encode(), laughs.encode(), rss.encode("utf-16"))


def _run_file(raw: bytes, folder: Path) -> str | None:
    run = read_run(put(folder, "r.tsv", raw), ["1", "2"], ["i1", "i2"])
    run.ranks([("1", "i2")])
    return next(iter(run.notes), None)


def _story(raw: bytes, folder: Path) -> None:
    _use(read_story(put(folder, "s.html", raw)))


def _pasted(raw: bytes, _folder: Path) -> None:
    # A clipboard may hold lone halves of characters.
    _use(story_from(raw.decode("utf-8", "surrogateescape" if len(raw) % 2 else "replace")))


def _stories() -> tuple[bytes, ...]:
    page = (
        "<!doctype html><html><head><title>T</title><meta property='og:title' content='O'>"
        "</head><body><nav>n</nav><article><h1>Head</h1><p>One &amp; two</p><script>x</script>"
        "</article></body></html>"
    )
    marked = b"---\ntitle: 'T'\n---\nText"
    return (page.encode(), b"# Title\n\nText\n", marked, "Titel\nGr\u00f6\u00dfe".encode())


def _text(raw: bytes, _folder: Path) -> None:
    text = decode(raw)
    repair(text)
    repair_line(text)
    strip_markup(text)


# Settings, recipes, templates ----------------------------------------------------------------


def _recipe(raw: bytes, folder: Path) -> None:
    text = raw.decode("utf-8", "replace")
    recipe = parse_recipe(text, "r.toml")
    assert recipe.fingerprint and recipe.name


def _settings(raw: bytes, folder: Path) -> None:
    os.environ["NEWSMATCH_SETTINGS"] = str(put(folder, "settings.toml", raw))
    read_settings()


def _options(raw: bytes, folder: Path) -> None:
    train_options(Depth.FULL, put(folder, "o.toml", raw))


def _template(raw: bytes, folder: Path) -> None:
    home = folder / "own"
    home.mkdir(exist_ok=True)
    name = ("a.md", "a.html", "a.json")[len(raw) % 3]
    put(home, name, raw)
    try:
        made = Snippets(folder / "none", home)
        made.wanted([name])
        made.fill(name, {"title": "<T>", "credit": "C", "width": 3, "tags": ["a", "b"]})
    finally:
        (home / name).unlink()


_SETTINGS = (
    b'[translation]\nonline = "off"\ngloss = true\n[decide]\nahead = 1.5\n[keys]\na = "A"\n',
)
_OPTIONS = (b'rate = 2e-4\nlock = "image"\nepochs = 3\nbatch = 64\n',)
_TEMPLATES = (
    b"{% for t in tags %}{{ t|upper }}{% endfor %} {{ title|e }} {{ width * 2 }} ",
    b"{% for t in tags %}{% for u in tags %}{{ t ~ u }}{% endfor %}{% endfor %}",
    b'{"title": "{{ title }}", "w": {{ width }} }',
    b"{% macro m(x) %}{{ x }}{% endmacro %}{{ m(credit) }}{% if width > 2 %}x{% endif %}",
)


READERS: Mapping[str, Reader] = {
    "photos": Reader(
        photos.photo, photos.photo_samples,
        (mutate.png_chunk, mutate.jpeg_segment, mutate.tiff_tag), 2300,
    ),
    "texts in photos": Reader(
        photos.file_texts, photos.worded_samples, (mutate.jpeg_segment, mutate.tiff_tag), 900
    ),
    "CSV and TSV tables": Reader(_source("a.csv"), _table, (mutate.line, mutate.value), 500),
    "JSON Lines and decisions": Reader(
        _source("a.jsonl"), parts.article_lines,
        (mutate.line, mutate.value, mutate.keys_and_values), 550,
    ),
    "JSON": Reader(
        _source("a.json"), _json_lists, (mutate.line, mutate.value, mutate.keys_and_values), 250
    ),
    "RSS, Atom and RDF feeds": Reader(_source("a.xml"), _feeds, (mutate.tag,), 200),
    "stories": Reader(_story, _stories, (mutate.tag, mutate.line), 200),
    "pasted stories": Reader(_pasted, _stories, (mutate.tag, mutate.line), 100),
    "text repair": Reader(_text, _stories, (mutate.tag,), 120),
    "run files": Reader(_run_file, lambda: (b"1\ti1\ti2\n2\ti2\ti1\n",), (mutate.line,), 1700),
    "recipes": Reader(
        _recipe, lambda: tuple(r.source.encode() for r in built_in().values()),
        (mutate.line, mutate.value), 900,
    ),
    "settings": Reader(_settings, lambda: _SETTINGS, (mutate.line, mutate.value), 550),
    "options of a training": Reader(_options, lambda: _OPTIONS, (mutate.line, mutate.value), 500),
    "templates": Reader(_template, lambda: _TEMPLATES, (mutate.value,), 120),
    "ZIP files": Reader(parts.archive_file, parts.archives, (mutate.number,), 300),
    "names of files": Reader(parts.name_of_file, parts.names, (), 900),
    "caches of vectors": Reader(parts.vectors, parts.vector_files, (), 150),
    "notes beside vectors": Reader(
        parts.entry,
        lambda: (b'{"name":"m","fingerprint":"f","dim":8,"budget":16,"device":"cpu"}',),
        (mutate.keys_and_values,), 120,
    ),
    "notes of a training": Reader(parts.run_note, parts.run_notes, (mutate.keys_and_values,), 120),
    "configurations of models": Reader(
        models.configuration, models.configurations, (mutate.keys_and_values,), 120
    ),
    "folders of models": Reader(
        models.model_folder, models.model_configurations, (mutate.keys_and_values,), 10
    ),
    "text towers of models": Reader(
        models.text_tower, models.text_tower_files, (mutate.keys_and_values,), 10
    ),
    "safetensors": Reader(models.tensors, models.tensor_files, (mutate.value,), 40),
    "notes of who is in": Reader(
        parts.window_note, parts.window_notes, (mutate.keys_and_values,), 120
    ),
    "diaries": Reader(
        databases.diary_file, databases.diaries, (mutate.line, mutate.keys_and_values), 20
    ),
    "databases": Reader(databases.database, databases.databases, (databases.cell,), 70),
    "backups": Reader(databases.backup, databases.databases, (databases.cell,), 10),
    "collections for the doctor": Reader(
        databases.examined, databases.databases, (databases.cell,), 5
    ),
}  # fmt: skip
