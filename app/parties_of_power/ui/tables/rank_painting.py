"""How a rank is painted: its number, the ranks that are possible, and what each column adds to the score, stacked."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from parties_of_power.analysis.ranking_cell import RankCell
from parties_of_power.ui.palette import DARK, LIGHT, Tokens, mix
from parties_of_power.ui.tables.painting import SMALL, Ground
from parties_of_power.ui.tables.words import cut, width_of, write
from parties_of_power.ui.theme import px

# How much of the ground is mixed into the accent: dark and pale ones by turns, so that neighbours differ.
STEPS = (0.1, 0.65, 0.35, 0.8)
BAR, FULL, LEAST_BAR = 12, 120, 32
CAP = 3


def shade(place: int, colours: Tokens) -> QColor:
    """The colour of the column at this place of the ranking, in the cells and in the bar of weights."""
    return _shade(place % len(STEPS), colours.is_dark)


def rank_width() -> int:
    """What a rank needs, with its range and a bar."""
    return _room_of_rank() + _room_of_range() + px(FULL)


def paint_rank(painter: QPainter, ground: Ground, cell: RankCell) -> None:
    baseline = ground.baseline()
    if cell.number is None:
        painter.setPen(ground.second)
        write(painter, ground.left, baseline, cut(cell.text, ground.right - ground.left, 13), italic=True)
        return
    painter.setPen(ground.tokens.text)
    end = ground.left + _room_of_rank() - px(6)
    write(painter, end - width_of(cell.text), baseline, cell.text)
    painter.setPen(ground.second)
    write(painter, end + px(6), baseline, cell.range_text, SMALL)
    start = ground.left + _room_of_rank() + _room_of_range()
    if ground.right - start >= px(LEAST_BAR):
        _paint_shares(painter, ground, cell, QRect(start, 0, ground.right - start, 0))


def _paint_shares(painter: QPainter, ground: Ground, cell: RankCell, room: QRect) -> None:
    """From zero to one over the whole room; a whisker says between which ends the score may lie."""
    middle = ground.rect.center().y() + 1
    top, tall, x = middle - px(BAR) / 2, px(BAR), float(room.left())
    for place, each in enumerate(cell.shares):
        wide = room.width() * max(each.amount, 0.0)
        painter.fillRect(QRectF(x, top, wide, tall), shade(place, ground.tokens))
        if place and wide > 0:
            painter.fillRect(QRectF(x, top, px(1), tall), ground.tokens.ground)
        x += wide
    painter.setPen(QPen(ground.tokens.thin, 1))
    painter.drawLine(QPointF(room.left() - 1, top - px(2)), QPointF(room.left() - 1, top + tall + px(2)))
    if cell.least < cell.most:
        _paint_whisker(painter, ground, cell, room, middle)


def _paint_whisker(painter: QPainter, ground: Ground, cell: RankCell, room: QRect, middle: int) -> None:
    left, right = (room.left() + room.width() * min(max(end, 0.0), 1.0) for end in (cell.least, cell.most))
    # A line of the ground around it: so it is seen on dark and on pale parts.
    for pen in (QPen(ground.tokens.ground, px(3)), QPen(ground.tokens.text, px(1))):
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for x in (left, right):
            painter.drawLine(QPointF(x, middle - px(CAP)), QPointF(x, middle + px(CAP)))


def _room_of_rank() -> int:
    return width_of("888") + px(6)


def _room_of_range() -> int:
    return width_of("88–88", SMALL) + px(10)


@lru_cache(maxsize=8)
def _shade(place: int, is_dark: bool) -> QColor:
    colours = DARK if is_dark else LIGHT
    return mix(colours.accent, colours.ground, STEPS[place])
