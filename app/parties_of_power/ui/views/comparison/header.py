"""The headers of the table: above each column its name, unit and how long a value holds; beside each row its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from parties_of_power.ui.tables.words import cut, metrics, width_of, write
from parties_of_power.ui.theme import SEMIBOLD, px, tokens
from parties_of_power.ui.views.comparison.model import ComparisonModel

if TYPE_CHECKING:
    from parties_of_power.ui.views.comparison.header_distributions import HeaderDistributions

HEIGHT, HEIGHT_WITH_DISTRIBUTIONS = 44, 76
NARROWEST = 56


class ColumnHeader(QHeaderView):
    """Title and small print; a triangle says how the table is sorted, a figure beside it as which of several keys,
    three lines that the column is filtered. `is_added` is whether Shift was held with the last click."""

    is_added = False
    distributions: HeaderDistributions | None = None

    def __init__(self, model: ComparisonModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.table = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFirstSectionMovable(False)
        self.setMinimumSectionSize(px(NARROWEST))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.fit()

    def fit(self, *, has_distributions: bool = False) -> None:
        self.setFixedHeight(px(HEIGHT_WITH_DISTRIBUTIONS if has_distributions else HEIGHT))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

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
        title = cut(header.heading, right - left - px(14) * len(marks), 13, SEMIBOLD)
        width = width_of(title, 13, SEMIBOLD)
        x = right - width - px(14) * len(marks) if look.is_numeric else left
        middle = rect.top() + px(HEIGHT) // 2
        painter.setPen(colours.text)
        write(painter, x, middle - metrics(13, SEMIBOLD).descent(), title, weight=SEMIBOLD)
        for place, mark in enumerate(marks):
            _mark(painter, mark, x + width + px(5) + px(14) * place, middle - metrics(13, SEMIBOLD).height() // 2)
        said = self.distributions.said(self, section) if self.distributions else ""
        small = cut(said or header.subtitle, right - left, 11)
        painter.setPen(colours.second_text)
        write(
            painter, right - width_of(small, 11) if look.is_numeric else left, middle + metrics(11).ascent(), small, 11
        )
        if self.distributions:
            self.distributions.paint(self, painter, rect, section)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.is_added = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mouseDoubleClickEvent(event)

    def width_wanted(self, section: int) -> int:
        header = self.table.headers[section]
        words = max(width_of(header.heading, 13, SEMIBOLD) + px(16), width_of(header.subtitle, 11))
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
