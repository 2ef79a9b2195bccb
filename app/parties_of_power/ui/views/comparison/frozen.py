"""The first columns and the first rows, which stay where they are while the others scroll below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.cell_painter import Strip
from parties_of_power.ui.views.comparison.grid import BEYOND, Grid

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.surface import Surface

MOST_COVERED = 0.7  # of the width of the table: there is always room to see what scrolls
MOST_COVERED_ROWS = 0.5  # of its height
FOR_THE_TABLE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.ToolTip,
    QEvent.Type.ContextMenu,
)


class FrozenCells(Grid):
    """Lies over a table, whose child it is, so that a place in it is the same place in the table. The table has the
    focus, the keys, the mouse and the cells that a screen reader hears; a child of a table is in no tree of accessible
    things, so there is one table and not two.

    `keeps_columns` and `keeps_rows` say which of the two do not scroll here; where both, it is the corner.
    """

    def __init__(self, over: Surface, *, keeps_columns: bool = False, keeps_rows: bool = False) -> None:
        self.over = over  # first: Qt asks for places while it lays out a view that is still being made
        self.keeps_columns, self.keeps_rows = keeps_columns, keeps_rows
        super().__init__(over.table, over.painter, over)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(over)
        self.verticalHeader().hide()
        self.columns_header.setVisible(keeps_columns and not keeps_rows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)
        self.setSelectionModel(over.selectionModel())

    def rowHeight(self, row: int) -> int:
        return self.over.rowHeight(row)

    def rowViewportPosition(self, row: int) -> int:
        start = self.over.rowViewportPosition(row)
        return start + self.over.verticalOffset() if self.keeps_rows else start

    def columnWidth(self, column: int) -> int:
        return self.over.columnWidth(column)

    def columnViewportPosition(self, column: int) -> int:
        start = self.over.columnViewportPosition(column)
        return start + self.over.horizontalOffset() if self.keeps_columns else start

    def rowAt(self, y: int) -> int:
        if not self.keeps_rows:
            return self.over.rowAt(y)
        return next((row.place for row in self.rows_in(QRect()) if row.start <= y < row.start + row.length), -1)

    def columnAt(self, x: int) -> int:
        if not self.keeps_columns:
            return self.over.columnAt(x)
        return next((each.place for each in self.columns_in(QRect()) if each.start <= x < each.start + each.length), -1)

    def rows_in(self, area: QRect) -> list[Strip]:
        if not self.keeps_rows:
            return self.over.rows_in(area)
        rows = range(min(self.over.frozen_rows.count, self.table.rowCount()))
        return [Strip(row, self.rowViewportPosition(row), self.rowHeight(row)) for row in rows]

    def columns_in(self, area: QRect) -> list[Strip]:
        if not self.keeps_columns:
            return self.over.columns_in(area)
        columns = range(min(self.over.frozen.count, self.table.columnCount()))
        return [Strip(column, self.columnViewportPosition(column), self.columnWidth(column)) for column in columns]

    def sides(self, first: int, last: int) -> tuple[int, int]:
        """What is not among the frozen columns lies beyond the edge."""
        if not self.keeps_columns:
            return self.over.sides(first, last)
        count, beyond = self.over.frozen.count, self.width() + BEYOND
        left = self.columnViewportPosition(first) if first < count else beyond
        return left, self.columnViewportPosition(last) + self.columnWidth(last) if last < count else beyond

    def ends(self, first: int, last: int) -> tuple[int, int]:
        if not self.keeps_rows:
            return self.over.ends(first, last)
        count, beyond = self.over.frozen_rows.count, self.height() + BEYOND
        top = self.rowViewportPosition(first) if first < count else beyond
        return top, self.rowViewportPosition(last) + self.rowHeight(last) if last < count else beyond

    def heading_end(self) -> int:
        return self.over.heading_end()

    def indexAt(self, point: QPoint) -> QModelIndex:
        return self.over.indexAt(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a line at the edge below which the others scroll."""
        super().paintEvent(event)
        viewport = self.viewport().rect()
        painter = QPainter(self.viewport())
        if self.keeps_columns:
            painter.fillRect(viewport.width() - px(1), 0, px(1), viewport.height(), tokens().line)
        if self.keeps_rows:
            painter.fillRect(0, viewport.height() - px(1), viewport.width(), px(1), tokens().thin)
        painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """What the mouse does here it does to the table: a selection, or a fill, goes on from one part to another."""
        if event.type() not in FOR_THE_TABLE:
            return super().viewportEvent(event)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self.over.setFocus(Qt.FocusReason.MouseFocusReason)
        return self.over.viewportEvent(event)


class FrozenColumns(FrozenCells):
    """`count` is how many columns it shows: as many as the comparison asks for, and the window has room for."""

    count = 0

    def __init__(self, over: Surface) -> None:
        super().__init__(over, keeps_columns=True)

    def show_first(self) -> int:
        """Show the first columns, as many as wanted and as there is room for; how wide they are together."""
        comparison = self.table.comparison
        wanted = min(comparison.frozen_columns if comparison else 0, self.table.columnCount())
        room = int(self.over.viewport().width() * MOST_COVERED)
        widths = [self.over.columnWidth(column) for column in range(wanted)]
        count = next((each for each in range(wanted, 1, -1) if sum(widths[:each]) <= room), min(wanted, 1))
        if count != self.count or self.columns_header.count() != self.columns_header.hiddenSectionCount() + count:
            self.count = count
            for column in range(self.table.columnCount()):
                self.setColumnHidden(column, column >= count)
            self.over.viewport().update()
        return sum(widths[:count])


class FrozenRows(FrozenCells):
    """`count` is how many rows it shows, headings of groups among them; none where all rows are seen at once."""

    count = 0

    def __init__(self, over: Surface) -> None:
        super().__init__(over, keeps_rows=True)

    def show_first(self) -> int:
        """Show the first rows, as many as wanted and as there is room for; how high they are together."""
        comparison = self.table.comparison
        wanted = comparison.frozen_rows if comparison and not self.over.lens else 0
        room, height = int(self.over.viewport().height() * MOST_COVERED_ROWS), 0
        self.count = 0
        for row in range(min(wanted, self.table.rowCount())):
            if self.count and height + self.over.rowHeight(row) > room:
                break
            height += self.over.rowHeight(row)
            self.count += 1
        return height
