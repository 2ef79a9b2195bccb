"""How answers over time are drawn: stacked steps, their names at the right, and the as-of day as a flag."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from parties_of_power.domain.dates import spoken_short
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px
from parties_of_power.ui.views.charts.as_of_flag import draw_flag, draw_line
from parties_of_power.ui.views.charts.counts import CountsDrawing, Stretch
from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.groups import group_brush, group_colour, write_key
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone
from parties_of_power.ui.views.charts.ticks import count_ticks, year_ticks

HEIGHTS, KEY = (220, 480), 22
SOFT = 0.6


class CountMarks(Marks[CountsDrawing]):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.day = 0

    def heights(self, width: float) -> tuple[int, int]:
        return px(HEIGHTS[0]), px(HEIGHTS[1])

    def take_day(self, day: int) -> None:
        self.day = day
        self.frame.show_as_of(day)
        self.update()

    def arrange(self, drawing: CountsDrawing, look: Look) -> None:
        frame = self.frame
        first, last = drawing.span() if drawing.stretches else (0, 1)
        room = max((last - first) // 40, 60)
        frame.set_titles("", drawing.axis)
        frame.let_time_move(None)
        frame.set_margins(px(48), px(24))
        above = drawing.most * px(KEY) / max(frame.area.height() - px(KEY), 1)
        frame.set_ranges((float(first - room), float(last + room)), (0.0, drawing.most + above))
        frame.set_ticks("left", count_ticks(drawing.most, max(int(frame.area.height() / px(40)), 1)))
        frame.set_ticks("bottom", year_ticks(*frame.x_range, max(int(frame.area.width() / px(64)), 2)))

    def draw(self, painter: QPainter, drawing: CountsDrawing, look: Look) -> None:
        for stretch in drawing.stretches:
            self._draw_stretch(painter, drawing, stretch, look)
        self._draw_selected(painter, drawing, look)
        draw_line(painter, self.frame, look, self.day)
        write_key(
            painter, look, drawing.answers, QPointF(self.frame.area.left() + px(4), self.frame.area.top() + px(9))
        )
        draw_flag(painter, self.frame, look, self.day)
        self._write_counts(painter, drawing, look)

    def _box(self, stretch: Stretch, below: int, count: int) -> QRectF:
        left, right = self.frame.x(stretch.first), self.frame.x(stretch.until + 1)
        top, bottom = self.frame.y(below + count), self.frame.y(below)
        return QRectF(left, top, max(right - left, 0.5), bottom - top)

    def _draw_stretch(self, painter: QPainter, drawing: CountsDrawing, stretch: Stretch, look: Look) -> None:
        below = 0
        for place, givers in enumerate(stretch.givers):
            box = self._box(stretch, below, len(givers))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.tokens.ground)
            painter.drawRect(box)
            painter.setOpacity(SOFT)
            painter.setBrush(group_brush(place, look))
            painter.drawRect(box)
            painter.setOpacity(1.0)
            painter.setPen(QPen(look.tokens.ground, 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            names = ", ".join(look.catalogue.shown_name(giver, stretch.first).text for giver in givers[:20])
            tip = _("{answer}: {count} from {day}: {names}").format(
                answer=drawing.answers[place], count=len(givers), day=spoken_short(stretch.first), names=names
            )
            if givers:
                self.zones.append(Zone(QPolygonF(box), givers[0], tip))
            below += len(givers)

    def _draw_selected(self, painter: QPainter, drawing: CountsDrawing, look: Look) -> None:
        """Where a selected one stands: its part of each stretch is framed."""
        if not look.selected:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look.tokens.text, 1))
        for stretch in drawing.stretches:
            below = 0
            for givers in stretch.givers:
                for place, giver in enumerate(givers):
                    if look.is_selected(giver):
                        painter.drawRect(self._box(stretch, below + place, 1))
                below += len(givers)

    def _write_counts(self, painter: QPainter, drawing: CountsDrawing, look: Look) -> None:
        """The counts on the as-of day, beside its line."""
        now = next((each for each in drawing.stretches if each.first <= self.day <= each.until), None)
        if now is None:
            return
        below = 0
        for place, givers in enumerate(now.givers):
            box = self._box(now, below, len(givers))
            if box.height() >= px(14):
                at = QRectF(self.frame.x(self.day) + px(4), box.center().y() - px(8), px(22), px(16))
                painter.setPen(QPen(group_colour(place, look), 1))
                painter.setBrush(look.tokens.ground)
                painter.drawRect(at)
                painter.setPen(look.tokens.text)
                painter.setFont(font(11, SEMIBOLD))
                painter.drawText(at, Qt.AlignmentFlag.AlignCenter, str(len(givers)))
            below += len(givers)
