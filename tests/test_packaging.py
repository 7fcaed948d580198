"""What goes along with a release: one version, whole lists, papers that their readers accept."""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import click
import pytest
from packaging.utils import canonicalize_name
from PIL import Image

from newsmatch_gui import __version__
from newsmatch_gui.cli.main import cli
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "packaging"))

import build_app  # noqa: E402 they lie beside the package, not in it
import command_docs  # noqa: E402
import make_notices  # noqa: E402
import make_sbom  # noqa: E402
import smoke  # noqa: E402

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
REQUIREMENTS = [Requirement(line) for line in PROJECT["dependencies"]]
NEEDED = {canonicalize_name(requirement.name) for requirement in REQUIREMENTS}
LOCKED = ROOT / "packaging" / "requirements"
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_version_is_said_in_one_place() -> None:
    assert PROJECT["dynamic"] == ["version"]
    quoted = re.compile(rf"""["']{re.escape(__version__)}["']""")
    said = [
        path.relative_to(ROOT).as_posix()
        for folder in ("newsmatch_gui", "packaging")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".spec", ".xml", ".desktop", ".sh")
        and quoted.search(path.read_text("utf-8"))
    ]
    assert said == ["newsmatch_gui/__init__.py"]


@pytest.mark.slow
def test_the_bill_of_materials_names_every_dependency() -> None:
    made = json.loads(make_sbom.sbom())  # checked against CycloneDX's schema in there
    assert made["metadata"]["component"]["version"] == __version__
    components = {part["name"]: part for part in made["components"]}
    assert components.keys() >= NEEDED
    assert all(part["version"] and part["licenses"] for part in components.values())
    graph = {row["ref"]: row.get("dependsOn", []) for row in made["dependencies"]}
    direct = {ref.partition("==")[0] for ref in graph["newsmatch"]}
    assert direct == NEEDED
    assert "pytest" not in components  # nothing of the developers'


def test_the_notices_name_every_dependency() -> None:
    committed = make_notices.TARGET.read_text("utf-8")
    named = {canonicalize_name(line) for line in committed.splitlines() if line[:1].isalnum()}
    missing = NEEDED - named
    assert not missing, f"run packaging/make_notices.py: {missing}"
    assert "Apache Software License 2.0" in committed  # found in a package's licence file


@pytest.mark.parametrize("python", ["3.11", "3.13"])
def test_locked_requirements_name_every_dependency_with_hashes(python: str) -> None:
    text = (LOCKED / f"linux-py{python.replace('.', '')}.txt").read_text("utf-8")
    rows = re.findall(
        r"^([\w.\[\]-]+)==(\S+) \\\n((?: +--hash=sha256:\w{64}(?: \\)?\n)+)", text, re.M
    )
    locked = {canonicalize_name(name): version for name, version, _ in rows}
    assert text.count("==") == len(rows)  # each of them has hashes
    for requirement in REQUIREMENTS:
        if requirement.marker is None or requirement.marker.evaluate({"python_version": python}):
            version = locked[canonicalize_name(requirement.name)]
            assert requirement.specifier.contains(version), f"{requirement}: {version}"
    assert "pytest" not in locked


def test_the_changelog_is_in_its_form() -> None:
    heads = re.findall(r"^## (.+)$", CHANGELOG, re.M)
    assert heads[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", head) for head in heads[1:])
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, re.M))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert all(line.startswith(("- ", "  ", "#")) for line in CHANGELOG.splitlines()[5:] if line)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an app without its programs, as far as it needs no PyInstaller."""
    folder = tmp_path_factory.mktemp("app")
    build_app.add_desktop_files(folder)
    for program in ("newsmatch", "newsmatch-gui"):
        (folder / program).write_text("#!/bin/sh\n")
    return folder


def test_the_desktop_knows_the_app(app: Path) -> None:
    described = ElementTree.parse(app / f"share/metainfo/{build_app.APP_ID}.metainfo.xml").getroot()
    assert described.findtext("id") == build_app.APP_ID
    release = described.find("releases/release")
    assert release is not None
    assert release.get("version") == __version__
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", release.get("date") or "")
    launched = described.findtext("launchable") or ""
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign] keys are told apart by case
    entry.read(app / "share" / "applications" / launched, encoding="utf-8")
    fields = entry["Desktop Entry"]
    assert fields["Exec"] in {element.text for element in described.iterfind("provides/binary")}
    assert (app / f"share/icons/hicolor/scalable/apps/{fields['Icon']}.svg").is_file()
    with Image.open(app / f"share/icons/hicolor/128x128/apps/{fields['Icon']}.png") as icon:
        assert icon.size == (128, 128)
        assert len(icon.convert("RGB").getcolors(128 * 128) or ()) > 20


@pytest.mark.parametrize(
    ("tool", "words", "file"),
    [
        ("appstreamcli", ["validate", "--no-net"], f"metainfo/{build_app.APP_ID}.metainfo.xml"),
        ("desktop-file-validate", [], f"applications/{build_app.APP_ID}.desktop"),
    ],
)
def test_the_desktops_own_tools_accept_it(
    app: Path, tool: str, words: list[str], file: str
) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run(
        [tool, *words, app / "share" / file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a script for POSIX shells")
def test_installing_links_and_removing_leaves_nothing(app: Path, tmp_path: Path) -> None:
    script, prefix = app / "install.sh", tmp_path / "prefix with blank"
    subprocess.run([script, prefix], check=True, capture_output=True)
    links = {path.relative_to(prefix).as_posix() for path in prefix.rglob("*") if path.is_file()}
    assert {"bin/newsmatch", "bin/newsmatch-gui", "share/man/man1/newsmatch.1.gz"} <= links
    assert {
        f"share/applications/{build_app.APP_ID}.desktop",
        *command_docs.COMPLETIONS.values(),
    } <= links
    assert (prefix / "bin" / "newsmatch").resolve() == (app / "newsmatch").resolve()
    others = prefix / "share" / "man" / "man1" / "newsmatch.1.gz"
    others.unlink()
    others.write_text("of another NewsMatch")
    subprocess.run([script, "--remove", prefix], check=True, capture_output=True)
    assert [path for path in prefix.rglob("*") if path.is_file()] == [others]


def test_the_man_page_tells_of_every_command(app: Path) -> None:
    page = gzip.decompress((app / "share/man/man1/newsmatch.1.gz").read_bytes()).decode()
    assert f'"NewsMatch {__version__}"' in page
    for context, command in command_docs.commands(cli, click.Context(cli, info_name="newsmatch")):
        assert f".SS {context.command_path} ".replace("-", "\\-") in page
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.opts[-1].replace("-", r"\-") in page
    assert "check" not in {line.split()[2] for line in page.splitlines() if line.startswith(".SS")}
    # A line of text that began with a dot would be a command to roff, and vanish.
    assert set(re.findall(r"^[.'](\w+)", page, re.M)) <= set("TH nh ad SH SS TP PP B I br".split())


def test_the_shell_is_answered_and_no_window_opens(app: Path) -> None:
    for shell, place in command_docs.COMPLETIONS.items():
        assert f"_NEWSMATCH_COMPLETE={shell}_complete" in (app / place).read_text("utf-8")
    asked = {
        "_NEWSMATCH_COMPLETE": "bash_complete", "COMP_WORDS": "newsmatch ev", "COMP_CWORD": "1",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "newsmatch_gui"], env=os.environ | asked, cwd=ROOT,
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout == "plain,evaluate\n"


def test_a_picture_without_photos_does_not_pass(tmp_path: Path) -> None:
    blank = tmp_path / "blank.png"
    Image.new("RGB", (1440, 900), "white").save(blank)
    with pytest.raises(AssertionError, match="shows no photos"):
        smoke.check_picture(blank)
