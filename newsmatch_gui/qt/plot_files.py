"""Plots as files: PNG for a slide, SVG for a paper."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from newsmatch_gui.domain.errors import NewsMatchError

_SVG = "http://www.w3.org/2000/svg"
_RECT = ("x", "y", "width", "height")
_SHARP = 2  # pixels of a PNG to one of the window
_POINT = re.compile(r"(-?[\d.]+(?:e-?\d+)?),(-?[\d.]+(?:e-?\d+)?)")


def save_plot(plot: pg.PlotWidget, path: Path) -> None:
    """Write what a plot shows, as SVG or PNG by the name of the file.

    Raises:
        NewsMatchError: The file cannot be written.
    """
    content = _svg(plot) if path.suffix.lower() == ".svg" else _png(plot)
    try:
        path.write_bytes(content)
    except OSError as error:
        raise NewsMatchError(
            f"{path} cannot be written ({error.strerror}); save the plot in another place"
        ) from error


def _png(plot: pg.PlotWidget) -> bytes:
    image = QImage(plot.viewport().size() * _SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARP)
    _paint(plot, image)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def _svg(plot: pg.PlotWidget) -> bytes:
    # pyqtgraph's own exporter (0.14) fails at the closed paths that Qt writes since 6.7.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(plot.logicalDpiX())  # or axes are scaled apart from curves
    size: QSize = plot.viewport().size()
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(plot.accessibleName())
    _paint(plot, generator)
    return _flattened(buffer.data().data())


def _paint(plot: pg.PlotWidget, device: QPaintDevice) -> None:
    """Paint a plot with every point as a shape, not as a copy of what the screen shows."""
    size = plot.viewport().size()
    how = {"antialias": True, "resolutionScale": 1.0}
    parts = [part for part in plot.scene().items() if hasattr(part, "setExportMode")]
    for part in parts:
        part.setExportMode(True, how)
    painter = QPainter(device)
    try:
        plot.render(painter, QRectF(0, 0, size.width(), size.height()))
    finally:
        painter.end()
        for part in parts:
            part.setExportMode(False)


def _flattened(svg: bytes) -> bytes:
    """Return an SVG whose lines are as thick as they should be in every program.

    Qt scales coordinates of data to those of the page and keeps lines thin with ``vector-effect``,
    which CairoSVG, resvg and others don't know: they draw lines as thick as the axes are long. So
    such shapes are written in coordinates of the page.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)
    for text in root.iterfind(".//*[@font-family]"):
        text.set("font-family", f"{text.get('font-family')}, sans-serif")
    for group in root.iter(f"{{{_SVG}}}g"):
        transform = group.attrib.pop("transform", "")
        for shape in group if transform else ():
            if shape.attrib.pop("vector-effect", "") == "non-scaling-stroke":
                _move(shape, tuple(map(float, transform[len("matrix(") : -1].split(","))))
            else:
                shape.set("transform", transform)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _move(shape: ElementTree.Element, matrix: tuple[float, ...]) -> None:
    """Write the coordinates of a shape as a matrix (a, b, c, d, e, f) moves them."""
    a, b, c, d, e, f = matrix

    def moved(x: float, y: float) -> tuple[float, float]:
        return a * x + c * y + e, b * x + d * y + f

    def written(point: re.Match[str]) -> str:
        return "{:.2f},{:.2f}".format(*moved(float(point[1]), float(point[2])))

    for name in ("d", "points"):
        if name in shape.attrib:
            shape.set(name, _POINT.sub(written, shape.attrib[name]))
    if shape.tag.endswith("rect"):  # axes are never turned, so that it stays one
        x, y, width, height = (float(shape.get(name, 0)) for name in _RECT)
        (left, top), (right, bottom) = moved(x, y), moved(x + width, y + height)
        sides = (min(left, right), min(top, bottom), abs(right - left), abs(bottom - top))
        for name, value in zip(_RECT, sides, strict=True):
            shape.set(name, f"{value:.2f}")
