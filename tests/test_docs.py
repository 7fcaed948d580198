"""What the documents say works: their commands and snippets are run, their links and paths exist.

Every page gets a scratch folder in which the names that the documents use are real: collections,
tables, run files, an article ID and an IMAGE. Commands run there one after the other, as they stand
on the page. What a test cannot run is listed below with its reason, and still has to be a command
that NewsMatch understands.
"""

import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from learning_fixtures import COLOURS, colour_photo, decide

from newsmatch_gui.cli.main import cli
from newsmatch_gui.domain.progress import finish
from newsmatch_gui.services import ranker_training
from newsmatch_gui.services.importing import import_source
from newsmatch_gui.services.indexing import build_index

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
MANUAL = ROOT / "resources" / "manual"
PAGES = [
    ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "packaging" / "README.md",
    ROOT / "resources" / "starter" / "README.md", *sorted(MANUAL.rglob("*.md")),
]  # fmt: skip
SHELLS = ("sh", "console", "bat")
COPIES = {
    "A.newsmatch": "COLLECTION", "B.newsmatch": "COLLECTION", "test.newsmatch": "dev.newsmatch",
    "My Newsroom.newsmatch": "COLLECTION",
}  # fmt: skip


# Pattern of a command, and why it is only checked for being understood.
NOT_RUN = {
    r"^(window|open)\b": "opens a window and stays",
    r"^watch \S+$": "goes on until somebody ends it",
    r"--model (ViT|hf-hub|local-dir)": "fetches a model from the network",
    r"^(demo|doctor)\b": "loads the real model: test_demo.py, test_doctor.py",
    r"--resume$": "goes on with a training that was stopped: test_learning_killed.py",
}
# Beginnings of lines in shell blocks that are no command of ours, and what has to be there.
OTHERS = (
    (r"(?:make) (\w+)", "a target of the Makefile"),
    (r"(?:nice )?(?:\S*python3?|py) (?:-m \w+ )?((?:packaging|tests)/\S+\.py)", "a script"),
    (r"(?:\./)?(packaging/\S+\.sh|install\.sh)", "a script"),
)
SETTING_UP = re.compile(
    r"(?:\S*python3?|py|\S*pip|pip-audit|uv|sudo|apt-get|export|cd|source|eval|torchrun|man|tar|\S*[\\/]activate)\b"
)
# Models of other people's machines stand for those that the scratch folder has.
STAND_INS = {"ViT-B-32/openai": "mine", "newsmatch-starter": "NAME", "/srv/wire": "wire"}


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: Path
    language: str
    text: str
    line: int


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text("utf-8")
    for found in re.finditer(r"^```(\w*)[^\n]*\n(.*?)^```", text, re.M | re.S):
        yield Block(page, found[1], found[2], text.count("\n", 0, found.start()) + 1)


def of_pages(*languages: str) -> pytest.MarkDecorator:
    """Run a test for every page that has blocks in one of these languages."""
    found = [page for page in PAGES if any(block.language in languages for block in blocks(page))]
    return pytest.mark.parametrize("page", found, ids=name_of)


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def lines(block: Block) -> Iterator[str]:
    """Yield a shell block's commands: prompts, comments and ends of lines are taken off."""
    joined = re.sub(r"[\\^]\n\s*", " ", block.text)
    for line in joined.splitlines():
        for command in re.split(r" && | \| ", line.removeprefix("$ ")):
            if block.language == "console" and not line.startswith("$ "):
                continue  # what the command printed
            lexer = shlex.shlex(command, posix=True, punctuation_chars=False)
            lexer.whitespace_split = True
            lexer.commenters = "#"
            if block.language == "bat":
                lexer.escape = ""
            if words := list(lexer):
                yield shlex.join(words)


def ours(line: str) -> str | None:
    """Return the words after ``newsmatch``, or nothing for another program."""
    found = re.match(r"'?(?:\S*[\\/])?newsmatch'?(?: (.*)|$)", line)
    return (found[1] or "window") if found else None


@pytest.fixture(scope="session")
def prepared(tiny_model: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which what the documents name is there."""
    home = tmp_path_factory.mktemp("documents")
    (home / "images").mkdir()
    (home / "wire").mkdir()
    write_table(home / "articles.csv", range(40))
    write_table(home / "train.csv", range(40, 80))
    shutil.copy(home / "articles.csv", home / "dev.csv")
    (home / "story.txt").write_text("The red house\n\nIt was painted blue.\n")
    first, train = home / "dev.newsmatch", home / "train.newsmatch"
    for folder, table in ((first, "articles.csv"), (train, "train.csv")):
        finish(import_source(folder, home / table))
        for recipe in ("reference-t1", "reference-t2", "headline"):
            finish(build_index(folder, model=tiny_model, recipe=recipe))
    decide(first, range(1, 30))
    shutil.copytree(first, home / "COLLECTION")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.setenv("NEWSMATCH_SETTINGS", str(home / "settings.toml"))
        for name in ("NAME", "mine"):  # so that there is a model to go back to
            run(f"finetune COLLECTION --epochs 1 --name {name} --keep-active")
            run(f"models activate COLLECTION {name}")
        for recipe in ("reference-t2", "headline"):
            run(f"index COLLECTION --recipe {recipe}")
        run("submit COLLECTION ours.tsv")
    shutil.copy(home / "ours.tsv", home / "theirs.tsv")
    shutil.copy(home / "images" / "IMAGE.jpg", home / "photo.jpg")
    return home


def write_table(table: Path, numbers: range) -> None:
    """Write a table of articles with their photos; the first article is called ID."""
    rows = ["article_id,title,tags,domain,image_id,image,credit,licence"]
    for number in numbers:
        colour = [*COLOURS][number % len(COLOURS)]
        article, image = ("ID", "IMAGE") if number == 0 else (f"a{number}", f"i{number}")
        colour_photo(table.parent / "images" / f"{image}.jpg", COLOURS[colour], number)
        title, domain = f"The {colour} house number {number}", ("rss", "rt")[number % 2]
        rows.append(f"{article},{title},sport,{domain},{image},{image}.jpg,J. Doe,CC BY 4.0")
    table.write_text("\n".join(rows) + "\n")


@pytest.fixture
def desk(prepared: Path, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what a page names of that folder; its commands run there."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    # A model of random weights finds everything alike.
    monkeypatch.setattr(ranker_training, "NEAR_DUPLICATE", 1 - 1e-6)
    text = page.read_text("utf-8")
    for path in prepared.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
        elif path.name in text or path.name in ("images", "wire"):
            shutil.copytree(path, folder / path.name)
    shutil.copytree(folder / "images", folder / "newsimages")
    for name, like in COPIES.items():
        if name in text:
            shutil.copytree(prepared / like, folder / name)
    return folder


def run(line: str) -> str:
    """Run one of our commands and return what it printed."""
    line, _, target = line.partition(" '>' ")
    words = [STAND_INS.get(word, word) for word in shlex.split(line)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, f"newsmatch {line}: {done.output}{done.exception or ''}"
    if target:
        Path(target).write_text(done.stdout, "utf-8")
    return done.stdout


def understand(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let click read one of our commands without running it."""
    with monkeypatch.context() as patch:
        patch.setattr(click.Command, "invoke", lambda _self, _context: None)
        words = [STAND_INS.get(word, word) for word in shlex.split(line)]
        for word in words:
            if Path(word).suffix in (".html", ".md", ".txt") and "/" not in word:
                Path(word).touch()
        done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, f"newsmatch {line}: {done.output}"


@of_pages(*SHELLS)
def test_every_command_of_a_page_runs(
    page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for block in blocks(page):
        if block.language not in SHELLS:
            assert not re.search(r"^newsmatch ", block.text, re.M), (
                f"{name_of(page)}:{block.line} holds commands, but is not marked as sh"
            )
            continue
        for line in lines(block):
            words = ours(line)
            if words is None:
                check_other(line, block)
            elif any(re.search(pattern, words) for pattern in NOT_RUN):
                understand(words, monkeypatch)
            else:
                run(words)


def check_other(line: str, block: Block) -> None:
    """Make sure that what a page tells to start besides ``newsmatch`` exists."""
    where = f"{block.page.name}:{block.line}: {line}"
    for pattern, what in OTHERS:
        if found := re.match(pattern, line):
            if what == "a script":
                name = found[1]
                folder = ROOT / "packaging" / "linux" if name == "install.sh" else ROOT
                assert (folder / name).is_file(), where
            else:
                assert f"\n{found[1]}:" in (ROOT / "Makefile").read_text("utf-8"), where
            return
    assert SETTING_UP.match(line), f"{where} is neither a command of ours nor one of setting up"


@of_pages("python", "toml")
def test_every_snippet_of_a_page_runs(page: Path, desk: Path, tiny_model: str) -> None:
    shutil.copytree(tiny_model.removeprefix("local-dir:"), "FOLDER")
    names: dict[str, object] = {}
    for block in blocks(page):
        if block.language == "python":
            code = compile("\n" * block.line + block.text, str(page), "exec")
            exec(code, names)
        elif block.language == "toml":
            tomllib.loads(block.text)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_and_paths_lead_somewhere(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
    for link in re.findall(r"\]\(([^)]+)\)", text):
        if not re.match(r"https?:", link):
            target = (page.parent / link.partition("#")[0]).resolve()
            assert target.exists(), f"{page.name} links to {link}"
            if page.is_relative_to(MANUAL):  # the window shows nothing else
                assert target.is_relative_to(MANUAL), f"{page.name} leads out of the manual: {link}"
    for path in re.findall(r"`((?:packaging|tests|newsmatch_gui|resources)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), f"{page.name} names {path}"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_within_sentences_exist(page: Path) -> None:
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S)
    for span in re.findall(r"`([^`]+)`", text):
        words = span.split()
        if re.match(r"\S*python3?$", words[0]) and words[1:]:
            assert (ROOT / words[1]).is_file(), f"{page.name} names {words[1]}"
        if words[0] != "newsmatch" or len(words) == 1 or not words[1].islower():
            continue
        command: click.Command = cli
        while isinstance(command, click.Group) and len(words) > 1 and words[1][0] not in "-…":
            name = words.pop(1)
            command = command.get_command(click.Context(command), name)
            assert command is not None, f"{page.name}: there is no newsmatch {name}"
        known = {name for option in command.params for name in option.opts} | {
            "--help",
            "--version",
        }
        asked = {word for word in words[1:] if word.startswith("--")}
        assert asked <= known, f"{page.name}: `{span}` asks for {asked - known}"


def test_every_page_is_in_the_contents() -> None:
    contents = (MANUAL / "index.md").read_text("utf-8")
    linked = {(MANUAL / link).resolve() for link in re.findall(r"\]\(([^)]+\.md)\)", contents)}
    assert linked == {page for page in MANUAL.rglob("*.md") if page.name != "index.md"}


def test_every_command_is_told_of() -> None:
    told = "\n".join(page.read_text("utf-8") for page in PAGES)
    context = click.Context(cli)
    names = cli.list_commands(context)
    assert len(names) > 25
    for name in names:
        if not cli.get_command(context, name).hidden:
            assert re.search(rf"newsmatch +{name}\b", told), f"no page tells of newsmatch {name}"


def test_every_refusal_to_run_is_needed() -> None:
    written = [
        words
        for page in PAGES for block in blocks(page) if block.language in SHELLS
        for line in lines(block) if (words := ours(line)) is not None
    ]  # fmt: skip
    assert len(written) > 40
    for pattern in NOT_RUN:
        assert any(re.search(pattern, words) for words in written), f"no command is like {pattern}"
