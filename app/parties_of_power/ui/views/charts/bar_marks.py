"""How bars are drawn: names to the left, values in the bars, whiskers for intervals, ranks to the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from parties_of_power.domain.force import Hold
from parties_of_power.texts import _
from parties_of_power.ui.palette import text_on
from parties_of_power.ui.theme import NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.bars import Bar, BarsDrawing
from parties_of_power.ui.views.charts.frame import TICKS, TITLE
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, stepped, text_width, write, write_before
from parties_of_power.ui.views.charts.ticks import number_ticks, rounded_out

PITCH, LARGE_PITCH, BAR, HEAD = 18, 30, 16, 20
CAP, WHISKER = 4, 1.5
MOST_FOR_NAMES = 0.42
FINE = 10  # so that the axis seldom changes while the day moves, and little of it stays blank


class BarMarks(Marks[BarsDrawing]):
    def heights(self, width: float) -> tuple[int, int]:
        count = max(len(self.drawing.bars), 1) if self.drawing else 1
        around = px(HEAD + TICKS + TITLE)
        return count * px(PITCH) + around, count * px(LARGE_PITCH) + around

    def arrange(self, drawing: BarsDrawing, look: Look) -> None:
        frame = self.frame
        names = max((text_width(bar.name, font(12, SEMIBOLD)) for bar in drawing.bars), default=0.0)
        left = min(stepped(names + px(12)), frame.width * MOST_FOR_NAMES)
        right = px(56) if drawing.has_ranks else px(24)
        frame.set_titles(drawing.axis)
        frame.let_time_move(None)
        frame.set_margins(left, right)
        low, high = rounded_out(*drawing.extent(), FINE)
        count, area = len(drawing.bars), frame.area
        head = px(HEAD) / max(area.height() - px(HEAD), 1) * count
        frame.set_ranges((low, high + (high - low) * 0.015), (max(count, 1) - 0.5, -0.5 - head))
        frame.set_ticks("bottom", number_ticks(low, frame.x_range[1], max(int(area.width() / px(90)), 2)))
        frame.set_ticks("left", [])

    def draw(self, painter: QPainter, drawing: BarsDrawing, look: Look) -> None:
        frame = self.frame
        zero = round(frame.x(0)) + 0.5
        top = frame.y(-0.5)
        painter.setPen(QPen(look.tokens.thin, 1))
        painter.drawLine(QPointF(zero, top), QPointF(zero, frame.area.bottom()))
        if drawing.has_ranks:
            painter.setPen(look.tokens.second_text)
            write_before(painter, _("rank"), frame.width - px(4), top - px(8), font(11))
        for place, bar in enumerate(drawing.bars):
            self._draw_bar(painter, look, bar, frame.y(place))

    def _draw_bar(self, painter: QPainter, look: Look, bar: Bar, middle: float) -> None:
        frame, tokens = self.frame, look.tokens
        pitch = frame.y(1) - frame.y(0)
        height = min(px(BAR), pitch * 0.72)
        zero, end = frame.x(0), frame.x(bar.number)
        box = QRectF(min(zero, end), middle - height / 2, max(abs(end - zero), 1.0), height)
        self._fill(painter, look, bar, box)
        if bar.has_interval:
            self._draw_whisker(painter, look, bar, middle, box)
        self._write_value(painter, look, bar, middle, box)
        weight = SEMIBOLD if look.is_selected(bar.subject_id) else NORMAL
        name = elided(bar.name, font(12, weight), frame.area.left() - px(10))
        painter.setPen(tokens.second_text if look.is_faint(bar.subject_id) else tokens.text)
        write_before(painter, name, frame.area.left() - px(8), middle, font(12, weight))
        painter.setPen(tokens.second_text)
        write_before(painter, bar.rank, frame.width - px(4), middle, font(11))
        row = QRectF(0, middle - pitch / 2, frame.width, pitch)
        self.zones.append(Zone(QPolygonF(row), bar.subject_id, bar.tip))

    def _fill(self, painter: QPainter, look: Look, bar: Bar, box: QRectF) -> None:
        fill = look.bar(bar.subject_id)
        if bar.hold is Hold.IN_FORCE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
        else:
            painter.setPen(QPen(look.line(bar.subject_id), 1))
            hatch = Qt.BrushStyle.BDiagPattern if bar.hold is Hold.POSSIBLY else Qt.BrushStyle.NoBrush
            painter.setBrush(QBrush(fill, hatch))
        painter.drawRoundedRect(box, 2, 2)

    def _draw_whisker(self, painter: QPainter, look: Look, bar: Bar, middle: float, box: QRectF) -> None:
        """What of it lies on the bar is drawn in the ink of the bar, the rest in that of the ground."""
        low, high = self.frame.x(bar.low), self.frame.x(bar.high)
        inside = self._ink(look, bar)
        self._draw_part(painter, inside, max(low, box.left()), min(high, box.right()), middle)
        self._draw_part(painter, look.tokens.text, low, min(high, box.left()), middle)
        self._draw_part(painter, look.tokens.text, max(low, box.right()), high, middle)
        for end in (low, high):
            painter.setPen(QPen(inside if box.left() < end < box.right() else look.tokens.text, WHISKER))
            painter.drawLine(QPointF(end, middle - px(CAP)), QPointF(end, middle + px(CAP)))

    def _draw_part(self, painter: QPainter, ink: QColor, start: float, end: float, middle: float) -> None:
        if start < end:
            painter.setPen(QPen(ink, WHISKER))
            painter.drawLine(QPointF(start, middle), QPointF(end, middle))

    def _write_value(self, painter: QPainter, look: Look, bar: Bar, middle: float, box: QRectF) -> None:
        """In the bar from zero on; beyond bar and whisker where it would not fit there."""
        width = text_width(bar.text, font(11, SEMIBOLD)) + px(6) + text_width(bar.small, font(11))
        low, high = self.frame.x(bar.low), self.frame.x(bar.high)
        left, ink = box.left() + px(5), self._ink(look, bar)
        room = (min(low, box.right()) if bar.has_interval else box.right()) - left - px(4)
        if bar.number < 0 or room < width:
            left, ink = max(box.right(), high, self.frame.x(0)) + px(6), look.tokens.text
        if bar.number >= 0 and left + width > self.frame.area.right() + px(16):
            left, ink = box.left() + px(5), self._ink(look, bar)
        painter.setPen(ink)
        written = write(painter, bar.text, left, middle, font(11, SEMIBOLD))
        write(painter, bar.small, left + written + px(6), middle, font(11))

    def _ink(self, look: Look, bar: Bar) -> QColor:
        """What can be read on the bar."""
        if bar.hold is not Hold.IN_FORCE:
            return look.tokens.text
        if look.is_selected(bar.subject_id):
            return look.colour(bar.subject_id).text_on_fill
        return text_on(look.bar(bar.subject_id))
