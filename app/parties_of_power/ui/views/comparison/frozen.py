"""The first columns, which stay where they are while the others scroll below them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.cell_painter import CellPainter
from parties_of_power.ui.views.comparison.grid import BEYOND, Grid
from parties_of_power.ui.views.comparison.model import ComparisonModel

MOST_COVERED = 0.7  # of the width of the table: there is always room to see what scrolls


class FrozenColumns(Grid):
    """Lies over the first columns of a table, whose child it is. The table has the focus, the keys and the cells that a
    screen reader hears; a child of a table is in no tree of accessible things, so there is one table and not two.

    `count` is how many columns it shows: as many as the comparison asks for, and the window has room for.
    """

    def __init__(self, model: ComparisonModel, painter: CellPainter, over: Grid) -> None:
        super().__init__(model, painter, over)
        self.over = over
        self.count = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(over)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)

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

    def sides(self, first: int, last: int) -> tuple[int, int]:
        left, right = (self.width() + BEYOND,) * 2
        if first < self.count:
            left = self.columnViewportPosition(first)
        if last < self.count:
            right = self.columnViewportPosition(last) + self.columnWidth(last)
        return left, right

    def heading_end(self) -> int:
        return self.over.heading_end()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().width() - px(1), 0, px(1), self.viewport().height(), tokens().line)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.over.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A selection that began here may go on over the other columns."""
        place = event.position().toPoint()
        if event.buttons() & Qt.MouseButton.LeftButton and place.x() > self.width():
            target = self.over.indexAt(self.over.viewport().mapFromGlobal(self.viewport().mapToGlobal(place)))
            start = self.indexAt(self._pressed_at)
            if target.isValid() and start.isValid():
                block = QItemSelection(start, target)
                self.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            return
        super().mouseMoveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            self._pressed_at = event.position().toPoint()
        return super().viewportEvent(event)

    _pressed_at = QPoint(0, 0)
