"""The headers of the table: above each column its name, unit and how long a value holds; beside each row its number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from parties_of_power.ui.tables.words import cut, metrics, width_of, write
from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens
from parties_of_power.ui.views.comparison.model import ComparisonModel

HEIGHT = 44
NARROWEST = 56


class ColumnHeader(QHeaderView):
    """Title and small print; a triangle says how the table is sorted, a figure beside it as which of several keys,
    three lines that the column is filtered. `is_added` is whether Shift was held with the last click."""

    is_added = False

    def __init__(self, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.table = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFirstSectionMovable(False)
        self.setMinimumSectionSize(px(NARROWEST))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFixedHeight(px(HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line below goes on where there are no columns."""
        super().paintEvent(event)
        viewport, end = self.viewport(), self.length() - self.offset()
        painter = QPainter(viewport)
        painter.fillRect(end, viewport.height() - 1, max(viewport.width() - end, 0), 1, tokens().line)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        if not 0 <= section < len(self.table.headers):
            return
        colours, header, look = tokens(), self.table.headers[section], self.table.looks[section]
        painter.fillRect(rect, colours.panel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line)
        left, right = rect.left() + px(28 if look.is_subject else 12), rect.right() + 1 - px(12)
        marks = self._marks(section)
        title = cut(header.title, right - left - px(14) * len(marks), 13, SEMIBOLD)
        width = width_of(title, 13, SEMIBOLD)
        x = right - width - px(14) * len(marks) if look.is_numeric else left
        middle = rect.center().y() + px(1)
        painter.setPen(colours.text)
        write(painter, x, middle - metrics(13, SEMIBOLD).descent(), title, weight=SEMIBOLD)
        for place, mark in enumerate(marks):
            _mark(painter, mark, x + width + px(5) + px(14) * place, middle - metrics(13, SEMIBOLD).height() // 2)
        small = cut(header.subtitle, right - left, 11)
        painter.setPen(colours.second_text)
        write(
            painter, right - width_of(small, 11) if look.is_numeric else left, middle + metrics(11).ascent(), small, 11
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.is_added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseDoubleClickEvent(event)

    def width_wanted(self, section: int) -> int:
        header = self.table.headers[section]
        words = max(width_of(header.title, 13, SEMIBOLD) + px(16), width_of(header.subtitle, 11))
        return words + px(28)

    def _marks(self, section: int) -> str:
        """`u` or `d` for the order, a figure for its place among several, `f` for a filter."""
        comparison, column = self.table.comparison, self.table.columns[section]
        order = ""
        key = comparison.order_of(column.id) if comparison is not None else None
        if comparison is not None and key is not None:
            order = "d" if key.descending else "u"
            if len(comparison.sorting) > 1:
                order += str(min(comparison.sorting.index(key) + 1, 9))
        return order + ("f" if column.filter else "")


class RowHeader(QHeaderView):
    """The numbers of the rows, small; beside the heading of a group a triangle, which folds and unfolds it."""

    def __init__(self, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.table = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFont(font(11))

    def sizeHint(self) -> QSize:
        rows = self.count()
        return QSize(max(px(28), width_of(str(rows), 11) + px(16)), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        end = self.length() - self.offset()
        painter.fillRect(0, end, self.viewport().width(), max(self.viewport().height() - end, 0), tokens().ground)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        colours = tokens()
        painter.fillRect(rect, colours.ground)
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line if colours.is_dark else colours.grid
        )
        if self.table.is_heading(section):
            painter.fillRect(rect.adjusted(0, 0, 0, -1), colours.panel)
            _fold_mark(painter, rect, self.table.is_folded(section))
            return
        painter.setFont(font(11))
        painter.setPen(colours.second_text)
        number = self.table.headerData(section, Qt.Orientation.Vertical)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.logicalIndexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.table.is_heading(row):
            self.table.fold(row, not self.table.is_folded(row))
            return
        super().mousePressEvent(event)


def _fold_mark(painter: QPainter, rect: QRect, is_folded: bool) -> None:
    """Points down above rows that are shown, right where they are hidden."""
    middle, half, tall = QPointF(rect.center()), px(4), px(2.5)
    points = [(-tall, -half), (tall, 0), (-tall, half)] if is_folded else [(-half, -tall), (half, -tall), (0, tall)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().second_text)
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in points]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _mark(painter: QPainter, mark: str, x: int, y: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(tokens().text if mark != "f" else tokens().accent)
    painter.setPen(Qt.PenStyle.NoPen)
    if mark.isdigit():
        painter.setPen(tokens().second_text)
        write(painter, x - px(2), y + px(4), mark, 11)
    elif mark == "f":
        for step, width in enumerate((8, 5, 2)):
            painter.drawRect(x + px(8 - width) // 2, y - px(4) + px(3) * step, px(width), max(px(1.5), 1))
    else:
        tip, base = (-px(4), px(3)) if mark == "u" else (px(3), -px(4))
        painter.drawPolygon(
            QPolygonF([QPointF(x, y + base), QPointF(x + px(8), y + base), QPointF(x + px(4), y + tip)])
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
