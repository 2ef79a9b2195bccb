"""What the table and its frozen column share: how rows and columns lie, and the frame around what is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QModelIndex, QRect, Qt
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.cell_painter import ROW_HEIGHT, CellPainter, Marked, Place, Strip
from parties_of_power.ui.views.comparison.ghosts import Ghost, paint_ghosts
from parties_of_power.ui.views.comparison.header import ColumnHeader
from parties_of_power.ui.views.comparison.headings import paint_titles
from parties_of_power.ui.views.comparison.model import ComparisonModel

BEYOND = 40


class SelectedCells:
    """The cells in some blocks (top, left, bottom, right), however large these are."""

    def __init__(self, blocks: Sequence[tuple[int, int, int, int]]) -> None:
        self.blocks = blocks

    def __contains__(self, place: object) -> bool:
        row, column = cast(Place, place)
        return any(t <= row <= b and left <= column <= right for t, left, b, right in self.blocks)


class Grid(QTableView):
    """Cells are edited by whoever holds the grid; Qt's own editing is off."""

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

    def rows_in(self, area: QRect) -> list[Strip]:
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        end = last if last >= 0 else self.table.rowCount() - 1
        if first < 0:
            return []
        return [Strip(row, self.rowViewportPosition(row), self.rowHeight(row)) for row in range(first, end + 1)]

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
        """Where a block of cells lies; a side beyond the columns that this grid shows lies out of sight."""
        top = self.rowViewportPosition(block.top())
        bottom = self.rowViewportPosition(block.bottom()) + self.rowHeight(block.bottom())
        left, right = self.sides(block.left(), block.right())
        return QRect(left, top, right - left, bottom - top)

    def sides(self, first: int, last: int) -> tuple[int, int]:
        return self.columnViewportPosition(first), self.columnViewportPosition(last) + self.columnWidth(last)

    def heading_end(self) -> int:
        """Where the title of a group has to end, in the viewport."""
        return self.viewport().width()

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell lies in the viewport, also one that is out of sight."""
        x, y = self.columnViewportPosition(column), self.rowViewportPosition(row)
        return QRect(x, y, self.columnWidth(column), self.rowHeight(row))

    def _paint_frame(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(
            QPen(tokens().accent, px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, Qt.PenJoinStyle.MiterJoin)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(px(1), px(1) - 1, -px(1), -px(1)))
        side = px(7)
        painter.fillRect(rect.right() - side + 1, rect.bottom() - side + 1, side, side, tokens().ground)
        painter.fillRect(rect.right() - side + 2, rect.bottom() - side + 2, side - 1, side - 1, tokens().accent)
