"""How a line is painted: values as in the table, equal ones dimmed, estimates on one scale for all sides."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from parties_of_power.analysis.cell import Cell
from parties_of_power.analysis.likeness import Likeness
from parties_of_power.analysis.side_by_side import Heading, Line
from parties_of_power.domain.force import Hold
from parties_of_power.texts import _, ngettext
from parties_of_power.ui.palette import PartyColour
from parties_of_power.ui.tables.columns import ColumnLook
from parties_of_power.ui.tables.painting import Ground, paint_cell
from parties_of_power.ui.tables.words import cut, width_of, write
from parties_of_power.ui.theme import font, px
from parties_of_power.ui.views.side_by_side.model import interval_words

LINE, HEADING, AXIS = 44, 32, 28
VALUE_TOP, VALUE, SMALL_LINE = 3, 24, 37
FIGURES, AFTER_FIGURES = 44, 92  # where figures beside a whisker end, and where the whisker may begin
FULL_BAR, BESIDE_BAR = 110, 100
EDGE = 12
LEFT = ColumnLook()


def paint_side(
    painter: QPainter, ground: Ground, line: Line, place: int, *, look: ColumnLook, colour: PartyColour
) -> None:
    """The cell of one side; `colour` is that of its subject."""
    cell, rect = line.cells[place], ground.rect
    ground.is_faded = line.likeness is Likeness.EQUAL and cell.hold is not Hold.POSSIBLY
    upper = QRect(rect.left(), rect.top() + px(VALUE_TOP), rect.width(), px(VALUE))
    is_estimate = look.scale is not None and any(beside.low is not None for beside in line.cells)
    if look.scale and is_estimate and cell.state == "value" and cell.number is not None:
        _paint_estimate(painter, _on(ground, upper), line, place, scale=look.scale, colour=colour.line)
    elif look.has_bar and cell.number is not None and cell.state == "value":
        room = min(px(FULL_BAR), rect.width() - px(BESIDE_BAR) - px(2 * EDGE))
        if room > px(24):
            _paint_bar(painter, upper, room * cell.number / 100, colour.fill)
            upper.setLeft(upper.left() + room + px(8))
        paint_cell(painter, _on(ground, upper), cell, LEFT, marks_room=0, dot=colour.line)
    else:
        paint_cell(painter, _on(ground, upper), cell, LEFT, marks_room=0, dot=colour.line)
    painter.setPen(ground.second)
    small = cut(_small_words(cell, is_estimate), ground.right - ground.left, 11)
    write(painter, ground.left, rect.top() + px(SMALL_LINE), small, 11)


def paint_axis(painter: QPainter, ground: Ground, scale: tuple[float, float]) -> None:
    """The figures below the estimates that stand on one scale."""
    start, end = ground.rect.left() + px(AFTER_FIGURES), ground.right
    if end - start < px(48):
        return
    painter.setPen(ground.second)
    for tick in ticks_between(*scale, most=max((end - start) // px(20), 2)):
        x = round(start + (end - start) * (tick - scale[0]) / (scale[1] - scale[0]))
        text = f"{tick:.10g}".replace("-", "−")
        left = min(max(x - width_of(text, 11) // 2, start - px(8)), end - width_of(text, 11) + px(8))
        write(painter, left, ground.rect.top() + px(18), text, 11)


def ticks_between(low: float, high: float, *, most: int) -> list[float]:
    """Round numbers on a scale, at most so many: 1, 2 or 5 times a power of ten apart."""
    room = (high - low) / most
    power = 10.0 ** math.floor(math.log10(room))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= room)
    return [place * step for place in range(math.ceil(low / step), math.floor(high / step) + 1)]


def paint_between(
    painter: QPainter, ground: Ground, line: Line, headings: Sequence[Heading], colours: Sequence[QColor]
) -> None:
    """What differs and overlaps, in two lines at most; the whole of it is in the tool tip."""
    painter.setPen(ground.second)
    pairs = line.overlaps
    if not pairs:
        painter.setFont(font(12))
        top = _baseline(ground, 0) - painter.fontMetrics().ascent() - ground.rect.top()
        room = ground.rect.adjusted(px(EDGE), top, -px(EDGE), 0)
        text = _two_lines(line.between, room.width())
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), text)
        return
    shown = pairs[:2] if len(pairs) == 2 else pairs[:1]
    under = "; ".join(line.notes) if len(pairs) < 3 else _more_pairs(len(pairs) - 1)
    for row, (one, other) in enumerate(shown):
        _paint_pair(painter, ground, row, (headings[one], colours[one]), (headings[other], colours[other]))
    if len(shown) == 1 and under:
        painter.setPen(ground.second)
        write(painter, ground.left, _baseline(ground, 1), cut(under, ground.right - ground.left, 12), 12)


def _on(ground: Ground, rect: QRect) -> Ground:
    return replace(ground, rect=rect)


def _small_words(cell: Cell, is_estimate: bool) -> str:
    """Under a value: out of how many, of what it is a share; under an estimate its year and interval."""
    if cell.state != "value":
        return ""
    out_of = _("of {total}").format(total=f"{cell.out_of:,.10g}".replace(",", "\u202f")) if cell.out_of else ""
    measured = cell.measured if is_estimate else ""
    return " · ".join(filter(None, (measured, out_of, cell.base, interval_words(cell))))


def _paint_bar(painter: QPainter, rect: QRect, length: float, colour: QColor) -> None:
    """From zero."""
    bar = QRectF(rect.left() + px(EDGE), rect.center().y() - px(4) + 1, length, px(8))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(bar, px(2), px(2))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_estimate(
    painter: QPainter, ground: Ground, line: Line, place: int, *, scale: tuple[float, float], colour: QColor
) -> None:
    """Figures that end on one line, then the interval; grey are the intervals of the other sides."""
    cell, rect = line.cells[place], ground.rect
    text = cell.text.replace("-", "−", 1) if cell.text.startswith("-") else cell.text
    shift = max(px(FIGURES) - width_of(text), 0)
    figures = QRect(rect.left() + shift, rect.top(), px(AFTER_FIGURES) + px(EDGE) - shift, rect.height())
    # The year stands below, where it has room.
    paint_cell(painter, _on(ground, figures), replace(cell, text=text, measured=""), LEFT, marks_room=0, dot=colour)
    start, end = rect.left() + px(AFTER_FIGURES), ground.right
    if end - start < px(48):
        return
    low, high = scale

    def at(number: float) -> float:
        return start + (end - start) * min(max((number - low) / (high - low), 0.0), 1.0)

    middle = rect.center().y() + 0.5
    _paint_scale(painter, ground, (start, end, middle), at(0) if low < 0 < high else None)
    for other, beside in enumerate(line.cells):
        if other != place and beside.state == "value" and beside.low is not None and beside.high is not None:
            band = QRectF(at(beside.low), middle - px(3), max(at(beside.high) - at(beside.low), 1.0), px(6))
            painter.fillRect(band, ground.tokens.line)
    ends = None if cell.low is None or cell.high is None else (at(cell.low), at(cell.high))
    _paint_whisker(painter, QPointF(at(cell.number or 0.0), middle), ends, colour)


def _paint_scale(painter: QPainter, ground: Ground, where: tuple[int, int, float], zero: float | None) -> None:
    start, end, middle = where
    painter.setPen(QPen(ground.tokens.grid, 1))
    painter.drawLine(QPointF(start, middle), QPointF(end, middle))
    if zero is not None:
        painter.setPen(QPen(ground.tokens.thin, 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(zero, middle - px(9)), QPointF(zero, middle + px(9)))


def _paint_whisker(painter: QPainter, dot: QPointF, ends: tuple[float, float] | None, colour: QColor) -> None:
    """The interval with caps, the value as a dot on it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ends is not None:
        painter.setPen(QPen(colour, px(1.5)))
        painter.drawLine(QPointF(ends[0], dot.y()), QPointF(ends[1], dot.y()))
        for end in ends:
            painter.drawLine(QPointF(end, dot.y() - px(4)), QPointF(end, dot.y() + px(4)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(dot, px(4), px(4))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_pair(
    painter: QPainter, ground: Ground, row: int, one: tuple[Heading, QColor], other: tuple[Heading, QColor]
) -> None:
    """The dots and short names of two sides, then that their intervals overlap."""
    x, y = ground.left, _baseline(ground, row)
    for heading, colour in (one, other):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(x + px(4), y - px(4)), px(3), px(3))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(ground.second)
        write(painter, x + px(10), y, heading.short, 12)
        x += px(10) + width_of(heading.short, 12) + px(6)
    write(painter, x, y, cut(_("overlap"), ground.right - x, 12), 12)


def _baseline(ground: Ground, row: int) -> int:
    return ground.rect.top() + px(18 + 16 * row)


def _more_pairs(count: int) -> str:
    return ngettext("and {count} more pair", "and {count} more pairs", count).format(count=count)


def _two_lines(text: str, room: int) -> str:
    return cut(text, 2 * room - px(24), 12)
