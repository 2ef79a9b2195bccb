"""The drawing of ties: arcs behind the bars from party to party, rings where they end, a bracket over unsure days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from parties_of_power.domain.force import ALWAYS_AFTER, ALWAYS_BEFORE
from parties_of_power.ui.views.timeline.lanes import TieArc
from parties_of_power.ui.views.timeline.picture import DrawnTie, Picture

RING = 2.4
# A line any wider takes Qt eight times as long.
WIDTH = 1.0
QUIET = 0.55
# An arc bends by a share of its height, within bounds; further ones of the same day bend further.
SHARE, LEAST, MOST, STEP = 0.06, 5.0, 22.0, 7.0
# A bracket is drawn where it is so many pixels wide; an open side has an arm of so many.
BRACKET = 8.0
ARM = 16.0
# An arc is drawn in straight pieces so many pixels high.
PIECE = 16.0


def ties_in_view(picture: Picture) -> list[DrawnTie]:
    """The arcs between bars that are drawn, of which at least one end can be seen."""
    ties, scale, room = picture.timeline.ties, picture.scale, MOST + 6 * STEP
    first = bisect_left(ties, scale.day(-room), key=lambda arc: arc.middle)
    last = bisect_right(ties, scale.day(scale.width + room), key=lambda arc: arc.middle)
    lanes = picture.layout.numbers_between(picture.top, picture.bottom)
    return [drawn for arc in ties[first:last] if (drawn := _drawn(picture, arc, lanes))]


def _drawn(picture: Picture, arc: TieArc, lanes: range) -> DrawnTie | None:
    """`lanes` are the numbers of those in view."""
    upper, lower = (picture.timeline.places.get(each) for each in (arc.upper, arc.lower))
    if not (upper and lower and lanes) or upper.lane > lanes[-1] or lower.lane < lanes[0]:
        return None
    if upper.lane < lanes[0] and lower.lane > lanes[-1]:
        return None
    tops = picture.bar_top(upper), picture.bar_top(lower)
    if tops[0] is None or tops[1] is None:
        return None
    top, bottom = tops[0] + picture.look.sizes.bar, tops[1]
    if bottom < top:  # two bars of one row: the arc hangs below them
        top, bottom = top - picture.look.sizes.bar / 2, top
    height = bottom - top
    bend = min(max(height * SHARE, LEAST), MOST) + arc.step * min(STEP, height / 8)
    return DrawnTie(arc, picture.scale.x(arc.middle), top, bottom, bend)


def draw_arcs(painter: QPainter, picture: Picture, ties: list[DrawnTie]) -> None:
    """Concluded ones solid, proposed ones dashed. Only what can be seen of an arc is drawn: they may be very long."""
    for tie in ties:
        top, bottom = max(tie.top, picture.top - PIECE), min(tie.bottom, picture.bottom + PIECE)
        count = max(round((bottom - top) / PIECE), 4)
        heights = [top + (bottom - top) * place / count for place in range(count + 1)]
        pen = QPen(_quiet(picture), WIDTH)
        if tie.arc.tie.status == "proposed":
            pen.setDashPattern([4, 3])
            pen.setDashOffset((top - tie.top) / WIDTH)  # so that the dashes stay where they are when the page scrolls
        painter.setPen(pen)
        painter.drawPolyline([QPointF(tie.x_at(y), y) for y in heights])


def _quiet(picture: Picture) -> QColor:
    """Of many arcs the bars must still be seen first."""
    quiet = QColor(picture.look.tokens.thin)
    quiet.setAlphaF(QUIET)
    return quiet


def draw_rings(painter: QPainter, picture: Picture, ties: list[DrawnTie], ink: QColor | None = None) -> None:
    """At both ends; above a tie whose day is not known, the bracket of the days it may be."""
    painter.setPen(QPen(ink or picture.look.tokens.thin, WIDTH))
    painter.setBrush(picture.look.tokens.ground)
    for tie in ties:
        painter.drawEllipse(QPointF(tie.x, tie.top), RING, RING)
        painter.drawEllipse(QPointF(tie.x, tie.bottom), RING, RING)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for tie in ties:
        if not tie.arc.is_dated:
            _draw_bracket(painter, picture, tie)


def _draw_bracket(painter: QPainter, picture: Picture, tie: DrawnTie) -> None:
    """Just above the lower bar, where rows have a gap between lanes."""
    arc, y = tie.arc, round(tie.bottom - picture.look.sizes.gap) + 0.5
    is_open_left, is_open_right = arc.first == ALWAYS_BEFORE, arc.last == ALWAYS_AFTER
    left = tie.x - ARM if is_open_left else picture.scale.x(arc.first)
    right = tie.x + ARM if is_open_right else picture.scale.x(arc.last + 1)
    if right - left < BRACKET:
        return
    lines = [QLineF(left, y, right, y)]
    lines += [] if is_open_left else [QLineF(left, y - 3, left, y + 3)]
    lines += [] if is_open_right else [QLineF(right, y - 3, right, y + 3)]
    painter.drawLines(lines)
