"""How lines over time are drawn: bands below, lines with their dots, names at the ends, the as-of day as a flag."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from parties_of_power.ui.theme import BOLD, NORMAL, SEMIBOLD, font, px
from parties_of_power.ui.views.charts.as_of_flag import draw_flag, draw_line, flag_of
from parties_of_power.ui.views.charts.dodging import FAR, MIDDLE, NEAR, End, Label, dodged
from parties_of_power.ui.views.charts.frame import Frame
from parties_of_power.ui.views.charts.lines import Line, LinesDrawing, Place
from parties_of_power.ui.views.charts.look import Look
from parties_of_power.ui.views.charts.marks import Marks, Zone, elided, stepped, text_width, write
from parties_of_power.ui.views.charts.ticks import number_ticks, rounded_out, year_ticks

DOT, GAP = 3.0, 8
MOST_FOR_NAMES = 0.34
HEIGHTS = (200, 620)
YEAR = 366
MOST_NAMES = 14  # of more lines only the selected are named at any price
HALO = 0.6  # lines are seen through it, and the name upon them can be read


class LineMarks(Marks[LinesDrawing]):
    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self.day = 0
        self._spanned: tuple[float, float] | None = None

    def heights(self, width: float) -> tuple[int, int]:
        return px(HEIGHTS[0]), min(px(HEIGHTS[1]), max(round(width * 0.62), px(HEIGHTS[0])))

    def take_day(self, day: int) -> None:
        self.day = day
        self.frame.show_as_of(day)
        self.update()

    def arrange(self, drawing: LinesDrawing, look: Look) -> None:
        frame = self.frame
        low, high = rounded_out(*drawing.extent(), 5)
        places = number_ticks(low, high, max(int(frame.area.height() / px(48)), 2))
        figures = max(text_width(words, font(11)) for _value, words in places)
        left, across = figures + px(32), self._across(drawing)
        frame.set_titles("", drawing.axis)
        frame.set_margins(left, self._room_for_names(drawing, frame.width - left))
        frame.set_ranges(across, (low, high))
        frame.set_ticks("left", places)
        frame.set_ticks("bottom", year_ticks(*frame.x_range, max(int(frame.area.width() / px(64)), 2)))

    def _room_for_names(self, drawing: LinesDrawing, width: float) -> int:
        """How much must stay free right of the plot for the names at the ends of lines."""
        low, high = all_time(drawing)
        most, needed = width * MOST_FOR_NAMES, float(px(16))
        for line in drawing.lines:
            beside = min(text_width(line.name, font(11, SEMIBOLD)), most) + px(3 * GAP)
            needed = max(needed, width - (width - beside) * (high - low) / (line.places[-1].middle - low))
        return stepped(min(needed, most))

    def _across(self, drawing: LinesDrawing) -> tuple[float, float]:
        """All of the time at first; from then on where the reader has moved and zoomed to."""
        spanned = all_time(drawing)
        if spanned == self._spanned:
            return self.frame.x_range
        self._spanned = spanned
        self.frame.let_time_move(spanned)
        return spanned

    def take_range(self, across: tuple[float, float]) -> None:
        if self.drawing is not None:
            self._spanned = all_time(self.drawing)
            self.frame.let_time_move(self._spanned)
            self.frame.set_across(across)
            self.arrange_again()

    def show_all(self) -> None:
        self._spanned = None
        self.arrange_again()

    def draw(self, painter: QPainter, drawing: LinesDrawing, look: Look) -> None:
        emphasised = sorted(drawing.lines, key=lambda line: look.is_selected(line.subject_id))
        draw_line(painter, self.frame, look, self.day)
        for line in emphasised:
            if look.is_selected(line.subject_id) or (not look.selected and drawing.has_bands):
                self._draw_band(painter, line, drawing.holds, look.band(line.subject_id))
        for line in emphasised:
            self._draw_line(painter, line, drawing.holds, look)
        for line in emphasised:
            for place in line.places:
                self._draw_dot(painter, line, place, look)
        self._write_names(painter, drawing, look)
        draw_flag(painter, self.frame, look, self.day)

    def _at(self, day: float, number: float) -> QPointF:
        return QPointF(self.frame.x(day), self.frame.y(number))

    def _draw_band(self, painter: QPainter, line: Line, holds: bool, band: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(band)
        for run in runs(line):
            lows, highs = [], []
            for place in run:
                low = place.number if place.low is None else place.low
                high = place.number if place.high is None else place.high
                for day in (place.first, place.until) if holds else (place.middle,):
                    lows.append(self._at(day, low))
                    highs.append(self._at(day, high))
            painter.drawPolygon(QPolygonF(self._in_sight(highs) + self._in_sight(lows)[::-1]))

    def _in_sight(self, points: list[QPointF]) -> list[QPointF]:
        return part_between(points, self.frame.area.left(), self.frame.area.right())

    def _draw_line(self, painter: QPainter, line: Line, holds: bool, look: Look) -> None:
        width = 2.5 if look.is_selected(line.subject_id) else 1.5 if look.selected else 2
        pen = QPen(look.line(line.subject_id), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for run in runs(line):
            days = [(day, place) for place in run for day in ((place.first, place.until) if holds else (place.middle,))]
            points = self._in_sight([self._at(day, place.number) for day, place in days])
            painter.drawPolyline(QPolygonF(points))
            self._zones_of_run(line, points)

    def _is_in_sight(self, point: QPointF) -> bool:
        return self.frame.area.left() - 1 <= point.x() <= self.frame.area.right() + 1

    def _zones_of_run(self, line: Line, points: list[QPointF]) -> None:
        reach = QPointF(0, px(4))
        for one, other in pairwise(points):
            outline = QPolygonF([one - reach, other - reach, other + reach, one + reach])
            self.zones.append(Zone(outline, line.subject_id, line.name))

    def _draw_dot(self, painter: QPainter, line: Line, place: Place, look: Look) -> None:
        """Hollow for another base; with a fine line over the days between which it lies."""
        ink = look.line(line.subject_id)
        middle, radius = self._at(place.middle, place.number), px(DOT)
        if not self._is_in_sight(middle):
            return
        left, right = self.frame.x(place.first), self.frame.x(place.last)
        if right - left > 2 * radius:
            painter.setPen(QPen(ink, 1))
            painter.drawLine(QPointF(left, middle.y()), QPointF(right, middle.y()))
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(QBrush(look.tokens.ground) if place.is_hollow else QBrush(ink))
        painter.drawEllipse(middle, radius, radius)
        reach = 2 * radius
        box = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
        self.zones.append(Zone(QPolygonF(box), line.subject_id, place.tip))

    def _write_names(self, painter: QPainter, drawing: LinesDrawing, look: Look) -> None:
        ends = [end for line in drawing.lines if (end := self._end(drawing, line, look)) is not None]
        ends.sort(key=lambda end: (not look.is_selected(end.subject_id), end.point.y()))
        top = self.frame.area.top() - px(4)
        bounds = QRectF(0, top, self.frame.width, self.frame.area.bottom() - top)
        for label in dodged(ends, bounds, QFontMetricsF(font(11)).height(), px(GAP), flag_of(self.frame, self.day)):
            self._write_name(painter, label, look)

    def _end(self, drawing: LinesDrawing, line: Line, look: Look) -> End | None:
        """Where the part of a line that is in sight ends, and what stands there."""
        seen = [place for place in line.places if self._is_in_sight(self._at(place.middle, place.number))]
        if not seen:
            return None
        weight = self._weight(line.subject_id, look)
        text = elided(line.name, font(11, weight), self.frame.width * MOST_FOR_NAMES - px(GAP))
        point = self._at(seen[-1].middle, seen[-1].number)
        reach = MIDDLE if look.is_faint(line.subject_id) else FAR
        if len(drawing.lines) > MOST_NAMES and not look.is_selected(line.subject_id):
            reach = NEAR
        return End(line.subject_id, text, text_width(text, font(11, weight)), point, reach)

    def _weight(self, subject_id: int, look: Look) -> QFont.Weight:
        return BOLD if look.is_selected(subject_id) else NORMAL if look.selected else SEMIBOLD

    def _write_name(self, painter: QPainter, label: Label, look: Look) -> None:
        subject_id, place = label.end.subject_id, label.place
        if label.needs_leader:
            painter.setPen(QPen(look.tokens.thin, 1))
            painter.drawLine(label.end.point + QPointF(px(DOT + 1), 0), QPointF(place.left() - 2, place.center().y()))
        ink = look.tokens.second_text if look.is_faint(subject_id) else look.colour(subject_id).label
        ground = QColor(look.tokens.ground)
        ground.setAlphaF(HALO)
        painter.fillRect(place.adjusted(-2, 1, 2, -1), ground)
        painter.setPen(ink)
        weight = self._weight(subject_id, look)
        write(painter, label.end.text, place.left(), place.center().y(), font(11, weight))
        tip = look.catalogue.shown_name(subject_id, self.day).text
        self.zones.append(Zone(QPolygonF(place), subject_id, tip))


def all_time(drawing: LinesDrawing) -> tuple[float, float]:
    """The days of all lines, with some room before and after."""
    first, last = drawing.span()
    room = max((last - first) // 20, YEAR // 2)
    return float(first - room), float(last + room)


def runs(line: Line) -> Iterator[list[Place]]:
    """The parts of a line between its gaps."""
    run: list[Place] = []
    for place in line.places:
        if place.starts and run:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def part_between(points: list[QPointF], left: float, right: float) -> list[QPointF]:
    """A line that runs to the right, as far as it lies between two edges. SVG files are not clipped by the painter."""
    found = [point for point in points if left <= point.x() <= right]
    for one, other in pairwise(points):
        if one.x() < left < other.x():
            found.insert(0, _where(one, other, left))
        if one.x() < right < other.x():
            found.append(_where(one, other, right))
    return found


def _where(one: QPointF, other: QPointF, x: float) -> QPointF:
    """Where the line between two points crosses an edge."""
    share = (x - one.x()) / (other.x() - one.x())
    return QPointF(x, one.y() + share * (other.y() - one.y()))
