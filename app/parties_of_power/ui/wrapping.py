"""`WrappingRow`: widgets beside one another, that go on in the next line where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class WrappingRow(QLayout):
    """`at_right` widgets at the end stand at the right edge, as long as all fit into one line."""

    def __init__(self, parent: QWidget, margins: QMargins, spacing: int) -> None:
        super().__init__(parent)
        self.items: list[QLayoutItem] = []
        self.at_right = 0
        self.setContentsMargins(margins)
        self.setSpacing(spacing)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at this place."""
        self.addWidget(widget)  # its item is made and deleted by Qt, also when the widget goes
        self.items.insert(place, self.items.pop())
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self.items.append(item)

    def count(self) -> int:
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest widget."""
        margins, sizes = self.contentsMargins(), [item.minimumSize() for item in self._seen()]
        width = max((size.width() for size in sizes), default=0)
        height = max((size.height() for size in sizes), default=0)
        return QSize(width + margins.left() + margins.right(), height + margins.top() + margins.bottom())

    def _seen(self) -> list[QLayoutItem]:
        return [item for item in self.items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, moves: bool) -> int:
        """Give every widget its place; how high all of them are together, with the margins."""
        margins, between = self.contentsMargins(), self.spacing()
        inside = rect.marginsRemoved(margins)
        lines = _lines(self._seen(), inside.width(), between)
        top = inside.top()
        for line in lines:
            height = max(item.sizeHint().height() for item in line)
            if moves:
                left_over = inside.width() - _width(line, between)
                self._place(line, QPoint(inside.left(), top), height, left_over if len(lines) == 1 else 0)
            top += height + between // 2
        used = top - between // 2 - inside.top() if lines else 0
        return used + margins.top() + margins.bottom()

    def _place(self, line: list[QLayoutItem], start: QPoint, height: int, left_over: int) -> None:
        x = start.x()
        first_at_right = len(line) - self.at_right
        for place, item in enumerate(line):
            size = item.sizeHint()
            x += left_over if place == first_at_right else 0
            item.setGeometry(QRect(QPoint(x, start.y() + (height - size.height()) // 2), size))
            x += size.width() + self.spacing()


def _lines(items: list[QLayoutItem], width: int, between: int) -> list[list[QLayoutItem]]:
    lines: list[list[QLayoutItem]] = []
    for item in items:
        if lines and _width([*lines[-1], item], between) <= width:
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


def _width(line: list[QLayoutItem], between: int) -> int:
    return sum(item.sizeHint().width() for item in line) + between * (len(line) - 1)
