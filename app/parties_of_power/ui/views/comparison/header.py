"""The headers of the table: above each column its name, unit and how long a value holds; beside each row its number."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens
from parties_of_power.ui.views.comparison.model import ComparisonModel
from parties_of_power.ui.views.comparison.words import cut, metrics, width_of, write

HEIGHT = 44
NARROWEST = 56


class ColumnHeader(QHeaderView):
    """Title and small print; a triangle says how the table is sorted, three lines that the column is filtered."""

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

    def width_wanted(self, section: int) -> int:
        header = self.table.headers[section]
        words = max(width_of(header.title, 13, SEMIBOLD) + px(16), width_of(header.subtitle, 11))
        return words + px(28)

    def _marks(self, section: int) -> str:
        """`u` or `d` for the order, `f` for a filter."""
        comparison, column = self.table.comparison, self.table.columns[section]
        order = ""
        if comparison is not None and comparison.sort_column == column.id:
            order = "d" if comparison.sort_descending else "u"
        return order + ("f" if column.filter else "")


class RowHeader(QHeaderView):
    """The numbers of the rows, small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
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
        painter.setFont(font(11))
        painter.setPen(colours.second_text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(section + 1))


def _mark(painter: QPainter, mark: str, x: int, y: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(tokens().text if mark != "f" else tokens().accent)
    painter.setPen(Qt.PenStyle.NoPen)
    if mark == "f":
        for step, width in enumerate((8, 5, 2)):
            painter.drawRect(x + px(8 - width) // 2, y - px(4) + px(3) * step, px(width), max(px(1.5), 1))
    else:
        tip, base = (-px(4), px(3)) if mark == "u" else (px(3), -px(4))
        painter.drawPolygon(
            QPolygonF([QPointF(x, y + base), QPointF(x + px(8), y + base), QPointF(x + px(4), y + tip)])
        )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
