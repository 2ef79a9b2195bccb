"""Rows of a list in two lines: a name, and small below it what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens

# The role under which an item says that what it names is gone.
GONE = Qt.ItemDataRole.UserRole + 1


class TwoLines(QStyledItemDelegate):
    """The first line of a text as a name, the second small below it; each cut where it has no room."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(200), px(48))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, tokens().selected)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(tokens().accent)
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        is_there = not index.data(GONE)
        name, below = str(index.data()).split("\n", 1)
        inside = area.adjusted(px(8), px(4), -px(8), -px(4))
        upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2)
        lower = upper.translated(0, upper.height())
        text = tokens().text if is_there else tokens().second_text
        quiet = tokens().text if state & QStyle.StateFlag.State_Selected else tokens().second_text
        for line, words, size, colour in ((upper, name, 13, text), (lower, below, 12, quiet)):
            painter.setFont(font(size, SEMIBOLD) if line is upper else font(size))
            painter.setPen(colour)
            cut = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideMiddle, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
        painter.restore()
