"""Pictures decoded off the GUI thread, newest request first; sensitive ones blurred there."""

from collections import OrderedDict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPixmap, QPixmapCache

from newsmatch_gui.services.pictures import Pixels, blurred, pixels_inside

_CACHE_KIB = 192 * 1024
_THREADS = 2
_WAITING = 240  # a few screens of cards; older requests scrolled away long ago


@dataclass(frozen=True, slots=True)
class _Request:
    path: str
    size: QSize
    blur: bool


class ThumbnailLoader(QObject):
    """Hands out cached pictures and decodes missing ones in the background.

    What is marked as sensitive is blurred wherever it is shown, unless whoever shows it was asked
    by a person to reveal it.

    No Qt class is touched while decoding: PySide makes a class when it is first used, and two
    threads that are first at the same time crash the process.

    Signals:
        loaded: A picture arrived; whoever shows pictures repaints.
        arrived: Path of the photo, for whoever repaints only where it is shown; "" when any may
            look otherwise now.
    """

    loaded = Signal()
    arrived = Signal(object)
    _decoded = Signal(str, object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(_CACHE_KIB)
        self._pool = ThreadPoolExecutor(_THREADS, "thumbnails")
        self._waiting: OrderedDict[str, _Request] = OrderedDict()
        self._running: set[str] = set()
        self._broken: set[str] = set()
        self._sensitive: frozenset[str] = frozenset()
        self._decoded.connect(self._store)

    def blur(self, paths: Iterable[str]) -> None:
        """Blur the photos at these paths from now on, and no others."""
        self._sensitive = frozenset(paths)
        self._tell("")

    def pixmap(
        self, path: str, size: QSize, ratio: float, *, reveal: bool = False
    ) -> QPixmap | None:
        """Return the picture, or None after asking for it; a null pixmap when unreadable.

        Args:
            path: The photo.
            size: Box it is scaled down to fit, in logical pixels; it is never scaled up.
            ratio: Device pixels to a logical one.
            reveal: Show it as it is, also when it is sensitive.
        """
        key, wanted = self._request(path, size, ratio, reveal=reveal)
        found = QPixmap()
        if QPixmapCache.find(key, found):
            found.setDevicePixelRatio(ratio)
            return found
        if key in self._broken:
            return QPixmap()
        if key not in self._running:
            self._waiting[key] = wanted
            self._waiting.move_to_end(key)
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            self._start()
        return None

    def fetch(self, path: str, size: QSize, ratio: float) -> None:
        """Decode a picture that will be asked for soon, after all that somebody waits for."""
        key, wanted = self._request(path, size, ratio, reveal=False)
        is_known = key in self._broken or key in self._running or key in self._waiting
        if not is_known and len(self._waiting) < _WAITING and not QPixmapCache.find(key, QPixmap()):
            self._waiting[key] = wanted
            self._waiting.move_to_end(key, last=False)
            self._start()

    def _request(
        self, path: str, size: QSize, ratio: float, *, reveal: bool
    ) -> tuple[str, _Request]:
        pixels = size * ratio
        blur = path in self._sensitive and not reveal
        key = f"{path}|{pixels.width()}x{pixels.height()}{'|blurred' if blur else ''}"
        return key, _Request(path, pixels, blur)

    @property
    def quiet(self) -> bool:
        """Whether nothing is being decoded or waits to be."""
        return not self._running and not self._waiting

    def forget(self) -> None:
        """Drop what was asked for but not begun, and try broken photos again."""
        self._waiting.clear()
        self._broken.clear()

    def stop(self) -> None:
        """Wait for what is being decoded; call before the window goes."""
        self._waiting.clear()
        self._pool.shutdown()

    def _start(self) -> None:
        while self._waiting and len(self._running) < _THREADS:
            key, wanted = self._waiting.popitem(last=True)
            self._running.add(key)
            box = (wanted.size.width(), wanted.size.height())
            self._pool.submit(self._decode, key, wanted.path, box, wanted.blur)

    def _decode(self, key: str, path: str, box: tuple[int, int], blur: bool) -> None:
        pixels: Pixels | None = None
        try:
            pixels = pixels_inside(Path(path), box)
            if pixels is not None and blur:
                pixels = blurred(pixels)
        finally:
            self._decoded.emit(key, path, pixels)

    @Slot(str, object, object)
    def _store(self, key: str, path: str, pixels: Pixels | None) -> None:
        self._running.discard(key)
        if pixels is None:
            self._broken.add(key)
        else:
            width, height, rows = pixels
            image = QImage(rows, width, height, 3 * width, QImage.Format.Format_RGB888)
            QPixmapCache.insert(key, QPixmap.fromImage(image))
        if self._waiting:
            self._start()
        self._tell(path)

    def _tell(self, path: str) -> None:
        self.loaded.emit()
        self.arrived.emit(path)
