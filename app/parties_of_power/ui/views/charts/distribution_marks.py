"""How a distribution is drawn: strips of dots that make room for each other, boxes, or stacked blocks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from parties_of_power.ui.theme import BOLD, NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.bars import Bar
from parties_of_power.ui.views.charts.distribution import BOX, HISTOGRAM, Bin, DistributionDrawing, Lane
from parties_of_power.ui.views.charts.frame import TICKS, TITLE
from parties_of_power.ui.views.charts.labels import Pointed, beside
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, stepped, text_width, write, write_before
from parties_of_power.ui.views.charts.ticks import count_ticks, number_ticks, rounded_out

DOT, LANE, LARGE_LANE, BOX_HEIGHT = 4.5, 84, 150, 22
HISTOGRAM_HEIGHTS, ONE_LANE = (220, 460), 240
MOST_FOR_NAMES, MOST_NAMED = 0.3, 40


class DistributionMarks(Marks[DistributionDrawing]):
    def heights(self, width: float) -> tuple[int, int]:
        if self.drawing is None or self.drawing.shape == HISTOGRAM:
            return px(HISTOGRAM_HEIGHTS[0]), px(HISTOGRAM_HEIGHTS[1])
        lanes, around = max(len(self.drawing.lanes), 1), px(TICKS + TITLE)
        return lanes * px(LANE) + around, max(lanes * px(LARGE_LANE), px(ONE_LANE)) + around

    def arrange(self, drawing: DistributionDrawing, look: Look) -> None:
        frame = self.frame
        frame.let_time_move(None)
        if drawing.shape == HISTOGRAM:
            self._arrange_histogram(drawing)
            return
        names = max((text_width(lane.title, font(12, SEMIBOLD)) for lane in drawing.lanes), default=0.0)
        frame.set_titles(drawing.axis)
        frame.set_margins(min(stepped(names + px(16)), frame.width * MOST_FOR_NAMES), px(24))
        low, high = rounded_out(*drawing.extent(), 6)
        room = (high - low) * 0.02
        frame.set_ranges((low - room, high + room), (max(len(drawing.lanes), 1) - 0.5, -0.5))
        frame.set_ticks("bottom", number_ticks(low, high, max(int(frame.area.width() / px(90)), 2)))
        frame.set_ticks("left", [])

    def _arrange_histogram(self, drawing: DistributionDrawing) -> None:
        frame, bins = self.frame, drawing.bins
        most = max((len(each.bars) for each in bins), default=1)
        frame.set_titles(drawing.axis, drawing.counted)
        frame.set_margins(px(48), px(24))
        low, high = (bins[0].low, bins[-1].high) if bins else (0.0, 1.0)
        frame.set_ranges((low, high), (0.0, most * 1.05))
        frame.set_ticks("left", count_ticks(most, max(int(frame.area.height() / px(40)), 1)))
        frame.set_ticks("bottom", number_ticks(low, high, max(int(frame.area.width() / px(90)), 2)))

    def draw(self, painter: QPainter, drawing: DistributionDrawing, look: Look) -> None:
        if drawing.shape == HISTOGRAM:
            for each in drawing.bins:
                self._draw_bin(painter, each, look)
            return
        pointed: list[Pointed] = []
        for place, lane in enumerate(drawing.lanes):
            middle = self.frame.y(place)
            painter.setPen(look.tokens.text)
            title = elided(lane.title, font(12), self.frame.area.left() - px(10))
            write_before(painter, title, self.frame.area.left() - px(8), middle, font(12))
            if drawing.shape == BOX:
                self._draw_box(painter, lane, middle, look)
            else:
                pointed += self._draw_strip(painter, lane, middle, look)
        self._write_names(painter, pointed, look)

    def _draw_strip(self, painter: QPainter, lane: Lane, middle: float, look: Look) -> list[Pointed]:
        frame, reach = self.frame, (self.frame.y(1) - self.frame.y(0)) * 0.36
        painter.setPen(QPen(look.tokens.text, 1.5))
        x = frame.x(lane.five.median)
        painter.drawLine(QPointF(x, middle - reach), QPointF(x, middle + reach))
        found = []
        for bar, point in zip(
            lane.bars, swarm([frame.x(bar.number) for bar in lane.bars], px(DOT), reach), strict=True
        ):
            at = QPointF(point.x(), middle + point.y())
            self._draw_dot(painter, bar, at, look)
            name = elided(bar.name, font(11), px(200))
            found.append(Pointed(bar.subject_id, name, text_width(name, font(11)), at, px(DOT)))
        return found

    def _draw_dot(self, painter: QPainter, bar: Bar, at: QPointF, look: Look) -> None:
        ink = look.line(bar.subject_id)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(look.tokens.ground if look.colour(bar.subject_id).ring else ink)
        painter.drawEllipse(at, px(DOT), px(DOT))
        box = QRectF(at.x() - px(6), at.y() - px(6), px(12), px(12))
        self.zones.append(Zone(QPolygonF(box), bar.subject_id, bar.tip))

    def _write_names(self, painter: QPainter, pointed: Sequence[Pointed], look: Look) -> None:
        """Of few all that find room; of many only the selected."""
        chosen = [each for each in pointed if look.is_selected(each.subject_id)]
        named = sorted(pointed, key=lambda each: each not in chosen) if len(pointed) <= MOST_NAMED else chosen
        height = QFontMetricsF(font(11)).height()
        area = self.frame.area
        bounds = QRectF(area.left(), area.top(), self.frame.width - area.left(), area.height())
        for each, place in beside(named, bounds, height, px(3)):
            is_faint = look.is_faint(each.subject_id)
            painter.setPen(look.tokens.second_text if is_faint else look.colour(each.subject_id).label)
            weight = BOLD if look.is_selected(each.subject_id) else NORMAL
            write(painter, each.text, place.left(), place.center().y(), font(11, weight))
            self.zones.append(Zone(QPolygonF(place), each.subject_id, each.text))

    def _draw_box(self, painter: QPainter, lane: Lane, middle: float, look: Look) -> None:
        """With each value as a small dot upon it: a box of five values says little by itself."""
        frame, five, half = self.frame, lane.five, px(BOX_HEIGHT) / 2
        painter.setPen(QPen(look.tokens.text, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for one, other in ((five.least, five.lower), (five.upper, five.greatest)):
            painter.drawLine(QPointF(frame.x(one), middle), QPointF(frame.x(other), middle))
        for end in (five.least, five.greatest):
            painter.drawLine(QPointF(frame.x(end), middle - half / 2), QPointF(frame.x(end), middle + half / 2))
        painter.setBrush(look.print_colour(look.tokens.cell_bar))
        painter.drawRect(
            QRectF(frame.x(five.lower), middle - half, frame.x(five.upper) - frame.x(five.lower), 2 * half)
        )
        painter.setPen(QPen(look.tokens.text, 2.5))
        painter.drawLine(QPointF(frame.x(five.median), middle - half), QPointF(frame.x(five.median), middle + half))
        for bar in lane.bars:
            self._draw_dot(painter, bar, QPointF(frame.x(bar.number), middle + half + px(10)), look)

    def _draw_bin(self, painter: QPainter, each: Bin, look: Look) -> None:
        frame = self.frame
        left, right = frame.x(each.low), frame.x(each.high)
        for place, bar in enumerate(sorted(each.bars, key=lambda bar: bar.number)):
            top, bottom = frame.y(place + 1), frame.y(place)
            box = QRectF(left + 1, top + 0.5, right - left - 2, bottom - top - 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.bar(bar.subject_id))
            painter.drawRect(box)
            self.zones.append(Zone(QPolygonF(box), bar.subject_id, bar.tip))
            used = font(11)
            if box.height() > px(14) and box.width() > px(48):
                painter.setPen(look.tokens.text)
                write(painter, elided(bar.name, used, box.width() - px(8)), box.left() + px(4), box.center().y(), used)


def swarm(xs: Sequence[float], radius: float, reach: float) -> list[QPointF]:
    """A place for each dot at its x, as near to the middle as the dots before it allow; within the reach, where they
    would overlap beyond it, they do."""
    placed: list[QPointF] = []
    apart = 2 * radius + 1
    for x in xs:
        near = [point for point in placed if abs(point.x() - x) < apart]
        steps = (sign * step * radius for step in range(int(reach / radius) + 1) for sign in (1, -1))
        free = (y for y in steps if all((point.x() - x) ** 2 + (point.y() - y) ** 2 >= apart**2 for point in near))
        placed.append(QPointF(x, next(free, 0.0)))
    return placed
