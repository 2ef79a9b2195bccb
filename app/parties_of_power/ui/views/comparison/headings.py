"""How the heading of a group is painted: its title over the columns of words, a summary in each column of figures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from parties_of_power.ui.tables.words import baseline, cut, width_of, write
from parties_of_power.ui.theme import SEMIBOLD, px, tokens
from parties_of_power.ui.views.comparison.model import ComparisonModel

EDGE = 12


class Lying(Protocol):
    """A row as it lies in the viewport."""

    @property
    def place(self) -> int: ...

    @property
    def start(self) -> int: ...

    @property
    def length(self) -> int: ...


def paint_titles(painter: QPainter, model: ComparisonModel, rows: Sequence[Lying], end: int) -> None:
    """The titles of the headings among these rows, up to `end`. They lie where they are while the columns scroll."""
    for row in rows:
        if model.is_heading(row.place):
            title, small = model.heading(row.place)
            y = row.start + baseline(row.length)
            shown = cut(title, end - px(2 * EDGE), 13, SEMIBOLD)
            painter.setPen(tokens().text)
            write(painter, px(EDGE), y, shown, weight=SEMIBOLD)
            start = px(EDGE) + width_of(shown, 13, SEMIBOLD) + px(8)
            room = end - px(EDGE) - start
            if room > px(40):
                painter.setPen(tokens().second_text)
                write(painter, start, y, cut(small, room, 11), 11)


def paint_sum(painter: QPainter, model: ComparisonModel, row: int, column: int, rect: QRect) -> None:
    """`mean 66.0  6 of 8`, at the right; what finds no room is left out, the mean last."""
    mean, count = model.group_sum(row, column)
    y, right, room = rect.top() + baseline(rect.height()), rect.right() + 1 - px(EDGE), rect.width() - px(EDGE)
    if count and (not mean or width_of(mean, 12) + px(6) + width_of(count, 11) <= room):
        right -= width_of(count, 11)
        painter.setPen(tokens().second_text)
        write(painter, right, y, count, 11)
        right -= px(6)
    if mean:
        painter.setPen(tokens().text)
        shown = mean if width_of(mean, 12) <= room else mean.rpartition(" ")[2]
        write(painter, right - width_of(shown, 12), y, shown, 12)
