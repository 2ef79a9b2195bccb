"""How dots are drawn: names to the left, a dot with its whisker, the value beside it, ranks to the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from parties_of_power.domain.force import Hold
from parties_of_power.texts import _
from parties_of_power.ui.theme import NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.dots import Dot, DotsDrawing
from parties_of_power.ui.views.charts.frame import TICKS, TITLE
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, stepped, text_width, write, write_before
from parties_of_power.ui.views.charts.rivals import Rival
from parties_of_power.ui.views.charts.ticks import number_ticks, rounded_out

PITCH, LARGE_PITCH, HEAD = 20, 30, 20
DOT, CAP, DIAMOND = 4.5, 4, 4.5
MOST_FOR_NAMES = 0.42


class DotMarks(Marks[DotsDrawing]):
    def heights(self, width: float) -> tuple[int, int]:
        count = max(len(self.drawing.dots), 1) if self.drawing else 1
        around = px(HEAD + TICKS + TITLE)
        return count * px(PITCH) + around, count * px(LARGE_PITCH) + around

    def arrange(self, drawing: DotsDrawing, look: Look) -> None:
        frame = self.frame
        names = max((text_width(dot.bar.name, font(12, SEMIBOLD)) for dot in drawing.dots), default=0.0)
        frame.set_titles(drawing.axis)
        frame.let_time_move(None)
        frame.set_margins(
            min(stepped(names + px(12)), frame.width * MOST_FOR_NAMES), px(56) if drawing.has_ranks else px(24)
        )
        low, high = rounded_out(*drawing.extent(), 8)
        count, area, room = len(drawing.dots), frame.area, (high - low) * 0.02
        head = px(HEAD) / max(area.height() - px(HEAD), 1) * count
        frame.set_ranges((low - room, high + room), (max(count, 1) - 0.5, -0.5 - head))
        frame.set_ticks("bottom", number_ticks(low, high, max(int(area.width() / px(90)), 2)))
        frame.set_ticks("left", [])

    def draw(self, painter: QPainter, drawing: DotsDrawing, look: Look) -> None:
        if drawing.has_ranks:
            painter.setPen(look.tokens.second_text)
            write_before(painter, _("rank"), self.frame.width - px(4), self.frame.y(-0.5) - px(8), font(11))
        for place, dot in enumerate(drawing.dots):
            self._draw_row(painter, look, dot, self.frame.y(place), drawing.has_intervals)

    def _draw_row(self, painter: QPainter, look: Look, dot: Dot, middle: float, has_intervals: bool) -> None:
        frame, bar = self.frame, dot.bar
        pitch = frame.y(1) - frame.y(0)
        painter.setPen(QPen(look.tokens.line, 1))
        painter.drawLine(QPointF(frame.area.left(), middle), QPointF(frame.area.right(), middle))
        weight = SEMIBOLD if look.is_selected(bar.subject_id) else NORMAL
        painter.setPen(look.tokens.second_text if look.is_faint(bar.subject_id) else look.tokens.text)
        name = elided(bar.name, font(12, weight), frame.area.left() - px(10))
        write_before(painter, name, frame.area.left() - px(8), middle, font(12, weight))
        painter.setPen(look.tokens.second_text)
        write_before(painter, bar.rank, frame.width - px(4), middle, font(11))
        self.zones.append(Zone(QPolygonF(QRectF(0, middle - pitch / 2, frame.width, pitch)), bar.subject_id, bar.tip))
        self._draw_dot(painter, look, dot, middle, has_intervals)

    def _draw_dot(self, painter: QPainter, look: Look, dot: Dot, middle: float, has_intervals: bool) -> None:
        frame, bar, ink = self.frame, dot.bar, look.line(dot.bar.subject_id)
        low, high = frame.x(bar.low), frame.x(bar.high)
        has_whisker = has_intervals and bar.has_interval
        if has_whisker:
            painter.setPen(QPen(ink, 1.5))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
            for end in (low, high):
                painter.drawLine(QPointF(end, middle - px(CAP)), QPointF(end, middle + px(CAP)))
        for rival in dot.rivals:
            self._draw_rival(painter, look, bar.subject_id, rival, middle)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(ink if bar.hold is Hold.IN_FORCE else look.tokens.ground)
        painter.drawEllipse(QPointF(frame.x(bar.number), middle), px(DOT), px(DOT))
        self._write_value(painter, look, dot, middle, high if has_whisker else frame.x(bar.number) + px(DOT))

    def _draw_rival(self, painter: QPainter, look: Look, subject_id: int, rival: Rival, middle: float) -> None:
        x, reach = self.frame.x(rival.number), px(DIAMOND)
        outline = QPolygonF(
            [
                QPointF(x - reach, middle),
                QPointF(x, middle - reach),
                QPointF(x + reach, middle),
                QPointF(x, middle + reach),
            ]
        )
        painter.setPen(QPen(look.tokens.rival, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(outline)
        self.zones.append(Zone(outline, subject_id, rival.tip))

    def _write_value(self, painter: QPainter, look: Look, dot: Dot, middle: float, end: float) -> None:
        """Beside the mark, or before it where it would leave the plot."""
        bar = dot.bar
        used, weight = [self.frame.x(each.number) + px(DIAMOND) for each in dot.rivals], font(11, SEMIBOLD)
        left = max([end, *used]) + px(6)
        small = f"  {bar.small}" if bar.small else ""
        width = text_width(bar.text, weight) + text_width(small, font(11))
        if left + width > self.frame.area.right() + px(20):
            starts = [self.frame.x(bar.low), self.frame.x(bar.number) - px(DOT)]
            left = min([*starts, *(each - 2 * px(DIAMOND) for each in used)]) - px(6) - width
        painter.fillRect(QRectF(left - 2, middle - px(7), width + 4, px(14)), look.tokens.ground)
        painter.setPen(look.tokens.text)
        written = write(painter, bar.text, left, middle, weight)
        painter.setPen(look.tokens.second_text)
        write(painter, small, left + written, middle, font(11))
