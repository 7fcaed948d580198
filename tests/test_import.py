"""Importing real-world files: encodings, mojibake, odd columns, paths, feeds, photo folders."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import make_photo
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.paths import OutsideFolderError, join_inside
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Article, RowProblem, Shown, Verdict
from newsmatch_gui.exchange.tables import open_table
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.importing import ImportReport, import_source
from newsmatch_gui.store.collection import Collection
from newsmatch_gui.text.repair import decode, repair, repair_line, strip_markup


def imported(tmp_path: Path, name: str, content: str | bytes, **options: object) -> ImportReport:
    source = tmp_path / name
    raw = content if isinstance(content, bytes) else content.encode()
    source.write_bytes(raw)
    return finish(import_source(tmp_path / "c.newsmatch", source, **options))


def titles(tmp_path: Path) -> dict[str, str]:
    with Desk(tmp_path / "c.newsmatch") as desk:
        return {line.id: line.title for line in desk.lines()}


def test_mojibake_is_repaired_and_the_original_kept(tmp_path: Path) -> None:
    imported(tmp_path, "a.csv", "id,title\n1,Council to pay Ã‚Â£5m for cafÃ©\n")
    with Desk(tmp_path / "c.newsmatch") as desk:
        article = desk.article("1")
    assert article.title == "Council to pay £5m for café"
    assert article.title_source == "Council to pay Ã‚Â£5m for cafÃ©"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    text = "id;title\n1;Übergrößen für Mädchen: „Schöne Grüße“ aus Köln\n"
    imported(tmp_path, "a.csv", text.encode(encoding))
    assert titles(tmp_path) == {"1": "Übergrößen für Mädchen: „Schöne Grüße“ aus Köln"}


def test_the_2021_edition_is_german_and_has_no_photos(tmp_path: Path) -> None:
    header = "article\taid\turl\timg\tiid\thashvalue\ttitle\ttext\timgFile\n"
    row = '9\t118\thttps://x\thttps://i\t55\th\t"Eine „Partie"" mit G."\tText\tf.jpg\n'
    report = imported(tmp_path, "content.tsv", header + row)
    assert report.format == "newsimages-2021"
    assert [p.reason for p in report.problems] == ["this edition ships links instead of photos"]
    with Desk(tmp_path / "c.newsmatch") as desk:
        article = desk.article("118")
    assert (article.lang, article.domain, article.text) == ("de", "rt", "Text")
    assert article.title == 'Eine „Partie" mit G.'
    # Photos that somebody fetched are found by the names that the edition gives them.
    photo_below(tmp_path / "fetched" / "f.jpg")
    finish(import_source(tmp_path / "c.newsmatch", tmp_path / "fetched"))
    imported(tmp_path, "content.tsv", header + row)
    assert truth(tmp_path) == {("118", "55")}


def test_each_bad_row_is_told_with_its_number_and_mend(tmp_path: Path) -> None:
    make_photo(tmp_path / "here.jpg", 1)
    secret = make_photo(tmp_path.parent / "secret.jpg", 2)
    rows = [
        "article_id,title,image,mood",
        "1,Fine,here.jpg,x",
        "1,Another story,here.jpg,x",
        "2,Escaping,../secret.jpg,x",
        f"3,Absolute,{secret},x",
        "4,Gone,gone.jpg,x",
        "5,Too,many,cells,here",
        ",,,x",
    ]
    report = imported(tmp_path, "a.csv", "\n".join(rows))
    found = {problem.row: problem.reason for problem in report.problems}
    assert "'mood' is not known" in found[1]
    assert "belongs to another article" in found[3]
    assert "leaves its folder" in found[4]
    assert "leaves its folder" in found[5]
    assert "gone.jpg is missing" in found[6]
    assert "5 cells under 4 columns" in found[7]
    assert "neither" in found[8]
    assert all(problem.mend for problem in report.problems)
    # A photo that cannot be used does not cost the article.
    assert titles(tmp_path).keys() == {"1", "2", "3", "4"}
    assert report.images == 1


def test_a_photo_that_turns_up_later_is_added(tmp_path: Path) -> None:
    table = "article_id,title,image\n1,Story,late.jpg\n"
    assert imported(tmp_path, "a.csv", table).images == 0
    make_photo(tmp_path / "late.jpg", 1)
    again = imported(tmp_path, "a.csv", table)
    assert (again.images, again.problems) == (1, [])
    with Collection.open(tmp_path / "c.newsmatch") as collection:
        assert collection.articles.problems() == ()


def test_json_lines_with_several_images_per_article(tmp_path: Path) -> None:
    for number in (1, 2):
        make_photo(tmp_path / f"{number}.jpg", number)
    rows = [
        {"article_id": "t", "title": "😂 lol #fun", "domain": "tw", "image": "1.jpg"},
        {"article_id": "t", "title": "😂 lol #fun", "domain": "tw", "image": "2.jpg"},
    ]
    text = "\n".join(json.dumps(row) for row in rows) + "\n{broken\n[1]\n"
    report = imported(tmp_path, "a.jsonl", text)
    assert (report.articles, report.images) == (1, 2)
    assert [problem.row for problem in report.problems] == [3, 4]
    with Collection.open(tmp_path / "c.newsmatch") as collection:
        assert collection.articles.true_images("t") == {"1.jpg", "2.jpg"}


def test_articles_below_many_pictures_are_read(tmp_path: Path) -> None:
    make_photo(tmp_path / "a.jpg", 1)
    rows = [json.dumps({"image": "a.jpg"})] * 300 + [json.dumps({"article_id": 1, "title": "Late"})]
    imported(tmp_path, "a.jsonl", "\n".join(rows))
    assert titles(tmp_path) == {"1": "Late"}


def stored(tmp_path: Path) -> list[Article]:
    with Desk(tmp_path / "c.newsmatch") as desk:
        return [desk.article(line.id) for line in desk.lines()]


def photo_below(path: Path, seed: int = 1) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    make_photo(path, seed)


def truth(tmp_path: Path) -> set[tuple[str, str]]:
    with Collection.open(tmp_path / "c.newsmatch") as collection:
        return set(collection.articles.truth())


def test_the_numbers_that_pandas_puts_before_the_rows_are_nobodys_text(tmp_path: Path) -> None:
    make_photo(tmp_path / "x.jpg", 1)
    report = imported(tmp_path, "a.csv", ",article_id,title,image_id\n0,7,A calm sea,x\n")
    assert report.problems == []
    assert (stored(tmp_path)[0].text, stored(tmp_path)[0].lang) == ("", "en")
    assert truth(tmp_path) == {("7", "x")}


@pytest.mark.parametrize(
    "header",
    ["Article ID,Headline,Image ID", "articleId,articleTitle,imageId", "Artikel-ID,Titel,Bild",
     "# article , title , hashvalue ", "URL,title,file_name"],
)  # fmt: skip
def test_other_names_of_columns_are_known(tmp_path: Path, header: str) -> None:
    make_photo(tmp_path / "x.jpg", 1)
    report = imported(tmp_path, "a.csv", f"{header}\n0012,Two boats,x\n")
    assert report.problems == []
    assert (titles(tmp_path), truth(tmp_path)) == ({"0012": "Two boats"}, {("0012", "x")})


def test_a_ground_truth_in_a_table_of_its_own(tmp_path: Path) -> None:
    photo_below(tmp_path / "images" / "hash1.jpg")
    pairs = "articleID\tiid\n5\t11\n6\t11\n"
    imported(tmp_path, "articles.tsv", "articleID\tURL\ttitle\n5\thttps://x\tTwo boats\n")
    imported(tmp_path, "images.tsv", "iid\thashvalue\timgFile\n11\thash1\thash1.jpg\n")
    report = imported(tmp_path, "truth.tsv", pairs)
    assert (report.pairs, truth(tmp_path)) == (1, {("5", "11")})
    assert [(p.row, p.reason) for p in report.problems] == [
        (3, "there is no article 6 that its image could go to")
    ]
    assert imported(tmp_path, "truth.tsv", pairs).known == 1


def test_a_ground_truth_names_photos_that_came_as_a_folder(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    for name in ("a/11.jpg", "a/12.jpg", "b/12.jpg"):
        photo_below(photos / name)
    finish(import_source(tmp_path / "c.newsmatch", photos))
    imported(tmp_path, "articles.csv", "id,title\n5,Two boats\n6,Rain\n")
    report = imported(tmp_path, "truth.csv", "article_id,image_id\n5,11\n6,12\n")
    assert truth(tmp_path) == {("5", "11")}
    assert [problem.row for problem in report.problems] == [3]  # which of two, nobody said


def test_a_table_finds_photos_that_came_packed(tmp_path: Path) -> None:
    photo_below(tmp_path / "packed" / "newsimages" / "x.jpg")
    shutil.make_archive(str(tmp_path / "photos"), "zip", tmp_path / "packed")
    shutil.rmtree(tmp_path / "packed")
    finish(import_source(tmp_path / "c.newsmatch", tmp_path / "photos.zip"))
    rows = "id,title,image_id,credit\n1,Boats,x,Ann\n2,Rain,y,\n"
    report = imported(tmp_path, "a.csv", rows)
    assert truth(tmp_path) == {("1", "x")}
    assert [problem.row for problem in report.problems] == [3]
    with Collection.open(tmp_path / "c.newsmatch") as collection:
        assert collection.images.get("x").credit == "Ann"


@pytest.mark.parametrize(
    "image", ["x", "x.png", "x.jpg", "/srv/2019/x.jpg", "C:\\\\photos\\\\2019\\\\x.JPEG"]
)
def test_photos_with_another_suffix_or_in_another_folder_are_found(
    tmp_path: Path, image: str
) -> None:
    photo_below(tmp_path / "images" / "2019" / "x.jpg")
    report = imported(tmp_path, "a.jsonl", f'{{"id": 1, "title": "Boats", "image": "{image}"}}')
    assert (report.images, report.problems) == (1, [])


def test_a_photo_that_lies_in_two_folders_is_not_guessed(tmp_path: Path) -> None:
    for folder in ("RSS", "RT"):
        photo_below(tmp_path / "images" / folder / "1.jpg", len(folder))
    photo_below(tmp_path / "images" / "RSS" / "2.jpg")
    rows = "1,Boats,1.jpg\n2,Rain,RT/1.jpg\n3,Hail,RT/2.jpg\n"
    report = imported(tmp_path, "a.csv", f"id,title,image\n{rows}")
    assert [problem.row for problem in report.problems] == [2, 4]
    assert "several photos 1.jpg" in report.problems[0].reason
    assert truth(tmp_path) == {("2", "RT/1.jpg")}


def ids_in_pool(tmp_path: Path) -> set[str]:
    with Collection.open(tmp_path / "c.newsmatch") as collection:
        return set(collection.images.paths())


def test_a_folder_and_a_table_of_the_same_photos_are_one_pool(tmp_path: Path) -> None:
    folder, table = tmp_path / "images", "id,title,image_id,credit\n1,Boats,x,Ann\n"
    photo_below(folder / "x.jpg")
    photo_below(folder / "y.jpg", 2)
    finish(import_source(tmp_path / "c.newsmatch", folder))
    report = imported(tmp_path, "a.csv", table)
    assert (report.images, report.known) == (0, 1)
    assert ids_in_pool(tmp_path) == {"x", "y.jpg"}
    assert truth(tmp_path) == {("1", "x")}
    again = finish(import_source(tmp_path / "c.newsmatch", folder))
    assert (again.images, again.known) == (0, 2)
    with Collection.open(tmp_path / "c.newsmatch") as collection:
        assert collection.images.get("x").credit == "Ann"


def test_a_picture_that_was_decided_on_keeps_its_id(tmp_path: Path) -> None:
    photo_below(tmp_path / "images" / "x.jpg")
    imported(tmp_path, "a.csv", "id,title\n1,Boats\n")
    finish(import_source(tmp_path / "c.newsmatch", tmp_path / "images"))
    with Desk(tmp_path / "c.newsmatch") as desk:
        desk.decide("1", "x.jpg", Verdict.CHOSEN, Shown())
    imported(tmp_path, "b.csv", "id,title,image_id\n1,Boats,x\n")
    assert ids_in_pool(tmp_path) == {"x.jpg"}
    assert truth(tmp_path) == {("1", "x.jpg")}


def test_another_domain_for_known_articles_is_told_once(tmp_path: Path) -> None:
    imported(tmp_path, "a.csv", "id,title\n1,Boats\n2,Rain\n")
    report = imported(tmp_path, "a.csv", "id,title\n1,Boats\n2,Rain\n", domain="tw", lang="de")
    assert [problem.row for problem in report.problems] == [2]
    assert "known as rss, en" in report.problems[0].reason
    german = "".join(f"{n},Mann rast mit Auto in Menschenmenge\n" for n in range(3, 9))
    again = imported(tmp_path, "a.csv", f"id,title\n1,Boats\n{german}")
    assert again.problems == []  # among German headlines "Boats" would be taken for German


def test_links_in_place_of_photos_are_told_once(tmp_path: Path) -> None:
    rows = "id,title,image\n1,Boats,https://x/1.jpg\n2,Rain,https://x/2.jpg\n"
    report = imported(tmp_path, "a.csv", rows)
    assert (report.articles, report.images) == (2, 0)
    assert [(p.row, "holds links" in p.reason) for p in report.problems] == [(2, True)]


def test_a_language_that_is_not_said_is_told_from_the_words(tmp_path: Path) -> None:
    rows = ["id;title;text", "1;Totengebet;", "2;Mann rast mit Auto in Menschenmenge;",
            "3;Zwei Männer durch selbstgebaute Böller schwer verletzt;",
            "4;Council to pay five million pounds for the new bridge;"]  # fmt: skip
    imported(tmp_path, "a.csv", "\n".join(rows))
    assert [article.lang for article in stored(tmp_path)] == ["de", "de", "de", "en"]


def test_a_table_of_tweets_is_read_as_tweets(tmp_path: Path) -> None:
    imported(tmp_path, "t.csv", "tweet_id,tweet\n1234567890123456789,so happy 😂 #fun\n")
    assert [(a.id, a.domain) for a in stored(tmp_path)] == [("1234567890123456789", "tw")]


@pytest.mark.parametrize("wrap", ["{}", '{{"status": "ok", "articles": {}}}'])
def test_a_json_list(tmp_path: Path, wrap: str) -> None:
    rows = json.dumps([{"id": 1, "title": "Boats"}, {"id": 2, "title": "Rain"}], indent=1)
    assert imported(tmp_path, "a.json", wrap.format(rows)).articles == 2


def test_the_line_that_tells_spreadsheets_the_delimiter(tmp_path: Path) -> None:
    report = imported(tmp_path, "a.csv", "sep=;\r\nid;title\r\n1;Boats, and more\r\n2\r\n")
    assert titles(tmp_path) == {"1": "Boats, and more"}
    assert [problem.row for problem in report.problems] == [3]


def test_quotes_of_a_table_with_tabs_may_belong_to_its_words(tmp_path: Path) -> None:
    rows = [
        "id\ttitle\ttext", '1\t"Stay home" — now\tx', '2\t"Open\ty', '3\tCalm\t"a', '4\tRain\tb"',
        '5\t"Quoted ""so"""\t"two', 'lines"', "id\ttitle\ttext", '6\t"Last\tz',
    ]  # fmt: skip
    report = imported(tmp_path, "a.tsv", "\n".join(rows))
    assert [(p.row, p.reason) for p in report.problems] == [
        (7, "the names of the columns stand here again")
    ]
    assert [(a.title, a.text) for a in stored(tmp_path)] == [
        ('"Stay home" — now', "x"), ('"Open', "y"), ("Calm", '"a'), ("Rain", 'b"'),
        ('Quoted "so"', "two\nlines"), ('"Last', "z"),
    ]  # fmt: skip


def test_a_saved_feed(tmp_path: Path) -> None:
    feed = """<?xml version="1.0"?><rss version="2.0"><channel><language>de-DE</language>
    <item><guid>g1</guid><title>Größe &amp;amp; Wert</title>
    <description>&lt;p&gt;Erster Satz.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description>
    <category>Köln</category><category>Sport</category>
    </item></channel></rss>"""
    report = imported(tmp_path, "news.xml", feed)
    assert (report.format, report.articles) == ("feed", 1)
    with Desk(tmp_path / "c.newsmatch") as desk:
        article = desk.article("g1")
    assert (article.title, article.text) == ("Größe & Wert", "Erster Satz.")
    assert (article.lang, article.domain, article.tags) == ("de", "rt", "Köln;Sport")


def test_headlines_of_feeds_are_read_without_their_markup(tmp_path: Path) -> None:
    posts = "".join(
        f"<item><guid>{n}</guid><title>{title}</title></item>"
        for n, title in enumerate(("A &lt;em&gt;calm&lt;/em&gt; sea", "so sad &lt;/3 i miss you"))
    )
    imported(tmp_path, "a.xml", f'<rss version="2.0"><channel>{posts}</channel></rss>')
    assert titles(tmp_path) == {"0": "A calm sea", "1": "so sad </3 i miss you"}


def test_a_folder_of_photos(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    (photos / "sub").mkdir(parents=True)
    make_photo(photos / "a.jpg", 1)
    make_photo(photos / "sub" / "b.png", 2)
    (photos / "notes.txt").write_text("no photo")
    (photos / "out.jpg").symlink_to(make_photo(tmp_path / "outside.jpg", 3))
    report = finish(import_source(tmp_path / "c.newsmatch", photos))
    assert report.images == 2
    assert ids_in_pool(tmp_path) == {"a.jpg", "sub/b.png"}
    (photos / "train.csv").write_text("id,title\n1,Boats\n")
    again = finish(import_source(tmp_path / "c.newsmatch", photos))
    assert any("train.csv is a table" in problem.reason for problem in again.problems)


def test_a_very_long_article_goes_in_whole(tmp_path: Path) -> None:
    text = "word " * 20_000
    imported(tmp_path, "a.jsonl", json.dumps({"id": "1", "title": "Long", "text": text}))
    with Desk(tmp_path / "c.newsmatch") as desk:
        assert len(desk.article("1").text) == len(text.strip())


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "", "is empty"),
        ("a.csv", "colour,shape\nred,round\n", "needs article_id"),
        ("a.jsonl", "\n\n", "no JSON object"),
        ("a.docx", "x", "not a source"),
        ("a.xml", "<html></html>", "no RSS or Atom"),
    ],
)
def test_what_is_no_source_gets_one_sentence(
    tmp_path: Path, name: str, content: str, words: str
) -> None:
    with pytest.raises(NewsMatchError, match=words) as caught:
        imported(tmp_path, name, content)
    assert name in str(caught.value)


def test_domain_and_language_can_be_overridden(tmp_path: Path) -> None:
    imported(tmp_path, "a.csv", "id,title\n1,Hallo\n", domain="rt", lang="de")
    with Desk(tmp_path / "c.newsmatch") as desk:
        (line,) = desk.lines()
    assert (line.domain, line.lang) == ("rt", "de")


@given(st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"id,title\n\x00\xff,\x9f\n")
def test_any_bytes_decode_to_text(raw: bytes) -> None:
    assert isinstance(decode(raw), str)


@given(st.text(max_size=300))
def test_repair_never_fails_and_is_stable_on_lines(text: str) -> None:
    line = repair_line(text)
    assert "\n" not in line
    assert "\x00" not in repair(text)
    strip_markup(text)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('a,"\n\t;\r\x00ü{}[]:1'), max_size=200))
def test_any_table_gives_rows_or_problems(text: str) -> None:
    for name in ("t.csv", "t.jsonl"):
        try:
            table = open_table(Path(name), text)
        except NewsMatchError:
            continue
        for row in table.rows():
            assert isinstance(row, RowProblem) or row[0] >= 1


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("./\\ab:~\x00"), max_size=12))
def test_no_name_leaves_its_folder(name: str) -> None:
    folder = Path("/tmp/some/folder").resolve()
    try:
        path = join_inside(folder, name)
    except OutsideFolderError:
        return
    assert path.resolve().is_relative_to(folder)
