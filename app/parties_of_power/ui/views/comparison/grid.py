"""What the table and its frozen parts share: how rows and columns lie, and the frame around what is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.cell_painter import ROW_HEIGHT, CellPainter, Marked, Place, Strip
from parties_of_power.ui.views.comparison.ghosts import Ghost, paint_ghosts
from parties_of_power.ui.views.comparison.header import ColumnHeader
from parties_of_power.ui.views.comparison.headings import paint_titles
from parties_of_power.ui.views.comparison.lens import Lens
from parties_of_power.ui.views.comparison.model import ComparisonModel

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.overview_marks import OverviewMarks

BEYOND = 40
AnyIndex = QModelIndex | QPersistentModelIndex


class SelectedCells:
    """The cells in some blocks (top, left, bottom, right), however large these are."""

    def __init__(self, blocks: Sequence[tuple[int, int, int, int]]) -> None:
        self.blocks = blocks

    def __contains__(self, place: object) -> bool:
        row, column = cast(Place, place)
        return any(t <= row <= b and left <= column <= right for t, left, b, right in self.blocks)


class Grid(QTableView):
    """Cells are edited by whoever holds the grid; Qt's own editing is off. With a `lens` all rows are in sight, and lie
    where it says; Qt itself still thinks of them as they lie without it."""

    lens: Lens | None = None
    marks: OverviewMarks | None = None

    def __init__(self, model: ComparisonModel, painter: CellPainter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self.painter = painter
        self.ghosts: Mapping[Place, Ghost] = {}
        self.columns_header = ColumnHeader(model, self)
        self.setHorizontalHeader(self.columns_header)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        self.verticalHeader().setMinimumSectionSize(px(ROW_HEIGHT))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()  # the frame lies also on cells that stay selected

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        rows = self.rows_in(event.rect())
        if self.marks:
            self.marks.paint(painter, self.columns_in(event.rect()))
        self.painter.paint(painter, rows, self.columns_in(event.rect()), self.marked())
        paint_titles(painter, self.table, rows, self.heading_end())
        blocks = self.blocks()
        for block in blocks:
            self._paint_frame(painter, self.block_rect(block))
        current = self.currentIndex()
        if not blocks and current.isValid():
            self._paint_frame(painter, self.block_rect(QItemSelectionRange(current)))
        if self.ghosts:
            numeric = {place: look.is_numeric for place, look in enumerate(self.table.looks)}
            paint_ghosts(painter, self.ghosts, self.rows_in(event.rect()), self.columns_in(event.rect()), numeric)
        painter.end()

    def rowAt(self, y: int) -> int:
        return self.lens.row_at(y) if self.lens else super().rowAt(y)

    def rowHeight(self, row: int) -> int:
        return self.lens.length(row) if self.lens else super().rowHeight(row)

    def rowViewportPosition(self, row: int) -> int:
        return self.lens.start(row) if self.lens else super().rowViewportPosition(row)

    def first_line(self) -> int:
        """How high a row is with one line of text."""
        return px(ROW_HEIGHT)

    def rows_in(self, area: QRect) -> list[Strip]:
        """The rows there whose texts are to be read: under a lens those that are opened."""
        rows = self.lens.readable if self.lens else self._rows_between(area.top(), area.bottom())
        return [Strip(row, self.rowViewportPosition(row), self.rowHeight(row)) for row in rows]

    def _rows_between(self, top: int, bottom: int) -> range:
        first, last = self.rowAt(top), self.rowAt(bottom)
        end = last if last >= 0 else self.table.rowCount() - 1
        return range(first, end + 1) if first >= 0 else range(0)

    def columns_in(self, area: QRect) -> list[Strip]:
        """Those that are seen; with no gap between them, since the columns lie in the order of the table."""
        found = []
        for column in range(self.table.columnCount()):
            start, length = self.columnViewportPosition(column), self.columnWidth(column)
            if length and start <= area.right() and start + length > area.left():
                found.append(Strip(column, start, length))
        return found

    def marked(self) -> Marked:
        current = self.currentIndex()
        viewport = self.viewport()
        below = self.indexAt(viewport.mapFromGlobal(QCursor.pos())) if viewport.underMouse() else QModelIndex()
        here = SelectedCells([(block.top(), block.left(), block.bottom(), block.right()) for block in self.blocks()])
        return Marked(here, (current.row(), current.column()), (below.row(), below.column()))

    def blocks(self) -> list[QItemSelectionRange]:
        """The blocks of cells that are selected."""
        return self.selectionModel().selection().toList()

    def block_rect(self, block: QItemSelectionRange) -> QRect:
        """Where a block of cells lies; a side beyond the cells that this grid shows lies out of sight."""
        top, bottom = self.ends(block.top(), block.bottom())
        left, right = self.sides(block.left(), block.right())
        return QRect(left, top, right - left, bottom - top)

    def sides(self, first: int, last: int) -> tuple[int, int]:
        return self.columnViewportPosition(first), self.columnViewportPosition(last) + self.columnWidth(last)

    def ends(self, first: int, last: int) -> tuple[int, int]:
        return self.rowViewportPosition(first), self.rowViewportPosition(last) + self.rowHeight(last)

    def heading_end(self) -> int:
        """Where the title of a group has to end, in the viewport."""
        return self.viewport().width()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell lies in the viewport, also one that is out of sight."""
        x, y = self.columnViewportPosition(column), self.rowViewportPosition(row)
        return QRect(x, y, self.columnWidth(column), self.rowHeight(row))

    def visualRect(self, index: AnyIndex) -> QRect:
        return self.cell_rect(index.row(), index.column()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row, column = self.rowAt(point.y()), self.columnAt(point.x())
        return self.table.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def _paint_frame(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(
            QPen(tokens().accent, px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(px(1), px(1) - 1, -px(1), -px(1)))
        side = px(7)
        painter.fillRect(rect.right() - side + 1, rect.bottom() - side + 1, side, side, tokens().ground)
        painter.fillRect(rect.right() - side + 2, rect.bottom() - side + 2, side - 1, side - 1, tokens().accent)
