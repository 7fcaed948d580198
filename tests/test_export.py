"""Exports, read back by the programs that will read them."""

import base64
import csv
import hashlib
import json
from pathlib import Path

import pytest
from conftest import make_photo
from PIL import Image

from newsmatch_gui.domain.errors import NewsMatchError
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.domain.records import Image as ImageRecord
from newsmatch_gui.domain.records import Shown, Verdict
from newsmatch_gui.services.deciding import Desk
from newsmatch_gui.services.exporting import export_pairs
from newsmatch_gui.services.importing import import_source

HEADLINES = {
    "1": '=HYPERLINK("http://evil","Win") says minister',
    "2": "@mayor opens „neue“ bridge, 3,5 km\tlong",
    "3": "Nothing fits this",
}


@pytest.fixture
def decided(tmp_path: Path) -> Path:
    rows = []
    for number, (article_id, title) in enumerate(HEADLINES.items()):
        make_photo(tmp_path / f"{article_id}.jpg", number)
        rows.append(
            {"article_id": article_id, "title": title, "image": f"{article_id}.jpg", "lang": "en"}
        )
    source = tmp_path / "rows.jsonl"
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    folder = tmp_path / "c.newsmatch"
    finish(import_source(folder, source))
    with Desk(folder, annotator="ann") as desk:
        shown = Shown("m", "headline@1", 2, 0.5)
        desk.decide("1", "1.jpg", Verdict.CHOSEN, shown)
        desk.decide("1", "2.jpg", Verdict.REJECTED, shown)
        desk.decide("2", "2.jpg", Verdict.ACCEPTABLE, shown)
        desk.decide("3", None, Verdict.NONE_FITS, shown)
    return folder


def test_json_lines_lose_nothing(decided: Path, tmp_path: Path) -> None:
    out = tmp_path / "pairs.jsonl"
    assert export_pairs(decided, out) == 4
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    said = {(row["article_id"], row["image_id"], row["verdict"]) for row in rows}
    assert said == {
        ("1", "1.jpg", "chosen"),
        ("1", "2.jpg", "rejected"),
        ("2", "2.jpg", "acceptable"),
        ("3", None, "none_fits"),
    }
    assert rows[0]["title"] == HEADLINES["1"]
    assert rows[0]["annotator"] == "ann"
    assert rows[0]["shown"] == {"model": "m", "recipe": "headline@1", "rank": 2, "score": 0.5}


def test_open_clips_own_dataset_reads_the_csv(decided: Path, tmp_path: Path) -> None:
    from open_clip_train.data import CsvDataset

    out = tmp_path / "pairs.csv"
    assert export_pairs(decided, out, format="openclip-csv") == 2
    texts: list[str] = []

    def tokenize(batch: list[str]) -> list[str]:
        texts.extend(batch)
        return batch

    dataset = CsvDataset(str(out), lambda image: image.size, "filepath", "title", "\t", tokenize)
    assert len(dataset) == 2
    sizes = [dataset[place][0] for place in range(2)]
    assert sizes == [Image.open(decided.parent / f"{n}.jpg").size for n in (1, 2)]
    assert [text.strip() for text in texts] == [HEADLINES["1"], " ".join(HEADLINES["2"].split())]


def test_no_cell_of_the_csv_is_a_formula(decided: Path, tmp_path: Path) -> None:
    out = tmp_path / "pairs.csv"
    export_pairs(decided, out, format="openclip-csv")
    with out.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t"):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


def test_a_failed_export_leaves_the_old_file(decided: Path, tmp_path: Path) -> None:
    with pytest.raises(NewsMatchError, match="cannot be written"):
        export_pairs(decided, tmp_path / "no" / "such" / "folder.jsonl")
    with pytest.raises(NewsMatchError, match="no export format"):
        export_pairs(decided, tmp_path / "x", format="xlsx")
    assert not list(tmp_path.glob("*.part"))


def test_a_report_escapes_what_others_wrote() -> None:
    from newsmatch_gui.domain.reading import Part, Reading
    from newsmatch_gui.domain.records import Article
    from newsmatch_gui.exchange.report import ReportRow, render_report

    attack = "<script>alert(1)</script>"
    reading = Reading((Part(attack, 5),), 77, "headline@1")
    picture = (1, ImageRecord("i", "/gone.jpg", caption=attack, credit=attack), 2.0, True)
    row = ReportRow(Article("1", attack), reading, (picture,))
    html = render_report(
        [row], model=attack, pool=1, ranks={"1": 1}, measures={}, decode=lambda _path: None
    )
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") >= 4
    style = html.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert "default-src 'none'; img-src data:" in html
    assert f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in html
    assert "unsafe" not in html
    assert "style=" not in html
