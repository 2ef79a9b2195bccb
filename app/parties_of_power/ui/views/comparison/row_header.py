"""Beside each row its number; beside the heading of a group a triangle, which folds and unfolds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView

from parties_of_power.ui.tables.words import width_of
from parties_of_power.ui.theme import font, px, tokens

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.grid import Grid

LEAST_FOR_NUMBER = 16


class RowHeader(QHeaderView):
    """Its rows lie where those of `grid` lie, also in an overview. Rows are selected by `chief`, the header that
    belongs to the table itself: one over the frozen rows has none of its own."""

    def __init__(self, grid: Grid, over: Grid | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, over or grid)
        self.grid = grid
        self.over = over
        self.table = grid.table
        self.pressed_row = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFont(font(11))

    @property
    def chief(self) -> QHeaderView:
        return self.over.verticalHeader() if self.over else self

    def sizeHint(self) -> QSize:
        rows = self.count()
        return QSize(max(px(28), width_of(str(rows), 11) + px(16)), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.viewport().rect()
        painter = QPainter(self.viewport())
        painter.fillRect(area, tokens().ground)
        for row in self.grid.rows_in(area):
            self._paint_row(painter, QRect(0, row.start, area.width(), row.length), row.place)
        if self.over:
            painter.fillRect(0, area.height() - px(1), area.width(), px(1), tokens().thin)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.grid.rowAt(event.position().toPoint().y())
        if event.button() != Qt.MouseButton.LeftButton or row < 0:
            return
        if self.table.is_heading(row):
            self.table.fold(row, not self.table.is_folded(row))
            return
        self.pressed_row = row
        self.chief.sectionPressed.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.grid.rowAt(event.position().toPoint().y())
        if event.buttons() & Qt.MouseButton.LeftButton and self.pressed_row >= 0 and row not in (-1, self.pressed_row):
            self.pressed_row = row
            self.chief.sectionEntered.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pressed_row = -1

    def _paint_row(self, painter: QPainter, rect: QRect, row: int) -> None:
        colours = tokens()
        below = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(below, colours.line if colours.is_dark else colours.grid)
        # In a high row all cells stand in its first line.
        first_line = QRect(rect.topLeft(), QSize(rect.width(), min(rect.height(), self.grid.first_line())))
        if self.table.is_heading(row):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), colours.panel)
            _fold_mark(painter, first_line, self.table.is_folded(row))
        elif rect.height() >= px(LEAST_FOR_NUMBER):
            painter.setFont(font(11))
            painter.setPen(colours.second_text)
            number = self.table.headerData(row, Qt.Orientation.Vertical)
            painter.drawText(first_line, Qt.AlignmentFlag.AlignCenter, number)


def _fold_mark(painter: QPainter, rect: QRect, is_folded: bool) -> None:
    """Points down above rows that are shown, right where they are hidden."""
    middle, half, tall = QPointF(rect.center()), px(4), px(2.5)
    points = [(-tall, -half), (tall, 0), (-tall, half)] if is_folded else [(-half, -tall), (half, -tall), (0, tall)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().second_text)
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in points]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
