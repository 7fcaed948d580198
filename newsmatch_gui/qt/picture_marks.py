"""The marks on pictures of the collection on the desk, and the blur that follows from them."""

from PySide6.QtCore import QObject, Signal

from newsmatch_gui.domain.cropping import Point
from newsmatch_gui.qt.stage import Stage
from newsmatch_gui.qt.thumbnails import ThumbnailLoader
from newsmatch_gui.services.picture_marks import MarkedPictures


class PictureMarks(QObject):
    """Reads and sets marks; pictures marked as sensitive are blurred wherever they are shown.

    Signals:
        changed: Something was marked; whoever shows pictures repaints.
        refused: Why nothing can be marked in this window, in one sentence.
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, stage: Stage, pictures: ThumbnailLoader, parent: QObject) -> None:
        super().__init__(parent)
        self._stage, self._pictures = stage, pictures
        self._marked: MarkedPictures | None = None
        self._sensitive: dict[str, str] = {}

    def reopen(self) -> None:
        """Follow the collection that is now on the desk, or none."""
        if self._marked is not None:
            self._marked.close()
        desk = self._stage.desk
        self._marked = None if desk is None else MarkedPictures(desk.folder, desk.annotator)
        self.read()

    def read(self) -> None:
        """Read anew what is sensitive, after an import or a mark."""
        self._sensitive = {} if self._marked is None else self._marked.sensitive()
        self._pictures.blur(self._sensitive.values())
        self.changed.emit()

    def is_sensitive(self, image_id: str) -> bool:
        """Tell whether a picture is marked as sensitive."""
        return image_id in self._sensitive

    def toggle_sensitive(self, image_id: str) -> None:
        """Mark a picture as sensitive, or take the mark away."""
        if (marked := self._open_to_write()) is not None:
            marked.say_sensitive(image_id, sensitive=image_id not in self._sensitive)
            self.read()

    def _open_to_write(self) -> MarkedPictures | None:
        """Return the marks, None where another window decides; then say so."""
        if (desk := self._stage.desk) is not None and desk.read_only:
            self.refused.emit(desk.read_only)
            return None
        return self._marked

    def uses(self, image_id: str) -> int:
        """Return for how many articles besides the one on the desk a picture was decided on."""
        if self._marked is None:
            return 0
        return self._marked.uses(image_id, besides=self._stage.article_id)

    def point(self, image_id: str) -> Point | None:
        """Return the point of interest that somebody set, None when nobody did."""
        return None if self._marked is None else self._marked.point(image_id)

    def set_point(self, image_id: str, point: Point | None) -> None:
        """Keep a picture's point of interest; None forgets it."""
        if (marked := self._open_to_write()) is not None:
            marked.set_point(image_id, point)
