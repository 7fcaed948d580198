"""Make the screenshots of the manual from the real window, on the bundled demo.

    python packaging/gallery/make_gallery.py                       # resources/manual/images
    python packaging/gallery/make_gallery.py --only desk-light map
    python packaging/gallery/make_gallery.py --collection My.newsmatch --out somewhere

The pictures of the demo are freely licensed, so its screenshots may be shipped; those of another
collection go where ``--out`` says. Nothing of the collection or of the settings is changed: the
window works on a copy.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
IMAGES = ROOT / "resources" / "manual" / "images"
SIZE = (1280, 800)
QUALITY = 82  # of WebP: no letter frays, and no file exceeds 150 kB
_PATIENCE = 240.0  # seconds for one scene; a training is the longest


@dataclass(frozen=True, slots=True)
class Scene:
    """One screenshot.

    Attributes:
        name: Of the file.
        stage: Brings a window into view, given the main window, and returns it.
        language: Of the window.
        theme: "light" or "dark".
    """

    name: str
    stage: Callable[[Any], Any]
    language: str = "en"
    theme: str = "light"


def main() -> None:
    """Make all screenshots, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--collection", type=Path, help="instead of the demo")
    parser.add_argument("--out", type=Path, help=f"folder, {IMAGES.relative_to(ROOT)} for the demo")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="of the screenshots")
    options = parser.parse_args()
    if options.collection and not options.out:
        parser.error("--out is needed: screenshots of your own photos are not for the manual")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = options.out or IMAGES
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["NEWSMATCH_SETTINGS"] = str(Path(scratch, "settings.toml"))
        os.environ["NEWSMATCH_LOG"] = str(Path(scratch, "log.txt"))
        folder = prepare(options.collection, Path(scratch))
        scenes = [s for s in SCENES if not options.only or s.name in options.only]
        for number, scene in enumerate(scenes):
            target = out / f"{scene.name}.webp"
            shoot(scene, folder, Path(scratch, f"window{number}.ini"), target)
            print(f"{target.name}  {target.stat().st_size / 1000:.0f} kB")


def prepare(own: Path | None, scratch: Path) -> Path:
    """Return a copy of a collection, or the demo with some decisions and a second recipe."""
    if own is not None:
        return Path(shutil.copytree(own, scratch / own.name))
    from newsmatch_gui.domain.progress import finish
    from newsmatch_gui.services.demo import prepare_demo
    from newsmatch_gui.services.indexing import build_index

    folder = scratch / "Demo.newsmatch"
    finish(prepare_demo(folder))
    finish(build_index(folder, recipe="headline"))
    finish(build_index(folder, recipe="headline-translated"))
    decide(folder)
    return folder


def decide(folder: Path) -> None:
    """Choose the true pictures of five articles in six, so that there is something to learn."""
    from newsmatch_gui.domain.records import Shown, Verdict
    from newsmatch_gui.services.deciding import Desk
    from newsmatch_gui.services.evaluating import ground_truth

    with Desk(folder, annotator="editor") as made:
        for number, (article, image) in enumerate(ground_truth(folder)):
            if number % 6:
                made.decide(article, image, Verdict.CHOSEN, Shown())


def shoot(scene: Scene, folder: Path, state: Path, target: Path) -> None:
    """Open the window in a language and theme, bring the scene into view, and save it."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from newsmatch_gui.qt.app import application, keep_fluid
    from newsmatch_gui.qt.catalogs import set_language
    from newsmatch_gui.qt.main_window import MainWindow
    from newsmatch_gui.services.settings import set_setting

    keep_fluid()
    app = application()
    set_setting("ui.language", scene.language)
    set_setting("ui.theme", scene.theme)
    set_language(app, scene.language)
    window = MainWindow(QSettings(str(state), QSettings.Format.IniFormat))
    window.resize(*SIZE)
    window.show()
    shown: list[bool] = []
    window.desk_view.shown.connect(lambda: shown.append(True))
    window.open_collection(folder)
    wait_for(lambda: bool(shown) and settled(window))
    view = scene.stage(window)
    if view is not window and view.isWindow() and view.width() > SIZE[0] / 2:
        view.resize(*SIZE)
    wait_for(lambda: settled(window))
    view.grab()  # asks for the thumbnails of what is visible
    wait_for(lambda: settled(window))
    view.grab().toImage().save(str(target), quality=QUALITY)
    for opened in QApplication.topLevelWidgets():
        opened.close()
    wait_for(lambda: not any(lane.busy for lane in window.lanes))
    window.close()
    window.deleteLater()


def settled(window: Any) -> bool:
    """Tell whether everything that was asked for is on screen."""
    return window.thumbnails.quiet and not any(lane.busy for lane in window.lanes)


def wait_for(done: Callable[[], bool]) -> None:
    """Let the window work until something holds, and a little longer."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, calm = QEventLoop(), 0
    deadline = time.monotonic() + _PATIENCE
    while calm < 20:
        QTimer.singleShot(20, loop.quit)
        loop.exec()
        calm = calm + 1 if done() else 0
        if time.monotonic() > deadline:
            raise TimeoutError("the window did not get ready in time")


# Scenes --------------------------------------------------------------------------------------


def desk(window: Any) -> Any:
    """The desk on an article that is not decided."""
    window.desk_view.article_panel.list.setFocus()
    window.desk_view.show_article(next_open(window))
    wait_for(lambda: settled(window))
    window.desk_view.candidate_panel.view.setFocus()
    return window


def next_open(window: Any) -> str:
    """Return the first article without a decision."""
    from newsmatch_gui.qt.article_list import ArticleRole

    model = window.desk_view.article_panel.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(
        str(row.data(ArticleRole.ID)) for row in rows if row.data(ArticleRole.STATE) is None
    )


def search(window: Any) -> Any:
    """A search with filters open."""
    desk(window)
    field = window.desk_view.candidate_panel.search
    window.desk_view.actions_by_name["filters"].trigger()
    field.setText("animals in the snow")
    field.returnPressed.emit()
    wait_for(lambda: settled(window))
    window.desk_view.candidate_panel.view.setFocus()
    return window


def opened(*names: str) -> Callable[[Any], Any]:
    """Return a scene of what an action opens over the desk."""

    def stage(window: Any) -> Any:
        from PySide6.QtWidgets import QApplication

        desk(window)
        for name in names:
            window.menus.actions[name].trigger()
            wait_for(lambda: settled(window))
        over = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not window]
        return next((w for w in over if w is not window.bench), window)

    return stage


def preview(window: Any) -> Any:
    """The mouse resting on the fifth candidate."""
    desk(window)
    view = window.desk_view.candidate_panel.view
    view.preview.show_row(4)
    wait_for(lambda: settled(window) and not view.preview.picture.pixmap().isNull())
    return window


def palette(window: Any) -> Any:
    """The command palette, with some letters typed."""
    view = opened("palette")(window)
    view.words.setText("rev")
    return view


def side_by_side(window: Any) -> Any:
    """Three pictures beside each other."""
    desk(window)
    panel = window.desk_view.candidate_panel
    for row in range(3):
        panel.select(row)
        window.menus.actions["compared"].trigger()
    return opened("compare")(window)


def training(window: Any) -> Any:
    """A quick training that has just ended."""
    dialog = opened("learn")(window)
    dialog.start.click()
    wait_for(lambda: settled(window))
    return dialog


def bench(place: int) -> Callable[[Any], Any]:
    """Return a scene of a page of the research bench."""

    def stage(window: Any) -> Any:
        window.show_bench()
        window.bench.resize(*SIZE)
        wait_for(lambda: settled(window))
        window.bench.tabs.setCurrentIndex(place)
        wait_for(lambda: settled(window))
        return window.bench

    return stage


SCENES = (
    Scene("desk-light", desk),
    Scene("desk-dark", desk, theme="dark"),
    Scene("desk-german", desk, language="de"),
    Scene("search", search, theme="dark"),
    Scene("preview", preview),
    Scene("full-size", opened("full"), theme="dark"),
    Scene("crop", opened("crops")),
    Scene("side-by-side", side_by_side, theme="dark"),
    Scene("palette", palette),
    Scene("hand-over", opened("hand-over")),
    Scene("why", opened("why")),
    Scene("failures", bench(0)),
    Scene("measures", bench(1), theme="dark"),
    Scene("map", bench(2)),
    Scene("compare", bench(3), theme="dark"),
    Scene("compare-german", bench(3), language="de"),
    Scene("training", training),  # the last one: it leaves a model that could be compared
)

if __name__ == "__main__":
    main()
