"""Names, leaders and other answers over time: bars with hatched, dashed and open ends as on the timeline."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from parties_of_power.texts import _
from parties_of_power.ui.theme import font, px, tokens
from parties_of_power.ui.views.inspector.axis import Axis, year_marks
from parties_of_power.ui.views.inspector.blocks import Bars, Lane, Said, Segment
from parties_of_power.ui.views.inspector.marks import draw_diamond, stroke

BAR, PITCH, FOOT, HEAD, RADIUS, LEADER = 16, 20, 20, 4, 3, 12


class BarsView(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.block: Bars | None = None

    def show_block(self, block: Bars) -> None:
        self.block = block
        self.setAccessibleName(_("Over time"))
        self.setAccessibleDescription(block.spoken)

    def height_for(self, width: int) -> int:
        return round(_Drawing(None, self.block, width).height) if self.block else 0

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.block:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _Drawing(painter, self.block, self.width()).draw()


class _Drawing:
    """One painting. What does not fit into its bar is written below it, and dropped where that is taken too."""

    def __init__(self, painter: QPainter | None, block: Bars, width: int) -> None:
        self.painter = painter
        self.block = block
        self.metrics = QFontMetricsF(font(11))
        self.days = Axis(block.first, block.last, 1.0, width - 1.0)
        self.tops: list[float] = []
        top = float(px(HEAD))
        for lane in block.lanes:
            self.tops.append(top)
            top += px(PITCH) + (self.metrics.height() if self._needs_foot(lane) else 0)
        self.foot = top
        self.height = top + px(FOOT) - px(2)

    def draw(self) -> None:
        for lane, top in zip(self.block.lanes, self.tops, strict=True):
            for segment in lane.segments:
                self._draw_segment(segment, top)
        self._draw_as_of()
        for lane, top in zip(self.block.lanes, self.tops, strict=True):
            self._draw_texts(lane, top)
        self._draw_years()

    def _needs_foot(self, lane: Lane) -> bool:
        return bool(lane.said) or any(not self._fits(segment) for segment in lane.segments)

    def _box(self, segment: Segment, top: float) -> QRectF:
        left = self.days.at(segment.start_min)
        return QRectF(left, top, max(self.days.at(segment.end_max) - left, 2.0), px(BAR))

    def _sure(self, segment: Segment, top: float) -> QRectF:
        """Where it surely holds; narrower than nothing, if that is nowhere."""
        ends = segment.end_min if segment.attested is None else min(segment.attested, segment.end_max)
        left = self.days.at(segment.start_max)
        return QRectF(left, top, self.days.at(ends) - left, px(BAR))

    def _fits(self, segment: Segment) -> bool:
        return self.metrics.horizontalAdvance(segment.text) + px(8) <= self._sure(segment, 0).width()

    def _draw_segment(self, segment: Segment, top: float) -> None:
        painter, box, sure = self._painter(), self._box(segment, top), self._sure(segment, top)
        fill = QColor(segment.fill)
        if segment.attested is not None and segment.attested < segment.end_max:
            self._draw_dashed(fill, QRectF(max(sure.right(), box.left()), top, box.right() - sure.right(), px(BAR)))
            box.setRight(max(sure.right(), box.left() + 2))
        if box.left() < sure.left() or sure.right() < box.right():
            painter.setPen(QPen(fill, 1))
            painter.setBrush(QBrush(fill, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if sure.width() > 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(sure.adjusted(0.5, 0, -0.5, 0), RADIUS, RADIUS)

    def _draw_dashed(self, fill: QColor, box: QRectF) -> None:
        """After it was last attested: a tint between dashed edges."""
        painter, tint = self._painter(), QColor(fill)
        tint.setAlphaF(0.14)
        painter.fillRect(box, tint)
        pen = QPen(fill, 1)
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        painter.drawLine(box.topLeft() + QPointF(0, 0.5), box.topRight() + QPointF(0, 0.5))
        painter.drawLine(box.bottomLeft() - QPointF(0, 0.5), box.bottomRight() - QPointF(0, 0.5))

    def _draw_texts(self, lane: Lane, top: float) -> None:
        painter = self._painter()
        painter.setFont(font(11))
        taken: list[QRectF] = []
        for said in sorted(lane.said, key=lambda said: not said.start <= self.block.day <= said.end):
            self._draw_said(said, top + px(BAR) + self.metrics.height() / 2, taken)
        for segment in sorted(lane.segments, key=lambda segment: not segment.is_current):
            if self._fits(segment):
                self._write_inside(segment, top)
            else:
                self._write_below(segment, top, taken)

    def _write_inside(self, segment: Segment, top: float) -> None:
        """At the left of where it is sure, or on the other side of the as-of line where that would cross it."""
        painter, sure = self._painter(), self._sure(segment, top)
        width = self.metrics.horizontalAdvance(segment.text)
        left = self._beside_line(max(sure.left(), 0.0) + px(4), width, sure.left() + px(3), sure.right() - px(3))
        painter.setPen(QColor(segment.ink))
        painter.drawText(QRectF(left, top, width + 2, px(BAR)), Qt.AlignmentFlag.AlignVCenter, segment.text)

    def _write_below(self, segment: Segment, top: float, taken: list[QRectF]) -> None:
        """Where it would stand under another bar than its own it is left out."""
        box, width = self._box(segment, top), self.metrics.horizontalAdvance(segment.text) + 2
        left = self._beside_line(min(max(box.left(), 0.0), self.days.end - width), width, 0, self.days.end)
        place = QRectF(left, top + px(BAR) + 1, width, self.metrics.height())
        is_under = place.left() <= box.right() and box.left() <= place.right()
        if left >= 0 and is_under and not any(place.intersects(other) for other in taken):
            taken.append(place.adjusted(-px(6), 0, px(6), 0))
            self._painter().setPen(tokens().text)
            self._painter().drawText(place, Qt.AlignmentFlag.AlignVCenter, segment.text)

    def _beside_line(self, left: float, width: float, least: float, most: float) -> float:
        """Where a text begins that the as-of line is not to cross, if there is room on one side of it."""
        line = self.days.at(self.block.day)
        if not self.days.shows(self.block.day) or not left - px(3) < line < left + width + px(3):
            return left
        if line + px(4) + width <= most:
            return line + px(4)
        return line - px(4) - width if line - px(4) - width >= least else left

    def _draw_said(self, said: Said, middle: float, taken: list[QRectF]) -> None:
        """A diamond where it begins, a dotted line for as long as it says so, and who says it."""
        painter, ink = self._painter(), QColor(said.colour)
        start, end = self.days.at(said.start), self.days.at(said.end)
        width = self.metrics.horizontalAdvance(said.text) + 2
        after = self._beside_line(end + px(7), width, end, self.days.end)
        left = after if after + width <= self.days.end else start - px(9) - width
        whole = QRectF(min(start, left) - px(5), middle - 6, 0, 12)
        whole.setRight(max(end, left + width))
        if left < 0 or any(whole.intersects(other) for other in taken):
            return
        taken.append(whole)
        pen = QPen(ink, stroke(1.5))
        pen.setDashPattern([1.5, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(start, middle), QPointF(end, middle))
        if left - end > px(LEADER):
            painter.setPen(QPen(tokens().thin, stroke(1)))
            painter.drawLine(QPointF(end + px(3), middle), QPointF(left - px(3), middle))
        draw_diamond(painter, QPointF(start, middle), px(3.5), ink)
        painter.setPen(ink)
        place = QRectF(left, middle - self.metrics.height() / 2, width, self.metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said.text)

    def _draw_as_of(self) -> None:
        if self.days.shows(self.block.day):
            x = self.days.at(self.block.day)
            self._painter().setPen(QPen(tokens().as_of, stroke(2)))
            self._painter().drawLine(QPointF(x, 0), QPointF(x, self.foot))

    def _draw_years(self) -> None:
        painter = self._painter()
        painter.setFont(font(11))
        painter.setPen(tokens().second_text)
        for day, year in year_marks(self.days, self.metrics.horizontalAdvance("2000") + px(14)):
            width = self.metrics.horizontalAdvance(year)
            x = self.days.at(day) - width / 2
            if 0 <= x <= self.days.end - width + 1:
                painter.drawText(QPointF(x, self.foot + self.metrics.ascent() + px(2)), year)

    def _painter(self) -> QPainter:
        assert self.painter is not None, "only a measuring has no painter"
        return self.painter
