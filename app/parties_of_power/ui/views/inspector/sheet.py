"""Rows of text, painted: the texts of the inspector, its lists and tables. Each wraps within the width it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.inspector.blocks import Columns, Row, Sheet
from parties_of_power.ui.views.inspector.paragraph import Paragraph
from parties_of_power.ui.views.inspector.rows_view import RowsView
from parties_of_power.ui.views.inspector.words import Link

# The most that the first and the last column take of the width.
FIRST, LAST = 0.34, 0.24
# A column of short marks is no wider.
MARKED = 44
GAP = 10
# In less than this there are no columns.
LEAST = 180
# Room on both sides, which the ground of a current row fills.
MARGIN = 8


class SheetView(RowsView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.block = Sheet(())
        self._table: list[list[Paragraph]] = []
        self._corners: list[list[QPointF]] = []
        self._width = -1

    def show_block(self, block: Sheet) -> None:
        self.block = block
        self._table = [[Paragraph(words) for words in row.cells] for row in block.rows]
        self._width = -1
        self.take_links([row.link for row in block.rows])
        lines = ("; ".join(filter(None, (words.plain for words in row.cells))) for row in block.rows)
        self.setAccessibleName(". ".join(filter(None, [block.name, *lines])))

    def height_for(self, width: int) -> int:
        if width != self._width:
            self._width = width
            self._lay_out(width)
        return round(self.bands[-1].bottom()) if self.bands else 0

    def _lay_out(self, width: int) -> None:
        inside = width - 2 * px(MARGIN)
        widths = column_widths(self._table, self.block.columns, inside)
        self.bands, self._corners = [], []
        top = 0.0
        for row, cells in zip(self.block.rows, self._table, strict=True):
            corners, height = _beside(cells, widths) if widths else _stacked(cells, inside)
            origin = QPointF(px(MARGIN), top + px(row.room))
            self._corners.append([origin + corner for corner in corners])
            self.bands.append(QRectF(0, top, width, height + 2 * px(row.room)))
            top = self.bands[-1].bottom()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row, band, cells, corners in self._placed():
            if row.is_current:
                painter.fillRect(band, tokens().selected)
            if row.ruled:
                painter.setPen(QPen(tokens().line, 1))
                low = band.adjusted(px(MARGIN), 0, -px(MARGIN), -0.5)
                painter.drawLine(low.bottomLeft(), low.bottomRight())
            for cell, corner in zip(cells, corners, strict=True):
                cell.draw(painter, corner)
        self.draw_focus(painter)

    def link_at(self, point: QPointF) -> Link | None:
        for row, band, cells, corners in self._placed():
            if band.contains(point):
                found = (cell.link_at(point - corner) for cell, corner in zip(cells, corners, strict=True))
                return next(filter(None, found), row.link)
        return None

    def _placed(self) -> Iterator[tuple[Row, QRectF, list[Paragraph], list[QPointF]]]:
        return zip(self.block.rows, self.bands, self._table, self._corners, strict=True)


def column_widths(table: Sequence[Sequence[Paragraph]], columns: Columns, width: float) -> list[float]:
    """The width of each column; none where there is no room for them, and cells stand below each other."""
    count = max((len(row) for row in table), default=1)
    if columns == "one" or count == 1:
        return [width]
    if width < px(LEAST):
        return []
    wanted = [max(row[place].natural_width for row in table if place < len(row)) + 1 for place in range(count)]
    first = min(wanted[0], px(MARKED) if columns == "marked" else width * FIRST)
    last = [min(wanted[2], width * LAST)] if count > 2 and wanted[2] > 1 else [0.0] * (count > 2)
    return [first, width - first - sum(last) - px(GAP) * (1 + bool(sum(last))), *last]


def _beside(cells: Sequence[Paragraph], widths: Sequence[float]) -> tuple[list[QPointF], float]:
    """The corners of cells that stand beside each other, and the height of their row."""
    corners, left, height = [], 0.0, 0.0
    for cell, width in zip(cells, widths, strict=False):
        corners.append(QPointF(left, 0))
        left += width + px(GAP)
        height = max(height, cell.fit(width))
    return corners, height


def _stacked(cells: Sequence[Paragraph], width: float) -> tuple[list[QPointF], float]:
    corners, height = [], 0.0
    for cell in cells:
        corners.append(QPointF(0, height))
        height += cell.fit(width)
    return corners, height
