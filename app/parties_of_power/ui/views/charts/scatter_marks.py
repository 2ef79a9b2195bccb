"""How a scatter is drawn: crosses for intervals, marks, names beside them, and the trend with its band below all."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from parties_of_power.ui.palette import mix, readable
from parties_of_power.ui.theme import BOLD, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.cloud import Cloud
from parties_of_power.ui.views.charts.frame import Frame, Range
from parties_of_power.ui.views.charts.groups import group_colour, write_key
from parties_of_power.ui.views.charts.labels import Pointed, beside
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, text_width, write
from parties_of_power.ui.views.charts.scatter import ScatterDrawing, Spot
from parties_of_power.ui.views.charts.ticks import number_ticks, rounded_out

DOT, LARGEST, KEY = 4.5, 22.0, 20
LABEL_ROOM = 220
FAINT_CROSS = 0.5
MOST_MARKS, MOST_NAMES = 1_000, 120
HEIGHTS = (240, 640)
PARTS = 40


class ScatterMarks(Marks[ScatterDrawing]):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.cloud: Cloud | None = None
        self._extents: tuple[ScatterDrawing, tuple[Range, Range]] | None = None

    def _extents_of(self, drawing: ScatterDrawing) -> tuple[Range, Range]:
        """Reckoned once for a drawing, not for each size of the window."""
        if self._extents is None or self._extents[0] is not drawing:
            self._extents = drawing, drawing.extents()
        return self._extents[1]

    def heights(self, width: float) -> tuple[int, int]:
        return px(HEIGHTS[0]), min(px(HEIGHTS[1]), max(round(width * 0.66), px(HEIGHTS[0])))

    def arrange(self, drawing: ScatterDrawing, look: Look) -> None:
        frame = self.frame
        across, up = self._extents_of(drawing)
        low, high = rounded_out(*up, 5)
        places = number_ticks(low, high, max(int(frame.area.height() / px(48)), 2))
        figures = max((text_width(words, font(11)) for _value, words in places), default=0.0)
        frame.set_titles(drawing.across, drawing.up)
        frame.let_time_move(None)
        frame.set_margins(figures + px(32), px(24))
        left, right = rounded_out(*across, 6)
        room = (high - low) * px(KEY) / max(frame.area.height(), 1) if drawing.groups else 0
        frame.set_ranges((left, right), (low, high + room))
        frame.set_ticks("left", places)
        frame.set_ticks("bottom", number_ticks(left, right, max(int(frame.area.width() / px(90)), 2)))

    def draw(self, painter: QPainter, drawing: ScatterDrawing, look: Look) -> None:
        self._draw_zero(painter, look)
        self._draw_trend(painter, drawing, look)
        if len(drawing.spots) > MOST_MARKS:
            if self.cloud is None or self.cloud.drawing is not drawing:
                self.cloud = Cloud(drawing)
            self.cloud.draw(painter, self.frame, look)
            return
        spots = sorted(drawing.spots, key=lambda spot: (look.is_selected(spot.subject_id), -(spot.share or 0)))
        if drawing.has_intervals:
            for spot in spots:
                self._draw_cross(painter, spot, look)
        for spot in spots:
            self._draw_spot(painter, spot, drawing, look)
        if drawing.groups:
            write_key(painter, look, drawing.groups, QPointF(self.frame.area.left(), self.frame.area.top() + px(8)))
        self._write_names(painter, drawing, look)

    def subject_at(self, point: QPointF) -> int | None:
        if self.cloud is not None and self.drawing is self.cloud.drawing:
            found = self.cloud.spot_at(self.frame, point)
            return found.subject_id if found else None
        return super().subject_at(point)

    def tip_at(self, point: QPointF) -> str:
        if self.cloud is not None and self.drawing is self.cloud.drawing:
            found = self.cloud.spot_at(self.frame, point)
            return found.tip if found else ""
        return super().tip_at(point)

    def radius(self, spot: Spot, drawing: ScatterDrawing) -> float:
        """By the area, so that twice the number is twice the ink; the least mark can still be seen."""
        if not drawing.size or spot.share is None:
            return px(DOT)
        return max(px(LARGEST) * math.sqrt(spot.share), float(px(2)))

    def _at(self, spot: Spot) -> QPointF:
        return QPointF(self.frame.x(spot.across.number), self.frame.y(spot.up.number))

    def _draw_zero(self, painter: QPainter, look: Look) -> None:
        """Where an axis has both signs, its zero is a dotted line."""
        area, (low, high) = self.frame.area, self.frame.x_range
        painter.setPen(QPen(look.tokens.thin, 1, Qt.PenStyle.DotLine))
        if low < 0 < high:
            painter.drawLine(QPointF(self.frame.x(0), area.top()), QPointF(self.frame.x(0), area.bottom()))
        y = self.frame.y(0)
        if area.top() < y < area.bottom() - 1:
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _draw_trend(self, painter: QPainter, drawing: ScatterDrawing, look: Look) -> None:
        line = drawing.trend
        if line is None:
            return
        numbers = [spot.across.number for spot in drawing.spots]
        low, high = min(numbers), max(numbers)
        xs = [low + (high - low) * step / PARTS for step in range(PARTS + 1)]
        uppers = [self._inside(x, line.at(x) + line.half_width(x)) for x in xs]
        lowers = [self._inside(x, line.at(x) - line.half_width(x)) for x in xs]
        band = QColor(look.tokens.thin)
        band.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        painter.drawPolygon(QPolygonF(uppers + lowers[::-1]))
        painter.setPen(QPen(look.tokens.second_text, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(self._inside(low, line.at(low)), self._inside(high, line.at(high)))

    def _inside(self, x: float, y: float) -> QPointF:
        area = self.frame.area
        return QPointF(self.frame.x(x), min(max(self.frame.y(y), area.top()), area.bottom()))

    def _ink(self, spot: Spot, drawing: ScatterDrawing, look: Look) -> QColor:
        if drawing.groups:
            ink = group_colour(spot.group, look)
            return mix(ink, look.tokens.ground, 0.6) if look.is_faint(spot.subject_id) else ink
        return look.line(spot.subject_id)

    def _draw_cross(self, painter: QPainter, spot: Spot, look: Look) -> None:
        drawing = self.drawing
        assert drawing is not None, "drawn only then"
        ink = mix(self._ink(spot, drawing, look), look.tokens.ground, FAINT_CROSS)
        painter.setPen(QPen(ink, 1.5))
        middle, frame = self._at(spot), self.frame
        if spot.across.has_interval:
            low, high = frame.x(spot.across.low), frame.x(spot.across.high)
            painter.drawLine(QPointF(low, middle.y()), QPointF(high, middle.y()))
        if spot.up.has_interval:
            low, high = frame.y(spot.up.low), frame.y(spot.up.high)
            painter.drawLine(QPointF(middle.x(), low), QPointF(middle.x(), high))

    def _draw_spot(self, painter: QPainter, spot: Spot, drawing: ScatterDrawing, look: Look) -> None:
        middle, radius, ink = self._at(spot), self.radius(spot, drawing), self._ink(spot, drawing, look)
        fill = QColor(ink)
        fill.setAlphaF(0.55 if drawing.size else 1.0)
        painter.setPen(QPen(ink, 1.5))
        is_known = not drawing.size or spot.share is not None
        painter.setBrush(fill if spot.is_sure and is_known else look.tokens.ground)
        painter.drawEllipse(middle, radius, radius)
        reach = max(radius, px(6))
        box = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        self.zones.append(Zone(QPolygonF(box), spot.subject_id, spot.tip))

    def _write_names(self, painter: QPainter, drawing: ScatterDrawing, look: Look) -> None:
        chosen = sorted(drawing.spots, key=lambda spot: (not look.is_selected(spot.subject_id), -(spot.share or 0)))
        points = []
        for spot in chosen[:MOST_NAMES]:
            used = font(11, BOLD if look.is_selected(spot.subject_id) else SEMIBOLD)
            text = elided(spot.across.name, used, px(LABEL_ROOM))
            radius = self.radius(spot, drawing)
            points.append(Pointed(spot.subject_id, text, text_width(text, used), self._at(spot), radius))
        area = self.frame.area
        bounds = QRectF(area.left(), 0, self.frame.width - area.left(), area.bottom())
        for each, place in beside(points, bounds, QFontMetricsF(font(11)).height(), px(3)):
            is_faint = look.is_faint(each.subject_id)
            label = look.tokens.text if drawing.groups else look.colour(each.subject_id).label
            painter.setPen(look.tokens.second_text if is_faint else readable(label, look.tokens.ground))
            used = font(11, BOLD if look.is_selected(each.subject_id) else SEMIBOLD)
            write(painter, each.text, place.left(), place.center().y(), used)
            self.zones.append(Zone(QPolygonF(place), each.subject_id, each.text))
