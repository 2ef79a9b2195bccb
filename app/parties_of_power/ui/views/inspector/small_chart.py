"""The small chart of one cell: its numbers over time, with intervals, rivals and the as-of day, painted with Qt."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from parties_of_power.domain.dates import civil
from parties_of_power.texts import _
from parties_of_power.ui.theme import SEMIBOLD, font, px, tokens
from parties_of_power.ui.views.inspector.axis import Axis, fitting, round_numbers, short_number
from parties_of_power.ui.views.inspector.blocks import Chart, Mark
from parties_of_power.ui.views.inspector.marks import draw_diamond, draw_mark, stroke
from parties_of_power.ui.views.inspector.words import CLAIM

HEIGHT, FOOT, HEAD = 124, 20, 8
DOT, RIVAL = 3.5, 4.0
YEAR = 366
MOST_LABELS = 6
# What is drawn later lies above.
_ORDER = {"soft": 0, "claim": 1, "rival": 2, "adopted": 3}


class ChartView(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.block: Chart | None = None

    def show_block(self, block: Chart) -> None:
        self.block = block
        self.setAccessibleName(_("Over time"))
        self.setAccessibleDescription(block.spoken)

    def height_for(self, _width: int) -> int:
        return px(HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.block and self.block.marks:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Drawing(painter, self.block, QRectF(self.rect())).draw()


class _Drawing:
    """One painting of a chart: its axes, and the places already taken by labels."""

    def __init__(self, painter: QPainter, block: Chart, area: QRectF) -> None:
        self.painter = painter
        self.block = block
        self.adopted = [mark for mark in block.marks if mark.relation == "adopted"]
        self.metrics = QFontMetricsF(font(11))
        self.ticks = self._ticks()
        left = max(self.metrics.horizontalAdvance(short_number(tick)) for tick in self.ticks) + px(10)
        first, last = span_of(block)
        self.days = Axis(first, last, left, area.right() - px(4))
        self.values = Axis(self.ticks[0], self.ticks[-1], area.bottom() - px(FOOT), area.top() + px(HEAD))
        self.taken: list[QRectF] = []

    def draw(self) -> None:
        self._draw_grid()
        self._draw_as_of()
        for mark in self.adopted:
            self._draw_interval(mark)
        self._draw_line()
        for mark in sorted(self.block.marks, key=lambda mark: _ORDER[mark.relation]):
            self._draw_mark(mark)
        self._draw_labels()

    def _ticks(self) -> list[float]:
        numbers = [end for mark in self.block.marks for end in (mark.number, mark.low, mark.high) if end is not None]
        return round_numbers(min(numbers), max(numbers))

    def _draw_grid(self) -> None:
        painter, half = self.painter, self.metrics.ascent() * 0.36
        painter.setFont(font(11))
        for tick in self.ticks:
            y = round(self.values.at(tick)) + 0.5
            painter.setPen(QPen(tokens().line, 1))
            painter.drawLine(QPointF(self.days.start, y), QPointF(self.days.end, y))
            painter.setPen(tokens().second_text)
            written = short_number(tick)
            right = self.days.start - px(6) - self.metrics.horizontalAdvance(written)
            painter.drawText(QPointF(right, y + half), written)
        self._draw_years()

    def _draw_years(self) -> None:
        """The years of measurement, as many as find room."""
        self.painter.setPen(tokens().second_text)
        days = [mark.first for mark in self.adopted] or [mark.first for mark in self.block.marks]
        for day in fitting(days, self.days, self.metrics.horizontalAdvance("20000")):
            written = str(civil(day)[0])
            width = self.metrics.horizontalAdvance(written)
            x = min(max(self.days.at(day) - width / 2, 0), self.days.end + px(4) - width)
            self.painter.drawText(QPointF(x, self.values.start + px(FOOT) - px(4)), written)

    def _draw_as_of(self) -> None:
        if self.days.shows(self.block.day):
            x = self.days.at(self.block.day)
            self.painter.setPen(QPen(tokens().as_of, stroke(2)))
            self.painter.drawLine(QPointF(x, self.values.end - px(HEAD) + 1), QPointF(x, self.values.start))

    def _draw_interval(self, mark: Mark) -> None:
        """A whisker where it was measured, and a band for as long as the value is shown."""
        if mark.low is None or mark.high is None:
            return
        top, bottom, left = self.values.at(mark.high), self.values.at(mark.low), self.days.at(mark.first)
        if self.block.steps:
            band = QColor(self.block.colour)
            band.setAlphaF(0.16)
            right = self.days.at(mark.until)
            self.painter.fillRect(QRectF(left, top, max(right - left, 1), bottom - top), band)
        self.painter.setPen(QPen(QColor(self.block.colour), stroke(1.5)))
        self.painter.drawLine(QPointF(left, top), QPointF(left, bottom))

    def _draw_line(self) -> None:
        self.painter.setPen(QPen(QColor(self.block.colour), stroke(2)))
        before: Mark | None = None
        for mark in self.adopted:
            left, y = self.days.at(mark.last), self.values.at(mark.number)
            if before and self.block.steps:
                joins = before.until >= mark.first - 1
                if joins:
                    self.painter.drawLine(QPointF(left, self.values.at(before.number)), QPointF(left, y))
            right = self.days.at(mark.until if self.block.steps else mark.last)
            self.painter.drawLine(QPointF(self.days.at(mark.first), y), QPointF(right, y))
            before = mark

    def _draw_mark(self, mark: Mark) -> None:
        middle = QPointF(self.days.at((mark.first + mark.last) / 2), self.values.at(mark.number))
        if mark.relation == "adopted":
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(QColor(self.block.colour))
            self.painter.drawEllipse(middle, px(DOT), px(DOT))
        else:
            ink = tokens().thin if mark.relation == "soft" else tokens().rival
            middle -= QPointF(self._dodge(mark), 0)
            draw_diamond(self.painter, middle, px(RIVAL), ink)
            if mark.relation == "claim":
                draw_mark(self.painter, CLAIM, middle + QPointF(px(8), -px(4)), px(12))

    def _dodge(self, mark: Mark) -> float:
        """Others of the same time stand to the left of what is adopted, each by itself, so that none hides another."""
        beside = [
            other for other in self.block.marks if other.relation != "adopted" and abs(other.first - mark.first) < YEAR
        ]
        near = any(abs(other.first - mark.first) < YEAR for other in self.adopted)
        return px(6) * (beside.index(mark) + near)

    def _draw_labels(self) -> None:
        for mark in labelled(self.adopted):
            self.painter.setFont(font(11, SEMIBOLD))
            self.painter.setPen(tokens().text)
            place = self._room_for(mark)
            if place is not None:
                self.taken.append(place)
                self.painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark.text)

    def _room_for(self, mark: Mark) -> QRectF | None:
        """Above its dot or below, right of it or left: where no line, mark or other label stands."""
        metrics = QFontMetricsF(font(11, SEMIBOLD))
        width, height = metrics.horizontalAdvance(mark.text) + 4, metrics.height()
        x, y = self.days.at(mark.last), self.values.at(mark.number)
        lefts = [x + px(5), x - width / 2, x - width - px(5)]
        if mark.first <= self.block.day <= mark.until:
            lefts.append(self.days.at(self.block.day) + px(5))
        tops = (y - height - px(2), y + px(3))
        for top, left in product(tops, lefts):
            place = QRectF(left, top, width, height)
            if self._is_free(place):
                return place
        return None

    def _is_free(self, place: QRectF) -> bool:
        inside = QRectF(self.days.start, 0, self.days.end - self.days.start + px(4), self.values.start)
        as_of = self.days.at(self.block.day) if self.days.shows(self.block.day) else -1e9
        crosses = place.left() - 2 <= as_of <= place.right() + 2
        return (
            inside.contains(place) and not crosses and not any(place.intersects(other) for other in self._obstacles())
        )

    def _obstacles(self) -> list[QRectF]:
        radius = px(RIVAL)
        found = list(self.taken)
        for mark in self.block.marks:
            x, y = self.days.at(mark.first), self.values.at(mark.number)
            x -= self._dodge(mark) if mark.relation != "adopted" else 0
            found.append(QRectF(x - radius, y - radius, 2 * radius, 2 * radius))
        return found


def span_of(block: Chart) -> tuple[int, int]:
    """The days from a little before the first mark until a while after the last one, or its end."""
    first, last = min(mark.first for mark in block.marks), max(mark.last for mark in block.marks)
    room = max((last - first) // 8, YEAR)
    ends = max(mark.until for mark in block.marks if mark.relation == "adopted" or mark.last == last)
    return first - room // 2, max(min(ends, last + room), last + room // 3)


def labelled(adopted: list[Mark]) -> list[Mark]:
    """All, where they are few; else the first, the last and the one in force, which is placed first."""
    wanted = adopted if len(adopted) <= MOST_LABELS else [adopted[0], adopted[-1], *adopted]
    shown = wanted if len(adopted) <= MOST_LABELS else [mark for mark in wanted[:2] if not mark.is_in_force]
    return [mark for mark in adopted if mark.is_in_force] + [mark for mark in shown if not mark.is_in_force]
