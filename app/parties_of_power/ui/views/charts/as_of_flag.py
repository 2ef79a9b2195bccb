"""The as-of day in a chart over time: a line, and a flag at its foot with the day written on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from parties_of_power.domain.dates import spoken_short
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import text_width, write

FLAG = 18


def flag_of(frame: Frame, day: int) -> QRectF | None:
    """Where the day is written; None where it is out of sight."""
    x, area = _x_of(frame, day), frame.area
    if x is None:
        return None
    width = text_width(spoken_short(day), font(11, SEMIBOLD)) + px(12)
    return QRectF(x - width / 2, area.bottom() - px(FLAG), width, px(FLAG))


def draw_line(painter: QPainter, frame: Frame, look: Look, day: int) -> None:
    x = _x_of(frame, day)
    if x is not None:
        painter.setPen(QPen(look.tokens.as_of, 2))
        painter.drawLine(QPointF(x, frame.area.top()), QPointF(x, frame.area.bottom()))


def draw_flag(painter: QPainter, frame: Frame, look: Look, day: int) -> None:
    flag = flag_of(frame, day)
    if flag is None:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.tokens.as_of)
    painter.drawRoundedRect(flag, px(4), px(4))
    painter.setPen(look.tokens.on_as_of)
    write(painter, spoken_short(day), flag.left() + px(6), flag.center().y(), font(11, SEMIBOLD))


def _x_of(frame: Frame, day: int) -> float | None:
    low, high = frame.x_range
    return frame.x(day) if low <= day <= high else None
