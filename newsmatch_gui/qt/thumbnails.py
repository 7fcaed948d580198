"""Thumbnails decoded off the GUI thread, newest request first."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QRunnable, QSize, Qt, QThreadPool, Signal, Slot
from PySide6.QtGui import QImage, QImageReader, QPixmap, QPixmapCache

_CACHE_KIB = 192 * 1024
_WAITING = 240  # a few screens of cards; older requests scrolled away long ago


def read_scaled(path: str, size: QSize) -> QImage:
    """Decode a photo upright, scaled to fit ``size`` in device pixels; null when unreadable."""
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    # The suffix may lie; the content decides.
    reader.setDecideFormatFromContent(True)
    full = reader.size()
    if full.isValid():
        quarter = reader.transformation().value & 4  # rotated by 90° or 270°
        box = size.transposed() if quarter else size
        if full.width() > box.width() or full.height() > box.height():
            reader.setScaledSize(full.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if not image.isNull() and (image.width() > size.width() or image.height() > size.height()):
        image = image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image


class ThumbnailLoader(QObject):
    """Hands out cached thumbnails and decodes missing ones in the background.

    Signals:
        loaded: A thumbnail arrived; whoever shows thumbnails repaints.
    """

    loaded = Signal()
    _decoded = Signal(str, QImage)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(_CACHE_KIB)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._waiting: OrderedDict[str, tuple[str, QSize]] = OrderedDict()
        self._running: set[str] = set()
        self._broken: set[str] = set()
        self._decoded.connect(self._store)

    def pixmap(self, path: str, size: QSize, ratio: float) -> QPixmap | None:
        """Return the thumbnail, or None after asking for it; a null pixmap when unreadable."""
        pixels = size * ratio
        key = f"{path}|{pixels.width()}x{pixels.height()}"
        found = QPixmap()
        if QPixmapCache.find(key, found):
            found.setDevicePixelRatio(ratio)
            return found
        if key in self._broken:
            return QPixmap()
        if key not in self._running:
            self._waiting[key] = (path, pixels)
            self._waiting.move_to_end(key)
            while len(self._waiting) > _WAITING:
                self._waiting.popitem(last=False)
            self._start()
        return None

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
        self._pool.waitForDone()

    def _start(self) -> None:
        while self._waiting and len(self._running) < self._pool.maxThreadCount():
            key, (path, size) = self._waiting.popitem(last=True)
            self._running.add(key)
            self._pool.start(_Decode(self._decoded, key, path, size))

    @Slot(str, QImage)
    def _store(self, key: str, image: QImage) -> None:
        self._running.discard(key)
        if image.isNull():
            self._broken.add(key)
        else:
            QPixmapCache.insert(key, QPixmap.fromImage(image))
        self._start()
        self.loaded.emit()


class _Decode(QRunnable):
    """Decodes one photo; the signal belongs to the loader, which outlives it."""

    def __init__(self, decoded: Signal, key: str, path: str, size: QSize) -> None:
        super().__init__()
        self._decoded, self._key, self._path, self._size = decoded, key, path, size

    def run(self) -> None:
        self._decoded.emit(self._key, read_scaled(self._path, self._size))
