"""How slopes are drawn: two upright lines, a dot on each, a line between, and names with numbers at both sides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from parties_of_power.domain.dates import spoken_short
from parties_of_power.ui.theme import BOLD, NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.bars import Bar
from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, text_width, write, write_before
from parties_of_power.ui.views.charts.slope import Slope, SlopeDrawing
from parties_of_power.ui.views.charts.ticks import rounded_out

DOT, LINE, HEAD, GAP = 4.0, 15, 24, 8
SHARE = 0.36
HEIGHTS = (260, 680)
HOLLOW = 1.5


class SlopeMarks(Marks[SlopeDrawing]):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.day = 0

    def take_day(self, day: int) -> None:
        self.day = day
        super().take_day(day)

    def heights(self, width: float) -> tuple[int, int]:
        count = len(self.drawing.slopes) if self.drawing else 1
        least = min(max(px(HEIGHTS[0]), count * px(LINE) + px(2 * HEAD)), px(HEIGHTS[1]))
        return least, max(least, min(px(HEIGHTS[1]), round(width * 0.6)))

    def arrange(self, drawing: SlopeDrawing, look: Look) -> None:
        frame = self.frame
        frame.set_titles("", drawing.axis)
        frame.let_time_move(None)
        frame.set_margins(px(24), px(16))
        low, high = rounded_out(*drawing.extent(), 6)
        room = (high - low) * px(HEAD) / max(frame.area.height() - px(HEAD), 1)
        frame.set_ranges((0.0, 1.0), (low - room / 3, high + room))
        frame.set_ticks("bottom", [])
        frame.set_ticks("left", [])

    def draw(self, painter: QPainter, drawing: SlopeDrawing, look: Look) -> None:
        lefts, rights = self._across(SHARE), self._across(1 - SHARE)
        area = self.frame.area
        for x, day, is_as_of in (
            (lefts, drawing.days[0], False),
            (rights, drawing.days[1], drawing.days[1] == self.day),
        ):
            ink = look.tokens.as_of if is_as_of else look.tokens.text
            painter.setPen(QPen(ink if is_as_of else look.tokens.thin, 2 if is_as_of else 1))
            painter.drawLine(QPointF(x, area.top() + px(18)), QPointF(x, area.bottom()))
            painter.setPen(ink)
            text = spoken_short(day)
            write(painter, text, x - text_width(text, font(11, SEMIBOLD)) / 2, area.top() + px(8), font(11, SEMIBOLD))
        for slope in sorted(drawing.slopes, key=lambda each: look.is_selected(each.subject_id)):
            self._draw_slope(painter, slope, look, lefts, rights)
        self._write_side(painter, look, [slope.before for slope in drawing.slopes], lefts, is_left=True)
        self._write_side(painter, look, [slope.after for slope in drawing.slopes], rights, is_left=False)

    def _across(self, share: float) -> float:
        return self.frame.area.left() + self.frame.area.width() * share

    def _draw_slope(self, painter: QPainter, slope: Slope, look: Look, lefts: float, rights: float) -> None:
        ink = look.line(slope.subject_id)
        width = 2.5 if look.is_selected(slope.subject_id) else 1.5 if look.selected else 2
        one = QPointF(lefts, self.frame.y(slope.before.number))
        other = QPointF(rights, self.frame.y(slope.after.number))
        painter.setPen(QPen(ink, width, Qt.PenStyle.DotLine if slope.is_same else Qt.PenStyle.SolidLine))
        painter.drawLine(one, other)
        for point, is_hollow in zip((one, other), slope.hollow, strict=True):
            painter.setPen(QPen(ink, HOLLOW))
            painter.setBrush(look.tokens.ground if is_hollow else ink)
            painter.drawEllipse(point, px(DOT), px(DOT))
        reach = QPointF(0, px(4))
        outline = QPolygonF([one - reach, other - reach, other + reach, one + reach])
        self.zones.append(Zone(outline, slope.subject_id, f"{slope.before.tip}; {slope.after.tip}"))

    def _write_side(self, painter: QPainter, look: Look, bars: Sequence[Bar], x: float, *, is_left: bool) -> None:
        """Names at the height of their dots, moved apart where they would touch, with a leader to the dot."""
        ordered = sorted(bars, key=lambda bar: -bar.number)
        wanted = [self.frame.y(bar.number) for bar in ordered]
        area = self.frame.area
        heights = spread(wanted, px(LINE), area.top() + px(HEAD), area.bottom() - px(LINE) / 2)
        for bar, own, middle in zip(ordered, wanted, heights, strict=True):
            self._write_name(painter, look, bar, QPointF(x, own), middle, is_left=is_left)

    def _write_name(
        self, painter: QPainter, look: Look, bar: Bar, dot: QPointF, middle: float, *, is_left: bool
    ) -> None:
        numbers, is_faint = font(11, SEMIBOLD), look.is_faint(bar.subject_id)
        ink = look.tokens.second_text if is_faint else look.tokens.text
        room = self._across(SHARE) - self.frame.area.left() - px(5 * GAP)
        edge = dot.x() + (-1 if is_left else 1) * px(2 * GAP)
        if abs(middle - dot.y()) > px(3):
            painter.setPen(QPen(look.tokens.thin, 1))
            painter.drawLine(dot + QPointF(px(-DOT - 1 if is_left else DOT + 1), 0), QPointF(edge, middle))
        edge += px(-3 if is_left else 3)
        painter.setPen(ink)
        width = text_width(bar.text, numbers)
        if is_left:
            write_before(painter, bar.text, edge, middle, numbers)
            self._write_party(painter, look, bar, QPointF(edge - width - px(6), middle), room - width)
        else:
            write(painter, bar.text, edge, middle, numbers)
            self._write_party(painter, look, bar, QPointF(edge + width + px(6), middle), room - width)

    def _write_party(self, painter: QPainter, look: Look, bar: Bar, at: QPointF, room: float) -> None:
        """From a place on, or up to it on the left side."""
        used = font(11, BOLD if look.is_selected(bar.subject_id) else NORMAL)
        text = elided(bar.name, used, room)
        is_faint = look.is_faint(bar.subject_id)
        painter.setPen(look.tokens.second_text if is_faint else look.colour(bar.subject_id).label)
        width = text_width(text, used)
        left = at.x() - width if at.x() < self._across(SHARE) else at.x()
        write(painter, text, left, at.y(), used)
        box = QRectF(left, at.y() - px(LINE) / 2, width, px(LINE))
        self.zones.append(Zone(QPolygonF(box), bar.subject_id, bar.tip))


def spread(wanted: Sequence[float], apart: float, top: float, bottom: float) -> list[float]:
    """Heights (rising) moved as little as needed to be so far apart, within the bounds as long as there is room."""
    found = list(wanted)
    for place in range(len(found)):
        least = found[place - 1] + apart if place else top
        found[place] = max(found[place], least)
    beyond = bottom
    for place in reversed(range(len(found))):
        found[place] = min(found[place], beyond)
        beyond = found[place] - apart
    return found
