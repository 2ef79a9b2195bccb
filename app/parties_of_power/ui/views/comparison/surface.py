"""The table as a surface: the cells that scroll, and over them the first columns and rows, which stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView

from parties_of_power.ui.views.comparison.cell_painter import CellPainter, Strip
from parties_of_power.ui.views.comparison.frozen import FrozenCells, FrozenColumns, FrozenRows
from parties_of_power.ui.views.comparison.grid import Grid
from parties_of_power.ui.views.comparison.model import Area, ComparisonModel
from parties_of_power.ui.views.comparison.row_header import RowHeader
from parties_of_power.ui.views.comparison.row_heights import RowHeights

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_ATTEMPTS = 8


class Surface(Grid):
    """Whatever asks where a cell is, and which cell is somewhere, be it the mouse, a screen reader or an editor, need
    not know in which part it is shown."""

    is_ready = False  # Qt lays a view out while it is still being made

    def __init__(self, model: ComparisonModel) -> None:
        super().__init__(model, CellPainter(model))
        self.setVerticalHeader(RowHeader(self))
        self.verticalHeader().setMinimumSectionSize(self.first_line())
        self.verticalHeader().setDefaultSectionSize(self.first_line())
        # In this order they lie over one another.
        self.frozen = FrozenColumns(self)
        self.frozen_rows = FrozenRows(self)
        self.corner = FrozenCells(self, keeps_columns=True, keeps_rows=True)
        self.frozen_header = RowHeader(self.frozen_rows, self)
        self.heights = RowHeights(self)
        model.seen = self.seen
        model.shown_changed.connect(self.place_frozen)
        self.is_ready = True

    @property
    def grids(self) -> tuple[Grid, ...]:
        """The table, and what lies over it."""
        return self, self.frozen, self.frozen_rows, self.corner

    def update_all(self) -> None:
        for grid in self.grids:
            grid.viewport().update()
        self.verticalHeader().viewport().update()
        self.frozen_header.viewport().update()

    def seen(self) -> Area:
        """The rows and columns in sight: top, left, bottom, right."""
        height, width = self.viewport().height(), self.viewport().width()
        last_row, last_column = self.rowAt(height - 1), self.columnAt(width - 1)
        bottom = last_row if last_row >= 0 else self.table.rowCount() - 1
        right = last_column if last_column >= 0 else self.table.columnCount() - 1
        top = 0 if self.frozen_rows.count else max(self.rowAt(0), 0)
        return top, 0, bottom, right

    def grid_of(self, column: int, row: int | None = None) -> Grid:
        """The part that shows a cell; without a row the one that shows the other cells of its column."""
        keeps_row = row is not None and row < self.frozen_rows.count
        if column < self.frozen.count:
            return self.corner if keeps_row else self.frozen
        return self.frozen_rows if keeps_row else self

    def cell_rect(self, row: int, column: int) -> QRect:
        grid = self.grid_of(column, row) if self.is_ready else self
        return super().cell_rect(row, column) if grid is self else grid.cell_rect(row, column)

    def indexAt(self, point: QPoint) -> QModelIndex:
        if not self.is_ready:
            return super().indexAt(point)
        row, column = self.frozen_rows.rowAt(point.y()), self.frozen.columnAt(point.x())
        row = row if row >= 0 else self.rowAt(point.y())
        column = column if column >= 0 else self.columnAt(point.x())
        return self.table.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def columns_in(self, area: QRect) -> list[Strip]:
        """The first columns are painted by the frozen ones that cover them; and so are the first rows."""
        return [column for column in super().columns_in(area) if column.place >= self.frozen.count]

    def rows_in(self, area: QRect) -> list[Strip]:
        return [row for row in super().rows_in(area) if row.place >= self.frozen_rows.count]

    def heading_end(self) -> int:
        """Where the first column of figures begins that is in sight: the title of a group ends before it."""
        model, edge = self.table, self.viewport().width()
        for column in range(1, model.columnCount()):
            grid = self.grid_of(column)
            start, width = grid.columnViewportPosition(column), grid.columnWidth(column)
            covered = 0 if grid is self.frozen else self.frozen.width()
            if model.looks[column].is_numeric and start + width > covered:
                return min(max(start, covered), edge)
        return edge

    def scrollTo(
        self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """What is frozen covers what lies below it: a cell is in sight beside it only."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        before = across.value(), down.value()
        super().scrollTo(index, hint)
        if not self.is_ready:
            return
        if self.heights.are_wanted:
            self._scroll_on(index, hint)
        if index.column() < self.frozen.count:
            across.setValue(before[0])
        else:
            start = self.columnViewportPosition(index.column())
            across.setValue(across.value() - max(self.frozen.width() - start, 0))
        if index.row() < self.frozen_rows.count:
            down.setValue(before[1])
        elif self.frozen_rows.count:
            start = self.rowViewportPosition(index.row())
            down.setValue(down.value() - max(self.frozen_rows.height() - start, 0))

    def _scroll_on(self, index: AnyIndex, hint: QAbstractItemView.ScrollHint) -> None:
        """Rows before it that came into sight on the way may have become higher, and pushed it out again."""
        bar = self.verticalScrollBar()
        for _attempt in range(MOST_ATTEMPTS):
            before = bar.value()
            super().scrollTo(index, hint)
            if bar.value() == before:
                break

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Rows that come into sight from above may turn out higher: what is in sight stays where it is."""
        super().scrollContentsBy(dx, dy)
        if not self.is_ready:
            return
        grown, bar = self.heights.fit(), self.verticalScrollBar()
        if grown and 0 < dy < self.viewport().height() and bar.value() > bar.minimum():
            bar.setValue(bar.value() + grown)
        self.update_all()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        if self.is_ready:
            if self.lens is not None:
                self.verticalScrollBar().setRange(0, 0)
            self.place_frozen()

    def place_frozen(self) -> None:
        """Over the table, each part with its origin where that of the table is."""
        self.heights.fit()
        seen, header, side = self.viewport().geometry(), self.columns_header, self.verticalHeader()
        width, height = self.frozen.show_first(), self.frozen_rows.show_first()
        self.frozen.setGeometry(seen.x(), header.y(), width, seen.height() + header.height())
        self.frozen_rows.setGeometry(seen.x(), seen.y(), seen.width(), height)
        self.corner.setGeometry(seen.x(), seen.y(), width, height)
        self.frozen_header.setGeometry(side.x(), seen.y(), side.width(), height)
        self.frozen.setVisible(width > 0)
        self.frozen_rows.setVisible(height > 0)
        self.corner.setVisible(width > 0 and height > 0)
        self.frozen_header.setVisible(height > 0)
