"""Charts as files: the whole figure with its words in the colours of paper, as PNG, PDF, SVG with text, or Excel."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QMimeData, QPoint, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from parties_of_power.exchange.whole_file import written_whole
from parties_of_power.ui.palette import LIGHT
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.charts.kinds import ChartKind
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.paper import DPI_OF_LAYOUT, Paper
from parties_of_power.ui.views.charts.picture import Picture
from parties_of_power.ui.views.charts.plot import Plot

MARGIN, GAP = 16, 8
LEAST_WIDTH = 640
METRES_OF_INCH, POINTS_OF_INCH = 0.0254, 72
DOTS = 3  # for each pixel: as sharp in print as on the screen
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class Figure:
    """A chart as it is shown: `size` is that of its plot on the screen, `x_range` how it is moved and zoomed.
    `paper` is what it is saved on."""

    kind: ChartKind
    picture: Picture[Any]
    look: Look
    day: int
    size: QSize
    x_range: tuple[float, float]
    paper: Paper


@dataclass(frozen=True)
class _Line:
    text: str
    font: QFont
    colour: QColor
    box: QRect


def save_png(figure: Figure, path: Path) -> None:
    with written_whole(path) as temporary:
        temporary.write_bytes(png(figure))


def save_svg(figure: Figure, path: Path) -> None:
    with written_whole(path) as temporary:
        temporary.write_bytes(svg(figure))


def save_pdf(figure: Figure, path: Path) -> None:
    with written_whole(path) as temporary:
        temporary.write_bytes(pdf(figure))


def save_excel(figure: Figure, path: Path) -> None:
    """Its data as a table, with a native chart where Excel has the kind."""
    from parties_of_power.exchange.chart_book import ChartData, numbers_of, write_chart_book

    listing, words = figure.picture.listing, figure.picture.words
    rows = tuple(numbers_of(row.texts, listing.numeric) for row in listing.rows)
    said = tuple(filter(None, (words.subtitle, words.counted, words.sources)))
    data = ChartData(words.title, listing.headers, rows, listing.numeric, said, figure.kind.excel)
    write_chart_book(data, path)


def copy_picture(figure: Figure) -> None:
    """As a picture and as a drawing: the program that it is pasted into takes what it can."""
    mime = QMimeData()
    mime.setImageData(QImage.fromData(png(figure)))
    mime.setData("image/svg+xml", QByteArray(svg(figure)))
    mime.setText(figure.picture.words.title)
    QGuiApplication.clipboard().setMimeData(mime)


def drawing_size(figure: Figure) -> QSize:
    drawing = _Drawing(figure)
    drawing.plot.widget.deleteLater()
    return drawing.size


def draw_figure(figure: Figure, painter: QPainter) -> None:
    """For paper, from the origin to `drawing_size`."""
    _Drawing(figure).paint(painter)


def png(figure: Figure) -> bytes:
    drawing = _Drawing(figure)
    dots = figure.paper.dpi / DPI_OF_LAYOUT if figure.paper.width else float(DOTS)
    image = QImage(drawing.size * dots, QImage.Format.Format_RGB32)
    image.fill(LIGHT.ground)
    painter = QPainter(image)
    painter.scale(dots, dots)
    drawing.paint(painter)
    painter.end()
    # Said only now: the axes would be drawn larger on a finer device.
    image.setDotsPerMeterX(round(drawing.resolution * dots / METRES_OF_INCH))
    image.setDotsPerMeterY(round(drawing.resolution * dots / METRES_OF_INCH))
    written = QBuffer()
    QImageWriter(written, QByteArray(b"png")).write(image)
    return bytes(written.data().data())


def svg(figure: Figure) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    drawing, written, generator = _Drawing(figure), QBuffer(), QSvgGenerator()
    area = QRect(QPoint(0, 0), drawing.size)
    generator.setOutputDevice(written)
    generator.setResolution(drawing.resolution)
    generator.setSize(drawing.size)
    generator.setViewBox(area)
    generator.setTitle(figure.picture.words.title)
    generator.setDescription(figure.picture.words.subtitle)
    painter = QPainter(generator)
    painter.fillRect(area, LIGHT.ground)
    drawing.paint(painter)
    painter.end()
    return bytes(written.data().data())


def pdf(figure: Figure) -> bytes:
    """One page, as large as the figure."""
    drawing, written = _Drawing(figure), QBuffer()
    written.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(written)
    writer.setResolution(drawing.resolution)
    writer.setTitle(figure.picture.words.title)
    points = QSizeF(drawing.size) * POINTS_OF_INCH / drawing.resolution
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    drawing.paint(painter)
    painter.end()
    return bytes(written.data().data())


class _Drawing:
    """The words above and below a plot of its own, which is as large as the one on the screen. Painted once."""

    def __init__(self, figure: Figure) -> None:
        self.plot = _plot_for_paper(figure)
        self.resolution = self.plot.widget.logicalDpiX()
        words, width = figure.picture.words, _width(figure)
        above = [(words.title, font(15, SEMIBOLD), LIGHT.text), (words.subtitle, font(12), LIGHT.second_text)]
        below = [(words.counted, font(12), LIGHT.text), (words.sources, font(12), LIGHT.second_text)]
        self.lines, bottom = _laid_out(above, width, px(MARGIN))
        self.area = QRect(px(MARGIN), bottom + px(GAP), width, self.plot.widget.height())
        self.rule = self.area.bottom() + px(GAP)
        feet, bottom = _laid_out(below, width, self.rule + px(GAP))
        self.lines += feet
        self.size = QSize(width + 2 * px(MARGIN), bottom + px(MARGIN))

    def paint(self, painter: QPainter) -> None:
        for line in self.lines:
            painter.setFont(line.font)
            painter.setPen(line.colour)
            painter.drawText(line.box, WRAPPED, line.text)
        painter.setPen(QPen(LIGHT.line, 1))
        painter.drawLine(self.area.left(), self.rule, self.area.right(), self.rule)
        scene = self.plot.frame.widget.scene()
        scene.render(painter, QRectF(self.area), QRectF(0, 0, self.area.width(), self.area.height()))
        self.plot.widget.deleteLater()


def _look(figure: Figure) -> Look:
    """On white; without colours the as-of line and the rivals are told by their shapes."""
    if not figure.paper.is_grey:
        return replace(figure.look, tokens=LIGHT, is_grey=False)
    tokens = replace(LIGHT, as_of=LIGHT.text, rival=LIGHT.text, cell_bar=LIGHT.line)
    return replace(figure.look, tokens=tokens, is_grey=True)


def _width(figure: Figure) -> int:
    return max(figure.paper.laid_out(figure.size.width()) - 2 * px(MARGIN), px(LEAST_WIDTH))


def _plot_for_paper(figure: Figure) -> Plot:
    plot = Plot()
    size = QSize(_width(figure), figure.size.height())
    plot.widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    plot.widget.resize(size)
    plot.widget.show()
    plot.show_picture(figure.kind, figure.picture, _look(figure), figure.day)
    if size.width() != figure.size.width():
        least, greatest = plot.heights(size.width())
        plot.widget.resize(size.width(), min(max(size.height(), least), greatest))
    plot.take_range(figure.x_range)
    return plot


def _laid_out(lines: list[tuple[str, QFont, QColor]], width: int, top: int) -> tuple[list[_Line], int]:
    """Each line of words wrapped to the width, and where the last one ends."""
    found: list[_Line] = []
    for text, used, colour in lines:
        box = QFontMetrics(used).boundingRect(QRect(0, 0, width, 10_000), WRAPPED, text)
        found.append(_Line(text, used, colour, QRect(px(MARGIN), top, width, box.height())))
        top += box.height() + px(2)
    return found, top
