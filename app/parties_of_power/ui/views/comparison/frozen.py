"""The first column, which stays where it is while the others scroll below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent

from parties_of_power.ui.theme import px, tokens
from parties_of_power.ui.views.comparison.cell_painter import CellPainter
from parties_of_power.ui.views.comparison.grid import BEYOND, Grid
from parties_of_power.ui.views.comparison.model import ComparisonModel


class FrozenColumn(Grid):
    """Lies over the first column of a table, whose child it is. The table has the focus, the keys and the cells that a
    screen reader hears; a child of a table is in no tree of accessible things, so there is one table and not two."""

    def __init__(self, model: ComparisonModel, painter: CellPainter, over: Grid) -> None:
        super().__init__(model, painter, over)
        self.over = over
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(over)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoScroll(False)

    def show_first(self) -> None:
        """Hide every column but the first."""
        for column in range(self.table.columnCount()):
            self.setColumnHidden(column, column > 0)

    def sides(self, first: int, last: int) -> tuple[int, int]:
        width = self.columnWidth(0)
        if first > 0:
            return width + BEYOND, width + BEYOND
        return 0, width if last == 0 else width + BEYOND

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
            start = self.indexAt(QPoint(0, self._pressed_at.y()))
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
