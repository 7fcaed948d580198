"""Every reader of files from outside, with valid samples to change and the errors it may raise.

A reader is a function of (bytes, folder): it puts the bytes where a user would have them, and
reads them to the last row. What it is documented to raise is caught in it; all else is a crash.
"""

import html
import json
import os
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import mutate
import numpy as np
from hostile.corpus import photos, pixels, saved, with_texts
from PIL import Image

from newsmatch_gui.clip.decode import UnreadablePhotoError, decode_photo, full_size
from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.learning import Depth
from newsmatch_gui.domain.paths import OutsideFolderError, join_inside
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Article
from newsmatch_gui.exchange.archives import (
    UnusableMemberError,
    list_archive,
    open_archive,
    place_member,
    unpack_member,
)
from newsmatch_gui.exchange.feeds import read_feed
from newsmatch_gui.exchange.file_texts import NoFileTextsError, read_file_texts
from newsmatch_gui.exchange.run_files import read_run
from newsmatch_gui.exchange.snippets import Snippets
from newsmatch_gui.exchange.sources import Options, SourceRow, open_source
from newsmatch_gui.exchange.stories import story_of
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.faults import worlds_fault
from newsmatch_gui.services.importing import import_source, repaired
from newsmatch_gui.services.indexing import read_entry
from newsmatch_gui.services.model_registry import list_models
from newsmatch_gui.services.problems import list_problems
from newsmatch_gui.services.settings import read_settings
from newsmatch_gui.services.train_options import train_options
from newsmatch_gui.services.training_run import find_run
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.store.diary import Diary
from newsmatch_gui.store.vectors import VectorFile
from newsmatch_gui.text.recipes import built_in, parse_recipe
from newsmatch_gui.text.repair import decode, repair, repair_line, strip_markup

Read = Callable[[bytes, Path], None]
JPEG = saved(pixels((32, 24)), "JPEG")


@dataclass(frozen=True, slots=True)
class Reader:
    """What is fuzzed.

    Attributes:
        read: The reader.
        samples: Valid files, made when they are first wanted.
        shapes: Changes that know the format.
        share: How many of a thousand cases are its own.
    """

    read: Read
    samples: Callable[[], tuple[bytes, ...]]
    shapes: tuple[mutate.Change, ...] = ()
    share: int = 50


def _put(folder: Path, name: str, raw: bytes) -> Path:
    path = folder / name
    path.write_bytes(raw)
    return path


# Photos --------------------------------------------------------------------------------------


def _photo(raw: bytes, _folder: Path) -> None:
    with suppress(UnreadablePhotoError):
        full_size(raw, decode_photo(raw, target=8, srgb=len(raw) % 2 == 0))


def _file_texts(raw: bytes, folder: Path) -> None:
    with suppress(NoFileTextsError):
        texts, _ = read_file_texts(_put(folder, "a.jpg", raw))
        assert str(texts).isprintable()


@cache
def _photos() -> tuple[bytes, ...]:
    small = pixels((24, 16))
    formats = {"PNG": "RGBA", "WEBP": "RGB", "GIF": "P", "TIFF": "RGB", "BMP": "RGB"}
    made = [saved(small.convert(mode), format) for format, mode in formats.items()]
    deep = Image.fromarray(np.arange(384, dtype=np.uint16).reshape(16, 24) * 100)
    profile = saved(small, "JPEG", icc_profile=_profile())
    ways = ("tiff_lzw", "tiff_deflate", "jpeg")
    packed = [saved(small, "TIFF", compression=way) for way in ways]
    made += [saved(small, "WEBP", lossless=True), saved(small, "PNG", icc_profile=_profile())]
    made += [saved(small, "WEBP", save_all=True, append_images=[small])]
    made += [saved(small.convert("P"), "PNG", transparency=3), saved(small.convert("CMYK"), "JPEG")]
    made += [saved(deep, "PNG"), saved(deep, "TIFF"), saved(small, "JPEG", progressive=True)]
    return (JPEG, profile, *made, *packed)


def _profile() -> bytes:
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@cache
def _worded() -> tuple[bytes, ...]:
    every = {photo.name: photo.content for photo in photos() if photo.name.startswith("turned")}
    xmp = with_texts("A caption & a <credit>")
    with Image.open(BytesIO(xmp)) as image:
        info = {"exif": image.info["exif"], "xmp": image.info["xmp"]}
    return (xmp, *every.values(), saved(pixels((24, 16)), "WEBP", **info),
            saved(pixels((24, 16)), "PNG", exif=info["exif"]))  # fmt: skip


# Tables and feeds ----------------------------------------------------------------------------


def _source(name: str) -> Read:
    def read(raw: bytes, folder: Path) -> None:
        with suppress(NewsMatchError):
            source = open_source(_put(folder, name, raw), decode, Options())
            for row in source.rows:
                if isinstance(row, SourceRow) and row.article is not None:
                    _use(row.article)

    return read


def _use(delivered: Article) -> None:
    """Do what import and indexing do with an article; tokenizers unescape texts twice."""
    article = repaired(delivered)
    for text in (article.title, article.text):
        html.unescape(html.unescape(text)).encode()


def _table() -> tuple[bytes, ...]:
    head = "article_id,title,text,image_id,image,caption,tags"
    rows = ['1,One,"a ""b"", c",i1,a.jpg,x,a;b', '2,"Zw\u00f6lf\nZeilen",<p>t</p>,i2,b.jpg,,',
            "3,Three,,i3,../a.jpg,=1+1,"]  # fmt: skip
    text = "\n".join([head, *rows]) + "\n"
    wide = "article_id\tarticle_title\timage_id\tarticle_tags\n1\tOne\tI1\ta\n2\tTwo\tI2\t\n"
    old = "aid;iid;title;imgFile;text\n1;2;Eins;2.jpg;x\n"
    encodings = (text.encode(code) for code in ("utf-8-sig", "cp1252", "utf-16", "utf-16-le"))
    return (text.encode(), *encodings, wide.encode(), old.encode(), text.replace(",", "|").encode())


def _lines() -> tuple[bytes, ...]:
    article = {"article_id": "1", "title": "One", "text": "t", "tags": ["a", "b"], "image": "a.jpg"}
    decided = {"decision_id": "01J00000000000000000000000", "verdict": "chosen", "article_id": "1",
               "title": "One", "image_id": "a", "image": "a.jpg", "annotator": "x", "fit": 3,
               "decided_at": "2025-01-01T00:00:00+00:00", "note": "", "reason": "", "batch": "",
               "shown": {"model": "m", "recipe": "r", "rank": 1, "score": 0.5}}  # fmt: skip
    none = {**decided, "verdict": "none_fits", "image_id": None, "image": None}
    return tuple(
        "\n".join(json.dumps(row) for row in rows).encode()
        for rows in ([article, {**article, "article_id": 2}], [decided, none])
    )


def _feed(raw: bytes, folder: Path) -> None:
    with suppress(NewsMatchError):
        for post in read_feed(folder / "a.xml", raw)[0]:
            if isinstance(post, tuple):
                _use(post[1])


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


def _run_file(raw: bytes, folder: Path) -> None:
    with suppress(NewsMatchError):
        read_run(_put(folder, "r.tsv", raw), ["1", "2", "a"], ["i1", "i2"]).ranks([("1", "i2")])


def _story(raw: bytes, _folder: Path) -> None:
    _use(story_of(decode(raw)))


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


def _recipe(raw: bytes, _folder: Path) -> None:
    with suppress(NewsMatchError):
        parse_recipe(raw.decode("utf-8", "replace"), "r.toml")


def _settings(raw: bytes, folder: Path) -> None:
    os.environ["NEWSMATCH_SETTINGS"] = str(_put(folder, "settings.toml", raw))
    with suppress(NewsMatchError):
        read_settings()


def _options(raw: bytes, folder: Path) -> None:
    with suppress(NewsMatchError):
        train_options(Depth.FULL, _put(folder, "o.toml", raw))


def _template(raw: bytes, folder: Path) -> None:
    home = folder / "own"
    home.mkdir(exist_ok=True)
    name = ("a.md", "a.html", "a.json")[len(raw) % 3]
    _put(home, name, raw)
    made = Snippets(folder / "none", home)
    with suppress(NewsMatchError):
        made.wanted([name])
        made.fill(name, {"title": "<T>", "credit": "C", "width": 3, "tags": ["a", "b"]})
    (home / name).unlink()


_SETTINGS = (
    b'[translation]\nonline = "off"\ngloss = true\n[decide]\nahead = 1.5\n[keys]\na = "A"\n',
)
_OPTIONS = (b'rate = 2e-4\nlock = "image"\nepochs = 3\nbatch = 64\n',)
_TEMPLATES = (
    b"{% for t in tags %}{{ t|upper }}{% endfor %} {{ title|e }} {{ width * 2 }}",
    b'{"title": "{{ title }}", "w": {{ width }} }',
    b"{% macro m(x) %}{{ x }}{% endmacro %}{{ m(credit) }}{% if width > 2 %}x{% endif %}",
)


# Parts of a collection -----------------------------------------------------------------------


def _vectors(raw: bytes, folder: Path) -> None:
    half = len(raw) // 2
    _put(folder, "images.f32", raw[:half])
    _put(folder, "images.keys", raw[half:])
    places, rows = VectorFile(folder, "images", 8).read()
    for place in list(places.values())[:3]:
        rows[place].sum()


def _entry(raw: bytes, folder: Path) -> None:
    _put(folder, "model.json", raw)
    read_entry(folder)


def _run_note(raw: bytes, folder: Path) -> None:
    (folder / "training").mkdir(exist_ok=True)
    _put(folder / "training", "run.json", raw)
    if (run := find_run(folder)) is not None:
        for trial in run.trials:
            run.snapshot(trial.epoch)


def _run_notes() -> tuple[bytes, ...]:
    lessons = {"depth": "quick", "options": {"epochs": 2}, "base": "b", "name": "n", "seconds": 1.0,
               "losses": [1.0], "trials": [[1, 1.0, [1, 2], [3]]],
               "curriculum": {"pairs": [["a", "i", 1.0]], "digest": "x"}}  # fmt: skip
    return (json.dumps(lessons).encode(),)


def _diary(raw: bytes, folder: Path) -> None:
    (folder / "backups").mkdir(exist_ok=True)
    diary = Diary(folder)
    diary.path.write_bytes(raw)
    with suppress(NewsMatchError):
        diary.read()


@cache
def _home() -> Path:
    """A small collection with a decision, made once for the process."""
    import tempfile

    home = Path(tempfile.mkdtemp(prefix="newsmatch-fuzz-"))
    (home / "a.jpg").write_bytes(JPEG)
    (home / "b.jpg").write_bytes(JPEG)
    (home / "a.jsonl").write_bytes(_lines()[0])
    (home / "d.jsonl").write_bytes(_lines()[1])
    for name in ("a.jsonl", "d.jsonl"):
        finish(import_source(home / "c.newsmatch", home / name))
    with sqlite3.connect(home / "c.newsmatch" / "collection.db") as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return home / "c.newsmatch"


def _diaries() -> tuple[bytes, ...]:
    return ((_home() / "backups" / "diary.jsonl").read_bytes(),)


def _databases() -> tuple[bytes, ...]:
    return ((_home() / "collection.db").read_bytes(),)


def _database(raw: bytes, folder: Path) -> None:
    home = folder / "c.newsmatch"
    home.mkdir(exist_ok=True)
    for name in ("collection.db-wal", "collection.db-shm"):
        (home / name).unlink(missing_ok=True)
    _put(home, "collection.db", raw)
    try:
        with Collection.open(home) as collection:
            collection.images.paths()
            collection.articles.truth()
        list_problems(home)
        list_models(home)
        with Desk(home) as desk:
            for line in desk.lines():
                desk.article(line.id)
    except Exception as error:
        if worlds_fault(error) is None:
            raise


def _archive(raw: bytes, folder: Path) -> None:
    path = _put(folder, "a.zip", raw)
    target = folder / "unpacked"
    target.mkdir(exist_ok=True)
    with suppress(NewsMatchError), open_archive(path) as archive:
        for member in list_archive(path, archive, target).photos:
            with suppress(UnusableMemberError):
                unpack_member(archive, member, target / ".unchecked")
                place_member(member, target / ".unchecked", target)
    left = [p for p in folder.iterdir() if p.name not in ("a.zip", "unpacked")]
    assert all(p.name in _KNOWN for p in left), f"something was written elsewhere: {left}"


_KNOWN = frozenset(
    "a.jpg a.csv a.tsv a.jsonl a.xml r.tsv settings.toml o.toml own images.f32 images.keys "
    "model.json training backups c.newsmatch".split()
)


def _archives() -> tuple[bytes, ...]:
    made = []
    for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w", how) as archive:
            for name in ("a.jpg", "sub/b.jpg", "c.txt", "\u00fc.png"):
                archive.writestr(name, JPEG[:200])
        made.append(buffer.getvalue())
    return tuple(made)


def _name(raw: bytes, folder: Path) -> None:
    name = raw.decode("utf-8", "surrogateescape")
    for portable in (True, False):
        with suppress(OutsideFolderError):
            path = join_inside(folder, name, portable=portable)
            assert os.path.realpath(path).startswith(os.path.realpath(folder))


def _names() -> tuple[bytes, ...]:
    return (
        b"a/b/c.jpg",
        b"..\\a.jpg",
        b"C:\\x.jpg",
        b"/tmp/x",
        b"nul.jpg",
        "\u00e4/\u00df.jpg".encode(),
    )


def _tensors(raw: bytes, folder: Path) -> None:
    from newsmatch_gui.clip.tensors import read_tensors

    with suppress(NewsMatchError):
        read_tensors(_put(folder, "a.safetensors", raw))


def _tensor_files() -> tuple[bytes, ...]:
    import torch
    from safetensors.torch import save

    return (save({"a": torch.zeros(3, 4), "b": torch.ones(2)}, metadata={"about": '{"epoch": 1}'}),)


def _configuration(raw: bytes, folder: Path) -> None:
    from newsmatch_gui.clip.model_files import read_configuration

    _put(folder, "open_clip_config.json", raw)
    with suppress(NewsMatchError):
        read_configuration(folder)


def _configurations() -> tuple[bytes, ...]:
    model = {"embed_dim": 32, "vision_cfg": {"image_size": 32}, "text_cfg": {
        "context_length": 16, "tokenizer_kwargs": {"clean": "canonicalize"}}}  # fmt: skip
    return (json.dumps({"model_cfg": model, "preprocess_cfg": {"mean": [0.5]}}).encode(),)


READERS: Mapping[str, Reader] = {
    "photos": Reader(
        _photo, _photos, (mutate.png_chunk, mutate.jpeg_segment, mutate.tiff_tag), 160
    ),
    "texts in photos": Reader(_file_texts, _worded, (mutate.jpeg_segment, mutate.tiff_tag), 100),
    "CSV and TSV tables": Reader(_source("a.csv"), _table, (mutate.line, mutate.value), 130),
    "JSON Lines and decisions": Reader(
        _source("a.jsonl"), _lines, (mutate.line, mutate.value, mutate.keys_and_values), 100
    ),
    "RSS, Atom and RDF feeds": Reader(_feed, _feeds, (mutate.tag,), 20),
    "stories": Reader(_story, _stories, (mutate.tag, mutate.line), 80),
    "text repair": Reader(_text, _stories, (mutate.tag,), 60),
    "run files": Reader(_run_file, lambda: (b"1\ti1\ti2\n2\ti2\ti1\n",), (mutate.line,), 80),
    "recipes": Reader(
        _recipe, lambda: tuple(r.source.encode() for r in built_in().values()),
        (mutate.line, mutate.value), 50,
    ),
    "settings": Reader(_settings, lambda: _SETTINGS, (mutate.line, mutate.value), 40),
    "options of a training": Reader(_options, lambda: _OPTIONS, (mutate.line, mutate.value), 40),
    "templates": Reader(_template, lambda: _TEMPLATES, (mutate.value,), 10),
    "ZIP files": Reader(_archive, _archives, (mutate._number,), 30),
    "names of files": Reader(_name, _names, (), 40),
    "caches of vectors": Reader(_vectors, lambda: (bytes(range(48)) * 8,), (), 20),
    "notes beside vectors": Reader(
        _entry,
        lambda: (b'{"name":"m","fingerprint":"f","dim":8,"budget":16,"device":"cpu"}',),
        (mutate.keys_and_values,), 10,
    ),
    "notes of a training": Reader(_run_note, _run_notes, (mutate.keys_and_values,), 10),
    "configurations of models": Reader(
        _configuration, _configurations, (mutate.keys_and_values,), 10
    ),
    "safetensors": Reader(_tensors, _tensor_files, (mutate.value,), 5),
    "diaries": Reader(_diary, _diaries, (mutate.line, mutate.keys_and_values), 4),
    "databases": Reader(_database, _databases, (), 20),
}  # fmt: skip
